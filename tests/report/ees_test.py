"""Files for Explore Education Statistics: those that the program writes keep every rule of the
screener, hold the published figures, and the rules are seen to be broken where they are.

    ees_test.py WRITE_REPORT_FILES
"""

import csv
import pathlib
import subprocess
import sys
import tempfile
import unittest

from ees_rules import broken_rules

GOOD = """time_period,time_identifier,geographic_level,country_code,country_name,region_code,\
region_name,old_la_code,la_name,new_la_code,topic,sex,stock_count,stock_percent
2022,Reporting year,National,E92000001,England,,,,,,Total,Total,82080,100
2022,Reporting year,National,E92000001,England,,,,,,Sex,Female,c,44
2022,Reporting year,Regional,E92000001,England,E12000004,East Midlands,,,,Total,Total,6310,z
2022,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,831,Derby,\
E06000015,Total,Total,627,low
"""
GOOD_META = """col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,\
filter_grouping_column
sex,Filter,Sex,,,,Filter by sex,topic
stock_count,Indicator,Children,Numbers,,0,,
stock_percent,Indicator,Share of children,Numbers,%,0,,
"""

# The rule, and what in the good files is put in place of what to break it.
BROKEN_DATA = [
    ("ragged", ",6310,z", ",6310"),
    ("column twice", "stock_percent", "stock_count"),
    ("columns required", "country_name", "country"),
    ("snake_case", "region_name", "Region name"),
    ("snake_case", "stock_count", "1stock_count"),
    ("column name too long", "stock_count", "stock_count" + "t" * 40),
    ("column not described", "stock_count", "other_count"),
    ("described column missing", "stock_count", "other_count"),
    ("time identifiers mixed", "2022,Reporting year,Regional", "2022,Calendar year,Regional"),
    ("time identifier", "Reporting year", "Year"),
    ("time period", "2022,Reporting year,Regional", "202122,Reporting year,Regional"),
    ("geographic level", "Regional", "Region"),
    ("column of the place missing", "old_la_code", "la_code"),
    ("column of the place empty", "E12000004,East Midlands,,,", ",,,,"),
    ("column of the place empty", "E12000004,East Midlands,831", ",,831"),
    ("column of another level filled", "England,,,,,,Sex", "England,E12000004,,,,,Sex"),
    ("country", "National,E92000001", "National,E92000002"),
    ("region", "E12000004,East Midlands,,", "E12000004,Midlands,,"),
    ("authority", "E06000015", "Derby"),
    ("code too long", "831", "8" * 31),
    ("one code, two names", "England,E12000004,East Midlands,831",
     "England,E12000004,East Midland,831"),
    ("filter without Total", "Total,Total", "Total,All"),
    ("filter blank", "Sex,Female", "Sex,"),
    ("filter with blanks around it", "Sex,Female", "Sex, Female"),
    ("filter value too long", "Sex,Female", "Sex," + "F" * 121),
    ("filter with one value", "Sex,Female", "Total,Total"),
    ("duplicate rows", "Sex,Female", "Total,Total"),
    ("Total of places", "831,Derby", "831,Total"),
    ("neither number nor symbol", "82080", ""),
    ("neither number nor symbol", "82080", "k"),
    ("neither number nor symbol", "82080", "82,080".replace(",", " ")),
    ("more places than said", ",44\n", ",44.2\n"),
    ("null symbol", "6310,z", "6310,-"),
]
BROKEN_META = [
    ("columns required", "filter_hint", "hint"),
    ("column type", "stock_count,Indicator", "stock_count,Number"),
    ("no label", "Indicator,Children", "Indicator,"),
    ("label twice", "Share of children", "Children"),
    ("label too long", "Share of children", "S" * 101),
    ("described twice", "stock_percent", "stock_count"),
    ("unit", "%", "percent"),
    ("decimal places", "%,0", "%,whole"),
    ("decimal places", "%,0", "%,-1"),
    ("indicator described as a filter", "%,0,", "%,0,Choose"),
    ("filter described as an indicator", "Sex,,,,", "Sex,,,0,"),
    ("filter looks like a place", "sex,Filter", "region,Filter"),
    ("time and place described", "sex,Filter", "la_name,Filter"),
    ("indicator holds a filter", "stock_count", "female_count"),
    ("column called characteristic", "sex,Filter", "characteristic,Filter"),
    ("no rows", GOOD_META[GOOD_META.index("\n"):], "\n"),
    ("no indicators", GOOD_META[GOOD_META.index("stock_count,"):], ""),
    ("described column missing", "Filter by sex,topic", "Filter by sex,theme"),
]


