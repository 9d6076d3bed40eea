#include "audit/prose/no_figures.hpp"

#include <optional>
#include <utility>

#include "audit/prose/words.hpp"

namespace indicare::io::prose {

namespace {

constexpr std::array<std::string_view, 24> months = {
    "january",   "february", "march",    "april",    "may", "june", "july", "august",
    "september", "october",  "november", "december", "jan", "feb",  "mar",  "apr",
    "may",       "jun",      "jul",      "aug",      "sep", "oct",  "nov",  "dec"};
constexpr std::array<std::string_view, 14> times = {
    "year", "years", "month", "months", "week",    "weeks",   "day",
    "days", "hour",  "hours", "minute", "minutes", "working", "calendar"};
constexpr std::array<std::string_view, 6> distances = {"mile",       "miles",  "km",
                                                       "kilometres", "metres", "m"};
constexpr std::array<std::string_view, 26> references = {
    "paragraph", "paragraphs", "para",     "section",  "sections", "page",    "pages",
    "appendix",  "annex",      "table",    "tables",   "figure",   "chart",   "graph",
    "item",      "chapter",    "footnote", "note",     "version",  "quarter", "regulation",
    "part",      "phase",      "tier",     "question", "stage"};

std::string_view month_named(std::string_view word) {
    const auto at = std::find(months.begin(), months.end(), word);
    return at == months.end() ? std::string_view()
                              : months[static_cast<std::size_t>(at - months.begin()) % 12];
}

class Sorter {
  public:
    Sorter(const Document& document, NumbersFound& found) : document_(document), found_(found) {}

    void run() {
        for (now_ = 0; now_ < numbers().size(); ++now_)
            if (numbers()[now_].no_figure.empty())
                numbers()[now_].no_figure = why_no_figure(numbers()[now_]);
        for (now_ = 0; now_ < numbers().size(); ++now_)
            share_with_partner();
        find_years_told_in_words();
        std::sort(found_.years.begin(), found_.years.end(),
                  [](const YearMention& left, const YearMention& right) {
                      return left.first < right.first;
                  });
    }

  private:
    std::vector<Number>& numbers() { return found_.numbers; }
    std::string_view at(std::size_t token) const { return document_.at(token); }
    std::string_view before(const Number& number, std::size_t by = 1) const {
        return number.first >= by ? document_.at(number.first - by) : std::string_view();
    }
    const Token& token(const Number& number) const { return document_.tokens()[number.first]; }

    /// The next number, where it begins at that token.
    Number* next_at(std::size_t place) {
        return now_ + 1 < numbers().size() && numbers()[now_ + 1].first == place
                   ? &numbers()[now_ + 1]
                   : nullptr;
    }

    std::string_view why_no_figure(const Number& number) {
        if (token(number).of_paragraph)
            return "the number of a paragraph";
        if (token(number).before == Attached::letters)
            return "part of a name";
        if (const std::string_view date = why_date(number); !date.empty())
            return date;
        if (token(number).dotted) {
            take_dotted_date(number);
            return token(number).text.find(',') == std::string_view::npos
                       ? "a section or a date"
                       : "digits and commas that are no number";
        }
        if (number.percent)
            return {};
        for (const auto why : {&Sorter::why_attached, &Sorter::why_quantity, &Sorter::why_place})
            if (const std::string_view reason = (this->*why)(number); !reason.empty())
                return reason;
        return {};
    }

    std::string_view why_attached(const Number& number) {
        if (number.spelled || token(number).after != Attached::letters)
            return {};
        const std::string_view letters = at(number.last);
        if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th")
            return "an ordinal number";
        if (is_one_of(times, letters) || letters == "s")
            return age_or_time(number);
        if (is_one_of(distances, letters))
            return "a distance";
        return "part of a word";
    }

    std::string_view why_quantity(const Number& number) {
        const std::string_view next = at(number.last);
        if (is_one_of(times, next))
            return average_before(number) && !is_age(number) ? std::string_view()
                                                             : age_or_time(number);
        if (is_one_of(distances, next))
            return "a distance";
        const std::string_view last = before(number);
        const bool between = last == "between" || last == "from" || last == "under" ||
                             last == "over" || last == "of";
        if (is_age_word(last) || (between && is_age_word(before(number, 2))))
            return "an age";
        if ((last == "under" || last == "over") && number.value <= 25 && !is_people(next) &&
            number.whole)
            return "an age";
        if (last == "per" || (last == "every" && before(number, 2) == "for"))
            return "what a rate is for";
        if (last == "nearest")
            return "what figures are rounded to";
        if (next == "+" ||
            (next == "or" && (at(number.last + 1) == "more" || at(number.last + 1) == "fewer" ||
                              at(number.last + 1) == "less" || at(number.last + 1) == "over" ||
                              at(number.last + 1) == "under")))
            return "a threshold";
        return {};
    }

