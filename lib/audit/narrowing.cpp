#include "narrowing.hpp"

#include <deque>
#include <utility>

#include "given_up.hpp"

namespace indicare::audit {

namespace {

/// How often the bounds of one unknown are narrowed before it is left to the linear programme.
constexpr unsigned most_steps = 40;

/// So many inequalities are taken before it is asked whether to give up.
constexpr std::size_t taken_before_asked = 256;

/// Carries bounds through some inequalities of a system.
class Narrowing {
  public:
    Narrowing(const System& system, std::span<const std::size_t> inequalities, Narrowed& narrowed)
        : system_(system), narrowed_(narrowed), holding_(narrowed.ranges.size()),
          steps_(narrowed.ranges.size()), is_waiting_(system.inequalities.size()) {
        for (const std::size_t inequality : inequalities) {
            for (const Term& term : system.inequalities[inequality].terms())
                holding_[term.unknown].push_back(inequality);
            wait(inequality);
        }
    }

    bool run(const GiveUp& give_up) {
        for (std::size_t taken = 1; !waiting_.empty(); ++taken) {
            if (taken % taken_before_asked == 0 && is_given_up(give_up))
                return true;
            const std::size_t next = waiting_.front();
            waiting_.pop_front();
            is_waiting_[next] = false;
            if (!take(next))
                return false;
        }
        return true;
    }

  private:
    void wait(std::size_t inequality) {
        if (is_waiting_[inequality])
            return;
        is_waiting_[inequality] = true;
        waiting_.push_back(inequality);
    }

    /// Narrows what an inequality has room for; false when it has none.
    bool take(std::size_t number) {
        const Inequality& inequality = system_.inequalities[number];
        const exact::integer room = room_in(inequality, narrowed_.ranges);
        if (room < 0) {
            narrowed_.lines.push_back({{{number, 1}}});
            return false;
        }
        for (const Term& term : inequality.terms())
            narrow(term, room, number);
        return true;
    }

    void narrow(const Term& term, const exact::integer& room, std::size_t number) {
        const Range& range = narrowed_.ranges[term.unknown];
        const bool from_above = term.coefficient > 0;
        const exact::integer width = range.most - range.least;
        const exact::integer size = abs(term.coefficient);
        if (width * size <= room)
            return;
        if (++steps_[term.unknown] > most_steps)
            return;
        const exact::integer reach = room / size;
        narrowed_.reach({{{number, 1}},
                         {},
                         BoundReached{term.unknown, !from_above,
                                      from_above ? exact::integer(range.least + reach)
                                                 : exact::integer(range.most - reach)}});
        for (const std::size_t other : holding_[term.unknown])
            if (other != number)
                wait(other);
    }

    const System& system_;
    Narrowed& narrowed_;
    std::vector<std::vector<std::size_t>> holding_; ///< the inequalities that speak of an unknown
    std::vector<unsigned> steps_;
    std::vector<bool> is_waiting_;
    std::deque<std::size_t> waiting_;
};

} // namespace

void Narrowed::reach(ProofLine line) {
    Range& range = ranges[line.reached->unknown];
    (line.reached->at_least ? range.least : range.most) = line.reached->number;
    lines.push_back(std::move(line));
}

exact::integer room_in(const Inequality& inequality, std::span<const Range> ranges) {
    exact::integer room = inequality.bound();
    for (const Term& term : inequality.terms()) {
        const Range& range = ranges[term.unknown];
        room -= term.coefficient * (term.coefficient > 0 ? range.least : range.most);
    }
    return room;
}

bool always_holds(const Inequality& inequality, std::span<const Range> ranges) {
    exact::integer room = inequality.bound();
    for (const Term& term : inequality.terms()) {
        const Range& range = ranges[term.unknown];
        room -= term.coefficient * (term.coefficient > 0 ? range.most : range.least);
    }
    return room >= 0;
}

bool narrow(const System& system, std::span<const std::size_t> inequalities, Narrowed& narrowed,
            const GiveUp& give_up) {
    return Narrowing(system, inequalities, narrowed).run(give_up);
}

} // namespace indicare::audit
