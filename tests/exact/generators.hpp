#pragma once

#include <indicare/exact/precision.hpp>
#include <indicare/exact/ratio.hpp>
#include <indicare/exact/rounding.hpp>

#include <rapidcheck.h>

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace indicare::exact::test {

inline constexpr std::array all_roundings{Rounding::half_up,   Rounding::half_even,
                                          Rounding::half_down, Rounding::truncate,
                                          Rounding::up,        Rounding::down};

inline const std::vector<Precision> all_precisions{
    places(0),
    places(1),
    places(2),
    places(5),
    places(18),
    places(19),
    nearest(5),
    nearest(10),
    nearest(100),
    nearest(7),
    nearest(1),
    nearest(1'000'000),
    nearest(std::numeric_limits<std::int64_t>::max())};

/// Built-in integers of every size, the greatest and the smallest among them.
inline rc::Gen<std::int64_t> any_int64() {
    using Limits = std::numeric_limits<std::int64_t>;
    return rc::gen::oneOf(
        rc::gen::inRange<std::int64_t>(-20, 21), rc::gen::inRange<std::int64_t>(-100'000, 100'001),
        rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::int64_t>()),
        rc::gen::element(Limits::min(), Limits::min() + 1, Limits::max() - 1, Limits::max(),
                         Limits::max() / 2, std::int64_t{1} << 32));
}

inline rc::Gen<std::int64_t> nonzero_int64() {
    return rc::gen::suchThat(any_int64(), [](std::int64_t value) { return value != 0; });
}

/// Ratios of which many lie on a tie of some precision.
inline rc::Gen<ratio> any_ratio() {
    const auto divisor =
        rc::gen::oneOf(rc::gen::element<std::int64_t>(1, 2, 4, 20, 200, 2'000), nonzero_int64());
    return rc::gen::apply(
        [](std::int64_t above, std::int64_t below) { return make_ratio(above, below); },
        any_int64(), divisor);
}

inline rc::Gen<Rounding> any_rounding() {
    return rc::gen::elementOf(std::vector<Rounding>(all_roundings.begin(), all_roundings.end()));
}
inline rc::Gen<Precision> any_precision() {
    return rc::gen::elementOf(all_precisions);
}

} // namespace indicare::exact::test
