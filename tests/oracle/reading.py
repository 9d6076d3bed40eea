"""Reading folders of CSV files into annual returns, one set an authority."""

import csv
import io
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

from dates import reporting_year, year_end, year_start
from history import History, Version

# A table is recognised by any one of these sets of columns.
RECOGNISED_BY = [
    ("Episodes", [{"DECOM", "RNE"}, {"DECOM", "LS"}]),
    ("SWEpisodes", [{"SW_ID"}, {"SW_DECOM"}]),
    ("Missing", [{"MIS_START"}]),
    ("UASC", [{"DUC"}]),
    ("OC2", [{"SDQ_SCORE"}, {"HEALTH_ASSESSMENT"}, {"IMMUNISATIONS"}, {"TEETH_CHECK"}]),
    ("OC3", [{"IN_TOUCH"}]),
    ("AD1", [{"DATE_INT"}, {"DATE_MATCH"}]),
    ("PlacedAdoption", [{"DATE_PLACED"}]),
    ("PrevPerm", [{"PREV_PERM"}]),
    ("Reviews", [{"REVIEW"}]),
    ("DoLo", [{"DOLO_START"}]),
    ("Header", [{"ETHNIC"}, {"UPN"}, {"MOTHER"}]),
]
# The order in which other tables than Header tell date of birth and sex.
OTHER_TABLES = ["Episodes", "UASC", "Reviews", "OC2", "OC3", "AD1", "PlacedAdoption",
                "PrevPerm", "Missing", "SWEpisodes", "DoLo"]
# A row with an unreadable key date is left out.
KEY_DATE = {"Episodes": "DECOM", "Missing": "MIS_START", "SWEpisodes": "SW_DECOM"}


# ---- fields ----------------------------------------------------------------------------

def text(row, column):
    return (row.get(column) or "").strip()


def code(row, column):
    return text(row, column).upper()


def postcode(written):
    """Postcodes compare without blanks and case."""
    return "".join(written.split()).upper()


def read_date(written):
    """dd/mm/yyyy, yyyy-mm-dd or dd/mm/yy; None when blank or unreadable."""
    written = (written or "").strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            year, month, day = written.split("-")
        elif re.fullmatch(r"\d{2}/\d{2}/\d{4}", written):
            day, month, year = written.split("/")
        elif re.fullmatch(r"\d{2}/\d{2}/\d{2}", written):
            day, month, year = written.split("/")
            year = "19" + year if int(year) >= 69 else "20" + year
        else:
            return None
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def day_of(row, column):
    return read_date(text(row, column))


def whole_number(row, column):
    """12 and 12.0 read as 12; anything else that is not whole is blank."""
    written = text(row, column)
    if not re.fullmatch(r"\d+(\.\d*)?", written):
        return None
    value = Fraction(written)
    return int(value) if value.denominator == 1 else None


def flag(row, column):
    """True for 1, False for 0, None otherwise."""
    return {1: True, 0: False}.get(whole_number(row, column))


def sdq_score(row):
    score = whole_number(row, "SDQ_SCORE")
    return score if score is not None and score <= 40 else None


def sex_of(row):
    """M, F, another code as it stands, or None when not stated (blank, U)."""
    written = code(row, "SEX")
    number = whole_number(row, "SEX")
    if number is not None:
        written = str(number)
    return {"1": "M", "2": "F", "U": None, "": None}.get(written, written)


# ---- files -----------------------------------------------------------------------------

class Table:
    """One file: its name in the rules, its columns, its rows in order."""

    def __init__(self, name, columns, rows):
        self.name = name
        self.columns = columns
        self.rows = rows


def recognise(columns):
    if "CHILD" not in columns:
        return None
    for name, sets in RECOGNISED_BY:
        if any(needed <= columns for needed in sets):
            return name
    return None


def is_usable(name, row):
    """A row without CHILD or with an unreadable key date is left out."""
    if not text(row, "CHILD"):
        return False
    return name not in KEY_DATE or day_of(row, KEY_DATE[name]) is not None


def read_rows(path):
    """Columns (upper case) and rows of a CSV file."""
    content = path.read_bytes().decode("utf-8-sig", errors="replace")
    lines = csv.reader(io.StringIO(content, newline=""))
    columns = [column.strip().upper() for column in next(lines, [])]
    return columns, [dict(zip(columns, line)) for line in lines]


