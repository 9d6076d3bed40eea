"""Explains every indicator on the bundled returns and holds the rows against the scorecard.

Usage: explain_test.py PROGRAM RETURNS_FOLDER
"""

import csv
import io
import pathlib
import subprocess
import sys
import tempfile

program, returns = sys.argv[1:3]
YEARS = [f"{returns}/{year}" for year in range(2019, 2024)]
WITH = ["--authority", "999", "--population-file", f"{returns}/population.csv",
        "--postcodes", f"{returns}/postcodes.csv"]


def run(*arguments, status=0):
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return done


def rows(*arguments):
    return list(csv.DictReader(io.StringIO(run(*arguments, "--format", "csv").stdout)))


def check_that_rows_add_up():
    for figure in rows("scorecard", *YEARS, *WITH):
        children = rows("explain", *YEARS, *WITH, "--indicator", figure["indicator"])
        counted = [row for row in children if row["membership"] == "numerator"]
        among = [row for row in children if row["membership"] in ("numerator", "denominator")]
        undetermined = [row for row in children if row["membership"] == "undetermined"]
        assert int(figure["numerator"]) == sum(int(row["amount"]) for row in counted), figure
        assert int(figure["undetermined"]) == len(undetermined), figure
        if figure["unit"] in ("percent", "days", "score", "incidents"):
            assert int(figure["denominator"]) == len(among), figure
        assert all(row["reason"] and row["authority"] == "999" for row in children)


def check_what_is_refused():
    for arguments, words in [
        ([], "expected --indicator ID, --child ID or both"),
        (["--indicator", "nothing"], "there is no indicator nothing"),
        (["--child", "nobody"], "no return given holds a child nobody"),
        (["--child", "nobody", "--target", "7"], "--target and --since need --indicator ID"),
        (["--indicator", "adopted", "--target", "many"], "--target many is not a number"),
        (["--indicator", "adopted", "--since", "31/02/2022"], "--since 31/02/2022 is not a day"),
        (["--indicator", "adopted", "--since", "2012-03-31"],
         "not all returns of both years were given by 999"),
    ]:
        done = run("explain", *YEARS, *WITH, *arguments, status=2)
        assert words in done.stderr and not done.stdout, (arguments, done.stderr, done.stdout)


def check_one_child():
    child = rows("explain", *YEARS, *WITH, "--indicator", "adopted")[0]["child"]
    only = rows("explain", *YEARS, *WITH, "--indicator", "adopted", "--child", child)
    assert [row["child"] for row in only] == [child]
    life = rows("explain", *YEARS, *WITH, "--child", child)
    assert len(life) == 67 and {row["child"] for row in life} == {child}
    hidden = run("explain", *YEARS, *WITH, "--child", child, "--anonymous").stdout
    assert child not in hidden


def check_that_no_child_is_named():
    with tempfile.TemporaryDirectory() as folder:
        year = pathlib.Path(folder, "2023")
        year.mkdir()
        (year / "episodes.csv").write_text("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                                           "SECRET1,01/06/2022,S,C2,U4,31/02/2023,\n"
                                           "SECRET2,ragged\n", encoding="utf-8")
        arguments = ["explain", str(year), "--indicator", "looked_after"]
        named = run(*arguments, status=1)
        assert "SECRET1" in named.stdout and "SECRET1" in named.stderr and "SECRET2" in named.stderr
        hidden = run(*arguments, "--anonymous", status=1)
        assert "SECRET" not in hidden.stdout + hidden.stderr
        assert "date_malformed 1" in hidden.stderr and "row_ragged 1" in hidden.stderr


check_that_rows_add_up()
check_that_no_child_is_named()
check_what_is_refused()
check_one_child()
