"""Exact performance indicators for children in care, from Python.

    from datetime import date
    import indicare

    with indicare.Session(authority="999") as session:
        session.read("returns/2023/episodes.csv", year=2023)
        session.compute(date(2023, 3, 31))
        for figure in session.results():
            print(figure.indicator, figure.printed, figure.exact)

It needs nothing but Python 3.9 and the shared library, and is the C API (indicare.h, which says more
of each function) in the words of Python: dates are `datetime.date`, exact values `Fraction`, failures
exceptions. Authorities go by their names, and need not be named where there is only one; indicators
go by their ids.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import functools
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_size_t, c_void_p
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple, Optional, Union

# ---- What the library has --------------------------------------------------------------------------

_SOME = c_void_p  # a session or a state
_TEXT = [c_char_p, c_size_t]
_OUT = [c_char_p, c_size_t, POINTER(c_size_t)]
_NUMBER, _SMALL, _CONSTANT = POINTER(c_int64), POINTER(c_int32), POINTER(c_char_p)
_TABLE = [_SOME, *_TEXT, c_int32]
_ROW = [POINTER(c_char_p), POINTER(c_size_t), c_int64]
_FIGURE = [_SOME, c_int64, c_int64]

_Writer = ctypes.CFUNCTYPE(c_int32, c_void_p, c_void_p, c_size_t)
_Patience = ctypes.CFUNCTYPE(c_int32, c_void_p)

# What functions take that return a status, without their prefix.
_STATUS_OF = {
    "create": [POINTER(_SOME)],
    "error_text": [_SOME, *_OUT],
    "set_option": [_SOME, *_TEXT, *_TEXT],
    "give_postcodes": [_SOME, *_TEXT, *_TEXT],
    "give_populations": [_SOME, *_TEXT, *_TEXT],
    "give_population": [_SOME, *_TEXT, c_int32, c_int64],
    "begin_table": _TABLE,
    "feed": [_SOME, *_TEXT],
    "end_table": [_SOME, _CONSTANT],
    "begin_rows": [*_TABLE, *_ROW],
    "add_row": [_SOME, *_ROW],
    "read_arrow": [*_TABLE, c_void_p, _CONSTANT],
    "begin_xml": _TABLE,
    "end_xml": [_SOME, _SMALL],
    "compute": [_SOME, c_int32],
    "authority_count": [_SOME, _NUMBER],
    "authority_name": [_SOME, c_int64, *_OUT],
    "figure_reason": [*_FIGURE, *_OUT],
    "figure_numbers": [*_FIGURE, _NUMBER, _SMALL, _NUMBER, _NUMBER],
    "figure_exact": [*_FIGURE, *_OUT],
    "figure_printed": [*_FIGURE, *_OUT],
    "figure_low": [*_FIGURE, *_OUT],
    "figure_high": [*_FIGURE, *_OUT],
    "figure_limit_low": [*_FIGURE, *_TEXT, *_OUT],
    "figure_limit_high": [*_FIGURE, *_TEXT, *_OUT],
    "figure_significance": [*_FIGURE, *_TEXT, _CONSTANT],
    "note_count": [_SOME, c_int64, _NUMBER],
    "note": [_SOME, c_int64, c_int64, *_OUT],
    "results_as_csv": [_SOME, *_OUT],
    "results_as_json": [_SOME, *_OUT],
    "results_as_arrow": [_SOME, c_void_p],
    "document": [_SOME, *_OUT],
    "write_document": [_SOME, _Writer, c_void_p],
    "set_patience": [_SOME, _Patience, c_void_p],
    "explain": _FIGURE,
    "explained_count": [_SOME, _NUMBER],
    "explained": [_SOME, c_int64, _SMALL, _NUMBER],
    "explained_child": [_SOME, c_int64, *_OUT],
    "explained_reason": [_SOME, c_int64, *_OUT],
    "explained_decided_by": [_SOME, c_int64, *_OUT],
    "make_explanation": [*_FIGURE, *_TEXT, *_TEXT],
    "make_movement": [*_FIGURE, c_int32, *_TEXT],
    "make_life": [_SOME, c_int64, *_TEXT, *_TEXT],
    "make_check": [_SOME, c_int32, *_TEXT],
    "begin_child": [_SOME, *_TEXT, *_TEXT],
    "end_child": [_SOME],
    "create_state": [POINTER(_SOME)],
    "state_error_text": [_SOME, *_OUT],
    "take_state": [_SOME, _SOME],
    "compute_state": [_SOME, _SOME],
    "merge_state": [_SOME, _SOME],
    "subtract_state": [_SOME, _SOME],
    "forget_children": [_SOME],
    "state_bytes": [_SOME, *_OUT],
    "read_state": [_SOME, *_TEXT],
    "use_bundled_benchmarks": [_SOME],
    "give_benchmarks": [_SOME, *_TEXT, *_TEXT],
    "compare": [_SOME, *_TEXT, c_int32],
    "benchmark_count": [_SOME, c_int64, _NUMBER],
    "benchmark": [*_FIGURE, _CONSTANT, _SMALL, _CONSTANT, _CONSTANT],
    "benchmark_name": [*_FIGURE, *_OUT],
    "benchmark_printed": [*_FIGURE, *_OUT],
    "make_comparison": [_SOME, *_TEXT, c_int32, *_TEXT],
    "make_report": [_SOME, *_TEXT, c_int32, c_int32, *_TEXT],
    "give_claims": [_SOME, *_TEXT, *_TEXT],
    "forget_claims": [_SOME],
    "make_audit": [_SOME, *_TEXT, *_TEXT, _SMALL],
    "make_disclosure": [_SOME, *_TEXT, *_TEXT, c_int64, c_int64, *_TEXT, _SMALL],
    "make_recovery": [_SOME, *_TEXT, *_TEXT, c_int64, *_TEXT, _SMALL],
    "finding_total": [_SOME, c_int32, _NUMBER],
    "finding_count": [_SOME, _NUMBER],
    "finding": [_SOME, c_int64, _CONSTANT, _SMALL, _NUMBER],
    "finding_file": [_SOME, c_int64, *_OUT],
    "finding_column": [_SOME, c_int64, *_OUT],
    "finding_value": [_SOME, c_int64, *_OUT],
    "finding_child": [_SOME, c_int64, *_OUT],
    "finding_message": [_SOME, c_int64, *_OUT],
    "finding_as_text": [_SOME, c_int64, *_OUT],
}

# What the others return, and take.
_OTHERS = {
    "version_text": (c_char_p, []),
    "destroy": (None, [_SOME]),
    "destroy_state": (None, [_SOME]),
    "severity_name": (c_char_p, [c_int32]),
    "indicator_count": (c_int64, []),
    "find_indicator": (c_int64, _TEXT),
    "indicator_id": (c_char_p, [c_int64]),
    "indicator_title": (c_char_p, [c_int64]),
    "indicator_family": (c_char_p, [c_int64]),
    "indicator_unit": (c_char_p, [c_int64]),
    "indicator_polarity": (c_char_p, [c_int64]),
    "indicator_sentence": (c_char_p, [c_int64]),
    "indicator_source": (c_char_p, [c_int64]),
}


class Library:
    """The shared library: of a path, or else found beside this module or where the system keeps its
    libraries. Functions are bound when they are first used."""

    def __init__(self, path: Optional[Union[str, os.PathLike]] = None) -> None:
        self._loaded = ctypes.CDLL(os.fspath(path or _found_library()))

    def __getattr__(self, name: str) -> Any:
        if name not in _STATUS_OF and name not in _OTHERS:
            raise AttributeError(name)
        function = self._loaded["indicare_" + name]
        function.restype, function.argtypes = _OTHERS.get(name) or (c_int32, _STATUS_OF[name])
        setattr(self, name, function)
        return function

    def version(self) -> str:
        return self.version_text().decode()

    def indicators(self) -> list[Indicator]:
        """The catalogue, in the order of reports."""
        return [
            Indicator(*(getattr(self, "indicator_" + name)(index).decode() for name in Indicator._fields))
            for index in range(self.indicator_count())
        ]


class Indicator(NamedTuple):
    """What an indicator is; see `indicare_indicator_id` in indicare.h."""

    id: str
    title: str
    family: str
    unit: str
    polarity: str
    sentence: str
    source: str


def _found_library() -> Union[str, Path]:
    name = {"darwin": "libindicare.dylib", "win32": "indicare.dll"}.get(sys.platform, "libindicare.so")
    beside = Path(__file__).resolve().with_name(name)
    found = beside if beside.exists() else ctypes.util.find_library("indicare")
    if found is None:
        raise OSError(f"{name} is neither beside {__file__} nor where the system keeps libraries")
    return found


# ---- Failures --------------------------------------------------------------------------------------


class IndicareError(Exception):
    """A call that failed, with the library's sentence about it."""

    status = -1