def read_folder(folder):
    tables = []
    for path in sorted(Path(folder).iterdir()):
        if path.suffix.lower() != ".csv":
            continue
        columns, rows = read_rows(path)
        name = recognise(set(columns))
        if name:
            tables.append(Table(name, columns, [r for r in rows if is_usable(name, r)]))
    return tables


def last_date(tables):
    """The latest DECOM or DEC of the Episodes; None when there is none."""
    days = [day_of(row, column) for table in tables if table.name == "Episodes"
            for row in table.rows for column in ("DECOM", "DEC")]
    return max((day for day in days if day), default=None)


def year_of_folder(folder, tables):
    name = Path(folder).resolve().name
    if re.fullmatch(r"\d{4}", name):
        return int(name)
    latest = last_date(tables)
    return reporting_year(latest) if latest else None


# ---- returns ---------------------------------------------------------------------------

class Return:
    """What one authority's return of one year gives: tables and their rows."""

    def __init__(self, year):
        self.year = year
        self.tables = {}

    def gives(self, table):
        return table in self.tables

    def rows(self, table):
        return self.tables.get(table, [])


class Authority:
    """All returns of one authority; the histories and persons in them."""

    def __init__(self, name):
        self.name = name
        self.returns = {}
        self.histories = {}
        self._held = {}

    def return_of(self, year):
        return self.returns.setdefault(year, Return(year))

    # -- which returns, which children

    def is_given(self, year):
        return year in self.returns

    def returns_of(self, window):
        """The returns of the year, earlier first; None unless all are given."""
        if not all(self.is_given(year) for year in window.years()):
            return None
        return [self.returns[year] for year in window.years()]

    def children_in(self, given, table):
        """The children that the return holds in a table."""
        key = (given.year, table)
        if key not in self._held:
            self._held[key] = {text(row, "CHILD") for row in given.rows(table)}
        return self._held[key]

    def children_in_episodes(self, given):
        return self.children_in(given, "Episodes")

    # -- histories

    def build_histories(self):
        versions = {}
        for year in sorted(self.returns):
            for row in self.returns[year].rows("Episodes"):
                versions.setdefault(text(row, "CHILD"), []).append(version_of(year, row))
        years = [y for y, r in self.returns.items() if r.gives("Episodes")]
        self.histories = {child: History(rows, years) for child, rows in versions.items()}

    def build_persons(self):
        """Date of birth and sex: the latest Header that states it, else the latest
        return's other tables, in order."""
        self.born, self.sex = {}, {}
        latest_first = sorted(self.returns, reverse=True)
        in_order = [(year, "Header") for year in latest_first]
        in_order += [(year, table) for year in latest_first for table in OTHER_TABLES]
        for year, table in in_order:
            for row in reversed(self.returns[year].rows(table)):
                child = text(row, "CHILD")
                if child not in self.born and day_of(row, "DOB"):
                    self.born[child] = day_of(row, "DOB")
                if child not in self.sex and sex_of(row):
                    self.sex[child] = sex_of(row)


class LongitudinalAuthority(Authority):
    """A longitudinal extract: every year up to that of its last date counts as given."""

    def __init__(self, name, last_year):
        super().__init__(name)
        self.last_year = last_year
        self.episode_rows = []
        self.yearless = {}

    def is_given(self, year):
        return year <= self.last_year

    def returns_of(self, window):
        if not all(self.is_given(year) for year in window.years()):
            return None
        return [self.return_of(year) for year in window.years()]

    def return_of(self, year):
        """Every year gives the tables of the folder, with the rows of its YEAR."""
        if year not in self.returns:
            given = super().return_of(year)
            for table, rows in self.yearless.items():
                given.tables[table] = list(rows)
        return self.returns[year]

    def build_histories(self):
        versions = {}
        for row in self.episode_rows:
            versions.setdefault(text(row, "CHILD"), []).append(version_of(self.last_year, row))
        self.histories = {child: History(rows, [self.last_year])
                          for child, rows in versions.items()}

    def children_in_episodes(self, given):
        """A child is held in the years that its care episodes overlap."""
        first, last = year_start(given.year), year_end(given.year)
        return {child for child, history in self.histories.items()
                if any(e.decom <= last and (e.end is None or e.end >= first)
                       for e in history.care)}


