"""The counts that every program is asked for, and which of indicare's figures each one is.

A name without a figure is counted by the peers alone, because no indicator asks for it.
"""

import csv

#: name of the count -> (indicator, column) of `indicare scorecard --format csv`.
COUNTS = {
    "looked_after": ("looked_after", "numerator"),
    "started": ("started", "numerator"),
    "ceased": ("ceased", "numerator"),
    "adopted": ("adopted", "numerator"),
    "special_guardianship": ("special_guardianship", "numerator"),
    "returned_home": ("returned_home", "numerator"),
    "days_in_care": ("days_in_care", "numerator"),
    "days_decision_to_match": ("days_decision_to_match", "numerator"),
    "looked_after_in_year": ("looked_after_in_year", "numerator"),
    "unaccompanied": ("unaccompanied", "numerator"),
    "in_foster_care": ("in_foster_care", "numerator"),
    "placed_for_adoption": ("placed_for_adoption", "numerator"),
    "placed_with_parents": ("placed_with_parents", "numerator"),
    "in_secure_or_childrens_home": ("in_secure_or_childrens_home", "numerator"),
    "in_supported_accommodation": ("in_supported_accommodation", "numerator"),
    "in_other_residential": ("in_other_residential", "numerator"),
    "in_residential_school": ("in_residential_school", "numerator"),
    "in_other_placement": ("in_other_placement", "numerator"),
    "independent_fostering": ("independent_fostering", "numerator"),
    "three_or_more_placements": ("three_or_more_placements", "numerator"),
    "long_term": ("long_term_stability", "denominator"),
    "long_term_stability": ("long_term_stability", "numerator"),
    "three_or_more_social_workers": ("three_or_more_social_workers", "numerator"),
    "twelve_months": ("immunisations", "denominator"),
    "immunisations": ("immunisations", "numerator"),
    "dental_check": ("dental_check", "numerator"),
    "health_assessment": ("health_assessment", "numerator"),
    "convicted": ("convicted", "numerator"),
    "scored": ("sdq_mean", "denominator"),
    "score": ("sdq_mean", "numerator"),
    "missing_children": ("missing_children", "numerator"),
    "missing_incidents": ("missing_incidents", "numerator"),
    "mothers": ("mothers", "numerator"),
    "reviewed": None,
    "male": None,
    "under_16": None,
    "leavers": ("leavers_19_21_in_touch", "denominator"),
    "leavers_in_touch": ("leavers_19_21_in_touch", "numerator"),
    "leavers_in_education_or_work": ("leavers_19_21_in_education_or_work", "numerator"),
    "leavers_living_where_known": ("leavers_19_21_in_suitable_accommodation", "denominator"),
    "leavers_in_suitable_accommodation": ("leavers_19_21_in_suitable_accommodation", "numerator"),
}

#: The code that peers give the sum of all authorities.
ENGLAND = "0"


def of_peer(path):
    """{(year, authority, count): number} of a peer's output."""
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != ["year", "authority", *COUNTS]:
            raise ValueError(f"{path} has the columns {reader.fieldnames}")
        return {
            (row["year"], row["authority"], count): int(row[count])
            for row in reader
            for count in COUNTS
        }


def of_indicare(path, total=None):
    """The same of `indicare scorecard`. `total` is how its output names the sum of all authorities;
    without one, the authorities are summed here."""
    names = {figure: count for count, figure in COUNTS.items() if figure}
    counts = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            year = row["as_at"][:4]
            authority = ENGLAND if row["authority"] == total else row["authority"]
            for column in ("numerator", "denominator"):
                count = names.get((row["indicator"], column))
                if count is None:
                    continue
                number = int(row[column] or 0)
                counts[year, authority, count] = number
                if total is None:
                    key = (year, ENGLAND, count)
                    counts[key] = counts.get(key, 0) + number
    return counts
