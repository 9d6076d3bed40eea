#pragma once

#include <string>
#include <string_view>

#include "indicare/audit/audit.hpp"

namespace indicare::io {

/// The answer of an audit as text: whether the claims can all be true; if so, what each number and
/// each figure can be; if not, each minimal conflict with the reason, what it takes for granted,
/// and the fewest claims to be withdrawn. `title` names what was audited.
std::string to_text(const audit::Audit& audit, const audit::Claims& claims,
                    const audit::Roundings& roundings, std::string_view title);

/// The same as JSON, with the proof of each conflict: inequalities over the unknowns by name, and
/// the lines that add them up (`audit::Proof`), so that another program can check it.
std::string to_json(const audit::Audit& audit, const audit::Claims& claims,
                    const audit::Roundings& roundings);

/// Why the claims of a conflict cannot all be true, in one sentence.
std::string sentence_of(const audit::ExplainedConflict& conflict, const audit::Claims& claims);

/// What a conflict takes for granted, and with what instead it is possible, in one sentence.
std::string sentence_of(const audit::Assumption& assumption, const audit::Claims& claims);

} // namespace indicare::io
