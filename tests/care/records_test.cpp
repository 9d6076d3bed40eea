#include "episodes.hpp"

#include "indicare/care/compacted.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace indicare::care;
using indicare::tests::day;
using indicare::tests::episode;

namespace {

constexpr std::size_t kinds = 8;
using Places = std::array<std::vector<std::uint32_t>, kinds>;

/// A row of the kind with this number, marked so that it can be told from others.
std::uint32_t add_row(Records& records, Records::ChildNumber child, std::size_t kind, int mark) {
    const Date date = first_recordable + mark;
    switch (kind) {
    case 0: {
        Episode made;
        made.decom = date;
        return records.add(child, StoredEpisode(made));
    }
    case 1:
        return records.add(child, HeaderRow{PackedYear::first + mark % 100, Flag::yes});
    case 2: {
        Oc2Row row;
        row.set_score(mark % 41);
        return records.add(child, row);
    }
    case 3:
        return records.add(child, Oc3Row{2023, InTouch::YES, Activity::F1, 'B', '1'});
    case 4:
        return records.add(child, Ad1Row{2023, date, date});
    case 5:
        return records.add(child, UascRow{2023, date});
    case 6:
        return records.add(child, MissingRow{2023, MissingKind::M, date, {}});
    default:
        return records.add(child,
                           SocialWorkerRow{2023, date, {}, static_cast<std::uint32_t>(mark)});
    }
}

template <class Row>
void collect(const Records& records, Records::ChildNumber child,
             std::vector<std::uint32_t>& places) {
    records.for_each<Row>(child,
                          [&places](const Row&, std::uint32_t index) { places.push_back(index); });
    std::sort(places.begin(), places.end());
}

Places places_of(const Records& records, Records::ChildNumber child) {
    Places places;
    collect<StoredEpisode>(records, child, places[0]);
    collect<HeaderRow>(records, child, places[1]);
    collect<Oc2Row>(records, child, places[2]);
    collect<Oc3Row>(records, child, places[3]);
    collect<Ad1Row>(records, child, places[4]);
    collect<UascRow>(records, child, places[5]);
    collect<MissingRow>(records, child, places[6]);
    collect<SocialWorkerRow>(records, child, places[7]);
    return places;
}

/// Header before any other table, then the later return, then the order of the tables.
bool stands_before(Table table, int year, Table other, int other_year) {
    return std::tuple(table == Table::header, year, -static_cast<int>(table)) >=
           std::tuple(other == Table::header, other_year, -static_cast<int>(other));
}

} // namespace

TEST_CASE("a child is one child within an authority", "[records]") {
    Records records;
    const auto derby = records.authority("831").value();
    const auto essex = records.authority("881").value();
    CHECK(derby != essex);
    const auto child = records.child(derby, "A1");
    CHECK(records.child(derby, "A1") == child);
    CHECK(records.child(essex, "A1") != child);
    CHECK(records.child(derby, "A2") != child);
    CHECK(records.child(derby, "a1") != child);
    CHECK(records.child_count() == 4);
    CHECK(records.name_of_child(child) == "A1");
    CHECK(records[child].authority == derby);
    CHECK(records.name_of(derby) == "831");
}

TEST_CASE("children are found again among many thousands", "[records]") {
    Records records;
    const auto name = [](int number) {
        // Of all lengths up to the longest, so that names meet the ends of the blocks they lie in.
        std::string text = std::to_string(number);
        return text + std::string(static_cast<std::size_t>(number) %
                                      (Records::longest_name - text.size() + 1),
                                  'x');
    };
    constexpr int count = 30'000;
    std::vector<Records::ChildNumber> numbers;
    for (int i = 0; i < count; ++i) {
        const auto authority = records.authority(std::to_string(i % 3)).value();
        numbers.push_back(records.child(authority, name(i / 3)));
    }
    CHECK(records.child_count() == count);
    int wrong = 0;
    for (int i = 0; i < count; ++i) {
        const auto authority = records.authority(std::to_string(i % 3)).value();
        const auto number = numbers[static_cast<std::size_t>(i)];
        const bool right = records.child(authority, name(i / 3)) == number &&
                           records[number].authority == authority &&
                           records.name_of_child(number) == name(i / 3);
        wrong += right ? 0 : 1;
    }
    CHECK(wrong == 0);
    CHECK(records.child_count() == count);
}

TEST_CASE("there is an end to authorities, and those known stay known", "[records]") {
    Records records;
    for (std::size_t i = 0; i < Records::most_authorities; ++i)
        REQUIRE(records.authority(std::to_string(i)) == i);
    CHECK_FALSE(records.authority("one more").has_value());
    CHECK(records.authority("9999") == 9999);
    CHECK(records.authority_count() == Records::most_authorities);
    CHECK(records.name_of(Records::AuthorityNumber{0}) == "0");
}

