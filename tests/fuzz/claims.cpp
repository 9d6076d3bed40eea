// Claims in their language, and in JSON: what is read can be written, and is then read the same.

#include "claims_again.hpp"

using namespace indicare;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const std::string text(input.rest());
    quality::Findings findings;
    const io::ClaimsRead read = io::read_claims(text, "a.claims", findings);
    fuzz::expect(read.unreadable + read.not_confirmed <= findings.count(),
                 "what was left out is told");
    fuzz::expect_read_again(read.claims);
    const std::string written = io::to_text(read.claims);
    quality::Findings none;
    fuzz::expect_equal(written, io::to_text(io::read_claims(written, "a.claims", none).claims),
                       "what was written is written the same again, with its places");
    return 0;
}
