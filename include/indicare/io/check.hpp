#pragma once

#include <cstddef>
#include <string>

#include "indicare/io/return_reader.hpp"
#include "indicare/quality/check.hpp"

namespace indicare::io {

/// What a flaw says in words, with file, line, column, value and child. Cost: a few allocations.
quality::Finding finding_of(const ReturnReader& reader, const quality::Flaw& flaw,
                            care::Records::ChildNumber child);

/// Checks all returns that the reader has ended, as at the last date of the request. The reader
/// must have been made with `ReadingOptions::checks`, and with as many `findings_kept` as are to be
/// told.
///
///     io::ReturnReader reader({.findings_kept = 1'000'000, .checks = true});
///     io::read_folder(reader, "returns/2023");
///     const quality::Check check = io::check(reader, request);
///     std::string text = io::check_as_table(reader, check);
quality::Check check(const ReturnReader& reader, const scorecard::Request& request);

/// How a check is written.
struct CheckWriting {
    bool anonymous =
        false; ///< children by number, in the order in which they came, not by their id
    std::size_t examples = 3; ///< of each kind, in the table
};

/// For people: which figures can be relied upon, how the children of the year add up, and the
/// findings by kind, those that move most children first, with the first examples of each.
std::string check_as_table(const ReturnReader& reader, const quality::Check& check,
                           const CheckWriting& writing = {});
/// One row a finding, in the same order, with the columns `authority, code, severity, file, line,
/// column, value, child, expected, indicators, children, message`. `indicators` are those that the
/// finding can move, blanks between; `children` by how many children at most: 1 or 0, and empty
/// where whole figures rest on it.
std::string check_as_csv(const ReturnReader& reader, const quality::Check& check,
                         const CheckWriting& writing = {});
/// All of it.
std::string check_as_json(const ReturnReader& reader, const quality::Check& check,
                          const CheckWriting& writing = {});

/// The catalogue of findings in three forms, and as the page `docs/data-quality.md`.
std::string finding_kinds_as_csv();
std::string finding_kinds_as_json();
std::string finding_kinds_as_table();
std::string finding_kinds_as_markdown();

} // namespace indicare::io
