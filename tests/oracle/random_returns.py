#!/usr/bin/env python3
"""Random linked annual returns, rich in edge cases, the same for the same seed.

    random_returns.py --seed N OUT [--as-at D] [--authorities K] [--years Y] [--children C]
        [--first-year F] [--postcodes] [--longitudinal] [--stacked]

Writes OUT/2019 ... (a folder of CSV files a year). --as-at makes days likely on which a
scorecard as at that date turns. --authorities K adds an LA column with
K authorities (C children each); --postcodes writes OUT/postcodes.csv; --longitudinal
writes OUT/longitudinal, one folder with all years; --stacked writes OUT/stacked, the
annual returns in one folder split by a YEAR column (then no return lacks a table)."""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

from dates import Window

DAY = timedelta(days=1)
TABLES = {
    "Header": ["CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"],
    "Episodes": ["CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
                 "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"],
    "UASC": ["CHILD", "SEX", "DOB", "DUC"],
    "Reviews": ["CHILD", "DOB", "REVIEW", "REVIEW_CODE"],
    "OC2": ["CHILD", "DOB", "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK",
            "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE",
            "INTERVENTION_RECEIVED", "INTERVENTION_OFFERED"],
    "OC3": ["CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"],
    "AD1": ["CHILD", "DOB", "DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR",
            "LS_ADOPTR"],
    "PlacedAdoption": ["CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED",
                       "REASON_PLACED_CEASED"],
    "PrevPerm": ["CHILD", "DOB", "PREV_PERM", "LA_PERM", "DATE_PERM"],
    "Missing": ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"],
    "SWEpisodes": ["CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"],
    "DoLo": ["CHILD", "DOB", "DOLO_START", "DOLO_END"],
}
FOSTER = ["U1", "U2", "U3", "U4", "U5", "U6"]
LASTING = FOSTER + FOSTER + ["P1", "K1", "K2", "H5", "P2", "K3", "R1", "R2", "R3", "R5", "P3",
                             "S1", "Z1", "A4", "A6"]
TEMPORARY = ["T0", "T1", "T2", "T3", "T4"]
PROVIDERS = ["PR0", "PR1", "PR2", "PR3", "PR4", "PR5"]
CARE_STATUS = ["C1", "C2", "V2", "L1", "L2", "L3", "J1", "J2", "J3", "E1", "D1"]
LEAVING = ["E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E43", "E44", "E45", "E46",
           "E47", "E48", "E5", "E6", "E7", "E9", "E14", "E15", "E16", "E17", "E8"]
POSTCODES = [f"AB{n} {n % 9 + 1}XY" for n in range(1, 25)]


def year_end(year):
    return date(year, 3, 31)


def year_start(year):
    return date(year - 1, 4, 1)


def turning_days(as_at):
    window = Window(as_at)
    return [window.S, window.D, window.two_years_start, window.months_24_before,
            window.months_30_before]


