#include "indicare/io/prose_reader.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <span>
#include <utility>

#include "audit/prose/sentence.hpp"

namespace indicare::io {

namespace {

/// The latest of the years that 31 Marches and financial years of a text are of, without years that
/// are named far less often than others; where there are none, of the years it names; or else 0.
int year_of(const std::vector<prose::YearMention>& years) {
    for (const bool of_ends : {true, false}) {
        std::map<int, std::size_t, std::greater<>> times;
        for (const prose::YearMention& year : years)
            if (year.year != 0 && !year.is_aim && (year.ends_year || !of_ends))
                ++times[year.year];
        std::size_t most = 0;
        for (const auto& [year, count] : times)
            most = std::max(most, count);
        for (const auto& [year, count] : times)
            if (count * 3 >= most)
                return year;
    }
    return 0;
}

/// The part of items in the order of their first tokens that begins before a token, taken off.
template <class Item>
std::span<const Item> take_before(std::span<const Item>& items, std::size_t end) {
    std::size_t count = 0;
    while (count < items.size() && items[count].first < end)
        ++count;
    const std::span<const Item> taken = items.first(count);
    items = items.subspan(count);
    return taken;
}

std::string as_printed(const prose::Document& document, const prose::Number& number) {
    const std::string minus = document.tokens()[number.first].negative ? "-" : "";
    return minus + document.printed(number.first, number.last);
}

class ReportReader {
  public:
    explicit ReportReader(std::string_view text)
        : document_(text), found_(prose::find_numbers(document_)) {}

    Proposals read() {
        proposals_.year = memory_.year = year_of(found_.years);
        std::span<const prose::Number> numbers(found_.numbers);
        std::span<const prose::YearMention> years(found_.years);
        std::size_t ordinal = 1;
        bool heading_before = false;
        for (const prose::Sentence& sentence : document_.sentences()) {
            if (sentence.starts_block) {
                memory_.levels.clear();
                if (!heading_before)
                    memory_.topic.reset();
            }
            const auto here = take_before(numbers, sentence.last);
            read(sentence, here, ordinal, take_before(years, sentence.last));
            ordinal += here.size();
            heading_before = sentence.is_heading;
        }
        return std::move(proposals_);
    }

  private:
    void read(const prose::Sentence& sentence, std::span<const prose::Number> numbers,
              std::size_t ordinal, std::span<const prose::YearMention> years) {
        if (numbers.empty())
            excerpt_.clear();
        else
            excerpt_ = document_.excerpt(sentence);
        prose::SentenceReader reader(document_, sentence, numbers, ordinal, years, memory_);
        for (const prose::Number& number : numbers)
            if (!number.no_figure.empty())
                list(proposals_.no_figures, number, number.no_figure);
        const std::vector<prose::Figure>& figures = reader.read();
        for (const prose::Figure& figure : figures) {
            if (!figure.missed.empty())
                list(proposals_.missed, *figure.number, figure.missed);
            else if (!figure.is_partner)
                propose(sentence, figure, figures);
        }
    }

    void list(std::vector<MissedNumber>& numbers, const prose::Number& number,
              std::string_view why) {
        const prose::Token& token = document_.tokens()[number.first];
        numbers.push_back(
            {as_printed(document_, number), token.line, token.column, excerpt_, std::string(why)});
    }

    void propose(const prose::Sentence& sentence, const prose::Figure& figure,
                 const std::vector<prose::Figure>& figures) {
        const prose::Token& token = document_.tokens()[figure.number->first];
        ProposedClaim claim{figure.claim,
                            excerpt_,
                            token.line,
                            token.column,
                            std::string(sentence.paragraph),
                            document_.has_pages() ? std::to_string(token.page) : std::string(),
                            {as_printed(document_, *figure.number)}};
        if (figure.partner)
            claim.numbers.push_back(as_printed(document_, *figures[*figure.partner].number));
        proposals_.claims.push_back(std::move(claim));
    }

    prose::Document document_;
    prose::NumbersFound found_;
    prose::Memory memory_;
    std::string excerpt_; ///< of the sentence that is read
    Proposals proposals_;
};

} // namespace

Proposals propose_claims(std::string_view report) {
    return ReportReader(report).read();
}

} // namespace indicare::io
