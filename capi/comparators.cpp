// An authority's figures beside England, its region and its statistical neighbours.

#include "boundary.hpp"
#include "indicare/io/comparison_writer.hpp"
#include "own_figures.hpp"

namespace capi = indicare::capi;
namespace io = indicare::io;
namespace scorecard = indicare::scorecard;
using capi::Buffer;
using capi::text_of;

namespace {

scorecard::ComparedScorecard compared(capi::Session& work, std::string_view authority,
                                      int32_t year) {
    const capi::OwnFigures own = capi::own_figures(work, authority, year, 2);
    return scorecard::compare(work.benchmarks().comparators(), own.authority, year,
                              scorecard::own_and_before(own.by_year, year));
}

const std::vector<scorecard::Comparison>& comparisons_of(const capi::Session& work,
                                                         int64_t indicator) {
    return capi::element(work.compared().figures, "indicator", indicator).comparisons;
}

const scorecard::Comparison& comparison_of(const capi::Session& work, int64_t indicator,
                                           int64_t benchmark) {
    return capi::element(comparisons_of(work, indicator), "benchmark", benchmark);
}

} // namespace

indicare_status indicare_use_bundled_benchmarks(indicare_session* session) {
    return capi::call(session, [](capi::Session& work) {
        work.use_bundled_benchmarks();
        return INDICARE_OK;
    });
}

indicare_status indicare_give_benchmarks(indicare_session* session, const char* file,
                                         size_t file_length, const char* text, size_t text_length) {
    return capi::call(session, [=](capi::Session& work) {
        const std::string name(text_of("file", file, file_length));
        work.give_benchmarks(name, text_of("text", text, text_length));
        return INDICARE_OK;
    });
}

indicare_status indicare_compare(indicare_session* session, const char* authority,
                                 size_t authority_length, int32_t year) {
    return capi::call(session, [=](capi::Session& work) {
        work.keep(compared(work, text_of("authority", authority, authority_length), year));
        return INDICARE_OK;
    });
}

indicare_status indicare_benchmark_count(indicare_session* session, int64_t indicator,
                                         int64_t* count) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("count", count);
        *count = static_cast<int64_t>(comparisons_of(work, indicator).size());
        return INDICARE_OK;
    });
}

indicare_status indicare_benchmark(indicare_session* session, int64_t indicator, int64_t benchmark,
                                   const char** kind, int32_t* year, const char** answer,
                                   const char** significance) {
    return capi::call(session, [=](const capi::Session& work) {
        const scorecard::Comparison& found = comparison_of(work, indicator, benchmark);
        capi::set(kind, name_of(found.benchmark.kind).data());
        capi::set(year, found.benchmark.year);
        capi::set(answer, name_of(found.answer).data());
        capi::set(significance, name_of(found.tested.significance).data());
        return INDICARE_OK;
    });
}

indicare_status indicare_benchmark_name(indicare_session* session, int64_t indicator,
                                        int64_t benchmark, char* buffer, size_t capacity,
                                        size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return Buffer{buffer, capacity, length}.take(
            comparison_of(work, indicator, benchmark).benchmark.name);
    });
}

indicare_status indicare_benchmark_printed(indicare_session* session, int64_t indicator,
                                           int64_t benchmark, char* buffer, size_t capacity,
                                           size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return Buffer{buffer, capacity, length}.take(
            comparison_of(work, indicator, benchmark).benchmark.printed);
    });
}

indicare_status indicare_make_comparison(indicare_session* session, const char* authority,
                                         size_t authority_length, int32_t year, const char* format,
                                         size_t format_length) {
    return capi::call(session, [=](capi::Session& work) {
        const auto asked = capi::format_of(format, format_length, {"text", "csv", "json"});
        const auto beside = compared(work, text_of("authority", authority, authority_length), year);
        const auto assessed = scorecard::assess(beside);
        work.keep(asked == "csv"    ? io::to_csv(beside, assessed)
                  : asked == "json" ? io::to_json(beside, assessed)
                                    : io::to_table(beside, assessed));
        return INDICARE_OK;
    });
}
