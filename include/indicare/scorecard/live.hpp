#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/scorecard/counts.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::scorecard {

/// Scorecards that stay up to date while the records of single children change.
///
///     scorecard::Live live(records, request);
///     live.replace("305", "A1", [&](care::Records::ChildNumber child) {
///         records.add(child, care::StoredEpisode(episode));
///     });
///     auto scorecards = live.scorecards();
///
/// The records are referred to; while `Live` is used, children change through it alone. Which
/// returns and tables were given is a matter of all children of an authority: where that has
/// changed, everything is counted anew. A new authority has no figures until it is said which
/// returns of it were given (`records.given.of(number)`). Not for use by several threads at once.
/// Cost: one count at the beginning; no memory for a child.
class Live {
  public:
    /// Counts everything.
    Live(care::Records& records, Request request)
        : records_(records), request_(std::move(request)), viewer_(records, request_.policies) {
        for (const care::Date date : request_.as_at)
            windows_.emplace_back(date);
        recount();
    }

    /// Replaces everything that is said of a child, who may be new, as may the authority.
    /// `fill(ChildNumber)` adds the child's rows, and states its date of birth and sex: with
    /// `care::Records`, or by feeding tables to the reader that the records are of. Throws what
    /// `fill` throws; the child then has no rows, and is counted so. `false`, and nothing changed,
    /// where the records can take no such authority or child (`most_authorities`, `longest_name`).
    /// Cost: microseconds; that of `recount` where `fill` changed what returns were given, named a
    /// new authority, or said anything of other children.
    template <class Fill>
    bool replace(std::string_view authority, std::string_view name, Fill&& fill) {
        const auto child = begin(authority, name);
        if (!child)
            return false;
        try {
            fill(*child);
            end(*child);
        } catch (...) {
            records_.forget(*child);
            if (records_.others_changed())
                counts_.clear(); // so that everything is counted anew
            throw;
        }
        return true;
    }

    /// The first half of `replace`: the child has no rows, and is counted so. Nothing, and nothing
    /// changed, where the records can take no such authority or child. Then its rows are added, and
    /// `end` follows before anything else.
    std::optional<care::Records::ChildNumber> begin(std::string_view authority,
                                                    std::string_view name) {
        const auto number = records_.authority(authority);
        if (!number || name.size() > care::Records::longest_name)
            return std::nullopt;
        if (!is_counted_as_given(*number))
            recount();
        const care::Records::ChildNumber child = records_.child(*number, name);
        records_.watch(child);
        std::vector<Counted>& counts = counts_[*number];
        count(child);
        records_.forget(child);
        for (std::size_t at = 0; at < counts.size(); ++at)
            counts[at] -= of_child_[at];
        return child;
    }

    /// The second half: counts the child as it now is. False where everything was counted anew,
    /// since something was said of other children, or of other returns or authorities.
    bool end(care::Records::ChildNumber child) {
        const care::Records::AuthorityNumber number = records_[child].authority;
        if (!is_counted_as_given(number) || records_.others_changed() ||
            records_.authority_count() != counts_.size()) {
            recount();
            return false;
        }
        count(child);
        std::vector<Counted>& counts = counts_[number];
        for (std::size_t at = 0; at < counts.size(); ++at)
            counts[at] += of_child_[at];
        return true;
    }

    /// Removes everything that is said of a child; of one who is not known nothing is.
    void remove(std::string_view authority, std::string_view name) {
        for (care::Records::AuthorityNumber each = 0; each < records_.authority_count(); ++each)
            if (records_.name_of(each) == authority)
                replace(authority, name, [](care::Records::ChildNumber) {});
    }

    /// Counts everything anew.
    void recount() {
        counts_.clear(); // so that they are not taken for those of now if this fails
        counts_ = scorecard::count(records_, windows_, request_.policies, [](auto&&...) {});
        given_ = records_.given;
    }

    /// What is counted now, as `count` gives it. Valid until the next call.
    const std::vector<std::vector<Counted>>& counted() {
        for (care::Records::AuthorityNumber each = 0; each < records_.authority_count(); ++each)
            if (!is_counted_as_given(each))
                recount();
        return counts_;
    }

    /// The scorecards of now, as `scorecards_of` gives them.
    std::vector<Scorecard> scorecards() { return scorecards_of(records_, counted(), request_); }

    /// Those of one authority, dates in the order of the request.
    std::vector<Scorecard> scorecards(care::Records::AuthorityNumber authority) {
        std::vector<Scorecard> all;
        const std::vector<Counted>& counts = counted()[authority];
        all.reserve(counts.size());
        for (std::size_t at = 0; at < counts.size(); ++at)
            all.push_back(detail::scorecard_of(records_.name_of(authority),
                                               std::as_const(records_.given).of(authority),
                                               request_.as_at[at], counts[at], request_));
        return all;
    }

  private:
    /// Whether the authority is one whose children were counted knowing of the returns that are
    /// given now.
    bool is_counted_as_given(care::Records::AuthorityNumber authority) const {
        return authority < counts_.size() && given_.longitudinal == records_.given.longitudinal &&
               given_.of(authority) == std::as_const(records_.given).of(authority);
    }

    /// Counts one child by itself.
    void count(care::Records::ChildNumber child) {
        of_child_.assign(windows_.size(), Counted());
        viewer_.turn_to(child);
        count_child(viewer_, windows_, of_child_);
    }

    care::Records& records_;
    Request request_;
    std::vector<care::Window> windows_;
    Viewer viewer_;
    std::vector<std::vector<Counted>> counts_;
    care::ReturnsGiven given_; ///< as they were when everything was counted
    std::vector<Counted> of_child_;
};

} // namespace indicare::scorecard
