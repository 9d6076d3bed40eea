#pragma once

#include "days.hpp"
#include "random.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// One row of Episodes; `end` is a day, or `still`.
struct Episode {
    Day begin = 0;
    Day end = still;
    std::string_view new_because;
    std::string_view legal_status;
    std::string_view need;
    std::string_view place;
    std::string_view provider;
    std::string_view ceased_because;
    std::string_view change_because;
    std::string home;
    std::string postcode;
    std::string provider_reference;

    bool leaves() const { return end != still && ceased_because != "X1"; }
    bool is_temporary() const { return place.front() == 'T'; }
    /// The child is looked after on a day.
    bool holds(Day day) const { return begin <= day && end > day; }
};

/// A child, and its life in care up to the last day of the extract.
struct Child {
    Day born = 0;
    bool female = false;
    bool mother = false;
    bool on_short_breaks = false; ///< and nothing else
    bool unaccompanied = false;
    Day no_longer_unaccompanied = still;
    Day decision = still; ///< that it should be placed for adoption; `still`: never adopted
    Day match = still;    ///< with the adopters
    std::vector<Episode> episodes;

    Day turns_16() const { return born + 5'844; }
    Day turns_18() const { return born + 6'575; }

    /// Looked after until then at least, and no longer.
    bool left_after_16() const {
        return !on_short_breaks && episodes.back().leaves() && episodes.back().end > turns_16();
    }
};

/// How long things last, and when the extract ends.
struct Times {
    Day last = 0;
    int stay = 900; ///< days from one change of placement or status to the next, on average
};

/// Draws the life of a child who comes to care on a day.
void draw_life(Random& random, Day comes, const Times& times, Child& child);

} // namespace bench
