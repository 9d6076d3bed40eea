#!/usr/bin/env python3
"""Holds the printed figures of `indicare figure` to Python's fractions.Fraction, by every rule.

    rounding_test.py INDICARE [--seed N] [--count N]    so many figures

The figures are small counts, numbers on both sides of what fits into 32, 64 and 128 bits, and, by construction, ties and
what is one part in the denominator off a tie.
"""

import argparse
import random
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from math import ceil, floor

RULES = ["half_up", "half_even", "half_down", "truncate", "up", "down"]
UNITS = [1, 100, 1000, 10000, 100000]
EDGES = [2**31, 2**32, 2**53, 2**63, 2**64, 2**127, 2**128, 10**18, 10**19, 10**30]


def units_of(value, rule):
    """The whole number that stands for a Fraction."""
    below, above = floor(value), ceil(value)
    towards_zero, away = (below, above) if value > 0 else (above, below)
    if rule in ("up", "down", "truncate"):
        return {"up": above, "down": below, "truncate": towards_zero}[rule]
    if value - below != above - value:
        return below if value - below < above - value else above
    even = below if below % 2 == 0 else above
    return {"half_up": away, "half_down": towards_zero, "half_even": even}[rule]


def printed(numerator, denominator, per, decimals, rule):
    """As docs and the command's help say: z without a denominator, k for what would read 0 and is not."""
    if denominator == 0:
        return "z"
    value = Fraction(numerator * per, denominator)
    units = units_of(value * 10**decimals, rule)
    if units == 0 and value != 0:
        return "k"
    digits = str(abs(units)).rjust(decimals + 1, "0")
    point = len(digits) - decimals
    return ("-" if units < 0 else "") + digits[:point] + ("." + digits[point:] if decimals else "")


def any_number(source):
    kind = source.randrange(5)
    if kind == 0:
        return source.randrange(20)
    if kind == 1:
        return source.randrange(100_000)
    if kind == 2:
        return source.choice(EDGES) + source.randint(-2, 2)
    return source.randrange(1, 10 ** source.randrange(1, 45))


def any_figure(source):
    numerator, denominator = any_number(source), any_number(source)
    per, decimals = source.choice(UNITS), source.choice([0, 0, 1, 1, 2, 3, 6, 12, 19])
    return numerator * source.choice([1, 1, -1]), denominator * source.choice([1, 1, 1, -1]), per, decimals


def near_tie(source):
    """Half-way between two prints, or off by one part of the denominator, on either side of zero."""
    per, decimals = source.choice(UNITS), source.choice([0, 0, 1, 1, 2, 3, 6])
    tie = Fraction(2 * any_number(source) + 1, 2 * 10**decimals * per)
    times = source.choice([1, 1, 3, 10**6 + 1, 10**17])
    numerator, denominator = tie.numerator * times, tie.denominator * times
    return source.choice([1, -1]) * (numerator + source.choice([0, 0, 0, 1, -1])), denominator, per, decimals


def answers_to(program, rows):
    lines = "".join(",".join(map(str, row)) + "\n" for row in rows)
    done = subprocess.run([program, "figure"], input=lines, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def kinds_of(row, answer):
    numerator, denominator, per, decimals, rule = row
    yield f"by {rule}"
    if answer in ("z", "k"):
        yield f"printed as {answer}"
    elif (2 * Fraction(numerator * per * 10**decimals, denominator)).denominator == 1 and numerator * per * 10**decimals % denominator:
        yield "ties"
    if max(map(abs, row[:2])) >= 2**63:
        yield "with a number beyond 64 bits"
    elif abs(numerator) * per * 10**decimals >= 2**63:
        yield "with a product beyond 64 bits"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60_000)
    options = parser.parse_args()
    source, counts = random.Random(options.seed), Counter()
    for first in range(0, options.count, 60_000):
        figures = [source.choice([any_figure, near_tie])(source) for _ in range(min(60_000, options.count - first) // len(RULES))]
        rows = [(*figure, rule) for figure in figures for rule in RULES]
        answers = answers_to(options.program, rows)
        assert len(answers) == len(rows), (len(answers), len(rows))
        for row, answer in zip(rows, answers):
            expected = printed(*row)
            if answer != expected:
                sys.exit(f"{row}: {answer}, not {expected}")
            counts.update(kinds_of(row, answer))
        counts["figures"] += len(rows)
    for what, count in sorted(counts.items()):
        print(f"{count:10,} {what}")
    for what in ("printed as z", "printed as k", "ties", "with a number beyond 64 bits", "with a product beyond 64 bits"):
        assert counts[what], what


if __name__ == "__main__":
    main()
