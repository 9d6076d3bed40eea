#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/care/row_place.hpp"
#include "indicare/care/table.hpp"

namespace indicare::quality {

/// What is wrong, or worth saying, about a return.
enum class FindingCode : std::uint8_t {
    // Files and folders
    file_unreadable,
    file_not_csv,
    file_empty,
    file_not_text,
    table_not_recognised,
    table_twice,
    table_without_rows,
    year_not_by_name,
    year_of_folder_differs,
    // Columns
    column_missing,
    column_missing_essential,
    column_absent,
    column_twice,
    columns_not_read,
    // XML
    xml_not_built,
    xml_beside_csv,
    xml_malformed,
    xml_refused,
    element_not_read,
    element_out_of_place,
    element_twice,
    // Published statistics
    published_file_not_placed,
    published_rows_not_placed,
    published_figure_incomplete,
    published_figure_contradicted,
    postcode_contradicted,
    mapping_row_unusable,
    neighbours_row_unusable,
    scorecard_row_unusable,
    scorecard_breakdowns_passed_over,
    // Claims and publications
    claim_unreadable,
    claim_not_confirmed,
    publication_row_unusable,
    // Rows
    row_ragged,
    row_with_nul,
    quote_not_closed,
    text_after_quote,
    row_too_long,
    too_many_columns,
    child_missing,
    child_too_long,
    key_missing,
    year_missing,
    authority_missing,
    too_many_authorities,
    // Fields
    date_malformed,
    date_out_of_range,
    code_unknown,
    flag_malformed,
    flag_with_decimals,
    number_malformed,
    number_out_of_range,
    code_not_of_year,
    upn_twice,
    // Histories
    dec_not_after_decom,
    episode_twice,
    episode_corrected_away,
    episode_no_longer_reported,
    episode_open_before_next,
    episodes_overlap,
    row_twice,
    child_without_header,
    episode_same_day,
    started_while_looked_after,
    continuation_after_leaving,
    continuation_without_previous,
    gap_in_period,
    x1_without_next,
    episodes_after_last,
    rne_contradicts_episodes,
    need_changes,
    // Dates
    date_in_future,
    date_before_birth,
    dates_out_of_order,
    duc_after_18th_birthday,
    // Episodes
    episode_field_blank,
    rec_without_dec,
    dec_without_rec,
    open_with_x1,
    provider_missing,
    provider_not_asked,
    provider_excluded,
    place_without_placement_order,
    parents_under_section_20,
    short_break_placement,
    short_break_too_long,
    code_not_of_age,
    rec_excludes_place,
    temporary_at_edge,
    // The child
    birth_not_stated,
    birth_differs,
    sex_differs,
    mother_not_female,
    // Outcomes
    oc2_row_missing,
    oc2_row_not_of_cohort,
    oc2_field_blank,
    oc2_field_not_asked,
    ad1_row_missing,
    ad1_row_not_adopted,
    ad1_date_blank,
    oc3_age,
    oc3_still_looked_after,
    oc3_field_blank,
    oc3_field_not_asked,
    oc3_accommodation_not_of_age,
    uasc_without_episodes,
    missing_outside_care,
    review_code_not_of_age,
    // Returns
    child_absent_from_next_return,
    child_new_but_not_started,
    episode_changed
};

inline constexpr std::size_t finding_code_count =
    static_cast<std::size_t>(FindingCode::episode_changed) + 1;

/// Error: it cannot be true, or a row, a field or a file was left out. Warning: a stated rule
/// decided how it is read, or it is very likely wrong. Note: nothing was changed.
enum class Severity : std::uint8_t { note, warning, error };

/// What findings are about, and where the catalogue of them puts them.
enum class Area : std::uint8_t {
    files,
    columns,
    xml,
    published,
    claims,
    rows,
    fields,
    histories,
    dates,
    episodes,
    children,
    outcomes,
    returns
};

/// How a finding can move figures, and so how far it does is found out.
enum class Moves : std::uint8_t {
    nothing,      ///< no indicator reads it
    figures,      ///< whole figures are missing or rest on other rows, not children within them
    lost_row,     ///< the row was left out: one child at most, in what reads the table
    row,          ///< the child counted with and without the row or the field
    absent_row,   ///< what reads the table and has the child undetermined
    absent_child, ///< the child counted with and without being looked after still
};

/// What is known of a kind of finding: an entry of the catalogue of findings.
struct FindingKind {
    FindingCode code;
    std::string_view name; ///< `date_malformed`
    Severity severity;
    Moves moves;
    std::string_view meaning; ///< one sentence, in the words of the field
    std::string_view expects; ///< what would be right
    /// The message of one finding, with `{date}`, `{number}`, `{table}` and `{place}` (file and
    /// line of another row) where it has them; empty where the message is made when it is found.
    std::string_view says{};
};

/// The catalogue of findings, in the order of their codes.
std::span<const FindingKind, finding_code_count> finding_kinds();
const FindingKind& kind_of(FindingCode code);
Area area_of(FindingCode code);
/// `Files`, `Histories` and so on, as the catalogue's headings.
std::string_view name_of(Area area);
/// How a finding moves figures, in words.
std::string_view name_of(Moves moves);

/// `date_malformed` and so on.
std::string_view name_of(FindingCode code);
Severity severity_of(FindingCode code);
std::string_view name_of(Severity severity);

/// One finding, with what an analyst needs to act on it. Fields that do not apply are empty or 0.
struct Finding {
    FindingCode code{};
    std::string file;
    std::uint64_t line = 0;
    std::string column;
    std::string value; ///< as it stands in the file, made printable and cut to 40 characters
    std::string child;
    std::string message; ///< what was expected, and what was done

