#include <algorithm>

#include "audit/prose/sentence.hpp"
#include "audit/prose/words.hpp"

// What looks like a figure and cannot be claimed.

namespace indicare::io::prose {

namespace {

constexpr std::array<std::string_view, 7> scales = {"thousand", "million", "billion", "m",
                                                    "k",        "times",   "fold"};
constexpr std::array<std::string_view, 10> measured_times = {
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hours", "working"};
/// What is counted besides children: `12 foster carers`, `3 children's homes`.
constexpr std::array<std::string_view, 11> things = {
    "carers",  "homes",    "households", "families", "incidents", "episodes",
    "workers", "adopters", "referrals",  "visits",   "reviews"};
constexpr std::array<std::string_view, 12> some_of_the_children = {
    "boy",    "boys",    "girl",     "girls",     "sibling",     "siblings",
    "babies", "infants", "teenager", "teenagers", "adolescents", "youths"};
/// Where they stand it has been told what is counted.
constexpr std::array<std::string_view, 17> words_past_noun = {
    "in",  "of", "for",  "with",   "at",     "on",      "to",       "from", "by",
    "and", "or", "than", "living", "placed", "leaving", "entering", "aged"};

} // namespace

bool SentenceReader::is_range(std::size_t figure) const {
    const auto joined = [this](std::size_t left) {
        if (left + 1 >= figures_.size())
            return false;
        const Number& first = *figures_[left].number;
        const Number& second = *figures_[left + 1].number;
        if (second.first != first.last + 1)
            return false;
        const std::string_view between = at(first.last);
        const std::string_view opening = before(figures_[left]);
        return (between == "and" && opening == "between") ||
               (between == "to" && opening != "from") || between == "or" ||
               document_.is_dash(first.last);
    };
    // Of `five to ten children` only the ten is known for a number.
    const Figure& now = figures_[figure];
    const std::string_view joint = before(now);
    const bool after_word =
        now.number->spelled && is_number_word(before(now, 2)) &&
        (joint == "to" || joint == "or" || (joint == "and" && before(now, 3) == "between"));
    if (after_word)
        return true;
    const bool change_before = figure > 0 && direction_before(figures_[figure - 1]) != 0;
    const bool change_now = direction_before(figures_[figure]) != 0;
    return (joined(figure) && !change_now) || (figure > 0 && joined(figure - 1) && !change_before);
}

/// `<5`, `at least 5`, `up to 5`, `a maximum of 5`, `more than 5`
bool SentenceReader::is_bound(const Figure& figure) const {
    const std::string_view last = before(figure);
    const std::string_view earlier = before(figure, 2);
    return is_one_of(words_of_bound, last) || (last == "than" && direction_of(earlier) != 0) ||
           (last == "to" && earlier == "up") ||
           (last == "of" && (earlier == "maximum" || earlier == "minimum"));
}

/// `one in ten children`, `four out of five`, `two thirds of 232 children`
bool SentenceReader::is_share_in_words(std::size_t at_figure) const {
    constexpr std::array<std::string_view, 8> fractions = {"half",  "third",  "thirds", "quarter",
                                                           "fifth", "fifths", "tenth",  "quarters"};
    constexpr std::uint64_t most_out_of = 10;
    const Figure& figure = figures_[at_figure];
    const Number& number = *figure.number;
    if (number.percent)
        return false;
    const std::string_view last = before(figure);
    if (last == "of" && is_one_of(fractions, before(figure, 2)))
        return true;
    const std::size_t out_of = document_.phrase(number.last, "out of");
    if (at(number.last) == "in" || out_of > 0) {
        const std::size_t other = number.last + std::max<std::size_t>(out_of, 1);
        const bool is_next = other == next_figure(at_figure);
        if (is_next && (out_of == 0 || figures_[at_figure + 1].number->value <= most_out_of))
            return true;
    }
    const bool out = last == "of" && before(figure, 2) == "out" && number.value <= most_out_of;
    const std::size_t joint = out ? 2 : 1;
    return (last == "in" || out) &&
           (is_number_word(before(figure, joint + 1)) ||
            (at_figure > 0 && figures_[at_figure - 1].number->last + joint == number.first));
}

/// `one thousand two hundred children`, of which only the last words are known for a number;
/// `10 000 children`.
bool SentenceReader::is_end_of_number(const Number& number) const {
    const std::size_t token = number.first;
    if (token < sentence_.first + 2)
        return token > sentence_.first && document_.is_parted(token - 1);
    return number.spelled ? at(token - (at(token - 1) == "and" ? 2 : 1)) == "thousand"
                          : document_.is_parted(token - 1);
}

/// Whether what a figure counts is told by one of these words.
template <class Words>
bool SentenceReader::is_number_of(const Words& words, const Number& number) const {
    std::size_t token = number.last;
    if (at(token) == "of")
        ++token;
    for (const std::size_t end = token + 4; token < end; ++token) {
        if (is_break(token) || is_one_of(copulas, at(token)) ||
            is_one_of(words_past_noun, at(token)))
            return false;
        if (is_one_of(words, at(token)))
            return true;
    }
    return false;
}

/// Sorts out what looks like a figure and cannot be claimed.
void SentenceReader::screen(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const Number& number = *figure.number;
    const std::string_view last = before(figure);
    const std::string_view next = at(number.last);
    const auto near = [&](const auto& words) {
        for (std::size_t by = 1; by <= 4; ++by)
            if (is_one_of(words, before(figure, by)))
                return true;
        return is_one_of(words, next) || is_one_of(words, at(number.last + 1));
    };
    figure.of_people = people_follow(number.last);
    if (number.digits.empty())
        figure.missed = "too long a number to be claimed";
    else if (is_end_of_number(number) || document_.is_parted(number.first))
        figure.missed = "part of a longer number";
    else if (last == "\xC2\xA3" || last == "$")
        figure.missed = "an amount of money";
    else if (last == "+")
        figure.missed = "a number with a sign that is no change";
    else if (is_one_of(scales, next))
        figure.missed = "a number in thousands, millions or times";
    else if (is_one_of(measured_times, next))
        figure.missed = "an average length of time";
    else if (next == "percentage" || next == "pp")
        figure.missed = "percentage points";
    else if (is_bound(figure))
        figure.missed = "a bound and no figure";
    else if (is_range(at_figure))
        figure.missed = "a range";
    else if (next == "/" || last == "/")
        figure.missed = "a fraction";
    else if (is_share_in_words(at_figure))
        figure.missed = "a share in words";
    else if (near(words_of_intention))
        figure.missed = "a target or a forecast";
    else if (is_number_of(things, number))
        figure.missed = "a number of something else than children";
    else if (is_number_of(some_of_the_children, number))
        figure.missed = "a number of some of the children, which no name is for";
}

} // namespace indicare::io::prose
