#!/usr/bin/env python3
"""Compares the program's scorecards with those of the oracle, figure by figure.

    compare.py INDICARE linked              the linked returns of tests/data, and the kept answers
    compare.py INDICARE random FIRST COUNT  random returns of COUNT seeds from FIRST
"""

import difflib
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATES = ("2023-03-31", "2022-12-31", "2021-02-28", "2020-02-29")


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


def compare_random(indicare, seed):
    date = DATES[seed % len(DATES)]
    when = ["--as-at", date, "--trend", "3"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        years = write_returns(folder, seed, "--postcodes", "--longitudinal", "--stacked")
        places = ["--postcodes", str(folder / "postcodes.csv"), "--area", "831"]
        compare(indicare, [*years, *when, *places, "--population", "12345"])
        compare(indicare, [*reversed(years), *when, "--by", "all"])
        compare(indicare, [str(folder / "stacked"), *when])
        compare(indicare, ["--longitudinal", str(folder / "longitudinal"), *when, "--by", "all"])
    with tempfile.TemporaryDirectory() as name:
        compare(indicare, [*write_returns(Path(name), seed, "--authorities", "3"), *when])


def main():
    indicare, kind = sys.argv[1:3]
    if kind == "linked":
        compare_linked(indicare)
        return
    first, count = map(int, sys.argv[3:5])
    for seed in range(first, first + count):
        compare_random(indicare, seed)


if __name__ == "__main__":
    main()
