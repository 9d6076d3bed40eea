#pragma once

#include <string>
#include <string_view>

#include "indicare/care/date.hpp"
#include "indicare/indicators/definition.hpp"

namespace indicare::io {

/// By which names the numbers of one scorecard go.
class ScorecardNames {
  public:
    /// `authority` is empty where no other is spoken of.
    ScorecardNames(std::string_view authority, care::Date as_at);

    /// `adopted` as `adopted_2023`, or `a831.adopted_2023`.
    std::string operator()(std::string_view name) const;
    /// The number that an indicator counts, or its sum.
    std::string numerator(const indicators::Definition& definition) const;
    /// The number among which it counts, or of its population.
    std::string denominator(const indicators::Definition& definition) const;
    /// The number that a definition says its denominator is: of another indicator, or its own.
    std::string usual_denominator(const indicators::Definition& definition) const;
    /// A group of a breakdown: `started.sex.female_2023`.
    std::string group(std::string_view indicator, std::string_view breakdown,
                      std::string_view label) const;
    /// A text in which each name stands for that of this scorecard.
    std::string named(std::string_view text) const;

  private:
    std::string prefix_;
    std::string suffix_;
};

} // namespace indicare::io
