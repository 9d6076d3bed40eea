"""What indicare is meant to reach, held against what was measured."""

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True)
class Check:
    target: str
    found: str
    met: bool


def memory_budget(size):
    """Bytes that one thread may take at most."""
    return (16 * size["episodes"] + 64 * size["children"] + size["child_years"] + 8 * MIB)


def at_most(target, value, limit, unit):
    return Check(target, f"{value:.3g} {unit}, limit {limit:.3g}", value <= limit)


def at_least(target, value, limit):
    return Check(target, f"{value:.3g} times", value >= limit)


def ratio(measured, key, to):
    """How many times as long one took as the other; None when one was not measured."""
    if key not in measured or to not in measured:
        return None
    return measured[key].median / measured[to].median


def of_speed(measured):
    """Those of England in twenty years."""
    for limit, name in ((8, "at most 8 times wc"), (5, "stretch: at most 5 times wc")):
        times = ratio(measured, "indicare-1", "wc-1")
        if times is not None:
            yield at_most(f"England x 20, one thread: {name}", times, limit, "times")
    for key, to, limit, words in (
            ("duckdb-1", "indicare-1", 20, "than DuckDB, one thread each"),
            ("pandas-1", "indicare-1", 40, "than pandas"),
            ("sqlite-1", "indicare-1", 80, "than SQLite"),
            ("duckdb-2", "indicare-2", 15, "than DuckDB, two threads each"),
            ("polars-2", "indicare-2", 15, "than polars, two threads each")):
        times = ratio(measured, key, to)
        if times is not None:
            yield at_least(f"England x 20: {limit} times faster {words}", times, limit)
    share = ratio(measured, "indicare-2", "indicare-1")
    if share is not None:
        yield at_most("England x 20: two threads take at most 0.65 of one", share, 0.65, "times")
    times = ratio(measured, "indicare-1-shuffled", "indicare-1")
    if times is not None:
        yield at_most("England x 20: shuffled at most twice sorted", times, 2, "times")


def of_council(measured):
    if "indicare-1" in measured:
        yield at_most("One council: the whole process within 10 ms",
                      1000 * measured["indicare-1"].median, 10, "ms")
    times = ratio(measured, "sqlite-1", "indicare-1")
    if times is not None:
        yield at_least("One council: 3 times faster than SQLite", times, 3)


def of_memory(size_name, measured, size):
    for key, share, words in (("indicare-1", 1, "one thread"), ("indicare-2", 1.4, "two threads"),
                              ("indicare-1-shuffled", 1, "one thread, shuffled")):
        if key in measured:
            yield at_most(f"{size_name}: peak memory, {words}", measured[key].peak / MIB,
                          share * memory_budget(size) / MIB, "MiB")


def of_growth(results):
    """A byte takes as long in twenty years as in one."""
    if not {"england", "england20"} <= results.keys():
        return
    one, twenty = (results[name].measured["indicare-1"].median / results[name].size["bytes"]
                   for name in ("england", "england20"))
    yield at_most("A byte of England x 20 takes at most 1.15 times one of England x 1",
                  twenty / one, 1.15, "times")


def checks(results):
    """All checks that what was measured allows; `results` is {size: report.Result}."""
    found = []
    if "england20" in results:
        found += of_speed(results["england20"].measured)
    if "council" in results:
        found += of_council(results["council"].measured)
    if all("indicare-1" in each.measured for each in results.values()):
        found += of_growth(results)
    for name, each in results.items():
        found += of_memory(name, each.measured, each.size)
    return found
