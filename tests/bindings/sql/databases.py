"""The databases of the tests, and questions to them."""

import csv
import json
import sqlite3
import subprocess

TABLES = {"header": "Header", "episodes": "Episodes", "uasc": "UASC", "reviews": "Reviews", "oc2": "OC2",
          "oc3": "OC3", "ad1": "AD1", "placed_for_adoption": "PlacedAdoption",
          "previous_permanence": "PrevPerm", "missing": "Missing", "sw_episodes": "SWEpisodes"}


def rows_of(file):
    with open(file, encoding="utf-8", newline="") as text:
        names, *rows = csv.reader(text)
    return names, rows


def insert(database, table, names, rows):
    """Makes the table, unless it is there, and adds the rows; an empty field is NULL."""
    columns = ", ".join(f'"{name}"' for name in names)
    database.execute(f'CREATE TABLE IF NOT EXISTS "{table}" ({columns})')
    places = ", ".join("?" * len(names))
    database.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({places})',
                         ([value or None for value in row] for row in rows))


def of_returns(path, folders):
    """A database of annual returns, with a column YEAR in each table."""
    database = sqlite3.connect(path)
    for folder in folders:
        for file in sorted(folder.glob("*.csv")):
            names, rows = rows_of(file)
            insert(database, TABLES[file.stem], [*names, "YEAR"], [[*row, folder.name] for row in rows])
    database.commit()
    return database


class Query:
    """Asks a database in a program that has loaded the extension."""

    def __init__(self, program, extension, path):
        self._command = [program, "-json", str(path), "-cmd", f".load {extension}"]

    def _run(self, sql):
        return subprocess.run([*self._command, sql], capture_output=True, text=True, check=False)

    def rows(self, sql):
        done = self._run(sql)
        assert done.returncode == 0, (sql, done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else []

    def error(self, sql):
        done = self._run(sql)
        assert done.returncode != 0, (sql, done.stdout[:1000])
        return done.stderr
