#pragma once

#include "indicare/care/code.hpp"

// The codes of Header, UASC, PrevPerm and AD1: who a child is, and who adopts.

namespace indicare::care {

/// Sex as a return writes it: 1 and 2 to 2023/24, letters since.
enum class SexCode : std::uint8_t { blank, unlisted, one, two, M, F, U };

template <>
struct CodeList<SexCode> {
    static constexpr std::string_view column = "SEX";
    static constexpr std::array<Code, 5> codes = {{
        {"1", "male", 0, 2024},
        {"2", "female", 0, 2024},
        {"M", "male", 2025},
        {"F", "female", 2025},
        {"U", "unknown", 2025},
    }};
};

/// Ethnic origin.
enum class Ethnicity : std::uint8_t {
    blank,
    unlisted,
    WBRI,
    WIRI,
    WOTH,
    WIRT,
    WROM,
    MWBC,
    MWBA,
    MWAS,
    MOTH,
    AIND,
    APKN,
    ABAN,
    AOTH,
    CHNE,
    BCRB,
    BAFR,
    BOTH,
    OOTH,
    REFU,
    NOBT
};

template <>
struct CodeList<Ethnicity> {
    static constexpr std::string_view column = "ETHNIC";
    static constexpr std::array<Code, 20> codes = {{
        {"WBRI", "White British"},
        {"WIRI", "White Irish"},
        {"WOTH", "any other White background"},
        {"WIRT", "Traveller of Irish heritage"},
        {"WROM", "Gypsy or Roma"},
        {"MWBC", "White and Black Caribbean"},
        {"MWBA", "White and Black African"},
        {"MWAS", "White and Asian"},
        {"MOTH", "any other mixed background"},
        {"AIND", "Indian"},
        {"APKN", "Pakistani"},
        {"ABAN", "Bangladeshi"},
        {"AOTH", "any other Asian background"},
        {"CHNE", "Chinese"},
        {"BCRB", "Caribbean"},
        {"BAFR", "African"},
        {"BOTH", "any other Black background"},
        {"OOTH", "any other ethnic group"},
        {"REFU", "refused"},
        {"NOBT", "not yet obtained"},
    }};
};

/// A permanence option from which a child came back into care.
enum class PreviousPermanence : std::uint8_t { blank, unlisted, P1, P2, P3, P4, Z1 };

template <>
struct CodeList<PreviousPermanence> {
    static constexpr std::string_view column = "PREV_PERM";
    static constexpr std::array<Code, 5> codes = {{
        {"P1", "adoption"},
        {"P2", "special guardianship order"},
        {"P3", "residence or child arrangements order"},
        {"P4", "unknown"},
        {"Z1", "none"},
    }};
};

/// Why a child is no longer to be placed for adoption.
enum class ReasonPlacedCeased : std::uint8_t { blank, unlisted, RD1, RD2, RD3, RD4 };

template <>
struct CodeList<ReasonPlacedCeased> {
    static constexpr std::string_view column = "REASON_PLACED_CEASED";
    static constexpr std::array<Code, 4> codes = {{
        {"RD1", "the child's needs changed"},
        {"RD2", "the court made no placement order"},
        {"RD3", "no adopters were found"},
        {"RD4", "other"},
    }};
};

/// Sex of the adopters.
enum class SexOfAdopters : std::uint8_t { blank, unlisted, M1, F1, MM, FF, MF };

template <>
struct CodeList<SexOfAdopters> {
    static constexpr std::string_view column = "SEX_ADOPTR";
    static constexpr std::array<Code, 5> codes = {{
        {"M1", "one man"},
        {"F1", "one woman"},
        {"MM", "two men"},
        {"FF", "two women"},
        {"MF", "a man and a woman"},
    }};
};

/// Legal status of the adopters.
enum class LegalStatusOfAdopters : std::uint8_t { blank, unlisted, L0, L11, L12, L2, L3, L4 };

template <>
struct CodeList<LegalStatusOfAdopters> {
    static constexpr std::string_view column = "LS_ADOPTR";
    static constexpr std::array<Code, 6> codes = {{
        {"L0", "single"},
        {"L11", "married, different genders"},
        {"L12", "married, same gender"},
        {"L2", "civil partnership"},
        {"L3", "unmarried couple, different genders"},
        {"L4", "unmarried couple, same gender"},
    }};
};

} // namespace indicare::care
