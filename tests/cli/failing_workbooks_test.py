#!/usr/bin/env python3
"""Checks what `indicare report` leaves when memory runs out for libxlsxwriter while it writes a workbook.

    failing_workbooks_test.py INDICARE LIBRARY [--every N] [--one]

LIBRARY is made of failing_allocations.c, which lets allocations of libxlsxwriter's fail: all from the first on, all
from the N-th after it on, and so on, one run for each. A run ends with status 2, a reason and no workbook; or
libxlsxwriter, which goes on without looking, ends the process, and there is no workbook either; or all that it needed
was there before, and the workbook is the one that there would be with more memory.

With --one only one allocation fails in each run. Then libxlsxwriter also writes workbooks that lack something and says
nothing: these are counted.
"""

import argparse
import collections
import os
import pathlib
import subprocess
import tempfile
import zipfile

RETURNS = pathlib.Path(__file__).parents[2] / "examples/returns"


def run(asked, place, first=0, last=0):
    """Writes a report into a workbook; of libxlsxwriter's allocations those from `first` to `last` fail."""
    surroundings = os.environ | {
        "LD_PRELOAD": asked.library, "INDICARE_FAILING_FROM": str(first),
        "INDICARE_FAILING_TO": str(last),
        "INDICARE_ALLOCATIONS_FILE": str(place.with_name("allocations"))}
    command = [asked.indicare, "report", RETURNS / "2023", "--authority", "330", "--format", "xlsx",
               "--output", place]
    return subprocess.run(command, env=surroundings, capture_output=True, encoding="utf-8",
                          check=False)


def parts(workbook):
    """What a workbook is made of, by name."""
    with zipfile.ZipFile(workbook) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def outcome(done, place, whole):
    """How a run ended; fails where that is none of the ways it may."""
    is_said = "\nindicare: " in done.stderr
    if done.returncode < 0:
        assert not place.exists(), done
        return "ended by libxlsxwriter"
    if done.returncode == 2:
        assert is_said and not place.exists(), done
        return "refused"
    assert done.returncode == 0 and not is_said, done
    return "whole" if parts(place) == whole else "lacks something"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("indicare")
    parser.add_argument("library")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--one", action="store_true")
    asked = parser.parse_args()
    outcomes = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder) / "report.xlsx"
        done = run(asked, place)
        assert done.returncode == 0, done
        whole = parts(place)
        count = int(place.with_name("allocations").read_text(encoding="ascii"))
        assert count > 1000, f"libxlsxwriter asked for memory {count} times"
        for first in range(1, count + 1, asked.every):
            for left in pathlib.Path(folder).iterdir():
                left.unlink()
            done = run(asked, place, first, first if asked.one else count)
            outcomes[outcome(done, place, whole)] += 1
    print(f"of {count} allocations {outcomes.total()} failed:", dict(outcomes))
    assert outcomes["refused"] > 0, outcomes
    assert asked.one or outcomes["lacks something"] == 0, outcomes


if __name__ == "__main__":
    main()
