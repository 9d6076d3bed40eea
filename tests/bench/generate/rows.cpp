#include "rows.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace bench {
namespace {

using Codes = std::string_view;

constexpr std::array<Codes, 15> ethnicities{"WBRI", "WBRI", "WBRI", "WBRI", "WBRI",
                                            "WIRI", "WOTH", "MWBC", "MOTH", "AIND",
                                            "APKN", "BCRB", "BAFR", "OOTH", "REFU"};
constexpr std::array<Codes, 12> in_touch{"YES", "YES", "YES", "YES",  "YES",  "YES",
                                         "YES", "YES", "NO",  "REFU", "DIED", "RHOM"};
constexpr std::array<Codes, 13> activities{"F1", "P1", "F2", "P2", "F4", "P4", "F5",
                                           "P5", "G4", "G5", "G6", "G5", "0"};
constexpr std::array<Codes, 18> accommodations{"B1", "C1", "C2", "D1", "D2", "E1", "K1", "K2", "U1",
                                               "U1", "U2", "S2", "X2", "W2", "Z1", "G1", "R2", "0"};
constexpr std::array<Codes, 7> review_codes{"PN0", "PN1", "PN1", "PN2", "PN4", "PN5", "PN6"};
constexpr std::array<Codes, 5> worker_reasons{"MANAGE", "FCONTA", "LEFTRL", "ORGRST", "CHCHAN"};

/// DfE has collected social workers since the return of this year.
constexpr int first_year_of_social_workers = 2024;

std::string digits(std::uint64_t number, std::size_t count) {
    std::string text(count, '0');
    for (std::size_t i = count; i-- > 0; number /= 10)
        text[i] = static_cast<char>('0' + number % 10);
    return text;
}

/// Looked after without a break since the year's first day.
bool all_year(const Child& child, int year) {
    Day since = 0;
    for (const Episode& episode : child.episodes) {
        if (episode.new_because == "S")
            since = episode.begin;
        if (episode.holds(last_day_of(year)))
            return since <= first_day_of(year);
    }
    return false;
}

bool in_care_on(const Child& child, Day day) {
    return std::any_of(child.episodes.begin(), child.episodes.end(),
                       [day](const Episode& episode) { return episode.holds(day); });
}

} // namespace

void RowWriter::write(const Child& child, std::string name, std::string_view authority) {
    child_ = &child;
    name_ = std::move(name);
    authority_ = authority;
    goes_missing_ = random_.in_hundred(13);
    last_incident_ = 0;
    ++size_.children;
    size_.episodes += child.episodes.size();
    header();
    episodes();
    unaccompanied();
    adopted();
    if (child.on_short_breaks)
        return;
    for (int year = years_.first; year <= years_.last; ++year)
        of_year(year);
    social_workers();
}

void RowWriter::header() {
    const std::string pupil =
        std::string(1, static_cast<char>('A' + random_.below(23))) + digits(random_.next(), 12);
    const Codes mother = !child_->female ? "" : child_->mother ? "1" : "0";
    tables_.row(Table::header, {name_, child_->female ? "2" : "1", born(),
                                random_.one_of(ethnicities), pupil, mother, "", authority_});
}

void RowWriter::episodes() {
    for (const Episode& each : child_->episodes)
        tables_.row(Table::episodes,
                    {name_, text_of(each.begin), each.new_because, each.legal_status, each.need,
                     each.place, each.provider, text_of(each.end), each.ceased_because,
                     each.change_because, each.home, each.postcode, each.provider_reference,
                     authority_});
}

void RowWriter::unaccompanied() {
    if (!child_->unaccompanied)
        return;
    const Day ceased = child_->no_longer_unaccompanied;
    const bool known = ceased <= last_day_of(years_.last);
    tables_.row(Table::uasc, {name_, child_->female ? "2" : "1", born(),
                              text_of(known ? ceased : still), authority_});
}

void RowWriter::adopted() {
    if (child_->match == still)
        return;
    const bool two = random_.in_hundred(85);
    tables_.row(Table::ad1,
                {name_, born(), text_of(child_->decision), text_of(child_->match), flag(15),
                 two ? "2" : "1", two ? "MF" : "F1", two ? "L11" : "L0", authority_});
}