    std::string_view why_place(const Number& number) {
        const std::string_view last = before(number);
        const std::string_view next = at(number.last);
        if (is_one_of(references, last) || (last == "year" && number.value <= 13 && number.whole))
            return "a reference";
        if (last == "[" && next == "]")
            return "a footnote";
        if (token(number).starts_line && next == ")")
            return "the number of a list";
        if (last == "(" && next == ")" && document_.tokens()[number.first - 1].starts_line)
            return "the number of a list";
        if (token(number).alone_by_page)
            return "the number of a page";
        const Number* minutes = next == ":" ? next_at(number.last + 1) : nullptr;
        if (minutes != nullptr && number.value < 24 && minutes->value < 60 &&
            document_.tokens()[minutes->first].offset ==
                token(number).offset + token(number).text.size() + 1) {
            next_at(number.last + 1)->no_figure = "a time of day";
            return "a time of day";
        }
        return {};
    }

    bool average_before(const Number& number) const {
        for (std::size_t by = 1; by <= 8 && by <= number.first; ++by)
            if (const std::string_view word = before(number, by);
                word == "average" || word == "mean" || word == "median")
                return true;
        return false;
    }

    static bool is_age_word(std::string_view word) {
        return word == "aged" || word == "age" || word == "ages";
    }

    /// `18 year olds`, `5 years of age`, `16s`
    bool is_age(const Number& number) const {
        const std::string_view letters = at(number.last);
        const std::string_view next = at(number.last + 1);
        return letters == "s" || next == "old" || next == "olds" ||
               (next == "of" && at(number.last + 2) == "age");
    }
    std::string_view age_or_time(const Number& number) const {
        return is_age(number) ? "an age" : "a length of time";
    }

    /// `0 to 18-year olds`, `16 and 17 year olds`, `aged 10-17`: both are what one of them is.
    void share_with_partner() {
        Number& number = numbers()[now_];
        const std::string_view between = at(number.last);
        Number* partner =
            between == "to" || between == "and" || between == "or" || document_.is_dash(number.last)
                ? next_at(number.last + 1)
                : nullptr;
        if (partner == nullptr || number.percent || partner->percent)
            return;
        const auto shared = [](std::string_view why) {
            return why == "an age" || why == "a length of time" || why == "a distance";
        };
        if (number.no_figure.empty() && shared(partner->no_figure))
            number.no_figure = partner->no_figure;
        else if (partner->no_figure.empty() && shared(number.no_figure) &&
                 !is_people(at(partner->last)))
            partner->no_figure = number.no_figure;
    }

    bool is_year(const Number& number) const {
        return !number.spelled && !number.percent && !number.negative && number.whole &&
               token(number).text.size() == 4 && number.value >= 1900 && number.value < 2100;
    }

    std::string_view why_date(const Number& number) {
        if (const std::string_view written = why_written_date(number); !written.empty())
            return written;
        const std::string_view month = month_named(at(past_ordinal(number)));
        if (!number.spelled && number.whole && number.value >= 1 && number.value <= 31 &&
            !number.percent && !month.empty() && !is_verb_may(past_ordinal(number)))
            return take_day_and_month(number, month);
        const std::string_view month_before = month_named(before(number));
        if (!month_before.empty() && is_year(number))
            return take_month_and_year(number.first - 1, number, month_before);
        if (!month_before.empty() && number.whole && !number.percent && number.value <= 31 &&
            before(number) != "may")
            return "a date";
        if (!is_year(number))
            return {};
        if (const std::string_view financial = why_financial_year(number); !financial.empty())
            return financial;
        if (is_people(at(number.last)) || before(number) == "\xC2\xA3")
            return {};
        add_year(number.first, number.last, static_cast<int>(number.value), false);
        return "a year";
    }

    /// `12 may have been adopted`
    bool is_verb_may(std::size_t place) const {
        constexpr std::array<std::string_view, 4> verbs = {"be", "have", "not", "also"};
        return at(place) == "may" && is_one_of(verbs, at(place + 1));
    }

    std::size_t past_ordinal(const Number& number) const {
        const std::string_view next = at(number.last);
        const bool ordinal = next == "st" || next == "nd" || next == "rd" || next == "th";
        const std::size_t past = number.last + (ordinal ? 1 : 0);
        return past + (at(past) == "of" ? 1 : 0);
    }

