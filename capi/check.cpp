#include "indicare/io/check.hpp"

#include "boundary.hpp"

namespace capi = indicare::capi;
namespace io = indicare::io;

indicare_status indicare_make_check(indicare_session* session, int32_t as_at, const char* format,
                                    size_t format_length) {
    return capi::call(session, [=](capi::Session& work) {
        const auto asked = capi::format_of(format, format_length, {"text", "csv", "json"});
        work.keep(work.checked(capi::day_of("as_at", as_at), asked == "csv" ? io::check_as_csv
                                                             : asked == "json"
                                                                 ? io::check_as_json
                                                                 : io::check_as_table));
        return INDICARE_OK;
    });
}
