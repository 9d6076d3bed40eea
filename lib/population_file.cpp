#include "indicare/io/population_file.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/scorecard/published.hpp"
#include "list_reader.hpp"

namespace indicare::io {

namespace {

constexpr std::int64_t most_people = 999'999'999;
constexpr std::int64_t last_year = 9998;

/// Adds populations; of an authority and a year those that a file states first.
class FirstStated {
  public:
    FirstStated(scorecard::Populations& populations, ListReader& list)
        : populations_(populations), list_(list) {}

    /// `names` are those that a row has for its authority.
    void add(std::span<const std::string_view> names, std::int64_t year, std::int64_t people,
             std::size_t column) {
        for (const std::string_view name : names)
            if (const auto at = stated_.find({std::string(name), year});
                at != stated_.end() && at->second != people)
                return list_.refuse(
                    quality::FindingCode::published_figure_contradicted, column,
                    "expected " + std::to_string(at->second) +
                        ", which an earlier row states for the authority and year and which stands",
                    std::to_string(people));
        for (const std::string_view name : names)
            if (stated_.try_emplace({std::string(name), year}, people).second)
                populations_.add(name, static_cast<int>(year), people);
    }

  private:
    scorecard::Populations& populations_;
    ListReader& list_;
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> stated_;
};

} // namespace

bool read_populations(std::string_view text, const std::string& file,
                      scorecard::Populations& populations, quality::Findings& findings) {
    if (!has_column(text, "POPULATION_ESTIMATE")) {
        ListReader list(file, findings, {"AUTHORITY", "YEAR", "POPULATION"});
        FirstStated first(populations, list);
        return list.read(text, [&](const ListRow& row) {
            const auto year = list.number(row, 1, last_year);
            const auto people = list.number(row, 2, most_people);
            if (year && people)
                first.add(std::span(row).first(1), *year, *people, 2);
        });
    }
    ListReader list(
        file, findings,
        {"TIME_PERIOD", "POPULATION_ESTIMATE", "OLD_LA_CODE", "NEW_LA_CODE", "LA_NAME"});
    FirstStated first(populations, list);
    return list.read(text, [&](const ListRow& row) {
        if (row[2].empty() && row[3].empty())
            return; // a region or the nation
        if (scorecard::PublishedCell(row[1]).kind() == scorecard::CellKind::not_available)
            return; // there was no such authority
        const auto year = list.number(row, 0, last_year);
        const auto people = list.number(row, 1, most_people);
        if (!year || !people)
            return;
        std::vector<std::string_view> names(row.begin() + 2, row.end());
        std::erase(names, "");
        first.add(names, *year + 1, *people, 1);
    });
}

} // namespace indicare::io
