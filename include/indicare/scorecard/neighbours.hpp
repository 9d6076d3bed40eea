#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
    bool add(std::string_view authority, std::vector<std::string> neighbours) {
        return neighbours_.try_emplace(std::string(authority), std::move(neighbours)).second;
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

/// The list that was in force when a release came out: the latest edition not after its year, else
/// the earliest; nothing where there is none.
inline const NeighbourList* list_in_force(std::span<const NeighbourList> lists, int release) {
    const NeighbourList* best = nullptr;
    for (const NeighbourList& list : lists) {
        const bool known_then = list.edition() <= release;
        const bool better = best == nullptr || (known_then ? best->edition() > release ||
                                                                 list.edition() > best->edition()
                                                           : list.edition() < best->edition());
        if (better)
            best = &list;
    }
    return best;
}

} // namespace indicare::scorecard
