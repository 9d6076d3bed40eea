#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "indicare/quality/date_rules.hpp"
#include "indicare/quality/effect.hpp"
#include "indicare/quality/episode_rules.hpp"
#include "indicare/quality/fitness.hpp"
#include "indicare/quality/flow.hpp"
#include "indicare/quality/history_rules.hpp"
#include "indicare/quality/joining_rules.hpp"
#include "indicare/quality/outcome_rules.hpp"
#include "indicare/quality/person_rules.hpp"
#include "indicare/quality/return_rules.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::quality {

/// A finding about a child's rows, not yet in words, and the indicators that it can move.
struct FoundFlaw {
    Flaw flaw;
    care::Records::ChildNumber child = 0;
    IndicatorSet moves;
};

/// A finding that came up while reading, by its number among those kept, and the indicators that
/// it can move.
struct FoundInReading {
    std::size_t finding = 0;
    IndicatorSet moves;
};

/// All findings of one kind.
struct Group {
    FindingCode code{};
    std::int64_t children = 0; ///< at most so many are moved, in any indicator
    /// The same for each indicator.
    std::array<std::int64_t, indicators::catalogue.size()> moved{};
    std::vector<FoundInReading> in_reading; ///< those that were kept
    std::vector<FoundFlaw> flaws;
    std::uint64_t count = 0; ///< all, those not kept too
};

/// What is known of the figures of one authority.
struct AuthorityCheck {
    scorecard::Scorecard scorecard;
    std::array<Fitness, indicators::catalogue.size()> fitness{};
    Flow flow{};
    bool covered = false; ///< the returns of the year were given: else there is no flow
};

/// What is wrong in returns, and which figures that moves as at a date.
struct Check {
    care::Date as_at;
    std::vector<AuthorityCheck> authorities; ///< in the order of their names
    /// Those of which there are findings: most children moved first, then errors first, then most
    /// findings first.
    std::vector<Group> groups;

    std::uint64_t count_of(Severity severity) const {
        std::uint64_t sum = 0;
        for (const Group& group : groups)
            sum += severity_of(group.code) == severity ? group.count : 0;
        return sum;
    }
};

namespace detail {

class Checker {
  public:
    Checker(const care::Records& records, const Findings& findings,
            const scorecard::Request& request)
        : records_(records), findings_(findings), request_(request), window_(request.as_at.back()),
          counts_(records.authority_count(), std::vector<scorecard::Counted>(1)),
          history_(request.policies), subject_(records, request.policies.leap_day_birthday),
          effects_(records, window_, request.policies) {
        check_.as_at = request.as_at.back();
        request_.as_at = {check_.as_at};
        for (std::size_t i = 0; i < finding_code_count; ++i)
            groups_.at(i).code = static_cast<FindingCode>(i);
        for (scorecard::Scorecard& card : scorecard::scorecards_of(records, counts_, request_))
            check_.authorities.push_back({std::move(card)});
        prepare_authorities();
        prepare_findings();
    }

    Check checked() {
        for (care::Records::ChildNumber each = 0; each < records_.child_count(); ++each)
            look_at(each);
        for (; next_of_reading_ < of_reading_.size(); ++next_of_reading_)
            without_child(of_reading_[next_of_reading_]);
        finish();
        return std::move(check_);
    }

  private:
    struct Authority {
        std::size_t place = 0;                           ///< among those of the check
        std::vector<std::pair<int, care::Window>> years; ///< whose returns were given
        IndicatorSet available;
        bool covered = false;
    };

    void prepare_authorities() {
        authorities_.resize(records_.authority_count());
        for (care::Records::AuthorityNumber number = 0; number < records_.authority_count();
             ++number) {
            Authority& authority = authorities_[number];
            const auto at = std::find_if(
                check_.authorities.begin(), check_.authorities.end(), [&](const auto& each) {
                    return each.scorecard.authority == records_.name_of(number);
                });
            authority.place = static_cast<std::size_t>(at - check_.authorities.begin());
            const care::AuthorityReturns& given = records_.given.of(number);
            authority.covered = given.cover(window_);
            at->covered = authority.covered;
            for (std::size_t i = 0; i < indicators::catalogue.size(); ++i)
                if (at->scorecard.figures[i].is_available())
                    authority.available.add(i);
            for (int year = care::PackedYear::first; year <= care::PackedYear::last; ++year)
                if (given.years.holds(year) && !records_.given.longitudinal)
                    authority.years.emplace_back(
                        year, care::Window(care::Date::end_of_reporting_year(year)));
        }
    }

