#include <string>

#include <catch2/catch.hpp>

#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

const Tally three{1, 1, 0};
const Tally fewer{0, 1, 0};
const Tally outside{0, 0, 0};

Tally social_workers_of(std::string_view child, std::string_view rows) {
    Returns returns;
    returns.episodes(2023, child);
    returns.table(2023, social_workers(rows));
    return returns.tally("three_or_more_social_workers", "2023-03-31");
}

const char* const in_care = "A,01/06/2020,S,C2,U4,,";

} // namespace

TEST_CASE("three_or_more_social_workers: three are enough, two are not") {
    CHECK(social_workers_of(in_care, "A,SW1,01/06/2020,01/06/2022\n"
                                     "A,SW2,01/06/2022,\n") == fewer);
    CHECK(social_workers_of(in_care, "A,SW1,01/06/2020,01/06/2022\n"
                                     "A,SW2,01/06/2022,01/09/2022\n"
                                     "A,SW3,01/09/2022,\n") == three);
}

TEST_CASE("three_or_more_social_workers: one who comes back is the same one") {
    CHECK(social_workers_of(in_care, "A,SW1,01/06/2020,01/06/2022\n"
                                     "A,SW2,01/06/2022,01/09/2022\n"
                                     "A,SW1,01/09/2022,\n") == fewer);
}

TEST_CASE("three_or_more_social_workers: one until the first day is not of the year") {
    const auto until = [](const std::string& day) {
        return social_workers_of(in_care, with("A,SW1,01/06/2020,DAY\n"
                                               "A,SW2,DAY,01/09/2022\n"
                                               "A,SW3,01/09/2022,\n",
                                               "DAY", day));
    };
    CHECK(until("01/04/2022") == fewer);
    CHECK(until("02/04/2022") == three);
}

TEST_CASE("three_or_more_social_workers: one from the last day is of the year") {
    const auto from = [](const std::string& day) {
        return social_workers_of(in_care, with("A,SW1,01/06/2020,01/09/2022\n"
                                               "A,SW2,01/09/2022,DAY\n"
                                               "A,SW3,DAY,\n",
                                               "DAY", day));
    };
    CHECK(from("31/03/2023") == three);
    CHECK(from("01/04/2023") == fewer);
}

TEST_CASE("three_or_more_social_workers: a child without one in the year is outside") {
    CHECK(social_workers_of(in_care, "") == outside);
    CHECK(social_workers_of(in_care, "A,SW1,01/06/2020,01/04/2022\n") == outside);
    CHECK(social_workers_of(in_care, "A,SW1,01/04/2023,\n") == outside);
}

TEST_CASE("three_or_more_social_workers: only of those looked after on the date") {
    CHECK(social_workers_of("A,01/06/2020,S,C2,U4,31/03/2023,E4A",
                            "A,SW1,01/06/2020,01/06/2022\n"
                            "A,SW2,01/06/2022,01/09/2022\n"
                            "A,SW3,01/09/2022,\n") == outside);
}