class Dice:
    """Random choices that the rest of the program speaks in."""

    def __init__(self, seed, first_year, years, as_at=None):
        self.random = random.Random(seed)
        self.turns = turning_days(as_at) if as_at else []
        self.first_year = first_year
        self.last_year = first_year + years - 1

    def chance(self, probability):
        return self.random.random() < probability

    def one(self, choices):
        return self.random.choice(choices)

    def between(self, low, high):
        return self.random.randint(low, high)

    def blank_or(self, value, probability=0.1):
        return "" if self.chance(probability) else value

    def boundary(self):
        """A date on which a rule turns, or a day either side."""
        if self.turns and self.chance(0.3):
            return self.one(self.turns) + self.between(-1, 1) * DAY
        year = self.between(self.first_year - 3, self.last_year)
        day = self.one([year_start(year), year_end(year), year_start(year), year_end(year),
                        date(year - 3, 9, 30), date(year - 2, 3, 31), date(year, 2, 28),
                        date(2020, 2, 29), date(year - 1, 12, 31), date(year - 1, 1, 1),
                        date(year - 3, 6, 30)])
        return day + self.between(-1, 1) * DAY

    def day(self):
        if self.chance(0.45):
            return self.boundary()
        first = date(self.first_year - 5, 1, 1)
        return first + self.between(0, (year_end(self.last_year) - first).days) * DAY

    def later_than(self, day):
        """A boundary after the day, or some days on."""
        if self.chance(0.4):
            for _ in range(8):
                later = self.boundary()
                if day < later < day + 900 * DAY:
                    return later
        return day + self.one([1, 2, 7, self.between(1, 60), self.between(30, 300),
                               self.between(200, 1200)]) * DAY

    def born(self):
        """Birthdays on the boundaries of ages, on 29 February, or anywhere."""
        kind = self.random.random()
        if kind < 0.15:
            return date(self.one([2000, 2004, 2008, 2012, 2016]), 2, 29)
        if kind < 0.5:
            year = self.between(self.first_year, self.last_year)
            age = self.one([1, 4, 5, 9, 10, 12, 15, 16, 17, 18])
            return self.one([date(year - age, 3, 31), date(year - age, 4, 1),
                             date(year - age, 3, 30), date(year - age, 12, 31)])
        return date(self.between(self.first_year - 17, self.last_year - 1),
                    self.between(1, 12), self.between(1, 28))


# ---- a child's true history ------------------------------------------------------------

class Where:
    """Place, provider, postcodes and URN of an episode."""

    def __init__(self, dice, place=None):
        self.place = place or dice.one(LASTING)
        self.provider = dice.one(PROVIDERS)
        near_20_miles = dice.chance(0.1)
        self.home = POSTCODES[0] if near_20_miles else dice.one(POSTCODES)
        self.post = dice.one(POSTCODES[1:3] if near_20_miles else POSTCODES)
        self.urn = f"SC{dice.between(100000, 100020)}"

    def copy(self):
        other = object.__new__(Where)
        other.__dict__ = dict(self.__dict__)
        return other


def spelled_differently(dice, postcode):
    """The same postcode, other blanks and case."""
    return dice.one([postcode, postcode.replace(" ", ""), postcode.lower(), f" {postcode}"])


# Told from dates, so that they take nothing from the dice.

def need_of(start):
    return ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "", "n1"][start.toordinal() % 10]


def ethnicity_of(born):
    return ["WBRI", "WROM", "MWBA", "CHNE", "AIND", "BAFR", "OOTH", "NOBT", "", "ZZZZ"][
        born.toordinal() % 10]


def episode(start, end, rne, status, where, rec="X1"):
    return {"DECOM": start, "DEC": end, "RNE": rne, "LS": status, "CIN": need_of(start),
            "PLACE": where.place, "PLACE_PROVIDER": where.provider, "REC": rec,
            "REASON_PLACE_CHANGE": "", "HOME_POST": where.home, "PL_POST": where.post,
            "URN": where.urn}


def temporary_stay(dice, start, status, where):
    """One to three temporary episodes in a row; the day on which they end."""
    episodes = []
    for _ in range(dice.one([1, 1, 1, 2, 3])):
        away = where.copy()
        away.place = dice.one(TEMPORARY)
        away.provider = dice.blank_or(dice.one(PROVIDERS), 0.7)
        away.post = dice.one(POSTCODES)
        end = start + dice.one([1, 3, 7, dice.between(1, 30), dice.between(20, 400)]) * DAY
        episodes.append(episode(start, end, dice.one("PPPPTBL"), status, away))
        start = end
    return episodes, start


def back_from_temporary(dice, where):
    """The same place, or a difference in one respect, or another place."""
    back = where.copy()
    kind = dice.between(0, 9)
    if kind == 0:
        back.place = dice.one(LASTING)
    elif kind == 1:
        back.provider = dice.one(PROVIDERS)
    elif kind == 2:
        back.post = dice.one(POSTCODES)
    elif kind == 3:
        back.urn = "XXXXXXX"
    elif kind == 4:
        back = Where(dice)
    elif kind == 5:
        back.place = dice.one(["A3", "A5", "U2", "U5"])
    back.post = spelled_differently(dice, back.post)
    return back


