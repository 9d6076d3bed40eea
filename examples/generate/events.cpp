#include "events.hpp"

#include "digits.hpp"

#include <algorithm>

namespace generate {
namespace {

std::string_view participation(Random& random, int age) {
    if (age < 4)
        return "PN0";
    return random.pick<std::string_view>({{"PN1", age < 8 ? 22 : 46},
                                          {"PN2", 5},
                                          {"PN3", 2},
                                          {"PN4", age < 8 ? 8 : 3},
                                          {"PN5", age < 8 ? 36 : 24},
                                          {"PN6", 12},
                                          {"PN7", 7}});
}

/// Within four weeks, three months after that, and every six months.
void add_reviews(Random& random, Child& child, const PeriodOfCare& period) {
    Day held = period.start() + random.between(15, 26);
    for (int before = 0; held < period.end(); ++before) {
        const auto episode = std::find_if(period.episodes.begin(), period.episodes.end(),
                                          [held](const Episode& one) { return held < one.end; });
        if (!episode->short_break())
            child.reviews.push_back({held, participation(random, age_on(child.person.born, held))});
        held += before == 0 ? random.between(72, 90) : random.between(140, 181);
    }
}

/// Chance in a thousand of going missing in a year that begins in this placement.
int restlessness(const Child& child, const Episode& episode, Day on) {
    const int age = age_on(child.person.born, on);
    if (episode.short_break() || age < 10 || episode.placement.place.starts_with('R'))
        return 0;
    const bool residential = episode.placement.place.starts_with('K');
    const int teenage = residential ? 360 : episode.placement.foster() ? 165 : 230;
    return age >= 13 ? teenage : teenage / 4;
}

Day add_incident(Random& random, Child& child, const Episode& episode, char type, Day start) {
    const Day longest = std::max(0, episode.end - 1 - start);
    const Day length =
        std::min(random.pick<int>({{0, 52}, {1, 34}, {2, 8}, {6, 5}, {25, 1}}), longest);
    child.incidents.push_back({type, start, start + length});
    return start + length + 1;
}

/// Some children go missing again and again for a time.
void add_incidents(Random& random, Child& child, const Episode& episode) {
    for (Day year = episode.start; year < episode.end; year += 365) {
        const Day until = std::min(year + 365, episode.end);
        const int share = (until - year) * 1000 / 365;
        const int likely = restlessness(child, episode, year) * (400 + share * 6 / 10) / 1000;
        const bool missing = random.chance(likely);
        if (!missing && !random.chance(likely / 12))
            continue;
        const int times = random.along({1, 1, 2, 6, 14, 44}) * (250 + share * 3 / 4) / 1000 + 1;
        Day start = year + random.below(std::max(1, (until - year) / 2));
        if (!child.incidents.empty())
            start = std::max(start, child.incidents.back().end + 1);
        for (int i = 0; i < times && start < until; ++i) {
            const char type = missing && !random.chance(25) ? 'M' : 'A';
            start = add_incident(random, child, episode, type, start);
            start += random.along({0, 2, 6, 14, 40});
        }
    }
}

std::string social_worker(Random& random) {
    std::string id = "SW999";
    return id.append(digits(random.between(1, 140), 3));
}

/// A worker from before the child came to care, one of another team soon after, and changes.
void add_social_workers(Random& random, Child& child) {
    const Day last = child.periods.back().end();
    Day start = child.periods.front().start() - random.along({0, 5, 40, 200});
    std::string_view reason = "FCONTA";
    for (int before = 0; start < last; ++before) {
        const Day stays = before == 0 ? random.along({35, 70, 110, 240})
                                      : random.along({40, 120, 220, 380, 650, 1300});
        std::string id = social_worker(random);
        if (!child.social_workers.empty() && child.social_workers.back().id == id)
            id = "SW999900";
        child.social_workers.push_back({id, start, start + stays, reason});
        start += stays;
        reason = random.pick<std::string_view>({{"MANAGE", 24},
                                                {"LEFTRL", 34},
                                                {"ORGRST", 8},
                                                {"TSPROC", 22},
                                                {"ABSENC", 8},
                                                {"CHCHAN", 2},
                                                {"OTHERS", 2}});
    }
}

} // namespace

void add_events(Random random, Child& child) {
    Random reviews = random.branch(1);
    Random incidents = random.branch(2);
    Random workers = random.branch(3);
    for (const PeriodOfCare& period : child.periods) {
        add_reviews(reviews, child, period);
        for (const Episode& episode : period.episodes)
            add_incidents(incidents, child, episode);
    }
    add_social_workers(workers, child);
}

} // namespace generate
