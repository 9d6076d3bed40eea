#include "checked.hpp"
#include "support/folders.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

// The hand-made histories of tests/data/stitching: each use of a rule is told, by name and line.

using namespace indicare;
using namespace indicare::tests;
using namespace std::string_literals;

namespace {

std::string text_of(const std::string& file) {
    std::ifstream in(tests::test_file("data/stitching/") + file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

using Found = std::set<std::string>; ///< child, line, code

/// The findings about how episodes and returns fit together.
Found found_in(Checked& checked) {
    Found found;
    for (const quality::Group& group : checked.check(20220331).groups) {
        const quality::Area area = area_of(group.code);
        if (area != quality::Area::histories && area != quality::Area::returns)
            continue;
        for (const quality::FoundFlaw& each : group.flaws) {
            const auto finding = io::finding_of(checked.reader(), each.flaw, each.child);
            found.insert(finding.child + " " + std::to_string(finding.line) + " " +
                         std::string(name_of(finding.code)));
        }
    }
    return found;
}

} // namespace

TEST_CASE("the hand-made histories of several returns behave as the rules say", "[stitching]") {
    Checked checked;
    checked.text_of(2022, text_of("SSDA903_episodes_for_testing_fixes_INPUT.csv"), "input.csv");
    const Found expected = {
        // Began before the year of 2018, and the return of 2017 does not hold it.
        "RULE1_BAD 7 child_new_but_not_started",
        // Open in 2018, and no later return holds it: ends where the next one begins. Absent from
        // the return of 2019, and back in 2020 by an episode that goes on.
        "RULE1_BAD 7 episode_no_longer_reported",
        "RULE1_BAD 7 child_absent_from_next_return",
        "RULE1_BAD 8 child_new_but_not_started",
        // Open in 2017, and not in 2018: ends on 1 April 2017.
        "RULE1A_BAD 11 episode_no_longer_reported",
        // Open in 2020, and not in 2022: ends on 1 April 2020.
        "RULE2_BAD 13 episode_no_longer_reported",
        // Begins four days into an episode that the next return holds.
        "RULE3_BAD 15 episode_corrected_away",
        "RULE3A_BAD 18 episode_corrected_away",
        // The return of 2020 begins the second episode four days earlier: that of 2019 which began
        // then is gone, and the first one, which 2020 does not hold, is cut short.
        "RULE4_BAD 19 episodes_overlap",
        "RULE4_BAD 21 episode_corrected_away",
        // Goes on in 2020 without a start; four days between X1 and the next.
        "RULE5_BAD 23 child_new_but_not_started",
        "RULE5_BAD 23 x1_without_next",
        "RULE5_BAD 24 gap_in_period",
    };
    CHECK(found_in(checked) == expected);
}

TEST_CASE("the hand-made histories of one return behave as the rules say", "[stitching]") {
    Checked checked;
    checked.text_of(2020, text_of("SSDA903_2020_episodes.csv"), "2020.csv");
    const Found expected = {
        // 02/12/2018 to 16/05/2019 is cut by one of 11/12/2018, which is cut by one of 16/05/2019.
        "689661 3 episodes_overlap",
        "689661 2 episodes_overlap",
        "249901 6 x1_without_next",
    };
    CHECK(found_in(checked) == expected);
}
