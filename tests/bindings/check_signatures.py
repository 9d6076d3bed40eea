#!/usr/bin/env python3
"""Holds the functions that bindings declare to those of the header, which no compiler does.

    check_signatures.py PROJECT

Of each argument it compares what a caller of another type would get wrong: the size of a number, and of the
number behind a pointer.
"""

import re
import sys
from pathlib import Path

# For what a language has forms of its own: Arrow data, and names of numbers.
NOT_BOUND = {"read_arrow", "read_arrow_array", "results_as_arrow", "severity_name", "status_name", "version_number"}

NUMBERS = {"int32_t": "int32", "indicare_status": "int32", "int64_t": "int64", "size_t": "size", "void": "nothing"}
C_SHARP = {"int": "int32", "long": "int64", "UIntPtr": "size", "void": "nothing", "out int": "int32*",
           "out long": "int64*", "out UIntPtr": "size*", "UIntPtr[]": "size*"}
JAVA = {"int": "int32", "long": "int64", "SizeT": "size", "void": "nothing", "IntByReference": "int32*",
        "LongByReference": "int64*", "SizeTByReference": "size*", "Memory": "size*"}
JAVASCRIPT = {"INT": ["int32"], "LONG": ["int64"], "INT_OUT": ["int32*"], "LONG_OUT": ["int64*"],
              "'void'": ["nothing"], "...TEXT": ["pointer", "size"], "...OUT": ["pointer", "size", "size*"],
              "...ROW": ["pointer", "size*", "int64"], "...FIGURE": ["pointer", "int64", "int64"]}


def in_header(text):
    def kind(words):
        bare = re.sub(r"\bconst\b|\s", "", words)
        stars = bare.count("*")
        number = NUMBERS.get(bare.rstrip("*"))
        return number + "*" * stars if number and (stars == 0 or stars == 1 and number != "nothing") else "pointer"

    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for result, name, taken in re.findall(r"INDICARE_API ([^;(]*?)indicare_(\w+)\(([^;]*?)\);", text):
        arguments = [] if taken.strip() == "void" else taken.split(",")
        yield name, [kind(result)] + [kind(re.sub(r"\w+$", "", argument.strip())) for argument in arguments]


def in_typed(text, types):
    """The declarations of C# or Java: types before names."""
    for result, name, taken in re.findall(r"(\w+) indicare_(\w+)\(([^()]*)\);", text):
        arguments = [" ".join(argument.split()[:-1]) for argument in taken.split(",") if argument.strip()]
        yield name, [types.get(argument, "pointer") for argument in [result, *arguments]]


def in_javascript(text):
    table = text[text.index("const FUNCTIONS = {"):]
    table = table[:table.index("\n};")]
    for name, result, taken in re.findall(r"^    (\w+): \[([\w']+), \[?(.*?)\]?\],$", table, flags=re.MULTILINE):
        words = [result, *(word.strip() for word in taken.split(",") if word.strip())]
        yield name, [kind for word in words for kind in JAVASCRIPT.get(word, ["pointer"])]


def main():
    project = Path(sys.argv[1])
    examples = project / "examples"
    header = dict(in_header((project / "capi" / "indicare.h").read_text()))
    c_sharp = (examples / "csharp" / "Indicare.cs").read_text()
    java = (examples / "java" / "indicare" / "Indicare.java").read_text()
    bindings = {
        "C#": in_typed(c_sharp[c_sharp.index("static class Native {"):], C_SHARP),
        "Java": in_typed(java[java.index("interface CApi extends Library"):], JAVA),
        "JavaScript": in_javascript((examples / "node" / "indicare.js").read_text()),
    }
    wrong = 0
    for language, functions in bindings.items():
        declared = dict(functions)
        for name in sorted(header.keys() - NOT_BOUND | declared.keys()):
            if header.get(name) != declared.get(name):
                print(f"{language}: {name}: expected {header.get(name)}, found {declared.get(name)}")
                wrong += 1
        print(f"{language}: {len(declared)} functions")
    sys.exit(wrong != 0)


if __name__ == "__main__":
    main()
