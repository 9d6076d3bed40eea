#include "xml_reader.hpp"

#include <utility>
#include <vector>

#include "tables.hpp"
#include "xml_form.hpp"

namespace indicare::io {

XmlReader::XmlReader(Intake& intake, std::string file, int year)
    : intake_(intake), file_(std::move(file)), year_(year),
      scanner_(file_, intake.options.limits, intake.findings,
               [this](care::Table table, const CsvRow& row) {
                   begin_tables(row.line());
                   tables_[static_cast<std::size_t>(table)]->take(row);
               }) {}

bool XmlReader::finish() {
    if (!scanner_.finish())
        return false;
    begin_tables(1);
    for (auto& table : tables_)
        if (table)
            table->finish();
    return true;
}

void XmlReader::begin_tables(std::uint64_t line) {
    if (std::exchange(has_begun_, true))
        return;
    for (const care::Table table : xml_form::tables) {
        std::vector<std::string_view> names;
        for (const Column& column : columns_of(table))
            names.push_back(column.name);
        auto& reader = tables_[static_cast<std::size_t>(table)];
        reader.emplace(intake_, file_, year_).take(CsvRow(names, line, line));
    }
}

} // namespace indicare::io
