#include "tables.hpp"

#include <array>

namespace indicare::io {

namespace {

using enum Importance;

constexpr std::array header = {
    Column{"CHILD", essential, false}, Column{"SEX", needed, false}, Column{"DOB", needed, false},
    Column{"ETHNIC", other},           Column{"UPN", other},         Column{"MOTHER", needed},
    Column{"MC_DOB", other},
};
constexpr std::array episodes = {
    Column{"CHILD", essential, false},
    Column{"DECOM", essential},
    Column{"RNE", essential},
    Column{"LS", essential},
    Column{"CIN", other},
    Column{"PLACE", essential},
    Column{"PLACE_PROVIDER", needed},
    Column{"DEC", essential},
    Column{"REC", essential},
    Column{"REASON_PLACE_CHANGE", other},
    Column{"HOME_POST", needed},
    Column{"PL_POST", needed},
    Column{"URN", other},
};
constexpr std::array uasc = {
    Column{"CHILD", essential, false},
    Column{"SEX", other, false},
    Column{"DOB", other, false},
    Column{"DUC", needed},
};
constexpr std::array reviews = {
    Column{"CHILD", essential, false},
    Column{"DOB", other, false},
    Column{"REVIEW", other},
    Column{"REVIEW_CODE", other},
};
constexpr std::array oc2 = {
    Column{"CHILD", essential, false},
    Column{"DOB", other, false},
    Column{"SDQ_SCORE", needed},
    Column{"SDQ_REASON", other},
    Column{"CONVICTED", needed},
    Column{"HEALTH_CHECK", needed},
    Column{"IMMUNISATIONS", needed},
    Column{"TEETH_CHECK", needed},
    Column{"HEALTH_ASSESSMENT", needed},
    Column{"SUBSTANCE_MISUSE", needed},
    Column{"INTERVENTION_RECEIVED", needed},
    Column{"INTERVENTION_OFFERED", other},
};
constexpr std::array oc3 = {
    Column{"CHILD", essential, false}, Column{"DOB", needed, false}, Column{"IN_TOUCH", essential},
    Column{"ACTIV", needed},           Column{"ACCOM", needed},
};
constexpr std::array ad1 = {
    Column{"CHILD", essential, false}, Column{"DOB", other, false},  Column{"DATE_INT", needed},
    Column{"DATE_MATCH", needed},      Column{"FOSTER_CARE", other}, Column{"NB_ADOPTR", other},
    Column{"SEX_ADOPTR", other},       Column{"LS_ADOPTR", other},
};
constexpr std::array placed_for_adoption = {
    Column{"CHILD", essential, false},     Column{"DOB", other, false},
    Column{"DATE_PLACED", other},          Column{"DATE_PLACED_CEASED", other},
    Column{"REASON_PLACED_CEASED", other},
};
constexpr std::array previous_permanence = {
    Column{"CHILD", essential, false}, Column{"DOB", other, false}, Column{"PREV_PERM", other},
    Column{"LA_PERM", other},          Column{"DATE_PERM", other},
};
constexpr std::array missing = {
    Column{"CHILD", essential, false}, Column{"DOB", other, false}, Column{"MISSING", essential},
    Column{"MIS_START", essential},    Column{"MIS_END", needed},
};
constexpr std::array social_workers = {
    Column{"CHILD", essential, false}, Column{"DOB", other, false}, Column{"SW_ID", essential},
    Column{"SW_DECOM", essential},     Column{"SW_DEC", needed},    Column{"SW_REASON", other},
};
constexpr std::array deprivation_of_liberty = {
    Column{"CHILD", essential, false},
    Column{"DOB", other, false},
    Column{"DOLO_START", other},
    Column{"DOLO_END", other},
};

constexpr std::array<std::span<const Column>, care::table_count> all = {
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
    deprivation_of_liberty,
};

} // namespace

std::span<const Column> columns_of(care::Table table) {
    return all[static_cast<std::size_t>(table)];
}

} // namespace indicare::io
