#include "audit/prose/tokens.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "audit/prose/sentence_cutter.hpp"
#include "audit/prose/text.hpp"

namespace indicare::io::prose {

namespace {

constexpr bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

constexpr bool is_continuation(char character) {
    return (static_cast<unsigned char>(character) & 0xC0U) == 0x80U;
}

constexpr bool is_letter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           static_cast<unsigned char>(character) >= 0x80U;
}

constexpr std::string_view apostrophe = "\xE2\x80\x99";
/// Blanks of several bytes, what is not seen, and the small figures of footnotes.
constexpr std::array<std::string_view, 8> wide_blanks = {
    "\xC2\xA0",     "\xE2\x80\x89", "\xE2\x80\xAF", "\xE2\x80\x8B",
    "\xEF\xBB\xBF", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3"};

/// How many bytes one of these takes that a text begins with; 0 where it begins with none.
std::size_t wide_blank(std::string_view text) {
    for (const std::string_view blank : wide_blanks)
        if (text.starts_with(blank))
            return blank.size();
    return 0;
}

/// How many bytes a mark of several takes that a text begins with: a sign of Latin-1 (U+00A0 to
/// U+00BF), punctuation (U+2000 to U+207F), an arrow, a sign of mathematics or a shape (U+2190 to
/// U+25FF). 0 where it begins with none.
std::size_t wide_mark(std::string_view text) {
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const unsigned second = byte(1);
    if (byte(0) == 0xC2U && second >= 0xA0U && second <= 0xBFU)
        return 2;
    const bool mark = second == 0x80U || second == 0x81U || (second >= 0x86U && second <= 0x97U);
    return byte(0) == 0xE2U && mark && (byte(2) & 0xC0U) == 0x80U ? 3 : 0;
}

/// Cuts a text, of which another copy is in small letters, into tokens.
class Tokenizer {
  public:
    Tokenizer(std::string_view text, std::string_view small, std::vector<Token>& tokens)
        : text_(text), small_(small), tokens_(tokens) {}

    void run() {
        while (at_ < text_.size()) {
            if (!skip_blank())
                take();
        }
        if (numbers_alone_)
            tokens_.back().alone_by_page = page_ > 1;
    }

  private:
    char character(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }
    bool stands(std::string_view what, std::size_t place) const {
        return text_.compare(place, what.size(), what) == 0;
    }
    bool letter_at(std::size_t place) const {
        if (place >= text_.size() || !is_letter(text_[place]))
            return false;
        const std::string_view here = text_.substr(place);
        return wide_mark(here) == 0 && wide_blank(here) == 0;
    }

    void advance(std::size_t bytes) {
        for (; bytes > 0 && at_ < text_.size(); --bytes, ++at_)
            if (!is_continuation(text_[at_]))
                ++column_;
    }

    bool skip_blank() {
        const char now = text_[at_];
        if (now == '\n') {
            advance(1);
            ++line_;
            column_ = 1;
            blank_line_ = blank_line_ || line_is_empty_;
            line_is_empty_ = true;
            return true;
        }
        if (now == '\f') {
            if (numbers_alone_)
                tokens_.back().alone_by_page = true;
            advance(1);
            ++page_;
            page_begins_ = blank_line_ = true;
            line_is_empty_ = true;
            return true;
        }
        const bool control = static_cast<unsigned char>(now) <= ' ' || now == '\x7F';
        const std::size_t bytes = control ? 1 : wide_blank(text_.substr(at_));
        advance(bytes);
        return bytes > 0;
    }

    void take() {
        if (is_digit(text_[at_]))
            return take_number();
        if (letter_at(at_))
            return take_word();
        take_mark();
    }

    Token& add(TokenKind kind, std::size_t bytes) {
        Token token;
        token.kind = kind;
        token.text = small_.substr(at_, bytes);
        token.offset = at_;
        token.line = line_;
        token.column = column_;
        token.page = page_;
        token.starts_line = line_is_empty_;
        token.after_blank_line = std::exchange(blank_line_, false);
        if (line_is_empty_ && kind == TokenKind::number) {
            token.alone_by_page = page_begins_ && ends_line(at_ + bytes);
            numbers_alone_ = ends_line(at_ + bytes);
        } else {
            numbers_alone_ = false;
        }
        page_begins_ = false;
        line_is_empty_ = false;
        tokens_.push_back(token);
        advance(bytes);
        return tokens_.back();
    }

    bool ends_line(std::size_t place) const {
        while (character(place) == ' ' || character(place) == '\t' || character(place) == '\r')
            ++place;
        return place >= text_.size() || text_[place] == '\n' || text_[place] == '\f';
    }

    void take_word() {
        std::size_t end = at_;
        while (letter_at(end))
            ++end;
        add(TokenKind::word, end - at_);
        const std::size_t mark = stands(apostrophe, at_)  ? apostrophe.size()
                                 : character(at_) == '\'' ? 1
                                                          : 0;
        if (mark == 0 || !letter_at(at_ + mark))
            return;
        advance(mark);
        while (letter_at(at_))
            advance(1);
    }

    /// Past whole thousands, where commas stand before three digits each.
    std::size_t past_thousands(std::size_t end) const {
        const auto digits = [this](std::size_t from) {
            return is_digit(character(from)) && is_digit(character(from + 1)) &&
                   is_digit(character(from + 2)) && !is_digit(character(from + 3));
        };
        if (end - at_ > 3)
            return end;
        while (character(end) == ',' && digits(end + 1))
            end += 4;
        return end;
    }

    void take_number() {
        const auto past_digits = [this](std::size_t from) {
            while (is_digit(character(from)))
                ++from;
            return from;
        };
        std::size_t end = past_thousands(past_digits(at_));
        std::size_t points = 0;
        for (; character(end) == '.' && is_digit(character(end + 1)); ++points)
            end = past_digits(end + 1);
        const bool parts_thousands = character(end) != ',' || !is_digit(character(end + 1));
        while (character(end) == ',' && is_digit(character(end + 1)))
            end = past_digits(end + 1);
        const Attached before = attached_before();
        const bool negative = minus_before();
        if (negative)
            tokens_.pop_back();
        Token& token = add(TokenKind::number, end - at_);
        token.dotted = points > 1 || !parts_thousands;
        token.before = before;
        token.negative = negative;
        token.after = letter_at(at_) ? Attached::letters : Attached::nothing;
        const std::size_t percent = character(at_) == ' ' && character(at_ + 1) == '%' ? 2 : 1;
        if (character(at_ + percent - 1) != '%')
            return;
        token.percent = true;
        advance(percent);
    }

    Attached attached_before() const {
        const auto letter_or = [this](std::size_t place, std::string_view marks) {
            return letter_at(place) || marks.find(text_[place]) != std::string_view::npos;
        };
        if (at_ == 0 || tokens_.empty())
            return Attached::nothing;
        if (tokens_.back().kind == TokenKind::word &&
            tokens_.back().offset + tokens_.back().text.size() == at_)
            return Attached::letters;
        const bool is_decimals = text_[at_ - 1] == '.' &&
                                 (at_ == 1 || static_cast<unsigned char>(text_[at_ - 2]) <= ' ');
        if (is_decimals) // `.5%`
            return Attached::letters;
        const bool joined =
            std::string_view("/_-@=&").find(text_[at_ - 1]) != std::string_view::npos;
        return text_[at_ - 1] == '_' || (joined && at_ > 1 && letter_or(at_ - 2, "_="))
                   ? Attached::letters
                   : Attached::nothing;
    }

    /// Whether a minus right before makes a number negative; it is one after a blank or a bracket.
    bool minus_before() const {
        if (tokens_.empty())
            return false;
        const Token& last = tokens_.back();
        if (last.offset + last.text.size() != at_ ||
            (last.text != "-" && last.text != "\xE2\x88\x92" && last.text != "\xE2\x80\x93"))
            return false;
        const char before = last.offset == 0 ? '\n' : text_[last.offset - 1];
        return before == '(' || (!last.starts_line && static_cast<unsigned char>(before) <= ' ');
    }

    void take_mark() {
        const std::size_t bytes = std::max<std::size_t>(wide_mark(text_.substr(at_)), 1);
        const bool hyphen =
            text_[at_] == '-' || stands("\xE2\x80\x90", at_) || stands("\xE2\x80\x91", at_);
        if (hyphen && at_ > 0 && (letter_at(at_ - 1) || is_digit(text_[at_ - 1])) &&
            (letter_at(at_ + bytes) || (is_digit(character(at_ + bytes)) && letter_at(at_ - 1))))
            return advance(bytes);
        add(TokenKind::mark, bytes);
    }

    std::string_view text_;
    std::string_view small_;
    std::vector<Token>& tokens_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t column_ = 1;
    std::uint64_t page_ = 1;
    bool line_is_empty_ = true;
    bool blank_line_ = true;
    bool page_begins_ = false;
    bool numbers_alone_ = false; ///< the last token is a number alone on its line
};

} // namespace

Document::Document(std::string_view text) : text_(text), small_(text) {
    for (char& character : small_)
        if (is_capital(character))
            character = static_cast<char>(character - 'A' + 'a');
    Tokenizer(text_, small_, tokens_).run();
    sentences_ = sentences_of(text_, tokens_);
}

bool Document::is_dash(std::size_t token) const {
    const std::string_view mark = at(token);
    return mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" ||
           mark == "\xE2\x88\x92" || mark == "\xE2\x80\x90" || mark == "\xE2\x80\x91";
}

bool Document::is_parted(std::size_t token) const {
    if (!is_number(token) || !is_number(token + 1) || tokens_[token].text.size() > 3 ||
        tokens_[token + 1].text.size() != 3)
        return false;
    const std::size_t end = tokens_[token].offset + tokens_[token].text.size();
    const std::string_view between = text_.substr(end, tokens_[token + 1].offset - end);
    return between == " " || (!between.empty() && wide_blank(between) == between.size());
}

std::size_t Document::phrase(std::size_t token, std::string_view words) const {
    std::size_t count = 0;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (at(token + count) != words.substr(0, end))
            return 0;
        ++count;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return count;
}

std::string Document::printed(std::size_t first, std::size_t last) const {
    const std::size_t begin = tokens_[first].offset;
    const Token& token = tokens_[last - 1];
    std::size_t end = token.offset + token.text.size();
    if (token.percent)
        end = text_.find('%', end) + 1;
    return in_one_line(text_.substr(begin, end - begin));
}

std::string Document::excerpt(const Sentence& sentence) const {
    constexpr std::size_t longest = 1000;
    std::size_t begin = sentence.first;
    if (tokens_[begin].of_paragraph && begin + 1 < sentence.last)
        begin += at(begin + 1) == "." && begin + 2 < sentence.last ? 2 : 1;
    const std::size_t first = tokens_[begin].offset;
    const Token& last = tokens_[sentence.last - 1];
    const std::size_t next =
        sentence.last < tokens_.size() ? tokens_[sentence.last].offset : text_.size();
    // A percent sign and what an apostrophe cuts off are no tokens.
    std::size_t end = last.offset + last.text.size();
    const std::size_t furthest = std::min(next, first + longest);
    while (furthest > end && static_cast<unsigned char>(text_[end]) > ' ')
        ++end;
    if (end - first <= longest)
        return in_one_line(text_.substr(first, end - first));
    end = first + longest;
    while (end > first && is_continuation(text_[end]))
        --end;
    return in_one_line(text_.substr(first, end - first)) + " ...";
}

} // namespace indicare::io::prose
