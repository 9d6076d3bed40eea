#pragma once

#include "indicare/care/records.hpp"
#include "indicare/care/window.hpp"

#include <string>

namespace bench {

/// The extract of one council that all of these benchmarks are about.
class Sample {
  public:
    /// Written and read at the first call.
    static const Sample& get();

    /// The Episodes table as it was read.
    const std::string& episodes() const { return episodes_; }
    const indicare::care::Records& records() const { return records_; }

    /// The year of the extract.
    const indicare::care::Window& window() const { return window_; }

  private:
    Sample();

    std::string episodes_;
    indicare::care::Records records_;
    indicare::care::Window window_;
};

} // namespace bench
