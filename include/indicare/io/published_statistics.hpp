#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/io/csv.hpp"
#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/published.hpp"

namespace indicare::io {

/// Which numbers of published files are which indicator's: data, so that a new release needs no new
/// code. `docs/published-statistics.md` describes the table that it is read from.
class PublishedMapping {
  public:
    /// A column of a file holds a value.
    struct Condition {
        std::string column;
        std::string value;
    };

    /// A number: the column it stands in, and the rows, which are those where every condition
    /// holds. Without a column the number is not published.
    struct Source {
        std::string column;
        std::vector<Condition> where;
    };

    /// Where the numerator, the denominator and the printed figure of an indicator stand.
    struct Entry {
        std::size_t indicator = 0; ///< its number in the catalogue
        std::array<Source, 3> sources;
    };

    /// Adds the entries of a mapping written as CSV. Rows that cannot be used are findings; false
    /// when the columns are not those of a mapping.
    bool read(std::string_view text, const std::string& file, quality::Findings& findings);

    const std::vector<Entry>& entries() const { return entries_; }

  private:
    std::vector<Entry> entries_;
};

/// The mapping of the releases that the project knows: DfE, Children looked after in England
/// including adoptions, 2022, 2023 and 2025.
PublishedMapping known_releases();

/// The same as CSV, as it stands in `lib/published_mapping.csv`.
std::string_view known_releases_text();

/// Reads published files in the form of Explore Education Statistics: `time_period` and
/// `geographic_level`, codes and names of the place, and then columns that the mapping names. Other
/// columns are passed over.
///
/// A time period is a reporting year, `2023` or `202223`. A file of which the mapping can place
/// nothing is a finding that names its columns; rows that it does not name are counted. Cost:
/// linear in the text, times the entries of the mapping that fit the file; the text is never held.
class PublishedReader {
  public:
    /// All three are referred to, not copied.
    PublishedReader(const PublishedMapping& mapping, scorecard::PublishedStatistics& statistics,
                    quality::Findings& findings);
    ~PublishedReader();
    PublishedReader(PublishedReader&&) noexcept;
    PublishedReader& operator=(PublishedReader&&) noexcept;

    /// Begins a file's text. `file` names it in findings.
    void begin_file(std::string file);
    /// Takes the next piece of the text, of any size.
    void feed(std::string_view piece);
    /// Ends the file; says how many figures it gave.
    std::size_t end_file();

  private:
    class Hidden;
    std::unique_ptr<Hidden> hidden_;
};

/// Reads one file; says how many figures it gave. That it cannot be read is a finding.
std::size_t read_published(PublishedReader& reader, const std::filesystem::path& file,
                           quality::Findings& findings);

} // namespace indicare::io
