#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <utility>

#include "indicare/io/claims_reader.hpp"

namespace indicare::tests {

/// Claims that are written without a fault.
inline audit::Claims claims_of(const std::string& text) {
    quality::Findings findings;
    auto read = io::read_claims(text, "test.claims", findings);
    REQUIRE(findings.count() == 0);
    return std::move(read.claims);
}

} // namespace indicare::tests
