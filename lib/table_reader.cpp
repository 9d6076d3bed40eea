#include "table_reader.hpp"

#include <algorithm>
#include <set>

#include "fields.hpp"
#include "surplus_fields.hpp"

namespace indicare::io {

using care::Table;

namespace {

constexpr std::size_t longest_list = 200; ///< of columns in a message

bool has_nul(std::string_view field) {
    return field.find('\0') != std::string_view::npos;
}

} // namespace

TableReader::TableReader(Intake& intake, std::string file, int year)
    : intake_(intake), scanner_(intake.options.limits),
      file_(static_cast<std::uint32_t>(intake.files.size())) {
    read_.file = file;
    read_.year = year;
    intake_.files.push_back(std::move(file));
    at_.fill(nowhere);
}

void TableReader::feed(std::string_view piece) {
    if (state_ == State::given_up || piece.empty())
        return;
    is_empty_ = false;
    has_nul_ = has_nul_ || piece.find('\0') != std::string_view::npos;
    scanner_.feed(
        piece, [this](const CsvRow& row) { take(row); },
        [this](CsvFault fault, std::uint64_t line, std::size_t column, std::string_view excerpt) {
            take_fault(fault, line, column, excerpt);
        });
}

void TableReader::finish_part() {
    const auto row = [this](const CsvRow& found) { take(found); };
    const auto fault = [this](CsvFault kind, std::uint64_t line, std::size_t column,
                              std::string_view excerpt) {
        take_fault(kind, line, column, excerpt);
    };
    if (state_ != State::given_up)
        scanner_.finish(row, fault);
}

void TableReader::take_over(TableReader& part, Intake& intake) {
    // The part counts its lines from the row of column names, as if that stood right before it.
    const std::uint64_t lines = scanner_.line() - 2;
    scanner_.pass_lines(std::max<std::uint64_t>(part.scanner_.line(), 2) - 2);
    const auto numbers = intake_.take(std::move(intake), file_, lines);
    for (std::size_t each = 0; each < part.read_.authorities.size(); ++each) {
        if (!part.read_.authorities[each].any)
            continue;
        if (read_.authorities.size() <= numbers[each])
            read_.authorities.resize(numbers[each] + std::size_t{1});
        read_.authorities[numbers[each]].any = true;
        read_.authorities[numbers[each]].years |= part.read_.authorities[each].years;
    }
    if (part.read_.latest_day > read_.latest_day) {
        read_.latest_day = part.read_.latest_day;
        read_.latest_line = part.read_.latest_line + lines;
    }
    rows_ += part.rows_;
    is_empty_ = false;
}

std::optional<Table> TableReader::finish() {
    finish_part();
    if (state_ == State::before_header)
        report_line(quality::FindingCode::file_empty, 0, {},
                    is_empty_ ? "the file is empty; a row of column names was expected"
                              : "the file has no row of column names");
    if (state_ != State::rows)
        return std::nullopt;
    if (rows_ == 0)
        report_line(quality::FindingCode::table_without_rows, 0, {},
                    std::string(care::name_of(read_.table)) +
                        " has no rows: it says that there are none");
    note_own_authority();
    intake_.tables.push_back(read_);
    return read_.table;
}

/// Without an LA column the table is the own authority's, whether it has rows or not.
void TableReader::note_own_authority() {
    if (authority_at_ != nowhere)
        return;
    const auto own = intake_.records.authority(intake_.options.authority);
    if (!own)
        return;
    if (read_.authorities.size() <= *own)
        read_.authorities.resize(*own + std::size_t{1});
    read_.authorities[*own].any = true;
}

void TableReader::take(const CsvRow& row, bool may_hold_nul) {
    is_empty_ = false;
    has_nul_ = has_nul_ || may_hold_nul;
    if (state_ == State::before_header)
        read_header(row);
    else if (state_ == State::rows)
        read_row(row);
}

void TableReader::take_fault(CsvFault fault, std::uint64_t line, std::size_t column,
                             std::string_view excerpt) {
    if (state_ == State::given_up)
        return;
    const std::string where = " in field " + std::to_string(column);
    const CsvLimits& limits = intake_.options.limits;
    switch (fault) {
    case CsvFault::unclosed_quote:
        report_line(quality::FindingCode::quote_not_closed, line, excerpt,
                    "a quote opened" + where + " has no end; the line was left out");
        break;
    case CsvFault::text_after_quote:
        report_line(quality::FindingCode::text_after_quote, line, excerpt,
                    "text follows a closing quote" + where +
                        " where a comma or the end of the line was expected; the row was left out");
        break;
    case CsvFault::row_too_long:
        report_line(quality::FindingCode::row_too_long, line, excerpt,
                    "the row has more than " + std::to_string(limits.row_bytes) +
                        " bytes; it was left out");
        break;
    case CsvFault::too_many_columns:
        report_line(quality::FindingCode::too_many_columns, line, excerpt,
                    "the row has more than " + std::to_string(limits.columns) +
                        " fields; it was left out");
        break;
    }
    ++rows_;
    if (state_ == State::before_header) {
        report_line(quality::FindingCode::table_not_recognised, line, {},
                    "the row of column names cannot be read; the file was not read");
        state_ = State::given_up;
    }
}

void TableReader::read_header(const CsvRow& row) {
    std::vector<std::string> names;
    for (const std::string_view name : row.fields())
        names.push_back(in_capitals(trimmed(name)));
    const std::optional<Table> table = recognised(names);
    if (!table && std::any_of(row.fields().begin(), row.fields().end(), has_nul)) {
        report_line(quality::FindingCode::file_not_text, row.line(), row[0],
                    "NUL bytes where CSV text in UTF-8 was expected (a workbook, or text saved as "
                    "UTF-16?); the file was not read");
        state_ = State::given_up;
        return;
    }
    if (!table) {
        report_line(quality::FindingCode::table_not_recognised, row.line(), row[0],
                    "the columns are those of no table of the return; expected CHILD and, for "
                    "instance, DECOM, RNE, LS for Episodes; the file was not read");
        state_ = State::given_up;
        return;
    }
    read_.table = *table;
    width_ = row.size();
    place_columns(names, row.line());
    state_ = check_columns(row.line()) ? State::rows : State::given_up;
}

/// The table of which the most telling columns are there, and at least one.
std::optional<Table> TableReader::recognised(const std::vector<std::string>& names) const {
    std::optional<Table> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < care::table_count; ++i) {
        std::size_t told = 0;
        for (const Column& column : columns_of(static_cast<Table>(i)))
            if (column.tells && std::find(names.begin(), names.end(), column.name) != names.end())
                ++told;
        if (told > most) {
            most = told;
            best = static_cast<Table>(i);
        }
    }
    return best;
}