def next_episode(dice, status, where):
    """RNE, status and whereabouts of what follows within a period."""
    kind = dice.random.random()
    if kind < 0.2:
        return "L", dice.one(CARE_STATUS), where
    if kind < 0.3:
        same_carer = where.copy()
        same_carer.place = dice.one(["U2", "U5", "A3", "A5", "U4", "U6"])
        return "T", status, same_carer
    if kind < 0.4:
        same_carer = where.copy()
        same_carer.place = dice.one(["A5", "A3", "U5", "U1"])
        return "U", dice.one(["E1", "C2"]), same_carer
    if kind < 0.5:
        return dice.one("PB"), dice.one(["E1", status]), Where(dice, dice.one(["A3", "A5"]))
    if kind < 0.65:
        return "B", dice.one(CARE_STATUS), Where(dice)
    return "P", status, Where(dice)


def adoption_ending(dice, start, rne, status, where):
    """A placement order and a run of A3-A6, perhaps with temporary episodes."""
    episodes = []
    if dice.chance(0.7):
        end = dice.later_than(start)
        status = dice.one(["E1", "E1", "D1"])
        episodes.append(episode(start, end, rne, status, where))
        rne = ""
        start = end
    for _ in range(dice.one([1, 1, 2, 3])):
        place = dice.one(["A3", "A4", "A5", "A6"])
        rne = rne or (dice.one("TU") if place in ("A3", "A5") else dice.one("PB"))
        where = where.copy() if place in ("A3", "A5") else Where(dice)
        where.place = place
        end = dice.later_than(start)
        episodes.append(episode(start, end, rne, status, where))
        rne = ""
        start = end
        if dice.chance(0.2):
            stay, start = temporary_stay(dice, start, status, where)
            episodes += stay
    return episodes, start


def period_of_care(dice, start):
    """Contiguous care episodes from a start to a leaving, or to no end."""
    status = dice.one(CARE_STATUS)
    where = Where(dice)
    episodes = []
    rne = "S"
    adopted = dice.chance(0.35)
    if dice.chance(0.06):
        stay, start = temporary_stay(dice, start, status, where)
        stay[0]["RNE"] = "S"
        episodes += stay
        rne = dice.one("PPTB")
    for _ in range(dice.one([0, 1, 1, 2] if adopted else [1, 1, 2, 2, 3, 4, 5, 7])):
        end = dice.later_than(start)
        episodes.append(episode(start, end, rne, status, where))
        start = end
        if dice.chance(0.2):
            stay, start = temporary_stay(dice, start, status, where)
            episodes += stay
            where = back_from_temporary(dice, where)
            rne = dice.one("PPPTBL")
        else:
            rne, status, where = next_episode(dice, status, where)
    if adopted:
        rne = dice.one(["L", "L", "P", "B"]) if episodes else rne
        ending, start = adoption_ending(dice, start, rne, status, where)
        episodes += ending
    episodes[-1]["REC"] = dice.one(["E11", "E12"]) if adopted and dice.chance(0.85) \
        else dice.one(LEAVING)
    if dice.chance(0.25):
        episodes[-1]["DEC"], episodes[-1]["REC"] = None, ""
    return episodes


def short_breaks(dice, start):
    """V3 or V4 episodes; the last may run on."""
    episodes = []
    status = dice.one(["V3", "V3", "V4"])
    for _ in range(dice.between(1, 3)):
        end = start + dice.one([1, 5, 17, dice.between(1, 400)]) * DAY
        episodes.append(episode(start, end, dice.one("SSSP"), status, Where(dice),
                                dice.one(["E4A", "X1", "E8"])))
        start = end + dice.one([0, 1, 10, 100]) * DAY
    if dice.chance(0.1):
        episodes[-1]["DEC"], episodes[-1]["REC"] = None, ""
    return episodes


