#include "said_findings.hpp"

#include <iostream>

#include "indicare/quality/anonymous.hpp"

namespace indicare::cli {

void say(const quality::Findings& findings, const SaidFindings& said) {
    std::size_t count = 0;
    for (const quality::Finding& finding : findings.kept()) {
        const quality::Severity severity = quality::severity_of(finding.code);
        if (severity < said.least || ++count > said.most)
            continue;
        std::cerr << quality::name_of(severity) << ": "
                  << quality::to_text(said.anonymous ? quality::anonymous(finding) : finding)
                  << "\n";
    }
    if (count > said.most)
        std::cerr << "... and " << count - said.most << " more (--findings shows more)\n";
}

} // namespace indicare::cli
