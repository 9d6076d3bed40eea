#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "indicare/scorecard/scorecard.hpp"

namespace indicare::cli {

/// Adds `--by` to a command.
void add_by(CLI::App& command, std::vector<std::string>& by);

/// Asks for the breakdowns named; says which there are where one is not among them.
bool choose_breakdowns(const std::vector<std::string>& names, scorecard::Request& request);

} // namespace indicare::cli
