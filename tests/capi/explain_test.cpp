#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

Session computed(std::string_view episodes = four_children) {
    Session session;
    session.read(episodes, 2023);
    if (session.compute(20230331) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

/// In 2022 A in a foster placement and B in a home. In 2023 A stays, B has moved to foster carers,
/// and C has come into a home.
Session two_years() {
    Session session;
    session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                 "A,01/06/2021,S,C2,U4,,\n"
                 "B,01/06/2021,S,C2,K2,,\n",
                 2022);
    session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                 "A,01/06/2021,S,C2,U4,,\n"
                 "B,01/06/2021,S,C2,K2,14/05/2022,X1\n"
                 "B,14/05/2022,P,C2,U6,,\n"
                 "C,01/02/2023,S,C2,K2,,\n",
                 2023);
    if (session.compute(20230331) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

/// Westmere comes first in the returns, and Eastmere in the order of names.
Session two_authorities() {
    return computed("LA,CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                    "Westmere,A,01/06/2022,S,C2,U4,,\n"
                    "Eastmere,B,01/06/2022,S,C2,K2,,\n");
}

std::int64_t count(Session& session) {
    std::int64_t count = -1;
    CHECK(indicare_explained_count(session, &count) == INDICARE_OK);
    return count;
}

struct Stands {
    std::string child;
    std::int32_t membership = -1;
    std::int64_t amount = -1;

    bool operator==(const Stands&) const = default;
};

Stands at(Session& session, std::int64_t place) {
    Stands stands;
    CHECK(indicare_explained(session, place, &stands.membership, &stands.amount) == INDICARE_OK);
    stands.child = text(indicare_explained_child, handle(session), place);
    return stands;
}

indicare_status explain(Session& session, std::string_view id, std::int64_t authority = 0) {
    return indicare_explain(session, authority, Session::indicator(id));
}

indicare_status make_explanation(Session& session, std::string_view id, std::string_view target,
                                 std::string_view format, std::int64_t authority = 0) {
    return indicare_make_explanation(session, authority, Session::indicator(id), target.data(),
                                     target.size(), format.data(), format.size());
}

indicare_status make_movement(Session& session, std::string_view id, std::int32_t since,
                              std::string_view format, std::int64_t authority = 0) {
    return indicare_make_movement(session, authority, Session::indicator(id), since, format.data(),
                                  format.size());
}

indicare_status make_life(Session& session, std::string_view child, std::string_view format,
                          std::int64_t authority = 0) {
    return indicare_make_life(session, authority, child.data(), child.size(), format.data(),
                              format.size());
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("where a child stands is a pinned number") {
    CHECK(INDICARE_OUTSIDE == 0);
    CHECK(INDICARE_DENOMINATOR == 1);
    CHECK(INDICARE_NUMERATOR == 2);
    CHECK(INDICARE_UNDETERMINED == 3);
}

TEST_CASE("a figure is explained child by child, those counted first") {
    Session session = computed();
    // A and D are in foster placements, C in a home; B has left.
    REQUIRE(explain(session, "in_foster_care") == INDICARE_OK);
    REQUIRE(count(session) == 3);
    CHECK(at(session, 0) == Stands{"A", INDICARE_NUMERATOR, 1});
    CHECK(at(session, 1) == Stands{"D", INDICARE_NUMERATOR, 1});
    CHECK(at(session, 2) == Stands{"C", INDICARE_DENOMINATOR, 0});
    CHECK(indicare_explained(session, 2, nullptr, nullptr) == INDICARE_OK);
    CHECK(text(indicare_explained_reason, handle(session), std::int64_t{0}) ==
          "PLACE U4 (foster placement with another carer, long term) since 01/06/2022");
    CHECK(text(indicare_explained_reason, handle(session), std::int64_t{2}) ==
          "PLACE K2 (children's home) since 15/01/2023");
    CHECK(text(indicare_explained_decided_by, handle(session), std::int64_t{0}).empty());
}

TEST_CASE("those of whom the returns do not tell are last, with what would decide") {
    Session session = computed();
    // A and C have had one placement; of D it is not known how many there were in April 2022.
    REQUIRE(explain(session, "three_or_more_placements") == INDICARE_OK);
    REQUIRE(count(session) == 3);
    CHECK(at(session, 0) == Stands{"A", INDICARE_DENOMINATOR, 0});
    CHECK(at(session, 1) == Stands{"C", INDICARE_DENOMINATOR, 0});
    CHECK(at(session, 2) == Stands{"D", INDICARE_UNDETERMINED, 0});
    CHECK(text(indicare_explained_decided_by, handle(session), std::int64_t{2}) ==
          "the earlier return that holds the start of the period of care");
}

TEST_CASE("of a count nobody is in the denominator") {
    Session session = computed();
    REQUIRE(explain(session, "ceased") == INDICARE_OK);
    REQUIRE(count(session) == 1);
    CHECK(at(session, 0) == Stands{"B", INDICARE_NUMERATOR, 1});
}

TEST_CASE("children go by number when that is asked for, at any time") {
    Session session = computed();
    REQUIRE(explain(session, "in_foster_care") == INDICARE_OK);
    CHECK(session.set("children", "initials") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "value: expected named or numbered, not \"initials\"");
    CHECK(session.set("children", "numbered") == INDICARE_OK);
    CHECK(at(session, 0).child == "1");
    CHECK(at(session, 1).child == "4");
    CHECK(at(session, 2).child == "3");
    REQUIRE(make_explanation(session, "in_foster_care", "", "csv") == INDICARE_OK);
    CHECK(holds(session.document(), "\n,4,numerator,"));
    CHECK(session.set("children", "named") == INDICARE_OK);
    CHECK(at(session, 1).child == "D");
}

TEST_CASE("an authority is meant by its place in the order of names") {
    Session session = two_authorities();
    REQUIRE(text(indicare_authority_name, handle(session), std::int64_t{0}) == "Eastmere");
    REQUIRE(explain(session, "in_foster_care", 0) == INDICARE_OK);
    REQUIRE(count(session) == 1);
    CHECK(at(session, 0) == Stands{"B", INDICARE_DENOMINATOR, 0});
    REQUIRE(explain(session, "in_foster_care", 1) == INDICARE_OK);
    REQUIRE(count(session) == 1);
    CHECK(at(session, 0) == Stands{"A", INDICARE_NUMERATOR, 1});

    REQUIRE(make_explanation(session, "in_foster_care", "", "csv", 1) == INDICARE_OK);
    CHECK(holds(session.document(), "\nWestmere,A,numerator,"));
    CHECK_FALSE(holds(session.document(), "Eastmere"));
    CHECK(make_life(session, "A", "csv", 0) == INDICARE_NOT_FOUND);
    REQUIRE(make_life(session, "A", "csv", 1) == INDICARE_OK);
    CHECK(holds(session.document(), "\nWestmere,A,2023-03-31,looked_after,numerator,"));
}

TEST_CASE("what is explained lasts as long as the results") {
    Session session = computed();
    std::int64_t number = -1;
    CHECK(indicare_explained_count(session, &number) == INDICARE_WRONG_ORDER);
    CHECK(session.error() == "no figure is explained; expected indicare_explain first");
    REQUIRE(explain(session, "in_foster_care") == INDICARE_OK);
    SECTION("another computation") {
        CHECK(session.compute(20230331) == INDICARE_OK);
    }
    SECTION("something more is given") {
        CHECK(session.population("", 2023, 30'000) == INDICARE_OK);
        CHECK(explain(session, "in_foster_care") == INDICARE_WRONG_ORDER);
    }
    SECTION("another policy") {
        CHECK(session.set("leaver_on_date", "still_looked_after") == INDICARE_OK);
    }
    CHECK(indicare_explained_count(session, &number) == INDICARE_WRONG_ORDER);
    CHECK(indicare_explained(session, 0, nullptr, nullptr) == INDICARE_WRONG_ORDER);
    CHECK(number == -1);
}

TEST_CASE("a call that is refused leaves what was explained") {
    Session session = computed();
    REQUIRE(explain(session, "in_foster_care") == INDICARE_OK);
    CHECK(explain(session, "in_foster_care", 1) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "authority: expected an index from 0 and below 1, not 1");
    CHECK(indicare_explain(session, 0, -1) == INDICARE_OUT_OF_RANGE);
    CHECK(explain(session, "unaccompanied") == INDICARE_NOT_AVAILABLE);
    CHECK(session.error() == "there is no figure: no UASC table in the return of 2023 (columns "
                             "CHILD, DUC)");
    CHECK(indicare_explained(session, 3, nullptr, nullptr) == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "place: expected an index from 0 and below 3, not 3");
    CHECK(indicare_explained_child(session, -1, nullptr, 0, nullptr) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_explained_reason(session, 3, nullptr, 0, nullptr) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_explained_decided_by(session, 3, nullptr, 0, nullptr) == INDICARE_OUT_OF_RANGE);
    CHECK(indicare_explained_count(session, nullptr) == INDICARE_INVALID_ARGUMENT);
    CHECK(count(session) == 3);
}

TEST_CASE("an explanation as a document") {
    Session session = computed();
    REQUIRE(make_explanation(session, "in_foster_care", "", "csv") == INDICARE_OK);
    CHECK(session.document().find("authority,child,membership,reason,decided_by,amount\n") == 0);
    CHECK(holds(session.document(), "\n,A,numerator,\"PLACE U4 (foster placement with another "
                                    "carer, long term) since 01/06/2022\",,1\n"));
    CHECK(holds(session.document(), "\n,B,outside,"));
    CHECK(holds(session.document(),
                "\n,C,denominator,PLACE K2 (children's home) since 15/01/2023,,\n"));
    REQUIRE(make_explanation(session, "in_foster_care", "", "json") == INDICARE_OK);
    CHECK(session.document().front() == '[');
    REQUIRE(make_explanation(session, "in_foster_care", "", "text") == INDICARE_OK);
    CHECK(session.document().find("In foster placements, as at 31 March 2023: 67% (2 of 3)\n") ==
          0);
    CHECK_FALSE(holds(session.document(), "would be reached"));
}

TEST_CASE("how far a figure is from a target") {
    Session session = computed();
    // 2 of 3 are 66.7%; 80% of 3 are 2.4 children, and 79.5%, which prints as 80%, are 2.385.
    REQUIRE(make_explanation(session, "in_foster_care", "80", "text") == INDICARE_OK);
    CHECK(holds(session.document(), "80% would be reached with 1 more child counted, and printed "
                                    "with 1 more child.\nNearest of the 1 who could:\n  C"));
    CHECK(make_explanation(session, "in_foster_care", "most", "text") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "target: expected a number as 62.5, not \"most\"");
    CHECK(indicare_make_explanation(session, 0, 0, nullptr, 1, "csv", 3) ==
          INDICARE_INVALID_ARGUMENT);
    CHECK(make_explanation(session, "in_foster_care", "80", "xml") == INDICARE_INVALID_ARGUMENT);
    CHECK(make_explanation(session, "unaccompanied", "80", "csv") == INDICARE_NOT_AVAILABLE);
    CHECK(make_explanation(session, "in_foster_care", "", "csv", 1) == INDICARE_OUT_OF_RANGE);
    CHECK(make_explanation(session, "no such indicator", "", "csv") == INDICARE_OUT_OF_RANGE);
}

TEST_CASE("how a figure moved since a day before") {
    Session session = two_years();
    // 1 of 2 were in foster placements, 2 of 3 are: 66 2/3 - 50 = 16 2/3. With d' = 3: B adds
    // 100 / 3, C, who is among but not counted, takes 50 / 3 away.
    REQUIRE(make_movement(session, "in_foster_care", 20220331, "csv") == INDICARE_OK);
    CHECK(holds(session.document(), "\n,B,denominator,numerator,,1,"));
    CHECK(holds(session.document(), "\n,C,outside,denominator,,,"));
    CHECK_FALSE(holds(session.document(), "\n,A,"));
    REQUIRE(make_movement(session, "in_foster_care", 20220331, "text") == INDICARE_OK);
    CHECK(holds(session.document(), "In foster placements\n31 March 2022: 50% (1 of 2)\n"
                                    "31 March 2023: 67% (2 of 3)\n"
                                    "Change: +16.7 percentage points, exactly 50/3\n"));
    REQUIRE(make_movement(session, "in_foster_care", 20220331, "json") == INDICARE_OK);
    CHECK(holds(session.document(), "\"change\": \"100/3\""));
    CHECK(holds(session.document(), "\"change\": \"-50/3\""));
}

TEST_CASE("days since which a figure cannot be told to have moved") {
    Session session = two_years();
    CHECK(make_movement(session, "in_foster_care", 20220230, "csv") == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "since: expected a day as 20230331, not 20220230");
    CHECK(make_movement(session, "in_foster_care", 20230331, "csv") == INDICARE_OUT_OF_RANGE);
    CHECK(session.error() == "since: expected a day from 01/01/1900 and before that of the "
                             "results, 31/03/2023, not 31/03/2023");
    CHECK(make_movement(session, "in_foster_care", 18991231, "csv") == INDICARE_OUT_OF_RANGE);
    CHECK(make_movement(session, "in_foster_care", 20210331, "csv") == INDICARE_NOT_AVAILABLE);
    CHECK(session.error() == "there is no figure on 31/03/2021: the return of 2021 was not given");
    CHECK(make_movement(session, "unaccompanied", 20220331, "csv") == INDICARE_NOT_AVAILABLE);
    CHECK(make_movement(session, "in_foster_care", 20220331, "html") == INDICARE_INVALID_ARGUMENT);
    CHECK(make_movement(session, "in_foster_care", 20220331, "csv", 1) == INDICARE_OUT_OF_RANGE);
    CHECK(make_movement(session, "none", 20220331, "csv") == INDICARE_OUT_OF_RANGE);
    // A rate needs the population of both years.
    CHECK(session.population("", 2023, 10'000) == INDICARE_OK);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(make_movement(session, "looked_after_rate", 20220331, "csv") == INDICARE_NOT_AVAILABLE);
    CHECK(session.error() == "there is no figure on 31/03/2022: no population given for 2022");
}

TEST_CASE("the life of one child") {
    Session session = computed();
    REQUIRE(make_life(session, "B", "text") == INDICARE_OK);
    CHECK(session.document().find("Child B\n\nperiod of care, 01/07/2022 to 01/02/2023") == 0);
    REQUIRE(make_life(session, "B", "csv") == INDICARE_OK);
    CHECK(holds(session.document(), "\n,B,2023-03-31,ceased,numerator,"));
    CHECK(holds(session.document(), "\n,B,2023-03-31,looked_after,outside,"));
    REQUIRE(make_life(session, "B", "json") == INDICARE_OK);
    CHECK(holds(session.document(), "\"child\": \"B\""));
    CHECK(make_life(session, "Z", "csv") == INDICARE_NOT_FOUND);
    CHECK(session.error() == "child: expected one of the returns of the authority, not \"Z\"");

    CHECK(session.set("children", "numbered") == INDICARE_OK);
    REQUIRE(make_life(session, "B", "text") == INDICARE_OK);
    CHECK(session.document().find("Child 2\n") == 0);
    CHECK(make_life(session, "Z", "csv") == INDICARE_NOT_FOUND);
    CHECK(session.error() == "child: expected one of the returns of the authority");
    CHECK(make_life(session, "B", "csv", 1) == INDICARE_OUT_OF_RANGE);
    CHECK(make_life(session, "B", "html") == INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_make_life(session, 0, nullptr, 1, "csv", 3) == INDICARE_INVALID_ARGUMENT);
}

TEST_CASE("nothing is explained before there are results") {
    Session session;
    session.read(four_children, 2023);
    CHECK(explain(session, "in_foster_care") == INDICARE_WRONG_ORDER);
    CHECK(session.error() ==
          "there are no results; expected indicare_compute after all that was given");
    CHECK(make_explanation(session, "in_foster_care", "", "csv") == INDICARE_WRONG_ORDER);
    CHECK(make_movement(session, "in_foster_care", 20220331, "csv") == INDICARE_WRONG_ORDER);
    CHECK(make_life(session, "A", "csv") == INDICARE_WRONG_ORDER);
}

TEST_CASE("explaining with a session that is NULL") {
    std::int64_t number = 0;
    std::int32_t small = 0;
    for (const indicare_status status : {
             indicare_explain(nullptr, 0, 0),
             indicare_explained_count(nullptr, &number),
             indicare_explained(nullptr, 0, &small, &number),
             indicare_explained_child(nullptr, 0, nullptr, 0, nullptr),
             indicare_explained_reason(nullptr, 0, nullptr, 0, nullptr),
             indicare_explained_decided_by(nullptr, 0, nullptr, 0, nullptr),
             indicare_make_explanation(nullptr, 0, 0, "", 0, "csv", 3),
             indicare_make_movement(nullptr, 0, 0, 20220331, "csv", 3),
             indicare_make_life(nullptr, 0, "A", 1, "csv", 3),
         })
        CHECK(status == INDICARE_INVALID_ARGUMENT);
}
