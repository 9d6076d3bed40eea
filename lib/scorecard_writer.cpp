#include "indicare/io/scorecard_writer.hpp"

#include <algorithm>

#include "cautions_json.hpp"
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

/// Nothing that a figure has where it is not available.
void write_members(JsonWriter& json, const Figure& figure) {
    json.member("numerator", figure.numerator());
    json.member("denominator", figure.denominator());
    json.member("undetermined", figure.undetermined());
    json.member("squares", figure.squares());
    if (const auto value = figure.value())
        json.member("exact", exact::to_text(*value));
    if (const auto bounds = figure.bounds()) {
        json.member("low", bounds->first);
        json.member("high", bounds->second);
    }
}

void write_limits(JsonWriter& json, const Figure& figure) {
    const auto found = limits_of(figure);
    if (found.limits)
        write_limits(json, "limits", *found.limits);
    else
        json.member("no_limits_because", found.none_because);
}

void write(JsonWriter& json, const Figure& figure, WithLimits with_limits) {
    json.object([&] {
        json.member("indicator", figure.definition().id);
        json.member("title", figure.definition().title);
        json.member("unit", name_of(figure.definition().unit));
        json.member("value", figure.printed());
        if (figure.is_available())
            write_members(json, figure);
        else
            json.member("unavailable_because", figure.unavailable_because());
        if (with_limits == WithLimits::yes)
            write_limits(json, figure);
    });
}

void write_group(JsonWriter& json, const BrokenDown& numbers, std::size_t group) {
    json.object([&] {
        json.member("group", numbers.label(group));
        json.member("value", numbers.printed(group));
        json.member("numerator", numbers.number(group));
        if (const auto share = numbers.share(group))
            json.member("exact", exact::to_text(*share));
    });
}

void write(JsonWriter& json, const BrokenDown& numbers) {
    json.object([&] {
        json.member("indicator", indicator_of(numbers.breakdown()));
        json.member("breakdown", name_of(numbers.breakdown().by));
        json.member("title", numbers.breakdown().title);
        if (!numbers.is_available())
            return json.member("unavailable_because", numbers.unavailable_because());
        json.member("denominator", numbers.total());
        json.list("groups", [&] {
            for (std::size_t group = 0; group < numbers.size(); ++group)
                write_group(json, numbers, group);
        });
    });
}

void write(JsonWriter& json, const Scorecard& scorecard, WithLimits with_limits) {
    json.object([&] {
        json.member("authority", scorecard.authority);
        json.member("as_at", scorecard.as_at.iso());
        json.list_of("figures", scorecard.figures,
                     [&](const Figure& figure) { write(json, figure, with_limits); });
        json.values("notes", scorecard.notes);
        if (with_limits == WithLimits::yes)
            write_cautions(json, "cautions", scorecard::cautions_of_limits());
        if (!scorecard.breakdowns.empty())
            json.list_of("breakdowns", scorecard.breakdowns,
                         [&](const BrokenDown& numbers) { write(json, numbers); });
    });
}

} // namespace

std::string to_json(std::span<const Scorecard> scorecards, WithLimits with_limits) {
    JsonWriter json(2);
    json.list_of(scorecards,
                 [&](const Scorecard& scorecard) { write(json, scorecard, with_limits); });
    return std::move(json).document();
}

} // namespace indicare::io
