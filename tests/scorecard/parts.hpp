#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indicare/scorecard/partial_state.hpp"
#include "indicators/random_returns.hpp"

// The returns of 2022 and 2023 of random children of two authorities, whole or in parts.

namespace indicare::tests {

using RandomRows = std::vector<RandomRow>;

inline const std::vector<care::Date> dates_of_parts = {
    Returns::date("2022-03-31"), Returns::date("2022-12-31"), Returns::date("2023-03-31")};

inline std::string authority_of(int child) {
    return child % 2 == 0 ? "North" : "South";
}

/// Gives every table of a year, with those of the rows that are of it.
template <class Give>
void give_by_authority(int year, const RandomRows& rows, Give&& give) {
    for (std::size_t table = 0; table < random_columns.size(); ++table) {
        std::string text;
        for (const RandomRow& row : rows)
            if (row.table == table && row.year == year)
                text += "C" + std::to_string(row.child) + row.fields + "," +
                        authority_of(row.child) + "\n";
        give(table_of(random_columns[table].all, std::string(random_columns[table].named) + ",LA",
                      text));
    }
}

/// Reads the rows, as at the dates of `dates_of_parts`.
inline Returns read_by_authority(const RandomRows& rows) {
    Returns returns;
    returns.postcodes("postcode,easting,northing,la\n"
                      "AA1 1AA,400000,300000,North\n"
                      "AA1 1AB,440000,300000,Away\n"
                      "AA1 1AC,440000,300000,South\n");
    for (const int year : {2022, 2023})
        give_by_authority(year, rows,
                          [&](const std::string& table) { returns.table(year, table); });
    returns.reader().end_returns();
    returns.request().as_at = dates_of_parts;
    return returns;
}

/// Tells all parts of each authority what any of them was given.
inline void unite_given(std::vector<Returns>& parts) {
    std::map<std::string, care::AuthorityReturns> given;
    for (Returns& part : parts) {
        const care::Records& records = part.reader().records();
        for (care::Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
            given[records.name_of(each)] |= records.given.of(each);
    }
    for (Returns& part : parts) {
        care::Records& records = part.reader().records();
        for (care::Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
            records.given.of(each) = given[records.name_of(each)];
    }
}

inline scorecard::PartialState state_of(Returns& returns) {
    const std::vector<care::Window> windows(returns.request().as_at.begin(),
                                            returns.request().as_at.end());
    const care::Records& records = returns.reader().records();
    return scorecard::PartialState::of(
        records, scorecard::count(records, windows, returns.request().policies, [](auto&&...) {}),
        returns.request());
}

/// The states of the children of each part, `part_of(child)` saying which that is.
template <class PartOf>
std::vector<scorecard::PartialState> states_of(const RandomRows& rows, std::size_t parts,
                                               PartOf&& part_of) {
    std::vector<RandomRows> split(parts);
    for (const RandomRow& row : rows)
        split.at(part_of(row.child)).push_back(row);
    std::vector<Returns> read;
    for (const RandomRows& part : split)
        read.push_back(read_by_authority(part));
    unite_given(read);
    std::vector<scorecard::PartialState> states;
    for (Returns& part : read)
        states.push_back(state_of(part));
    return states;
}

/// States of random children in up to four parts.
inline std::vector<scorecard::PartialState> random_states(const RandomRows& rows) {
    std::vector<std::size_t> part_of(10);
    for (std::size_t& part : part_of)
        part = static_cast<std::size_t>(random_rows::below(4));
    return states_of(rows, 4,
                     [&](int child) { return part_of.at(static_cast<std::size_t>(child)); });
}

} // namespace indicare::tests
