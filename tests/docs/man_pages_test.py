#!/usr/bin/env python3
"""Holds the man pages to what there is: indicare.3 names every exported function and every status, indicare.1 every command;
and neither has a fault of form, where mandoc or man can tell.

    man_pages_test.py SOURCE_FOLDER
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path


def missing_names(source):
    """What the pages do not name."""
    library = (source / "docs/man/indicare.3").read_text(encoding="utf-8")
    program = (source / "docs/man/indicare.1").read_text(encoding="utf-8")
    named = set(re.findall(r"^\.(?:Fn|It Dv) (\w+)", library, re.MULTILINE))
    commands_named = set(re.findall(r"^\.It Cm (\w+)", program, re.MULTILINE))

    exported = (source / "tests/capi/exported_symbols.txt").read_text().split()
    header = (source / "capi/indicare.h").read_text(encoding="utf-8")
    statuses = re.findall(r"#define (\w+) \(\(indicare_status\)\d+\)", header)
    sources = "".join(file.read_text(encoding="utf-8") for file in (source / "examples/cli").glob("*_command.cpp"))
    commands = re.findall(r'add_subcommand\(\s*"(\w+)"', sources)
    if not (exported and statuses and commands):
        sys.exit("nothing to compare with: the sources are not where they were")
    return [name for name in exported + statuses if name not in named] + \
           [command for command in commands if command not in commands_named]


def faults_of_form(page):
    if shutil.which("mandoc"):
        command = ["mandoc", "-T", "lint", "-W", "warning", page]
    elif shutil.which("man"):
        command = ["man", "--warnings", "-l", page]
    else:
        print(f"{page.name}: its form is not checked, without mandoc and man")
        return ""
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.stderr or (done.stdout if command[0] == "mandoc" else "")


def main():
    source = Path(sys.argv[1])
    faults = [f"not named: {name}" for name in missing_names(source)]
    faults += filter(None, map(faults_of_form, sorted((source / "docs/man").iterdir())))
    print("\n".join(faults) or "Both pages name all that there is.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
