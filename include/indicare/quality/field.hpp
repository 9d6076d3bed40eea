#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indicare/care/records.hpp"

namespace indicare::quality {

/// A column of a kept row, as a flaw names it.
enum class Field : std::uint8_t {
    none,
    decom,
    rne,
    legal_status,
    need,
    place,
    provider,
    dec,
    rec,
    sex,
    birth,
    mother,
    duc,
    sdq_score,
    convicted,
    health_check,
    immunisations,
    teeth_check,
    health_assessment,
    substance_misuse,
    intervention_received,
    in_touch,
    activity,
    accommodation,
    date_int,
    date_match,
    mis_start,
    mis_end,
    sw_decom,
    sw_dec,
    review,
    review_code,
    date_placed,
    date_placed_ceased,
    date_perm,
    dolo_start,
    dolo_end,
    other ///< one that records do not keep, and no indicator reads
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Field::other) + 1>
    field_names = {"",
                   "DECOM",
                   "RNE",
                   "LS",
                   "CIN",
                   "PLACE",
                   "PLACE_PROVIDER",
                   "DEC",
                   "REC",
                   "SEX",
                   "DOB",
                   "MOTHER",
                   "DUC",
                   "SDQ_SCORE",
                   "CONVICTED",
                   "HEALTH_CHECK",
                   "IMMUNISATIONS",
                   "TEETH_CHECK",
                   "HEALTH_ASSESSMENT",
                   "SUBSTANCE_MISUSE",
                   "INTERVENTION_RECEIVED",
                   "IN_TOUCH",
                   "ACTIV",
                   "ACCOM",
                   "DATE_INT",
                   "DATE_MATCH",
                   "MIS_START",
                   "MIS_END",
                   "SW_DECOM",
                   "SW_DEC",
                   "REVIEW",
                   "REVIEW_CODE",
                   "DATE_PLACED",
                   "DATE_PLACED_CEASED",
                   "DATE_PERM",
                   "DOLO_START",
                   "DOLO_END",
                   ""};

constexpr std::string_view name_of(Field field) {
    return field_names[static_cast<std::size_t>(field)];
}

/// The field of a column's name; `none` for no name, `other` for one that records do not keep.
constexpr Field field_named(std::string_view column) {
    if (column.empty())
        return Field::none;
    for (std::size_t i = 1; i + 1 < field_names.size(); ++i)
        if (field_names[i] == column)
            return static_cast<Field>(i);
    return Field::other;
}

namespace detail {

inline std::string text_of(care::Flag flag) {
    return flag == care::Flag::blank ? "" : flag == care::Flag::yes ? "1" : "0";
}

inline std::string value_of(const care::Episode& row, Field field) {
    switch (field) {
    case Field::decom:
        return row.decom.text();
    case Field::rne:
        return std::string(care::text_of(row.rne));
    case Field::legal_status:
        return std::string(care::text_of(row.legal_status));
    case Field::need:
        return std::string(care::text_of(row.need));
    case Field::place:
        return std::string(care::text_of(row.place));
    case Field::provider:
        return std::string(care::text_of(row.provider));
    case Field::dec:
        return row.dec.text();
    case Field::rec:
        return std::string(care::text_of(row.rec));
    default:
        return {};
    }
}

/// The question of OC2 that a field answers.
constexpr care::Oc2Question question_of(Field field) {
    return static_cast<care::Oc2Question>(static_cast<int>(field) -
                                          static_cast<int>(Field::convicted));
}

inline std::string value_of(const care::Oc2Row& row, Field field) {
    if (field == Field::sdq_score)
        return row.score() ? std::to_string(*row.score()) : "";
    const bool asks = Field::convicted <= field && field <= Field::intervention_received;
    return asks ? text_of(row.answer(question_of(field))) : "";
}

inline std::string value_of(const care::Oc3Row& row, Field field) {
    switch (field) {
    case Field::in_touch:
        return std::string(care::text_of(row.in_touch));
    case Field::activity:
        return std::string(care::text_of(row.activity));
    case Field::accommodation:
        return row.accommodation_first == 0 ? ""
               : row.accommodation_first == '0'
                   ? "0"
                   : std::string{row.accommodation_first, row.accommodation_last};
    default:
        return {};
    }
}

inline std::string value_of(const care::DatedRow& row, Field field) {
    switch (field) {
    case Field::birth:
        return care::Date(row.birth).text();
    case Field::review:
    case Field::date_placed:
    case Field::date_perm:
    case Field::dolo_start:
        return care::Date(row.first).text();
    case Field::date_placed_ceased:
    case Field::dolo_end:
        return care::Date(row.second).text();
    case Field::review_code:
        return row.says == care::DatedRow::Says::under_four ? "PN0" : "PN1-PN7";
    default:
        return {};
    }
}

} // namespace detail

/// What a kept row says in a field, as a return writes it; empty for a blank. Codes that are not in
/// their list are `?`.
inline std::string value_of(const care::Records& records, care::RowPlace place, Field field) {
    using care::Date;
    const std::uint32_t index = place.index;
    switch (place.kind) {
    case care::RowKind::episode:
        return detail::value_of(records.row<care::StoredEpisode>(index).unpacked(index), field);
    case care::RowKind::header:
        return field == Field::mother ? detail::text_of(records.row<care::HeaderRow>(index).mother)
                                      : "";
    case care::RowKind::oc2:
        return detail::value_of(records.row<care::Oc2Row>(index), field);
    case care::RowKind::oc3:
        return detail::value_of(records.row<care::Oc3Row>(index), field);
    case care::RowKind::ad1: {
        const auto& row = records.row<care::Ad1Row>(index);
        return Date(field == Field::date_match ? row.match : row.decision).text();
    }
    case care::RowKind::uasc:
        return Date(records.row<care::UascRow>(index).ceased).text();
    case care::RowKind::missing: {
        const auto& row = records.row<care::MissingRow>(index);
        return Date(field == Field::mis_end ? row.end : row.start).text();
    }
    case care::RowKind::social_worker: {
        const auto& row = records.row<care::SocialWorkerRow>(index);
        return Date(field == Field::sw_dec ? row.end : row.start).text();
    }
    case care::RowKind::person: {
        const auto& row = records.row<care::StatedPerson>(index);
        if (field == Field::sex)
            return row.sex == care::Sex::male ? "male" : "female";
        return Date(row.birth).text();
    }
    case care::RowKind::dated:
        return detail::value_of(records.row<care::DatedRow>(index), field);
    case care::RowKind::none:
        break;
    }
    return {};
}

} // namespace indicare::quality
