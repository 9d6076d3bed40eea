"""What was found, as Markdown."""

import os
from dataclasses import dataclass

import targets

SIZE_TITLES = {
    "council": "One council, one year",
    "england": "England, one year",
    "england20": "England, twenty years",
}


@dataclass(frozen=True)
class Result:
    """Of one size."""

    size: dict  # size.json of the extract
    programs: list
    measured: dict  # {key: Measured}
    compared: list  # sentences
    rounds: int


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return f"{models[0] if models else 'unknown processor'}, {os.cpu_count()} processors"


def seconds(value):
    return f"{1000 * value:.1f} ms" if value < 1 else f"{value:.2f} s"


def times(value, other):
    return f"{value / other.median:.2f}" if other else ""


def table(result):
    """A row a program: what it took, and how many times what others took."""
    lines = ["| program | threads | median | least | processor | peak memory | ns a byte "
             "| x indicare | x wc |",
             "|---|--:|--:|--:|--:|--:|--:|--:|--:|"]
    for each in result.programs:
        took = result.measured[each.key]
        same_threads = result.measured.get(f"indicare-{each.threads}")
        lines.append("| " + " | ".join([
            each.title, str(each.threads), seconds(took.median), seconds(took.least),
            seconds(took.processor), f"{took.peak / targets.MIB:.1f} MiB",
            f"{1e9 * took.median / result.size['bytes']:.2f}",
            times(took.median, same_threads),
            times(took.median, result.measured.get("wc-1"))]) + " |")
    return lines


def section(name, result):
    size = result.size
    measured = f"rounds: {result.rounds}" if result.rounds else "the run that was compared"
    lines = [f"## {SIZE_TITLES[name]}", "",
             f"Authorities: {size['authorities']}; children: {size['children']:,}; episodes: "
             f"{size['episodes']:,}; rows: {size['rows']:,}; {size['bytes'] / 1e6:,.1f} MB; "
             f"{measured}.", ""]
    return lines + table(result) + [""] + [f"- {sentence}" for sentence in result.compared] + [""]


def markdown(results, versions, quick):
    lines = ["# Benchmarks", "", f"Measured on {machine()}, with {', '.join(versions)}.", ""]
    if quick:
        lines += ["A quick run, of small extracts: it shows that everything works and agrees, and "
                  "no more.", ""]
    for name, result in results.items():
        lines += section(name, result)
    found = [] if quick else targets.checks(results)
    if found:
        lines += ["## Targets", "", "| target | found | |", "|---|---|---|"]
        lines += [f"| {each.target} | {each.found} | {'met' if each.met else '**not met**'} |"
                  for each in found] + [""]
    return "\n".join(lines)
