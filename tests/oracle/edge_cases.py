"""Which edge cases random returns contain, and how often: a comparison that never met one has not tested it.

Counted with the oracle's own reading and rules, a child once for each case and scorecard."""

from collections import Counter
from pathlib import Path

from dates import ONE_DAY, age, birthday
from history import FOR_ADOPTION, TEMPORARY, WITH_CURRENT_CARER
from child import ADOPTED, OTHER, UNDETERMINED
from oracle import Scorecard
from reading import code, day_of, postcode, read_date, read_postcodes, read_returns, read_rows, recognise, text


# ---- dates -----------------------------------------------------------------------------

def begins(which):
    return lambda c: any(e.decom == which(c.w) for e in c.history.care)


def leaves(which):
    return lambda c: any(e.leaves and e.end == which(c.w) for e in c.history.care)


def ends_without_leaving(which):
    return lambda c: any(not e.leaves and e.end == which(c.w) for e in c.history.care)


def aged_today(years):
    """A birthday on D itself."""
    return lambda c: c.looked_after() and c.born and birthday(c.born, c.w.D.year) == c.w.D and age(c.born, c.w.D) in years


def aged_tomorrow(years):
    def is_so(c):
        tomorrow = c.w.D + ONE_DAY
        return (c.looked_after() and c.born and birthday(c.born, tomorrow.year) == tomorrow
                and age(c.born, tomorrow) in years)

    return is_so


FIRST_DAY, LAST_DAY = (lambda w: w.S), (lambda w: w.D)
DAY_BEFORE, DAY_AFTER = (lambda w: w.S - ONE_DAY), (lambda w: w.D + ONE_DAY)
AGES_THAT_COUNT = {5, 10, 12, 16, 17, 18}

DATE_CASES = {
    "care begins on the day before the year": begins(DAY_BEFORE),
    "care begins on the first day of the year": begins(FIRST_DAY),
    "care begins on the last day of the year": begins(LAST_DAY),
    "care begins on the day after the year": begins(DAY_AFTER),
    "the child leaves on the day before the year": leaves(DAY_BEFORE),
    "the child leaves on the first day of the year": leaves(FIRST_DAY),
    "the child leaves on the last day of the year": leaves(LAST_DAY),
    "the child leaves on the day after the year": leaves(DAY_AFTER),
    "an episode ends on the last day of the year, not by leaving": ends_without_leaving(LAST_DAY),
    "an episode begins on 29 February": lambda c: any(
        (e.decom.month, e.decom.day) == (2, 29) for e in c.history.episodes),
    "the period of care began 30 months before, to the day": lambda c: c.looked_after()
        and c.period_on_D().first_decom == c.w.months_30_before,
    "the period of care began a day after that": lambda c: c.looked_after()
        and c.period_on_D().first_decom == c.w.months_30_before + ONE_DAY,
    "a placement began 24 months before, to the day": lambda c: any(
        p.start == c.w.months_24_before for p in c.history.placements()),
    "a placement began a day after that": lambda c: any(
        p.start == c.w.months_24_before + ONE_DAY for p in c.history.placements()),
    "born on 29 February": lambda c: c.looked_after() and c.born and (c.born.month, c.born.day) == (2, 29),
    "a birthday on which an age counts is the last day of the year": aged_today(AGES_THAT_COUNT),
    "a birthday on which an age counts is the day after": aged_tomorrow(AGES_THAT_COUNT),
}


# ---- periods, short breaks, temporary placements ---------------------------------------

def pairs(episodes):
    return zip(episodes, episodes[1:])


def on_D(found):
    return lambda c: c.looked_after() and c.episode_of_placement_on_D() == found


def back_from_temporary(is_same):
    """An episode after temporary ones, at the same place as before them or not."""
    def is_so(c):
        for period in c.history.periods:
            before, away = None, False
            for e in period.episodes:
                if e.is_temporary:
                    away = True
                    continue
                if away and before is not None and (e.place == before.place) is is_same:
                    return True
                before, away = e, False
        return False

    return is_so


