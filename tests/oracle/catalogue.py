"""The catalogue (section 2 of the rules), one entry an indicator, in its order.

`among`: is the child in the denominator; `counts`: in the numerator (percent), or the
amount it adds (means). Each answers None when the data given cannot decide."""

from child import FOSTER, days_between
from logic import all_of

PLACEMENT_GROUPS = {
    "in_foster_care": FOSTER,
    "in_foster_care_with_relatives": {"U1", "U2", "U3"},
    "placed_for_adoption": {"A3", "A4", "A5", "A6"},
    "placed_with_parents": {"P1"},
    "in_secure_or_childrens_home": {"K1", "K2"},
    "in_supported_accommodation": {"H5", "P2", "K3"},
    "in_other_residential": {"R1", "R2", "R3", "R5", "P3"},
    "in_residential_school": {"S1"},
}
EVERY_GROUP = set().union(*PLACEMENT_GROUPS.values())
EDUCATION_OR_WORK = {"F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5"}
NOT_IN_EDUCATION_OR_WORK = {"G4", "G5", "G6"}
HIGHER_EDUCATION = {"F1", "P1"}
GUARDIANSHIP = {"E43", "E44", "E45", "E46", "E47", "E48"}


class Indicator:
    def __init__(self, name, unit, among, counts, reads):
        self.name = name
        self.unit = unit
        self.among = among
        self.counts = counts
        self.reads = reads         # tables, "population" or "postcodes"


CATALOGUE = []


def children(name, counts, *reads):
    CATALOGUE.append(Indicator(name, "children", None, counts, ("Episodes",) + reads))


def rate(name, counts):
    CATALOGUE.append(Indicator(name, "per_10000", None, counts, ("Episodes", "population")))


def percent(name, counts, among, *reads):
    CATALOGUE.append(Indicator(name, "percent", among, counts, reads or ("Episodes",)))


def mean(name, unit, counts, among, *reads):
    CATALOGUE.append(Indicator(name, unit, among, counts, reads or ("Episodes",)))


def stock(c):
    return c.looked_after()


def cohort(c):
    return c.twelve_months()


# ---- stock, starts, leavings -----------------------------------------------------------

children("looked_after", stock)
rate("looked_after_rate", stock)
children("started", lambda c: c.started())
rate("started_rate", lambda c: c.started())
children("ceased", lambda c: c.ceased())
rate("ceased_rate", lambda c: c.ceased())
children("looked_after_in_year", lambda c: c.in_year())
children("short_breaks_only", lambda c: c.short_breaks_only())
children("unaccompanied", lambda c: c.unaccompanied(), "UASC")
percent("unaccompanied_share", lambda c: c.unaccompanied(), stock, "Episodes", "UASC")

# ---- the placement on D ----------------------------------------------------------------

for group, codes in PLACEMENT_GROUPS.items():
    percent(group, lambda c, codes=codes: c.placed_in(codes), stock)
percent("in_other_placement", lambda c: c.placed_elsewhere(EVERY_GROUP), stock)
percent("independent_fostering", lambda c: c.independent_provider(),
        lambda c: c.looked_after() and c.placed_in(FOSTER))
percent("placed_in_area", lambda c: c.counted_in_area(), stock,
        "Episodes", "postcodes", "area")
percent("placed_over_20_miles", lambda c: c.counted_over_20_miles(), stock,
        "Episodes", "postcodes")
percent("placed_over_20_miles_outside_area", lambda c: c.counted_over_20_miles_outside(), stock,
        "Episodes", "postcodes", "area")

# ---- stability -------------------------------------------------------------------------

percent("three_or_more_placements", lambda c: c.three_or_more_placements(c.w.S), stock)
percent("three_or_more_placements_two_years",
        lambda c: c.three_or_more_placements(c.w.two_years_start),
        lambda c: all_of(c.looked_after(), c.in_care_the_year_before()))
percent("long_term_stability", lambda c: c.long_term_stable(),
        lambda c: c.in_long_term_denominator())
percent("three_or_more_social_workers", lambda c: c.three_or_more_social_workers(),
        lambda c: c.looked_after() and bool(c.social_worker_rows()),
        "Episodes", "SWEpisodes")

# ---- leaving ---------------------------------------------------------------------------

percent("adopted", lambda c: c.adopted(), lambda c: c.ceased())
percent("special_guardianship", lambda c: c.left_as(GUARDIANSHIP), lambda c: c.ceased())
percent("child_arrangements_order", lambda c: c.left_as({"E41"}), lambda c: c.ceased())
percent("returned_home", lambda c: c.left_as({"E4A", "E4B"}), lambda c: c.ceased())
percent("returned_home_planned", lambda c: c.left_as({"E4A"}), lambda c: c.ceased())
mean("days_in_care", "days", lambda c: days_between(c.care_start(), c.last_leaving().end),
     lambda c: c.ceased())

