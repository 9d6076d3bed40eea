#if __has_include(<sys/resource.h>)
#include <sys/resource.h>
#endif

#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>
#include <new>

#include "commands.hpp"
#include "files.hpp"

namespace {

/// A pipe that nobody reads is an output that cannot be written, and ends with the status of one.
void heed_broken_pipes() {
#ifdef SIGPIPE
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
#endif
}

/// The records of children are left in no file of the process's memory.
void leave_no_core() {
#ifdef RLIMIT_CORE
    constexpr rlimit none{0, 0};
    static_cast<void>(setrlimit(RLIMIT_CORE, &none));
#endif
}

int run(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    CLI::App app{"Exact performance indicators for children in care and care leavers, from the "
                 "children looked after return (SSDA903)."};
    app.name("indicare");
    app.set_version_flag("--version", INDICARE_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0 done, 1 done with rows in error, 2 could not be done.");
    int status = indicare::cli::done;
    indicare::cli::add_scorecard(app, status);
    indicare::cli::add_explain(app, status);
    indicare::cli::add_chart(app, status);
    indicare::cli::add_catalogue(app, status);
    indicare::cli::add_reconcile(app, status);
    indicare::cli::add_report(app, status);
    indicare::cli::add_figure(app, status);
    indicare::cli::add_limits(app, status);
    indicare::cli::add_check(app, status);
    indicare::cli::add_compare(app, status);
    indicare::cli::add_benchmarks(app, status);
    indicare::cli::add_audit(app, status);
    indicare::cli::add_disclose(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool is_answer = app.exit(error) == 0; // to --help or --version
        return indicare::cli::end_output() && is_answer ? indicare::cli::done
                                                        : indicare::cli::could_not_be_done;
    }
    return status;
}

} // namespace

int main(int argc, char** argv) {
    heed_broken_pipes();
    leave_no_core();
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        static_cast<void>(std::fputs("indicare: there is not enough memory\n", stderr));
    } catch (const std::exception& error) {
        static_cast<void>(std::fprintf(stderr, "indicare: %s\n", error.what()));
    } catch (...) {
        static_cast<void>(std::fputs("indicare: something went wrong\n", stderr));
    }
    return indicare::cli::could_not_be_done;
}
