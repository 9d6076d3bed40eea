#pragma once

#include <cstdint>
#include <initializer_list>
#include <new>
#include <string>
#include <string_view>

#include "indicare.h"
#include "refusal.hpp"
#include "session.hpp"

/// A session and what it last said.
struct indicare_session { // NOLINT(readability-identifier-naming)
    /// Room for any sentence is taken at once, so that it can be said when memory has run out.
    indicare_session() { error.reserve(INDICARE_ERROR_TEXT_SIZE); }

    void say(std::string_view sentence) noexcept {
        error.assign(sentence.substr(0, INDICARE_ERROR_TEXT_SIZE - 1));
    }

    indicare::capi::Session session;
    std::string error;
    /// The status that ended the session, or INDICARE_OK.
    indicare_status ended_by = INDICARE_OK;
};

namespace indicare::capi {

/// Does the work of a call on a session. No exception passes.
template <class Work>
indicare_status call(indicare_session* session, Work&& work) noexcept {
    if (session == nullptr)
        return INDICARE_INVALID_ARGUMENT;
    if (session->ended_by != INDICARE_OK)
        return session->ended_by;
    try {
        const indicare_status status = work(session->session);
        if (status == INDICARE_BUFFER_TOO_SMALL)
            session->say("buffer: too small; length tells how long the text is, and its NUL comes "
                         "on top");
        return status;
    } catch (const Refusal& refusal) {
        session->say(refusal.what());
        return refusal.status();
    } catch (const std::bad_alloc&) {
        session->say("memory ran out; the session can only be destroyed");
        return session->ended_by = INDICARE_OUT_OF_MEMORY;
    } catch (...) {
        session->say("a fault of the library; the session can only be destroyed");
        return session->ended_by = INDICARE_INTERNAL;
    }
}

/// The text that an argument gives.
std::string_view text_of(const char* argument, const char* text, std::size_t length);

/// The format that an argument names, one of those that a document has.
std::string_view format_of(const char* format, std::size_t length,
                           std::initializer_list<std::string_view> formats);

/// Throws unless a pointer that is to be set is there.
void expect_pointer(const char* argument, const void* pointer);

/// The day that a number writes: 20230331 is 31 March 2023. Throws when it writes none.
care::Date day_of(const char* argument, std::int32_t number);

/// Throws unless an index that came from outside is that of one of `count`.
void expect_index(const char* argument, std::int64_t index, std::size_t count);

/// The element of `all` with an index that came from outside.
template <class All>
const auto& element(const All& all, const char* argument, std::int64_t index) {
    expect_index(argument, index, all.size());
    return all[static_cast<std::size_t>(index)];
}

/// Sets what a pointer of the caller's points to, unless it is NULL.
template <class Number, class Value>
void set(Number* number, Value value) {
    if (number != nullptr)
        *number = static_cast<Number>(value);
}

/// A buffer of the caller's for a text.
struct Buffer {
    char* at;
    std::size_t capacity;
    std::size_t* length;

    /// Copies the text with a NUL behind it when there is room; tells its length in any case.
    indicare_status take(std::string_view text) const;
};

} // namespace indicare::capi
