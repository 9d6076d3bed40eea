"""What the rules ask about one child as at a date."""

from datetime import date
from fractions import Fraction

from dates import age
from history import FOR_ADOPTION
from logic import all_of, any_of
from reading import code, day_of, flag, sdq_score, whole_number

FOSTER = {"U1", "U2", "U3", "U4", "U5", "U6"}
ADOPTED = {"E11", "E12"}
PLACEMENT_ORDERS = {"E1", "D1"}

UNDETERMINED = "undetermined"   # a placement on D that cannot be told
OTHER = "other"                 # the group of a child with temporary episodes only

FOSTERING_FOR_ADOPTION_SINCE = date(2021, 3, 31)
# 20.05 miles in metres: the least distance that rounds half up to more than 20.0.
OVER_20_MILES = Fraction(2005, 100) * Fraction(16093, 10000) * 1000


class Child:
    """One child of an authority, seen as at the end of a window."""

    def __init__(self, history, born, sex, rows, window, places=None, area=None):
        self.history = history
        self.born = born
        self.sex = sex
        self.rows = rows          # table -> the child's rows in the returns of the year
        self.w = window
        self.places = places      # postcode -> Place
        self.area = area

    # ---- membership --------------------------------------------------------------------

    def aged(self, first, last):
        years = age(self.born, self.w.D)
        return None if years is None else first <= years <= last

    def aged_under(self, limit):
        years = age(self.born, self.w.D)
        return None if years is None else years < limit

    def aged_at_least(self, limit):
        years = age(self.born, self.w.D)
        return None if years is None else years >= limit

    def looked_after(self):
        """A care episode with DECOM <= D and (DEC blank or DEC > D)."""
        return self.history.care_episode_on(self.w.D) is not None

    def started(self):
        """A care episode with RNE = S and S <= DECOM <= D."""
        return any(e.rne == "S" and self.w.S <= e.decom <= self.w.D for e in self.history.care)

    def last_leaving(self):
        """The last care episode by which the child leaves with S <= DEC <= D."""
        leavings = [e for e in self.history.care
                    if e.leaves and self.w.S <= e.end <= self.w.D]
        return leavings[-1] if leavings else None

    def ceased(self):
        return self.last_leaving() is not None

    def in_year(self):
        """A care episode with DECOM <= D and (DEC blank or DEC > S), or ceased."""
        return any(e.touches(self.w.S, self.w.D) for e in self.history.care) or self.ceased()

    def short_break_in_year(self):
        return any(e.touches(self.w.S, self.w.D) for e in self.history.short_breaks)

    def short_breaks_only(self):
        return self.short_break_in_year() and not self.in_year()

    def twelve_months(self):
        """Looked after on D, no start in (S, D], no leaving in [S, D], no short break."""
        started_after_first_day = any(e.rne == "S" and self.w.S < e.decom <= self.w.D
                                      for e in self.history.care)
        return (self.looked_after() and not started_after_first_day
                and not self.ceased() and not self.short_break_in_year())

    def unaccompanied(self):
        """In the stock with a UASC row whose DUC is blank or on or after S."""
        row = self.last_row("UASC")
        if not self.looked_after() or row is None:
            return False
        return day_of(row, "DUC") is None or day_of(row, "DUC") >= self.w.S

    # ---- the placement on D ------------------------------------------------------------

    def period_on_D(self):
        return self.history.period_of(self.history.care_episode_on(self.w.D))

    def episode_of_placement_on_D(self):
        """The care episode open on D; if that is temporary, the last episode before it
        in the same period that is not; if none, OTHER or UNDETERMINED."""
        open_on_D = self.history.care_episode_on(self.w.D)
        period = self.period_on_D()
        up_to = period.episodes[:period.episodes.index(open_on_D) + 1]
        lasting = [e for e in up_to if not e.is_temporary]
        if lasting:
            return lasting[-1]
        return OTHER if period.start_known else UNDETERMINED

    def placed_in(self, codes):
        episode = self.episode_of_placement_on_D()
        if episode == UNDETERMINED:
            return None
        return False if episode == OTHER else episode.place in codes

    def placed_elsewhere(self, codes):
        """In none of the codes, or in group other."""
        inside = self.placed_in(codes)
        return None if inside is None else not inside

    def independent_provider(self):
        episode = self.episode_of_placement_on_D()
        return episode.provider in ("PR4", "PR5")

    # ---- distance (3.5) ----------------------------------------------------------------

    def place_of(self, which):
        """The Place of HOME_POST or PL_POST of the placement on D, or None."""
        episode = self.episode_of_placement_on_D()
        if episode == OTHER:
            return None
        return self.places.get(episode.home_post if which == "home" else episode.pl_post)

    def placement_is_told(self):
        return True if self.episode_of_placement_on_D() != UNDETERMINED else None

    def in_area(self):
        """True, False, or None when the placement postcode is not known."""
        place = self.place_of("placement")
        if place is None or not place.authority:
            return None
        return place.authority == self.area

    def over_20_miles(self):
        """True, False, or None when a postcode is not known."""
        home, placement = self.place_of("home"), self.place_of("placement")
        if home is None or placement is None or home.point is None or placement.point is None:
            return None
        squared = sum((a - b) ** 2 for a, b in zip(home.point, placement.point))
        return squared >= OVER_20_MILES ** 2

    # An unknown postcode: in the denominator, not in the numerator.

    def counted_in_area(self):
        return all_of(self.placement_is_told(), self.placement_is_told() and self.in_area() is True)

    def counted_over_20_miles(self):
        return all_of(self.placement_is_told(),
                      self.placement_is_told() and self.over_20_miles() is True)

    def counted_over_20_miles_outside(self):
        return all_of(self.placement_is_told(),
                      self.placement_is_told() and self.over_20_miles() is True
                      and self.in_area() is False)

    # ---- stability (3.1, 3.6) ----------------------------------------------------------

    def three_or_more_placements(self, first):
        """Three known placements in [first, D] are enough; with fewer, a period of
        unknown start that is first known inside the window leaves it open."""
        known = [p for p in self.history.placements() if p.in_window(first, self.w.D)]
        if len(known) >= 3:
            return True
        may_be_more = any(not p.start_known and first < p.first_decom <= self.w.D
                          for p in self.history.periods)
        return None if may_be_more else False

    def in_care_the_year_before(self):
        """A care episode that holds a day of [D - 2 years + 1 day, S - 1 day]."""
        first, S = self.w.two_years_start, self.w.S
        if any(e.decom < S and (e.end is None or e.end > first) for e in self.history.care):
            return True
        may_have_been = any(not p.start_known and S <= p.first_decom <= self.w.D
                            for p in self.history.periods)
        return None if may_have_been else False

    def in_long_term_denominator(self):
        """Stock, under 16, period of care started on or before D - 30 months, and not
        directly after a short break."""
        if not self.looked_after():
            return False
        period = self.period_on_D()
        if period.first_decom <= self.w.months_30_before:
            started_by_then = True
        else:
            started_by_then = False if period.start_known else None
        return all_of(not period.follows_short_break, self.aged_under(16), started_by_then)

    def started_two_years_ago(self, placement):
        """Known, or bounded on the right side; None when only bounded after the date."""
        if placement.start <= self.w.months_24_before:
            return True
        return False if placement.start_known else None

    def long_term_stable(self):
        episode = self.episode_of_placement_on_D()
        if episode == OTHER:
            return False
        if episode == UNDETERMINED:
            return None
        placements = self.history.placements(
            fostering_for_adoption_is_new=self.w.D >= FOSTERING_FOR_ADOPTION_SINCE)
        index = next(i for i, p in enumerate(placements) if episode in p.episodes)
        current = placements[index]
        stable = self.started_two_years_ago(current)
        if current.episodes[0].place in FOR_ADOPTION and index > 0:
            before = placements[index - 1]
            if before.period is current.period:
                stable = any_of(stable, self.started_two_years_ago(before))
        return stable

    # ---- social workers ----------------------------------------------------------------

    def social_worker_rows(self):
        """Rows with SW_DECOM <= D and (SW_DEC blank or > S)."""
        def in_window(row):
            end = day_of(row, "SW_DEC")
            return day_of(row, "SW_DECOM") <= self.w.D and (end is None or end > self.w.S)

        return [row for row in self.rows.get("SWEpisodes", []) if in_window(row)]

    def three_or_more_social_workers(self):
        return len({code(row, "SW_ID") for row in self.social_worker_rows()} - {""}) >= 3

    # ---- leaving and adoption (3.2) ----------------------------------------------------

    def left_as(self, codes):
        return self.last_leaving().rec in codes

    def adopted(self):
        return self.ceased() and self.left_as(ADOPTED)

    def period_of_leaving(self):
        return self.history.period_of(self.last_leaving())

    def care_start(self):
        """Start of the last leaving's period of care; None when unknown."""
        period = self.period_of_leaving()
        return period.first_decom if period.start_known else None

    def placed_for_adoption(self):
        """DECOM of the first of the unbroken run of A3-A6 with which the period ends;
        None with no run, or when it begins a period of unknown start."""
        period = self.period_of_leaving()
        remaining = period.remaining()
        index = len(remaining)
        while index > 0 and remaining[index - 1].place in FOR_ADOPTION:
            index -= 1
        if index == len(remaining):
            return None
        if index == 0 and not period.start_known:
            return None
        return remaining[index].decom

    def adoption_row_date(self, column):
        row = self.last_row("AD1")
        return None if row is None else day_of(row, column)

    def decided(self):
        return self.adoption_row_date("DATE_INT")

    def matched(self):
        return self.adoption_row_date("DATE_MATCH")

    def adoption_order(self):
        return self.last_leaving().end

    def first_order(self):
        """The period's first E1/D1 episode, or None."""
        return next((e for e in self.period_of_leaving().episodes
                     if e.ls in PLACEMENT_ORDERS), None)

    def adopted_with_order(self):
        """Adopted in the year, with such an episode whose start can be told."""
        if not self.adopted():
            return False
        period, order = self.period_of_leaving(), self.first_order()
        if order is None:
            return False if period.start_known else None
        begins_before = (not period.start_known and order is period.episodes[0]
                         and order.rne in ("P", "T"))
        return None if begins_before else True

    def days_order_to_match(self):
        days = days_between(self.first_order().decom, self.matched())
        return None if days is None else max(0, days)

    # ---- outcomes (OC2) ----------------------------------------------------------------

    def last_row(self, table):
        rows = self.rows.get(table, [])
        return rows[-1] if rows else None

    def health(self, column):
        """True, False, or None when blank or without a row."""
        row = self.last_row("OC2")
        return None if row is None else flag(row, column)

    def score(self):
        row = self.last_row("OC2")
        return None if row is None else sdq_score(row)

    def has_health_row(self):
        return self.last_row("OC2") is not None

    def has_score(self):
        return self.score() is not None

    def score_in(self, first, last):
        return first <= self.score() <= last

    # ---- missing (3.3) -----------------------------------------------------------------

    def incidents(self, kind):
        """MIS_START <= D and (MIS_END blank or MIS_END >= S)."""
        def in_window(row):
            end = day_of(row, "MIS_END")
            return day_of(row, "MIS_START") <= self.w.D and (end is None or end >= self.w.S)

        return sum(1 for row in self.rows.get("Missing", [])
                   if code(row, "MISSING") == kind and in_window(row))

    # ---- mothers -----------------------------------------------------------------------

    def female(self):
        return None if self.sex is None else self.sex == "F"

    def mother(self):
        """Blank MOTHER: not a mother."""
        row = self.last_row("Header")
        return row is not None and whole_number(row, "MOTHER") == 1

    # ---- care leavers (3.4) ------------------------------------------------------------

    def care_leaver(self, first, last):
        """An OC3 row, the age, and IN_TOUCH neither DIED nor RHOM."""
        row = self.last_row("OC3")
        if row is None:
            return False
        in_touch = code(row, "IN_TOUCH")
        stays = None if in_touch == "" else in_touch not in ("DIED", "RHOM")
        return all_of(self.aged(first, last), stays)

    def leaver_code(self, column):
        return code(self.last_row("OC3"), column)

    def in_touch(self):
        return self.leaver_code("IN_TOUCH") == "YES"

    def activity_in(self, codes):
        activity = self.leaver_code("ACTIV")
        return None if activity == "" else activity in codes

    def accommodation_asked(self):
        """Not abroad (G), deported (H), or residence not known (R)."""
        accommodation = self.leaver_code("ACCOM") if self.last_row("OC3") else ""
        return None if accommodation == "" else accommodation[0] not in "GHR"

    def accommodation_suitable(self):
        return self.leaver_code("ACCOM").endswith("1")


def days_between(start, end):
    """Days from start to end; None when either is unknown."""
    return None if start is None or end is None else (end - start).days
