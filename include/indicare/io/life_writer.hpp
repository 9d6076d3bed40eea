#pragma once

#include <span>
#include <string>

#include "indicare/explain/life.hpp"
#include "indicare/io/child_names.hpp"

namespace indicare::io {

/// Children's lives in care and where they count, as at a date: for a person to read.
std::string to_table(std::span<const explain::Life> lives, care::Date as_at,
                     const ChildNames& names);
/// A row an indicator: `authority,child,as_at,indicator,membership,reason,decided_by,amount`.
std::string to_csv(std::span<const explain::Life> lives, care::Date as_at, const ChildNames& names);
std::string to_json(std::span<const explain::Life> lives, care::Date as_at,
                    const ChildNames& names);

} // namespace indicare::io
