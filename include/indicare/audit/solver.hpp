#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "indicare/audit/proof.hpp"
#include "indicare/audit/sum.hpp"
#include "indicare/audit/system.hpp"
#include "indicare/exact/integer.hpp"

namespace indicare::audit {

/// Whether whole numbers satisfy a system; undecided when the search was given up.
enum class Verdict : std::uint8_t { possible, impossible, undecided };

/// The verdict as it is written in JSON.
constexpr std::string_view name_of(Verdict verdict) {
    constexpr std::string_view names[] = {"possible", "impossible", "undecided"};
    return names[static_cast<std::size_t>(verdict)];
}

/// Asked now and then during long work; says whether to give up. Nothing never gives up. The
/// library has no clock of its own: what a time is comes from whoever asks.
using GiveUp = std::function<bool()>;

/// Whether a system has a solution, with what shows it.
struct Solution {
    Verdict verdict = Verdict::undecided;
    std::vector<exact::integer> numbers; ///< one for every unknown, where it is possible
    Proof proof;                         ///< where it is impossible
};

/// Finds whole numbers that satisfy a system, or proves that there are none. Bounds are carried
/// from inequality to inequality first; then the linear programme over rational numbers is solved
/// exactly, and unknowns that are not whole in it are split. Undecided only when it gave up, a
/// proof would nest cases some hundred deep, or the programme would have more than four million
/// cells. Cost: for what reports claim, some microseconds for an inequality; at worst it grows
/// without bound, as for any way to solve whole-number problems that is known.
///
/// `near` may be numbers that satisfy much of it: a solution close to them is tried first.
Solution solve(const System& system, const GiveUp& give_up = {},
               std::span<const exact::integer> near = {});

/// The least that a sum can be over all solutions of a system; `undecided` when it gave up or there
/// is no solution to begin from.
struct Extreme {
    Verdict verdict = Verdict::undecided;
    exact::integer value;
    std::vector<exact::integer> numbers; ///< a solution in which it is that
};

/// `from` is a solution of the system: the search begins there.
Extreme least(const System& system, const Sum& sum, std::vector<exact::integer> from,
              const GiveUp& give_up = {});
/// The most that it can be.
Extreme most(const System& system, const Sum& sum, std::vector<exact::integer> from,
             const GiveUp& give_up = {});

/// The system where unknowns that nothing else bounds may be twice as great: what more becomes
/// possible was kept out by the greatest number that an unknown can be, not by the claims.
System with_twice_the_limit(System system);

/// Whether a sum can be no more than it is for that limit alone.
bool is_held_by_limit(const System& system, const Sum& sum, const exact::integer& most,
                      const GiveUp& give_up = {});

} // namespace indicare::audit
