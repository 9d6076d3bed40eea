#pragma once

#include "indicare/quality/flaw.hpp"
#include "indicare/quality/subject.hpp"

// What one return says against the next: children who vanish or appear, episodes that change. Only
// returns of years that follow each other are held against each other.

namespace indicare::quality {

namespace detail {

class ReturnRules {
  public:
    ReturnRules(const Subject& subject, Flaws& flaws) : subject_(subject), flaws_(flaws) {}

    void find() {
        for (const int year : subject_.joining().years()) {
            if (gives(year + 1) && !subject_.is_held_in(year + 1))
                absent_after(year);
            if (gives(year - 1) && !subject_.is_held_in(year - 1))
                new_in(year);
        }
        const auto rows = subject_.episodes();
        for (std::size_t i = 0; i + 1 < rows.size(); ++i)
            if (rows[i].decom == rows[i + 1].decom &&
                rows[i].return_year != rows[i + 1].return_year)
                changed(rows[i], rows[i + 1]);
    }

  private:
    bool gives(int year) const { return subject_.given().with_episodes.holds(year); }

    /// The last episode that a return has of the child is open, and the next return does not name
    /// it (1010).
    void absent_after(int year) {
        const care::Episode* last = nullptr;
        for (const care::Episode& row : subject_.episodes())
            if (row.return_year == year && row.is_care())
                last = &row;
        if (last != nullptr && last->dec.is_none())
            flaws_.add(FindingCode::child_absent_from_next_return, episode_row(last->row),
                       Field::dec, {}, year + 1);
    }

    /// The first episode that a return has of a new child is no start within its year (NoE, 562).
    void new_in(int year) {
        const care::Date first_day = care::Date::of(year - 1, 4, 1);
        for (const care::Episode& row : subject_.episodes()) {
            if (row.return_year != year || !row.is_care())
                continue;
            if (row.rne != care::ReasonNewEpisode::S || row.decom < first_day)
                flaws_.add(FindingCode::child_new_but_not_started, episode_row(row.row), Field::rne,
                           {}, year - 1);
            return;
        }
    }

    void changed(const care::Episode& row, const care::Episode& later) {
        const auto add = [&](Field field) {
            flaws_.add(FindingCode::episode_changed, episode_row(row.row), field,
                       episode_row(later.row), later.return_year);
        };
        if (row.rne != later.rne)
            add(Field::rne);
        if (row.legal_status != later.legal_status)
            add(Field::legal_status);
        if (row.need != later.need)
            add(Field::need);
        if (row.place != later.place && !was_recoded(row, later))
            add(Field::place);
        if (!row.dec.is_none() && row.dec != later.dec)
            add(Field::dec);
        if (row.rec != care::ReasonEpisodeCeased::blank && row.rec != later.rec)
            add(Field::rec);
    }

    /// A PLACE that is no longer in the list becomes another, as H5 became K3.
    static bool was_recoded(const care::Episode& row, const care::Episode& later) {
        return is_listed(row.place) && is_listed(later.place) &&
               (!care::code_of(row.place).valid_in(later.return_year) ||
                !care::code_of(later.place).valid_in(row.return_year));
    }
    static bool is_listed(care::PlacementType place) {
        return place != care::PlacementType::blank && place != care::PlacementType::unlisted;
    }

    const Subject& subject_;
    Flaws& flaws_;
};

} // namespace detail

/// Looks at how returns that follow each other tell of one child.
inline void find_return_flaws(const Subject& subject, Flaws& flaws) {
    if (!subject.records().given.longitudinal)
        detail::ReturnRules(subject, flaws).find();
}

} // namespace indicare::quality
