// Published files as claims: these are claims like others, and hidden numbers are among them.

#include "indicare/io/published_claims.hpp"
#include "claims_again.hpp"

using namespace indicare;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const std::string text(input.rest());
    quality::Findings findings;
    io::PublishedClaims published;
    const bool is_read = published.read(text, "published.csv", findings);
    fuzz::expect(is_read || findings.count() > 0, "a file that is not read is a finding");
    published.finish();
    fuzz::expect_read_again(published.claims());
    fuzz::expect(published.hidden().size() <= published.counts().cells, "what is hidden is a cell");
    return 0;
}
