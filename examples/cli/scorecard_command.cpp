#include <memory>
#include <string>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/history_findings.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "indicare/scorecard/scorecard.hpp"
#include "returns_input.hpp"

namespace indicare::cli {

namespace {

struct Options {
    ReturnsOptions input;
    int trend = 1;
    std::string format = "text";
    std::string output;
};

int run(const Options& options) {
    ReturnsInput input(options.input);
    if (!input.read())
        return could_not_be_done;
    input.request().as_at = scorecard::series_up_to(input.as_at(), options.trend);
    input.progress().say("counting");
    const auto scorecards = scorecard::scorecards(
        input.reader().records(), input.request(),
        [&input](care::Records::ChildNumber child, const care::Joining& joining) {
            io::report_history(input.reader(), child, joining);
        });
    input.progress().clear();
    input.report_findings();
    const std::string text = options.format == "csv"    ? io::to_csv(scorecards)
                             : options.format == "json" ? io::to_json(scorecards)
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
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
