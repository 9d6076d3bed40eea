#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indicare/quality/finding.hpp"
#include "indicare/scorecard/benchmarks.hpp"
#include "indicare/scorecard/comparators.hpp"

namespace indicare::capi {

/// What a session was given to lay figures beside.
class GivenBenchmarks {
  public:
    GivenBenchmarks() = default;
    GivenBenchmarks(const GivenBenchmarks&) = delete; // the index refers to what it is an index of
    GivenBenchmarks& operator=(const GivenBenchmarks&) = delete;
    ~GivenBenchmarks() = default;

    /// Takes those that come with the library; again, nothing happens.
    void use_bundled();
    /// Adds a published file; false when nothing of it could be used.
    bool add(std::string_view text, const std::string& file, quality::Findings& findings);
    /// The index of all that was given. Refuses when nothing was.
    const scorecard::Comparators& comparators();

  private:
    bool bundled_ = false;
    std::optional<scorecard::Benchmarks> benchmarks_;
    std::optional<scorecard::Comparators> comparators_; ///< made when it is first asked for
};

} // namespace indicare::capi
