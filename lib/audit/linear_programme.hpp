#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "indicare/audit/proof.hpp"
#include "indicare/audit/solver.hpp"
#include "indicare/exact/ratio.hpp"

namespace indicare::audit {

/// What the linear programme over rational numbers says of inequalities within ranges.
struct LinearAnswer {
    Verdict verdict = Verdict::undecided;
    /// Where it is possible: a solution, for each unknown in an inequality but those of one number.
    std::vector<std::pair<Unknown, exact::ratio>> values;
    /// Where it is not: inequalities that, added up, contradict the ranges.
    std::vector<Multiple> contradiction;
    /// The least that the sum asked for can be over rational numbers.
    std::optional<exact::ratio> least;
};

/// Solves some inequalities of a system over rational numbers within ranges, exactly, by the
/// simplex method with bounds and Bland's rule, which always ends. With a sum, also the least that
/// it can be. Undecided only when it gave up, or its table would have more than four million cells.
LinearAnswer solve_linear(const System& system, std::span<const std::size_t> inequalities,
                          std::span<const Range> ranges, const GiveUp& give_up,
                          const Sum* sum = nullptr);

} // namespace indicare::audit
