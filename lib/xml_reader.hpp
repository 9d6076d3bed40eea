#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "intake.hpp"
#include "table_reader.hpp"
#include "xml_scanner.hpp"

namespace indicare::io {

/// Reads the XML form of one return into the intake: every row by the reader of its table.
class XmlReader {
  public:
    XmlReader(Intake& intake, std::string file, int year);

    void feed(std::string_view piece) { scanner_.feed(piece); }
    /// The end of the text; whether it was a return. If so, it gave every table of the form.
    bool finish();

  private:
    void begin_tables(std::uint64_t line);

    Intake& intake_;
    std::string file_;
    int year_;
    std::array<std::optional<TableReader>, care::table_count> tables_;
    bool has_begun_ = false;
    XmlScanner scanner_;
};

} // namespace indicare::io
