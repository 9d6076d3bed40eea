#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/scorecard/compared_scorecard.hpp"

namespace indicare::scorecard {

/// The thresholds of the rule by which strengths and areas for development are told.
struct AssessmentOptions {
    /// What a figure must be certainly better, or worse, than.
    std::vector<BenchmarkKind> against = {BenchmarkKind::england, BenchmarkKind::neighbours_mean};
    /// How many children a gap must be at least, to a benchmark and to the year before, of a share
    /// or a rate.
    std::int64_t least_children = 5;
    /// How many percent of the benchmark, or of the year before, it must be at least, of a mean.
    std::int64_t least_percent = 5;
};

/// What the rule says of an indicator.
enum class Assessment : std::uint8_t { strength, area_for_development };

/// An indicator on which the rule has something to say, and why.
struct AssessedFigure {
    const ComparedFigure* figure = nullptr; ///< of the scorecard that was assessed
    Assessment assessment{};
    std::int64_t children = 0;        ///< the least gap of those that were asked for; 0 of a mean
    std::vector<std::string> reasons; ///< one sentence each
};

namespace detail {

/// How far two values of a mean are apart at least, in percent of the second.
inline bool is_percent_apart(const exact::Interval& own, const exact::Interval& other,
                             std::int64_t percent) {
    const exact::ratio gap =
        own.lower() > other.upper() ? own.lower() - other.upper() : other.lower() - own.upper();
    return gap * 100 >= exact::ratio(abs(other.upper())) * percent;
}

/// Whether a gap is wide enough to be spoken of.
inline bool is_wide(const KnownFigure& own, const std::optional<exact::Interval>& other,
                    const std::optional<Distance>& distance, const AssessmentOptions& options) {
    if (is_mean(own.definition().unit))
        return own.value && other && is_percent_apart(*own.value, *other, options.least_percent);
    return distance && distance->least >= options.least_children;
}

inline bool is_wide(const ComparedFigure& figure, const Comparison& comparison,
                    const AssessmentOptions& options) {
    return is_wide(figure.own, comparison.benchmark.value, comparison.distance, options);
}

/// Whether the figure worsens by so much that it is to be spoken of.
inline bool is_worsening(const ComparedFigure& figure, const AssessmentOptions& options) {
    const auto& direction = figure.direction;
    return direction && direction->answer == Answer::worse &&
           is_wide(figure.own, direction->before.value, direction->distance, options);
}

/// The comparisons that were asked for and that there are.
inline std::vector<const Comparison*> asked(const ComparedFigure& figure,
                                            const AssessmentOptions& options) {
    std::vector<const Comparison*> found;
    for (const BenchmarkKind kind : options.against)
        if (const Comparison* comparison = figure.beside(kind);
            comparison != nullptr && comparison->benchmark.value)
            found.push_back(comparison);
    return found;
}

inline std::string children_apart(const Distance& distance) {
    const std::string number =
        distance.least == distance.most
            ? std::to_string(distance.least)
            : std::to_string(distance.least) + " to " + std::to_string(distance.most);
    return number + (distance.most == 1 ? " child" : " children");
}

/// Whether chance explains a difference: what stands behind it in a sentence.
inline std::string_view chance_of(const Tested& tested) {
    if (is_much(tested.significance))
        return "far more than chance explains (99.8%)";
    if (is_significant(tested.significance))
        return "more than chance explains (95%)";
    return tested.significance == Significance::similar ? "no more than chance explains (95%)"
                                                        : std::string_view();
}

inline std::string with_chance(std::string sentence, const Tested& tested) {
    if (const std::string_view chance = chance_of(tested); !chance.empty())
        sentence.append("; ").append(chance);
    sentence += '.';
    return sentence;
}

inline std::string reason_of(const Comparison& comparison, indicators::Unit unit) {
    std::string text(name_of(comparison.answer));
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    text += " than " + comparison.benchmark.name + " (" + comparison.benchmark.printed +
            (unit == indicators::Unit::percent ? "%, " : ", ") +
            std::to_string(comparison.benchmark.year) + ")";
    if (comparison.distance)
        text += ", by " + children_apart(*comparison.distance);
    return with_chance(std::move(text), comparison.tested);
}

inline std::string reason_of(const Direction& direction) {
    const std::string since = " since " + std::to_string(direction.before.year);
    if (direction.answer == Answer::same)
        return "Unchanged" + since + ".";
    if (direction.answer != Answer::better && direction.answer != Answer::worse)
        return "Whether it improves cannot be told.";
    return with_chance((direction.answer == Answer::better ? "Improving" : "Worsening") + since,
                       direction.change.tested);
}

} // namespace detail

/// What the rule says of one figure; nothing for most.
///
/// A *strength* is better than every benchmark asked for, by at least so many children (of a mean:
/// percent), and does not worsen by as much. An *area for development* is worse than every one of
/// them by at least so many; or it is so of one of them, and worsens by as much. Only what is
/// certain counts: rounding and suppression, and undetermined children, could not change it. An
/// indicator of which neither high nor low is good, and a count, are neither; nor is one without a
/// benchmark.
inline std::optional<AssessedFigure> assess(const ComparedFigure& figure,
                                            const AssessmentOptions& options = {}) {
    const auto comparisons = detail::asked(figure, options);
    const auto count = [&](Answer answer) {
        return static_cast<std::size_t>(
            std::count_if(comparisons.begin(), comparisons.end(), [&](const Comparison* each) {
                return each->answer == answer && detail::is_wide(figure, *each, options);
            }));
    };
    const bool worsening = detail::is_worsening(figure, options);
    const std::size_t better = count(Answer::better);
    const std::size_t worse = count(Answer::worse);
    const bool strength = better > 0 && better == comparisons.size() && !worsening;
    const bool development = worse > 0 && (worse == comparisons.size() || worsening);
    if (!strength && !development)
        return std::nullopt;
    AssessedFigure assessed;
    assessed.figure = &figure;
    assessed.assessment = strength ? Assessment::strength : Assessment::area_for_development;
    std::optional<std::int64_t> least;
    for (const Comparison* comparison : comparisons) {
        assessed.reasons.push_back(detail::reason_of(*comparison, figure.own.definition().unit));
        const auto& gap = comparison->distance;
        if (gap && comparison->answer == (strength ? Answer::better : Answer::worse))
            least = std::min(least.value_or(gap->least), gap->least);
    }
    assessed.children = least.value_or(0);
    if (figure.direction)
        assessed.reasons.push_back(detail::reason_of(*figure.direction));
    return assessed;
}

/// Strengths and areas for development of a scorecard: those first that are most children apart,
/// then in the order of the catalogue. The scorecard is referred to.
inline std::vector<AssessedFigure> assess(const ComparedScorecard& scorecard,
                                          const AssessmentOptions& options = {}) {
    std::vector<AssessedFigure> all;
    for (const ComparedFigure& figure : scorecard.figures)
        if (auto assessed = assess(figure, options))
            all.push_back(std::move(*assessed));
    std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return left.assessment != right.assessment ? left.assessment < right.assessment
                                                   : left.children > right.children;
    });
    return all;
}

} // namespace indicare::scorecard
