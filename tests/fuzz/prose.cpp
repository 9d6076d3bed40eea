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

/// Texts are shown on one line and as valid UTF-8: what is compared is what that leaves as it is.
std::string letters_and_digits(std::string_view text) {
    std::string left;
    for (const char c : text)
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            left += c;
    return left;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const std::string text(input.rest());
    const io::Proposals proposals = io::propose_claims(text);
    const std::string bare = letters_and_digits(text);
    const auto stands = [&](std::string_view number) {
        return bare.find(letters_and_digits(number)) != std::string::npos;
    };
    for (const io::ProposedClaim& proposed : proposals.claims) {
        expect_readable(proposed);
        for (const std::string& number : proposed.numbers)
            fuzz::expect(stands(number), "a number of a proposal stands in the text");
    }
    for (const auto* numbers : {&proposals.missed, &proposals.no_figures})
        for (const io::MissedNumber& missed : *numbers) {
            fuzz::expect(stands(missed.number), "a number that was passed over stands in the text");
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
