#!/usr/bin/env python3
"""Holds the days of the library to Python's datetime.

    dates_test.py TELL_DAYS [--every N]    ages of those born on every Nth day of 1900 to 2100 (101), and on all the days on
                                           which ages turn: 1 and 31 March, 1 April, 28 and 29 February, 31 December

Every day of 1900 to 2100 is written, read in each form of a date that docs/returns.md names, and taken apart. A day of
the library has the number that Python calls its ordinal.
"""

import argparse
import random
import re
import subprocess
from collections import Counter
from datetime import date, timedelta

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
LAST_READ = date(2079, 6, 5)  # docs/returns.md; the first is FIRST
MONTHS = "January February March April May June July August September October November December".split()
TURNS = {(2, 28), (2, 29), (3, 1), (3, 31), (4, 1), (12, 31)}
YEARS_OF_AGE = range(26)
FORMS = [
    (r"(?P<d>\d\d)/(?P<m>\d\d)/(?P<y>\d{4})", 0),
    (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", 0),
    (r"(?P<d>\d\d)/(?P<m>\d\d)/(?P<y>[0-6]\d)(?<!69)", 2000),
    (r"(?P<d>\d\d)/(?P<m>\d\d)/(?P<y>69|[7-9]\d)", 1900),
]


def days():
    return (date.fromordinal(number) for number in range(FIRST.toordinal(), LAST.toordinal() + 1))


class Days:
    def __init__(self, program):
        self.program = program
        self.counts = Counter()

    def answers(self, *arguments, lines=()):
        done = subprocess.run([self.program, *map(str, arguments)], input="".join(f"{line}\n" for line in lines),
                              capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    def check(self, what, expected, found, of):
        """All answers are as expected; `of` is what was asked, for whoever has to find out why one is not."""
        assert len(expected) == len(found), (what, len(expected), len(found))
        for asked, wanted, answer in zip(of, expected, found):
            assert wanted == answer, f"{what} of {asked}: {answer}, not {wanted}"
        self.counts[what] += len(expected)


# ---- numbers and forms -----------------------------------------------------------------


def check_written(program):
    def told(day):
        reporting_year = day.year + (day >= date(day.year, 4, 1))
        return (f"{day.toordinal()} {day.isoformat()} {day:%d/%m/%Y} {day.year} {day.month} {day.day} "
                f"{MONTHS[day.month - 1]} {reporting_year}")

    found = program.answers("days", FIRST.toordinal(), LAST.toordinal())
    program.check("days written", [told(day) for day in days()], found, days())


def meaning(text):
    """The answer to a text, by the three forms of docs/returns.md."""
    text = text.strip(" \t")
    if not text:
        return "none"
    for form, century in FORMS:
        match = re.fullmatch(form, text, re.ASCII)
        if match:
            try:
                day = date(century + int(match["y"]), int(match["m"]), int(match["d"]))
            except ValueError:
                return "none!"
            return str(day.toordinal()) if FIRST <= day <= LAST_READ else "none!"
    return "none!"


def other_texts(source):
    """Days that do not exist, and texts that are nearly dates."""
    for year in (1900, 1999, 2000, 2023, 2024, 2079, 2080, 2100):
        for month in range(14):
            for day in (0, 1, 28, 29, 30, 31, 32):
                yield f"{day:02}/{month:02}/{year}"
                yield f"{year}-{month:02}-{day:02}"
                yield f"{day:02}/{month:02}/{year % 100:02}"
    yield from ("", " ", "\t", "1/4/2023", "01/4/2023", "01-04-2023", "2023/04/01", "01.04.2023", "20230401", "01/04/023",
                "01/04/20230", "2023-4-1", "45017", "01 Apr 2023", "2023-04-01T00:00:00", "01/04/2023 00:00", "0a/04/2023",
                "zz/04/2023", "-1/04/2023", "+1/04/2023", "01/-4/2023", "01/04/-023", "01/04/ 23", "٠١/٠٤/٢٠٢٣")
    for _ in range(10000):
        text = list(source.choice(["01/04/2023", "2024-02-29", "31/12/99", "29/02/1900"]))
        for _ in range(source.choice([1, 1, 2])):
            text[source.randrange(len(text))] = source.choice("0123456789/-: .aZ:;\x7f")
        yield source.choice(["{}", " {}", "{}\t", "  {} "]).format("".join(text))


def check_read(program, source):
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%d/%m/%y"):
        texts = [day.strftime(form) for day in days()]
        program.check(f"days read as {form}", list(map(meaning, texts)), program.answers("read", lines=texts), texts)
    texts = list(other_texts(source))
    expected = list(map(meaning, texts))
    program.check("other texts read", expected, program.answers("read", lines=texts), texts)
    program.counts["of these no days"] = expected.count("none!")


# ---- ages and months -------------------------------------------------------------------


def birthday(born, years, in_common_years):
    """The day on which somebody is so many years old."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, *in_common_years)


def ages_round_birthdays(born):
    """Days from the day before each birthday to the second after it, and 31 March and 1 April, with both ages on them."""
    by_march = [birthday(born, years, (3, 1)) for years in YEARS_OF_AGE]
    by_february = [birthday(born, years, (2, 28)) for years in YEARS_OF_AGE]
    asked, told = [], []
    for years in YEARS_OF_AGE[1:-1]:
        near = {by_march[years] + timedelta(days) for days in (-2, -1, 0, 1)}
        near |= {date(born.year + years, 3, 31), date(born.year + years, 4, 1)}
        for at in near:
            asked.append(at.toordinal())
            for birthdays in (by_march, by_february):
                told.append(sum(each <= at for each in birthdays[years - 1 : years + 2]) + years - 2)
    return asked, told


def check_ages(program, every):
    chosen = [day for day in days() if day.toordinal() % every == 0 or (day.month, day.day) in TURNS]
    for first in range(0, len(chosen), 5000):
        some = chosen[first : first + 5000]
        asked, told = zip(*map(ages_round_birthdays, some))
        lines = [f"{born.toordinal()} {' '.join(map(str, ats))}" for born, ats in zip(some, asked)]
        expected = [" ".join(map(str, ages)) + " " for ages in told]
        program.check("children's ages", expected, program.answers("ages", lines=lines), some)
        program.counts["ages"] += sum(map(len, told))


def months_before(day, months):
    """By calendar: the last day of a month to the last of the target month; else cut off by that month's length."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    next_year, next_month = divmod(year * 12 + month + 1, 12)
    last_of_target = date(next_year, next_month + 1, 1) - timedelta(1)
    is_last = (day + timedelta(1)).month != day.month
    return last_of_target if is_last else last_of_target.replace(day=min(day.day, last_of_target.day))


def check_months(program):
    """The months that definitions subtract, from every day."""
    asked = [(day, months) for day in days() for months in (12, 24, 30)]
    lines = [f"{day.toordinal()} {months}" for day, months in asked]
    expected = [str(months_before(day, months).toordinal()) for day, months in asked]
    program.check("days some months before", expected, program.answers("months", lines=lines), asked)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--every", type=int, default=101)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program = Days(options.program)
    check_written(program)
    check_read(program, random.Random(options.seed))
    check_months(program)
    check_ages(program, options.every)
    for what, count in program.counts.items():
        print(f"{count:10,} {what}")


if __name__ == "__main__":
    main()
