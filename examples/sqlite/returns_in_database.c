#include "returns_in_database.h"

#include <string.h>

SQLITE_EXTENSION_INIT3

/* The tables of the return, as DfE's guide writes them. */
static const char *const tables[] = {"Header",   "Episodes", "UASC",       "Reviews",
                                     "OC2",      "OC3",      "AD1",        "PlacedAdoption",
                                     "PrevPerm", "Missing",  "SWEpisodes", "DoLo"};
enum { table_count = sizeof tables / sizeof tables[0] };

typedef struct {
    sqlite3 *database;
    indicare_session *session;
    int32_t year;                  /* of rows without a column YEAR */
    char *instead_of[table_count]; /* by table, what is read in its place, or NULL */
    char **error;
} Reading;

int refused(indicare_session *session, indicare_status status, char **error)
{
    char sentence[INDICARE_ERROR_TEXT_SIZE] = "";

    if (status == INDICARE_OUT_OF_MEMORY)
        return SQLITE_NOMEM;
    indicare_error_text(session, sentence, sizeof sentence, NULL);
    *error = sqlite3_mprintf("%s: %s", indicare_status_name(status), sentence);
    return SQLITE_ERROR;
}

/* The code of SQLite for one of its calls that failed, and why. */
static int failed(const Reading *reading, int code)
{
    if (code != SQLITE_NOMEM && *reading->error == NULL)
        *reading->error = sqlite3_mprintf("%s", sqlite3_errmsg(reading->database));
    return code;
}

/* Prepares the SQL, which it frees; NULL is SQL for which there was no memory. */
static int prepare(const Reading *reading, char *sql, sqlite3_stmt **statement)
{
    int code = SQLITE_NOMEM;

    if (sql != NULL)
        code = sqlite3_prepare_v2(reading->database, sql, -1, statement, NULL);
    sqlite3_free(sql);
    return code == SQLITE_OK ? SQLITE_OK : failed(reading, code);
}

/* Opens columns of a table or view; `*rows` is NULL when there is none of that name. */
static int open_table(const Reading *reading, const char *name, const char *columns,
                      sqlite3_stmt **rows)
{
    sqlite3_stmt *search = NULL;
    char *sql = sqlite3_mprintf("SELECT 1 FROM pragma_table_info(%Q)", name);
    int code = prepare(reading, sql, &search);

    *rows = NULL;
    if (code != SQLITE_OK)
        return code;
    code = sqlite3_step(search);
    sqlite3_finalize(search);
    if (code == SQLITE_ROW)
        return prepare(reading, sqlite3_mprintf("SELECT %s FROM \"%w\"", columns, name), rows);
    return code == SQLITE_DONE ? SQLITE_OK : failed(reading, code);
}

/* Closes it; `code` is that of the last step, or of what its rows were given to. */
static int close_table(const Reading *reading, sqlite3_stmt *rows, int code)
{
    if (code != SQLITE_DONE)
        code = failed(reading, code);
    sqlite3_finalize(rows);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static const char *text_in(sqlite3_stmt *rows, int column)
{
    const char *text = (const char *)sqlite3_column_text(rows, column);
    return text == NULL ? "" : text;
}

/* The place of a table of the return in `tables`, or -1. */
static int table_named(const char *name)
{
    int at;

    for (at = 0; at < table_count; ++at)
        if (sqlite3_stricmp(name, tables[at]) == 0)
            return at;
    return -1;
}

/* Takes a setting: a table of the return and what is read in its place, or an option. */
static int take_setting(Reading *reading, const char *name, const char *value)
{
    const int at = table_named(name);
    indicare_status status;

    if (at >= 0) {
        sqlite3_free(reading->instead_of[at]);
        reading->instead_of[at] = sqlite3_mprintf("%s", value);
        return reading->instead_of[at] == NULL ? SQLITE_NOMEM : SQLITE_OK;
    }
    status = indicare_set_option(reading->session, name, INDICARE_NUL_TERMINATED, value,
                                 INDICARE_NUL_TERMINATED);
    if (status != INDICARE_OK)
        return refused(reading->session, status, reading->error);
    if (strcmp(name, "longitudinal") == 0 && strcmp(value, "1") == 0)
        reading->year = 0;
    return SQLITE_OK;
}

static int read_settings(Reading *reading)
{
    sqlite3_stmt *rows;
    int code = open_table(reading, "indicare_settings", "name, value", &rows);

    if (code != SQLITE_OK || rows == NULL)
        return code;
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        code = take_setting(reading, text_in(rows, 0), text_in(rows, 1));
        if (code != SQLITE_OK)
            break;
    }
    return close_table(reading, rows, code);
}

