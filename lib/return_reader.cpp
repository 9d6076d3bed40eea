#include "indicare/io/return_reader.hpp"

#include <algorithm>
#include <utility>

#include "file_blocks.hpp"
#include "intake.hpp"
#include "table_parts.hpp"
#include "table_reader.hpp"
#include "xml_reader.hpp"

namespace indicare::io {

class ReturnReader::Hidden {
  public:
    explicit Hidden(ReadingOptions options) : intake(std::move(options)) {}

    Intake intake;
    std::optional<TableReader> table;
    std::optional<XmlReader> xml;
};

ReturnReader::ReturnReader(ReadingOptions options)
    : hidden_(std::make_unique<Hidden>(std::move(options))) {}
ReturnReader::~ReturnReader() = default;
ReturnReader::ReturnReader(ReturnReader&&) noexcept = default;
ReturnReader& ReturnReader::operator=(ReturnReader&&) noexcept = default;

void ReturnReader::use(PostcodeList postcodes) {
    hidden_->intake.postcodes = std::move(postcodes);
}

void ReturnReader::begin_table(std::string file, int year) {
    hidden_->xml.reset();
    hidden_->table.emplace(hidden_->intake, std::move(file), year);
}

void ReturnReader::begin_xml(std::string file, int year) {
    hidden_->table.reset();
    hidden_->xml.emplace(hidden_->intake, std::move(file), year);
}

void ReturnReader::feed(std::string_view piece) {
    if (hidden_->xml)
        hidden_->xml->feed(piece);
    else
        hidden_->table->feed(piece);
}

void ReturnReader::take(const CsvRow& row, bool may_hold_nul) {
    hidden_->table->take(row, may_hold_nul);
}

FileFed ReturnReader::feed_file(const std::filesystem::path& file,
                                const std::function<void(std::uint64_t)>& progress) {
    const auto told = [&progress](std::uint64_t bytes) {
        if (progress)
            progress(bytes);
    };
    if (!hidden_->xml)
        if (const auto fed = feed_in_parts(*hidden_->table, hidden_->intake, file, told))
            return *fed;
    FileFed fed;
    fed.whole = read_file(file, [&](std::string_view piece) {
        feed(piece);
        told(fed.bytes += piece.size());
        return true;
    });
    return fed;
}

std::optional<care::Table> ReturnReader::end_table() {
    const auto table = hidden_->table->finish();
    hidden_->table.reset();
    return table;
}

bool ReturnReader::end_xml() {
    const bool read = hidden_->xml->finish();
    hidden_->xml.reset();
    return read;
}

bool ReturnReader::reads_xml() {
    return XmlScanner::is_built();
}

care::Records& ReturnReader::records() {
    return hidden_->intake.records;
}
const care::Records& ReturnReader::records() const {
    return hidden_->intake.records;
}
quality::Findings& ReturnReader::findings() {
    return hidden_->intake.findings;
}
const quality::Findings& ReturnReader::findings() const {
    return hidden_->intake.findings;
}
const ReadingOptions& ReturnReader::options() const {
    return hidden_->intake.options;
}

template <class Row>
ReturnReader::Source ReturnReader::source_of(std::uint32_t row) const {
    const auto source = hidden_->intake.sources<Row>().of(row);
    return {hidden_->intake.files[source.file], source.line};
}

template ReturnReader::Source ReturnReader::source_of<care::StoredEpisode>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::HeaderRow>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::Oc2Row>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::Oc3Row>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::Ad1Row>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::UascRow>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::MissingRow>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::SocialWorkerRow>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::StatedPerson>(std::uint32_t) const;
template ReturnReader::Source ReturnReader::source_of<care::DatedRow>(std::uint32_t) const;

ReturnReader::Source ReturnReader::source_of(care::RowPlace row) const {
    switch (row.kind) {
    case care::RowKind::episode:
        return source_of<care::StoredEpisode>(row.index);
    case care::RowKind::header:
        return source_of<care::HeaderRow>(row.index);
    case care::RowKind::oc2:
        return source_of<care::Oc2Row>(row.index);
    case care::RowKind::oc3:
        return source_of<care::Oc3Row>(row.index);
    case care::RowKind::ad1:
        return source_of<care::Ad1Row>(row.index);
    case care::RowKind::uasc:
        return source_of<care::UascRow>(row.index);
    case care::RowKind::missing:
        return source_of<care::MissingRow>(row.index);
    case care::RowKind::social_worker:
        return source_of<care::SocialWorkerRow>(row.index);
    case care::RowKind::person:
        return source_of<care::StatedPerson>(row.index);
    case care::RowKind::dated:
        return source_of<care::DatedRow>(row.index);
    case care::RowKind::none:
        break;
    }
    return {};
}

namespace {

/// Two tables of one kind for one year, in one folder or in two; with LA columns they may well be
/// those of different authorities.
void report_twice(Intake& intake, const std::vector<TableRead>& tables) {
    for (const TableRead& table : tables) {
        const auto before = std::find_if(
            intake.tables_given.begin(), intake.tables_given.end(), [&](const TableRead& each) {
                return each.table == table.table && each.year == table.year &&
                       !(each.has_authority_column && table.has_authority_column);
            });
        if (before != intake.tables_given.end())
            intake.findings.add(
                {quality::FindingCode::table_twice,
                 table.file,
                 0,
                 {},
                 {},
                 {},
                 std::string(care::name_of(table.table)) + " was read from " + before->file +
                     " too; both are read as one table, this one as its later rows"});
        intake.tables_given.push_back(table);
    }
}

/// The years of an authority's rows in the tables of one return; with a YEAR column they may be
/// several.
std::vector<int> years_of(const std::vector<TableRead>& tables, std::size_t authority, int year) {
    care::Years years;
    bool any = false;
    for (const TableRead& table : tables) {
        if (authority >= table.authorities.size() || !table.authorities[authority].any)
            continue;
        any = true;
        if (!table.has_year_column)
            years.add(year);
        for (int each = care::PackedYear::first; each <= care::PackedYear::last; ++each)
            if (table.authorities[authority].years.holds(each))
                years.add(each);
    }
    std::vector<int> all;
    for (int each = care::PackedYear::first; any && each <= care::PackedYear::last; ++each)
        if (years.holds(each))
            all.push_back(each);
    return all;
}

/// Tells the records which tables and years a return gave, of every authority that has rows in it.
void note_given(Intake& intake, const std::vector<TableRead>& tables, int year) {
    const bool longitudinal = intake.options.longitudinal;
    for (care::Records::AuthorityNumber each = 0; each < intake.records.authority_count(); ++each) {
        const bool has_rows =
            std::any_of(tables.begin(), tables.end(), [each](const TableRead& table) {
                return each < table.authorities.size() && table.authorities[each].any;
            });
        if (!has_rows)
            continue;
        care::AuthorityReturns& given = intake.records.given.of(each);
        const std::vector<int> years = years_of(tables, each, year);
        for (const TableRead& table : tables) {
            std::vector<int> table_years = {longitudinal ? 0 : year};
            if (table.has_year_column && !longitudinal)
                table_years = years;
            for (const int table_year : table_years) {
                given.add_table(table_year, table.table);
                for (const std::string_view column : table.missing_columns)
                    given.add_missing_column(table_year, table.table, column);
            }
        }
    }
}

/// Every year up to that of the last date counts as given.
void note_given_up_to(Intake& intake, care::Date last_day) {
    for (care::Records::AuthorityNumber each = 0; each < intake.records.authority_count(); ++each)
        intake.records.given.of(each).years.add_up_to(last_day.reporting_year());
}

} // namespace

void ReturnReader::end_children() {
    hidden_->intake.tables.clear();
}

LatestDay ReturnReader::end_returns() {
    Intake& intake = hidden_->intake;
    std::vector<TableRead> tables = std::exchange(intake.tables, {});
    std::stable_sort(tables.begin(), tables.end(),
                     [](const TableRead& a, const TableRead& b) { return a.year < b.year; });
    LatestDay latest;
    for (const TableRead& table : tables)
        if (table.latest_day > latest.day)
            latest = {table.latest_day, table.file, table.latest_line};
    for (auto first = tables.begin(); first != tables.end();) {
        const int year = first->year;
        const auto last = std::find_if(
            first, tables.end(), [year](const TableRead& table) { return table.year != year; });
        const std::vector<TableRead> of_year(first, last);
        report_twice(intake, of_year);
        note_given(intake, of_year, year);
        first = last;
    }
    intake.last_day = std::max(intake.last_day, latest.day);
    if (intake.options.longitudinal && !intake.last_day.is_none())
        note_given_up_to(intake, intake.last_day);
    return latest;
}

} // namespace indicare::io
