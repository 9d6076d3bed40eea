#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <rapidcheck.h>

#include "indicators/case_tables.hpp"

namespace indicare::tests {

/// The tables of random returns, in the order in which a row names them.
enum RandomTable : std::size_t { episodes, headers, uascs, oc2s, oc3s, ad1s, incidents, workers };

/// A table's columns, and those that random rows give.
struct RandomColumns {
    std::string_view all;
    std::string_view named;
};

inline constexpr std::array<RandomColumns, 8> random_columns = {{
    {"CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
     "URN",
     "CHILD,DECOM,DEC,RNE,LS,PLACE,REC,PLACE_PROVIDER,PL_POST,HOME_POST,CIN"},
    {"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "CHILD,SEX,DOB,MOTHER,ETHNIC"},
    {"CHILD,SEX,DOB,DUC", "CHILD,DUC"},
    {"CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
     "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
     "CHILD,SDQ_SCORE,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
     "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED"},
    {"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"},
    {"CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
     "CHILD,DATE_INT,DATE_MATCH"},
    {"CHILD,DOB,MISSING,MIS_START,MIS_END", "CHILD,MISSING,MIS_START,MIS_END"},
    {"CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "CHILD,SW_ID,SW_DECOM,SW_DEC"},
}};

/// Where random rows place children: at home, in the area `Home`, and away.
inline constexpr std::string_view postcodes_of_home = "postcode,easting,northing,la\n"
                                                      "AA1 1AA,400000,300000,Home\n"
                                                      "AA1 1AB,440000,300000,Away\n"
                                                      "AA1 1AC,440000,300000,Home\n";

/// One row of a table of the return of a year.
struct RandomRow {
    RandomTable table;
    int year;
    int child;
    std::string fields; ///< those named after CHILD, each after a comma
};

namespace random_rows {

using Texts = std::vector<std::string>;

inline int below(int end) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end));
}

inline bool toss() {
    return below(2) == 1;
}

inline std::string one_of(const Texts& texts) {
    return texts[static_cast<std::size_t>(below(static_cast<int>(texts.size())))];
}

inline std::string flag() {
    return one_of({"", "0", "1"});
}

inline std::string fields(const Texts& texts) {
    std::string line;
    for (const std::string& text : texts)
        line.append(",").append(text);
    return line;
}

/// Days at the edges of the windows as at 31 March 2022, 31 December 2022 and 31 March 2023.
inline const Texts days = {"01/01/2018", "30/09/2019", "01/10/2019", "31/03/2020", "30/06/2020",
                           "30/09/2020", "01/10/2020", "31/12/2020", "31/03/2021", "01/04/2021",
                           "02/04/2021", "01/06/2021", "01/01/2022", "31/03/2022", "01/04/2022",
                           "02/04/2022", "01/06/2022", "01/09/2022", "31/12/2022", "01/01/2023",
                           "01/03/2023", "30/03/2023", "31/03/2023", "01/04/2023"};

inline const Texts births = {"",           "29/02/2004", "31/03/2006", "01/04/2001",
                             "31/03/2007", "01/06/2012", "01/04/2018", "01/01/2020"};

/// Episodes that begin on days of their own, most of them end to end, in either return or in both.
inline void add_episodes(std::vector<RandomRow>& rows, int child) {
    Texts begins;
    for (const std::string& day : days)
        if (below(5) == 0)
            begins.push_back(day);
    for (std::size_t each = 0; each < begins.size(); ++each) {
        const bool is_last = each + 1 == begins.size();
        const std::string end = below(5) == 0 ? one_of(days) : is_last ? "" : begins[each + 1];
        const std::string line = fields(
            {begins[each], end, each == 0 && toss() ? "S" : one_of({"S", "P", "P", "B", "T", "L"}),
             one_of({"C2", "C2", "C2", "V2", "V2", "E1", "E1", "D1", "V3", "V4"}),
             one_of({"U1", "U2", "U4", "U5", "A3", "A4", "A5", "A6", "K2", "P1", "H5", "R1", "S1",
                     "Z1", "T0", "T1"}),
             one_of({"X1", "X1", "X1", "X1", "X1", "", "E4A", "E4B", "E11", "E12", "E45", "E41"}),
             one_of({"", "PR1", "PR4", "PR5"}),
             one_of({"", "AA1 1AA", "AA1 1AB", "AA1 1AC", "ZZ1 1ZZ"}), one_of({"", "AA1 1AA"}),
             one_of({"N1", "N4", "N8"})});
        const int held = below(3);
        if (held != 0)
            rows.push_back({episodes, 2022, child, line});
        if (held != 1)
            rows.push_back({episodes, 2023, child, line});
    }
}

/// Outcome rows, no two of one key.
inline void add_outcomes(std::vector<RandomRow>& rows, int child, int year) {
    const auto add = [&rows, child, year](RandomTable table, const Texts& texts) {
        if (toss())
            rows.push_back({table, year, child, fields(texts)});
    };
    add(headers, {one_of({"", "1", "2", "M", "F"}), one_of(births), flag(),
                  one_of({"", "WBRI", "CHNE", "OOTH", "NOBT"})});
    add(uascs, Texts{toss() ? "" : one_of(days)});
    add(oc2s, {one_of({"", "0", "13", "14", "17", "40"}), flag(), flag(), flag(), flag(), flag(),
               flag(), flag()});
    add(oc3s, {one_of(births), one_of({"", "YES", "NO", "DIED", "RHOM"}),
               one_of({"", "0", "F1", "F2", "G4"}), one_of({"", "0", "B1", "B2", "G1"})});
    add(ad1s, {one_of(days), one_of(days)});
    add(incidents, {"M", one_of(days), one_of(days)});
    add(incidents, {"A", one_of(days), ""});
    for (const char* worker : {"SW1", "SW2", "SW3", "SW4"})
        add(workers, {worker, one_of(days), toss() ? "" : one_of(days)});
}

} // namespace random_rows

/// The rows of some children in the returns of 2022 and 2023.
inline std::vector<RandomRow> rows_of_children(int children) {
    std::vector<RandomRow> rows;
    for (int child = 0; child < children; ++child) {
        random_rows::add_episodes(rows, child);
        for (const int year : {2022, 2023})
            random_rows::add_outcomes(rows, child, year);
    }
    return rows;
}

/// Gives every table of a year, with those of the rows that are of it.
inline void give(Returns& returns, int year, const std::vector<RandomRow>& rows) {
    for (std::size_t table = 0; table < random_columns.size(); ++table) {
        std::string text;
        for (const RandomRow& row : rows)
            if (row.table == table && row.year == year)
                text += "C" + std::to_string(row.child) + row.fields + "\n";
        returns.table(year, table_of(random_columns[table].all, random_columns[table].named, text));
    }
}

} // namespace indicare::tests
