#include "indicare/io/whole_file.hpp"

#include <cerrno>

namespace indicare::io {

namespace {

/// So many names are tried, for what earlier runs left.
constexpr int most_names = 1'000;

/// Links that go round are not followed further.
constexpr int most_links = 40;

/// Where a file lies, or would lie, behind the links of its name.
std::filesystem::path behind_links(std::filesystem::path place) {
    std::error_code error;
    for (int followed = 0; followed < most_links; ++followed) {
        if (!std::filesystem::is_symlink(place, error))
            break;
        place = place.parent_path() / std::filesystem::read_symlink(place, error);
    }
    return place;
}

/// The reasons that somebody can do something about.
std::string_view reason(const std::error_code& error) {
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return "its folder is not there";
    if (error == std::errc::is_a_directory)
        return "it is a folder";
    if (error == std::errc::permission_denied || error == std::errc::operation_not_permitted)
        return "that is not permitted";
    if (error == std::errc::read_only_file_system)
        return "nothing can be written there";
    if (error == std::errc::no_space_on_device)
        return "the disk is full";
    if (error == std::errc::file_too_large)
        return "so large a file is not permitted";
    if (error == std::errc::filename_too_long)
        return "its name is too long";
    if (error == std::errc::broken_pipe)
        return "nobody reads it";
    return {};
}

} // namespace

WholeFile::WholeFile(const std::filesystem::path& place) : place_(behind_links(place)) {
    std::error_code error;
    switch (std::filesystem::status(place_, error).type()) {
    case std::filesystem::file_type::directory:
        fail(std::make_error_code(std::errc::is_a_directory));
        return;
    case std::filesystem::file_type::regular:
    case std::filesystem::file_type::not_found:
        open_beside();
        break;
    default: // a pipe or a device
        beside_ = place_;
        stream_.reset(std::fopen(place_.string().c_str(), "wb"));
        if (!is_open())
            fail();
    }
}

WholeFile::~WholeFile() {
    stream_.reset();
    std::error_code error;
    if (is_beside_)
        std::filesystem::remove(beside_, error);
}

/// A file that is made only where there is none is no link that somebody laid there.
void WholeFile::open_beside() {
    std::error_code error;
    for (int number = 0; number < most_names; ++number) {
        beside_ = place_;
        beside_ += number == 0 ? ".part" : ".part" + std::to_string(number);
        if (std::filesystem::exists(std::filesystem::symlink_status(beside_, error)))
            continue;
        stream_.reset(std::fopen(beside_.string().c_str(), "wbx"));
        if (is_open()) {
            error_.clear();
            break;
        }
        fail();
        if (!std::filesystem::exists(beside_, error))
            break; // none can be made
    }
    is_beside_ = is_open();
    const auto before = std::filesystem::status(place_, error);
    if (is_beside_ && std::filesystem::exists(before))
        std::filesystem::permissions(beside_, before.permissions(), error);
}

bool WholeFile::write(std::string_view text) {
    if (!is_open())
        return false;
    if (text.empty() || std::fwrite(text.data(), 1, text.size(), stream_.get()) == text.size())
        return true;
    fail();
    return false;
}

bool WholeFile::end() {
    if (is_open()) {
        is_whole_ = std::fclose(stream_.release()) == 0;
        if (!is_whole_)
            fail();
    }
    return is_whole_;
}

bool WholeFile::take_place() {
    if (!end())
        return false;
    if (!is_beside_)
        return true;
    std::error_code error;
    std::filesystem::rename(beside_, place_, error);
    if (error)
        fail(error);
    is_beside_ = static_cast<bool>(error);
    return !error;
}

std::string WholeFile::failure() const {
    const std::string_view why = reason(error_);
    return why.empty() ? "cannot be written" : "cannot be written: " + std::string(why);
}

void WholeFile::fail() {
    fail(std::error_code(errno, std::generic_category()));
}

void WholeFile::fail(const std::error_code& error) {
    if (!error_)
        error_ = error;
}

} // namespace indicare::io