    /// Findings of reading in order of their children, those without one last.
    void prepare_findings() {
        of_reading_.resize(findings_.kept().size());
        for (std::size_t i = 0; i < of_reading_.size(); ++i)
            of_reading_[i] = i;
        std::stable_sort(
            of_reading_.begin(), of_reading_.end(), [this](std::size_t a, std::size_t b) {
                return findings_.kept()[a].child_number < findings_.kept()[b].child_number;
            });
    }

    void look_at(care::Records::ChildNumber number) {
        const care::Records::Child& child = records_[number];
        Authority& authority = authorities_[child.authority];
        const auto joined = joining_.join(records_, number);
        history_.build(joined);
        outcomes_.gather(records_, number);
        outcomes_.look_at(window_);
        subject_.turn_to(number, joining_, history_);
        find_flaws(authority);

        const bool held =
            authority.covered && scorecard::is_held(records_, joining_, history_, window_);
        const indicators::Child seen(window_, history_, outcomes_, child.birth, child.sex, held);
        effects_.turn_to(number, joined, seen, outcomes_, held, authority.available);
        if (authority.covered) {
            check_.authorities[authority.place].flow.add(seen);
            scorecard::Counted& counted = counts_[child.authority].front();
            effects_.as_given().add_to(counted.tallies);
            indicators::count(seen, counted.asides);
        }
        weigh(number, authority);
    }

    void find_flaws(const Authority& authority) {
        flaws_.clear();
        find_joining_flaws(records_, subject_.number(), joining_, flaws_);
        find_history_flaws(subject_, flaws_);
        find_date_flaws(subject_, flaws_);
        find_episode_flaws(subject_, flaws_);
        find_person_flaws(subject_, flaws_);
        find_review_flaws(subject_, flaws_);
        find_return_flaws(subject_, flaws_);
        for (const auto& [year, window] : authority.years) {
            const indicators::Child child(window, history_, outcomes_, subject_.birth(),
                                          subject_.child().sex, subject_.is_held_in(year));
            find_outcome_flaws(subject_, year, child, flaws_);
        }
    }

    /// Finds out what the child's findings move, and adds it up.
    void weigh(care::Records::ChildNumber number, const Authority& authority) {
        IndicatorSet moved;
        for (; next_of_reading_ < of_reading_.size() &&
               findings_.kept()[of_reading_[next_of_reading_]].child_number == number;
             ++next_of_reading_) {
            const std::size_t at = of_reading_[next_of_reading_];
            const Finding& finding = findings_.kept()[at];
            const IndicatorSet moves = moved_by(finding, authority);
            group_of(finding.code).in_reading.push_back({at, moves});
            note(finding.code, moves);
        }
        for (const Flaw& flaw : flaws_.all()) {
            const IndicatorSet moves = effects_.of(flaw.code, flaw.row, flaw.field);
            group_of(flaw.code).flaws.push_back({flaw, number, moves});
            note(flaw.code, moves);
        }
        for (const std::size_t code : touched_) {
            Group& group = groups_[code];
            const IndicatorSet set = std::exchange(moved_[code], IndicatorSet());
            ++group.children;
            set.for_each([&group](std::size_t indicator) { ++group.moved[indicator]; });
            if (severity_of(group.code) != Severity::note)
                moved |= set;
        }
        touched_.clear();
        add_to_fitness(check_.authorities[authority.place], moved);
    }

