#!/usr/bin/env python3
"""Writes the expected confidence limits of the tests anew, some minutes of work: needs python3-mpmath.

    limits_fixture.py [FOLDER]    (else the folder of this file)

The same files on every run. No value comes from the library or its program; see limits_oracle.py.
"""

import csv
import functools
import pathlib
import random
import sys
from fractions import Fraction
from math import comb

import mpmath

import limits_oracle as oracle

LEVELS = ["90", "95", "98", "99", "99.8", "99.9", "50", "0.95", "99.73", "99.9999", "80.5"]
UNITS = [1, 100, 1000, 10000, 100000]


def any_below(source, most):
    """A whole number from 1 to `most`, every size as often."""
    return min(most, max(1, int(10 ** source.uniform(0, len(str(most)) - 1 + 1e-9))))


def any_form(source):
    return source.choice(UNITS), source.randrange(13), source.choice(LEVELS)


def share_cases(source, count, most, most_binding):
    """Counted of among: ends and their neighbours, and everything between. The rarer of the two is `most_binding` at
    most."""
    for _ in range(count):
        among = any_below(source, most)
        kind = source.randrange(8)
        if kind < 4:
            counted = min(among, kind) if source.randrange(2) else max(0, among - kind)
        elif kind < 6:
            counted = any_below(source, among)
        else:
            counted = source.randrange(among + 1)
        if min(counted, among - counted) > most_binding:
            counted = any_below(source, most_binding)
            counted = counted if source.randrange(2) else among - counted
        yield counted, among


def rate_cases(source, count, most_events):
    for _ in range(count):
        kind = source.randrange(4)
        events = source.randrange(30) if kind < 2 else any_below(source, 3000 if kind == 2 else most_events)
        population = any_below(source, 10**12) if source.randrange(3) == 0 else any_below(source, 10**6)
        yield events, population


def row_of(method, first, second, per, decimals, confidence, limits):
    return [method, first, second, per, decimals, confidence, *(oracle.rounded(limit, decimals) for limit in limits)]


def common_cases():
    """Every small share and small rate at the levels that are printed."""
    for confidence in ("95", "99.8"):
        for among in range(1, 31):
            for counted in range(among + 1):
                yield "wilson", counted, among, 100, 1, confidence
                yield "clopper_pearson", counted, among, 100, 1, confidence
        for events in range(200):
            yield "byar", events, 59411, 10000, 1, confidence
            yield "poisson", events, 59411, 10000, 1, confidence


def random_cases(source):
    for counted, among in share_cases(source, 6500, 10**12, 10**12):
        yield "wilson", counted, among, *any_form(source)
    for events, population in rate_cases(source, 5000, 10**12):
        yield "byar", events, population, *any_form(source)
    for counted, among in share_cases(source, 4500, 10**4, 10**4):
        yield "clopper_pearson", counted, among, *any_form(source)
    for counted, among in share_cases(source, 500, 10**12, 10**4):
        yield "clopper_pearson", counted, among, *any_form(source)
    for counted, among in share_cases(source, 40, 10**12, 10**6):
        yield "clopper_pearson", counted, among, *any_form(source)
    for events, population in rate_cases(source, 5000, 10**4):
        yield "poisson", events, population, *any_form(source)
    for events, population in rate_cases(source, 80, 10**6):
        yield "poisson", events, population, *any_form(source)


def exact_binomial_rows(source, count):
    """Levels chosen so that a limit of Clopper and Pearson's is a decimal that ends, often half-way between two that are
    printed: the tail of a share p of few digits is itself a decimal that ends."""
    made = 0
    while made < count:
        places = source.choice([1, 2, 2, 3])
        share = Fraction(source.randrange(1, 10**places), 10**places)
        among = source.randrange(1, 30 // places)
        counted = source.randrange(1, among + 1)
        tail = sum(comb(among, i) * share**i * (1 - share) ** (among - i) for i in range(counted, among + 1))
        level = 100 * (1 - 2 * tail)
        if not 1 < level or (level * 10**30).denominator != 1 or level > 100 - Fraction(1, 10**20):
            continue
        text = oracle.rounded(level, 30).rstrip("0").rstrip(".")
        assert oracle.tail_of(text) == tail
        per, decimals = source.choice([(1, places), (1, places - 1), (1, 12), (100, max(places - 3, 0)), (1, 0)])
        lower = share
        upper = 1 - (share if 2 * counted == among else oracle.binomial_lower(among - counted, among, tail))
        if source.randrange(2):
            counted, lower, upper = among - counted, 1 - upper, 1 - lower
        limits = (lower * per, upper * per)
        yield row_of("clopper_pearson", counted, among, per, decimals, text, limits)
        made += 1


def is_far(row):
    """Whether the numbers at which rounding changes are so much rougher than chance that the distribution of counts
    must be known a thousand counts and more away from the one at hand: 3 of 10^9 to the nearest whole."""
    method, _, denominator, per, decimals = row[:5]
    return method in ("clopper_pearson", "poisson") and denominator > 2000 * per * 10**decimals


def near_rows():
    return (row for row in limit_rows() if not is_far(row))


def far_rows():
    return (row for row in limit_rows() if is_far(row))


@functools.lru_cache(None)
def limit_rows():
    return list(all_limit_rows())


def all_limit_rows():
    source = random.Random(1934)
    for case in [*common_cases(), *random_cases(source)]:
        method, first, second, per, decimals, confidence = case
        yield row_of(*case, getattr(oracle, method)(first, second, per, confidence))
    for case in [(0, 1, 1, 3, "95"), (0, 1, 1, 2, "95"), (1, 1, 1, 2, "95"), (0, 2, 1, 1, "99.5"), (2, 2, 100, 0, "99.5")]:
        yield row_of("clopper_pearson", *case, oracle.clopper_pearson(case[0], case[1], case[2], case[4]))
    yield from exact_binomial_rows(source, 700)


def mean_rows():
    source = random.Random(1908)
    sizes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 21, 30, 31, 50, 80, 101, 200, 333, 500, 1000, 1999, 2000]
    for _ in range(1500):
        number = source.choice(sizes)
        middle = source.choice([0, 0, 17, 1000, 10**6, -40])
        spread = source.choice([0, 1, 3, 40, 1000, 10**6])
        values = [middle + source.randint(-spread, spread) for _ in range(number)]
        decimals, confidence = source.randrange(13), source.choice(LEVELS)
        sums = number, sum(values), sum(value * value for value in values)
        limits = oracle.student_t(*sums, confidence)
        yield [*sums, decimals, confidence, *(oracle.rounded(limit, decimals) for limit in limits)]


