"""The language of claims, read and understood anew: what docs/audit.md says, not what the library does.

A claim is true of numbers or it is not (`Claim.holds`); nothing here knows how that is decided.
"""

import itertools
import re
from fractions import Fraction
from math import gcd

RULES = ("half_up", "half_even", "truncate")
TOKEN = re.compile(r"\s*(?:(\d[\d,]*(?:\.\d+)?)|([A-Za-z][A-Za-z0-9_.]*)|(<=|>=|->|\.\.|[-+*/=<>~%()]))")


def rules_of(rule):
    return RULES if rule == "any" else (rule,)


def units_printed(above, below, rule):
    """The whole number that a rule prints for above / below; what is below is more than 0."""
    whole, rest = divmod(abs(above), below)
    if rule == "half_up":
        whole += 2 * rest >= below
    elif rule == "half_even":
        whole += 2 * rest > below or (2 * rest == below and whole % 2 == 1)
    return whole if above >= 0 else -whole


def rounded(value, unit, rule):
    """The multiple of the unit that a rule prints for a value."""
    units = value / unit
    return units_printed(units.numerator, units.denominator, rule) * unit


class Sum:
    """Unknowns, each so many times, and a number."""

    def __init__(self, times=None, number=0):
        self.times = {name: count for name, count in (times or {}).items() if count}
        self.number = number

    def plus(self, other, factor=1):
        times = dict(self.times)
        for name, count in other.times.items():
            times[name] = times.get(name, 0) + factor * count
        return Sum(times, self.number + factor * other.number)

    def value(self, numbers):
        total = self.number
        for name, count in self.times.items():
            total += count * numbers[name]
        return total


class Relation:
    def __init__(self, left, sign, right, text, line):
        self.left, self.sign, self.right, self.text, self.line = left, sign, right, text, line
        self.names = sorted({*left.times, *right.times})
        self.has_frame = False

    def is_stated_number(self):
        """Nothing can be read of a sum without unknowns, as that of a change from one to itself."""
        return self.sign == "=" and bool(self.left.times) and not self.right.times

    def holds(self, numbers, rules):
        left, right = self.left.value(numbers), self.right.value(numbers)
        return {"=": left == right, "<=": left <= right, "<": left < right,
                ">=": left >= right, ">": left > right}[self.sign]

    unit = Fraction(1)

    def units_stated(self):
        return self.right.number

    def prints(self, numbers, rules):
        """What is printed of these numbers, by each rule, in units."""
        return {self.left.value(numbers)}

    def fits_frame(self, numbers):
        return True

    def inequalities(self, rules):
        """Each as a sum that is no more than 0."""
        up, down = self.left.plus(self.right, -1), self.right.plus(self.left, -1)
        one = Sum(number=1)
        return {"=": [up, down], "<=": [up], "<": [up.plus(one)],
                ">=": [down], ">": [down.plus(one)]}[self.sign]


class Figure:
    """per * above / below, printed as a multiple of the unit."""

    def __init__(self, kind, above, below, per, printed, unit, text, line):
        self.kind, self.above, self.below, self.per = kind, above, below, per
        self.printed, self.unit, self.text, self.line = printed, unit, text, line
        self.names = sorted({*above.times, *below.times})

    def is_stated_number(self):
        return True

    def units_stated(self):
        """How many units are printed; no whole number where no rule prints so."""
        return self.printed / self.unit

    def fits_frame(self, numbers):
        if self.kind == "number":
            return True
        above, below = self.above.value(numbers), self.below.value(numbers)
        return below >= 1 and (self.kind != "share" or 0 <= above <= below)

    def prints(self, numbers, rules):
        above = self.above.value(numbers) * self.per * self.unit.denominator
        below = self.below.value(numbers) * self.unit.numerator
        return {units_printed(above, below, rule) for rule in rules}

    def holds(self, numbers, rules):
        return self.fits_frame(numbers) and self.units_stated() in self.prints(numbers, rules)

    def interval(self, rules):
        """Where a value lies that prints so by one of the rules: each end, and whether it counts.

        Nothing where nothing prints so. Found by asking which rules print the candidates for an end.
        """
        ends = []
        if rounded(self.printed, self.unit, "truncate") != self.printed:
            return None
        for step in (-self.unit, self.unit):
            reach = Fraction(0)
            counts = True
            for rule in rules:
                for far in (step / 2, step):
                    # Just inside `far`, a hair from it, and at it.
                    inside = self.printed + far - step / 1000
                    if rounded(inside, self.unit, rule) != self.printed:
                        continue
                    at = rounded(self.printed + far, self.unit, rule) == self.printed
                    if abs(far) > abs(reach):
                        reach, counts = far, at
                    elif far == reach:
                        counts = counts or at
            ends.append((self.printed + reach, counts))
        return ends

    def inequalities(self, rules):
        result = []
        one = Sum(number=1)
        if self.kind != "number":
            result.append(one.plus(self.below, -1))
        if self.kind == "share":
            result.append(Sum().plus(self.above, -1))
            result.append(self.above.plus(self.below, -1))
        interval = self.interval(rules)
        if interval is None:
            return result + [one]
        for (end, counts), direction in zip(interval, (-1, 1)):
            # direction * (per * above - end * below) <= 0, in whole numbers
            room = Sum().plus(self.above, direction * self.per * end.denominator)
            room = room.plus(self.below, -direction * end.numerator)
            result.append(room if counts else room.plus(one))
        return result


