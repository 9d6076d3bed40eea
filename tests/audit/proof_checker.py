"""Checks a certificate of impossibility by adding inequalities: nothing else is known here."""

from claims_language import tightened

GREATEST = 10**9


def fault_of_inequalities(proof, claims, members, rules):
    """Whether each inequality of a proof follows from the claim that it is said to be of; what not."""
    own = {}
    for inequality in proof["inequalities"]:
        claim = inequality["claim"]
        if claim not in members:
            return f"an inequality is of claim {claim}, which is not in the conflict"
        if claim not in own:
            own[claim] = [tightened(each) for each in claims[claim].inequalities(rules)]
        terms = tuple(sorted(inequality["terms"].items()))
        if not any(terms == its_terms and inequality["at_most"] >= bound
                   for its_terms, bound in own[claim]) and ((), -1) not in own[claim]:
            return f"{inequality} does not follow from {claims[claim].text!r}: {own[claim]}"
    return None


class Ranges(dict):
    """What is known of each unknown; from 0 to 10^9 in the beginning."""

    def __missing__(self, name):
        return 0, GREATEST

    def bounded(self, line, is_opposite=False):
        ranges = Ranges(self)
        least, most = self[line["unknown"]]
        if ("at_least" in line) != is_opposite:
            number = line["at_least"] if not is_opposite else line["at_most"] + 1
            ranges[line["unknown"]] = max(least, number), most
        else:
            number = line["at_most"] if not is_opposite else line["at_least"] - 1
            ranges[line["unknown"]] = least, min(most, number)
        return ranges


def fault_of_lines(lines, inequalities, ranges):
    """Whether the lines lead to a contradiction; what is wrong with them."""
    for at, line in enumerate(lines):
        fault = fault_of_line(line, inequalities, ranges)
        if fault:
            return fault
        if line.get("contradiction"):
            return None if at == len(lines) - 1 else "lines after a contradiction"
        ranges = ranges.bounded(line)
    return "no contradiction at the end"


def fault_of_line(line, inequalities, ranges):
    if "refute_opposite" in line:
        if line.get("contradiction"):
            return "an indirect line without a bound"
        return fault_of_lines(line["refute_opposite"], inequalities, ranges.bounded(line, True))
    total, bound = {}, 0
    for index, times in line["add"]:
        if times <= 0 or not 0 <= index < len(inequalities):
            return f"{times} times inequality {index}"
        bound += times * inequalities[index]["at_most"]
        for name, count in inequalities[index]["terms"].items():
            total[name] = total.get(name, 0) + times * count
    own = total.pop(line["unknown"], 0) if not line.get("contradiction") else 0
    for name, count in total.items():
        least, most = ranges[name]
        bound -= count * (least if count > 0 else most)
    if line.get("contradiction"):
        return None if bound < 0 else f"no contradiction: {line}"
    if "at_most" in line:
        follows = own > 0 and own * (line["at_most"] + 1) > bound
    else:
        follows = own < 0 and own * (line["at_least"] - 1) > bound
    return None if follows else f"the bound does not follow: {line}, {own} of it are at most {bound}"


def fault_of(proof, claims, members, rules):
    """What is wrong with the proof that some claims are impossible together; nothing if it is right."""
    return fault_of_inequalities(proof, claims, members, rules) or fault_of_lines(
        proof["lines"], proof["inequalities"], Ranges())
