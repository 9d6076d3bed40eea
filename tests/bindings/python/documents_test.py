"""Which children a figure is, what a limit is, and the documents about both."""

import json
import unittest
from datetime import date
from decimal import Decimal

from support import END, FOUR_CHILDREN, Case, indicare

AMONG, COUNTED, UNDETERMINED = (
    indicare.Membership.DENOMINATOR, indicare.Membership.NUMERATOR, indicare.Membership.UNDETERMINED)


class Explanations(Case):
    def test_the_children_of_a_share(self):
        told = self.computed().explain("in_foster_care")
        self.assertEqual([(child.child, child.membership) for child in told],
                         [("A", COUNTED), ("D", COUNTED), ("C", AMONG)])
        self.assertEqual(sum(child.amount for child in told if child.membership == COUNTED), 2)
        self.assertTrue(all(child.reason and not child.decided_by for child in told))

    def test_what_would_decide_is_told_of_the_undetermined(self):
        told = {child.child: child for child in self.computed().explain("three_or_more_placements")}
        self.assertEqual(told["D"].membership, UNDETERMINED)
        self.assertTrue(told["D"].decided_by)

    def test_children_can_be_numbers(self):
        session = self.computed()
        session.set_option("children", "numbered")
        self.assertFalse({"A", "C", "D"} & {child.child for child in session.explain("in_foster_care")})

    def test_no_figure_has_no_children(self):
        with self.assertRaises(indicare.NotAvailable):
            self.computed().explain("unaccompanied")

    def test_as_a_document_with_a_target(self):
        session = self.computed()
        self.assertIn("67% (2 of 3)", session.explanation("in_foster_care"))
        self.assertIn("100% would be reached with 1 more child", session.explanation("in_foster_care", target=100))
        self.assertTrue(json.loads(session.explanation("in_foster_care", format="json")))
        with self.assertRaises(indicare.InvalidArgument):
            session.explanation("in_foster_care", target="many")
        with self.assertRaises(indicare.InvalidArgument):
            session.explanation("in_foster_care", format="picture")


class Limits(Case):
    def test_wilsons_of_a_share(self):
        # 157 of 254, as README.md has it: 55.7 to 67.6.
        head, *_ = FOUR_CHILDREN.splitlines()
        rows = [f"{number},01/06/2022,S,C2,{'U4' if number < 157 else 'K2'},," for number in range(254)]
        session = self.computed("\n".join([head, *rows, ""]))
        self.assertEqual(session.limits("in_foster_care"), (Decimal("55.7"), Decimal("67.6")))
        wider = session.limits("in_foster_care", confidence="99.8")
        self.assertTrue(wider.low < Decimal("55.7") and wider.high > Decimal("67.6"))
        self.assertIn("worse", session.significance("in_foster_care", 71))
        self.assertEqual(session.significance("in_foster_care", Decimal("61.8")), "similar")

    def test_a_count_has_none(self):
        session = self.computed()
        self.assertIsNone(session.limits("looked_after"))
        with self.assertRaises(indicare.InvalidArgument):
            session.limits("in_foster_care", confidence=100)


class Lives(Case):
    def test_a_child(self):
        session = self.computed()
        told = session.life("B")
        self.assertIn("Child B", told)
        self.assertIn("01/07/2022", told)
        self.assertIn("01/02/2023", told)
        with self.assertRaises(indicare.NotFound):
            session.life("Z")

    def test_a_movement(self):
        session = self.session()
        head = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
        session.read(head + "leaver,01/06/2021,S,C2,U4,,\n", 2022)
        session.read(head + "leaver,01/06/2021,S,C2,U4,01/02/2023,E4A\nnewcomer,01/07/2022,S,C2,U4,,\n", 2023)
        session.compute(END)
        told = session.movement("looked_after", date(2022, 3, 31))
        self.assertIn("leaver", told)
        self.assertIn("newcomer", told)
        with self.assertRaises(indicare.OutOfRange):
            session.movement("looked_after", END)


class Checks(Case):
    def test_a_check_asks_for_its_option(self):
        session = self.session(checks=1)
        session.read(FOUR_CHILDREN, 2023)
        self.assertTrue(session.check(END))
        self.assertTrue(json.loads(session.check(END, format="json")))
        with self.assertRaises(indicare.WrongOrder):
            self.computed().check(END)


class Writing(Case):
    def test_a_document_comes_in_pieces_to_any_function(self):
        session, pieces = self.computed(), []
        document = session.explanation("in_foster_care")
        session.write_document(pieces.append)
        self.assertEqual(b"".join(pieces).decode(), document)

    def test_what_a_writer_raises_is_raised(self):
        session = self.computed()
        document = session.explanation("in_foster_care")
        with self.assertRaisesRegex(OSError, "disk is full"):
            session.write_document(self.full)
        pieces = []
        session.write_document(pieces.append)
        self.assertEqual(b"".join(pieces).decode(), document)

    @staticmethod
    def full(_):
        raise OSError("disk is full")

    def test_there_is_none_before_it_is_made(self):
        with self.assertRaises(indicare.WrongOrder):
            self.session().write_document(print)


if __name__ == "__main__":
    unittest.main()
