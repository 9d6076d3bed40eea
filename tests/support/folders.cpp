#include "support/folders.hpp"

// The one source that knows where the project lies, so that all others compile alike everywhere.
namespace indicare::tests {

std::string project_file(std::string_view path) {
    return std::string(INDICARE_SOURCE_DIR "/").append(path);
}

std::string test_file(std::string_view path) {
    return project_file("tests/").append(path);
}

} // namespace indicare::tests