PERIOD_CASES = {
    "several periods of care": lambda c: len(c.history.periods) > 1,
    "three or more periods of care": lambda c: len(c.history.periods) > 2,
    "a period begins on the day on which the one before ends": lambda c: any(
        a.episodes[-1].end == b.first_decom for a, b in pairs(c.history.periods)),
    "a period begins a day after the one before": lambda c: any(
        a.episodes[-1].end and a.episodes[-1].end + ONE_DAY == b.first_decom for a, b in pairs(c.history.periods)),
    "a child leaves twice in the year": lambda c: sum(
        e.leaves and c.w.S <= e.end <= c.w.D for e in c.history.care) > 1,
    "the start of the period on the last day is not known": lambda c: c.looked_after()
        and not c.period_on_D().start_known,
    "a short break V3": lambda c: any(e.ls == "V3" for e in c.history.short_breaks),
    "a short break V4": lambda c: any(e.ls == "V4" for e in c.history.short_breaks),
    "short breaks alone in the year": lambda c: c.short_breaks_only(),
    "a short break in a year of care": lambda c: c.looked_after() and c.short_break_in_year(),
    "care directly after a short break": lambda c: any(p.follows_short_break for p in c.history.periods),
    "a short break ends on the first day of the year": lambda c: any(e.end == c.w.S for e in c.history.short_breaks),
    **{f"a temporary placement {each}": (lambda c, each=each: any(e.place == each for e in c.history.care))
       for each in sorted(TEMPORARY)},
    "a temporary placement on the last day": lambda c: c.looked_after()
        and c.history.care_episode_on(c.w.D).is_temporary,
    "two temporary placements in a row": lambda c: any(
        a.is_temporary and b.is_temporary for a, b in pairs(c.history.care)),
    "back at the same place after a temporary one": back_from_temporary(True),
    "at another place after a temporary one": back_from_temporary(False),
    "a temporary placement alone, the start known": on_D(OTHER),
    "a temporary placement alone, the start not known": on_D(UNDETERMINED),
    "a change to fostering for adoption with the same carer": lambda c: len(
        c.history.placements(True)) > len(c.history.placements(False)),
    "two placements of the year": lambda c: c.looked_after() and placements_in_year(c) == 2,
    "three placements of the year": lambda c: c.looked_after() and placements_in_year(c) == 3,
    "whether three placements is not determined": lambda c: c.looked_after()
        and c.three_or_more_placements(c.w.S) is None,
    "whether a placement is lasting is not determined": lambda c: c.looked_after()
        and c.in_long_term_denominator() and c.long_term_stable() is None,
    "in care the year before is not determined": lambda c: c.looked_after() and c.in_care_the_year_before() is None,
}


def placements_in_year(c):
    return sum(p.in_window(c.w.S, c.w.D) for p in c.history.placements())


# ---- adoption, outcomes ----------------------------------------------------------------

def adopted_from(c):
    """The remaining episodes of the period that ended with adoption, from the first of the run of A3 to A6."""
    remaining = c.period_of_leaving().remaining()
    run = []
    while remaining and remaining[-1].place in FOR_ADOPTION:
        run.insert(0, remaining.pop())
    return run


def adopted_and(what):
    return lambda c: c.adopted() and what(c)


def row_and(table, what):
    return lambda c: c.looked_after() and c.last_row(table) is not None and what(c, c.last_row(table))


def leaver_and(what):
    return lambda c: c.last_row("OC3") is not None and what(c, c.last_row("OC3"))


def incident(which, boundary):
    return lambda c: any(day_of(row, which) == boundary(c.w) for row in c.rows.get("Missing", []))


