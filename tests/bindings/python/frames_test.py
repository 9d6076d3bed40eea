"""pandas: frames in, with or without Arrow, and results out as one."""

import io
import unittest

import pandas

from support import END, FOUR_CHILDREN, Case


class Frames(Case):
    def read(self, frame):
        session = self.session()
        self.assertEqual(session.read(frame, 2023), "Episodes")
        session.compute(END)
        return session

    def test_text_as_it_is_in_the_file(self):
        frame = pandas.read_csv(io.StringIO(FOUR_CHILDREN), dtype=str)
        self.assertEqual(self.read(frame).results(), self.computed().results())

    def test_dates_and_missing_values_of_every_kind(self):
        frame = pandas.read_csv(io.StringIO(FOUR_CHILDREN), parse_dates=["DECOM", "DEC"], dayfirst=True)
        self.assertEqual(str(frame["DECOM"].dtype)[:10], "datetime64")
        self.assertEqual(self.read(frame).results(), self.computed().results())
        frame = frame.convert_dtypes()
        self.assertEqual(self.read(frame).results(), self.computed().results())

    def test_rows_that_were_chosen(self):
        frame = pandas.read_csv(io.StringIO(FOUR_CHILDREN), dtype=str)
        self.assertEqual(self.printed(self.read(frame[frame["PLACE"] == "U4"]), "looked_after"), "2")

    def test_whole_numbers_among_missing_ones(self):
        frame = pandas.DataFrame({"CHILD": [1, 2], "DOB": ["05/05/2010", "05/05/2011"], "SDQ_SCORE": [7, None],
                                  "SDQ_REASON": [None, "SDQ1"], "HEALTH_ASSESSMENT": [True, False]})
        self.assertEqual(str(frame["SDQ_SCORE"].dtype), "float64")
        session = self.session()
        self.assertEqual(session.read(frame, 2023), "OC2")
        self.assertNotIn("7.0", [finding.value for finding in session.findings()])

    def test_results_are_a_frame(self):
        session = self.computed(authority="999")
        frame = session.to_frame().set_index("indicator")
        self.assertEqual(len(frame), len(session.results()))
        self.assertEqual((frame.loc["in_foster_care", "numerator"], frame.loc["in_foster_care", "denominator"]), (2, 3))
        self.assertTrue(frame["denominator"].isna()["looked_after"])
        self.assertEqual(str(frame["numerator"].dtype), "Int64")
        self.assertEqual(float(frame.loc["in_foster_care", "exact"]), 200 / 3)


if __name__ == "__main__":
    unittest.main()
