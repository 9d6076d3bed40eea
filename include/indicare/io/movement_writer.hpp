#pragma once

#include <span>
#include <string>

#include "indicare/explain/movement.hpp"
#include "indicare/io/child_names.hpp"

namespace indicare::io {

/// How a figure of one authority moved from one date to another.
struct MovedFigure {
    std::string authority;
    care::Date from;
    care::Date to;
    explain::Movement movement;
};

/// A table for a person to read: the change split into its parts, and the children of each.
std::string to_table(std::span<const MovedFigure> figures, const ChildNames& names);
/// A row a child who moved: `authority,child,from,to,amount_from,amount_to,reason_from,reason_to`.
std::string to_csv(std::span<const MovedFigure> figures, const ChildNames& names);
/// The same with the exact change and its parts.
std::string to_json(std::span<const MovedFigure> figures, const ChildNames& names);

} // namespace indicare::io