OUTCOME_CASES = {
    "adopted by the carers": adopted_and(lambda c: any(e.place in WITH_CURRENT_CARER for e in adopted_from(c))),
    "adopted by others": adopted_and(lambda c: any(e.place in ("A4", "A6") for e in adopted_from(c))),
    "adopted after several placements for adoption": adopted_and(lambda c: len(adopted_from(c)) > 1),
    "adopted with a temporary placement in between": adopted_and(
        lambda c: bool(adopted_from(c)) and any(
            e.is_temporary and e.decom > adopted_from(c)[0].decom for e in c.period_of_leaving().episodes)),
    "adopted without a placement for adoption": adopted_and(lambda c: not adopted_from(c)),
    "adopted, the placement for adoption not determined": adopted_and(
        lambda c: bool(adopted_from(c)) and c.placed_for_adoption() is None),
    "adopted, matched before the order": adopted_and(
        lambda c: c.first_order() is not None and c.matched() is not None and c.matched() < c.first_order().decom),
    "adopted, the order not determined": adopted_and(lambda c: c.adopted_with_order() is None),
    "the date of birth is not known": lambda c: c.looked_after() and c.born is None,
    "the sex is not known": lambda c: c.looked_after() and c.sex is None,
    "UASC status ended on the first day of the year": row_and("UASC", lambda c, row: day_of(row, "DUC") == c.w.S),
    "UASC status ended on the day before": row_and("UASC", lambda c, row: day_of(row, "DUC") == c.w.S - ONE_DAY),
    **{f"a score of {score}": row_and("OC2", lambda c, row, score=score: c.score() == score)
       for score in (0, 13, 14, 16, 17, 40)},
    "a score above the greatest": row_and("OC2", lambda c, row: text(row, "SDQ_SCORE") == "41"),
    "a flag with decimals": row_and("OC2", lambda c, row: text(row, "CONVICTED") == "1.0"),
    "a blank flag": row_and("OC2", lambda c, row: text(row, "CONVICTED") == ""),
    "no row of OC2": lambda c: c.twelve_months() and c.last_row("OC2") is None,
    "an incident begins on the last day of the year": incident("MIS_START", LAST_DAY),
    "an incident begins on the day after": incident("MIS_START", DAY_AFTER),
    "an incident ends on the first day of the year": incident("MIS_END", FIRST_DAY),
    "an incident ends on the day before": incident("MIS_END", DAY_BEFORE),
    **{f"a care leaver who is {what}": leaver_and(lambda c, row, what=what: code(row, "IN_TOUCH") == what)
       for what in ("DIED", "RHOM", "REFU")},
    **{f"a care leaver's accommodation {letter}": leaver_and(
        lambda c, row, letter=letter: code(row, "ACCOM").startswith(letter)) for letter in "GHR"},
    "a care leaver without information": leaver_and(lambda c, row: code(row, "ACTIV") == "0"),
    "a care leaver's birthday on which an age counts": lambda c: c.last_row("OC3") is not None and c.born
        and birthday(c.born, c.w.D.year) == c.w.D and age(c.born, c.w.D) in (17, 18, 19, 21, 22),
    "three social workers": lambda c: c.looked_after() and c.three_or_more_social_workers(),
}

DISTANCE_CASES = {
    "20.0 miles, rounded": lambda c: c.looked_after() and miles_in_tenths(c) == 200,
    "20.1 miles, rounded": lambda c: c.looked_after() and miles_in_tenths(c) == 201,
    "an unknown postcode": lambda c: c.looked_after() and c.placement_is_told() and c.over_20_miles() is None,
}

CHILD_CASES = DATE_CASES | PERIOD_CASES | OUTCOME_CASES


def miles_in_tenths(c):
    """The distance rounded half up, by floating numbers: good enough to count with."""
    if not c.placement_is_told() or c.over_20_miles() is None:
        return None
    home, placement = c.place_of("home").point, c.place_of("placement").point
    metres = sum((a - b) ** 2 for a, b in zip(home, placement)) ** 0.5
    return int(float(metres) / 1609.3 * 10 + 0.5)


# ---- returns and their joining ---------------------------------------------------------

def rows_of_episodes(authority):
    return [row for given in authority.returns.values() for row in given.rows("Episodes")]


