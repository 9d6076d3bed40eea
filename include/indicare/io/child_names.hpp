#pragma once

#include <string>

#include "indicare/care/records.hpp"
#include "indicare/quality/anonymous.hpp"

namespace indicare::io {

/// How explanations name children: by the identifier of the returns, or by a number, that of the
/// order in which the returns first name them, from 1.
class ChildNames {
  public:
    ChildNames(const care::Records& records, bool anonymous)
        : records_(records), anonymous_(anonymous) {}

    std::string child(care::Records::ChildNumber number) const {
        return anonymous_ ? quality::numbered(number) : std::string(records_.name_of_child(number));
    }
    const std::string& authority_of(care::Records::ChildNumber number) const {
        return records_.name_of(records_[number].authority);
    }

  private:
    const care::Records& records_;
    bool anonymous_;
};

} // namespace indicare::io
