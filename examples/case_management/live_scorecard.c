/* A scorecard that follows a case-management system, record by record.
 *
 *     live_scorecard DATABASE CHANGES YYYY-MM-DD INDICATOR
 *
 * The database is that of schema.sql. Its records are read once, through the views that make tables
 * of the return of them. Then the transactions of the SQL file CHANGES are carried out, one by one.
 * After each, the children whose records it changed are given anew, alone: it is said which figures
 * moved, and, when INDICATOR is one of them, which children are behind it. At the end comes the
 * scorecard.
 */
#include <indicare.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char authority[] = "999";

/* The views of schema.sql that are tables of the return. */
static const char *const views[] = {"Header", "Episodes", "Missing"};
enum { view_count = sizeof views / sizeof views[0], most_columns = 20, most_text = 64 };

/* Ends the program after a failure of the database, the library or the arguments. */
static void give_up(const char *what, const char *why)
{
    fprintf(stderr, "live_scorecard: %s: %s\n", what, why);
    exit(2);
}

static void expect(indicare_session *session, indicare_status status)
{
    char sentence[INDICARE_ERROR_TEXT_SIZE] = "";

    if (status == INDICARE_OK)
        return;
    indicare_error_text(session, sentence, sizeof sentence, NULL);
    give_up(indicare_status_name(status), sentence);
}

static sqlite3_stmt *prepared(sqlite3 *database, const char *sql, const char **rest)
{
    sqlite3_stmt *statement = NULL;

    if (sqlite3_prepare_v2(database, sql, -1, &statement, rest) != SQLITE_OK)
        give_up("database", sqlite3_errmsg(database));
    return statement;
}

/* Whether there is a next row. */
static int steps(sqlite3 *database, sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);

    if (code != SQLITE_ROW && code != SQLITE_DONE)
        give_up("database", sqlite3_errmsg(database));
    return code == SQLITE_ROW;
}

/* ---- Records --------------------------------------------------------------------------------- */

static void begin_table(indicare_session *session, const char *view, sqlite3_stmt *rows)
{
    const char *names[most_columns];
    const int count = sqlite3_column_count(rows);
    int at;

    for (at = 0; at < count; ++at)
        names[at] = sqlite3_column_name(rows, at);
    expect(session,
           indicare_begin_rows(session, view, INDICARE_NUL_TERMINATED, 0, names, NULL, count));
}

static void add_row(indicare_session *session, sqlite3_stmt *rows)
{
    const char *values[most_columns];
    const int count = sqlite3_column_count(rows);
    int at;

    for (at = 0; at < count; ++at)
        values[at] = (const char *)sqlite3_column_text(rows, at);
    expect(session, indicare_add_row(session, values, NULL, count));
}

/* Reads the records of all. A table without rows says that there are none. */
static void read_all(sqlite3 *database, indicare_session *session)
{
    int view;

    for (view = 0; view < view_count; ++view) {
        char sql[most_text];
        const char *table;
        sqlite3_stmt *rows;
        snprintf(sql, sizeof sql, "SELECT * FROM %s", views[view]);
        rows = prepared(database, sql, NULL);
        begin_table(session, views[view], rows);
        while (steps(database, rows))
            add_row(session, rows);
        expect(session, indicare_end_table(session, &table));
        if (table == NULL)
            give_up(views[view], "its columns are those of no table of the return");
        sqlite3_finalize(rows);
    }
}

