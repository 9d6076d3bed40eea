#include "indicare/io/counting.hpp"

#include <algorithm>
#include <future>
#include <utility>

#include "indicare/io/check.hpp"
#include "indicare/quality/joining_rules.hpp"
#include "threads.hpp"

namespace indicare::io {

void report_history(const ReturnReader& reader, care::Records::ChildNumber child,
                    const care::Joining& joining, quality::Findings& findings) {
    quality::Flaws flaws;
    quality::find_joining_flaws(reader.records(), child, joining, flaws);
    for (const quality::Flaw& flaw : flaws.all())
        if (findings.count(flaw.code))
            findings.keep(finding_of(reader, flaw, child));
}

namespace {

using Counts = std::vector<std::vector<scorecard::Counted>>;

/// What was counted of some children, and found in their histories.
template <class Numbers>
struct Part {
    Numbers counts;
    quality::Findings findings;
};

/// What `work` gives of each part of the children, in their order, by as many threads as the
/// reader's options say.
template <class Work>
auto of_parts(const ReturnReader& reader, const Work& work) {
    constexpr std::uint64_t least_children = 1024;
    const std::uint64_t children = reader.records().child_count();
    const std::uint64_t parts =
        std::clamp<std::uint64_t>(children / least_children, 1, threads_of(reader.options()));
    const auto part_from = [&](std::uint64_t part) {
        return static_cast<care::Records::ChildNumber>(children * part / parts);
    };
    std::vector<std::future<decltype(work(scorecard::ChildRange{}))>> others;
    for (std::uint64_t part = 1; part < parts; ++part)
        others.push_back(std::async(std::launch::async, std::cref(work),
                                    scorecard::ChildRange{part_from(part), part_from(part + 1)}));
    std::vector<decltype(work(scorecard::ChildRange{}))> all;
    all.push_back(work(scorecard::ChildRange{0, part_from(1)}));
    for (auto& other : others)
        all.push_back(other.get());
    return all;
}

/// Adds up counts by authority and place.
template <class Counted>
void add(std::vector<std::vector<Counted>>& all, const std::vector<std::vector<Counted>>& part) {
    for (std::size_t authority = 0; authority < all.size(); ++authority)
        for (std::size_t at = 0; at < all[authority].size(); ++at)
            all[authority][at] += part[authority][at];
}

/// What `count(children, visit)` counts of all children, part by part; what is found in their
/// histories is added to the reader's findings.
template <class Count>
auto count_in_parts(ReturnReader& reader, Histories histories, const Count& count) {
    const auto no_visit = [](care::Records::ChildNumber, const care::Joining&) {};
    using Numbers = decltype(count(scorecard::ChildRange{}, no_visit));
    auto parts = of_parts(reader, [&](scorecard::ChildRange children) {
        Part<Numbers> part{{}, quality::Findings(reader.options().findings_kept)};
        part.counts =
            count(children, [&](care::Records::ChildNumber child, const care::Joining& joining) {
                if (histories == Histories::reported)
                    report_history(reader, child, joining, part.findings);
            });
        return part;
    });
    const auto as_it_is = [](const quality::Finding&) {};
    for (std::size_t part = 1; part < parts.size(); ++part) {
        add(parts.front().counts, parts[part].counts);
        parts.front().findings.take(std::move(parts[part].findings), as_it_is);
    }
    reader.findings().take(std::move(parts.front().findings), as_it_is);
    return std::move(parts.front().counts);
}

std::vector<care::Window> windows_of(const scorecard::Request& request) {
    return {request.as_at.begin(), request.as_at.end()};
}

std::vector<std::vector<indicators::GroupCounts>> count_groups(const ReturnReader& reader,
                                                               const scorecard::Request& request) {
    const std::vector<care::Window> windows = windows_of(request);
    auto parts = of_parts(reader, [&](scorecard::ChildRange children) {
        return scorecard::count_groups(reader.records(), children, windows, request.policies);
    });
    for (std::size_t part = 1; part < parts.size(); ++part)
        add(parts.front(), parts[part]);
    return std::move(parts.front());
}

} // namespace

Counts count(ReturnReader& reader, const scorecard::Request& request, Histories histories) {
    const std::vector<care::Window> windows = windows_of(request);
    return count_in_parts(
        reader, histories, [&](scorecard::ChildRange children, const auto& visit) {
            return scorecard::count(reader.records(), children, windows, request.policies, visit);
        });
}

std::vector<scorecard::PeriodicNumbers> periodic_numbers(ReturnReader& reader,
                                                         const scorecard::PeriodicRequest& request,
                                                         Histories histories) {
    const care::Records& records = reader.records();
    std::vector<scorecard::Periods> periods = scorecard::periods_held(records, request);
    auto numbers =
        count_in_parts(reader, histories, [&](scorecard::ChildRange children, const auto& visit) {
            return scorecard::count_periods(records, children, periods, request, visit);
        });
    return scorecard::periodic_numbers_of(records, std::move(periods), std::move(numbers), request);
}

namespace {

struct AllCounts {
    Counts counts;
    std::vector<std::vector<indicators::GroupCounts>> groups; ///< none unless asked for
};

AllCounts count_all(ReturnReader& reader, const scorecard::Request& request, Histories histories) {
    AllCounts all{count(reader, request, histories), {}};
    if (!request.by.empty())
        all.groups = count_groups(reader, request);
    return all;
}

std::vector<scorecard::Scorecard> figures_of(const ReturnReader& reader,
                                             const scorecard::Request& request,
                                             const AllCounts& counted) {
    auto all = scorecard::scorecards_of(reader.records(), counted.counts, request);
    if (!request.by.empty())
        scorecard::add_breakdowns(all, reader.records(), counted.groups, request);
    return all;
}

} // namespace

std::vector<scorecard::Scorecard>
scorecards(ReturnReader& reader, const scorecard::Request& request, Histories histories) {
    return figures_of(reader, request, count_all(reader, request, histories));
}

std::vector<scorecard::Scorecard> scorecards_forgetting_rows(ReturnReader& reader,
                                                             const scorecard::Request& request) {
    const AllCounts counts = count_all(reader, request, Histories::reported);
    reader.records().forget_children();
    return figures_of(reader, request, counts);
}

} // namespace indicare::io
