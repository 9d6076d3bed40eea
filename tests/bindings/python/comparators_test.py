"""Published statistics beside the figures of a return, and the report."""

import json
import unittest

from support import END, FOUR_CHILDREN, LIBRARY, Case, indicare


class Comparators(Case):
    @classmethod
    def setUpClass(cls):
        cls.session_of_derby = indicare.Session(LIBRARY, authority="831")
        cls.session_of_derby.use_bundled_benchmarks()
        cls.session_of_derby.read(FOUR_CHILDREN, 2023)
        cls.session_of_derby.compute(END)

    @classmethod
    def tearDownClass(cls):
        cls.session_of_derby.close()

    def test_england_beside_a_share(self):
        # 57,020 of 83,840 were in foster placements in England in 2023: 68.
        benchmarks = self.session_of_derby.compare("Derby", 2023)
        (england,) = [each for each in benchmarks if (each.indicator, each.kind) == ("in_foster_care", "england")]
        self.assertEqual((england.name, england.year, england.printed), ("England", 2023, "68"))
        self.assertEqual(england.answer, "worse")  # 2 of 3 is below, and high is good
        self.assertEqual(england.significance, "similar")
        self.assertNotIn("looked_after", {each.indicator for each in benchmarks})

    def test_documents(self):
        self.assertIn("Derby", self.session_of_derby.comparison("831", 2023))
        self.assertTrue(json.loads(self.session_of_derby.comparison("831", 2023, format="json")))

    def test_an_authority_that_is_not_published(self):
        with self.assertRaises(indicare.NotFound):
            self.session_of_derby.compare("Nowhere", 2023)

    def test_the_report(self):
        pieces = []
        page = self.session_of_derby.report("831", 2023)
        self.session_of_derby.write_document(pieces.append)
        self.assertEqual(b"".join(pieces).decode(), page)
        self.assertGreater(len(pieces), 1)
        self.assertTrue(page.lower().startswith("<!doctype html"))
        self.assertIn("Derby", self.session_of_derby.report("831", 2023, years=2, format="markdown"))
        with self.assertRaises(indicare.OutOfRange):
            self.session_of_derby.report("831", 2023, years=1)

    def test_what_is_no_published_file(self):
        with self.assertRaises(indicare.NotRecognised):
            self.session().give_benchmarks("a,b\n1,2\n", name="other.csv")


if __name__ == "__main__":
    unittest.main()
