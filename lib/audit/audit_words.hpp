#pragma once

#include <string>
#include <vector>

#include "indicare/audit/audit.hpp"
#include "wording.hpp"

namespace indicare::io {

/// With commas between the thousands.
std::string words_of(const exact::integer& number);
/// `620`, `59,331 to 59,903`; up to the greatest number of all `10 or more`.
std::string words_of(const audit::Range& range);
/// The same, where nothing but the greatest number of all bounds it `10 or more`.
std::string words_of(const audit::UnknownRange& unknown);
/// `half up`, or `half up, half even or truncate`.
std::string words_of(const audit::Roundings& roundings);
/// What a figure could read: `38`, `36 or 37`, `1.0 to 1.2`; why nothing, where it is nothing.
std::string words_of(const audit::Reading& reading);
/// The claims as they were written, in quotation marks.
std::vector<std::string> quoted(const audit::Claims& claims,
                                const std::vector<audit::ClaimNumber>& chosen);
/// `line 12`, or as far as it is known where in the report: `page 4, paragraph 4.2`.
std::string words_of(const audit::ClaimPlace& place);

} // namespace indicare::io
