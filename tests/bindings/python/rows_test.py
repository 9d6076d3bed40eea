"""Tables without CSV: rows of values, and Arrow both ways."""

import unittest
from datetime import date, datetime

from arrow_columns import ArrowColumns, column_names
from support import END, FOUR_CHILDREN, Case, indicare

FOUR = [
    {"CHILD": "A", "DECOM": date(2022, 6, 1), "RNE": "S", "LS": "C2", "PLACE": "U4"},
    {"CHILD": "B", "DECOM": datetime(2022, 7, 1, 12), "RNE": "S", "LS": "C2", "PLACE": "U4",
     "DEC": "01/02/2023", "REC": "E4A"},
    {"CHILD": "C", "DECOM": "2023-01-15", "RNE": "S", "LS": "V2", "PLACE": "K2", "DEC": None, "REC": float("nan")},
    {"CHILD": "D", "DECOM": date(2022, 5, 1), "RNE": "P", "LS": "C2", "PLACE": "U4"},
]


class Rows(Case):
    def test_rows_are_what_their_text_is(self):
        session = self.session()
        self.assertEqual(session.read(FOUR, 2023, name="mine"), "Episodes")
        session.compute(END)
        self.assertEqual(session.results(), self.computed().results())

    def test_any_iterable_of_mappings(self):
        session = self.session()
        self.assertEqual(session.read((row for row in FOUR), 2023), "Episodes")
        session.compute(END)
        self.assertEqual(self.printed(session, "looked_after"), "3")

    def test_numbers_are_written_whole(self):
        session = self.computed()
        born = {"CHILD": "A", "DOB": date(2010, 5, 5)}
        session.read([{**born, "SDQ_SCORE": 7.0, "SDQ_REASON": None, "HEALTH_ASSESSMENT": True, "CONVICTED": 0}], 2023)
        errors = {finding.code for finding in session.findings() if finding.severity == "error"}
        self.assertEqual(errors, {"column_missing"})  # there are fewer than the tables have

    def test_the_line_of_a_finding_counts_the_names_as_one(self):
        session = self.session()
        session.read([FOUR[0], {**FOUR[1], "DECOM": "31/02/2022"}], 2023, name="mine")
        (finding,) = [finding for finding in session.findings() if finding.code == "date_malformed"]
        self.assertEqual((finding.file, finding.line, finding.value), ("mine", 3, "31/02/2022"))

    def test_what_raises_while_it_is_iterated_changes_nothing(self):
        def failing():
            yield FOUR[0]
            raise ZeroDivisionError

        session = self.computed()
        with self.assertRaises(ZeroDivisionError):
            session.read(failing(), 2023)
        self.assertEqual(self.printed(session, "looked_after"), "3")

    def test_no_rows_have_no_columns(self):
        with self.assertRaises(indicare.OutOfRange):
            self.session().read([], 2023)


class Arrow(Case):
    def columns(self):
        names, *rows = (line.split(",") for line in FOUR_CHILDREN.splitlines())
        return ArrowColumns({name: [row[place] or None for row in rows] for place, name in enumerate(names)})

    def test_columns_are_what_their_text_is(self):
        session, columns = self.session(), self.columns()
        self.assertEqual(session.read(columns, 2023), "Episodes")
        self.assertEqual(columns.released, 1)
        session.compute(END)
        self.assertEqual(session.results(), self.computed().results())

    def test_a_stream_that_is_refused_is_released(self):
        session, columns = self.session(), self.columns()
        with self.assertRaises(indicare.OutOfRange):
            session.read(columns, 1900)
        self.assertEqual(columns.released, 1)

    def test_results_are_a_stream(self):
        session = self.computed()
        capsule = session.__arrow_c_stream__()
        session.close()
        names = column_names(capsule)
        self.assertEqual(names, ["authority", "indicator", "unit", "as_at", "numerator", "denominator",
                                 "undetermined", "exact", "printed", "low", "high", "reason"])

    def test_results_can_be_read_by_another_session(self):
        other = self.session()
        self.assertIsNone(other.read(self.computed(), 2023))  # they are no table of a return
        self.assertTrue(other.findings())


class Children(Case):
    def test_a_child_is_replaced(self):
        session = self.computed()
        with session.child("B") as rows:
            rows.read([{**FOUR[1], "DEC": None, "REC": None}], 2023)
        self.assertEqual((self.printed(session, "looked_after"), self.printed(session, "ceased")), ("4", "0"))

    def test_a_child_is_new_or_gone(self):
        session = self.computed()
        with session.child("E") as rows:
            rows.read("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nE,01/03/2023,S,C2,U4,,\n", 2023)
        self.assertEqual(self.printed(session, "started"), "4")
        with session.child("A"):
            pass
        self.assertEqual(self.printed(session, "started"), "3")

    def test_a_block_that_raises_changes_nothing(self):
        session = self.computed()
        with self.assertRaises(ZeroDivisionError):
            with session.child("B") as rows:
                rows.read(FOUR_CHILDREN, 2023)
                raise ZeroDivisionError
        self.assertEqual(self.printed(session, "started"), "3")

    def test_a_table_that_is_refused_leaves_the_session_in_use(self):
        session = self.computed()
        with self.assertRaises(indicare.OutOfRange):
            with session.child("B") as rows:
                rows.read([FOUR[1]], 1900)
        self.assertEqual(self.printed(session, "started"), "2")
        with session.child("B") as rows:
            rows.read([FOUR[1]], 2023)
        self.assertEqual(self.printed(session, "started"), "3")


if __name__ == "__main__":
    unittest.main()
