#!/usr/bin/env python3
"""Checks `indicare compare`, from outside: as published, of a scorecard, of returns, and how it refuses.

    compare_test.py INDICARE
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).parents[2]

OWN = """authority,as_at,indicator,numerator,denominator
831,2023-03-31,looked_after_rate,620,59411
831,2023-03-31,adopted,37,229
831,2022-03-31,adopted,34,246
"""


def compare(*arguments):
    return subprocess.run(
        [sys.argv[1], "compare", *arguments], cwd=SOURCE, capture_output=True, text=True, encoding="utf-8", check=False
    )


def rows_of(*arguments, status=0):
    done = compare(*arguments, "--format", "csv")
    assert done.returncode == status, (arguments, done.returncode, done.stderr)
    return {(row["indicator"], row["benchmark"]): row for row in csv.DictReader(done.stdout.splitlines())}


def expect(row, **values):
    shown = {name: row[name] for name in values}
    assert shown == values, shown


def expect_refusal(reason, *arguments):
    done = compare(*arguments)
    assert done.returncode == 2 and not done.stdout, (arguments, done)
    assert reason in done.stderr, (reason, done.stderr)


def check_as_published():
    rows = rows_of("--authority", "E06000015", "--year", "2023")
    expect(rows["looked_after_rate", "england"], value="104", before_value="107", benchmark_value="70", answer="higher")
    expect(rows["adopted", "neighbours_mean"], neighbours_edition="2021", benchmark_year="2023")
    expect(rows["looked_after", ""], value="620", answer="")
    latest = json.loads(compare("--authority", "Derby", "--format", "json").stdout)
    assert latest["year"] == 2025 and latest["authority"]["old_code"] == "831", latest["authority"]
    table = compare("--authority", "831", "--year", "2023").stdout
    assert table.startswith("Derby (831), year to 31 March 2023\n"), table
    assert "\nAreas for development\n" in table, table
    assert "!! by far more (99.8%)" in table and "These are all the children and no sample" in table, table
    figures = {figure["indicator"]: figure for figure in latest["figures"]}
    assert figures["looked_after"]["no_limits_because"] == "a number of children is of no whole"
    assert [caution["kind"] for caution in latest["cautions"]] == [
        "census", "siblings", "population", "nation", "same_people", "many"]
    comparisons = [each for figure in latest["figures"] for each in figure["comparisons"]]
    tested = sum(each["significance"]["answer"] != "cannot be told" for each in comparisons)
    changes = sum(figure.get("change_significance", {}).get("answer", "cannot be told") != "cannot be told"
                  for figure in latest["figures"])
    assert latest["cautions"][-1]["text"].startswith(f"{tested + changes} comparisons are tested"), latest["cautions"]


def check_scorecard(folder):
    own = folder / "own.csv"
    own.write_text(OWN, encoding="utf-8")
    rows = rows_of("--authority", "Derby", "--scorecard", str(own), "--release", "2022")
    expect(rows["adopted", "england"], value="16", before_value="14", benchmark_year="2022", answer="better",
           caveats="years_differ")
    expect(rows["looked_after_rate", "region"], benchmark_value="65", before_value="")
    assert rows["adopted", "england"]["direction"] == "better"
    # 37 of 229 by Wilson; less 34 of 246 by Newcombe; 620 of 59,411 by the exact Poisson limits.
    expect(rows["adopted", "england"], lower_95="12.0", upper_95="21.5", limits_method="wilson",
           change_lower_95="-4.1", change_upper_95="8.8", change_method="newcombe", change_significance="similar")
    expect(rows["looked_after_rate", "england"], lower_95="96.3", upper_95="112.9", limits_method="poisson",
           significance="much higher", change_lower_95="", change_significance="")
    earlier = rows_of("--authority", "Derby", "--scorecard", str(own), "--year", "2022")
    expect(earlier["adopted", "england"], value="14", before_value="")
    expect_refusal("no figures of Derby as at a 31 March of 2021", "--authority", "831", "--scorecard", str(own),
                   "--year", "2021")
    expect_refusal("no figures of Leeds", "--authority", "Leeds", "--scorecard", str(own))
    own.write_text(OWN + "831,2023-03-31,adopters,37,229\n", encoding="utf-8")
    rows_of("--authority", "Derby", "--scorecard", str(own), status=1)


def check_returns():
    rows = rows_of("examples/returns/2022", "examples/returns/2023", "--authority", "831")
    # The population is the bundled one.
    expect(rows["looked_after_rate", "england"], denominator="59376", release="0", benchmark_year="2023")


def main():
    check_as_published()
    with tempfile.TemporaryDirectory() as folder:
        check_scorecard(pathlib.Path(folder))
    check_returns()
    expect_refusal("whose figures is not said")
    expect_refusal("no figures are published of an authority 999", "--authority", "999")
    expect_refusal("cannot be read as a scorecard", "--authority", "831", "--scorecard", "nowhere.csv")
    expect_refusal("nowhere cannot be read", "--authority", "831", "--benchmarks", "nowhere")
    expect_refusal("not both", "examples/returns/2023", "--authority", "831", "--scorecard", "own.csv")


if __name__ == "__main__":
    main()
