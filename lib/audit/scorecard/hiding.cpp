#include "columns.hpp"
#include "csv_writer.hpp"
#include "indicare/io/scorecard_claims.hpp"
#include "indicare/scorecard/symbol.hpp"

namespace indicare::io {

using audit::Unknown;
using indicators::Unit;

namespace {

/// What is made of hidden numbers, and hidden with them.
constexpr std::size_t made_of_both[] = {scorecard_column::undetermined, scorecard_column::low,
                                        scorecard_column::high,         scorecard_column::squares,
                                        scorecard_column::lower_95,     scorecard_column::upper_95,
                                        scorecard_column::limits_method};

} // namespace

std::string ScorecardClaims::hiding(const audit::Disclosure& disclosure) const {
    std::set<Unknown> hidden(hidden_.begin(), hidden_.end());
    for (const audit::Suppressed& number : disclosure.hidden)
        hidden.insert(number.unknown);
    for (const auto& [sum, with] : publication_.hidden_with)
        if (hidden.contains(with))
            hidden.insert(sum);
    std::string out =
        "authority,as_at,indicator,unit,numerator,denominator,undetermined,value,low,high";
    out += has_breakdowns_ ? ",breakdown,group,squares" : ",squares";
    out += has_limits_ ? ",lower_95,upper_95,limits_method\n" : "\n";
    for (const Row& row : rows_)
        append_row(out, row, hidden);
    return out;
}

void ScorecardClaims::append_row(std::string& out, const Row& row,
                                 const std::set<Unknown>& hidden) const {
    std::vector<std::string> fields = row.fields;
    const bool hides_numerator = row.numerator && hidden.contains(*row.numerator);
    const bool hides_denominator = row.denominator && hidden.contains(*row.denominator);
    if (hides_numerator)
        fields[scorecard_column::numerator] = scorecard::confidential;
    if (hides_denominator)
        fields[scorecard_column::denominator] = scorecard::confidential;
    if (hides_numerator || hides_denominator) {
        fields[scorecard_column::value] = scorecard::confidential;
        for (const std::size_t column : made_of_both)
            fields[column].clear();
    }
    const bool is_group = !fields[scorecard_column::breakdown].empty();
    const auto append = [&](std::size_t column) {
        append_csv_field(out, fields[column]);
        out += ',';
    };
    for (const std::size_t column :
         {scorecard_column::authority, scorecard_column::as_at, scorecard_column::indicator})
        append(column);
    out.append(name_of(is_group ? Unit::percent : row.definition->unit)).append(",");
    for (const std::size_t column : {scorecard_column::numerator, scorecard_column::denominator,
                                     scorecard_column::undetermined, scorecard_column::value,
                                     scorecard_column::low, scorecard_column::high})
        append(column);
    if (has_breakdowns_)
        for (const std::size_t column : {scorecard_column::breakdown, scorecard_column::group})
            append(column);
    append(scorecard_column::squares);
    if (has_limits_)
        for (const std::size_t column : {scorecard_column::lower_95, scorecard_column::upper_95,
                                         scorecard_column::limits_method})
            append(column);
    out.back() = '\n';
}

} // namespace indicare::io
