#include "indicare/io/own_charts.hpp"

#include <utility>

#include "indicare/io/counting.hpp"
#include "indicare/scorecard/own_figures.hpp"

namespace indicare::io {

std::vector<scorecard::PeriodicChart> own_charts(ReturnReader& reader,
                                                 const care::Policies& policies, care::Date up_to,
                                                 const scorecard::Comparators& comparators,
                                                 const scorecard::PublishedAuthority& authority) {
    std::vector<scorecard::PeriodicChart> charts;
    if (reader.options().longitudinal)
        return charts;
    scorecard::PeriodicRequest request;
    request.up_to = up_to;
    request.policies = policies;
    for (const auto occasion : {scorecard::Occasion::started, scorecard::Occasion::ceased}) {
        request.occasion = occasion;
        for (auto& series : periodic_numbers(reader, request, Histories::passed_over))
            if (scorecard::is_called(comparators, authority, series.authority))
                charts.push_back(scorecard::chart_of(std::move(series)));
    }
    return charts;
}

} // namespace indicare::io
