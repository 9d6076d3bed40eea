"""Confidence limits to fifty digits, by other ways than the library's, with mpmath.

Every function gives a number whose first fifty digits are certain, or a Fraction where the number is a ratio that is
known. `rounded` prints it, and refuses to where those digits do not say which way it rounds.

The limits of counts (Poisson, binomial) are found by Newton's method on the logarithm of the tail, which is a sum of
terms of the distribution, and then held to what they are by definition: the tail a little below and a little above.
"""

import functools
from fractions import Fraction
from math import comb

import mpmath
from mpmath import mpf

mpmath.mp.dps = 90
BITS = 360  # of the sums in fixed point
CERTAIN = mpf(10) ** -50  # of every number, in parts of it


class Uncertain(Exception):
    """The digits at hand do not say which way the number rounds."""


def number(value):
    """The ratio as a floating number of mpmath."""
    return mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else mpf(value)


def level_of(text):
    """The level as a part of 1: above 1 the text is percent."""
    level = Fraction(text)
    return level / 100 if level > 1 else level


def tail_of(text):
    return (1 - level_of(text)) / 2


@functools.lru_cache(None)
def z_of(text):
    return mpmath.sqrt(2) * mpmath.erfinv(number(level_of(text)))


def rounded(value, decimals):
    """The number with so many decimals, a tie away from zero. Zero has no sign."""
    if isinstance(value, (Fraction, int)):
        scaled = abs(Fraction(value)) * 10**decimals
        units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    else:
        scaled = abs(value) * 10**decimals
        units = int(mpmath.floor(scaled + mpf(1) / 2))
        for boundary in (units - mpf(1) / 2, units + mpf(1) / 2):
            if abs(scaled - boundary) <= max(mpf(10) ** -25, mpf(10) ** -40 * scaled):
                raise Uncertain(value)
    digits = str(units).rjust(decimals + 1, "0")
    text = digits[: len(digits) - decimals] + ("." + digits[len(digits) - decimals :] if decimals else "")
    return "-" + text if value < 0 and units else text


# Closed forms


def wilson_share(counted, among, confidence):
    """Both limits as parts of 1."""
    z = z_of(confidence)
    share = mpf(counted) / among
    middle = 2 * counted + z * z
    half = z * mpmath.sqrt(z * z + 4 * counted * (1 - share))
    below = 2 * (among + z * z)
    lower = Fraction(0) if counted == 0 else (middle - half) / below
    upper = Fraction(1) if counted == among else (middle + half) / below
    return lower, upper


def wilson(counted, among, per, confidence):
    return tuple(limit * per for limit in wilson_share(counted, among, confidence))


def byar(events, population, per, confidence):
    z = z_of(confidence)

    def bound(count, side):
        return count * (1 - mpf(1) / (9 * count) + side * z / (3 * mpmath.sqrt(count))) ** 3

    scale = mpf(per) / population
    return Fraction(0) if events == 0 else bound(events, -1) * scale, bound(events + 1, 1) * scale


def newcombe(x1, n1, x2, n2, per, confidence):
    l1, u1 = wilson_share(x1, n1, confidence)
    l2, u2 = wilson_share(x2, n2, confidence)
    p1, p2 = Fraction(x1, n1), Fraction(x2, n2)

    def distance(a, b):
        return mpmath.sqrt(a * a + b * b)

    def apart(share, limit):
        return number(share) - number(limit)

    def ended(side, width):
        return (p1 - p2) * per if width == 0 else (number(p1 - p2) + side * width) * per

    return ended(-1, distance(apart(p1, l1), apart(p2, u2))), ended(1, distance(apart(p1, u1), apart(p2, l2)))


# Limits by their tails


def solve(tail, log_tail_and_slope, start):
    """Where the tail is what it is to be. Newton's method on its logarithm, then the definition of the answer."""
    wanted = mpmath.log(number(tail))
    at = start
    for _ in range(100):
        log_tail, slope = log_tail_and_slope(at)
        step = (log_tail - wanted) / slope
        at -= step
        if abs(step) <= mpf(10) ** -65 * max(abs(at), mpf(10) ** -15):
            break
    else:
        raise Uncertain(at)
    little = CERTAIN * abs(at)
    sides = [log_tail_and_slope(at + side * little)[0] - wanted for side in (-1, 1)]
    if sides[0] * sides[1] >= 0:
        raise Uncertain(at)
    return at


