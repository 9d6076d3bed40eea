"""The rules of DfE's data screener that a file for Explore Education Statistics must keep.

Written from the department's open data standards (analysts' guide, statistics production) and the
checks of its R package eesyscreener; the names in brackets are those of its checks. Rules about
schools, trusts, constituencies and the like are left out: no file of this project has such rows.
"""

import csv
import io
import re

REQUIRED = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"]
PLACES = {
    "National": ["country_code", "country_name"],
    "Regional": ["region_code", "region_name"],
    "Local authority": ["old_la_code", "la_name", "new_la_code"],
}
GEOGRAPHY = [column for columns in PLACES.values() for column in columns]
# Rows of which level may have the columns of which other.
ALLOWED = {
    "National": {"National"},
    "Regional": {"National", "Regional"},
    "Local authority": {"National", "Regional", "Local authority"},
}
UNITS_OF_TIME = REQUIRED[:3] + GEOGRAPHY
META = ["col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp",
        "filter_hint", "filter_grouping_column"]
SYMBOLS = {"z", "x", "c", "low"}
REGIONS = {
    "E12000001": "North East", "E12000002": "North West", "E12000003": "Yorkshire and The Humber",
    "E12000004": "East Midlands", "E12000005": "West Midlands", "E12000006": "East of England",
    "E12000007": "London", "E12000008": "South East", "E12000009": "South West",
    "E13000001": "Inner London", "E13000002": "Outer London", "x": "Not available",
}
NULLS = {"NULL", "Null", "null", "NA", "na", "N/A", "n/a", ".", "..", "-", "~", ":"}
LOOK_LIKE_FILTERS = re.compile(
    "male|asian|chinese|indian|pakistani|bangladeshi|black|african|caribbean|white|roma|irish|"
    "english|british|scottish|welsh|arab")
LOOK_LIKE_PLACES = re.compile(
    "(^(sch|prov|inst|estab|reg|la|local|rsc|pfa|pcon|lep|mca|oa|ward|mat)"
    ".*(name|code|urn|ukprn|number|upin|id)$)|(^(region|la|lad|school|provider|name|code|ward)$)")


def rows_of(text):
    """The header and the rows of a CSV text, all as long as they come."""
    rows = list(csv.reader(io.StringIO(text)))
    return (rows[0], rows[1:]) if rows else ([], [])


def broken_rules(name, data_text, meta_name, meta_text):
    """What a pair of files breaks: a list of (rule, what)."""
    broken = []

    def say(rule, what):
        broken.append((rule, what))

    check_names(name, meta_name, say)
    header, rows = rows_of(data_text)
    meta_header, meta_rows = rows_of(meta_text)
    for what, columns, lines in (("data", header, rows), ("meta", meta_header, meta_rows)):
        for line, row in enumerate(lines, 2):
            if len(row) != len(columns):
                say("ragged", f"{what}, line {line}")
        if len(set(columns)) != len(columns):
            say("column twice", what)
    if broken or not rows or not meta_rows:
        if not rows or not meta_rows:
            say("no rows", name)
        return broken
    data = [dict(zip(header, row)) for row in rows]
    meta = [dict(zip(meta_header, row)) for row in meta_rows]
    missing = [column for column in REQUIRED if column not in header]
    if missing or meta_header != META:
        say("columns required", f"{missing} {meta_header}")
        return broken
    check_columns(header, meta, say)
    check_meta(meta, say)
    check_time(data, say)
    check_places(header, data, say)
    check_filters(data, meta, header, say)
    check_indicators(data, meta, header, say)
    check_text(data, meta, say)
    return broken


def check_names(name, meta_name, say):
    """[filename_spaces, filename_special, filenames_match]"""
    if not re.fullmatch(r"[a-z0-9_-]+\.csv", name):
        say("file name", name)
    if meta_name != name[:-len(".csv")] + ".meta.csv":
        say("file names match", meta_name)


def check_columns(header, meta, say):
    """[col_names_spaces, col_snake_case, col_var_start, cross_meta_to_data, cross_data_to_meta,
    col_ind_smushed, api_char_col_name]"""
    described = {row["col_name"] for row in meta}
    grouping = {row["filter_grouping_column"] for row in meta} - {""}
    for column in header:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", column):
            say("snake_case", column)
        if len(column) > 50:
            say("column name too long", column)
        if column not in UNITS_OF_TIME and column not in described and column not in grouping:
            say("column not described", column)
    for row in meta:
        if row["col_name"] not in header:
            say("described column missing", row["col_name"])
        if row["col_name"] in UNITS_OF_TIME:
            say("time and place described", row["col_name"])
        if row["col_type"] == "Indicator" and LOOK_LIKE_FILTERS.search(row["col_name"]):
            say("indicator holds a filter", row["col_name"])
        if row["col_name"] in ("characteristic", "characteristic_group"):
            say("column called characteristic", row["col_name"])


