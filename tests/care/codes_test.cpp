#include "indicare/care/code.hpp"
#include "indicare/care/episode_codes.hpp"
#include "indicare/care/outcome_codes.hpp"
#include "indicare/care/person_codes.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace indicare::care;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

/// An enumerator and the text by which a return names it.
template <class E>
struct Named {
    E code;
    std::string text;
};

/// The list holds these codes, in any order, and no other.
template <class E>
void check_list(const std::vector<Named<E>>& all) {
    std::set<std::string> expected;
    std::set<std::string> listed;
    for (const Code& each : CodeList<E>::codes)
        listed.emplace(each.text);
    for (const auto& [code, text] : all) {
        CAPTURE(text);
        expected.insert(text);
        CHECK(code_named<E>(text) == code);
        CHECK(text_of(code) == text);
        CHECK_FALSE(code_of(code).meaning.empty());
    }
    CHECK(listed == expected);
    CHECK(CodeList<E>::codes.size() == expected.size());
    CHECK_FALSE(CodeList<E>::column.empty());
    CHECK(code_named<E>("") == E::blank);
    CHECK(text_of(E::blank).empty());
    CHECK(text_of(E::unlisted) == "?");
}

/// The years in which a code may be used; every code that is not named here may be used in any.
using Span = std::pair<int, int>;
template <class E>
void check_years(const std::map<std::string, Span>& changed) {
    for (const Code& each : CodeList<E>::codes) {
        const auto at = changed.find(std::string(each.text));
        const Span span = at == changed.end() ? Span(0, 9999) : at->second;
        for (int year = 1992; year <= 2040; ++year) {
            CAPTURE(each.text, year);
            CHECK(each.valid_in(year) == (span.first <= year && year <= span.second));
        }
    }
}

// An enumerator that is called as the return calls the code.
#define SAME(code)                                                                                 \
    { E::code, #code }

} // namespace

TEST_CASE("RNE has the codes of the return", "[codes]") {
    using E = ReasonNewEpisode;
    check_list<E>({SAME(S), SAME(L), SAME(P), SAME(T), SAME(B), SAME(U)});
    CHECK(CodeList<E>::column == "RNE");
    check_years<E>({});
}

TEST_CASE("LS has the codes of the return", "[codes]") {
    using E = LegalStatus;
    check_list<E>({SAME(C1), SAME(C2), SAME(D1), SAME(E1), SAME(V2), SAME(V3), SAME(V4), SAME(L1),
                   SAME(L2), SAME(L3), SAME(J1), SAME(J2), SAME(J3)});
    CHECK(CodeList<E>::column == "LS");
    check_years<E>({{"D1", {0, 2006}}});
}

TEST_CASE("CIN has the codes of the return", "[codes]") {
    using E = CategoryOfNeed;
    check_list<E>({SAME(N1), SAME(N2), SAME(N3), SAME(N4), SAME(N5), SAME(N6), SAME(N7), SAME(N8)});
    CHECK(CodeList<E>::column == "CIN");
    check_years<E>({});
}

TEST_CASE("PLACE has the codes of the return", "[codes]") {
    using E = PlacementType;
    check_list<E>({SAME(U1),  SAME(U2),  SAME(U3),  SAME(U4),  SAME(U5), SAME(U6), SAME(A3),
                   SAME(A4),  SAME(A5),  SAME(A6),  SAME(P1),  SAME(K1), SAME(K2), SAME(H5),
                   SAME(P2),  SAME(K3),  SAME(R1),  SAME(R2),  SAME(R3), SAME(R5), SAME(P3),
                   SAME(S1),  SAME(T0),  SAME(T1),  SAME(T2),  SAME(T3), SAME(T4), SAME(Z1),
                   SAME(Z11), SAME(Z12), SAME(Z13), SAME(Z14), SAME(M1), SAME(M2), SAME(M3)});
    CHECK(CodeList<E>::column == "PLACE");
    check_years<E>({{"P2", {0, 2024}},
                    {"H5", {0, 2025}},
                    {"Z1", {0, 2025}},
                    {"K3", {2025, 9999}},
                    {"Z11", {2026, 9999}},
                    {"Z12", {2026, 9999}},
                    {"Z13", {2026, 9999}},
                    {"Z14", {2026, 9999}},
                    {"M1", {0, 2014}},
                    {"M2", {0, 2014}},
                    {"M3", {0, 2014}}});
}

TEST_CASE("PLACE_PROVIDER has the codes of the return", "[codes]") {
    using E = PlacementProvider;
    check_list<E>({SAME(PR0), SAME(PR1), SAME(PR2), SAME(PR3), SAME(PR4), SAME(PR5)});
    CHECK(CodeList<E>::column == "PLACE_PROVIDER");
    check_years<E>({});
}

