#include "flaw_words.hpp"

#include <string_view>

#include "indicare/io/check.hpp"

namespace indicare::io {

namespace {

std::string_view table_of(const care::Records& records, care::RowPlace row) {
    using care::Table;
    switch (row.kind) {
    case care::RowKind::header:
        return name_of(Table::header);
    case care::RowKind::oc2:
        return name_of(Table::oc2);
    case care::RowKind::oc3:
        return name_of(Table::oc3);
    case care::RowKind::ad1:
        return name_of(Table::ad1);
    case care::RowKind::uasc:
        return name_of(Table::uasc);
    case care::RowKind::missing:
        return name_of(Table::missing);
    case care::RowKind::social_worker:
        return name_of(Table::social_workers);
    case care::RowKind::person:
        return name_of(records.row<care::StatedPerson>(row.index).table);
    case care::RowKind::dated:
        return name_of(records.row<care::DatedRow>(row.index).table);
    default:
        return name_of(Table::episodes);
    }
}

void append_named(std::string& out, std::string_view name, const ReturnReader& reader,
                  const quality::Flaw& flaw) {
    if (name == "date") {
        out += care::Date::from_number(flaw.fact).text();
    } else if (name == "number") {
        out += std::to_string(flaw.fact);
    } else if (name == "table") {
        out += table_of(reader.records(), flaw.other);
    } else {
        const auto source = reader.source_of(flaw.other);
        out += source.file;
        out += ":";
        out += std::to_string(source.line);
    }
}

} // namespace

void append_message(std::string& out, const ReturnReader& reader, const quality::Flaw& flaw) {
    std::string_view rest = quality::kind_of(flaw.code).says;
    for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const std::size_t close = rest.find('}', open);
        out += rest.substr(0, open);
        append_named(out, rest.substr(open + 1, close - open - 1), reader, flaw);
        rest.remove_prefix(close + 1);
    }
    out += rest;
}

quality::Finding finding_of(const ReturnReader& reader, const quality::Flaw& flaw,
                            care::Records::ChildNumber child) {
    const care::Records& records = reader.records();
    const auto source = reader.source_of(flaw.row);
    quality::Finding finding;
    finding.code = flaw.code;
    finding.file = source.file;
    finding.line = source.line;
    finding.column = name_of(flaw.field);
    finding.value = value_of(records, flaw.row, flaw.field);
    finding.child = quality::printable(records.name_of_child(child));
    append_message(finding.message, reader, flaw);
    finding.child_number = child;
    finding.row = flaw.row;
    return finding;
}

} // namespace indicare::io
