#include "checked.hpp"

#include <catch2/catch.hpp>

#include "indicators/random_returns.hpp"

// How the children of a year add up.

using namespace indicare;
using quality::Flow;

namespace {

void expect_identities(const Flow& flow) {
    RC_ASSERT(flow.in_year == flow.at_start + flow.started - flow.both + flow.from_short_breaks +
                                  flow.appeared - flow.lost);
    RC_ASSERT(flow.in_year ==
              flow.at_end + flow.ceased - flow.back + flow.into_short_breaks + flow.vanished);
}

} // namespace

TEST_CASE("each child is counted where it belongs", "[flow]") {
    tests::Checked checked;
    checked.give(2022, tests::tables::episodes("STAYS,01/06/2020,S,C2,N1,U4,PR1\n"
                                               "LEAVES,01/06/2020,S,C2,N1,U4,PR1\n"
                                               "RETURNS,01/06/2020,S,C2,N1,U4,PR1\n"
                                               "LOST,01/06/2020,S,C2,N1,U4,PR1\n"
                                               "STOPS,01/06/2020,S,C2,N1,U4,PR1\n"
                                               "BREAKS,01/06/2021,S,V4,N2,U6,PR1\n"));
    checked.give(2023, tests::tables::episodes("STAYS,01/06/2020,S,C2,N1,U4,PR1\n"
                                               "LEAVES,01/06/2020,S,C2,N1,U4,PR1,01/06/2022,E4A\n"
                                               "RETURNS,01/06/2020,S,C2,N1,U4,PR1,01/06/2022,E4A\n"
                                               "RETURNS,01/09/2022,S,C2,N1,U4,PR1\n"
                                               "STOPS,01/06/2020,S,C2,N1,U4,PR1,01/06/2022,X1\n"
                                               "BREAKS,01/06/2021,S,V4,N2,U6,PR1,01/09/2022,X1\n"
                                               "BREAKS,01/09/2022,B,V2,N2,K2,PR1\n"
                                               "STARTS,01/06/2022,S,C2,N1,U4,PR1\n"
                                               "APPEARS,01/06/2022,P,C2,N1,U4,PR1\n"
                                               "ENDS,01/06/2022,S,V2,N1,U4,PR1,01/09/2022,X1\n"
                                               "ENDS,01/09/2022,B,V4,N1,U6,PR1\n"));
    const Flow flow = checked.check().authorities.at(0).flow;
    Flow expected;
    expected.at_start = 5; // STAYS, LEAVES, RETURNS, LOST, STOPS
    expected.started = 3;  // RETURNS, STARTS, ENDS
    expected.both = 1;     // RETURNS
    expected.from_short_breaks = 1;
    expected.appeared = 1;
    expected.lost = 1;
    expected.in_year = 8;
    expected.ceased = 2; // LEAVES, RETURNS
    expected.back = 1;   // RETURNS
    expected.into_short_breaks = 1;
    expected.vanished = 1; // STOPS
    expected.at_end = 5;   // STAYS, RETURNS, BREAKS, STARTS, APPEARS
    CHECK(flow == expected);
    CHECK(flow.at_end == checked.check().authorities.at(0).scorecard["looked_after"].numerator());
    // The residues are explained.
    using quality::FindingCode;
    CHECK(checked.count_of(FindingCode::child_new_but_not_started) == 1);     // APPEARS
    CHECK(checked.count_of(FindingCode::child_absent_from_next_return) == 1); // LOST
    CHECK(checked.count_of(FindingCode::x1_without_next) == 1);               // STOPS
}

TEST_CASE("the children of any year add up, and who does not is told of", "[flow]") {
    CHECK(rc::check("of random returns", [] {
        const auto rows = tests::rows_of_children(tests::random_rows::below(7));
        for (const int date : {20220331, 20221231, 20230331}) {
            tests::Checked checked;
            for (const int year : {2022, 2023})
                for (std::size_t table = 0; table < tests::random_columns.size(); ++table) {
                    std::string text;
                    for (const tests::RandomRow& row : rows)
                        if (row.table == table && row.year == year)
                            text += "C" + std::to_string(row.child) + row.fields + "\n";
                    checked.text_of(year,
                                    tests::table_of(tests::random_columns[table].all,
                                                    tests::random_columns[table].named, text),
                                    "t.csv");
                }
            const quality::Check& check = checked.check(date);
            for (const quality::AuthorityCheck& authority : check.authorities) {
                const Flow& flow = authority.flow;
                expect_identities(flow);
                const auto& card = authority.scorecard;
                RC_ASSERT(flow.in_year == card["looked_after_in_year"].numerator());
                RC_ASSERT(flow.started == card["started"].numerator());
                RC_ASSERT(flow.ceased == card["ceased"].numerator());
                RC_ASSERT(flow.at_end == card["looked_after"].numerator());
                const bool residues = flow.appeared + flow.lost + flow.vanished > 0;
                RC_ASSERT(!residues || !check.groups.empty());
            }
        }
    }));
}
