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
struct Part {
    Counts counts;
    quality::Findings findings;
};

Part count_part(const ReturnReader& reader, const std::vector<care::Window>& windows,
                const care::Policies& policies, Histories histories,
                scorecard::ChildRange children) {
    Part part{{}, quality::Findings(reader.options().findings_kept)};
    part.counts =
        scorecard::count(reader.records(), children, windows, policies,
                         [&](care::Records::ChildNumber child, const care::Joining& joining) {
                             if (histories == Histories::reported)
                                 report_history(reader, child, joining, part.findings);
                         });
    return part;
}

void add(Counts& all, const Counts& part) {
    for (std::size_t authority = 0; authority < all.size(); ++authority)
        for (std::size_t date = 0; date < all[authority].size(); ++date)
            all[authority][date] += part[authority][date];
}

} // namespace

Counts count(ReturnReader& reader, const scorecard::Request& request, Histories histories) {
    std::vector<care::Window> windows;
    for (const care::Date date : request.as_at)
        windows.emplace_back(date);
    constexpr std::uint64_t least_children = 1024;
    const std::uint64_t children = reader.records().child_count();
    const std::uint64_t parts =
        std::clamp<std::uint64_t>(children / least_children, 1, threads_of(reader.options()));
    const auto part_from = [&](std::uint64_t part) {
        return static_cast<care::Records::ChildNumber>(children * part / parts);
    };
    std::vector<std::future<Part>> others;
    for (std::uint64_t part = 1; part < parts; ++part)
        others.push_back(std::async(std::launch::async, count_part, std::cref(reader),
                                    std::cref(windows), std::cref(request.policies), histories,
                                    scorecard::ChildRange{part_from(part), part_from(part + 1)}));
    Part all = count_part(reader, windows, request.policies, histories, {0, part_from(1)});
    const auto as_it_is = [](const quality::Finding&) {};
    for (std::future<Part>& other : others) {
        Part part = other.get();
        add(all.counts, part.counts);
        all.findings.take(std::move(part.findings), as_it_is);
    }
    reader.findings().take(std::move(all.findings), as_it_is);
    return std::move(all.counts);
}

std::vector<scorecard::Scorecard>
scorecards(ReturnReader& reader, const scorecard::Request& request, Histories histories) {
    return scorecard::scorecards_of(reader.records(), count(reader, request, histories), request);
}

} // namespace indicare::io
