#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields.hpp"
#include "indicare/io/csv.hpp"
#include "intake.hpp"
#include "tables.hpp"
#include "usual_date.hpp"

namespace indicare::io {

/// Reads the text of one table into the intake: the first row names the columns and with them the
/// table, every further row is a row of it.
class TableReader {
  public:
    TableReader(Intake& intake, std::string file, int year);

    void feed(std::string_view piece);
    /// The next record, that something else has read; whether NUL bytes may be in it.
    void take(const CsvRow& row, bool may_hold_nul = false);
    /// The end of the text; says which table it was.
    std::optional<care::Table> finish();

    /// A reader for a part of the same table, which reads into another intake.
    TableReader part_into(Intake& intake) const { return {intake, read_.file, read_.year}; }
    /// Whether the row of column names was read and is that of a table.
    bool knows_columns() const { return state_ == State::rows; }
    /// Whether the text so far ends with a row.
    bool is_between_rows() const { return scanner_.is_between_records(); }
    /// The end of the text of a part of the table, which another reader will take over.
    void finish_part();
    /// Takes over a part of the same table that follows what was fed so far, and that was read,
    /// after the row of column names, into `intake`.
    void take_over(TableReader& part, Intake& intake);

  private:
    using ChildNumber = care::Records::ChildNumber;
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    enum class State : std::uint8_t { before_header, rows, given_up };

    void take_fault(CsvFault fault, std::uint64_t line, std::size_t column,
                    std::string_view excerpt);

    // The first row.
    void read_header(const CsvRow& row);
    std::optional<care::Table> recognised(const std::vector<std::string>& names) const;
    void place_columns(const std::vector<std::string>& names, std::uint64_t line);
    bool check_columns(std::uint64_t line);
    void note_own_authority();

    // Every further row.
    void read_row(const CsvRow& row);
    bool find_year();
    bool is_of_the_child_before();
    bool find_authority();
    void note_seen();
    bool find_child();
    void read_person();
    void read_header_row();
    void read_episode();
    void note_day(care::Date day);
    void read_uasc();
    void read_review();
    void read_oc2();
    void read_oc3();
    void read_ad1();
    void read_placed_for_adoption();
    void read_previous_permanence();
    void read_missing();
    void read_social_worker();
    void read_deprivation_of_liberty();

    // Fields of the row that is being read, by name of the column in columns_of(table).
    /// As it stands in the text; what has blanks at its ends is what `field` is for.
    std::string_view raw_field(std::size_t column) const {
        return at_[column] == nowhere ? std::string_view() : (*row_)[at_[column]];
    }
    std::string_view field(std::size_t column) const { return trimmed(raw_field(column)); }
    care::Date date(std::size_t column, std::string_view otherwise = "read as blank") {
        const std::string_view text = raw_field(column);
        if (text.empty())
            return {};
        const care::Date day = usual_date(text);
        return day.is_none() ? unusual_date(column, otherwise) : day;
    }
    care::Date unusual_date(std::size_t column, std::string_view otherwise);
    /// A date without which the row says nothing: none where the row must be left out.
    care::Date key_date(std::size_t column) {
        constexpr std::string_view left_out = "the row was left out";
        if (field(column).empty())
            report(quality::FindingCode::key_missing, column, {},
                   "the date is blank, without which the row says nothing; the row was left out");
        return date(column, left_out);
    }
    template <class E>
    E code(std::size_t column) {
        const E code = care::code_named<E>(raw_field(column));
        const bool usual = code != E::unlisted && !intake_.options.checks;
        return usual ? code : unusual_code<E>(column);
    }
    template <class E>
    E unusual_code(std::size_t column);
    care::Flag flag(std::size_t column) {
        const std::string_view text = raw_field(column);
        if (text.empty())
            return care::Flag::blank;
        if (text.size() == 1 && (text[0] == '0' || text[0] == '1'))
            return text[0] == '1' ? care::Flag::yes : care::Flag::no;
        return unusual_flag(column);
    }
    care::Flag unusual_flag(std::size_t column);
    std::optional<int> number(std::size_t column, int least, int most);

    template <class Row>
    void add(const Row& row);
    /// Adds a row that no indicator reads, where the return is to be checked.
    void add_dated(care::Date first, care::Date second = {},
                   care::DatedRow::Says says = care::DatedRow::Says::nothing);
    void look_at_upn(std::string_view upn);

    void report(quality::FindingCode code, std::size_t column, std::string_view value,
                std::string_view message);
    void report_line(quality::FindingCode code, std::uint64_t line, std::string_view value,
                     std::string_view message);

    Intake& intake_;
    CsvScanner scanner_;
    State state_ = State::before_header;
    TableRead read_;
    std::uint32_t file_ = 0;
    bool has_nul_ = false;
    bool is_empty_ = true;
    std::uint64_t rows_ = 0;
    std::size_t first_finding_ = 0; ///< of the row that is being read, among those kept

    std::size_t width_ = 0;
    std::array<std::size_t, 16> at_{}; ///< where the table's columns stand in the text
    std::size_t year_at_ = nowhere;
    std::size_t authority_at_ = nowhere;
    std::size_t birth_column_ = nowhere; ///< DOB among the table's columns
    std::size_t sex_column_ = nowhere;   ///< SEX among them

    const CsvRow* row_ = nullptr;
    ChildNumber child_ = 0;
    std::string_view child_name_; ///< as the row has it
    std::string_view known_name_; ///< of the row before, as the records keep it; empty for none
    care::Date stated_birth_;     ///< by the row
    int year_ = 0;                ///< of the return that the row counts for; 0: of every year
    int row_year_ = 0;            ///< of its YEAR column
    care::Records::AuthorityNumber authority_ = 0;
    std::string authority_text_; ///< as the row before had it
    bool authority_known_ = false;
    int seen_year_ = 0; ///< of the row that was noted last
};

} // namespace indicare::io
