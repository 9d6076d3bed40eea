#!/usr/bin/env python3
"""Compares what an example program prints with the CSV of the command line program.

    compare_example.py RETURNS COMMAND_LINE_PROGRAM c PROGRAM
    compare_example.py RETURNS COMMAND_LINE_PROGRAM python PROGRAM LIBRARY
    compare_example.py RETURNS COMMAND_LINE_PROGRAM folders COMMAND...
"""

import csv
import re
import subprocess
import sys
from pathlib import Path

AUTHORITY, AS_AT = "999", "2023-03-31"


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ends with {done.returncode}: {done.stderr}")
    return done.stdout


def by_command_line(program, returns, folders):
    """Per indicator the printed figure, numerator and denominator, and undetermined."""
    said = run(program, "scorecard", *folders, "--as-at", AS_AT, "--authority", AUTHORITY,
               "--population-file", returns / "population.csv", "--postcodes", returns / "postcodes.csv",
               "--format", "csv")
    figures = {}
    for row in csv.DictReader(said.splitlines()):
        of = (row["numerator"], row["denominator"]) if row["denominator"] else None
        figures[row["indicator"]] = (row["value"], of, int(row["undetermined"] or 0))
    return figures


def by_c(program, returns, folders):
    tables = [f"{folder.name}={file}" for folder in folders for file in sorted(folder.glob("*.csv"))]
    return run(program, AS_AT, f"authority={AUTHORITY}", f"population={returns / 'population.csv'}",
               f"postcodes={returns / 'postcodes.csv'}", *tables)


def by_python(program, library, returns, folders):
    return run(sys.executable, "-B", program, *folders, "--as-at", AS_AT, "--authority", AUTHORITY,
               "--population", returns / "population.csv", "--postcodes", returns / "postcodes.csv",
               "--library", library)


def by_folders(*command_returns_folders):
    """As by C, but for folders in place of their files."""
    *command, returns, folders = command_returns_folders
    return run(*command, AS_AT, f"authority={AUTHORITY}", f"population={returns / 'population.csv'}",
               f"postcodes={returns / 'postcodes.csv'}", *(f"{folder.name}={folder}" for folder in folders))


def figures_in(text):
    heading, *lines = text.splitlines()
    if heading != f"Authority {AUTHORITY}":
        sys.exit(f"expected one scorecard, of authority {AUTHORITY}, not: {heading}")
    figures = {}
    for line in lines:
        match = re.fullmatch(r"  (\w+) +(\S+)(?:  (\d+) of (\d+))?(?:  (\d+) undetermined)?", line)
        if match is None:
            sys.exit(f"not a line of a scorecard: {line}")
        of = (match[3], match[4]) if match[3] else None
        figures[match[1]] = (match[2], of, int(match[5] or 0))
    return figures


def main():
    returns, command_line, kind = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    folders = sorted(folder for folder in returns.iterdir() if folder.is_dir())
    example = {"c": by_c, "python": by_python, "folders": by_folders}[kind]
    found = figures_in(example(*sys.argv[4:], returns, folders))
    expected = by_command_line(command_line, returns, folders)
    for indicator in expected.keys() | found.keys():
        if expected.get(indicator) != found.get(indicator):
            print(f"{indicator}: expected {expected.get(indicator)}, found {found.get(indicator)}")
    available = sum(value != "x" for value, _, _ in expected.values())
    print(f"{len(found)} figures, {available} of them available")
    sys.exit(0 if found == expected and available > 40 else 1)


if __name__ == "__main__":
    main()
