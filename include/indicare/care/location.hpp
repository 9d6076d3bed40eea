#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indicare/care/same_text.hpp"
#include "indicare/care/texts.hpp"

namespace indicare::care {

/// A text without blanks, in capitals: itself where it is so already, else kept in `buffer`.
inline std::string_view plain(std::string_view text, std::string& buffer) {
    const auto is_plain = [](char character) {
        return character != ' ' && !(character >= 'a' && character <= 'z');
    };
    if (std::all_of(text.begin(), text.end(), is_plain))
        return text;
    buffer.clear();
    for (const char character : text)
        if (character != ' ')
            buffer += is_plain(character) ? character : static_cast<char>(character - 'a' + 'A');
    return buffer;
}

/// Postcodes as numbers, without loss: two postcodes have the same number exactly when they are the
/// same but for blanks and case. 0 is the blank postcode.
class Postcodes {
  public:
    /// Numbers lie below this.
    static constexpr std::uint64_t limit = std::uint64_t{1} << 37;

    std::uint64_t number_of(std::string_view text) {
        std::uint64_t number = 0;
        std::size_t blanks = 0;
        bool regular = true;
        for (std::size_t at = 0; at < text.size() && regular; ++at) {
            const unsigned digit = digit_of(text[at]);
            if (digit == blank) {
                ++blanks;
                continue;
            }
            number = number * 37 + digit;
            regular = digit != 0;
        }
        return regular && text.size() - blanks <= 7 ? number : irregular(text);
    }

    /// Makes numbers given here those that `other` gives to the same postcodes.
    auto translation_to(Postcodes& other) const {
        return [numbers = others_.numbers_in(other.others_)](std::uint64_t number) {
            return number < regular_limit ? number
                                          : regular_limit + numbers[number - regular_limit];
        };
    }

  private:
    static constexpr std::uint8_t blank = 255;
    static constexpr std::uint64_t regular_limit = 94931877133; // 37 to the 7th

    /// 1 to 36 for a digit or a letter, `blank`, or 0 for anything else.
    static unsigned digit_of(char character) {
        static constexpr std::array digits = [] {
            std::array<std::uint8_t, 256> all{};
            for (unsigned i = 0; i < 10; ++i)
                all['0' + i] = static_cast<std::uint8_t>(1 + i);
            for (unsigned i = 0; i < 26; ++i)
                all['A' + i] = all['a' + i] = static_cast<std::uint8_t>(11 + i);
            all[' '] = blank;
            return all;
        }();
        return digits[static_cast<unsigned char>(character)];
    }

    std::uint64_t irregular(std::string_view text) {
        return regular_limit + others_.number_of(plain(text, buffer_));
    }

    std::string buffer_;
    Texts others_;
};

/// Unique reference numbers of providers as numbers, without loss but for blanks and case: seven
/// digits, SC and six digits, and any other text. 0 is the blank one. Past 5.7 million different
/// other texts all further ones count as one.
class ProviderReferences {
  public:
    /// Numbers lie below this.
    static constexpr std::uint32_t limit = 1U << 24;

    std::uint32_t number_of(std::string_view given) {
        constexpr std::string_view of_no_inspection = "XXXXXXX";
        if (same_text(given, of_no_inspection)) // of most placements
            return not_inspected;
        const std::string_view text = plain(given, buffer_);
        if (text.empty())
            return 0;
        if (text == of_no_inspection)
            return not_inspected;
        if (text.size() == 7)
            if (const auto number = digits(text))
                return 1 + *number;
        if (text.size() == 8 && text[0] == 'S' && text[1] == 'C')
            if (const auto number = digits(text.substr(2)))
                return 10'000'001 + *number;
        return number_of_other(others_.number_of(text));
    }

    /// Makes numbers given here those that `other` gives to the same references.
    auto translation_to(ProviderReferences& other) const {
        return [numbers = others_.numbers_in(other.others_)](std::uint32_t number) {
            const bool is_other = number > not_inspected && number < limit - 1;
            return is_other ? number_of_other(numbers[number - not_inspected - 1]) : number;
        };
    }

  private:
    static constexpr std::uint32_t not_inspected = 11'000'001;

    static std::uint32_t number_of_other(std::uint32_t number) {
        return std::min(not_inspected + 1 + number, limit - 1);
    }

    static std::optional<std::uint32_t> digits(std::string_view text) {
        std::uint32_t number = 0;
        for (const char character : text) {
            if (character < '0' || character > '9')
                return std::nullopt;
            number = number * 10 + static_cast<std::uint32_t>(character - '0');
        }
        return number;
    }

    std::string buffer_;
    Texts others_;
};

} // namespace indicare::care
