#!/usr/bin/env python3
"""Lays the rows of the CSV scanner beside those of Python's csv and of libcsv, on texts whole and broken.

    csv_test.py SCAN_CSV [--seed N] [--count N]    so many texts, half of them made well and then mutated

Where the dialects differ is worked out from their documentation, and how often is printed:
- a byte order mark at the start is passed over by the scanner, and is a part of the first field for both peers;
- text after a closing quote, and a quote that is never closed, break a record for the scanner. They are errors of
  Python's csv in its strict mode: both have to find the same ones, and to agree in all that stands outside of the lines
  that the scanner gives up. libcsv reads something from them, and is not asked;
- libcsv takes blanks away round fields that are not quoted, and with them lines of blanks alone; in these its quotes may
  stand after blanks. Fields are compared without such blanks, and texts with blanks before a quote are not.
"""

import argparse
import csv
import io
import random
import re
import subprocess
import sys
from collections import Counter

MARK = b"\xef\xbb\xbf"
LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
CODES = ["fastest", "avx2", "sse2", "portable"]
PLAIN = [b"a", b"bc", b"01/02/2024", b"\xc3\xa9", b"\xff", b"\0", b" ", b"\t", b"x" * 70, b";", b"'", b"\\", b"\x85", b"\x0b"]
QUOTED = [*PLAIN, b",", b'""', b"\n", b"\r\n", b"\r", b"\n\n", b",,,,"]
STRAY = [b'"', b'"', b'""', b",", b"\n", b"\r", b"\r\n", b"\0", b" ", b"a", MARK]
FAULTS = {"',' expected after '\"'": "after", "unexpected end of data": "unclosed"}


# ---- texts -----------------------------------------------------------------------------


def any_text(source):
    made = well_formed(source)
    if source.random() < 0.5:
        return made
    for _ in range(source.choice([1, 1, 2, 3, 8])):
        made = mutated(source, made)
    return made


def well_formed(source):
    rows = [
        b",".join(any_field(source) for _ in range(source.choice([1, 2, 3, 5, 12])))
        for _ in range(source.choice([0, 1, 2, 4, 9, 30]))
    ]
    text = b"".join(row + source.choice([b"\n", b"\n", b"\r\n", b"\r", b"\n\n", b"\r\n\r\n", b"\n\r"]) for row in rows)
    if rows and source.random() < 0.3:
        text = text.rstrip(b"\r\n")
    return (MARK if source.random() < 0.15 else b"") + text


def any_field(source):
    if source.random() < 0.6:
        text = parts(source, [*PLAIN, b'"'])
        return b"x" + text if text.startswith(b'"') else text
    return b'"' + parts(source, QUOTED) + b'"'


def parts(source, choices):
    return b"".join(source.choice(choices) for _ in range(source.choice([0, 1, 1, 2, 5])))


def mutated(source, text):
    at = source.randrange(len(text) + 1)
    end = min(len(text), at + source.choice([0, 0, 1, 2, 20]))
    return text[:at] + source.choice([b"", source.choice(STRAY), source.choice(STRAY)]) + text[end:]


# ---- Python's csv ----------------------------------------------------------------------


def read_strictly(lines):
    """The rows that Python's csv makes of some lines, each with its last line, and its complaint, if it has one."""
    rows = []
    reader = csv.reader(io.StringIO("".join(lines), newline=""), strict=True)
    try:
        for row in reader:
            if row:
                rows.append((reader.line_num, row))
    except csv.Error as error:
        return rows, FAULTS[str(error)]
    return rows, None


class Lines:
    """A text and the answer to it, gone through from fault to fault."""

    def __init__(self, text, answer):
        self.lines = LINE.findall(text)
        self.answer = list(answer)
        self.broken = Counter()

    def difference(self):
        """What Python's csv says otherwise, or nothing."""
        at = 0
        while True:
            rows, fault = read_strictly(self.lines[at:])
            expected = [(at + last, row) for last, row in rows]
            found = self.take_rows(len(expected))
            if found != expected:
                return f"rows from line {at + 1}: {found}, not {expected}"
            if fault is None:
                return f"more than Python's csv reads: {self.answer}" if self.answer else None
            begin = expected[-1][0] if expected else at
            if not self.answer or self.answer[0][0] != fault:
                return f"no fault {fault!r} after line {begin}: {self.answer[:1]}"
            line = self.answer.pop(0)[1]
            wrong = self.wrong_line(begin, line)
            if wrong:
                return wrong
            self.broken[fault] += 1
            at = line

    def take_rows(self, count):
        """The next rows of the answer, so many or up to a fault."""
        taken = []
        while self.answer and len(taken) < count and self.answer[0][0] == "row":
            taken.append(self.answer.pop(0)[1:])
        return taken

    def wrong_line(self, begin, line):
        """A fault stands where its quote was opened: all lines of its record before that end within quotes."""
        if not begin < line <= len(self.lines):
            return f"a fault of line {line}, between lines {begin + 1} and {len(self.lines)}"
        before = [each for each in self.lines[begin : line - 1]]
        while before and before[0].strip("\r\n") == "":
            before.pop(0)
        if before and read_strictly(before)[1] != "unclosed":
            return f"a fault of line {line}, where the record of line {begin + 1} does not reach"
        return None


