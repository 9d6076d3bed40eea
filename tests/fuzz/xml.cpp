// The XML form of returns: records and findings do not depend on the pieces.

#include "fuzz.hpp"
#include "io/reading.hpp"

using namespace indicare;
using tests::Reading;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    io::ReadingOptions options;
    options.checks = input.flag();
    const std::size_t longest = 1 + input.below(100);
    const std::string text(input.rest());

    Reading whole(options);
    const bool is_return = whole.xml(text);
    Reading in_pieces(options);
    const bool is_return_again = in_pieces.xml_pieces(fuzz::pieces_of(text, longest));
    fuzz::expect(is_return == is_return_again, "a return is one however it is cut");
    fuzz::expect_equal(whole.all_as_text(), in_pieces.all_as_text(),
                       "where the pieces are cut never matters");
    return 0;
}
