#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indicare::io {

/// A value as it was read. (Those of the library that reads JSON take memory where they end.)
struct JsonValue {
    enum class Kind : std::uint8_t { text, list, object, other };

    Kind kind = Kind::other;
    std::string text{};               ///< of a text; of what is neither list nor object, its JSON
    std::vector<std::string> names{}; ///< of an object's members
    std::vector<JsonValue> values{};  ///< of a list or an object

    const std::string* as_text() const { return kind == Kind::text ? &text : nullptr; }
    bool is_other(std::string_view json) const { return kind == Kind::other && text == json; }
    /// The member of an object; `nullptr` where there is none.
    const JsonValue* find(std::string_view name) const {
        const auto at = std::find(names.begin(), names.end(), name);
        return at == names.end() ? nullptr : &values[static_cast<std::size_t>(at - names.begin())];
    }
};

/// The value as JSON on one line.
std::string json_of(const JsonValue& value);

/// What was read from a text.
struct JsonRead {
    JsonValue root{};
    /// Why the text is not to be read, and after how many bytes (0: not at one of them); empty
    /// where it is.
    std::string refusal{};
    std::size_t byte = 0;
    std::vector<std::string> twice{}; ///< members that stand twice in one object; the last is kept
};

/// Reads JSON that is nested no deeper than `deepest` lists and objects.
JsonRead read_json(std::string_view text, std::size_t deepest);

} // namespace indicare::io