def sum_of_terms(first_factor, factors):
    """1 + f1 + f1 f2 + ..., each f being `first_factor` times a ratio of whole numbers, until nothing is added."""
    fixed = int(mpmath.floor(mpmath.ldexp(first_factor, BITS)))
    total = term = 1 << BITS
    for above, below in factors:
        term = ((term * fixed) >> BITS) * above // below
        if term == 0:
            break
        total += term
    return mpmath.ldexp(mpf(total), -BITS)


@functools.lru_cache(None)
def log_factorial(count):
    return mpmath.loggamma(count + 1)


def counting_up(count):
    while True:
        count += 1
        yield 1, count


def poisson_at_least(events, log_mean):
    """The logarithm of P(X >= events), and its slope against that of the mean."""
    mean = mpmath.exp(log_mean)
    log_term = events * log_mean - mean - log_factorial(events)
    total = sum_of_terms(mean, counting_up(events))
    return log_term + mpmath.log(total), events / total


def poisson_at_most(events, log_mean):
    mean = mpmath.exp(log_mean)
    log_term = events * log_mean - mean - log_factorial(events)
    total = sum_of_terms(1 / mean, ((count, 1) for count in range(events, 0, -1)))
    return log_term + mpmath.log(total), -mean / total


@functools.lru_cache(None)
def poisson_events(events, confidence):
    """Both limits of the number of events itself."""
    tail = tail_of(confidence)
    z = z_of(confidence)

    def start(count, side):
        guess = count * (1 - mpf(1) / (9 * count) + side * z / (3 * mpmath.sqrt(count))) ** 3
        return mpmath.log(max(guess, mpf(count) / 1000))

    if events == 0:
        return Fraction(0), -mpmath.log(number(tail))
    lower = solve(tail, lambda at: poisson_at_least(events, at), start(events, -1))
    upper = solve(tail, lambda at: poisson_at_most(events, at), start(events + 1, 1))
    return mpmath.exp(lower), mpmath.exp(upper)


def poisson(events, population, per, confidence):
    scale = Fraction(per, population)
    lower, upper = poisson_events(events, confidence)
    return lower * scale if events == 0 else lower * number(scale), upper * number(scale)


def exact_root(value, degree):
    """The root of a Fraction where it is a Fraction itself, else nothing."""

    def whole(n):
        guess = int(mpmath.nint(mpmath.root(n, degree)))
        return guess if guess**degree == n else None

    if degree > 1000:
        return None
    above, below = whole(value.numerator), whole(value.denominator)
    return None if above is None or below is None else Fraction(above, below)


def binomial_at_least(counted, among, log_odds):
    """The logarithm of P(X >= counted) where the share has these odds, and its slope against their logarithm."""
    odds = mpmath.exp(log_odds)
    log_term = (
        log_factorial(among)
        - log_factorial(counted)
        - log_factorial(among - counted)
        + counted * log_odds
        - among * mpmath.log1p(odds)
    )
    left = among - counted
    total = sum_of_terms(odds, ((left - i, counted + 1 + i) for i in range(left)))
    return log_term + mpmath.log(total), counted / (1 + odds) / total


@functools.lru_cache(None)
def binomial_lower_odds(counted, among, tail):
    """The odds (share to what is left) of which so many or more have that tail; 0 < counted < among."""
    # A start from the ends of the normal approximation to the logarithm of the odds.
    z = mpmath.sqrt(2) * mpmath.erfinv(1 - 2 * number(tail))
    spread = mpmath.sqrt(mpf(1) / counted + mpf(1) / (among - counted))
    start = mpmath.log(mpf(counted) / (among - counted)) - z * spread
    return mpmath.exp(solve(tail, lambda at: binomial_at_least(counted, among, at), start))


def binomial_lower(counted, among, tail):
    """The lower limit as a part of 1."""
    if counted == 0:
        return Fraction(0)
    if counted == among:
        root = exact_root(tail, among)
        return mpmath.root(number(tail), among) if root is None else root
    odds = binomial_lower_odds(counted, among, tail)
    return odds / (1 + odds)