/* Gives the postcodes, which the library takes as one text. */
static int read_postcodes(const Reading *reading)
{
    sqlite3_stmt *rows;
    sqlite3_str *text;
    char *csv;
    indicare_status status;
    int code = open_table(reading, "Postcodes", "postcode, easting, northing, la", &rows);

    if (code != SQLITE_OK || rows == NULL)
        return code;
    text = sqlite3_str_new(reading->database);
    sqlite3_str_appendall(text, "postcode,easting,northing,la\n");
    while ((code = sqlite3_step(rows)) == SQLITE_ROW)
        sqlite3_str_appendf(text, "\"%w\",\"%w\",\"%w\",\"%w\"\n", text_in(rows, 0),
                            text_in(rows, 1), text_in(rows, 2), text_in(rows, 3));
    code = close_table(reading, rows, code);
    csv = sqlite3_str_finish(text);
    if (code != SQLITE_OK || csv == NULL) {
        sqlite3_free(csv);
        return code != SQLITE_OK ? code : SQLITE_NOMEM;
    }
    status = indicare_give_postcodes(reading->session, "Postcodes", INDICARE_NUL_TERMINATED, csv,
                                     INDICARE_NUL_TERMINATED);
    sqlite3_free(csv);
    return status == INDICARE_OK ? SQLITE_OK : refused(reading->session, status, reading->error);
}

/* Gives the population aged 0-17 of each authority and year. */
static int read_populations(const Reading *reading)
{
    sqlite3_stmt *rows;
    indicare_status status = INDICARE_OK;
    int code = open_table(reading, "Populations", "authority, year, population", &rows);

    if (code != SQLITE_OK || rows == NULL)
        return code;
    while (status == INDICARE_OK && (code = sqlite3_step(rows)) == SQLITE_ROW)
        status = indicare_give_population(reading->session, text_in(rows, 0),
                                          INDICARE_NUL_TERMINATED, sqlite3_column_int(rows, 1),
                                          sqlite3_column_int64(rows, 2));
    if (status != INDICARE_OK)
        code = refused(reading->session, status, reading->error);
    return close_table(reading, rows, code);
}

/* Gives all rows of a table of the return; `values` and `lengths` have room for one row. */
static int give_rows(const Reading *reading, const char *name, sqlite3_stmt *rows,
                     const char **values, size_t *lengths)
{
    const int count = sqlite3_column_count(rows);
    indicare_status status;
    int code = SQLITE_DONE;
    int at;

    for (at = 0; at < count; ++at)
        values[at] = sqlite3_column_name(rows, at);
    status = indicare_begin_rows(reading->session, name, INDICARE_NUL_TERMINATED, reading->year,
                                 values, NULL, count);
    while (status == INDICARE_OK && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        for (at = 0; at < count; ++at) {
            values[at] = (const char *)sqlite3_column_text(rows, at);
            lengths[at] = (size_t)sqlite3_column_bytes(rows, at);
        }
        status = indicare_add_row(reading->session, values, lengths, count);
    }
    if (status == INDICARE_OK && code == SQLITE_DONE)
        status = indicare_end_table(reading->session, NULL);
    return status == INDICARE_OK ? code : refused(reading->session, status, reading->error);
}

/* Reads a table of the return: its namesake, which need not be there, or what the settings name. */
static int read_table(const Reading *reading, int table)
{
    const char *instead = reading->instead_of[table];
    const char *name = instead == NULL ? tables[table] : instead;
    const char **values;
    size_t *lengths;
    sqlite3_stmt *rows;
    int code = open_table(reading, name, "*", &rows);

    if (code == SQLITE_OK && rows == NULL && instead != NULL) {
        *reading->error = sqlite3_mprintf("indicare_settings: %s is to be read from %s, and there "
                                          "is no such table or view",
                                          tables[table], instead);
        return SQLITE_ERROR;
    }
    if (code != SQLITE_OK || rows == NULL)
        return code;
    values = sqlite3_malloc64((sqlite3_uint64)sqlite3_column_count(rows) * sizeof *values);
    lengths = sqlite3_malloc64((sqlite3_uint64)sqlite3_column_count(rows) * sizeof *lengths);
    code = SQLITE_NOMEM;
    if (values != NULL && lengths != NULL)
        code = give_rows(reading, name, rows, values, lengths);
    sqlite3_free(values);
    sqlite3_free(lengths);
    return close_table(reading, rows, code);
}

int read_returns(sqlite3 *database, int32_t as_at, indicare_session *session, char **error)
{
    Reading reading = {database, session, as_at / 10000 + (as_at / 100 % 100 > 3), {NULL}, error};
    int code = read_settings(&reading);
    int table;

    if (code == SQLITE_OK)
        code = read_postcodes(&reading);
    for (table = 0; code == SQLITE_OK && table < table_count; ++table)
        code = read_table(&reading, table);
    if (code == SQLITE_OK)
        code = read_populations(&reading);
    for (table = 0; table < table_count; ++table)
        sqlite3_free(reading.instead_of[table]);
    return code;
}