class BufferTooSmall(IndicareError):
    status = 1


class InvalidArgument(IndicareError, ValueError):
    status = 2


class OutOfRange(IndicareError, ValueError):
    status = 3


class NotFound(IndicareError, LookupError):
    status = 4


class WrongOrder(IndicareError):
    status = 5


class NotRecognised(IndicareError, ValueError):
    status = 6


class NotAvailable(IndicareError, LookupError):
    status = 7


class OutOfMemory(IndicareError, MemoryError):
    """The session can only be closed."""

    status = 8


class Internal(IndicareError):
    """A fault of the library, worth reporting. The session can only be closed."""

    status = 9


class Cancelled(IndicareError):
    status = 10


class Conflict(IndicareError, ValueError):
    status = 11


_ERRORS = {error.status: error for error in IndicareError.__subclasses__()}


# ---- What comes out --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Figure:
    """One indicator of one authority. Where there is no figure, `reason` says why."""

    authority: str
    indicator: str
    unit: str
    numerator: Optional[int]
    denominator: Optional[int]  #: None of a count too
    undetermined: Optional[int]
    exact: Optional[Fraction]  #: in the unit of the indicator; None of nobody
    printed: str  #: as a report prints it: a number, or x, z, k
    low: str  #: the least and the most that it can be, printed; empty where nobody is undetermined
    high: str
    reason: str


