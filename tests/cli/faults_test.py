#!/usr/bin/env python3
"""Checks what `indicare` does when disks are full, pipes break and files are monstrous.

    faults_test.py INDICARE [--whole] [--workbook] [--any-memory] [--few]

With --whole the files are as large as `docs/reliability.md` says (gigabytes, minutes); else small
ones of the same shape. Memory is limited by the system, so that a command that needs more fails,
but with --any-memory (sanitizers reserve more than there is). --workbook: it writes workbooks. --few: one
form of each command that cannot write, for sanitizers, which take ten times as long.
"""

import csv
import dataclasses
import functools
import io
import itertools
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

WHOLE = "--whole" in sys.argv
FEW = "--few" in sys.argv
SCALE = 100 if WHOLE else 1
MEMORY = resource.RLIM_INFINITY if "--any-memory" in sys.argv else 768 << 20

HEADER = ("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
          "HOME_POST,PL_POST,URN\n")
ROW = "A{},01/06/2022,S,C2,N1,U4,PR1,,,,,,\n"
CHILDREN = 30
PUBLISHED = pathlib.Path(__file__).parents[2] / "examples/published"
CLAIMS = "stock = 620\nstock per 10000 population = 104\n"


def run(*arguments, stdout=subprocess.PIPE, file_bytes=None, text=""):
    def limit():
        # A write beyond the limit gives an error, as on a full disk.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        if file_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    return subprocess.run([sys.argv[1], *map(str, arguments)], input=text, stdout=stdout,
                          stderr=subprocess.PIPE, text=True, encoding="utf-8",
                          errors="replace", check=False, preexec_fn=limit)


def make_return(folder, rows):
    folder.mkdir()
    with open(folder / "episodes.csv", "w", encoding="utf-8") as out:
        out.write(HEADER)
        out.writelines(rows)
    return folder


def figure(done, indicator):
    return next(row for row in csv.DictReader(io.StringIO(done.stdout))
                if row["indicator"] == indicator)["numerator"]


@dataclasses.dataclass
class Form:
    """One form of a command: what it is given, and what it writes."""
    arguments: tuple
    output: str = "out" # named as --output, in a folder; "" is the folder, None where there is none
    is_text: bool = True # also for standard output
    text: str = ""       # that it is given on standard input
    is_first: bool = False # of its command, with that output


@functools.cache
def commands():
    """The names of all commands."""
    names = re.findall(r"^  (\w+)  ", run("--help").stdout.partition("Subcommands:")[2], re.M)
    assert len(names) > 5, names
    return names


@functools.cache
def formats_of(command):
    found = re.search(r"--format TEXT:\{(.*?)\}", run(command, "--help").stdout)
    return found.group(1).split(",") if found else []


def in_each_format(command, *arguments, but=()):
    for form in formats_of(command):
        if form in but:
            continue
        output = {("report", "csv"): "out.csv", ("report", "xlsx"): "out.xlsx"}.get((command, form))
        yield Form((command, *arguments, "--format", form), output or "out", output is None)


def forms(made):
    """Every command that writes, in all its forms."""
    folder, claims = made / "2023", made / "report.claims"
    scorecard, hidden = made / "scorecard.csv", made / "hidden.csv"
    published = sorted(PUBLISHED.glob("*.csv"))
    looked_after = ("--indicator", "looked_after")
    return [
        *in_each_format("scorecard", folder),
        *in_each_format("explain", folder, *looked_after),
        *in_each_format("explain", folder, *looked_after, "--anonymous"),
        *in_each_format("explain", folder, *looked_after, "--target", CHILDREN + 1),
        *in_each_format("explain", folder, "--child", "A1"),
        *in_each_format("explain", made / "2022", folder, *looked_after, "--since", "2022-03-31"),
        *in_each_format("chart", folder),
        *in_each_format("catalogue"),
        Form(("catalogue", "--breakdowns")),
        *in_each_format("reconcile", folder, "--authority", "999", "--published", *published),
        *in_each_format("report", folder, "--authority", "330",
                        but=() if "--workbook" in sys.argv else ("xlsx",)),
        Form(("figure",), None, text="1,3,100,2\n"),
        Form(("limits",), None, text="wilson,1,3,100,2,95\n"),
        *in_each_format("check", folder, but=("markdown",)),
        *in_each_format("check", "--list"),
        *in_each_format("compare", folder, "--authority", "330"),
        Form(("benchmarks", "--published", PUBLISHED), "", False),
        *in_each_format("audit", claims),
        Form(("audit", "--text", made / "report.md")),
        *in_each_format("disclose", scorecard),
        *in_each_format("disclose", "--prove", hidden),
    ]