def version_of(year, row):
    codes = {column: code(row, column)
             for column in ("RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "REC", "URN")}
    codes["HOME_POST"] = postcode(text(row, "HOME_POST"))
    codes["PL_POST"] = postcode(text(row, "PL_POST"))
    return Version(year, day_of(row, "DECOM"), day_of(row, "DEC"), codes)


def authority_of(row, default):
    return text(row, "LA") or default


def row_year(row, default):
    year = whole_number(row, "YEAR")
    return default if year is None else year


def read_annual(folders, default_authority):
    """Authorities by name, from folders that are annual returns."""
    authorities = {}
    for folder in folders:
        tables = read_folder(folder)
        folder_year = year_of_folder(folder, tables)
        split = any("YEAR" in table.columns for table in tables)
        # Which annual returns the folder makes, for which authorities.
        made = {(authority_of(row, default_authority), row_year(row, folder_year))
                for table in tables for row in table.rows}
        if not any("LA" in table.columns for table in tables) and not split:
            made.add((default_authority, folder_year))
        for name, year in made:
            if year is None:
                continue
            given = authorities.setdefault(name, Authority(name)).return_of(year)
            for table in tables:
                if "YEAR" in table.columns or year == folder_year:
                    given.tables.setdefault(table.name, []).extend(
                        row for row in table.rows
                        if authority_of(row, default_authority) == name
                        and row_year(row, folder_year) == year)
    return authorities


def read_longitudinal(folder, default_authority):
    """Authorities by name, from one folder that holds many years."""
    tables = read_folder(folder)
    latest = last_date(tables)
    if latest is None:
        return {}
    last_year = reporting_year(latest)
    names = {authority_of(row, default_authority) for table in tables for row in table.rows}
    authorities = {}
    for name in names:
        authority = authorities[name] = LongitudinalAuthority(name, last_year)
        mine = [(table, [row for row in table.rows
                         if authority_of(row, default_authority) == name])
                for table in tables]
        for table, rows in mine:
            if table.name == "Episodes":
                authority.episode_rows += rows
                authority.yearless.setdefault(table.name, [])
            else:
                # A row without YEAR is read for every year.
                authority.yearless.setdefault(table.name, []).extend(
                    row for row in rows if row_year(row, None) is None)
        authority.return_of(last_year)
        for table, rows in mine:
            for row in rows:
                year = row_year(row, None)
                if table.name != "Episodes" and year is not None:
                    authority.return_of(year).tables[table.name].append(row)
    return authorities


def read_returns(folders, default_authority="", longitudinal=False):
    if longitudinal:
        if len(folders) != 1:
            raise SystemExit("a longitudinal extract is one folder")
        authorities = read_longitudinal(folders[0], default_authority)
    else:
        authorities = read_annual(folders, default_authority)
    for authority in authorities.values():
        authority.build_histories()
        authority.build_persons()
    return authorities


# ---- population, postcodes -------------------------------------------------------------

class Populations:
    """Population aged 0-17 by authority text and reporting year."""

    def __init__(self):
        self.by_key = {}

    def read(self, path):
        columns, rows = read_rows(Path(path))
        for row in rows:
            if "POPULATION_ESTIMATE" in columns:
                names = [text(row, c) for c in ("OLD_LA_CODE", "NEW_LA_CODE", "LA_NAME")]
                # The population of year Y is the mid-year estimate of Y - 1.
                mid_year = whole_number(row, "TIME_PERIOD")
                year = None if mid_year is None else mid_year + 1
                people = whole_number(row, "POPULATION_ESTIMATE")
            else:
                names = [text(row, "AUTHORITY")]
                year = whole_number(row, "YEAR")
                people = whole_number(row, "POPULATION")
            for name in names:
                if name and year is not None and people is not None:
                    self.by_key[(name, year)] = people

    def of(self, authority, year):
        return self.by_key.get((authority, year))


class Place:
    """A postcode's easting and northing (None when not stated) and authority."""

    def __init__(self, easting, northing, authority):
        self.point = None if easting is None or northing is None else (easting, northing)
        self.authority = authority


def coordinate(written):
    return Fraction(written) if re.fullmatch(r"-?\d+(\.\d+)?", written) else None


def read_postcodes(path):
    _, rows = read_rows(Path(path))
    return {postcode(text(row, "POSTCODE")):
            Place(coordinate(text(row, "EASTING")), coordinate(text(row, "NORTHING")),
                  text(row, "LA"))
            for row in rows}
