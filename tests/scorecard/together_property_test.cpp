#include "indicare/scorecard/together.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "scorecard/parts.hpp"

using namespace indicare;
using namespace indicare::tests;
using scorecard::Figure;
using scorecard::Scorecard;

namespace {

/// Returns whose children are all at home in one area, whosever they are.
Returns at_home() {
    io::ReadingOptions options;
    options.area = "Home";
    Returns returns(options);
    returns.postcodes(postcodes_of_home);
    returns.request().as_at = dates_of_parts;
    return returns;
}

/// The same children as those of two authorities and as those of one.
class OneAndTwo {
  public:
    OneAndTwo() : two_(at_home()), one_(at_home()) {
        const RandomRows rows = rows_of_children(random_rows::below(8));
        for (const int year : {2022, 2023}) {
            give_by_authority(year, rows,
                              [&](const std::string& table) { two_.table(year, table); });
            give(one_, year, rows);
        }
        give_both_all_tables();
        give_populations();
        parts = io::scorecards(two_.reader(), two_.request());
        together = scorecard::together(parts, "Both", two_.request());
        at_once = io::scorecards(one_.reader(), one_.request());
    }

    std::vector<Scorecard> parts;    ///< of the authorities, at each date
    std::vector<Scorecard> together; ///< at each date
    std::vector<Scorecard> at_once;

  private:
    /// An authority without a row in a table was not given it; here all were given all.
    void give_both_all_tables() {
        two_.reader().end_returns();
        one_.reader().end_returns();
        care::Records& records = two_.reader().records();
        for (care::Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
            records.given.of(each) = one_.reader().records().given.of(0);
    }

    void give_populations() {
        const care::Records& records = two_.reader().records();
        for (const int year : {2022, 2023}) {
            std::int64_t all = 0;
            for (care::Records::AuthorityNumber each = 0; each < records.authority_count();
                 ++each) {
                const std::int64_t people = 1 + random_rows::below(20'000);
                two_.population(year, people, records.name_of(each));
                all += people;
            }
            one_.population(year, all);
        }
    }

    Returns two_;
    Returns one_;
};

/// Checks each figure of several authorities together beside those of its parts.
template <class Check>
void each_with_its_parts(const OneAndTwo& read, Check&& check) {
    for (std::size_t at = 0; at < dates_of_parts.size(); ++at)
        for (std::size_t i = 0; i < indicators::catalogue.size(); ++i) {
            std::vector<Figure> parts;
            for (std::size_t each = at; each < read.parts.size(); each += dates_of_parts.size())
                parts.push_back(read.parts[each].figures[i]);
            check(read.together[at].figures[i], parts);
        }
}

} // namespace

TEST_CASE("children of two authorities together have the figures that they have as those of one") {
    int both = 0;
    CHECK(rc::check("two and one", [&both] {
        const OneAndTwo read;
        if (read.parts.empty())
            return;
        both += read.parts.size() > dates_of_parts.size() ? 1 : 0;
        for (std::size_t at = 0; at < dates_of_parts.size(); ++at)
            for (std::size_t i = 0; i < indicators::catalogue.size(); ++i) {
                const Figure& figure = read.together[at].figures[i];
                const Figure& expected = read.at_once[at].figures[i];
                RC_ASSERT(figure.is_available() == expected.is_available());
                RC_ASSERT(figure.tally() == expected.tally());
                RC_ASSERT(figure.denominator() == expected.denominator());
                RC_ASSERT(figure.printed() == expected.printed());
                RC_ASSERT(figure.bounds() == expected.bounds());
            }
    }));
    CHECK(both > 50);
}

TEST_CASE("the figure of all lies between those of the parts") {
    int apart = 0;
    CHECK(rc::check("between", [&apart] {
        each_with_its_parts(OneAndTwo(), [&](const Figure& all, const std::vector<Figure>& parts) {
            std::vector<exact::ratio> values;
            for (const Figure& part : parts)
                if (const auto value = part.value())
                    values.push_back(*value);
            if (all.definition().unit == indicators::Unit::children || !all.value()) {
                RC_ASSERT(all.value() || !all.is_available() || values.empty());
                return;
            }
            const auto [least, most] = std::minmax_element(values.begin(), values.end());
            if (*least == *most) {
                RC_ASSERT(*all.value() == *least);
                return;
            }
            ++apart;
            RC_ASSERT(*least < *all.value());
            RC_ASSERT(*all.value() < *most);
        });
    }));
    CHECK(apart > 500);
}
