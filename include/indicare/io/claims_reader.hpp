#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indicare/audit/claims.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::io {

/// The claims that were read, and how many were not.
struct ClaimsRead {
    audit::Claims claims;
    std::size_t not_confirmed = 0; ///< only proposed, with a `?`; left out
    std::size_t unreadable = 0;    ///< findings that something is not written as claims are
};

/// Reads what a report says, written as docs/audit.md describes, or JSON where the text begins with
/// a `{`. `file` is what findings and the places of claims call it.
///
///     [Numbers in care, page 4, paragraph 4.2]
///     stock = 620
///     change stock_2022 -> stock = -7 (1.1%)
///
/// What cannot be read is a finding that says on which line, at which character and what was
/// expected there; the other claims stay. In JSON the line is the number of the claim, from 1. Any
/// bytes are taken without harm. Cost: in proportion to the text, some microseconds a claim.
ClaimsRead read_claims(std::string_view text, const std::string& file, quality::Findings& findings);

/// Adds to claims that are there already: several files speak of the same numbers by the same
/// names. What `apart` says holds to the end of its file.
void read_claims(std::string_view text, const std::string& file, quality::Findings& findings,
                 ClaimsRead& into);

/// The claims written as a text that is read as the same claims again: with their labels, pages,
/// paragraphs, and on one line what was on one line; files and lines are those of the new text.
/// Their texts are taken as they are, and must be in the language, as those of claims that were
/// read.
std::string to_text(const audit::Claims& claims);

/// The same as JSON, of which the reader reads the same claims, too. Bytes that are no UTF-8 are
/// replaced.
std::string to_json(const audit::Claims& claims);

} // namespace indicare::io
