#pragma once

#include <cstdint>
#include <initializer_list>
#include <new>
#include <string>
#include <string_view>

#include "indicare.h"
#include "refusal.hpp"
#include "session.hpp"

namespace indicare::capi {

/// What a handle of the caller's stands for, and what was last said about it.
template <class Held>
struct Handle {
    /// Room for any sentence is taken at once, so that it can be said when memory has run out.
    Handle() { error.reserve(INDICARE_ERROR_TEXT_SIZE); }

    void say(std::string_view sentence) noexcept {
        error.assign(sentence.substr(0, INDICARE_ERROR_TEXT_SIZE - 1));
    }

    Held held;
    std::string error;
    /// The status that ended it, or INDICARE_OK.
    indicare_status ended_by = INDICARE_OK;
};

} // namespace indicare::capi

struct indicare_session // NOLINT(readability-identifier-naming)
    : indicare::capi::Handle<indicare::capi::Session> {};

namespace indicare::capi {

/// Makes what a handle stands for.
template <class AnyHandle>
indicare_status create(AnyHandle** handle) noexcept {
    if (handle == nullptr)
        return INDICARE_INVALID_ARGUMENT;
    *handle = nullptr;
    try {
        *handle = new AnyHandle;
        return INDICARE_OK;
    } catch (const std::bad_alloc&) {
        return INDICARE_OUT_OF_MEMORY;
    } catch (...) {
        return INDICARE_INTERNAL;
    }
}

/// Does the work of a call on what a handle stands for. No exception passes.
template <class AnyHandle, class Work>
indicare_status call(AnyHandle* handle, Work&& work) noexcept {
    if (handle == nullptr)
        return INDICARE_INVALID_ARGUMENT;
    if (handle->ended_by != INDICARE_OK)
        return handle->ended_by;
    try {
        const indicare_status status = work(handle->held);
        if (status == INDICARE_BUFFER_TOO_SMALL)
            handle->say("buffer: too small; length tells how long the text is, and its NUL comes "
                        "on top");
        return status;
    } catch (const Refusal& refusal) {
        handle->say(refusal.what());
        return refusal.status();
    } catch (const std::bad_alloc&) {
        handle->say("memory ran out; the session or state can only be destroyed");
        return handle->ended_by = INDICARE_OUT_OF_MEMORY;
    } catch (...) {
        handle->say("a fault of the library; the session or state can only be destroyed");
        return handle->ended_by = INDICARE_INTERNAL;
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

    /// Whether it can be written to, or has no room that could be.
    bool is_there() const noexcept { return at != nullptr || capacity == 0; }
    /// Copies the text with a NUL behind it when there is room; tells its length in any case.
    indicare_status copy(std::string_view text) const noexcept;
    /// The same, refused where the buffer is not there.
    indicare_status take(std::string_view text) const;
};

/// Gives the sentence about the last call that failed on a handle.
template <class Held>
indicare_status give_error_text(const Handle<Held>* handle, const Buffer& buffer) noexcept {
    if (handle == nullptr || !buffer.is_there())
        return INDICARE_INVALID_ARGUMENT;
    return buffer.copy(handle->error);
}

} // namespace indicare::capi
