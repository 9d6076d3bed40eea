#include "indicare/io/reconciliation_writer.hpp"

#include "csv_writer.hpp"
#include "json_writer.hpp"
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

void write_own(JsonWriter& json, const Figure& own) {
    json.object("own", [&] {
        json.member("value", own.printed());
        if (!own.is_available())
            return;
        json.member("numerator", own.numerator());
        json.member("denominator", own.denominator());
        json.member("undetermined", own.undetermined());
        if (const auto value = own.value())
            json.member("exact", exact::to_text(*value));
    });
}

void write(JsonWriter& json, std::string_view name, const scorecard::PublishedCell& cell) {
    if (const auto number = cell.whole_number())
        json.member(name, *number);
    else if (!cell.text().empty())
        json.member(name, cell.text());
}

void write_published(JsonWriter& json, const ReconciledFigure& figure) {
    json.object("published", [&] {
        json.member("release", figure.published.release);
        json.member("value", printed_of(figure));
        write(json, "numerator", figure.published.numerator);
        write(json, "denominator", figure.published.denominator);
    });
}

void write_difference(JsonWriter& json, const ReconciledFigure& figure) {
    json.object("difference", [&] {
        json.member("numerator", figure.numerator_difference);
        json.member("denominator", figure.denominator_difference);
        if (figure.difference)
            json.member("exact", exact::to_text(*figure.difference));
    });
}

void write(JsonWriter& json, const ReconciledFigure& figure) {
    json.object([&] {
        json.member("indicator", figure.own.definition().id);
        json.member("title", figure.own.definition().title);
        json.member("unit", name_of(figure.own.definition().unit));
        json.member("verdict", name_of(figure.verdict));
        write_own(json, figure.own);
        write_published(json, figure);
        write_difference(json, figure);
        if (figure.verdict == scorecard::Verdict::differs) {
            json.list_of("explanations", figure.explanations,
                         [&](const auto& explanation) { json.values(explanation); });
            json.member("undetermined_could_account", figure.undetermined_could_account);
        }
        if (!figure.untold_because.empty())
            json.member("cannot_be_told_because", figure.untold_because);
    });
}

} // namespace

std::string to_json(const Reconciliation& reconciliation) {
    JsonWriter json(2);
    json.object([&] {
        json.member("authority", reconciliation.authority);
        json.member("as_at", reconciliation.as_at.iso());
        json.list_of("figures", reconciliation.figures,
                     [&](const ReconciledFigure& figure) { write(json, figure); });
    });
    return std::move(json).document();
}

} // namespace indicare::io