TEST_CASE("REC has the codes of the return", "[codes]") {
    using E = ReasonEpisodeCeased;
    check_list<E>({SAME(X1),  SAME(E11), SAME(E12), SAME(E2),  SAME(E3),  SAME(E4A),
                   SAME(E4B), SAME(E13), SAME(E41), SAME(E43), SAME(E44), SAME(E45),
                   SAME(E46), SAME(E47), SAME(E48), SAME(E5),  SAME(E6),  SAME(E7),
                   SAME(E9),  SAME(E14), SAME(E15), SAME(E16), SAME(E17), SAME(E8)});
    CHECK(CodeList<E>::column == "REC");
    check_years<E>({{"E43", {0, 2018}},
                    {"E44", {0, 2018}},
                    {"E45", {2019, 9999}},
                    {"E46", {2019, 9999}},
                    {"E47", {2019, 9999}},
                    {"E48", {2019, 9999}},
                    {"E17", {2021, 9999}}});
}

TEST_CASE("REASON_PLACE_CHANGE has the codes of the return", "[codes]") {
    using E = ReasonPlaceChange;
    check_list<E>({SAME(CARPL), SAME(CLOSE), SAME(ALLEG), SAME(STAND), SAME(APPRR), SAME(CREQB),
                   SAME(CREQO), SAME(CHILD), SAME(LAREQ), SAME(PLACE), SAME(CUSTOD), SAME(OTHER)});
    CHECK(CodeList<E>::column == "REASON_PLACE_CHANGE");
    check_years<E>({{"CUSTOD", {2019, 9999}}});
}

TEST_CASE("ETHNIC has the codes of the return", "[codes]") {
    using E = Ethnicity;
    check_list<E>({SAME(WBRI), SAME(WIRI), SAME(WOTH), SAME(WIRT), SAME(WROM),
                   SAME(MWBC), SAME(MWBA), SAME(MWAS), SAME(MOTH), SAME(AIND),
                   SAME(APKN), SAME(ABAN), SAME(AOTH), SAME(CHNE), SAME(BCRB),
                   SAME(BAFR), SAME(BOTH), SAME(OOTH), SAME(REFU), SAME(NOBT)});
    CHECK(CodeList<E>::column == "ETHNIC");
    check_years<E>({});
}

TEST_CASE("PREV_PERM has the codes of the return", "[codes]") {
    using E = PreviousPermanence;
    check_list<E>({SAME(P1), SAME(P2), SAME(P3), SAME(P4), SAME(Z1)});
    CHECK(CodeList<E>::column == "PREV_PERM");
    check_years<E>({});
}

TEST_CASE("REASON_PLACED_CEASED has the codes of the return", "[codes]") {
    using E = ReasonPlacedCeased;
    check_list<E>({SAME(RD1), SAME(RD2), SAME(RD3), SAME(RD4)});
    CHECK(CodeList<E>::column == "REASON_PLACED_CEASED");
    check_years<E>({});
}

TEST_CASE("SEX_ADOPTR has the codes of the return", "[codes]") {
    using E = SexOfAdopters;
    check_list<E>({SAME(M1), SAME(F1), SAME(MM), SAME(FF), SAME(MF)});
    CHECK(CodeList<E>::column == "SEX_ADOPTR");
    check_years<E>({});
}

TEST_CASE("LS_ADOPTR has the codes of the return", "[codes]") {
    using E = LegalStatusOfAdopters;
    check_list<E>({SAME(L0), SAME(L11), SAME(L12), SAME(L2), SAME(L3), SAME(L4)});
    CHECK(CodeList<E>::column == "LS_ADOPTR");
    check_years<E>({});
}

TEST_CASE("REVIEW_CODE has the codes of the return", "[codes]") {
    using E = ReviewCode;
    check_list<E>(
        {SAME(PN0), SAME(PN1), SAME(PN2), SAME(PN3), SAME(PN4), SAME(PN5), SAME(PN6), SAME(PN7)});
    CHECK(CodeList<E>::column == "REVIEW_CODE");
    check_years<E>({});
}

TEST_CASE("SDQ_REASON has the codes of the return", "[codes]") {
    using E = SdqReason;
    check_list<E>({SAME(SDQ1), SAME(SDQ2), SAME(SDQ3), SAME(SDQ4), SAME(SDQ5)});
    CHECK(CodeList<E>::column == "SDQ_REASON");
    check_years<E>({});
}

TEST_CASE("IN_TOUCH has the codes of the return", "[codes]") {
    using E = InTouch;
    check_list<E>({SAME(YES), SAME(NO), SAME(DIED), SAME(REFU), SAME(NREQ), SAME(RHOM)});
    CHECK(CodeList<E>::column == "IN_TOUCH");
    check_years<E>({});
}

