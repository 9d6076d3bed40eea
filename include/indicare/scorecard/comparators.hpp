#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "indicare/scorecard/benchmark.hpp"
#include "indicare/scorecard/benchmarks.hpp"
#include "indicare/scorecard/ranking.hpp"

namespace indicare::scorecard {

/// An authority that figures are published for, under whatever names and codes.
struct PublishedAuthority {
    std::string old_code; ///< 831
    std::string code;     ///< E06000015
    std::string name;     ///< Derby
    std::string region;   ///< East Midlands
};

/// From which figures benchmarks are made.
struct BenchmarkChoice {
    /// The last release that may be used, as when a report is to show what was known then; else the
    /// latest.
    std::optional<int> release;
    /// The edition of the list of neighbours; else the one in force in the year of the figure that
    /// is laid beside, or of the last release where that is earlier: one list for all of a report.
    std::optional<int> edition;
};

/// Answers from published figures: what is known of a place, its benchmarks, its rank. All figures
/// that one answer is made of are of one release. Cost: an index is made once, linear in the
/// figures; a question costs a search for each figure that it takes.
class Comparators {
  public:
    /// The benchmarks are referred to, not copied.
    explicit Comparators(const Benchmarks& benchmarks) : benchmarks_(&benchmarks) {
        const auto places = benchmarks.statistics.places();
        for (std::size_t number = 0; number < places.size(); ++number)
            places_[{places[number].level, key_of(places[number])}].push_back(number);
        for (const PublishedFigure& figure : benchmarks.statistics.figures())
            releases_[{places[figure.place].level, figure.indicator, figure.year}].insert(
                figure.release);
    }

    const Benchmarks& benchmarks() const { return *benchmarks_; }

    /// The authorities that go by a name, an old code or a new code; more than one where a name was
    /// given anew.
    std::vector<PublishedAuthority> authorities_called(std::string_view text) const {
        std::set<std::string> codes;
        for (const std::size_t place : benchmarks_->statistics.authorities_called(text))
            codes.insert(benchmarks_->statistics.places()[place].old_code);
        std::vector<PublishedAuthority> found;
        found.reserve(codes.size());
        for (const std::string& code : codes)
            found.push_back(authority(code));
        return found;
    }

    /// All of them, by old code.
    std::vector<PublishedAuthority> authorities() const {
        std::vector<PublishedAuthority> all;
        for (const auto& [key, numbers] : places_)
            if (key.first == Level::authority)
                all.push_back(authority(key.second));
        return all;
    }

    /// The authority of an old code, as it was published last; unknown ones are called by the code.
    PublishedAuthority authority_of(const std::string& old_code) const {
        return authority(old_code);
    }

    /// The release that a year's figures of an indicator are taken from: the latest that has them.
    std::optional<int> release_of(Level level, std::size_t indicator, int year,
                                  std::optional<int> last = {}) const {
        const auto at = releases_.find({level, indicator, year});
        if (at == releases_.end())
            return std::nullopt;
        const auto end = last ? at->second.upper_bound(*last) : at->second.end();
        return end == at->second.begin() ? std::nullopt : std::optional(*std::prev(end));
    }

    /// The latest year up to one that an indicator is published for, with its release.
    std::optional<std::pair<int, int>> latest(Level level, std::size_t indicator, int year,
                                              std::optional<int> last = {}) const {
        constexpr int earliest = 1990; // no return is older
        for (; year > earliest; --year)
            if (const auto release = release_of(level, indicator, year, last))
                return std::pair(year, *release);
        return std::nullopt;
    }

    /// What was published for an authority, by its old code.
    std::optional<KnownFigure> figure_of(std::string_view old_code, std::size_t indicator, int year,
                                         int release) const {
        return figure(Level::authority, old_code, indicator, year, release);
    }

    /// A benchmark of an authority for the latest year up to `year`; nothing where nothing is
    /// published, or nobody has neighbours.
    std::optional<Benchmark> benchmark(BenchmarkKind kind, const PublishedAuthority& authority,
                                       std::size_t indicator, int year,
                                       const BenchmarkChoice& choice = {}) const {
        switch (kind) {
        case BenchmarkKind::england:
            return of_place(kind, Level::nation, "England", indicator, year, choice);
        case BenchmarkKind::region:
            return of_place(kind, Level::region, authority.region, indicator, year, choice);
        default:
            return of_neighbours(kind, authority, indicator, year, choice);
        }
    }

