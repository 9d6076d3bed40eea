"""The report from the command line: breakdowns add up to the indicators of their year in every form,
and files for Explore Education Statistics keep its rules.

    forms_test.py PROGRAM RETURNS [workbook]

The bundled returns are of a council that does not exist; for the test they bear Derby's code."""

import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

from ees_rules import broken_rules

PROGRAM, RETURNS = sys.argv[1:3]
WRITES_WORKBOOKS = "workbook" in sys.argv[3:]
FOLDERS = [os.path.join(RETURNS, str(year)) for year in range(2019, 2024)]


def run(*options):
    return subprocess.run([PROGRAM, "report", *options, "--authority", "831"],
                          capture_output=True, text=True, check=False)


def report(form, *options):
    done = run(*FOLDERS, "--by", "all", "--format", form, *options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def check_json():
    told = json.loads(report("json"))
    figures = {figure["indicator"]: figure for figure in told["figures"]}
    seen = set()
    for each in told["breakdowns"]:
        seen.add((each["year"], each["indicator"], each["by"]))
        assert sum(group["number"] for group in each["groups"]) == each["total"], each
        if each["year"] == 2023:
            of_figure = figures[each["indicator"]]["own"]["numerator"]
            assert each["total"] == of_figure, (each["indicator"], each["total"], of_figure)
    assert len(seen) == 5 * 3 * 6, len(seen)
    months = {each["indicator"]: each for each in told["months"]}
    assert sorted(months) == ["ceased", "started"], months.keys()
    for indicator, each in months.items():
        assert len(each["points"]) == 60 and "mean_exact" in each, each
        of_year = sum(point["value"] for point in each["points"][-12:])
        assert of_year >= figures[indicator]["own"]["numerator"], (indicator, of_year)
    assert "breakdowns" not in json.loads(run(*FOLDERS, "--format", "json").stdout)
    return told


def check_markdown(told):
    text = report("md")
    assert "Who the children are" in text
    assert "## Month by month" in text and "A control chart. In 60 months to March 2023" in text
    assert "## What chance could do" in text
    one = next(each for each in told["breakdowns"]
               if (each["year"], each["indicator"], each["by"]) == (2023, "looked_after", "sex"))
    for group in one["groups"]:
        row = next(line for line in text.splitlines() if line.startswith(f"| {group['label']} |"))
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert cells[-1] == f"{group['number']:,}", row
        assert cells[-2] == group["percent"] + ("%" if group["percent"].isdigit() else ""), row
    assert "Who the children are" not in run(*FOLDERS, "--format", "md").stdout


def check_page():
    text = report("html")
    assert 'id="breakdowns"' in text
    assert 'data-chart="months-started"' in text and 'data-chart="months-ceased"' in text
    assert len(re.findall(r"<caption>(?:Children looked after|Started to be looked after in the year|"
                          r"Ceased to be looked after in the year): [^<:(]*</caption>", text)) == 18


def check_workbook():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.xlsx")
        report("xlsx", "--output", path)
        with zipfile.ZipFile(path) as book:
            sheets = book.read("xl/workbook.xml").decode()
            for name in ("Who the children are", "Month by month", "Limits and chance"):
                assert f'name="{name}"' in sheets, name


def check_files():
    """What the command line writes keeps the rules of Explore Education Statistics."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "report.csv")
        done = run("--year", "2023", "--format", "csv", "--output", path)
        assert done.returncode == 0, done.stderr
        texts = []
        for name in ("report.csv", "report.meta.csv"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                texts.append(file.read())
    assert broken_rules("report.csv", texts[0], "report.meta.csv", texts[1]) == []


def check_year_of_rank():
    """A rank among figures of another year says so; one of the figure's own year does not."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "own.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("authority,as_at,indicator,numerator,denominator\n"
                       "831,2027-03-31,three_or_more_placements,60,600\n")
        text = run("--scorecard", path, "--format", "md").stdout
    rank = re.compile(r"^\| Three or more placements in the year \|.*\| (\d+ of \d+, [A-D][^|]*) \|$",
                      re.MULTILINE)
    assert re.fullmatch(r".* \(20\d\d\)", rank.search(text)[1]), text
    own_year = run("--year", "2023", "--format", "md").stdout
    assert rank.search(own_year)[1] == "124 of 148, D", own_year


def check_refusals():
    done = run("--by", "sex")
    assert done.returncode == 2 and "expected folders of returns" in done.stderr, done.stderr
    done = run(*FOLDERS, "--by", "height")
    assert done.returncode == 2 and "legal_status" in done.stderr, done.stderr
    done = run("--year", "1990")
    assert done.returncode == 2 and "1990" in done.stderr and "2025" in done.stderr, done.stderr
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "junk.csv"), "w", encoding="utf-8") as file:
            file.write("time_period,geographic_level,nobody_knows\n2023,National,1\n")
        done = run("--year", "2023", "--format", "md", "--benchmarks", folder)
        assert "junk.csv" in done.stderr and "nobody_knows" in done.stderr, done.stderr
        if WRITES_WORKBOOKS:
            path = os.path.join(folder, "no such folder", "report.xlsx")
            done = run("--format", "xlsx", "--output", path)
            assert done.returncode == 2, done.returncode
            assert done.stderr == f"indicare: {path}: cannot be written: its folder is not there\n", done.stderr
    for form in ("xlsx", "csv"):
        done = run("--format", form)
        assert done.returncode == 2 and "--output" in done.stderr, done.stderr


TOLD = check_json()
check_markdown(TOLD)
check_page()
check_files()
check_year_of_rank()
check_refusals()
if WRITES_WORKBOOKS:
    check_workbook()
print("Breakdowns add up in every form of the report.")
