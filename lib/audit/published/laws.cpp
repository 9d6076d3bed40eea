#include "audit/published/laws.hpp"

#include <map>
#include <set>
#include <utility>

#include "audit/published/words.hpp"
#include "indicare/io/published_claims.hpp"

namespace indicare::io {

using audit::LawKind;
using scorecard::Level;

namespace {

bool prints_only_100(const TableLine& line) {
    std::size_t shown = 0;
    for (const TableCell& cell : line.percentages.all()) {
        if (cell.is_shown() && cell.units != 100 * scale_of(cell))
            return false;
        shown += cell.is_shown() ? 1U : 0U;
    }
    return shown >= PublishedClaims::least_evidence;
}

std::optional<std::size_t> only(const std::vector<std::size_t>& found) {
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

} // namespace

std::vector<std::size_t> counts_of(const PublishedTable& table, const TableGroup& group) {
    std::vector<std::size_t> counts;
    for (const std::size_t line : group.lines)
        if (!table.lines[line].is_figure)
            counts.push_back(line);
    return counts;
}

Totals totals_of(const PublishedTable& table) {
    Totals totals;
    for (const TableGroup& group : table.groups) {
        std::vector<std::size_t> whole;
        std::vector<std::size_t> called_total;
        std::vector<std::size_t> with_word;
        for (const std::size_t number : counts_of(table, group)) {
            const TableLine& line = table.lines[number];
            if (prints_only_100(line))
                whole.push_back(number);
            if (in_capitals(line.label) == "TOTAL")
                called_total.push_back(number);
            if (has_word(line.label, "TOTAL"))
                with_word.push_back(number);
        }
        totals.push_back(only(whole));
        for (const auto* found : {&called_total, &with_word})
            if (!totals.back())
                totals.back() = only(*found);
    }
    return totals;
}

LearntLaw law_of(const PublishedTable& table, LawKind kind, std::size_t line,
                 std::vector<std::size_t> others, std::string words, const Evidence& evidence) {
    LearntLaw learnt;
    const TableLine& of = table.lines[line];
    learnt.law.kind = kind;
    learnt.law.file = table.files[of.file].name;
    learnt.law.words = std::move(words);
    learnt.law.held = evidence.held;
    learnt.law.within = evidence.within;
    learnt.law.failed = evidence.failed;
    if (evidence.failed > 0)
        learnt.law.first_failure = {learnt.law.file, evidence.failed_line,
                                    table.told(of, evidence.failed_slot)};
    learnt.line = line;
    learnt.others = std::move(others);
    return learnt;
}

std::vector<PlaceParts> parts_of_places(const PublishedTable& table, const TableFile& file) {
    std::map<std::pair<std::string, int>, std::uint32_t> regions; // names in capitals
    std::map<int, std::uint32_t> nations;
    std::map<int, std::uint32_t> londons;
    for (const std::uint32_t slot : file.slots) {
        const TablePlace& place = table.place_of(slot);
        const int year = table.slots[slot].year;
        if (place.level == Level::nation)
            nations.emplace(year, slot);
        if (place.level == Level::region)
            regions.emplace(std::pair(in_capitals(place.name), year), slot);
        if (place.code == "E12000007")
            londons.emplace(year, slot);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> parts;
    const auto add = [&parts](const auto& wholes, const auto& key, std::uint32_t slot) {
        const auto at = wholes.find(key);
        if (at != wholes.end())
            parts[at->second].push_back(slot);
        return at != wholes.end();
    };
    for (const std::uint32_t slot : file.slots) {
        const TablePlace& place = table.place_of(slot);
        const int year = table.slots[slot].year;
        if (place.level == Level::authority)
            add(regions, std::pair(table.slots[slot].region, year), slot);
        // Inner and Outer London are parts of London, not of England beside it.
        if (place.level == Level::region &&
            !(place.code.starts_with("E13") && add(londons, year, slot)))
            add(nations, year, slot);
    }
    std::vector<PlaceParts> all;
    all.reserve(parts.size());
    for (auto& [whole, of] : parts)
        all.push_back({whole, std::move(of)});
    return all;
}

namespace {

/// That places add up, of one line and one level of the places that they come to.
Evidence evidence_of_places(const PublishedTable& table, const TableLine& line,
                            const std::vector<PlaceParts>& wholes, Level level) {
    Evidence evidence;
    for (const PlaceParts& place : wholes) {
        const TableCell* const whole = line.counts.find(place.whole);
        if (table.place_of(place.whole).level != level || whole == nullptr ||
            !whole->is_bounded() || whole->is_nothing())
            continue;
        Bounds sum;
        bool is_known = true;
        for (const std::uint32_t part : place.parts) {
            const TableCell* const cell = line.counts.find(part);
            is_known = cell != nullptr && cell->is_bounded();
            if (!is_known)
                break;
            sum = sum + Bounds::of(*cell);
        }
        if (is_known)
            evidence.add(sum.meets(Bounds::of(*whole)), whole->is_exact() && sum.least == sum.most,
                         *whole);
    }
    return evidence;
}

} // namespace

void learn_places(const PublishedTable& table, std::vector<LearntLaw>& laws) {
    for (std::size_t number = 0; number < table.files.size(); ++number) {
        const std::vector<PlaceParts> wholes = parts_of_places(table, table.files[number]);
        for (const Level level : {Level::region, Level::nation}) {
            const std::string words =
                level == Level::region ? "authorities (or parts of London) add up to their region"
                                       : "regions add up to the nation";
            Evidence all;
            std::vector<std::size_t> lines;
            for (std::size_t at = 0; at < table.lines.size(); ++at) {
                const TableLine& line = table.lines[at];
                if (line.file != number || line.is_figure)
                    continue;
                const Evidence evidence = evidence_of_places(table, line, wholes, level);
                if (evidence.failed > 0) {
                    laws.push_back(law_of(table, LawKind::places_add_up, at, {},
                                          words + ", " + table.told(line), evidence));
                    continue;
                }
                all.add(evidence);
                lines.push_back(at);
            }
            if (all.seen() == 0)
                continue;
            const std::string told = words + ", in " + std::to_string(lines.size()) +
                                     (lines.size() == 1 ? " kind of row" : " kinds of rows");
            laws.push_back(law_of(table, LawKind::places_add_up, lines.front(), lines, told, all));
            laws.back().parent = level;
            laws.back().law.is_used = all.seen() >= PublishedClaims::least_evidence;
        }
    }
}

namespace {

/// Whether two lines are the same number wherever both are shown.
Evidence evidence_of_same(const TableLine& first, const TableLine& second,
                          std::size_t& different_numbers) {
    Evidence evidence;
    std::set<std::int64_t> numbers;
    for (const TableCell& cell : second.counts.all()) {
        const TableCell* const other = cell.is_shown() ? first.counts.find(cell.slot) : nullptr;
        if (other == nullptr || !other->is_shown())
            continue;
        evidence.add(Bounds::of(cell).meets(Bounds::of(*other)) &&
                         (cell.is_exact() || other->is_exact() || cell.units == other->units),
                     cell.is_exact() && other->is_exact(), cell);
        numbers.insert(cell.units);
    }
    different_numbers = numbers.size();
    return evidence;
}

/// The greatest number that a line shows in each year: where lines that are one number meet.
std::map<int, const TableCell*> greatest_of(const PublishedTable& table, const TableLine& line) {
    std::map<int, const TableCell*> greatest;
    for (const TableCell& cell : line.counts.all()) {
        const TableCell*& known = greatest[table.slots[cell.slot].year];
        if (cell.is_shown() && (known == nullptr || cell.units > known->units))
            known = &cell;
    }
    std::erase_if(greatest, [](const auto& year) { return year.second == nullptr; });
    return greatest;
}

} // namespace

void learn_same(const PublishedTable& table, const Totals& totals, std::vector<LearntLaw>& laws) {
    constexpr std::size_t least_numbers = 10;
    constexpr std::size_t most_candidates = 32;
    const auto is_whole = [&](std::size_t line) {
        const std::size_t group = table.lines[line].group;
        return totals[group] == line || table.groups[group].lines.size() == 1;
    };
    std::map<std::pair<std::uint32_t, std::int64_t>, std::vector<std::size_t>> at_number;
    for (std::size_t second = 0; second < table.lines.size(); ++second) {
        const TableLine& line = table.lines[second];
        if (line.is_figure)
            continue;
        std::set<std::size_t> candidates;
        for (const auto& [year, cell] : greatest_of(table, line)) {
            auto& there = at_number[{cell->slot, cell->units}];
            candidates.insert(there.begin(), there.end());
            if (there.size() < most_candidates)
                there.push_back(second);
        }
        for (const std::size_t first : candidates) {
            if (table.lines[first].group == line.group || !(is_whole(first) || is_whole(second)))
                continue;
            std::size_t numbers = 0;
            const Evidence evidence = evidence_of_same(table.lines[first], line, numbers);
            // What often differs is not one number, and no law that fails.
            if (numbers < least_numbers || evidence.held < PublishedClaims::least_evidence ||
                10 * evidence.failed > evidence.seen())
                continue;
            std::string words =
                table.told(line) + " is the number of " + table.told(table.lines[first]);
            if (line.file != table.lines[first].file)
                words += " in " + table.files[table.lines[first].file].name;
            laws.push_back(law_of(table, LawKind::one_number, second, {first}, words, evidence));
            laws.back().law.is_used = evidence.failed == 0;
            if (laws.back().law.is_used)
                break;
        }
    }
}

} // namespace indicare::io