def contents(folder):
    """What lies in a folder: the bytes of files, and nothing for folders."""
    return {each.name: each.read_bytes() if each.is_file() else None for each in folder.iterdir()}


def lay(folder, files):
    for each in folder.iterdir():
        each.unlink()
    for name, text in files.items():
        (folder / name).write_bytes(text)


TOO_LARGE = "so large a file is not permitted"


def check_files_that_fail(form, made):
    """None of the files that a form writes is half there, and none without the others."""
    folder = made / "outputs"
    folder.mkdir()

    def expect_failure(before, why, place=folder / form.output, file_bytes=None):
        done = run(*form.arguments, "--output", place, file_bytes=file_bytes)
        assert done.returncode == 2 and not done.stdout, (form, file_bytes, done)
        told = done.stderr.partition(f"indicare: {place.with_suffix('')}")[2]
        whose = form.output == "out.xlsx" and file_bytes is not None  # libxlsxwriter's words then
        assert f"cannot be written: {why}" in told or (whose and told), (form, done)
        assert contents(folder) == before, (form, file_bytes, "what was before stays")

    done = run(*form.arguments, "--output", folder / form.output)
    assert done.returncode in (0, 1) and not done.stdout, (form, done)
    whole = contents(folder)
    assert whole and all(whole.values()), (form, list(whole))

    before = {name: b"before" for name in whole}
    almost = {len(text) - 1 for text in whole.values()}
    for file_bytes in {0, *almost} if form.is_first else {max(almost)}:
        lay(folder, before)
        expect_failure(before, TOO_LARGE, file_bytes=file_bytes)
    if form.is_first:
        lay(folder, {})
        expect_failure({}, TOO_LARGE, file_bytes=max(almost))
        expect_failure({}, "its folder is not there", made / "no folder" / form.output)
        for name in whole:
            lay(folder, {each: b"before" for each in whole if each != name})
            (folder / name).mkdir()
            expect_failure(before | {name: None}, "it is a folder")
            (folder / name).rmdir()
    lay(folder, {})
    folder.rmdir()
    return whole


def check_standard_output_that_fails(form, whole):
    done = run(*form.arguments, text=form.text)
    assert done.returncode in (0, 1) and done.stdout, (form, done)
    for text in whole.values():
        assert done.stdout.encode() == text, form
    if whole and form.is_first:
        assert run(*form.arguments, "-o", "-").stdout == done.stdout, form
        assert not pathlib.Path("-").exists(), form

    reading, writing = os.pipe()
    os.close(reading)
    with open("/dev/full", "w", encoding="utf-8") as full:
        for output in (full, writing) if form.is_first else (full,):
            done = run(*form.arguments, stdout=output, text=form.text)
            assert done.returncode == 2, (form, done)
            assert "standard output cannot be written" in done.stderr, (form, done)
    os.close(writing)


def check_outputs_that_fail(made):
    """Nothing is said to be done that is not, and no half of a file is left, whatever is asked."""
    met = set()
    with open("/dev/full", "w", encoding="utf-8") as full:
        for question in (("--help",), ("--version",), ("scorecard", "--help")):
            done = run(*question, stdout=full)
            assert done.returncode == 2 and "cannot be written" in done.stderr, (question, done)
    for form in forms(made):
        kind = (form.arguments[0], form.output)
        form.is_first = WHOLE or kind not in met
        met.add(kind)
        if FEW and not form.is_first:
            continue
        whole = {} if form.output is None else check_files_that_fail(form, made)
        if form.is_text:
            check_standard_output_that_fails(form, whole)
    assert {command for command, _ in met} == set(commands()), "a command is not tried"


