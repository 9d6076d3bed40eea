#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/benchmarks.hpp"
#include "said_findings.hpp"

namespace indicare::cli {

namespace {

struct Options {
    std::vector<std::string> published;
    std::string output;
    int first_year = 0;
};

int run(const Options& options) {
    const SaidFindings errors_and_warnings{.least = quality::Severity::warning};
    scorecard::Benchmarks benchmarks;
    quality::Findings findings;
    for (const std::string& folder : options.published)
        if (!io::add_benchmarks(folder, io::known_releases(), benchmarks, findings)) {
            say(findings, errors_and_warnings);
            std::cerr << "indicare: " << folder << " cannot be read\n";
            return could_not_be_done;
        }
    say(findings, errors_and_warnings);
    const std::filesystem::path output(options.output);
    const auto compact = io::compact(benchmarks, options.first_year);
    std::vector<FileText> files;
    files.reserve(compact.size());
    for (const auto& [name, text] : compact)
        files.push_back({(output / name).string(), text});
    if (!write_texts(files))
        return could_not_be_done;
    return findings.count_of(quality::Severity::error) > 0 ? done_with_errors : done;
}

} // namespace

void add_benchmarks(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "benchmarks", "Writes published statistics, lists of neighbours and populations in the "
                      "compact form in which they are bundled.");
    auto options = std::make_shared<Options>();
    command
        ->add_option("--published", options->published,
                     "Folders of files as downloaded, all releases that are to be held")
        ->required();
    command->add_option("--from", options->first_year, "The first reporting year to be held");
    command->add_option("--output", options->output, "Folder to write to")->required();
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
