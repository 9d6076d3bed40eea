"""The module calls each function with the types that the header declares, which ctypes cannot check."""

import re
import unittest
from ctypes import POINTER, c_char_p, c_int32, c_int64, c_size_t, c_void_p

from support import SOURCE, indicare

TYPES = {
    "void": None,
    "indicare_status": c_int32, "int32_t": c_int32, "int64_t": c_int64, "size_t": c_size_t,
    "int32_t*": POINTER(c_int32), "int64_t*": POINTER(c_int64), "size_t*": POINTER(c_size_t),
    "char*": c_char_p, "char**": POINTER(c_char_p), "void*": c_void_p,
    "indicare_session*": c_void_p, "indicare_session**": POINTER(c_void_p),
    "indicare_state*": c_void_p, "indicare_state**": POINTER(c_void_p),
    "struct ArrowArrayStream*": c_void_p,
    "indicare_writer": indicare._Writer, "indicare_patience": indicare._Patience,
}


def type_of(words, named):
    words = re.sub(r"\bconst\b", "", words).strip()
    if named:
        words = re.sub(r"\w+$", "", words)
    return TYPES[re.sub(r"\s+(?=\*)|\s+$", "", words)]


def declared():
    """By its name without a prefix, what a function of the header gives and takes."""
    header = re.sub(r"/\*.*?\*/", "", (SOURCE / "capi" / "indicare.h").read_text(), flags=re.DOTALL)
    for result, name, taken in re.findall(r"INDICARE_API ([^;(]*?)indicare_(\w+)\(([^;]*?)\);", header):
        yield name, result, [] if taken.strip() == "void" else taken.split(",")


class Signatures(unittest.TestCase):
    def test_they_are_those_of_the_header(self):
        known = {name: (c_int32, arguments) for name, arguments in indicare._STATUS_OF.items()}
        known.update(indicare._OTHERS)
        found = {
            name: (type_of(result, False), [type_of(words, True) for words in taken])
            for name, result, taken in declared() if name in known
        }
        self.assertEqual(found, known)

    def test_the_statuses_are_those_of_the_header(self):
        header = (SOURCE / "capi" / "indicare.h").read_text()
        numbers = dict(re.findall(r"#define INDICARE_(\w+) \(\(indicare_status\)(\d+)\)", header))
        self.assertEqual(int(numbers.pop("OK")), 0)
        words = {"".join(word.capitalize() for word in name.split("_")): int(number) for name, number in numbers.items()}
        self.assertEqual({error.__name__: status for status, error in indicare._ERRORS.items()}, words)


if __name__ == "__main__":
    unittest.main()
