#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "indicare/care/outcome_codes.hpp"
#include "indicare/care/packed.hpp"
#include "indicare/care/person_codes.hpp"

// The rows of the tables beside Episodes, as memory holds them: each with the year of its return.

namespace indicare::care {

/// A field that answers 0 or 1.
enum class Flag : std::uint8_t { blank, no, yes };

/// Header: what it says for a year. (Sex and date of birth are the child's own.)
struct HeaderRow {
    PackedYear year;
    Flag mother = Flag::blank;
    Ethnicity ethnicity = Ethnicity::blank;
};

/// The yes-or-no questions of OC2 that indicators read.
enum class Oc2Question : std::uint8_t {
    convicted,
    health_check,
    immunisations,
    teeth_check,
    health_assessment,
    substance_misuse,
    intervention_received
};

/// The column of OC2 that answers the question.
constexpr std::string_view name_of(Oc2Question question) {
    constexpr std::string_view names[] = {
        "CONVICTED",         "HEALTH_CHECK",     "IMMUNISATIONS",        "TEETH_CHECK",
        "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED"};
    return names[static_cast<std::size_t>(question)];
}

/// OC2: the outcomes of a child looked after for twelve months.
class Oc2Row {
  public:
    PackedYear year;

    Flag answer(Oc2Question question) const {
        return static_cast<Flag>(answers_ >> shift(question) & 3U);
    }
    void set(Oc2Question question, Flag answer) {
        const unsigned others = answers_ & ~(3U << shift(question));
        answers_ =
            static_cast<std::uint16_t>(others | static_cast<unsigned>(answer) << shift(question));
    }

    /// The strengths and difficulties score, 0 to 40.
    std::optional<int> score() const {
        return score_ == no_score ? std::nullopt : std::optional<int>(score_);
    }
    void set_score(int score) { score_ = static_cast<std::uint8_t>(score); }
    void clear_score() { score_ = no_score; }

  private:
    static constexpr std::uint8_t no_score = 255;
    static unsigned shift(Oc2Question question) { return 2U * static_cast<unsigned>(question); }

    std::uint8_t score_ = no_score;
    std::uint16_t answers_ = 0;
};

/// OC3: a care leaver.
struct Oc3Row {
    PackedYear year;
    InTouch in_touch{};
    Activity activity{};
    /// The first and the last character of the accommodation code; 0 where it is blank.
    char accommodation_first = 0;
    char accommodation_last = 0;
};

/// AD1: an adopted child.
struct Ad1Row {
    PackedYear year;
    PackedDate decision; ///< DATE_INT: that the child should be placed for adoption
    PackedDate match;    ///< DATE_MATCH: with the adopters
};

/// UASC: an unaccompanied asylum-seeking child.
struct UascRow {
    PackedYear year;
    PackedDate ceased; ///< DUC: no longer unaccompanied; none: still
};

/// Missing: one incident.
struct MissingRow {
    PackedYear year;
    MissingKind kind{};
    PackedDate start;
    PackedDate end; ///< none: not yet back
};

/// SWEpisodes: one social worker's time with a child.
struct SocialWorkerRow {
    PackedYear year;
    PackedDate start;
    PackedDate end; ///< none: still
    std::uint32_t worker = 0;
};

} // namespace indicare::care
