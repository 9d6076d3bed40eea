#include "life.hpp"

#include <algorithm>
#include <array>

namespace bench {
namespace {

using Codes = std::string_view;

constexpr std::array<Codes, 10> needs{"N1", "N1", "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8"};
constexpr std::array<Codes, 10> legal_statuses{"C1", "C1", "C2", "C2", "C2",
                                               "V2", "V2", "V2", "L2", "J1"};
constexpr std::array<Codes, 16> places{"U1", "U2", "U3", "U4", "U4", "U5", "U6", "U6",
                                       "U6", "K1", "K2", "K2", "P1", "R1", "S1", "Z1"};
constexpr std::array<Codes, 14> places_from_16{"U1", "U3", "U4", "U4", "U6", "U6", "K2",
                                               "H5", "H5", "P2", "P2", "R3", "R5", "P3"};
constexpr std::array<Codes, 4> temporary_places{"T0", "T1", "T2", "T4"};
constexpr std::array<Codes, 4> adoptive_places{"A3", "A4", "A5", "A6"};
constexpr std::array<Codes, 6> providers{"PR1", "PR1", "PR2", "PR4", "PR4", "PR5"};
constexpr std::array<Codes, 8> change_reasons{"CARPL", "CLOSE", "ALLEG", "STAND",
                                              "APPRR", "CREQB", "LAREQ", "OTHER"};
constexpr std::array<Codes, 14> endings{"E2",  "E3",  "E4A", "E4A", "E4B", "E5", "E8",
                                        "E13", "E41", "E45", "E46", "E47", "E9", "E16"};
constexpr std::array<Codes, 4> endings_from_16{"E5", "E6", "E8", "E15"};

std::string postcode(Random& random) {
    constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";
    const auto letter = [&] { return letters[static_cast<std::size_t>(random.below(20))]; };
    const auto digit = [&] { return static_cast<char>('1' + random.below(9)); };
    return {letter(), letter(), digit(), ' ', digit(), letter(), letter()};
}

/// That of an inspected home or agency, or the text for those that are not inspected.
std::string provider_reference(Random& random) {
    if (random.in_hundred(60))
        return "XXXXXXX";
    const std::string number = std::to_string(100'000 + 37 * random.below(4'000));
    return random.in_hundred(50) ? "SC" + number : "1" + number;
}

/// Draws one period of care after the other onto a child.
class Drawing {
  public:
    Drawing(Random& random, const Times& times, Child& child)
        : random_(random), times_(times), child_(child) {}

    void short_breaks(Day comes) {
        const std::string home = postcode(random_);
        const std::string away = postcode(random_);
        for (int left = random_.between(2, 6); left > 0; --left) {
            Episode episode{comes, comes + random_.between(1, 14),
                            "S",   "V4",
                            "N2",  "U4",
                            "PR1", "E8",
                            "",    home,
                            away,  "XXXXXXX"};
            if (comes > times_.last || episode.end > child_.turns_18())
                return;
            end_with_the_extract(episode);
            child_.episodes.push_back(episode);
            if (episode.end == still)
                return;
            comes = episode.end + random_.between(10, 50);
        }
    }

