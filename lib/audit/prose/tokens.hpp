#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indicare::io::prose {

enum class TokenKind : std::uint8_t { word, number, mark };

/// What stands right before or after a number, without a blank between.
enum class Attached : std::uint8_t { nothing, letters };

/// A word in small letters, a number as it is printed, or one mark. A hyphen between letters is no
/// token (`asylum-seeking` is two words), nor is what follows an apostrophe (`children's`).
struct Token {
    TokenKind kind = TokenKind::mark;
    bool negative = false;         ///< a number behind a minus sign
    bool dotted = false;           ///< of several points, or of odd commas: 4.2.1, 1,2345
    bool percent = false;          ///< a number with its `%`, which is no token of its own
    bool of_paragraph = false;     ///< the number of a paragraph, at the start of its line
    bool alone_by_page = false;    ///< alone on its line next to a form feed
    bool starts_line = false;      ///< the first on its line
    bool after_blank_line = false; ///< the first after a line without tokens, or after a form feed
    Attached before = Attached::nothing;
    Attached after = Attached::nothing;
    std::string_view text;
    std::size_t offset = 0;
    std::uint64_t line = 1;
    std::uint64_t column = 1;
    std::uint64_t page = 1;
};

/// Tokens from the first to before the last that make a sentence, or a heading.
struct Sentence {
    std::size_t first = 0;
    std::size_t last = 0;
    bool starts_block = false; ///< after a blank line or the number of a paragraph
    bool is_heading = false;   ///< a block without the mark that ends a sentence
    std::string_view paragraph;
};

/// A text cut into tokens and sentences.
class Document {
  public:
    explicit Document(std::string_view text);
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    const std::vector<Token>& tokens() const { return tokens_; }
    const std::vector<Sentence>& sentences() const { return sentences_; }
    bool has_pages() const { return text_.find('\f') != std::string_view::npos; }

    /// The word, number or mark at a place; nothing past the end.
    std::string_view at(std::size_t token) const {
        return token < tokens_.size() ? tokens_[token].text : std::string_view();
    }
    bool is_number(std::size_t token) const {
        return token < tokens_.size() && tokens_[token].kind == TokenKind::number;
    }
    bool is_word(std::size_t token) const {
        return token < tokens_.size() && tokens_[token].kind == TokenKind::word;
    }
    /// Whether a hyphen, a dash or a minus stands there.
    bool is_dash(std::size_t token) const;

    /// Whether one blank parts the thousands of a number behind there: `10 000`.
    bool is_parted(std::size_t token) const;

    /// How many tokens a phrase of words takes there, blanks between them; 0 where it is not there.
    std::size_t phrase(std::size_t token, std::string_view words) const;

    /// What stands from one token to before another, in valid UTF-8 with its blanks joined.
    std::string printed(std::size_t first, std::size_t last) const;

    /// A sentence in valid UTF-8 with its blanks joined; of a very long one the beginning.
    std::string excerpt(const Sentence& sentence) const;

  private:
    std::string_view text_;
    std::string small_; ///< the text in small letters
    std::vector<Token> tokens_;
    std::vector<Sentence> sentences_;
};

} // namespace indicare::io::prose
