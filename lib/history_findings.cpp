#include "indicare/io/history_findings.hpp"

#include "indicare/io/check.hpp"
#include "indicare/quality/joining_rules.hpp"

namespace indicare::io {

void report_history(ReturnReader& reader, care::Records::ChildNumber child,
                    const care::Joining& joining) {
    quality::Flaws flaws;
    quality::find_joining_flaws(reader.records(), child, joining, flaws);
    for (const quality::Flaw& flaw : flaws.all())
        if (reader.findings().count(flaw.code))
            reader.findings().keep(finding_of(reader, flaw, child));
}

} // namespace indicare::io
