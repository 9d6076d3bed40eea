#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "audit/published/table.hpp"
#include "audit/published/words.hpp"
#include "indicare/io/published_claims.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::io {

/// Tells counts from what is printed in their place, of the lines of the last file, which begin at
/// a number; whether its counts of the nation and of regions are rounded; and what counts can be.
void tell_figures(PublishedTable& table, std::size_t first_line);

/// Reads published files into a table, and gives everything in it a name.
class PublishedTableReader {
  public:
    PublishedTableReader(PublishedTable& table, PublishedCounts& counts)
        : table_(table), counts_(counts) {}

    bool read(std::string_view text, const std::string& file, quality::Findings& findings);

  private:
    class OneFile;

    std::size_t place(scorecard::Level level, std::string_view name, std::string_view code);
    std::uint32_t slot(std::size_t place, int year, std::string_view region);

    PublishedTable& table_;
    PublishedCounts& counts_;
    std::map<std::pair<scorecard::Level, std::string>, std::size_t> places_;
    std::map<std::pair<std::size_t, int>, std::uint32_t> slots_;
    NamesInUse words_;
};

} // namespace indicare::io
