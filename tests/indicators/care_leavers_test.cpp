#include <array>
#include <cstddef>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "indicare/indicators/care_leavers.hpp"
#include "indicators/case_tables.hpp"

using indicare::indicators::Tally;
using namespace indicare::tests;

namespace {

const std::array<std::string, 5> asked = {"in_touch", "in_education_or_work",
                                          "not_in_education_or_work", "in_higher_education",
                                          "in_suitable_accommodation"};

/// As at 31 March 2023, with the OC3 row `DOB,IN_TOUCH,ACTIV,ACCOM` of one young person.
Tally leaver(const std::string& id, const std::string& row) {
    Returns returns;
    returns.table(2023, oc3("A," + row));
    return returns.tally(id, "2023-03-31");
}

const Tally yes{1, 1, 0};
const Tally no{0, 1, 0};
const Tally undetermined{0, 0, 1};
const Tally outside{0, 0, 0};

} // namespace

TEST_CASE("care leavers: aged 17 to 18 and 19 to 21, to the day") {
    const auto aged = [](const std::string& born, const Tally& younger, const Tally& older) {
        for (const std::string& row : asked) {
            CAPTURE(born, row);
            CHECK(leaver("leavers_17_18_" + row, born + ",NO,0,0") == younger);
            CHECK(leaver("leavers_19_21_" + row, born + ",NO,0,0") == older);
        }
    };
    aged("01/04/2006", outside, outside); // 16
    aged("31/03/2006", no, outside);      // 17
    aged("01/04/2004", no, outside);      // 18
    aged("31/03/2004", outside, no);      // 19
    aged("01/04/2001", outside, no);      // 21
    aged("31/03/2001", outside, outside); // 22
}

TEST_CASE("care leavers: an unknown date of birth leaves every row undetermined") {
    for (const std::string& row : asked) {
        CHECK(leaver("leavers_17_18_" + row, ",YES,F1,B1") == undetermined);
        CHECK(leaver("leavers_19_21_" + row, ",YES,F1,B1") == undetermined);
        CHECK(leaver("leavers_19_21_" + row, ",DIED,F1,B1") == outside);
    }
}

TEST_CASE("care leavers: who died or went home for good is outside, whatever is blank") {
    for (const char* gone : {"DIED", "RHOM"}) {
        for (const std::string& row : asked) {
            CHECK(leaver("leavers_17_18_" + row, with("01/06/2004,GONE,F1,B1", "GONE", gone)) ==
                  outside);
            CHECK(leaver("leavers_19_21_" + row, with("01/06/2002,GONE,,", "GONE", gone)) ==
                  outside);
        }
    }
}

TEST_CASE("care leavers: in touch") {
    CHECK(leaver("leavers_17_18_in_touch", "01/06/2004,YES,F1,B1") == yes);
    CHECK(leaver("leavers_19_21_in_touch", "01/06/2002,YES,,") == yes);
    for (const char* contact : {"NO", "REFU", "NREQ"}) {
        CHECK(leaver("leavers_17_18_in_touch",
                     with("01/06/2004,CONTACT,0,0", "CONTACT", contact)) == no);
        CHECK(leaver("leavers_19_21_in_touch",
                     with("01/06/2002,CONTACT,0,0", "CONTACT", contact)) == no);
    }
}

TEST_CASE("care leavers: a blank IN_TOUCH leaves every row undetermined") {
    for (const std::string& row : asked) {
        CHECK(leaver("leavers_17_18_" + row, "01/06/2004,,F1,B1") == undetermined);
        CHECK(leaver("leavers_19_21_" + row, "01/06/2002,,F1,B1") == undetermined);
        CHECK(leaver("leavers_19_21_" + row, "01/04/2006,,F1,B1") == outside); // 16
    }
}

TEST_CASE("care leavers: not in touch, but known what they do and where they live") {
    for (const char* contact : {"NO", "REFU", "NREQ"}) {
        const std::string row = with("01/06/2002,CONTACT,F1,B1", "CONTACT", contact);
        CHECK(leaver("leavers_19_21_in_education_or_work", row) == yes);
        CHECK(leaver("leavers_19_21_in_suitable_accommodation", row) == yes);
    }
}

TEST_CASE("care leavers: what they do") {
    const std::set<std::string> education_or_work = {"F1", "P1", "F2", "P2", "F3",
                                                     "P3", "F4", "P4", "F5", "P5"};
    const std::set<std::string> higher = {"F1", "P1"};
    const std::set<std::string> neither = {"G4", "G5", "G6"};
    for (const std::string activity :
         {"F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5", "G4", "G5", "G6", "0"}) {
        CAPTURE(activity);
        for (const auto& [group, born] : {std::pair("leavers_17_18_", "01/06/2004"),
                                          std::pair("leavers_19_21_", "01/06/2002")}) {
            const std::string row = with("BORN,YES,ACTIV,B1", "BORN", born, "ACTIV", activity);
            const std::string prefix = group;
            CHECK(leaver(prefix + "in_education_or_work", row) ==
                  (education_or_work.count(activity) > 0 ? yes : no));
            CHECK(leaver(prefix + "in_higher_education", row) ==
                  (higher.count(activity) > 0 ? yes : no));
            CHECK(leaver(prefix + "not_in_education_or_work", row) ==
                  (neither.count(activity) > 0 ? yes : no));
        }
    }
}

