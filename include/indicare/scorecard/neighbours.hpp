#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indicare::scorecard {

/// One edition of DfE's statistical neighbours: for each authority the ten that are most like it,
/// the nearest first, by old code. Being a neighbour is not mutual.
class NeighbourList {
  public:
    explicit NeighbourList(int edition) : edition_(edition) {}

    /// The year in which the list came out: 2021, 2025.
    int edition() const { return edition_; }

    /// Sets an authority's neighbours; false, with nothing changed, where it has some already.
    bool add(std::string_view authority, const std::vector<std::string>& neighbours) {
        return neighbours_.try_emplace(std::string(authority), neighbours).second;
    }

    /// The old codes of an authority's neighbours; none where the list does not know it.
    std::span<const std::string> of(std::string_view authority) const {
        const auto at = neighbours_.find(authority);
        return at == neighbours_.end() ? std::span<const std::string>() : at->second;
    }

    std::size_t size() const { return neighbours_.size(); }

  private:
    int edition_;
    std::map<std::string, std::vector<std::string>, std::less<>> neighbours_;
};

/// The list that was in force in a year: the latest edition not after it, else the earliest; null
/// where there is none.
inline const NeighbourList* list_in_force(std::span<const NeighbourList> lists, int year) {
    const NeighbourList* best = nullptr;
    for (const NeighbourList& list : lists) {
        const bool out_by_then = list.edition() <= year;
        const bool better = best == nullptr || (out_by_then ? best->edition() > year ||
                                                                  list.edition() > best->edition()
                                                            : list.edition() < best->edition());
        if (better)
            best = &list;
    }
    return best;
}

} // namespace indicare::scorecard
