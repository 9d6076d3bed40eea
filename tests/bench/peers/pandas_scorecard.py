#!/usr/bin/env python3
"""The counts of tests/bench/counts.py in pandas: pandas_scorecard.py FOLDER FIRST LAST OUTPUT."""

import os
import sys

import pandas as pd

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from counts import COUNTS  # noqa: E402

STILL = pd.Timestamp("2200-01-01")  # the end of what has not ended


def read(folder, table, columns, dates=()):
    rows = pd.read_csv(os.path.join(folder, table), usecols=[*columns, *dates], dtype="string")
    for date in dates:
        rows[date] = pd.to_datetime(rows[date], format="%d/%m/%Y", cache=True)
    return rows


def reporting_year(dates):
    return dates.dt.year + (dates.dt.month > 3)


def first_day(year):
    return pd.Timestamp(year - 1, 4, 1)


def last_day(year):
    return pd.Timestamp(year, 3, 31)


def over_years(rows, begin, end, first, last):
    """Each row once for every year from that of `begin` to that of `end`."""
    parts = [
        rows[(rows[begin] <= last_day(year)) & (rows[end] >= first_day(year))].assign(year=year)
        for year in range(first, last + 1)
    ]
    return pd.concat(parts, ignore_index=True)


def episodes_of_care(folder):
    """Episodes with what stands before them, whether the child moves to another carer, and since
    when (what long-term stability asks: before the 2021 release, and since)."""
    care = read(
        folder, "episodes.csv",
        ["CHILD", "RNE", "LS", "PLACE", "PLACE_PROVIDER", "REC", "PL_POST", "URN"],
        ["DECOM", "DEC"],
    ).fillna({"PLACE_PROVIDER": "", "REC": "", "URN": "", "DEC": STILL})
    care = care[~care["LS"].isin(["V3", "V4"])].drop(columns="LS")
    care = care.sort_values(["CHILD", "DECOM"], ignore_index=True)
    care["child"] = (care["CHILD"] != care["CHILD"].shift()).cumsum()
    carer = care["PLACE_PROVIDER"] + " " + care["PL_POST"] + " " + care["URN"]
    begins = care["RNE"] == "S"
    away = care["PLACE"].str.startswith("T")
    # A period of care never begins away, so what stands before never is another child's.
    after_away = away.shift(fill_value=False)
    before = care["PLACE"].shift().mask(after_away, care["PLACE"].shift(2)).fillna("")
    other_carer = (care["PLACE"] != before) | (carer != carer.shift(2).fillna(""))
    told = care["RNE"].isin(["P", "B"]).mask(after_away, other_carer)
    moves = begins | (~away & ~care["PLACE"].isin(["A3", "A5"]) & told)
    settles = moves | (care["PLACE"].isin(["U2", "U5"]) & (care["PLACE"] != before))
    adoptive = care["PLACE"].str.startswith("A") & ~begins
    care["run"] = moves.astype("int64").cumsum()
    care["period_start"] = care["DECOM"].where(begins).ffill()
    for name, change in (("since_before_2021", moves), ("since_2021", settles)):
        since = care["DECOM"].where(change).ffill()
        care[name] = care["DECOM"].mask(adoptive, since.shift()).where(change).ffill()
    care["away"] = away
    care["place"] = care["PLACE"].mask(away, care["PLACE"].shift())
    care["provider"] = care["PLACE_PROVIDER"].mask(away, care["PLACE_PROVIDER"].shift())
    care["begins"] = begins
    care["leaves"] = ~care["REC"].isin(["X1", ""])
    care["days"] = (care["DEC"] - care["period_start"]).dt.days
    return care.drop(columns=["PLACE", "PLACE_PROVIDER", "PL_POST", "URN", "RNE"])


