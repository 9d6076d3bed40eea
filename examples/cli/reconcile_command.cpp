#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/counting.hpp"
#include "indicare/io/population_file.hpp"
#include "indicare/io/published_statistics.hpp"
#include "indicare/io/reconciliation_writer.hpp"
#include "returns_input.hpp"

namespace indicare::cli {

namespace {

struct Options {
    ReturnsOptions input;
    std::vector<std::string> published;
    std::vector<std::string> mappings;
    std::vector<std::string> vintages;
    std::string format = "text";
    std::string output;
};

int refused(const std::string& reason) {
    std::cerr << "indicare: " << reason << "\n";
    return could_not_be_done;
}

/// Adds the mappings of the command line; whether they could be read.
bool read_mappings(const std::vector<std::string>& files, io::PublishedMapping& mapping,
                   quality::Findings& findings) {
    return std::all_of(files.begin(), files.end(), [&](const std::string& file) {
        const auto text = io::text_of_file(file);
        if (!text)
            std::cerr << "indicare: " << file << " cannot be read\n";
        return text && mapping.read(*text, file, findings);
    });
}

/// Whose figures are reconciled: an authority of the returns, and the places that it is in the
/// published files.
struct Authority {
    std::string name;
    std::vector<std::size_t> places;
};

/// The places of an authority by any of its names in the published files.
bool is_called(const scorecard::PublishedStatistics& published,
               const std::vector<std::size_t>& places, const std::string& name) {
    const auto called = published.authorities_called(name);
    return std::any_of(called.begin(), called.end(), [&places](std::size_t place) {
        return std::find(places.begin(), places.end(), place) != places.end();
    });
}

/// The authority asked for, or the only one of the returns; nothing, with the reason said.
std::optional<Authority> authority_of(const care::Records& records,
                                      const scorecard::PublishedStatistics& published,
                                      const std::string& asked) {
    std::vector<std::string> names;
    for (care::Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
        names.push_back(records.name_of(each));
    std::string wanted = asked;
    if (wanted.empty() && names.size() == 1)
        wanted = names[0];
    if (wanted.empty()) {
        refused("whose figures is not said; expected --authority with an old code, a new code or a "
                "name of the published files");
        return std::nullopt;
    }
    const auto places = published.authorities_called(wanted);
    if (places.empty()) {
        refused("the published files have no figures of an authority " + wanted);
        return std::nullopt;
    }
    const auto at = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
        return name == wanted || is_called(published, places, name);
    });
    if (at != names.end())
        return Authority{*at, places};
    refused("the returns are of no authority that the published files call " + wanted);
    return std::nullopt;
}

void add_vintages(const scorecard::Populations& populations, const std::string& authority,
                  const std::string& file, std::vector<scorecard::Vintage>& vintages) {
    for (const auto& [year, population] : populations.all_of(authority))
        vintages.push_back({population, "of " + std::to_string(year) + " in " +
                                            std::filesystem::path(file).filename().string()});
}

/// Every population of the authority that is to be tried: of the years of the population file, and
/// of further files; nothing, with the reason said, when one of them cannot be read.
std::optional<std::vector<scorecard::Vintage>>
vintages_of(const Options& options, const std::string& authority, ReturnsInput& input) {
    std::vector<scorecard::Vintage> vintages;
    if (!options.input.population_file.empty())
        add_vintages(input.request().populations, authority, options.input.population_file,
                     vintages);
    for (const std::string& file : options.vintages) {
        const auto text = io::text_of_file(file);
        scorecard::Populations populations;
        if (!text || !io::read_populations(*text, file, populations, input.reader().findings())) {
            input.report_findings();
            refused(file + " cannot be read as populations");
            return std::nullopt;
        }
        add_vintages(populations, authority, file, vintages);
    }
    return vintages;
}

std::string text_of(const scorecard::Reconciliation& reconciliation, const std::string& format) {
    return format == "csv"    ? io::to_csv(reconciliation)
           : format == "json" ? io::to_json(reconciliation)
                              : io::to_table(reconciliation);
}

int reconcile(const Options& options, ReturnsInput& input,
              const scorecard::PublishedStatistics& published) {
    io::ReturnReader& reader = input.reader();
    const care::Records& records = reader.records();
    const auto year = scorecard::published_year_of(input.as_at());
    if (!year)
        return refused("DfE publishes figures for years that end on 31 March; " +
                       input.as_at().text() + " is no such date");
    const auto authority = authority_of(records, published, options.input.authority);
    if (!authority)
        return could_not_be_done;
    const auto figures = published.of(authority->places, *year);
    if (figures.empty())
        return refused("the published files have no figures of " + authority->name + " for " +
                       std::to_string(*year));
    const auto vintages = vintages_of(options, authority->name, input);
    if (!vintages)
        return could_not_be_done;
    input.progress().say("counting");
    const auto scorecards = io::scorecards(reader, input.request());
    const auto own = std::find_if(scorecards.begin(), scorecards.end(), [&](const auto& each) {
        return each.authority == authority->name;
    });
    const auto reconciliation =
        scorecard::reconcile(records, input.request(), *own, figures, *vintages);
    input.progress().clear();
    input.report_findings();
    return write_text(options.output, text_of(reconciliation, options.format)) ? input.status()
                                                                               : could_not_be_done;
}

/// Reads the published files; whether each of them could be read.
bool read_published(const std::vector<std::string>& files, io::PublishedReader& reader,
                    quality::Findings& findings) {
    constexpr auto unreadable = quality::FindingCode::file_unreadable;
    const std::uint64_t before = findings.count_of(unreadable);
    for (const std::string& file : files)
        io::read_published(reader, file, findings);
    return findings.count_of(unreadable) == before;
}

int run(const Options& options) {
    ReturnsInput input(options.input);
    if (!input.read())
        return could_not_be_done;
    quality::Findings& findings = input.reader().findings();
    io::PublishedMapping mapping = io::known_releases();
    if (!read_mappings(options.mappings, mapping, findings)) {
        input.report_findings();
        return could_not_be_done;
    }
    scorecard::PublishedStatistics published;
    io::PublishedReader reader(mapping, published, findings);
    const bool all_were_read = read_published(options.published, reader, findings);
    if (published.figures().empty() || !all_were_read) {
        input.report_findings();
        return refused(published.figures().empty() ? "no published figure could be read"
                                                   : "a published file cannot be read");
    }
    return reconcile(options, input, published);
}

} // namespace

void add_reconcile(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "reconcile", "Lays the figures beside those that DfE published for the authority and the "
                     "year, and says which policies explain a difference.");
    auto options = std::make_shared<Options>();
    options->input.add_to(*command);
    command
        ->add_option("--published", options->published,
                     "Data files of a release, as downloaded from Explore Education Statistics")
        ->required();
    command->add_option("--mapping", options->mappings,
                        "CSV that says which published numbers are which indicator's, beside what "
                        "is known");
    command->add_option("--vintages", options->vintages,
                        "Population files to try, as for --population-file, which is tried too");
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
