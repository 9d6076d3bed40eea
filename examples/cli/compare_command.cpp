#include <memory>
#include <string>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/comparison_writer.hpp"
#include "own_figures.hpp"

namespace indicare::cli {

namespace {

struct Options {
    OwnOptions own;
    scorecard::AssessmentOptions assessment;
    std::string format = "text";
    std::string output;
};

/// The year's figures, and those before it: of a scorecard the one before, whenever that is.
scorecard::OwnFigures own_and_before(const Own& own, const Options& options,
                                     const scorecard::Comparators& comparators,
                                     const scorecard::PublishedAuthority& authority) {
    if (options.own.are_published())
        return scorecard::published_figures(comparators, authority, own.year);
    return scorecard::own_and_before(own.figures, own.year);
}

int compare(const Options& options, const scorecard::Comparators& comparators) {
    const auto authority = authority_of(options.own, comparators);
    const auto own =
        authority ? own_figures(options.own, comparators, *authority, 2) : std::optional<Own>();
    if (!own)
        return could_not_be_done;
    const auto compared = scorecard::compare(comparators, *authority, own->year,
                                             own_and_before(*own, options, comparators, *authority),
                                             options.own.choice());
    const auto assessed = scorecard::assess(compared, options.assessment);
    const std::string text = options.format == "csv"    ? io::to_csv(compared, assessed)
                             : options.format == "json" ? io::to_json(compared, assessed)
                                                        : io::to_table(compared, assessed);
    return write_text(options.output, text) ? own->status : could_not_be_done;
}

int run(const Options& options) {
    int benchmarks_status = done;
    const auto benchmarks = benchmarks_of(options.own, benchmarks_status);
    if (!benchmarks)
        return could_not_be_done;
    const int status = compare(options, scorecard::Comparators(*benchmarks));
    return status == done ? benchmarks_status : status;
}

} // namespace

void add_compare(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "compare", "Lays an authority's figures beside England, its region and its statistical "
                   "neighbours: of returns, of a scorecard, or as published.");
    auto options = std::make_shared<Options>();
    options->own.add_to(*command);
    command->add_option("--least-children", options->assessment.least_children,
                        "Strengths and areas for development: the least gap in children (5)");
    command->add_option("--least-percent", options->assessment.least_percent,
                        "The same of averages, in percent of the benchmark (5)");
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