def child_years_of(care, year):
    """One row a child in care in the year."""
    first, last = first_day(year), last_day(year)
    rows = care[(care["DECOM"] <= last) & (care["DEC"] >= first)]
    rows = rows.assign(started=rows["begins"] & (rows["DECOM"] >= first),
                       left=rows["leaves"] & (rows["DEC"] <= last))
    by_child = rows.groupby("CHILD", sort=False)
    children = by_child[["started", "left"]].max().rename(columns={"left": "ceased"})
    runs = rows[~rows["away"] & (rows["DEC"] > first)].groupby("CHILD", sort=False)["run"]
    children["placements"] = runs.max() - runs.min() + 1
    since = "since_2021" if year >= 2021 else "since_before_2021"
    at_end = rows[rows["DEC"] > last].set_index("CHILD")
    children = children.join(
        at_end[["period_start", "place", "provider", since]].rename(columns={since: "since"}))
    children["looked_after"] = children["place"].notna()
    leavings = rows[rows["left"]].drop_duplicates("CHILD", keep="last").set_index("CHILD")
    children = children.join(leavings[["REC", "days"]].rename(columns={"REC": "reason"}))
    children["twelve_months"] = children["looked_after"] & (children["period_start"] <= first)
    children["old"] = children["looked_after"] & (
        children["period_start"] <= pd.Timestamp(year - 3, 9, 30))
    children["settled"] = children["since"] <= last_day(year - 2)
    return children.assign(year=year).reset_index()


def other_tables(folder, first, last):
    """What the tables beside Episodes say: of the child, and of the child in a year."""
    header = read(folder, "header.csv", ["CHILD", "LA", "SEX", "MOTHER"], ["DOB"])
    header["born"] = reporting_year(header.pop("DOB"))
    header["LA"] = header["LA"].astype("int64")
    uasc = read(folder, "uasc.csv", ["CHILD"], ["DUC"]).fillna({"DUC": STILL})
    adopted = read(folder, "ad1.csv", ["CHILD"], ["DATE_INT", "DATE_MATCH"])
    adopted["to_match"] = (adopted["DATE_MATCH"] - adopted["DATE_INT"]).dt.days
    of_child = [header, uasc, adopted[["CHILD", "to_match"]]]

    health = read(folder, "oc2.csv", ["CHILD", "YEAR", "SDQ_SCORE", "CONVICTED", "IMMUNISATIONS",
                                      "TEETH_CHECK", "HEALTH_ASSESSMENT"])
    health["year"] = health.pop("YEAR").astype("int64")
    health["SDQ_SCORE"] = pd.to_numeric(health["SDQ_SCORE"]).astype("float64")
    missing = read(folder, "missing.csv", ["CHILD", "MISSING"], ["MIS_START", "MIS_END"])
    missing = missing[missing["MISSING"] == "M"].fillna({"MIS_END": STILL})
    missing = over_years(missing, "MIS_START", "MIS_END", first, last)
    incidents = missing.groupby(["CHILD", "year"]).size().rename("incidents").reset_index()
    reviews = read(folder, "reviews.csv", ["CHILD"], ["REVIEW"])
    reviews["year"] = reporting_year(reviews.pop("REVIEW"))
    reviews = reviews.drop_duplicates().assign(reviewed=True)
    held = read(folder, "sw_episodes.csv", ["CHILD", "SW_ID"], ["SW_DECOM", "SW_DEC"])
    held = over_years(held.fillna({"SW_DEC": STILL}), "SW_DECOM", "SW_DEC", first, last)
    # One that ended on the first day was not there in the year.
    held = held[held["SW_DEC"] > pd.to_datetime((held["year"] - 1).astype(str) + "-04-01")]
    workers = held.groupby(["CHILD", "year"])["SW_ID"].nunique().rename("workers").reset_index()
    return of_child, [health, incidents, reviews, workers]


