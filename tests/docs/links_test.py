#!/usr/bin/env python3
"""Whether each link of a document leads to a file, and to a heading of it, that are there. Usage: links_test.py

Links to other sites are not followed.
"""

import pathlib
import re
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("", "docs", "examples", "include", "lib", "capi", "tests")


def documents():
    for folder in FOLDERS:
        found = (SOURCE / folder).glob("*.md" if folder == "" else "**/*.md")
        yield from (path for path in found if "node_modules" not in path.parts)


def without_code(text):
    text = re.sub(r"^(```|~~~).*?^\1", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^(?: {4}|\t).*$", "", text, flags=re.MULTILINE)
    return re.sub(r"`[^`\n]*`", "", text)


def anchors(path):
    """What a heading is linked by: its letters, digits, hyphens and underscores, blanks as hyphens."""
    found = set()
    for heading in re.findall(r"^#{1,6} +(.*?) *#*$", path.read_text(encoding="utf-8"), re.MULTILINE):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        number = 0
        while anchor + (f"-{number}" if number else "") in found:
            number += 1
        found.add(anchor + (f"-{number}" if number else ""))
    return found


class LinksTest(unittest.TestCase):
    def test_links_lead_somewhere(self):
        links = 0
        for document in documents():
            for target in re.findall(r"\]\(([^)\s]+)[^)]*\)", without_code(document.read_text(encoding="utf-8"))):
                if re.match(r"[a-z]+:", target):
                    continue
                links += 1
                name, _, anchor = target.partition("#")
                path = (document.parent / name).resolve() if name else document
                with self.subTest(document=str(document.relative_to(SOURCE)), link=target):
                    self.assertTrue(path.exists(), "no such file")
                    if anchor and path.suffix == ".md":
                        self.assertIn(anchor, anchors(path))
        self.assertGreater(links, 100)


if __name__ == "__main__":
    unittest.main()
