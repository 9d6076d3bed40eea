#pragma once

#include "indicare/care/code.hpp"

// The codes of the Episodes table. Sources: definitions of the SSDA903 return, as DfE's guide and
// the public validators of it give them; years are those of the return (the year of its 31 March).

namespace indicare::care {

/// Why an episode began.
enum class ReasonNewEpisode : std::uint8_t { blank, unlisted, S, L, P, T, B, U };

template <>
struct CodeList<ReasonNewEpisode> {
    static constexpr std::string_view column = "RNE";
    static constexpr std::array<Code, 6> codes = {{
        {"S", "started to be looked after"},
        {"L", "change of legal status only"},
        {"P", "change of placement and carer only"},
        {"T", "change of placement with the same carer"},
        {"B", "change of legal status, placement and carer"},
        {"U", "change of legal status and placement with the same carer"},
    }};
};

/// The legal status under which a child is looked after.
enum class LegalStatus : std::uint8_t {
    blank,
    unlisted,
    C1,
    C2,
    D1,
    E1,
    V2,
    V3,
    V4,
    L1,
    L2,
    L3,
    J1,
    J2,
    J3
};

template <>
struct CodeList<LegalStatus> {
    static constexpr std::string_view column = "LS";
    static constexpr std::array<Code, 13> codes = {{
        {"C1", "interim care order"},
        {"C2", "full care order"},
        {"D1", "freeing order", 0, 2006},
        {"E1", "placement order"},
        {"V2", "accommodated under section 20, single period"},
        {"V3", "agreed series of short breaks, episodes recorded one by one"},
        {"V4", "agreed series of short breaks, the agreement recorded"},
        {"L1", "police protection, in local authority accommodation"},
        {"L2", "emergency protection order"},
        {"L3", "child assessment order, in local authority accommodation"},
        {"J1", "remanded to local authority or youth detention accommodation"},
        {"J2", "detained under the Police and Criminal Evidence Act"},
        {"J3", "youth rehabilitation order with a residence or intensive fostering requirement"},
    }};
};

/// The main reason for which a child came to need services.
enum class CategoryOfNeed : std::uint8_t { blank, unlisted, N1, N2, N3, N4, N5, N6, N7, N8 };

template <>
struct CodeList<CategoryOfNeed> {
    static constexpr std::string_view column = "CIN";
    static constexpr std::array<Code, 8> codes = {{
        {"N1", "abuse or neglect"},
        {"N2", "child's disability"},
        {"N3", "parental illness or disability"},
        {"N4", "family in acute stress"},
        {"N5", "family dysfunction"},
        {"N6", "socially unacceptable behaviour"},
        {"N7", "low income"},
        {"N8", "absent parenting"},
    }};
};

/// Where a child is placed.
enum class PlacementType : std::uint8_t {
    blank,
    unlisted,
    U1,
    U2,
    U3,
    U4,
    U5,
    U6,
    A3,
    A4,
    A5,
    A6,
    P1,
    P2,
    P3,
    H5,
    K1,
    K2,
    K3,
    R1,
    R2,
    R3,
    R5,
    S1,
    T0,
    T1,
    T2,
    T3,
    T4,
    Z1,
    Z11,
    Z12,
    Z13,
    Z14,
    M1,
    M2,
    M3
};

template <>
struct CodeList<PlacementType> {
    static constexpr std::string_view column = "PLACE";
    static constexpr std::array<Code, 35> codes = {{
        {"U1", "foster placement with a relative or friend, long term"},
        {"U2", "foster placement with a relative or friend who may adopt"},
        {"U3", "foster placement with a relative or friend, other"},
        {"U4", "foster placement with another carer, long term"},
        {"U5", "foster placement with another carer who may adopt"},
        {"U6", "foster placement with another carer, other"},
        {"A3", "placed for adoption with consent, with the current carer"},
        {"A4", "placed for adoption with consent, not with the current carer"},
        {"A5", "placed for adoption under a placement order, with the current carer"},
        {"A6", "placed for adoption under a placement order, not with the current carer"},
        {"P1", "placed with own parents or another person with parental responsibility"},
        {"P2", "independent living", 0, 2024},
        {"P3", "residential employment"},
        {"H5", "semi-independent living accommodation", 0, 2025},
        {"K1", "secure children's home"},
        {"K2", "children's home"},
        {"K3", "supported accommodation", 2025},
        {"R1", "residential care home"},
        {"R2", "health service establishment"},
        {"R3", "family centre or mother and baby unit"},
        {"R5", "young offender institution or secure training centre"},
        {"S1", "residential school"},
        {"T0", "temporary move, any kind"},
        {"T1", "temporary stay in hospital"},
        {"T2", "temporary stay on holiday"},
        {"T3", "temporary stay while the carer is on holiday"},
        {"T4", "temporary accommodation of seven days or less"},
        {"Z1", "other placement", 0, 2025},
        {"Z11", "other placement, first kind", 2026},
        {"Z12", "other placement, second kind", 2026},
        {"Z13", "other placement, third kind", 2026},
        {"Z14", "other placement, fourth kind", 2026},
        {"M1", "missing, in a refuge", 0, 2014},
        {"M2", "missing, whereabouts known", 0, 2014},
        {"M3", "missing, whereabouts not known", 0, 2014},
    }};
};

/// Who provides the placement.
enum class PlacementProvider : std::uint8_t { blank, unlisted, PR0, PR1, PR2, PR3, PR4, PR5 };

template <>
struct CodeList<PlacementProvider> {
    static constexpr std::string_view column = "PLACE_PROVIDER";
    static constexpr std::array<Code, 6> codes = {{
        {"PR0", "parents or another person with parental responsibility"},
        {"PR1", "own local authority"},
        {"PR2", "another local authority"},
        {"PR3", "another public body"},
        {"PR4", "private"},
        {"PR5", "voluntary or third sector"},
    }};
};

/// Why an episode ended.
enum class ReasonEpisodeCeased : std::uint8_t {
    blank,
    unlisted,
    X1,
    E11,
    E12,
    E2,
    E3,
    E4A,
    E4B,
    E13,
    E41,
    E43,
    E44,
    E45,
    E46,
    E47,
    E48,
    E5,
    E6,
    E7,
    E8,
    E9,
    E14,
    E15,
    E16,
    E17
};

template <>
struct CodeList<ReasonEpisodeCeased> {
    static constexpr std::string_view column = "REC";
    static constexpr std::array<Code, 24> codes = {{
        {"X1", "another episode begins on the same day"},
        {"E11", "adopted, application unopposed"},
        {"E12", "adopted, consent dispensed with"},
        {"E2", "died"},
        {"E3", "care taken over by another local authority in the United Kingdom"},
        {"E4A", "returned home as the care plan foresaw"},
        {"E4B", "returned home otherwise than the care plan foresaw"},
        {"E13", "left to live with parents, relatives or others without parental responsibility"},
        {"E41", "residence or child arrangements order"},
        {"E43", "special guardianship, former foster carer", 0, 2018},
        {"E44", "special guardianship, other carer", 0, 2018},
        {"E45", "special guardianship, former foster carer who is a relative or friend", 2019},
        {"E46", "special guardianship, other former foster carer", 2019},
        {"E47", "special guardianship, other carer who is a relative or friend", 2019},
        {"E48", "special guardianship, other carer", 2019},
        {"E5", "independent living with support"},
        {"E6", "independent living without formal support"},
        {"E7", "moved to residential care for adults"},
        {"E8", "other reason"},
        {"E9", "sentenced to custody"},
        {"E14", "accommodation on remand ended"},
        {"E15", "age assessed as 18 or over"},
        {"E16", "moved abroad"},
        {"E17", "aged 18 or over and stayed with the current carers", 2021},
    }};
};

/// Why a placement ended for another.
enum class ReasonPlaceChange : std::uint8_t {
    blank,
    unlisted,
    CARPL,
    CLOSE,
    ALLEG,
    STAND,
    APPRR,
    CREQB,
    CREQO,
    CHILD,
    LAREQ,
    PLACE,
    CUSTOD,
    OTHER
};

template <>
struct CodeList<ReasonPlaceChange> {
    static constexpr std::string_view column = "REASON_PLACE_CHANGE";
    static constexpr std::array<Code, 12> codes = {{
        {"CARPL", "change to or implementation of the care plan"},
        {"CLOSE", "resource closed"},
        {"ALLEG", "allegation"},
        {"STAND", "standards of care"},
        {"APPRR", "approval removed"},
        {"CREQB", "carer asked, child's behaviour"},
        {"CREQO", "carer asked, other reason"},
        {"CHILD", "child asked"},
        {"LAREQ", "responsible or area authority asked"},
        {"PLACE", "status changed only, same carer"},
        {"CUSTOD", "custody arrangement", 2019},
        {"OTHER", "other"},
    }};
};

} // namespace indicare::care
