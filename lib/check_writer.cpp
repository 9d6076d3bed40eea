#include <map>

#include "check_lines.hpp"
#include "csv_writer.hpp"
#include "json_writer.hpp"

namespace indicare::io {

using indicators::catalogue;
using quality::AuthorityCheck;
using quality::Check;
using quality::IndicatorSet;

namespace {

constexpr std::size_t all_of_them = static_cast<std::size_t>(-1);
constexpr std::size_t usual_row = 256; ///< bytes

std::string ids_of(const IndicatorSet& set) {
    std::string text;
    set.for_each([&text](std::size_t number) {
        text += (text.empty() ? "" : " ") + std::string(catalogue[number].id);
    });
    return text;
}

/// How many children one finding moves at most; empty where whole figures rest on it.
std::string_view children_of(const CheckLine& line) {
    if (line.kind->moves == quality::Moves::figures)
        return "";
    return line.moves.is_empty() ? "0" : "1";
}

/// Appends rows of findings; what many of them share is put together once.
class CsvOfFindings {
  public:
    explicit CsvOfFindings(std::string& out) : out_(out) {}

    void begin(const quality::FindingKind& kind) {
        code_ = "," + std::string(kind.name) + "," + std::string(name_of(kind.severity)) + ",";
        expected_.clear();
        append_csv_field(expected_, kind.expects);
    }

    void add(const CheckLine& line) {
        append_csv_field(out_, line.authority);
        out_ += code_;
        append_csv_field(out_, line.file);
        out_ += ',';
        if (line.line != 0)
            out_ += std::to_string(line.line);
        for (const std::string_view text : {line.column, line.value, line.child}) {
            out_ += ',';
            append_csv_field(out_, text);
        }
        out_ += ',';
        out_ += expected_;
        out_ += ',';
        out_ += ids(line.moves);
        out_ += ',';
        out_ += children_of(line);
        out_ += ',';
        append_csv_field(out_, line.message);
        out_ += '\n';
    }

  private:
    const std::string& ids(const IndicatorSet& set) {
        const auto [at, is_new] = ids_.try_emplace(set);
        if (is_new)
            at->second = ids_of(set);
        return at->second;
    }

    std::string& out_;
    std::string code_;
    std::string expected_;
    std::map<IndicatorSet, std::string> ids_;
};

} // namespace

std::string check_as_csv(const ReturnReader& reader, const Check& check,
                         const CheckWriting& writing) {
    std::string out = "authority,code,severity,file,line,column,value,child,expected,indicators,"
                      "children,message\n";
    std::size_t rows = 0;
    for (const quality::Group& group : check.groups)
        rows += group.in_reading.size() + group.flaws.size();
    out.reserve(rows * usual_row);
    CheckLines lines(reader, writing.anonymous);
    CsvOfFindings csv(out);
    for (const quality::Group& group : check.groups) {
        csv.begin(quality::kind_of(group.code));
        lines.for_each(group, all_of_them, [&csv](const CheckLine& line) { csv.add(line); });
    }
    return out;
}

namespace {

void write(JsonWriter& json, const quality::Flow& flow) {
    json.object("flow", [&] {
        json.member("at_start", flow.at_start);
        json.member("started", flow.started);
        json.member("both", flow.both);
        json.member("from_short_breaks", flow.from_short_breaks);
        json.member("appeared", flow.appeared);
        json.member("lost", flow.lost);
        json.member("in_year", flow.in_year);
        json.member("ceased", flow.ceased);
        json.member("back", flow.back);
        json.member("into_short_breaks", flow.into_short_breaks);
        json.member("vanished", flow.vanished);
        json.member("at_end", flow.at_end);
    });
}

void write(JsonWriter& json, const scorecard::Figure& figure, const quality::Fitness& fitness) {
    json.object([&] {
        json.member("indicator", figure.definition().id);
        json.member("value", figure.printed());
        json.member("verdict", name_of(fitness.verdict(figure)));
        if (!figure.is_available())
            return json.member("unavailable_because", figure.unavailable_because());
        json.member("undetermined", fitness.undetermined);
        json.member("moved_at_most", fitness.moved);
        json.member("uncertain", fitness.uncertain);
    });
}

void write(JsonWriter& json, const AuthorityCheck& authority) {
    json.object([&] {
        json.member("authority", authority.scorecard.authority);
        if (authority.covered)
            write(json, authority.flow);
        json.list("figures", [&] {
            for (std::size_t i = 0; i < catalogue.size(); ++i)
                write(json, authority.scorecard.figures[i], authority.fitness[i]);
        });
    });
}

void write(JsonWriter& json, const CheckLine& line) {
    json.object([&] {
        json.member("file", line.file);
        json.member("line", line.line);
        json.member("column", line.column);
        json.member("value", line.value);
        json.member("authority", line.authority);
        json.member("child", line.child);
        json.member("message", line.message);
        json.list("indicators", [&] {
            line.moves.for_each([&](std::size_t number) { json.value(catalogue[number].id); });
        });
    });
}

void write(JsonWriter& json, const quality::Group& group, CheckLines& lines) {
    const quality::FindingKind& kind = quality::kind_of(group.code);
    json.object([&] {
        json.member("code", kind.name);
        json.member("severity", name_of(kind.severity));
        json.member("meaning", kind.meaning);
        json.member("expected", kind.expects);
        json.member("count", group.count);
        json.member("children", group.children);
        json.object("moves", [&] {
            for (std::size_t i = 0; i < catalogue.size(); ++i)
                if (group.moved[i] > 0)
                    json.member(catalogue[i].id, group.moved[i]);
        });
        json.list("findings", [&] {
            lines.for_each(group, all_of_them, [&](const CheckLine& line) { write(json, line); });
        });
    });
}

} // namespace

std::string check_as_json(const ReturnReader& reader, const Check& check,
                          const CheckWriting& writing) {
    JsonWriter json(1);
    json.object([&] {
        json.member("as_at", check.as_at.iso());
        json.list_of("authorities", check.authorities,
                     [&](const AuthorityCheck& authority) { write(json, authority); });
        CheckLines lines(reader, writing.anonymous);
        json.list_of("kinds", check.groups,
                     [&](const quality::Group& group) { write(json, group, lines); });
    });
    return std::move(json).document();
}

} // namespace indicare::io
