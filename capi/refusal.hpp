#pragma once

#include <stdexcept>
#include <string>

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

} // namespace indicare::capi
