"""What the tests of the Python module share. Usage of each: X_test.py LIBRARY SOURCE_DIR"""

import sys
import unittest
from datetime import date
from pathlib import Path

LIBRARY = sys.argv.pop(1)
SOURCE = Path(sys.argv.pop(1))
sys.path.insert(0, str(SOURCE / "examples" / "python"))

import indicare  # noqa: E402: it is found by the line above

END = date(2023, 3, 31)

# Looked after on 31 March 2023 are A, C and D; A and D are in foster placements, C in a children's
# home. A, B and C started in the year, and B ceased. D's row does not tell when D's care began, nor
# how many placements were before.
FOUR_CHILDREN = """CHILD,DECOM,RNE,LS,PLACE,DEC,REC
A,01/06/2022,S,C2,U4,,
B,01/07/2022,S,C2,U4,01/02/2023,E4A
C,15/01/2023,S,V2,K2,,
D,01/05/2022,P,C2,U4,,
"""


class Case(unittest.TestCase):
    def session(self, **options):
        session = indicare.Session(LIBRARY, **options)
        self.addCleanup(session.close)
        return session

    def computed(self, text=FOUR_CHILDREN, **options):
        session = self.session(**options)
        session.read(text, 2023)
        session.compute(END)
        return session

    def printed(self, session, indicator, authority=None):
        return session.figure(indicator, authority).printed
