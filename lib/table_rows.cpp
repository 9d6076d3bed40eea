#include <algorithm>

#include "fields.hpp"
#include "indicare/care/episode_codes.hpp"
#include "indicare/care/outcome_codes.hpp"
#include "indicare/care/person_codes.hpp"
#include "table_reader.hpp"

// The rows of each table. Columns are numbered as in tables.cpp, CHILD being 0; every field is
// checked, also those that no indicator reads.

namespace indicare::io {

/// Texts that are only compared are compared up to this length.
constexpr std::size_t longest_text = 256;

template <class E>
E TableReader::unusual_code(std::size_t column) {
    const std::string_view text = field(column);
    const E code = code_in<E>(text);
    if (code == E::unlisted) {
        std::string expected;
        for (const care::Code& each : care::CodeList<E>::codes)
            expected += (expected.empty() ? "" : " ") + std::string(each.text);
        report(quality::FindingCode::code_unknown, column, text,
               "not a code of the list; expected one of " + expected + "; kept as it stands");
    } else if (intake_.options.checks && code != E::blank && year_ != 0 &&
               !care::code_of(code).valid_in(year_)) {
        report(quality::FindingCode::code_not_of_year, column, text,
               "not a code of the return of " + std::to_string(year_) + "; read as it stands");
    }
    return code;
}

template <class Row>
void TableReader::add(const Row& row) {
    const care::RowPlace place = intake_.add(child_, row, file_, row_->line());
    intake_.findings.place_from(first_finding_, place);
}

void TableReader::add_dated(care::Date first, care::Date second, care::DatedRow::Says says) {
    if (intake_.options.checks)
        add(care::DatedRow{year_, read_.table, first, second, stated_birth_, says});
}

namespace {

/// A row of the table is kept as a `DatedRow`, with the date of birth that it states.
bool is_dated(care::Table table) {
    return table == care::Table::reviews || table == care::Table::placed_for_adoption ||
           table == care::Table::previous_permanence ||
           table == care::Table::deprivation_of_liberty;
}

} // namespace

namespace {

care::Sex sex_of(care::SexCode code) {
    using enum care::SexCode;
    if (code == one || code == M)
        return care::Sex::male;
    return code == two || code == F ? care::Sex::female : care::Sex::unknown;
}

} // namespace

/// SEX and DOB, which several tables state.
void TableReader::read_person() {
    care::StatedPerson stated{year_, read_.table, care::Sex::unknown, {}};
    if (sex_column_ != nowhere)
        stated.sex = sex_of(code<care::SexCode>(sex_column_));
    if (birth_column_ != nowhere)
        stated.birth = date(birth_column_);
    const care::Standing standing(read_.table, year_);
    const bool states_birth = !care::Date(stated.birth).is_none();
    const bool states_sex = stated.sex != care::Sex::unknown;
    if (states_birth)
        intake_.records.state_birth(child_, stated.birth, standing);
    if (states_sex)
        intake_.records.state_sex(child_, stated.sex, standing);
    stated_birth_ = stated.birth;
    if (intake_.options.checks && (states_birth || states_sex) && !is_dated(read_.table))
        intake_.add(child_, stated, file_, row_->line());
}

void TableReader::read_header_row() {
    read_person();
    const auto ethnicity = code<care::Ethnicity>(3);
    const care::Flag mother = flag(5);
    date(6);
    if (intake_.options.checks)
        look_at_upn(field(4));
    add(care::HeaderRow{year_, mother, ethnicity});
}

/// A pupil number is one child's; UN1 to UN5 say why there is none.
void TableReader::look_at_upn(std::string_view upn) {
    const bool is_number = upn.size() > 3;
    if (!is_number)
        return;
    const std::string key = in_capitals(upn.substr(0, longest_text)) + " " + std::to_string(year_) +
                            " " + std::to_string(authority_);
    const care::Texts::Number number = intake_.upns.number_of(key);
    if (number >= intake_.upns_seen.size())
        return intake_.upns_seen.resize(number + 1, {child_, file_, row_->line()});
    const Intake::UpnSeen& seen = intake_.upns_seen[number];
    if (seen.child != child_)
        report(quality::FindingCode::upn_twice, 4, upn,
               "another child of the return has it too (" + intake_.files[seen.file] + ":" +
                   std::to_string(seen.line) + ")");
}

void TableReader::read_episode() {
    care::Episode episode;
    episode.decom = key_date(1);
    if (episode.decom.is_none())
        return;
    episode.rne = code<care::ReasonNewEpisode>(2);
    episode.legal_status = code<care::LegalStatus>(3);
    episode.need = code<care::CategoryOfNeed>(4);
    episode.place = code<care::PlacementType>(5);
    episode.provider = code<care::PlacementProvider>(6);
    episode.dec = date(7, "read as blank, so that the episode is open");
    episode.rec = code<care::ReasonEpisodeCeased>(8);
    code<care::ReasonPlaceChange>(9);
    const std::string_view home = field(10);
    const std::string_view placement = field(11).substr(0, longest_text);
    episode.location.postcode = intake_.records.postcodes.number_of(placement);
    episode.location.reference =
        intake_.records.references.number_of(field(12).substr(0, longest_text));
    if (intake_.postcodes)
        episode.whereabouts = intake_.postcodes->look_up(
            home, placement,
            intake_.options.area.empty() ? std::string_view(intake_.records.name_of(authority_))
                                         : std::string_view(intake_.options.area));
    episode.return_year = year_;
    note_day(std::max(episode.decom, episode.dec));
    add(care::StoredEpisode(episode));
}

void TableReader::note_day(care::Date day) {
    const bool of_this_return = year_at_ == nowhere || intake_.options.longitudinal;
    if (of_this_return && day > read_.latest_day) {
        read_.latest_day = day;
        read_.latest_line = row_->line();
    }
}

void TableReader::read_uasc() {
    read_person();
    add(care::UascRow{year_, date(3)});
}

void TableReader::read_review() {
    read_person();
    const care::Date review = date(2);
    const auto participation = code<care::ReviewCode>(3);
    using Says = care::DatedRow::Says;
    add_dated(review, {},
              participation < care::ReviewCode::PN0    ? Says::nothing
              : participation == care::ReviewCode::PN0 ? Says::under_four
                                                       : Says::four_or_older);
}

void TableReader::read_oc2() {
    using enum care::Oc2Question;
    read_person();
    care::Oc2Row row;
    row.year = year_;
    if (const auto score = number(2, 0, 40))
        row.set_score(*score);
    code<care::SdqReason>(3);
    row.set(convicted, flag(4));
    row.set(health_check, flag(5));
    row.set(immunisations, flag(6));
    row.set(teeth_check, flag(7));
    row.set(health_assessment, flag(8));
    row.set(substance_misuse, flag(9));
    row.set(intervention_received, flag(10));
    flag(11);
    add(row);
}

void TableReader::read_oc3() {
    read_person();
    care::Oc3Row row;
    row.year = year_;
    row.in_touch = code<care::InTouch>(2);
    row.activity = code<care::Activity>(3);
    if (code<care::Accommodation>(4) != care::Accommodation::blank) {
        row.accommodation_first = capital(field(4).front());
        row.accommodation_last = field(4).back();
    }
    add(row);
}

void TableReader::read_ad1() {
    read_person();
    const care::Date decision = date(2);
    const care::Date match = date(3);
    flag(4);
    number(5, 1, 2);
    code<care::SexOfAdopters>(6);
    code<care::LegalStatusOfAdopters>(7);
    add(care::Ad1Row{year_, decision, match});
}

void TableReader::read_placed_for_adoption() {
    read_person();
    const care::Date placed = date(2);
    const care::Date ceased = date(3);
    code<care::ReasonPlacedCeased>(4);
    add_dated(placed, ceased);
}

void TableReader::read_previous_permanence() {
    read_person();
    code<care::PreviousPermanence>(2);
    add_dated(is_partial_date(field(4)) ? care::Date() : date(4));
}

void TableReader::read_missing() {
    read_person();
    const auto kind = code<care::MissingKind>(2);
    const care::Date start = key_date(3);
    const care::Date end = date(4, "read as blank, so that the child is not yet back");
    if (!start.is_none())
        add(care::MissingRow{year_, kind, start, end});
}

void TableReader::read_social_worker() {
    read_person();
    const std::string_view worker = field(2).substr(0, longest_text);
    if (worker.empty())
        report(quality::FindingCode::key_missing, 2, {},
               "no social worker is named; the row was left out");
    const care::Date start = key_date(3);
    const care::Date end = date(4, "read as blank, so that the worker is still the child's");
    code<care::SocialWorkerReason>(5);
    if (!worker.empty() && !start.is_none())
        add(care::SocialWorkerRow{year_, start, end,
                                  intake_.records.social_workers.number_of(in_capitals(worker))});
}

void TableReader::read_deprivation_of_liberty() {
    read_person();
    const care::Date start = date(2);
    const care::Date end = date(3);
    add_dated(start, end);
}

} // namespace indicare::io