TEST_CASE("care leavers: a blank activity leaves open what they do, and nothing else") {
    const std::string row = "01/06/2002,YES,,B1";
    CHECK(leaver("leavers_19_21_in_education_or_work", row) == undetermined);
    CHECK(leaver("leavers_19_21_not_in_education_or_work", row) == undetermined);
    CHECK(leaver("leavers_19_21_in_higher_education", row) == undetermined);
    CHECK(leaver("leavers_19_21_in_touch", row) == yes);
    CHECK(leaver("leavers_19_21_in_suitable_accommodation", row) == yes);
}

TEST_CASE("care leavers: suitable accommodation") {
    for (const std::string kind : {"B", "C", "D", "E", "K", "T", "U", "V", "W", "Y", "Z"}) {
        CAPTURE(kind);
        CHECK(leaver("leavers_19_21_in_suitable_accommodation",
                     with("01/06/2002,YES,F1,KIND1", "KIND", kind)) == yes);
        CHECK(leaver("leavers_19_21_in_suitable_accommodation",
                     with("01/06/2002,YES,F1,KIND2", "KIND", kind)) == no);
    }
    CHECK(leaver("leavers_17_18_in_suitable_accommodation", "01/06/2004,YES,F1,B1") == yes);
    CHECK(leaver("leavers_17_18_in_suitable_accommodation", "01/06/2004,YES,F1,B2") == no);
}

TEST_CASE("care leavers: no fixed abode and custody are not suitable") {
    CHECK(leaver("leavers_19_21_in_suitable_accommodation", "01/06/2002,YES,F1,S2") == no);
    CHECK(leaver("leavers_19_21_in_suitable_accommodation", "01/06/2002,YES,F1,X2") == no);
}

TEST_CASE("care leavers: no information on accommodation is an answer, a blank is none") {
    CHECK(leaver("leavers_19_21_in_suitable_accommodation", "01/06/2002,NO,0,0") == no);
    CHECK(leaver("leavers_19_21_in_suitable_accommodation", "01/06/2002,NO,0,") == undetermined);
    CHECK(leaver("leavers_19_21_in_touch", "01/06/2002,NO,0,") == no);
    CHECK(leaver("leavers_19_21_in_education_or_work", "01/06/2002,NO,0,") == no);
}

TEST_CASE("care leavers: abroad, deported or residence unknown are outside accommodation alone") {
    for (const std::string kind : {"G1", "G2", "H1", "H2", "R1", "R2"}) {
        CAPTURE(kind);
        CHECK(leaver("leavers_17_18_in_suitable_accommodation", "01/06/2004,YES,F1," + kind) ==
              outside);
        CHECK(leaver("leavers_19_21_in_suitable_accommodation", "01/06/2002,YES,F1," + kind) ==
              outside);
        // Even where IN_TOUCH or the date of birth is blank.
        CHECK(leaver("leavers_19_21_in_suitable_accommodation", "01/06/2002,,F1," + kind) ==
              outside);
        CHECK(leaver("leavers_19_21_in_suitable_accommodation", ",YES,F1," + kind) == outside);
        CHECK(leaver("leavers_19_21_in_touch", "01/06/2002,YES,F1," + kind) == yes);
        CHECK(leaver("leavers_19_21_in_education_or_work", "01/06/2002,YES,F1," + kind) == yes);
    }
}

TEST_CASE("care leavers: born on 29 February, a year older on 1 March") {
    const auto as_at = [](const char* date) {
        Returns returns;
        for (const int year : {2020, 2021})
            returns.table(year, oc3("A,29/02/2004,YES,F1,B1"));
        return returns.tally("leavers_17_18_in_touch", date);
    };
    CHECK(as_at("2021-02-28") == Tally{0, 0, 0}); // still 16
    CHECK(as_at("2021-03-01") == yes);
}

TEST_CASE("care leavers: those of the OC3 rows, and not those in care") {
    Returns returns;
    returns.table(2023, header("CHILD,DOB", "A,01/06/2004\n"
                                            "B,01/06/2004\n"));
    returns.episodes(2023, "A,01/06/2020,S,C2,U4,,\n");
    returns.table(2023, oc3("B,01/06/2004,YES,F1,B1"));
    CHECK(returns.tally("leavers_17_18_in_touch", "2023-03-31") == yes); // B, without episodes
    CHECK(returns.tally("looked_after", "2023-03-31") == Tally{1, 0, 0});
}

TEST_CASE("care leavers: of two rows in one return the later holds") {
    Returns returns;
    returns.table(2023, oc3("A,01/06/2002,NO,0,0\n"
                            "A,01/06/2002,YES,F1,B1\n"));
    CHECK(returns.tally("leavers_19_21_in_touch", "2023-03-31") == yes);
}

TEST_CASE("care leavers: another age group has the same five figures") {
    const auto definitions = indicare::indicators::care_leavers_aged<22, 25>(
        {"a", "b", "c", "d", "e"}, {"A", "B", "C", "D", "E"});
    for (std::size_t each = 0; each < definitions.size(); ++each) {
        const auto& definition = definitions[each];
        const auto& bundled = indicare::indicators::care_leavers_19_21[each];
        CHECK(definition.id == std::string(1, static_cast<char>('a' + each)));
        CHECK(definition.title == std::string(1, static_cast<char>('A' + each)));
        CHECK(definition.sentence == bundled.sentence);
        CHECK(definition.unit == bundled.unit);
        CHECK(definition.polarity == bundled.polarity);
    }
}