    /// The list of neighbours that figures of a year are laid beside; null where there is none.
    const NeighbourList* neighbours(int year, const BenchmarkChoice& choice = {}) const {
        const std::span<const NeighbourList> lists = benchmarks_->neighbours;
        if (!choice.edition)
            return list_in_force(lists, std::min(year, choice.release.value_or(year)));
        const auto at = std::find_if(lists.begin(), lists.end(), [&](const NeighbourList& list) {
            return list.edition() == *choice.edition;
        });
        return at == lists.end() ? nullptr : &*at;
    }

    /// The rank and band of a value among the published ones of all authorities for a year and
    /// release, in the place of the authority's own.
    std::optional<Ranking> ranking(const PublishedAuthority& own, const exact::ratio& value,
                                   std::size_t indicator, int year, int release) const {
        std::vector<exact::ratio> values{value};
        for (const auto& [key, numbers] : places_) {
            if (key.first != Level::authority || key.second == own.old_code)
                continue;
            const PublishedFigure* other = found_of(numbers, indicator, year, release);
            const auto number =
                other != nullptr ? shown_number(*other, Level::authority) : std::nullopt;
            if (number)
                values.push_back(*number);
        }
        return ranking_of(value, std::move(values), indicators::catalogue[indicator].polarity);
    }

  private:
    using PlaceKey = std::pair<Level, std::string>;

    /// What a place goes by through all releases.
    static std::string key_of(const Place& place) {
        return place.level == Level::authority ? place.old_code : place.name;
    }

    /// An authority as it was published last, of the figures read.
    PublishedAuthority authority(const std::string& old_code) const {
        const auto at = places_.find({Level::authority, old_code});
        if (at == places_.end())
            return {old_code, {}, old_code, {}};
        const Place& place = benchmarks_->statistics.places()[at->second.back()];
        return {place.old_code, place.code, place.name, place.region};
    }

    /// What was published for a place under any of its numbers; null for nothing.
    const PublishedFigure* found_of(std::span<const std::size_t> places, std::size_t indicator,
                                    int year, int release) const {
        for (const std::size_t place : places)
            if (const auto* found = benchmarks_->statistics.find(place, year, indicator, release))
                return found;
        return nullptr;
    }

    std::optional<KnownFigure> figure(Level level, std::string_view key, std::size_t indicator,
                                      int year, int release) const {
        const auto at = places_.find(PlaceKey(level, key));
        const PublishedFigure* found =
            at == places_.end() ? nullptr : found_of(at->second, indicator, year, release);
        return found != nullptr ? std::optional(known(*found, level)) : std::nullopt;
    }

    std::optional<Benchmark> of_place(BenchmarkKind kind, Level level, const std::string& name,
                                      std::size_t indicator, int year,
                                      const BenchmarkChoice& choice) const {
        const auto from = latest(level, indicator, year, choice.release);
        if (!from)
            return std::nullopt;
        const auto found = figure(level, name, indicator, from->first, from->second);
        return found ? std::optional(benchmark_of_place(kind, name, *found)) : std::nullopt;
    }

    std::optional<Benchmark> of_neighbours(BenchmarkKind kind, const PublishedAuthority& own,
                                           std::size_t indicator, int year,
                                           const BenchmarkChoice& choice) const {
        const auto from = latest(Level::authority, indicator, year, choice.release);
        const NeighbourList* list = from ? neighbours(year, choice) : nullptr;
        if (list == nullptr || list->of(own.old_code).empty())
            return std::nullopt;
        std::vector<NeighbourFigure> figures;
        for (const std::string& code : list->of(own.old_code)) {
            KnownFigure none{indicator, from->first, from->second, {}, {}, {}, {}, {}, {}, 0, {}};
            figures.push_back(
                {authority(code).name,
                 figure_of(code, indicator, from->first, from->second).value_or(none)});
        }
        return kind == BenchmarkKind::neighbours_mean ? neighbours_mean(figures, list->edition())
               : kind == BenchmarkKind::neighbours_median
                   ? neighbours_median(figures, list->edition())
                   : neighbours_pooled(figures, list->edition());
    }

    const Benchmarks* benchmarks_;
    std::map<PlaceKey, std::vector<std::size_t>> places_;
    std::map<std::tuple<Level, std::size_t, int>, std::set<int>> releases_;
};

} // namespace indicare::scorecard
