/* The C API of indicare for .Call. Each function gives its answer, or a refusal, which R/indicare.R
 * raises as a condition. No R error is raised while a table is open. */

#include <indicare.h>

#define R_NO_REMAP
#include <R_ext/Rdynload.h>
#include <Rinternals.h>

static indicare_session *session_of(SEXP pointer)
{
    return (indicare_session *)R_ExternalPtrAddr(pointer);
}

/* The name of the status, and the library's sentence. */
static SEXP refusal(SEXP pointer, indicare_status status)
{
    static const char *const names[] = {"status", "sentence", ""};
    char sentence[INDICARE_ERROR_TEXT_SIZE] = "the session is closed";
    SEXP answer = PROTECT(Rf_mkNamed(VECSXP, (const char **)names));

    (void)indicare_error_text(session_of(pointer), sentence, sizeof sentence, NULL);
    SET_VECTOR_ELT(answer, 0, Rf_mkString(indicare_status_name(status)));
    SET_VECTOR_ELT(answer, 1, Rf_ScalarString(Rf_mkCharCE(sentence, CE_UTF8)));
    Rf_setAttrib(answer, R_ClassSymbol, Rf_mkString("indicare_refusal"));
    UNPROTECT(1);
    return answer;
}

static SEXP done(SEXP pointer, indicare_status status)
{
    return status == INDICARE_OK ? R_NilValue : refusal(pointer, status);
}

static const char *text_of(SEXP character)
{
    return CHAR(STRING_ELT(character, 0));
}

/* ---- Sessions ------------------------------------------------------------------------------- */

static void finalize(SEXP pointer)
{
    indicare_destroy(session_of(pointer));
    R_ClearExternalPtr(pointer);
}

static SEXP create(void)
{
    indicare_session *session = NULL;
    SEXP pointer = PROTECT(R_MakeExternalPtr(NULL, R_NilValue, R_NilValue));
    indicare_status status;

    R_RegisterCFinalizerEx(pointer, finalize, TRUE);
    status = indicare_create(&session);
    R_SetExternalPtrAddr(pointer, session);
    UNPROTECT(1);
    return status == INDICARE_OK ? pointer : refusal(pointer, status);
}

static SEXP set_option(SEXP pointer, SEXP name, SEXP value)
{
    return done(pointer, indicare_set_option(session_of(pointer), text_of(name),
                                             INDICARE_NUL_TERMINATED, text_of(value),
                                             INDICARE_NUL_TERMINATED));
}

/* ---- What is given -------------------------------------------------------------------------- */

static SEXP give_postcodes(SEXP pointer, SEXP file, SEXP text)
{
    return done(pointer, indicare_give_postcodes(session_of(pointer), text_of(file),
                                                 INDICARE_NUL_TERMINATED, (const char *)RAW(text),
                                                 (size_t)XLENGTH(text)));
}

static SEXP give_populations(SEXP pointer, SEXP file, SEXP text)
{
    return done(pointer, indicare_give_populations(session_of(pointer), text_of(file),
                                                   INDICARE_NUL_TERMINATED,
                                                   (const char *)RAW(text),
                                                   (size_t)XLENGTH(text)));
}

static SEXP give_population(SEXP pointer, SEXP authority, SEXP year, SEXP people)
{
    return done(pointer, indicare_give_population(session_of(pointer), text_of(authority),
                                                  INDICARE_NUL_TERMINATED, Rf_asInteger(year),
                                                  (int64_t)Rf_asReal(people)));
}

/* Ends a table: its name, or NA when it was none. */
static SEXP end_table(SEXP pointer, indicare_status status)
{
    const char *table = NULL;

    if (status == INDICARE_OK)
        status = indicare_end_table(session_of(pointer), &table);
    if (status != INDICARE_OK)
        return refusal(pointer, status);
    return table == NULL ? Rf_ScalarString(NA_STRING) : Rf_mkString(table);
}

static SEXP read_text(SEXP pointer, SEXP file, SEXP year, SEXP text)
{
    indicare_session *session = session_of(pointer);
    indicare_status status = indicare_begin_table(session, text_of(file), INDICARE_NUL_TERMINATED,
                                                  Rf_asInteger(year));

    if (status == INDICARE_OK)
        status = indicare_feed(session, (const char *)RAW(text), (size_t)XLENGTH(text));
    return end_table(pointer, status);
}

