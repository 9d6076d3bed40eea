#include "own_figures.hpp"

#include <algorithm>
#include <iostream>
#include <utility>

#include "breakdown_option.hpp"
#include "commands.hpp"
#include "indicare/io/benchmarks.hpp"
#include "indicare/io/counting.hpp"
#include "indicare/io/own_charts.hpp"
#include "indicare/io/scorecard_reader.hpp"
#include "indicare/scorecard/own_figures.hpp"
#include "indicare/scorecard/reconciliation.hpp"
#include "said_findings.hpp"

namespace indicare::cli {

using scorecard::Comparators;
using scorecard::PublishedAuthority;
using scorecard::Scorecard;

int refused(const std::string& reason) {
    std::cerr << "indicare: " << reason << "\n";
    return could_not_be_done;
}

namespace {

/// What was found in files beside the returns: errors, and warnings of what was not used.
void report(const quality::Findings& findings, bool anonymous) {
    say(findings, {.least = quality::Severity::warning, .anonymous = anonymous});
}

/// The scorecards of an authority as at a 31 March, up to the year asked for; nothing, with the
/// reason said, where there is none, or none of that year.
std::optional<Own> own_of(const std::vector<Scorecard>& scorecards, const OwnOptions& options,
                          const Comparators& comparators, const PublishedAuthority& authority) {
    Own own;
    for (const Scorecard& scorecard :
         scorecard::scorecards_of(comparators, authority, scorecards)) {
        const auto year = scorecard::published_year_of(scorecard.as_at);
        if (!year || (options.year != 0 && *year > options.year))
            continue;
        own.figures[*year] = scorecard::figures_of(scorecard).figures;
        if (!scorecard.breakdowns.empty())
            own.breakdowns[*year] = scorecard.breakdowns;
        own.year = std::max(own.year, *year);
    }
    if (own.figures.empty() || (options.year != 0 && own.year != options.year)) {
        refused("there are no figures of " + authority.name + " as at a 31 March" +
                (options.year == 0 ? std::string() : " of " + std::to_string(options.year)));
        return std::nullopt;
    }
    return own;
}

std::optional<Own> own_of_scorecard(const OwnOptions& options, const Comparators& comparators,
                                    const PublishedAuthority& authority) {
    const auto text = io::text_of_file(options.scorecard);
    quality::Findings findings;
    const auto scorecards =
        text ? io::read_scorecards(*text, options.scorecard, findings) : std::nullopt;
    report(findings, options.input.anonymous);
    if (!scorecards) {
        refused(options.scorecard + " cannot be read as a scorecard");
        return std::nullopt;
    }
    auto own = own_of(*scorecards, options, comparators, authority);
    if (own && findings.count_of(quality::Severity::error) > 0)
        own->status = done_with_errors;
    return own;
}

std::optional<Own> own_of_returns(const OwnOptions& options, const Comparators& comparators,
                                  const PublishedAuthority& authority, int years) {
    ReturnsInput input(options.input);
    if (!choose_breakdowns(options.by, input.request()) || !input.read())
        return std::nullopt;
    if (input.request().populations.is_empty())
        scorecard::add_published_populations(comparators, authority, input.reader().records(),
                                             input.request().populations);
    const care::Date as_at =
        options.year == 0 ? input.as_at() : care::Date::of(options.year, 3, 31);
    input.request().as_at = scorecard::series_up_to(as_at, years);
    input.progress().say("counting");
    const auto scorecards = io::scorecards(input.reader(), input.request());
    input.progress().clear();
    input.report_findings();
    auto own = own_of(scorecards, options, comparators, authority);
    if (own) {
        own->status = input.status();
        if (options.with_charts)
            own->charts = io::own_charts(input.reader(), input.request().policies, as_at,
                                         comparators, authority);
    }
    return own;
}

/// The latest year that anything was published for.
int latest_year_of(const Comparators& comparators) {
    int latest = 0;
    for (const auto& figure : comparators.benchmarks().statistics.figures())
        latest = std::max(latest, figure.year);
    return latest;
}

} // namespace

void OwnOptions::add_to(CLI::App& command) {
    input.add_to(command);
    command.get_option("returns")->required(false);
    command.add_option("--scorecard", scorecard,
                       "CSV of a scorecard, or authority,as_at,indicator,numerator,denominator");
    command.add_option("--year", year, "The reporting year; else the latest that there is");
    command.add_option("--benchmarks", benchmarks,
                       "Folders of newer files as downloaded, beside the bundled ones");
    command.add_option("--release", release, "The last release that benchmarks are taken from");
    command.add_option("--neighbours", edition,
                       "The edition of the list of neighbours, 2021 or 2025; else the one in "
                       "force in the year");
}

scorecard::BenchmarkChoice OwnOptions::choice() const {
    scorecard::BenchmarkChoice choice;
    if (release != 0)
        choice.release = release;
    if (edition != 0)
        choice.edition = edition;
    return choice;
}

std::optional<scorecard::Benchmarks> benchmarks_of(const OwnOptions& options, int& status) {
    scorecard::Benchmarks benchmarks = io::bundled_benchmarks();
    quality::Findings findings;
    for (const std::string& folder : options.benchmarks)
        if (!io::add_benchmarks(folder, io::known_releases(), benchmarks, findings)) {
            report(findings, options.input.anonymous);
            refused(folder + " cannot be read");
            return std::nullopt;
        }
    report(findings, options.input.anonymous);
    status = findings.count_of(quality::Severity::error) > 0 ? done_with_errors : done;
    return benchmarks;
}

std::optional<PublishedAuthority> authority_of(const OwnOptions& options,
                                               const Comparators& comparators) {
    const std::string& name = options.input.authority;
    const auto called = comparators.authorities_called(name);
    if (called.size() == 1)
        return called[0];
    refused(name.empty() ? "whose figures is not said; expected --authority with an old code, a "
                           "new code or a name"
            : called.empty() ? "no figures are published of an authority " + name
                             : name + " is the name of several authorities; give a code");
    return std::nullopt;
}

std::optional<Own> own_figures(const OwnOptions& options, const Comparators& comparators,
                               const PublishedAuthority& authority, int years) {
    if (!options.scorecard.empty() && !options.input.returns.empty()) {
        refused("expected returns or --scorecard, not both");
        return std::nullopt;
    }
    if (!options.by.empty() && options.input.returns.empty()) {
        refused("--by breaks down the children of returns; expected folders of returns");
        return std::nullopt;
    }
    if (!options.scorecard.empty())
        return own_of_scorecard(options, comparators, authority);
    if (!options.input.returns.empty())
        return own_of_returns(options, comparators, authority, years);
    const int year = options.year == 0 ? latest_year_of(comparators) : options.year;
    Own own;
    own.year = year;
    own.figures = scorecard::published_by_year(comparators, authority, year, years);
    const auto& figures = own.figures[year];
    if (std::none_of(figures.begin(), figures.end(),
                     [](const auto& figure) { return figure.value.has_value(); })) {
        refused("nothing was published of " + authority.name + " for " + std::to_string(year) +
                "; expected a year up to " + std::to_string(latest_year_of(comparators)));
        return std::nullopt;
    }
    return own;
}

} // namespace indicare::cli
