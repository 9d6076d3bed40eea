"""The breakdowns of the looked after, the started and the ceased, in DfE's groups."""

from dates import age
from reading import code

NOT_KNOWN = "Not known"
AGES = [("Under 1 year", 0, 0), ("1 to 4 years", 1, 4), ("5 to 9 years", 5, 9),
        ("10 to 15 years", 10, 15)]
OLDEST = {"looked_after": [("16 years and over", 16, 999)],
          "started": [("16 years and over", 16, 999)],
          "ceased": [("16 years", 16, 16), ("17 years", 17, 17), ("18 years and over", 18, 999)]}
ETHNIC_GROUPS = [("1. Total White", "W"), ("2. Total Mixed or Multiple ethnic groups", "M"),
                 ("3. Total Asian or Asian British", "AC"),
                 ("4. Total Black, African, Caribbean or Black British", "B"),
                 ("5. Total other ethnic group", "O"),
                 ("6. Total refused or information not yet available", "RN")]
ETHNIC_CODES = """WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH CHNE
BCRB BAFR BOTH OOTH REFU NOBT""".split()
LEGAL_STATUSES = [("Care orders", ("C1", "C2")),
                  ("Detained for child protection", ("L1", "L2", "L3")),
                  ("Placement order granted", ("D1", "E1")),
                  ("Voluntary agreements under S20 CA 1989", ("V2",)),
                  ("Youth justice legal statuses", ("J1", "J2", "J3"))]
NEEDS = ["N1. Abuse or neglect", "N2. Child's disability", "N3. Parental illness or disability",
         "N4. Family in acute stress", "N5. Family dysfunction",
         "N6. Socially unacceptable behaviour", "N7. Low income", "N8. Absent parenting"]
PLACEMENTS = [
    ("1. Total foster placements", ("U1", "U2", "U3", "U4", "U5", "U6")),
    ("2. Total placed for adoption", ("A3", "A4", "A5", "A6")),
    ("3. Total placed with parents or other person with parental responsibility", ("P1",)),
    ("4. Total secure homes and children's homes", ("K1", "K2")),
    ("5. Total independent and semi-independent living arrangements/ supported accommodation",
     ("H5", "K3", "P2")),
    ("6. Total other residential settings", ("P3", "R1", "R2", "R3", "R5")),
    ("7. Total residential schools", ("S1",)),
    ("8. Total other placements", ())]
CHARACTERISTICS = ("sex", "age", "ethnicity", "legal_status", "need", "placement")


def occasion(child, population):
    """The care episode by which a child counts, and the day; None where it does not."""
    if population == "looked_after":
        episode = child.history.care_episode_on(child.w.D)
        return episode and (episode, child.w.D)
    if population == "started":
        starts = [e for e in child.history.care
                  if e.rne == "S" and child.w.S <= e.decom <= child.w.D]
        return (starts[0], starts[0].decom) if starts else None
    episode = child.last_leaving()
    return episode and (episode, episode.end)


def groups_of(by, population):
    if by == "sex":
        return ["Female", "Male"]
    if by == "age":
        return [name for name, _, _ in AGES + OLDEST[population]]
    if by == "need":
        return NEEDS
    return [name for name, _ in {"ethnicity": ETHNIC_GROUPS, "legal_status": LEGAL_STATUSES,
                                 "placement": PLACEMENTS}[by]]


def first(pairs, holds, otherwise=NOT_KNOWN):
    return next((name for name, what in pairs if holds(what)), otherwise)


def placement_of(child, episode):
    period = child.history.period_of(episode)
    up_to = period.episodes[:period.episodes.index(episode) + 1]
    lasting = [e for e in up_to if not e.is_temporary]
    if not lasting and not period.start_known:
        return NOT_KNOWN
    place = lasting[-1].place if lasting else ""
    return first(PLACEMENTS, lambda codes: place in codes, PLACEMENTS[-1][0])


def group_of(by, population, child, episode, day):
    if by == "sex":
        return {"F": "Female", "M": "Male"}.get(child.sex, NOT_KNOWN)
    if by == "age":
        years = age(child.born, day)
        return next((name for name, low, high in AGES + OLDEST[population]
                     if years is not None and low <= years <= high), NOT_KNOWN)
    if by == "ethnicity":
        row = child.last_row("Header")
        ethnic = "" if row is None else code(row, "ETHNIC")
        return first(ETHNIC_GROUPS, lambda first_letters: ethnic in ETHNIC_CODES
                     and ethnic[0] in first_letters)
    if by == "legal_status":
        return first(LEGAL_STATUSES, lambda codes: episode.ls in codes)
    if by == "need":
        need = child.history.period_of(episode).episodes[0].need
        return next((name for name in NEEDS if need == name[:2]), NOT_KNOWN)
    return placement_of(child, episode)


def breakdown_lines(card, printed):
    """For each breakdown and group the cells from indicator to group."""
    for population in ("looked_after", "started", "ceased"):
        for by in CHARACTERISTICS:
            groups = groups_of(by, population) + [NOT_KNOWN]
            available = card.returns is not None and all(
                any(given.gives(table) for given in card.returns)
                for table in (["Episodes", "Header"] if by == "ethnicity" else ["Episodes"]))
            if not available:
                for group in groups:
                    yield [population, "percent", "", "", "", "x", "", "", by, group]
                continue
            counts = dict.fromkeys(groups, 0)
            for child in card.children:
                when = occasion(child, population)
                if when:
                    counts[group_of(by, population, child, *when)] += 1
            total = sum(counts.values())
            for group in groups:
                yield [population, "percent", counts[group], total, 0,
                       printed("percent", counts[group], total), "", "", by, group]