def true_history(dice, born):
    """Periods of care and short breaks, one after another, in order."""
    episodes = []
    start = max(dice.day(), born)
    for _ in range(dice.one([1, 1, 1, 2, 2, 3])):
        if dice.chance(0.18):
            stretch = short_breaks(dice, start)
        else:
            stretch = period_of_care(dice, start)
        episodes += stretch
        end = episodes[-1]["DEC"]
        if end is None:
            if dice.chance(0.8):
                break
            end = dice.later_than(episodes[-1]["DECOM"])
        start = end + dice.one([0, 0, 1, 10, dice.between(1, 500)]) * DAY
    with_faults(dice, episodes)
    return [e for e in episodes if e["DECOM"] <= year_end(dice.last_year)]


def with_faults(dice, episodes):
    """Faults that returns have: lost starts, overlaps, missing ends, odd reasons."""
    for index, e in enumerate(episodes):
        last = index + 1 == len(episodes)
        if e["RNE"] == "S" and dice.chance(0.12):
            e["RNE"] = dice.one(["P", "L", "T", "U", "B", ""])
        if dice.chance(0.02) and e["DEC"]:
            e["DEC"] = e["DECOM"] - dice.between(0, 40) * DAY
        elif dice.chance(0.03) and e["DEC"]:
            e["DEC"] += dice.between(1, 90) * DAY
        elif dice.chance(0.03):
            e["DEC"] = None
            e["REC"] = dice.one(["", e["REC"]])
        elif dice.chance(0.03) and e["DEC"] and e["DEC"] - e["DECOM"] > 3 * DAY:
            e["DEC"] -= DAY
        if dice.chance(0.03) and not last:
            e["REC"] = dice.one(["E4A", "E8", ""])
        if dice.chance(0.02):
            e["REC"] = dice.one(["X1", "", "REC"])
        if dice.chance(0.01):
            e["PLACE"] = dice.one(["", "Q9", "Z12"])
        if dice.chance(0.05):
            e["PL_POST"] = dice.one(["", "ZZ99 9ZZ"])
        if dice.chance(0.03):
            e["HOME_POST"] = ""


# ---- what each return holds ------------------------------------------------------------

def as_returned(e, year):
    """The episode as known at the end of the year; None when the return has it not."""
    first, last = year_start(year), year_end(year)
    if e["DECOM"] > last:
        return None
    if e["DEC"] and e["DEC"] > e["DECOM"] and e["DEC"] < first:
        return None
    known = dict(e)
    if known["DEC"] and known["DEC"] > last:
        known["DEC"], known["REC"] = None, ""
    return known


class Child:
    def __init__(self, dice, name, authority):
        self.name = name
        self.authority = authority
        self.born = dice.born()
        self.sex = dice.one(["1", "2", "2", "M", "F"])
        self.seeks_asylum = dice.chance(0.12)
        self.mother = dice.chance(0.3)
        self.has_header = not dice.chance(0.05)
        self.decided_on = dice.blank_or(dice.day())
        self.matched_on = dice.blank_or(dice.day())
        self.leaver_only = dice.chance(0.2)
        if self.leaver_only:
            year = dice.between(dice.first_year - 21, dice.last_year - 17)
            self.born = dice.one([date(year, 3, 30), date(year, 3, 31), date(year, 4, 1),
                                  date(year, 12, 31), date(2000, 2, 29), date(year, 8, 8)])
        self.states_birth = not dice.chance(0.04)
        self.states_sex = not dice.chance(0.05)
        self.episodes = {}
        if not self.leaver_only:
            self.episodes = returned_episodes(dice, true_history(dice, self.born))


def returned_episodes(dice, truth):
    """year -> the child's episodes in that year's return, with corrections over time."""
    vanishes = dice.between(dice.first_year, dice.last_year) if dice.chance(0.12) else None
    by_year = {}
    for year in range(dice.first_year, dice.last_year + 1):
        if year > dice.first_year and truth and dice.chance(0.06):
            truth = corrected(dice, truth)
        rows = [row for row in (as_returned(e, year) for e in truth) if row]
        if vanishes and year > vanishes:
            rows = [row for row in rows if row["DECOM"] > year_end(vanishes)]
        if dice.chance(0.04):
            rows = [row for row in rows if not dice.chance(0.3)]
        by_year[year] = rows
    return by_year