/* `columns` is a list of character vectors in UTF-8, all of one length; NA is blank. */
static SEXP read_rows(SEXP pointer, SEXP file, SEXP year, SEXP names, SEXP columns)
{
    indicare_session *session = session_of(pointer);
    const R_xlen_t count = XLENGTH(columns);
    const R_xlen_t rows = count == 0 ? 0 : XLENGTH(VECTOR_ELT(columns, 0));
    const char **cells = (const char **)R_alloc((size_t)count + 1, sizeof *cells);
    indicare_status status;
    R_xlen_t row, column;

    for (column = 0; column < count; ++column)
        cells[column] = CHAR(STRING_ELT(names, column));
    status = indicare_begin_rows(session, text_of(file), INDICARE_NUL_TERMINATED,
                                 Rf_asInteger(year), cells, NULL, count);
    for (row = 0; row < rows && status == INDICARE_OK; ++row) {
        for (column = 0; column < count; ++column) {
            SEXP cell = STRING_ELT(VECTOR_ELT(columns, column), row);
            cells[column] = cell == NA_STRING ? NULL : CHAR(cell);
        }
        status = indicare_add_row(session, cells, NULL, count);
    }
    return end_table(pointer, status);
}

static SEXP compute(SEXP pointer, SEXP as_at)
{
    return done(pointer, indicare_compute(session_of(pointer), Rf_asInteger(as_at)));
}

/* ---- Text out ------------------------------------------------------------------------------- */

typedef indicare_status (*text_at)(indicare_session *, int64_t, char *, size_t, size_t *);
typedef indicare_status (*text_of_figure)(indicare_session *, int64_t, int64_t, char *, size_t,
                                          size_t *);

/* Sets an element of a character vector to the text about an index. */
static indicare_status set_text(SEXP into, R_xlen_t place, text_at function,
                                indicare_session *session, int64_t index)
{
    const void *before = vmaxget();
    size_t length = 0;
    indicare_status status = function(session, index, NULL, 0, &length);

    if (status == INDICARE_BUFFER_TOO_SMALL) {
        char *buffer = R_alloc(length + 1, 1);
        status = function(session, index, buffer, length + 1, NULL);
        if (status == INDICARE_OK)
            SET_STRING_ELT(into, place, Rf_mkCharLenCE(buffer, (int)length, CE_UTF8));
    }
    vmaxset(before);
    return status;
}

/* The same of a figure. */
static indicare_status set_figure_text(SEXP into, R_xlen_t place, text_of_figure function,
                                       indicare_session *session, int64_t authority,
                                       int64_t indicator)
{
    const void *before = vmaxget();
    size_t length = 0;
    indicare_status status = function(session, authority, indicator, NULL, 0, &length);

    if (status == INDICARE_BUFFER_TOO_SMALL) {
        char *buffer = R_alloc(length + 1, 1);
        status = function(session, authority, indicator, buffer, length + 1, NULL);
        if (status == INDICARE_OK)
            SET_STRING_ELT(into, place, Rf_mkCharLenCE(buffer, (int)length, CE_UTF8));
    }
    vmaxset(before);
    return status;
}

/* A named list of vectors of one length. `names` ends with an empty one. */
static SEXP columns_of(const char *const *names, const SEXPTYPE *types, int64_t rows)
{
    SEXP columns = PROTECT(Rf_mkNamed(VECSXP, (const char **)names));
    R_xlen_t column;

    for (column = 0; column < XLENGTH(columns); ++column)
        SET_VECTOR_ELT(columns, column, Rf_allocVector(types[column], (R_xlen_t)rows));
    UNPROTECT(1);
    return columns;
}

/* ---- Results -------------------------------------------------------------------------------- */

static SEXP authorities(SEXP pointer)
{
    indicare_session *session = session_of(pointer);
    int64_t count = 0, index;
    indicare_status status = indicare_authority_count(session, &count);
    SEXP names = PROTECT(Rf_allocVector(STRSXP, (R_xlen_t)count));

    for (index = 0; index < count && status == INDICARE_OK; ++index)
        status = set_text(names, (R_xlen_t)index, indicare_authority_name, session, index);
    UNPROTECT(1);
    return status == INDICARE_OK ? names : refusal(pointer, status);
}

enum { AUTHORITY, INDICATOR, UNIT, NUMERATOR, DENOMINATOR, UNDETERMINED, TEXTS };

static const char *const figure_names[] = {"authority",   "indicator",    "unit",  "numerator",
                                           "denominator", "undetermined", "exact", "printed",
                                           "low",         "high",         "reason", ""};
static const SEXPTYPE figure_types[] = {STRSXP,  STRSXP, STRSXP, REALSXP, REALSXP, REALSXP,
                                        STRSXP, STRSXP, STRSXP, STRSXP,  STRSXP};
