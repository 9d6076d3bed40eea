#pragma once

#include <string>
#include <string_view>

namespace indicare::tests {

/// A file of the project, by its path from the top: "docs/rules.md".
std::string project_file(std::string_view path);

/// A file of the tests, by its path from tests/: "data/fake/2018".
std::string test_file(std::string_view path);

} // namespace indicare::tests
