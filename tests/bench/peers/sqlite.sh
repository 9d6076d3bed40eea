#!/bin/sh
# sqlite.sh FOLDER FIRST_YEAR LAST_YEAR OUTPUT
here=$(dirname "$0")
sed "s|{folder}|$1|g; s|{first}|$2|g; s|{last}|$3|g; s|{output}|$4|g" "$here/sqlite.sql" |
    sqlite3 -bail :memory:
