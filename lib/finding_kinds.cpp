#include <algorithm>

#include "indicare/quality/finding.hpp"
#include "kinds_of_children.hpp"
#include "kinds_of_histories.hpp"
#include "kinds_of_reading.hpp"

namespace indicare::quality {

namespace {

template <std::size_t... sizes>
constexpr auto joined(const std::array<FindingKind, sizes>&... parts) {
    std::array<FindingKind, (sizes + ...)> all{};
    std::size_t at = 0;
    const auto append = [&](const auto& part) {
        for (const FindingKind& kind : part)
            all[at++] = kind;
    };
    (append(parts), ...);
    return all;
}

constexpr auto kinds =
    joined(kinds_of_reading, kinds_of_histories, kinds_of_dates, kinds_of_episodes,
           kinds_of_persons, kinds_of_outcomes, kinds_of_returns);

constexpr bool in_order_of_codes() {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (static_cast<std::size_t>(kinds[i].code) != i)
            return false;
    return true;
}

static_assert(kinds.size() == finding_code_count);
static_assert(in_order_of_codes());

/// The last code of each area.
constexpr std::array last_of_area = {
    FindingCode::year_of_folder_differs,
    FindingCode::columns_not_read,
    FindingCode::element_twice,
    FindingCode::scorecard_breakdowns_passed_over,
    FindingCode::publication_row_unusable,
    FindingCode::too_many_authorities,
    FindingCode::upn_twice,
    FindingCode::need_changes,
    FindingCode::duc_after_18th_birthday,
    FindingCode::temporary_at_edge,
    FindingCode::mother_not_female,
    FindingCode::review_code_not_of_age,
    FindingCode::episode_changed,
};

} // namespace

std::span<const FindingKind, finding_code_count> finding_kinds() {
    return kinds;
}

const FindingKind& kind_of(FindingCode code) {
    return kinds[static_cast<std::size_t>(code)];
}

Area area_of(FindingCode code) {
    const auto* const at = std::lower_bound(last_of_area.begin(), last_of_area.end(), code);
    return static_cast<Area>(at - last_of_area.begin());
}

std::string_view name_of(Area area) {
    constexpr std::string_view names[] = {"Files",
                                          "Columns",
                                          "XML",
                                          "Published statistics",
                                          "Claims and publications",
                                          "Rows",
                                          "Fields",
                                          "Histories",
                                          "Dates",
                                          "Episodes",
                                          "The child",
                                          "Outcomes",
                                          "Several returns"};
    return names[static_cast<std::size_t>(area)];
}

std::string_view name_of(Moves moves) {
    constexpr std::string_view names[] = {"nothing",
                                          "whole figures",
                                          "one child a row, in what reads the table",
                                          "the child with and without the row",
                                          "what has the child undetermined",
                                          "the child with and without still being looked after"};
    return names[static_cast<std::size_t>(moves)];
}

} // namespace indicare::quality
