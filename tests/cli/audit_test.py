#!/usr/bin/env python3
"""The commands audit and disclose from outside. Usage: audit_test.py PROGRAM SOURCE_DIR"""

import csv
import io
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop(1)
SOURCE = pathlib.Path(sys.argv.pop(1))
CLAIMS = SOURCE / "examples/claims/derby_2023.claims"
RETURNS = SOURCE / "examples/returns"


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, text):
        path = pathlib.Path(self.folder.name) / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run_program(self, *arguments):
        return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                              check=False)

    def scorecard(self, *options):
        result = self.run_program(
            "scorecard", *sorted(RETURNS.glob("20*")), "--authority", "999", "--population-file",
            RETURNS / "population.csv", "--postcodes", RETURNS / "postcodes.csv", "--format", "csv",
            *options)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout


class Audit(Commands):
    def test_the_exit_status_says_what_was_found(self):
        self.assertEqual(self.run_program("audit", CLAIMS).returncode, 1)
        possible = self.file("possible.claims", "a = 3\npercent a of b = 50%\n")
        self.assertEqual(self.run_program("audit", possible).returncode, 0)
        unreadable = self.file("unreadable.claims", "a = 3\nb == 4\n")
        result = self.run_program("audit", unreadable)
        self.assertEqual(result.returncode, 2)
        self.assertIn("unreadable.claims:2", result.stderr)
        self.assertIn("1 row or claim could not be read", result.stderr)
        self.assertEqual(self.run_program("audit", "no such file").returncode, 2)
        self.assertEqual(self.run_program("audit").returncode, 2)

    def test_the_first_findings_are_shown_and_how_many_more_there_are(self):
        path = self.file("wrong.claims", "a = 3\nb == 4\nc == 5\nd == 6\n")
        said = self.run_program("audit", path, "--findings", "1").stderr
        self.assertIn("wrong.claims:2", said)
        self.assertNotIn("wrong.claims:3", said)
        self.assertIn("... and 2 more (--findings shows more)", said)
        said = self.run_program("audit", path, "--findings", "3").stderr
        self.assertIn("wrong.claims:4", said)
        self.assertNotIn("more (--findings", said)

    def test_what_is_not_what_was_expected_is_never_possible_or_safe(self):
        header = "authority,as_at,indicator,numerator,denominator,value\n"
        row = "999,2023-03-31,ceased,40,,40\n"
        wrong = {
            "empty.claims": ("", "nothing is claimed"),
            "wrong.png": ("\x89PNG\x1a\0", "expected a name or a number"),
            "columns.csv": ("authority,as_at\n", "expected the columns"),
            "date.csv": (header + row + "999,31/02/2023,adopted,3,40,8\n", '"31/02/2023"'),
            "indicator.csv": (header + row + "999,2023-03-31,none,3,40,8\n", '"none"'),
            "number.csv": (header + row + "999,2023-03-31,adopted,-4,40,8\n", '"-4"'),
            "value.csv": (header + row + "999,2023-03-31,adopted,4,40,1o\n", '"1o"'),
            "ragged.csv": (header + row + "999,2023-03-31,adopted,4\n", "too few fields"),
            "published.csv": ("time_period,geographic_level,number\n", "the file was not read"),
        }
        for name, (text, message) in wrong.items():
            path = self.file(name, text)
            for arguments in (["audit", path], ["disclose", "--prove", path]):
                result = self.run_program(*arguments)
                self.assertEqual(result.returncode, 2, (name, arguments, result.stdout))
                self.assertIn(message, result.stderr, (name, arguments))
            self.assertEqual(self.run_program("disclose", path).returncode, 2, name)

    def test_rows_that_contradict_each_other_are_a_conflict(self):
        header = "authority,as_at,indicator,numerator,denominator,value\n"
        printed_twice = self.file("twice.csv", header + "9,2023-03-31,ceased,40,,41\n")
        two_rows = self.file("rows.csv", header + "9,2023-03-31,looked_after,622,,622\n"
                             "9,2023-03-31,looked_after_rate,623,59406,105\n")
        for path in (printed_twice, two_rows):
            result = self.run_program("audit", path)
            self.assertEqual(result.returncode, 1, result.stdout)
            self.assertEqual(self.run_program("disclose", path).returncode, 2)

    def test_a_wrong_number_of_a_breakdown_is_found(self):
        rows = self.scorecard("--by", "sex").splitlines()
        at = next(i for i, row in enumerate(rows) if ",sex," in row)
        fields = rows[at].split(",")
        fields[4] = str(int(fields[4]) + 1)
        rows[at] = ",".join(fields)
        result = self.run_program("audit", self.file("wrong.csv", "\n".join(rows) + "\n"))
        self.assertEqual(result.returncode, 1)
        self.assertIn("How groups add up", result.stdout)

    def test_ways_in_which_indicators_do_not_add_up_are_counted(self):
        rows = self.scorecard().splitlines()
        at = next(i for i, row in enumerate(rows) if ",unaccompanied," in row)
        fields = rows[at].split(",")
        fields[4] = fields[7] = "5000"
        rows[at] = ",".join(fields)
        rows = [row for row in rows if ",unaccompanied_share," not in row]
        result = self.run_program("audit", self.file("odd.csv", "\n".join(rows) + "\n"))
        self.assertIn("1 ways in which indicators", result.stderr)

    def test_the_page_that_teaches_it_says_what_the_program_says(self):
        page = (SOURCE / "docs/audit.md").read_text(encoding="utf-8")
        said = " ".join(self.run_program("audit", CLAIMS).stdout.split())
        begin = page.index("    Impossible: they cannot all be true.")
        example = page[begin:page.index("Read a conflict from its sentence")]
        for part in example.split("    ...\n"):
            self.assertIn(" ".join(part.split()), said)

    def test_what_is_not_confirmed_is_not_audited_and_that_is_said(self):
        path = self.file("proposed.claims", "a = 3\n? a = 4\n")
        result = self.run_program("audit", path)
        self.assertEqual(result.returncode, 0)
        self.assertIn("1 proposed claims are not confirmed and were left out", result.stderr)

    def test_several_files_speak_of_the_same_numbers(self):
        one = self.file("one.claims", "a = 3\n")
        two = self.file("two.claims", "a = 4\n")
        self.assertEqual(self.run_program("audit", one, two).returncode, 1)

    def test_claims_are_written_and_read_again(self):
        result = self.run_program("audit", CLAIMS, "--format", "claims")
        self.assertEqual(result.returncode, 0)
        again = self.file("again.claims", result.stdout)
        self.assertEqual(self.run_program("audit", again, "--format", "claims").stdout,
                         result.stdout)

    def test_a_scorecard_claims_what_can_be_true(self):
        path = self.file("scorecard.csv", self.scorecard("--by", "all"))
        result = self.run_program("audit", path, "--time", "3600", "--format", "json")
        self.assertEqual(result.returncode, 0, result.stderr)
        answer = json.loads(result.stdout)
        self.assertGreater(len(answer["claims"]), 300)
        self.assertTrue(all(number["pinned"] for number in answer["unknowns"]))

    def test_a_wrong_digit_of_a_scorecard_is_found(self):
        rows = self.scorecard().splitlines()
        at = next(i for i, row in enumerate(rows) if ",in_foster_care," in row)
        fields = rows[at].split(",")
        fields[7] = str(int(fields[7]) + 1)
        rows[at] = ",".join(fields)
        path = self.file("wrong.csv", "\n".join(rows) + "\n")
        result = self.run_program("audit", path)
        self.assertEqual(result.returncode, 1)
        self.assertIn(f"percent in_foster_care_2023 of looked_after_2023 = {fields[7]}%",
                      result.stdout)

    def test_published_files_can_be_true(self):
        files = sorted((SOURCE / "examples/published").glob("*.csv"))
        self.assertEqual(self.run_program("audit", *files, "--format", "claims").returncode, 0)

    def test_places_add_up_where_it_is_asked_for(self):
        rows = ["time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
                "region_name,old_la_code,la_name,new_la_code,cla_group,characteristic,number\n"]
        for year in range(2001, 2026):
            where = f"{year},Reporting year,{{}},E92000001,England,E12000001,North,{{}},Total,Total,"
            rows += [where.format("Local authority", f"{801 + place},Place {place},E0900000{place}")
                     + f"{year + place}\n" for place in (0, 1)]
            rows.append(where.format("Regional", ",,") + f"{(2 * year + 6) // 10 * 10}\n")
        path = self.file("published.csv", "".join(rows))
        without, with_places = (self.run_program("audit", path, *places) for places in ((), ("--places",)))
        self.assertIn("75 claims of published files.", without.stderr)
        self.assertIn("100 claims of published files.", with_places.stderr)
        self.assertEqual(with_places.returncode, 0, with_places.stdout)

    def test_published_figures_that_are_left_out_are_counted(self):
        path = self.file("published.csv", "time_period,geographic_level,country_name,number,starts,percentage\n"
                                          "2023,National,England,120,30,25\n2022,National,England,110,30,k\n")
        result = self.run_program("audit", path)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("4 claims of published files.", result.stderr)
        self.assertIn("2 of their percentages, rates and means (a total's own 100% among them) are of no "
                      "numbers that were found, and were left out", result.stderr)

    def test_prose_is_proposed_and_nothing_is_audited(self):
        report = self.file("report.txt", "At 31 March 2023 there were 620 children in care.\n\n"
                                         "This is a decrease of seven children, equating to 1.1%.\n")
        result = self.run_program("audit", "--text", report)
        self.assertEqual(result.returncode, 0)
        self.assertIn("nothing was audited", result.stderr)
        self.assertIn("? stock = 620", result.stdout)
        proposed = self.file("proposed.claims", result.stdout)
        again = self.run_program("audit", proposed)
        self.assertEqual(again.returncode, 2)
        self.assertIn("nothing is claimed", again.stderr)
        self.assertIn("not confirmed", again.stderr)
        confirmed = self.file("confirmed.claims", result.stdout.replace("? ", ""))
        answer = json.loads(self.run_program("audit", confirmed, "--format", "json").stdout)
        self.assertEqual(answer["verdict"], "possible")

    def test_what_takes_too_long_is_not_decided(self):
        # An even number is never odd, but neither bounds nor rational numbers show it.
        path = self.file("hard.claims", "a + b + c = 2 d\na + b + c = 2 e + 1\n")
        result = self.run_program("audit", path, "--time", "0.5")
        self.assertEqual(result.returncode, 2)
        self.assertIn("Not decided: the search was given up", result.stdout)

    def test_giving_up_ends_also_what_is_large(self):
        # Cubes and squares of so many: more than a minute of a core without an end.
        ranged = "".join(f"x{i} in 0..{i + 3}\n" for i in range(3000))
        total = " + ".join(f"x{i}" for i in range(3000))
        ranges = self.file("ranges.claims", f"{ranged}{total} = 5\n")
        stated = "".join(f"a{i} = 3\n" for i in range(400))
        total = " + ".join(f"a{i}" for i in range(400))
        sums = self.file("sums.claims", f"{stated}total = 1200\n{total} = total\n")
        for arguments in (("audit", ranges), ("disclose", sums)):
            result = subprocess.run(
                [PROGRAM, *arguments, "--time", "0.2"], capture_output=True, text=True, check=False,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (20, 20)))
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn("ot decided", result.stdout)


