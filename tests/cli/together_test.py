#!/usr/bin/env python3
"""Checks what `indicare scorecard --together` adds, on two made-up authorities.

    together_test.py INDICARE
"""

import csv
import io
import pathlib
import subprocess
import sys
import tempfile

EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,LA
A,01/06/2022,S,C2,N1,U4,PR1,,,,,,,North
B,01/06/2020,S,C2,N1,P1,PR1,,,,,,,North
A,01/06/2021,S,C2,N1,U4,PR1,,,,,,,South
"""


def scorecard(folder, *arguments):
    return subprocess.run([sys.argv[1], "scorecard", folder, *arguments],
                          capture_output=True, text=True, encoding="utf-8", check=False)


def main():
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made) / "2023"
        folder.mkdir()
        (folder / "episodes.csv").write_text(EPISODES, encoding="utf-8")

        done = scorecard(folder, "--format", "csv", "--together", "England")
        rows = {(row["authority"], row["indicator"]): row
                for row in csv.DictReader(io.StringIO(done.stdout))}
        assert list(dict.fromkeys(name for name, _ in rows)) == ["North", "South", "England"], rows
        assert rows["England", "looked_after"]["value"] == "3", rows
        assert rows["England", "in_foster_care"]["numerator"] == "2", rows
        assert rows["England", "in_foster_care"]["value"] == "67", rows
        assert rows["England", "looked_after_rate"]["value"] == "x", rows

        alone = scorecard(folder, "--format", "csv")
        assert done.stdout.startswith(alone.stdout), "the authorities' own scorecards come first"
        assert "England" not in alone.stdout

        refused = scorecard(folder, "--together", "South")
        assert refused.returncode == 2 and not refused.stdout, refused
        assert "--together South is the name of an authority" in refused.stderr, refused.stderr


if __name__ == "__main__":
    main()