void RowWriter::of_year(int year) {
    const Day first = first_day_of(year);
    const Day last = last_day_of(year);
    Day from = still;
    Day to = 0;
    for (const Episode& each : child_->episodes)
        if (each.begin <= last && each.end >= first) {
            from = std::min(from, std::max(each.begin, first));
            to = std::max(to, std::min(each.end, last));
        }
    const bool in_care = in_care_on(*child_, last);
    if (in_care && all_year(*child_, year) && random_.in_hundred(98))
        health(year);
    if (from <= to && goes_missing_)
        missing(from, to);
    if (from <= to)
        reviews(from, to);
    const int age = age_at_end_of(year, child_->born);
    const bool is_leaver = !in_care && child_->left_after_16() &&
                           child_->episodes.back().end <= last && age >= 17 && age <= 21;
    if (is_leaver)
        care_leaver(year);
    size_.child_years += in_care || is_leaver ? 1 : 0;
}

void RowWriter::health(int year) {
    const int age = age_at_end_of(year, child_->born);
    const bool scored = age >= 4 && age <= 16 && random_.in_hundred(80);
    const std::string score = scored ? std::to_string(random_.below(41)) : "";
    const Codes reason = scored ? "" : age < 4 || age > 16 ? "SDQ1" : "SDQ2";
    const Codes misuse = age >= 10 ? flag(6) : "0";
    const Codes received = misuse == "1" ? flag(60) : "";
    const Codes offered = received == "0" ? flag(70) : "";
    tables_.row(Table::oc2, {name_, born(), score, reason, age >= 10 ? flag(4) : "",
                             age < 5 ? flag(88) : "", flag(85), flag(78), flag(90), misuse,
                             received, offered, std::to_string(year), authority_});
}

void RowWriter::care_leaver(int year) {
    tables_.row(Table::oc3, {name_, born(), random_.one_of(in_touch), random_.one_of(activities),
                             random_.one_of(accommodations), std::to_string(year), authority_});
}

void RowWriter::missing(Day from, Day to) {
    for (int left = 1 + random_.lasting(5); left > 0; --left) {
        // Each incident begins after the one before it, so that no two are the same row.
        const Day begin = std::max(last_incident_ + 1, from) + random_.below(60);
        if (begin > to)
            return;
        const Day back = begin + random_.lasting(3);
        last_incident_ = back;
        tables_.row(Table::missing,
                    {name_, born(), random_.in_hundred(80) ? "M" : "A", text_of(begin),
                     text_of(back <= last_day_of(years_.last) ? back : still), authority_});
    }
}

void RowWriter::reviews(Day from, Day to) {
    for (Day day = from + 20; day <= to; day += random_.between(150, 185))
        tables_.row(Table::reviews,
                    {name_, born(), text_of(day), random_.one_of(review_codes), authority_});
}

void RowWriter::social_workers() {
    const Day first = first_day_of(first_year_of_social_workers);
    const Day last = last_day_of(years_.last);
    for (std::size_t i = 0; i < child_->episodes.size(); ++i) {
        // Workers change with time, not with placements: the rows go by the periods of care.
        if (child_->episodes[i].new_because != "S")
            continue;
        std::size_t end = i;
        while (end + 1 < child_->episodes.size() && child_->episodes[end + 1].new_because != "S")
            ++end;
        const Day over = std::min(child_->episodes[end].end, last + 1);
        for (Day day = std::max(child_->episodes[i].begin, first); day < over;) {
            const Day until = day + 30 + random_.lasting(400);
            const bool closed = until <= last && until <= over;
            const Day closes = until > over && over <= last ? over : closed ? until : still;
            tables_.row(Table::social_workers,
                        {name_, born(), "SW" + digits(random_.next() % 40'000, 6), text_of(day),
                         text_of(closes), closes == still ? "" : random_.one_of(worker_reasons),
                         authority_});
            day = until;
        }
    }
}

} // namespace bench
