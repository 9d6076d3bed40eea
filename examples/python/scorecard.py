#!/usr/bin/env python3
"""Computes the scorecard of annual returns.

    scorecard.py returns/2022 returns/2023 --authority 999 --population population.csv

A folder named by its year is the return of that year; its CSV files are its tables.
"""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

import indicare


def default_library():
    suffix = {"darwin": "libindicare.dylib", "win32": "indicare.dll"}.get(sys.platform, "libindicare.so")
    built = Path(__file__).resolve().parents[2] / "build" / "lib" / suffix
    return os.environ.get("INDICARE_LIBRARY") or (built if built.exists() else None)


def arguments_given():
    parser = argparse.ArgumentParser(description="Computes the scorecard of annual returns.")
    parser.add_argument("folders", nargs="+", type=Path, help="folders of CSV files, named by their years")
    parser.add_argument("--as-at", type=date.fromisoformat, help="YYYY-MM-DD; else 31 March of the latest return")
    parser.add_argument("--authority", default="", help="whose returns they are, where there is no LA column")
    parser.add_argument("--population", type=Path, help="CSV authority,year,population")
    parser.add_argument("--postcodes", type=Path, help="CSV postcode,easting,northing,la")
    parser.add_argument("--library", default=default_library(), help="the shared library")
    return parser.parse_args()


def print_scorecard(session, authority):
    print(f"Authority {authority}")
    for figure in session.results(authority):
        line = f"  {figure.indicator:<34} {figure.printed:>6}"
        if figure.denominator is not None:
            line += f"  {figure.numerator} of {figure.denominator}"
        if figure.undetermined:
            line += f"  {figure.undetermined} undetermined"
        print(line)


def main():
    given = arguments_given()
    years = {folder: int(folder.resolve().name) for folder in given.folders}
    with indicare.Session(given.library, authority=given.authority) as session:
        if given.postcodes:
            session.give_postcodes(given.postcodes)
        for folder, year in years.items():
            for file, table in session.read_folder(folder, year).items():
                if table is None:
                    print(f"{folder / file}: not a table of the return", file=sys.stderr)
        if given.population:
            session.give_populations(given.population)
        session.compute(given.as_at or date(max(years.values()), 3, 31))
        for finding in session.findings():
            if finding.severity == "error":
                print(finding.text, file=sys.stderr)
        for authority in session.authorities():
            print_scorecard(session, authority)


if __name__ == "__main__":
    try:
        main()
    except (indicare.IndicareError, OSError, ValueError) as error:
        sys.exit(f"scorecard.py: {error}")
