#!/usr/bin/env python3
"""Lays the program's audits beside those of brute force over small numbers, and checks each proof.

    oracle.py PROGRAM FIRST COUNT [SECONDS]    so many random systems a seed, from the seed FIRST on
    oracle.py PROGRAM FILE [RULE]              the claims of one file

Each unknown has a declared domain. Systems are put into one file by whether they are possible. Ends
with 1 and the shortest systems on which both differ, if they do.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from random import Random

from brute_force import Group, groups_of
from claims_language import RULES, claims_of, rules_of
from proof_checker import fault_of
from random_claims import System

BATCH = 12  # twice so many systems a seed


def program_on(program, text, rule, seconds):
    """What the program says, as JSON, and its exit status."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "claims.txt"
        file.write_text(text)
        command = [program, "audit", str(file), "--rule", rule, "--format", "json", "--time", str(seconds)]
        result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode not in (0, 1, 2) or not result.stdout:
        sys.exit(f"{' '.join(command)} ended with {result.returncode}: {result.stderr}\n{text}")
    return json.loads(result.stdout), result.returncode


class Comparison:
    """One answer of the program beside brute force, group by group."""

    def __init__(self, text, rule, groups, told, status):
        self.claims, self.rule, self.groups = claims_of(text), rule, groups
        self.told, self.is_complete = told, told["complete"]
        self.faults, self.notes = [], Counter()
        if len(told["claims"]) != len(self.claims):
            self.faults.append(f"{len(told['claims'])} claims were read, not {len(self.claims)}")
            return
        self.compare_verdict(status)
        for group in groups:
            self.compare_conflicts(group)
            self.compare_withdrawals(group)
        if not all(told["withdrawals"]):
            self.notes["no way out is told of what is impossible"] += 1
            if self.is_complete:
                self.fault("no way out is told, and yet that is all")
        self.compare_unknowns()
        self.compare_readings()

    def fault(self, *words):
        self.faults.append(" ".join(str(word) for word in words))

    def compare_verdict(self, status):
        expected = "impossible" if any(group.conflicts for group in self.groups) else "possible"
        if self.told["verdict"] == "undecided":
            self.notes["undecided"] += 1
        elif self.told["verdict"] != expected:
            self.fault("the verdict is", self.told["verdict"], "not", expected)
        expected_status = {"possible": 0 if self.is_complete else 2, "impossible": 1, "undecided": 2}
        if status != expected_status[self.told["verdict"]]:
            self.fault("exit status", status, "of", self.told["verdict"])

    def conflicts_of(self, group):
        return [each for each in self.told["conflicts"] if set(each["claims"]) <= set(group.numbers)]

    def compare_conflicts(self, group):
        told = self.conflicts_of(group)
        sets = {frozenset(each["claims"]) for each in told}
        if len(sets) != len(told):
            self.fault("a conflict is told twice")
        for each in told:
            members = frozenset(each["claims"])
            fault = fault_of(each["proof"], self.claims, members, group.rules)
            if fault:
                self.fault("the proof of", sorted(members), "is wrong:", fault)
            if each["proof"]["checked"] is not True:
                self.fault("the proof of", sorted(members), "is not checked")
            if members not in group.conflicts:
                self.unexpected(group, members)
            self.compare_would_read(group, each)
        for missing in set(group.conflicts) - sets:
            if any(each < missing for each in sets) and group.undecided:
                self.notes["smaller than the oracle found"] += 1
            elif self.is_complete:
                self.fault("a conflict is missing:", sorted(missing))
            else:
                self.notes["not found, and said that not all were"] += 1

    def unexpected(self, group, members):
        """A conflict that brute force did not find: an error, unless it gave up before."""
        smaller = [sorted(each) for each in group.conflicts if each < members]
        if smaller:
            self.fault("the conflict", sorted(members), "is not minimal:", smaller[0])
        elif group.undecided:
            self.notes["conflicts the oracle could not decide"] += 1
        else:
            self.fault("no conflict:", sorted(members))

    def compare_would_read(self, group, conflict):
        members = conflict["claims"]
        figures = [i for i in members if self.claims[i].is_stated_number()]
        told = {each["claim"]: each for each in conflict["would_read"]}
        if sorted(told) != sorted(figures):
            self.fault("readings in", members, "are of", sorted(told), "not", figures)
        for claim, reading in told.items():
            others = [i for i in members if i != claim]
            self.compare_reading(group, claim, others, reading, f"in conflict {members}")

    def compare_withdrawals(self, group):
        told = [{frozenset(one) for one in choices} for choices in self.told["withdrawals"]
                if choices and {i for one in choices for i in one} <= set(group.numbers)]
        if not group.conflicts:
            if told:
                self.fault("withdrawn from possible claims:", told)
            return
        if not self.is_complete or group.undecided:
            self.notes["withdrawals not compared"] += 1
        elif told != [group.withdrawals()]:
            self.fault("withdrawals are", [sorted(map(sorted, each)) for each in told],
                       "not", sorted(map(sorted, group.withdrawals())))

    def compare_unknowns(self):
        if self.told["verdict"] != "possible":
            if self.told["unknowns"]:
                self.fault("ranges of the unknowns of what is not possible")
            return
        told = {each["name"]: each for each in self.told["unknowns"]}
        for group in self.groups:
            points = group.of(group.numbers)
            for name in group.names:
                values = group.points.within(points, name)
                each = told.pop(name, None)
                if each is None:
                    self.fault("no range of", name)
                    continue
                found = (each["least"], each["most"])
                expected = (values[0], values[-1])
                if not each["certain"]:
                    self.notes["ranges that are not certain"] += 1
                    if self.is_complete or found[0] < expected[0] or found[1] > expected[1]:
                        self.fault(name, "is", found, "for uncertain, not", expected)
                elif found != expected or each["open"] or each["pinned"] != (values[0] == values[-1]):
                    self.fault(name, "is", each, "not", expected)
        if told:
            self.fault("ranges of", sorted(told), "which are not claimed")

    def compare_readings(self):
        told = {each["claim"]: each for each in self.told["readings"]}
        expected = [i for i, claim in enumerate(self.claims) if claim.is_stated_number()]
        if sorted(told) != expected and self.told["verdict"] != "undecided":
            self.fault("readings are of", sorted(told), "not", expected)
        for group in self.groups:
            for claim in set(group.numbers) & set(told):
                others = [i for i in group.numbers if i != claim]
                self.compare_reading(group, claim, others, told[claim], "of all")

    def compare_reading(self, group, claim, others, told, where):
        words = (where, repr(self.claims[claim].text))
        if told["verdict"] == "undecided":
            self.notes["readings undecided"] += 1
            if self.is_complete and where == "of all":
                self.fault("a reading is undecided though all is complete", *words)
            return
        expected, is_all = group.reading(claim, others)
        is_impossible = expected is None or (is_all and not expected)
        if told["verdict"] == "impossible":
            if not is_impossible and (expected or not group.undecided):
                self.judge_impossible_reading(group, claim, others, expected, words)
            return
        if is_impossible:
            self.fault("it reads", told, *words, "not impossible")
            return
        least, most = Fraction(told["least"]), Fraction(told["most"])
        each = [Fraction(one) for one in told.get("each", [])]
        if is_all:
            if (least, most) != (expected[0], expected[-1]) or told.get("open"):
                self.fault("it reads", told, *words, "not", [str(one) for one in expected])
            if each and each != expected:
                self.fault("it reads each of", told, *words, "not", [str(one) for one in expected])
            if not each and self.claims[claim].__class__.__name__ == "Figure" and len(expected) <= 12:
                self.notes["few readings, not told one by one"] += 1
        elif expected:
            if least > expected[0] or most < expected[-1] or each and not set(expected) <= set(each):
                self.fault("it reads", told, *words, "but could", [str(one) for one in expected])

    def judge_impossible_reading(self, group, claim, others, expected, words):
        """None is among the numbers tried, but greater numbers might be."""
        if expected:
            self.fault("it cannot read anything", *words, "but could", [str(one) for one in expected])
        else:
            self.notes["impossible readings not decided by the oracle"] += 1