def tightened(total):
    """The inequality that a sum of whole numbers is no more than 0, as small as it gets: the terms
    in order, and the bound."""
    divisor = gcd(*total.times.values()) if total.times else 0
    bound = -total.number
    if divisor > 1:
        bound //= divisor
    return (tuple(sorted((name, count // max(divisor, 1)) for name, count in total.times.items())),
            bound)


class Line:
    """The tokens of one claim, taken from left to right."""

    def __init__(self, text):
        self.tokens, at = [], 0
        text = text.rstrip()
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise ValueError(f"unreadable: {text[at:]!r}")
            self.tokens.append(match.group().strip())
            at = match.end()
        self.at = 0

    def peek(self, ahead=0):
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ""

    def take(self, *expected):
        token = self.peek()
        if expected and token not in expected:
            raise ValueError(f"{expected} expected, not {token!r}, in {self.tokens}")
        self.at += 1
        return token

    def whole(self):
        return int(self.take().replace(",", ""))

    def sum(self):
        total, sign = Sum(), 1
        if self.peek() in ("-", "+"):
            sign = -1 if self.take() == "-" else 1
        while True:
            factor = 1
            if self.peek()[:1].isdigit():
                factor = self.whole()
                if self.peek() == "*":
                    self.take()
                elif not self.peek()[:1].isalpha() or self.peek() in ("per", "in", "of"):
                    total = total.plus(Sum(number=sign * factor))
                    factor = None
            if factor is not None:
                total = total.plus(Sum({self.take(): 1}), sign * factor)
            if self.peek() not in ("+", "-"):
                return total
            sign = -1 if self.take() == "-" else 1

    def nearest(self):
        if self.peek() != "~":
            return None
        self.take()
        return Fraction(self.whole())

    def decimal(self):
        """A printed number, its unit, and whether it had a sign."""
        sign = self.take() if self.peek() in ("-", "+") else ""
        digits = self.take().replace(",", "")
        places = len(digits.partition(".")[2])
        value = Fraction(digits)
        return (-value if sign == "-" else value), Fraction(1, 10**places), sign


def figures_of_line(line, text, number):
    def figure(kind, above, below, per):
        nearest = line.nearest()
        line.take("=")
        printed, unit, _ = line.decimal()
        if line.peek() == "%":
            line.take()
        return [Figure(kind, above, below, per, printed, nearest or unit, text, number)]

    word = line.peek()
    if word == "percent":
        line.take()
        above = line.sum()
        line.take("of")
        return figure("share", above, line.sum(), 100)
    if word == "mean":
        line.take()
        above = line.sum()
        line.take("/")
        return figure("mean", above, line.sum(), 1)
    if word == "change":
        return change_of(line, text, number)
    left = line.sum()
    if line.peek() == "per":
        line.take()
        per = line.whole()
        return figure("rate", left, line.sum(), per)
    if line.peek() == "in":
        line.take()
        least = line.sum()
        line.take("..")
        return [Relation(left, ">=", least, text, number),
                Relation(left, "<=", line.sum(), text, number)]
    if line.peek() == "~":
        return figure("number", left, Sum(number=1), 1)
    return [Relation(left, line.take("=", "<=", "<", ">=", ">"), line.sum(), text, number)]


def change_of(line, text, number):
    line.take()
    before = line.sum()
    line.take("->")
    difference = line.sum().plus(before, -1)
    nearest = line.nearest()
    line.take("=")
    printed, unit, sign = line.decimal()

    def percentage(value, its_unit):
        return Figure("change", difference, before, 100, value, nearest or its_unit, text, number)

    if line.peek() == "%":
        line.take()
        return [percentage(printed, unit)]
    claims = [Relation(difference, "=", Sum(number=int(printed)), text, number)]
    if line.peek() == "(":
        line.take()
        share, unit, its_sign = line.decimal()
        if not its_sign and sign == "-":
            share = -share
        if line.peek() == "%":
            line.take()
        line.take(")")
        claims.append(percentage(share, unit))
    return claims


def claims_of(text):
    """All claims of a file, in order."""
    claims = []
    for number, line in enumerate(text.splitlines(), 1):
        line = re.sub(r"^\s*\[[^\]]*\]", "", line.partition("#")[0])
        for part in line.split(";"):
            part = part.strip()
            if not part or part.startswith(("?", "shared ")):
                continue
            tokens = Line(part)
            claims += figures_of_line(tokens, part, number)
            if tokens.peek():
                raise ValueError(f"more than a claim: {part!r}")
    return claims


def all_numbers(names, values):
    """Every way of giving the names one of their values each."""
    for chosen in itertools.product(*(values[name] for name in names)):
        yield dict(zip(names, chosen))
