#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
    mapping_row_unusable,
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
    // Histories
    dec_not_after_decom,
    episode_twice,
    episode_corrected_away,
    episode_no_longer_reported,
    episode_open_before_next,
    episodes_overlap,
    row_twice,
    child_without_header
};

inline constexpr std::size_t finding_code_count =
    static_cast<std::size_t>(FindingCode::child_without_header) + 1;

/// Error: a row, a field or a file was left out. Warning: a stated rule decided how it is read.
/// Note: nothing was changed.
enum class Severity : std::uint8_t { note, warning, error };

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
