"""Fills every field of every table with secrets, in sound and in broken rows, and looks for them in all that comes out of
each command with --anonymous: standard output, standard error, files, the parts of workbooks.

Usage: anonymous_test.py PROGRAM RETURNS_FOLDER [workbook]
"""

import csv
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

program, returns = sys.argv[1:3]
has_workbook = "workbook" in sys.argv[3:]

BORN = "07/09/2009"
BIRTHS = [BORN, "08/10/2008", "07/09/2004", "09/11/2030", "11/12/2021"]
HOME, PLACED = "XQ9 7QX", "XQ8 6QY"
URN = "SECRETURN"

# A sound row of each table, but for CHILD, which comes first.
TABLES = {
    "header": {"SEX": "2", "DOB": BORN, "ETHNIC": "WBRI", "UPN": "SECRETUPN1", "MOTHER": "1", "MC_DOB": "11/12/2021"},
    "episodes": {"DECOM": "01/06/2022", "RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U4", "PLACE_PROVIDER": "PR1",
                 "DEC": "", "REC": "", "REASON_PLACE_CHANGE": "", "HOME_POST": HOME, "PL_POST": PLACED, "URN": URN},
    "uasc": {"SEX": "2", "DOB": BORN, "DUC": "05/05/2022"},
    "reviews": {"DOB": BORN, "REVIEW": "02/07/2022", "REVIEW_CODE": "PN1"},
    "oc2": {"DOB": BORN, "SDQ_SCORE": "12", "SDQ_REASON": "", "CONVICTED": "1", "HEALTH_CHECK": "", "IMMUNISATIONS": "1",
            "TEETH_CHECK": "1", "HEALTH_ASSESSMENT": "1", "SUBSTANCE_MISUSE": "0", "INTERVENTION_RECEIVED": "",
            "INTERVENTION_OFFERED": ""},
    "oc3": {"DOB": BORN, "IN_TOUCH": "YES", "ACTIV": "F1", "ACCOM": "B1"},
    "ad1": {"DOB": BORN, "DATE_INT": "01/05/2022", "DATE_MATCH": "01/06/2022", "FOSTER_CARE": "0", "NB_ADOPTR": "1",
            "SEX_ADOPTR": "M1", "LS_ADOPTR": "L0"},
    "placed": {"DOB": BORN, "DATE_PLACED": "01/06/2022", "DATE_PLACED_CEASED": "", "REASON_PLACED_CEASED": ""},
    "previous": {"DOB": BORN, "PREV_PERM": "P1", "LA_PERM": "SECRETLA", "DATE_PERM": "01/02/2015"},
    "missing": {"DOB": BORN, "MISSING": "M", "MIS_START": "03/06/2022", "MIS_END": "04/06/2022"},
    "workers": {"DOB": BORN, "SW_ID": "SECRETWORKER", "SW_DECOM": "01/06/2022", "SW_DEC": "", "SW_REASON": "FCONTA"},
    "dolo": {"DOB": BORN, "DOLO_START": "01/06/2022", "DOLO_END": "02/06/2022"},
}
# A day in these is a fact of the care of a child, whatever it was meant to be.
DAYS_OF_CARE = {"DECOM", "DEC", "DUC", "REVIEW", "DATE_INT", "DATE_MATCH", "DATE_PLACED", "DATE_PLACED_CEASED", "DATE_PERM",
                "MIS_START", "MIS_END", "SW_DECOM", "SW_DEC", "DOLO_START", "DOLO_END"}


def line_of(child, row, **other):
    return ",".join([child, *{**row, **other}.values()])


