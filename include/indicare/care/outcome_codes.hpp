#pragma once

#include "indicare/care/code.hpp"

// The codes of Reviews, OC2, OC3, Missing and SWEpisodes: what became of a child.

namespace indicare::care {

/// How a child took part in a review.
enum class ReviewCode : std::uint8_t { blank, unlisted, PN0, PN1, PN2, PN3, PN4, PN5, PN6, PN7 };

template <>
struct CodeList<ReviewCode> {
    static constexpr std::string_view column = "REVIEW_CODE";
    static constexpr std::array<Code, 8> codes = {{
        {"PN0", "under four at the review"},
        {"PN1", "attended and spoke"},
        {"PN2", "attended, an advocate spoke"},
        {"PN3", "attended, views conveyed by other means"},
        {"PN4", "attended, views not conveyed"},
        {"PN5", "absent, views conveyed by an advocate"},
        {"PN6", "absent, views conveyed by other means"},
        {"PN7", "absent, views not conveyed"},
    }};
};

/// Why there is no strengths and difficulties score.
enum class SdqReason : std::uint8_t { blank, unlisted, SDQ1, SDQ2, SDQ3, SDQ4, SDQ5 };

template <>
struct CodeList<SdqReason> {
    static constexpr std::string_view column = "SDQ_REASON";
    static constexpr std::array<Code, 5> codes = {{
        {"SDQ1", "under four or over sixteen at the latest assessment"},
        {"SDQ2", "the carer refused"},
        {"SDQ3", "severity of the child's disability"},
        {"SDQ4", "other"},
        {"SDQ5", "the child refused"},
    }};
};

/// Whether the authority is in touch with a care leaver.
enum class InTouch : std::uint8_t { blank, unlisted, YES, NO, DIED, REFU, NREQ, RHOM };

template <>
struct CodeList<InTouch> {
    static constexpr std::string_view column = "IN_TOUCH";
    static constexpr std::array<Code, 6> codes = {{
        {"YES", "in touch"},
        {"NO", "not in touch"},
        {"DIED", "died"},
        {"REFU", "refuses contact"},
        {"NREQ", "no longer requires services"},
        {"RHOM", "returned home for six months or more"},
    }};
};

/// A care leaver's main activity; F full time, P part time.
enum class Activity : std::uint8_t {
    blank,
    unlisted,
    F1,
    P1,
    F2,
    P2,
    F3,
    P3,
    F4,
    P4,
    F5,
    P5,
    G4,
    G5,
    G6,
    none
};

template <>
struct CodeList<Activity> {
    static constexpr std::string_view column = "ACTIV";
    static constexpr std::array<Code, 14> codes = {{
        {"F1", "higher education, full time"},
        {"P1", "higher education, part time"},
        {"F2", "other education, full time"},
        {"P2", "other education, part time"},
        {"F3", "training or employment, full time", 0, 2021},
        {"P3", "training or employment, part time", 0, 2021},
        {"F4", "apprenticeship, full time", 2022},
        {"P4", "apprenticeship, part time", 2022},
        {"F5", "training or employment, full time", 2022},
        {"P5", "training or employment, part time", 2022},
        {"G4", "not in education, employment or training: illness or disability"},
        {"G5", "not in education, employment or training: other"},
        {"G6", "not in education, employment or training: pregnancy or parenting"},
        {"0", "no information"},
    }};
};

/// A care leaver's accommodation; 1 suitable, 2 not suitable.
enum class Accommodation : std::uint8_t {
    blank,
    unlisted,
    B1,
    B2,
    C1,
    C2,
    D1,
    D2,
    E1,
    E2,
    G1,
    G2,
    H1,
    H2,
    K1,
    K2,
    R1,
    R2,
    S2,
    T1,
    T2,
    U1,
    U2,
    V1,
    V2,
    W1,
    W2,
    X2,
    Y1,
    Y2,
    Z1,
    Z2,
    none
};

template <>
struct CodeList<Accommodation> {
    static constexpr std::string_view column = "ACCOM";
    static constexpr std::array<Code, 31> codes = {{
        {"B1", "with parents or relatives, suitable"},
        {"B2", "with parents or relatives, not suitable"},
        {"C1", "community home or residential care, suitable"},
        {"C2", "community home or residential care, not suitable"},
        {"D1", "semi-independent, transitional, suitable"},
        {"D2", "semi-independent, transitional, not suitable"},
        {"E1", "supported lodgings, suitable"},
        {"E2", "supported lodgings, not suitable"},
        {"G1", "gone abroad, suitable"},
        {"G2", "gone abroad, not suitable"},
        {"H1", "deported, suitable"},
        {"H2", "deported, not suitable"},
        {"K1", "ordinary lodgings, suitable"},
        {"K2", "ordinary lodgings, not suitable"},
        {"R1", "residence not known, suitable"},
        {"R2", "residence not known, not suitable"},
        {"S2", "no fixed abode, not suitable"},
        {"T1", "foyer, suitable"},
        {"T2", "foyer, not suitable"},
        {"U1", "independent living, suitable"},
        {"U2", "independent living, not suitable"},
        {"V1", "emergency accommodation, suitable"},
        {"V2", "emergency accommodation, not suitable"},
        {"W1", "bed and breakfast, suitable"},
        {"W2", "bed and breakfast, not suitable"},
        {"X2", "in custody, not suitable"},
        {"Y1", "other, suitable"},
        {"Y2", "other, not suitable"},
        {"Z1", "with former foster carers, suitable"},
        {"Z2", "with former foster carers, not suitable"},
        {"0", "no information"},
    }};
};

/// Kind of incident.
enum class MissingKind : std::uint8_t { blank, unlisted, M, A };

template <>
struct CodeList<MissingKind> {
    static constexpr std::string_view column = "MISSING";
    static constexpr std::array<Code, 2> codes = {{
        {"M", "missing: whereabouts not known"},
        {"A", "away without authorisation: whereabouts known"},
    }};
};

/// Why a social worker took over.
enum class SocialWorkerReason : std::uint8_t {
    blank,
    unlisted,
    MANAGE,
    FCONTA,
    LEFTRL,
    ORGRST,
    TSPROC,
    ABSENC,
    CHCHAN,
    PCCHAN,
    SWDIED,
    OTHERS
};

template <>
struct CodeList<SocialWorkerReason> {
    static constexpr std::string_view column = "SW_REASON";
    static constexpr std::array<Code, 10> codes = {{
        {"MANAGE", "case moved by management"},
        {"FCONTA", "first contact"},
        {"LEFTRL", "worker left the role"},
        {"ORGRST", "reorganisation"},
        {"TSPROC", "transfer process"},
        {"ABSENC", "absence"},
        {"CHCHAN", "the child asked"},
        {"PCCHAN", "the parent or carer asked"},
        {"SWDIED", "worker died"},
        {"OTHERS", "other"},
    }};
};

} // namespace indicare::care
