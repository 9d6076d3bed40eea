#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/prose/numbers.hpp"
#include "audit/prose/subjects.hpp"
#include "audit/prose/tokens.hpp"

namespace indicare::io::prose {

enum class Kind : std::uint8_t { bare, count, rate, percent, mean, difference, change };

/// What a figure is of, as names in claims without what year and place add to them.
struct Topic {
    std::string name;
    std::string whole;
};

/// A figure that was understood, for later ones that are compared with it.
struct Level {
    Kind kind = Kind::count;
    Topic topic;
    std::uint64_t per = 0;
    std::uint64_t value = 0;
};

/// What the text before a sentence leaves to it.
struct Memory {
    int year = 0;          ///< the report's own, 0 where it is not told
    std::uint64_t per = 0; ///< what the last rate was for
    std::optional<Topic> topic;
    std::vector<Level> levels; ///< of the paragraph
};

/// A number of the sentence that may be a figure, and what was made of it.
struct Figure {
    const Number* number = nullptr;
    std::size_t ordinal = 0; ///< the how manieth number of the text it is, from 1
    Kind kind = Kind::bare;
    bool of_people = false; ///< a word for people follows it
    std::uint64_t per = 0;
    int direction = 0;                  ///< of a change
    std::optional<std::size_t> partner; ///< the difference's percentage, or the other way round
    bool is_partner = false;            ///< part of the claim of a figure before it
    bool is_from = false;
    std::optional<std::size_t> change_to_it; ///< the change that ends at it: by 19% to 37
    /// The percentage that it is told for in brackets: `16% (37 of 232)`, and whether it is the
    /// 232.
    std::optional<std::size_t> detail_of;
    bool is_whole = false;
    std::optional<Topic> topic; ///< once it is claimed
    std::string_view place;
    const YearMention* year = nullptr;
    std::string_view missed; ///< why it is not understood
    std::string claim;
};

/// Makes claims of the figures of one sentence.
class SentenceReader {
  public:
    /// Numbers and years are those of the sentence; the first number is the text's number
    /// `ordinal`.
    SentenceReader(const Document& document, const Sentence& sentence,
                   std::span<const Number> numbers, std::size_t ordinal,
                   std::span<const YearMention> years, Memory& memory);

    /// Every figure with a claim, as partner of one that has a claim, or with the reason why not.
    const std::vector<Figure>& read();

  private:
    /// Subjects named so near each other that they mean one; none where they do not fit together.
    struct Group {
        std::size_t first = 0;
        std::size_t last = 0;
        const Subject* subject = nullptr;
    };

    // The words around a figure (sentence.cpp)
    std::string_view at(std::size_t token) const { return document_.at(token); }
    std::string_view before(const Figure& figure, std::size_t by = 1) const;
    std::size_t next_figure(std::size_t figure) const;
    void find_details(std::size_t figure);
    std::size_t figure_before(std::size_t figure) const;
    bool is_break(std::size_t token) const;
    std::size_t past_bracket(std::size_t figure) const;
    std::size_t window(std::size_t figure) const;
    bool people_follow(std::size_t token) const;
    void group_mentions();
    const Group* group_after(std::size_t figure) const;
    const Group* group_before(std::size_t figure, std::size_t from) const;
    void place_in_time(std::size_t figure);
    void find_year(std::size_t figure);
    void place_in_space(std::size_t figure);
    bool is_compared_year(const YearMention& year) const;
    const YearMention* first_of_years(const YearMention& last) const;

    // What is no figure (screening.cpp)
    void screen(std::size_t figure);
    bool is_range(std::size_t figure) const;
    bool is_bound(const Figure& figure) const;
    bool is_share_in_words(std::size_t figure) const;
    bool is_end_of_number(const Number& number) const;
    template <class Words>
    bool is_number_of(const Words& words, const Number& number) const;

    // Changes (changes.cpp)
    void find_change(std::size_t figure);
    int direction_before(const Figure& figure) const;
    int direction_after(Figure& figure) const;
    bool is_change_of_rate(std::size_t figure) const;
    bool is_over_years(std::size_t figure) const;
    void find_partner(std::size_t figure);
    void find_from_and_to(std::size_t figure);
    void claim_change(std::size_t figure);
    std::optional<Topic> topic_of_change(std::size_t figure) const;

    // Figures as they stand (levels.cpp)
    std::uint64_t base_of_rate(std::size_t token) const;
    bool is_behind_rate(const Figure& figure) const;
    void find_kind(std::size_t figure);
    void claim_level(std::size_t figure);
    void claim_detail(std::size_t figure);
    std::optional<Topic> topic_of_count(std::size_t figure);
    std::optional<Topic> topic_of_bare(std::size_t figure);
    std::optional<Topic> topic_of_rate(std::size_t figure);
    std::optional<Topic> topic_of_percent(std::size_t figure);
    std::optional<Topic> topic_of_whole_and_part(std::size_t figure);
    bool is_negated(std::size_t figure) const;
    const Level* compared_with(const Figure& figure) const;
    bool links_to_subject(std::size_t figure) const;
    Topic own_topic(const Figure& figure) const;
    std::string approximately(Figure& figure) const;

    // Names (sentence.cpp)
    std::string year_suffix(const YearMention* year) const;
    std::string year_before(const YearMention* year) const;
    std::string suffix(const Figure& figure) const {
        return std::string(figure.place) + year_suffix(figure.year);
    }
    bool is_own(const Figure& figure) const { return suffix(figure).empty(); }

    const Document& document_;
    const Sentence& sentence_;
    std::span<const Number> numbers_;
    std::span<const YearMention> years_;
    Memory& memory_;
    std::vector<Mention> mentions_;
    std::vector<PlaceMention> places_;
    std::vector<Group> groups_;
    std::vector<Figure> figures_;
    std::vector<const YearMention*> years_taken_;
    std::vector<const PlaceMention*> places_taken_;
};

} // namespace indicare::io::prose
