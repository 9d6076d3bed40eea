#pragma once

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/io/published_statistics.hpp"
#include "support/folders.hpp"

// What the tests of published files share.

namespace indicare::tests {

using quality::FindingCode;
using scorecard::Level;
using scorecard::PublishedFigure;

inline const std::string columns =
    "time_period,time_identifier,geographic_level,country_code,"
    "country_name,region_code,region_name,old_la_code,la_name,new_la_code,";
inline const std::string derby = "2023,Reporting year,Local authority,E92000001,England,E12000004,"
                                 "East Midlands,831,Derby,E06000015,";
inline const std::string england = "2023,Reporting year,National,E92000001,England,,,,,,";
inline const std::string region =
    "2023,Reporting year,Regional,E92000001,England,E12000004,East Midlands,,,,";

/// Published files, given one by one.
class Published {
  public:
    explicit Published(io::PublishedMapping mapping = io::known_releases())
        : mapping_(std::move(mapping)) {}

    std::size_t give(std::string_view text, const std::string& file = "published.csv",
                     std::size_t piece = std::string::npos) {
        io::PublishedReader reader(mapping_, statistics, findings);
        reader.begin_file(file);
        for (std::size_t at = 0; at < text.size(); at += std::min(piece, text.size()))
            reader.feed(text.substr(at, piece));
        return reader.end_file();
    }

    /// Gives all excerpts of a release.
    void give_release(const std::string& release) {
        io::PublishedReader reader(mapping_, statistics, findings);
        const std::filesystem::path folder =
            std::filesystem::path(tests::test_file("published/as_downloaded")) / release;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            io::read_published(reader, entry.path(), findings);
    }

    /// The figure of an authority, or of all places of another level; fails when there is none.
    PublishedFigure figure(std::string_view id, std::string_view place, int year) const {
        for (const PublishedFigure& each : statistics.figures())
            if (indicators::catalogue[each.indicator].id == id && each.year == year &&
                statistics.places()[each.place].name == place)
                return each;
        throw std::runtime_error("no figure of " + std::string(id));
    }

    /// `152 of 208, 73`: numerator, denominator and figure as they stand.
    std::string text(std::string_view id, std::string_view place, int year) const {
        const PublishedFigure found = figure(id, place, year);
        return found.numerator.text() + " of " + found.denominator.text() + ", " +
               found.figure.text();
    }

    /// The indicators of which there are figures of a level.
    std::set<std::string> indicators_of(Level level) const {
        std::set<std::string> ids;
        for (const PublishedFigure& each : statistics.figures())
            if (statistics.places()[each.place].level == level)
                ids.insert(std::string(indicators::catalogue[each.indicator].id));
        return ids;
    }

    std::vector<quality::Finding> found(FindingCode code) const {
        std::vector<quality::Finding> all;
        for (const quality::Finding& finding : findings.kept())
            if (finding.code == code)
                all.push_back(finding);
        return all;
    }

    scorecard::PublishedStatistics statistics;
    quality::Findings findings;

  private:
    io::PublishedMapping mapping_;
};

} // namespace indicare::tests