class Limits(NamedTuple):
    """Within which a figure lies but for chance, in the unit of the indicator."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Finding:
    """What is wrong in the text that was given, or worth saying. Child and value are personal data."""

    code: str
    severity: str  #: note, warning, error
    file: str
    line: int  #: 0 where it is about no line
    column: str
    value: str
    child: str
    message: str
    text: str  #: all of it as one line


class Membership(IntEnum):
    """Where a child stands in an indicator."""

    OUTSIDE = 0
    DENOMINATOR = 1
    NUMERATOR = 2
    UNDETERMINED = 3


@dataclass(frozen=True)
class Explained:
    """Why a child stands where it does in a figure."""

    child: str
    membership: Membership
    amount: int  #: what it adds to the numerator
    reason: str
    decided_by: str  #: of one undetermined, what would decide


@dataclass(frozen=True)
class Benchmark:
    """England, the region or neighbours beside an indicator; see `indicare_benchmark` in indicare.h."""

    indicator: str
    kind: str
    name: str
    year: int
    printed: str
    answer: str
    significance: str


class Verdict(IntEnum):
    """Of an audit whether all can be true, of a disclosure whether it is safe."""

    POSSIBLE = 0
    IMPOSSIBLE = 1
    UNDECIDED = 2


class Judgement(NamedTuple):
    verdict: Verdict
    document: str


# ---- How values pass -------------------------------------------------------------------------------

#: A table or a list: a path, its text (a str with a line break, or bytes).
Text = Union[str, bytes, bytearray, memoryview, os.PathLike]


def _text(text: Union[str, bytes, bytearray, memoryview]) -> tuple[bytes, int]:
    data = text.encode() if isinstance(text, str) else bytes(text)
    return data, len(data)


def _day(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def _is_path(data: Any) -> bool:
    return isinstance(data, os.PathLike) or (isinstance(data, str) and "\n" not in data)


def _named(data: Text, name: str) -> tuple[str, bytes]:
    """A text and how findings call it: a file by its folder and name, unless it is named."""
    if not _is_path(data):
        return name, _text(data)[0]
    return name or _short(Path(data)), Path(data).read_bytes()


def _short(path: Path) -> str:
    return "/".join(path.parts[-2:])


def _cell(value: Any) -> Optional[bytes]:
    """A value as a file of a return has it; None is blank."""
    if value is None or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, date):
        return date.isoformat(value).encode()[:10]
    if isinstance(value, bool) or (isinstance(value, float) and value.is_integer()):
        value = int(value)
    return str(value).encode()


def _rows(data: Any) -> tuple[list[bytes], list[list[Optional[bytes]]]]:
    """Columns and rows of a DataFrame, or of mappings, of which all keys are columns."""
    if hasattr(data, "itertuples"):
        columns = list(data.columns)
        rows = data.astype(object).where(data.notna(), None).itertuples(index=False, name=None)
    else:
        data = list(data)
        columns = list(dict.fromkeys(itertools.chain.from_iterable(data)))
        rows = ([row.get(column) for column in columns] for row in data)
    return [str(column).encode() for column in columns], [[_cell(value) for value in row] for row in rows]


# ---- Arrow -----------------------------------------------------------------------------------------


class _ArrowStream(ctypes.Structure):
    """The struct of the Arrow C Stream Interface."""

    _fields_ = [(name, c_void_p) for name in ("get_schema", "get_next", "get_last_error", "release", "private_data")]


_STREAM = b"arrow_array_stream"  # what a capsule of one is called
_capsule_pointer = ctypes.PYFUNCTYPE(c_void_p, ctypes.py_object, c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))
_pointer_of_dying = ctypes.PYFUNCTYPE(c_void_p, c_void_p, c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))
_streams: dict[int, _ArrowStream] = {}  # those in capsules, by their addresses


@ctypes.PYFUNCTYPE(None, c_void_p)
def _release_stream(capsule: int) -> None:
    stream = _streams.pop(_pointer_of_dying(capsule, _STREAM))
    if stream.release:  # nobody took it
        ctypes.CFUNCTYPE(None, c_void_p)(stream.release)(ctypes.addressof(stream))


_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, c_void_p, c_char_p, c_void_p)(
    ("PyCapsule_New", ctypes.pythonapi)
)


def _arrow_capsule(data: Any) -> Any:
    """The Arrow stream of what has one, else None: a DataFrame has none without pyarrow, or when a
    column of objects is of several types."""
    if not hasattr(data, "__arrow_c_stream__"):
        return None
    try:
        return data.__arrow_c_stream__()
    except (ImportError, TypeError, ValueError):
        if not hasattr(data, "itertuples"):
            raise
        return None


# ---- Handles ---------------------------------------------------------------------------------------


class _Handle:
    """What the library made and must free; use it in a `with` statement, or `close` it."""

    _names = ("create", "destroy", "error_text")

    def __init__(self, library: Optional[Union[Library, str, os.PathLike]] = None) -> None:
        self.library = library if isinstance(library, Library) else Library(library)
        self._raised: Optional[BaseException] = None  # by a callback, to be raised when the call is over
        self._pointer = _SOME()
        status = getattr(self.library, self._names[0])(byref(self._pointer))
        if status != 0:
            raise _ERRORS.get(status, IndicareError)("it could not be made")

    def close(self) -> None:
        """Frees it. It can be closed again, and not be used."""
        pointer, self._pointer = getattr(self, "_pointer", None), None
        if pointer:
            getattr(self.library, self._names[1])(pointer)

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()

    def _status(self, name: str, *arguments: Any) -> int:
        if not self._pointer:
            raise ValueError(f"the {type(self).__name__.lower()} is closed")
        status = getattr(self.library, name)(self._pointer, *arguments)
        raised, self._raised = self._raised, None
        if raised is not None:
            raise raised
        return status

    def _check(self, status: int) -> None:
        if status != 0:
            raise _ERRORS.get(status, IndicareError)(self._out(self._names[2]))

    def _call(self, name: str, *arguments: Any) -> None:
        self._check(self._status(name, *arguments))

    def _bytes(self, name: str, *arguments: Any) -> bytes:
        """What a function writes into a buffer."""
        length = c_size_t()
        buffer = ctypes.create_string_buffer(512)
        status = self._status(name, *arguments, buffer, len(buffer), byref(length))
        if status == BufferTooSmall.status:
            buffer = ctypes.create_string_buffer(length.value + 1)
            status = self._status(name, *arguments, buffer, len(buffer), byref(length))
        self._check(status)
        return buffer.raw[: length.value]

    def _out(self, name: str, *arguments: Any) -> str:
        return self._bytes(name, *arguments).decode(errors="replace")

    def _number(self, name: str, *arguments: Any) -> int:
        number = c_int64()
        self._call(name, *arguments, byref(number))
        return number.value

    def _guarded(self, callback: Callable[..., Any]) -> Callable[..., Any]:
        """A callback that raises nothing: it ends the call, which then raises it."""

        def call(*arguments: Any) -> int:
            try:
                return callback(*arguments)
            except BaseException as error:  # KeyboardInterrupt too
                self._raised = error
                return 1

        return call


class State(_Handle):
    """What was counted of some children or authorities, without their records. `bytes(state)` travels,
    and `State.of(bytes)` reads it."""

    _names = ("create_state", "destroy_state", "state_error_text")

    @classmethod
    def of(cls, data: bytes, library: Optional[Union[Library, str, os.PathLike]] = None) -> State:
        state = cls(library)
        state._call("read_state", *_text(data))
        return state

    def __bytes__(self) -> bytes:
        return self._bytes("state_bytes")

    def merge(self, other: State) -> None:
        """Takes in what another counted; raises Conflict, and is unchanged, when they do not go together."""
        self._call("merge_state", other._pointer)

    def subtract(self, other: State) -> None:
        """Takes it out again."""
        self._call("subtract_state", other._pointer)

    def forget_children(self) -> None:
        """Forgets the marks of children, when all parts of each authority have been merged."""
        self._call("forget_children")


class Child:
    """The rows that replace those of one child; see `Session.child`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._readings: list[Callable[[], Optional[str]]] = []

    def read(self, data: Any, year: int = 0, name: str = "") -> None:
        """Gives rows as `Session.read` does; they are read when the block ends."""
        self._readings.append(self._session._reading(data, year, name))


