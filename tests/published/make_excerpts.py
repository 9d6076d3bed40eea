#!/usr/bin/env python3
"""Makes the excerpts in as_downloaded/ that the tests of reading published files read.

    make_excerpts.py PUBLISHED

PUBLISHED holds the original files of a release in a folder named after its year (2022, 2023, 2025). An excerpt
has the lines of the original, byte for byte, for England, one region and two authorities, and the latest year of the
file alone.
"""

import csv
import pathlib
import sys

EXCERPTS = pathlib.Path(__file__).parent / "as_downloaded"
RELEASES = ("2022", "2023", "2025")
AUTHORITIES = {"Derby", "Rutland"}
REGION = "East Midlands"
TOO_LONG = ("national_conviction_health_outcomes_for_cla", "national_cla_2_and_half_years_by_characteristics")


def is_wanted(row, latest):
    if row["time_period"] != latest:
        return False
    if row["geographic_level"] == "Regional":
        return row["region_name"] == REGION
    return row["geographic_level"] == "National" or row["la_name"] in AUTHORITIES


def excerpt(path):
    """The lines of the header and of the rows wanted; no field of these files holds a line end."""
    lines = path.read_bytes().splitlines(keepends=True)
    header, *rows = csv.reader(line.decode("utf-8-sig") for line in lines)
    rows = [dict(zip(header, row)) for row in rows]
    latest = max(row["time_period"] for row in rows)
    return lines[0] + b"".join(line for line, row in zip(lines[1:], rows) if is_wanted(row, latest))


def main():
    published = pathlib.Path(sys.argv[1])
    for release in RELEASES:
        (EXCERPTS / release).mkdir(parents=True, exist_ok=True)
        for path in sorted((published / release).glob("*.csv")):
            if path.stem in TOO_LONG:
                continue
            (EXCERPTS / release / path.name).write_bytes(excerpt(path))


if __name__ == "__main__":
    main()
