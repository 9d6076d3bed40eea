#include "indicare/indicators/definition.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "indicare/care/date.hpp"
#include "indicare/care/history.hpp"
#include "indicare/care/outcomes.hpp"
#include "indicare/care/window.hpp"

using namespace indicare;
using indicators::Condition;
using indicators::Conditions;
using indicators::Truth;

namespace {

Condition always(Truth truth) {
    switch (truth) {
    case Truth::yes:
        return {"yes", [](const indicators::Child&) { return Truth::yes; }};
    case Truth::no:
        return {"no", [](const indicators::Child&) { return Truth::no; }};
    default:
        return {"unknown", [](const indicators::Child&) { return Truth::unknown; }};
    }
}

} // namespace

TEST_CASE("conditions hold when each does, and do not when one does not, whatever is unknown") {
    const care::History history;
    const care::Outcomes outcomes;
    const indicators::Child child(care::Window(care::Date::of(2023, 3, 31)), history, outcomes, {},
                                  care::Sex::unknown, false);
    CHECK(Conditions().hold(child) == Truth::yes);
    CHECK(Conditions().each().empty());
    constexpr Truth truths[] = {Truth::no, Truth::unknown, Truth::yes}; // the least decides
    for (const Truth first : truths) {
        CHECK(Conditions{always(first)}.hold(child) == first);
        for (const Truth second : truths) {
            CHECK(Conditions{always(first), always(second)}.hold(child) == std::min(first, second));
            for (const Truth third : truths) {
                const Conditions all{always(first), always(second), always(third)};
                CHECK(all.hold(child) == std::min({first, second, third}));
                REQUIRE(all.each().size() == 3);
                CHECK(all.each()[2].text == always(third).text);
            }
        }
    }
}
