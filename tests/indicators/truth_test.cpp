#include "indicare/indicators/truth.hpp"

#include <catch2/catch.hpp>

using indicare::indicators::Truth;
using indicare::indicators::truth_of;

TEST_CASE("three truths: and, or, not") {
    constexpr Truth no = Truth::no;
    constexpr Truth unknown = Truth::unknown;
    constexpr Truth yes = Truth::yes;
    struct Case {
        Truth left, right, both, either;
    };
    for (const auto& [left, right, both, either] : {Case{no, no, no, no},
                                                    {no, unknown, no, unknown},
                                                    {no, yes, no, yes},
                                                    {unknown, unknown, unknown, unknown},
                                                    {unknown, yes, unknown, yes},
                                                    {yes, yes, yes, yes}}) {
        CHECK((left && right) == both);
        CHECK((right && left) == both);
        CHECK((left || right) == either);
        CHECK((right || left) == either);
    }
    CHECK((!no) == yes);
    CHECK((!unknown) == unknown);
    CHECK((!yes) == no);
    CHECK(truth_of(true) == yes);
    CHECK(truth_of(false) == no);
}
