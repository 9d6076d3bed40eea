#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "breakdown_option.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/ees_writer.hpp"
#include "indicare/io/report_workbook.hpp"
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

/// The files of Explore Education Statistics: NAME.csv, and NAME.meta.csv beside it.
bool write_ees(const scorecard::Report& report, const std::filesystem::path& data) {
    const io::EesFiles files = io::to_ees(report);
    std::filesystem::path meta = data;
    meta.replace_extension(".meta.csv");
    return write_texts({{data.string(), files.data}, {meta.string(), files.meta}});
}

bool write_xlsx(const scorecard::Report& report, const std::string& output) {
    const Uninterrupted uninterrupted;
    const auto reason = io::write_workbook(report, output);
    if (reason)
        std::cerr << "indicare: " << *reason << "\n";
    return !reason;
}

/// Whether there is a file to write to, where the format is no text for the screen.
bool has_output(const Options& options) {
    const bool needs_file = options.format == "xlsx" || options.format == "csv";
    const bool has_file = !options.output.empty() && options.output != "-";
    if (needs_file && !has_file)
        std::cerr << "indicare: --format " << options.format
                  << " writes files; expected --output PATH\n";
    return !needs_file || has_file;
}

bool write(const scorecard::Report& report, const Options& options) {
    if (options.format == "xlsx")
        return write_xlsx(report, options.output);
    if (options.format == "csv")
        return write_ees(report, options.output);
    return write_text(options.output, written(report, options.format));
}

int run(const Options& options) {
    if (!has_output(options))
        return could_not_be_done;
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
    scorecard::Report report = scorecard::report_of(
        comparators, *authority, own->year, own->figures, options.own.choice(), options.report);
    report.breakdowns = own->breakdowns;
    report.charts = own->charts;
    if (!write(report, options))
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
    options->own.with_charts = true;
    add_by(*command, options->own.by);
    command->add_option("--least-children", options->report.assessment.least_children,
                        "Strengths and areas for development: the least gap in children (5)");
    command->add_option("--least-percent", options->report.assessment.least_percent,
                        "The same of averages, in percent of the benchmark (5)");
    command
        ->add_option("--format", options->format,
                     "html, xlsx (a workbook), csv (Explore Education Statistics), md or json")
        ->check(CLI::IsMember({"html", "xlsx", "csv", "md", "json"}));
    command->add_option("-o,--output", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
