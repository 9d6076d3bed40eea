#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "support/returns.hpp"

namespace indicare::tests {

/// A table's text from rows that give its first columns only: `named` are those, `all` the table's,
/// and what a row does not give stays blank.
inline std::string table_of(std::string_view all, std::string_view named, std::string_view rows) {
    std::string header(named);
    const auto lacks = [&header](std::string_view column) {
        return ("," + header + ",").find("," + std::string(column) + ",") == std::string::npos;
    };
    while (!all.empty()) {
        const std::string_view column = all.substr(0, all.find(','));
        all.remove_prefix(std::min(column.size() + 1, all.size()));
        if (lacks(column))
            header.append(",").append(column);
    }
    const auto commas = [](std::string_view text) {
        return static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
    };
    std::string text = header + "\n";
    while (!rows.empty()) {
        const std::string_view row = rows.substr(0, rows.find('\n'));
        rows.remove_prefix(std::min(row.size() + 1, rows.size()));
        text.append(row).append(commas(header) - commas(row), ',').append("\n");
    }
    return text;
}

/// Rows with a value in the place of each word that stands for one: `with("A,DAY,S", "DAY", day)`.
inline std::string with(std::string rows, std::string_view word, std::string_view value) {
    for (std::size_t at = 0; (at = rows.find(word, at)) != std::string::npos; at += value.size())
        rows.replace(at, word.size(), value);
    return rows;
}

template <class... More>
std::string with(std::string rows, std::string_view word, std::string_view value,
                 const More&... more) {
    return with(with(std::move(rows), word, value), more...);
}

inline std::string header(std::string_view named, std::string_view rows) {
    return table_of("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", named, rows);
}

inline std::string uasc(std::string_view named, std::string_view rows) {
    return table_of("CHILD,SEX,DOB,DUC", named, rows);
}

inline std::string oc2(std::string_view named, std::string_view rows) {
    return table_of("CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,"
                    "TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,"
                    "INTERVENTION_OFFERED",
                    named, rows);
}

inline std::string oc3(std::string_view rows) {
    return table_of("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", rows);
}

inline std::string ad1(std::string_view rows) {
    return table_of("CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
                    "CHILD,DATE_INT,DATE_MATCH", rows);
}

inline std::string missing(std::string_view rows) {
    return table_of("CHILD,DOB,MISSING,MIS_START,MIS_END", "CHILD,MISSING,MIS_START,MIS_END", rows);
}

inline std::string social_workers(std::string_view rows) {
    return table_of("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "CHILD,SW_ID,SW_DECOM,SW_DEC",
                    rows);
}

/// The tally as at 31 March 2023 where the return of 2023 holds these episodes and nothing else.
/// The year is then 1 April 2022 to 31 March 2023.
inline indicators::Tally tally_of(std::string_view id, std::string_view episodes) {
    Returns returns;
    returns.episodes(2023, episodes);
    return returns.tally(id, "2023-03-31");
}

/// The same as at another date, where the returns of both years given hold the episodes.
inline indicators::Tally tally_of(std::string_view id, std::string_view episodes, int first_year,
                                  int last_year, std::string_view iso_date) {
    Returns returns;
    for (int year = first_year; year <= last_year; ++year)
        returns.episodes(year, episodes);
    return returns.tally(id, iso_date);
}

} // namespace indicare::tests
