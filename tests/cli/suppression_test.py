"""What is hidden is nowhere in what is written: two scorecards that differ in hidden numbers alone give the same bytes in every form of
`indicare disclose`; and reports of a scorecard in which numbers are hidden show nothing of them, in no part of a workbook.

Usage: suppression_test.py PROGRAM RETURNS_FOLDER [workbook]
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

program, returns = sys.argv[1:3]
has_workbook = "workbook" in sys.argv[3:]

# Placements of which a few children are in each, as indicators and as groups of the breakdown.
FROM = ("in_other_residential", "6. Total other residential settings")
TO = ("in_residential_school", "7. Total residential schools")


def run(folder, *arguments, statuses=(0,)):
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, check=False)
    assert done.returncode in statuses, (arguments, done.returncode, done.stderr)
    return done.stdout, done.stderr


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def is_of(row, names):
    indicator, group = names
    return row["indicator"] == indicator or (row["indicator"], row["group"]) == ("looked_after", group)


def with_one_moved(text):
    """The same scorecard, but for one child who is in the other of the two placements."""
    rows = rows_of(text)
    moved = 0
    for row in rows:
        change = -1 if is_of(row, FROM) else 1 if is_of(row, TO) else 0
        if change:
            moved += 1
            number, whole = int(row["numerator"]) + change, int(row["denominator"])
            assert 1 <= number <= 5, row
            percentage = (200 * number + whole) // (2 * whole)
            row.update(numerator=str(number), value=str(percentage) if percentage else "k")
            row.update(dict.fromkeys(("lower_95", "upper_95"), "99.9"))
    assert moved == 4
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def check_that_nothing_depends_on_what_is_hidden(folders):
    for form in ("csv", "text", "json"):
        told = [run(folder, "disclose", "own.csv", "--format", form) for folder in folders]
        assert told[0] == told[1], form
        assert told[0][0], form
    for folder in folders:
        run(folder, "disclose", "own.csv", "--format", "csv", "--output", "safe.csv")
        assert sorted(each.name for each in folder.iterdir()) == ["own.csv", "safe.csv"]
    proofs = [run(folder, "disclose", "--prove", "safe.csv", "--format", "json") for folder in folders]
    assert proofs[0] == proofs[1]


def hidden_indicators(folder):
    rows = rows_of((folder / "safe.csv").read_text(encoding="utf-8"))
    hidden = {row["indicator"] for row in rows if row["value"] == "c" and not row["breakdown"]}
    assert {FROM[0], TO[0]} <= hidden
    return hidden


def numbers_of_figures(folder, scorecard):
    report, _ = run(folder, "report", "--scorecard", scorecard, "--authority", "831", "--format", "json", statuses=(0, 1))
    return {figure["indicator"]: figure["own"].get("numerator") for figure in json.loads(report)["figures"]}


def check_reports(folder):
    hidden = hidden_indicators(folder)
    shown = numbers_of_figures(folder, "own.csv")
    kept = numbers_of_figures(folder, "safe.csv")
    for indicator, number in shown.items():
        assert kept[indicator] == (None if indicator in hidden else number), (indicator, number, kept[indicator])
    assert sum(shown[indicator] is not None for indicator in hidden) > 3
    for form in ("html", "md", "csv"):
        _, said = run(folder, "report", "--scorecard", "safe.csv", "--authority", "831", "--format", form, "-o", f"report.{form}",
                      statuses=(1,))
        for line in said.decode().splitlines():
            assert not line.startswith("error") or '"c"' in line, line


def check_workbook(folder):
    run(folder, "report", "--scorecard", "safe.csv", "--authority", "831", "--format", "xlsx", "-o", "report.xlsx", statuses=(1,))
    with zipfile.ZipFile(folder / "report.xlsx") as parts:
        text = {name: parts.read(name).decode("utf-8") for name in parts.namelist()}
    for name in text:
        assert re.fullmatch(r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/(workbook|styles|sharedStrings|theme/theme1)\.xml|"
                            r"xl/_rels/workbook\.xml\.rels|xl/metadata\.xml|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels|"
                            r"xl/drawings/drawing\d+\.xml|xl/drawings/_rels/drawing\d+\.xml\.rels|xl/charts/chart\d+\.xml|"
                            r"xl/tables/table\d+\.xml", name), f"{name}: what is it for?"
    assert "hidden" not in text["xl/workbook.xml"]
    for name, part in text.items():
        if name.startswith("xl/worksheets/sheet"):
            assert 'hidden="1"' not in part and "veryHidden" not in part, name
            assert "<f>" not in part, (name, "a formula keeps the value that it had")
    for name in re.findall(r'<definedName name="([^"]*)"', text["xl/workbook.xml"]):
        assert name.startswith("_xlnm."), name
    for part in ("docProps/app.xml", "docProps/core.xml"):
        assert not re.search(r"999|831|in_other", text[part]), text[part]


with tempfile.TemporaryDirectory() as place:
    FOLDERS = [pathlib.Path(place, name) for name in ("one", "other")]
    years = [str(path.resolve()) for path in sorted(pathlib.Path(returns).glob("20*"))]
    options = ["--authority", "831", "--population-file", str(pathlib.Path(returns, "population.csv").resolve()),
               "--postcodes", str(pathlib.Path(returns, "postcodes.csv").resolve()), "--by", "all", "--limits", "--format", "csv"]
    whole = run(place, "scorecard", *years, *options)[0].decode()
    for folder, card in zip(FOLDERS, (whole, with_one_moved(whole))):
        folder.mkdir()
        (folder / "own.csv").write_text(card, encoding="utf-8")
    assert (FOLDERS[0] / "own.csv").read_text() != (FOLDERS[1] / "own.csv").read_text()
    check_that_nothing_depends_on_what_is_hidden(FOLDERS)
    check_reports(FOLDERS[0])
    if has_workbook:
        check_workbook(FOLDERS[0])
