#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indicare/audit/claims.hpp"
#include "indicare/audit/meaning.hpp"
#include "indicare/exact/rounding.hpp"

namespace indicare::audit::test {

/// Claims that are printed of true counts, which are kept beside them.
class TrueClaims {
  public:
    /// `printed` is the rule of each figure, or several of which each follows one.
    TrueClaims(std::uint64_t seed, Roundings printed) : random_(seed), rules_(std::move(printed)) {
        const std::uint64_t count = below(5) + 2;
        for (std::uint64_t i = 0; i < count; ++i) {
            claims_.unknown("n" + std::to_string(i));
            truth_.emplace_back(any_count());
        }
        const std::uint64_t wanted = below(6) + 1;
        while (claims_.size() < wanted)
            claims_.add({any_statement(), "", {}});
    }

    const Claims& claims() const { return claims_; }
    const std::vector<exact::integer>& truth() const { return truth_; }

  private:
    std::uint64_t below(std::uint64_t end) { return random_() % end; }

    /// As often small as great, to 10^9.
    exact::integer any_count() {
        const std::uint64_t most = std::uint64_t{1} << below(30);
        return below(20) == 0 ? greatest_unknown() : exact::integer(below(most + 1));
    }
    Sum any_unknown() { return Sum::of(below(truth_.size())); }
    Sum any_sum() {
        Sum sum = any_unknown();
        if (below(3) == 0)
            sum.add(any_unknown(), 1);
        if (below(8) == 0)
            sum.add(any_unknown(), exact::integer(below(3)) - 1);
        return sum;
    }

    Statement any_statement() {
        if (below(4) == 0)
            return relation();
        return figure(static_cast<FigureKind>(below(5)));
    }

    Statement relation() {
        const Sum left = any_sum();
        Sum right = any_sum();
        right.add((left - right).value(truth_)); // they are equal now
        const exact::integer gap = below(3);
        switch (below(5)) {
        case 0:
            return Relation{left, Comparison::at_most, right + Sum(gap)};
        case 1:
            return Relation{left, Comparison::at_least, right - Sum(gap)};
        case 2:
            return Relation{left, Comparison::below, right + Sum(gap + 1)};
        case 3:
            return Relation{left, Comparison::above, right - Sum(gap + 1)};
        default:
            return Relation{left, Comparison::equal, right};
        }
    }

    /// A figure of that kind; a number where the counts do not allow it.
    Statement figure(FigureKind kind) {
        PrintedFigure figure;
        figure.kind = kind;
        figure.above = any_sum();
        figure.precision = exact::places(static_cast<unsigned>(below(4)));
        if (kind != FigureKind::number)
            figure.below = any_sum();
        if (kind == FigureKind::rate)
            figure.per = std::uint64_t{10} << below(12);
        if (kind == FigureKind::share || kind == FigureKind::change)
            figure.per = 100;
        if (kind == FigureKind::change)
            figure.above = figure.above - figure.below;
        const exact::integer above = figure.above.value(truth_);
        if (const exact::integer among = figure.below.value(truth_);
            among < 1 || (kind == FigureKind::share && (above < 0 || above > among)))
            return this->figure(FigureKind::number);
        if (kind == FigureKind::number || below(10) == 0)
            figure.precision = exact::nearest(below(3) == 0 ? 5 : 10);
        figure.printed = exact::round(above * figure.per, figure.below.value(truth_),
                                      figure.precision, rules_[below(rules_.size())]);
        return figure;
    }

    std::mt19937_64 random_;
    Roundings rules_;
    Claims claims_;
    std::vector<exact::integer> truth_;
};

/// The numbers of all claims.
inline std::vector<ClaimNumber> all_of(const Claims& claims) {
    std::vector<ClaimNumber> all(claims.size());
    for (ClaimNumber i = 0; i < all.size(); ++i)
        all[i] = i;
    return all;
}

} // namespace indicare::audit::test