    /// `31 March 2023`, `31st March`
    std::string_view take_day_and_month(const Number& number, std::string_view month) {
        const std::size_t place = past_ordinal(number) + 1;
        Number* year = next_at(place);
        if (year == nullptr || !is_year(*year))
            return "a date";
        year->no_figure = "a date";
        if (month == "march" && number.value == 31)
            add_year(number.first, year->last, static_cast<int>(year->value), true);
        else
            add_day(number.first, year->last, static_cast<int>(year->value), month);
        return "a date";
    }

    std::string_view take_month_and_year(std::size_t first, const Number& year,
                                         std::string_view month) {
        if (month == "march")
            add_year(first, year.last, static_cast<int>(year.value), true);
        else
            add_day(first, year.last, static_cast<int>(year.value), month);
        return "a date";
    }

    /// `31/03/2023`, `31/3/23`
    std::string_view why_written_date(const Number& number) {
        if (number.spelled || at(number.last) != "/")
            return {};
        Number* month = next_at(number.last + 1);
        if (month == nullptr || at(month->last) != "/" || now_ + 2 >= numbers().size() ||
            numbers()[now_ + 2].first != month->last + 1)
            return {};
        Number& year = numbers()[now_ + 2];
        if (number.value > 31 || month->value > 12 || month->value == 0)
            return {};
        month->no_figure = year.no_figure = "a date";
        take_written(number.first, year.last, number.value, month->value, year.value);
        return "a date";
    }

    /// `31.03.2023`, `31.3.23`
    void take_dotted_date(const Number& number) {
        constexpr std::string_view longest = "31.03.2023";
        if (token(number).text.size() > longest.size())
            return;
        std::array<std::uint64_t, 3> parts{};
        std::size_t part = 0;
        for (const char character : token(number).text) {
            if (character == '.' ? ++part == parts.size() : character == ',')
                return;
            if (character != '.')
                parts[part] = parts[part] * 10 + static_cast<std::uint64_t>(character - '0');
        }
        const auto [day, month, year] = parts;
        const bool is_year = year < 100 || (year >= 1900 && year < 2100);
        if (part == 2 && day >= 1 && day <= 31 && month >= 1 && month <= 12 && is_year)
            take_written(number.first, number.last, day, month, year);
    }

    void take_written(std::size_t first, std::size_t last, std::uint64_t day, std::uint64_t month,
                      std::uint64_t year) {
        const int told = static_cast<int>(year < 100 ? year + 2000 : year);
        if (day == 31 && month == 3)
            add_year(first, last, told, true);
        else if (told >= 1900 && told < 2100)
            add_day(first, last, told, months[month - 1]);
    }

    /// `2022/23`, `2022-23`, `2022/2023`
    std::string_view why_financial_year(const Number& number) {
        if (at(number.last) != "/" && !document_.is_dash(number.last))
            return {};
        Number* end = next_at(number.last + 1);
        if (end == nullptr || end->spelled || end->percent || !end->whole)
            return {};
        const std::uint64_t next = number.value + 1;
        const bool short_form = end->value == next % 100 && token(*end).text.size() == 2;
        if (!short_form && end->value != next)
            return {};
        end->no_figure = "a year";
        add_year(number.first, end->last, static_cast<int>(next), true);
        return "a year";
    }

    void add_year(std::size_t first, std::size_t last, int year, bool ends_year) {
        const bool is_aim = first > 0 && at(first - 1) == "by";
        found_.years.push_back({first, last, year, 0, ends_year, is_aim, {}});
    }
    void add_day(std::size_t first, std::size_t last, int year, std::string_view month) {
        found_.years.push_back(
            {first, last, year, 0, false, false, std::string(month) + "_" + std::to_string(year)});
    }

    void find_years_told_in_words() {
        for (std::size_t place = 0; place < document_.tokens().size(); ++place) {
            if (!document_.is_word(place))
                continue;
            const auto is = [&](std::string_view words) {
                return document_.phrase(place, words) > 0;
            };
            const bool the_before = place > 0 && at(place - 1) == "the";
            const bool previous = is("previous year") || is("prior year") || is("year before") ||
                                  is("year earlier") || is("year ago") || is("year previously") ||
                                  (is("last year") && !the_before);
            if (previous)
                found_.years.push_back({place, place + 2, 0, 1, false, false, {}});
            else if (is("this year") || is("current year"))
                found_.years.push_back({place, place + 2, 0, 0, false, false, {}});
        }
    }

    const Document& document_;
    NumbersFound& found_;
    std::size_t now_ = 0;
};

} // namespace

void tell_no_figures(const Document& document, NumbersFound& found) {
    Sorter(document, found).run();
}

} // namespace indicare::io::prose
