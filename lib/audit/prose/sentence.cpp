#include "audit/prose/sentence.hpp"

#include <algorithm>

#include "audit/prose/words.hpp"

namespace indicare::io::prose {

namespace {

/// After them something else is spoken of.
constexpr std::array<std::string_view, 13> words_that_turn = {
    "than",    "compared", "whereas", "while", "whilst", "but",  "and",
    "against", "versus",   "above",   "below", "better", "worse"};
/// Between subjects that do not belong together.
constexpr std::array<std::string_view, 8> words_that_part = {
    "and", "but", "while", "of", "than", "compared", "or", "whereas"};

template <class Item>
bool is_taken(const std::vector<const Item*>& taken, const Item& item) {
    return std::find(taken.begin(), taken.end(), &item) != taken.end();
}

} // namespace

SentenceReader::SentenceReader(const Document& document, const Sentence& sentence,
                               std::span<const Number> numbers, std::size_t ordinal,
                               std::span<const YearMention> years, Memory& memory)
    : document_(document), sentence_(sentence), numbers_(numbers), years_(years), memory_(memory),
      mentions_(find_subjects(document, sentence.first, sentence.last)),
      places_(find_places(document, sentence.first, sentence.last)) {
    for (const Number& number : numbers_) {
        if (number.no_figure.empty()) {
            Figure figure;
            figure.number = &number;
            figure.ordinal = ordinal;
            figures_.push_back(figure);
        } else if (const std::uint64_t per = base_of_rate(number.first); per > 0) {
            memory_.per = per;
        }
        ++ordinal;
    }
    group_mentions();
}

const std::vector<Figure>& SentenceReader::read() {
    const auto each = [this](auto step) {
        for (std::size_t figure = 0; figure < figures_.size(); ++figure)
            if (figures_[figure].missed.empty())
                (this->*step)(figure);
    };
    for (std::size_t token = sentence_.first; token < sentence_.last; ++token)
        if (at(token) == "respectively")
            for (Figure& figure : figures_)
                figure.missed = "figures that are told respectively";
    each(&SentenceReader::screen);
    each(&SentenceReader::find_change);
    each(&SentenceReader::find_partner);
    each(&SentenceReader::find_details);
    each(&SentenceReader::find_kind);
    each(&SentenceReader::find_from_and_to);
    each(&SentenceReader::place_in_time);
    each(&SentenceReader::place_in_space);
    for (std::size_t figure = 0; figure < figures_.size(); ++figure) {
        Figure& now = figures_[figure];
        if (!now.missed.empty() || now.is_partner)
            continue;
        if (now.detail_of)
            claim_detail(figure);
        else if (now.kind == Kind::difference || now.kind == Kind::change)
            claim_change(figure);
        else
            claim_level(figure);
        if (now.missed.empty() || !now.partner)
            continue;
        figures_[*now.partner].missed = now.missed;
    }
    const auto told = std::find_if(groups_.begin(), groups_.end(),
                                   [](const Group& group) { return group.subject != nullptr; });
    if (told != groups_.end())
        memory_.topic = Topic{std::string(told->subject->name), std::string(told->subject->whole)};
    return figures_;
}

std::string_view SentenceReader::before(const Figure& figure, std::size_t by) const {
    return figure.number->first >= sentence_.first + by ? at(figure.number->first - by)
                                                        : std::string_view();
}

std::size_t SentenceReader::next_figure(std::size_t figure) const {
    const std::size_t past = past_bracket(figure);
    for (std::size_t other = figure + 1; other < figures_.size(); ++other)
        if (figures_[other].number->first >= past)
            return figures_[other].number->first;
    return sentence_.last;
}

std::size_t SentenceReader::figure_before(std::size_t figure) const {
    return figure > 0 ? figures_[figure - 1].number->last : sentence_.first;
}

bool SentenceReader::is_break(std::size_t token) const {
    const std::string_view mark = at(token);
    return mark.size() == 1
               ? std::string_view(",;:.()?!").find(mark) != std::string_view::npos || mark == "-"
               : document_.is_dash(token);
}

/// Finds `16% (37)` and `16% (37 of 232)`: what is in brackets tells what the percentage is of.
void SentenceReader::find_details(std::size_t figure) {
    const Number& percentage = *figures_[figure].number;
    if (!percentage.percent || figures_[figure].kind == Kind::change ||
        at(percentage.last) != "(" || figure + 1 >= figures_.size())
        return;
    Figure& part = figures_[figure + 1];
    if (part.number->first != percentage.last + 1 || part.number->percent || !part.missed.empty())
        return;
    const std::size_t last = part.number->last;
    const bool closes = at(last) == ")" || (is_people(at(last)) && at(last + 1) == ")");
    const bool of = figure + 2 < figures_.size() && at(last) == "of" &&
                    figures_[figure + 2].number->first == last + 1;
    if (!closes && !of)
        return;
    part.detail_of = figure;
    if (of) {
        figures_[figure + 2].detail_of = figure;
        figures_[figure + 2].is_whole = true;
    }
}

/// Past a figure, and past its details in brackets: `16% (37 of 232) were adopted`, `37 (16%)
/// were`.
std::size_t SentenceReader::past_bracket(std::size_t figure) const {
    const Number& number = *figures_[figure].number;
    const auto past = [this](std::size_t token) {
        for (const std::size_t end = token + 3; token < end; ++token)
            if (at(token) == ")")
                return token + 1;
        return std::size_t{0};
    };
    std::size_t last = figure;
    while (last + 1 < figures_.size() && figures_[last + 1].detail_of == figure)
        ++last;
    const bool percentage_follows =
        last + 1 < figures_.size() && at(number.last) == "(" && !number.percent &&
        figures_[last + 1].number->first == number.last + 1 && figures_[last + 1].number->percent &&
        at(figures_[last + 1].number->last) == ")";
    const bool percentage_in_brackets = number.percent && figure > 0 && at(number.last) == ")" &&
                                        figures_[figure - 1].number->last + 1 == number.first &&
                                        before(figures_[figure]) == "(";
    std::size_t token = 0;
    if (last > figure || percentage_in_brackets)
        token = past(figures_[last].number->last);
    else if (percentage_follows)
        token = past(figures_[last + 1].number->last);
    return token > 0 ? token : number.last;
}

/// Past the last token after a figure that still speaks of it.
std::size_t SentenceReader::window(std::size_t figure) const {
    std::size_t token = past_bracket(figure);
    const std::size_t end = next_figure(figure);
    const auto mention_at = [this](std::size_t place) -> std::size_t {
        for (const YearMention& year : years_)
            if (year.first == place)
                return year.last;
        for (const PlaceMention& mention : places_)
            if (mention.first == place)
                return mention.last;
        return 0;
    };
    while (token < end) {
        if (const std::size_t past = mention_at(token); past > 0) {
            token = past;
            continue;
        }
        // `104 (England)`, but not `16% (England 10%)`
        const std::size_t told = at(token) == "(" ? mention_at(token + 1) : 0;
        const bool opens = told > 0 && at(told) == ")";
        if ((is_break(token) && !opens) || is_one_of(words_that_turn, at(token)))
            break;
        ++token;
    }
    return std::min(token, end);
}

bool SentenceReader::people_follow(std::size_t token) const {
    const std::size_t end = token + 3;
    while (token < end && is_one_of(words_between_number_and_people, at(token)) &&
           at(token) != "of")
        ++token;
    return is_people(at(token));
}

void SentenceReader::group_mentions() {
    const auto belongs = [this](const Group& group, const Mention& mention) {
        if (mention.first > group.last + 6)
            return false;
        for (std::size_t token = group.last; token < mention.first; ++token)
            if (is_break(token) || is_one_of(words_that_part, at(token)) ||
                document_.is_number(token))
                return false;
        return true;
    };
    for (const Mention& mention : mentions_) {
        if (groups_.empty() || !belongs(groups_.back(), mention)) {
            groups_.push_back({mention.first, mention.last, mention.subject});
            continue;
        }
        Group& group = groups_.back();
        const Subject* known = group.subject;
        group.last = mention.last;
        if (known == nullptr || known == mention.subject || mention.subject->name == "stock")
            continue;
        // The part is meant where the other is what it is a part of, or children in care at large.
        const bool narrows = known->name == "stock" || mention.subject->whole == known->name;
        const bool is_narrower = known->whole == mention.subject->name;
        group.subject = narrows ? mention.subject : is_narrower ? known : nullptr;
    }
}

/// The subject that stands right behind a figure: `225 children started to be looked after`.
const SentenceReader::Group* SentenceReader::group_after(std::size_t figure) const {
    const std::size_t end = window(figure);
    const std::size_t from = past_bracket(figure);
    for (const Group& group : groups_) {
        if (group.first < from || group.first >= end)
            continue;
        const std::string_view next = at(from);
        const bool near = group.first == from || is_people(next) || is_one_of(copulas, next) ||
                          is_one_of(words_between_number_and_people, next) || next == "in";
        return near && group.first <= from + 10 ? &group : nullptr;
    }
    return nullptr;
}

/// The nearest subject before a figure, from a token on.
const SentenceReader::Group* SentenceReader::group_before(std::size_t figure,
                                                          std::size_t from) const {
    const Group* nearest = nullptr;
    for (const Group& group : groups_)
        if (group.first >= from && group.first < figures_[figure].number->first)
            nearest = &group;
    return nearest;
}

/// `than the previous year`, `since 2019`: what something is compared with.
bool SentenceReader::is_compared_year(const YearMention& year) const {
    constexpr std::array<std::string_view, 9> words = {
        "with", "than", "since", "on", "from", "against", "over", "compared", "between"};
    std::size_t token = year.first;
    const bool with_article = token > sentence_.first && at(token - 1) == "the";
    const bool with_in = token > sentence_.first && at(token - 1) == "in";
    if (with_article || with_in)
        --token;
    if (token == sentence_.first)
        return false;
    const std::string_view last = at(token - 1);
    const std::string_view earlier = token >= sentence_.first + 2 ? at(token - 2) : "";
    const bool of_a_day = !with_article && (last == "on" || last == "over");
    return (is_one_of(words, last) && !of_a_day) ||
           (last == "to" && (earlier == "compared" || earlier == "comparison"));
}

/// The 2019 of `between 2019 and 2023` and of `from 2019 to 2023`, by the 2023.
const YearMention* SentenceReader::first_of_years(const YearMention& last) const {
    const auto first = std::find_if(years_.begin(), years_.end(), [&](const YearMention& year) {
        const std::string_view opening = year.first > sentence_.first ? at(year.first - 1) : "";
        return year.last + 1 == last.first && ((opening == "between" && at(year.last) == "and") ||
                                               (opening == "from" && at(year.last) == "to"));
    });
    return first == years_.end() ? nullptr : &*first;
}

void SentenceReader::place_in_time(std::size_t at_figure) {
    find_year(at_figure);
    Figure& figure = figures_[at_figure];
    const YearMention* first = figure.year != nullptr ? first_of_years(*figure.year) : nullptr;
    const bool is_change = figure.kind == Kind::difference || figure.kind == Kind::change;
    if (first == nullptr || is_change || figure.is_partner)
        return;
    if (figure.is_from)
        figure.year = first;
    else if (before(figure) != "to")
        figure.missed = "a number of several years";
}

void SentenceReader::find_year(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const std::size_t end = window(at_figure);
    for (const YearMention& year : years_)
        if (year.first >= figure.number->last && year.first < end && !is_compared_year(year)) {
            figure.year = &year;
            years_taken_.push_back(&year);
            return;
        }
    for (const YearMention& year : years_)
        if (year.last <= figure.number->first && !is_taken(years_taken_, year) &&
            !is_compared_year(year))
            figure.year = &year;
}

void SentenceReader::place_in_space(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const std::size_t end = window(at_figure);
    for (const PlaceMention& place : places_)
        if (place.first >= figure.number->last && place.first < end &&
            !is_taken(places_taken_, place)) {
            figure.place = place.suffix;
            places_taken_.push_back(&place);
            return;
        }
    const auto reaches = [&](const PlaceMention& place) {
        constexpr std::array<std::string_view, 7> going_on = {"which", "where", "at", "with",
                                                              "of",    "was",   "is"};
        const bool opens_sentence =
            place.first <= sentence_.first + 2 && at(place.last) == "," && at(place.first) != "(";
        for (std::size_t token = place.last; token < figure.number->first; ++token) {
            if (is_one_of(words_that_turn, at(token)) && at(token) != "and")
                return false;
            const bool bracket = at(token) == "(" && token + 1 == figure.number->first;
            if (is_break(token) && !bracket && !opens_sentence &&
                !is_one_of(going_on, at(token + 1)))
                return false;
        }
        return place.first >= figure_before(at_figure) || opens_sentence;
    };
    for (const PlaceMention& place : places_)
        if (place.last <= figure.number->first && !is_taken(places_taken_, place) && reaches(place))
            figure.place = place.suffix;
}

std::string SentenceReader::year_suffix(const YearMention* year) const {
    if (year == nullptr || (year->year == 0 && year->before_own == 0) ||
        (year->other_day.empty() && year->year != 0 && year->year == memory_.year))
        return {};
    if (!year->other_day.empty())
        return "_" + year->other_day;
    if (year->year != 0)
        return "_" + std::to_string(year->year);
    return memory_.year == 0 ? "_last_year" : "_" + std::to_string(memory_.year - year->before_own);
}

/// What the name of a number of the year before another gets.
std::string SentenceReader::year_before(const YearMention* year) const {
    if (year != nullptr && !year->other_day.empty())
        return "_before_" + year->other_day;
    const int told = year == nullptr     ? memory_.year
                     : year->year != 0   ? year->year
                     : memory_.year != 0 ? memory_.year - year->before_own
                                         : 0;
    return told == 0 ? "_last_year" : "_" + std::to_string(told - 1);
}

} // namespace indicare::io::prose
