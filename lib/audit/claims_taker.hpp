#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "audit/claim_parser.hpp"
#include "indicare/io/claims_reader.hpp"

namespace indicare::io {

/// Where something stands that is read: the line, or in JSON the number of the claim; and the
/// column or member.
struct ReadingPlace {
    std::uint64_t line = 0;
    std::string column{};
};

/// `character 17`, from 1.
std::string character(std::size_t before);

/// Takes claims from one file: words the findings, and knows which names are shared and apart
/// there.
class ClaimsTaker {
  public:
    ClaimsTaker(std::string file, quality::Findings& findings, ClaimsRead& into)
        : file_(std::move(file)), findings_(findings), into_(into),
          names_before_(into.claims.names().size()) {}

    /// Takes the statements between the `;` of a line up to its comment, all at one place; the file
    /// is known. Before them on their line stand so many characters.
    void take_line(std::string_view text, const audit::ClaimPlace& place, std::size_t before);

    /// Says that from the next line on a name means another number on each line.
    void set_apart(std::string_view name, const ReadingPlace& at);
    /// Says that a name is surely one number.
    void share(std::string_view name, const ReadingPlace& at);
    /// Enters what is shared, after all claims: so that names are numbered as claims speak of them.
    void finish();

    /// Counts and words what cannot be read, or what was not confirmed.
    void refuse(const ReadingPlace& at, std::string_view value, const std::string& message);
    void leave_out(const ReadingPlace& at, std::string_view value);

  private:
    void take_statement(std::string_view text, const audit::ClaimPlace& place, std::size_t before);
    void take(const audit::Claims& claims, const audit::ClaimPlace& place);
    std::string meant_by(std::string_view name, std::uint64_t line) const;
    void report(quality::FindingCode code, const ReadingPlace& at, std::string_view value,
                const std::string& message);

    std::string file_;
    quality::Findings& findings_;
    ClaimsRead& into_;
    std::size_t names_before_;                                ///< of files before this one
    std::map<std::string, std::uint64_t, std::less<>> apart_; ///< and since which line
    std::set<std::string, std::less<>> shared_;
};

/// Reads the JSON form; declared here for the reader of the other form.
void read_json_claims(std::string_view text, ClaimsTaker& taker);

} // namespace indicare::io