def table_of(name):
    """Sound rows of two children, each column in turn that holds a secret, rows that are shifted, cut and broken."""
    row = TABLES[name]
    lines = ["CHILD," + ",".join(row)]
    lines += [line_of(f"SECRETSOUND{number}", row) for number in (1, 2)]
    lines += [line_of(f"SECRETCHILD{number}", row, **{column: f"SECRET{column}"}) for number, column in enumerate(row)]
    lines += [line_of(f"SECRETDAY{number}", row, **{column: BORN}) for number, column in enumerate(row)
              if column not in DAYS_OF_CARE]
    lines += [line_of("SECRET", dict.fromkeys(row, "SECRETALL")),
              ",".join([*row.values(), "SECRETSHIFTED"]),
              ",".join(["SECRETSHIFTED", "SECRETNAME", *list(row.values())[:-1]]).replace(BORN, "SECRETBORN"),
              line_of("", row), line_of("SECRET" * 50, row), line_of("SECRET\0NUL", row),
              "SECRETSHORT", line_of("SECRETLONG", row) + ",SECRET",
              'SECRETQUOTE,"SECRET"SECRET,' + ",".join(row.values()),
              "SECRETHUGE" * 120_000, ",".join(["SECRETMANY"] * 5_000)]
    return "\n".join(lines) + '\n"SECRETUNCLOSED,' + ",".join(row.values()) + "\n"


def more_episodes():
    """Episodes that do not follow from each other, of children of whom the tables disagree."""
    row = TABLES["episodes"]
    lines = ["CHILD," + ",".join(row)]
    for number, others in enumerate([
            [{"DEC": "01/05/2022", "REC": "E4A"}], [{"REC": "E4A"}], [{"REC": "X1"}], [{"DEC": "01/06/2022", "REC": "E4A"}],
            [{}, {"PLACE": "K2"}], [{}, {"DECOM": "01/07/2022"}], [{"DECOM": "01/06/2024"}], [{"DECOM": "01/06/2005"}],
            [{"DEC": "01/08/2022", "REC": "E4A"}, {"DECOM": "01/07/2022"}], [{"LS": "E1", "CIN": "", "PLACE_PROVIDER": ""}],
            [{"DEC": "01/07/2022", "REC": "E11"}], [{"PLACE": "T1"}], [{"PLACE": "P1"}, {"DECOM": "02/07/2022", "RNE": "L"}]]):
        lines += [line_of(f"SECRETLIFE{number}", row, **other) for other in others]
    lines.append(line_of("SECRETLEAVER", row, DECOM="01/06/2016"))
    return "\n".join(lines) + "\n"


XML = f"""<EXPSSDA903><CHILD name="SECRETATTRIBUTE"><HEADER><CHILDID>SECRETXML</CHILDID><CHILDID>SECRETAGAIN</CHILDID>
<DOB>{BORN}</DOB><SEX>SECRETSEX</SEX><UASC>SECRETFLAG</UASC><DUC>SECRETDUC</DUC>SECRETSTRAY</HEADER>
<EPISODE><DECOM>SECRETDECOM</DECOM><HOME_POST>{HOME}</HOME_POST></EPISODE>
<EPISODE><DECOM>01/06/2022</DECOM><RNE>S</RNE><LS>C2</LS><PL>SECRETPLACE</PL></EPISODE></CHILD>
<CHILD><HEADER><CHILDID>SECRETCUT</CHILDID><DOB>SECRET"""