class Disclose(Commands):
    def hidden_of(self, text):
        return [row for row in csv.DictReader(io.StringIO(text)) if row["value"] == "c"]

    def naively_hidden(self, text):
        """Hides numbers of 1 to 5 and their percentages, and nothing else."""
        rows = list(csv.DictReader(io.StringIO(text)))
        for row in rows:
            for column in ("numerator", "denominator"):
                if row[column].isdigit() and 1 <= int(row[column]) <= 5:
                    row[column] = row["value"] = "c"
        out = io.StringIO()
        writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()

    def test_hiding_small_numbers_alone_is_broken_and_then_repaired(self):
        whole = self.scorecard("--by", "all")
        naive = self.file("naive.csv", self.naively_hidden(whole))
        broken = self.run_program("disclose", "--prove", naive, "--format", "json")
        self.assertEqual(broken.returncode, 1, broken.stderr)
        told = [number for number in json.loads(broken.stdout)["hidden"] if not number["safe"]]
        self.assertGreater(len(told), 0)
        truth = {row["indicator"] + row["breakdown"] + row["group"]: row["numerator"]
                 for row in csv.DictReader(io.StringIO(whole))}
        self.assertTrue(all(str(number["least"]) in truth.values() for number in told))
        self.assertTrue(all(number["told_by"] for number in told))

        path = self.file("whole.csv", whole)
        repaired = self.run_program("disclose", path, "--format", "csv")
        self.assertEqual(repaired.returncode, 0, repaired.stderr)
        safe = self.file("safe.csv", repaired.stdout)
        proof = self.run_program("disclose", "--prove", safe, "--format", "json")
        self.assertEqual(proof.returncode, 0, proof.stdout)
        self.assertTrue(all(number["safe"] for number in json.loads(proof.stdout)["hidden"]))
        self.assertGreaterEqual(len(self.hidden_of(repaired.stdout)), len(told))

    def test_what_stays_is_as_it_was_and_what_goes_is_gone(self):
        whole = self.scorecard("--by", "all", "--limits")
        result = self.run_program("disclose", self.file("whole.csv", whole), "--format", "csv")
        before = whole.splitlines()
        after = result.stdout.splitlines()
        self.assertEqual(before[0], after[0])
        self.assertEqual(len(before), len(after))
        for old, new in zip(csv.DictReader(before), csv.DictReader(after)):
            if new["value"] != "c" and new["numerator"] != "c":
                self.assertEqual(old, new)
                continue
            for column in ("undetermined", "low", "high", "squares", "lower_95", "upper_95"):
                if new["value"] == "c":
                    self.assertEqual(new[column], "")
            self.assertFalse(new["numerator"].isdigit() and 1 <= int(new["numerator"]) <= 5)

    def test_zeros_are_shown_and_protect_nothing(self):
        path = self.file("table.claims", "a = 0 ; b = 7 ; c = 3 ; d = 4 ; t = 14\n"
                                         "a + b + c + d = t\n")
        answer = json.loads(self.run_program("disclose", path, "--format", "json").stdout)
        self.assertEqual(sorted(number["number"] for number in answer["hidden"]), ["c", "d"])
        # Who knows that a hidden number is not small would know that it is the zero.
        path = self.file("table.claims", "a = 0 ; b = 7 ; c = 3 ; t = 10\na + b + c = t\n")
        answer = json.loads(self.run_program("disclose", path, "--format", "json").stdout)
        self.assertEqual([(number["number"], number["least"], number["most"]) for number in answer["hidden"]],
                         [("c", 1, 4), ("b", 6, 9)])

    def test_the_report_does_not_hold_the_hidden_numbers(self):
        path = self.file("table.claims", "adopted = 3 ; home = 717 ; ceased = 720\n"
                                         "adopted + home = ceased\n")
        for form in ("text", "json"):
            result = self.run_program("disclose", path, "--format", form)
            self.assertEqual(result.returncode, 0)
            self.assertNotIn("717", result.stdout.replace("715", ""))

    def test_what_is_known_besides_counts(self):
        table = self.file("table.claims", "c = 2 ; d = 4 ; total = 310 ; rest = 304\n"
                                          "rest + c + d = total\n")
        self.assertEqual(self.run_program("disclose", table).returncode, 0)
        beside = self.file("beside.claims", "c = 2\n")
        self.assertEqual(self.run_program("disclose", table, "--also", beside).returncode, 1)

    def test_the_scorecard_of_last_year_is_known(self):
        this = self.file("this.csv", self.scorecard())
        last = self.file("last.csv", self.scorecard("--as-at", "2022-03-31"))
        changes = self.file("changes.claims",
                            "change child_arrangements_order_2022 -> child_arrangements_order_2023 "
                            "= 0\n")
        result = self.run_program("disclose", this, "--also", last)
        self.assertEqual(result.returncode, 0, result.stderr)
        rows = {row["indicator"]: row for row in csv.DictReader(io.StringIO(self.scorecard()))}
        before = {row["indicator"]: row for row in csv.DictReader(
            io.StringIO(self.scorecard("--as-at", "2022-03-31")))}
        change = (int(rows["child_arrangements_order"]["numerator"]) -
                  int(before["child_arrangements_order"]["numerator"]))
        changes = self.file("changes.claims",
                            "change child_arrangements_order_2022 -> child_arrangements_order_2023 "
                            f"= {change}\n")
        told = self.run_program("disclose", this, "--also", last, changes)
        self.assertEqual(told.returncode, 1, told.stdout)
        self.assertIn("NOT SAFE", told.stdout)

    def test_a_published_file_is_read_for_what_it_gives_away(self):
        header = ("time_period,time_identifier,geographic_level,country_code,country_name,"
                  "region_code,region_name,old_la_code,la_name,new_la_code,cla_group,"
                  "characteristic,number,percentage\n")
        rows = []
        for place in range(1, 31):
            a, b = (3, 40 + place) if place == 7 else (10 + place, 40 + place)
            for name, number in (("Adopted", a), ("Home", b), ("Total", a + b)):
                shown = "c" if number <= 5 else number
                percentage = "c" if number <= 5 else (200 * number + a + b) // (2 * (a + b))
                rows.append(f"2023,Reporting year,Local authority,E92000001,England,E12000001,"
                            f"North,{800 + place},Place {place},E0900{place:04},Reason,{name},"
                            f"{shown},{percentage}\n")
        path = self.file("published.csv", header + "".join(rows))
        result = self.run_program("disclose", "--prove", path)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("1 number is hidden. 1 is told", result.stdout)
        self.assertIn("is 3, by", result.stdout)

    def test_what_dfe_published_is_known(self):
        header = ("time_period,time_identifier,geographic_level,country_code,country_name,"
                  "region_code,region_name,old_la_code,la_name,new_la_code,cla_group,"
                  "characteristic,number,percentage\n")
        place = ("2023,Reporting year,Local authority,E92000001,England,E12000001,North,999,"
                 "Nowhere,E09000999,Reason episode ceased,")
        rows = {row["indicator"]: row for row in csv.DictReader(io.StringIO(self.scorecard()))}
        number = rows["child_arrangements_order"]["numerator"]
        label = "Residence order or child arrangement order granted"
        ceased = rows["ceased"]["numerator"]
        this = self.file("this.csv", self.scorecard())
        published = self.file("published.csv", f"{header}{place}{label},{number},2\n"
                              f"{place}Total,{ceased},100\n")
        result = self.run_program("disclose", this, "--also", published)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("NOT SAFE", result.stdout)
        revised = self.file("revised.csv", f"{header}{place}{label},{int(number) + 1},2\n"
                            f"{place}Total,{int(ceased) + 7},100\n")
        result = self.run_program("disclose", this, "--also", revised)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("differ from those of the scorecard", result.stderr)

    def test_what_is_not_safe_is_not_written(self):
        this = self.file("this.csv", self.scorecard())
        rows = {row["indicator"]: row for row in csv.DictReader(io.StringIO(self.scorecard()))}
        number = rows["child_arrangements_order"]["numerator"]
        known = self.file("known.claims", f"child_arrangements_order_2023 = {number}\n")
        output = pathlib.Path(self.folder.name) / "safe.csv"
        result = self.run_program("disclose", this, "--also", known, "--format", "csv", "-o",
                                  output)
        self.assertEqual(result.returncode, 1)
        self.assertFalse(output.exists())
        self.assertEqual(result.stdout, "")
        self.assertIn("was not written", result.stderr)

    def test_what_is_known_besides_must_be_readable(self):
        this = self.file("this.csv", self.scorecard())
        for name, text in (("columns.csv", "authority,as_at\n"), ("bad.claims", "a == 3\n")):
            result = self.run_program("disclose", this, "--also", self.file(name, text))
            self.assertEqual(result.returncode, 2, name)

    def test_bad_options_are_refused(self):
        table = self.file("table.claims", "a = 2\n")
        for arguments in (["--rule", "5..1"], ["--rule", "few"], ["--values", "1"]):
            self.assertEqual(self.run_program("disclose", table, *arguments).returncode, 2)
        self.assertEqual(self.run_program("disclose").returncode, 2)
        contradictory = self.file("wrong.claims", "a = 2 ; b = 3 ; a + b = 6\n")
        self.assertEqual(self.run_program("disclose", contradictory).returncode, 2)


if __name__ == "__main__":
    unittest.main()
