"""The workbook of a report, read with nothing but Python's own library: its cells are the published
figures, numbers are numbers, each chart is native and draws from cells, and the same report gives
the same bytes.

    workbook_test.py WRITE_REPORT_FILES
"""

import csv
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
import zipfile
from fractions import Fraction

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def held(over, under):
    """A quotient as a workbook holds it: 16 digits."""
    return float("%.16G" % float(Fraction(over, under)))


class Workbook:
    """Sheets by name, each a dictionary of cells: a number or a text by its reference."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.texts = ["".join(text.itertext())
                      for text in self.tree("xl/sharedStrings.xml").iter(MAIN + "si")]
        self.sheets, self.parts = {}, {}
        for number, sheet in enumerate(self.tree("xl/workbook.xml").iter(MAIN + "sheet"), 1):
            self.parts[sheet.get("name")] = self.tree(f"xl/worksheets/sheet{number}.xml")
            self.sheets[sheet.get("name")] = self.cells(self.parts[sheet.get("name")])

    def tree(self, name):
        return xml.fromstring(self.zip.read(name))

    def cells(self, sheet):
        found = {}
        for cell in sheet.iter(MAIN + "c"):
            value = cell.find(MAIN + "v")
            if value is not None:
                is_text = cell.get("t") == "s"
                found[cell.get("r")] = self.texts[int(value.text)] if is_text else float(value.text)
        return found

    def charts(self):
        return [self.tree(name) for name in sorted(self.zip.namelist())
                if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]

    def row(self, sheet, indicator, place):
        """The cells of a place's row under an indicator, by column letter."""
        cells = self.sheets[sheet]
        under = None
        for row in range(1, 400):
            under = cells.get(f"A{row}", under)
            if under == indicator and cells.get(f"B{row}") == place:
                return {re.match("[A-Z]+", name)[0]: value for name, value in cells.items()
                        if re.sub("[A-Z]+", "", name) == str(row)}
        raise KeyError((sheet, indicator, place))