TEST_CASE("a child's rows are complete in any order of arrival", "[records]") {
    CHECK(rc::check("interleaved rows", [] {
        Records records;
        constexpr Records::ChildNumber children = 4;
        const auto authority = records.authority("831").value();
        for (Records::ChildNumber each = 0; each < children; ++each)
            records.child(authority, std::to_string(each));
        std::vector<Places> expected(children);
        std::array<std::uint32_t, kinds> counts{};
        const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
            rc::gen::pair(rc::gen::inRange(0, int{children}), rc::gen::inRange(0, int{kinds})));
        for (const auto& [child, kind] : steps) {
            const auto at = static_cast<std::size_t>(kind);
            const auto number = static_cast<Records::ChildNumber>(child);
            const auto place = add_row(records, number, at, static_cast<int>(counts[at]));
            RC_ASSERT(place == counts[at]);
            ++counts[at];
            expected[number][at].push_back(place);
        }
        for (Records::ChildNumber each = 0; each < children; ++each)
            RC_ASSERT(places_of(records, each) == expected[each]);
    }));
}

TEST_CASE("rows keep what they say", "[records]") {
    Records records;
    const auto child = records.child(records.authority("831").value(), "A");
    for (int mark = 0; mark < 10'000; ++mark)
        for (const std::size_t kind : {0U, 6U, 7U})
            add_row(records, child, kind, mark);
    int wrong = 0;
    for (std::uint32_t mark = 0; mark < 10'000; ++mark) {
        const Date date = first_recordable + static_cast<int>(mark);
        const bool right = records.row<StoredEpisode>(mark).unpacked(mark).decom == date &&
                           Date(records.row<MissingRow>(mark).start) == date &&
                           records.row<SocialWorkerRow>(mark).worker == mark;
        wrong += right ? 0 : 1;
    }
    CHECK(wrong == 0);
    CHECK(records.count<StoredEpisode>() == 10'000);
    CHECK(records.count<HeaderRow>() == 0);
}

TEST_CASE("one child may have very many rows", "[records]") {
    Records records;
    const auto authority = records.authority("831").value();
    const auto child = records.child(authority, "A");
    const auto other = records.child(authority, "B");
    constexpr std::uint32_t many = 150'000; // more than a run of rows holds
    for (std::uint32_t i = 0; i < many; ++i)
        add_row(records, child, 6, 0);
    add_row(records, other, 6, 0);
    const Places places = places_of(records, child);
    REQUIRE(places[6].size() == many);
    CHECK(places[6].front() == 0);
    CHECK(places[6].back() == many - 1);
    CHECK(std::adjacent_find(places[6].begin(), places[6].end()) == places[6].end());
    CHECK(places_of(records, other)[6] == std::vector{many});
}

TEST_CASE("Header says when a child was born, before any other table", "[records]") {
    Records records;
    const auto child = records.child(records.authority("831").value(), "A");
    const auto birth = [&] { return Date(records[child].birth); };
    CHECK(birth().is_none());
    records.state_birth(child, day("2010-01-01"), Standing(Table::oc2, 2024));
    CHECK(birth() == day("2010-01-01"));
    records.state_birth(child, day("2010-01-02"), Standing(Table::header, 2021));
    CHECK(birth() == day("2010-01-02"));
    records.state_birth(child, day("2010-01-03"), Standing(Table::uasc, 2024));
    CHECK(birth() == day("2010-01-02"));
    records.state_birth(child, day("2010-01-04"), Standing(Table::header, 2022));
    CHECK(birth() == day("2010-01-04"));
    records.state_birth(child, day("2010-01-05"), Standing(Table::header, 2021));
    CHECK(birth() == day("2010-01-04"));
    records.state_birth(child, day("2010-01-06"), Standing(Table::header, 2022));
    CHECK(birth() == day("2010-01-06")); // of two of the same standing the later
}

TEST_CASE("without Header the latest return tells, then the order of the tables", "[records]") {
    Records records;
    const auto child = records.child(records.authority("831").value(), "A");
    const auto birth = [&] { return Date(records[child].birth); };
    records.state_birth(child, day("2010-01-01"), Standing(Table::social_workers, 2022));
    records.state_birth(child, day("2010-01-02"), Standing(Table::uasc, 2021));
    CHECK(birth() == day("2010-01-01"));
    records.state_birth(child, day("2010-01-03"), Standing(Table::oc3, 2022));
    CHECK(birth() == day("2010-01-03"));
    records.state_birth(child, day("2010-01-04"), Standing(Table::ad1, 2022));
    CHECK(birth() == day("2010-01-03"));
    records.state_birth(child, day("2010-01-05"), Standing(Table::oc2, 2022));
    CHECK(birth() == day("2010-01-05"));
    records.state_birth(child, day("2010-01-06"), Standing(Table::reviews, 2022));
    CHECK(birth() == day("2010-01-06"));
    records.state_birth(child, day("2010-01-07"), Standing(Table::uasc, 2022));
    CHECK(birth() == day("2010-01-07"));
    records.state_birth(child, day("2010-01-08"), Standing(Table::deprivation_of_liberty, 2023));
    CHECK(birth() == day("2010-01-08"));
}

TEST_CASE("of any statements of birth and sex the highest stands", "[records]") {
    CHECK(rc::check("statements", [] {
        Records records;
        const auto child = records.child(records.authority("831").value(), "A");
        const auto statements =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(
                rc::gen::inRange(0, int{table_count}), rc::gen::inRange(2018, 2026))));
        std::size_t best = 0;
        for (std::size_t i = 0; i < statements.size(); ++i) {
            const auto table = static_cast<Table>(statements[i].first);
            const int year = statements[i].second;
            const int mark = static_cast<int>(i);
            records.state_birth(child, first_recordable + mark, Standing(table, year));
            records.state_sex(child, mark % 2 == 0 ? Sex::male : Sex::female,
                              Standing(table, year));
            if (stands_before(table, year, static_cast<Table>(statements[best].first),
                              statements[best].second))
                best = i;
        }
        RC_ASSERT(Date(records[child].birth) == first_recordable + static_cast<int>(best));
        RC_ASSERT(records[child].sex == (best % 2 == 0 ? Sex::male : Sex::female));
    }));
}