def differing_rows(authority):
    """Whether two returns tell of one episode otherwise."""
    seen = {}
    for row in rows_of_episodes(authority):
        told = (code(row, "PLACE"), code(row, "LS"), code(row, "RNE"))
        if seen.setdefault((text(row, "CHILD"), day_of(row, "DECOM")), told) != told:
            return True
    return False


def kept_apart(authority):
    """Children of whom an episode was corrected away by a later return."""
    return sum(len(history.episodes) < len({day_of(row, "DECOM") for row in rows})
               for history, rows in histories_and_rows(authority))


def histories_and_rows(authority):
    by_child = {}
    for row in rows_of_episodes(authority):
        by_child.setdefault(text(row, "CHILD"), []).append(row)
    return [(authority.histories[child], rows) for child, rows in by_child.items()]


def count_returns(counts, authority):
    for row in rows_of_episodes(authority):
        dec, decom = day_of(row, "DEC"), day_of(row, "DECOM")
        counts["an end that is not after the beginning"] += dec is not None and dec <= decom
        counts["a reason to leave that is not in the list"] += code(row, "REC") == "REC"
        counts["a placement code that is not in the list"] += code(row, "PLACE") == "Q9"
    for history, _ in histories_and_rows(authority):
        for a, b in pairs(history.episodes):
            counts["an episode that the next one cuts off"] += a.end == b.decom and not a.leaves and a.rec != "X1"
            counts["a gap between episodes"] += a.end is not None and a.end < b.decom
    counts["an episode that a later return corrects away"] += kept_apart(authority)
    counts["two returns that tell one episode otherwise"] += differing_rows(authority)


def count_files(counts, folders):
    """What stands in the files and is left out by whoever reads them."""
    for folder in folders:
        tables = {}
        for path in sorted(Path(folder).glob("*.csv")):
            columns, rows = read_rows(path)
            tables[recognise(set(columns))] = rows
            counts["a table without rows"] += not rows
            counts["a file with a byte order mark"] += path.read_bytes().startswith(b"\xef\xbb\xbf")
            counts["a file with lines that end with CRLF"] += b"\r\n" in path.read_bytes()
        counts["a return without one of the tables"] += len(tables) < 12
        counts["a row without a child"] += any(not text(row, "CHILD") for row in tables["Episodes"])
        counts["a row with a day that does not exist"] += any(
            text(row, "DECOM") and read_date(text(row, "DECOM")) is None for row in tables["Episodes"])
        spelled = {text(row, "PL_POST") for row in tables["Episodes"]}
        counts["a postcode spelled in two ways"] += len(set(map(postcode, spelled))) < len(spelled)


# ---- printing --------------------------------------------------------------------------

def count_printing(counts, card, catalogue):
    for indicator in catalogue:
        cells, _ = card.line(indicator)
        n, d, u, value, low, _ = cells
        for symbol in "xzk":
            counts[f"a figure printed as {symbol}"] += value == symbol
        if indicator.unit == "percent" and value not in ("x", "z"):
            counts["a percentage half-way between two"] += 200 * n % (2 * d) == d
            counts["a percentage with bounds"] += low != ""


# ---- all of them -----------------------------------------------------------------------

def edge_cases_of(folders, as_at, catalogue, population=None, postcodes=None, area=None):
    """How often each case occurs in the scorecards of these returns; 0 for those that do not."""
    counts = Counter({name: 0 for name in [*CHILD_CASES, *DISTANCE_CASES]})
    authorities = read_returns(folders)
    places = read_postcodes(postcodes) if postcodes else None
    counts["a scorecard of several authorities"] += len(authorities) > 1
    count_files(counts, folders)
    for name, authority in authorities.items():
        count_returns(counts, authority)
        card = Scorecard(authority, as_at, population, places, area or name)
        if card.returns is None:
            continue
        counts["a year that two returns tell of"] += len(card.returns) == 2
        count_printing(counts, card, catalogue)
        for c in {id(c): c for c in [*card.children, *card.leavers]}.values():
            counts["children"] += 1
            for case, occurs in (CHILD_CASES | (DISTANCE_CASES if places else {})).items():
                counts[case] += bool(occurs(c))
    return counts
