#!/usr/bin/env python3
"""Follows the changes of the case-management example.

    case_management_test.py PROGRAM FOLDER [SQLITE EXTENSION]

What is printed is as it was worked out by hand; the figures at the end are those of a new session that
reads the changed database, and, where SQLite and the extension are there, those that it gives.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import databases

program, folder = sys.argv[1], Path(sys.argv[2])
HERE = Path(__file__).resolve().parent


def run(database, changes):
    done = subprocess.run([program, database, changes, "2023-03-31", "three_or_more_placements"],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def check_extension(path, scorecard):
    sqlite, extension = sys.argv[3:5]
    database = databases.sqlite3.connect(path)
    databases.insert(database, "indicare_settings", ["name", "value"],
                     [["longitudinal", "1"], ["authority", "999"]])
    database.commit()
    database.close()
    figures = databases.Query(sqlite, extension, path).rows(
        "SELECT * FROM indicare_scorecard('2023-03-31') WHERE printed <> 'x'")
    found = ["Scorecard"]
    for row in figures:
        of = "" if row["denominator"] is None else f" ({row['numerator']} of {row['denominator']})"
        found.append(f"  {row['indicator']}: {row['printed']}{of}")
    assert found == scorecard.splitlines(), found


with tempfile.TemporaryDirectory() as place:
    path = Path(place, "cases.db")
    database = databases.sqlite3.connect(path)
    for script in ["schema.sql", "records.sql"]:
        database.executescript((folder / script).read_text(encoding="utf-8"))
    database.close()
    nothing = Path(place, "nothing.sql")
    nothing.write_text("-- nothing happens\n", encoding="utf-8")

    followed = run(path, folder / "changes.sql")
    expected = (HERE / "live_scorecard.txt").read_text(encoding="utf-8")
    if followed != expected:
        sys.exit(f"expected:\n{expected}\nfound:\n{followed}")
    anew = run(path, nothing)
    assert re.match(r"Scorecard\n", anew) and followed.endswith("\n" + anew), anew
    if len(sys.argv) > 4:
        check_extension(path, anew)
