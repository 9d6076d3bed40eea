#!/usr/bin/env python3
"""Holds the solver behind audits to the corners of polytopes, in Python's fractions.Fraction, and to trying all numbers.

    simplex_test.py SOLVE_SYSTEMS [--seed N] [--count N]    so many systems of each kind

Over rational numbers a sum within ranges is least in a corner, where as many bounds and inequalities as there are
unknowns are met exactly: all corners of small systems are made by solving equations. Of larger ones what an answer shows
is checked: the solution, or the contradiction. Over whole numbers all points are tried.
"""

import argparse
import itertools
import random
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from math import gcd, prod


class System:
    """Rows (bound, coefficients): the sum of unknowns, each so many times, is no more than the bound."""

    def __init__(self, ranges, rows, sum_of):
        self.ranges, self.rows, self.sum = ranges, rows, sum_of

    def line(self, kind):
        numbers = [len(self.ranges), len(self.rows)]
        numbers += [number for least_and_most in self.ranges for number in least_and_most]
        numbers += [number for bound, coefficients in self.rows for number in (bound, *coefficients)]
        return " ".join(map(str, [kind, *numbers, *self.sum])) + "\n"

    def tightened(self):
        """Unknowns are whole: a row is as small as a common divisor makes it, its bound rounded down."""
        for bound, coefficients in self.rows:
            divisor = gcd(*coefficients) or 1
            yield bound // divisor, [each // divisor for each in coefficients]


def of(coefficients, values):
    return sum(each * value for each, value in zip(coefficients, values))


# ---- random systems --------------------------------------------------------------------


def any_system(source, unknowns, width):
    """Mostly one that has a solution at a point, its rows at no room, little, or too little by one."""
    ranges = []
    for _ in range(unknowns):
        least = source.choice([0, 0, source.randrange(50), 10**9 - width])
        ranges.append((least, least + source.choice([0, 1, width, source.randrange(1, width + 1)])))
    point = [source.randint(*each) for each in ranges]
    rows = []
    for _ in range(source.randint(1, unknowns + 3)):
        coefficients = any_coefficients(source, unknowns)
        at_point = of(coefficients, point)
        rows.append((at_point + source.choice([0, 0, 1, -1, source.randrange(20)]), coefficients))
        if source.random() < 0.3:  # an equation
            rows.append((-at_point, [-each for each in coefficients]))
    return System(ranges, rows, any_coefficients(source, unknowns))


def any_coefficients(source, unknowns):
    scale = source.choice([1, 1, 1, 1, 6, 10**9 + 7, 10**20])
    return [scale * source.choice([0, 0, 1, 1, -1, 2, -3, source.randint(-1000, 1000)]) for _ in range(unknowns)]


# ---- over rational numbers -------------------------------------------------------------


def solved(equations):
    """The only solution of as many equations (right side, coefficients) as there are unknowns, or nothing."""
    rows = [[*map(Fraction, coefficients), Fraction(right)] for right, coefficients in equations]
    size = len(rows)
    for column in range(size):
        pivot = next((row for row in range(column, size) if rows[row][column]), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [each / rows[column][column] for each in rows[column]]
        for row in range(size):
            if row != column and rows[row][column]:
                times = rows[row][column]
                rows[row] = [each - times * other for each, other in zip(rows[row], rows[column])]
    return [row[-1] for row in rows]


def corners(system):
    rows = list(system.tightened())
    unit = [[int(i == j) for j in range(len(system.ranges))] for i in range(len(system.ranges))]
    bounds = [(bound, each) for each, ends in zip(unit, system.ranges) for bound in set(ends)]
    for equations in itertools.combinations([*rows, *bounds], len(system.ranges)):
        values = solved(equations)
        if values is not None and satisfies(system, values):
            yield values


def satisfies(system, values):
    return (all(least <= value <= most for (least, most), value in zip(system.ranges, values))
            and all(of(coefficients, values) <= bound for bound, coefficients in system.tightened()))


def contradicts(system, multiples):
    """Whether rows, each so many times, have no room even where the ranges leave the most."""
    rows = list(system.tightened())
    bound, total = 0, [0] * len(system.ranges)
    for index, times in multiples:
        assert times > 0
        bound += times * rows[index][0]
        total = [each + times * more for each, more in zip(total, rows[index][1])]
    return sum(each * (least if each > 0 else most) for each, (least, most) in zip(total, system.ranges)) > bound


def fault_of_linear(system, answer, is_small):
    verdict, *told = answer.split()
    if verdict == "impossible":
        multiples = [tuple(map(int, each.split(":"))) for each in told]
        return None if contradicts(system, multiples) else "the contradiction is none"
    least, *values = map(Fraction, told)
    if verdict != "possible" or not satisfies(system, values) or of(system.sum, values) != least:
        return "the solution is none"
    if is_small:
        expected = min(of(system.sum, each) for each in corners(system))
        return None if least == expected else f"the least is {expected}"
    return None


# ---- over whole numbers ----------------------------------------------------------------


def expected_of_whole(system):
    values = [of(system.sum, point)
              for point in itertools.product(*(range(least, most + 1) for least, most in system.ranges))
              if all(of(coefficients, point) <= bound for bound, coefficients in system.rows)]
    return f"possible {min(values)} {max(values)}" if values else "impossible proved"


# ---- the run ---------------------------------------------------------------------------


def answers_to(program, systems, kind):
    lines = "".join(system.line(kind) for system in systems)
    done = subprocess.run([program], input=lines, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{done.stderr}{lines.splitlines()[len(done.stdout.splitlines())]}")
    return done.stdout.splitlines()


def check(program, kind, systems, fault_of):
    counts = Counter()
    for system, answer in zip(systems, answers_to(program, systems, kind)):
        fault = fault_of(system, answer)
        if fault:
            sys.exit(f"{system.line(kind)}{answer}: {fault}")
        counts[answer.split()[0]] += 1
    assert sum(counts.values()) == len(systems)
    return counts


def check_whole(system, answer):
    expected = expected_of_whole(system)
    return None if answer == expected else f"expected {expected}"


def small(source):
    return any_system(source, source.choice([1, 2, 2, 3]), source.choice([1, 5, 40, 10**6]))


def large(source):
    return any_system(source, source.randint(5, 12), source.choice([1, 40, 10**6, 10**8]))


def countable(source):
    unknowns = source.choice([1, 2, 2, 3, 4])
    system = any_system(source, unknowns, {1: 400, 2: 30, 3: 11, 4: 6}[unknowns])
    assert prod(most - least + 1 for least, most in system.ranges) < 5000
    return system


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=400)
    options = parser.parse_args()
    source = random.Random(options.seed)
    kinds = [
        ("over rational numbers, against all corners", "linear", small, lambda system, answer: fault_of_linear(system, answer, True)),
        ("over rational numbers, by what it shows", "linear", large, lambda system, answer: fault_of_linear(system, answer, False)),
        ("over whole numbers, against all of them", "whole", countable, check_whole),
    ]
    for what, kind, made, fault_of in kinds:
        systems = [made(source) for _ in range(options.count)]
        counts = check(options.program, kind, systems, fault_of)
        print(f"{what}: {counts['possible']:,} possible, {counts['impossible']:,} impossible")
        assert counts["possible"] and counts["impossible"], what


if __name__ == "__main__":
    main()
