/* indicare in SQL: an extension for SQLite. README.md shows how it is used.
 *
 * Each table-valued function is a virtual table of which the arguments are hidden columns. A query
 * makes a session, reads the return from the database itself, computes, and hands out the results.
 */
#include <indicare.h>
#include <sqlite3ext.h>
#include <stdio.h>
#include <string.h>

#include "returns_in_database.h"

SQLITE_EXTENSION_INIT1

typedef struct Cursor Cursor;

/* A table-valued function. */
typedef struct {
    const char *name;
    const char *arguments; /* as an error names them */
    const char *declaration;
    int first_argument; /* the number of its column; those before are the results */
    int argument_count; /* as_at first */
    /* How many rows an authority has. */
    indicare_status (*count)(Cursor *cursor, int64_t *rows);
    /* Gives a value of the row at which the cursor stands. */
    indicare_status (*give)(Cursor *cursor, int column, sqlite3_context *context);
    int of_authorities; /* 0: the rows are of the whole session */
} Function;

typedef struct {
    sqlite3_vtab base;
    sqlite3 *database;
    const Function *function;
} Table;

enum { most_arguments = 2 };

struct Cursor {
    sqlite3_vtab_cursor base;
    const Function *function;
    sqlite3_value *arguments[most_arguments];
    indicare_session *session;
    int64_t indicator; /* of which the children are asked for */
    int64_t authority, authorities;
    int64_t row, rows; /* of the authority */
    int64_t number;    /* of the row among all */
};

/* ---- Values ---------------------------------------------------------------------------------- */

/* The two kinds of functions that give text: of one thing, and of an authority's. */
typedef indicare_status (*TextOf)(indicare_session *, int64_t, char *, size_t, size_t *);
typedef indicare_status (*TextOfFigure)(indicare_session *, int64_t, int64_t, char *, size_t,
                                        size_t *);

/* Hands text over, with a NUL behind it; the empty one is NULL. */
static indicare_status hand_over(sqlite3_context *context, char *text, indicare_status status)
{
    if (status == INDICARE_OK && text[0] != '\0')
        sqlite3_result_text64(context, text, strlen(text), sqlite3_free, SQLITE_UTF8);
    else
        sqlite3_free(text);
    return status;
}

static indicare_status give_text(Cursor *cursor, TextOf text_of, int64_t at,
                                 sqlite3_context *context)
{
    size_t length = 0;
    char *text;
    indicare_status status = text_of(cursor->session, at, NULL, 0, &length);

    if (status != INDICARE_BUFFER_TOO_SMALL)
        return status;
    text = sqlite3_malloc64(length + 1);
    if (text == NULL)
        return INDICARE_OUT_OF_MEMORY;
    status = text_of(cursor->session, at, text, length + 1, NULL);
    return hand_over(context, text, status);
}

static indicare_status give_figure_text(Cursor *cursor, TextOfFigure text_of,
                                        sqlite3_context *context)
{
    size_t length = 0;
    char *text;
    indicare_status status =
        text_of(cursor->session, cursor->authority, cursor->row, NULL, 0, &length);

    if (status != INDICARE_BUFFER_TOO_SMALL)
        return status;
    text = sqlite3_malloc64(length + 1);
    if (text == NULL)
        return INDICARE_OUT_OF_MEMORY;
    status = text_of(cursor->session, cursor->authority, cursor->row, text, length + 1, NULL);
    return hand_over(context, text, status);
}

static void give_constant(sqlite3_context *context, const char *text)
{
    sqlite3_result_text(context, text, -1, SQLITE_STATIC);
}

/* ---- indicare_scorecard ---------------------------------------------------------------------- */

enum { numerator_column = 4, denominator_column, undetermined_column };

static indicare_status count_figures(Cursor *cursor, int64_t *rows)
{
    (void)cursor;
    *rows = indicare_indicator_count();
    return INDICARE_OK;
}

/* Gives one of a figure's numbers, NULL where there is none. */
static indicare_status give_number(Cursor *cursor, int column, sqlite3_context *context)
{
    int64_t numerator, denominator, undetermined;
    int32_t has_denominator;
    const indicare_status status =
        indicare_figure_numbers(cursor->session, cursor->authority, cursor->row, &numerator,
                                &has_denominator, &denominator, &undetermined);

    if (status == INDICARE_NOT_AVAILABLE)
        return INDICARE_OK;
    if (status != INDICARE_OK)
        return status;
    if (column == numerator_column)
        sqlite3_result_int64(context, numerator);
    else if (column == undetermined_column)
        sqlite3_result_int64(context, undetermined);
    else if (has_denominator)
        sqlite3_result_int64(context, denominator);
    return INDICARE_OK;
}

