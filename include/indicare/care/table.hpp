#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace indicare::care {

/// The tables of a return, in the order in which a date of birth or a sex that Header does not
/// state is looked for.
enum class Table : std::uint8_t {
    header,
    episodes,
    uasc,
    reviews,
    oc2,
    oc3,
    ad1,
    placed_for_adoption,
    previous_permanence,
    missing,
    social_workers,
    deprivation_of_liberty
};

inline constexpr std::size_t table_count = 12;

/// The table's name as DfE's guide writes it.
constexpr std::string_view name_of(Table table) {
    constexpr std::string_view names[] = {"Header",   "Episodes", "UASC",       "Reviews",
                                          "OC2",      "OC3",      "AD1",        "PlacedAdoption",
                                          "PrevPerm", "Missing",  "SWEpisodes", "DoLo"};
    return names[static_cast<std::size_t>(table)];
}

/// The columns by which the table is known, as a message names them.
constexpr std::string_view marks_of(Table table) {
    constexpr std::string_view marks[] = {"CHILD, SEX, DOB, ETHNIC, UPN, MOTHER",
                                          "CHILD, DECOM, RNE, LS, PLACE, DEC, REC",
                                          "CHILD, DUC",
                                          "CHILD, REVIEW, REVIEW_CODE",
                                          "CHILD, SDQ_SCORE, CONVICTED, HEALTH_ASSESSMENT",
                                          "CHILD, IN_TOUCH, ACTIV, ACCOM",
                                          "CHILD, DATE_INT, DATE_MATCH",
                                          "CHILD, DATE_PLACED",
                                          "CHILD, PREV_PERM",
                                          "CHILD, MISSING, MIS_START, MIS_END",
                                          "CHILD, SW_ID, SW_DECOM, SW_DEC",
                                          "CHILD, DOLO_START"};
    return marks[static_cast<std::size_t>(table)];
}

/// A set of tables.
class TableSet {
  public:
    constexpr TableSet() = default;
    constexpr TableSet(Table table) // NOLINT(google-explicit-constructor)
        : bits_(static_cast<std::uint16_t>(1U << static_cast<unsigned>(table))) {}

    constexpr TableSet operator|(TableSet other) const {
        TableSet both;
        both.bits_ = static_cast<std::uint16_t>(bits_ | other.bits_);
        return both;
    }
    constexpr bool holds(Table table) const {
        return (bits_ >> static_cast<unsigned>(table) & 1U) != 0;
    }
    constexpr bool is_empty() const { return bits_ == 0; }

    bool operator==(const TableSet&) const = default;

  private:
    std::uint16_t bits_ = 0;
};

} // namespace indicare::care
