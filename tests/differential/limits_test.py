#!/usr/bin/env python3
"""Checks `indicare limits` where rounding is hardest: limits a hair off the number half-way between two prints.

    limits_test.py INDICARE [--seed N] [--count N]    so many pairs of levels for each method; needs python3-mpmath

At which level of confidence a lower limit is exactly half-way between two prints can be told by the definition of the
limit: for Clopper and Pearson and for Poisson from the tail, for Wilson and Byar from the normal distribution. With the
level cut off below, behind 30 digits, the limit lies above that number by less than 10^-25 or so; with the level raised in
the last digit it lies below. A limit falls as the level rises, so that both answers are known without rounding anything.
"""

import argparse
import random
import subprocess
import sys
from fractions import Fraction
from math import comb

import mpmath

mpmath.mp.dps = 80
DIGITS = 30  # of a level in percent, behind the point


def normal_level(z):
    """The probability of being within z, as a part of 1."""
    return mpmath.erf(z / mpmath.sqrt(2))


# ---- levels at which the lower limit is a given number; nothing for a number that cannot be one ----


def clopper_pearson(counted, among, share):
    return 1 - 2 * sum(comb(among, i) * share**i * (1 - share) ** (among - i) for i in range(counted, among + 1))


def poisson(events, _, mean):
    mean = mpmath.mpf(mean.numerator) / mean.denominator
    below = mpmath.fsum(mean**i / mpmath.factorial(i) for i in range(events)) * mpmath.exp(-mean)
    return 1 - 2 * (1 - below)


def wilson(counted, among, share):
    if among * share >= counted:
        return 0
    square = (counted - among * share) ** 2 / (among * share * (1 - share))
    return normal_level(mpmath.sqrt(mpmath.mpf(square.numerator) / square.denominator))


def byar(events, _, mean):
    root = mpmath.cbrt(mpmath.mpf(mean.numerator) / mean.denominator / events)
    return normal_level((1 - mpmath.mpf(1) / (9 * events) - root) * 3 * mpmath.sqrt(events))


SHARES = {"clopper_pearson": clopper_pearson, "wilson": wilson}
RATES = {"poisson": poisson, "byar": byar}


# ---- rows ------------------------------------------------------------------------------


def any_tie(source, method):
    """A row without its level, the units of the print below, and the limit half-way above it, in events or as a share."""
    decimals = source.choice([0, 1, 1, 2])
    per = source.choice([100, 1000])
    if method in SHARES:
        among = source.randint(2, 300)
        counted = source.randint(1, among - 1)
        greatest = Fraction(counted, among) * per
        scale = Fraction(1, per)
    else:
        counted, among = source.randint(1, 150), source.randint(200, 100_000)
        greatest = Fraction(counted * per, among)
        scale = Fraction(among, per)
    units = source.randrange(int(greatest * 10**decimals) + 1)
    limit = Fraction(2 * units + 1, 2 * 10**decimals) * scale
    return (method, counted, among, per, decimals), units, limit


def levels_round(level):
    """The two levels of 30 digits on either side, as text in percent; nothing outside of what a level can be."""
    if not 0.2 < level < 0.999999:
        return None
    scaled = level * 100 * 10**DIGITS
    cut = int(scaled)
    if not 1e-9 < scaled - cut < 1 - 1e-9:
        return None
    return [f"{units // 10**DIGITS}.{units % 10**DIGITS:0{DIGITS}}" for units in (cut, cut + 1)]


def printed(units, decimals):
    digits = str(units).rjust(decimals + 1, "0")
    point = len(digits) - decimals
    return digits[:point] + ("." + digits[point:] if decimals else "")


def pair_of_rows(source, method):
    """Both rows, and what their lower limits print."""
    while True:
        row, units, limit = any_tie(source, method)
        levels = levels_round((SHARES | RATES)[method](row[1], row[2], limit))
        if levels:
            return [(",".join(map(str, [*row, level])), printed(each, row[-1]))
                    for level, each in zip(levels, (units + 1, units))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150)
    options = parser.parse_args()
    source = random.Random(options.seed)
    for method in [*SHARES, *RATES]:
        rows = [each for _ in range(options.count) for each in pair_of_rows(source, method)]
        lines = "".join(row + "\n" for row, _ in rows)
        done = subprocess.run([options.program, "limits"], input=lines, capture_output=True, text=True, check=True)
        answers = done.stdout.splitlines()
        assert len(answers) == len(rows), (len(answers), len(rows))
        for (row, expected), answer in zip(rows, answers):
            if answer.split(",")[0] != expected:
                sys.exit(f"{row}: {answer}, not {expected}")
        print(f"{len(rows):,} lower limits by {method}")


if __name__ == "__main__":
    main()
