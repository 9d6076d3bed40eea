#include <memory>
#include <string>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/report_writer.hpp"
#include "own_figures.hpp"

namespace indicare::cli {

namespace {

struct Options {
    OwnOptions own;
    scorecard::ReportOptions report;
    std::string format = "html";
    std::string output;
};

std::string written(const scorecard::Report& report, const std::string& format) {
    return format == "md"     ? io::to_markdown(report)
           : format == "json" ? io::to_json(report)
                              : io::to_html(report);
}

int run(const Options& options) {
    int status = done;
    const auto benchmarks = benchmarks_of(options.own, status);
    if (!benchmarks)
        return could_not_be_done;
    const scorecard::Comparators comparators(*benchmarks);
    const auto authority = authority_of(options.own, comparators);
    if (!authority)
        return could_not_be_done;
    const auto own = own_figures(options.own, comparators, *authority, options.report.years);
    if (!own)
        return could_not_be_done;
    const scorecard::Report report = scorecard::report_of(
        comparators, *authority, own->year, own->figures, options.own.choice(), options.report);
    if (!write_text(options.output, written(report, options.format)))
        return could_not_be_done;
    return own->status == done ? status : own->status;
}

} // namespace

void add_report(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "report", "The report of an authority and a year for a committee: figures beside England, "
                  "the region and statistical neighbours, over five years.");
    auto options = std::make_shared<Options>();
    options->own.add_to(*command);
    command->add_option("--least-children", options->report.assessment.least_children,
                        "Strengths and areas for development: the least gap in children (5)");
    command->add_option("--least-percent", options->report.assessment.least_percent,
                        "The same of averages, in percent of the benchmark (5)");
    command->add_option("--format", options->format, "html, md or json")
        ->check(CLI::IsMember({"html", "md", "json"}));
    command->add_option("-o,--output", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
