#!/usr/bin/env python3
"""Makes the compact copy of DfE's published authority figures that published_figures_test.cpp reads.

    make_published.py PUBLISHED

PUBLISHED holds the original files of a release in a folder named after its year (2022, 2023, 2025).
One table of the copy stands for one original file: a row for each authority and year, a column for each
published number, rate, percentage or average. No value is changed. Below the headings a second line says,
for every column that is a quotient, what it is worked out from: `per numerator denominator places`, where
numerator and denominator are columns counted from 0, and `?` is a numerator that is not published.
"""

import csv
import pathlib
import sys

COPY = pathlib.Path(__file__).parent
RELEASES = ("2022", "2023", "2025")
PLACE = ("new_la_code", "time_period")
POPULATION_FILE = "cla_number_and_rate_per_10k_children.csv"
MISSING_FILE = "la_children_who_were_missing_or_away_from_placement_without_authorisation.csv"
GROUPS = ("age", "care_leaver_age", "move_measure", "cla_group", "characteristic")
DETAILS = (
    "breakdown", "activity", "in_touch", "stay_put", "accommodation_suitability", "placement_stability",
    "school_stability", "sw_stability", "characteristic",
)
# The names that columns have had since the release of 2025, and had before.
EARLIER_NAMES = {
    "population_type": "population_count",
    "children_count": "number",
    "children_percent": "percentage",
    "care_leaver_count": "number",
    "care_leaver_percent": "percentage",
}

# What a group of percentages is a percentage of; each group has exactly one of these.
TOTALS = {
    "Total",
    "Total children",
    "Total new placements",
    "Total placements changing",
    "Suitability total",
    "Total all ages",
    "Total ages 0 to 4 years",
    "Total ages 5 to 16 years",
    "Total ages 10 to 17 years",
    "Young people who ceased to be looked after in a foster placement on their 18th birthday"
    " and were eligible for care leavers support",
}
# What is a percentage of a part of its group, and of which.
PARTS = {
    "SDQ score is normal": "SDQ score was received",
    "SDQ score is borderline": "SDQ score was received",
    "SDQ score is a cause for concern": "SDQ score was received",
    "Received an intervention for their substance misuse problem": "Identified as having a substance misuse problem",
    "Offered intervention but refused it": "Identified as having a substance misuse problem",
}
SDQ_MEAN = "SDQ average score"
SDQ_SCORES = "SDQ score was received"

LOOKED_AFTER = "Children looked after during the year"
MISSING_COUNTS = (
    LOOKED_AFTER,
    "Children who had a missing incident during the year",
    "Number of missing incidents during the year",
    "Children who were away from placement without authorisation during the year",
    "Number of away from placement without authorisation incidents during the year",
)
# Heading, per, numerator, denominator, places.
MISSING_QUOTIENTS = (
    ("Percentage of children who had a missing incident during the year", 100, MISSING_COUNTS[1], LOOKED_AFTER, 0),
    ("Average number of missing incidents per looked after child who went missing",
     1, MISSING_COUNTS[2], MISSING_COUNTS[1], 1),
    ("Percentage of children who were away from placement without authorisation during the year",
     100, MISSING_COUNTS[3], LOOKED_AFTER, 0),
    ("Average number of away from placement without authorisation incidents per looked after child",
     1, MISSING_COUNTS[4], MISSING_COUNTS[3], 1),
)


class Table:
    """The columns of a copy, and the value that each has for an authority and year."""

    def __init__(self):
        self.headings = ["authority", "year"]
        self.quotients = ["", ""]
        self.values = {}

    def add(self, heading, values, quotient=""):
        self.headings.append(heading)
        self.quotients.append(quotient)
        for place, value in values.items():
            row = self.values.setdefault(place, [])
            row.append(value)
            assert len(row) + 2 == len(self.headings), (heading, place)
        return len(self.headings) - 1

    def write(self, path):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(self.headings)
            writer.writerow(self.quotients)
            for place, row in sorted(self.values.items()):
                assert len(row) + 2 == len(self.headings), place
                writer.writerow([*place, *row])


def name_of(column):
    return EARLIER_NAMES.get(column.lower(), column.lower())


def authority_rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [{name_of(column): value for column, value in row.items()} for row in csv.DictReader(file)]
    return [row for row in rows if row["geographic_level"] == "Local authority"]


def by_label(rows, label, measure):
    """The values of a measure, as label -> (authority, year) -> value."""
    values = {}
    for row in rows:
        column = values.setdefault(label(row), {})
        place = tuple(row[name] for name in PLACE)
        assert place not in column, (label(row), place)
        column[place] = row[measure]
    return dict(sorted(values.items()))


def rates(rows):
    def label(row):
        return row["population_count"]

    populations = list(by_label(rows, label, "population_estimate").values())
    assert all(population == populations[0] for population in populations)
    table = Table()
    population = table.add("Population aged 0 to 17", populations[0])
    printed = by_label(rows, label, "rate_per_10000")
    for heading, numbers in by_label(rows, label, "number").items():
        number = table.add(heading, numbers)
        table.add(f"{heading}: rate per 10,000", printed[heading], f"10000 {number} {population} 0")
    return table


def incidents(rows):
    values = by_label(rows, lambda row: row["cla_group"], "number")
    table = Table()
    columns = {heading: table.add(heading, values[heading]) for heading in MISSING_COUNTS}
    for heading, per, numerator, denominator, places in MISSING_QUOTIENTS:
        table.add(heading, values[heading], f"{per} {columns[numerator]} {columns[denominator]} {places}")
    return table


def total_of(group, labels):
    """The label of the group's total."""
    [total] = [label for label in labels if label[0] == group and label[1] in TOTALS]
    return total


def percentages(rows):
    groups = [name for name in GROUPS if name in rows[0]]
    detail_name = next(name for name in DETAILS if name in rows[0])

    def label(row):
        return ": ".join(row[name] for name in groups if name != detail_name), row[detail_name]

    numbers = by_label(rows, label, "number")
    printed = by_label(rows, label, "percentage")
    table = Table()
    columns = {key: table.add(": ".join(key), values) for key, values in numbers.items() if key[1] != SDQ_MEAN}
    for key, values in printed.items():
        group, detail = key
        if detail == SDQ_MEAN:
            assert set(values.values()) <= {"z", "x"}, "a mean has no percentage"
            table.add(": ".join(key), numbers[key], f"1 ? {columns[group, SDQ_SCORES]} 1")
            continue
        among = columns[group, PARTS[detail]] if detail in PARTS else columns[total_of(group, columns)]
        table.add(": ".join(key) + ": percentage", values, f"100 {columns[key]} {among} 0")
    return table


def main():
    published = pathlib.Path(sys.argv[1])
    for release in RELEASES:
        (COPY / release).mkdir(exist_ok=True)
        for path in sorted((published / release).glob("*.csv")):
            rows = authority_rows(path)
            if path.name == POPULATION_FILE:
                table = rates(rows)
            elif path.name == MISSING_FILE:
                table = incidents(rows)
            elif rows and "percentage" in rows[0]:
                table = percentages(rows)
            else:
                continue  # national figures, or counts without a quotient
            table.write(COPY / release / path.name)


if __name__ == "__main__":
    main()
