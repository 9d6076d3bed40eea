#!/usr/bin/env python3
"""Computes the scorecard of annual returns, over the C API by ctypes alone.

    scorecard.py returns/2022 returns/2023 --authority 999 --population population.csv

A folder named by its year is the return of that year; its CSV files are its tables.
"""

import argparse
import ctypes
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_size_t, c_void_p
from pathlib import Path

TEXT_IN = [c_char_p, c_size_t]
TEXT_OUT = [c_char_p, c_size_t, POINTER(c_size_t)]
OK, BUFFER_TOO_SMALL, NOT_AVAILABLE = 0, 1, 7
ERROR = 2

# The functions that are used here, without their prefix: what they return, and what they take.
FUNCTIONS = {
    "status_name": (c_char_p, [c_int32]),
    "indicator_count": (c_int64, []),
    "indicator_id": (c_char_p, [c_int64]),
    "create": (c_int32, [POINTER(c_void_p)]),
    "destroy": (None, [c_void_p]),
    "error_text": (c_int32, [c_void_p, *TEXT_OUT]),
    "set_option": (c_int32, [c_void_p, *TEXT_IN, *TEXT_IN]),
    "give_postcodes": (c_int32, [c_void_p, *TEXT_IN, *TEXT_IN]),
    "give_populations": (c_int32, [c_void_p, *TEXT_IN, *TEXT_IN]),
    "begin_table": (c_int32, [c_void_p, *TEXT_IN, c_int32]),
    "feed": (c_int32, [c_void_p, *TEXT_IN]),
    "end_table": (c_int32, [c_void_p, POINTER(c_char_p)]),
    "compute": (c_int32, [c_void_p, c_int32]),
    "authority_count": (c_int32, [c_void_p, POINTER(c_int64)]),
    "authority_name": (c_int32, [c_void_p, c_int64, *TEXT_OUT]),
    "figure_printed": (c_int32, [c_void_p, c_int64, c_int64, *TEXT_OUT]),
    "figure_numbers": (
        c_int32,
        [c_void_p, c_int64, c_int64, POINTER(c_int64), POINTER(c_int32), POINTER(c_int64), POINTER(c_int64)],
    ),
    "finding_count": (c_int32, [c_void_p, POINTER(c_int64)]),
    "finding": (c_int32, [c_void_p, c_int64, POINTER(c_char_p), POINTER(c_int32), POINTER(c_int64)]),
    "finding_as_text": (c_int32, [c_void_p, c_int64, *TEXT_OUT]),
}


class IndicareError(Exception):
    """A call that failed: its status, and the library's sentence about it."""

    def __init__(self, status, name, sentence):
        super().__init__(f"{name}: {sentence}")
        self.status = status


def load(path):
    library = ctypes.CDLL(str(path))
    for name, (result, arguments) in FUNCTIONS.items():
        function = getattr(library, "indicare_" + name)
        function.restype, function.argtypes = result, arguments
    return library


def text_in(text):
    data = text if isinstance(text, bytes) else text.encode()
    return data, len(data)


