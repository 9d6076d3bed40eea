#include "json_writer.hpp"

#include "indicare/io/utf8.hpp"

namespace indicare::io {

namespace {

constexpr unsigned char first_printed = 0x20;
constexpr unsigned char first_not_ascii = 0x80;

/// Whether the byte stands for itself in a text of JSON, whatever stands beside it.
bool stands_for_itself(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= first_printed && code < first_not_ascii && byte != '"' && byte != '\\';
}

/// The letter by which JSON escapes a byte of ASCII; 0 where it has none.
char letter_of(char byte) {
    switch (byte) {
    case '"':
    case '\\':
        return byte;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return '\0';
    }
}

void append_escaped(std::string& out, char byte) {
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(byte);
    out += '\\';
    if (const char letter = letter_of(byte); letter != '\0')
        out += letter;
    else
        out.append("u00").append({hexadecimal[code / 16U], hexadecimal[code % 16U]});
}

/// Appends the character there, and returns the bytes that it takes.
std::size_t append_character(std::string& out, std::string_view text, std::size_t at) {
    const std::size_t length = length_of_character(text, at);
    if (length == 1)
        append_escaped(out, text[at]);
    else
        out += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(at, length);
    return length == 0 ? 1 : length;
}

} // namespace

void JsonWriter::begin_line() {
    if (step_ > 0)
        text_.append(1, '\n').append(depth_ * step_, ' ');
}

void JsonWriter::begin_value() {
    if (is_after_name_) {
        is_after_name_ = false;
        return;
    }
    if (!is_empty_)
        text_ += ',';
    is_empty_ = false;
    if (depth_ > 0)
        begin_line();
}

void JsonWriter::name(std::string_view name) {
    begin_value();
    append_text(name);
    text_ += step_ > 0 ? ": " : ":";
    is_after_name_ = true;
}

void JsonWriter::append_integer(const exact::integer& number) {
    if (const auto small = exact::as_int64(number))
        append_number(*small);
    else
        append_text(exact::to_text(number));
}

void JsonWriter::append_text(std::string_view text) {
    text_ += '"';
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && stands_for_itself(text[end]))
            ++end;
        text_ += text.substr(at, end - at);
        at = end < text.size() ? end + append_character(text_, text, end) : end;
    }
    text_ += '"';
}

} // namespace indicare::io
