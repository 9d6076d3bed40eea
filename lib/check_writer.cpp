#include <nlohmann/json.hpp>

#include <map>

#include "check_lines.hpp"
#include "csv_writer.hpp"

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

using Json = nlohmann::ordered_json;

Json json_of(const quality::Flow& flow) {
    Json json;
    json["at_start"] = flow.at_start;
    json["started"] = flow.started;
    json["both"] = flow.both;
    json["from_short_breaks"] = flow.from_short_breaks;
    json["appeared"] = flow.appeared;
    json["lost"] = flow.lost;
    json["in_year"] = flow.in_year;
    json["ceased"] = flow.ceased;
    json["back"] = flow.back;
    json["into_short_breaks"] = flow.into_short_breaks;
    json["vanished"] = flow.vanished;
    json["at_end"] = flow.at_end;
    return json;
}

Json json_of(const AuthorityCheck& authority) {
    Json json;
    json["authority"] = authority.scorecard.authority;
    if (authority.covered)
        json["flow"] = json_of(authority.flow);
    json["figures"] = Json::array();
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const scorecard::Figure& figure = authority.scorecard.figures[i];
        const quality::Fitness& fitness = authority.fitness[i];
        Json each;
        each["indicator"] = catalogue[i].id;
        each["value"] = figure.printed();
        each["verdict"] = name_of(fitness.verdict(figure));
        if (figure.is_available()) {
            each["undetermined"] = fitness.undetermined;
            each["moved_at_most"] = fitness.moved;
            each["uncertain"] = fitness.uncertain;
        } else {
            each["unavailable_because"] = figure.unavailable_because();
        }
        json["figures"].push_back(std::move(each));
    }
    return json;
}

Json json_of(const CheckLine& line) {
    Json json;
    json["file"] = line.file;
    json["line"] = line.line;
    json["column"] = line.column;
    json["value"] = line.value;
    json["authority"] = line.authority;
    json["child"] = line.child;
    json["message"] = line.message;
    json["indicators"] = Json::array();
    line.moves.for_each(
        [&json](std::size_t number) { json["indicators"].push_back(catalogue[number].id); });
    return json;
}

Json json_of(const quality::Group& group, CheckLines& lines) {
    const quality::FindingKind& kind = quality::kind_of(group.code);
    Json json;
    json["code"] = kind.name;
    json["severity"] = name_of(kind.severity);
    json["meaning"] = kind.meaning;
    json["expected"] = kind.expects;
    json["count"] = group.count;
    json["children"] = group.children;
    json["moves"] = Json::object();
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        if (group.moved[i] > 0)
            json["moves"][std::string(catalogue[i].id)] = group.moved[i];
    json["findings"] = Json::array();
    lines.for_each(group, all_of_them,
                   [&json](const CheckLine& line) { json["findings"].push_back(json_of(line)); });
    return json;
}

} // namespace

std::string check_as_json(const ReturnReader& reader, const Check& check,
                          const CheckWriting& writing) {
    Json json;
    json["as_at"] = check.as_at.iso();
    json["authorities"] = Json::array();
    for (const AuthorityCheck& authority : check.authorities)
        json["authorities"].push_back(json_of(authority));
    CheckLines lines(reader, writing.anonymous);
    json["kinds"] = Json::array();
    for (const quality::Group& group : check.groups)
        json["kinds"].push_back(json_of(group, lines));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
