"""What claims come to, found by trying numbers: slow, small and independent of the library.

A system's points are tried once for each claim, as the bits of one number; subsets of claims are then
ands of bits. Where a bound of an unknown is left out, the points tried are not all: a subset that has
none among them is decided by eliminating unknowns.
"""

import itertools
from functools import reduce
from math import gcd
from random import Random

from claims_language import rules_of, tightened

GREATEST = 10**9


class Elimination:
    """Whether whole numbers satisfy inequalities, by Fourier's and Motzkin's elimination of unknowns
    with bounds rounded to whole numbers, then by trying what is left."""

    def __init__(self, inequalities, names, most_rows=4000, tries=1500, dives=150):
        self.names, self.most_rows = list(names), most_rows
        self.tries, self.dives = tries, dives
        rows = {}
        for terms, bound in inequalities:
            keep(rows, terms, bound)
        for name in names:
            keep(rows, ((name, 1),), GREATEST)
            keep(rows, ((name, -1),), 0)
        self.stages = [rows]
        self.is_cut_short = False

    def answer(self):
        """Numbers that satisfy all, False where there are none, or None where it was too long."""
        left, self.names = self.names, []
        while left:
            name = min(left, key=self.cost)
            left.remove(name)
            self.names.append(name)
            rows = self.without(self.stages[-1], name)
            if rows is None:
                return None
            if rows.get((), 0) < 0:
                return False
            self.stages.append(rows)
        random = Random(1)
        for _ in range(self.dives):
            found = self.dive(random)
            if found:
                return found
        return self.numbers(len(self.names) - 1, {}) or (None if self.is_cut_short else False)

    def cost(self, name):
        signs = [count > 0 for terms in self.stages[-1] for each, count in terms if each == name]
        return signs.count(True) * signs.count(False)

    def without(self, rows, name):
        result, above, below = {}, [], []
        for terms, bound in rows.items():
            times = dict(terms).get(name, 0)
            if times:
                (above if times > 0 else below).append((terms, bound, abs(times)))
            else:
                keep(result, terms, bound)
        if len(above) * len(below) > self.most_rows:
            return None
        for (up, up_bound, p), (down, down_bound, q) in itertools.product(above, below):
            times = {each: q * count for each, count in up}
            for each, count in down:
                times[each] = times.get(each, 0) + p * count
            keep(result, tuple(sorted(x for x in times.items() if x[1])),
                 q * up_bound + p * down_bound)
        return result

    def bounds(self, stage, known):
        name, least, most = self.names[stage], 0, GREATEST
        for terms, bound in self.stages[stage].items():
            rest, times = bound, 0
            for each, count in terms:
                if each == name:
                    times = count
                else:
                    rest -= count * known[each]
            if times > 0:
                most = min(most, rest // times)
            elif times < 0:
                least = max(least, -(rest // -times))
        return least, most

    def dive(self, random):
        """Numbers chosen at random, small and great, one after another; none where that leads nowhere."""
        known = {}
        for stage in reversed(range(len(self.names))):
            least, most = self.bounds(stage, known)
            if least > most:
                return None
            room = most - least
            reach = random.choice((room, min(room, 2 ** random.randint(0, 29))))
            known[self.names[stage]] = least + random.randint(0, reach)
        return known

    def numbers(self, stage, known):
        if stage < 0:
            return dict(known)
        name = self.names[stage]
        least, most = self.bounds(stage, known)
        shown = 400
        self.is_cut_short = self.is_cut_short or most - least >= shown
        for value in range(least, min(most + 1, least + shown)):
            self.tries -= 1
            if self.tries < 0:
                self.is_cut_short = True
                return None
            known[name] = value
            found = self.numbers(stage - 1, known)
            if found:
                return found
            del known[name]
        return None


def keep(rows, terms, bound):
    divisor = reduce(gcd, (count for _, count in terms), 0)
    if divisor > 1:
        terms, bound = tuple((name, count // divisor) for name, count in terms), bound // divisor
    if terms not in rows or bound < rows[terms]:
        rows[terms] = bound


class Points:
    """The numbers tried of some unknowns, all combinations; sets of them are bits of a number."""

    def __init__(self, values):
        self.values = values
        self.names = list(values)
        self.count = 1
        self.bits = {}
        for name in self.names:
            self.count *= len(values[name])
        before = 1
        for name in self.names:
            size = len(values[name])
            row = (1 << before) - 1
            once = sum(row << (i * before * size) for i in range(self.count // (before * size)))
            self.bits[name] = [once << (i * before) for i in range(size)]
            before *= size
        self.all = (1 << self.count) - 1

    def where(self, names, test):
        """The points where a test of those names' numbers is passed, and what it gave: a set for
        each answer."""
        found = {}
        for chosen in itertools.product(*(range(len(self.values[name])) for name in names)):
            answers = test({name: self.values[name][i] for name, i in zip(names, chosen)})
            if not answers:
                continue
            points = self.all
            for name, i in zip(names, chosen):
                points &= self.bits[name][i]
            for answer in answers:
                found[answer] = found.get(answer, 0) | points
        return found

    def within(self, points, name):
        return [value for value, bits in zip(self.values[name], self.bits[name]) if points & bits]


class Group:
    """Claims that have unknowns in common, and what they come to.

    Subsets that could not be decided in the time that is given to one are taken for possible, and
    counted: then there may be more conflicts than these."""

    patience = 8

    def __init__(self, claims, numbers, rule):
        self.claims, self.numbers, self.rules = claims, numbers, rules_of(rule)
        self.names = sorted({name for i in numbers for name in claims[i].names})
        room = {1: 40, 2: 9, 3: 4, 4: 2, 5: 1}.get(len(self.names), 0)
        self.uppers = {name: self.bounds_of(name, "<=") for name in self.names}
        self.lowers = {name: self.bounds_of(name, ">=") for name in self.names}
        values = {}
        for name in self.names:
            least = min(self.lowers[name].values(), default=0)
            values[name] = range(max(least - room, 0), max(self.uppers[name].values()) + room + 1)
        self.points = Points(values)
        self.prints, self.truth = {}, {}
        for i in numbers:
            claim = claims[i]
            if claim.is_stated_number():
                self.prints[i] = self.points.where(
                    claim.names, lambda n, c=claim: c.prints(n, self.rules) if c.fits_frame(n) else ())
                self.truth[i] = self.prints[i].get(claim.units_stated(), 0)
            else:
                holds = self.points.where(claim.names, lambda n, c=claim: (c.holds(n, self.rules),))
                self.truth[i] = holds.get(True, 0)
        self.undecided, self.witnessed, self.inequalities = 0, [], {}
        self.conflicts = self.minimal_conflicts()

    def bounds_of(self, name, sign):
        """The claims that state a bound of the unknown alone, and the bounds."""
        return {i: claim.right.number for i, claim in ((i, self.claims[i]) for i in self.numbers)
                if getattr(claim, "sign", "") == sign and claim.left.times == {name: 1}
                and not claim.right.times and not claim.left.number}

    def are_all_tried(self, chosen, names):
        """Whether every solution of those claims has numbers of the names that are tried."""
        for name in names:
            values = self.points.values[name]
            if not any(i in chosen and most <= values[-1] for i, most in self.uppers[name].items()):
                return False
            if values[0] > 0 and not any(i in chosen and least >= values[0]
                                         for i, least in self.lowers[name].items()):
                return False
        return True

    def inequalities_of(self, claim):
        if claim not in self.inequalities:
            self.inequalities[claim] = [tightened(each) for each
                                        in self.claims[claim].inequalities(self.rules)]
        return self.inequalities[claim]

    def names_of(self, chosen):
        return sorted({name for i in chosen for name in self.claims[i].names})

    def of(self, chosen):
        return reduce(lambda points, i: points & self.truth[i], chosen, self.points.all)

    def is_possible(self, chosen):
        if self.of(chosen):
            return True
        if any(satisfied.issuperset(chosen) for satisfied in self.witnessed):
            return True
        names = self.names_of(chosen)
        if self.are_all_tried(chosen, names):
            return False
        if self.undecided >= self.patience:
            return True
        inequalities = [each for i in chosen for each in self.inequalities_of(i)]
        answer = Elimination(inequalities, names).answer()
        if answer is None:
            self.undecided += 1
            return True
        if answer:
            numbers = {name: 0 for name in self.names} | answer
            satisfied = {i for i in self.numbers if self.claims[i].holds(numbers, self.rules)}
            assert satisfied.issuperset(chosen), answer
            self.witnessed.append(satisfied)
        return bool(answer)

    def minimal_conflicts(self):
        """By looking at every subset, the smallest first."""
        if self.of(self.numbers):
            return []
        conflicts, masks = [], []
        for size in range(1, len(self.numbers) + 1):
            for chosen in itertools.combinations(self.numbers, size):
                mask = sum(1 << i for i in chosen) if masks else 0
                if any(mask & other == other for other in masks) or self.is_possible(chosen):
                    continue
                conflicts.append(frozenset(chosen))
                masks.append(sum(1 << i for i in chosen))
        return conflicts

    def withdrawals(self):
        for size in range(1, len(self.numbers) + 1):
            found = {frozenset(chosen) for chosen in itertools.combinations(self.numbers, size)
                     if all(conflict & set(chosen) for conflict in self.conflicts)}
            if found:
                return found
        return set()

    def reading(self, claim, others):
        """What a figure can print if the others stand, and whether that is certainly all. Nothing
        where they cannot stand."""
        if any(conflict <= set(others) for conflict in self.conflicts):
            return None, True
        points = self.of(others)
        unit = self.claims[claim].unit
        found = sorted(count * unit for count, bits in self.prints[claim].items() if bits & points)
        return found, self.are_all_tried(others, self.names_of([claim, *others]))


def groups_of(claims):
    """The numbers of claims, those together that have unknowns in common."""
    groups = []
    for i, claim in enumerate(claims):
        names, members = set(claim.names), [i]
        apart = []
        for other_names, other in groups:
            if names & other_names:
                names |= other_names
                members = other + members
            else:
                apart.append((other_names, other))
        groups = [*apart, (names, members)]
    return [sorted(members) for _, members in groups]