class Indicare:
    """A session. Use it in a `with` statement, which destroys it."""

    def __init__(self, library):
        self._library = library
        self._session = c_void_p()
        status = library.indicare_create(byref(self._session))
        if status != OK:
            raise IndicareError(status, library.indicare_status_name(status).decode(), "no session")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._library.indicare_destroy(self._session)
        self._session = None

    def _status(self, name, *arguments):
        return getattr(self._library, "indicare_" + name)(self._session, *arguments)

    def _check(self, status):
        if status != OK:
            name = self._library.indicare_status_name(status).decode()
            raise IndicareError(status, name, self._text("error_text"))

    def _call(self, name, *arguments):
        self._check(self._status(name, *arguments))

    def _text(self, name, *arguments):
        length = c_size_t()
        status = self._status(name, *arguments, None, 0, byref(length))
        if status != BUFFER_TOO_SMALL:
            self._check(status)
        buffer = ctypes.create_string_buffer(length.value + 1)
        self._call(name, *arguments, buffer, len(buffer), None)
        return buffer.raw[: length.value].decode(errors="replace")

    def _number(self, name, *arguments):
        number = c_int64()
        self._call(name, *arguments, byref(number))
        return number.value

    def set_option(self, name, value):
        self._call("set_option", *text_in(name), *text_in(value))

    def give_postcodes(self, path):
        self._call("give_postcodes", *text_in(str(path)), *text_in(Path(path).read_bytes()))

    def give_populations(self, path):
        self._call("give_populations", *text_in(str(path)), *text_in(Path(path).read_bytes()))

    def read_table(self, path, year, piece_size=1 << 18):
        """Reads a file piece by piece; the table that it was, or None."""
        table = c_char_p()
        self._call("begin_table", *text_in(f"{path.parent.name}/{path.name}"), year)
        with open(path, "rb") as file:
            while piece := file.read(piece_size):
                self._call("feed", *text_in(piece))
        self._call("end_table", byref(table))
        return table.value.decode() if table.value else None

    def compute(self, as_at):
        """Computes as at a date, 20230331 for 31 March 2023."""
        self._call("compute", as_at)

    def authorities(self):
        return [self._text("authority_name", i) for i in range(self._number("authority_count"))]

    def indicators(self):
        library = self._library
        return [library.indicare_indicator_id(i).decode() for i in range(library.indicare_indicator_count())]

    def printed(self, authority, indicator):
        return self._text("figure_printed", authority, indicator)

    def numbers(self, authority, indicator):
        """(numerator, denominator or None, undetermined); None when there is no figure."""
        numerator, denominator, undetermined, has_denominator = c_int64(), c_int64(), c_int64(), c_int32()
        status = self._status(
            "figure_numbers", authority, indicator,
            byref(numerator), byref(has_denominator), byref(denominator), byref(undetermined),
        )
        if status == NOT_AVAILABLE:
            return None
        self._check(status)
        return numerator.value, denominator.value if has_denominator.value else None, undetermined.value

    def errors(self):
        """The findings that are errors, a line each."""
        severity = c_int32()
        for i in range(self._number("finding_count")):
            self._call("finding", i, None, byref(severity), None)
            if severity.value == ERROR:
                yield self._text("finding_as_text", i)


def default_library():
    suffix = {"darwin": "libindicare.dylib", "win32": "indicare.dll"}.get(sys.platform, "libindicare.so")
    return os.environ.get("INDICARE_LIBRARY") or Path(__file__).resolve().parents[2] / "build" / "lib" / suffix


def arguments_given():
    parser = argparse.ArgumentParser(description="Computes the scorecard of annual returns.")
    parser.add_argument("folders", nargs="+", type=Path, help="folders of CSV files, named by their years")
    parser.add_argument("--as-at", help="the date, YYYY-MM-DD; else 31 March of the latest return")
    parser.add_argument("--authority", default="", help="whose returns they are, where there is no LA column")
    parser.add_argument("--population", help="CSV authority,year,population")
    parser.add_argument("--postcodes", help="CSV postcode,easting,northing,la")
    parser.add_argument("--library", default=default_library(), help="the shared library")
    return parser.parse_args()


def print_scorecard(session, authority, name):
    print(f"Authority {name}")
    for indicator, indicator_id in enumerate(session.indicators()):
        line = f"  {indicator_id:<34} {session.printed(authority, indicator):>6}"
        if numbers := session.numbers(authority, indicator):
            numerator, denominator, undetermined = numbers
            if denominator is not None:
                line += f"  {numerator} of {denominator}"
            if undetermined:
                line += f"  {undetermined} undetermined"
        print(line)


def main():
    given = arguments_given()
    years = {folder: int(folder.resolve().name) for folder in given.folders}
    as_at = given.as_at or f"{max(years.values())}-03-31"
    with Indicare(load(given.library)) as session:
        session.set_option("authority", given.authority)
        if given.postcodes:
            session.give_postcodes(given.postcodes)
        for folder, year in years.items():
            for file in sorted(folder.glob("*.csv")):
                if session.read_table(file, year) is None:
                    print(f"{file}: not a table of the return", file=sys.stderr)
        if given.population:
            session.give_populations(given.population)
        session.compute(int(as_at.replace("-", "")))
        for error in session.errors():
            print(error, file=sys.stderr)
        for authority, name in enumerate(session.authorities()):
            print_scorecard(session, authority, name)


if __name__ == "__main__":
    try:
        main()
    except (IndicareError, OSError, ValueError) as error:
        sys.exit(f"scorecard.py: {error}")
