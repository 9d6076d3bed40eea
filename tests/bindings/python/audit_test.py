"""Whether claims can all be true, and what a publication gives away."""

import json
import unittest

from support import SOURCE, Case, indicare

POSSIBLE, IMPOSSIBLE, UNDECIDED = indicare.Verdict
ROW = "authority,as_at,indicator,unit,numerator,denominator,undetermined,value,low,high,squares\n"


class Audits(Case):
    def test_what_can_be_true(self):
        session = self.session()
        session.give_claims("a = 3\npercent a of b = 50%\n")
        verdict, document = session.audit()
        self.assertEqual(verdict, POSSIBLE)
        self.assertIn("Possible: they can all be true together", document)

    def test_what_cannot(self):
        # 620 are 104 in 10,000 of at most 59,903, and 225 are 35 of at least 63,381.
        session = self.session()
        session.give_claims(
            "stock = 620\nstock per 10000 population = 104\nstarted = 225\nstarted per 10000 population = 35\n")
        verdict, document = session.audit(format="json")
        self.assertEqual(verdict, IMPOSSIBLE)
        self.assertTrue(json.loads(document))
        session.forget_claims()
        with self.assertRaises(indicare.WrongOrder):
            session.audit()

    def test_the_rule_of_rounding_decides(self):
        # 1 of 40 is 2.5 percent: 3 when a half goes up, 2 when it is cut off.
        session = self.session()
        session.give_claims("a = 1\nb = 40\npercent a of b = 2%\n")
        self.assertEqual(session.audit().verdict, IMPOSSIBLE)
        self.assertEqual(session.audit(rounding="truncate").verdict, POSSIBLE)
        self.assertEqual(session.audit(rounding="any").verdict, POSSIBLE)

    def test_a_line_that_cannot_be_read_is_a_finding(self):
        session = self.session()
        session.give_claims("a = 3\nb == 4\n", name="mine.claims")
        (finding,) = [finding for finding in session.findings() if finding.severity == "error"]
        self.assertEqual((finding.code, finding.file, finding.line), ("claim_unreadable", "mine.claims", 2))
        self.assertEqual(session.audit().verdict, UNDECIDED)


class Patience(Case):
    def audited(self, asked):
        session = self.session()
        session.give_claims(SOURCE / "examples" / "claims" / "derby_2023.claims")
        session.give_up_when(asked)
        return session

    def test_it_ends_undecided(self):
        session = self.session()
        session.give_claims("a = 3\npercent a of b = 50%\n")
        session.give_up_when(lambda: True)
        self.assertEqual(session.audit().verdict, UNDECIDED)

    def test_it_goes_on(self):
        self.assertEqual(self.audited(lambda: None).audit().verdict, IMPOSSIBLE)
        self.assertEqual(self.audited(None).audit().verdict, IMPOSSIBLE)

    def test_what_it_raises_is_raised(self):
        def impatient():
            raise KeyboardInterrupt

        session = self.audited(impatient)
        with self.assertRaises(KeyboardInterrupt):
            session.audit()
        session.give_up_when(None)
        self.assertEqual(session.audit().verdict, IMPOSSIBLE)


class Disclosures(Case):
    def test_what_is_hidden(self):
        # c + d is told by the sum to be 6, so that either can be any of 1 to 5.
        claims = "total = 310 ; a = 200 ; b = 104 ; c = 2 ; d = 4\na + b + c + d = total\n"
        verdict, document = self.session().disclose(claims, format="json", name="table.claims")
        self.assertEqual(verdict, POSSIBLE)
        self.assertTrue(json.loads(document))

    def test_a_scorecard_is_written_again(self):
        card = ROW + "999,2023-03-31,looked_after,children,40,,0,40,,,\n" \
                     "999,2023-03-31,unaccompanied,children,2,,0,2,,,\n"
        verdict, safe = self.session().disclose(card, small=5, values=2)
        self.assertEqual(verdict, POSSIBLE)
        self.assertIn("unaccompanied,children,c", safe)
        self.assertIn("looked_after,children,40", safe)

    def test_what_is_told_all_the_same(self):
        # 3 percent of 40 is 1 child, and no other number.
        card = ROW + "999,2023-03-31,in_foster_care,percent,c,40,0,3,,,\n"
        verdict, document = self.session().recover(card, name="published.csv")
        self.assertEqual(verdict, IMPOSSIBLE)
        self.assertIn("in_foster_care", document)

    def test_numbers_out_of_range(self):
        for small, values in ((0, 2), (5, 1)):
            with self.assertRaises(indicare.OutOfRange):
                self.session().disclose(ROW, small=small, values=values)


if __name__ == "__main__":
    unittest.main()