def write_returns(folder):
    year = pathlib.Path(folder, "2023")
    year.mkdir(parents=True)
    for name in TABLES:
        (year / f"{name}.csv").write_text(table_of(name), encoding="utf-8")
    (year / "life.csv").write_text(more_episodes(), encoding="utf-8")
    (year / "births.csv").write_text(
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nSECRETSOUND1,1,08/10/2008,WBRI,SECRETUPN1,1,11/12/2021\n"
        "SECRETLEAVER,1,07/09/2004,WBRI,SECRETUPN1,,\nSECRETLATE,1,09/11/2030,WBRI,SECRETUPN1,,\n", encoding="utf-8")
    (year / "left.csv").write_text("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nSECRETLEAVER,07/09/2004,YES,F1,B1\n", encoding="utf-8")
    (year / "years.csv").write_text("CHILD,YEAR,DOB,IN_TOUCH,ACTIV,ACCOM\nSECRETYEAR,SECRETYEAR,,YES,,\n", encoding="utf-8")
    (year / "nameless.csv").write_text("SECRETFIRST,SECRETSECOND\n", encoding="utf-8")
    (year / "workbook.csv").write_text("SECRETFIRST,SECRETSECOND\n", encoding="utf-16")
    (year / "twice.csv").write_text("CHILD,DOB,DOB,IN_TOUCH,ACTIV,ACCOM\nSECRETTWICE,,,YES,,\n", encoding="utf-8")
    before = pathlib.Path(folder, "2022")
    before.mkdir()
    row = TABLES["episodes"]
    for name in TABLES:
        (before / f"{name}.csv").write_text("CHILD," + ",".join(TABLES[name]) + "\n" +
                                            (line_of("SECRETGONE", row, DECOM="01/06/2021") + "\n" if name == "episodes" else ""),
                                            encoding="utf-8")
    (pathlib.Path(folder) / "2023.xml").write_text(XML, encoding="utf-8")
    (pathlib.Path(folder) / "postcodes.csv").write_text(
        f"postcode,easting,northing,la\n{HOME},SECRETEAST,300000,999\n{PLACED},400000,300000,999\nSECRETROW\n", encoding="utf-8")
    (pathlib.Path(folder) / "population.csv").write_text(
        'authority,year,population\n999,2023,60000\n999,2022,60000\n999,SECRETYEAR,SECRET\nSECRET\n"SECRET"SECRET\n', encoding="utf-8")


def spelt(day):
    date, month, year = day.split("/")
    return [day, f"{year}-{month}-{date}", f"{year}{month}{date}", f"{date}/{month}/{year[2:]}"]


HIDDEN = ["secret", HOME.lower(), PLACED.lower(), HOME.replace(" ", "").lower(), PLACED.replace(" ", "").lower(),
          "07/09/2022", "2022-09-07"]  # the birthday of a care leaver
HIDDEN += [text for day in BIRTHS for text in spelt(day)]


def texts_of(file):
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as parts:
            return [parts.read(name) for name in parts.namelist()]
    return [file.read_bytes()]


def expect_no_secret(text, where):
    lowered = text.decode("utf-8", "replace").lower()
    for hidden in HIDDEN:
        at = lowered.find(hidden)
        assert at < 0, (where, lowered[max(0, at - 200):at + 100])


def run(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, check=False)


def expect_silence(folder, *arguments, statuses=(1,)):
    """Runs a command with --anonymous, and looks through all that it said and wrote; its standard output."""
    before = set(pathlib.Path(folder).rglob("*"))
    done = run(*arguments, "--anonymous", "--findings", "100000")
    assert done.returncode in statuses, (arguments, done.returncode, done.stderr[-2000:])
    for text in (done.stdout, done.stderr):
        expect_no_secret(text, arguments)
    written = [file for file in pathlib.Path(folder).rglob("*") if file not in before and file.is_file()]
    for file in written:
        for text in texts_of(file):
            expect_no_secret(text, (arguments, file.name))
    assert done.stdout or written or statuses == (2,), arguments
    return done


def rows(text):
    return list(csv.DictReader(io.StringIO(text.decode("utf-8", "replace"))))


def check_that_only_names_and_values_go(plain, hidden, names, values=()):
    """Row by row the same, but for names, each of which is one number, and values, which are blank."""
    assert len(plain) == len(hidden) > 20
    number_of = {}
    for shown, kept in zip(plain, hidden):
        for column, text in shown.items():
            if column in names:
                assert kept[column] == number_of.setdefault((shown["authority"], text), kept[column]), (shown, kept)
                assert text == "" or kept[column].isdigit() or kept[column] == "", (shown, kept)
            elif column in values:
                assert kept[column] == "", kept
            else:
                assert kept[column] == text, (column, shown, kept)
    known = [number for number in number_of.values() if number]
    assert len(known) == len(set(known)) > 20