TEST_CASE("ACTIV has the codes of the return", "[codes]") {
    using E = Activity;
    check_list<E>({SAME(F1),
                   SAME(P1),
                   SAME(F2),
                   SAME(P2),
                   SAME(F4),
                   SAME(P4),
                   SAME(F5),
                   SAME(P5),
                   SAME(G4),
                   SAME(G5),
                   SAME(G6),
                   SAME(F3),
                   SAME(P3),
                   {E::none, "0"}});
    CHECK(CodeList<E>::column == "ACTIV");
    check_years<E>({{"F3", {0, 2021}},
                    {"P3", {0, 2021}},
                    {"F4", {2022, 9999}},
                    {"P4", {2022, 9999}},
                    {"F5", {2022, 9999}},
                    {"P5", {2022, 9999}}});
}

TEST_CASE("ACCOM has the codes of the return", "[codes]") {
    using E = Accommodation;
    check_list<E>({SAME(B1), SAME(B2), SAME(C1),      SAME(C2), SAME(D1), SAME(D2), SAME(E1),
                   SAME(E2), SAME(G1), SAME(G2),      SAME(H1), SAME(H2), SAME(K1), SAME(K2),
                   SAME(R1), SAME(R2), SAME(S2),      SAME(T1), SAME(T2), SAME(U1), SAME(U2),
                   SAME(V1), SAME(V2), SAME(W1),      SAME(W2), SAME(X2), SAME(Y1), SAME(Y2),
                   SAME(Z1), SAME(Z2), {E::none, "0"}});
    CHECK(CodeList<E>::column == "ACCOM");
    check_years<E>({});
}

TEST_CASE("MISSING has the codes of the return", "[codes]") {
    using E = MissingKind;
    check_list<E>({SAME(M), SAME(A)});
    CHECK(CodeList<E>::column == "MISSING");
    check_years<E>({});
}

TEST_CASE("SW_REASON has the codes of the return", "[codes]") {
    using E = SocialWorkerReason;
    check_list<E>({SAME(MANAGE), SAME(FCONTA), SAME(LEFTRL), SAME(ORGRST), SAME(TSPROC),
                   SAME(ABSENC), SAME(CHCHAN), SAME(PCCHAN), SAME(SWDIED), SAME(OTHERS)});
    CHECK(CodeList<E>::column == "SW_REASON");
    check_years<E>({});
}

TEST_CASE("SEX has the codes of the return", "[codes]") {
    using E = SexCode;
    check_list<E>({{E::one, "1"}, {E::two, "2"}, SAME(M), SAME(F), SAME(U)});
    CHECK(CodeList<E>::column == "SEX");
    check_years<E>({{"1", {0, 2024}},
                    {"2", {0, 2024}},
                    {"M", {2025, 9999}},
                    {"F", {2025, 9999}},
                    {"U", {2025, 9999}}});
}

#undef SAME

TEST_CASE("codes that look right and are not", "[codes]") {
    // The list of a public schema has these two; the validator's rule 133 refuses them.
    CHECK(code_named<Accommodation>("S1") == Accommodation::unlisted);
    CHECK(code_named<Accommodation>("X1") == Accommodation::unlisted);
    CHECK(code_named<PlacementType>("R4") == PlacementType::unlisted);
    CHECK(code_named<PlacementType>("A1") == PlacementType::unlisted);
    CHECK(code_named<LegalStatus>("V1") == LegalStatus::unlisted);
    CHECK(code_named<ReasonEpisodeCeased>("E4") == ReasonEpisodeCeased::unlisted);
    CHECK(code_named<ReasonEpisodeCeased>("E42") == ReasonEpisodeCeased::unlisted);
}

TEST_CASE("a code is its text and no more", "[codes]") {
    CHECK(code_named<LegalStatus>("v2") == LegalStatus::unlisted);
    CHECK(code_named<LegalStatus>("V2 ") == LegalStatus::unlisted);
    CHECK(code_named<LegalStatus>("V") == LegalStatus::unlisted);
    CHECK(code_named<LegalStatus>("V22") == LegalStatus::unlisted);
    CHECK(code_named<SocialWorkerReason>("OTHERSOTHERS") == SocialWorkerReason::unlisted);
    CHECK(code_named<LegalStatus>("\0"sv) == LegalStatus::unlisted);
    CHECK(code_named<LegalStatus>("V2\0"sv) == LegalStatus::unlisted);
    CHECK(code_named<LegalStatus>("\0V2"sv) == LegalStatus::unlisted);
}

TEST_CASE("a text is a code when the list has it", "[codes]") {
    CHECK(rc::check("code_named", [] {
        const auto text = *rc::gen::container<std::string>(
            *rc::gen::inRange<std::size_t>(1, 5), rc::gen::elementOf("ABEPRSTUXZ0123456789"s));
        const auto& codes = CodeList<PlacementType>::codes;
        const bool listed = std::any_of(codes.begin(), codes.end(),
                                        [&text](const Code& each) { return each.text == text; });
        RC_ASSERT((code_named<PlacementType>(text) != PlacementType::unlisted) == listed);
    }));
}
