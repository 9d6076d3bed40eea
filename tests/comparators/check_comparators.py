#!/usr/bin/env python3
"""Works out the comparators of every authority, indicator and year of the bundled set anew, and compares.

    check_comparators.py LIST_COMPARATORS INDICARE

Written from the rules of DfE's tools and from the files of lib/benchmarks alone: the neighbours' mean and median are
those of the published numbers of the neighbours that have one; the pooled figure is that of all children of those with
both numbers; the rank counts the authorities that are better; the band lies between the quartiles, as R's quantile of
type 7 gives them.
"""

import bisect
import csv
import pathlib
import statistics
import subprocess
import sys
from fractions import Fraction

BENCHMARKS = pathlib.Path(__file__).parents[2] / "lib/benchmarks"
PER = {"children": 1, "percent": 100, "per_10000": 10000, "days": 1, "score": 1, "incidents": 1}
DECIMALS = {"children": 0, "percent": 0, "per_10000": 0, "days": 1, "score": 1, "incidents": 1}
NOT_INDICATORS = {"places", "population"}


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text):
    try:
        return Fraction(text)
    except ValueError:
        return None


def half_up(value, decimals):
    scale = 10**decimals
    return Fraction((2 * value * scale + 1) // 2, scale)


class Cell:
    """The numbers of one published figure, where they are numbers."""

    def __init__(self, text, unit):
        numerator, denominator, figure = (text.split("/") + ["", ""])[:3]
        self.numerator = number(numerator)
        self.denominator = number(denominator)
        self.shown = self.numerator if unit == "children" else number(figure)
        if unit != "children" and not figure and self.numerator is not None and self.denominator:
            self.shown = half_up(self.numerator * PER[unit] / self.denominator, DECIMALS[unit])


def read_figures(path, unit, authorities):
    """release -> year -> authority -> cell."""
    figures = {}
    before = {}
    for row in rows_of(path):
        place, release = row.pop("place"), int(row.pop("release"))
        for year, text in row.items():
            if not text:
                continue
            text = before.get((place, year), "") if text == "=" else text
            before[place, year] = text
            if place in authorities:
                figures.setdefault(release, {}).setdefault(int(year), {})[place] = Cell(text, unit)
    return figures


def read_neighbours():
    """edition -> authority -> neighbours."""
    editions = {}
    for path in BENCHMARKS.glob("neighbours_*.csv"):
        rows = {
            row["old_la_code"]: [code for name, code in row.items() if name != "old_la_code" and code]
            for row in rows_of(path)
        }
        editions[int(path.stem[-4:])] = rows
    return editions


def quartile(values, part):
    """R's quantile of type 7 of sorted values."""
    height = (len(values) - 1) * Fraction(part, 4)
    below = height.numerator // height.denominator
    above = min(below + 1, len(values) - 1)
    return values[below] + (height - below) * (values[above] - values[below])


def band(value, quartiles, polarity):
    first, second, third = quartiles
    letters = "ABCD" if polarity == "low" else "DCBA"
    if value <= first:
        return letters[0]
    if value <= second:
        return letters[1]
    return letters[2] if value <= third else letters[3]


def of_neighbours(cells, unit):
    shown = [cell.shown for cell in cells if cell and cell.shown is not None]
    whole = [cell for cell in cells if cell and cell.numerator is not None and cell.denominator]
    mean = sum(shown, Fraction(0)) / len(shown) if shown else None
    median = Fraction(statistics.median(shown)) if shown else None
    pooled = None
    if whole:
        below = sum(cell.denominator for cell in whole)
        pooled = sum(cell.numerator for cell in whole) * PER[unit] / below
    return mean, median, pooled


def text(value):
    return "" if value is None else str(value)


def expected(indicator, authorities, neighbours):
    unit, polarity = indicator["unit"], indicator["polarity"]
    path = BENCHMARKS / f"{indicator['indicator']}.csv"
    if not path.exists():
        return
    figures = read_figures(path, unit, authorities)
    for year, last in [(year, 0) for year in range(2018, 2026)] + [(2022, 2022)]:
        releases = [release for release in figures if year in figures[release] and (not last or release <= last)]
        if not releases:
            continue
        release = max(releases)
        cells = figures[release][year]
        known = [edition for edition in neighbours if edition <= year]
        lists = neighbours[max(known) if known else min(neighbours)]
        values = sorted(cell.shown for cell in cells.values() if cell.shown is not None)
        quartiles = [quartile(values, part) for part in (1, 2, 3)] if values else []
        for authority in authorities:
            own = cells.get(authority)
            row = [text(value) for value in of_neighbours([cells.get(code) for code in lists.get(authority, [])], unit)]
            if own is None or own.shown is None or polarity == "none":
                row += ["", "", ""]
            else:
                below, up_to = bisect.bisect_left(values, own.shown), bisect.bisect_right(values, own.shown)
                better = len(values) - up_to if polarity == "high" else below
                row += [str(better + 1), str(len(values)), band(own.shown, quartiles, polarity)]
            yield (indicator["indicator"], str(last), str(year), str(release), authority), row


def main():
    listed = subprocess.run([sys.argv[1]], capture_output=True, text=True, check=True).stdout
    catalogue = subprocess.run(
        [sys.argv[2], "catalogue", "--format", "csv"], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    actual = {tuple(row[:5]): row[5:] for row in list(csv.reader(listed.splitlines()))[1:]}
    authorities = [row["place"] for row in rows_of(BENCHMARKS / "places.csv") if row["level"] == "authority"]
    neighbours = read_neighbours()
    compared = 0
    different = []
    for indicator in csv.DictReader(catalogue.splitlines()):
        for key, row in expected(indicator, authorities, neighbours):
            compared += 1
            if actual.pop(key, None) != row:
                different.append((key, row))
    assert not different, (len(different), different[:5])
    assert not actual, (len(actual), list(actual)[:5])
    assert compared > 40000, compared
    print(f"{compared} comparators agree")


if __name__ == "__main__":
    main()
