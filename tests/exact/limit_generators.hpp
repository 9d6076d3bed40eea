#pragma once

#include <indicare/exact/confidence.hpp>
#include <indicare/exact/limits.hpp>

#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace indicare::exact::test {

/// Levels from the lowest to the highest.
inline const std::vector<Confidence>& all_confidences() {
    static const std::vector<Confidence> levels = [] {
        std::vector<Confidence> made;
        for (const std::string_view text :
             {"2", "50", "80.5", "90", "95", "98", "99", "99.73", "99.8", "99.9", "99.9999"})
            made.push_back(Confidence::parse(text).value());
        return made;
    }();
    return levels;
}

inline rc::Gen<std::reference_wrapper<const Confidence>> any_confidence() {
    return rc::gen::map(rc::gen::inRange<std::size_t>(0, all_confidences().size()),
                        [](std::size_t i) { return std::cref(all_confidences()[i]); });
}

/// A whole number from 1 to `most`, small ones as often as great ones.
inline rc::Gen<std::int64_t> any_count(std::int64_t most) {
    return rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, std::min<std::int64_t>(most, 20) + 1),
                          rc::gen::inRange<std::int64_t>(1, most + 1));
}

/// A share: counted of among, none and all not seldom.
inline rc::Gen<Part> any_part(std::int64_t most) {
    return rc::gen::mapcat(any_count(most), [](std::int64_t among) {
        return rc::gen::map(rc::gen::weightedOneOf<std::int64_t>(
                                {{1, rc::gen::element<std::int64_t>(0, among)},
                                 {5, rc::gen::inRange<std::int64_t>(0, among + 1)}}),
                            [among](std::int64_t counted) {
                                return Part{counted, among};
                            });
    });
}

/// Events of a population.
inline rc::Gen<Part> any_events(std::int64_t most) {
    return rc::gen::apply(
        [](std::int64_t events, std::int64_t population) {
            return Part{events - 1, population};
        },
        any_count(most), rc::gen::inRange<std::int64_t>(5'000, 1'000'000));
}

inline Sample sample_of(const std::vector<std::int64_t>& values) {
    Sample sample;
    for (const std::int64_t value : values) {
        sample.number += 1;
        sample.sum += value;
        sample.squares += integer(value) * value;
    }
    return sample;
}

/// Two values or more.
inline rc::Gen<std::vector<std::int64_t>> any_values() {
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(2, 60), [](std::size_t number) {
        return rc::gen::container<std::vector<std::int64_t>>(
            number, rc::gen::inRange<std::int64_t>(-20, 21));
    });
}

inline rc::Gen<Sample> any_sample() {
    return rc::gen::map(any_values(), sample_of);
}

} // namespace indicare::exact::test
