// Rows that are given one by one, and children that are replaced by them.

#include <span>
#include <vector>

#include "boundary.hpp"

namespace capi = indicare::capi;
using capi::text_of;

namespace {

/// The texts of an array, as a row of the session; those that are NULL are blank.
std::span<const std::string_view> row_of(capi::Session& session, const char* argument,
                                         const char* const* texts, const size_t* lengths,
                                         int64_t count) {
    capi::expect_pointer(argument, static_cast<const void*>(texts));
    std::vector<std::string_view>& all = session.empty_row(count);
    for (int64_t at = 0; at < count; ++at)
        all.push_back(texts[at] == nullptr
                          ? std::string_view()
                          : text_of(argument, texts[at],
                                    lengths == nullptr ? INDICARE_NUL_TERMINATED : lengths[at]));
    return all;
}

} // namespace

indicare_status indicare_begin_rows(indicare_session* session, const char* file, size_t file_length,
                                    int32_t year, const char* const* columns, const size_t* lengths,
                                    int64_t count) {
    return capi::call(session, [=](capi::Session& work) {
        const std::string name(text_of("file", file, file_length));
        work.begin_rows(name, year, row_of(work, "columns", columns, lengths, count));
        return INDICARE_OK;
    });
}

indicare_status indicare_add_row(indicare_session* session, const char* const* values,
                                 const size_t* lengths, int64_t count) {
    return capi::call(session, [=](capi::Session& work) {
        work.add_row(row_of(work, "values", values, lengths, count));
        return INDICARE_OK;
    });
}

indicare_status indicare_begin_child(indicare_session* session, const char* authority,
                                     size_t authority_length, const char* child,
                                     size_t child_length) {
    return capi::call(session, [=](capi::Session& work) {
        work.begin_child(text_of("authority", authority, authority_length),
                         text_of("child", child, child_length));
        return INDICARE_OK;
    });
}

indicare_status indicare_end_child(indicare_session* session) {
    return capi::call(session, [](capi::Session& work) {
        work.end_child();
        return INDICARE_OK;
    });
}
