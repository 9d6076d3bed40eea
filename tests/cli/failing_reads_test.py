#!/usr/bin/env python3
"""Checks what `indicare` does when a file fails while it is read, as on a damaged disk.

    failing_reads_test.py INDICARE LIBRARY [--xml]

LIBRARY is made of failing_reads.c, which lets reads fail. --xml: it reads returns in XML.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).parents[2]
RETURNS = SOURCE / "examples/returns"
PUBLISHED = SOURCE / "examples/published"

# What a command is told that is no file.
NO_FILES = {"--area", "--as-at", "--authority", "--by", "--child", "--format", "--indicator",
            "--output", "--policy", "--rule", "--since", "--target", "--together"}


def run(*arguments, failing="", after=0, text=None):
    """Runs it; of the failing file nothing can be read beyond its first bytes."""
    surroundings = os.environ | {
        "LD_PRELOAD": sys.argv[2], "INDICARE_FAILING_FILE": str(failing),
        "INDICARE_FAILING_AFTER": str(after),
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
    return subprocess.run([sys.argv[1], *map(str, arguments)], env=surroundings, stdin=text,
                          capture_output=True, encoding="utf-8", check=False)


def commands(made):
    """Every command that reads files, with every kind of file that it reads."""
    folder, scorecard, claims = made / "2023", made / "scorecard.csv", made / "report.claims"
    lists = ("--authority", "330", "--population-file", RETURNS / "population.csv",
             "--postcodes", RETURNS / "postcodes.csv")
    published = sorted(PUBLISHED.glob("*.csv"))
    return [
        ("scorecard", RETURNS / "2023", *lists),
        ("explain", folder, "--indicator", "looked_after", *lists),
        ("chart", folder, *lists),
        ("reconcile", folder, "--authority", "999", *lists[2:], "--published", *published,
         "--mapping", SOURCE / "lib/published_mapping.csv", "--vintages", made / "vintage.csv"),
        ("report", folder, *lists, "--benchmarks", PUBLISHED),
        ("report", "--authority", "330", "--scorecard", scorecard),
        ("check", folder, *lists),
        ("compare", folder, *lists, "--benchmarks", PUBLISHED),
        ("compare", "--authority", "330", "--scorecard", scorecard),
        ("benchmarks", "--published", PUBLISHED),
        ("audit", claims, made / "claims.json", scorecard, *published),
        ("audit", "--text", made / "report.md"),
        ("disclose", scorecard, "--also", made / "last.csv", published[0]),
        ("disclose", claims),
        ("disclose", "--prove", made / "hidden.csv", "--also", made / "last.csv"),
    ]


def files_of(command):
    """The files that a command reads."""
    files = []
    for each in command:
        if isinstance(each, pathlib.Path):
            files += sorted(each.glob("*.csv")) if each.is_dir() else [each]
    return files


def check_nothing_is_forgotten(made):
    """All commands are tried but those that read no files, and all that they can be told."""
    told = {}
    for name, *arguments in commands(made):
        told.setdefault(name, set()).update(each for each in arguments if isinstance(each, str))
    helped = re.findall(r"^  (\w+)  ", run("--help").stdout.partition("Subcommands:")[2], re.M)
    assert set(helped) == {*told, "catalogue", "figure", "limits"}, helped
    for name, words in told.items():
        options = set(re.findall(r"(--[a-z-]+) TEXT(?!:)", run(name, "--help").stdout))
        assert options - words <= NO_FILES, (name, options - words - NO_FILES)


def written(made, command, **failing):
    """What a command said, and the names of what it wrote."""
    folder = made / "written"
    folder.mkdir()
    done = run(*command, "--output", folder if command[0] == "benchmarks" else folder / "output",
               **failing)
    names = [each.name for each in folder.iterdir()]
    shutil.rmtree(folder)
    return done, names


def check_file_that_fails(made, command, file, after):
    done, names = written(made, command, failing=file, after=after)
    assert done.returncode == 2 and not done.stdout, (command, file, after, done)
    assert not names, (command, file, after, names)
    assert any(file.name in line and "cannot be read" in line for line in done.stderr.split("\n")), \
        (command, file, after, done.stderr)


def check_files_that_fail(made):
    for command in commands(made):
        done, names = written(made, command)
        assert done.returncode in (0, 1) and names, (command, done)
        for file in files_of(command):
            check_file_that_fails(made, command, file, file.stat().st_size // 2)
            if file.parent.name != "2023":
                check_file_that_fails(made, command, file, 0)


def check_table_not_given(made):
    """A table of which nothing can be read is one that was not given."""
    for table in sorted((RETURNS / "2023").glob("*.csv")):
        others = made / "others" / "2023"
        shutil.copytree(RETURNS / "2023", others, ignore=lambda *_, left_out=table: [left_out.name])
        scorecard = ("--as-at", "2023-03-31", "--format", "csv")
        given = run("scorecard", others, *scorecard)
        done = run("scorecard", RETURNS / "2023", *scorecard, failing=table)
        assert given.returncode == 0 and done.returncode == 1, (table, given, done)
        assert done.stdout == given.stdout, table
        assert f"{table.name}: the file cannot be read\n" in done.stderr, (table, done.stderr)
        shutil.rmtree(others.parent)


def check_parts(made):
    """A file that several threads read fails in the part of any of them."""
    file = made / "large" / "2023" / "episodes.csv"
    file.parent.mkdir(parents=True)
    header, row = (made / "2023" / "episodes.csv").read_text(encoding="utf-8").splitlines()[:2]
    file.write_text("\n".join([header, *[row.replace("A0", f"B{n}") for n in range(100_000)]]),
                    encoding="utf-8")
    size = file.stat().st_size
    assert size > 3 << 20, "it is read in parts"
    for threads in (1, 3):
        command = ("scorecard", file.parent, "--threads", threads)
        for after in (100, size // 2, size - 1):
            check_file_that_fails(made, command, file, after)


def check_xml(made):
    file = made / "2019" / "return.xml"
    file.parent.mkdir()
    shutil.copy(SOURCE / "tests/data/xml/fake_903.xml", file)
    done = run("scorecard", file)
    assert done.returncode in (0, 1) and done.stdout, done
    check_file_that_fails(made, ("scorecard", file), file, 0)
    check_file_that_fails(made, ("scorecard", file), file, file.stat().st_size // 2)

    # The return after it is read as if it had not been there.
    alone = run("scorecard", made / "2023", "--format", "csv")
    done = run("scorecard", file.parent, made / "2023", "--format", "csv", failing=file)
    assert done.returncode == 1 and done.stdout == alone.stdout, done


def check_standard_input(made):
    """Rows that could be read are answered, and it is said that there may be more."""
    rows = made / "rows.csv"
    for command, row, answer in (("figure", "1,3,100,2\n", "33.33\n"),
                                 ("limits", "wilson,0,0,100,2,95\n", "z,z\n")):
        rows.write_text(2 * row, encoding="utf-8")
        for after, answers in ((0, ""), (len(row), answer), (2 * len(row) - 1, answer)):
            with open(rows, encoding="utf-8") as text:
                done = run(command, failing=rows, after=after, text=text)
            assert done.returncode == 2 and done.stdout == answers, (command, after, done)
            assert "standard input cannot be read" in done.stderr, (command, after, done)


def make_inputs(made):
    (made / "2023").mkdir()
    rows = [f"A{n},01/06/2022,S,C2,N1,U4,PR1,,,,,,\n" for n in range(30)]
    (made / "2023" / "episodes.csv").write_text(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
        "PL_POST,URN\n" + "".join(rows), encoding="utf-8")
    shutil.copy(RETURNS / "population.csv", made / "vintage.csv")
    (made / "report.claims").write_text("stock = 620\nothers = 10\n", encoding="utf-8")
    (made / "claims.json").write_text('{"claims": [{"claim": "stock = 620", "confirmed": true}]}',
                                      encoding="utf-8")
    (made / "report.md").write_text("620 children were looked after.\n", encoding="utf-8")
    for command, source, target in (
            ("scorecard", ("2023", "--format", "csv", "--authority", "330"), "scorecard.csv"),
            ("scorecard", ("2023", "--format", "csv", "--authority", "330"), "last.csv"),
            ("disclose", ("scorecard.csv", "--format", "csv"), "hidden.csv")):
        done = run(command, made / source[0], *source[1:], "--output", made / target)
        assert done.returncode == 0, done


def main():
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder)
        make_inputs(made)
        check_nothing_is_forgotten(made)
        check_files_that_fail(made)
        check_table_not_given(made)
        check_parts(made)
        if "--xml" in sys.argv:
            check_xml(made)
        check_standard_input(made)


if __name__ == "__main__":
    main()
