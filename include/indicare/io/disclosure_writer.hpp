#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indicare/audit/disclosure.hpp"

namespace indicare::io {

/// What was hidden of a publication and why, and what a reader can still tell of each number, as
/// text. The hidden numbers themselves are not in it. `title` names the publication.
std::string to_text(const audit::Disclosure& disclosure, const audit::Publication& publication,
                    const audit::DisclosureOptions& options, std::string_view title);
/// The same as JSON.
std::string to_json(const audit::Disclosure& disclosure, const audit::Publication& publication,
                    const audit::DisclosureOptions& options);

/// What can be recovered of the numbers that a publication hides, and from which of its lines, as
/// text: those that are told, then those for which fewer numbers are possible than required, then
/// how many are safe.
std::string to_text(std::span<const audit::Recovered> recovered, const audit::Claims& claims,
                    const audit::RecoveryOptions& options, std::string_view title);
/// The same as JSON, with every hidden number.
std::string to_json(std::span<const audit::Recovered> recovered, const audit::Claims& claims,
                    const audit::RecoveryOptions& options);

} // namespace indicare::io
