// Scorecards: what is read is written, and read the same; what is made of them is claims; a number
// that is hidden is among those that are possible of it.

#include "claims_again.hpp"
#include "indicare/io/scorecard_claims.hpp"
#include "indicare/io/scorecard_reader.hpp"
#include "indicare/io/scorecard_writer.hpp"

using namespace indicare;

namespace {

void expect_written_as_read(std::string_view text) {
    quality::Findings findings;
    const auto read = io::read_scorecards(text, "own.csv", findings);
    fuzz::expect(read || findings.count() > 0, "scorecards that are not read are a finding");
    if (!read)
        return;
    const std::string written = io::to_csv(*read);
    quality::Findings none;
    const auto again = io::read_scorecards(written, "own.csv", none);
    fuzz::expect(again.has_value() && none.count() == 0, "what was written has no fault");
    fuzz::expect_equal(written, io::to_csv(*again), "what was read is written the same again");
}

/// A search of this target is short.
audit::GiveUp patience(int most) {
    return [left = most]() mutable { return --left < 0; };
}

void expect_hides(const io::ScorecardClaims& claims) {
    constexpr std::size_t few = 80;
    if (claims.publication().claims.size() > few)
        return;
    audit::DisclosureOptions asked;
    asked.recovery.give_up = patience(2'000);
    audit::Disclosure found;
    try {
        found = audit::protect(claims.publication(), asked);
    } catch (const std::domain_error&) {
        return; // what is printed cannot be true, or leaves a number open
    }
    for (const audit::Suppressed& hidden : found.hidden) {
        const audit::Recovered& told = hidden.recovered;
        if (told.verdict != audit::Verdict::possible)
            continue;
        fuzz::expect(told.range.holds(hidden.number), "what is hidden is possible");
        fuzz::expect(found.verdict != audit::Verdict::possible || !told.is_told(),
                     "nothing that is safe is told");
    }
    const std::string text = claims.hiding(found);
    quality::Findings findings;
    const auto again = io::ScorecardClaims::read(text, "hidden.csv", findings);
    fuzz::expect(again.has_value() && findings.count() == 0, "what is hidden can be read");
    fuzz::expect(again->hidden().size() >= (found.hidden.empty() ? 0 : 1),
                 "what is hidden is no number");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const std::string text(input.rest());
    expect_written_as_read(text);
    quality::Findings findings;
    auto claims = io::ScorecardClaims::read(text, "own.csv", findings);
    if (!claims)
        return 0;
    fuzz::expect_read_again(claims->publication().claims);
    expect_hides(*claims);
    return 0;
}
