#include "arrow_columns.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>
#include <stdexcept>

#include "indicare/care/date.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::capi {

namespace {

/// How many units a day has, of the letter with which a type names it.
std::optional<std::int64_t> units_a_day(char unit) {
    constexpr std::int64_t seconds = 86'400;
    switch (unit) {
    case 's':
        return seconds;
    case 'm':
        return seconds * 1'000;
    case 'u':
        return seconds * 1'000'000;
    case 'n':
        return seconds * 1'000'000'000;
    default:
        return std::nullopt;
    }
}

/// The element of a buffer, which need not be aligned.
template <class T>
T element(const void* buffer, std::int64_t at) {
    T value;
    std::memcpy(&value,
                static_cast<const char*>(buffer) + at * static_cast<std::int64_t>(sizeof(T)),
                sizeof(T));
    return value;
}

bool bit(const void* buffer, std::int64_t at) {
    const auto byte = element<std::uint8_t>(buffer, at / 8);
    return (byte >> static_cast<unsigned>(at % 8) & 1U) != 0;
}

/// A text that is kept apart from the column: short ones in place, longer ones in a buffer.
struct View {
    std::int32_t length;
    std::array<char, 4> prefix;
    std::int32_t buffer;
    std::int32_t offset;
};
constexpr std::int32_t longest_in_place = 12;
constexpr std::int64_t buffers_before_views = 2;

constexpr std::string_view begins_before_its_buffer = "a text that begins before its buffer";
constexpr std::string_view ends_before_it_begins = "a text that ends before it begins";

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

} // namespace

bool has_all_rows(const ArrowArray& array) {
    if (array.null_count == 0 || array.n_buffers < 1 || array.buffers == nullptr ||
        array.buffers[0] == nullptr)
        return true;
    for (std::int64_t row = 0; row < array.length; ++row)
        if (!bit(array.buffers[0], array.offset + row))
            return false;
    return true;
}

ArrowColumn::ArrowColumn(const ArrowSchema& schema)
    : name_(schema.name == nullptr ? "" : schema.name) {
    const std::string_view format = schema.format == nullptr ? "" : schema.format;
    bool known = understand(format);
    if (known && schema.dictionary != nullptr) {
        known = (kind_ == Kind::whole || kind_ == Kind::natural) &&
                schema.dictionary->dictionary == nullptr;
        if (known)
            dictionary_.emplace_back(*schema.dictionary);
    }
    if (!known)
        throw std::invalid_argument("stream: column " + quality::printable(name_) +
                                    " has the Arrow type \"" + quality::printable(format) +
                                    "\"; expected text, dates, numbers or booleans");
}

/// The letters are those of the specification's table of format strings.
bool ArrowColumn::understand(std::string_view format) {
    struct Number {
        char format;
        Kind kind;
        std::size_t bytes;
    };
    constexpr Number numbers[] = {
        {'c', Kind::whole, 1},    {'C', Kind::natural, 1},   {'s', Kind::whole, 2},
        {'S', Kind::natural, 2},  {'i', Kind::whole, 4},     {'I', Kind::natural, 4},
        {'l', Kind::whole, 8},    {'L', Kind::natural, 8},   {'f', Kind::floating, 4},
        {'g', Kind::floating, 8}, {'n', Kind::nothing, 0},   {'b', Kind::boolean, 0},
        {'u', Kind::text, 0},     {'U', Kind::large_text, 0}};
    if (format.size() == 1)
        for (const Number& number : numbers)
            if (number.format == format[0]) {
                kind_ = number.kind;
                bytes_ = number.bytes;
                return true;
            }
    if (format == "vu")
        kind_ = Kind::text_view;
    else if (format == "tdD")
        kind_ = Kind::days;
    else if (format == "tdm" || (format.size() == 4 && format.substr(0, 2) == "ts" &&
                                 format[3] == ':' && units_a_day(format[2]))) {
        kind_ = Kind::time;
        units_a_day_ = *units_a_day(format == "tdm" ? 'm' : format[2]);
    } else {
        return false;
    }
    return true;
}