    /// Gives the day after which the child may come again; `still` when it stays, or never does.
    Day period_of_care(Day comes) {
        const int wanted =
            random_.in_hundred(35) ? 1 + random_.lasting(60) : 30 + random_.lasting(1'450);
        const Day leaves = std::min(comes + wanted, child_.turns_18());
        const bool adopted = wanted > 300 && leaves - child_.born < 3'200 && random_.in_hundred(45);
        const Day placed = adopted ? leaves - random_.between(90, wanted / 2) : leaves;
        to_be_adopted_ = adopted;
        begin(comes);
        while (next_.begin < placed)
            stay(placed, !adopted);
        if (adopted)
            adoptive_stay(placed, leaves);
        finish(leaves, adopted);
        const Episode& last = child_.episodes.back();
        return adopted || last.end == still || last.begin > times_.last ? still : leaves;
    }

  private:
    void begin(Day comes) {
        next_ = {};
        next_.begin = comes;
        next_.new_because = "S";
        next_.need = random_.one_of(needs);
        next_.home = postcode(random_);
        next_.legal_status = random_.one_of(legal_statuses);
        move();
    }

    /// One stay; it lasts to `until` when the child would not move before.
    void stay(Day until, bool last_of_period) {
        const int wanted = 1 + random_.lasting(random_.in_hundred(25) ? 60 : times_.stay);
        Episode here = next_;
        here.end = std::min(here.begin + wanted, until);
        if (here.end == until) {
            // A period never ends away from its placement.
            next_.begin = until;
            add(here, !last_of_period);
            return;
        }
        add(here, true);
        const bool may_be_away = until - here.end > 30;
        next_.begin = here.end;
        if (may_be_away && random_.in_hundred(4))
            away(here);
        else
            change();
    }

    /// A temporary stay, mostly with a return to the same placement after it.
    void away(const Episode& placement) {
        Episode there = placement;
        there.begin = next_.begin;
        there.end = there.begin + random_.between(2, 20);
        there.new_because = "P";
        there.place = random_.one_of(temporary_places);
        there.provider = "";
        there.postcode = postcode(random_);
        there.provider_reference = "";
        add(there, true);
        next_.begin = there.end;
        next_.new_because = "P";
        if (!random_.in_hundred(80))
            move();
    }

    /// A change of the legal status, the carer, or both.
    void change() {
        const int kind = random_.below(100);
        next_.new_because = kind < 35   ? "L"
                            : kind < 85 ? "P"
                            : kind < 93 ? "B"
                            : kind < 97 ? "T"
                                        : "U";
        if (next_.new_because != "P" && next_.new_because != "T")
            next_.legal_status = to_be_adopted_ ? "E1" : random_.one_of(legal_statuses);
        if (next_.new_because == "T" || next_.new_because == "U")
            next_.postcode = postcode(random_); // with the same carer
        if (next_.new_because == "P" || next_.new_because == "B") {
            move();
            child_.episodes.back().change_because = random_.one_of(change_reasons);
        }
    }

    /// The next stay is with another carer.
    void move() {
        const bool from_16 = next_.begin >= child_.turns_16();
        next_.place = from_16 ? random_.one_of(places_from_16) : random_.one_of(places);
        next_.provider = next_.place == "P1"   ? "PR0"
                         : next_.place == "Z1" ? Codes()
                                               : random_.one_of(providers);
        next_.postcode = postcode(random_);
        next_.provider_reference =
            next_.provider == "PR0" || next_.provider.empty() ? "" : provider_reference(random_);
    }

    void adoptive_stay(Day placed, Day leaves) {
        Episode with_adopters = next_;
        with_adopters.begin = placed;
        with_adopters.end = leaves;
        with_adopters.legal_status = "E1";
        with_adopters.place = random_.one_of(adoptive_places);
        // With the current carer the home stays; it is a placement of its own by its code.
        with_adopters.new_because = "B";
        if (with_adopters.place == "A4" || with_adopters.place == "A6") {
            with_adopters.provider = random_.one_of(providers);
            with_adopters.postcode = postcode(random_);
        }
        add(with_adopters, false);
    }

    /// Ends the period of care, unless it goes on beyond the extract.
    void finish(Day leaves, bool adopted) {
        Episode& last = child_.episodes.back();
        if (last.end == still || last.ceased_because == "X1")
            return;
        last.ceased_because = adopted ? (random_.in_hundred(50) ? "E11" : "E12") : ending(leaves);
        if (adopted) {
            const Day placed = last.begin;
            child_.match = placed - random_.between(5, 60);
            child_.decision = child_.match - random_.between(10, 300);
        }
    }

    Codes ending(Day leaves) {
        if (leaves == child_.turns_18())
            return "E17";
        const bool from_16 = leaves >= child_.turns_16();
        return from_16 ? random_.one_of(endings_from_16) : random_.one_of(endings);
    }

    void add(Episode episode, bool goes_on) {
        if (episode.begin > times_.last)
            return;
        episode.ceased_because = goes_on ? "X1" : "";
        end_with_the_extract(episode);
        child_.episodes.push_back(std::move(episode));
    }

    void end_with_the_extract(Episode& episode) const {
        if (episode.end <= times_.last)
            return;
        episode.end = still;
        episode.ceased_because = "";
    }

    Random& random_;
    const Times& times_;
    Child& child_;
    Episode next_;
    bool to_be_adopted_ = false;
};

/// Weighted to the first year of life and to the years of school.
Day born_before(Random& random, Day comes, const Child& child) {
    if (child.unaccompanied)
        return comes - random.between(5'500, 6'500);
    return comes - (random.in_hundred(20) ? random.below(300) : random.below(6'400));
}

} // namespace

void draw_life(Random& random, Day comes, const Times& times, Child& child) {
    child = {.episodes = std::move(child.episodes)};
    child.episodes.clear();
    child.on_short_breaks = random.in_hundred(18);
    child.unaccompanied = !child.on_short_breaks && random.in_hundred(8);
    child.born = born_before(random, comes, child);
    child.female = random.in_hundred(44);
    child.mother = child.female && random.in_hundred(2);
    if (child.unaccompanied && random.in_hundred(50))
        child.no_longer_unaccompanied = comes + random.lasting(400);
    Drawing drawing(random, times, child);
    if (child.on_short_breaks)
        return drawing.short_breaks(comes);
    for (int left = random.in_hundred(82) ? 1 : random.between(2, 3); left > 0; --left) {
        const Day left_on = drawing.period_of_care(comes);
        if (left_on == still)
            return;
        comes = left_on + 1 + random.lasting(500);
        if (comes >= child.turns_18() || comes > times.last)
            return;
    }
}

} // namespace bench
