#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/audit/claim.hpp"

namespace indicare::audit {

/// What a report says, as claims of unknown whole numbers that go by names. One name is one number,
/// wherever it stands.
class Claims {
  public:
    /// The number of the unknown of that name, which is added when it is not yet there.
    Unknown unknown(std::string_view name) {
        const auto at = numbers_.find(name);
        if (at != numbers_.end())
            return at->second;
        names_.emplace_back(name);
        return numbers_.emplace(names_.back(), names_.size() - 1).first->second;
    }
    std::optional<Unknown> find(std::string_view name) const {
        const auto at = numbers_.find(name);
        return at == numbers_.end() ? std::nullopt : std::optional(at->second);
    }
    std::span<const std::string> names() const { return names_; }
    const std::string& name_of(Unknown unknown) const { return names_[unknown]; }

    /// Says that a name is surely one number: that it might be several is no longer offered as what
    /// explains a conflict.
    void declare_shared(Unknown unknown) { shared_.insert(unknown); }
    bool is_declared_shared(Unknown unknown) const { return shared_.contains(unknown); }

    /// The same names, of which nothing is claimed.
    Claims without_claims() const {
        Claims names = *this;
        names.claims_.clear();
        return names;
    }

    void add(Claim claim) { claims_.push_back(std::move(claim)); }
    std::span<const Claim> all() const { return claims_; }
    const Claim& operator[](ClaimNumber number) const { return claims_[number]; }
    std::size_t size() const { return claims_.size(); }

  private:
    std::vector<std::string> names_;
    std::map<std::string, Unknown, std::less<>> numbers_;
    std::set<Unknown> shared_;
    std::vector<Claim> claims_;
};

} // namespace indicare::audit