void ArrowColumn::turn_to(const ArrowArray& array, std::int64_t length) {
    const auto buffers = [this]() -> std::int64_t {
        switch (kind_) {
        case Kind::nothing:
            return 0;
        case Kind::text:
        case Kind::large_text:
            return 3;
        default:
            return 2;
        }
    }();
    const bool fits = array.length >= length && array.offset >= 0 && array.n_buffers >= buffers &&
                      (buffers == 0 || array.buffers != nullptr) &&
                      (buffers == 0 || length == 0 || array.buffers[1] != nullptr) &&
                      (array.dictionary != nullptr) == !dictionary_.empty();
    if (!fits)
        throw std::invalid_argument("stream: the array of column " + quality::printable(name_) +
                                    " does not have the length or the buffers of its type");
    array_ = &array;
    if (!dictionary_.empty())
        dictionary_.front().turn_to(*array.dictionary, array.dictionary->length);
    look_for_nul(length);
}

/// Whether there is a NUL from the first to the last byte of any text.
template <class End>
bool ArrowColumn::texts_hold_nul(std::int64_t length) const {
    auto first = element<End>(buffer(1), array_->offset);
    End end = first;
    for (std::int64_t at = array_->offset + 1; at <= array_->offset + length; ++at) {
        const auto next = element<End>(buffer(1), at);
        first = std::min(first, next);
        end = std::max(end, next);
    }
    return first >= 0 && end > first && buffer(2) != nullptr &&
           std::memchr(static_cast<const char*>(buffer(2)) + first, 0,
                       static_cast<std::size_t>(end - first)) != nullptr;
}

void ArrowColumn::look_for_nul(std::int64_t length) {
    may_hold_nul_ =
        kind_ == Kind::text_view || (!dictionary_.empty() && dictionary_.front().may_hold_nul());
    if (kind_ == Kind::text && length > 0)
        may_hold_nul_ = texts_hold_nul<std::int32_t>(length);
    if (kind_ == Kind::large_text && length > 0)
        may_hold_nul_ = texts_hold_nul<std::int64_t>(length);
}

void ArrowColumn::refuse(std::string_view fault) const {
    throw std::invalid_argument("stream: column " + quality::printable(name_) + " has " +
                                std::string(fault));
}

bool ArrowColumn::is_missing(std::int64_t at) const {
    return kind_ == Kind::nothing ||
           (array_->null_count != 0 && buffer(0) != nullptr && !bit(buffer(0), at));
}

void ArrowColumn::read(std::int64_t first, std::int64_t count, std::string_view* texts,
                       std::size_t apart) {
    const bool is_encoded = !dictionary_.empty();
    if (kind_ == Kind::text && !is_encoded)
        return read_texts<std::int32_t>(first, count, texts, apart);
    if (kind_ == Kind::large_text && !is_encoded)
        return read_texts<std::int64_t>(first, count, texts, apart);
    written_.resize(std::max(written_.size(), static_cast<std::size_t>(count)));
    Written* written = written_.data();
    for (std::int64_t row = first; row < first + count; ++row, texts += apart) {
        const std::int64_t at = array_->offset + row;
        *texts = is_missing(at) ? std::string_view() : value(at, *written++);
    }
}

std::string_view ArrowColumn::text_between(std::int64_t begin, std::int64_t end) const {
    if (end == begin)
        return {};
    expect(begin >= 0, begins_before_its_buffer);
    expect(end > begin && buffer(2) != nullptr, ends_before_it_begins);
    return {static_cast<const char*>(buffer(2)) + begin, static_cast<std::size_t>(end - begin)};
}

template <class End>
void ArrowColumn::read_texts(std::int64_t first, std::int64_t count, std::string_view* texts,
                             std::size_t apart) const {
    const void* const ends = buffer(1);
    const bool all_there = array_->null_count == 0 || buffer(0) == nullptr;
    std::int64_t at = array_->offset + first;
    auto begin = element<End>(ends, at);
    for (const std::int64_t last = at + count; at < last; ++at, texts += apart) {
        const auto end = element<End>(ends, at + 1);
        *texts = all_there || bit(buffer(0), at) ? text_between(begin, end) : std::string_view();
        begin = end;
    }
}

std::string_view ArrowColumn::value(std::int64_t at, Written& written) const {
    if (!dictionary_.empty()) {
        const ArrowColumn& dictionary = dictionary_.front();
        const std::int64_t index = whole(at);
        expect(index >= 0 && index < dictionary.array_->length,
               "an index that its dictionary does not have");
        const std::int64_t entry = dictionary.array_->offset + index;
        return dictionary.is_missing(entry) ? std::string_view() : dictionary.value(entry, written);
    }
    switch (kind_) {
    case Kind::text:
        return text_between(element<std::int32_t>(buffer(1), at),
                            element<std::int32_t>(buffer(1), at + 1));
    case Kind::large_text:
        return text_between(element<std::int64_t>(buffer(1), at),
                            element<std::int64_t>(buffer(1), at + 1));
    case Kind::text_view:
        return view(at);
    case Kind::boolean:
        return bit(buffer(1), at) ? "1" : "0";
    case Kind::days:
        return day(element<std::int32_t>(buffer(1), at), written);
    case Kind::time:
        return day(floor_divide(element<std::int64_t>(buffer(1), at), units_a_day_), written);
    default:
        return number(at, written);
    }
}

