#include "report_charts.hpp"

#include <algorithm>

#include "figure_words.hpp"
#include "indicare/scorecard/report_sentences.hpp"
#include "report_tables.hpp"
#include "vega_chart.hpp"

namespace indicare::io {

using scorecard::BenchmarkKind;
using scorecard::PeerFigure;
using scorecard::Report;
using scorecard::TrendYear;

namespace {

// Dark enough on white to be read, and told apart by their dashes and shapes as well.
constexpr std::string_view colours = R"(["#12436d","#a8341a","#28703f","#6b3fa0"])";
constexpr std::string_view dashes = "[[1,0],[6,3],[2,2],[8,3,2,3]]";

std::string_view unit_of(indicators::Unit unit) {
    switch (unit) {
    case indicators::Unit::children:
        return "children";
    case indicators::Unit::percent:
        return "percent";
    case indicators::Unit::per_10000:
        return "per 10,000 aged 0-17";
    case indicators::Unit::days:
        return "days";
    case indicators::Unit::score:
        return "points";
    default:
        return "incidents a child";
    }
}

/// A line of a chart: a name, and for each year its number as printed, or nothing.
struct Series {
    std::string name;
    std::vector<std::optional<std::string>> values;
};

/// A number as a chart takes it, with the digits that are printed: `k` is 0.
std::string plain(const std::string& printed) {
    return exact::parse_decimal(printed) ? printed : "0";
}

Series own_series(const Report& report, std::size_t indicator) {
    Series series{report.compared.authority.name, {}};
    for (const TrendYear& year : report.trends[indicator].years)
        series.values.push_back(
            year.own && year.own->shown ? std::optional(plain(year.own->printed)) : std::nullopt);
    return series;
}

std::string name_of_series(const Report& report, BenchmarkKind kind) {
    return kind == BenchmarkKind::england  ? "England"
           : kind == BenchmarkKind::region ? report.compared.authority.region
                                           : "Statistical neighbours (mean)";
}

Series benchmark_series(const Report& report, std::size_t indicator, BenchmarkKind kind) {
    Series series{name_of_series(report, kind), {}};
    for (const TrendYear& year : report.trends[indicator].years) {
        const scorecard::Benchmark* benchmark = year.beside(kind);
        series.values.push_back(benchmark != nullptr && benchmark->shown
                                    ? std::optional(plain(benchmark->printed))
                                    : std::nullopt);
    }
    return series;
}

bool is_empty(const Series& series) {
    return std::none_of(series.values.begin(), series.values.end(),
                        [](const auto& value) { return value.has_value(); });
}

std::vector<Series> series_of(const Report& report, std::size_t indicator) {
    std::vector<Series> all = {own_series(report, indicator)};
    for (const BenchmarkKind kind :
         {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean})
        if (Series series = benchmark_series(report, indicator, kind); !is_empty(series))
            all.push_back(std::move(series));
    return all;
}

/// Numbers stand in charts as the texts that are printed, and are read from them there.
void write_format(JsonWriter& json) {
    json.ready("format", R"({"type":"json","parse":{"value":"number"}})");
}

void write_trend_data(JsonWriter& json, const std::vector<TrendYear>& years,
                      const std::vector<Series>& all) {
    json.object("data", [&] {
        json.list("values", [&] {
            for (const Series& series : all)
                for (std::size_t i = 0; i < series.values.size(); ++i)
                    if (series.values[i])
                        json.object([&] {
                            json.member("series", series.name);
                            json.member("year", std::to_string(years[i].year));
                            json.member("value", series.values[i]);
                        });
        });
        write_format(json);
    });
}

std::vector<std::string> names_of(const std::vector<Series>& all) {
    std::vector<std::string> names;
    names.reserve(all.size());
    for (const Series& series : all)
        names.push_back(series.name);
    return names;
}

std::string trend_specification(const Report& report, std::size_t indicator,
                                const std::vector<Series>& all) {
    constexpr int height = 220;
    const std::vector<std::string> names = names_of(all);
    JsonWriter json(0);
    json.object([&] {
        write_look(json, height);
        write_trend_data(json, report.trends[indicator].years, all);
        json.ready("mark", R"({"type":"line","strokeWidth":2.5,"point":{"size":70}})");
        json.object("encoding", [&] {
            json.ready("x", R"({"field":"year","type":"ordinal","title":"Year to 31 March",)"
                            R"("axis":{"labelAngle":0}})");
            write_quantity(json, "y", unit_of(indicators::catalogue[indicator].unit));
            write_groups(json, "color", "series", names, colours, legend_below);
            write_groups(json, "shape", "series", names, "", "");
            write_groups(json, "strokeDash", "series", names, dashes, "");
        });
    });
    return std::move(json).text();
}

DocumentTable trend_data(const Report& report, std::size_t indicator,
                         const std::vector<Series>& all) {
    DocumentTable table{"Data of the chart", {"Year to 31 March"}, {}, true};
    for (const Series& series : all)
        table.head.push_back(series.name);
    for (std::size_t i = 0; i < report.trends[indicator].years.size(); ++i) {
        std::vector<std::string> row = {std::to_string(report.trends[indicator].years[i].year)};
        for (const Series& series : all)
            row.push_back(series.values[i].value_or("-"));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string trend_text(const Report& report, std::size_t indicator,
                       const std::vector<Series>& all) {
    std::string text =
        "A line chart, " + std::string(unit_of(indicators::catalogue[indicator].unit)) + ".";
    for (const Series& series : all) {
        text += " " + series.name + ":";
        bool first = true;
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            if (!series.values[i])
                continue;
            text += (first ? " " : ", ") + *series.values[i] + " in " +
                    std::to_string(report.trends[indicator].years[i].year);
            first = false;
        }
        text += ".";
    }
    return text;
}

std::string id_of(std::string_view kind, std::size_t indicator) {
    return std::string(kind) + "-" + std::string(indicators::catalogue[indicator].id);
}

} // namespace

std::optional<DocumentChart> trend_chart(const Report& report, std::size_t indicator) {
    const auto all = series_of(report, indicator);
    const auto& own = all.front().values;
    const auto known =
        std::count_if(own.begin(), own.end(), [](const auto& value) { return value.has_value(); });
    if (known < 2)
        return std::nullopt;
    return DocumentChart{id_of("trend", indicator),
                         std::string(indicators::catalogue[indicator].title) + ", " +
                             std::to_string(report.trends[indicator].years.front().year) + " to " +
                             std::to_string(report.compared.year),
                         trend_text(report, indicator, all),
                         trend_specification(report, indicator, all),
                         trend_data(report, indicator, all)};
}

namespace {

/// The authority in its place among the others.
struct Placed {
    std::string name;
    std::string value;
    std::string group;
};

constexpr std::string_view of_neighbours = "Statistical neighbours";
constexpr std::string_view of_others = "Other authorities";

std::vector<Placed> placed_of(const Report& report, std::size_t indicator) {
    const auto& own = *report.compared.figures[indicator].own.shown;
    const std::string& name = report.compared.authority.name;
    std::vector<Placed> all;
    bool placed = false;
    for (const PeerFigure& peer : report.peers[indicator]) {
        if (!placed && own <= peer.shown) {
            all.push_back({name, plain(report.compared.figures[indicator].own.printed), name});
            placed = true;
        }
        all.push_back({peer.name, plain(peer.printed),
                       std::string(peer.is_neighbour ? of_neighbours : of_others)});
    }
    if (!placed)
        all.push_back({name, plain(report.compared.figures[indicator].own.printed), name});
    return all;
}

void write_peers_data(JsonWriter& json, const std::vector<Placed>& all) {
    json.object("data", [&] {
        json.list("values", [&] {
            for (std::size_t i = 0; i < all.size(); ++i)
                json.object([&] {
                    json.member("place", i);
                    json.member("value", all[i].value);
                    json.member("group", all[i].group);
                });
        });
        write_format(json);
    });
}

std::string peers_specification(const Report& report, std::size_t indicator,
                                const std::vector<Placed>& all) {
    constexpr int height = 180;
    JsonWriter json(0);
    json.object([&] {
        write_look(json, height);
        write_peers_data(json, all);
        json.ready("mark", R"({"type":"bar"})");
        json.object("encoding", [&] {
            json.ready("x", R"({"field":"place","type":"ordinal","axis":null,)"
                            R"("scale":{"paddingInner":0.2}})");
            write_quantity(json, "y", unit_of(indicators::catalogue[indicator].unit));
            write_groups(json, "color", "group",
                         {report.compared.authority.name, std::string(of_neighbours),
                          std::string(of_others)},
                         R"(["#a8341a","#12436d","#b4bcc4"])", legend_below);
        });
    });
    return std::move(json).text();
}

std::string peers_text(const Report& report, std::size_t indicator) {
    const scorecard::ComparedFigure& figure = report.compared.figures[indicator];
    const auto among = among_peers(*figure.own.shown, report.peers[indicator]);
    std::string text = "A bar for each authority, from the lowest to the highest figure. " +
                       report.compared.authority.name + ": " + printed_of(figure.own) + ". Of " +
                       std::to_string(report.peers[indicator].size()) + " other authorities " +
                       std::to_string(among.lower) + " have a lower figure, " +
                       std::to_string(among.same) + " the same and " +
                       std::to_string(among.higher) + " a higher one. Statistical neighbours:";
    bool first = true;
    for (const PeerFigure& peer : report.peers[indicator])
        if (peer.is_neighbour) {
            text += (first ? " " : ", ") + peer.name + " " +
                    with_unit(peer.printed, figure.own.definition().unit);
            first = false;
        }
    return text + (first ? " none with a figure." : ".");
}

} // namespace

std::optional<DocumentChart> peers_chart(const Report& report, std::size_t indicator) {
    if (!report.compared.figures[indicator].own.shown || report.peers[indicator].empty())
        return std::nullopt;
    const auto all = placed_of(report, indicator);
    DocumentTable data{"Data of the chart, from the lowest to the highest figure",
                       {"Authority", "Figure", "Group"},
                       {},
                       false};
    for (const Placed& placed : all)
        data.rows.push_back({placed.name, placed.value, placed.group});
    const auto& peers_year = report.peer_years[indicator];
    return DocumentChart{id_of("authorities", indicator),
                         std::string(indicators::catalogue[indicator].title) + ": " +
                             report.compared.authority.name + " among all authorities" +
                             (peers_year == report.compared.year
                                  ? ", " + std::to_string(peers_year)
                                  : " (the others of " + std::to_string(peers_year) + ")"),
                         peers_text(report, indicator), peers_specification(report, indicator, all),
                         std::move(data)};
}

} // namespace indicare::io
