#include "cautions_json.hpp"
#include "chart_json.hpp"
#include "comparison_json.hpp"
#include "indicare/io/report_writer.hpp"

namespace indicare::io {

using scorecard::Report;

namespace {

void write(JsonWriter& json, const scorecard::Benchmark& benchmark) {
    json.object([&] {
        json.member("benchmark", name_of(benchmark.kind));
        json.member("name", benchmark.name);
        json.member("release", benchmark.release);
        json.member("value", benchmark.printed);
    });
}

void write(JsonWriter& json, const scorecard::TrendYear& year) {
    json.object([&] {
        json.member("year", year.year);
        if (year.own) {
            json.member("value", year.own->printed);
            json.member("numerator", year.own->numerator);
            json.member("denominator", year.own->denominator);
            if (year.own->release != 0)
                json.member("release", year.own->release);
        }
        json.list_of("benchmarks", year.benchmarks,
                     [&](const scorecard::Benchmark& benchmark) { write(json, benchmark); });
    });
}

void write(JsonWriter& json, const scorecard::Trend& trend) {
    json.object("trend", [&] {
        json.list_of("years", trend.years,
                     [&](const scorecard::TrendYear& year) { write(json, year); });
        write_cautions(json, "changes", trend.changes);
    });
}

void write(JsonWriter& json, const scorecard::PeerFigure& peer) {
    json.object([&] {
        json.member("authority", peer.name);
        json.member("value", peer.printed);
        json.member("is_neighbour", peer.is_neighbour);
    });
}

void write(JsonWriter& json, const scorecard::ReportSources& sources) {
    json.object("sources", [&] {
        json.member("own_is_published", sources.own_is_published);
        json.values("releases", sources.releases);
        json.member("neighbours_edition", sources.neighbours_edition);
        json.member("population_edition", sources.population_edition);
    });
}

void write_share(JsonWriter& json, const scorecard::BrokenDown& numbers, std::size_t group) {
    json.object([&] {
        json.member("label", numbers.label(group));
        json.member("number", numbers.number(group));
        json.member("percent", numbers.printed(group));
    });
}

void write(JsonWriter& json, int year, const scorecard::BrokenDown& numbers) {
    const indicators::Breakdown& breakdown = numbers.breakdown();
    json.object([&] {
        json.member("year", year);
        json.member("indicator", indicator_of(breakdown));
        json.member("by", name_of(breakdown.by));
        if (!numbers.is_available())
            return json.member("unavailable_because", numbers.unavailable_because());
        json.member("total", numbers.total());
        json.list("groups", [&] {
            for (std::size_t group = 0; group < numbers.size(); ++group)
                write_share(json, numbers, group);
        });
    });
}

void write(JsonWriter& json, const scorecard::BreakdownsByYear& breakdowns) {
    json.list("breakdowns", [&] {
        for (const auto& [year, of_year] : breakdowns)
            for (const scorecard::BrokenDown& numbers : of_year)
                write(json, year, numbers);
    });
}

} // namespace

std::string to_json(const Report& report) {
    JsonWriter json(2);
    json.object([&] {
        write_members(json, report.compared, report.assessed, [&](std::size_t figure) {
            write(json, report.trends[figure]);
            json.member("others_year", report.peer_years[figure]);
            json.list_of("others", report.peers[figure],
                         [&](const scorecard::PeerFigure& peer) { write(json, peer); });
        });
        json.values("neighbours", report.neighbours);
        write(json, report.sources);
        if (!report.charts.empty())
            json.list_of("months", report.charts,
                         [&](const scorecard::PeriodicChart& chart) { write(json, chart); });
        if (!report.breakdowns.empty())
            write(json, report.breakdowns);
    });
    return std::move(json).document();
}

} // namespace indicare::io
