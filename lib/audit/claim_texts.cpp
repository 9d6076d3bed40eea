#include "indicare/io/claim_texts.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "indicare/audit/claimed_system.hpp"
#include "indicare/audit/law.hpp"
#include "indicare/io/published_statistics.hpp"
#include "list_reader.hpp"

namespace indicare::io {

ClaimText kind_of(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin != std::string_view::npos && text[begin] == '#') // a comment may name columns
        return ClaimText::claims;
    if (ScorecardClaims::is_of_scorecards(text))
        return ClaimText::scorecards;
    return has_column(text, "TIME_PERIOD") ? ClaimText::published : ClaimText::claims;
}

bool ClaimTexts::read(std::string_view text, const std::string& file, quality::Findings& findings) {
    switch (kind_of(text)) {
    case ClaimText::scorecards:
        return read_scorecards(text, file, findings);
    case ClaimText::published:
        if (!published_)
            published_.emplace();
        return published_->read(text, file, findings);
    default:
        read_claims(text, file, findings, read_);
        return true;
    }
}

bool ClaimTexts::read_scorecards(std::string_view text, const std::string& file,
                                 quality::Findings& findings) {
    const auto scorecards = ScorecardClaims::read(text, file, findings);
    if (!scorecards)
        return false;
    const audit::Claims& claims = scorecards->publication().claims;
    audit::append(read_.claims, claims);
    for (const audit::Unknown number : scorecards->hidden())
        hide(claims.name_of(number));
    laws_left_out_ += scorecards->laws_left_out();
    return true;
}

void ClaimTexts::hide(const std::string& name) {
    hidden_.push_back(read_.claims.unknown(name));
}

void ClaimTexts::finish(bool places_add_up) {
    if (!published_)
        return;
    published_->finish();
    const audit::Claims& all = published_->claims();
    PublishedUse use;
    std::vector<bool> left_out(all.size());
    for (const audit::Law& law : published_->laws()) {
        use.laws_used += law.is_used ? 1U : 0U;
        use.laws_failing += law.failed > 0 ? 1U : 0U;
        if (law.kind == audit::LawKind::places_add_up && !places_add_up)
            std::fill_n(left_out.begin() + static_cast<std::ptrdiff_t>(law.first_claim), law.claims,
                        true);
    }
    audit::Claims claims = all.without_claims();
    for (audit::ClaimNumber claim = 0; claim < all.size(); ++claim)
        if (!left_out[claim])
            claims.add(all[claim]);
    use.claims = claims.size();
    use.figures_passed_over = published_->counts().figures_passed_over;
    published_use_ = use;
    audit::append(read_.claims, claims);
    for (const audit::HiddenNumber& number : published_->hidden())
        hide(all.name_of(number.unknown));
}

namespace {

scorecard::PublishedStatistics published_in(std::string_view text, const std::string& file,
                                            quality::Findings& findings) {
    const PublishedMapping mapping = known_releases();
    scorecard::PublishedStatistics published;
    PublishedReader reader(mapping, published, findings);
    reader.begin_file(file);
    reader.feed(text);
    reader.end_file();
    return published;
}

} // namespace

KnownBesides add_known(ScorecardClaims& scorecards, std::string_view text, const std::string& file,
                       quality::Findings& findings) {
    switch (kind_of(text)) {
    case ClaimText::scorecards: {
        const auto other = ScorecardClaims::read(text, file, findings);
        if (!other)
            return {false};
        return {true, scorecards.add_known(other->publication().claims)};
    }
    case ClaimText::published:
        return {true, scorecards.add_known(published_in(text, file, findings))};
    default:
        return {true, scorecards.add_known(read_claims(text, file, findings).claims)};
    }
}

} // namespace indicare::io