def check_meta(meta, say):
    """[meta_col_type, meta_label, meta_dupe_label, meta_col_name_dupe, meta_ind_unit,
    meta_ind_unit_validation, meta_ind_dp_values, meta_ind_dp_set, meta_filter_hint,
    meta_indicator_grouping, meta_geog_catch, api_char_col_label]"""
    for column, rule in (("label", "label twice"), ("col_name", "described twice")):
        values = [row[column] for row in meta]
        for value in set(values):
            if values.count(value) > 1:
                say(rule, value)
    for row in meta:
        name = row["col_name"]
        if row["col_type"] not in ("Filter", "Indicator"):
            say("column type", name)
        if not row["label"].strip():
            say("no label", name)
        if len(row["label"]) > 100:
            say("label too long", name)
        if row["col_type"] == "Indicator":
            if row["indicator_unit"] not in ("", "%"):
                say("unit", name)
            if not re.fullmatch(r"\d*", row["indicator_dp"]):
                say("decimal places", name)
            if row["filter_hint"] or row["filter_grouping_column"]:
                say("indicator described as a filter", name)
        else:
            if row["indicator_unit"] or row["indicator_dp"] or row["indicator_grouping"]:
                say("filter described as an indicator", name)
            if LOOK_LIKE_PLACES.search(name):
                say("filter looks like a place", name)


def check_time(data, say):
    """[time_period_num, time_id_valid, time_id_mix, time_period]"""
    identifiers = {row["time_identifier"] for row in data}
    if len(identifiers) > 1:
        say("time identifiers mixed", identifiers)
    if not identifiers <= {"Reporting year", "Calendar year", "Financial year", "Academic year"}:
        say("time identifier", identifiers)
    digits = 4 if identifiers <= {"Reporting year", "Calendar year"} else 6
    for row in data:
        if not re.fullmatch(r"\d{%d}" % digits, row["time_period"]):
            say("time period", row["time_period"])


def check_places(header, data, say):
    """[geog_level, geog_level_completed, geog_overcompleted_cols, geog_la_col_present,
    geog_region_col_present, geog_region_for_la, geog_country_combos, geog_region_combos,
    geog_la_combos, geog_other_dupes, api_char_loc_code]"""
    for row in data:
        level = row["geographic_level"]
        if level not in PLACES:
            say("geographic level", level)
            continue
        for of_level, columns in PLACES.items():
            for column in columns:
                if of_level in ALLOWED[level] and column not in header:
                    say("column of the place missing", column)
                elif of_level in ALLOWED[level] and not row[column]:
                    say("column of the place empty", f"{level}: {column}")
                elif of_level not in ALLOWED[level] and row.get(column):
                    say("column of another level filled", f"{level}: {column}")
        if (row["country_code"], row["country_name"]) != ("E92000001", "England"):
            say("country", row["country_code"])
        region = row.get("region_code", "")
        if region and REGIONS.get(region) != row.get("region_name"):
            say("region", region)
        authority = row.get("new_la_code", "")
        if authority and not re.fullmatch(r"E\d{8}|x", authority):
            say("authority", authority)
        if any(len(row.get(column, "")) > 30 for column in GEOGRAPHY if column.endswith("code")):
            say("code too long", row)
    for code, name in (("region_code", "region_name"), ("old_la_code", "la_name"),
                       ("new_la_code", "la_name")):
        pairs = {(row.get(code), row.get(name)) for row in data if row.get(code) not in ("", "x")}
        if len({pair[0] for pair in pairs}) != len(pairs):
            say("one code, two names", code)


def check_filters(data, meta, header, say):
    """[filter_not_singular, filter_defaults, filter_blanks, filter_whitespace, filter_group_level,
    filter_ob_total, general_dupes, api_char_filter_items]"""
    filters = [row["col_name"] for row in meta if row["col_type"] == "Filter"]
    filters += [row["filter_grouping_column"] for row in meta if row["filter_grouping_column"]]
    for column in filters:
        if column not in header:
            say("described column missing", column)
            continue
        values = {row[column] for row in data}
        if len(values) < 2:
            say("filter with one value", column)
        if "Total" not in values:
            say("filter without Total", column)
        if "" in values:
            say("filter blank", column)
        if any(value != value.strip() for value in values):
            say("filter with blanks around it", column)
        if any(len(value) > 120 for value in values):
            say("filter value too long", column)
    for column in UNITS_OF_TIME:
        if {row.get(column) for row in data} & {"Total", "total", "All", "all"}:
            say("Total of places", column)
    keys = [tuple(row.get(column) for column in UNITS_OF_TIME + filters) for row in data]
    if len(set(keys)) != len(keys):
        say("duplicate rows", len(keys) - len(set(keys)))


def check_indicators(data, meta, header, say):
    """[ind_invalid_entry, ind_blanks], and that there are no symbols but the recommended ones"""
    indicators = [row for row in meta if row["col_type"] == "Indicator"]
    if not indicators:
        say("no indicators", "")
    for description in indicators:
        column = description["col_name"]
        if column not in header:
            continue
        for row in data:
            value = row[column]
            if value in SYMBOLS:
                continue
            number = re.fullmatch(r"-?\d+(?:\.(\d+))?", value)
            if not number:
                say("neither number nor symbol", f"{column}: {value}")
            elif description["indicator_dp"] == "0" and number[1]:
                say("more places than said", f"{column}: {value}")


def check_text(data, meta, say):
    """[general_null]"""
    for row in data + meta:
        for column, value in row.items():
            if value in NULLS:
                say("null symbol", column)
