#!/usr/bin/env python3
"""Builds and runs every program of docs/embedding.md, and compares what it prints with what the page says.

    embedding_test.py SOURCE_FOLDER LIBRARY_FOLDER C_COMPILER [JNA_JAR]

A program is a fenced block that names its language and its file, "```c first.c"; what it prints is the next block "```text".
Programs in C# and Java are run where mcs and mono, javac, java and JNA are found.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FENCED = re.compile(r"^```(\w+)(?: ([\w.]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def programs_of(page):
    """(language, file, text, what it prints) of each program, in their order."""
    found = []
    waiting = None
    for language, file, text in FENCED.findall(page):
        if file:
            if waiting:
                sys.exit(f"{waiting[1]}: the page does not say what it prints")
            waiting = (language, file, text)
        elif language == "text" and waiting:
            found.append((*waiting, text))
            waiting = None
    if waiting:
        sys.exit(f"{waiting[1]}: the page does not say what it prints")
    return found


class Languages:
    """How a program of each language is built and run, in a folder of its own."""

    def __init__(self, source, library, compiler, jna):
        self._source, self._library, self._compiler, self._jna = source, library, compiler, jna

    def missing(self, language):
        """The tools that a language needs and that are not here."""
        needed = {"c": [], "csharp": ["mcs", "mono"], "java": ["javac", "java"]}[language]
        missing = [tool for tool in needed if not shutil.which(tool)]
        if language == "java" and not self._jna:
            missing.append("JNA")
        return missing

    def commands(self, language, file):
        """What builds the program, and what runs it."""
        name = Path(file).stem
        if language == "c":
            return [self._compiler, "-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror", file, "-o", name,
                    f"-I{self._source / 'capi'}", f"-L{self._library}", "-lindicare"], [f"./{name}"]
        if language == "csharp":
            binding = self._source / "examples" / "csharp" / "Indicare.cs"
            return ["mcs", "-warnaserror", f"-out:{name}.exe", file, binding], ["mono", f"{name}.exe"]
        binding = self._source / "examples" / "java" / "indicare" / "Indicare.java"
        return (["javac", "-encoding", "UTF-8", "-cp", self._jna, "-d", "classes", binding, file],
                ["java", "-cp", f"{self._jna}{os.pathsep}classes", name])


def run(command, folder, environment):
    done = subprocess.run([str(part) for part in command], cwd=folder, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def failure_of(program, languages, environment):
    """What is wrong with a program; empty when it prints what the page says."""
    language, file, text, expected = program
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / file).write_text(text, encoding="utf-8")
        build, start = languages.commands(language, file)
        status, said = run(build, folder, environment)
        if status != 0:
            return f"it cannot be built:\n{said}"
        status, said = run(start, folder, environment)
        if status != 0 or said != expected:
            return f"status {status}; it printed\n{said}where the page says\n{expected}"
    return ""


def main():
    source, library, compiler = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    jna = sys.argv[4] if len(sys.argv) > 4 and Path(sys.argv[4]).is_file() else None
    languages = Languages(source, library, compiler, jna)
    environment = {**os.environ, "LD_LIBRARY_PATH": str(library), "DYLD_LIBRARY_PATH": str(library), "LC_ALL": "C.UTF-8"}
    programs = programs_of((source / "docs" / "embedding.md").read_text(encoding="utf-8"))
    if not any(language == "c" for language, *_ in programs):
        sys.exit("the page has no program in C")

    failed = 0
    for program in programs:
        language, file = program[:2]
        if missing := languages.missing(language):
            print(f"{file}: not tried, without {' and '.join(missing)}")
            continue
        failure = failure_of(program, languages, environment)
        failed += bool(failure)
        print(f"{file}: {failure or 'as the page says'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
