// The document that was made last, whichever it is.

#include <algorithm>

#include "boundary.hpp"

namespace capi = indicare::capi;

indicare_status indicare_document(indicare_session* session, char* buffer, size_t capacity,
                                  size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return capi::Buffer{buffer, capacity, length}.take(work.document());
    });
}

indicare_status indicare_write_document(indicare_session* session, indicare_writer writer,
                                        void* context) {
    return capi::call(session, [=](const capi::Session& work) {
        if (writer == nullptr)
            throw capi::Refusal(INDICARE_INVALID_ARGUMENT, "writer: expected a function, not NULL");
        constexpr std::size_t piece = 1U << 16U;
        std::string_view rest = work.document();
        for (; !rest.empty(); rest.remove_prefix(std::min(piece, rest.size())))
            if (writer(context, rest.data(), std::min(piece, rest.size())) != 0)
                throw capi::Refusal(INDICARE_CANCELLED, "writer: it ended the call");
        return INDICARE_OK;
    });
}
