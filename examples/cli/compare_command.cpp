#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/benchmarks.hpp"
#include "indicare/io/comparison_writer.hpp"
#include "indicare/io/counting.hpp"
#include "indicare/io/scorecard_reader.hpp"
#include "indicare/scorecard/reconciliation.hpp"
#include "returns_input.hpp"

namespace indicare::cli {

namespace {

using scorecard::Comparators;
using scorecard::OwnFigures;
using scorecard::PublishedAuthority;
using scorecard::Scorecard;

struct Options {
    ReturnsOptions input;
    std::string scorecard;
    std::vector<std::string> benchmarks;
    int year = 0;
    int release = 0;
    int edition = 0;
    scorecard::AssessmentOptions assessment;
    std::string format = "text";
    std::string output;
};

int refused(const std::string& reason) {
    std::cerr << "indicare: " << reason << "\n";
    return could_not_be_done;
}

/// What was found in files beside the returns, those that matter.
void report(const quality::Findings& findings) {
    for (const quality::Finding& finding : findings.kept())
        if (quality::severity_of(finding.code) == quality::Severity::error)
            std::cerr << "error: " << quality::to_text(finding) << "\n";
}

/// Figures with the year that they are of.
struct Own {
    int year = 0;
    OwnFigures figures;
    int status = done;
};

/// Whether two texts name the same authority.
bool is_of(const Comparators& comparators, const PublishedAuthority& authority,
           const std::string& name) {
    const auto called = comparators.authorities_called(name);
    return name.empty() || std::any_of(called.begin(), called.end(), [&](const auto& each) {
               return each.old_code == authority.old_code;
           });
}

/// The latest scorecard of an authority, or that of a year asked for, and the one before it;
/// nothing, with the reason said, where there is none as at a 31 March.
std::optional<Own> own_of(const std::vector<Scorecard>& scorecards, const Options& options,
                          const Comparators& comparators, const PublishedAuthority& authority) {
    const Scorecard* own = nullptr;
    const Scorecard* before = nullptr;
    for (const Scorecard& scorecard : scorecards) {
        const auto year = scorecard::published_year_of(scorecard.as_at);
        const bool asked = year && (options.year == 0 || *year <= options.year);
        if (!asked || !(scorecard.authority == options.input.authority ||
                        is_of(comparators, authority, scorecard.authority)))
            continue;
        before = own;
        own = &scorecard;
    }
    if (own == nullptr || (options.year != 0 && own->as_at.year() != options.year)) {
        refused("there are no figures of " + authority.name + " as at a 31 March" +
                (options.year == 0 ? std::string() : " of " + std::to_string(options.year)));
        return std::nullopt;
    }
    return Own{own->as_at.year(), scorecard::figures_of(*own, before), done};
}

std::optional<Own> own_of_scorecard(const Options& options, const Comparators& comparators,
                                    const PublishedAuthority& authority) {
    const auto text = io::text_of_file(options.scorecard);
    quality::Findings findings;
    const auto scorecards =
        text ? io::read_scorecards(*text, options.scorecard, findings) : std::nullopt;
    report(findings);
    if (!scorecards) {
        refused(options.scorecard + " cannot be read as a scorecard");
        return std::nullopt;
    }
    auto own = own_of(*scorecards, options, comparators, authority);
    if (own && findings.count_of(quality::Severity::error) > 0)
        own->status = done_with_errors;
    return own;
}

/// The bundled populations under the names that the returns have for the authority.
void add_populations(const Comparators& comparators, const PublishedAuthority& authority,
                     ReturnsInput& input) {
    const care::Records& records = input.reader().records();
    for (care::Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
        for (const auto& [year, people] :
             comparators.benchmarks().populations.all_of(authority.old_code))
            if (is_of(comparators, authority, records.name_of(each)))
                input.request().populations.add(records.name_of(each), year, people);
}

std::optional<Own> own_of_returns(const Options& options, const Comparators& comparators,
                                  const PublishedAuthority& authority) {
    ReturnsInput input(options.input);
    if (!input.read())
        return std::nullopt;
    if (input.request().populations.is_empty())
        add_populations(comparators, authority, input);
    const care::Date as_at =
        options.year == 0 ? input.as_at() : care::Date::of(options.year, 3, 31);
    input.request().as_at = scorecard::series_up_to(as_at, 2);
    input.progress().say("counting");
    const auto scorecards = io::scorecards(input.reader(), input.request());
    input.progress().clear();
    input.report_findings();
    auto own = own_of(scorecards, options, comparators, authority);
    if (own)
        own->status = input.status();
    return own;
}

/// The latest year that anything of the authority was published for.
int latest_year_of(const Comparators& comparators) {
    int latest = 0;
    for (const auto& figure : comparators.benchmarks().statistics.figures())
        latest = std::max(latest, figure.year);
    return latest;
}

std::optional<Own> own_figures(const Options& options, const Comparators& comparators,
                               const PublishedAuthority& authority) {
    if (!options.scorecard.empty())
        return own_of_scorecard(options, comparators, authority);
    if (!options.input.returns.empty())
        return own_of_returns(options, comparators, authority);
    const int year = options.year == 0 ? latest_year_of(comparators) : options.year;
    return Own{year, scorecard::published_figures(comparators, authority, year), done};
}

int compare(const Options& options, const Comparators& comparators) {
    const auto called = comparators.authorities_called(options.input.authority);
    if (called.empty())
        return refused("no figures are published of an authority " + options.input.authority);
    if (called.size() > 1)
        return refused(options.input.authority +
                       " is the name of several authorities; give a code");
    scorecard::BenchmarkChoice choice;
    if (options.release != 0)
        choice.release = options.release;
    if (options.edition != 0)
        choice.edition = options.edition;
    const auto own = own_figures(options, comparators, called[0]);
    if (!own)
        return could_not_be_done;
    const auto compared =
        scorecard::compare(comparators, called[0], own->year, own->figures, choice);
    const auto assessed = scorecard::assess(compared, options.assessment);
    const std::string text = options.format == "csv"    ? io::to_csv(compared, assessed)
                             : options.format == "json" ? io::to_json(compared, assessed)
                                                        : io::to_table(compared, assessed);
    return write_text(options.output, text) ? own->status : could_not_be_done;
}

int run(const Options& options) {
    if (options.input.authority.empty())
        return refused("whose figures is not said; expected --authority with an old code, a new "
                       "code or a name");
    if (!options.scorecard.empty() && !options.input.returns.empty())
        return refused("expected returns or --scorecard, not both");
    scorecard::Benchmarks benchmarks = io::bundled_benchmarks();
    quality::Findings findings;
    for (const std::string& folder : options.benchmarks)
        if (!io::add_benchmarks(folder, io::known_releases(), benchmarks, findings))
            return refused(folder + " cannot be read");
    report(findings);
    const int status = compare(options, Comparators(benchmarks));
    return status == done && findings.count_of(quality::Severity::error) > 0 ? done_with_errors
                                                                             : status;
}

} // namespace

void add_compare(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "compare", "Lays an authority's figures beside England, its region and its statistical "
                   "neighbours: of returns, of a scorecard, or as published.");
    auto options = std::make_shared<Options>();
    options->input.add_to(*command);
    command->get_option("returns")->required(false);
    command->add_option("--scorecard", options->scorecard,
                        "CSV of a scorecard, or authority,as_at,indicator,numerator,denominator");
    command->add_option("--year", options->year,
                        "The reporting year; else the latest that there is");
    command->add_option("--benchmarks", options->benchmarks,
                        "Folders of newer files as downloaded, beside the bundled ones");
    command->add_option("--release", options->release,
                        "The last release that benchmarks are taken from");
    command->add_option("--neighbours", options->edition,
                        "The edition of the list of neighbours, 2021 or 2025; else the one in "
                        "force in the year");
    command->add_option("--least-children", options->assessment.least_children,
                        "Strengths and areas for development: the least gap in children (5)");
    command->add_option("--least-percent", options->assessment.least_percent,
                        "The same of averages, in percent of the benchmark (5)");
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