TEST_CASE("birth and sex are stated apart", "[records]") {
    Records records;
    const auto child = records.child(records.authority("831").value(), "A");
    records.state_birth(child, day("2010-01-01"), Standing(Table::header, 2023));
    CHECK(records[child].sex == Sex::unknown);
    records.state_sex(child, Sex::female, Standing(Table::uasc, 2020));
    CHECK(records[child].sex == Sex::female);
    CHECK(Date(records[child].birth) == day("2010-01-01"));
}

TEST_CASE("a set of return years", "[given]") {
    Years years;
    CHECK(years.is_empty());
    CHECK(years.latest() == 0);
    CHECK_FALSE(years.holds(2023));
    years.add(2021);
    years.add(2023);
    CHECK(years.holds(2021));
    CHECK_FALSE(years.holds(2022));
    CHECK(years.latest() == 2023);
    CHECK(years.holds_later_than(2021));
    CHECK(years.holds_later_than(2022));
    CHECK_FALSE(years.holds_later_than(2023));
    CHECK_FALSE(years.holds(0));
    CHECK_FALSE(years.holds(1952));
    CHECK_FALSE(years.holds(2080));
    years.add(PackedYear::first);
    years.add(PackedYear::last);
    CHECK(years.holds(1953));
    CHECK(years.latest() == 2079);
    Years up_to;
    up_to.add_up_to(2001);
    CHECK(up_to.holds(1953));
    CHECK(up_to.holds(2001));
    CHECK_FALSE(up_to.holds(2002));
}

TEST_CASE("all returns of the year must be given, for each authority", "[given]") {
    ReturnsGiven given;
    given.of(1).years.add(2023);
    const Window year = Window(day("2023-03-31"));
    const Window rolling = Window(day("2023-06-30"));
    CHECK(given.of(1).cover(year));
    CHECK_FALSE(given.of(1).cover(rolling)); // needs 2023 and 2024
    CHECK_FALSE(given.of(0).cover(year));
    CHECK_FALSE(given.of(7).cover(year));
    given.of(1).years.add(2024);
    CHECK(given.of(1).cover(rolling));
}

TEST_CASE("a table is given when a return of the year gives it", "[given]") {
    AuthorityReturns given;
    given.add_table(2023, Table::oc2);
    given.add_table(2023, Table::missing);
    given.add_missing_column(2023, Table::oc2, "CONVICTED");
    const Window year = Window(day("2023-03-31"));
    const Window rolling = Window(day("2023-06-30"));
    const Window before = Window(day("2022-03-31"));
    CHECK(given.give(year, Table::oc2));
    CHECK(given.give(year, Table::missing));
    CHECK(given.give(rolling, Table::oc2));
    CHECK_FALSE(given.give(before, Table::oc2));
    CHECK_FALSE(given.give(year, Table::oc3));
    CHECK(given.lack(year, Table::oc2, "CONVICTED"));
    CHECK(given.lack(rolling, Table::oc2, "CONVICTED"));
    CHECK_FALSE(given.lack(year, Table::oc2, "SDQ_SCORE"));
    CHECK_FALSE(given.lack(year, Table::oc3, "CONVICTED"));
    CHECK_FALSE(given.lack(before, Table::oc2, "CONVICTED"));
    given.add_table(0, Table::uasc); // of an extract: every year's
    CHECK(given.give(before, Table::uasc));
}

