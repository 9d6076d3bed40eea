#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/audit/solver.hpp"
#include "indicare/care/date.hpp"
#include "indicare/io/postcodes.hpp"
#include "indicare/io/return_reader.hpp"
#include "indicare/scorecard/partial_state.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::capi {

/// A text that was given, and what findings call it.
struct NamedText {
    std::string file;
    std::string text;
};

/// What a session holds, and the order in which it is used. Throws `Refusal` where a call cannot be
/// done, and before anything is changed.
class Session {
  public:
    void set_option(std::string_view name, std::string_view value);

    void give_postcodes(const std::string& file, std::string_view text);
    void give_populations(const std::string& file, std::string_view text);
    void give_population(std::string_view authority, std::int32_t year, std::int64_t people);

    void begin_table(std::string file, std::int32_t year);
    void feed(std::string_view piece);
    std::optional<care::Table> end_table();

    void compute(care::Date as_at);
    /// Makes the results those of a state.
    void compute(const scorecard::PartialState& state);
    /// The state of all that was read, as at the day of the results.
    scorecard::PartialState take_state();

    /// The scorecards of the last computation, one an authority.
    const std::vector<scorecard::Scorecard>& results() const;
    /// Whether they are of a state, which knows no children.
    bool results_are_of_a_state() const { return results_are_of_a_state_; }
    const quality::Findings& findings() const;

    /// Findings yet to be added, of which so many are kept as the options say.
    quality::Findings new_findings() const { return quality::Findings(options_.findings_kept); }
    /// Adds findings that are not about the returns: results stay.
    void add_findings(quality::Findings found);

    /// Keeps a text that audits and disclosures take into account.
    void give_claims(std::string file, std::string_view text);
    void forget_claims() { claims_.clear(); }
    const std::vector<NamedText>& claims() const { return claims_; }

    /// Who says whether audits and disclosures are to give up; nothing for nobody.
    void set_patience(audit::GiveUp give_up) { give_up_ = std::move(give_up); }
    const audit::GiveUp& patience() const { return give_up_; }

    /// Keeps a document, in place of the one before.
    void keep(std::string document) { document_ = std::move(document); }
    const std::string& document() const;

  private:
    enum class Reading : std::uint8_t { nothing_yet, between_tables, in_table };

    bool set_reading_option(std::string_view name, std::string_view value);
    void expect_no_open_table() const;
    /// The reader, to give it more: what was computed no longer holds.
    io::ReturnReader& changing_reader();
    void discard_results();

    io::ReadingOptions options_;
    scorecard::Request request_;
    io::PostcodeList postcodes_;             ///< the reader's, once the first table has begun
    std::optional<io::ReturnReader> reader_; ///< made when reading begins, options being settled
    Reading reading_ = Reading::nothing_yet;
    std::optional<std::vector<scorecard::Scorecard>> results_;
    bool results_are_of_a_state_ = false;
    /// The findings as they were before those about histories came, once these have come.
    std::optional<quality::Findings> findings_of_reading_;
    std::vector<NamedText> claims_;
    audit::GiveUp give_up_;
    std::optional<std::string> document_;
};

} // namespace indicare::capi
