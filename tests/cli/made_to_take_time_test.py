#!/usr/bin/env python3
"""Checks that input that was made to take long does not: texts that collide, one child with all the rows, claims of many
terms, labels that all shorten to one name. Each command has a limit of processor time that it would exceed if it took
time with the square of what it reads.

    made_to_take_time_test.py INDICARE [--tenth]

With --tenth there is a tenth of everything: for sanitizers, which take ten times as long.
"""

import csv
import datetime
import io
import pathlib
import resource
import subprocess
import sys
import tempfile

COLUMNS = b"CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
SECONDS = 30  # of a core: twenty times what is needed
PART = 10 if "--tenth" in sys.argv else 1


def run(*arguments, statuses=(0, 1)):
    done = subprocess.run([sys.argv[1], *map(str, arguments)], capture_output=True, check=False,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)))
    assert done.returncode in statuses, (arguments, done.returncode, done.stderr[-500:])
    return done.stdout.decode("utf-8", "replace")


def numerator(scorecard, indicator):
    return next(row for row in csv.DictReader(io.StringIO(scorecard)) if row["indicator"] == indicator)["numerator"]


def texts_that_collide():
    """Texts of two words of which the second undoes what the first makes of the hash of care::Texts."""
    number = 0
    while True:
        first = b"%08d" % number
        number += 1
        mixed = (0x9E3779B97F4A7C15 ^ int.from_bytes(first, sys.byteorder)) * 0xBF58476D1CE4E5B9 % 2**64
        text = first + (mixed ^ mixed >> 32).to_bytes(8, sys.byteorder)
        if not set(text) & set(b'",\r\n\0 \t'):
            yield text


def make_return(folder, name, rows):
    (folder / name).mkdir()
    (folder / name / "episodes.csv").write_bytes(COLUMNS + b"".join(rows))
    return folder / name


def check_identifiers(folder):
    texts = texts_that_collide()
    made = make_return(folder, "2022-23", (next(texts) + b",01/06/2022,S,C2,N1,U4,PR1,,,,,,\n" for _ in range(150_000 // PART)))
    assert numerator(run("scorecard", made, "--format", "csv"), "looked_after") == str(150_000 // PART)


def check_one_child(folder):
    """Each of its episodes overlaps the next."""
    def rows():
        day = datetime.date(2019, 4, 1) - datetime.timedelta(18_000 // PART)
        for _ in range(18_000 // PART):
            yield f"A,{day},P,C2,N1,U4,PR1,{day + datetime.timedelta(2)},X1,,,,\n".encode()
            day += datetime.timedelta(1)

    made = make_return(folder, "2019-20", rows())
    assert "episodes_overlap" in run("check", made, "--format", "csv")


def check_claims(folder):
    """A sum of half of the unknowns and one of those between them."""
    claims = folder / "many.claims"
    names = [f"a{number}" for number in range(150_000 // PART)]
    claims.write_text(f"total = {' + '.join(names)}\n{' + '.join(names[::2])} = {' + '.join(names[1::2])}\n",
                      encoding="utf-8")
    run("audit", claims, "--time", "2", statuses=(0, 2))


def check_labels(folder):
    """They differ only behind what of them goes into names."""
    place = "2023,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,831,Derby,E06000015"
    published = folder / "labels.csv"
    published.write_text(
        "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,"
        "la_name,new_la_code,label,number\n" + "".join(f"{place},{'x' * 70} {n},1\n" for n in range(20_000 // PART)),
        encoding="utf-8")
    run("audit", published, "--time", "2", statuses=(0, 2))


def main():
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        check_identifiers(folder)
        check_one_child(folder)
        check_claims(folder)
        check_labels(folder)


if __name__ == "__main__":
    main()
