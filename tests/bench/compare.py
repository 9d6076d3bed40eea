#!/usr/bin/env python3
"""Compares what the programs counted: compare.py NAME=OUTPUT...

The output named `indicare` is that of `indicare scorecard --format csv`, all others are peers'.
Every peer must agree with the first on every count of every authority and year, and indicare on
every count that one of its figures is. Exit status 1 and the first differences when not.
"""

import sys

from counts import COUNTS, ENGLAND, of_indicare, of_peer

DIFFERENCES_SHOWN = 10


def differences(name, counts, other_name, others, asked):
    """Sentences on where two programs differ in the counts asked for; an absent one is 0."""
    found = []
    for key in sorted(counts.keys() | others.keys()):
        year, authority, count = key
        if count in asked and counts.get(key, 0) != others.get(key, 0):
            where = "all authorities" if authority == ENGLAND else authority
            found.append(
                f"{count} of {where} in {year}: {name} {counts.get(key, 0)}, "
                f"{other_name} {others.get(key, 0)}"
            )
    return found


def compare(outputs, total=None):
    """Compares {name: path}; gives (sentences on what was compared, sentences on differences)."""
    read = {
        name: of_indicare(path, total) if name == "indicare" else of_peer(path)
        for name, path in outputs.items()
    }
    peers = [name for name in read if name != "indicare"]
    compared, found = [], []
    if not peers:
        return ["Nothing to compare: one program alone was run."], []
    first = peers[0]
    cells = len(read[first])
    for name in peers[1:]:
        compared.append(f"{name} with {first}: {len(COUNTS)} counts, {cells} numbers.")
        found += differences(name, read[name], first, read[first], COUNTS)
    if "indicare" in read:
        shared = [count for count, figure in COUNTS.items() if figure]
        cells = cells // len(COUNTS) * len(shared)
        compared.append(
            f"indicare with {first}: {len(shared)} counts, {cells} numbers "
            f"(all but {', '.join(count for count in COUNTS if count not in shared)})."
        )
        found += differences("indicare", read["indicare"], first, read[first], shared)
    return compared, found


def main():
    outputs = dict(argument.split("=", 1) for argument in sys.argv[1:])
    if not outputs:
        sys.exit(__doc__)
    compared, found = compare(outputs)
    print("\n".join(compared))
    if found:
        print(f"The outputs differ in {len(found)} numbers:")
        print("\n".join(found[:DIFFERENCES_SHOWN]))
        sys.exit(1)
    print("All agree.")


if __name__ == "__main__":
    main()