def corrected(dice, truth):
    """What the council now says: an episode began earlier, never was, or was other."""
    truth = [dict(e) for e in truth]
    index = dice.between(0, len(truth) - 1)
    e = truth[index]
    kind = dice.between(0, 3)
    if kind == 0:
        earlier = e["DECOM"] - dice.between(1, 40) * DAY
        if index == 0 or truth[index - 1]["DECOM"] < earlier:
            if index and truth[index - 1]["DEC"] == e["DECOM"]:
                truth[index - 1]["DEC"] = earlier
            e["DECOM"] = earlier
    elif kind == 1 and index:
        truth[index - 1]["DEC"] = e["DEC"]
        truth[index - 1]["REC"] = e["REC"]
        del truth[index]
    elif kind == 2:
        e["LS"] = dice.one(["V2", "C2", "V3", "V4", "E1"])
        e["RNE"] = dice.one("SPLTUB")
    else:
        e["PLACE"] = dice.one(LASTING + TEMPORARY)
        e["REC"] = e["REC"] and dice.one(["X1", dice.one(LEAVING)])
    return truth


# ---- rows of the tables ----------------------------------------------------------------

def outcome_rows(dice, child, year, tables):
    """Adds the child's rows of all tables but Episodes."""
    first, last = year_start(year), year_end(year)
    held = bool(child.episodes.get(year))
    born = child.born if child.states_birth else ""
    base = {"CHILD": child.name, "DOB": born, "LA": child.authority, "YEAR": str(year)}
    sex = child.sex if child.states_sex else dice.one(["", "U"])

    def add(table, **fields):
        tables[table].append(base | fields)

    def flag():
        return dice.blank_or(dice.one(["0", "1", "1", "0", "1.0" if dice.chance(0.1) else "1",
                                       "2" if dice.chance(0.1) else "0"]), 0.08)

    def in_or_near_year():
        return first + dice.one([0, -1, 1, 364, 365, 366, dice.between(-200, 400)]) * DAY

    if held and child.has_header:
        stated = dice.one([born, "", child.born + DAY]) if born and dice.chance(0.08) else born
        add("Header", DOB=stated, SEX=sex, ETHNIC=ethnicity_of(child.born), UPN="UN1",
            MOTHER=dice.blank_or("1" if child.mother else "0", 0.2))
        if dice.chance(0.02):
            add("Header", SEX=sex, ETHNIC=ethnicity_of(child.born), UPN="UN1", MOTHER=dice.one(["0", "1"]))
    if held and child.seeks_asylum and dice.chance(0.9):
        add("UASC", SEX=sex, DUC=dice.blank_or(dice.one([in_or_near_year(), first, first - DAY]),
                                               0.4))
    if held and dice.chance(0.88):
        score = dice.one(["", "", "0", "13", "14", "16", "17", "40", str(dice.between(0, 40)),
                          str(dice.between(0, 40)) + ".0", "41"])
        misuse = flag()
        add("OC2", SDQ_SCORE=score, SDQ_REASON="", CONVICTED=flag(), HEALTH_CHECK=flag(),
            IMMUNISATIONS=flag(), TEETH_CHECK=flag(), HEALTH_ASSESSMENT=flag(),
            SUBSTANCE_MISUSE=misuse, INTERVENTION_RECEIVED=flag(), INTERVENTION_OFFERED="")
    if child.leaver_only or year - child.born.year >= 16:
        if dice.chance(0.7):
            add("OC3", IN_TOUCH=dice.blank_or(dice.one(["YES", "YES", "YES", "NO", "REFU", "NREQ",
                                                        "DIED", "RHOM", "yes"])),
                ACTIV=dice.blank_or(dice.one(["F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4",
                                              "F5", "P5", "G4", "G5", "G6", "0"])),
                ACCOM=dice.blank_or(dice.one(["B1", "B2", "C1", "D2", "E1", "G1", "H1", "R2", "K1",
                                              "S2", "T1", "U1", "U2", "V2", "X2", "Y1", "Z1",
                                              "0"])))
    leaves_adopted = any(e["REC"] in ("E11", "E12") and e["DEC"] and first <= e["DEC"] <= last
                         for e in child.episodes.get(year, []))
    if leaves_adopted and dice.chance(0.9):
        add("AD1", DATE_INT=child.decided_on, DATE_MATCH=child.matched_on,
            FOSTER_CARE=dice.one("01"), NB_ADOPTR="2", SEX_ADOPTR="MF", LS_ADOPTR="L11")
    if held and dice.chance(0.15):
        add("PlacedAdoption", DATE_PLACED=in_or_near_year(), DATE_PLACED_CEASED="",
            REASON_PLACED_CEASED="")
    if held and dice.chance(0.2):
        add("PrevPerm", PREV_PERM="Z1", LA_PERM="", DATE_PERM=dice.one(["", "zz/zz/2016"]))
    if held and dice.chance(0.5):
        add("Reviews", REVIEW=in_or_near_year(), REVIEW_CODE="PN1")
    for _ in range(dice.one([0, 0, 0, 1, 2, 4]) if held else 0):
        start = in_or_near_year()
        end = dice.blank_or(start + dice.one([0, 1, 30, dice.between(0, 300)]) * DAY, 0.15)
        add("Missing", MISSING=dice.one(["M", "M", "A", "a", "Q" if dice.chance(0.1) else "M"]),
            MIS_START=dice.blank_or(start, 0.03), MIS_END=end)
        if dice.chance(0.1):
            add("Missing", MISSING="M", MIS_START=start, MIS_END=dice.one(["", start + 2 * DAY]))
    for _ in range(dice.one([0, 1, 2, 3, 4]) if held else 0):
        start = in_or_near_year() - dice.one([0, 0, 300]) * DAY
        end = dice.blank_or(start + dice.between(1, 400) * DAY, 0.3)
        add("SWEpisodes", SW_ID=f"SW{dice.between(1, 6)}", SW_DECOM=dice.blank_or(start, 0.03),
            SW_DEC=dice.one([end, first, first + DAY]) if end else "", SW_REASON="MANAGE")
    if held and dice.chance(0.02):
        add("DoLo", DOLO_START=first, DOLO_END="")


