"""Reports from outside: Derby's from published figures as HTML, Markdown and JSON.

Usage: page_test.py INDICARE_PROGRAM GOLDEN_MARKDOWN
"""
import html.parser
import json
import pathlib
import re
import subprocess
import sys

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(html.parser.HTMLParser):
    """What of a page the checks look at; an element left open or closed twice is an error."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.errors = [], [], []
        self.elements, self.headings, self.links, self.specifications = [], [], [], {}
        self.figures, self.in_specification = [], None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.elements.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "a":
            self.links.append(attributes["href"])
        if tag == "figure":
            self.figures.append(set())
        elif "figure" in self.open:
            self.figures[-1].add(attributes.get("class") or tag)
            self.figures[-1].add(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.in_specification = attributes.get("data-chart")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.errors.append(f"</{tag}> at {self.getpos()} closes {self.open[-1:]}")
            return
        self.open.pop()
        self.in_specification = None

    def handle_data(self, data):
        if self.in_specification:
            self.specifications[self.in_specification] = json.loads(data)


def check(holds, what):
    if not holds:
        sys.exit(f"page_test: {what}")


def check_page(text):
    page = Page()
    page.feed(text)
    page.close()
    check(not page.errors and not page.open, f"not well formed: {page.errors[:3]} {page.open}")
    check(len(page.ids) == len(set(page.ids)), "an id is there twice")
    check(page.headings.count(1) == 1 and page.headings[0] == 1, "not one h1, first")
    steps = zip(page.headings, page.headings[1:])
    check(all(after <= before + 1 for before, after in steps), "a heading leaves out a level")
    check(dict(page.elements[0][1]).get("lang") == "en-GB", "language")
    for link in page.links:
        check(link.startswith("#") and link[1:] in page.ids, f"link to {link}")
    for tag, attributes in page.elements:
        for name in ("src", "srcset", "href", "action", "data", "poster", "xlink:href"):
            asks = name in attributes and not attributes[name].startswith("#")
            check(not asks, f"{tag} asks for {attributes.get(name)}")
        check(tag not in ("link", "iframe", "object", "embed", "img"), f"a {tag}")
    for sheet in re.findall(r"<style>(.*?)</style>", text, re.S):
        check("url(" not in sheet and "@import" not in sheet, "a style asks for a file")
    check_charts(page)
    check_tables(text)
    return page


def check_charts(page):
    check(len(page.figures) >= 10, "few charts")
    check(len(page.specifications) == len(page.figures), "a chart without a specification")
    for parts in page.figures:
        for part in ("figcaption", "chart", "alternative", "table", "specification"):
            check(part in parts, f"a chart without {part}")
    for chart, specification in page.specifications.items():
        check(chart in page.ids and chart + "-text" in page.ids, f"{chart} has no place or text")
        check(specification["data"]["values"], f"{chart} has no data")
        check("url" not in json.dumps(specification), f"{chart} asks for data")


def check_tables(text):
    for table in re.findall(r"<table>(.*?)</table>", text, re.S):
        check(table.lstrip().startswith("<caption>"), "a table without a caption")
        heads = re.findall(r"<th\b[^>]*>", table)
        check(heads and all("scope=" in head for head in heads), "a heading without scope")
        rows = re.findall(r"<tr>(.*?)</tr>", table, re.S)
        widths = {len(re.findall(r"<t[hd]\b", row)) for row in rows}
        check(len(widths) == 1, f"a ragged table: {widths}")


def main():
    program, golden = sys.argv[1:]

    def report(*options):
        command = [program, "report", "--authority", "831", "--year", "2023", *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    text = report()
    check_page(text)
    for broken in (text.replace("</h2>", "", 1), text.replace("<caption>", "<p>", 1),
                   text.replace('id="sources"', 'id="summary"', 1),
                   text.replace("<head>", '<head><link href="https://example.org/a.css">', 1)):
        try:
            check_page(broken)
        except SystemExit:
            continue
        sys.exit("page_test: a broken page was let through")

    sentence = ("At 31 March 2023 there were 620 children in care, 7 fewer (1.1%) than the 627 a "
                "year before; 104 per 10,000 against 70 for England")
    check(sentence in text, "the sentence of children in care")

    markdown = report("--format", "md")
    check(markdown == pathlib.Path(golden).read_text(encoding="utf-8"),
          f"the Markdown is not that of {golden}; look at the difference, and keep the new one if "
          "it is right")

    data = json.loads(report("--format", "json"))
    rate = next(each for each in data["figures"] if each["indicator"] == "looked_after_rate")
    check([each["year"] for each in rate["trend"]["years"]] == [2019, 2020, 2021, 2022, 2023],
          "five years")
    check(len(data["neighbours"]) == 10 and data["sources"]["own_is_published"], "sources")

    for options, word in ((["--authority", "nowhere"], "nowhere"), ([], "whose figures")):
        refused = subprocess.run([program, "report", *options], capture_output=True, text=True)
        check(refused.returncode == 2 and word in refused.stderr, f"refusal of {options}")
    print("page_test: done")


main()
