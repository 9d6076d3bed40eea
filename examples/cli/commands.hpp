#pragma once

#include <CLI/CLI.hpp>

// The commands of the program. Each adds itself to the command line, and sets the exit status when
// it has run: 0 done, 1 done with rows in error, 2 could not be done.

namespace indicare::cli {

inline constexpr int done = 0;
inline constexpr int done_with_errors = 1;
inline constexpr int could_not_be_done = 2;

void add_audit(CLI::App& app, int& status);
void add_benchmarks(CLI::App& app, int& status);
void add_chart(CLI::App& app, int& status);
void add_check(CLI::App& app, int& status);
void add_disclose(CLI::App& app, int& status);
void add_compare(CLI::App& app, int& status);
void add_scorecard(CLI::App& app, int& status);
void add_catalogue(CLI::App& app, int& status);
void add_explain(CLI::App& app, int& status);
void add_reconcile(CLI::App& app, int& status);
void add_report(CLI::App& app, int& status);
void add_figure(CLI::App& app, int& status);
void add_limits(CLI::App& app, int& status);

} // namespace indicare::cli
