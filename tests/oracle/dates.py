"""Dates: months, reporting years, ages (section 1 of the rules)."""

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def last_day_of_month(year, month):
    """The last date of a month."""
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)
    return following - ONE_DAY


def minus_months(day, months):
    """The last day of a month goes to the last day of the target month;
    otherwise the day is clamped to the month's length."""
    count = day.year * 12 + (day.month - 1) - months
    year, month = count // 12, count % 12 + 1
    target_end = last_day_of_month(year, month)
    if day == last_day_of_month(day.year, day.month):
        return target_end
    return date(year, month, min(day.day, target_end.day))


def reporting_year(day):
    """The year Y whose 1 April Y-1 to 31 March Y holds the day."""
    return day.year if (day.month, day.day) <= (3, 31) else day.year + 1


def year_start(year):
    return date(year - 1, 4, 1)


def year_end(year):
    return date(year, 3, 31)


def birthday(born, year):
    """Born on 29 February: a year older on 1 March in common years."""
    if (born.month, born.day) == (2, 29) and last_day_of_month(year, 2).day == 28:
        return date(year, 3, 1)
    return date(year, born.month, born.day)


def age(born, day):
    """Completed years; None when the date of birth is unknown."""
    if born is None:
        return None
    years = day.year - born.year
    return years if birthday(born, day.year) <= day else years - 1


class Window:
    """A scorecard is as at D and looks at [S, D], S = D - 1 year + 1 day."""

    def __init__(self, as_at):
        self.D = as_at
        self.S = minus_months(as_at, 12) + ONE_DAY
        self.two_years_start = minus_months(as_at, 24) + ONE_DAY
        self.months_24_before = minus_months(as_at, 24)
        self.months_30_before = minus_months(as_at, 30)

    def years(self):
        """The reporting years that overlap [S, D]."""
        return range(reporting_year(self.S), reporting_year(self.D) + 1)
