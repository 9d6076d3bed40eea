"""The programs that are measured, each with its command."""

import os
import subprocess
from dataclasses import dataclass, field

from preparing import HERE, NPM, program

#: What --only takes, in the order of the table.
NAMES = ("wc", "indicare", "duckdb", "polars", "pandas", "sqlite")
PEERS = ("duckdb", "polars", "pandas", "sqlite")
TOGETHER = "England"


@dataclass(frozen=True)
class Program:
    """One row of the table."""

    name: str
    threads: int
    command: object  # (data, output) -> list of arguments
    environment: dict = field(default_factory=dict)
    counts: bool = True  # writes an output to compare
    shuffled: bool = False  # reads the extract with its rows in random order

    @property
    def key(self):
        return f"{self.name}-{self.threads}" + ("-shuffled" if self.shuffled else "")

    @property
    def title(self):
        return self.name + (", rows shuffled" if self.shuffled else "")


class Indicare:
    """The command line program under test, and which options it has."""

    def __init__(self):
        self.path = program("indicare")
        text = subprocess.run([self.path, "scorecard", "--help"], check=True,
                              capture_output=True, text=True).stdout
        self.has_threads = "--threads" in text
        self.total = TOGETHER if "--together" in text else None

    def command(self, threads):
        def arguments(data, output):
            years = data.last_year - data.first_year + 1
            command = [self.path, "scorecard", "--longitudinal", "--trend", str(years),
                       "--as-at", f"{data.last_year}-03-31",
                       "--population-file", data.population, "--format", "csv",
                       "--output", output]
            if self.has_threads:
                command += ["--threads", str(threads)]
            if self.total:
                command += ["--together", self.total]
            return [*command, data.returns]
        return arguments


def peer(script, interpreter, threads=None):
    def arguments(data, output):
        command = [*interpreter, os.path.join(HERE, "peers", script), data.returns,
                   str(data.first_year), str(data.last_year), output]
        return command + ([str(threads)] if threads else [])
    return arguments


def all_programs(indicare):
    npm = {"INDICARE_BENCH_NPM": NPM}
    programs = [Program("wc", 1, lambda data, output: ["wc", "-l", *data.files()], counts=False)]
    for threads in (1, 2) if indicare.has_threads else (1,):
        programs.append(Program("indicare", threads, indicare.command(threads)))
    programs.append(Program("indicare", 1, indicare.command(1), shuffled=True))
    for threads in (1, 2):
        programs.append(Program("duckdb", threads,
                                peer("duckdb.mjs", ["node"], threads), npm))
    for threads in (1, 2):
        programs.append(Program("polars", threads, peer("polars.cjs", ["node"]),
                                npm | {"POLARS_MAX_THREADS": str(threads)}))
    programs.append(Program("pandas", 1,
                            peer("pandas_scorecard.py", ["/usr/bin/python3"])))
    programs.append(Program("sqlite", 1, peer("sqlite.sh", ["sh"])))
    return programs


def versions(names):
    """Sentences on which versions were measured."""
    def first_line(*command, cwd=None):
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)
        return (done.stdout.strip().splitlines() or ["unknown"])[0]

    def of_package(package):
        return first_line("node", "-p", f"require('{package}/package.json').version", cwd=NPM)

    told = {
        "wc": lambda: first_line("wc", "--version"),
        "indicare": lambda: "indicare " + first_line(program("indicare"), "--version"),
        "duckdb": lambda: "DuckDB of @duckdb/node-api " + of_package("@duckdb/node-api"),
        "polars": lambda: "nodejs-polars " + of_package("nodejs-polars"),
        "pandas": lambda: "pandas " + first_line("/usr/bin/python3", "-c",
                                                 "import pandas; print(pandas.__version__)"),
        "sqlite": lambda: "SQLite " + first_line("sqlite3", "--version").split(" ")[0],
    }
    return [told[name]() for name in names]
