#pragma once

#include <cstdint>
#include <string>

#include "indicare/care/records.hpp"
#include "indicare/scorecard/scorecard.hpp"

// Records of children who do not exist, made without any file.

namespace indicare::bench {

/// Adds a child's rows of one return: five placements a year one after the other, the last one
/// open, and an outcome row. `turn` makes children differ.
inline void fill_child(care::Records& records, care::Records::ChildNumber child, int turn) {
    using namespace care;
    Episode episode;
    episode.rne = ReasonNewEpisode::S;
    episode.legal_status = LegalStatus::C2;
    episode.return_year = 2023;
    episode.decom = Date::of(2020, 6, 1) + turn % 500;
    for (int each = 0; each < 5; ++each) {
        episode.place = each % 2 == turn % 2 ? PlacementType::U4 : PlacementType::K2;
        episode.dec = each == 4 ? Date() : episode.decom + 150;
        episode.rec = each == 4 ? ReasonEpisodeCeased::blank : ReasonEpisodeCeased::X1;
        records.add(child, StoredEpisode(episode));
        episode.decom = episode.dec;
        episode.rne = ReasonNewEpisode::P;
    }
    records.state_birth(child, Date::of(2008, 1, 1) + turn % 3000, {Table::header, 2023});
    Oc2Row outcome;
    outcome.year = 2023;
    outcome.set(Oc2Question::health_assessment, Flag::yes);
    records.add(child, outcome);
}

/// So many children of each of so many authorities, with every table of 2023 given.
inline care::Records made_records(int authorities, int children) {
    care::Records records;
    for (int authority = 0; authority < authorities; ++authority) {
        const auto number = records.authority("authority " + std::to_string(authority)).value();
        for (std::size_t table = 0; table < care::table_count; ++table)
            records.given.of(number).add_table(2023, static_cast<care::Table>(table));
        for (int child = 0; child < children; ++child)
            fill_child(records, records.child(number, "C" + std::to_string(child)), child);
    }
    return records;
}

inline scorecard::Request made_request() {
    scorecard::Request request;
    request.as_at = {care::Date::of(2023, 3, 31)};
    return request;
}

} // namespace indicare::bench
