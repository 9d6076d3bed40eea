#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace indicare::io {

enum class TokenKind : std::uint8_t { end, name, word, number, symbol };

/// The smallest parts of a claim. A word is one that means something in the language; a symbol is
/// `->`, `..`, `<=`, `>=` or any other character.
struct Token {
    TokenKind kind = TokenKind::end;
    std::string_view text{};
    std::size_t at = 0; ///< where it begins in the claim, in bytes
};

/// Whether a byte goes on with the character that the byte before belongs to, in UTF-8.
constexpr bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

/// How many characters a text has in UTF-8.
inline std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

/// Takes a claim apart, one token after the other.
class ClaimTokens {
  public:
    explicit ClaimTokens(std::string_view text) : text_(text) {}

    /// The next token; at the end of the claim, and after `stop`, the end.
    Token next() {
        at_ = std::min(text_.find_first_not_of(" \t", at_), text_.size());
        if (at_ == text_.size())
            return {TokenKind::end, {}, at_};
        if (is_letter(text_[at_]))
            return name();
        return is_digit(text_[at_]) ? number() : symbol();
    }
    void stop() { at_ = text_.size(); }

  private:
    static constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static constexpr bool is_letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    static constexpr bool is_in_name(char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '@';
    }
    static constexpr bool is_word(std::string_view text) {
        constexpr std::array<std::string_view, 8> words{"percent", "of", "per",    "mean",
                                                        "change",  "in", "shared", "apart"};
        return std::find(words.begin(), words.end(), text) != words.end();
    }

    bool is_digit_at(std::size_t at) const { return at < text_.size() && is_digit(text_[at]); }

    Token name() {
        std::size_t end = at_;
        while (end < text_.size() && is_in_name(text_[end]))
            ++end;
        Token token = taken(TokenKind::name, end);
        if (is_word(token.text))
            token.kind = TokenKind::word;
        return token;
    }

    /// With commas and a point where digits follow them, so that `59000..60000` is two numbers; and
    /// with letters, so that `1e5` is not taken for 1 times a name.
    Token number() {
        bool behind_point = false;
        std::size_t end = at_;
        while (end < text_.size()) {
            const char c = text_[end];
            const bool separates =
                (c == ',' || (c == '.' && !behind_point)) && is_digit_at(end + 1);
            if (!is_digit(c) && !is_letter(c) && c != '_' && !separates)
                break;
            behind_point = behind_point || c == '.';
            ++end;
        }
        return taken(TokenKind::number, end);
    }

    Token symbol() {
        constexpr std::array<std::string_view, 4> pairs{"->", "..", "<=", ">="};
        std::size_t end = at_ + 1;
        if (std::find(pairs.begin(), pairs.end(), text_.substr(at_, 2)) != pairs.end())
            ++end;
        while (end < text_.size() && continues_character(text_[end]))
            ++end;
        return taken(TokenKind::symbol, end);
    }

    Token taken(TokenKind kind, std::size_t end) {
        const Token token{kind, text_.substr(at_, end - at_), at_};
        at_ = end;
        return token;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// Whether a text is a name and nothing else.
inline bool is_claim_name(std::string_view text) {
    const Token first = ClaimTokens(text).next();
    return first.kind == TokenKind::name && first.text == text;
}

} // namespace indicare::io