class Rules(unittest.TestCase):
    """Each rule is silent about good files, and speaks of one that breaks it."""

    def rules_of(self, data, meta, name="stock.csv", meta_name="stock.meta.csv"):
        return {rule for rule, _ in broken_rules(name, data, meta_name, meta)}

    def test_good(self):
        self.assertEqual(self.rules_of(GOOD, GOOD_META), set())

    def test_broken(self):
        for rule, old, new in BROKEN_DATA:
            with self.subTest(rule=rule, new=new):
                self.assertIn(old, GOOD)
                self.assertIn(rule, self.rules_of(GOOD.replace(old, new), GOOD_META))
        for rule, old, new in BROKEN_META:
            with self.subTest(rule=rule, new=new):
                self.assertIn(old, GOOD_META)
                self.assertIn(rule, self.rules_of(GOOD, GOOD_META.replace(old, new)))

    def test_names(self):
        self.assertEqual(self.rules_of(GOOD, GOOD_META, "a b.csv", "a b.meta.csv"), {"file name"})
        self.assertEqual(self.rules_of(GOOD, GOOD_META, "a.csv", "b.meta.csv"),
                         {"file names match"})


class Files(unittest.TestCase):
    """What the program writes of published figures."""

    program = ""

    def written(self, code, year):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "report"
            subprocess.run([self.program, code, str(year), str(path)], check=True)
            return (path.with_suffix(".csv").read_text(encoding="utf-8"),
                    path.with_suffix(".meta.csv").read_text(encoding="utf-8"))

    def test_rules_hold(self):
        for code, year in (("831", 2023), ("201", 2022), ("420", 2025), ("302", 2024)):
            with self.subTest(code=code):
                data, meta = self.written(code, year)
                self.assertEqual(broken_rules("report.csv", data, "report.meta.csv", meta), [])

    def test_derby(self):
        """As published: 620 and 627 looked after, a rate of 104 of a population of 59,376 (release
        of 2025), England 70 in 2022 and the East Midlands 65; 34 of 246 adopted in 2022."""
        data, _ = self.written("831", 2023)
        rows = {(row["time_period"], row["geographic_level"]): row
                for row in csv.DictReader(data.splitlines())}
        self.assertEqual(len(rows), 15)
        own, before = (rows[year, "Local authority"] for year in ("2023", "2022"))
        self.assertEqual((own["looked_after_count"], before["looked_after_count"]), ("620", "627"))
        self.assertEqual((own["looked_after_rate_base_count"], own["looked_after_rate_per_10000"]),
                         ("59376", "104"))
        self.assertEqual(rows["2022", "National"]["looked_after_rate_per_10000"], "70")
        self.assertEqual(rows["2022", "Regional"]["looked_after_rate_per_10000"], "65")
        self.assertEqual((before["adopted_count"], before["adopted_base_count"],
                          before["adopted_percent"]), ("34", "246", "14"))
        self.assertEqual(rows["2022", "National"]["adopted_count"], "x")
        self.assertEqual((before["la_name"], before["old_la_code"], before["new_la_code"],
                          before["region_code"]), ("Derby", "831", "E06000015", "E12000004"))

    def test_suppressed(self):
        """City of London, 2022: adopted 0 of 18, placements suppressed in earlier years."""
        data, _ = self.written("201", 2022)
        own = {row["time_period"]: row for row in csv.DictReader(data.splitlines())
               if row["geographic_level"] == "Local authority"}
        self.assertEqual(own["2022"]["adopted_percent"], "0")
        self.assertEqual(own["2021"]["adopted_percent"], "c")
        self.assertEqual(own["2021"]["adopted_count"], "c")


if __name__ == "__main__":
    Files.program = sys.argv.pop(1)
    unittest.main()
