#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indicare/care/records.hpp"
#include "indicare/io/csv.hpp"
#include "indicare/io/postcodes.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::io {

/// How returns are read.
struct ReadingOptions {
    CsvLimits limits{};
    std::size_t findings_kept = 1'000; ///< of each code; all are counted
    /// The returns are longitudinal extracts: see `care::ReturnsGiven::longitudinal`.
    bool longitudinal = false;
    /// Whose returns they are, where the files have no `LA` column.
    std::string authority{};
    /// The returns are to be checked: rows that no indicator reads are kept too, and codes held
    /// against the list of the return's year.
    bool checks = false;
    /// Which `la` of the list of postcodes is the authority's own; empty: the authority's name.
    std::string area{};
    /// By how many threads large files are read: what is read, and every finding, is the same. By
    /// one where returns are to be checked or a list of postcodes is given. At most 256.
    unsigned threads = 1;
};

/// How much of a file could be read.
struct FileFed {
    std::uint64_t bytes = 0;
    bool whole = false;
};

/// The latest DECOM or DEC of a return, and where it stands.
struct LatestDay {
    care::Date day; ///< none when there is none
    std::string file;
    std::uint64_t line = 0;
};

/// Reads returns, table by table or as XML, into records.
///
/// A table is recognised by its columns, in any order and case; further columns are reported and
/// not read. An `LA` column names the authority of each row, a `YEAR` column the annual return that
/// it is of. Nothing that cannot be used stops the reading: it is a finding, and the row or the
/// field is left out. Not for use by several threads at once. Throws `std::bad_alloc` alone. Cost:
/// linear in the text; memory as `care::Records` says, and one row of text.
class ReturnReader {
  public:
    explicit ReturnReader(ReadingOptions options = {});
    ~ReturnReader();
    ReturnReader(ReturnReader&&) noexcept;
    ReturnReader& operator=(ReturnReader&&) noexcept;

    /// Gives the list of postcodes, before any table.
    void use(PostcodeList postcodes);

    /// Begins a table's text. `file` names it in findings. `year` is that of the 31 March on which
    /// the return ends, 1953 to 2079; not asked for in a longitudinal extract.
    void begin_table(std::string file, int year);
    /// Feeds the next piece of the table's text, or of the XML, of any size.
    void feed(std::string_view piece);
    /// Takes the next record of the table, the row of column names being the first, from something
    /// else than text: a database, columns. Nothing is fed to that table. `may_hold_nul`: nobody
    /// has looked whether there are NUL bytes in it.
    void take(const CsvRow& row, bool may_hold_nul = true);

    /// Feeds the text of the table, or the XML, from a file, and calls `progress(bytes)` now and
    /// then with those read so far. Throws what `progress` throws.
    FileFed feed_file(const std::filesystem::path& file,
                      const std::function<void(std::uint64_t)>& progress = {});
    /// Ends the table; says which it was, or nothing when it could not be read.
    std::optional<care::Table> end_table();

    /// Whether this build reads XML: it was made with expat.
    static bool reads_xml();
    /// Begins the text of a return in its XML form (DfE's schema CLA_2021), as `begin_table` does
    /// that of one table. It is fed with `feed`. What it holds is read by the rules of the tables,
    /// a child at a time. Entities, and elements a hundred deep, are not accepted; of a text that
    /// is not well-formed, the children before the fault are read.
    void begin_xml(std::string file, int year);
    /// Ends the XML; says whether it was a return. If so, it gave every table that the form can
    /// carry, all but SWEpisodes and DoLo. A finding says what was not read, and that nothing was
    /// in a build that does not read XML.
    bool end_xml();

    /// Ends what was told of single children: it is forgotten which tables were read since the last
    /// `end_returns`; their rows stay, and which returns were given is what it was.
    void end_children();

    /// Ends the returns whose tables were read since the last call: from now on they count as
    /// given. Gives the latest day of them, rows split off by a YEAR column apart.
    LatestDay end_returns();

    care::Records& records();
    const care::Records& records() const;
    quality::Findings& findings();
    const quality::Findings& findings() const;
    const ReadingOptions& options() const;

    /// Where a row came from.
    struct Source {
        std::string_view file;
        std::uint64_t line = 0;
    };
    template <class Row>
    Source source_of(std::uint32_t row) const;
    Source source_of(care::RowPlace row) const; ///< empty for none

  private:
    class Hidden;
    std::unique_ptr<Hidden> hidden_;
};

} // namespace indicare::io
