#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "indicare.h"

namespace indicare::capi {

/// A call that cannot be done, with its status and the sentence that says why. It leaves the
/// session as it was.
class Refusal : public std::runtime_error {
  public:
    Refusal(indicare_status status, const std::string& sentence)
        : std::runtime_error(sentence), status_(status) {}

    indicare_status status() const { return status_; }

  private:
    indicare_status status_;
};

/// Throws unless a number is within its bounds.
inline void expect_within(std::string_view argument, std::int64_t value, std::int64_t least,
                          std::int64_t most) {
    if (value < least || value > most)
        throw Refusal(INDICARE_OUT_OF_RANGE,
                      std::string(argument) + ": expected " + std::to_string(least) + " to " +
                          std::to_string(most) + ", not " + std::to_string(value));
}

} // namespace indicare::capi
