#!/usr/bin/env python3
"""Loads the bundled returns into a database, asks it in SQL, and compares with the command line program.

    sqlite_test.py SQLITE EXTENSION COMMAND_LINE_PROGRAM RETURNS
"""

import csv
import subprocess
import sys
import tempfile
from fractions import Fraction
from operator import itemgetter
from pathlib import Path

import databases

sqlite, extension, command_line, returns = sys.argv[1:5]
FOLDERS = sorted(folder for folder in Path(returns).iterdir() if folder.is_dir())
AS_AT = "2023-03-31"
PER = {"percent": 100, "per_10000": 10000}


def by_command_line(command, *more, as_at=AS_AT):
    done = subprocess.run(
        [command_line, command, *FOLDERS, "--as-at", as_at, "--authority", "999", "--population-file",
         f"{returns}/population.csv", "--postcodes", f"{returns}/postcodes.csv", "--format", "csv", *more],
        capture_output=True, text=True, check=True)
    return list(csv.DictReader(done.stdout.splitlines()))


def whole(path):
    """All that the command line is given."""
    database = databases.of_returns(path, FOLDERS)
    for list_, table in [("postcodes", "Postcodes"), ("population", "Populations")]:
        databases.insert(database, table, *databases.rows_of(f"{returns}/{list_}.csv"))
    databases.insert(database, "indicare_settings", ["name", "value"], [["authority", "999"]])
    database.commit()
    database.close()
    return databases.Query(sqlite, extension, path)


def number(text):
    return int(text) if text else None


def check_scorecard(query, as_at):
    found = query.rows(f"SELECT * FROM indicare_scorecard('{as_at}')")
    expected = by_command_line("scorecard", as_at=as_at)
    assert [row["indicator"] for row in found] == [row["indicator"] for row in expected]
    for ours, theirs in zip(found, expected):
        if ours["indicator"] == "three_or_more_social_workers" and as_at != AS_AT:
            # There is a table, with rows of 2023 alone; the folder of 2022 has no such file.
            assert (ours["printed"], theirs["value"]) == ("z", "x"), (ours, theirs)
            continue
        assert (ours["authority"], ours["unit"], ours["printed"]) == \
               (theirs["authority"], theirs["unit"], theirs["value"]), (ours, theirs)
        for name in ["numerator", "denominator", "undetermined"]:
            assert ours[name] == number(theirs[name]), (ours, theirs)
        assert (ours["reason"] is None) == (ours["printed"] != "x"), ours
        assert ours["title"], ours
        exact = None
        if ours["printed"] not in ("x", "z"):
            exact = str(Fraction(ours["numerator"] * PER.get(ours["unit"], 1), ours["denominator"] or 1))
        assert ours["exact"] == exact, ours
    assert sum(row["printed"] != "x" for row in found) > 40


def check_children(query):
    for indicator in ["long_term_stability", "adopted", "missing_incidents", "days_in_care"]:
        found = query.rows(f"SELECT * FROM indicare_children('{AS_AT}', '{indicator}')")
        expected = [row for row in by_command_line("explain", "--indicator", indicator)
                    if row["membership"] != "outside"]
        key = itemgetter("child", "membership", "reason")
        assert sorted(map(key, found)) == sorted(map(key, expected)), indicator
        figure, = query.rows(f"SELECT * FROM indicare_scorecard('{AS_AT}') "
                             f"WHERE indicator = '{indicator}'")
        assert sum(row["amount"] for row in found) == figure["numerator"]
        assert {row["authority"] for row in found} == {"999"}


def check_that_queries_compose(query):
    """The functions are tables like others."""
    sql = ("WITH day(as_at) AS (VALUES ('2022-03-31'), ('2023-03-31')) SELECT day.as_at, printed "
           "FROM day JOIN indicare_scorecard(day.as_at) WHERE indicator = 'looked_after' ORDER BY 1")
    each = [by_command_line("scorecard", as_at=day)[0]["value"] for day in ("2022-03-31", AS_AT)]
    assert [row["printed"] for row in query.rows(sql)] == each
    child, = query.rows(f"SELECT count(*) AS n FROM indicare_children('{AS_AT}', 'looked_after') "
                        "JOIN (SELECT * FROM Header WHERE YEAR = '2023') AS header "
                        "ON header.CHILD = indicare_children.child")
    assert child["n"] == int(each[1])


