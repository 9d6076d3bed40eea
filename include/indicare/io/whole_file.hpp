#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

namespace indicare::io {

/// A file that is written whole or not at all: it is written beside its place, under a name that
/// nothing else has there (`NAME.part`, `NAME.part1`, ...), and takes its place when all of it is
/// written. What was there before stays until then, and stays where the writing fails.
///
/// A link is not replaced: what it points to is. The new file has the permissions of the old one;
/// where there was none, those that the process gives to new files. A pipe or a device is
/// written to as it is, since it can have nothing beside it.
///
/// Errors: none is thrown but for want of memory; `is_open`, `write`, `end` and `take_place` say
/// false, and `failure` says why.
/// What a process that is killed had written beside the place stays there.
class WholeFile {
  public:
    explicit WholeFile(const std::filesystem::path& place);
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;
    ~WholeFile();

    bool is_open() const { return stream_ != nullptr; }
    /// The file that is written, for what opens it by its name.
    const std::filesystem::path& beside() const { return beside_; }

    /// Appends a text.
    bool write(std::string_view text);
    /// Closes the file; only then is it known that all of it is written.
    bool end();
    /// Ends the file and puts it in its place.
    bool take_place();

    /// What went wrong first, in words that go on a file's name: `cannot be written: its folder is
    /// not there`; without a reason where the system gave none.
    std::string failure() const;

  private:
    void open_beside();
    /// Keeps what the system said of what went wrong just now.
    void fail();
    void fail(const std::error_code& error);

    std::filesystem::path place_;
    std::filesystem::path beside_;
    bool is_beside_ = false; ///< something is, which did not yet take its place
    bool is_whole_ = false;  ///< it has ended, and all of it is written
    std::error_code error_;  ///< what the system said of what went wrong first
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream_{nullptr, &std::fclose};
};

} // namespace indicare::io
