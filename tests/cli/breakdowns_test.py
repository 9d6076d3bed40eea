#!/usr/bin/env python3
"""Checks `indicare scorecard --by` from outside.

    breakdowns_test.py INDICARE
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile

EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,LA
A,01/06/2022,S,C2,N1,U4,PR1,,,,,,,North
B,01/06/2020,S,C2,N1,P1,PR1,,,,,,,North
A,01/06/2021,S,V2,N8,U4,PR1,,,,,,,South
"""


def run(*arguments):
    return subprocess.run([sys.argv[1], *map(str, arguments)],
                          capture_output=True, text=True, encoding="utf-8", check=False)


def rows_of(done):
    return list(csv.DictReader(io.StringIO(done.stdout)))


def main():
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made) / "2023"
        folder.mkdir()
        (folder / "episodes.csv").write_text(EPISODES, encoding="utf-8")

        done = run("scorecard", folder, "--format", "csv", "--together", "England",
                   "--by", "need,placement")
        rows = rows_of(done)
        assert {row["breakdown"] for row in rows} == {"", "need", "placement"}, done
        needs = {(row["authority"], row["group"]): row["numerator"] for row in rows
                 if row["breakdown"] == "need" and row["indicator"] == "looked_after"}
        assert needs["North", "N1. Abuse or neglect"] == "2", needs
        assert needs["South", "N8. Absent parenting"] == "1", needs
        assert needs["England", "N1. Abuse or neglect"] == "2", needs
        assert needs["England", "Not known"] == "0", needs

        plain = rows_of(run("scorecard", folder, "--format", "csv", "--together", "England"))
        assert "breakdown" not in plain[0]
        without = [{key: row[key] for key in plain[0]} for row in rows if not row["breakdown"]]
        assert without == plain, "the figures themselves stay as they are"

        kinds = {row["breakdown"] for row in
                 rows_of(run("scorecard", folder, "--format", "csv", "--by", "all"))}
        assert kinds == {"", "sex", "age", "ethnicity", "legal_status", "need", "placement"}, kinds

        whole = json.loads(run("scorecard", folder, "--format", "json", "--by", "sex").stdout)
        assert [each["title"] for each in whole[0]["breakdowns"]] == ["Gender"] * 3, whole

        text = run("scorecard", folder, "--by", "legal_status").stdout
        assert "Children looked after: Legal status\n  Care orders" in text, text
        assert "Gender" not in text

        refused = run("scorecard", folder, "--by", "height")
        assert refused.returncode == 2 and not refused.stdout, refused
        assert ("--by height: expected sex, age, ethnicity, legal_status, need, placement, or all"
                in refused.stderr), refused.stderr


if __name__ == "__main__":
    main()
