#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indicare/exact/integer.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::scorecard {

namespace detail {

/// The authorities without a figure, of several that are one together.
class WithoutFigure {
  public:
    void add(const Scorecard& part, const std::string& unavailable_because) {
        ++parts_;
        if (!unavailable_because.empty() && ++missing_ == 1)
            first_ = (part.authority.empty() ? "the one without a name" : part.authority) + ": " +
                     unavailable_because;
    }

    /// Why there is no figure of all; empty where there is one.
    std::string reason() const {
        if (parts_ == 0)
            return "no authority";
        if (missing_ == 0)
            return {};
        return "no figure for " + std::to_string(missing_) + " of " + std::to_string(parts_) +
               (parts_ == 1 ? " authority, " : " authorities, ") +
               (missing_ == 1 ? "" : "the first of them ") + first_;
    }

  private:
    std::size_t parts_ = 0;
    std::size_t missing_ = 0;
    std::string first_;
};

/// One indicator of several authorities, as the figure of all of them.
class FigureTogether {
  public:
    explicit FigureTogether(const indicators::Definition& definition) : definition_(definition) {}

    void add(const Scorecard& part, const Figure& figure) {
        without_.add(part, figure.unavailable_because());
        if (!figure.is_available())
            return;
        tally_ += figure.tally();
        has_squares_ = has_squares_ && figure.squares().has_value();
        if (definition_.needs.population)
            population_ += figure.denominator().value_or(0);
    }

    Figure figure(Level level) const {
        if (std::string reason = without_.reason(); !reason.empty())
            return Figure::unavailable(definition_, std::move(reason));
        const auto population = exact::as_int64(population_);
        if (!population)
            return Figure::unavailable(definition_, "the populations are too large to be added");
        const Figure figure(definition_, tally_, population, level);
        return has_squares_ ? figure : figure.without_squares();
    }

  private:
    const indicators::Definition& definition_;
    indicators::Tally tally_;
    bool has_squares_ = true;
    exact::integer population_ = 0;
    WithoutFigure without_;
};

/// The breakdowns of every `step`th scorecard, added up; they are all of one request.
inline std::vector<BrokenDown> breakdowns_together(std::span<const Scorecard> scorecards,
                                                   std::size_t step) {
    std::vector<BrokenDown> all;
    for (std::size_t i = 0; !scorecards.empty() && i < scorecards.front().breakdowns.size(); ++i) {
        BrokenDown sum = scorecards.front().breakdowns[i];
        WithoutFigure without;
        for (std::size_t each = 0; each < scorecards.size(); each += step) {
            const BrokenDown& part = scorecards[each].breakdowns[i];
            without.add(scorecards[each], part.unavailable_because());
            if (each != 0)
                sum += part;
        }
        std::string reason = without.reason();
        all.push_back(reason.empty() ? std::move(sum)
                                     : BrokenDown::unavailable(sum.breakdown(), std::move(reason)));
    }
    return all;
}

inline Scorecard together_as_at(std::span<const Scorecard> scorecards, std::size_t at,
                                const std::string& name, const Request& request, Level level) {
    Scorecard whole{name, request.as_at[at], {}, {}, {}};
    std::vector<FigureTogether> figures(indicators::catalogue.begin(), indicators::catalogue.end());
    for (std::size_t each = at; each < scorecards.size(); each += request.as_at.size()) {
        const Scorecard& part = scorecards[each];
        for (std::size_t i = 0; i < figures.size(); ++i)
            figures[i].add(part, part.figures[i]);
        whole.asides += part.asides;
    }
    for (const FigureTogether& figure : figures)
        whole.figures.push_back(figure.figure(level));
    whole.breakdowns = breakdowns_together(at < scorecards.size() ? scorecards.subspan(at)
                                                                  : std::span<const Scorecard>(),
                                           request.as_at.size());
    whole.notes = notes_on(whole, request);
    return whole;
}

} // namespace detail

/// Several authorities as one, by that name: a region or the nation, one scorecard for each date of
/// the request. Tallies and populations add up. There is no figure where some authority has none;
/// the reason says how many have none, and which is the first. The squares of a mean are known
/// where those of all are.
///
/// `scorecards` are those of the authorities by the request, authority by authority, as
/// `scorecards_of` gives them. `level` says how counts are printed: exactly, or rounded to the
/// nearest 10 as DfE does for a region or the nation.
///
///     auto all = scorecard::scorecards_of(state, populations);
///     auto england = scorecard::together(all, "England", scorecard::request_of(*state.rules(),
///     {}));
inline std::vector<Scorecard> together(std::span<const Scorecard> scorecards,
                                       const std::string& name, const Request& request,
                                       Level level = Level::authority) {
    std::vector<Scorecard> whole;
    for (std::size_t at = 0; at < request.as_at.size(); ++at)
        whole.push_back(detail::together_as_at(scorecards, at, name, request, level));
    return whole;
}

} // namespace indicare::scorecard
