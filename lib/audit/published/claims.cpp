#include "indicare/io/published_claims.hpp"

#include <utility>
#include <vector>

#include "audit/published/claims_maker.hpp"
#include "audit/published/laws.hpp"
#include "audit/published/table_reader.hpp"

namespace indicare::io {

class PublishedClaims::State {
  public:
    bool read(std::string_view text, const std::string& file, quality::Findings& findings) {
        return reader_.read(text, file, findings);
    }

    void finish() {
        const Totals totals = totals_of(table_);
        PublishedClaimsMaker maker(table_, claims, hidden, counts);
        maker.claim_numbers();
        std::vector<LearntLaw> learnt;
        learn_sums(table_, totals, learnt);
        learn_figures(table_, totals, learnt);
        learn_same(table_, totals, learnt);
        learn_places(table_, learnt);
        maker.count_passed_over(learnt);
        for (LearntLaw& one : learnt) {
            maker.claim(one);
            laws.push_back(std::move(one.law));
        }
    }

    audit::Claims claims;
    std::vector<audit::HiddenNumber> hidden;
    std::vector<audit::Law> laws;
    PublishedCounts counts;

  private:
    PublishedTable table_;
    PublishedTableReader reader_{table_, counts};
};

PublishedClaims::PublishedClaims() : state_(std::make_unique<State>()) {}
PublishedClaims::~PublishedClaims() = default;
PublishedClaims::PublishedClaims(PublishedClaims&&) noexcept = default;
PublishedClaims& PublishedClaims::operator=(PublishedClaims&&) noexcept = default;

bool PublishedClaims::read(std::string_view text, const std::string& file,
                           quality::Findings& findings) {
    return state_->read(text, file, findings);
}

void PublishedClaims::finish() {
    state_->finish();
}

const audit::Claims& PublishedClaims::claims() const {
    return state_->claims;
}

std::span<const audit::HiddenNumber> PublishedClaims::hidden() const {
    return state_->hidden;
}

std::span<const audit::Law> PublishedClaims::laws() const {
    return state_->laws;
}

const PublishedCounts& PublishedClaims::counts() const {
    return state_->counts;
}

} // namespace indicare::io
