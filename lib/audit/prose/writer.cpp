#include "audit/prose/text.hpp"
#include "indicare/io/prose_reader.hpp"

namespace indicare::io {

namespace {

/// `[page 4, paragraph 4.2] `
std::string place_of(const ProposedClaim& claim) {
    std::string place = claim.page.empty() ? "" : "page " + claim.page;
    if (!claim.paragraph.empty())
        place += (place.empty() ? "paragraph " : ", paragraph ") + claim.paragraph;
    return place.empty() ? place : "[" + place + "] ";
}

/// A number of any length, cut where nobody would read on.
std::string shortened(const std::string& number) {
    std::size_t end = 40;
    if (number.size() <= end)
        return number;
    while ((static_cast<unsigned char>(number[end]) & 0xC0U) == 0x80U) // within a character
        --end;
    return number.substr(0, end) + "...";
}

void list(std::string& out, const std::string& title, const std::vector<MissedNumber>& numbers,
          bool with_sentences) {
    if (numbers.empty())
        return;
    out += "#\n# " + title + "\n";
    for (const MissedNumber& number : numbers) {
        out += "#   line " + std::to_string(number.line) + ", column " +
               std::to_string(number.column) + ": " + shortened(number.number) + " (" + number.why +
               ")";
        if (with_sentences)
            out += ": " + number.sentence;
        out += "\n";
    }
}

} // namespace

std::string to_claims_text(const Proposals& proposals, const std::string& file) {
    std::string out = "# Claims proposed from " + prose::in_one_line(file) + "\n";
    out += "# Take the ? from before a claim that the report makes, mend one that it makes "
           "otherwise,\n# and strike out the others. What stands behind a ? is not audited.\n";
    if (proposals.year != 0)
        out += "# Names without a year are of " + std::to_string(proposals.year) + ".\n";
    const ProposedClaim* last = nullptr;
    for (const ProposedClaim& claim : proposals.claims) {
        const std::string line = "# line " + std::to_string(claim.line);
        if (last == nullptr || last->sentence != claim.sentence)
            out += "\n" + line + ": " + claim.sentence + "\n";
        else if (last->line != claim.line)
            out += line + "\n";
        out += place_of(claim) + "? " + claim.claim + "\n";
        last = &claim;
    }
    out += "\n# Numbers in the text: " + std::to_string(proposals.numbers()) +
           "; in proposals: " + std::to_string(proposals.used()) +
           "; not understood: " + std::to_string(proposals.missed.size()) +
           "; no figures: " + std::to_string(proposals.no_figures.size()) + "\n";
    list(out, "Not understood:", proposals.missed, true);
    list(out, "No figures:", proposals.no_figures, false);
    return out;
}

} // namespace indicare::io
