#include "indicare/io/scorecard_writer.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "csv_writer.hpp"
#include "indicare/scorecard/cautions.hpp"
#include "indicare/scorecard/figure_limits.hpp"
#include "limits_json.hpp"

namespace indicare::io {

using scorecard::BrokenDown;
using scorecard::Figure;
using scorecard::Scorecard;

namespace {

/// The fields of the columns of limits, with the comma before them.
std::string limits_fields(const Figure& figure) {
    const auto limits = limits_of(figure).limits;
    if (!limits)
        return ",,,";
    return "," + exact::print(limits->lower) + "," + exact::print(limits->upper) + "," +
           std::string(name_of(limits->method));
}

/// `groups` are the fields of the columns of breakdowns, empty, where there are such columns.
std::string csv_row_of(const Scorecard& scorecard, const Figure& figure, std::string_view groups,
                       WithLimits with_limits) {
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
    row.pop_back(); // the end of the line
    row.append(groups).append(",").append(number(figure.squares()));
    return row.append(with_limits == WithLimits::yes ? limits_fields(figure) : "").append("\n");
}

std::string csv_rows_of(const Scorecard& scorecard, const BrokenDown& numbers,
                        WithLimits with_limits) {
    const auto number = [&numbers](std::int64_t value) {
        return numbers.is_available() ? std::to_string(value) : std::string();
    };
    std::string rows;
    for (std::size_t group = 0; group < numbers.size(); ++group) {
        append_csv_row(rows, {scorecard.authority, scorecard.as_at.iso(),
                              std::string(indicator_of(numbers.breakdown())),
                              std::string(name_of(indicators::Unit::percent)),
                              number(numbers.number(group)), number(numbers.total()), number(0),
                              numbers.printed(group), "", "",
                              std::string(name_of(numbers.breakdown().by)),
                              std::string(numbers.label(group)), ""});
        if (with_limits == WithLimits::yes)
            rows.insert(rows.size() - 1, ",,,");
    }
    return rows;
}

bool any_breakdown(std::span<const Scorecard> scorecards) {
    return std::any_of(scorecards.begin(), scorecards.end(),
                       [](const Scorecard& scorecard) { return !scorecard.breakdowns.empty(); });
}

} // namespace

std::string to_csv(std::span<const Scorecard> scorecards, WithLimits with_limits) {
    const bool broken_down = any_breakdown(scorecards);
    std::string out = "authority,as_at,indicator,unit,numerator,denominator,undetermined,value,low,"
                      "high";
    out += broken_down ? ",breakdown,group,squares" : ",squares";
    out += with_limits == WithLimits::yes ? ",lower_95,upper_95,limits_method\n" : "\n";
    for (const Scorecard& scorecard : scorecards) {
        for (const Figure& figure : scorecard.figures)
            out += csv_row_of(scorecard, figure, broken_down ? ",," : "", with_limits);
        for (const BrokenDown& numbers : scorecard.breakdowns)
            out += csv_rows_of(scorecard, numbers, with_limits);
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
    if (const auto squares = figure.squares())
        json["squares"] = *squares;
    if (const auto value = figure.value())
        json["exact"] = exact::to_text(*value);
    if (const auto bounds = figure.bounds()) {
        json["low"] = bounds->first;
        json["high"] = bounds->second;
    }
    return json;
}

void add_limits(nlohmann::ordered_json& json, const Figure& figure) {
    const auto found = limits_of(figure);
    if (found.limits)
        json["limits"] = limits_json(*found.limits);
    else
        json["no_limits_because"] = found.none_because;
}

nlohmann::ordered_json cautions_json() {
    auto json = nlohmann::ordered_json::array();
    for (const scorecard::Caution& caution : scorecard::cautions_of_limits())
        json.push_back({{"kind", name_of(caution.kind)}, {"text", caution.text}});
    return json;
}

nlohmann::ordered_json json_of(const BrokenDown& numbers) {
    nlohmann::ordered_json json;
    json["indicator"] = indicator_of(numbers.breakdown());
    json["breakdown"] = name_of(numbers.breakdown().by);
    json["title"] = numbers.breakdown().title;
    if (!numbers.is_available()) {
        json["unavailable_because"] = numbers.unavailable_because();
        return json;
    }
    json["denominator"] = numbers.total();
    json["groups"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        nlohmann::ordered_json group;
        group["group"] = numbers.label(i);
        group["value"] = numbers.printed(i);
        group["numerator"] = numbers.number(i);
        if (const auto share = numbers.share(i))
            group["exact"] = exact::to_text(*share);
        json["groups"].push_back(std::move(group));
    }
    return json;
}

} // namespace

std::string to_json(std::span<const Scorecard> scorecards, WithLimits with_limits) {
    auto all = nlohmann::ordered_json::array();
    for (const Scorecard& scorecard : scorecards) {
        nlohmann::ordered_json json;
        json["authority"] = scorecard.authority;
        json["as_at"] = scorecard.as_at.iso();
        json["figures"] = nlohmann::ordered_json::array();
        for (const Figure& figure : scorecard.figures) {
            json["figures"].push_back(json_of(figure));
            if (with_limits == WithLimits::yes)
                add_limits(json["figures"].back(), figure);
        }
        json["notes"] = scorecard.notes;
        if (with_limits == WithLimits::yes)
            json["cautions"] = cautions_json();
        for (const BrokenDown& numbers : scorecard.breakdowns)
            json["breakdowns"].push_back(json_of(numbers));
        all.push_back(std::move(json));
    }
    return all.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
