#include "files.hpp"

#include <csignal>
#include <deque>
#include <iostream>

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

void let_interrupt(bool may) {
    const sigset_t signals = interruptions();
    sigprocmask(may ? SIG_UNBLOCK : SIG_BLOCK, &signals, nullptr);
}

#else

void let_interrupt(bool) {}

#endif

bool cannot_be_written(const std::string& path) {
    std::cerr << "indicare: " << path << " cannot be written\n";
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
    const Uninterrupted uninterrupted;
    std::deque<io::WholeFile> written;
    for (const auto& [path, text] : files)
        if (!written.emplace_back(path).write(text))
            return cannot_be_written(path);
    for (std::size_t i = 0; i < files.size(); ++i)
        if (!written[i].take_place())
            return cannot_be_written(files[i].path);
    return true;
}

bool end_output() {
    std::cout.flush();
    if (!std::cout)
        std::cerr << "indicare: standard output cannot be written\n";
    return std::cout.good();
}

} // namespace indicare::cli
