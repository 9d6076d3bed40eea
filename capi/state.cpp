#include "state.hpp"

#include <string>
#include <utility>

#include "indicare/io/partial_state_bytes.hpp"

namespace capi = indicare::capi;
namespace io = indicare::io;
using indicare::scorecard::PartialState;

namespace {

/// The state that is an argument of a call, beside the handle that the call is made on.
PartialState& state_of(const char* argument, indicare_state* state) {
    capi::expect_pointer(argument, state);
    if (state->ended_by != INDICARE_OK)
        throw capi::Refusal(INDICARE_INVALID_ARGUMENT,
                            std::string(argument) +
                                ": expected a state that can be used, not one that has ended");
    return state->held;
}

void expect_done(const std::string& refusal) {
    if (!refusal.empty())
        throw capi::Refusal(INDICARE_CONFLICT, "other: " + refusal);
}

} // namespace

indicare_status indicare_create_state(indicare_state** state) {
    return capi::create(state);
}

void indicare_destroy_state(indicare_state* state) {
    delete state;
}

indicare_status indicare_state_error_text(indicare_state* state, char* buffer, size_t capacity,
                                          size_t* length) {
    return capi::give_error_text(state, {buffer, capacity, length});
}

indicare_status indicare_take_state(indicare_session* session, indicare_state* state) {
    return capi::call(session, [=](capi::Session& work) {
        state_of("state", state) = work.take_state();
        return INDICARE_OK;
    });
}

indicare_status indicare_compute_state(indicare_session* session, indicare_state* state) {
    return capi::call(session, [=](capi::Session& work) {
        work.compute(state_of("state", state));
        return INDICARE_OK;
    });
}

indicare_status indicare_merge_state(indicare_state* state, indicare_state* other) {
    return capi::call(state, [=](PartialState& work) {
        expect_done(work.merge(state_of("other", other)));
        return INDICARE_OK;
    });
}

indicare_status indicare_subtract_state(indicare_state* state, indicare_state* other) {
    return capi::call(state, [=](PartialState& work) {
        expect_done(work.subtract(state_of("other", other)));
        return INDICARE_OK;
    });
}

indicare_status indicare_forget_children(indicare_state* state) {
    return capi::call(state, [](PartialState& work) {
        work = work.without_children();
        return INDICARE_OK;
    });
}

indicare_status indicare_state_bytes(indicare_state* state, char* buffer, size_t capacity,
                                     size_t* length) {
    return capi::call(state, [=](const PartialState& work) {
        return capi::Buffer{buffer, capacity, length}.take(io::to_bytes(work));
    });
}

indicare_status indicare_read_state(indicare_state* state, const char* bytes, size_t length) {
    return capi::call(state, [=](PartialState& work) {
        io::StateRead read = io::state_of_bytes(capi::text_of("bytes", bytes, length));
        if (!read.state)
            throw capi::Refusal(INDICARE_NOT_RECOGNISED, "bytes: " + read.refusal);
        work = std::move(*read.state);
        return INDICARE_OK;
    });
}
