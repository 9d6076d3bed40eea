#include "audit/prose/sentence.hpp"
#include "audit/prose/words.hpp"

// Differences and percentages of change, and what they lead from and to.

namespace indicare::io::prose {

namespace {

/// Words that compare and name no change by themselves: `7 more than`.
constexpr std::array<std::string_view, 6> comparatives = {"more",   "fewer", "less",
                                                          "higher", "lower", "additional"};
/// Between a difference and its percentage: `a decrease of seven children, equating to 1.1%`.
constexpr std::array<std::string_view, 27> words_of_equality = {
    "equating", "equates", "equivalent", "equal",  "to",       "or",           "representing",
    "a",        "an",      "which",      "is",     "this",     "amounting",    "represents",
    "children", "child",   "young",      "people", "decrease", "increase",     "reduction",
    "rise",     "fall",    "of",         "(",      ",",        "approximately"};
constexpr std::array<std::string_view, 6> nouns_of_rates = {"rate",       "rates", "percentage",
                                                            "proportion", "score", "share"};
constexpr std::array<std::string_view, 4> nouns_of_counts = {"number", "numbers", "total",
                                                             "population"};
constexpr std::array<std::string_view, 4> nouns_of_either = {"change", "difference", "movement",
                                                             "variance"};

} // namespace

/// 1 or -1 where the words before a figure say that it is a rise or a fall: `rose by`, `a drop of`.
int SentenceReader::direction_before(const Figure& figure) const {
    std::size_t by = 1;
    while (is_one_of(words_of_rounding, before(figure, by)))
        ++by;
    const std::string_view last = before(figure, by);
    const bool verbal = last == "by";
    if (!verbal && last != "of") {
        const bool names_change = !is_one_of(comparatives, last);
        return names_change ? direction_of(last) : 0;
    }
    const std::size_t reach = by + (verbal ? 8 : 3);
    for (++by; by <= reach; ++by) {
        const std::string_view word = before(figure, by);
        if (word.empty() || is_break(figure.number->first - by) ||
            document_.is_number(figure.number->first - by))
            return 0;
        if (is_one_of(nouns_of_either, word))
            return figure.number->negative ? -1 : 1;
        const bool of_comparative = is_one_of(comparatives, word) && !verbal;
        if (const int direction = direction_of(word); direction != 0 && !of_comparative)
            return direction;
    }
    return 0;
}

/// The same where the words after it say so: `seven fewer children than`, `a 45% rise`.
int SentenceReader::direction_after(Figure& figure) const {
    std::size_t token = figure.number->last;
    while (token < figure.number->last + 2 && is_people(at(token)))
        ++token;
    const std::string_view word = at(token);
    const int direction = direction_of(word);
    if (direction == 0)
        return 0;
    const std::string_view next = at(token + 1);
    if (is_one_of(comparatives, word)) {
        if (next == "likely" || next == "often")
            figure.missed = "how much more or less likely, which no claim says";
        for (const PlaceMention& place : places_)
            if (place.first > token && place.first <= token + 6)
                figure.missed = "a difference between places, which no claim says";
        return direction;
    }
    constexpr std::array<std::string_view, 8> nouns = {
        "increase", "rise", "growth", "decrease", "fall", "decline", "drop", "reduction"};
    constexpr std::array<std::string_view, 5> articles = {"a", "an", "the", "this", "with"};
    const bool noun = is_one_of(nouns, word) && is_one_of(articles, before(figure));
    return noun ? direction : 0;
}

/// Whether what changes is no number of children.
bool SentenceReader::is_change_of_rate(std::size_t at_figure) const {
    const Figure& figure = figures_[at_figure];
    if (figure.of_people)
        return false;
    const auto is_level_in_percent = [&](std::size_t token) {
        for (std::size_t other = 0; other < at_figure; ++other)
            if (figures_[other].number->first == token)
                return figures_[other].number->percent && figures_[other].direction == 0;
        return false;
    };
    for (std::size_t token = figure.number->first; token-- > sentence_.first;) {
        const std::string_view word = at(token);
        if (word == ";" || is_one_of(nouns_of_counts, word))
            return false;
        if (is_one_of(nouns_of_rates, word) || word == "per" || is_level_in_percent(token))
            return true;
    }
    return memory_.topic && memory_.topic->name == score;
}

void SentenceReader::find_change(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    int direction = direction_before(figure);
    if (direction == 0)
        direction = direction_after(figure);
    if (direction == 0 || !figure.missed.empty())
        return;
    figure.direction = figure.number->negative ? -1 : direction;
    figure.kind = figure.number->percent ? Kind::change : Kind::difference;
    if (at(figure.number->last) == "points" || at(figure.number->last) == "point")
        figure.missed = "a change in points, which no claim says";
    else if (figure.kind == Kind::difference && !figure.number->whole)
        figure.missed = "a change of what is no number of children";
    else if (is_change_of_rate(at_figure))
        figure.missed = "a change of a rate or a percentage, which no claim says";
}

/// Joins a difference and its percentage: `seven children equating to 1.1%`, `1.1% (seven)`.
void SentenceReader::find_partner(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const bool change = figure.kind == Kind::difference || figure.kind == Kind::change;
    if (!change || figure.is_partner || at_figure + 1 >= figures_.size())
        return;
    Figure& next = figures_[at_figure + 1];
    const bool difference_first = figure.kind == Kind::difference;
    if (!next.missed.empty() || next.number->percent != difference_first ||
        next.number->first > figure.number->last + 8 || at(next.number->last) == "of" ||
        (next.direction != 0 && next.direction != figure.direction) ||
        (next.number->negative && figure.direction > 0))
        return;
    for (std::size_t token = figure.number->last; token < next.number->first; ++token)
        if (!is_one_of(words_of_equality, at(token)) &&
            !(is_one_of(comparatives, at(token)) && difference_first))
            return;
    const std::string_view last = before(next);
    const bool bracket = last == "(" || last == "or";
    if (!difference_first && !(bracket && next.number->whole))
        return;
    if (difference_first && next.number->first == figure.number->last)
        return;
    figure.partner = at_figure + 1;
    next.is_partner = true;
    next.kind = difference_first ? Kind::change : Kind::difference;
}

/// `from 627 to 620`, `down from 627`, `by 19% to 37`.
void SentenceReader::find_from_and_to(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    if (figure.kind == Kind::difference || figure.kind == Kind::change || figure.is_partner)
        return;
    if (before(figure) == "from") {
        Figure* next = at_figure + 1 < figures_.size() ? &figures_[at_figure + 1] : nullptr;
        const bool leads_on = next != nullptr && before(*next) == "to" && next->missed.empty() &&
                              next->number->first <= figure.number->last + 10;
        const bool changes = direction_of(before(figure, 2)) != 0 ||
                             direction_of(before(figure, 3)) != 0 || figure.change_to_it;
        figure.is_from = leads_on || changes;
        if (leads_on && figure.kind == Kind::bare && next->kind != Kind::count) {
            figure.kind = next->kind;
            figure.per = next->per;
        } else if (leads_on && next->kind == Kind::bare) {
            next->kind = figure.kind;
            next->per = figure.per;
        }
    }
    if (before(figure) != "to" && before(figure) != "from")
        return;
    for (std::size_t earlier = at_figure; earlier-- > 0;) {
        const Figure& change = figures_[earlier];
        const bool is_change = change.kind == Kind::difference || change.kind == Kind::change;
        if (change.number->last + 10 < figure.number->first)
            return;
        if (is_change && change.missed.empty()) {
            figure.change_to_it = earlier;
            figure.is_from = figure.is_from || before(figure) == "from";
            return;
        }
    }
}

/// The number that changes.
std::optional<Topic> SentenceReader::topic_of_change(std::size_t at_figure) const {
    const auto topic_of = [](const Group& group) {
        return group.subject == nullptr || group.subject->name == score
                   ? std::nullopt
                   : std::optional(Topic{std::string(group.subject->name),
                                         std::string(group.subject->whole)});
    };
    const std::size_t last = figures_[at_figure].number->last;
    const std::size_t end = window(at_figure);
    for (const Group& group : groups_)
        if (group.first >= last && group.first < end && group.first <= last + 8)
            return topic_of(group);
    if (const Group* group = group_before(at_figure, sentence_.first))
        return topic_of(*group);
    return memory_.topic ? memory_.topic : std::optional(own_topic(figures_[at_figure]));
}

/// `over the past five years`, `in 3 years`
bool SentenceReader::is_over_years(std::size_t at_figure) const {
    constexpr std::array<std::string_view, 4> openings = {"over", "in", "within", "during"};
    constexpr std::array<std::string_view, 8> between = {"the", "last", "past",   "previous",
                                                         "a",   "an",   "period", "of"};
    constexpr std::array<std::string_view, 2> vague = {"several", "few"};
    for (std::size_t token = figures_[at_figure].number->last; token < next_figure(at_figure);
         ++token) {
        if (!is_one_of(openings, at(token)))
            continue;
        std::size_t past = token + 1;
        while (is_one_of(between, at(past)))
            ++past;
        const bool told =
            document_.is_number(past) || is_number_word(at(past)) || is_one_of(vague, at(past));
        if (told && at(past + 1) == "years")
            return true;
    }
    return false;
}

void SentenceReader::claim_change(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const bool rounded = is_one_of(words_of_rounding, before(figure));
    const std::optional<Topic> topic = topic_of_change(at_figure);
    if (rounded)
        figure.missed = "rounded, and to what is not told";
    else if (!topic || topic->name == score)
        figure.missed = "what changes is not clear";
    else if (is_over_years(at_figure))
        figure.missed = "a change over several years";
    if (!figure.missed.empty())
        return;
    // A change is of the year of the number that it leads to, where one is told.
    const YearMention* year = figure.year;
    const YearMention* earlier = nullptr;
    for (const Figure& other : figures_)
        if (other.change_to_it == at_figure)
            (other.is_from ? earlier : year) = other.year;
    const std::size_t end = next_figure(figure.partner.value_or(at_figure));
    for (const YearMention& told : years_)
        if (earlier == nullptr && told.first >= figure.number->last && told.first < end &&
            is_compared_year(told) && year_suffix(&told) != year_suffix(year))
            earlier = &told;
    const std::string place(figure.place);
    const std::string before_it = earlier != nullptr ? year_suffix(earlier) : year_before(year);
    const bool percent = figure.kind == Kind::change;
    const Number& difference =
        percent && figure.partner ? *figures_[*figure.partner].number : *figure.number;
    const Number* share = percent          ? figure.number
                          : figure.partner ? figures_[*figure.partner].number
                                           : nullptr;
    const std::string sign = figure.direction < 0 ? "-" : "";
    figure.claim = "change " + topic->name + place + before_it + " -> " + topic->name + place +
                   year_suffix(year) + " = ";
    if (percent && !figure.partner)
        figure.claim += sign + share->digits + "%";
    else
        figure.claim += sign + difference.digits +
                        (share != nullptr ? " (" + share->digits + "%)" : std::string());
}

} // namespace indicare::io::prose