class Session(_Handle):
    """Returns of one authority or of many, and what was computed from them. Options are given by name:
    Session(authority="999", checks=1). Used by one thread at a time."""

    def __init__(self, library: Optional[Union[Library, str, os.PathLike]] = None, **options: Union[str, int]) -> None:
        super().__init__(library)
        for name, value in options.items():
            self.set_option(name, value)

    def set_option(self, name: str, value: Union[str, int]) -> None:
        """Sets an option or a policy; see `indicare_set_option` in indicare.h."""
        self._call("set_option", *_text(name), *_text(str(value)))

    # -- what is given

    def _give(self, function: str, data: Text, name: str) -> None:
        name, text = _named(data, name)
        self._call(function, *_text(name), *_text(text))

    def give_postcodes(self, data: Text, name: str = "") -> None:
        """Gives CSV postcode,easting,northing,la, before any table."""
        self._give("give_postcodes", data, name)

    def give_populations(self, data: Text, name: str = "") -> None:
        """Gives CSV authority,year,population, or the file of estimates that DfE publishes."""
        self._give("give_populations", data, name)

    def give_population(self, authority: str, year: int, people: int) -> None:
        self._call("give_population", *_text(authority), year, people)

    def read(self, data: Any, year: int = 0, name: str = "") -> Optional[str]:
        """Reads a table of the return of a year: a file (a path; a str without a line break is one),
        its text, what has Arrow columns (pyarrow, polars, DuckDB), a pandas DataFrame, or an iterable of
        mappings. Gives the name of the table that it was, "Episodes"; None when it was none, which a
        finding explains. `name` is how findings call it."""
        return self._reading(data, year, name)()

    def read_folder(self, folder: Union[str, os.PathLike], year: int = 0) -> dict[str, Optional[str]]:
        """Reads the CSV files of a folder; which table each was, by its name."""
        return {file.name: self.read(file, year) for file in sorted(Path(folder).glob("*.csv"))}

    def read_xml(self, data: Text, year: int = 0, name: str = "") -> bool:
        """Reads a whole return in its XML form; False when it was none, which a finding explains."""
        name, text = _named(data, name)
        read = c_int32()
        self._call("begin_xml", *_text(name), year)
        self._call("feed", *_text(text))
        self._call("end_xml", byref(read))
        return bool(read.value)

    def _reading(self, data: Any, year: int, name: str) -> Callable[[], Optional[str]]:
        """What reads a table; what can go wrong with the data goes wrong before it is called."""
        if _is_path(data):
            name, data = _named(data, name)
        if isinstance(data, (str, bytes, bytearray, memoryview)):
            return functools.partial(self._read_text, bytes(_text(data)[0]), year, name)
        capsule = _arrow_capsule(data)
        if capsule is not None:
            return functools.partial(self._read_arrow, capsule, year, name)
        return functools.partial(self._read_rows, *_rows(data), year, name)

    def _read_text(self, text: bytes, year: int, name: str) -> Optional[str]:
        self._call("begin_table", *_text(name), year)
        self._call("feed", *_text(text))
        return self._end_table()

    def _read_rows(self, columns: list, rows: list, year: int, name: str) -> Optional[str]:
        many = len(columns)
        strings, lengths = c_char_p * many, c_size_t * many

        def row(cells: list) -> tuple:
            return strings(*cells), lengths(*(len(cell or b"") for cell in cells)), many

        self._call("begin_rows", *_text(name), year, *row(columns))
        for cells in rows:
            self._call("add_row", *row(cells))
        return self._end_table()

    def _read_arrow(self, capsule: Any, year: int, name: str) -> Optional[str]:
        table = c_char_p()
        self._call("read_arrow", *_text(name), year, _capsule_pointer(capsule, _STREAM), byref(table))
        return table.value.decode() if table.value else None

    def _end_table(self) -> Optional[str]:
        table = c_char_p()
        self._call("end_table", byref(table))
        return table.value.decode() if table.value else None

    @contextmanager
    def child(self, child: str, authority: Optional[str] = None) -> Iterator[Child]:
        """Replaces all that is said of a child, after `compute`, and the results follow:

            with session.child("123456") as rows:
                rows.read([{"CHILD": "123456", "DECOM": date(2022, 6, 1), ...}], year=2023)

        Nothing is changed when the block raises. Should the library refuse a table at its end, the child
        has those before it; give it again."""
        rows = Child(self)
        yield rows
        name = self._authority(authority)[1]
        self._call("begin_child", *_text(name), *_text(child))
        try:
            for reading in rows._readings:
                reading()
        finally:
            self._call("end_child")

    # -- what comes of it

    def compute(self, as_at: date) -> None:
        """Computes every indicator for every authority, over the year that ends on a day."""
        self._call("compute", _day(as_at))

    def authorities(self) -> list[str]:
        """What the returns call their authorities, in order."""
        return [self._out("authority_name", index) for index in range(self._number("authority_count"))]

    def _authority(self, name: Optional[str]) -> tuple[int, str]:
        """Index and name of an authority, or of the only one."""
        names = self.authorities()
        if name is None and len(names) != 1:
            raise NotFound(f"authority: expected a name, there being {len(names)}")
        if name is not None and name not in names:
            raise NotFound(f"authority: the returns hold no {name!r}")
        index = 0 if name is None else names.index(name)
        return index, names[index]

    def _indicator(self, indicator: str) -> int:
        index = self.library.find_indicator(*_text(indicator))
        if index < 0:
            raise NotFound(f"indicator: there is no {indicator!r}")
        return index

    def _at(self, indicator: str, authority: Optional[str]) -> tuple[int, int]:
        return self._authority(authority)[0], self._indicator(indicator)

    def results(self, authority: Optional[str] = None) -> list[Figure]:
        """Every figure of an authority; of all, one authority after the other, where none is named."""
        names = self.authorities()
        chosen = range(len(names)) if authority is None else [self._authority(authority)[0]]
        catalogue = list(enumerate(self.library.indicators()))
        return [self._figure(of, names[of], index, what) for of in chosen for index, what in catalogue]

    def figure(self, indicator: str, authority: Optional[str] = None) -> Figure:
        of, name = self._authority(authority)
        index = self._indicator(indicator)
        return self._figure(of, name, index, self.library.indicators()[index])

    def _figure(self, of: int, authority: str, index: int, indicator: Indicator) -> Figure:
        def text(what: str) -> str:
            return self._out("figure_" + what, of, index)

        exact = text("exact")
        return Figure(
            authority, indicator.id, indicator.unit, *self._numbers(of, index),
            Fraction(exact) if exact else None,
            *(text(what) for what in ("printed", "low", "high", "reason")),
        )

    def _numbers(self, of: int, index: int) -> tuple[Optional[int], Optional[int], Optional[int]]:
        numerator, denominator, undetermined, divided = c_int64(), c_int64(), c_int64(), c_int32()
        pointers = (byref(numerator), byref(divided), byref(denominator), byref(undetermined))
        try:
            self._call("figure_numbers", of, index, *pointers)
        except NotAvailable:
            return None, None, None
        return numerator.value, denominator.value if divided.value else None, undetermined.value

    def to_frame(self, authority: Optional[str] = None) -> Any:
        """The results as a pandas DataFrame with the columns of `Figure`."""
        import pandas

        frame = pandas.DataFrame([asdict(figure) for figure in self.results(authority)])
        return frame.astype({name: "Int64" for name in ("numerator", "denominator", "undetermined")})

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The results as an Arrow stream: pyarrow.table(session), polars.DataFrame(session)."""
        stream = _ArrowStream()
        self._call("results_as_arrow", byref(stream))
        address = ctypes.addressof(stream)
        _streams[address] = stream
        return _new_capsule(address, _STREAM, ctypes.cast(_release_stream, c_void_p))

    def csv(self) -> str:
        """All results as CSV, a row for each authority and indicator."""
        return self._out("results_as_csv")

    def json(self) -> str:
        return self._out("results_as_json")

    def notes(self, authority: Optional[str] = None) -> list[str]:
        """What a reader should know of an authority's figures."""
        of = self._authority(authority)[0]
        return [self._out("note", of, index) for index in range(self._number("note_count", of))]

    def limits(
        self, indicator: str, authority: Optional[str] = None, confidence: Union[str, int, Decimal] = 95
    ) -> Optional[Limits]:
        """The limits of a figure with a confidence in percent; None where it has none."""
        at = self._at(indicator, authority)
        ends = [self._out("figure_limit_" + end, *at, *_text(str(confidence))) for end in ("low", "high")]
        return Limits(*map(Decimal, ends)) if all(ends) else None

    def significance(
        self, indicator: str, number: Union[str, int, Decimal], authority: Optional[str] = None
    ) -> str:
        """Whether a figure differs by more than chance explains: "better", "similar", "much lower" ..."""
        answer = c_char_p()
        self._call("figure_significance", *self._at(indicator, authority), *_text(str(number)), byref(answer))
        return answer.value.decode()

    def findings(self) -> list[Finding]:
        """What is wrong in the text that was given, so far as it is kept, in the order in which it was found."""
        return [self._finding(index) for index in range(self._number("finding_count"))]

    def finding_totals(self) -> dict[str, int]:
        """How many notes, warnings and errors there are, kept or not."""
        return {
            self.library.severity_name(severity).decode(): self._number("finding_total", severity)
            for severity in range(3)
        }

    def _finding(self, index: int) -> Finding:
        code, severity, line = c_char_p(), c_int32(), c_int64()
        self._call("finding", index, byref(code), byref(severity), byref(line))

        def text(what: str) -> str:
            return self._out("finding_" + what, index)

        return Finding(
            code.value.decode(), self.library.severity_name(severity.value).decode(), text("file"), line.value,
            *(text(what) for what in ("column", "value", "child", "message", "as_text")),
        )

    # -- the children behind it

    def explain(self, indicator: str, authority: Optional[str] = None) -> list[Explained]:
        """The children in the numerator, the denominator and undetermined, in this order."""
        self._call("explain", *self._at(indicator, authority))
        return [self._explained(place) for place in range(self._number("explained_count"))]

    def _explained(self, place: int) -> Explained:
        membership, amount = c_int32(), c_int64()
        self._call("explained", place, byref(membership), byref(amount))
        child, reason, decided = (
            self._out("explained_" + what, place) for what in ("child", "reason", "decided_by")
        )
        return Explained(child, Membership(membership.value), amount.value, reason, decided)

    def _document(self, name: str, *arguments: Any) -> str:
        self._call(name, *arguments)
        return self._out("document")

    def write_document(self, write: Callable[[bytes], Any]) -> None:
        """Hands the document that was made last to a function in pieces, as file.write."""

        def piece(_: Any, data: int, length: int) -> int:
            write(ctypes.string_at(data, length))
            return 0

        self._call("write_document", _Writer(self._guarded(piece)), None)

    def explanation(
        self, indicator: str, authority: Optional[str] = None, target: Union[str, int, Decimal] = "",
        format: str = "text",
    ) -> str:
        """A figure child by child, and how far it is from a target; text, csv, json."""
        at = self._at(indicator, authority)
        return self._document("make_explanation", *at, *_text(str(target)), *_text(format))

    def movement(
        self, indicator: str, since: date, authority: Optional[str] = None, format: str = "text"
    ) -> str:
        """How a figure moved from a day before, child by child; text, csv, json."""
        at = self._at(indicator, authority)
        return self._document("make_movement", *at, _day(since), *_text(format))

    def life(self, child: str, authority: Optional[str] = None, format: str = "text") -> str:
        """A child's life in care, and where it counts; text, csv, json."""
        of = self._authority(authority)[0]
        return self._document("make_life", of, *_text(child), *_text(format))

    def check(self, as_at: date, format: str = "text") -> str:
        """What is wrong in the returns and what it moves; text, csv, json. Asks for the option checks=1."""
        return self._document("make_check", _day(as_at), *_text(format))

    # -- partial states

    def state(self) -> State:
        """The state of all that was read, as at the day of the last `compute`."""
        state = State(self.library)
        self._call("take_state", state._pointer)
        return state

    def compute_state(self, state: State) -> None:
        """Makes the results those of a state, with the populations of the session."""
        self._call("compute_state", state._pointer)

    # -- comparators and reports

    def use_bundled_benchmarks(self) -> None:
        """Gives the statistics that come with the library."""
        self._call("use_bundled_benchmarks")

    def give_benchmarks(self, data: Text, name: str = "") -> None:
        """Gives one more published file, as it is downloaded."""
        self._give("give_benchmarks", data, name)

    def compare(self, authority: str, year: int) -> list[Benchmark]:
        """An authority's figures as at 31 March beside the benchmarks. It goes by a code or a name by which it is published."""
        self._call("compare", *_text(authority), year)
        return [
            self._benchmark(indicator.id, index, place)
            for index, indicator in enumerate(self.library.indicators())
            for place in range(self._number("benchmark_count", index))
        ]

    def _benchmark(self, indicator: str, index: int, place: int) -> Benchmark:
        kind, year, answer, significance = c_char_p(), c_int32(), c_char_p(), c_char_p()
        self._call("benchmark", index, place, byref(kind), byref(year), byref(answer), byref(significance))
        name, printed = (self._out("benchmark_" + what, index, place) for what in ("name", "printed"))
        return Benchmark(
            indicator, kind.value.decode(), name, year.value, printed, answer.value.decode(),
            significance.value.decode(),
        )

    def comparison(self, authority: str, year: int, format: str = "text") -> str:
        """The same as a document; text, csv, json."""
        return self._document("make_comparison", *_text(authority), year, *_text(format))

    def report(self, authority: str, year: int, years: int = 5, format: str = "html") -> str:
        """The report for a committee, with the trend over some years; html, markdown, json, ees, ees_meta."""
        return self._document("make_report", *_text(authority), year, years, *_text(format))

    # -- audit and disclosure

    def give_claims(self, data: Text, name: str = "") -> None:
        """Gives claims, a scorecard as CSV or a published file, which the next audit or disclosure takes into account."""
        self._give("give_claims", data, name)

    def forget_claims(self) -> None:
        self._call("forget_claims")

    def give_up_when(self, asked: Optional[Callable[[], Any]]) -> None:
        """Sets what is asked now and then during an audit or a disclosure: with anything true it ends soon,
        undecided. What it raises is raised by the audit. None for nothing."""
        patience = _Patience(self._guarded(lambda _: 1 if asked() else 0)) if asked else _Patience()
        self._call("set_patience", patience, None)
        self._patience = patience  # the library calls it as long as it is set

    def _judged(self, name: str, *arguments: Any) -> Judgement:
        verdict = c_int32()
        document = self._document(name, *arguments, byref(verdict))
        return Judgement(Verdict(verdict.value), document)

    def audit(self, rounding: str = "half_up", format: str = "text") -> Judgement:
        """Whether all claims that were given can be true; text, json, claims."""
        return self._judged("make_audit", *_text(rounding), *_text(format))

    def disclose(
        self, data: Text, small: int = 5, values: int = 2, format: str = "csv", name: str = ""
    ) -> Judgement:
        """Hides the numbers from 1 to `small` of a scorecard so that at least `values` remain possible for
        each. As csv it raises NotAvailable when it is not safe; text and json say why."""
        name, text = _named(data, name)
        return self._judged("make_disclosure", *_text(name), *_text(text), small, values, *_text(format))

    def recover(self, data: Text, values: int = 2, format: str = "text", name: str = "") -> Judgement:
        """What can be recovered of the numbers that a publication hides; IMPOSSIBLE when fewer than
        `values` are left for one of them. text, json."""
        name, text = _named(data, name)
        return self._judged("make_recovery", *_text(name), *_text(text), values, *_text(format))