class Report(unittest.TestCase):
    program = ""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name) / "derby"
        cls.write("831", 2023, cls.path)
        cls.book = Workbook(cls.path.with_suffix(".xlsx"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def write(cls, code, year, path):
        subprocess.run([cls.program, code, str(year), str(path)], check=True)

    def test_limits(self):
        """37 of 229 adopted: Wilson's limits 12.0 and 21.5; more than chance explains against
        England's 10%. No limits of a number of children."""
        cells = self.book.sheets["Limits and chance"]
        rows = {value: name[1:] for name, value in cells.items() if name.startswith("A")}
        row = rows["Adopted"]
        self.assertEqual((cells["C" + row], cells["D" + row], cells["E" + row]),
                         (12.0, 21.5, "much better"))
        self.assertNotIn("Children looked after", rows)
        self.assertTrue(any(str(text).startswith("These are all the children") for text in rows))

    def test_derby(self):
        """As published: 627 and 620 looked after; 34 of 246 and 37 of 229 adopted; England 10%;
        208 and 152 of long-term stability in 2022; missing 89 of 845 in 2023."""
        row = self.book.row("Numbers in care", "Children looked after", "Derby")
        self.assertEqual((row["F"], row["G"], row["H"]), (627, 620, 620))
        row = self.book.row("Leaving care", "Adopted", "Derby")
        self.assertEqual((row["F"], row["G"]),
                         (held(3400, 246), held(3700, 229)))
        self.assertEqual((row["H"], row["I"], row["J"]), (37, 229, "improving"))
        self.assertEqual(self.book.row("Leaving care", "Adopted", "England")["F"], 10)
        row = self.book.row("Stability", "Long-term placement stability", "Derby")
        self.assertEqual(row["F"], held(15200, 208))
        row = self.book.row("Missing and away", "Missing from placement", "Derby")
        self.assertEqual((row["G"], row["H"], row["I"]), (held(8900, 845), 89, 845))
        row = self.book.row("Numbers in care", "Rate of children looked after, per 10,000 aged "
                            "0-17", "East Midlands")
        self.assertEqual(row["F"], 65)

    def test_agrees_with_the_other_files(self):
        """Every share of the authority is the quotient of the numbers in the CSV."""
        with open(self.path.with_suffix(".meta.csv"), encoding="utf-8") as file:
            meta = {row["col_name"]: row for row in csv.DictReader(file)}
        with open(self.path.with_suffix(".csv"), encoding="utf-8") as file:
            own = [row for row in csv.DictReader(file)
                   if row["geographic_level"] == "Local authority"]
        compared = 0
        for column in meta:
            if not column.endswith("_percent"):
                continue
            name = column[:-len("_percent")]
            title = meta[column]["label"].removesuffix(": percentage")
            row = self.book.row(meta[column]["indicator_grouping"], title, "Derby")
            for letter, year in zip("CDEFG", own):
                over, under = year[name + "_count"], year[name + "_base_count"]
                if over.isdigit() and under.isdigit() and int(under):
                    self.assertEqual(row[letter], held(100 * int(over), int(under)))
                    compared += 1
        self.assertGreater(compared, 80)

    def test_symbols_are_text_with_a_note(self):
        row = self.book.row("Placements", "In foster placements", "Derby")
        self.assertEqual([row[letter] for letter in "CDEFG"], ["x"] * 5)
        self.assertIn("not published", row["O"])

    def test_sheets(self):
        names = list(self.book.sheets)
        self.assertEqual(names[0], "Summary")
        self.assertEqual(names[-2:], ["Sources and notes", "Chart data"])
        self.assertIn("Care leavers", names)
        self.assertIn("Strength", self.book.sheets["Summary"].values())
        self.assertIn("Area for development", self.book.sheets["Summary"].values())
        for name, sheet in self.book.parts.items():
            with self.subTest(sheet=name):
                pane = next(sheet.iter(MAIN + "pane"))
                self.assertEqual(pane.get("state"), "frozen")
                setup = next(sheet.iter(MAIN + "pageSetup"))
                self.assertEqual((setup.get("paperSize"), setup.get("orientation"),
                                  setup.get("fitToHeight")), ("9", "landscape", "0"))
                self.assertTrue(list(sheet.iter(MAIN + "col")))

    def test_charts(self):
        """Line charts, whose numbers are in the sheet that they refer to, text in none of them."""
        charts = self.book.charts()
        self.assertGreater(len(charts), 20)
        data = self.book.sheets["Chart data"]
        for chart in charts:
            self.assertTrue(list(chart.iter(CHART + "lineChart")))
            for series in chart.iter(CHART + "val"):
                where = next(series.iter(CHART + "f")).text
                row = re.fullmatch(r"'Chart data'!\$C\$(\d+):\$G\$\1", where)[1]
                numbers = [data[c + row] for c in "CDEFG" if c + row in data]
                self.assertGreaterEqual(len(numbers), 2)
                self.assertTrue(all(isinstance(number, float) for number in numbers))
        drawings = [name for name in self.book.zip.namelist() if "drawings/drawing" in name]
        for name in drawings:
            if name.endswith(".xml"):
                self.assertNotIn('descr=""', self.book.zip.read(name).decode())

    def test_properties(self):
        core = self.book.zip.read("docProps/core.xml").decode()
        self.assertIn("<dc:title>Children in care and care leavers: Derby</dc:title>", core)
        self.assertIn("2023-03-31T00:00:00Z", core)
        self.assertIn("<dc:creator></dc:creator>", core)

    def test_same_bytes(self):
        again = self.path.with_name("again")
        self.write("831", 2023, again)
        self.assertEqual(self.path.with_suffix(".xlsx").read_bytes(),
                         again.with_suffix(".xlsx").read_bytes())

    def test_whole_or_not_at_all(self):
        self.assertEqual([], list(self.path.parent.glob("*.part")))
        result = subprocess.run([self.program, "831", "2023", "/nowhere/report"],
                                capture_output=True, text=True, check=False)
        self.assertIn("/nowhere/report.xlsx: ", result.stderr)


if __name__ == "__main__":
    Report.program = sys.argv.pop(1)
    unittest.main()