/* Gives the records of one child anew; without any, the child is no longer in the figures. */
static void read_child(sqlite3 *database, indicare_session *session, sqlite3_int64 child)
{
    char name[most_text];
    int view;

    snprintf(name, sizeof name, "%" PRId64, (int64_t)child);
    expect(session, indicare_begin_child(session, authority, INDICARE_NUL_TERMINATED, name,
                                         INDICARE_NUL_TERMINATED));
    for (view = 0; view < view_count; ++view) {
        char sql[most_text];
        sqlite3_stmt *rows;
        int is_open = 0;
        snprintf(sql, sizeof sql, "SELECT * FROM %s WHERE CHILD = ?", views[view]);
        rows = prepared(database, sql, NULL);
        sqlite3_bind_int64(rows, 1, child);
        for (; steps(database, rows); is_open = 1) {
            if (!is_open)
                begin_table(session, views[view], rows);
            add_row(session, rows);
        }
        if (is_open)
            expect(session, indicare_end_table(session, NULL));
        sqlite3_finalize(rows);
    }
    expect(session, indicare_end_child(session));
}

/* Takes the children whose records have changed from the queue. */
static void follow(sqlite3 *database, indicare_session *session)
{
    sqlite3_stmt *queue = prepared(database, "SELECT id FROM changed_person ORDER BY id", NULL);

    while (steps(database, queue))
        read_child(database, session, sqlite3_column_int64(queue, 0));
    sqlite3_finalize(queue);
    if (sqlite3_exec(database, "DELETE FROM changed_person", NULL, NULL, NULL) != SQLITE_OK)
        give_up("database", sqlite3_errmsg(database));
}

/* ---- Figures --------------------------------------------------------------------------------- */

typedef struct {
    char exact[most_text]; /* the value, empty when there is none */
    int64_t undetermined;
    char words[most_text]; /* "33 (2 of 6)"; "6" for a count; "x" when there is none */
} Figure;

static Figure figure_of(indicare_session *session, int64_t indicator)
{
    Figure figure = {"", 0, ""};
    int64_t numerator, denominator;
    int32_t has_denominator;
    size_t length;
    indicare_status status;

    expect(session, indicare_figure_exact(session, 0, indicator, figure.exact, most_text, NULL));
    expect(session, indicare_figure_printed(session, 0, indicator, figure.words, most_text, NULL));
    status = indicare_figure_numbers(session, 0, indicator, &numerator, &has_denominator,
                                     &denominator, &figure.undetermined);
    if (status == INDICARE_NOT_AVAILABLE)
        return figure;
    expect(session, status);
    length = strlen(figure.words);
    if (has_denominator)
        snprintf(figure.words + length, most_text - length, " (%" PRId64 " of %" PRId64 ")",
                 numerator, denominator);
    length = strlen(figure.words);
    if (figure.undetermined != 0)
        snprintf(figure.words + length, most_text - length, ", %" PRId64 " undetermined",
                 figure.undetermined);
    return figure;
}

/* The children who are counted, and why each is. */
static void print_children(indicare_session *session, int64_t indicator)
{
    int64_t place, count = 0;

    expect(session, indicare_explain(session, 0, indicator));
    expect(session, indicare_explained_count(session, &count));
    for (place = 0; place < count; ++place) {
        char child[most_text], reason[1000];
        int32_t membership;
        expect(session, indicare_explained(session, place, &membership, NULL));
        if (membership != INDICARE_NUMERATOR)
            continue;
        expect(session, indicare_explained_child(session, place, child, sizeof child, NULL));
        expect(session, indicare_explained_reason(session, place, reason, sizeof reason, NULL));
        printf("      child %s: %s\n", child, reason);
    }
}

/* Compares the figures with what they were, says which moved, and keeps what they are. */
static void print_moved(indicare_session *session, Figure *figures, int64_t explained)
{
    int64_t indicator;

    for (indicator = 0; indicator < indicare_indicator_count(); ++indicator) {
        const Figure before = figures[indicator];
        const Figure now = figures[indicator] = figure_of(session, indicator);
        if (strcmp(now.exact, before.exact) == 0 && now.undetermined == before.undetermined)
            continue;
        printf("  %s: %s -> %s\n", indicare_indicator_id(indicator), before.words, now.words);
        if (indicator == explained)
            print_children(session, indicator);
    }
}

