"""Partial states: what was counted apart is merged, and travels as bytes."""

import unittest

from support import END, LIBRARY, Case, indicare

HEAD = "LA,CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
EASTMERE = HEAD + "Eastmere,A,01/06/2022,S,C2,U4,,\n"
WESTMERE = HEAD + "Westmere,A,01/06/2022,S,C2,U4,,\nWestmere,B,01/06/2022,S,C2,K2,,\n"


class States(Case):
    def state(self, text):
        state = self.computed(text).state()
        self.addCleanup(state.close)
        return state

    def test_authorities_are_merged_and_taken_out(self):
        east, west = self.state(EASTMERE), self.state(WESTMERE)
        before = bytes(east)
        east.merge(west)
        session = self.session()
        session.compute_state(east)
        self.assertEqual(session.authorities(), ["Eastmere", "Westmere"])
        self.assertEqual(self.printed(session, "looked_after", "Westmere"), "2")
        self.assertEqual(session.results(), self.computed(EASTMERE + WESTMERE.removeprefix(HEAD)).results())
        east.subtract(west)
        self.assertEqual(bytes(east), before)

    def test_a_child_counted_twice_is_refused_and_nothing_is_changed(self):
        east, again = self.state(EASTMERE), self.state(EASTMERE)
        before = bytes(east)
        with self.assertRaisesRegex(indicare.Conflict, "both"):
            east.merge(again)
        self.assertEqual(bytes(east), before)

    def test_bytes_travel(self):
        travelled = indicare.State.of(bytes(self.state(WESTMERE)), LIBRARY)
        session = self.session()
        session.give_population("Westmere", 2023, 20_000)
        session.compute_state(travelled)
        self.assertEqual(session.figure("looked_after_rate").exact, 1)
        with self.assertRaises(indicare.NotAvailable):
            session.explain("looked_after")

    def test_bytes_that_were_changed_are_refused(self):
        data = bytes(self.state(WESTMERE))
        for wrong in (b"", data[:-1], data[:-1] + bytes([data[-1] ^ 1])):
            with self.assertRaises(indicare.NotRecognised):
                indicare.State.of(wrong, LIBRARY)

    def test_marks_can_be_forgotten(self):
        state = self.state(WESTMERE)
        with_marks = len(bytes(state))
        state.forget_children()
        self.assertLess(len(bytes(state)), with_marks)

    def test_there_is_none_before_results(self):
        with self.assertRaises(indicare.WrongOrder):
            self.session().state()


if __name__ == "__main__":
    unittest.main()
