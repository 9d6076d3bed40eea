#include <cstdio>
#include <exception>
#include <iostream>
#include <new>

#include "commands.hpp"
#include "files.hpp"

namespace {

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
