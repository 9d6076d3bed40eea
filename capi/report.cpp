// The report for a committee.

#include "boundary.hpp"
#include "indicare/io/ees_writer.hpp"
#include "indicare/io/own_charts.hpp"
#include "indicare/io/report_writer.hpp"
#include "own_figures.hpp"

namespace capi = indicare::capi;
namespace care = indicare::care;
namespace io = indicare::io;
namespace scorecard = indicare::scorecard;

namespace {

scorecard::Report report_of(capi::Session& work, std::string_view authority, int32_t year,
                            int32_t years) {
    const capi::OwnFigures own = capi::own_figures(work, authority, year, years);
    const scorecard::Comparators& comparators = work.benchmarks().comparators();
    scorecard::ReportOptions options;
    options.years = years;
    scorecard::Report report =
        scorecard::report_of(comparators, own.authority, year, own.by_year, {}, options);
    report.charts =
        io::own_charts(work.returns(), work.request().policies,
                       care::Date::end_of_reporting_year(year), comparators, own.authority);
    return report;
}

/// A report in a format that `format_of` has let pass.
std::string written(const scorecard::Report& report, std::string_view format) {
    if (format == "ees")
        return io::to_ees(report).data;
    if (format == "ees_meta")
        return io::to_ees(report).meta;
    return format == "markdown" ? io::to_markdown(report)
           : format == "json"   ? io::to_json(report)
                                : io::to_html(report);
}

} // namespace

indicare_status indicare_make_report(indicare_session* session, const char* authority,
                                     size_t authority_length, int32_t year, int32_t years,
                                     const char* format, size_t format_length) {
    return capi::call(session, [=](capi::Session& work) {
        const auto asked =
            capi::format_of(format, format_length, {"html", "markdown", "json", "ees", "ees_meta"});
        const auto name = capi::text_of("authority", authority, authority_length);
        capi::expect_within("years", years, 2, 20);
        work.keep(written(report_of(work, name, year, years), asked));
        return INDICARE_OK;
    });
}
