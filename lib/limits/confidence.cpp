#include "indicare/exact/confidence.hpp"

#include <array>
#include <stdexcept>

#include "indicare/exact/decimal.hpp"
#include "indicare/exact/printing.hpp"
#include "limits/certified.hpp"
#include "limits/enclosure_arithmetic.hpp"
#include "limits/normal_quantile.hpp"

namespace indicare::exact {

namespace {

constexpr unsigned bits_at_hand = 120;
constexpr unsigned bits_of_most_limits = 50;
constexpr unsigned most_places = 30;

Enclosure square(const Enclosure& value, unsigned bits) {
    const Enclosure squared = value * value;
    const unsigned spare = value.bits - bits;
    return {detail::floor_shift(squared.lower, spare), detail::ceiling_shift(squared.upper, spare),
            bits};
}

Enclosure coarser(const Enclosure& value, unsigned bits) {
    const unsigned spare = value.bits - bits;
    return {detail::floor_shift(value.lower, spare), detail::ceiling_shift(value.upper, spare),
            bits};
}

/// z is below 12, so that squaring costs five bits; the others keep the ends together.
constexpr unsigned bits_of_squaring = 24;

} // namespace

Confidence::Confidence(const ratio& percent) : level_(percent / 100), tail_((1 - level_) / 2) {
    const ratio least_tail(integer(1), power_of_ten(most_places));
    if (level_ <= 0 || tail_ < least_tail / 2)
        throw std::domain_error("a confidence level above 0 and below 100 percent was expected");
    z_ = exact::normal_quantile(*this, bits_at_hand + bits_of_squaring);
    z_squared_ = square(z_, bits_at_hand);
    z_squared_roughly_ = coarser(z_squared_, bits_of_most_limits);
}

std::optional<Confidence> Confidence::parse(std::string_view text) {
    const auto decimal = parse_decimal(text);
    if (!decimal || decimal->places > most_places)
        return std::nullopt;
    const ratio value = decimal->value();
    const bool could_be_either = value == 1;
    if (value <= 0 || could_be_either)
        return std::nullopt;
    const ratio percent = value < 1 ? value * 100 : value;
    const ratio left = 100 - percent;
    const ratio least_left(integer(100), power_of_ten(most_places));
    return left < least_left ? std::nullopt : std::optional<Confidence>(percent);
}

const Confidence& Confidence::percent_95() {
    static const Confidence level{ratio(95)};
    return level;
}

const Confidence& Confidence::percent_99_8() {
    static const Confidence level{ratio(998) / 10};
    return level;
}

std::string Confidence::text() const {
    const ratio percent = level_ * 100;
    const auto decimal = as_decimal(percent);
    return (decimal ? print(*decimal) : to_text(percent)) + "%";
}

Enclosure Confidence::z_squared(unsigned bits) const {
    if (bits == bits_of_most_limits)
        return z_squared_roughly_;
    if (bits <= bits_at_hand)
        return coarser(z_squared_, bits);
    return square(exact::normal_quantile(*this, bits + bits_of_squaring), bits);
}

Enclosure Confidence::z(unsigned bits) const {
    return bits <= z_.bits ? coarser(z_, bits) : exact::normal_quantile(*this, bits);
}

} // namespace indicare::exact
