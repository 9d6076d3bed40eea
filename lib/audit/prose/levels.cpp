#include <algorithm>

#include "audit/prose/sentence.hpp"
#include "audit/prose/words.hpp"

// Figures as they stand: counts, rates, percentages and means.

namespace indicare::io::prose {

namespace {

constexpr std::array<std::string_view, 25> links_before = {
    "of",      "was",      "were",     "is",       "are",    "at",     "to",
    "reached", "totalled", "total",    "numbered", "stood",  "stands", ":",
    "=",       "(",        "remained", "from",     "around", "about",  "approximately",
    "roughly", "some",     "circa",    "approx"};
constexpr std::array<std::string_view, 34> links_after = {
    "in",    "at",    "on",    "compared",   "from",    "to",     "and",
    "which", "a",     "an",    "this",       "as",      "by",     "per",
    "for",   "the",   "last",  "nationally", "with",    "during", "over",
    "or",    "after", "when",  "while",      "against", "but",    "following",
    "that",  "it",    "since", "previously", "down",    "up"};

Topic topic_of(const Subject& subject) {
    return {std::string(subject.name), std::string(subject.whole)};
}

/// What a percentage of a subject is of; a subject that is no part of another is told to be the
/// part of nothing.
std::optional<Topic> part(const Topic& topic) {
    return topic.whole.empty() ? std::nullopt : std::optional(topic);
}

} // namespace

Topic SentenceReader::own_topic(const Figure& figure) const {
    return {"figure_" + std::to_string(figure.ordinal), {}};
}

/// The 10,000 of `per 10,000`; 0 where there is none at a token, or only a part of it (`10 000`).
std::uint64_t SentenceReader::base_of_rate(std::size_t token) const {
    for (const Number& number : numbers_)
        if (number.first == token && number.whole && !number.digits.empty() &&
            number.no_figure == "what a rate is for" && !document_.is_parted(token))
            return number.value;
    return 0;
}

/// `the rate of admissions to care is 35`
bool SentenceReader::is_behind_rate(const Figure& figure) const {
    for (std::size_t by = 1; by <= 10; ++by) {
        const std::string_view word = before(figure, by);
        if (word.empty() || word == "number" || word == "total" ||
            document_.is_number(figure.number->first - by) ||
            (is_break(figure.number->first - by) && word != "(" && word != ":"))
            return false;
        if (word == "rate")
            return true;
    }
    return false;
}

void SentenceReader::find_kind(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    if (figure.is_partner || figure.kind != Kind::bare)
        return;
    if (figure.number->percent) {
        figure.kind = Kind::percent;
        return;
    }
    const std::size_t end = window(at_figure);
    for (std::size_t token = figure.number->last; token < end && figure.per == 0; ++token) {
        const bool every = document_.phrase(token, "for every") > 0;
        const std::size_t base = token + (every ? 2 : 1);
        if (every || at(token) == "per")
            figure.per = base_of_rate(base);
    }
    if (figure.per == 0 && !figure.of_people && is_behind_rate(figure)) {
        figure.per = memory_.per;
        if (figure.per == 0)
            figure.missed = "a rate, and for how many is not told";
    }
    if (figure.per != 0) {
        figure.kind = Kind::rate;
        memory_.per = figure.per;
        return;
    }
    const Group* scored = group_before(at_figure, sentence_.first);
    const bool remembered = scored == nullptr && memory_.topic && memory_.topic->name == score;
    const bool of_score = scored != nullptr && scored->subject != nullptr
                              ? scored->subject->name == score
                              : remembered;
    if (of_score && !figure.of_people && figure.missed.empty() && figure.number->value <= 40 &&
        (!figure.number->whole || before(figure) == "of"))
        figure.kind = Kind::mean;
    else if (figure.of_people && figure.number->whole && figure.missed.empty())
        figure.kind = Kind::count;
}

/// `179 were not`: whether the words after a figure tell what its children are not.
bool SentenceReader::is_negated(std::size_t at_figure) const {
    const std::size_t end = window(at_figure);
    for (std::size_t token = past_bracket(at_figure); token < end; ++token) {
        const bool named = std::any_of(mentions_.begin(), mentions_.end(), [&](const auto& told) {
            return told.first <= token && token < told.last;
        });
        if (at(token) == "not" && !named)
            return true;
    }
    return false;
}

/// An earlier figure that one without words of its own is compared with.
const Level* SentenceReader::compared_with(const Figure& figure) const {
    for (std::size_t at_level = memory_.levels.size(); at_level-- > 0;) {
        const Level& level = memory_.levels[at_level];
        const bool alike = figure.kind == Kind::bare || figure.kind == level.kind;
        const std::uint64_t value = figure.number->value;
        const bool near = level.value <= value * 4 + 4 && value <= level.value * 4 + 4;
        const bool fits = figure.number->whole || level.kind != Kind::count;
        if (alike && fits && (near || figure.kind != Kind::bare))
            return &level;
    }
    return nullptr;
}

/// Whether the words on both sides of a bare number tell that it is the number of a subject before.
bool SentenceReader::links_to_subject(std::size_t at_figure) const {
    const Figure& figure = figures_[at_figure];
    const std::size_t after = figure.number->last;
    const bool mentioned = std::any_of(places_.begin(), places_.end(), [&](const auto& place) {
        return place.first == after || place.last == figure.number->first;
    });
    const bool ends = after >= sentence_.last || is_break(after) || mentioned;
    return (ends || is_one_of(links_after, at(after))) &&
           (mentioned || is_one_of(links_before, before(figure)));
}

std::optional<Topic> SentenceReader::topic_of_count(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const std::size_t last = figure.number->last;
    const Group* group = group_after(at_figure);
    const bool of_whole = at(last) == "of" || document_.phrase(last, "out of") > 0;
    if (of_whole && group == nullptr && at_figure + 1 < figures_.size() &&
        figures_[at_figure + 1].number->first <= last + 4) {
        // `37 of the 232 children who left care were adopted`
        for (const Group& told : groups_)
            if (told.first >= figures_[at_figure + 1].number->last)
                group = &told;
        const std::size_t end = at_figure + 2 < figures_.size()
                                    ? figures_[at_figure + 2].number->first
                                    : sentence_.last;
        if (group == nullptr || group->first > end || group->subject == nullptr ||
            group->subject->whole.empty()) {
            figure.missed = "a part of a number, and which part is not clear";
            return std::nullopt;
        }
        return topic_of(*group->subject);
    }
    if (group == nullptr)
        group = group_before(at_figure, sentence_.first);
    if (group == nullptr)
        return memory_.topic ? memory_.topic : std::optional(own_topic(figure));
    if (group->subject == nullptr) {
        figure.missed = "several subjects are named together";
        return std::nullopt;
    }
    // Of `37 of the 232 children who left care were adopted` the 232 are those who left care.
    std::size_t earlier = figure_before(at_figure);
    if (at(earlier) == ")") // `37 (16%) of the 232`
        ++earlier;
    const bool is_whole = at_figure > 0 &&
                          (at(earlier) == "of" || document_.phrase(earlier, "out of") > 0) &&
                          earlier + 4 >= figure.number->first;
    const bool leads_in = at(sentence_.first) == "of" && at_figure == 0;
    if (is_whole || leads_in)
        for (const Mention& mention : mentions_)
            if (mention.first == group->first)
                return topic_of(*mention.subject);
    return topic_of(*group->subject);
}

/// Of a number with neither `%` nor `per` nor a word for people.
std::optional<Topic> SentenceReader::topic_of_bare(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    if (figure.change_to_it) {
        figure.kind = Kind::count;
        return topic_of_change(*figure.change_to_it);
    }
    const Group* group = group_after(at_figure);
    if (group == nullptr && !is_own(figure))
        if (const Level* level = compared_with(figure)) {
            figure.kind = level->kind;
            figure.per = level->per;
            return level->topic;
        }
    figure.kind = Kind::count;
    if (at(figure.number->last) == "of" || group != nullptr)
        return topic_of_count(at_figure);
    if (!links_to_subject(at_figure))
        return std::nullopt;
    group = group_before(at_figure, figure.is_from || before(figure) == "to"
                                        ? sentence_.first
                                        : figure_before(at_figure));
    const bool changing = figure.is_from || (before(figure) == "to" &&
                                             (direction_of(before(figure, 2)) != 0 ||
                                              (at_figure > 0 && figures_[at_figure - 1].is_from)));
    if (group == nullptr)
        return changing ? memory_.topic : std::nullopt;
    return group->subject != nullptr ? std::optional(topic_of(*group->subject)) : std::nullopt;
}

std::optional<Topic> SentenceReader::topic_of_rate(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const std::size_t end = window(at_figure);
    const Group* group = nullptr;
    for (const Group& told : groups_)
        if (told.first >= figure.number->last && told.first < end &&
            told.first <= figure.number->last + 6 && group == nullptr)
            group = &told;
    if (group == nullptr)
        group = group_before(at_figure, sentence_.first);
    if (group != nullptr && group->subject == nullptr)
        figure.missed = "several subjects are named together";
    if (group != nullptr)
        return group->subject != nullptr ? std::optional(topic_of(*group->subject)) : std::nullopt;
    if (const Level* level = compared_with(figure))
        return level->topic;
    return memory_.topic ? memory_.topic : std::optional(own_topic(figure));
}

/// `16% of children who left care were adopted`: what is below, and then what is above.
std::optional<Topic> SentenceReader::topic_of_whole_and_part(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const std::size_t begin = past_bracket(at_figure);
    const std::size_t end = next_figure(at_figure);
    std::vector<const Mention*> told;
    std::size_t opened = begin;
    for (const Mention& mention : mentions_) {
        if (mention.first < begin || mention.first >= end || told.size() == 2)
            continue;
        const auto parts = [&](std::size_t token) {
            return is_one_of(words_of_contrast, at(token)) || at(token) == ";" || at(token) == ".";
        };
        for (; opened < mention.first; ++opened)
            if (parts(opened))
                break;
        if (opened < mention.first)
            break;
        opened = mention.last;
        told.push_back(&mention);
    }
    const auto copula_between = [&](std::size_t from, std::size_t to) {
        for (; from < to && at(from) != "who"; ++from)
            if (is_one_of(copulas, at(from)))
                return true;
        return false;
    };
    const bool follows = at_figure > 0 && figures_[at_figure - 1].is_from;
    const Group* earlier =
        group_before(at_figure, follows ? sentence_.first : figure_before(at_figure));
    if (told.empty())
        return std::nullopt;
    if (copula_between(begin, told[0]->first)) // `16% of children were adopted`
        return part(topic_of(*told[0]->subject));
    const std::string whole(told[0]->subject->name);
    if (told.size() == 2 && !told[1]->subject->whole.empty() &&
        told[1]->subject != told[0]->subject)
        return Topic{std::string(told[1]->subject->name), whole};
    if (earlier != nullptr && earlier->subject != nullptr && !earlier->subject->whole.empty())
        return Topic{std::string(earlier->subject->name), whole};
    return Topic{own_topic(figure).name, whole};
}

std::optional<Topic> SentenceReader::topic_of_percent(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    if (at(past_bracket(at_figure)) == "of")
        if (std::optional<Topic> told = topic_of_whole_and_part(at_figure))
            return told;
    if (const Group* group = group_after(at_figure);
        group != nullptr && group->subject != nullptr) {
        std::optional<Topic> told = part(topic_of(*group->subject));
        // `Of the 232 children who left care, 16% were adopted`
        const bool leads_in = at(sentence_.first) == "of" && !groups_.empty() &&
                              groups_.front().first < figure.number->first;
        if (told && leads_in && groups_.front().subject != nullptr)
            told->whole = groups_.front().subject->name;
        if (told)
            return told;
    }
    if (!is_own(figure))
        if (const Level* level = compared_with(figure))
            return level->topic;
    if (const Group* group = group_before(at_figure, sentence_.first))
        return group->subject != nullptr ? part(topic_of(*group->subject)) : std::nullopt;
    if (const Level* level = compared_with(figure))
        return level->topic;
    return memory_.topic ? part(*memory_.topic) : std::nullopt;
}

/// `~10 ` where a count is told, or known, to be rounded; the reason in the figure where to what
/// is not told.
std::string SentenceReader::approximately(Figure& figure) const {
    const std::string_view word = before(figure, before(figure) == "." ? 2 : 1); // `approx. 600`
    const bool said = is_one_of(words_of_rounding, word) || word == "rounded";
    for (const Number& number : numbers_)
        if (number.no_figure == "what figures are rounded to" && figure.kind == Kind::count &&
            number.value > 0)
            return "~" + std::to_string(number.value) + " ";
    const std::string& digits = figure.number->digits;
    std::uint64_t unit = 1;
    for (std::size_t end = digits.size(); end-- > 1 && (digits[end] == '0' || digits[end] == ',');)
        unit *= digits[end] == '0' ? 10 : 1;
    const bool published = figure.place == "_england" && figure.number->value >= 1000;
    if (figure.kind == Kind::count && unit > 1 && (said || published))
        return "~" + std::to_string(published ? 10 : unit) + " ";
    if (said)
        figure.missed = "rounded, and to what is not told";
    return {};
}

/// The numbers that a percentage is told with are those of its part and of its whole.
void SentenceReader::claim_detail(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    const Figure& percentage = figures_[*figure.detail_of];
    if (!percentage.topic || !figure.number->whole || figure.number->negative) {
        figure.missed = "the numbers of a percentage that was not understood";
        return;
    }
    const Topic& topic = *percentage.topic;
    figure.claim = (figure.is_whole ? topic.whole : topic.name) + suffix(percentage) + " = " +
                   figure.number->digits;
}

void SentenceReader::claim_level(std::size_t at_figure) {
    Figure& figure = figures_[at_figure];
    if (figure.number->negative)
        figure.missed = "a negative number that is no change";
    else if (is_negated(at_figure))
        figure.missed = "a number of what is not so";
    if (!figure.missed.empty())
        return;
    std::optional<Topic> topic;
    switch (figure.kind) {
    case Kind::rate:
        topic = topic_of_rate(at_figure);
        break;
    case Kind::percent:
        topic = topic_of_percent(at_figure);
        break;
    case Kind::count:
        topic = topic_of_count(at_figure);
        break;
    case Kind::mean:
        topic = Topic{std::string(score), {}};
        break;
    default:
        topic = topic_of_bare(at_figure);
    }
    const std::string& digits = figure.number->digits;
    const bool scored = topic && topic->name == score;
    const std::string rounding = figure.missed.empty() && topic ? approximately(figure) : "";
    if (!figure.missed.empty())
        return;
    if (!topic)
        figure.missed = figure.kind == Kind::percent ? "a percentage, and of what is not clear"
                                                     : "what it counts is not told";
    else if (figure.kind == Kind::count && !figure.number->whole)
        figure.missed = "decimals, and neither percentage nor rate nor mean";
    else if (scored != (figure.kind == Kind::mean))
        figure.missed = "what of the score it tells is not clear";
    if (!figure.missed.empty())
        return;
    figure.topic = topic;
    const YearMention* year = figure.year;
    std::string added = suffix(figure);
    if (figure.is_from && year == nullptr) {
        const YearMention* after =
            at_figure + 1 < figures_.size() ? figures_[at_figure + 1].year : nullptr;
        added = std::string(figure.place) + year_before(after);
    }
    const std::string name = topic->name + added;
    if (figure.kind == Kind::rate)
        figure.claim = name + " per " + std::to_string(figure.per) + " population" + added;
    else if (figure.kind == Kind::percent)
        figure.claim = "percent " + name + " of " + topic->whole + added;
    else if (figure.kind == Kind::mean)
        figure.claim =
            "mean " + topic->name + "_total" + added + " / " + topic->name + "_children" + added;
    else
        figure.claim = name;
    figure.claim += " " + rounding + "= " + digits + (figure.kind == Kind::percent ? "%" : "");
    if (memory_.levels.size() >= 8)
        memory_.levels.erase(memory_.levels.begin());
    memory_.levels.push_back({figure.kind, *topic, figure.per, figure.number->value});
}

} // namespace indicare::io::prose