TEST_CASE("a set of tables", "[given]") {
    TableSet set;
    CHECK(set.is_empty());
    set = set | Table::oc2 | Table::header;
    CHECK(set.holds(Table::oc2));
    CHECK(set.holds(Table::header));
    CHECK_FALSE(set.holds(Table::oc3));
    CHECK_FALSE(set.is_empty());
    CHECK(set == (TableSet(Table::header) | Table::oc2));
    CHECK(name_of(Table::header) == "Header");
    CHECK(name_of(Table::social_workers) == "SWEpisodes");
    CHECK(name_of(Table::deprivation_of_liberty) == "DoLo");
}

TEST_CASE("what was said of a child is forgotten, of others it is not") {
    Records records;
    const auto authority = *records.authority("305");
    const auto forgotten = records.child(authority, "A");
    const auto other = records.child(authority, "B");
    for (const auto child : {forgotten, other}) {
        records.state_birth(child, day("2010-01-01"), {Table::header, 2023});
        records.state_sex(child, Sex::male, {Table::header, 2023});
        for (std::size_t kind = 0; kind < kinds; ++kind)
            add_row(records, child, kind, 1);
    }
    CHECK(records.rows_of(forgotten) == kinds);
    records.forget(forgotten);
    CHECK(records.rows_of(forgotten) == 0);
    CHECK_FALSE(records.know(forgotten));
    CHECK(Date(records[forgotten].birth).is_none());
    CHECK(records[forgotten].sex == Sex::unknown);
    CHECK(records.child(authority, "A") == forgotten);
    CHECK(records.rows_of(other) == kinds);
    CHECK(records.know(other));
    CHECK(Date(records[other].birth) == day("2010-01-01"));
    CHECK(records.row_count() == 2 * kinds);
    CHECK(records.forgotten_rows() == kinds);
    records.forget(forgotten);
    CHECK(records.forgotten_rows() == kinds);
}

TEST_CASE("a forgotten child is told of anew, by statements of lower standing too") {
    Records records;
    const auto child = records.child(*records.authority("305"), "A");
    records.state_birth(child, day("2010-01-01"), {Table::header, 2023});
    records.forget(child);
    records.state_birth(child, day("2011-01-01"), {Table::oc3, 2020});
    CHECK(records.know(child));
    CHECK(Date(records[child].birth) == day("2011-01-01"));
    const auto row = add_row(records, child, 0, 7);
    std::vector<std::uint32_t> places;
    collect<StoredEpisode>(records, child, places);
    CHECK(places == std::vector{row});
}

TEST_CASE("compacted records hold the same but for the rows that were forgotten") {
    Records records;
    records.given.longitudinal = true;
    records.given.of(1).years.add(2023);
    const auto north = *records.authority("North");
    const auto south = *records.authority("South");
    const auto first = records.child(south, "A");
    const auto second = records.child(north, "A");
    records.state_sex(second, Sex::female, {Table::header, 2023});
    for (const int mark : {3, 1, 2}) { // the rows of two children in turns
        add_row(records, first, 0, mark);
        add_row(records, second, 0, 10 * mark);
        add_row(records, second, 7, mark);
    }
    records.forget(first);
    add_row(records, first, 0, 5);

    const Records made = compacted(records);
    CHECK(made.row_count() == 7);
    CHECK(made.forgotten_rows() == 0);
    CHECK(made.authority_count() == 2);
    CHECK(made.name_of(made[first].authority) == "South");
    CHECK(made.name_of_child(second) == "A");
    CHECK(made[second].sex == Sex::female);
    CHECK(made.given.longitudinal);
    CHECK(made.given.of(south).years.holds(2023));
    const auto marks_of = [&made](Records::ChildNumber child) {
        std::vector<std::uint32_t> places;
        collect<StoredEpisode>(made, child, places);
        std::vector<int> marks; // in the order of the rows
        for (const std::uint32_t place : places)
            marks.push_back(made.row<StoredEpisode>(place).unpacked(place).decom -
                            first_recordable);
        return marks;
    };
    CHECK(marks_of(first) == std::vector{5});
    CHECK(marks_of(second) == std::vector{30, 10, 20});
    CHECK(made.rows_of(second) == 6);
}
