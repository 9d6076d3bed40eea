"""The main job from Python: reading, figures, findings, failures."""

import csv
import io
import json
import tempfile
import unittest
from datetime import date
from fractions import Fraction
from pathlib import Path

from support import END, FOUR_CHILDREN, LIBRARY, SOURCE, Case, indicare


class Reading(Case):
    def test_text_bytes_and_files_are_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "episodes.csv"
            path.write_text(FOUR_CHILDREN)
            for data in (FOUR_CHILDREN, FOUR_CHILDREN.encode(), bytearray(FOUR_CHILDREN.encode()), path, str(path)):
                session = self.session()
                self.assertEqual(session.read(data, year=2023), "Episodes")
                session.compute(END)
                self.assertEqual(self.printed(session, "looked_after"), "3")

    def test_a_file_is_called_by_its_folder_and_name(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "2023").mkdir()
            path = Path(folder) / "2023" / "episodes.csv"
            path.write_text("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,31/02/2022,S,C2,U4,,\n")
            session = self.session()
            session.read(path, 2023)
            session.read(path, 2023, name="mine")
            self.assertEqual({finding.file for finding in session.findings()}, {"2023/episodes.csv", "mine"})

    def test_what_is_no_table_is_none_and_a_finding(self):
        session = self.session()
        self.assertIsNone(session.read("a,b\n1,2\n", 2023, name="other.csv"))
        self.assertEqual([finding.severity for finding in session.findings()], ["error"])

    def test_a_missing_file_leaves_the_session_as_it_was(self):
        session = self.computed()
        with self.assertRaises(FileNotFoundError):
            session.read("no such file.csv", 2023)
        self.assertEqual(self.printed(session, "started"), "3")

    def test_a_folder(self):
        session = self.session(authority="999")
        tables = session.read_folder(SOURCE / "examples" / "returns" / "2023", 2023)
        self.assertEqual(tables["episodes.csv"], "Episodes")
        self.assertEqual(tables["sw_episodes.csv"], "SWEpisodes")
        self.assertNotIn(None, tables.values())


class Figures(Case):
    def test_a_share_is_exact(self):
        figure = self.computed().figure("in_foster_care")
        self.assertEqual((figure.numerator, figure.denominator, figure.undetermined), (2, 3, 0))
        self.assertEqual(figure.exact, Fraction(200, 3))
        self.assertEqual((figure.printed, figure.low, figure.high, figure.reason), ("67", "", "", ""))
        self.assertEqual(figure.unit, "percent")

    def test_a_count_has_no_denominator(self):
        figure = self.computed().figure("looked_after")
        self.assertEqual((figure.numerator, figure.denominator, figure.exact), (3, None, 3))

    def test_who_may_be_counted_bounds_the_figure(self):
        figure = self.computed().figure("three_or_more_placements")
        self.assertEqual((figure.undetermined, figure.printed, figure.low, figure.high), (1, "0", "0", "33"))

    def test_no_figure_says_why(self):
        figure = self.computed().figure("unaccompanied")
        self.assertEqual((figure.numerator, figure.undetermined, figure.exact), (None, None, None))
        self.assertEqual(figure.printed, "x")
        self.assertEqual(figure.reason, "no UASC table in the return of 2023 (columns CHILD, DUC)")

    def test_populations_make_rates(self):
        session = self.computed()
        session.give_population("", 2023, 30_000)
        session.compute(END)
        self.assertEqual(session.figure("looked_after_rate").exact, 1)
        self.assertEqual(session.figure("ceased_rate").exact, Fraction(1, 3))
        session.give_populations("authority,year,population\n,2023,60000\n")
        session.compute(END)
        self.assertEqual(session.figure("looked_after_rate").exact, Fraction(1, 2))

    def test_results_are_every_indicator_of_every_authority(self):
        session = self.computed(
            "LA,CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
            "Westmere,A,01/06/2022,S,C2,U4,,\n"
            "Eastmere,A,01/06/2022,S,C2,U4,,\n"
            "Westmere,B,01/06/2022,S,C2,K2,,\n")
        self.assertEqual(session.authorities(), ["Eastmere", "Westmere"])
        ids = [indicator.id for indicator in session.library.indicators()]
        figures = session.results()
        self.assertEqual([figure.indicator for figure in figures], ids + ids)
        counts = {figure.authority: figure.printed for figure in figures if figure.indicator == "looked_after"}
        self.assertEqual(counts, {"Eastmere": "1", "Westmere": "2"})
        self.assertEqual(figures[len(ids) :], session.results("Westmere"))

    def test_the_whole_as_text(self):
        session = self.computed(authority="999")
        rows = {row["indicator"]: row for row in csv.DictReader(io.StringIO(session.csv()))}
        self.assertEqual((rows["in_foster_care"]["numerator"], rows["in_foster_care"]["denominator"]), ("2", "3"))
        self.assertEqual(len(json.loads(session.json())), 1)

    def test_notes(self):
        session = self.computed()
        self.assertEqual(session.notes(), [])
        session.compute(date(2023, 3, 30))
        self.assertEqual(len(session.notes()), 1)


