#include "intake.hpp"

#include <algorithm>

namespace indicare::io {

namespace {

using care::Records;

/// Moves the rows of one intake into another.
class Moving {
  public:
    Moving(Intake& from, Intake& to, std::uint32_t file, std::uint64_t lines)
        : from_(from), to_(to), file_(file), lines_(lines),
          postcode_(from.records.postcodes.translation_to(to.records.postcodes)),
          reference_(from.records.references.translation_to(to.records.references)),
          worker_(from.records.social_workers.numbers_in(to.records.social_workers)) {
        for (Records::AuthorityNumber each = 0; each < from.records.authority_count(); ++each)
            authorities_.push_back(*to.records.authority(from.records.name_of(each)));
    }

    std::vector<Records::AuthorityNumber> move() {
        Records::ChildNumber likely = 0;
        for (Records::ChildNumber child = 0; child < from_.records.child_count(); ++child) {
            const Records::Child& known = from_.records[child];
            likely = to_.records.child(authorities_[known.authority],
                                       from_.records.name_of_child(child), likely);
            children_.push_back(likely);
            state(known, likely);
            move_all_rows<care::StoredEpisode, care::HeaderRow, care::Oc2Row, care::Oc3Row,
                          care::Ad1Row, care::UascRow, care::MissingRow, care::SocialWorkerRow>(
                child, likely);
        }
        move_findings();
        return std::move(authorities_);
    }

  private:
    void state(const Records::Child& known, Records::ChildNumber child) {
        if (known.birth_standing != care::Standing())
            to_.records.state_birth(child, known.birth, known.birth_standing);
        if (known.sex_standing != care::Standing())
            to_.records.state_sex(child, known.sex, known.sex_standing);
    }

    template <class... Rows>
    void move_all_rows(Records::ChildNumber from, Records::ChildNumber to) {
        (move_rows<Rows>(from, to), ...);
    }

    template <class Row>
    void move_rows(Records::ChildNumber from, Records::ChildNumber to) {
        if (from_.records.count<Row>() == 0)
            return;
        order_.clear();
        from_.records.for_each<Row>(
            from, [this](const Row&, std::uint32_t index) { order_.push_back(index); });
        if (!std::is_sorted(order_.begin(), order_.end()))
            std::sort(order_.begin(), order_.end());
        for (const std::uint32_t index : order_) {
            const care::RowPlace place =
                to_.add(to, translated(from_.records.row<Row>(index)), file_,
                        from_.sources<Row>().of(index).line + lines_);
            if (!from_.findings.kept().empty())
                places_.emplace_back(care::RowPlace{place.kind, index}, place.index);
        }
    }

    template <class Row>
    const Row& translated(const Row& row) const {
        return row;
    }
    care::StoredEpisode translated(const care::StoredEpisode& row) const {
        care::Episode episode = row.unpacked(0);
        episode.location.postcode = postcode_(episode.location.postcode);
        episode.location.reference = reference_(episode.location.reference);
        return care::StoredEpisode(episode);
    }
    care::SocialWorkerRow translated(care::SocialWorkerRow row) const {
        row.worker = worker_[row.worker];
        return row;
    }

    void move_findings() {
        const auto before = [](const auto& a, const auto& b) {
            return std::pair(a.first.kind, a.first.index) < std::pair(b.first.kind, b.first.index);
        };
        std::sort(places_.begin(), places_.end(), before);
        to_.findings.take(std::move(from_.findings), [&](quality::Finding& finding) {
            if (finding.line != 0)
                finding.line += lines_;
            if (finding.child_number != quality::Finding::no_child)
                finding.child_number = children_[finding.child_number];
            const auto at = std::lower_bound(places_.begin(), places_.end(),
                                             std::pair(finding.row, std::uint32_t{0}), before);
            if (at != places_.end() && at->first == finding.row)
                finding.row.index = at->second;
        });
    }

    Intake& from_;
    Intake& to_;
    std::uint32_t file_;
    std::uint64_t lines_;
    decltype(std::declval<const care::Postcodes&>().translation_to(
        std::declval<care::Postcodes&>())) postcode_;
    decltype(std::declval<const care::ProviderReferences&>().translation_to(
        std::declval<care::ProviderReferences&>())) reference_;
    std::vector<std::uint32_t> worker_;
    std::vector<Records::AuthorityNumber> authorities_;
    std::vector<Records::ChildNumber> children_; ///< by their numbers in the other
    std::vector<std::uint32_t> order_;           ///< of one child's rows
    /// Where each row was and is, where there are findings that may be about it.
    std::vector<std::pair<care::RowPlace, std::uint32_t>> places_;
};

} // namespace

std::vector<Records::AuthorityNumber> Intake::take(Intake&& other, std::uint32_t file,
                                                   std::uint64_t lines) {
    return Moving(other, *this, file, lines).move();
}

} // namespace indicare::io