def mean_of_many_rows():
    source = random.Random(1876)
    for _ in range(250):
        number = source.choice([1001, 1002, 1003, 2001, 5000, 83840, 10**6, 10**6 + 1, 10**9, 10**12]) + source.randrange(2)
        middle = source.choice([0, 17, 1000, -40])
        total = number * middle + source.randrange(number)
        squares = total * total // number + 1 + number * source.choice([0, 1, 9, 10**6]) + source.randrange(number)
        decimals, confidence = source.randrange(13), source.choice(LEVELS)
        limits = oracle.student_t(number, total, squares, confidence)
        yield [number, total, squares, decimals, confidence, *(oracle.rounded(limit, decimals) for limit in limits)]


def difference_rows():
    source = random.Random(1998)
    for most, count in ((20, 900), (1000, 1200), (10**6, 500), (10**12, 400)):
        firsts = share_cases(source, count, most, most)
        seconds = share_cases(source, count, most, most)
        for (x1, n1), (x2, n2) in zip(firsts, seconds):
            per, decimals, confidence = any_form(source)
            limits = oracle.newcombe(x1, n1, x2, n2, per, confidence)
            yield [x1, n1, x2, n2, per, decimals, confidence, *(oracle.rounded(limit, decimals) for limit in limits)]


def change_rows():
    source = random.Random(1940)
    for most, count in ((20, 700), (300, 700), (5000, 100)):
        for _ in range(count):
            x1, x2 = source.randrange(most), source.randrange(1, most)
            n1, n2 = (source.randrange(most, most + any_below(source, 10**6)) for _ in range(2))
            decimals, confidence = source.randrange(13), source.choice(LEVELS)
            limits = oracle.change_of_rate(x1, n1, x2, n2, confidence)
            yield [x1, n1, x2, n2, decimals, confidence, *(oracle.rounded(limit, decimals) for limit in limits)]


def quantile_rows():
    source = random.Random(1809)
    levels = [*LEVELS, "68.27", "95.45", "99.7", "99.99", "1.5", "0.01", "0.5", "0.999999999999", "99.99999999999999999999"]
    levels += ["2", "10", "20", "30", "40", "60", "70", "75", "80", "85", "99.95", "0.0001", "0.000000000000000000000000000001"]
    levels += [f"{source.uniform(1.01, 99.99):.{source.randrange(1, 12)}f}" for _ in range(250)]
    for level in levels:
        yield [level, mpmath.nstr(oracle.z_of(level), 40, strip_zeros=False, min_fixed=-mpmath.inf, max_fixed=mpmath.inf)]


def test_rows():
    source = random.Random(1935)
    for name, test in (("shares", oracle.test_shares), ("rates", oracle.test_rates)):
        for most, count in ((8, 120), (60, 150), (400, 50)):
            for _ in range(count):
                n1, n2 = (source.randrange(1, most) for _ in range(2))
                if name == "rates" and source.randrange(2):
                    n1, n2 = n1 * 997, n2 * 1009
                x1, x2 = (source.randrange(min(n, most) + 1) for n in (n1, n2))
                decimals = source.randrange(13)
                answers = [oracle.rounded(answer, decimals) for answer in test(x1, n1, x2, n2)]
                yield [name, x1, n1, x2, n2, decimals, *answers]


FILES = {
    "limits_fixture.csv": ("method,numerator,denominator,per,decimals,confidence,lower,upper", near_rows),
    "limits_far.csv": ("method,numerator,denominator,per,decimals,confidence,lower,upper", far_rows),
    "limits_means.csv": ("number,sum,squares,decimals,confidence,lower,upper", mean_rows),
    "limits_means_of_many.csv": ("number,sum,squares,decimals,confidence,lower,upper", mean_of_many_rows),
    "limits_differences.csv": ("x1,n1,x2,n2,per,decimals,confidence,lower,upper", difference_rows),
    "limits_changes.csv": ("x1,n1,x2,n2,decimals,confidence,lower,upper", change_rows),
    "quantiles.csv": ("level,z", quantile_rows),
    "conditional_tests.csv": ("test,x1,n1,x2,n2,decimals,as_few,as_many,two_sided", test_rows),
}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    for name, (header, rows) in FILES.items():
        with open(folder / name, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header.split(","))
            writer.writerows(rows())


if __name__ == "__main__":
    main()
