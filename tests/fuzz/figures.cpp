// Numbers as text: they print as they are read, and what prints as a figure is what it means.

#include "fuzz.hpp"
#include "indicare/exact/interval.hpp"

using namespace indicare;
using exact::Decimal;
using exact::ratio;
using exact::Rounding;

namespace {

std::string_view line_of(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

void expect_prints_as_read(const Decimal& figure) {
    for (const exact::Thousands thousands : {exact::Thousands::plain, exact::Thousands::commas}) {
        const std::string text = exact::print(figure, thousands);
        const auto again = exact::parse_decimal(text, thousands, text.size());
        fuzz::expect(again && *again == figure, "a figure is read as it was printed");
    }
    const auto shortest = exact::as_decimal(figure.value());
    fuzz::expect(shortest && shortest->places <= figure.places &&
                     shortest->value() == figure.value(),
                 "a figure has a shortest form, which is the same number");
}

void expect_rounds(const ratio& value, exact::Precision precision) {
    for (const auto rounding : {Rounding::half_up, Rounding::half_even, Rounding::half_down,
                                Rounding::truncate, Rounding::up, Rounding::down}) {
        const Decimal rounded = exact::round(value, precision, rounding);
        fuzz::expect(exact::meaning(rounded, precision, rounding).contains(value),
                     "a number is among those that print as its figure");
        const ratio next = rounded.value() + precision.unit();
        const Decimal other = exact::round(next, precision, rounding);
        fuzz::expect(other.value() == next, "what is printable prints as itself");
        fuzz::expect(!exact::meaning(other, precision, rounding).contains(value),
                     "a number prints as one figure");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const auto precision = input.flag() ? exact::places(static_cast<unsigned>(input.below(30)))
                                        : exact::nearest(1 + std::int64_t{input.byte()});
    std::string_view text = input.rest();
    const auto above = exact::parse_decimal(line_of(text), exact::Thousands::commas);
    const auto below = exact::parse_decimal(line_of(text), exact::Thousands::plain);
    if (!above)
        return 0;
    expect_prints_as_read(*above);
    expect_rounds(above->value(), precision);
    if (!below || below->units == 0)
        return 0;
    const ratio quotient = exact::make_ratio(above->units, below->units);
    fuzz::expect(quotient * below->units == ratio(above->units), "a ratio is exact");
    expect_rounds(quotient, precision);
    fuzz::expect_equal(
        exact::print_quotient(above->units, below->units, 100, precision),
        exact::print(exact::make_ratio(exact::integer(above->units * 100), below->units),
                     precision),
        "a quotient is rounded once");
    return 0;
}
