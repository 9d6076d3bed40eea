#pragma once

#include "indicare/exact/confidence.hpp"
#include "indicare/exact/decimal.hpp"
#include "indicare/exact/integer.hpp"
#include "indicare/exact/precision.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/exact/rounding.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

/// Confidence limits whose printed digits are proved. The limits of most methods are no ratios;
/// what is given is the decimal that they round to, and no other: a first value in double precision
/// says where to look, and then each of the two numbers between which the rounding changes is
/// compared with the limit itself in whole numbers, with as many digits as that takes.
///
/// Compiled in `indicare::io`. No function here prints, keeps anything, or minds threads.
/// Errors: `std::domain_error` for what is no figure at all (nobody to count among, more counted
/// than there are, a unit or population below 1), with what was expected.
namespace indicare::exact {

/// How limits are made.
enum class LimitMethod : std::uint8_t {
    wilson,          ///< of a share: Wilson's score interval (1927)
    clopper_pearson, ///< of a share: the exact binomial interval (1934)
    byar,            ///< of a rate: Byar's approximation (Breslow and Day 1987)
    poisson,         ///< of a rate: the exact Poisson interval (Garwood 1936)
    student_t,       ///< of a mean: Student's t (1908)
    newcombe,        ///< of the difference of two shares: Newcombe's hybrid score, method 10 (1998)
    conditional,     ///< of the change between two rates: exact, given their events together
};

namespace detail {

inline constexpr std::string_view limit_method_names[] = {
    "wilson", "clopper_pearson", "byar", "poisson", "student_t", "newcombe", "conditional"};

} // namespace detail

/// The method as programs write it: `wilson`, `clopper_pearson` and so on.
constexpr std::string_view name_of(LimitMethod method) {
    return detail::limit_method_names[static_cast<std::size_t>(method)];
}

/// The method of that name; nothing when there is none.
constexpr std::optional<LimitMethod> limit_method_named(std::string_view name) {
    for (std::size_t i = 0; i < std::size(detail::limit_method_names); ++i)
        if (detail::limit_method_names[i] == name)
            return static_cast<LimitMethod>(i);
    return std::nullopt;
}

/// The method as a reader is told of it: `Wilson's score interval`.
constexpr std::string_view title_of(LimitMethod method) {
    constexpr std::string_view titles[] = {
        "Wilson's score interval",
        "Clopper and Pearson's exact binomial interval",
        "Byar's approximation",
        "the exact Poisson interval",
        "Student's t interval",
        "Newcombe's interval for the difference of two shares",
        "the exact conditional interval for the ratio of two rates"};
    return titles[static_cast<std::size_t>(method)];
}

/// Limits as they are printed, and how they were made.
struct Limits {
    Decimal lower;
    Decimal upper;
    LimitMethod method{};

    friend bool operator==(const Limits&, const Limits&) = default;
};

/// How finely, and by which rule, limits are rounded.
struct LimitRounding {
    Precision precision = places(1);
    Rounding rule = Rounding::half_up;
};

/// Limits of a share, `counted` of `among`, in parts of `per` (100: percent), by Wilson's score
/// interval: all shares p of which (counted - among p)^2 <= z^2 among p (1 - p). The lower one is 0
/// where none is counted, the upper one `per` where all are. Cost: a microsecond to a dozen digits.
/// Source: E. B. Wilson, "Probable inference", JASA 22 (1927), 209-212.
Limits wilson(const integer& counted, const integer& among, const integer& per,
              const Confidence& confidence, LimitRounding rounding = {});

/// Limits of a share by the exact binomial interval: at the lower one, so many or more are counted
/// with the probability of the tail; at the upper one, so many or fewer. 0 where none is counted,
/// `per` where all are. Cost: some tens of microseconds, growing with the square root of `among`.
/// Source: C. J. Clopper, E. S. Pearson, Biometrika 26 (1934), 404-413.
Limits clopper_pearson(const integer& counted, const integer& among, const integer& per,
                       const Confidence& confidence, LimitRounding rounding = {});

/// Limits of a rate, `events` for every `per` of a population, by Byar's approximation:
/// x (1 - 1/(9x) - z/(3 sqrt x))^3 below, with x + 1 and + above; 0 below where there are no
/// events. The formula is not cut off: of one event at 99.8% its lower limit is just below 0, which
/// shows that it is no longer an approximation (`poisson` is right at any number). Cost: some
/// microseconds. Source: N. E. Breslow, N. E. Day, "Statistical methods in cancer research", volume
/// II (1987), 69.
Limits byar(const integer& events, const integer& population, const integer& per,
            const Confidence& confidence, LimitRounding rounding = {});

/// Limits of a rate by the exact Poisson interval: with the lower one, so many events or more have
/// the probability of the tail; with the upper one, so many or fewer. 0 below where there are no
/// events. Cost: some tens of microseconds, growing with the square root of the events. Source: F.
/// Garwood, Biometrika 28 (1936), 437-442.
Limits poisson(const integer& events, const integer& population, const integer& per,
               const Confidence& confidence, LimitRounding rounding = {});

/// Whole numbers that a mean and its spread follow from: how many values, their sum, and the sum of
/// their squares.
struct Sample {
    integer number;
    integer sum;
    integer squares;
};

/// Limits of a mean by Student's t with one degree of freedom less than there are values; both are
/// the mean itself where all values are the same. Errors: also `std::domain_error` for fewer than
/// two values, and where no values have such sums. Cost: linear in the number of values up to a
/// thousand, some tens of microseconds for a few hundred; of more it hardly grows.
Limits student_t(const Sample& sample, const Confidence& confidence, LimitRounding rounding = {});

/// A number of `among`: one of two shares, or, of a population, one of two rates.
struct Part {
    integer counted;
    integer among;
};

/// Limits of the difference of two shares, the first less the second, in parts of `per` (100:
/// percentage points), by Newcombe's hybrid of two score intervals. -`per` and `per` at most. The
/// two are taken to be of different people: of a council's two years some children are in both.
/// Cost: some tens of microseconds. Source: R. G. Newcombe, Statistics in Medicine 17 (1998),
/// 873-890, method 10.
Limits newcombe(const Part& first, const Part& second, const integer& per,
                const Confidence& confidence, LimitRounding rounding = {});

/// Limits of the change from the second rate to the first, in percent of the second: -100 where the
/// first has no events. Given how many events there are in all, those of the first are a binomial
/// share of them, of which these are the exact limits (`clopper_pearson`), turned into a ratio of
/// rates. Nothing where the second has no events: no change from 0 has an upper limit in percent.
/// Cost: as of `clopper_pearson`.
std::optional<Limits> change_of_rate(const Part& first, const Part& second,
                                     const Confidence& confidence, LimitRounding rounding = {});

} // namespace indicare::exact
