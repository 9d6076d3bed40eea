#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indicare/scorecard/report.hpp"
#include "returns_input.hpp"

namespace indicare::cli {

/// Where an authority's own figures come from: returns, a scorecard, or what was published.
struct OwnOptions {
    ReturnsOptions input;
    std::string scorecard;
    std::vector<std::string> benchmarks;
    int year = 0;
    int release = 0;
    int edition = 0;
    std::vector<std::string> by; ///< breakdowns of returns
    bool with_charts = false;    ///< of the months of returns

    void add_to(CLI::App& command);
    scorecard::BenchmarkChoice choice() const;
    bool are_published() const { return scorecard.empty() && input.returns.empty(); }
};

/// Figures by year, with the year asked for, else the latest.
struct Own {
    int year = 0;
    scorecard::OwnByYear figures;
    scorecard::BreakdownsByYear breakdowns; ///< where they were asked for
    int status = 0;
    std::vector<scorecard::PeriodicChart> charts; ///< of returns, by month
};

/// Says on standard error why something cannot be done.
int refused(const std::string& reason);

/// The bundled benchmarks and those of the folders; nothing, with the reason said, where one cannot
/// be read. `status` is `done_with_errors` when some of it could not be used.
std::optional<scorecard::Benchmarks> benchmarks_of(const OwnOptions& options, int& status);

/// The authority that is asked for; nothing, with the reason said, where it is not known or not
/// one.
std::optional<scorecard::PublishedAuthority>
authority_of(const OwnOptions& options, const scorecard::Comparators& comparators);

/// Its own figures of the year and of up to `years - 1` before it; nothing, with the reason said,
/// where there are none.
std::optional<Own> own_figures(const OwnOptions& options, const scorecard::Comparators& comparators,
                               const scorecard::PublishedAuthority& authority, int years);

} // namespace indicare::cli
