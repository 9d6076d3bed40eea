"""A child's history: episodes joined over the returns, periods of care, placements."""

from datetime import date

SHORT_BREAKS = {"V3", "V4"}
TEMPORARY = {"T0", "T1", "T2", "T3", "T4"}
FOR_ADOPTION = {"A3", "A4", "A5", "A6"}
WITH_CURRENT_CARER = {"A3", "A5"}
FOSTERING_FOR_ADOPTION = {"U2", "U5"}


class Version:
    """One row of a return's Episodes, as it was read."""

    def __init__(self, return_year, decom, dec, codes):
        self.return_year = return_year
        self.decom = decom
        # A DEC that is not after its DECOM is read as blank.
        self.dec = dec if dec is not None and dec > decom else None
        self.codes = codes


class Episode:
    """An episode as the rules see it: [decom, end), end None when open-ended."""

    def __init__(self, version):
        self.decom = version.decom
        self.end = version.dec
        self.rne = version.codes["RNE"]
        self.ls = version.codes["LS"]
        self.need = version.codes["CIN"]
        self.place = version.codes["PLACE"]
        self.provider = version.codes["PLACE_PROVIDER"]
        self.rec = version.codes["REC"]
        self.home_post = version.codes["HOME_POST"]
        self.pl_post = version.codes["PL_POST"]
        self.urn = version.codes["URN"]
        # Leaves: REC is neither X1 nor blank; the date is its DEC.
        self.leaves = self.end is not None and self.rec not in ("", "X1")

    def end_without_leaving(self, day):
        self.end = day
        self.leaves = False

    @property
    def is_care(self):
        return self.ls not in SHORT_BREAKS

    @property
    def is_temporary(self):
        return self.place in TEMPORARY

    def holds(self, day):
        return self.decom <= day and (self.end is None or self.end > day)

    def touches(self, first, last):
        """DECOM <= last and (DEC blank or DEC > first)."""
        return self.decom <= last and (self.end is None or self.end > first)


class Period:
    """A period of care: contiguous care episodes."""

    def __init__(self, first, short_breaks):
        self.episodes = [first]
        self.first_decom = first.decom
        self.follows_short_break = any(s.end == first.decom for s in short_breaks)
        # Known when its first known episode has RNE = S, or when a V3/V4
        # episode of the child ends on that episode's DECOM.
        self.start_known = first.rne == "S" or self.follows_short_break

    def remaining(self):
        """Its episodes without the temporary ones."""
        return [e for e in self.episodes if not e.is_temporary]


class Placement:
    """A run of care episodes with the same carer."""

    def __init__(self, first, period, start_known):
        self.episodes = [first]
        self.period = period
        self.start = first.decom
        self.start_known = start_known

    @property
    def end(self):
        return self.episodes[-1].end

    def in_window(self, first, last):
        return self.start <= last and (self.end is None or self.end > first)


class History:
    """All that the returns given say of one child's episodes."""

    def __init__(self, versions, episode_returns):
        """`versions`: the child's rows, earlier returns first, each return in the
        order of its rows. `episode_returns`: years of the returns that give Episodes."""
        kept = without_corrected_away(latest_versions(versions))
        self.episodes = with_ends(kept, episode_returns)
        self.care = [e for e in self.episodes if e.is_care]
        self.short_breaks = [e for e in self.episodes if not e.is_care]
        self.periods = periods_of_care(self.care, self.short_breaks)

    def care_episode_on(self, day):
        return next((e for e in self.care if e.holds(day)), None)

    def period_of(self, episode):
        return next(p for p in self.periods if episode in p.episodes)

    def placements(self, fostering_for_adoption_is_new=False):
        return [placement for period in self.periods
                for placement in placements_of(period, fostering_for_adoption_is_new)]


def latest_versions(versions):
    """An episode is identified by CHILD and DECOM; the version in the latest
    return wins; of two rows in one return, the later row."""
    latest = {}
    for version in versions:
        latest[version.decom] = version
    return sorted(latest.values(), key=lambda v: v.decom)


def without_corrected_away(latest):
    """An episode whose DECOM lies inside an episode that a later return holds is
    dropped; judged on the latest versions, a dropped one still drops others."""

    def corrected_away(version):
        return any(other.return_year > version.return_year
                   and other.decom < version.decom
                   and (other.dec is None or version.decom < other.dec)
                   for other in latest)

    return [v for v in latest if not corrected_away(v)]


def with_ends(versions, episode_returns):
    """Stale open episodes end on 1 April after their last return; an episode
    without DEC, or that overlaps the next one, ends on the next one's DECOM."""
    episodes = []
    for index, version in enumerate(versions):
        episode = Episode(version)
        stale = any(year > version.return_year for year in episode_returns)
        if episode.end is None and stale:
            episode.end_without_leaving(date(version.return_year, 4, 1))
        if index + 1 < len(versions):
            next_decom = versions[index + 1].decom
            if episode.end is None or episode.end > next_decom:
                episode.end_without_leaving(next_decom)
        episodes.append(episode)
    return episodes


def periods_of_care(care, short_breaks):
    """A new period begins at an episode with RNE = S, at one whose DECOM is not the
    DEC of the care episode before it, or after one by which the child leaves."""
    periods = []
    before = None
    for episode in care:
        begins = (before is None or episode.rne == "S"
                  or episode.decom != before.end or before.leaves)
        if begins:
            periods.append(Period(episode, short_breaks))
        else:
            periods[-1].episodes.append(episode)
        before = episode
    return periods


def whereabouts(episode):
    return (episode.place, episode.provider, episode.pl_post, episode.urn)


def begins_placement(episode, before, after_temporary, fostering_for_adoption_is_new):
    """`before`: the last remaining episode before it in the same period;
    `after_temporary`: it directly follows dropped temporary episodes."""
    if before is None:
        return True
    if (fostering_for_adoption_is_new and episode.place in FOSTERING_FOR_ADOPTION
            and episode.place != before.place):
        return True
    if episode.place in WITH_CURRENT_CARER:
        return False
    if after_temporary:
        return whereabouts(episode) != whereabouts(before)
    return episode.rne in ("S", "P", "B")


def placement_start_known(episode, before, after_temporary):
    """RNE S; or P or B, not A3/A5 and no dropped temporary episode directly before;
    or another remaining episode of the period before it."""
    return (episode.rne == "S"
            or (episode.rne in ("P", "B") and episode.place not in WITH_CURRENT_CARER
                and not after_temporary)
            or before is not None)


def placements_of(period, fostering_for_adoption_is_new):
    placements = []
    before = None
    after_temporary = False
    for episode in period.episodes:
        if episode.is_temporary:
            after_temporary = True
            continue
        if begins_placement(episode, before, after_temporary, fostering_for_adoption_is_new):
            known = placement_start_known(episode, before, after_temporary)
            placements.append(Placement(episode, period, known))
        else:
            placements[-1].episodes.append(episode)
        before = episode
        after_temporary = False
    return placements
