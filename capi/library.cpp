#include "indicare.h"

#define INDICARE_TEXT_OF(number) #number
#define INDICARE_TEXT_WITH(major, minor, patch)                                                    \
    INDICARE_TEXT_OF(major) "." INDICARE_TEXT_OF(minor) "." INDICARE_TEXT_OF(patch)

// The build gives the project's version: the header's must be the same.
static_assert(INDICARE_MAJOR * 10000 + INDICARE_MINOR * 100 + INDICARE_PATCH ==
              INDICARE_VERSION_NUMBER);

int32_t indicare_version_number(void) {
    return INDICARE_VERSION_NUMBER;
}

const char* indicare_version_text(void) {
    return INDICARE_TEXT_WITH(INDICARE_MAJOR, INDICARE_MINOR, INDICARE_PATCH);
}

const char* indicare_status_name(indicare_status status) {
    constexpr const char* names[] = {
        "INDICARE_OK",
        "INDICARE_BUFFER_TOO_SMALL",
        "INDICARE_INVALID_ARGUMENT",
        "INDICARE_OUT_OF_RANGE",
        "INDICARE_NOT_FOUND",
        "INDICARE_WRONG_ORDER",
        "INDICARE_NOT_RECOGNISED",
        "INDICARE_NOT_AVAILABLE",
        "INDICARE_OUT_OF_MEMORY",
        "INDICARE_INTERNAL",
        "INDICARE_CANCELLED",
        "INDICARE_CONFLICT",
    };
    return status < INDICARE_OK || status > INDICARE_CONFLICT ? "unknown status" : names[status];
}
