// What chance can do to a figure.

#include <string>
#include <utility>

#include "boundary.hpp"
#include "figures.hpp"
#include "indicare/exact/confidence.hpp"
#include "indicare/exact/interval.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/figure_limits.hpp"
#include "indicare/scorecard/significance.hpp"

namespace capi = indicare::capi;
namespace exact = indicare::exact;
namespace scorecard = indicare::scorecard;

namespace {

/// The confidence that a text writes. The usual levels are made once.
exact::Confidence confidence_of(std::string_view text) {
    if (text.empty())
        return exact::Confidence::percent_95();
    for (const exact::Confidence* const usual :
         {&exact::Confidence::percent_95(), &exact::Confidence::percent_99_8()})
        if (usual->text() == std::string(text) + "%")
            return *usual;
    auto confidence = exact::Confidence::parse(text);
    if (!confidence)
        throw capi::Refusal(INDICARE_INVALID_ARGUMENT,
                            "confidence: expected a level, as 95 or 99.8 percent or 0.95 of 1, "
                            "with 30 decimals at most, not \"" +
                                indicare::quality::printable(text) + "\"");
    return std::move(*confidence);
}

/// Gives one of the two limits of a figure.
indicare_status give_limit(indicare_session* session, int64_t authority, int64_t indicator,
                           std::pair<const char*, size_t> confidence, const capi::Buffer& buffer,
                           exact::Decimal exact::Limits::*limit) {
    return capi::call(session, [&](const capi::Session& work) {
        const scorecard::Figure& figure = capi::figure_of(work, authority, indicator);
        const auto level =
            confidence_of(capi::text_of("confidence", confidence.first, confidence.second));
        const auto found = scorecard::limits_of(figure, level).limits;
        return buffer.take(found ? exact::print((*found).*limit) : std::string());
    });
}

} // namespace

indicare_status indicare_figure_limit_low(indicare_session* session, int64_t authority,
                                          int64_t indicator, const char* confidence,
                                          size_t confidence_length, char* buffer, size_t capacity,
                                          size_t* length) {
    return give_limit(session, authority, indicator, {confidence, confidence_length},
                      {buffer, capacity, length}, &exact::Limits::lower);
}

indicare_status indicare_figure_limit_high(indicare_session* session, int64_t authority,
                                           int64_t indicator, const char* confidence,
                                           size_t confidence_length, char* buffer, size_t capacity,
                                           size_t* length) {
    return give_limit(session, authority, indicator, {confidence, confidence_length},
                      {buffer, capacity, length}, &exact::Limits::upper);
}

indicare_status indicare_figure_significance(indicare_session* session, int64_t authority,
                                             int64_t indicator, const char* number,
                                             size_t number_length, const char** significance) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("significance", significance);
        const scorecard::Figure& figure = capi::figure_of(work, authority, indicator);
        const std::string_view text = capi::text_of("number", number, number_length);
        const auto beside = exact::Interval::exactly(capi::decimal_of("number", text).value());
        const auto tested = scorecard::significance_of(scorecard::known(figure), beside);
        *significance = name_of(tested.significance).data();
        return INDICARE_OK;
    });
}
