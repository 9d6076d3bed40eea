#include "indicare/io/scorecard_writer.hpp"

#include <nlohmann/json.hpp>

#include "csv_writer.hpp"

namespace indicare::io {

using scorecard::Figure;
using scorecard::Scorecard;

namespace {

std::string csv_row_of(const Scorecard& scorecard, const Figure& figure) {
    const auto number = [&figure](std::optional<std::int64_t> value) {
        return figure.is_available() && value ? std::to_string(*value) : std::string();
    };
    const auto bounds = figure.bounds();
    std::string row;
    append_csv_row(row,
                   {scorecard.authority, scorecard.as_at.iso(), std::string(figure.definition().id),
                    std::string(name_of(figure.definition().unit)), number(figure.numerator()),
                    number(figure.denominator()), number(figure.undetermined()), figure.printed(),
                    bounds ? bounds->first : "", bounds ? bounds->second : ""});
    return row;
}

} // namespace

std::string to_csv(std::span<const Scorecard> scorecards) {
    std::string out = "authority,as_at,indicator,unit,numerator,denominator,undetermined,value,low,"
                      "high\n";
    for (const Scorecard& scorecard : scorecards) {
        for (const Figure& figure : scorecard.figures)
            out += csv_row_of(scorecard, figure);
    }
    return out;
}

namespace {

nlohmann::ordered_json json_of(const Figure& figure) {
    nlohmann::ordered_json json;
    json["indicator"] = figure.definition().id;
    json["title"] = figure.definition().title;
    json["unit"] = name_of(figure.definition().unit);
    json["value"] = figure.printed();
    if (!figure.is_available()) {
        json["unavailable_because"] = figure.unavailable_because();
        return json;
    }
    json["numerator"] = figure.numerator();
    if (const auto denominator = figure.denominator())
        json["denominator"] = *denominator;
    json["undetermined"] = figure.undetermined();
    if (const auto value = figure.value())
        json["exact"] = exact::to_text(*value);
    if (const auto bounds = figure.bounds()) {
        json["low"] = bounds->first;
        json["high"] = bounds->second;
    }
    return json;
}

} // namespace

std::string to_json(std::span<const Scorecard> scorecards) {
    auto all = nlohmann::ordered_json::array();
    for (const Scorecard& scorecard : scorecards) {
        nlohmann::ordered_json json;
        json["authority"] = scorecard.authority;
        json["as_at"] = scorecard.as_at.iso();
        json["figures"] = nlohmann::ordered_json::array();
        for (const Figure& figure : scorecard.figures)
            json["figures"].push_back(json_of(figure));
        json["notes"] = scorecard.notes;
        all.push_back(std::move(json));
    }
    return all.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
