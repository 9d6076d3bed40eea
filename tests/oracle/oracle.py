#!/usr/bin/env python3
"""A slow, plain reference of the indicators: prints the scorecard of returns as CSV.

    oracle.py RETURN... [--as-at YYYY-MM-DD] [--trend N] [--population N]
        [--population-file FILE] [--authority CODE] [--postcodes FILE] [--area CODE]
        [--longitudinal] [--by all]

One row an authority, date and indicator: numerator, denominator, undetermined, the
printed value, the bounds when there are undetermined children, and for a mean the sum
of the squares of what its children add."""

import argparse
import csv
import sys
from datetime import date
from fractions import Fraction

from breakdowns import breakdown_lines
from catalogue import CATALOGUE
from child import Child
from dates import Window, minus_months, reporting_year, year_end
from history import History
from reading import Populations, code, day_of, read_postcodes, read_returns, text

COLUMNS = ["authority", "as_at", "indicator", "unit", "numerator", "denominator",
           "undetermined", "value", "low", "high"]
LAST_COLUMN = "squares"
# Which rows are the same row, by table.
SAME_ROW = {
    "Header": lambda row: (),
    "OC2": lambda row: (),
    "OC3": lambda row: (),
    "AD1": lambda row: (),
    "UASC": lambda row: (),
    "Missing": lambda row: (code(row, "MISSING"), day_of(row, "MIS_START")),
    "SWEpisodes": lambda row: (code(row, "SW_ID"), day_of(row, "SW_DECOM")),
}
NO_HISTORY = History([], [])
HIGHEST_SCORE = 40


# ---- printing (section 4) --------------------------------------------------------------

def half_up(value, decimals):
    """Round half away from zero; the digits, and whether they are all 0."""
    scaled = abs(value) * 10 ** decimals + Fraction(1, 2)
    digits = scaled.numerator // scaled.denominator
    sign = "-" if value < 0 and digits else ""
    if decimals == 0:
        return f"{sign}{digits}", digits == 0
    whole, part = divmod(digits, 10 ** decimals)
    return f"{sign}{whole}.{part:0{decimals}d}", digits == 0


def printed(unit, numerator, denominator):
    if unit == "children":
        return str(numerator)
    if denominator == 0:
        return "z"
    factor = {"percent": 100, "per_10000": 10000}.get(unit, 1)
    decimals = 0 if unit in ("percent", "per_10000") else 1
    value = Fraction(numerator * factor, denominator)
    digits, is_zero = half_up(value, decimals)
    return "k" if is_zero and value != 0 else digits


def bounds(indicator, n, d, u):
    """The bounds that the value can take, printed; empty when nothing is undetermined."""
    if u == 0:
        return "", ""
    if indicator.unit == "percent":
        most = 1
    elif indicator.name == "sdq_mean":
        most = HIGHEST_SCORE
    else:
        return "", ""
    return (printed(indicator.unit, n, d + u), printed(indicator.unit, n + most * u, d + u))


# ---- one authority as at one date ------------------------------------------------------

def rows_of_the_year(returns):
    """table -> child -> rows. Where two returns hold the same row the later return
    wins; within one return, the later row."""
    tables = {}
    for table, same in SAME_ROW.items():
        by_child = {}
        for given in returns:
            for row in given.rows(table):
                by_child.setdefault(text(row, "CHILD"), {})[same(row)] = row
        tables[table] = {child: list(rows.values()) for child, rows in by_child.items()}
    return tables


class Scorecard:
    """The tallies of one authority as at one date."""

    def __init__(self, authority, as_at, population, places, area):
        self.window = Window(as_at)
        self.population = population
        self.places = places
        self.area = area
        self.returns = authority.returns_of(self.window)
        if self.returns is None:
            return
        rows = rows_of_the_year(self.returns)

        def child(name):
            return Child(authority.histories.get(name, NO_HISTORY),
                         authority.born.get(name), authority.sex.get(name),
                         {table: by_child[name] for table, by_child in rows.items()
                          if name in by_child},
                         self.window, places, area)

        # The figures count only the children that one of the returns holds.
        in_episodes = set().union(*map(authority.children_in_episodes, self.returns))
        in_leavers = set().union(*(authority.children_in(r, "OC3") for r in self.returns))
        self.children = [child(name) for name in sorted(in_episodes)]
        self.leavers = [child(name) for name in sorted(in_leavers)]

    def is_available(self, indicator):
        if self.returns is None:
            return False
        beside = {"population": self.population is not None,
                  "postcodes": self.places is not None,
                  "area": bool(self.area)}
        return all(beside[what] if what in beside
                   else any(given.gives(what) for given in self.returns)
                   for what in indicator.reads)

    def tally(self, indicator):
        """Numerator, denominator (None for counts), undetermined, squares (None but for
        means)."""
        children = self.leavers if indicator.reads == ("OC3",) else self.children
        if indicator.among is None:
            n = sum(1 for c in children if indicator.counts(c))
            return n, self.population if indicator.unit == "per_10000" else None, 0, None
        n = d = u = squares = 0
        for c in children:
            member = indicator.among(c)
            if member is False:
                continue
            amount = indicator.counts(c) if member else None
            if amount is None:
                u += 1
                continue
            d += 1
            n += int(amount)
            squares += int(amount) ** 2
        return n, d, u, None if indicator.unit == "percent" else squares

    def line(self, indicator):
        """The cells from numerator to high, and the squares."""
        if not self.is_available(indicator):
            return ["", "", "", "x", "", ""], ""
        n, d, u, squares = self.tally(indicator)
        low, high = bounds(indicator, n, d, u)
        cells = [n, "" if d is None else d, u, printed(indicator.unit, n, d), low, high]
        return cells, "" if squares is None else squares


# ---- the program -----------------------------------------------------------------------

def latest_return(authorities):
    """The year of the latest return."""
    years = [year for a in authorities.values() for year in a.returns if a.is_given(year)]
    if not years:
        raise SystemExit("no returns: nothing to print")
    return max(years)


def scorecard_lines(options):
    authorities = read_returns(options.returns, options.authority, options.longitudinal)
    as_at = options.as_at or year_end(latest_return(authorities))
    populations = Populations()
    if options.population_file:
        populations.read(options.population_file)
    places = read_postcodes(options.postcodes) if options.postcodes else None
    dates = sorted(minus_months(as_at, 12 * step) for step in range(options.trend))
    for name in sorted(authorities):
        for day in dates:
            population = populations.of(name, reporting_year(day))
            if day == as_at and options.population is not None:
                population = options.population
            card = Scorecard(authorities[name], day, population, places, options.area or name)
            for indicator in CATALOGUE:
                cells, squares = card.line(indicator)
                yield [name, day.isoformat(), indicator.name, indicator.unit, *cells,
                       *([""] * 2 if options.by else []), squares]
            for line in breakdown_lines(card, printed) if options.by else ():
                yield [name, day.isoformat(), *line, ""]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("returns", nargs="+")
    parser.add_argument("--as-at", type=date.fromisoformat)
    parser.add_argument("--trend", type=int, default=1)
    parser.add_argument("--population", type=int)
    parser.add_argument("--population-file")
    parser.add_argument("--authority", default="")
    parser.add_argument("--postcodes")
    parser.add_argument("--area")
    parser.add_argument("--longitudinal", action="store_true")
    parser.add_argument("--by", choices=["all"])
    options = parser.parse_args()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*COLUMNS, *(["breakdown", "group"] if options.by else []), LAST_COLUMN])
    writer.writerows(scorecard_lines(options))


if __name__ == "__main__":
    main()
