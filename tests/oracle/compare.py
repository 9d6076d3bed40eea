#!/usr/bin/env python3
"""Compares the program's scorecards with those of the oracle, figure by figure.

    compare.py INDICARE linked              the linked returns of tests/data, and the kept answers
    compare.py INDICARE random FIRST COUNT  random returns of COUNT seeds from FIRST, about 240 histories
                                            each
    compare.py INDICARE edges FIRST COUNT   compares nothing, but wants each edge case to occur in them

`random` and `edges` print how often each edge case occurred.
"""

import difflib
import functools
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from catalogue import CATALOGUE
from edge_cases import edge_cases_of

HERE = Path(__file__).resolve().parent
DATES = ("2023-03-31", "2022-12-31", "2021-02-28", "2020-02-29", "2022-04-01", "2022-03-30")
POPULATIONS = (12_345, 2_000_000)


def oracle(arguments):
    command = [sys.executable, str(HERE / "oracle.py"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def program(indicare, arguments):
    command = [indicare, "scorecard", *arguments, "--format", "csv"]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}\nended with {result.returncode}: {result.stderr}")
    return result.stdout


def same(expected, found, what):
    expected, found = expected.splitlines(), found.splitlines()
    for line in list(difflib.unified_diff(expected, found, "oracle", "program", n=0, lineterm=""))[:20]:
        print(line)
    if expected != found:
        sys.exit(f"the scorecards differ: {what}")
    if len(expected) < 2:
        sys.exit(f"no figures were compared: {what}")


def compare(indicare, arguments):
    same(oracle(arguments), program(indicare, arguments), " ".join(arguments))


def compare_linked(indicare):
    folders = [str(HERE.parent / "data" / "linked" / str(year)) for year in range(2018, 2023)]
    for kept, options in (
        ("linked_expected.csv", ["--as-at", "2022-03-31", "--trend", "5"]),
        ("linked_rolling_expected.csv", ["--as-at", "2021-12-31"]),
    ):
        compare(indicare, [*folders, *options])
        compare(indicare, [*folders, *options, "--by", "all"])
        same((HERE / kept).read_text(), program(indicare, [*folders, *options]), kept)


def write_returns(folder, seed, *options):
    subprocess.run(
        [sys.executable, str(HERE / "random_returns.py"), "--seed", str(seed), str(folder), *options],
        check=True, stdout=subprocess.DEVNULL)
    return sorted(str(each) for each in folder.glob("20*"))


def compare_random(compare_with, seed):
    """The edge cases that the returns of a seed contain."""
    as_at = DATES[seed % len(DATES)]
    population = POPULATIONS[seed // len(DATES) % len(POPULATIONS)]
    when = ["--as-at", as_at, "--trend", "3"]
    cases = Counter()

    def count(years, *beside):
        cases.update(edge_cases_of(years, date.fromisoformat(as_at), CATALOGUE, *beside))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        years = write_returns(folder, seed, "--as-at", as_at, "--postcodes", "--longitudinal", "--stacked")
        places = ["--postcodes", str(folder / "postcodes.csv"), "--area", "831"]
        compare_with([*years, *when, *places, "--population", str(population)])
        compare_with([*reversed(years), *when, "--by", "all"])
        compare_with([str(folder / "stacked"), *when])
        compare_with(["--longitudinal", str(folder / "longitudinal"), *when, "--by", "all"])
        count(years, population, folder / "postcodes.csv", "831")
    with tempfile.TemporaryDirectory() as name:
        years = write_returns(Path(name), seed, "--as-at", as_at, "--authorities", "3")
        compare_with([*years, *when])
        count(years)
    return cases


def tell_edge_cases(cases):
    for case, times in sorted(cases.items(), key=lambda each: -each[1]):
        print(f"{times:9,} {case}")


def main():
    indicare, kind = sys.argv[1:3]
    if kind == "linked":
        compare_linked(indicare)
        return
    first, count = map(int, sys.argv[3:5])
    compare_with = functools.partial(compare, indicare) if kind == "random" else lambda arguments: None
    cases = Counter()
    for seed in range(first, first + count):
        try:
            cases.update(compare_random(compare_with, seed))
        except SystemExit as difference:
            sys.exit(f"seed {seed}: {difference}")
    tell_edge_cases(cases)
    never = [case for case, times in cases.items() if times == 0]
    if kind == "edges" and never:
        sys.exit(f"these cases never occurred: {', '.join(never)}")


if __name__ == "__main__":
    main()
