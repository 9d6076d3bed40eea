#!/usr/bin/env python3
"""Checks `indicare chart` from outside: on made-up returns, and on the bundled ones against the lines
of a chart worked out here.

    chart_test.py INDICARE RETURNS_FOLDER
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction

HEADER = ("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
          "URN,LA\n")
program, bundled = sys.argv[1:3]
YEARS = [f"{bundled}/{year}" for year in range(2019, 2024)]


def run(*arguments, status=0):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True,
                          encoding="utf-8", check=False)
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return done


def rows(*arguments):
    return list(csv.DictReader(io.StringIO(run("chart", *arguments, "--format", "csv").stdout)))


def one_place(value):
    tenths = abs(value) * 10
    whole = (2 * tenths.numerator + tenths.denominator) // (2 * tenths.denominator)
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // 10}.{whole % 10}"


def check_lines(of_indicator):
    """Mean, limits and points outside them, from the values alone."""
    values = [int(row["value"]) for row in of_indicator]
    mean = Fraction(sum(values), len(values))
    moving = Fraction(sum(abs(a - b) for a, b in zip(values, values[1:])), len(values) - 1)
    lower, upper = (mean + sign * Fraction(266, 100) * moving for sign in (-1, 1))
    for row, value in zip(of_indicator, values):
        assert row["mean"] == one_place(mean), row
        assert row["lower"] == one_place(max(lower, Fraction(0))), row
        assert row["upper"] == one_place(upper), row
        outside = value < lower or value > upper
        assert ("outside_limits" in row["rules"].split(";")) == outside, row


def check_bundled():
    everything = rows(*YEARS, "--authority", "999")
    for indicator in ("started", "ceased"):
        months = [row for row in everything if row["indicator"] == indicator]
        assert len(months) == 60 and {row["authority"] for row in months} == {"999"}
        assert months[0]["period_start"] == "2018-04-01", months[0]
        assert months[-1]["period_start"] == "2023-03-01", months[-1]
        check_lines(months)
        assert rows(*YEARS, "--authority", "999", "--indicator", indicator) == months
        assert rows(*YEARS, "--authority", "999", "--indicator", indicator,
                    "--threads", 2) == months

        quarters = rows(*YEARS, "--authority", "999", "--indicator", indicator,
                        "--every", "quarter")
        assert len(quarters) == 20
        check_lines(quarters)

        # Who starts twice in a year counts twice only where each time counts.
        each_time = rows(*YEARS, "--authority", "999", "--indicator", indicator,
                         "--policy", "starts_and_ceases=periods")
        figures = csv.DictReader(io.StringIO(run(
            "scorecard", *YEARS, "--authority", "999", "--trend", 5, "--format", "csv",
            "--policy", "starts_and_ceases=periods").stdout))
        for figure in figures:
            if figure["indicator"] == indicator:
                year = int(figure["as_at"][:4])
                of_year = [int(row["value"]) for row in each_time
                           if f"{year - 1}-04" <= row["period_start"] < f"{year}-04"]
                assert len(of_year) == 12 and sum(of_year) == int(figure["numerator"]), figure

    text = run("chart", *YEARS, "--authority", "999", "--indicator", "started").stdout
    assert text.startswith("Started to be looked after, by the month, 999\n"
                           "In 60 months to March 2023 between "), text
    assert "\nMarch 2023 " in text

    charts = json.loads(run("chart", *YEARS, "--authority", "999", "--format", "json").stdout)
    assert [chart["indicator"] for chart in charts] == ["started", "ceased"]
    for chart in charts:
        values = [point["value"] for point in chart["points"]]
        assert Fraction(chart["mean_exact"]) == Fraction(sum(values), len(values))
        marked = {(point["period_start"], rule["rule"], rule["side"])
                  for point in chart["points"] for rule in point["rules"]}
        assert marked == {(start, signal["rule"], signal["side"])
                          for signal in chart["signals"] for start in signal["period_starts"]}


def check_made_up(folder):
    for year in (2020, 2022, 2023):
        made = folder / str(year)
        made.mkdir()
        (made / "episodes.csv").write_text(
            HEADER + f"A{year},30/04/{year - 1},S,C2,N1,U4,PR1,01/05/{year - 1},E4A,,,,,North\n"
            f"B{year},01/05/{year - 1},S,C2,N1,U4,PR1,31/03/{year},E4A,,,,,North\n", encoding="utf-8")
    years = [folder / str(year) for year in (2020, 2022, 2023)]
    started = {row["period_start"]: row for row in rows(*years, "--indicator", "started")}
    assert len(started) == 24 and min(started) == "2021-04-01", started
    assert {start for start, row in started.items() if row["value"] != "0"} == {
        "2021-04-01", "2021-05-01", "2022-04-01", "2022-05-01"}, started
    ceased = {row["period_start"]: row for row in rows(*years, "--indicator", "ceased")}
    assert {start for start, row in ceased.items() if row["value"] != "0"} == {
        "2021-05-01", "2022-03-01", "2022-05-01", "2023-03-01"}, ceased
    assert "The return of 2021 (April 2020 to March 2021) was not given" in run(
        "chart", *years).stdout

    few = rows(*years, "--since", "2022-06-15", "--as-at", "2023-02-10", "--indicator", "ceased")
    assert [row["period_start"][:7] for row in few] == [
        "2022-07", "2022-08", "2022-09", "2022-10", "2022-11", "2022-12", "2023-01"], few
    assert all(row["mean"] == row["lower"] == row["upper"] == row["rules"] == "" for row in few)
    assert ("No chart: 7 months are held wholly and without a gap by the returns given; a chart "
            "needs at least 12.") in run("chart", *years, "--since", "2022-06-15", "--as-at",
                                         "2023-02-10").stdout

    written = folder / "chart.json"
    assert run("chart", *years, "--format", "json", "--output", written).stdout == ""
    assert len(json.loads(written.read_text(encoding="utf-8"))) == 2

    extract = ["chart", folder / "2023", "--longitudinal"]
    assert "give --since and --as-at" in run(*extract, status=2).stderr
    assert "give --since and --as-at" in run(*extract, "--as-at", "2023-03-31", status=2).stderr
    assert "April 2022  " in run(*extract, "--since", "2022-04-01",
                                 "--as-at", "2023-03-31").stdout


def check_what_is_refused(folder):
    for arguments, words in [
        (["--every", "week"], "--every"),
        (["--indicator", "looked_after"], "--indicator"),
        (["--since", "31/02/2022"], "--since 31/02/2022 is not a day"),
    ]:
        done = run("chart", folder / "2023", *arguments, status=2)
        assert words in done.stderr and not done.stdout, (arguments, done.stderr, done.stdout)


check_bundled()
with tempfile.TemporaryDirectory() as made_up:
    check_made_up(pathlib.Path(made_up))
    check_what_is_refused(pathlib.Path(made_up))