    static constexpr std::uint32_t no_child = 0xffffffff;
    std::uint32_t child_number = no_child; ///< the child's number in the records
    std::optional<care::Table> table{};    ///< which table the file turned out to be
    care::RowPlace row{};                  ///< the row that was kept, if it was
};

/// `2022/episodes.csv:17: DEC "31/02/2022": ...`, one line.
std::string to_text(const Finding& finding);

/// Text from outside made fit for a message: control characters shown as `\xNN`, cut to 40.
std::string printable(std::string_view text);

/// Collects findings: counts all of them, keeps the first `most_kept` of each code, so that a flood
/// of one kind hides no other.
class Findings {
  public:
    explicit Findings(std::size_t most_kept = 1'000) : most_kept_(most_kept) {}

    /// Counts a finding; keeps it when there is room.
    void add(Finding finding) {
        if (count(finding.code))
            keep(std::move(finding));
    }

    /// Counts a finding of a kind and says whether there is room to keep it: so that one which is
    /// not kept need not be worded.
    bool count(FindingCode code) {
        ++counts_[static_cast<std::size_t>(code)];
        return kept_of_[static_cast<std::size_t>(code)] < most_kept_;
    }
    void keep(Finding finding) {
        ++kept_of_[static_cast<std::size_t>(finding.code)];
        kept_.push_back(std::move(finding));
    }

    /// Adds those of another, which come after these; `adjust(Finding&)` is called for each that is
    /// kept.
    template <class Adjust>
    void take(Findings other, Adjust&& adjust) {
        for (std::size_t code = 0; code < counts_.size(); ++code)
            counts_[code] += other.counts_[code];
        for (Finding& finding : other.kept_)
            if (kept_of_[static_cast<std::size_t>(finding.code)] < most_kept_) {
                adjust(finding);
                keep(std::move(finding));
            }
    }

    /// Says of the findings kept from the one of this number on which row they are about.
    void place_from(std::size_t first, care::RowPlace row) {
        for (std::size_t at = first; at < kept_.size(); ++at)
            kept_[at].row = row;
    }

    const std::vector<Finding>& kept() const { return kept_; }
    std::uint64_t count_of(FindingCode code) const {
        return counts_[static_cast<std::size_t>(code)];
    }
    std::uint64_t count_of(Severity severity) const;
    std::uint64_t count() const;

  private:
    std::size_t most_kept_;
    std::array<std::size_t, finding_code_count> kept_of_{};
    std::vector<Finding> kept_;
    std::array<std::uint64_t, finding_code_count> counts_{};
};

} // namespace indicare::quality