def clopper_pearson(counted, among, per, confidence):
    tail = tail_of(confidence)
    return per * binomial_lower(counted, among, tail), per * (1 - binomial_lower(among - counted, among, tail))


def change_of_rate(x1, n1, x2, n2, confidence):
    """In percent of the second rate; nothing where it has no events."""
    if x2 == 0:
        return None
    tail = tail_of(confidence)
    events = x1 + x2

    def change(share):
        if isinstance(share, Fraction):
            return 100 * (share / (1 - share) * Fraction(n2, n1) - 1)
        return 100 * (share / (1 - share) * n2 / n1 - 1)

    return change(binomial_lower(x1, events, tail)), change(1 - binomial_lower(x2, events, tail))


# Student's t


def t_level(freedom, t):
    """P(-t < T < t): the finite sums for a whole number of degrees of freedom (Abramowitz and Stegun 26.7.3, 26.7.4), and
    of many the incomplete beta function (26.7.1)."""
    if freedom > 2000:
        return mpmath.betainc(mpf(1) / 2, mpf(freedom) / 2, 0, t * t / (freedom + t * t), regularized=True)
    angle = mpmath.atan(t / mpmath.sqrt(freedom))
    cosine = 1 / mpmath.sqrt(1 + t * t / freedom)
    sine = t / mpmath.sqrt(freedom) * cosine
    odd = freedom % 2
    term = total = mpf(0) if freedom == 1 else cosine if odd else mpf(1)
    for i in range(2 if odd else 1, freedom - 2, 2):
        term = term * cosine * cosine * i / (i + 1)
        total += term
    return 2 / mpmath.pi * (angle + sine * total) if odd else sine * total


@functools.lru_cache(None)
def t_quantile(freedom, confidence):
    level = number(level_of(confidence))
    if freedom == 1:
        return mpf(1) if level == mpf(1) / 2 else mpmath.tan(mpmath.pi / 2 * level)
    log_constant = mpmath.loggamma(mpf(freedom + 1) / 2) - mpmath.loggamma(mpf(freedom) / 2)
    constant = 2 * mpmath.exp(log_constant) / mpmath.sqrt(freedom * mpmath.pi)
    t = z_of(confidence)
    t = t + (t**3 + t) / (4 * freedom) if freedom > 30 else t  # below the quantile: Newton goes up from there
    for _ in range(300):
        slope = constant * (1 + t * t / freedom) ** (-mpf(freedom + 1) / 2)
        step = (level - t_level(freedom, t)) / slope
        t += step
        if abs(step) <= mpf(10) ** -65 * t:
            break
    else:
        raise Uncertain(t)
    little = CERTAIN * t
    if not t_level(freedom, t - little) < level < t_level(freedom, t + little):
        raise Uncertain(t)
    return t


def student_t(count, total, squares, confidence):
    mean = Fraction(total, count)
    spread = Fraction(count * squares - total * total, count * count * (count - 1))
    if spread == 0:
        return mean, mean
    if count == 2 and level_of(confidence) == Fraction(1, 2):
        root = exact_root(spread, 2)  # t is 1: the limits are the two values
        return mean - root, mean + root
    half = t_quantile(count - 1, confidence) * mpmath.sqrt(number(spread))
    return number(mean) - half, number(mean) + half


# Conditional tests, in whole numbers


def conditional_test(weights, counted):
    """As few, as many, and two-sided, from the weights of 0, 1, 2 ... in the first group (None: cannot be)."""
    total = sum(weight for weight in weights if weight)
    here = weights[counted]
    return tuple(
        Fraction(sum(chosen), total)
        for chosen in (
            weights[: counted + 1],
            weights[counted:],
            [weight for weight in weights if weight <= here],
        )
    )


def test_shares(x1, n1, x2, n2):
    counted = x1 + x2
    return conditional_test([comb(n1, i) * comb(n2, counted - i) for i in range(counted + 1)], x1)


def test_rates(x1, n1, x2, n2):
    events = x1 + x2
    return conditional_test([comb(events, i) * n1**i * n2 ** (events - i) for i in range(events + 1)], x1)
