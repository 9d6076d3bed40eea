"""Columns of text in the Arrow C Stream Interface, made and read by hand: no Arrow library is needed."""

import ctypes
import functools
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p


class Schema(Structure):
    pass


Schema._fields_ = [
    ("format", c_char_p), ("name", c_char_p), ("metadata", c_char_p), ("flags", c_int64), ("n_children", c_int64),
    ("children", POINTER(POINTER(Schema))), ("dictionary", c_void_p), ("release", c_void_p), ("private_data", c_void_p),
]


class Array(Structure):
    pass


Array._fields_ = [
    ("length", c_int64), ("null_count", c_int64), ("offset", c_int64), ("n_buffers", c_int64), ("n_children", c_int64),
    ("buffers", POINTER(c_void_p)), ("children", POINTER(POINTER(Array))), ("dictionary", c_void_p),
    ("release", c_void_p), ("private_data", c_void_p),
]


class Stream(Structure):
    _fields_ = [(name, c_void_p) for name in ("get_schema", "get_next", "get_last_error", "release", "private_data")]


Get = CFUNCTYPE(c_int, c_void_p, c_void_p)
Release = CFUNCTYPE(None, c_void_p)
LastError = CFUNCTYPE(c_void_p, c_void_p)

NULLABLE = 2
NAME = b"arrow_array_stream"
new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, c_void_p, c_char_p, c_void_p)(("PyCapsule_New", ctypes.pythonapi))
pointer_of = ctypes.PYFUNCTYPE(c_void_p, ctypes.py_object, c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))


def pointers(structs):
    return (POINTER(type(structs[0])) * len(structs))(*map(ctypes.pointer, structs))


def mark_released(kind, pointer):
    kind.from_address(pointer).release = None


class ArrowColumns:
    """One batch of columns of text, where None is missing. It counts how often its stream is released;
    all else is kept as long as this object."""

    def __init__(self, columns):
        self.released = 0
        self.columns = columns
        self.kept = []
        self.given = False
        self.release_of = {kind: self.keep(Release(functools.partial(mark_released, kind))) for kind in (Schema, Array)}
        self.stream = Stream(*(self.address(self.keep(function)) for function in (
            Get(self.get_schema), Get(self.get_next), LastError(lambda _: None), Release(self.release_stream))))

    def __arrow_c_stream__(self, requested_schema=None):
        return new_capsule(ctypes.addressof(self.stream), NAME, None)

    def keep(self, what):
        self.kept.append(what)
        return what

    @staticmethod
    def address(function):
        return ctypes.cast(function, c_void_p)

    def release_stream(self, pointer):
        mark_released(Stream, pointer)
        self.released += 1

    def schema(self, form, name, children=()):
        listed = self.keep(pointers(children)) if children else None
        return self.keep(Schema(form, name, None, NULLABLE, len(children), listed, None,
                                self.address(self.release_of[Schema])))

    def array(self, length, missing, buffers, children=()):
        listed = self.keep(pointers(children)) if children else None
        held = self.keep((c_void_p * len(buffers))(*buffers))
        return self.keep(Array(length, missing, 0, len(buffers), len(children), held, listed, None,
                               self.address(self.release_of[Array])))

    def text(self, values):
        offsets, valid, data = [0], bytearray((len(values) + 7) // 8), b""
        for place, value in enumerate(values):
            data += (value or "").encode()
            offsets.append(len(data))
            if value is not None:
                valid[place // 8] |= 1 << place % 8
        buffers = (ctypes.create_string_buffer(bytes(valid)), (ctypes.c_int32 * len(offsets))(*offsets),
                   ctypes.create_string_buffer(data))
        return self.array(len(values), values.count(None), [ctypes.addressof(self.keep(each)) for each in buffers])

    def get_schema(self, _, out):
        children = [self.schema(b"u", name.encode()) for name in self.columns]
        ctypes.memmove(out, ctypes.addressof(self.schema(b"+s", b"", children)), ctypes.sizeof(Schema))
        return 0

    def get_next(self, _, out):
        batch = Array()  # released: the end
        if not self.given:
            columns = list(self.columns.values())
            batch = self.array(len(columns[0]), 0, [None], [self.text(values) for values in columns])
        self.given = True
        ctypes.memmove(out, ctypes.addressof(batch), ctypes.sizeof(Array))
        return 0


def column_names(capsule):
    """The names of the columns of a stream, which is left to its capsule to release."""
    stream = Stream.from_address(pointer_of(capsule, NAME))
    schema = Schema()
    if Get(stream.get_schema)(ctypes.addressof(stream), ctypes.addressof(schema)) != 0:
        raise ValueError("the stream has no schema")
    names = [schema.children[place].contents.name.decode() for place in range(schema.n_children)]
    Release(schema.release)(ctypes.addressof(schema))
    return names
