// The prose of reports: every proposal is a claim that can be read, and every number of it, and of
// those that were passed over, stands in the text.

#include "fuzz.hpp"
#include "indicare/io/claims_reader.hpp"
#include "indicare/io/prose_reader.hpp"

using namespace indicare;

namespace {

void expect_readable(const io::ProposedClaim& proposed) {
    quality::Findings findings;
    const io::ClaimsRead read = io::read_claims(proposed.claim, "a.claims", findings);
    fuzz::expect_equal(proposed.claim, read.claims.size() > 0 ? proposed.claim : "",
                       "a proposal is a claim");
    fuzz::expect(findings.count() == 0, "a proposal has no fault");
    fuzz::expect(proposed.line >= 1 && proposed.column >= 1, "a proposal has a place");
    fuzz::expect(!proposed.numbers.empty(), "a proposal is made of numbers");
}

/// Proposals have texts on one line and with single blanks.
std::string without_blanks(std::string text) {
    const auto is_blank = [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
    };
    std::erase_if(text, is_blank);
    return text;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const std::string text(input.rest());
    const io::Proposals proposals = io::propose_claims(text);
    for (const io::ProposedClaim& proposed : proposals.claims)
        expect_readable(proposed);
    const std::string bare = without_blanks(text);
    for (const auto* numbers : {&proposals.missed, &proposals.no_figures})
        for (const io::MissedNumber& missed : *numbers) {
            fuzz::expect(bare.find(without_blanks(missed.number)) != std::string::npos,
                         "a number that was passed over stands in the text");
            fuzz::expect(!missed.why.empty(), "it is told why");
        }

    quality::Findings findings;
    const std::string written = io::to_claims_text(proposals, "report.txt");
    const io::ClaimsRead read = io::read_claims(written, "report.claims", findings);
    fuzz::expect(read.unreadable == 0, "a file of proposals can be read");
    fuzz::expect(read.claims.size() == 0, "nothing of it is claimed before it is confirmed");
    fuzz::expect(read.not_confirmed == proposals.claims.size(), "it holds every proposal");
    return 0;
}
