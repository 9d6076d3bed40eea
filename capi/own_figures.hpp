#pragma once

#include <cstdint>
#include <string_view>

#include "indicare/scorecard/report.hpp"
#include "session.hpp"

namespace indicare::capi {

/// An authority, as it is published, and its figures as at 31 March of several years.
struct OwnFigures {
    scorecard::PublishedAuthority authority;
    scorecard::OwnByYear by_year;
};

/// Those of the session's returns, of a year and of those before it, `years` in all. Where the
/// session was given no populations, rates divide by those of the benchmarks. Refuses when nothing
/// is published of the authority, the name is that of several, or the returns hold none of it.
OwnFigures own_figures(Session& session, std::string_view authority, std::int32_t year, int years);

} // namespace indicare::capi
