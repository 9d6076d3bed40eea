#!/usr/bin/env python3
"""Gives Doxygen the C header, whose comments are plain, and one of which often stands above several declarations.

    header_filter.py capi/indicare.h

A comment becomes the documentation of each declaration in the paragraph that follows it.
"""

import re
import sys

COMMENT = re.compile(r"/\*(?! NOLINT| extern| INDICARE_H).*?\*/", re.DOTALL)
DECLARED = re.compile(r"^(?=INDICARE_API |#define INDICARE_|typedef |struct )", re.MULTILINE)
SECTION = re.compile(r"/\* ---- (.*?) -+( \*/)?")


def documentation_of(comment):
    """A comment in the form that Doxygen reads; the line that rules off a section is its first sentence."""
    text = SECTION.sub(r"/* \1.\2", comment, count=1)
    prose = [line if line.startswith(" *     ") else line.replace("<", "\\<") for line in text[2:].split("\n")]
    return "/**" + "\n".join(prose) + "\n"


def documented(code, documentation):
    """The code up to the next comment, with the documentation at all that its first paragraph declares."""
    first = DECLARED.search(code)
    if not first:
        return code
    end = code.find("\n\n", first.start())
    paragraph = code if end < 0 else code[:end]
    return DECLARED.sub(lambda _: documentation, paragraph) + code[len(paragraph):]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        pieces = COMMENT.split(text := file.read())
    comments = [comment.group() for comment in COMMENT.finditer(text)]
    print(documentation_of(comments[0]).replace("/**", "/** @file\n *", 1) + pieces[1])
    for comment, code in zip(comments[1:], pieces[2:]):
        print(documented(code, documentation_of(comment)))


if __name__ == "__main__":
    main()
