// What chance can do to a figure.

#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

Session computed() {
    Session session;
    session.read(four_children, 2023);
    if (session.population("", 2023, 1000) != INDICARE_OK ||
        session.compute(20230331) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

std::string low(const Session& session, std::string_view id, const char* confidence = "") {
    return text(indicare_figure_limit_low, handle(session), std::int64_t{0}, Session::indicator(id),
                confidence, INDICARE_NUL_TERMINATED);
}

std::string high(const Session& session, std::string_view id, const char* confidence = "") {
    return text(indicare_figure_limit_high, handle(session), std::int64_t{0},
                Session::indicator(id), confidence, INDICARE_NUL_TERMINATED);
}

std::string significance(const Session& session, std::string_view id, const char* number) {
    const char* found = nullptr;
    if (indicare_figure_significance(session, 0, Session::indicator(id), number,
                                     INDICARE_NUL_TERMINATED, &found) != INDICARE_OK)
        throw std::runtime_error("no significance");
    return found;
}

} // namespace

TEST_CASE("limits of a share are Wilson's") {
    // 2 of 3: the shares p with (2 - 3 p)^2 <= z^2 3 p (1 - p), z = 1.95996 or 3.09023.
    const Session session = computed();
    CHECK(low(session, "in_foster_care") == "20.8");
    CHECK(high(session, "in_foster_care") == "93.9");
    CHECK(low(session, "in_foster_care", "95") == "20.8");
    CHECK(low(session, "in_foster_care", "0.95") == "20.8");
    CHECK(low(session, "in_foster_care", "99.8") == "11.0");
    CHECK(high(session, "in_foster_care", "99.8") == "97.0");
    CHECK(high(session, "in_foster_care", "99.80") == "97.0");
}

TEST_CASE("limits of a rate are the exact Poisson ones") {
    // Of 3 events the tables have 0.6187 and 8.7673; here for every 10,000 of 1,000.
    const Session session = computed();
    CHECK(low(session, "looked_after_rate") == "6.2");
    CHECK(high(session, "looked_after_rate") == "87.7");
}

TEST_CASE("an undetermined child moves both limits outwards") {
    // None or one of three: the lower limit of 0 of 3, the upper one of 1 of 3.
    const Session session = computed();
    CHECK(low(session, "three_or_more_placements") == "0.0");
    CHECK(high(session, "three_or_more_placements") == "79.2");
}

TEST_CASE("a count, and a figure that there is not, have no limits") {
    const Session session = computed();
    CHECK(low(session, "looked_after").empty());
    CHECK(high(session, "looked_after").empty());
    CHECK(low(session, "placed_over_20_miles").empty());
}

TEST_CASE("significance goes by the limits at both levels") {
    const Session session = computed();
    // In foster care, where high is good, 95% of chance lies from 20.8 to 93.9, 99.8% from 11.0
    // to 97.0.
    CHECK(significance(session, "in_foster_care", "10.9") == "much better");
    CHECK(significance(session, "in_foster_care", "15") == "better");
    CHECK(significance(session, "in_foster_care", "62.5") == "similar");
    CHECK(significance(session, "in_foster_care", "95") == "worse");
    CHECK(significance(session, "in_foster_care", "98") == "much worse");
    // In a children's home, which is neither good nor bad, the same from the other side.
    CHECK(significance(session, "in_secure_or_childrens_home", "2") == "much higher");
    CHECK(significance(session, "in_secure_or_childrens_home", "5") == "higher");
    CHECK(significance(session, "in_secure_or_childrens_home", "85") == "lower");
    CHECK(significance(session, "in_secure_or_childrens_home", "89.1") == "much lower");

    CHECK(significance(session, "looked_after", "3") == "cannot be told");
    CHECK(significance(session, "placed_over_20_miles", "15") == "cannot be told");
}

TEST_CASE("a confidence or a number that is none") {
    Session session = computed();
    const std::int64_t share = Session::indicator("in_foster_care");
    for (const char* const none : {"0", "1", "100", "-5", "95%", "high"}) {
        CHECK(indicare_figure_limit_low(session, 0, share, none, INDICARE_NUL_TERMINATED, nullptr,
                                        0, nullptr) == INDICARE_INVALID_ARGUMENT);
        CHECK(indicare_figure_limit_high(session, 0, share, none, INDICARE_NUL_TERMINATED, nullptr,
                                         0, nullptr) == INDICARE_INVALID_ARGUMENT);
    }
    CHECK(session.error() == "confidence: expected a level, as 95 or 99.8 percent or 0.95 of 1, "
                             "with 30 decimals at most, not \"high\"");
    const char* found = "not set";
    for (const char* const none : {"", "62,5", "1e3", "half"})
        CHECK(indicare_figure_significance(session, 0, share, none, INDICARE_NUL_TERMINATED,
                                           &found) == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "number: expected a number as 62.5, not \"half\"");
    CHECK(indicare_figure_significance(session, 0, share, "1", 1, nullptr) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "significance: expected a pointer, not NULL");
    CHECK(std::string(found) == "not set");
}

TEST_CASE("limits are asked of results") {
    Session session;
    char buffer[8];
    const char* found = nullptr;
    CHECK(indicare_figure_limit_low(session, 0, 0, "", 0, buffer, 8, nullptr) ==
          INDICARE_WRONG_ORDER);
    CHECK(indicare_figure_limit_high(session, 0, 0, "", 0, buffer, 8, nullptr) ==
          INDICARE_WRONG_ORDER);
    CHECK(indicare_figure_significance(session, 0, 0, "1", 1, &found) == INDICARE_WRONG_ORDER);
    const Session other = computed();
    CHECK(indicare_figure_limit_low(other, 1, 0, "", 0, buffer, 8, nullptr) ==
          INDICARE_OUT_OF_RANGE);
    CHECK(indicare_figure_significance(other, 0, -1, "1", 1, &found) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_figure_limit_low(nullptr, 0, 0, "", 0, buffer, 8, nullptr) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_figure_limit_high(nullptr, 0, 0, "", 0, buffer, 8, nullptr) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_figure_significance(nullptr, 0, 0, "1", 1, &found) == INDICARE_INVALID_ARGUMENT);
    CHECK(found == nullptr);
}