    void add_to_fitness(AuthorityCheck& authority, const IndicatorSet& moved) {
        const IndicatorSet& undetermined = effects_.undetermined();
        undetermined.for_each(
            [&](std::size_t indicator) { ++authority.fitness[indicator].undetermined; });
        moved.for_each([&](std::size_t indicator) { ++authority.fitness[indicator].moved; });
        (moved | undetermined).for_each([&](std::size_t indicator) {
            ++authority.fitness[indicator].uncertain;
        });
    }

    IndicatorSet moved_by(const Finding& finding, const Authority& authority) {
        const Moves moves = kind_of(finding.code).moves;
        if (moves == Moves::lost_row || (moves == Moves::row && finding.row.is_none()))
            return of_lost_row(finding) & authority.available;
        if (moves != Moves::row)
            return {};
        return effects_.of(finding.code, finding.row, field_named(finding.column));
    }

    static IndicatorSet of_lost_row(const Finding& finding) {
        if (finding.table)
            return reading(*finding.table);
        IndicatorSet all;
        for (std::size_t i = 0; i < indicators::catalogue.size(); ++i)
            all.add(i);
        return all;
    }

    /// A finding about no known child: one child at most where a row was lost.
    void without_child(std::size_t at) {
        const Finding& finding = findings_.kept()[at];
        Group& group = group_of(finding.code);
        IndicatorSet moves;
        if (kind_of(finding.code).moves == Moves::lost_row)
            for (const Authority& authority : authorities_)
                moves |= of_lost_row(finding) & authority.available;
        group.in_reading.push_back({at, moves});
        if (moves.is_empty())
            return;
        ++group.children;
        moves.for_each([&group](std::size_t indicator) { ++group.moved[indicator]; });
        for (const Authority& authority : authorities_)
            (moves & authority.available).for_each([&](std::size_t indicator) {
                Fitness& fitness = check_.authorities[authority.place].fitness[indicator];
                ++fitness.moved;
                ++fitness.uncertain;
            });
    }

    Group& group_of(FindingCode code) { return groups_[static_cast<std::size_t>(code)]; }

    void note(FindingCode code, const IndicatorSet& moves) {
        const auto at = static_cast<std::size_t>(code);
        if (moves.is_empty())
            return;
        if (moved_[at].is_empty())
            touched_.push_back(at);
        moved_[at] |= moves;
    }

    void finish() {
        auto cards = scorecard::scorecards_of(records_, counts_, request_);
        for (std::size_t i = 0; i < cards.size(); ++i)
            check_.authorities[i].scorecard = std::move(cards[i]);
        for (Group& group : groups_) {
            group.count = findings_.count_of(group.code) + group.flaws.size();
            if (group.count > 0)
                check_.groups.push_back(std::move(group));
        }
        std::stable_sort(check_.groups.begin(), check_.groups.end(),
                         [](const Group& a, const Group& b) {
                             return std::tuple(b.children, severity_of(b.code), b.count) <
                                    std::tuple(a.children, severity_of(a.code), a.count);
                         });
    }

    const care::Records& records_;
    const Findings& findings_;
    scorecard::Request request_;
    care::Window window_;
    std::vector<std::vector<scorecard::Counted>> counts_; ///< as `scorecard::count` has them
    Check check_;
    std::vector<Authority> authorities_;
    std::array<Group, finding_code_count> groups_;
    std::array<IndicatorSet, finding_code_count> moved_{}; ///< of the child that is looked at
    std::vector<std::size_t> touched_;
    std::vector<std::size_t> of_reading_;
    std::size_t next_of_reading_ = 0;
    care::Joining joining_;
    care::History history_;
    care::Outcomes outcomes_;
    Subject subject_;
    Effects effects_;
    Flaws flaws_;
};

} // namespace detail

/// Checks the returns that records hold, as at the last date of the request. `findings` are those
/// of their reading, for which the reader must have been told to check (`ReadingOptions::checks`).
/// Deterministic: the same returns give the same check. Cost: one pass over the children, and what
/// `Effects` costs for each row with a finding.
inline Check check(const care::Records& records, const Findings& findings,
                   const scorecard::Request& request) {
    return detail::Checker(records, findings, request).checked();
}

} // namespace indicare::quality