static indicare_status give_figure(Cursor *cursor, int column, sqlite3_context *context)
{
    switch (column) {
    case 0:
        return give_text(cursor, indicare_authority_name, cursor->authority, context);
    case 1:
        give_constant(context, indicare_indicator_id(cursor->row));
        return INDICARE_OK;
    case 2:
        give_constant(context, indicare_indicator_title(cursor->row));
        return INDICARE_OK;
    case 3:
        give_constant(context, indicare_indicator_unit(cursor->row));
        return INDICARE_OK;
    case 7:
        return give_figure_text(cursor, indicare_figure_exact, context);
    case 8:
        return give_figure_text(cursor, indicare_figure_printed, context);
    case 9:
        return give_figure_text(cursor, indicare_figure_reason, context);
    default:
        return give_number(cursor, column, context);
    }
}

/* ---- indicare_children ----------------------------------------------------------------------- */

static indicare_status count_children(Cursor *cursor, int64_t *rows)
{
    indicare_status status =
        indicare_explain(cursor->session, cursor->authority, cursor->indicator);

    *rows = 0;
    if (status == INDICARE_NOT_AVAILABLE)
        return INDICARE_OK;
    if (status == INDICARE_OK)
        status = indicare_explained_count(cursor->session, rows);
    return status;
}

static const char *membership_name(int32_t membership)
{
    switch (membership) {
    case INDICARE_NUMERATOR:
        return "numerator";
    case INDICARE_DENOMINATOR:
        return "denominator";
    case INDICARE_UNDETERMINED:
        return "undetermined";
    default:
        return "outside";
    }
}

static indicare_status give_child(Cursor *cursor, int column, sqlite3_context *context)
{
    int32_t membership;
    int64_t amount;
    indicare_status status;

    switch (column) {
    case 0:
        return give_text(cursor, indicare_authority_name, cursor->authority, context);
    case 1:
        return give_text(cursor, indicare_explained_child, cursor->row, context);
    case 4:
        return give_text(cursor, indicare_explained_reason, cursor->row, context);
    case 5:
        return give_text(cursor, indicare_explained_decided_by, cursor->row, context);
    default:
        status = indicare_explained(cursor->session, cursor->row, &membership, &amount);
        if (status == INDICARE_OK && column == 2)
            give_constant(context, membership_name(membership));
        else if (status == INDICARE_OK)
            sqlite3_result_int64(context, amount);
        return status;
    }
}

/* ---- indicare_findings ----------------------------------------------------------------------- */

static indicare_status count_findings(Cursor *cursor, int64_t *rows)
{
    return indicare_finding_count(cursor->session, rows);
}

static indicare_status give_finding(Cursor *cursor, int column, sqlite3_context *context)
{
    static const TextOf texts[] = {indicare_finding_file, NULL, indicare_finding_column,
                                   indicare_finding_value, indicare_finding_child,
                                   indicare_finding_message};
    const char *code;
    int32_t severity;
    int64_t line;
    indicare_status status;

    if (column >= 2 && texts[column - 2] != NULL)
        return give_text(cursor, texts[column - 2], cursor->row, context);
    status = indicare_finding(cursor->session, cursor->row, &code, &severity, &line);
    if (status != INDICARE_OK)
        return status;
    if (column == 0)
        give_constant(context, indicare_severity_name(severity));
    else if (column == 1)
        give_constant(context, code);
    else if (line != 0)
        sqlite3_result_int64(context, line);
    return INDICARE_OK;
}

/* ---- The functions --------------------------------------------------------------------------- */

static const Function functions[] = {
    {"indicare_scorecard", "as_at",
     "CREATE TABLE scorecard(authority TEXT, indicator TEXT, title TEXT, unit TEXT, "
     "numerator INTEGER, denominator INTEGER, undetermined INTEGER, exact TEXT, printed TEXT, "
     "reason TEXT, as_at HIDDEN)",
     10, 1, count_figures, give_figure, 1},
    {"indicare_children", "as_at, indicator",
     "CREATE TABLE children(authority TEXT, child TEXT, membership TEXT, amount INTEGER, "
     "reason TEXT, decided_by TEXT, as_at HIDDEN, indicator HIDDEN)",
     6, 2, count_children, give_child, 1},
    {"indicare_findings", "as_at",
     "CREATE TABLE findings(severity TEXT, code TEXT, file TEXT, line INTEGER, \"column\" TEXT, "
     "value TEXT, child TEXT, message TEXT, as_at HIDDEN)",
     8, 1, count_findings, give_finding, 0},
};

