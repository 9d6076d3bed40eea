#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "indicare/care/table.hpp"
#include "indicare/io/csv.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::io {

/// Takes the XML form of a return in pieces of any size, and hands over its elements as rows of the
/// tables, with the fields of `columns_of(table)`: what `CsvScanner` is to CSV.
///
/// The rows of a child are handed over at the end of CHILD, so that a child whose record is broken
/// off gives none; each has the line of the element that it was. A child's record of more than
/// `CsvLimits::row_bytes` bytes of the file is left out, without being held in memory. What is not
/// read becomes a finding. Cost: linear in the text; memory for one child's record.
class XmlScanner {
  public:
    using TakeRow = std::function<void(care::Table, const CsvRow&)>;

    /// Whether this build can read XML. Where it cannot, a finding says so of every text.
    static bool is_built();

    XmlScanner(std::string file, const CsvLimits& limits, quality::Findings& findings,
               TakeRow take_row);
    ~XmlScanner();
    XmlScanner(const XmlScanner&) = delete;
    XmlScanner& operator=(const XmlScanner&) = delete;

    void feed(std::string_view piece);
    /// The end of the text; whether it was a return, or the beginning of one that holds a child.
    bool finish();

  private:
    class Machine;
    std::unique_ptr<Machine> machine_;
};

} // namespace indicare::io