void TableReader::place_columns(const std::vector<std::string>& names, std::uint64_t line) {
    const auto columns = columns_of(read_.table);
    std::string not_read;
    std::set<std::string> known;
    for (std::size_t at = 0; at < names.size(); ++at) {
        const std::string& name = names[at];
        if (!known.insert(name).second) {
            if (!name.empty())
                report_line(quality::FindingCode::column_twice, line, name,
                            "the column is there twice; the first one is read");
            continue;
        }
        const auto column = std::find_if(columns.begin(), columns.end(),
                                         [&name](const Column& each) { return each.name == name; });
        if (column != columns.end())
            at_[static_cast<std::size_t>(column - columns.begin())] = at;
        else if (name == "YEAR")
            year_at_ = at;
        else if (name == "LA")
            authority_at_ = at;
        else if (!name.empty() && not_read.size() < longest_list)
            not_read += (not_read.empty() ? "" : ", ") + quality::printable(name);
    }
    if (not_read.size() >= longest_list)
        not_read += ", ...";
    if (!not_read.empty())
        report_line(quality::FindingCode::columns_not_read, line, {},
                    "columns that " + std::string(care::name_of(read_.table)) +
                        " does not have were not read: " + not_read);
    for (std::size_t i = 1; i < columns.size() && !columns[i].tells; ++i) {
        if (columns[i].name == "DOB")
            birth_column_ = i;
        else if (columns[i].name == "SEX")
            sex_column_ = i;
    }
    read_.has_year_column = year_at_ != nowhere;
    read_.has_authority_column = authority_at_ != nowhere;
}

