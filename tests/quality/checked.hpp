#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/io/check.hpp"

// Returns to be checked, written out as text.

namespace indicare::tests {

inline io::ReadingOptions to_be_checked() {
    io::ReadingOptions options;
    options.checks = true;
    options.findings_kept = std::numeric_limits<std::size_t>::max();
    return options;
}

namespace tables {

/// The columns of the tables in the order of DfE's guide, each given as its rows alone.
struct TableText {
    std::string_view columns;
    std::string rows;
};

inline TableText episodes(std::string rows) {
    return {"CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
            "PL_POST,URN",
            std::move(rows)};
}
inline TableText header(std::string rows) {
    return {"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", std::move(rows)};
}
inline TableText uasc(std::string rows) {
    return {"CHILD,SEX,DOB,DUC", std::move(rows)};
}
inline TableText oc2(std::string rows) {
    return {"CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
            "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
            std::move(rows)};
}
inline TableText oc3(std::string rows) {
    return {"CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", std::move(rows)};
}
inline TableText ad1(std::string rows) {
    return {"CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
            std::move(rows)};
}
inline TableText missing(std::string rows) {
    return {"CHILD,DOB,MISSING,MIS_START,MIS_END", std::move(rows)};
}
inline TableText workers(std::string rows) {
    return {"CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", std::move(rows)};
}
inline TableText reviews(std::string rows) {
    return {"CHILD,DOB,REVIEW,REVIEW_CODE", std::move(rows)};
}
inline TableText placed(std::string rows) {
    return {"CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", std::move(rows)};
}
inline TableText permanence(std::string rows) {
    return {"CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", std::move(rows)};
}

} // namespace tables

using tables::TableText;

/// Returns and what the check of them says. Rows are filled up with blanks to the width of their
/// table, and end with a line end or a semicolon.
class Checked {
  public:
    explicit Checked(io::ReadingOptions options = to_be_checked()) : reader_(std::move(options)) {}

    Checked& give(int year, const TableText& table) {
        const auto commas = [](std::string_view text) {
            return static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
        };
        std::string text(table.columns);
        std::string row;
        for (const char character : table.rows + ";") {
            if (character != ';' && character != '\n') {
                row += character;
                continue;
            }
            if (!row.empty())
                text += "\n" + row + std::string(commas(table.columns) - commas(row), ',');
            row.clear();
        }
        return text_of(year, text, std::to_string(year) + "/" + std::to_string(++tables_));
    }

    Checked& text_of(int year, std::string_view csv, std::string file) {
        reader_.begin_table(std::move(file), year);
        reader_.feed(csv);
        reader_.end_table();
        return *this;
    }

    /// Checks as at a date, given as its number: 20230331.
    const quality::Check& check(int date = 20230331) {
        reader_.end_returns();
        request_.as_at = {care::Date::of(date / 10000, date / 100 % 100, date % 100)};
        check_ = io::check(reader_, request_);
        return check_;
    }

    /// The group of a kind; null when there is none.
    const quality::Group* group(quality::FindingCode code) const {
        for (const quality::Group& group : check_.groups)
            if (group.code == code)
                return &group;
        return nullptr;
    }
    std::uint64_t count_of(quality::FindingCode code) const {
        return group(code) == nullptr ? 0 : group(code)->count;
    }
    /// The ids of the indicators that a kind moves.
    std::set<std::string> moved_by(quality::FindingCode code) const {
        std::set<std::string> ids;
        for (std::size_t i = 0; group(code) != nullptr && i < indicators::catalogue.size(); ++i)
            if (group(code)->moved[i] > 0)
                ids.emplace(indicators::catalogue[i].id);
        return ids;
    }

    io::ReturnReader& reader() { return reader_; }
    scorecard::Request& request() { return request_; }

  private:
    io::ReturnReader reader_;
    scorecard::Request request_;
    quality::Check check_;
    int tables_ = 0;
};

} // namespace indicare::tests
