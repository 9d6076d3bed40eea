#include "audit/prose/sentence_cutter.hpp"

#include <algorithm>
#include <array>

#include "audit/prose/text.hpp"

namespace indicare::io::prose {

namespace {

/// Cuts tokens into sentences.
class SentenceCutter {
  public:
    SentenceCutter(std::string_view text, std::vector<Token>& tokens,
                   std::vector<Sentence>& sentences)
        : text_(text), tokens_(tokens), sentences_(sentences) {}

    void run() {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const bool numbers_paragraph = is_number_of_paragraph(at);
            const bool begins_block = tokens_[at].after_blank_line || numbers_paragraph;
            if (begins_block || is_bullet(at) || at - current_.first >= longest || ended_)
                close(at, begins_block);
            if (numbers_paragraph) {
                tokens_[at].of_paragraph = true;
                if (tokens_[at].text.find('.') != std::string_view::npos)
                    paragraph_ = tokens_[at].text;
                current_.paragraph = paragraph_;
            }
            ended_ = ends_sentence(at);
        }
        close(tokens_.size(), true);
    }

  private:
    /// So that what is looked for within a sentence takes a bounded time.
    static constexpr std::size_t longest = 120;

    void close(std::size_t at, bool at_block) {
        if (at > current_.first) {
            current_.last = at;
            current_.is_heading =
                at_block && !ended_ && current_.starts_block && at - current_.first <= 12;
            sentences_.push_back(current_);
        }
        current_ = {at, at, at_block, false, paragraph_};
        ended_ = false;
    }

    bool is_mark(std::size_t at, std::string_view marks) const {
        return at < tokens_.size() && tokens_[at].kind == TokenKind::mark &&
               tokens_[at].text.size() == 1 &&
               marks.find(tokens_[at].text) != std::string_view::npos;
    }

    bool ends_sentence(std::size_t at) const {
        if (!is_mark(at, ".!?") || at + 1 >= tokens_.size())
            return false;
        const Token& next = tokens_[at + 1];
        const bool apart = next.offset > tokens_[at].offset + 1;
        if (!apart || (at > 0 && tokens_[at - 1].of_paragraph))
            return false;
        if (at > 0 && is_short_form(tokens_[at - 1]))
            return false;
        return next.kind != TokenKind::word || is_capital(text_[next.offset]) || next.starts_line;
    }

    static bool is_short_form(const Token& token) {
        constexpr std::array<std::string_view, 8> forms = {"eg",   "ie", "no", "approx",
                                                           "para", "st", "cf", "vs"};
        return token.text.size() == 1
                   ? token.kind == TokenKind::word
                   : std::find(forms.begin(), forms.end(), token.text) != forms.end();
    }

    bool is_bullet(std::size_t at) const {
        const Token& token = tokens_[at];
        return token.starts_line && token.kind == TokenKind::mark &&
               (token.text == "\xE2\x80\xA2" || token.text == "*" || token.text == "-" ||
                token.text == "\xE2\x80\x93");
    }

    /// `4.2 In the year`, `4.` and `4.2.1`, at the start of a line and in front of a capital,
    /// unless the line before breaks off where its number is still to come.
    bool is_number_of_paragraph(std::size_t at) const {
        const Token& token = tokens_[at];
        if (token.kind != TokenKind::number || !token.starts_line || token.percent ||
            token.negative || token.after == Attached::letters || token.text.size() > 12)
            return false;
        const std::size_t end = token.offset + token.text.size();
        const bool point = end < text_.size() && text_[end] == '.';
        const bool inner = token.text.find('.') != std::string_view::npos;
        const std::size_t next = at + (point ? 2 : 1);
        if (!(inner || (point && token.text.size() <= 2)) || next >= tokens_.size() ||
            !may_begin_paragraph(next, token.after_blank_line) ||
            tokens_[next].offset <= end + (point ? 1 : 0))
            return false;
        return token.after_blank_line || !(at > 0 && awaits_number(tokens_[at - 1].text));
    }

    /// A capital, or a figure that words follow: `4.7 16% of children`.
    bool may_begin_paragraph(std::size_t at, bool after_blank_line) const {
        if (is_capital(text_[tokens_[at].offset]))
            return true;
        return after_blank_line && tokens_[at].kind == TokenKind::number &&
               at + 1 < tokens_.size() && tokens_[at + 1].kind == TokenKind::word &&
               tokens_[at + 1].line == tokens_[at].line;
    }

    static bool awaits_number(std::string_view word) {
        constexpr std::array<std::string_view, 22> words = {
            "of",   "to",   "by",      "at",      "is",  "was", "were",  "from",
            "than", "and",  "a",       "an",      "the", "for", "about", "around",
            "or",   "with", "between", "against", "(",   "in"};
        return std::find(words.begin(), words.end(), word) != words.end();
    }

    std::string_view text_;
    std::vector<Token>& tokens_;
    std::vector<Sentence>& sentences_;
    Sentence current_{0, 0, true, false, {}};
    std::string_view paragraph_;
    bool ended_ = false;
};

} // namespace

std::vector<Sentence> sentences_of(std::string_view text, std::vector<Token>& tokens) {
    std::vector<Sentence> sentences;
    SentenceCutter(text, tokens, sentences).run();
    return sentences;
}

} // namespace indicare::io::prose