def check_unreadable(made):
    """What cannot be read: its own memory, at whose begin there is none, and a folder."""
    folder = made / "2023"
    scorecard = made / "scorecard.csv"
    for bad in ("/proc/self/mem", made):
        for command in (("scorecard", folder, "--population-file", bad),
                        ("scorecard", folder, "--postcodes", bad),
                        ("compare", "--authority", "831", "--scorecard", bad),
                        ("report", "--authority", "831", "--scorecard", bad),
                        ("reconcile", folder, "--authority", "831", "--published", bad),
                        ("audit", bad), ("audit", "--text", bad),
                        ("disclose", bad), ("disclose", scorecard, "--also", bad)):
            done = run(*command)
            assert done.returncode == 2 and "read" in done.stderr, (command, done)
    unreadable = made / "unreadable"
    unreadable.mkdir()
    (unreadable / "episodes.csv").symlink_to("/proc/self/mem")
    done = run("scorecard", unreadable)
    assert done.returncode == 2 and "file_unreadable 1" in done.stderr, done
    (unreadable / "episodes.csv").unlink()
    os.mkfifo(unreadable / "episodes.csv") # into which nobody writes
    done = run("scorecard", unreadable)
    assert done.returncode == 2 and "file_unreadable 1" in done.stderr, done


def check_places(made):
    """A file is written in its own place and nowhere else, and is as open to others as before."""
    folder = made / "places"
    folder.mkdir()
    target, victim, part = folder / "out.csv", folder / "victim", folder / "out.csv.part"
    command = ("scorecard", made / "2023", "--format", "csv", "--output", target)
    text = run(*command[:-2]).stdout

    def written(there=()):
        done = run(*command)
        assert done.returncode == 0, done.stderr
        assert {each.name for each in folder.iterdir()} == {"out.csv", *there}, list(folder.iterdir())
        assert target.read_text(encoding="utf-8") == text

    written()
    target.chmod(0o600)
    written()
    assert target.stat().st_mode & 0o777 == 0o600
    victim.write_text("mine", encoding="utf-8")
    part.symlink_to(victim)
    written(("victim", "out.csv.part"))
    assert victim.read_text(encoding="utf-8") == "mine" and not target.is_symlink()
    part.unlink()
    part.write_text("mine", encoding="utf-8")
    written(("victim", "out.csv.part"))
    assert part.read_text(encoding="utf-8") == "mine"
    part.unlink()

    for there in (True, False):
        target.unlink()
        if not there:
            victim.unlink()
        target.symlink_to("victim")
        written(("victim",))
        assert target.is_symlink() and victim.read_text(encoding="utf-8") == text, there

    target.unlink()
    os.mkfifo(target)
    with subprocess.Popen([sys.argv[1], *map(str, command)], stderr=subprocess.DEVNULL) as running:
        assert target.read_text(encoding="utf-8") == text and running.wait() == 0
    assert target.is_fifo()

    # A pipe that nobody reads is waited for, and the waiting can be interrupted.
    with subprocess.Popen([sys.argv[1], *map(str, command)], stderr=subprocess.DEVNULL) as running:
        time.sleep(1)
        assert running.poll() is None
        running.terminate()
        assert running.wait(10) == -signal.SIGTERM
    assert target.is_fifo()

    done = run(*command[:-1], "/dev/full")
    assert done.returncode == 2, done
    assert done.stderr.endswith("\nindicare: /dev/full cannot be written: the disk is full\n"), done

    # Of two files that belong together none takes its place without the other.
    data, meta = folder / "data.csv", folder / "data.meta.csv"
    data.write_text("before", encoding="utf-8")
    meta.mkdir()
    report = ("report", made / "2023", "--authority", "330", "--format")
    done = run(*report, "csv", "--output", data)
    assert done.returncode == 2 and "data.meta.csv cannot be written: it is a folder" in done.stderr, done
    assert data.read_text(encoding="utf-8") == "before"
    for form in ("csv", "xlsx"):
        done = run(*report, form, "-o", "-")
        assert done.returncode == 2 and "expected --output PATH" in done.stderr, done