def check_what_is_refused(query):
    for sql, words in [
        ("indicare_scorecard", "indicare_scorecard: expected the arguments (as_at)"),
        ("indicare_children('2023-03-31')", "indicare_children: expected the arguments (as_at, indicator)"),
        ("indicare_scorecard('31/03/2023')", "expected as_at as 2023-03-31, not '31/03/2023'"),
        ("indicare_scorecard(NULL)", "expected as_at as 2023-03-31, not NULL"),
        ("indicare_scorecard('2023-02-29')", "INDICARE_INVALID_ARGUMENT"),
        ("indicare_children('2023-03-31', 'nothing')", "there is no indicator 'nothing'"),
    ]:
        assert words in query.error(f"SELECT * FROM {sql}"), (sql, query.error(f"SELECT * FROM {sql}"))


def small(path, script):
    database = databases.sqlite3.connect(path)
    database.executescript(script)
    database.close()
    return databases.Query(sqlite, extension, path)


VENDOR = """
    CREATE TABLE spell (CHILD, DECOM, RNE, LS, PLACE, DEC, REC);
    INSERT INTO spell VALUES ('A', '2022-06-01', 'S', 'C2', 'U4', NULL, NULL),
        ('B', '2022-07-01', 'S', 'C2', 'U4', '2023-02-01', 'E4A'), ('C', '2023-01-15', 'S', 'V2', 'K2', '', ''),
        ('D', '2023-01-32', 'S', 'V2', 'K2', '', '');
    CREATE TABLE indicare_settings (name, value);
    INSERT INTO indicare_settings VALUES ('Episodes', 'spell');
"""


def check_settings(folder):
    """A table by another name, without YEAR, with a row that cannot be used; options."""
    path = folder / "vendor.db"
    query = small(path, VENDOR)
    figures = {row["indicator"]: row for row in query.rows(f"SELECT * FROM indicare_scorecard('{AS_AT}')")}
    assert [figures[name]["numerator"] for name in ("looked_after", "started", "ceased")] == [2, 3, 1]
    assert figures["looked_after"]["authority"] is None
    assert figures["returned_home"]["exact"] == "100"
    finding, = query.rows(f"SELECT * FROM indicare_findings('{AS_AT}') WHERE child = 'D'")
    assert (finding["severity"], finding["file"], finding["line"], finding["column"], finding["value"]) == \
           ("error", "spell", 5, "DECOM", "2023-01-32"), finding

    small(path, "INSERT INTO indicare_settings VALUES ('authority', 'Thornmere'), ('children', 'numbered')")
    children = query.rows(f"SELECT * FROM indicare_children('{AS_AT}', 'looked_after')")
    assert len(children) == 2 and all(row["authority"] == "Thornmere" for row in children)
    assert not {row["child"] for row in children} & {"A", "B", "C"}

    small(path, "INSERT INTO indicare_settings VALUES ('UASC', 'nowhere')")
    assert "UASC is to be read from nowhere" in query.error(f"SELECT * FROM indicare_scorecard('{AS_AT}')")
    small(path, "UPDATE indicare_settings SET name = 'colour' WHERE name = 'UASC'")
    assert "INDICARE_NOT_FOUND" in query.error(f"SELECT * FROM indicare_scorecard('{AS_AT}')")


def check_what_is_not_there(folder):
    """No table at all; and one that is none of the return, of which findings tell."""
    query = small(folder / "empty.db", "CREATE TABLE other (a)")
    assert "no table was read" in query.error(f"SELECT * FROM indicare_scorecard('{AS_AT}')")
    query = small(folder / "strange.db", "CREATE TABLE Episodes (a); INSERT INTO Episodes VALUES (1)")
    assert query.rows(f"SELECT * FROM indicare_scorecard('{AS_AT}')") == []
    codes = {row["code"] for row in query.rows(f"SELECT code FROM indicare_findings('{AS_AT}')")}
    assert "table_not_recognised" in codes
    query = small(folder / "broken.db", "CREATE VIEW Episodes AS SELECT * FROM nowhere")
    assert "nowhere" in query.error(f"SELECT * FROM indicare_scorecard('{AS_AT}')")


with tempfile.TemporaryDirectory() as name:
    place = Path(name)
    check_settings(place)
    check_what_is_not_there(place)
    everything = whole(place / "returns.db")
    version, = everything.rows("SELECT indicare_version() AS version")
    assert version["version"].count(".") == 2
    for day in [AS_AT, "2022-03-31"]:
        check_scorecard(everything, day)
    check_children(everything)
    check_that_queries_compose(everything)
    check_what_is_refused(everything)