class Findings(Case):
    def test_all_that_is_known_of_one(self):
        session = self.session()
        session.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,31/02/2022,S,C2,U4,,\n", 2023, name="mine.csv")
        (finding,) = [finding for finding in session.findings() if finding.code == "date_malformed"]
        self.assertEqual(
            (finding.code, finding.severity, finding.file, finding.line, finding.column, finding.value, finding.child),
            ("date_malformed", "error", "mine.csv", 2, "DECOM", "31/02/2022", "A"))
        self.assertIn(finding.message, finding.text)
        totals = session.finding_totals()
        self.assertGreaterEqual(totals["error"], 1)
        self.assertEqual(sum(totals.values()), len(session.findings()))

    def test_bytes_that_are_no_text_are_told_leniently(self):
        session = self.session()
        session.read(b"CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,\xff\xfe,S,C2,U4,,\n", 2023)
        (finding,) = [finding for finding in session.findings() if finding.code == "date_malformed"]
        self.assertEqual((finding.code, finding.column), ("date_malformed", "DECOM"))


class Failures(Case):
    def test_each_is_an_exception_of_its_own_with_a_sentence(self):
        session = self.session()
        for error, call, argument in [
            (indicare.NotFound, lambda: session.set_option("nothing", "1"), "nothing"),
            (indicare.InvalidArgument, lambda: session.set_option("leaver_on_date", "x"), "still_looked_after"),
            (indicare.WrongOrder, lambda: session.compute(END), "no table"),
            (indicare.OutOfRange, lambda: session.read(FOUR_CHILDREN, 1900), "year"),
            (indicare.NotRecognised, lambda: session.give_populations("a,b\n1,2\n"), "population"),
        ]:
            with self.assertRaisesRegex(error, argument) as raised:
                call()
            self.assertIsInstance(raised.exception, indicare.IndicareError)

    def test_the_kinds_are_those_of_python_too(self):
        session = self.session()
        with self.assertRaises(LookupError):
            session.set_option("nothing", "1")
        with self.assertRaises(ValueError):
            session.read(FOUR_CHILDREN, 1900)

    def test_names_that_there_are_not(self):
        session = self.computed()
        with self.assertRaisesRegex(indicare.NotFound, "nothing"):
            session.figure("nothing")
        with self.assertRaisesRegex(indicare.NotFound, "Nowhere"):
            session.results("Nowhere")

    def test_results_before_they_are_computed(self):
        session = self.session()
        with self.assertRaises(indicare.WrongOrder):
            session.results()

    def test_a_closed_session(self):
        with indicare.Session(LIBRARY) as session:
            pass
        session.close()
        with self.assertRaisesRegex(ValueError, "closed"):
            session.compute(END)

    def test_a_library_that_is_not_there(self):
        with self.assertRaises(OSError):
            indicare.Session("/no/such/library")


class Catalogue(Case):
    def test_indicators_say_what_they_are(self):
        indicators = {indicator.id: indicator for indicator in indicare.Library(LIBRARY).indicators()}
        stability = indicators["three_or_more_placements"]
        self.assertEqual(stability.title, "Three or more placements in the year")
        self.assertEqual((stability.family, stability.unit, stability.polarity), ("Stability", "percent", "low"))

    def test_the_version(self):
        self.assertRegex(indicare.Library(LIBRARY).version(), r"^\d+\.\d+\.\d+$")


if __name__ == "__main__":
    unittest.main()
