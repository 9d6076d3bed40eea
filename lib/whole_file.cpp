#include "indicare/io/whole_file.hpp"

#include <string>
#include <system_error>

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

} // namespace

WholeFile::WholeFile(const std::filesystem::path& place) : place_(behind_links(place)) {
    std::error_code error;
    switch (std::filesystem::status(place_, error).type()) {
    case std::filesystem::file_type::directory:
        return;
    case std::filesystem::file_type::regular:
    case std::filesystem::file_type::not_found:
        open_beside();
        break;
    default: // a pipe or a device
        beside_ = place_;
        stream_.reset(std::fopen(place_.string().c_str(), "wb"));
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
        if (stream_ != nullptr || !std::filesystem::exists(beside_, error))
            break; // it is made, or none can be
    }
    is_beside_ = is_open();
    const auto before = std::filesystem::status(place_, error);
    if (is_beside_ && std::filesystem::exists(before))
        std::filesystem::permissions(beside_, before.permissions(), error);
}

bool WholeFile::write(std::string_view text) {
    return is_open() &&
           (text.empty() || std::fwrite(text.data(), 1, text.size(), stream_.get()) == text.size());
}

bool WholeFile::end() {
    if (is_open())
        is_whole_ = std::fclose(stream_.release()) == 0;
    return is_whole_;
}

bool WholeFile::take_place() {
    if (!end())
        return false;
    if (!is_beside_)
        return true;
    std::error_code error;
    std::filesystem::rename(beside_, place_, error);
    is_beside_ = static_cast<bool>(error);
    return !error;
}

} // namespace indicare::io
