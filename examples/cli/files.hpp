#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indicare::cli {

/// Writes a text to a file, whole or not at all (`io::WholeFile`). An empty path, and `-`, is
/// standard output. Whether it could be written; says on standard error why not.
bool write_text(const std::string& path, std::string_view text);

/// What is written to a file.
struct FileText {
    std::string path;
    std::string_view text;
};

/// Writes files that belong together: none takes its place before all are written.
bool write_texts(const std::vector<FileText>& files);

/// Whether all that was written to standard output arrived; says on standard error if it did not.
bool end_output();

/// While there is one, an interruption of the program waits: so that no file is left half-written.
class Uninterrupted {
  public:
    Uninterrupted();
    Uninterrupted(const Uninterrupted&) = delete;
    Uninterrupted& operator=(const Uninterrupted&) = delete;
    ~Uninterrupted();
};

} // namespace indicare::cli
