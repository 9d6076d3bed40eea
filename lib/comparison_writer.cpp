#include "indicare/io/comparison_writer.hpp"

#include <nlohmann/json.hpp>

#include "chance_words.hpp"
#include "comparison_words.hpp"
#include "csv_writer.hpp"
#include "indicare/scorecard/cautions.hpp"
#include "limits_json.hpp"

namespace indicare::io {

using scorecard::AssessedFigure;
using scorecard::Caveat;
using scorecard::ComparedFigure;
using scorecard::ComparedScorecard;
using scorecard::Comparison;

namespace {

using Assessed = std::span<const AssessedFigure>;
using Fields = std::vector<std::string>;

std::string number_or_empty(std::optional<std::int64_t> number) {
    return number ? std::to_string(*number) : std::string();
}

std::string with_semicolons(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : "; ") + text;
    return out;
}

void append(Fields& fields, std::initializer_list<std::string> more) {
    fields.insert(fields.end(), more);
}

void append_limits(Fields& fields, const std::optional<exact::Limits>& limits) {
    if (limits)
        append(fields, {exact::print(limits->lower), exact::print(limits->upper),
                        std::string(name_of(limits->method))});
    else
        append(fields, {"", "", ""});
}

/// Limits of the figure and of its change, and whether chance explains that it differs.
void append_chance(Fields& fields, const ComparedFigure& figure, const Comparison* comparison) {
    const auto append_tested = [&fields](const scorecard::Tested* tested) {
        append(fields,
               {tested == nullptr ? std::string() : std::string(name_of(tested->significance))});
    };
    append_limits(fields, figure.limits.limits);
    append_tested(comparison == nullptr ? nullptr : &comparison->tested);
    const auto& direction = figure.direction;
    append_limits(fields, direction ? direction->change.limits : std::nullopt);
    append_tested(direction ? &direction->change.tested : nullptr);
}

void append_own(Fields& fields, const ComparedFigure& figure) {
    const auto& own = figure.own;
    append(fields, {std::string(own.definition().id), std::string(name_of(own.definition().unit)),
                    std::string(name_of(own.definition().polarity)), own.printed,
                    number_or_empty(own.numerator), number_or_empty(own.denominator),
                    std::to_string(own.undetermined), std::to_string(own.release)});
    const auto& direction = figure.direction;
    if (direction)
        append(fields, {std::to_string(direction->before.year), direction->before.printed,
                        std::string(name_of(direction->answer)),
                        std::string(name_of(direction->as_printed))});
    else
        append(fields, {"", "", "", ""});
    if (const auto& rank = figure.rank)
        append(fields, {std::to_string(rank->ranking.rank), std::to_string(rank->ranking.of),
                        std::string(name_of(rank->ranking.band)), std::to_string(rank->year)});
    else
        append(fields, {"", "", "", ""});
}

void append_comparison(Fields& fields, const Comparison* comparison) {
    if (comparison == nullptr) {
        append(fields, {"", "", "", "", "", "", "", "", "", "", ""});
        return;
    }
    const auto& benchmark = comparison->benchmark;
    const auto children = [&](std::int64_t scorecard::Distance::*end) {
        const auto& distance = comparison->distance;
        return distance ? std::to_string(signed_children(*distance, (*distance).*end))
                        : std::string();
    };
    append(fields,
           {std::string(name_of(benchmark.kind)), std::to_string(benchmark.year),
            std::to_string(benchmark.release), std::to_string(benchmark.edition), benchmark.printed,
            std::string(name_of(comparison->answer)), comparison->prints_alike ? "1" : "0",
            children(&scorecard::Distance::least), children(&scorecard::Distance::most),
            with_semicolons(benchmark.without_value), comparison->untold_because});
}

std::string csv_row_of(const ComparedScorecard& scorecard, const ComparedFigure& figure,
                       const Comparison* comparison, Assessed assessed) {
    Fields fields = {scorecard.authority.old_code, std::to_string(scorecard.year)};
    append_own(fields, figure);
    append_comparison(fields, comparison);
    const AssessedFigure* assessment = assessment_of(figure, assessed);
    std::vector<std::string> kinds;
    for (const Caveat& caveat : caveats_of(figure, comparison))
        kinds.emplace_back(name_of(caveat.kind));
    append(fields,
           {assessment == nullptr ? std::string() : std::string(name_of(assessment->assessment)),
            with_semicolons(kinds)});
    append_chance(fields, figure, comparison);
    std::string row;
    for (const std::string& field : fields) {
        row += row.empty() ? "" : ",";
        append_csv_field(row, field);
    }
    return row + "\n";
}

} // namespace

std::string to_csv(const ComparedScorecard& scorecard, Assessed assessed) {
    std::string out =
        "authority,year,indicator,unit,polarity,value,numerator,denominator,undetermined,release,"
        "before_year,before_value,direction,direction_as_printed,rank,rank_of,band,rank_year,"
        "benchmark,benchmark_year,benchmark_release,neighbours_edition,benchmark_value,answer,"
        "prints_alike,least_children,most_children,left_out,cannot_be_told_because,assessment,"
        "caveats,lower_95,upper_95,limits_method,significance,change_lower_95,change_upper_95,"
        "change_method,change_significance\n";
    for (const ComparedFigure& figure : scorecard.figures) {
        if (figure.comparisons.empty())
            out += csv_row_of(scorecard, figure, nullptr, assessed);
        for (const Comparison& comparison : figure.comparisons)
            out += csv_row_of(scorecard, figure, &comparison, assessed);
    }
    return out;
}

