#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "indicare/care/records.hpp"
#include "indicare/care/texts.hpp"
#include "indicare/io/postcodes.hpp"
#include "indicare/io/return_reader.hpp"
#include "indicare/quality/finding.hpp"
#include "sources_of_rows.hpp"

namespace indicare::io {

/// What one table's text turned out to give.
struct TableRead {
    care::Table table{};
    std::string file;
    int year = 0; ///< of the return that the text was given as
    bool has_year_column = false;
    bool has_authority_column = false;
    /// By number, whether an authority has rows in it, and of which years by its YEAR column.
    struct Seen {
        bool any = false;
        care::Years years;
    };
    std::vector<Seen> authorities;
    std::vector<std::string_view> missing_columns;
    care::Date latest_day; ///< the latest DECOM or DEC, rows with a YEAR apart
    std::uint64_t latest_line = 0;
};

/// Where rows go: what all tables of a reader share.
struct Intake {
    explicit Intake(ReadingOptions options_)
        : options(std::move(options_)), findings(options.findings_kept) {
        records.given.longitudinal = options.longitudinal;
    }

    /// Where the rows of one kind came from.
    template <class Row>
    SourcesOfRows& sources() {
        return std::get<SourcesOf<Row>>(sources_);
    }

    /// Adds a row to a child and remembers where it came from.
    template <class Row>
    care::RowPlace add(care::Records::ChildNumber child, const Row& row, std::uint32_t file,
                       std::uint64_t line) {
        const std::uint32_t index = records.add(child, row);
        sources<Row>().add(index, file, line);
        return {care::Records::kind_of<Row>(), index};
    }

    /// Takes over what was read into another, by the same options, of text that follows: its rows
    /// come after those here, `lines` lines further on in file number `file`. Says which number
    /// each authority of the other has here. Not where returns are to be checked.
    std::vector<care::Records::AuthorityNumber> take(Intake&& other, std::uint32_t file,
                                                     std::uint64_t lines);

    ReadingOptions options;
    care::Records records;
    quality::Findings findings;
    std::optional<PostcodeList> postcodes;
    std::vector<std::string> files;
    std::vector<TableRead> tables;       ///< since the last return was ended
    std::vector<TableRead> tables_given; ///< of the returns that were ended
    care::Date last_day;                 ///< the latest DECOM or DEC of all returns ended

    /// Where a pupil number of a return was first seen; kept where returns are to be checked.
    struct UpnSeen {
        care::Records::ChildNumber child;
        std::uint32_t file;
        std::uint64_t line;
    };
    care::Texts upns; ///< number, year and authority
    std::vector<UpnSeen> upns_seen;

  private:
    template <class Row>
    struct SourcesOf : SourcesOfRows {};

    std::tuple<SourcesOf<care::StoredEpisode>, SourcesOf<care::HeaderRow>, SourcesOf<care::Oc2Row>,
               SourcesOf<care::Oc3Row>, SourcesOf<care::Ad1Row>, SourcesOf<care::UascRow>,
               SourcesOf<care::MissingRow>, SourcesOf<care::SocialWorkerRow>,
               SourcesOf<care::StatedPerson>, SourcesOf<care::DatedRow>>
        sources_;
};

} // namespace indicare::io