static const text_of_figure figure_texts[] = {indicare_figure_exact, indicare_figure_printed,
                                              indicare_figure_low, indicare_figure_high,
                                              indicare_figure_reason};

/* NA where there is no figure, and for the denominator of a count. */
static indicare_status set_numbers(SEXP columns, R_xlen_t row, indicare_session *session,
                                   int64_t authority, int64_t indicator)
{
    int64_t numerator = 0, denominator = 0, undetermined = 0;
    int32_t divided = 0;
    const indicare_status status = indicare_figure_numbers(
        session, authority, indicator, &numerator, &divided, &denominator, &undetermined);
    const int known = status == INDICARE_OK;

    REAL(VECTOR_ELT(columns, NUMERATOR))[row] = known ? (double)numerator : NA_REAL;
    REAL(VECTOR_ELT(columns, DENOMINATOR))[row] = known && divided ? (double)denominator : NA_REAL;
    REAL(VECTOR_ELT(columns, UNDETERMINED))[row] = known ? (double)undetermined : NA_REAL;
    return status == INDICARE_NOT_AVAILABLE ? INDICARE_OK : status;
}

static indicare_status set_figure(SEXP columns, R_xlen_t row, indicare_session *session,
                                  int64_t authority, int64_t indicator)
{
    const R_xlen_t texts = (R_xlen_t)(sizeof figure_texts / sizeof *figure_texts);
    indicare_status status = set_text(VECTOR_ELT(columns, AUTHORITY), row,
                                      indicare_authority_name, session, authority);
    R_xlen_t text;

    if (status == INDICARE_OK)
        status = set_numbers(columns, row, session, authority, indicator);
    for (text = 0; text < texts && status == INDICARE_OK; ++text)
        status = set_figure_text(VECTOR_ELT(columns, TEXTS + text), row, figure_texts[text],
                                 session, authority, indicator);
    SET_STRING_ELT(VECTOR_ELT(columns, INDICATOR), row,
                   Rf_mkChar(indicare_indicator_id(indicator)));
    SET_STRING_ELT(VECTOR_ELT(columns, UNIT), row, Rf_mkChar(indicare_indicator_unit(indicator)));
    return status;
}

static SEXP figures(SEXP pointer)
{
    indicare_session *session = session_of(pointer);
    const int64_t indicators = indicare_indicator_count();
    int64_t authorities = 0, row;
    indicare_status status = indicare_authority_count(session, &authorities);
    SEXP columns = PROTECT(columns_of(figure_names, figure_types, authorities * indicators));

    for (row = 0; row < authorities * indicators && status == INDICARE_OK; ++row)
        status = set_figure(columns, (R_xlen_t)row, session, row / indicators, row % indicators);
    UNPROTECT(1);
    return status == INDICARE_OK ? columns : refusal(pointer, status);
}

/* ---- Findings ------------------------------------------------------------------------------- */

enum { CODE, SEVERITY, LINE, FINDING_TEXTS };

static const char *const finding_names[] = {"code",  "severity", "line",    "file", "column",
                                            "value", "child",    "message", "text", ""};
static const SEXPTYPE finding_types[] = {STRSXP, STRSXP, REALSXP, STRSXP, STRSXP,
                                         STRSXP, STRSXP, STRSXP,  STRSXP};
static const text_at finding_texts[] = {indicare_finding_file,    indicare_finding_column,
                                        indicare_finding_value,   indicare_finding_child,
                                        indicare_finding_message, indicare_finding_as_text};

static indicare_status set_finding(SEXP columns, R_xlen_t row, indicare_session *session)
{
    const R_xlen_t texts = (R_xlen_t)(sizeof finding_texts / sizeof *finding_texts);
    const char *code = "";
    int32_t severity = 0;
    int64_t line = 0;
    indicare_status status = indicare_finding(session, row, &code, &severity, &line);
    R_xlen_t text;

    SET_STRING_ELT(VECTOR_ELT(columns, CODE), row, Rf_mkChar(code));
    SET_STRING_ELT(VECTOR_ELT(columns, SEVERITY), row, Rf_mkChar(indicare_severity_name(severity)));
    REAL(VECTOR_ELT(columns, LINE))[row] = (double)line;
    for (text = 0; text < texts && status == INDICARE_OK; ++text)
        status = set_text(VECTOR_ELT(columns, FINDING_TEXTS + text), row, finding_texts[text],
                          session, row);
    return status;
}

