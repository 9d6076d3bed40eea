#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "indicare/exact/integer.hpp"

namespace indicare::io {

/// Writes JSON as it is told it, and keeps nothing but the text. Objects and lists are written by
/// what is called between their brackets, so that each ends:
///
///     json.object([&] {
///         json.member("title", title);
///         json.list_of("figures", figures, [&](const Figure& figure) { write(json, figure); });
///     });
///
/// Values are texts (bytes that are no UTF-8 become U+FFFD), true and false, and whole numbers; one
/// beyond 64 bits is a text.
class JsonWriter {
  public:
    /// Each member and element on a line of its own, set in by `step` blanks a level; all on one
    /// line where that is 0.
    explicit JsonWriter(std::size_t step) : step_(step) {}

    template <class Value>
    void value(const Value& value) {
        begin_value();
        if constexpr (std::is_same_v<Value, bool>)
            text_ += value ? "true" : "false";
        else if constexpr (std::integral<Value>)
            append_number(value);
        else if constexpr (std::is_same_v<Value, exact::integer>)
            append_integer(value);
        else
            append_text(value);
    }

    template <class Write>
    void object(Write write) {
        between('{', '}', write);
    }
    template <class Write>
    void list(Write write) {
        between('[', ']', write);
    }
    /// A list with what `write` makes of each element.
    template <class Range, class Write>
    void list_of(const Range& range, Write write) {
        list([&] {
            for (const auto& element : range)
                write(element);
        });
    }
    /// A list of values.
    template <class Range>
    void values(const Range& range) {
        list_of(range, [&](const auto& element) { this->value(element); });
    }

    template <class Value>
    void values(std::initializer_list<Value> values) {
        this->values<std::initializer_list<Value>>(values);
    }

    /// The name of a member of the object that is open: its value comes next.
    void name(std::string_view name);
    /// A member.
    template <class Value>
    void member(std::string_view name, const Value& value) {
        this->name(name);
        this->value(value);
    }
    /// Nothing where there is no value.
    template <class Value>
    void member(std::string_view name, const std::optional<Value>& value) {
        if (value)
            member(name, *value);
    }
    template <class Write>
    void object(std::string_view name, Write write) {
        this->name(name);
        object(write);
    }
    template <class Write>
    void list(std::string_view name, Write write) {
        this->name(name);
        list(write);
    }
    template <class Range, class Write>
    void list_of(std::string_view name, const Range& range, Write write) {
        this->name(name);
        list_of(range, write);
    }
    template <class Range>
    void values(std::string_view name, const Range& range) {
        this->name(name);
        values(range);
    }
    template <class Value>
    void values(std::string_view name, std::initializer_list<Value> values) {
        this->values<std::initializer_list<Value>>(name, values);
    }
    /// What is JSON already, on one line.
    void ready(std::string_view json) {
        begin_value();
        text_ += json;
    }
    void ready(std::string_view name, std::string_view json) {
        this->name(name);
        ready(json);
    }

    /// The document, with the end of its last line.
    std::string document() && {
        text_ += '\n';
        return std::move(text_);
    }
    /// The document where it stands within another text.
    std::string text() && { return std::move(text_); }

  private:
    template <class Write>
    void between(char begin, char end, Write& write) {
        begin_value();
        text_ += begin;
        ++depth_;
        is_empty_ = true;
        write();
        --depth_;
        if (!is_empty_)
            begin_line();
        is_empty_ = false;
        text_ += end;
    }

    template <std::integral Number>
    void append_number(Number number) {
        constexpr std::size_t longest = 20;
        char digits[longest];
        const auto end = std::to_chars(digits, digits + longest, number).ptr;
        text_.append(digits, end);
    }

    void begin_value();
    void begin_line();
    void append_integer(const exact::integer& number);
    void append_text(std::string_view text);

    std::string text_;
    std::size_t step_;
    std::size_t depth_ = 0;      ///< brackets that are open
    bool is_empty_ = true;       ///< nothing stands yet in the innermost of them
    bool is_after_name_ = false; ///< what comes next is the value of a member
};

} // namespace indicare::io
