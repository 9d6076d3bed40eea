#!/usr/bin/env python3
"""Checks that docs/reconcile.md shows what `indicare reconcile` says of the bundled returns, and how it refuses.

    reconcile_test.py INDICARE
"""

import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).parents[2]
RETURNS = [f"examples/returns/{year}" for year in range(2019, 2024)]
PUBLISHED = ["--published", *sorted(str(path) for path in (SOURCE / "examples/published").glob("*.csv"))]


def reconcile(*arguments):
    return subprocess.run(
        [sys.argv[1], "reconcile", *arguments], cwd=SOURCE, capture_output=True, text=True, encoding="utf-8", check=False
    )


def expect_refusal(reason, *arguments):
    done = reconcile(*arguments)
    assert done.returncode == 2, (arguments, done.returncode)
    assert reason in done.stderr, (reason, done.stderr)
    assert not done.stdout, done.stdout


def main():
    done = reconcile(*RETURNS, "--authority", "999", "--population-file", "examples/returns/population.csv", *PUBLISHED)
    assert done.returncode == 0, done.stderr
    shown = "".join(f"    {line}\n" if line else "\n" for line in done.stdout.splitlines())
    page = (SOURCE / "docs/reconcile.md").read_text(encoding="utf-8")
    assert shown in page, "docs/reconcile.md shows something else than:\n" + shown

    by_name = reconcile(*RETURNS, "--authority", "Thornmere", *PUBLISHED)
    assert by_name.returncode == 0 and by_name.stdout.startswith("Thornmere, as at 31 March 2023"), by_name
    csv = reconcile(*RETURNS, "--authority", "999", "--format", "csv", *PUBLISHED)
    assert csv.stdout.startswith("authority,as_at,indicator,"), csv.stdout
    assert "no population given for 2023" in csv.stdout, csv.stdout

    year = RETURNS[-1]
    expect_refusal("DfE publishes figures for years that end on 31 March", year, "--authority", "999", "--as-at", "2023-03-30", *PUBLISHED)
    expect_refusal("no figures of an authority 998", year, "--authority", "998", *PUBLISHED)
    expect_refusal("no figures of 999 for 2022", RETURNS[-2], "--authority", "999", *PUBLISHED)
    expect_refusal("whose figures is not said", year, *PUBLISHED)
    expect_refusal("no published figure could be read", year, "--authority", "999", "--published", "no such file.csv")
    expect_refusal("cannot be read", year, "--authority", "999", "--mapping", "no such file.csv", *PUBLISHED)
    expect_refusal("cannot be read as populations", year, "--authority", "999", "--vintages", "no such file.csv", *PUBLISHED)


if __name__ == "__main__":
    main()
