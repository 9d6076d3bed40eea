#include "boundary.hpp"

#include <algorithm>
#include <cstring>

#include "indicare/quality/finding.hpp"

namespace indicare::capi {

std::string_view text_of(const char* argument, const char* text, std::size_t length) {
    if (text == nullptr && length != 0)
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      std::string(argument) + ": expected text, not NULL");
    if (text == nullptr)
        return {};
    return {text, length == INDICARE_NUL_TERMINATED ? std::strlen(text) : length};
}

std::string_view format_of(const char* format, std::size_t length,
                           std::initializer_list<std::string_view> formats) {
    const std::string_view asked = text_of("format", format, length);
    if (std::find(formats.begin(), formats.end(), asked) != formats.end())
        return asked;
    std::string expected;
    for (const std::string_view each : formats)
        expected.append(expected.empty() ? "" : " or ").append(each);
    throw Refusal(INDICARE_INVALID_ARGUMENT,
                  "format: expected " + expected + ", not \"" + quality::printable(asked) + "\"");
}

void expect_pointer(const char* argument, const void* pointer) {
    if (pointer == nullptr)
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      std::string(argument) + ": expected a pointer, not NULL");
}

care::Date day_of(const char* argument, std::int32_t number) {
    const care::Date day = care::Date::of(number / 10000, number / 100 % 100, number % 100);
    if (day.is_none())
        throw Refusal(INDICARE_INVALID_ARGUMENT, std::string(argument) +
                                                     ": expected a day as 20230331, not " +
                                                     std::to_string(number));
    return day;
}

void expect_index(const char* argument, std::int64_t index, std::size_t count) {
    if (index < 0 || static_cast<std::uint64_t>(index) >= count)
        throw Refusal(INDICARE_OUT_OF_RANGE,
                      std::string(argument) + ": expected an index from 0 and below " +
                          std::to_string(count) + ", not " + std::to_string(index));
}

indicare_status Buffer::take(std::string_view text) const {
    if (!is_there())
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      "buffer: expected a pointer, not NULL, with a capacity above 0");
    return copy(text);
}

indicare_status Buffer::copy(std::string_view text) const noexcept {
    if (length != nullptr)
        *length = text.size();
    if (capacity <= text.size())
        return INDICARE_BUFFER_TOO_SMALL;
    *std::copy(text.begin(), text.end(), at) = '\0';
    return INDICARE_OK;
}

} // namespace indicare::capi
