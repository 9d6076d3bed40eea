#include "figure_words.hpp"

#include "indicare/exact/printing.hpp"

namespace indicare::io {

using scorecard::Figure;

namespace {

bool is_number(const std::string& printed) {
    return !printed.empty() && (printed[0] < 'a' || printed[0] > 'z');
}

} // namespace

std::string long_date(care::Date date) {
    return std::to_string(date.day()) + " " + std::string(care::name_of_month(date.month())) + " " +
           std::to_string(date.year());
}

std::string with_unit(const std::string& printed, indicators::Unit unit) {
    return unit == indicators::Unit::percent && is_number(printed) ? printed + "%" : printed;
}

std::string with_commas(std::int64_t number) {
    return exact::print(exact::round(number, 1, exact::places(0), exact::Rounding::half_up),
                        exact::Thousands::commas);
}

std::string_view hint_of(indicators::Unit unit) {
    return unit == indicators::Unit::per_10000 ? ", per 10,000 aged 0-17" : "";
}

std::string_view sum_of(indicators::Unit unit) {
    return unit == indicators::Unit::days    ? "days"
           : unit == indicators::Unit::score ? "points"
                                             : "incidents";
}

std::string made_of(const Figure& figure) {
    if (!figure.is_available())
        return {};
    const indicators::Unit unit = figure.definition().unit;
    std::string text;
    if (is_mean(unit))
        text = with_commas(figure.numerator()) + " " + std::string(sum_of(unit)) + ", " +
               with_commas(figure.tally().denominator) +
               (figure.tally().denominator == 1 ? " child" : " children");
    else if (const auto denominator = figure.denominator())
        text = with_commas(figure.numerator()) + " of " + with_commas(*denominator);
    if (figure.undetermined() > 0) {
        text += (text.empty() ? "" : ", ") + with_commas(figure.undetermined()) + " undetermined";
        if (const auto bounds = figure.bounds())
            text += ": " + with_unit(bounds->first, figure.definition().unit) + " to " +
                    with_unit(bounds->second, figure.definition().unit);
    }
    return text;
}

std::string children(std::int64_t count) {
    return with_commas(count) + (count == 1 ? " child" : " children");
}

} // namespace indicare::io
