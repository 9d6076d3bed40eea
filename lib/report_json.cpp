#include <nlohmann/json.hpp>

#include "indicare/io/chart_writer.hpp"
#include "indicare/io/comparison_writer.hpp"
#include "indicare/io/report_writer.hpp"

namespace indicare::io {

using scorecard::Report;

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const scorecard::TrendYear& year) {
    Json json;
    json["year"] = year.year;
    if (year.own) {
        json["value"] = year.own->printed;
        if (year.own->numerator)
            json["numerator"] = *year.own->numerator;
        if (year.own->denominator)
            json["denominator"] = *year.own->denominator;
        if (year.own->release != 0)
            json["release"] = year.own->release;
    }
    json["benchmarks"] = Json::array();
    for (const scorecard::Benchmark& benchmark : year.benchmarks)
        json["benchmarks"].push_back({{"benchmark", name_of(benchmark.kind)},
                                      {"name", benchmark.name},
                                      {"release", benchmark.release},
                                      {"value", benchmark.printed}});
    return json;
}

Json json_of(const scorecard::Trend& trend) {
    Json json;
    json["years"] = Json::array();
    for (const scorecard::TrendYear& year : trend.years)
        json["years"].push_back(json_of(year));
    json["changes"] = Json::array();
    for (const scorecard::Caveat& change : trend.changes)
        json["changes"].push_back({{"kind", name_of(change.kind)}, {"text", change.text}});
    return json;
}

Json json_of(const std::vector<scorecard::PeerFigure>& peers) {
    Json json = Json::array();
    for (const scorecard::PeerFigure& peer : peers)
        json.push_back({{"authority", peer.name},
                        {"value", peer.printed},
                        {"is_neighbour", peer.is_neighbour}});
    return json;
}

Json json_of(const scorecard::ReportSources& sources) {
    return {{"own_is_published", sources.own_is_published},
            {"releases", sources.releases},
            {"neighbours_edition", sources.neighbours_edition},
            {"population_edition", sources.population_edition}};
}

Json json_of(int year, const scorecard::BrokenDown& numbers) {
    const indicators::Breakdown& breakdown = numbers.breakdown();
    Json json = {
        {"year", year}, {"indicator", indicator_of(breakdown)}, {"by", name_of(breakdown.by)}};
    if (!numbers.is_available()) {
        json["unavailable_because"] = numbers.unavailable_because();
        return json;
    }
    json["total"] = numbers.total();
    json["groups"] = Json::array();
    for (std::size_t group = 0; group < numbers.size(); ++group)
        json["groups"].push_back({{"label", numbers.label(group)},
                                  {"number", numbers.number(group)},
                                  {"percent", numbers.printed(group)}});
    return json;
}

Json json_of(const scorecard::BreakdownsByYear& breakdowns) {
    Json json = Json::array();
    for (const auto& [year, of_year] : breakdowns)
        for (const scorecard::BrokenDown& numbers : of_year)
            json.push_back(json_of(year, numbers));
    return json;
}

} // namespace

std::string to_json(const Report& report) {
    Json json = Json::parse(to_json(report.compared, report.assessed));
    for (std::size_t i = 0; i < report.trends.size(); ++i) {
        Json& figure = json["figures"][i];
        figure["trend"] = json_of(report.trends[i]);
        figure["others_year"] = report.peer_years[i];
        figure["others"] = json_of(report.peers[i]);
    }
    json["neighbours"] = report.neighbours;
    json["sources"] = json_of(report.sources);
    if (!report.charts.empty())
        json["months"] =
            Json::parse(to_json(std::span<const scorecard::PeriodicChart>(report.charts)));
    if (!report.breakdowns.empty())
        json["breakdowns"] = json_of(report.breakdowns);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace indicare::io
