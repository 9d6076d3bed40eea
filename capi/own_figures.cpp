#include "own_figures.hpp"

#include <utility>

#include "indicare/io/counting.hpp"
#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/own_figures.hpp"
#include "refusal.hpp"

namespace indicare::capi {

namespace {

scorecard::PublishedAuthority published_authority(const scorecard::Comparators& comparators,
                                                  std::string_view name) {
    auto called = comparators.authorities_called(name);
    if (called.size() == 1)
        return std::move(called.front());
    const std::string given = "\"" + quality::printable(name) + "\"";
    throw Refusal(INDICARE_NOT_FOUND,
                  called.empty()
                      ? "authority: expected a code or name that figures are published of, not " +
                            given
                      : "authority: expected a code, since several have the name " + given);
}

} // namespace

OwnFigures own_figures(Session& session, std::string_view authority, std::int32_t year, int years) {
    const scorecard::Comparators& comparators = session.benchmarks().comparators();
    session.expect_returns();
    expect_within("year", year, care::PackedYear::first, care::PackedYear::last);
    OwnFigures own{published_authority(comparators, authority), {}};
    io::ReturnReader& returns = session.returns();
    scorecard::Request request = session.request();
    if (request.populations.is_empty())
        scorecard::add_published_populations(comparators, own.authority, returns.records(),
                                             request.populations);
    request.as_at = scorecard::series_up_to(care::Date::end_of_reporting_year(year), years);
    own.by_year = scorecard::own_by_year(scorecard::scorecards_of(
        comparators, own.authority, io::scorecards(returns, request, io::Histories::passed_over)));
    if (own.by_year.empty())
        throw Refusal(INDICARE_NOT_AVAILABLE, "the returns hold no authority that is called as " +
                                                  own.authority.name +
                                                  " is published: " + own.authority.old_code +
                                                  ", " + own.authority.code + " or its name");
    return own;
}

} // namespace indicare::capi
