#include "episodes.hpp"
#include "indicare/care/outcome_rows.hpp"
#include "indicare/care/stored_episode.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <array>
#include <cstddef>
#include <map>
#include <optional>

using namespace indicare::care;
using indicare::tests::day;

namespace {

/// Blank, unlisted, or a code of the list.
template <class E>
rc::Gen<E> any_code() {
    const int count = static_cast<int>(CodeList<E>::codes.size()) + 2;
    return rc::gen::map(rc::gen::inRange(0, count), [](int code) { return static_cast<E>(code); });
}

rc::Gen<Date> any_recordable_or_none() {
    return rc::gen::map(
        rc::gen::inRange(0, last_recordable - first_recordable + 2),
        [](int number) { return number == 0 ? Date() : first_recordable + (number - 1); });
}

constexpr std::array questions = {Oc2Question::convicted,
                                  Oc2Question::health_check,
                                  Oc2Question::immunisations,
                                  Oc2Question::teeth_check,
                                  Oc2Question::health_assessment,
                                  Oc2Question::substance_misuse,
                                  Oc2Question::intervention_received};

} // namespace

TEST_CASE("every day that records can hold comes back from two bytes", "[packed]") {
    CHECK(sizeof(PackedDate) == 2);
    CHECK(first_recordable == day("1900-01-01"));
    CHECK(last_recordable == day("2079-06-05"));
    std::size_t wrong = 0;
    for (Date date = first_recordable; date <= last_recordable; date = date + 1) {
        const PackedDate packed = date;
        const bool right =
            Date(packed) == date && Date(PackedDate::from_bits(packed.bits())) == date;
        wrong += right ? 0 : 1;
    }
    CHECK(wrong == 0);
    CHECK(Date(PackedDate(Date())).is_none());
    CHECK(Date(PackedDate()).is_none());
}

TEST_CASE("every year of a return comes back from seven bits", "[packed]") {
    CHECK(PackedYear::first == 1953);
    CHECK(PackedYear::last == 2079);
    for (int year = PackedYear::first; year <= PackedYear::last; ++year) {
        CHECK(int(PackedYear(year)) == year);
        CHECK(PackedYear(year).bits() < 128);
        CHECK(int(PackedYear::from_bits(PackedYear(year).bits())) == year);
    }
    CHECK(int(PackedYear(0)) == 0);
    CHECK(int(PackedYear()) == 0);
}

TEST_CASE("an episode comes back from sixteen bytes as it was", "[packed]") {
    CHECK(sizeof(StoredEpisode) == 16);
    CHECK(rc::check("StoredEpisode", [] {
        Episode episode;
        episode.decom = *any_recordable_or_none();
        episode.dec = *any_recordable_or_none();
        episode.rne = *any_code<ReasonNewEpisode>();
        episode.legal_status = *any_code<LegalStatus>();
        episode.need = *any_code<CategoryOfNeed>();
        episode.place = *any_code<PlacementType>();
        episode.provider = *any_code<PlacementProvider>();
        episode.rec = *any_code<ReasonEpisodeCeased>();
        episode.whereabouts = static_cast<Whereabouts>(*rc::gen::inRange(0, 8));
        episode.location.postcode =
            *rc::gen::inRange<std::uint64_t>(0, Postcodes::limit); // its own limits
        episode.location.reference = *rc::gen::inRange<std::uint32_t>(0, ProviderReferences::limit);
        episode.return_year = *rc::gen::oneOf(
            rc::gen::just(0), rc::gen::inRange(PackedYear::first, PackedYear::last + 1));
        const auto row = *rc::gen::arbitrary<std::uint32_t>();

        const Episode back = StoredEpisode(episode).unpacked(row);
        RC_ASSERT(back.decom == episode.decom);
        RC_ASSERT(back.dec == episode.dec);
        RC_ASSERT(back.rne == episode.rne);
        RC_ASSERT(back.legal_status == episode.legal_status);
        RC_ASSERT(back.need == episode.need);
        RC_ASSERT(back.place == episode.place);
        RC_ASSERT(back.provider == episode.provider);
        RC_ASSERT(back.rec == episode.rec);
        RC_ASSERT(back.whereabouts == episode.whereabouts);
        RC_ASSERT(back.location == episode.location);
        RC_ASSERT(back.return_year == episode.return_year);
        RC_ASSERT(back.row == row);
        RC_ASSERT(back.dec_stands);
    }));
}

TEST_CASE("the greatest value of every field fits its bits", "[packed]") {
    Episode episode;
    episode.decom = episode.dec = last_recordable;
    episode.rne = ReasonNewEpisode::U;
    episode.legal_status = LegalStatus::J3;
    episode.need = CategoryOfNeed::N8;
    episode.place = PlacementType::M3;
    episode.provider = PlacementProvider::PR5;
    episode.rec = ReasonEpisodeCeased::E17;
    episode.whereabouts = Whereabouts::outside_far;
    episode.location = {Postcodes::limit - 1, ProviderReferences::limit - 1};
    episode.return_year = PackedYear::last;
    const Episode back = StoredEpisode(episode).unpacked(7);
    CHECK(back.decom == last_recordable);
    CHECK(back.dec == last_recordable);
    CHECK(back.rne == ReasonNewEpisode::U);
    CHECK(back.legal_status == LegalStatus::J3);
    CHECK(back.need == CategoryOfNeed::N8);
    CHECK(back.place == PlacementType::M3);
    CHECK(back.provider == PlacementProvider::PR5);
    CHECK(back.rec == ReasonEpisodeCeased::E17);
    CHECK(back.whereabouts == Whereabouts::outside_far);
    CHECK(back.location == episode.location);
    CHECK(back.return_year == 2079);
    CHECK(back.row == 7);
}

TEST_CASE("the answers of OC2 do not touch each other", "[packed]") {
    CHECK(rc::check("Oc2Row", [] {
        Oc2Row row;
        std::map<Oc2Question, Flag> given;
        for (const Oc2Question question : questions) {
            given[question] = static_cast<Flag>(*rc::gen::inRange(0, 3));
            row.set(question, given[question]);
        }
        const auto score = *rc::gen::inRange(-1, 41);
        if (score >= 0)
            row.set_score(score);
        for (const auto& [question, flag] : given)
            RC_ASSERT(row.answer(question) == flag);
        RC_ASSERT(row.score() == (score < 0 ? std::nullopt : std::optional(score)));
    }));
}

TEST_CASE("nothing is answered before it is set", "[packed]") {
    const Oc2Row row;
    for (const Oc2Question question : questions)
        CHECK(row.answer(question) == Flag::blank);
    CHECK_FALSE(row.score().has_value());
}

TEST_CASE("an answer that is set again replaces the first", "[packed]") {
    Oc2Row row;
    row.set(Oc2Question::convicted, Flag::no);
    row.set(Oc2Question::convicted, Flag::yes);
    CHECK(row.answer(Oc2Question::convicted) == Flag::yes);
    row.set(Oc2Question::convicted, Flag::blank);
    CHECK(row.answer(Oc2Question::convicted) == Flag::blank);
}
