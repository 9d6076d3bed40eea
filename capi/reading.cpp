// What is given to a session, from its making to the computation.

#include <new>
#include <optional>

#include "boundary.hpp"

namespace capi = indicare::capi;
namespace care = indicare::care;
using capi::text_of;

indicare_status indicare_create(indicare_session** session) {
    if (session == nullptr)
        return INDICARE_INVALID_ARGUMENT;
    *session = nullptr;
    try {
        *session = new indicare_session;
        return INDICARE_OK;
    } catch (const std::bad_alloc&) {
        return INDICARE_OUT_OF_MEMORY;
    } catch (...) {
        return INDICARE_INTERNAL;
    }
}

void indicare_destroy(indicare_session* session) {
    delete session;
}

indicare_status indicare_error_text(indicare_session* session, char* buffer, size_t capacity,
                                    size_t* length) {
    if (session == nullptr || (buffer == nullptr && capacity != 0))
        return INDICARE_INVALID_ARGUMENT;
    return capi::Buffer{buffer, capacity, length}.take(session->error);
}

indicare_status indicare_set_option(indicare_session* session, const char* name, size_t name_length,
                                    const char* value, size_t value_length) {
    return capi::call(session, [=](capi::Session& work) {
        work.set_option(text_of("name", name, name_length), text_of("value", value, value_length));
        return INDICARE_OK;
    });
}

indicare_status indicare_give_postcodes(indicare_session* session, const char* file,
                                        size_t file_length, const char* text, size_t text_length) {
    return capi::call(session, [=](capi::Session& work) {
        const std::string name(text_of("file", file, file_length));
        work.give_postcodes(name, text_of("text", text, text_length));
        return INDICARE_OK;
    });
}

indicare_status indicare_give_populations(indicare_session* session, const char* file,
                                          size_t file_length, const char* text,
                                          size_t text_length) {
    return capi::call(session, [=](capi::Session& work) {
        const std::string name(text_of("file", file, file_length));
        work.give_populations(name, text_of("text", text, text_length));
        return INDICARE_OK;
    });
}

indicare_status indicare_give_population(indicare_session* session, const char* authority,
                                         size_t authority_length, int32_t year, int64_t people) {
    return capi::call(session, [=](capi::Session& work) {
        work.give_population(text_of("authority", authority, authority_length), year, people);
        return INDICARE_OK;
    });
}

indicare_status indicare_begin_table(indicare_session* session, const char* file,
                                     size_t file_length, int32_t year) {
    return capi::call(session, [=](capi::Session& work) {
        work.begin_table(std::string(text_of("file", file, file_length)), year);
        return INDICARE_OK;
    });
}

indicare_status indicare_feed(indicare_session* session, const char* text, size_t text_length) {
    return capi::call(session, [=](capi::Session& work) {
        work.feed(text_of("text", text, text_length));
        return INDICARE_OK;
    });
}

indicare_status indicare_end_table(indicare_session* session, const char** table) {
    return capi::call(session, [=](capi::Session& work) {
        const std::optional<care::Table> read = work.end_table();
        if (table != nullptr)
            *table = read ? name_of(*read).data() : nullptr;
        return INDICARE_OK;
    });
}

indicare_status indicare_begin_xml(indicare_session* session, const char* file, size_t file_length,
                                   int32_t year) {
    return capi::call(session, [=](capi::Session& work) {
        work.begin_xml(std::string(text_of("file", file, file_length)), year);
        return INDICARE_OK;
    });
}

indicare_status indicare_end_xml(indicare_session* session, int32_t* read) {
    return capi::call(session, [=](capi::Session& work) {
        const bool was_return = work.end_xml();
        if (read != nullptr)
            *read = was_return ? 1 : 0;
        return INDICARE_OK;
    });
}

indicare_status indicare_compute(indicare_session* session, int32_t as_at) {
    return capi::call(session, [=](capi::Session& work) {
        work.compute(capi::day_of("as_at", as_at));
        return INDICARE_OK;
    });
}