def counts_of(told):
    """The counts as columns of 0 and 1, or of numbers to be summed."""
    here = told["looked_after"]
    age = told["year"] - told["born"]
    place = told["place"].fillna("")
    reason = told["reason"].fillna("")
    adopted = reason.isin(["E11", "E12"])
    foster = place.str.startswith("U")
    cohort = told["twelve_months"] & told["IMMUNISATIONS"].notna()
    scored = cohort & told["SDQ_SCORE"].notna() & age.between(5, 16)
    long_term = told["old"] & (age < 16)
    yes = {name: (told[name] == "1").fillna(False)
           for name in ("IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "CONVICTED", "MOTHER")}
    alone = told["DUC"] >= pd.to_datetime((told["year"] - 1).astype(str) + "-04-01")
    columns = {
        "looked_after": here, "started": told["started"], "ceased": told["ceased"],
        "adopted": adopted,
        "special_guardianship": reason.isin(["E43", "E44", "E45", "E46", "E47", "E48"]),
        "returned_home": reason.isin(["E4A", "E4B"]), "days_in_care": told["days"].fillna(0),
        "days_decision_to_match": told["to_match"].where(adopted, 0).fillna(0),
        "looked_after_in_year": here | True, "unaccompanied": here & alone,
        "in_foster_care": foster, "placed_for_adoption": place.str.startswith("A"),
        "placed_with_parents": place == "P1",
        "in_secure_or_childrens_home": place.isin(["K1", "K2"]),
        "in_supported_accommodation": place.isin(["H5", "P2", "K3"]),
        "in_other_residential": place.str.startswith("R") | (place == "P3"),
        "in_residential_school": place == "S1", "in_other_placement": place.str.startswith("Z"),
        "independent_fostering": foster & told["provider"].isin(["PR4", "PR5"]),
        "three_or_more_placements": here & (told["placements"] >= 3), "long_term": long_term,
        "long_term_stability": long_term & told["settled"],
        "three_or_more_social_workers": here & (told["workers"] >= 3), "twelve_months": cohort,
        "immunisations": cohort & yes["IMMUNISATIONS"], "dental_check": cohort & yes["TEETH_CHECK"],
        "health_assessment": cohort & yes["HEALTH_ASSESSMENT"],
        "convicted": cohort & yes["CONVICTED"] & age.between(10, 17), "scored": scored,
        "score": told["SDQ_SCORE"].where(scored, 0),
        "missing_children": told["incidents"] > 0, "missing_incidents": told["incidents"].fillna(0),
        "mothers": here & (told["SEX"] == "2") & (age >= 12) & yes["MOTHER"],
        "reviewed": here & told["reviewed"].notna(), "male": here & (told["SEX"] == "1"),
        "under_16": here & (age < 16),
    }
    return pd.DataFrame({name: column.astype("int64") for name, column in columns.items()})


def leavers_of(folder):
    rows = read(folder, "oc3.csv", ["LA", "IN_TOUCH", "ACTIV", "ACCOM", "YEAR"], ["DOB"])
    rows["year"] = rows["YEAR"].astype("int64")
    rows["LA"] = rows["LA"].astype("int64")
    age = rows["year"] - reporting_year(rows["DOB"])
    rows = rows[age.between(19, 21) & ~rows["IN_TOUCH"].isin(["DIED", "RHOM"])]
    known = ~rows["ACCOM"].str[0].isin(["G", "H", "R"])
    return pd.DataFrame({
        "year": rows["year"], "LA": rows["LA"], "leavers": 1,
        "leavers_in_touch": (rows["IN_TOUCH"] == "YES").astype("int64"),
        "leavers_in_education_or_work": rows["ACTIV"].str[0].isin(["F", "P"]).astype("int64"),
        "leavers_living_where_known": known.astype("int64"),
        "leavers_in_suitable_accommodation":
            (known & (rows["ACCOM"].str[1:2] == "1")).astype("int64"),
    }).groupby(["year", "LA"]).sum()


def main():
    folder, first, last, output = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    care = episodes_of_care(folder)
    told = pd.concat([child_years_of(care, year) for year in range(first, last + 1)],
                     ignore_index=True)
    del care
    of_child, of_year = other_tables(folder, first, last)
    for table in of_child:
        told = told.merge(table, on="CHILD", how="left")
    for table in of_year:
        told = told.merge(table, on=["CHILD", "year"], how="left")
    counts = counts_of(told).groupby([told["year"], told["LA"]]).sum()
    counts = counts.join(leavers_of(folder)).fillna(0).astype("int64").reset_index()
    england = counts.groupby("year", as_index=False).sum().assign(LA=0)
    every = pd.concat([england, counts]).sort_values(["year", "LA"])
    every = every.rename(columns={"LA": "authority"})[["year", "authority", *COUNTS]]
    every.to_csv(output, index=False)


if __name__ == "__main__":
    main()
