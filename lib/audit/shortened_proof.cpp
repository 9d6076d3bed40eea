#include "shortened_proof.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace indicare::audit {

namespace {

/// Bounds that lines rest on: of an unknown, from below (true) or from above.
using Bounds = std::set<std::pair<Unknown, bool>>;

void rest_on_sum(const System& system, const ProofLine& line, Bounds& bounds) {
    std::map<Unknown, exact::integer> terms;
    for (const Multiple& multiple : line.sum)
        for (const Term& term : system.inequalities[multiple.inequality].terms())
            terms[term.unknown] += term.coefficient * multiple.times;
    if (line.reached)
        terms.erase(line.reached->unknown);
    for (const auto& [unknown, coefficient] : terms)
        if (coefficient != 0)
            bounds.emplace(unknown, coefficient > 0);
}

/// Drops what the last line does not rest on, from the last to the first; gives the bounds that the
/// rest takes as given.
Bounds shorten(const System& system, std::vector<ProofLine>& lines) {
    Bounds needed;
    std::vector<ProofLine> kept;
    while (!lines.empty()) {
        ProofLine line = std::move(lines.back());
        lines.pop_back();
        if (line.reached && needed.erase({line.reached->unknown, line.reached->at_least}) == 0)
            continue;
        if (!line.refutation.empty()) {
            Bounds within = shorten(system, line.refutation);
            within.erase({line.reached->unknown, !line.reached->at_least});
            needed.merge(within);
        } else {
            rest_on_sum(system, line, needed);
        }
        kept.push_back(std::move(line));
    }
    std::reverse(kept.begin(), kept.end());
    lines = std::move(kept);
    return needed;
}

void collect(const std::vector<ProofLine>& lines, std::set<std::size_t>& found) {
    for (const ProofLine& line : lines) {
        for (const Multiple& multiple : line.sum)
            found.insert(multiple.inequality);
        collect(line.refutation, found);
    }
}

} // namespace

std::vector<ProofLine> shortened(const System& system, std::vector<ProofLine> lines) {
    shorten(system, lines);
    return lines;
}

std::set<std::size_t> inequalities_in(const Proof& proof) {
    std::set<std::size_t> found;
    collect(proof.lines, found);
    return found;
}

} // namespace indicare::audit