namespace {

using Json = nlohmann::ordered_json;

void set_value(Json& json, const std::optional<exact::Interval>& value) {
    if (!value)
        return;
    if (value->lower() == value->upper())
        json["exact"] = exact::to_text(value->lower());
    else
        json["within"] = exact::print(*value);
}

template <class Number>
void set(Json& json, const char* name, const std::optional<Number>& number) {
    if (number)
        json[name] = *number;
}

Json json_of(const scorecard::KnownFigure& figure) {
    Json json;
    json["year"] = figure.year;
    if (figure.release != 0)
        json["release"] = figure.release;
    json["value"] = figure.printed;
    set(json, "numerator", figure.numerator);
    set(json, "denominator", figure.denominator);
    if (figure.undetermined > 0)
        json["undetermined"] = figure.undetermined;
    set_value(json, figure.value);
    if (!figure.unknown_because.empty())
        json["unknown_because"] = figure.unknown_because;
    return json;
}

Json json_of(const scorecard::Tested& tested) {
    Json json;
    json["answer"] = name_of(tested.significance);
    if (!tested.untold_because.empty())
        json["cannot_be_told_because"] = tested.untold_because;
    return json;
}

Json json_of(const std::vector<Caveat>& caveats) {
    Json json = Json::array();
    for (const Caveat& caveat : caveats)
        json.push_back({{"kind", name_of(caveat.kind)}, {"text", caveat.text}});
    return json;
}

Json json_of(const Comparison& comparison) {
    const auto& benchmark = comparison.benchmark;
    Json json;
    json["benchmark"] = name_of(benchmark.kind);
    json["name"] = benchmark.name;
    json["year"] = benchmark.year;
    json["release"] = benchmark.release;
    json["value"] = benchmark.printed;
    set(json, "numerator", benchmark.numerator);
    set(json, "denominator", benchmark.denominator);
    set_value(json, benchmark.value);
    if (benchmark.edition != 0) {
        json["neighbours_edition"] = benchmark.edition;
        json["neighbours"] = benchmark.counted;
        json["left_out"] = benchmark.without_value;
    }
    json["answer"] = name_of(comparison.answer);
    json["prints_alike"] = comparison.prints_alike;
    if (const auto& distance = comparison.distance)
        json["children"] = {{"least", signed_children(*distance, distance->least)},
                            {"most", signed_children(*distance, distance->most)}};
    if (!comparison.untold_because.empty())
        json["cannot_be_told_because"] = comparison.untold_because;
    json["significance"] = json_of(comparison.tested);
    json["caveats"] = json_of(comparison.caveats);
    return json;
}

Json json_of(const scorecard::RankedFigure& rank) {
    Json json;
    json["rank"] = rank.ranking.rank;
    json["of"] = rank.ranking.of;
    json["band"] = name_of(rank.ranking.band);
    json["quartiles"] = Json::array();
    for (const exact::ratio& quartile : rank.ranking.quartiles)
        json["quartiles"].push_back(exact::to_text(quartile));
    json["year"] = rank.year;
    json["release"] = rank.release;
    return json;
}

Json json_of(const ComparedFigure& figure, Assessed assessed) {
    const indicators::Definition& definition = figure.own.definition();
    Json json;
    json["indicator"] = definition.id;
    json["title"] = definition.title;
    json["unit"] = name_of(definition.unit);
    json["polarity"] = name_of(definition.polarity);
    json["own"] = json_of(figure.own);
    if (figure.limits.limits)
        json["limits"] = limits_json(*figure.limits.limits);
    else
        json["no_limits_because"] = figure.limits.none_because;
    if (const auto& direction = figure.direction) {
        json["before"] = json_of(direction->before);
        json["direction"] = name_of(direction->answer);
        json["direction_as_printed"] = name_of(direction->as_printed);
        json["direction_caveats"] = json_of(direction->caveats);
        json["change_significance"] = json_of(direction->change.tested);
        if (direction->change.limits)
            json["change_limits"] = limits_json(*direction->change.limits);
    }
    if (figure.rank)
        json["rank"] = json_of(*figure.rank);
    json["comparisons"] = Json::array();
    for (const Comparison& comparison : figure.comparisons)
        json["comparisons"].push_back(json_of(comparison));
    if (const AssessedFigure* assessment = assessment_of(figure, assessed)) {
        json["assessment"] = name_of(assessment->assessment);
        json["reasons"] = assessment->reasons;
    }
    json["caveats"] = json_of(figure.caveats);
    return json;
}

/// All kinds of benchmark are tested here.
Json json_cautions_of(const ComparedScorecard& scorecard) {
    using scorecard::BenchmarkKind;
    Json json = Json::array();
    const std::size_t tests = tests_of(
        scorecard, {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean,
                    BenchmarkKind::neighbours_median, BenchmarkKind::neighbours_pooled});
    for (const scorecard::Caution& caution : scorecard::cautions_of_comparisons(tests))
        json.push_back({{"kind", name_of(caution.kind)}, {"text", caution.text}});
    return json;
}

} // namespace

std::string to_json(const ComparedScorecard& scorecard, Assessed assessed) {
    Json json;
    json["authority"] = {{"old_code", scorecard.authority.old_code},
                         {"code", scorecard.authority.code},
                         {"name", scorecard.authority.name},
                         {"region", scorecard.authority.region}};
    json["year"] = scorecard.year;
    json["figures"] = Json::array();
    for (const ComparedFigure& figure : scorecard.figures)
        json["figures"].push_back(json_of(figure, assessed));
    json["cautions"] = json_cautions_of(scorecard);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