def compared(program, text, rule, seconds, groups=None):
    claims = claims_of(text)
    groups = groups or [Group(claims, numbers, rule) for numbers in groups_of(claims)]
    told, status = program_on(program, text, rule, seconds)
    return Comparison(text, rule, groups, told, status)


class Run:
    def __init__(self, program, seconds):
        self.program, self.seconds = program, seconds
        self.notes, self.failed = Counter(), []

    def batch(self, systems, rule):
        """Many systems in one file; one by one where that shows a difference or is too long."""
        text = "".join(systems)
        comparison = compared(self.program, text, rule, self.seconds * 2)
        if comparison.is_complete and not comparison.faults:
            self.notes += comparison.notes
            return
        for system in systems:
            comparison = compared(self.program, system, rule, self.seconds)
            self.notes += comparison.notes
            self.notes["systems not complete in time"] += not comparison.is_complete
            if comparison.faults:
                self.failed.append((len(system), rule, system, comparison.faults))

    def seed(self, seed, rule):
        random = Random(f"{seed} {rule}")
        piles = {True: [], False: []}
        for number in range(2 * BATCH):
            system = System(random, f"s{number}.", rule, honest=number % 4 == 0)
            text = system.text()
            claims = claims_of(text)
            groups = [Group(claims, numbers, rule) for numbers in groups_of(claims)]
            is_possible = not any(group.conflicts for group in groups)
            assert is_possible or not system.honest, text
            piles[is_possible].append(text)
            self.notes["systems"] += 1
            self.notes["possible" if is_possible else "impossible"] += 1
            self.notes["conflicts"] += sum(len(group.conflicts) for group in groups)
            self.notes["subsets the oracle could not decide"] += sum(g.undecided for g in groups)
        for systems in piles.values():
            self.batch(systems, rule)


def of_file(program, arguments):
    comparison = compared(program, Path(arguments[0]).read_text(), (arguments + ["half_up"])[1], 10)
    print(*comparison.faults, dict(comparison.notes), sep="\n")
    return 1 if comparison.faults else 0


def main(program, first, count, seconds="3"):
    run, began = Run(program, float(seconds)), time.monotonic()
    for seed in range(int(first), int(first) + int(count)):
        run.seed(seed, (*RULES, "any")[seed % 4])
    print(", ".join(f"{number} {what}" for what, number in sorted(run.notes.items()) if number),
          f"in {time.monotonic() - began:.0f} s")
    for _, rule, text, faults in sorted(run.failed)[:10]:
        print(f"--- rule {rule}", text, *faults, sep="\n")
    print(f"{len(run.failed)} systems differ")
    return 1 if run.failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if not sys.argv[2].isdigit():
        sys.exit(of_file(sys.argv[1], sys.argv[2:]))
    sys.exit(main(*sys.argv[1:]))