def check_findings(years):
    with_all = [*years, "--format", "csv"]
    plain = rows(run("check", *with_all).stdout)
    with tempfile.TemporaryDirectory() as folder:
        hidden = rows(expect_silence(folder, "check", *with_all).stdout)
        expect_silence(folder, "check", *years, "--format", "json")
        expect_silence(folder, "check", *years, "--examples", "1000")
    check_that_only_names_and_values_go(plain, hidden, ["child"], ["value"])
    assert sum("SECRET" in row["value"] for row in plain) > 100 and sum("SECRET" in row["child"] for row in plain) > 100
    assert any(row["value"] == BORN for row in plain)
    codes = {row["code"] for row in plain}
    assert len(codes) > 50, codes
    assert "oc3_still_looked_after" in codes and "birth_differs" in codes and "upn_twice" in codes, codes


def check_explanations(years):
    indicators = [row["indicator"] for row in rows(run("catalogue", "--format", "csv").stdout)]
    with tempfile.TemporaryDirectory() as folder:
        for indicator in indicators:
            about = [*years, "--indicator", indicator]
            hidden = expect_silence(folder, "explain", *about, "--format", "csv").stdout
            check_that_only_names_and_values_go(rows(run("explain", *about, "--format", "csv").stdout), rows(hidden), ["child"])
        for form in ("text", "csv", "json"):
            for more in ([], ["--target", "50"], ["--since", "2022-03-31"]):
                expect_silence(folder, "explain", *years, "--indicator", "in_foster_care", *more, "--format", form)
            for child in ("SECRETSOUND1", "SECRETLEAVER", "SECRETLIFE8"):
                assert b"SECRET" in run("explain", *years, "--child", child, "--format", form).stdout
                expect_silence(folder, "explain", *years, "--child", child, "--format", form)
        expect_silence(folder, "explain", *years, "--child", "SECRETNOBODY", statuses=(2,))


def check_figures(years, folder):
    published = [str(file) for file in pathlib.Path(returns).parent.glob("published/*.csv")]
    assert b"SECRET" in run("scorecard", *years, "--findings", "100000").stderr
    for form in ("text", "csv", "json"):
        expect_silence(folder, "scorecard", *years, "--by", "all", "--limits", "--format", form)
        expect_silence(folder, "chart", *years, "--format", form)
        expect_silence(folder, "compare", *years, "--authority", "831", "--year", "2023", "--format", form)
        expect_silence(folder, "reconcile", *years, "--authority", "999", "--published", *published, "--format", form)
    for form in ["html", "md", "json", "csv"] + (["xlsx"] if has_workbook else []):
        expect_silence(folder, "report", *years, "--authority", "831", "--year", "2023", "--format", form, "-o", f"{folder}/out/report.{form}")


def check_what_cannot_be_read(folder):
    expect_silence(folder, "check", f"{folder}/2023.xml", statuses=(1, 2))
    nothing = pathlib.Path(folder, "nothing", "2023")
    nothing.mkdir(parents=True)
    (nothing / "a.csv").write_text("SECRETA,SECRETB\n", encoding="utf-8")
    expect_silence(folder, "check", str(nothing), statuses=(2,))
    for option in ("--population-file", "--postcodes"):
        expect_silence(folder, "scorecard", f"{folder}/2023", option, f"{folder}/2023/episodes.csv", statuses=(2,))
    expect_silence(folder, "reconcile", f"{folder}/2023", "--published", f"{folder}/2023/episodes.csv", statuses=(2,))


with tempfile.TemporaryDirectory() as place:
    write_returns(place)
    pathlib.Path(place, "out").mkdir()
    YEARS = [f"{place}/2022", f"{place}/2023", "--postcodes", f"{place}/postcodes.csv",
             "--population-file", f"{place}/population.csv"]
    check_findings(YEARS)
    check_explanations(YEARS)
    check_figures(YEARS, place)
    check_what_cannot_be_read(place)