/* ---- What SQLite asks of a virtual table ----------------------------------------------------- */

static int connect_table(sqlite3 *database, void *function, int count, const char *const *arguments,
                         sqlite3_vtab **made, char **error)
{
    Table *table;
    const int code = sqlite3_declare_vtab(database, ((const Function *)function)->declaration);

    (void)count;
    (void)arguments;
    (void)error;
    if (code != SQLITE_OK)
        return code;
    table = sqlite3_malloc(sizeof *table);
    if (table == NULL)
        return SQLITE_NOMEM;
    memset(table, 0, sizeof *table);
    table->database = database;
    table->function = function;
    *made = &table->base;
    return SQLITE_OK;
}

static int disconnect_table(sqlite3_vtab *table)
{
    sqlite3_free(table);
    return SQLITE_OK;
}

/* Takes the arguments, all of which must be given. */
static int plan(sqlite3_vtab *base, sqlite3_index_info *query)
{
    const Function *function = ((Table *)base)->function;
    unsigned given = 0;
    int at;

    for (at = 0; at < query->nConstraint; ++at) {
        const int argument = query->aConstraint[at].iColumn - function->first_argument;
        if (argument < 0 || query->aConstraint[at].op != SQLITE_INDEX_CONSTRAINT_EQ ||
            (given >> argument & 1u) != 0)
            continue;
        if (!query->aConstraint[at].usable)
            return SQLITE_CONSTRAINT;
        query->aConstraintUsage[at].argvIndex = argument + 1;
        query->aConstraintUsage[at].omit = 1;
        given |= 1u << argument;
    }
    if (given != (1u << function->argument_count) - 1) {
        base->zErrMsg = sqlite3_mprintf("%s: expected the arguments (%s)", function->name,
                                        function->arguments);
        return SQLITE_ERROR;
    }
    query->estimatedCost = 1e6; /* reads the whole return */
    return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *base, sqlite3_vtab_cursor **made)
{
    Cursor *cursor = sqlite3_malloc(sizeof *cursor);

    if (cursor == NULL)
        return SQLITE_NOMEM;
    memset(cursor, 0, sizeof *cursor);
    cursor->function = ((Table *)base)->function;
    *made = &cursor->base;
    return SQLITE_OK;
}

/* Empties the cursor. */
static void clear(Cursor *cursor)
{
    int at;

    indicare_destroy(cursor->session);
    cursor->session = NULL;
    for (at = 0; at < most_arguments; ++at) {
        sqlite3_value_free(cursor->arguments[at]);
        cursor->arguments[at] = NULL;
    }
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
    clear((Cursor *)base);
    sqlite3_free(base);
    return SQLITE_OK;
}

/* The code for a status; what went wrong is put where SQLite looks for it. */
static int code_of(Cursor *cursor, indicare_status status)
{
    if (status == INDICARE_OK)
        return SQLITE_OK;
    sqlite3_free(cursor->base.pVtab->zErrMsg);
    cursor->base.pVtab->zErrMsg = NULL;
    return refused(cursor->session, status, &cursor->base.pVtab->zErrMsg);
}

/* Goes on to the next authority that has rows, if this one has no more. */
static int settle(Cursor *cursor)
{
    while (cursor->row >= cursor->rows && ++cursor->authority < cursor->authorities) {
        const indicare_status status = cursor->function->count(cursor, &cursor->rows);
        if (status != INDICARE_OK)
            return code_of(cursor, status);
        cursor->row = 0;
    }
    return SQLITE_OK;
}

/* 20230331 for "2023-03-31"; 0, which is no day, for anything else. */
static int32_t day_of(sqlite3_value *value)
{
    const char *text = (const char *)sqlite3_value_text(value);
    int year, month, day, length = 0;

    if (text == NULL || sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3)
        return 0;
    return strlen(text) == 10 && length == 10 ? (int32_t)(year * 10000 + month * 100 + day) : 0;
}

