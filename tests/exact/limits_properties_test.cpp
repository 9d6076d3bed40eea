#include <indicare/exact/limits.hpp>
#include <indicare/exact/two_groups.hpp>

#include "exact/limit_generators.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstdint>
#include <vector>

using namespace indicare::exact;

namespace {

using SingleMethod = Limits (*)(const integer&, const integer&, const integer&, const Confidence&,
                                LimitRounding);

constexpr SingleMethod all_single[] = {wilson, clopper_pearson, byar, poisson};
constexpr SingleMethod of_shares[] = {wilson, clopper_pearson};
constexpr SingleMethod of_rates[] = {byar, poisson};

LimitRounding fine(Rounding rule, unsigned count = 12) {
    return {places(count), rule};
}

integer any_unit() {
    return *rc::gen::element<std::int64_t>(1, 100, 1'000, 10'000, 100'000);
}

LimitRounding any_limit_rounding() {
    return {places(*rc::gen::inRange(0U, 13U)),
            *rc::gen::element(Rounding::half_up, Rounding::half_even, Rounding::half_down,
                              Rounding::truncate, Rounding::up, Rounding::down)};
}

/// Limits of a figure by each method that has one, by that rule.
std::vector<Limits> limits_of(const Part& part, const Part& other, const Sample& sample,
                              const integer& per, const Confidence& confidence,
                              LimitRounding rounding) {
    std::vector<Limits> all;
    for (const SingleMethod method : all_single)
        all.push_back(method(part.counted, part.among, per, confidence, rounding));
    all.push_back(student_t(sample, confidence, rounding));
    all.push_back(newcombe(part, other, per, confidence, rounding));
    if (auto change = change_of_rate(part, other, confidence, rounding))
        all.push_back(*change);
    return all;
}

integer power(const integer& base, std::int64_t exponent) {
    return boost::multiprecision::pow(base, static_cast<unsigned>(exponent));
}

/// The binomial coefficients of `among`, from none to all.
std::vector<integer> coefficients(std::int64_t among) {
    std::vector<integer> row{1};
    for (std::int64_t i = 0; i < among; ++i)
        row.push_back(row.back() * (among - i) / (i + 1));
    return row;
}

/// The probability that from `first` to `last` of `among` are counted where each is with that of
/// `share`.
ratio binomial(std::int64_t among, const ratio& share, std::int64_t first, std::int64_t last) {
    const std::vector<integer> ways = coefficients(among);
    const integer yes = numerator(share);
    const integer no = denominator(share) - yes;
    integer sum = 0;
    for (std::int64_t i = first; i <= last; ++i)
        sum += ways[static_cast<std::size_t>(i)] * power(yes, i) * power(no, among - i);
    return {sum, power(denominator(share), among)};
}

/// mean^k / k! summed over k from `first` to `last`.
ratio exponential_terms(const ratio& mean, std::int64_t first, std::int64_t last) {
    ratio term = 1;
    ratio sum = 0;
    for (std::int64_t k = 0; k <= last; ++k) {
        if (k > 0)
            term = term * mean / k;
        if (k >= first)
            sum += term;
    }
    return sum;
}

/// e^mean lies between this sum of its series and the same with twice the last term more: beyond
/// 2 mean each term is less than half of the one before.
struct Exponential {
    explicit Exponential(const ratio& mean) {
        ratio term = 1;
        for (std::int64_t k = 1; k < 2 * mean + 10 || term > make_ratio(1, power_of_ten(40)); ++k) {
            least += term;
            term = term * mean / k;
        }
        most = least + 2 * term;
    }
    ratio least = 0;
    ratio most;
};

/// -1, 0, 1 for below, in doubt, above: whether P(first <= X <= last) of a Poisson number stands
/// above a probability.
int poisson_stands(const ratio& mean, std::int64_t first, std::int64_t last,
                   const ratio& probability) {
    const ratio terms = exponential_terms(mean, first, last);
    const Exponential exponential(mean);
    return terms < exponential.least * probability  ? -1
           : terms > exponential.most * probability ? 1
                                                    : 0;
}

} // namespace

TEST_CASE("limits hold the estimate between them", "[exact][limits][property]") {
    CHECK(rc::check("lower <= estimate <= upper", [] {
        const Part part = *test::any_part(3'000);
        const Part other = *test::any_part(3'000);
        const Sample sample = *test::any_sample();
        const Confidence& confidence = *test::any_confidence();
        const integer per = any_unit();
        const LimitRounding rounding = any_limit_rounding();
        const auto holds = [&](const Limits& limits, const ratio& estimate) {
            const Decimal printed = round(estimate, rounding.precision, rounding.rule);
            RC_ASSERT(limits.lower.units <= printed.units);
            RC_ASSERT(limits.upper.units >= printed.units);
        };
        const ratio one = make_ratio(part.counted, part.among);
        const ratio two = make_ratio(other.counted, other.among);
        for (const SingleMethod method : all_single)
            holds(method(part.counted, part.among, per, confidence, rounding), one * per);
        holds(student_t(sample, confidence, rounding), make_ratio(sample.sum, sample.number));
        holds(newcombe(part, other, per, confidence, rounding), (one - two) * per);
        if (const auto change = change_of_rate(part, other, confidence, rounding))
            holds(*change, (one / two - 1) * 100);
    }));
}

TEST_CASE("a higher level holds what a lower one does", "[exact][limits][property]") {
    CHECK(rc::check("nested", [] {
        const auto& levels = test::all_confidences();
        const auto narrow = *rc::gen::inRange<std::size_t>(0, levels.size() - 1);
        const auto wide = *rc::gen::inRange<std::size_t>(narrow + 1, levels.size());
        const Part part = *test::any_part(3'000);
        const Part other = *test::any_part(3'000);
        const Sample sample = *test::any_sample();
        const integer per = any_unit();
        const LimitRounding rounding = any_limit_rounding();
        const auto within = limits_of(part, other, sample, per, levels[narrow], rounding);
        const auto around = limits_of(part, other, sample, per, levels[wide], rounding);
        RC_ASSERT(within.size() == around.size());
        for (std::size_t i = 0; i < within.size(); ++i) {
            RC_ASSERT(around[i].lower.units <= within[i].lower.units);
            RC_ASSERT(around[i].upper.units >= within[i].upper.units);
        }
    }));
}

// Byar's lower limit is 0 of no event by rule, and may be below 0 of one.
TEST_CASE("one more counted raises both limits", "[exact][limits][property]") {
    CHECK(rc::check("monotone", [] {
        const Part part = *test::any_part(3'000);
        const Confidence& confidence = *test::any_confidence();
        const integer per = any_unit();
        const LimitRounding rounding = any_limit_rounding();
        for (const SingleMethod method : all_single) {
            const bool last = part.counted == part.among || (method == byar && part.counted == 0);
            if (last)
                continue;
            const Limits here = method(part.counted, part.among, per, confidence, rounding);
            const Limits next = method(part.counted + 1, part.among, per, confidence, rounding);
            RC_ASSERT(here.lower.units <= next.lower.units);
            RC_ASSERT(here.upper.units <= next.upper.units);
        }
    }));
}

TEST_CASE("one more among whom nobody more is counted lowers both limits",
          "[exact][limits][property]") {
    CHECK(rc::check("monotone in the whole", [] {
        const Part part = *test::any_part(3'000);
        const Confidence& confidence = *test::any_confidence();
        const integer per = any_unit();
        const LimitRounding rounding = any_limit_rounding();
        for (const SingleMethod method : all_single) {
            const Limits here = method(part.counted, part.among, per, confidence, rounding);
            const Limits next = method(part.counted, part.among + 1, per, confidence, rounding);
            const auto falls = [](const Decimal& from, const Decimal& to) {
                // Byar's lower limit of one event can be below 0, and then comes nearer to it.
                return from.units < 0 ? from.units <= to.units : to.units <= from.units;
            };
            RC_ASSERT(falls(here.lower, next.lower));
            RC_ASSERT(falls(here.upper, next.upper));
        }
    }));
}

TEST_CASE("limits of those who are not counted mirror those of who are",
          "[exact][limits][property]") {
    CHECK(rc::check("complement", [] {
        const Part part = *test::any_part(3'000);
        const Confidence& confidence = *test::any_confidence();
        const integer per = any_unit();
        for (const SingleMethod method : of_shares) {
            const Limits counted =
                method(part.counted, part.among, per, confidence, fine(Rounding::down));
            const Limits left =
                method(part.among - part.counted, part.among, per, confidence, fine(Rounding::up));
            const integer whole = per * power_of_ten(12);
            RC_ASSERT(counted.lower.units == whole - left.upper.units);
            RC_ASSERT(counted.upper.units == whole - left.lower.units);
        }
    }));
}

TEST_CASE("a unit a hundred times as great moves the point by two places",
          "[exact][limits][property]") {
    CHECK(rc::check("scaling", [] {
        const Part part = *test::any_part(3'000);
        const Part other = *test::any_part(3'000);
        const Confidence& confidence = *test::any_confidence();
        const integer per = any_unit();
        const LimitRounding rounding = any_limit_rounding();
        const LimitRounding finer{places(rounding.precision.places() + 2), rounding.rule};
        const auto same_digits = [](const Limits& one, const Limits& two) {
            RC_ASSERT(one.lower.units == two.lower.units);
            RC_ASSERT(one.upper.units == two.upper.units);
        };
        for (const SingleMethod method : all_single)
            same_digits(method(part.counted, part.among, per, confidence, finer),
                        method(part.counted, part.among, per * 100, confidence, rounding));
        for (const SingleMethod method : of_rates)
            same_digits(method(part.counted, part.among, per, confidence, rounding),
                        method(part.counted, part.among * 7, per * 7, confidence, rounding));
        same_digits(newcombe(part, other, per, confidence, finer),
                    newcombe(part, other, per * 100, confidence, rounding));
    }));
}

TEST_CASE("more decimal places begin with fewer", "[exact][limits][property]") {
    CHECK(rc::check("rounded down", [] {
        const Part part = *test::any_part(3'000);
        const Part other = *test::any_part(3'000);
        const Sample sample = *test::any_sample();
        const Confidence& confidence = *test::any_confidence();
        const integer per = any_unit();
        const auto few = *rc::gen::inRange(0U, 10U);
        const auto more = *rc::gen::inRange(1U, 30U);
        const auto short_ones =
            limits_of(part, other, sample, per, confidence, fine(Rounding::down, few));
        const auto long_ones =
            limits_of(part, other, sample, per, confidence, fine(Rounding::down, few + more));
        const auto begins = [&](const Decimal& longer, const Decimal& shorter) {
            RC_ASSERT(longer.places == few + more);
            RC_ASSERT(shorter.places == few);
            RC_ASSERT(floor_divide(longer.units, power_of_ten(more)) == shorter.units);
        };
        for (std::size_t i = 0; i < short_ones.size(); ++i) {
            begins(long_ones[i].lower, short_ones[i].lower);
            begins(long_ones[i].upper, short_ones[i].upper);
        }
    }));
}

TEST_CASE("each rule chooses one of the two neighbours", "[exact][limits][property]") {
    CHECK(rc::check("down and up are a unit apart, the others one of them", [] {
        const Part part = *test::any_part(3'000);
        const Part other = *test::any_part(3'000);
        const Sample sample = *test::any_sample();
        const Confidence& confidence = *test::any_confidence();
        const integer per = any_unit();
        const auto count = *rc::gen::inRange(0U, 13U);
        const auto by = [&](Rounding rule, unsigned finer = 0) {
            return limits_of(part, other, sample, per, confidence, fine(rule, count + finer));
        };
        const auto down = by(Rounding::down);
        const auto up = by(Rounding::up);
        const auto half = by(Rounding::half_up);
        const auto tenths = by(Rounding::down, 1);
        const auto chosen = [](const Decimal& below, const Decimal& above, const Decimal& nearest,
                               const Decimal& tenth) {
            RC_ASSERT(above.units == below.units || above.units == below.units + 1);
            const integer digit = tenth.units - below.units * 10;
            if (digit == 5 && below.units < 0)
                return; // may be a tie, which goes away from zero
            RC_ASSERT(nearest.units == (digit >= 5 ? above.units : below.units));
        };
        for (std::size_t i = 0; i < down.size(); ++i) {
            chosen(down[i].lower, up[i].lower, half[i].lower, tenths[i].lower);
            chosen(down[i].upper, up[i].upper, half[i].upper, tenths[i].upper);
        }
    }));
}

TEST_CASE("Wilson's limits are where his inequality turns", "[exact][limits][property]") {
    CHECK(rc::check("(x - n p)^2 against z^2 n p (1 - p)", [] {
        const Part part = *test::any_part(100'000);
        const Confidence& confidence = *test::any_confidence();
        const Enclosure z = confidence.z_squared(150);
        const auto inside = [&](const ratio& share) {
            const ratio off = ratio(part.counted) - ratio(part.among) * share;
            return off * off <= z.most() * ratio(part.among) * share * (1 - share);
        };
        const auto outside = [&](const ratio& share) {
            const ratio off = ratio(part.counted) - ratio(part.among) * share;
            return off * off >= z.least() * ratio(part.among) * share * (1 - share);
        };
        const Limits down = wilson(part.counted, part.among, 1, confidence, fine(Rounding::down));
        const Limits up = wilson(part.counted, part.among, 1, confidence, fine(Rounding::up));
        RC_ASSERT(outside(down.lower.value()));
        RC_ASSERT(part.counted == 0 || inside(up.lower.value()));
        RC_ASSERT(part.counted == part.among || inside(down.upper.value()));
        RC_ASSERT(outside(up.upper.value()));
    }));
}

TEST_CASE("Clopper and Pearson's limits are where the tails are those of the level",
          "[exact][limits][property]") {
    CHECK(rc::check("binomial tails, summed in whole numbers", [] {
        const Part part = *test::any_part(40);
        const Confidence& confidence = *test::any_confidence();
        const auto counted = static_cast<std::int64_t>(part.counted);
        const auto among = static_cast<std::int64_t>(part.among);
        const Limits down = clopper_pearson(counted, among, 1, confidence, fine(Rounding::down));
        const Limits up = clopper_pearson(counted, among, 1, confidence, fine(Rounding::up));
        if (counted > 0) {
            RC_ASSERT(binomial(among, down.lower.value(), counted, among) <= confidence.tail());
            RC_ASSERT(binomial(among, up.lower.value(), counted, among) >= confidence.tail());
        }
        if (counted < among) {
            RC_ASSERT(binomial(among, down.upper.value(), 0, counted) >= confidence.tail());
            RC_ASSERT(binomial(among, up.upper.value(), 0, counted) <= confidence.tail());
        }
    }));
}

TEST_CASE("Poisson limits are where the tails are those of the level",
          "[exact][limits][property]") {
    CHECK(rc::check("Poisson tails, summed in whole numbers", [] {
        const auto events = *rc::gen::inRange<std::int64_t>(0, 30);
        const Confidence& confidence = *test::any_confidence();
        const ratio& tail = confidence.tail();
        const Limits down = poisson(events, 1, 1, confidence, fine(Rounding::down, 6));
        const Limits up = poisson(events, 1, 1, confidence, fine(Rounding::up, 6));
        // So many or more have the tail when fewer have what is left of 1.
        if (events > 0) {
            RC_ASSERT(poisson_stands(down.lower.value(), 0, events - 1, 1 - tail) == 1);
            RC_ASSERT(poisson_stands(up.lower.value(), 0, events - 1, 1 - tail) == -1);
        }
        RC_ASSERT(poisson_stands(down.upper.value(), 0, events, tail) == 1);
        RC_ASSERT(poisson_stands(up.upper.value(), 0, events, tail) == -1);
    }));
}

TEST_CASE("exact binomial limits hold the share as often as they say", "[exact][limits]") {
    for (const Confidence& confidence : test::all_confidences()) {
        for (const std::int64_t among : {1, 2, 5, 10, 23}) {
            std::vector<Limits> inward;
            for (std::int64_t counted = 0; counted <= among; ++counted)
                inward.push_back(
                    {clopper_pearson(counted, among, 1, confidence, fine(Rounding::up)).lower,
                     clopper_pearson(counted, among, 1, confidence, fine(Rounding::down)).upper,
                     LimitMethod::clopper_pearson});
            for (int hundredths = 1; hundredths < 100; hundredths += 7) {
                const ratio share = make_ratio(hundredths, 100);
                ratio held = 0;
                for (std::int64_t counted = 0; counted <= among; ++counted) {
                    const Limits& limits = inward[static_cast<std::size_t>(counted)];
                    if (limits.lower.value() <= share && share <= limits.upper.value())
                        held += binomial(among, share, counted, counted);
                }
                CAPTURE(confidence.text(), among, hundredths, to_text(held));
                CHECK(held >= confidence.level());
            }
        }
    }
}

TEST_CASE("exact Poisson limits hold the rate as often as they say", "[exact][limits]") {
    for (const Confidence& confidence : test::all_confidences()) {
        for (const ratio& mean : {make_ratio(1, 10), make_ratio(1, 1), make_ratio(37, 10),
                                  make_ratio(8, 1), make_ratio(41, 2)}) {
            // Those who do not hold it are few below and many above.
            std::int64_t first = 0;
            while (poisson(first, 1, 1, confidence, fine(Rounding::down)).upper.value() < mean)
                ++first;
            std::int64_t last = first;
            while (poisson(last + 1, 1, 1, confidence, fine(Rounding::up)).lower.value() <= mean)
                ++last;
            CAPTURE(confidence.text(), to_text(mean), first, last);
            CHECK(poisson_stands(mean, first, last, confidence.level()) == 1);
        }
    }
}

TEST_CASE("a difference the other way round has the other sign", "[exact][limits][property]") {
    CHECK(rc::check("antisymmetric", [] {
        const Part one = *test::any_part(3'000);
        const Part other = *test::any_part(3'000);
        const Confidence& confidence = *test::any_confidence();
        const integer per = any_unit();
        const LimitRounding rounding{places(*rc::gen::inRange(0U, 13U))};
        const Limits there = newcombe(one, other, per, confidence, rounding);
        const Limits back = newcombe(other, one, per, confidence, rounding);
        RC_ASSERT(there.lower.units == -back.upper.units);
        RC_ASSERT(there.upper.units == -back.lower.units);
        RC_ASSERT(there.lower.value() >= -ratio(per));
        RC_ASSERT(there.upper.value() <= ratio(per));
    }));
}

TEST_CASE("limits of a change are those of the first's part of all events",
          "[exact][limits][property]") {
    CHECK(rc::check("share to ratio", [] {
        const Part one = *test::any_events(400);
        const Part other = *test::any_events(400);
        RC_PRE(other.counted > 0);
        const Confidence& confidence = *test::any_confidence();
        const auto part = [&](Rounding rule) {
            return clopper_pearson(one.counted, one.counted + other.counted, 1, confidence,
                                   fine(rule, 40));
        };
        const auto change = [&](const Decimal& share) {
            const ratio odds = share.value() / (1 - share.value());
            return round(ratio(100 * (odds * make_ratio(other.among, one.among) - 1)), places(9),
                         Rounding::half_up);
        };
        const Limits limits =
            change_of_rate(one, other, confidence, fine(Rounding::half_up, 9)).value();
        const Limits down = part(Rounding::down);
        const Limits up = part(Rounding::up);
        RC_ASSERT(limits.lower.units >= change(down.lower).units);
        RC_ASSERT(limits.lower.units <= change(up.lower).units);
        RC_ASSERT(limits.upper.units >= change(down.upper).units);
        RC_ASSERT(limits.upper.units <= change(up.upper).units);
    }));
}

TEST_CASE("a change is certain of its sign exactly where the test of the rates is",
          "[exact][limits][property]") {
    CHECK(rc::check("one tail of the test", [] {
        const auto part = [] {
            return Part{*rc::gen::inRange(0, 40), *rc::gen::inRange(1, 2'000)};
        };
        const Part one = part();
        const Part other = part();
        RC_PRE(other.counted > 0);
        const Confidence& confidence = *test::any_confidence();
        const ConditionalTest down = test_rates(one, other, fine(Rounding::down, 40));
        const ConditionalTest up = test_rates(one, other, fine(Rounding::up, 40));
        const Limits limits =
            change_of_rate(one, other, confidence, fine(Rounding::down, 30)).value();
        const Limits ceiling =
            change_of_rate(one, other, confidence, fine(Rounding::up, 30)).value();
        if (limits.lower.units > 0)
            RC_ASSERT(down.as_many.value() < confidence.tail());
        if (ceiling.lower.units < 0)
            RC_ASSERT(up.as_many.value() > confidence.tail());
        if (ceiling.upper.units < 0)
            RC_ASSERT(down.as_few.value() < confidence.tail());
        if (limits.upper.units > 0)
            RC_ASSERT(up.as_few.value() > confidence.tail());
    }));
}

TEST_CASE("a mean moves with its values and turns with them", "[exact][limits][property]") {
    CHECK(rc::check("shift and sign", [] {
        const std::vector<std::int64_t> values = *test::any_values();
        const auto shift = *rc::gen::inRange<std::int64_t>(-1'000, 1'000);
        const Confidence& confidence = *test::any_confidence();
        std::vector<std::int64_t> shifted;
        std::vector<std::int64_t> turned;
        for (const std::int64_t value : values) {
            shifted.push_back(value + shift);
            turned.push_back(-value);
        }
        const auto limits = [&](const std::vector<std::int64_t>& all, Rounding rule) {
            return student_t(test::sample_of(all), confidence, fine(rule));
        };
        const Limits here = limits(values, Rounding::down);
        const Limits there = limits(shifted, Rounding::down);
        const integer distance = shift * power_of_ten(12);
        RC_ASSERT(there.lower.units == here.lower.units + distance);
        RC_ASSERT(there.upper.units == here.upper.units + distance);
        const Limits back = limits(turned, Rounding::up);
        RC_ASSERT(back.lower.units == -here.upper.units);
        RC_ASSERT(back.upper.units == -here.lower.units);
    }));
}
