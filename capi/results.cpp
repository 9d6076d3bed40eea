#include <span>
#include <utility>

#include "boundary.hpp"
#include "figures.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/io/scorecard_writer.hpp"

namespace capi = indicare::capi;
using capi::Buffer;
using capi::figure_of;
using capi::scorecard_of;
using indicare::scorecard::Figure;

namespace {

/// Gives the text that `tell` makes of a figure.
template <class Tell>
indicare_status give_text(indicare_session* session, int64_t authority, int64_t indicator,
                          const Buffer& buffer, Tell&& tell) {
    return capi::call(session, [&](const capi::Session& work) {
        return buffer.take(tell(figure_of(work, authority, indicator)));
    });
}

} // namespace

indicare_status indicare_authority_count(indicare_session* session, int64_t* count) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("count", count);
        *count = static_cast<int64_t>(work.results().size());
        return INDICARE_OK;
    });
}

indicare_status indicare_authority_name(indicare_session* session, int64_t authority, char* buffer,
                                        size_t capacity, size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return Buffer{buffer, capacity, length}.take(scorecard_of(work, authority).authority);
    });
}

indicare_status indicare_figure_is_available(indicare_session* session, int64_t authority,
                                             int64_t indicator, int32_t* available) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("available", available);
        *available = figure_of(work, authority, indicator).is_available() ? 1 : 0;
        return INDICARE_OK;
    });
}

indicare_status indicare_figure_reason(indicare_session* session, int64_t authority,
                                       int64_t indicator, char* buffer, size_t capacity,
                                       size_t* length) {
    return give_text(session, authority, indicator, {buffer, capacity, length},
                     [](const Figure& figure) { return figure.unavailable_because(); });
}

indicare_status indicare_figure_numbers(indicare_session* session, int64_t authority,
                                        int64_t indicator, int64_t* numerator,
                                        int32_t* has_denominator, int64_t* denominator,
                                        int64_t* undetermined) {
    return capi::call(session, [=](const capi::Session& work) {
        const Figure& figure = capi::available(figure_of(work, authority, indicator));
        capi::set(numerator, figure.numerator());
        capi::set(has_denominator, figure.denominator().has_value() ? 1 : 0);
        capi::set(denominator, figure.denominator().value_or(0));
        capi::set(undetermined, figure.undetermined());
        return INDICARE_OK;
    });
}

indicare_status indicare_figure_exact(indicare_session* session, int64_t authority,
                                      int64_t indicator, char* buffer, size_t capacity,
                                      size_t* length) {
    return give_text(session, authority, indicator, {buffer, capacity, length},
                     [](const Figure& figure) {
                         const auto value = figure.value();
                         return value ? indicare::exact::to_text(*value) : std::string();
                     });
}

indicare_status indicare_figure_printed(indicare_session* session, int64_t authority,
                                        int64_t indicator, char* buffer, size_t capacity,
                                        size_t* length) {
    return give_text(session, authority, indicator, {buffer, capacity, length},
                     [](const Figure& figure) { return figure.printed(); });
}

indicare_status indicare_figure_low(indicare_session* session, int64_t authority, int64_t indicator,
                                    char* buffer, size_t capacity, size_t* length) {
    return give_text(session, authority, indicator, {buffer, capacity, length},
                     [](const Figure& figure) {
                         const auto bounds = figure.bounds();
                         return bounds ? bounds->first : std::string();
                     });
}

indicare_status indicare_figure_high(indicare_session* session, int64_t authority,
                                     int64_t indicator, char* buffer, size_t capacity,
                                     size_t* length) {
    return give_text(session, authority, indicator, {buffer, capacity, length},
                     [](const Figure& figure) {
                         const auto bounds = figure.bounds();
                         return bounds ? bounds->second : std::string();
                     });
}

indicare_status indicare_note_count(indicare_session* session, int64_t authority, int64_t* count) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("count", count);
        *count = static_cast<int64_t>(scorecard_of(work, authority).notes.size());
        return INDICARE_OK;
    });
}

indicare_status indicare_note(indicare_session* session, int64_t authority, int64_t note,
                              char* buffer, size_t capacity, size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return Buffer{buffer, capacity, length}.take(
            capi::element(scorecard_of(work, authority).notes, "note", note));
    });
}

indicare_status indicare_results_as_csv(indicare_session* session, char* buffer, size_t capacity,
                                        size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return Buffer{buffer, capacity, length}.take(indicare::io::to_csv(work.results()));
    });
}

indicare_status indicare_results_as_json(indicare_session* session, char* buffer, size_t capacity,
                                         size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return Buffer{buffer, capacity, length}.take(indicare::io::to_json(work.results()));
    });
}