bool TableReader::check_columns(std::uint64_t line) {
    const auto columns = columns_of(read_.table);
    const std::string table(care::name_of(read_.table));
    bool readable = true;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (at_[i] != nowhere)
            continue;
        const std::string name(columns[i].name);
        switch (columns[i].importance) {
        case Importance::essential:
            report_line(quality::FindingCode::column_missing_essential, line, {},
                        "column " + name + " is missing, without which " + table +
                            " cannot be read; the file was not read");
            readable = false;
            break;
        case Importance::needed:
            report_line(quality::FindingCode::column_missing, line, {},
                        "column " + name + " of " + table +
                            " is missing; the indicators that read it have no figure");
            read_.missing_columns.push_back(columns[i].name);
            break;
        case Importance::other:
            report_line(quality::FindingCode::column_absent, line, {},
                        "column " + name + " of " + table +
                            " is not there; no indicator asks for it");
            break;
        }
    }
    const bool yearly = read_.table == Table::oc2 || read_.table == Table::oc3;
    if (intake_.options.longitudinal && yearly && !read_.has_year_column) {
        report_line(quality::FindingCode::column_missing_essential, line, {},
                    "column YEAR is missing, without which " + table +
                        " of a longitudinal extract cannot be read; the file was not read");
        readable = false;
    }
    return readable;
}

void TableReader::read_row(const CsvRow& row) {
    row_ = &row;
    child_name_ = {};
    first_finding_ = intake_.findings.kept().size();
    const auto is_blank = [](std::string_view text) { return trimmed(text).empty(); };
    if (row.size() != width_) {
        if (row.size() < width_ || has_surplus(row, width_)) {
            ++rows_;
            report_line(quality::FindingCode::row_ragged, row.line(), row[0],
                        "the row has " + std::to_string(row.size()) + " fields, expected " +
                            std::to_string(width_) + " as in the row of column names" +
                            (row.last_line() != row.line()
                                 ? " (it is " + std::to_string(row.last_line() - row.line() + 1) +
                                       " lines long)"
                                 : "") +
                            "; it was left out");
            return;
        }
    }
    if (field(0).empty() && std::all_of(row.fields().begin(), row.fields().end(), is_blank))
        return;
    ++rows_;
    if (has_nul_ && std::any_of(row.fields().begin(), row.fields().end(), has_nul)) {
        report(quality::FindingCode::row_with_nul, 0, row[0],
               "the row holds a NUL byte; it was left out");
        return;
    }
    if (!find_year() || !(is_of_the_child_before() || (find_authority() && find_child())))
        return;
    switch (read_.table) {
    case Table::header:
        return read_header_row();
    case Table::episodes:
        return read_episode();
    case Table::uasc:
        return read_uasc();
    case Table::reviews:
        return read_review();
    case Table::oc2:
        return read_oc2();
    case Table::oc3:
        return read_oc3();
    case Table::ad1:
        return read_ad1();
    case Table::placed_for_adoption:
        return read_placed_for_adoption();
    case Table::previous_permanence:
        return read_previous_permanence();
    case Table::missing:
        return read_missing();
    case Table::social_workers:
        return read_social_worker();
    case Table::deprivation_of_liberty:
        return read_deprivation_of_liberty();
    }
}

bool TableReader::find_year() {
    if (year_at_ == nowhere) {
        year_ = intake_.options.longitudinal ? 0 : read_.year;
        return true;
    }
    const std::string_view text = trimmed((*row_)[year_at_]);
    const std::optional<int> year = return_year(text);
    if (!year) {
        report_line(
            quality::FindingCode::year_missing, row_->line(), text,
            "YEAR is not a year; expected that of the 31 March on which the return ends, as "
            "2023; the row was left out");
        return false;
    }
    row_year_ = *year;
    year_ = intake_.options.longitudinal && read_.table == Table::episodes ? 0 : row_year_;
    return true;
}

bool TableReader::find_authority() {
    const std::string_view text =
        authority_at_ == nowhere ? std::string_view() : trimmed((*row_)[authority_at_]);
    known_name_ = {};
    if (!authority_known_ || !care::same_text(text, authority_text_)) {
        if (authority_at_ != nowhere && text.empty()) {
            report_line(quality::FindingCode::authority_missing, row_->line(), {},
                        "LA is blank; expected the authority; the row was left out");
            return false;
        }
        const auto number = intake_.records.authority(
            authority_at_ == nowhere ? std::string_view(intake_.options.authority) : text);
        if (!number) {
            report_line(quality::FindingCode::too_many_authorities, row_->line(), text,
                        "more than " + std::to_string(care::Records::most_authorities) +
                            " different authorities; the row was left out");
            return false;
        }
        authority_ = *number;
        if (read_.authorities.size() <= authority_)
            read_.authorities.resize(authority_ + std::size_t{1});
        authority_text_ = text;
        authority_known_ = true;
    }
    note_seen();
    return true;
}