def check_no_core(made):
    """Nothing of what it reads can be left in a core file."""
    waiting = made / "waiting"
    os.mkfifo(waiting)
    with subprocess.Popen([sys.argv[1], "audit", str(waiting)], stderr=subprocess.DEVNULL) as running:
        # It can be opened for writing as soon as the program opens it for reading.
        end = time.monotonic() + 60
        writer = None
        while writer is None and time.monotonic() < end:
            try:
                writer = os.open(waiting, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:
                time.sleep(0.01)
        try:
            assert writer is not None, "it never opened what it was to read"
            if (limits := pathlib.Path(f"/proc/{running.pid}/limits")).exists():
                core = next(line for line in limits.read_text().splitlines() if "core file" in line)
                assert core.split()[4:6] == ["0", "0"], core
        finally:
            running.kill()
            if writer is not None:
                os.close(writer)


def check_interruption(made):
    """Killed while it writes, it leaves the file as it was, or whole; interrupted, nothing else."""
    bad = ("B,99/99/2022,S,C2,N1,U4,PR1,,,,,,\n" for _ in range(10_000))
    folder = make_return(made / "interrupted", itertools.chain([ROW.format(1)], bad))
    target = made / "found" / "findings.json"
    target.parent.mkdir()
    command = [sys.argv[1], "check", str(folder), "--format", "json", "--output", str(target)]
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode == 1, done
    whole = target.read_bytes()
    met = 0
    ends = (signal.SIGKILL, signal.SIGTERM, signal.SIGKILL, signal.SIGINT, signal.SIGKILL, signal.SIGHUP)
    for turn in range(20 * (10 if WHOLE else 1)):
        target.write_bytes(b"before")
        with subprocess.Popen(command, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as running:
            while running.poll() is None and not (parts := list(target.parent.glob("*.part"))):
                time.sleep(0)
            running.send_signal(ends[turn % len(ends)])
            running.wait()
        met += len(parts)
        assert target.read_bytes() in (b"before", whole), turn
        left = list(target.parent.glob("*.part"))
        assert turn % 2 == 0 or not left, left
        for each in left:
            each.unlink()
    assert met > 0, "it was never met while it wrote"


def check_changing_file(made):
    """A return that is cut, or grows, while it is read: what was there is read, and counted."""
    folder = make_return(made / "changing", (ROW.format(n) for n in range(200_000)))
    file = folder / "episodes.csv"
    size = file.stat().st_size
    staying = file.read_bytes()[:size // 2].count(b"\n") - 1
    for end, most in ((size // 2, 200_000), (2 * size, staying)):
        with subprocess.Popen([sys.argv[1], "scorecard", str(folder), "--as-at", "2023-03-31",
                               "--format", "csv", "--threads", "2"], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as running:
            os.truncate(file, end)
            out, told = running.communicate()
        assert running.returncode in (0, 1), told
        read = int(next(row for row in csv.DictReader(io.StringIO(out))
                        if row["indicator"] == "looked_after")["numerator"])
        # What stays of a file that is cut is read, and of one that grows what was there.
        assert staying <= read <= most, (end, read, told)


def check_large_files(made):
    """Gigabytes in shapes that nobody writes: memory stays within its limit, every row counts."""
    good = [ROW.format(n) for n in range(3)]
    scorecard = ("--as-at", "2023-03-31", "--format", "csv")

    def told_of(name, rows):
        folder = make_return(made / name, rows)
        done = run("scorecard", folder, *scorecard)
        (folder / "episodes.csv").unlink()
        assert done.returncode == 1, (name, done.returncode, done.stderr[:500])
        assert figure(done, "looked_after") == "3", (name, done.stderr[:500])
        return done.stderr

    for columns, fault in ((5_000, "too_many_columns 1"), (1_000_000, "row_too_long 1")):
        text = told_of(f"{columns} columns", [good[0], "x," * columns + "\n", *good[1:]])
        assert fault in text, text[-500:]
    done = run("scorecard", make_return(made / "wide header", ["," * 4_000 + "\n"]), *scorecard)
    assert done.returncode == 2 and "no return could be read" in done.stderr, done.stderr[-500:]

    long_row = ["A9,", *("x" * (1 << 20) for _ in range(16 * SCALE)), "\n"]
    assert "row_too_long 1" in told_of("long", [good[0], *long_row, *good[1:]])

    unclosed = ['A9,"', *("y" * 1000 + "\n" for _ in range(16_000 * SCALE))]
    text = told_of("unclosed", [*good, *unclosed])
    assert "quote_not_closed 1" in text, text[-500:]

    bad = 100_000 * SCALE
    rows = ("B,99/99/2022,S,C2,N1,U4,PR1,,,,,,\n" for _ in range(bad))
    folder = make_return(made / "findings", itertools.chain(good, rows))
    done = run("scorecard", folder, *scorecard)
    assert done.returncode == 1 and figure(done, "looked_after") == "3", done.stderr[-500:]
    assert f"date_malformed {bad}" in done.stderr, done.stderr[-500:]
    # A check tells each of them: as many as the memory holds.
    done = run("check", folder, "--format", "json")
    if WHOLE:
        assert done.returncode == 2 and "not enough memory" in done.stderr, done.stderr[-500:]
    else:
        assert done.returncode == 1, done.stderr[-500:]
        kinds = {kind["code"]: kind for kind in json.loads(done.stdout)["kinds"]}
        assert kinds["date_malformed"]["count"] == bad, kinds["date_malformed"]["count"]
    (folder / "episodes.csv").unlink()

    blanks = ["\n" * (1 << 20)] * (16 * SCALE)
    folder = make_return(made / "blank lines", [good[0], *blanks, *good[1:]])
    done = run("scorecard", folder, *scorecard)
    assert done.returncode == 0 and figure(done, "looked_after") == "3", done.stderr


def check_deep_nesting(made):
    depth = 10_000 * SCALE
    claims = made / "deep.json"
    for text in ("[" * depth, "[" * depth + "]" * depth, '{"claims":' * depth,
                 '{"claims": [' + "[" * depth + "]" * depth + "]}"):
        claims.write_text(text, encoding="utf-8")
        done = run("audit", claims)
        assert done.returncode == 2 and done.stderr, (text[:20], done)
    claims.write_text("(" * depth + "a" + ")" * depth + " = 1\n", encoding="utf-8")
    done = run("audit", claims)
    assert done.returncode == 2 and done.stderr, done

    returns = made / "deep.xml"
    returns.write_text("<a>" * depth + "</a>" * depth, encoding="utf-8")
    done = run("scorecard", returns, "--as-at", "2023-03-31")
    assert done.returncode == 2 and done.stderr, done


def make_inputs(made):
    make_return(made / "2022", ["A1,01/06/2021,S,C2,N1,U4,PR1,,,,,,\n"])
    make_return(made / "2023", (ROW.format(n) for n in range(CHILDREN)))
    (made / "report.claims").write_text(CLAIMS, encoding="utf-8")
    (made / "report.md").write_text("620 children were looked after.\n", encoding="utf-8")
    for command, source, target in (("scorecard", "2023", "scorecard.csv"),
                                    ("disclose", "scorecard.csv", "hidden.csv")):
        done = run(command, made / source, "--format", "csv", "--output", made / target)
        assert done.returncode == 0, done


def main():
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / "made"
        made.mkdir()
        make_inputs(made)
        check_outputs_that_fail(made)
        check_unreadable(made)
        check_places(made)
        check_no_core(made)
        check_interruption(made)
        check_changing_file(made)
        check_large_files(made)
        check_deep_nesting(made)


if __name__ == "__main__":
    main()