static void print_scorecard(const Figure *figures)
{
    int64_t indicator;

    printf("Scorecard\n");
    for (indicator = 0; indicator < indicare_indicator_count(); ++indicator)
        if (strcmp(figures[indicator].words, "x") != 0)
            printf("  %s: %s\n", indicare_indicator_id(indicator), figures[indicator].words);
}

/* ---- Changes --------------------------------------------------------------------------------- */

/* Prints the comment in front of a transaction, which says what happens. */
static void print_title(const char *sql)
{
    const char *comment = strstr(sql, "-- ");

    if (comment != NULL)
        printf("%.*s\n", (int)strcspn(comment + 3, "\r\n"), comment + 3);
}

/* Carries out the transactions one by one; a statement outside of any is one by itself. */
static void carry_out(sqlite3 *database, const char *sql, indicare_session *session,
                      Figure *figures, int64_t explained)
{
    while (*sql != '\0') {
        sqlite3_stmt *statement = prepared(database, sql, &sql);
        if (statement == NULL)
            continue; /* a comment, or white space, alone */
        if (sqlite3_get_autocommit(database))
            print_title(sqlite3_sql(statement));
        while (steps(database, statement)) {
        }
        sqlite3_finalize(statement);
        if (!sqlite3_get_autocommit(database))
            continue;
        follow(database, session);
        print_moved(session, figures, explained);
    }
}

/* The text of a file, to be freed. */
static char *text_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long length = -1;

    if (file != NULL && fseek(file, 0, SEEK_END) == 0)
        length = ftell(file);
    if (length >= 0)
        text = calloc((size_t)length + 1, 1);
    if (text == NULL || fseek(file, 0, SEEK_SET) != 0 ||
        fread(text, 1, (size_t)length, file) != (size_t)length)
        give_up(path, "cannot be read");
    fclose(file);
    return text;
}

/* 20230331 for "2023-03-31"; 0, which is no day, for other text. */
static int32_t day_of(const char *text)
{
    int year, month, day;

    if (strlen(text) != 10 || sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3)
        return 0;
    return (int32_t)(year * 10000 + month * 100 + day);
}

static indicare_session *session_of(sqlite3 *database, int32_t as_at)
{
    indicare_session *session = NULL;

    if (indicare_create(&session) != INDICARE_OK)
        give_up("session", "there is no memory");
    expect(session, indicare_set_option(session, "longitudinal", INDICARE_NUL_TERMINATED, "1", 1));
    expect(session, indicare_set_option(session, "authority", INDICARE_NUL_TERMINATED, authority,
                                        INDICARE_NUL_TERMINATED));
    read_all(database, session);
    expect(session, indicare_compute(session, as_at));
    return session;
}

int main(int argc, char **argv)
{
    sqlite3 *database = NULL;
    indicare_session *session;
    Figure *figures = calloc((size_t)indicare_indicator_count(), sizeof *figures);
    char *changes;
    int64_t explained, indicator;

    if (argc != 5)
        give_up("usage", "live_scorecard DATABASE CHANGES YYYY-MM-DD INDICATOR");
    explained = indicare_find_indicator(argv[4], INDICARE_NUL_TERMINATED);
    if (explained < 0)
        give_up(argv[4], "there is no such indicator");
    changes = text_of(argv[2]);
    if (figures == NULL || sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE, NULL) ||
        sqlite3_exec(database, "PRAGMA foreign_keys = ON", NULL, NULL, NULL))
        give_up(argv[1], sqlite3_errmsg(database));

    session = session_of(database, day_of(argv[3]));
    for (indicator = 0; indicator < indicare_indicator_count(); ++indicator)
        figures[indicator] = figure_of(session, indicator);
    carry_out(database, changes, session, figures, explained);
    print_scorecard(figures);

    indicare_destroy(session);
    sqlite3_close(database);
    free(changes);
    free(figures);
    return 0;
}