/// Whether the row is of the same child as the one before, as most are; then nothing else about it
/// has to be found out.
bool TableReader::is_of_the_child_before() {
    const std::string_view name = (*row_)[at_[0]];
    const bool is =
        !known_name_.empty() && care::same_text(name, known_name_) &&
        (authority_at_ == nowhere || care::same_text((*row_)[authority_at_], authority_text_));
    if (is) {
        child_name_ = name;
        if (row_year_ != seen_year_)
            note_seen();
    }
    return is;
}

void TableReader::note_seen() {
    TableRead::Seen& seen = read_.authorities[authority_];
    seen.any = true;
    if (year_at_ != nowhere)
        seen.years.add(row_year_);
    seen_year_ = row_year_;
}

bool TableReader::find_child() {
    const std::string_view name = field(0);
    if (name.empty()) {
        report(quality::FindingCode::child_missing, 0, {},
               "no child is named; expected the child's identifier; the row was left out");
        return false;
    }
    if (name.size() > care::Records::longest_name) {
        report(quality::FindingCode::child_too_long, 0, name,
               "the identifier has more than " + std::to_string(care::Records::longest_name) +
                   " characters; the row was left out");
        return false;
    }
    child_name_ = name;
    child_ = intake_.records.child(authority_, name, child_);
    known_name_ = intake_.records.name_of_child(child_);
    return true;
}

care::Date TableReader::unusual_date(std::size_t column, std::string_view otherwise) {
    const std::string_view text = field(column);
    if (text.empty())
        return {};
    const care::Date day = date_named(text);
    if (day.is_none()) {
        report(quality::FindingCode::date_malformed, column, text,
               "not a day; expected dd/mm/yyyy, yyyy-mm-dd or dd/mm/yy; " + std::string(otherwise));
        return {};
    }
    if (day < care::first_recordable || day > care::last_recordable) {
        report(quality::FindingCode::date_out_of_range, column, text,
               "expected a day between " + care::first_recordable.text() + " and " +
                   care::last_recordable.text() + "; " + std::string(otherwise));
        return {};
    }
    return day;
}

care::Flag TableReader::unusual_flag(std::size_t column) {
    const std::string_view text = field(column);
    if (text.empty())
        return care::Flag::blank;
    if (text == "0" || text == "1")
        return text == "1" ? care::Flag::yes : care::Flag::no;
    if (text == "0.0" || text == "1.0") {
        report(quality::FindingCode::flag_with_decimals, column, text, "read as 0 or 1");
        return text == "1.0" ? care::Flag::yes : care::Flag::no;
    }
    report(quality::FindingCode::flag_malformed, column, text, "expected 0 or 1; read as blank");
    return care::Flag::blank;
}

std::optional<int> TableReader::number(std::size_t column, int least, int most) {
    std::string_view text = field(column);
    if (text.empty())
        return std::nullopt;
    const auto range = [least, most] {
        return std::to_string(least) + " to " + std::to_string(most);
    };
    if (text.size() > 2 && text.substr(text.size() - 2) == ".0") {
        report(quality::FindingCode::flag_with_decimals, column, text, "read as a whole number");
        text.remove_suffix(2);
    }
    const std::optional<int> value = whole_number(text);
    if (!value) {
        report(quality::FindingCode::number_malformed, column, text,
               "expected a whole number from " + range() + "; read as blank");
        return std::nullopt;
    }
    if (*value < least || *value > most) {
        report(quality::FindingCode::number_out_of_range, column, text,
               "expected " + range() + "; read as blank");
        return std::nullopt;
    }
    return value;
}

void TableReader::report(quality::FindingCode code, std::size_t column, std::string_view value,
                         std::string_view message) {
    if (intake_.findings.count(code))
        intake_.findings.keep(
            {code, read_.file, row_->line(), std::string(columns_of(read_.table)[column].name),
             quality::printable(value), quality::printable(child_name_), std::string(message),
             child_name_.empty() ? quality::Finding::no_child : child_, read_.table});
}

void TableReader::report_line(quality::FindingCode code, std::uint64_t line, std::string_view value,
                              std::string_view message) {
    if (intake_.findings.count(code))
        intake_.findings.keep({code,
                               read_.file,
                               line,
                               {},
                               quality::printable(value),
                               {},
                               std::string(message),
                               quality::Finding::no_child,
                               state_ == State::rows ? std::optional(read_.table) : std::nullopt});
}

} // namespace indicare::io