static SEXP findings(SEXP pointer)
{
    indicare_session *session = session_of(pointer);
    int64_t count = 0, row;
    indicare_status status = indicare_finding_count(session, &count);
    SEXP columns = PROTECT(columns_of(finding_names, finding_types, count));

    for (row = 0; row < count && status == INDICARE_OK; ++row)
        status = set_finding(columns, (R_xlen_t)row, session);
    UNPROTECT(1);
    return status == INDICARE_OK ? columns : refusal(pointer, status);
}

/* ---- Explanations --------------------------------------------------------------------------- */

enum { MEMBERSHIP, AMOUNT, EXPLAINED_TEXTS };

static const char *const explained_names[] = {"membership", "amount",     "child",
                                              "reason",     "decided_by", ""};
static const SEXPTYPE explained_types[] = {STRSXP, REALSXP, STRSXP, STRSXP, STRSXP};
static const text_at explained_texts[] = {indicare_explained_child, indicare_explained_reason,
                                          indicare_explained_decided_by};
static const char *const memberships[] = {"outside", "denominator", "numerator", "undetermined"};

static indicare_status set_explained(SEXP columns, R_xlen_t row, indicare_session *session)
{
    const R_xlen_t texts = (R_xlen_t)(sizeof explained_texts / sizeof *explained_texts);
    int32_t membership = INDICARE_OUTSIDE;
    int64_t amount = 0;
    indicare_status status = indicare_explained(session, row, &membership, &amount);
    R_xlen_t text;

    SET_STRING_ELT(VECTOR_ELT(columns, MEMBERSHIP), row, Rf_mkChar(memberships[membership]));
    REAL(VECTOR_ELT(columns, AMOUNT))[row] = (double)amount;
    for (text = 0; text < texts && status == INDICARE_OK; ++text)
        status = set_text(VECTOR_ELT(columns, EXPLAINED_TEXTS + text), row, explained_texts[text],
                          session, row);
    return status;
}

/* `authority` is an index from 0. */
static SEXP explain(SEXP pointer, SEXP authority, SEXP indicator)
{
    indicare_session *session = session_of(pointer);
    const int64_t index = indicare_find_indicator(text_of(indicator), INDICARE_NUL_TERMINATED);
    int64_t count = 0, row;
    indicare_status status = indicare_explain(session, Rf_asInteger(authority), index);
    SEXP columns;

    if (status == INDICARE_OK)
        status = indicare_explained_count(session, &count);
    columns = PROTECT(columns_of(explained_names, explained_types, count));
    for (row = 0; row < count && status == INDICARE_OK; ++row)
        status = set_explained(columns, (R_xlen_t)row, session);
    UNPROTECT(1);
    return status == INDICARE_OK ? columns : refusal(pointer, status);
}

/* ---- The catalogue -------------------------------------------------------------------------- */

static SEXP indicators(void)
{
    static const char *const names[] = {"id",       "title",    "family", "unit",
                                        "polarity", "sentence", "source", ""};
    static const SEXPTYPE types[] = {STRSXP, STRSXP, STRSXP, STRSXP, STRSXP, STRSXP, STRSXP};
    static const char *(*const texts[])(int64_t) = {
        indicare_indicator_id,       indicare_indicator_title,    indicare_indicator_family,
        indicare_indicator_unit,     indicare_indicator_polarity, indicare_indicator_sentence,
        indicare_indicator_source};
    const int64_t count = indicare_indicator_count();
    SEXP columns = PROTECT(columns_of(names, types, count));
    R_xlen_t column, row;

    for (column = 0; column < XLENGTH(columns); ++column)
        for (row = 0; row < count; ++row)
            SET_STRING_ELT(VECTOR_ELT(columns, column), row,
                           Rf_mkCharCE(texts[column](row), CE_UTF8));
    UNPROTECT(1);
    return columns;
}

/* ---- Registration --------------------------------------------------------------------------- */

#define CALLED(name, arguments) {#name, (DL_FUNC)name, arguments}

static const R_CallMethodDef called[] = {
    CALLED(create, 0),           CALLED(set_option, 3),       CALLED(give_postcodes, 3),
    CALLED(give_populations, 3), CALLED(give_population, 4),  CALLED(read_text, 4),
    CALLED(read_rows, 5),        CALLED(compute, 2),          CALLED(authorities, 1),
    CALLED(figures, 1),          CALLED(findings, 1),         CALLED(explain, 3),
    CALLED(indicators, 0),       {NULL, NULL, 0}};

void R_init_indicare(DllInfo *info)
{
    R_registerRoutines(info, NULL, called, NULL, NULL);
    R_useDynamicSymbols(info, FALSE);
    R_forceSymbols(info, TRUE);
}
