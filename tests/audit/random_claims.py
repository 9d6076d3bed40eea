"""Random small systems of claims, as text: some told of true counts, some with a figure changed."""

from claims_language import RULES, rounded
from fractions import Fraction

WIDTHS = {1: 40, 2: 24, 3: 12, 4: 7, 5: 5}


class System:
    """The lines of a system, each unknown behind a prefix of its own."""

    def __init__(self, random, prefix, rule, honest):
        self.random, self.rule, self.honest = random, rule, honest
        self.names = [prefix + letter for letter in "abcde"[: random.choice((1, 2, 2, 3, 3, 3, 4, 5))]]
        self.truth, self.lines = {}, []
        count = len(self.names)
        for name in self.names:
            width = random.randint(1, WIDTHS[count])
            least = random.choice((0, 0, 0, 1, random.randint(0, 30)))
            self.truth[name] = random.randint(least, least + width)
            self.lines.append(f"{name} in {least}..{least + width}")
        for _ in range(random.randint(1, 7 if count < 4 else 4)):
            self.lines.append(self.claim())
        if random.random() < 0.3:
            random.shuffle(self.lines)
        if random.random() < 0.1:
            self.lines.append(f"? {self.names[0]} = 77  # not confirmed")
        if random.random() < 0.1:
            self.lines.append(f"shared {self.names[0]}")

    def text(self):
        return "\n".join(self.lines) + "\n"

    def sum(self, most=2):
        """The text of a sum, and what it truly comes to."""
        random = self.random
        names = random.sample(self.names, random.randint(1, min(most, len(self.names))))
        text, value = "", 0
        for name in names:
            factor = random.choice((1, 1, 1, 1, 2, 3))
            sign = random.choice((1, 1, 1, -1)) if text else 1
            text += (" + " if sign > 0 else " - ") if text else ""
            text += {1: ""}.get(factor, random.choice((f"{factor} ", f"{factor} * ", f"{factor}*"))) + name
            value += sign * factor * self.truth[name]
        if random.random() < 0.1:
            number = random.randint(1, 4)
            text += f" + {number}"
            value += number
        return text, value

    def some(self):
        name = self.random.choice(self.names)
        return name, self.truth[name]

    def figure(self, above, below, per):
        """The print of per * above / below with its `~` and sign; a wrong one at times."""
        random = self.random
        places = random.choice((0, 0, 0, 1, 1, 2))
        nearest = random.choice((5, 10, 2)) if random.random() < 0.12 else None
        unit = Fraction(nearest) if nearest else Fraction(1, 10**places)
        rule = random.choice(RULES) if self.rule == "any" else self.rule
        # Nothing to count among: whatever is printed is false.
        value = rounded(Fraction(above * per, below), unit, rule) if below > 0 else 7 * unit
        if not self.honest and random.random() < 0.4:
            value += unit * random.choice((-3, -2, -1, -1, 1, 1, 2, 3))
        if not self.honest and not nearest and random.random() < 0.03:
            value += Fraction(1, 10**places)
        sign = "-" if value < 0 else random.choice(("", "", "", "+")) if value > 0 else ""
        digits = f"{abs(value.numerator * (10**12 // value.denominator)):013d}"
        whole, part = f"{int(digits[:-12]):,}", digits[-12:][: 0 if nearest else places]
        return (f" ~{nearest}" if nearest else ""), sign + whole + ("." + part if part else "")

    def claim(self):
        random = self.random
        kind = random.choice(("count", "near", "percent", "percent", "per", "per", "mean", "change",
                              "both", "relation", "relation", "range"))
        wrong = 0 if self.honest or random.random() < 0.6 else random.choice((-2, -1, 1, 2))
        if kind == "count":
            text, value = self.some() if random.random() < 0.6 else self.sum()
            return f"{text} = {value + wrong}"
        if kind == "near":
            text, value = self.sum()
            nearest = random.choice((10, 5, 5, 3))
            rule = random.choice(RULES) if self.rule == "any" else self.rule
            printed = int(rounded(Fraction(value), nearest, rule)) + wrong * nearest
            return f"{text} ~{nearest} = {printed}"
        if kind == "relation":
            return self.relation(wrong)
        if kind == "range":
            text, value = self.sum()
            if value < 0:
                return f"{text} <= {value + 1}"
            least = max(value - random.randint(0, 3) + wrong, 0)
            return f"{text} in {least}..{max(value + wrong, least) + random.randint(0, 3)}"
        if kind in ("change", "both"):
            return self.change(kind == "both", wrong)
        return self.counted_among(kind)

    def counted_among(self, kind):
        """A share, a rate or a mean. Told of true counts, it is left out where there is none."""
        for _ in range(20):
            above, number = self.some() if self.random.random() < 0.7 else self.sum()
            below, among = self.some() if self.random.random() < 0.7 else self.sum()
            fits = among >= 1 and (kind != "percent" or 0 <= number <= among)
            if fits or (not self.honest and self.random.random() < 0.2):
                break
        else:
            return self.relation(0)
        if kind == "percent":
            nearest, printed = self.figure(number, among, 100)
            return f"percent {above} of {below}{nearest} = {printed}" + self.random.choice(("%", ""))
        if kind == "mean":
            nearest, printed = self.figure(number, among, 1)
            return f"mean {above} / {below}{nearest} = {printed}"
        per = self.random.choice((10, 100, 1000, 10000, 7, 1))
        nearest, printed = self.figure(number, among, per)
        return f"{above} per {per} {below}{nearest} = {printed}"

    def change(self, is_both, wrong):
        (before, was), (after, now) = self.some(), self.some()
        if was < 1 and self.honest:
            return self.relation(0)
        nearest, printed = self.figure(now - was, was, 100)
        if not is_both:
            return f"change {before} -> {after}{nearest} = {printed}%"
        difference = now - was + wrong
        if not nearest:
            # Without a sign, the percentage has that of the difference.
            told = printed.lstrip("-+")
            if printed.startswith("-") != (difference < 0) or self.random.random() < 0.3:
                told = printed if printed[0] in "+-" else "+" + printed
            return f"change {before} -> {after} = {difference} ({told}%)"
        return f"change {before} -> {after} = {difference}"

    def relation(self, wrong):
        random = self.random
        left, value = self.sum(3)
        right, other = self.sum()
        value += wrong
        sign = random.choice(("=", "<=", ">=", "<", ">"))
        gap = value - other
        if sign == "<=":
            gap += random.randint(0, 2)
        elif sign == ">=":
            gap -= random.randint(0, 2)
        elif sign == "<":
            gap += random.randint(1, 2)
        elif sign == ">":
            gap -= random.randint(1, 2)
        if gap:
            right += f" {'+' if gap > 0 else '-'} {abs(gap)}"
        return f"{left} {sign} {right}"
