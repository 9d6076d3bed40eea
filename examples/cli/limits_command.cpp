#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "commands.hpp"
#include "indicare/exact/limits.hpp"
#include "indicare/exact/printing.hpp"
#include "indicare/scorecard/symbol.hpp"
#include "number_rows.hpp"

namespace indicare::cli {

namespace {

using LimitsOf = exact::Limits (*)(const exact::integer&, const exact::integer&,
                                   const exact::integer&, const exact::Confidence&,
                                   exact::LimitRounding);

constexpr std::pair<exact::LimitMethod, LimitsOf> methods[] = {
    {exact::LimitMethod::wilson, exact::wilson},
    {exact::LimitMethod::clopper_pearson, exact::clopper_pearson},
    {exact::LimitMethod::byar, exact::byar},
    {exact::LimitMethod::poisson, exact::poisson},
};

LimitsOf limits_by(std::string_view name) {
    for (const auto& [method, limits] : methods)
        if (name_of(method) == name)
            return limits;
    throw std::invalid_argument("method " + quoted(name) +
                                " is not one of wilson, clopper_pearson, byar, poisson");
}

/// The levels of confidence that the rows ask for: mostly the same one again.
class Levels {
  public:
    const exact::Confidence& named(std::string_view text) {
        if (level_ && text == text_)
            return *level_;
        level_ = exact::Confidence::parse(text);
        if (!level_)
            throw std::invalid_argument("confidence " + quoted(text) +
                                        " is not a level: as 95 or 99.8 percent, or 0.95 of 1, "
                                        "with 30 decimals at most");
        text_ = text;
        return *level_;
    }

  private:
    std::string text_;
    std::optional<exact::Confidence> level_;
};

/// Errors: `std::invalid_argument` where the two are no share, or no rate.
void expect_quotient(const exact::integer& numerator, const exact::integer& denominator,
                     LimitsOf limits) {
    if (numerator < 0 || denominator < 0)
        throw std::invalid_argument("numerator " + exact::to_text(numerator) + " and denominator " +
                                    exact::to_text(denominator) + " must not be below 0");
    const bool is_share = limits == exact::wilson || limits == exact::clopper_pearson;
    if (is_share && numerator > denominator)
        throw std::invalid_argument("numerator " + exact::to_text(numerator) +
                                    " is above the denominator " + exact::to_text(denominator) +
                                    ", of which it must be a part");
}

std::string limits_of(RowFields fields, Levels& levels) {
    if (fields.size() != 6)
        throw std::invalid_argument(
            "expected method,numerator,denominator,per,decimals,confidence, found " +
            std::to_string(fields.size()) + " fields");
    const LimitsOf limits = limits_by(fields[0]);
    const exact::integer numerator = whole_number(fields[1], "numerator");
    const exact::integer denominator = whole_number(fields[2], "denominator");
    const exact::integer per = unit_of_quotient(fields[3]);
    const unsigned places = decimal_places(fields[4]);
    const exact::Confidence& confidence = levels.named(fields[5]);
    if (denominator == 0 && numerator >= 0)
        return std::string(scorecard::not_applicable) + "," + scorecard::not_applicable;
    expect_quotient(numerator, denominator, limits);
    const exact::Limits found =
        limits(numerator, denominator, per, confidence, {exact::places(places)});
    return print(found.lower) + "," + print(found.upper);
}

} // namespace

void add_limits(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "limits", "Prints certified confidence limits, lower,upper, for each row "
                  "method,numerator,denominator,per,decimals,confidence on standard input.");
    command->footer(
        "Methods: wilson and clopper_pearson of a share; byar and poisson of a rate, of which the "
        "denominator is\nthe population. Per is 100 for percent, 10000 for a rate per 10,000. "
        "Confidence is a level as 95, 99.8 or 0.95.\nPrints z,z where the denominator is 0, and a "
        "line that begins \"error:\" for a row that is not one.\nA first row of the names of the "
        "columns is answered by lower,upper.");
    command->callback([&status] {
        Levels levels;
        status = answer_rows([&levels](RowFields fields) { return limits_of(fields, levels); },
                             "method,numerator,denominator,per,decimals,confidence", "lower,upper");
    });
}

} // namespace indicare::cli