# ---- libcsv ----------------------------------------------------------------------------


def without_blanks(text):
    """The rows that libcsv should make of a text without broken records: fields that are not quoted without blanks round
    them. Nothing where blanks stand before a quote."""
    rows, at = [], 0
    field = re.compile('"((?:[^"]|"")*)"|([^,\r\n]*)')
    while at < len(text):
        row, seen = [], False
        while True:
            match = field.match(text, at)
            quoted, plain = match.groups()
            if quoted is None and plain.lstrip(" \t").startswith('"'):
                return None
            seen = seen or quoted is not None or plain.strip(" \t") != ""
            row.append(plain.strip(" \t") if quoted is None else quoted.replace('""', '"'))
            at = match.end()
            if text[at : at + 1] != ",":
                break
            at, seen = at + 1, True
        if seen:
            rows.append(row)
        at += 2 if text[at : at + 2] == "\r\n" else 1
    return rows


# ---- the comparison --------------------------------------------------------------------


def decoded(fields):
    return [bytes.fromhex(field).decode("latin-1") for field in fields.split(",")]


def events(answer):
    """("row", last line, fields) and (fault, line)."""
    for each in answer.split():
        if "[" in each:
            line, fields = each.split("[")
            yield "row", int(line), decoded(fields)
        else:
            line, fault = each.split("!")
            yield fault, int(line)


class Run:
    def __init__(self):
        self.counts = Counter()

    def compare(self, sent, answer):
        """What differs, or nothing."""
        ours, libcsv = answer.split("|")
        ours = list(events(ours))
        self.counts["texts"] += 1
        text = sent.removeprefix(MARK).decode("latin-1")
        self.counts["with a byte order mark"] += sent.startswith(MARK)
        self.counts["rows"] += sum(event[0] == "row" for event in ours)
        lines = Lines(text, ours)
        difference = lines.difference()
        self.counts += Counter({f"records broken: {fault}": times for fault, times in lines.broken.items()})
        if difference:
            return "Python's csv: " + difference
        if lines.broken or libcsv == "absent":
            self.counts["not compared with libcsv: broken" if lines.broken else "not compared: no libcsv"] += 1
            return None
        return self.compare_with_libcsv(text, [fields for _, _, fields in ours], libcsv)

    def compare_with_libcsv(self, text, ours, libcsv):
        expected = without_blanks(text)
        if expected is None:
            self.counts["not compared with libcsv: blanks before a quote"] += 1
            return None
        found = [decoded(each[1:]) for each in libcsv.split()]
        self.counts["equal in all three but for libcsv's blanks" if found != ours else "equal in all three"] += 1
        return None if found == expected else f"libcsv: {found}, not {expected} of {ours}"


def answers_to(program, texts, source):
    """The program's answers, each text in pieces of some size by some code."""
    lines = [f"{source.choice([1, 2, 3, 7, 64, 5000])} {source.choice(CODES)} x{text.hex()}\n" for text in texts]
    done = subprocess.run([program], input="".join(lines), capture_output=True, text=True, check=True)
    answers = done.stdout.splitlines()
    assert len(answers) == len(texts), done.stderr
    return answers


def check_occurred(counts):
    """A run that never met a case has not tested it."""
    for what in ("with a byte order mark", "records broken: after", "records broken: unclosed", "rows"):
        assert counts[what], what
    if not counts["not compared: no libcsv"]:
        for what in ("equal in all three", "equal in all three but for libcsv's blanks",
                     "not compared with libcsv: blanks before a quote", "not compared with libcsv: broken"):
            assert counts[what], what


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=6000)
    options = parser.parse_args()
    source, run = random.Random(options.seed), Run()
    for first in range(0, options.count, 2000):
        texts = [any_text(source) for _ in range(min(2000, options.count - first))]
        for text, answer in zip(texts, answers_to(options.program, texts, source)):
            difference = run.compare(text, answer)
            if difference:
                sys.exit(f"{text!r}\n{difference}")
    for what, count in sorted(run.counts.items()):
        print(f"{count:9,} {what}")
    check_occurred(run.counts)


if __name__ == "__main__":
    main()
