#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "breakdown_option.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/counting.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "indicare/scorecard/scorecard.hpp"
#include "indicare/scorecard/together.hpp"
#include "returns_input.hpp"

namespace indicare::cli {

namespace {

struct Options {
    ReturnsOptions input;
    int trend = 1;
    std::string together;
    std::vector<std::string> by;
    bool limits = false;
    std::string format = "text";
    std::string output;
};

/// Adds all authorities as one; says why not where one of them has that name itself.
bool add_together(std::vector<scorecard::Scorecard>& scorecards, const std::string& name,
                  const scorecard::Request& request) {
    for (const scorecard::Scorecard& each : scorecards)
        if (each.authority == name) {
            std::cerr << "indicare: --together " << name
                      << " is the name of an authority of the returns; expected another\n";
            return false;
        }
    for (scorecard::Scorecard& whole : scorecard::together(scorecards, name, request))
        scorecards.push_back(std::move(whole));
    return true;
}

int run(const Options& options) {
    ReturnsInput input(options.input);
    if (!choose_breakdowns(options.by, input.request()))
        return could_not_be_done;
    if (!input.read())
        return could_not_be_done;
    input.request().as_at = scorecard::series_up_to(input.as_at(), options.trend);
    input.progress().say("counting");
    auto scorecards = io::scorecards_forgetting_rows(input.reader(), input.request());
    input.progress().clear();
    input.report_findings();
    if (!options.together.empty() && !add_together(scorecards, options.together, input.request()))
        return could_not_be_done;
    const auto limits = options.limits ? io::WithLimits::yes : io::WithLimits::no;
    const std::string text = options.format == "csv"    ? io::to_csv(scorecards, limits)
                             : options.format == "json" ? io::to_json(scorecards, limits)
                                                        : io::to_table(scorecards);
    return write_text(options.output, text) ? input.status() : could_not_be_done;
}

} // namespace

void add_scorecard(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "scorecard", "Computes every indicator from the annual returns of one or several years.");
    auto options = std::make_shared<Options>();
    options->input.add_to(*command);
    command->add_option("--trend", options->trend, "How many years, up to the date")
        ->check(CLI::Range(1, 100));
    command->add_option("--together", options->together,
                        "NAME: adds the scorecard of all authorities together, by that name");
    add_by(*command, options->by);
    command->add_flag("--limits", options->limits,
                      "Confidence limits in CSV and JSON too; the text always has them");
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
