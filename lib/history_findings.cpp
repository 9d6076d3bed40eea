#include "indicare/io/history_findings.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace indicare::io {

namespace {

quality::FindingCode code_of(care::JoiningRule rule) {
    switch (rule) {
    case care::JoiningRule::dec_not_after_decom:
        return quality::FindingCode::dec_not_after_decom;
    case care::JoiningRule::duplicate_in_return:
        return quality::FindingCode::episode_twice;
    case care::JoiningRule::corrected_away:
        return quality::FindingCode::episode_corrected_away;
    case care::JoiningRule::no_longer_reported:
        return quality::FindingCode::episode_no_longer_reported;
    case care::JoiningRule::open_before_next:
        return quality::FindingCode::episode_open_before_next;
    case care::JoiningRule::overlaps_next:
        break;
    }
    return quality::FindingCode::episodes_overlap;
}

class HistoryReport {
  public:
    HistoryReport(ReturnReader& reader, care::Records::ChildNumber child)
        : reader_(reader), child_(child) {}

    void report(const care::JoiningStep& step) {
        const quality::FindingCode code = code_of(step.rule);
        if (!reader_.findings().count(code))
            return;
        const auto& row = reader_.records().row<care::StoredEpisode>(step.row);
        const care::Episode episode = row.unpacked(step.row);
        const std::string end = step.end.text();
        switch (step.rule) {
        case care::JoiningRule::dec_not_after_decom:
            return keep(code, step.row, "DEC", episode.dec.text(),
                        "not after DECOM " + episode.decom.text() + "; read as blank");
        case care::JoiningRule::duplicate_in_return:
            return keep(code, step.row, "DECOM", episode.decom.text(),
                        "the return has another episode of this DECOM (" +
                            place(step.because_of_row) + "); the later row stands");
        case care::JoiningRule::corrected_away:
            return keep(code, step.row, "DECOM", episode.decom.text(),
                        "lies inside an episode that a later return holds (" +
                            place(step.because_of_row) + "); dropped as corrected away");
        case care::JoiningRule::no_longer_reported:
            return keep(code, step.row, "DEC", {},
                        "open, but no later return holds it; ends on " + end +
                            ", which is no leaving");
        case care::JoiningRule::open_before_next:
            return keep(code, step.row, "DEC", {},
                        "open, though another episode begins on " + end + " (" +
                            place(step.because_of_row) + "); ends then, which is no leaving");
        case care::JoiningRule::overlaps_next:
            return keep(code, step.row, "DEC", episode.dec.text(),
                        "after the next episode begins on " + end + " (" +
                            place(step.because_of_row) + "); ends then, which is no leaving");
        }
    }

    /// Finds rows of one kind that a return gives twice; `key` tells what makes two rows the same.
    template <class Row, class Key>
    void report_twice(std::string_view table, Key&& key) {
        using Place = std::tuple<int, decltype(key(Row())), std::uint32_t>;
        std::vector<Place> places;
        reader_.records().for_each<Row>(child_, [&](const Row& row, std::uint32_t index) {
            places.emplace_back(int{row.year}, key(row), index);
        });
        if (places.size() < 2)
            return;
        std::sort(places.begin(), places.end());
        for (std::size_t i = 0; i + 1 < places.size(); ++i) {
            const auto& [year, what, index] = places[i];
            const auto& [next_year, next_what, next_index] = places[i + 1];
            if (year != next_year || what != next_what)
                continue;
            if (!reader_.findings().count(quality::FindingCode::row_twice))
                continue;
            const auto source = reader_.source_of<Row>(index);
            const auto later = reader_.source_of<Row>(next_index);
            reader_.findings().keep({quality::FindingCode::row_twice,
                                     std::string(source.file),
                                     source.line,
                                     {},
                                     {},
                                     name(),
                                     "the return has the row of " + std::string(table) +
                                         " again (" + std::string(later.file) + ":" +
                                         std::to_string(later.line) + "); the later row stands"});
        }
    }

    /// A return that gives a Header but none for this child.
    void report_without_header(const care::Joining& joining) {
        const care::Records& records = reader_.records();
        if (records.given.longitudinal)
            return;
        for (const int year : joining.years()) {
            if (!records.given.of(records[child_].authority)
                     .give(care::Window(care::Date::end_of_reporting_year(year)),
                           care::Table::header))
                continue;
            bool has_header = false;
            records.for_each<care::HeaderRow>(child_,
                                              [&](const care::HeaderRow& row, std::uint32_t) {
                                                  has_header = has_header || row.year == year;
                                              });
            if (has_header || !reader_.findings().count(quality::FindingCode::child_without_header))
                continue;
            std::uint32_t first_row = care::JoiningStep::no_row;
            records.for_each<care::StoredEpisode>(
                child_, [&](const care::StoredEpisode& row, std::uint32_t index) {
                    if (row.unpacked(index).return_year == year)
                        first_row = std::min(first_row, index);
                });
            keep(quality::FindingCode::child_without_header, first_row, {}, {},
                 "the return of " + std::to_string(year) +
                     " has no Header row for this child; sex and date of birth are taken from "
                     "other tables and returns, where those state them");
        }
    }

  private:
    std::string name() const {
        const care::Records& records = reader_.records();
        return quality::printable(records.name_of(records[child_]));
    }

    std::string place(std::uint32_t row) const {
        const auto source = reader_.source_of<care::StoredEpisode>(row);
        return std::string(source.file) + ":" + std::to_string(source.line);
    }

    void keep(quality::FindingCode code, std::uint32_t row, std::string column, std::string value,
              std::string message) {
        const auto source = reader_.source_of<care::StoredEpisode>(row);
        reader_.findings().keep({code, std::string(source.file), source.line, std::move(column),
                                 std::move(value), name(), std::move(message)});
    }

    ReturnReader& reader_;
    care::Records::ChildNumber child_;
};

} // namespace

void report_history(ReturnReader& reader, care::Records::ChildNumber child,
                    const care::Joining& joining) {
    HistoryReport report(reader, child);
    for (const care::JoiningStep& step : joining.steps())
        report.report(step);
    report.report_without_header(joining);
    const auto same = [](const auto&) { return 0; };
    report.report_twice<care::HeaderRow>("Header", same);
    report.report_twice<care::Oc2Row>("OC2", same);
    report.report_twice<care::Oc3Row>("OC3", same);
    report.report_twice<care::Ad1Row>("AD1", same);
    report.report_twice<care::UascRow>("UASC", same);
    report.report_twice<care::MissingRow>("Missing", [](const care::MissingRow& row) {
        return std::tuple(row.kind, care::Date(row.start));
    });
    report.report_twice<care::SocialWorkerRow>("SWEpisodes", [](const care::SocialWorkerRow& row) {
        return std::tuple(row.worker, care::Date(row.start));
    });
}

} // namespace indicare::io