/* Reads the arguments; what is wrong with them becomes the error of the query. */
static int take_arguments(Cursor *cursor, int count, sqlite3_value **values, int32_t *as_at)
{
    const char *id = count > 1 ? (const char *)sqlite3_value_text(values[1]) : NULL;
    char **error = &cursor->base.pVtab->zErrMsg;
    int at;

    for (at = 0; at < count; ++at) {
        cursor->arguments[at] = sqlite3_value_dup(values[at]);
        if (cursor->arguments[at] == NULL)
            return SQLITE_NOMEM;
    }
    *as_at = day_of(values[0]);
    if (*as_at == 0) {
        const char *text = (const char *)sqlite3_value_text(values[0]);
        *error = sqlite3_mprintf("%s: expected as_at as 2023-03-31, not %Q", cursor->function->name,
                                 text);
        return SQLITE_ERROR;
    }
    cursor->indicator = indicare_find_indicator(id, INDICARE_NUL_TERMINATED);
    if (count > 1 && cursor->indicator < 0) {
        *error = sqlite3_mprintf("%s: there is no indicator %Q", cursor->function->name, id);
        return SQLITE_ERROR;
    }
    return SQLITE_OK;
}

/* Reads the return and computes. */
static int compute(Cursor *cursor, int32_t as_at)
{
    Table *table = (Table *)cursor->base.pVtab;
    indicare_status status = indicare_create(&cursor->session);
    int code;

    if (status != INDICARE_OK)
        return SQLITE_NOMEM;
    code = read_returns(table->database, as_at, cursor->session, &table->base.zErrMsg);
    if (code != SQLITE_OK)
        return code;
    status = indicare_compute(cursor->session, as_at);
    if (status == INDICARE_OK)
        status = indicare_authority_count(cursor->session, &cursor->authorities);
    return code_of(cursor, status);
}

static int start(sqlite3_vtab_cursor *base, int plan_number, const char *plan_text, int count,
                 sqlite3_value **values)
{
    Cursor *cursor = (Cursor *)base;
    int32_t as_at = 0;
    int code;

    (void)plan_number;
    (void)plan_text;
    clear(cursor);
    code = take_arguments(cursor, count, values, &as_at);
    if (code == SQLITE_OK)
        code = compute(cursor, as_at);
    if (!cursor->function->of_authorities)
        cursor->authorities = 1;
    cursor->authority = -1;
    cursor->row = cursor->rows = cursor->number = 0;
    return code == SQLITE_OK ? settle(cursor) : code;
}

static int go_on(sqlite3_vtab_cursor *base)
{
    Cursor *cursor = (Cursor *)base;

    ++cursor->row;
    ++cursor->number;
    return settle(cursor);
}

static int is_at_end(sqlite3_vtab_cursor *base)
{
    const Cursor *cursor = (const Cursor *)base;
    return cursor->authority >= cursor->authorities;
}

static int give_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
    Cursor *cursor = (Cursor *)base;
    const int argument = column - cursor->function->first_argument;

    if (argument >= 0) {
        sqlite3_result_value(context, cursor->arguments[argument]);
        return SQLITE_OK;
    }
    return code_of(cursor, cursor->function->give(cursor, column, context));
}

static int give_number_of_row(sqlite3_vtab_cursor *base, sqlite3_int64 *number)
{
    *number = ((Cursor *)base)->number;
    return SQLITE_OK;
}

/* Without xCreate: the table is there as soon as its name is used. */
static const sqlite3_module module = {
    .xConnect = connect_table,
    .xBestIndex = plan,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = start,
    .xNext = go_on,
    .xEof = is_at_end,
    .xColumn = give_column,
    .xRowid = give_number_of_row,
};

static void give_version(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    (void)values;
    give_constant(context, indicare_version_text());
}

/* The name by which SQLite finds it, after that of the file. */
#if defined(_WIN32)
__declspec(dllexport)
#elif defined(__GNUC__)
__attribute__((visibility("default")))
#endif
int sqlite3_indicaresqlite_init(sqlite3 *database, char **error, const sqlite3_api_routines *api)
{
    size_t at;
    int code;

    (void)error;
    SQLITE_EXTENSION_INIT2(api);
    code = sqlite3_create_function(database, "indicare_version", 0,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                                   give_version, NULL, NULL);
    for (at = 0; code == SQLITE_OK && at < sizeof functions / sizeof functions[0]; ++at)
        code = sqlite3_create_module(database, functions[at].name, &module, (void *)&functions[at]);
    return code;
}
