#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "indicare/care/joining.hpp"
#include "indicare/quality/flaw.hpp"

// The rules by which a child's rows were joined, told as flaws. Source: `docs/rules.md`, sections 1
// and 5.

namespace indicare::quality {

namespace detail {

inline Flaw flaw_of(const care::Records& records, const care::JoiningStep& step) {
    const care::RowPlace row = episode_row(step.row);
    const care::RowPlace other = step.because_of_row == care::JoiningStep::no_row
                                     ? care::RowPlace{}
                                     : episode_row(step.because_of_row);
    switch (step.rule) {
    case care::JoiningRule::dec_not_after_decom: {
        const care::Episode episode = records.row<care::StoredEpisode>(step.row).unpacked(step.row);
        const bool same_day = episode.dec == episode.decom;
        return {same_day ? FindingCode::episode_same_day : FindingCode::dec_not_after_decom,
                Field::dec, row, other, episode.decom.number()};
    }
    case care::JoiningRule::duplicate_in_return:
        return {FindingCode::episode_twice, Field::decom, row, other, 0};
    case care::JoiningRule::corrected_away:
        return {FindingCode::episode_corrected_away, Field::decom, row, other, 0};
    case care::JoiningRule::no_longer_reported:
        return {FindingCode::episode_no_longer_reported, Field::dec, row, other, step.end.number()};
    case care::JoiningRule::open_before_next:
        return {FindingCode::episode_open_before_next, Field::dec, row, other, step.end.number()};
    case care::JoiningRule::overlaps_next:
        break;
    }
    return {FindingCode::episodes_overlap, Field::dec, row, other, step.end.number()};
}

/// Finds rows of one kind that a return gives twice; `key` tells what makes two rows the same.
template <class Row, class Key>
void find_twice(const care::Records& records, care::Records::ChildNumber child, Flaws& flaws,
                Key&& key) {
    using Place = std::tuple<int, decltype(key(Row())), std::uint32_t>;
    std::size_t count = 0;
    records.for_each<Row>(child, [&count](const Row&, std::uint32_t) { ++count; });
    if (count < 2)
        return;
    std::vector<Place> places;
    places.reserve(count);
    records.for_each<Row>(child, [&](const Row& row, std::uint32_t index) {
        places.emplace_back(int{row.year}, key(row), index);
    });
    std::sort(places.begin(), places.end());
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
        const auto& [year, what, index] = places[i];
        const auto& [next_year, next_what, next_index] = places[i + 1];
        constexpr care::RowKind kind = care::Records::kind_of<Row>();
        if (year == next_year && what == next_what)
            flaws.add(FindingCode::row_twice, {kind, index}, Field::none, {kind, next_index});
    }
}

/// Returns that give a Header, but none for a child in their Episodes.
inline void find_without_header(const care::Records& records, care::Records::ChildNumber child,
                                const care::Joining& joining, Flaws& flaws) {
    if (records.given.longitudinal)
        return;
    const care::AuthorityReturns& given = records.given.of(records[child].authority);
    for (const int year : joining.years()) {
        if (!given.give_in(year, care::Table::header))
            continue;
        bool has_header = false;
        records.for_each<care::HeaderRow>(child, [&](const care::HeaderRow& row, std::uint32_t) {
            has_header = has_header || row.year == year;
        });
        if (has_header)
            continue;
        std::uint32_t first_row = care::JoiningStep::no_row;
        records.for_each<care::StoredEpisode>(
            child, [&](const care::StoredEpisode& row, std::uint32_t index) {
                if (row.unpacked(index).return_year == year)
                    first_row = std::min(first_row, index);
            });
        flaws.add(FindingCode::child_without_header, episode_row(first_row), Field::none, {}, year);
    }
}

} // namespace detail

/// Every use of a rule of joining, rows that a return gives twice, and returns without a Header row
/// for the child.
inline void find_joining_flaws(const care::Records& records, care::Records::ChildNumber child,
                               const care::Joining& joining, Flaws& flaws) {
    for (const care::JoiningStep& step : joining.steps()) {
        const Flaw flaw = detail::flaw_of(records, step);
        flaws.add(flaw.code, flaw.row, flaw.field, flaw.other, flaw.fact);
    }
    detail::find_without_header(records, child, joining, flaws);
    const auto same = [](const auto&) { return 0; };
    detail::find_twice<care::HeaderRow>(records, child, flaws, same);
    detail::find_twice<care::Oc2Row>(records, child, flaws, same);
    detail::find_twice<care::Oc3Row>(records, child, flaws, same);
    detail::find_twice<care::Ad1Row>(records, child, flaws, same);
    detail::find_twice<care::UascRow>(records, child, flaws, same);
    detail::find_twice<care::MissingRow>(records, child, flaws, [](const care::MissingRow& row) {
        return std::tuple(row.kind, care::Date(row.start));
    });
    detail::find_twice<care::SocialWorkerRow>(
        records, child, flaws, [](const care::SocialWorkerRow& row) {
            return std::tuple(row.worker, care::Date(row.start));
        });
}

} // namespace indicare::quality
