#include "cohorts.hpp"

#include <algorithm>

namespace generate {

bool overlaps(Day start, Day end, const ReportingYear& year) {
    return start <= year.last && end >= year.first;
}

bool in_return(const Child& child, const ReportingYear& year) {
    return std::any_of(child.periods.begin(), child.periods.end(), [&](const PeriodOfCare& period) {
        return overlaps(period.start(), period.end(), year);
    });
}

bool looked_after_in_year(const Child& child, const ReportingYear& year) {
    for (const PeriodOfCare& period : child.periods) {
        for (const Episode& episode : period.episodes) {
            if (!episode.short_break() && overlaps(episode.start, episode.end, year))
                return true;
        }
    }
    return false;
}

const PeriodOfCare* period_at_end(const Child& child, const ReportingYear& year) {
    for (const PeriodOfCare& period : child.periods) {
        for (const Episode& episode : period.episodes) {
            if (!episode.short_break() && episode.start <= year.last && episode.end > year.last)
                return &period;
        }
    }
    return nullptr;
}

bool looked_after_all_year(const Child& child, const ReportingYear& year) {
    if (period_at_end(child, year) == nullptr)
        return false;
    for (const PeriodOfCare& period : child.periods) {
        for (const Episode& episode : period.episodes) {
            if (!overlaps(episode.start, episode.end, year))
                continue;
            const bool started = episode.reason_started == "S" && episode.start > year.first;
            const bool left = episode.leaves() && episode.end <= year.last;
            if (started || left || episode.short_break())
                return false;
        }
    }
    return true;
}

} // namespace generate
