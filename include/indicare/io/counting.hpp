#pragma once

#include <cstdint>
#include <vector>

#include "indicare/care/joining.hpp"
#include "indicare/io/return_reader.hpp"
#include "indicare/scorecard/periodic.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::io {

/// Turns the rules by which a child's episodes were joined into findings, with file and line, and
/// finds what can only be seen over several rows: rows given twice in a return, a child without a
/// Header row. For each child once.
void report_history(const ReturnReader& reader, care::Records::ChildNumber child,
                    const care::Joining& joining, quality::Findings& findings);

/// Whether what is found in the histories is reported. Once for all that was read is enough.
enum class Histories : std::uint8_t { reported, passed_over };

/// Counts what was read, as `scorecard::count` does, by as many threads as the reader's options
/// say; what is found in the histories is added to the reader's findings. Counts and findings are
/// the same for any number of threads.
std::vector<std::vector<scorecard::Counted>> count(ReturnReader& reader,
                                                   const scorecard::Request& request,
                                                   Histories histories = Histories::reported);

/// The scorecards of what was read, as `scorecard::scorecards_of` gives them.
std::vector<scorecard::Scorecard> scorecards(ReturnReader& reader,
                                             const scorecard::Request& request,
                                             Histories histories = Histories::reported);

/// The same where nothing more is asked of the reader but its findings: it forgets children and
/// rows before figures are made, so that memory holds one or the other.
std::vector<scorecard::Scorecard> scorecards_forgetting_rows(ReturnReader& reader,
                                                             const scorecard::Request& request);

/// What happened month by month or quarter by quarter, as `scorecard::periodic_numbers_of` gives
/// it: a series an authority, in the order of their names. Children and rows must not have been
/// forgotten. Threads and findings as for `count`.
std::vector<scorecard::PeriodicNumbers> periodic_numbers(ReturnReader& reader,
                                                         const scorecard::PeriodicRequest& request,
                                                         Histories histories = Histories::reported);

} // namespace indicare::io