def episode_rows(dice, child, year, tables):
    for e in child.episodes.get(year, []):
        row = {"CHILD": child.name, "LA": child.authority, "YEAR": str(year), **e}
        tables["Episodes"].append(row)
        if dice.chance(0.015):
            again = dict(row)
            change = dice.one(["PLACE", "REC", "LS", "same"])
            if change == "PLACE":
                again["PLACE"] = dice.one(LASTING)
            elif change == "REC" and again["DEC"]:
                again["REC"] = dice.one(["X1", "E4A"])
            elif change == "LS":
                again["LS"] = dice.one(["V2", "V3"])
            tables["Episodes"].append(again)
        if dice.chance(0.005):
            tables["Episodes"].append({**row, "DECOM": dice.one(["", "31/02/2020"])})
        if dice.chance(0.005):
            tables["Episodes"].append({**row, "CHILD": ""})


def tables_of_year(dice, everyone, year):
    tables = {name: [] for name in TABLES}
    for child in everyone:
        episode_rows(dice, child, year, tables)
        outcome_rows(dice, child, year, tables)
    return tables


# ---- writing ---------------------------------------------------------------------------

def written(value, style):
    if value is None:
        return ""
    if not isinstance(value, date):
        return str(value)
    if style == "iso":
        return value.isoformat()
    return value.strftime("%d/%m/%Y" if style == "long" else "%d/%m/%y")


