#include "indicare/io/comparison_writer.hpp"

#include "cautions_json.hpp"
#include "chance_words.hpp"
#include "comparison_json.hpp"
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

void write_value(JsonWriter& json, const std::optional<exact::Interval>& value) {
    if (!value)
        return;
    if (value->lower() == value->upper())
        json.member("exact", exact::to_text(value->lower()));
    else
        json.member("within", exact::print(*value));
}

void write(JsonWriter& json, std::string_view name, const scorecard::KnownFigure& figure) {
    json.object(name, [&] {
        json.member("year", figure.year);
        if (figure.release != 0)
            json.member("release", figure.release);
        json.member("value", figure.printed);
        json.member("numerator", figure.numerator);
        json.member("denominator", figure.denominator);
        if (figure.undetermined > 0)
            json.member("undetermined", figure.undetermined);
        write_value(json, figure.value);
        if (!figure.unknown_because.empty())
            json.member("unknown_because", figure.unknown_because);
    });
}

void write(JsonWriter& json, std::string_view name, const scorecard::Tested& tested) {
    json.object(name, [&] {
        json.member("answer", name_of(tested.significance));
        if (!tested.untold_because.empty())
            json.member("cannot_be_told_because", tested.untold_because);
    });
}

void write_benchmark(JsonWriter& json, const scorecard::Benchmark& benchmark) {
    json.member("benchmark", name_of(benchmark.kind));
    json.member("name", benchmark.name);
    json.member("year", benchmark.year);
    json.member("release", benchmark.release);
    json.member("value", benchmark.printed);
    json.member("numerator", benchmark.numerator);
    json.member("denominator", benchmark.denominator);
    write_value(json, benchmark.value);
    if (benchmark.edition != 0) {
        json.member("neighbours_edition", benchmark.edition);
        json.values("neighbours", benchmark.counted);
        json.values("left_out", benchmark.without_value);
    }
}

void write(JsonWriter& json, const Comparison& comparison) {
    json.object([&] {
        write_benchmark(json, comparison.benchmark);
        json.member("answer", name_of(comparison.answer));
        json.member("prints_alike", comparison.prints_alike);
        if (const auto& distance = comparison.distance)
            json.object("children", [&] {
                json.member("least", signed_children(*distance, distance->least));
                json.member("most", signed_children(*distance, distance->most));
            });
        if (!comparison.untold_because.empty())
            json.member("cannot_be_told_because", comparison.untold_because);
        write(json, "significance", comparison.tested);
        write_cautions(json, "caveats", comparison.caveats);
    });
}

void write_rank(JsonWriter& json, const scorecard::RankedFigure& rank) {
    json.object("rank", [&] {
        json.member("rank", rank.ranking.rank);
        json.member("of", rank.ranking.of);
        json.member("band", name_of(rank.ranking.band));
        json.list_of("quartiles", rank.ranking.quartiles,
                     [&](const exact::ratio& quartile) { json.value(exact::to_text(quartile)); });
        json.member("year", rank.year);
        json.member("release", rank.release);
    });
}

void write_direction(JsonWriter& json, const scorecard::Direction& direction) {
    write(json, "before", direction.before);
    json.member("direction", name_of(direction.answer));
    json.member("direction_as_printed", name_of(direction.as_printed));
    write_cautions(json, "direction_caveats", direction.caveats);
    write(json, "change_significance", direction.change.tested);
    if (direction.change.limits)
        write_limits(json, "change_limits", *direction.change.limits);
}

void write_members(JsonWriter& json, const ComparedFigure& figure, Assessed assessed) {
    const indicators::Definition& definition = figure.own.definition();
    json.member("indicator", definition.id);
    json.member("title", definition.title);
    json.member("unit", name_of(definition.unit));
    json.member("polarity", name_of(definition.polarity));
    write(json, "own", figure.own);
    if (figure.limits.limits)
        write_limits(json, "limits", *figure.limits.limits);
    else
        json.member("no_limits_because", figure.limits.none_because);
    if (figure.direction)
        write_direction(json, *figure.direction);
    if (figure.rank)
        write_rank(json, *figure.rank);
    json.list_of("comparisons", figure.comparisons,
                 [&](const Comparison& comparison) { write(json, comparison); });
    if (const AssessedFigure* assessment = assessment_of(figure, assessed)) {
        json.member("assessment", name_of(assessment->assessment));
        json.values("reasons", assessment->reasons);
    }
    write_cautions(json, "caveats", figure.caveats);
}

/// All kinds of benchmark are tested here.
std::vector<scorecard::Caution> cautions_in(const ComparedScorecard& scorecard) {
    using scorecard::BenchmarkKind;
    const std::size_t tests = tests_of(
        scorecard, {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean,
                    BenchmarkKind::neighbours_median, BenchmarkKind::neighbours_pooled});
    return scorecard::cautions_of_comparisons(tests);
}

} // namespace

void write_members(JsonWriter& json, const ComparedScorecard& scorecard, Assessed assessed,
                   const std::function<void(std::size_t)>& more_of_figure) {
    const auto& authority = scorecard.authority;
    json.object("authority", [&] {
        json.member("old_code", authority.old_code);
        json.member("code", authority.code);
        json.member("name", authority.name);
        json.member("region", authority.region);
    });
    json.member("year", scorecard.year);
    json.list("figures", [&] {
        for (std::size_t i = 0; i < scorecard.figures.size(); ++i)
            json.object([&] {
                write_members(json, scorecard.figures[i], assessed);
                more_of_figure(i);
            });
    });
    write_cautions(json, "cautions", cautions_in(scorecard));
}

std::string to_json(const ComparedScorecard& scorecard, Assessed assessed) {
    JsonWriter json(2);
    json.object([&] { write_members(json, scorecard, assessed, [](std::size_t) {}); });
    return std::move(json).document();
}

} // namespace indicare::io
