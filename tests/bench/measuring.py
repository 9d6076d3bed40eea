"""Whole processes, measured from start to end."""

import os
import statistics
import subprocess
from dataclasses import dataclass

from preparing import FOLDER, program


@dataclass(frozen=True)
class Taken:
    """What one run took."""

    seconds: float
    processor_seconds: float
    peak_bytes: int


@dataclass(frozen=True)
class Measured:
    """What the runs of one program took."""

    median: float
    least: float
    processor: float  # median
    peak: int  # the most

    @staticmethod
    def of(runs):
        return Measured(statistics.median(run.seconds for run in runs),
                        min(run.seconds for run in runs),
                        statistics.median(run.processor_seconds for run in runs),
                        max(run.peak_bytes for run in runs))


class ProgramFailed(Exception):
    """A program could not do its work."""


def run(each, data, output):
    """Runs a program once. Its standard error goes to a file, which tells why it failed."""
    result = os.path.join(FOLDER, "taken.txt")
    errors = os.path.join(FOLDER, "errors.txt")
    if os.path.exists(output):
        os.remove(output)  # what an earlier run wrote must not stand for this one
    command = [program("bench_measure"), result, *each.command(data, output)]
    with open(errors, "wb") as file:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=file, check=False,
                              env=os.environ | each.environment)
    status = done.returncode
    if status == 0:
        with open(result, encoding="utf-8") as file:
            seconds, processor, peak, status = file.read().split()
    if int(status) != 0:
        with open(errors, encoding="utf-8", errors="replace") as file:
            raise ProgramFailed(f"{each.key} failed (status {status}):\n{file.read()}")
    return Taken(float(seconds), float(processor), 1024 * int(peak))


def in_rounds(programs, data_of, rounds):
    """Measures every program once a round, one after the other; {key: [Taken]}."""
    output = os.path.join(FOLDER, "output.csv")
    runs = {each.key: [] for each in programs}
    for _ in range(rounds):
        for each in programs:
            runs[each.key].append(run(each, data_of(each), output))
    return runs
