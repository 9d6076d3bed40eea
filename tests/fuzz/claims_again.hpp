#pragma once

#include "audit/claims_told.hpp"
#include "fuzz.hpp"
#include "indicare/io/claims_reader.hpp"

// What targets that make claims share.

namespace indicare::fuzz {

/// What claims state, one a line, and which names are surely one number.
inline std::string told(const audit::Claims& claims) {
    std::string text;
    for (const audit::Claim& claim : claims.all())
        text += audit::test::told(claim, claims) + "\n";
    for (audit::Unknown unknown = 0; unknown < claims.names().size(); ++unknown)
        if (claims.is_declared_shared(unknown))
            text += "shared " + claims.name_of(unknown) + "\n";
    return text;
}

/// Claims that were written are read as the same claims again.
inline void expect_read_again(const audit::Claims& claims) {
    for (const std::string& written : {io::to_text(claims), io::to_json(claims)}) {
        quality::Findings findings;
        const io::ClaimsRead again = io::read_claims(written, "again.claims", findings);
        expect_equal(told(claims), told(again.claims), "claims are read as they were written");
        expect(findings.count() == 0, "claims that were written have no fault");
    }
}

} // namespace indicare::fuzz
