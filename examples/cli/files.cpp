#include "files.hpp"

#include <algorithm>
#include <csignal>
#include <deque>
#include <filesystem>
#include <iostream>
#include <optional>
#include <system_error>

#include "indicare/io/whole_file.hpp"

namespace indicare::cli {

namespace {

#ifdef SIG_BLOCK

/// The signals that end a program from outside and can wait.
sigset_t interruptions() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, signal);
    return signals;
}

/// What was held back before.
sigset_t held_back_before;

void let_interrupt(bool may) {
    const sigset_t signals = interruptions();
    if (may)
        sigprocmask(SIG_SETMASK, &held_back_before, nullptr);
    else
        sigprocmask(SIG_BLOCK, &signals, &held_back_before);
}

#else

void let_interrupt(bool) {}

#endif

/// Whether something else may keep a writer waiting: of a pipe, whoever reads it.
bool may_wait(const FileText& file) {
    std::error_code error;
    const auto type = std::filesystem::status(file.path, error).type();
    return type != std::filesystem::file_type::regular &&
           type != std::filesystem::file_type::not_found;
}

bool say_failure(const std::string& path, const io::WholeFile& file) {
    std::cerr << "indicare: " << path << ' ' << file.failure() << '\n';
    return false;
}

} // namespace

Uninterrupted::Uninterrupted() {
    let_interrupt(false);
}

Uninterrupted::~Uninterrupted() {
    let_interrupt(true);
}

bool write_text(const std::string& path, std::string_view text) {
    if (!path.empty() && path != "-")
        return write_texts({{path, text}});
    std::cout << text;
    return end_output();
}

bool write_texts(const std::vector<FileText>& files) {
    std::optional<Uninterrupted> uninterrupted;
    if (std::none_of(files.begin(), files.end(), may_wait))
        uninterrupted.emplace();
    std::deque<io::WholeFile> written;
    for (const auto& [path, text] : files) {
        io::WholeFile& file = written.emplace_back(path);
        if (!file.write(text) || !file.end())
            return say_failure(path, file);
    }
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!written[i].take_place())
            return say_failure(files[i].path, written[i]);
    return true;
}

bool end_output() {
    std::cout.flush();
    if (!std::cout)
        std::cerr << "indicare: standard output cannot be written\n";
    return std::cout.good();
}

} // namespace indicare::cli
