#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indicare/explain/near_miss.hpp"
#include "indicare/io/child_names.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::io {

/// A figure of one authority, explained child by child.
struct ExplainedFigure {
    std::string authority;
    care::Date as_at;
    scorecard::Figure figure;
    std::vector<explain::ExplainedChild> rows;
    /// What the figure should reach, and how far it is from it.
    std::optional<exact::Decimal> target;
    std::optional<explain::NearMiss> near_miss;
};

/// A figure of a scorecard with the rows that explain it, and how far it is from the target, where
/// there is one.
ExplainedFigure explained(const scorecard::Scorecard& scorecard,
                          const indicators::Definition& definition,
                          std::vector<explain::ExplainedChild> rows,
                          const std::optional<exact::Decimal>& target);

/// A table for a person to read: the figure, how far it is from the target, and the children of the
/// numerator, the denominator and the undetermined with their reasons; those outside are counted.
std::string to_table(std::span<const ExplainedFigure> figures, const ChildNames& names);
/// A row a child: `authority,child,membership,reason,decided_by,amount`.
std::string to_csv(std::span<const ExplainedFigure> figures, const ChildNames& names);
/// The same with the figure, the target and the children nearest to it.
std::string to_json(std::span<const ExplainedFigure> figures, const ChildNames& names);

} // namespace indicare::io
