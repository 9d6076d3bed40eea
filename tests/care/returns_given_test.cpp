#include "indicare/care/returns_given.hpp"

#include <catch2/catch.hpp>

using namespace indicare::care;

namespace {

const Window year_of_2023(Date::of(2023, 3, 31));
const Window year_of_2022(Date::of(2022, 3, 31));

AuthorityReturns of_2022() {
    AuthorityReturns given;
    given.add_table(2022, Table::episodes);
    given.add_table(2022, Table::oc2);
    given.add_missing_column(2022, Table::oc2, "CONVICTED");
    return given;
}

AuthorityReturns of_2023() {
    AuthorityReturns given;
    given.add_table(2023, Table::header);
    given.add_table(2022, Table::oc3);
    return given;
}

} // namespace

TEST_CASE("what two readings were given of an authority is united") {
    AuthorityReturns both = of_2022();
    both |= of_2023();
    CHECK(both.cover(year_of_2022));
    CHECK(both.cover(year_of_2023));
    CHECK(both.with_episodes.holds(2022));
    CHECK_FALSE(both.with_episodes.holds(2023));
    CHECK(both.give_in(2022, Table::episodes));
    CHECK(both.give_in(2022, Table::oc3));
    CHECK(both.give_in(2023, Table::header));
    CHECK_FALSE(both.give_in(2023, Table::episodes));
    CHECK(both.lack(year_of_2022, Table::oc2, "CONVICTED"));
    CHECK_FALSE(both.lack(year_of_2023, Table::oc2, "CONVICTED"));
}

TEST_CASE("uniting does not ask which came first, and gives nothing new the second time") {
    AuthorityReturns one = of_2022();
    one |= of_2023();
    AuthorityReturns other = of_2023();
    other |= of_2022();
    CHECK(one == other);
    CHECK(one != of_2022());
    other |= of_2022();
    CHECK(one == other);
    other |= AuthorityReturns();
    CHECK(one == other);
}