std::string_view ArrowColumn::view(std::int64_t at) const {
    const char* const place =
        static_cast<const char*>(buffer(1)) + at * static_cast<std::int64_t>(sizeof(View));
    const auto view = element<View>(place, 0);
    expect(view.length >= 0, ends_before_it_begins);
    const auto length = static_cast<std::size_t>(view.length);
    if (view.length <= longest_in_place)
        return {place + sizeof view.length, length};
    const std::int64_t number = buffers_before_views + view.buffer;
    expect(view.buffer >= 0 && view.offset >= 0 && number < array_->n_buffers - 1 &&
               buffer(number) != nullptr,
           "a text in a buffer that it does not have");
    const void* const sizes = buffer(array_->n_buffers - 1);
    const std::int64_t end = std::int64_t{view.offset} + view.length;
    expect(sizes != nullptr && element<std::int64_t>(sizes, view.buffer) >= end,
           "a text that ends beyond its buffer");
    return {static_cast<const char*>(buffer(number)) + view.offset, length};
}

std::int64_t ArrowColumn::whole(std::int64_t at) const {
    const void* const numbers = buffer(1);
    const bool is_signed = kind_ == Kind::whole;
    switch (bytes_) {
    case 1:
        return is_signed ? element<std::int8_t>(numbers, at) : element<std::uint8_t>(numbers, at);
    case 2:
        return is_signed ? element<std::int16_t>(numbers, at) : element<std::uint16_t>(numbers, at);
    case 4:
        return is_signed ? element<std::int32_t>(numbers, at)
                         : std::int64_t{element<std::uint32_t>(numbers, at)};
    default:
        return element<std::int64_t>(numbers, at);
    }
}

double ArrowColumn::floating(std::int64_t at) const {
    return bytes_ == sizeof(float) ? static_cast<double>(element<float>(buffer(1), at))
                                   : element<double>(buffer(1), at);
}

/// A column of whole numbers with gaps comes as floating-point numbers from many programs. One that
/// is not whole is handed on as it stands, and is refused where it is read.
std::string_view ArrowColumn::number(std::int64_t at, Written& written) const {
    char* const first = written.data();
    char* const end = first + written.size();
    std::to_chars_result done{};
    if (kind_ == Kind::floating) {
        const double value = floating(at);
        constexpr double exactly_whole_below = 9e15;
        if (std::isnan(value))
            return {};
        done = std::trunc(value) == value && std::fabs(value) < exactly_whole_below
                   ? std::to_chars(first, end, static_cast<std::int64_t>(value))
                   : std::to_chars(first, end, value);
    } else if (kind_ == Kind::natural && bytes_ == sizeof(std::uint64_t)) {
        done = std::to_chars(first, end, element<std::uint64_t>(buffer(1), at));
    } else {
        done = std::to_chars(first, end, whole(at));
    }
    return {first, static_cast<std::size_t>(done.ptr - first)};
}

/// As returns write it, in which form dates are read fastest; the bare number of a day beyond the
/// calendar, which no field takes for a date.
std::string_view ArrowColumn::day(std::int64_t days, Written& written) {
    char* const first = written.data();
    constexpr std::int64_t epoch = care::Date::of(1970, 1, 1).number();
    constexpr std::int64_t earliest = care::Date::of(1, 1, 1).number() - epoch;
    constexpr std::int64_t latest = care::Date::of(9999, 12, 31).number() - epoch;
    if (days < earliest || days > latest) {
        const auto done = std::to_chars(first, first + written.size(), days);
        return {first, static_cast<std::size_t>(done.ptr - first)};
    }
    const auto at = care::Date::from_number(static_cast<std::int32_t>(days + epoch)).civil();
    const auto write = [first](std::size_t end, int value, int digits) {
        for (; digits > 0; --digits, value /= 10)
            first[--end] = static_cast<char>('0' + value % 10);
    };
    write(2, at.day, 2);
    first[2] = '/';
    write(5, at.month, 2);
    first[5] = '/';
    write(10, at.year, 4);
    return {first, 10};
}

} // namespace indicare::capi
