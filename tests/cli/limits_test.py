#!/usr/bin/env python3
"""Checks `indicare limits`, from outside: random rows against limits to fifty digits, and rows that are none.

    limits_test.py INDICARE [SEED]    (needs python3-mpmath)
"""

import pathlib
import random
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "exact"))

import mpmath

import limits_oracle as oracle

LEVELS = ["90", "95", "98", "99", "99.8", "99.9", "50", "0.95", "0.998", "99.73", "99.9999", "80.5", "94.4"]
UNITS = [1, 100, 1000, 10000, 100000]


def answers_to(rows, status):
    done = subprocess.run(
        [sys.argv[1], "limits"],
        input="".join(f"{row}\n" for row in rows),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == status, (done.returncode, done.stderr)
    answers = done.stdout.splitlines()
    assert len(answers) == len(rows), (len(answers), len(rows))
    return answers


def any_size(source, most):
    return int(10 ** source.uniform(0, most))


def random_row(source):
    """A row and its answer."""
    method = source.choice(["wilson", "clopper_pearson", "byar", "poisson"])
    if method in ("wilson", "clopper_pearson"):
        second = any_size(source, 9 if method == "wilson" else 4)
        first = source.choice([0, 1, second - 1, second, source.randrange(second + 1), source.randrange(second + 1)])
    else:
        first = source.choice([0, 1, source.randrange(30), any_size(source, 9 if method == "byar" else 4)])
        second = any_size(source, 7)
    per, confidence = source.choice(UNITS), source.choice(LEVELS)
    # Neither beyond what is printed nor coarser than a thousand counts.
    decimals = source.randrange(13)
    while method in ("clopper_pearson", "poisson") and second > 2000 * per * 10**decimals:
        decimals += 1
    limits = getattr(oracle, method)(first, second, per, confidence)
    row = f"{method},{first},{second},{per},{decimals},{confidence}"
    return row, ",".join(oracle.rounded(limit, decimals) for limit in limits)


def check_oracle():
    """The sums that the oracle is made of, against functions of mpmath that it does not use."""
    for events, confidence in ((1, "95"), (47, "99.8"), (1000, "99.9")):
        tail = oracle.number(oracle.tail_of(confidence))
        lower, upper = oracle.poisson_events(events, confidence)
        below = mpmath.gammainc(events, 0, lower, regularized=True)
        above = mpmath.gammainc(events + 1, upper, mpmath.inf, regularized=True)
        assert max(abs(below / tail - 1), abs(above / tail - 1)) < oracle.CERTAIN, (events, confidence)
    for counted, among, confidence in ((81, 263, "95"), (3, 1000, "99.8"), (999, 1000, "50")):
        tail = oracle.number(oracle.tail_of(confidence))
        lower, upper = oracle.clopper_pearson(counted, among, 1, confidence)
        below = mpmath.betainc(counted, among - counted + 1, 0, lower, regularized=True)
        above = mpmath.betainc(counted + 1, among - counted, upper, 1, regularized=True)
        assert max(abs(below / tail - 1), abs(above / tail - 1)) < oracle.CERTAIN, (counted, among)
    for freedom in (1, 2, 7, 50, 301):
        t = oracle.t_quantile(freedom, "99.8")
        both = mpmath.betainc(mpmath.mpf(freedom) / 2, 0.5, 0, freedom / (freedom + t * t), regularized=True)
        assert abs(both * 500 - 1) < oracle.CERTAIN, freedom


def check_random_rows():
    source = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 2026)
    asked = [random_row(source) for _ in range(600)]
    for (row, expected), answer in zip(asked, answers_to([row for row, _ in asked], 0)):
        assert answer == expected, (row, expected, answer)


def check_by_hand():
    """Answers that are in print, or ratios themselves."""
    asked = {
        "wilson,81,263,1,4,95": "0.2553,0.3662",
        "wilson,81,263,100,2,0.95": "25.53,36.62",
        "clopper_pearson,81,263,1,4,95": "0.2527,0.3676",
        "clopper_pearson,0,1,1,3,95": "0.000,0.975",
        "clopper_pearson,2,3,1,1,87.85": "0.2,1.0",
        "poisson,10,1,1,2,95": "4.80,18.39",
        "poisson,0,59411,10000,1,95": "0.0,0.6",
        "byar,1,1,1,4,99.8": "-0.0028,9.3622",
    }
    for (row, expected), answer in zip(asked.items(), answers_to(list(asked), 0)):
        assert answer == expected, (row, expected, answer)


def check_no_denominator():
    rows = [f"{method},0,0,100,1,95" for method in ("wilson", "clopper_pearson", "byar", "poisson")]
    assert answers_to(rows, 0) == ["z,z"] * 4


def check_bad_rows():
    good = "wilson,81,263,100,1,95"
    bad = [
        "wilson,81,263,100,1",
        "wilson,81,263,100,1,95,",
        "Wilson,81,263,100,1,95",
        "student_t,81,263,100,1,95",
        ",81,263,100,1,95",
        "wilson,eighty,263,100,1,95",
        "wilson,81.5,263,100,1,95",
        "wilson,-1,263,100,1,95",
        "wilson,264,263,100,1,95",
        "clopper_pearson,264,263,100,1,95",
        "wilson,81,-263,100,1,95",
        "byar,1,-1,100,1,95",
        "poisson,-1,1,100,1,95",
        "wilson,81,263,0,1,95",
        "wilson,81,263,100,-1,95",
        "wilson,81,263,100,one,95",
        "wilson,81,263,100,1,1",
        "wilson,81,263,100,1,0",
        "wilson,81,263,100,1,100",
        "wilson,81,263,100,1,95%",
        "wilson,81,263,100,1,",
    ]
    rows = [row for wrong in bad for row in (wrong, good)]
    for line, (row, answer) in enumerate(zip(rows, answers_to(rows, 1)), 1):
        if row == good:
            assert answer == "25.5,36.6", (line, answer)
        else:
            assert answer.startswith(f"error: line {line}: "), (row, answer)
    assert answers_to(["wilson,264,263,100,1,95", "poisson,1,-5,100,1,95"], 1) == [
        "error: line 1: numerator 264 is above the denominator 263, of which it must be a part",
        "error: line 2: numerator 1 and denominator -5 must not be below 0",
    ]


def main():
    check_oracle()
    check_by_hand()
    check_no_denominator()
    check_bad_rows()
    check_random_rows()


if __name__ == "__main__":
    main()
