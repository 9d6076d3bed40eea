#include "indicare/io/reconciliation_writer.hpp"

#include <nlohmann/json.hpp>

#include "csv_writer.hpp"
#include "reconciliation_words.hpp"

namespace indicare::io {

using scorecard::Figure;
using scorecard::ReconciledFigure;
using scorecard::Reconciliation;

namespace {

std::string number_or_blank(std::optional<std::int64_t> number) {
    return number ? std::to_string(*number) : std::string();
}

std::string csv_row_of(const Reconciliation& reconciliation, const ReconciledFigure& figure) {
    const Figure& own = figure.own;
    const bool available = own.is_available();
    std::string row;
    append_csv_row(row,
                   {reconciliation.authority, reconciliation.as_at.iso(),
                    std::string(own.definition().id), std::string(name_of(own.definition().unit)),
                    std::to_string(figure.published.release), std::string(name_of(figure.verdict)),
                    available ? std::to_string(own.numerator()) : std::string(),
                    available ? number_or_blank(own.denominator()) : std::string(),
                    available ? std::to_string(own.undetermined()) : std::string(), own.printed(),
                    figure.published.numerator.text(), figure.published.denominator.text(),
                    std::string(printed_of(figure)), number_or_blank(figure.numerator_difference),
                    number_or_blank(figure.denominator_difference),
                    figure.difference ? exact::to_text(*figure.difference) : std::string(),
                    explanations_of(figure), figure.undetermined_could_account ? "1" : "0",
                    figure.untold_because});
    return row;
}

} // namespace

std::string to_csv(const Reconciliation& reconciliation) {
    std::string out = "authority,as_at,indicator,unit,release,verdict,own_numerator,"
                      "own_denominator,own_undetermined,own_value,published_numerator,"
                      "published_denominator,published_value,difference_numerator,"
                      "difference_denominator,difference,explained_by,"
                      "undetermined_could_account,cannot_be_told_because\n";
    for (const ReconciledFigure& figure : reconciliation.figures)
        out += csv_row_of(reconciliation, figure);
    return out;
}

namespace {

using Json = nlohmann::ordered_json;

Json own_of(const Figure& own) {
    Json json;
    json["value"] = own.printed();
    if (!own.is_available())
        return json;
    json["numerator"] = own.numerator();
    if (const auto denominator = own.denominator())
        json["denominator"] = *denominator;
    json["undetermined"] = own.undetermined();
    if (const auto value = own.value())
        json["exact"] = exact::to_text(*value);
    return json;
}

void set(Json& json, const char* name, const scorecard::PublishedCell& cell) {
    if (const auto number = cell.whole_number())
        json[name] = *number;
    else if (!cell.text().empty())
        json[name] = cell.text();
}

Json published_of(const ReconciledFigure& figure) {
    Json json;
    json["release"] = figure.published.release;
    json["value"] = printed_of(figure);
    set(json, "numerator", figure.published.numerator);
    set(json, "denominator", figure.published.denominator);
    return json;
}

Json json_of_difference(const ReconciledFigure& figure) {
    Json json = Json::object();
    if (figure.numerator_difference)
        json["numerator"] = *figure.numerator_difference;
    if (figure.denominator_difference)
        json["denominator"] = *figure.denominator_difference;
    if (figure.difference)
        json["exact"] = exact::to_text(*figure.difference);
    return json;
}

Json json_of(const ReconciledFigure& figure) {
    Json json;
    json["indicator"] = figure.own.definition().id;
    json["title"] = figure.own.definition().title;
    json["unit"] = name_of(figure.own.definition().unit);
    json["verdict"] = name_of(figure.verdict);
    json["own"] = own_of(figure.own);
    json["published"] = published_of(figure);
    json["difference"] = json_of_difference(figure);
    if (figure.verdict == scorecard::Verdict::differs) {
        json["explanations"] = figure.explanations;
        json["undetermined_could_account"] = figure.undetermined_could_account;
    }
    if (!figure.untold_because.empty())
        json["cannot_be_told_because"] = figure.untold_because;
    return json;
}

} // namespace

std::string to_json(const Reconciliation& reconciliation) {
    Json json;
    json["authority"] = reconciliation.authority;
    json["as_at"] = reconciliation.as_at.iso();
    json["figures"] = Json::array();
    for (const ReconciledFigure& figure : reconciliation.figures)
        json["figures"].push_back(json_of(figure));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