def write_table(dice, path, columns, rows):
    """In one of the forms that are allowed: order, case, BOM, line ends, dates."""
    columns = list(columns)
    if dice.chance(0.3):
        dice.random.shuffle(columns)
    if dice.chance(0.2):
        columns.insert(dice.between(0, len(columns)), "NOTE")
    style = dice.one(["long", "long", "iso", "short"])
    heading = ",".join(c.lower() if dice.chance(0.05) else c for c in columns)
    lines = [heading] + [",".join(written(row.get(c, ""), style) for c in columns) for row in rows]
    text = dice.one(["\n", "\r\n"]).join(lines) + dice.one(["", "\n"])
    path.write_bytes((b"\xef\xbb\xbf" if dice.chance(0.2) else b"") + text.encode("utf-8"))


def write_returns(dice, out, by_year, extra, complete):
    """OUT/YYYY: now and then a table is missing, or has no rows."""
    for year, tables in by_year.items():
        folder = out / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        for name, columns in TABLES.items():
            if not complete and name != "Episodes" and dice.chance(0.05):
                continue
            rows = [] if name != "Episodes" and dice.chance(0.03) else tables[name]
            tables[name] = rows
            write_table(dice, folder / f"{name.lower()}.csv", columns + extra, rows)


def write_stacked(dice, folder, by_year, extra):
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in TABLES.items():
        rows = [row for tables in by_year.values() for row in tables[name]]
        write_table(dice, folder / f"{name.lower()}.csv", columns + extra + ["YEAR"], rows)


def write_longitudinal(dice, folder, by_year, extra):
    """Histories as the latest return that holds each child has them; outcome rows with YEAR."""
    folder.mkdir(parents=True, exist_ok=True)
    latest = {}
    for tables in by_year.values():
        for row in tables["Episodes"]:
            latest[(row["LA"], row["CHILD"], row["DECOM"])] = row
    for name, columns in TABLES.items():
        if name == "Episodes":
            write_table(dice, folder / "episodes.csv", columns + extra, list(latest.values()))
            continue
        rows = [row for tables in by_year.values() for row in tables[name]]
        write_table(dice, folder / f"{name.lower()}.csv", columns + extra + ["YEAR"], rows)


def write_postcodes(dice, path, authorities):
    """Most of the postcodes; points that lie just under and over 20.05 miles apart."""
    lines = ["postcode,easting,northing,la"]
    for index, postcode in enumerate(POSTCODES[:-2]):
        if index < 4:
            east, north = 400000 + [0, 32266, 32267, 40000][index], 300000
        else:
            east, north = dice.between(380000, 440000), dice.between(280000, 340000)
        lines.append(f"{spelled_differently(dice, postcode)},{east},{north},"
                     f"{dice.one(authorities)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--as-at", type=date.fromisoformat)
    parser.add_argument("--authorities", type=int, default=0)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--first-year", type=int, default=2019)
    parser.add_argument("--children", type=int, default=60)
    parser.add_argument("--postcodes", action="store_true")
    parser.add_argument("--longitudinal", action="store_true")
    parser.add_argument("--stacked", action="store_true")
    options = parser.parse_args()

    dice = Dice(options.seed, options.first_year, options.years, options.as_at)
    authorities = [f"{831 + n}" for n in range(max(1, options.authorities))]
    everyone = [Child(dice, f"{'c' if n % 7 == 0 else ''}{1000 + n}", authority)
                for authority in authorities for n in range(options.children)]
    if dice.chance(0.5):
        dice.random.shuffle(everyone)
    years = range(options.first_year, options.first_year + options.years)
    by_year = {year: tables_of_year(dice, everyone, year) for year in years}

    options.out.mkdir(parents=True, exist_ok=True)
    extra = ["LA"] if options.authorities else []
    write_returns(dice, options.out, by_year, extra, complete=options.stacked)
    if options.longitudinal:
        write_longitudinal(dice, options.out / "longitudinal", by_year, extra)
    if options.stacked:
        write_stacked(dice, options.out / "stacked", by_year, extra)
    if options.postcodes:
        write_postcodes(dice, options.out / "postcodes.csv", authorities + ["999"])


if __name__ == "__main__":
    main()