# ---- adoption --------------------------------------------------------------------------

mean("days_care_to_placement", "days",
     lambda c: days_between(c.care_start(), c.placed_for_adoption()), lambda c: c.adopted())
mean("days_order_to_match", "days", lambda c: c.days_order_to_match(),
     lambda c: c.adopted_with_order(), "Episodes", "AD1")
mean("days_care_to_decision", "days", lambda c: days_between(c.care_start(), c.decided()),
     lambda c: c.adopted(), "Episodes", "AD1")
mean("days_decision_to_match", "days", lambda c: days_between(c.decided(), c.matched()),
     lambda c: c.adopted(), "Episodes", "AD1")
mean("days_match_to_placement", "days",
     lambda c: days_between(c.matched(), c.placed_for_adoption()),
     lambda c: c.adopted(), "Episodes", "AD1")
mean("days_placement_to_adoption", "days",
     lambda c: days_between(c.placed_for_adoption(), c.adoption_order()), lambda c: c.adopted())
mean("days_care_to_adoption", "days", lambda c: days_between(c.care_start(), c.adoption_order()),
     lambda c: c.adopted())

# ---- outcomes --------------------------------------------------------------------------


def cohort_aged(first, last):
    return lambda c: all_of(c.twelve_months(), c.aged(first, last))


def health(name, column, among):
    percent(name, lambda c: c.health(column), among, "Episodes", "OC2")


def scored(c):
    """Without a score a child is outside."""
    return all_of(c.twelve_months(), c.has_score(), c.aged(5, 16))


def band(name, first, last):
    percent(name, lambda c: c.score_in(first, last), scored, "Episodes", "OC2")


health("health_assessment", "HEALTH_ASSESSMENT", cohort)
health("immunisations", "IMMUNISATIONS", cohort)
health("dental_check", "TEETH_CHECK", cohort)
health("development_assessment", "HEALTH_CHECK", cohort_aged(0, 4))
health("substance_misuse", "SUBSTANCE_MISUSE", cohort)
health("substance_misuse_treated", "INTERVENTION_RECEIVED",
       lambda c: all_of(c.twelve_months(), c.health("SUBSTANCE_MISUSE")))
percent("sdq_received", lambda c: c.has_score(),
        lambda c: all_of(c.twelve_months(), c.has_health_row(), c.aged(5, 16)),
        "Episodes", "OC2")
mean("sdq_mean", "score", lambda c: c.score(), scored, "Episodes", "OC2")
band("sdq_normal", 0, 13)
band("sdq_borderline", 14, 16)
band("sdq_concern", 17, 40)
health("convicted", "CONVICTED", cohort_aged(10, 17))

# ---- missing and away ------------------------------------------------------------------


def incidents(prefix, kind):
    percent(f"{prefix}_children", lambda c: c.incidents(kind) > 0, lambda c: c.in_year(),
            "Episodes", "Missing")
    mean(f"{prefix}_incidents", "incidents", lambda c: c.incidents(kind),
         lambda c: c.in_year() and c.incidents(kind) > 0, "Episodes", "Missing")


incidents("missing", "M")
incidents("away", "A")

# ---- mothers ---------------------------------------------------------------------------

percent("mothers", lambda c: c.mother(),
        lambda c: all_of(c.looked_after(), c.female(), c.aged_at_least(12)),
        "Episodes", "Header")

# ---- care leavers ----------------------------------------------------------------------


def leavers(first, last):
    def leaver(c):
        return c.care_leaver(first, last)

    def name(ending):
        return f"leavers_{first}_{last}_{ending}"

    percent(name("in_touch"), lambda c: c.in_touch(), leaver, "OC3")
    percent(name("in_education_or_work"),
            lambda c: c.activity_in(EDUCATION_OR_WORK), leaver, "OC3")
    percent(name("not_in_education_or_work"),
            lambda c: c.activity_in(NOT_IN_EDUCATION_OR_WORK), leaver, "OC3")
    percent(name("in_higher_education"),
            lambda c: c.activity_in(HIGHER_EDUCATION), leaver, "OC3")
    percent(name("in_suitable_accommodation"), lambda c: c.accommodation_suitable(),
            lambda c: all_of(leaver(c), c.accommodation_asked()), "OC3")


leavers(17, 18)
leavers(19, 21)
