/*
 * indicare: exact performance indicators for children in care and care leavers.
 *
 * It reads the annual returns of children looked after (SSDA903) of one authority or of many, and
 * gives every indicator of its catalogue as at a date: whole numbers, the exact ratio that follows
 * from them, and the figure as a report prints it.
 *
 * A complete program:
 *
 *     #include <indicare.h>
 *     #include <stdio.h>
 *
 *     static const char episodes[] = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
 *                                    "A,01/06/2022,S,C2,U4,,\n"
 *                                    "B,01/07/2022,S,C2,U4,01/02/2023,E4A\n"
 *                                    "C,15/01/2023,S,V2,K2,,\n";
 *
 *     int main(void)
 *     {
 *         char text[200];
 *         int64_t started = indicare_find_indicator("started", INDICARE_NUL_TERMINATED);
 *         indicare_session *session = NULL;
 *         indicare_status status = indicare_create(&session);
 *
 *         if (status == INDICARE_OK)
 *             status = indicare_begin_table(session, "episodes.csv", INDICARE_NUL_TERMINATED, 2023);
 *         if (status == INDICARE_OK)
 *             status = indicare_feed(session, episodes, sizeof episodes - 1);
 *         if (status == INDICARE_OK)
 *             status = indicare_end_table(session, NULL);
 *         if (status == INDICARE_OK)
 *             status = indicare_compute(session, 20230331);
 *         if (status == INDICARE_OK)
 *             status = indicare_figure_printed(session, 0, started, text, sizeof text, NULL);
 *
 *         if (status == INDICARE_OK)
 *             printf("%s: %s\n", indicare_indicator_title(started), text);
 *         else if (indicare_error_text(session, text, sizeof text, NULL) == INDICARE_OK)
 *             printf("%s: %s\n", indicare_status_name(status), text);
 *         indicare_destroy(session);
 *         return status == INDICARE_OK ? 0 : 1;
 *     }
 *
 * It prints "Started to be looked after in the year: 3".
 *
 * OWNERSHIP. A session is made by indicare_create and is the caller's to destroy. What is given to
 * a session is copied: a buffer may be freed as soon as the call returns. Text that comes out is of
 * two kinds. A `const char *` is a constant of the library: never free it; it is NUL-terminated and
 * lasts as long as the library is loaded. Everything else is copied into a buffer of the caller's.
 *
 * TEXT IN is a pointer and a number of bytes, or INDICARE_NUL_TERMINATED in place of the number. NULL
 * with 0 bytes is the empty text. Returns and lists are CSV in UTF-8, with or without a byte order
 * mark.
 *
 * TEXT OUT takes `buffer`, `capacity` in bytes, and `length`, which may be NULL. The text is written
 * with a NUL behind it, which `length` does not count and `capacity` must have room for. When it does
 * not fit the call gives INDICARE_BUFFER_TOO_SMALL, sets `length` and writes nothing else; so a call
 * with NULL and 0 asks how long the text is. What comes from a return is handed on as it stands
 * there, and a long value is cut: decode it leniently, it may not be sound UTF-8.
 *
 * NUMBERS are int64_t: counts, and indices, which begin at 0. Bytes are counted in size_t. A date is
 * an int32_t that reads as it is written, 20230331 for 31 March 2023: one argument in every language,
 * in the order of the days. A year is that of the 31 March on which a return ends.
 *
 * ERRORS. A function that can fail gives a status, and the session keeps a sentence that says which
 * argument was wrong and what was expected: see indicare_error_text. The call has then changed
 * nothing, in the session or behind its pointers, unless it says so. INDICARE_OUT_OF_MEMORY and
 * INDICARE_INTERNAL are different: they end a session, since part of a return may be lost. It then
 * gives the same status to every call but indicare_error_text and indicare_destroy, and never a
 * number made of half a return. Every function that takes a session may give these two, and
 * INDICARE_INVALID_ARGUMENT for a NULL; what else can happen stands with the function. A function
 * without a session cannot fail: it gives NULL or -1 for what there is not. No exception leaves the
 * library.
 *
 * What is wrong in a return is no error of the call. It is a finding: the row or the field is left
 * out, the finding says where and why, and reading goes on.
 *
 * THREADS. A session is used by one thread at a time. Different sessions share nothing and may be
 * used at the same time. The library has no state of its own: it does not print, read the
 * environment, the clock, the locale or a file, or open a connection.
 *
 * VERSIONS. The numbers of statuses and severities, the ids of indicators and the names of options
 * and findings do not change their meaning. Functions are added; none is changed or taken away
 * within a major version, from 1.0 on. Nothing has a layout: there are no structs to grow. The order
 * of the catalogue may change from release to release: keep ids, not indices.
 *
 * Link with the shared library, or define INDICARE_STATIC before including this header and link with
 * the static one and the C++ standard library. The header is C89 with <stdint.h>, and C++.
 */
#ifndef INDICARE_H
#define INDICARE_H

/* NOLINTBEGIN(modernize-*): this is C */

#include <stddef.h>
#include <stdint.h>

/* A copy that was built with names of its own: docs/packages.md. */
#if defined(INDICARE_PREFIX)
#include "indicare_prefix.h"
#endif

#if defined(INDICARE_STATIC)
#define INDICARE_API
#elif defined(_WIN32) && defined(INDICARE_BUILD)
#define INDICARE_API __declspec(dllexport)
#elif defined(_WIN32)
#define INDICARE_API __declspec(dllimport)
#elif defined(__GNUC__)
#define INDICARE_API __attribute__((visibility("default")))
#else
#define INDICARE_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- The library ----------------------------------------------------------------------------- */

/* The version of this header: 10000 times major, 100 times minor, patch. */
#define INDICARE_VERSION_NUMBER 100

/* The version of the library that is loaded, as INDICARE_VERSION_NUMBER; and as text, "0.1.0". */
INDICARE_API int32_t indicare_version_number(void);
INDICARE_API const char *indicare_version_text(void);

/* What became of a call. */
typedef int32_t indicare_status;

/* It was done. */
#define INDICARE_OK ((indicare_status)0)
/* The text does not fit into the buffer; `length` tells how long it is. */
#define INDICARE_BUFFER_TOO_SMALL ((indicare_status)1)
/* A NULL that is not allowed, or a value that is not one of those expected. */
#define INDICARE_INVALID_ARGUMENT ((indicare_status)2)
/* An index, a year, a date or a number beyond its bounds. */
#define INDICARE_OUT_OF_RANGE ((indicare_status)3)
/* Nothing has this name. */
#define INDICARE_NOT_FOUND ((indicare_status)4)
/* The call has its time, and it is not now. */
#define INDICARE_WRONG_ORDER ((indicare_status)5)
/* The text does not have the columns that it must have. Nothing was read; a finding was added. */
#define INDICARE_NOT_RECOGNISED ((indicare_status)6)
/* There is no figure; see indicare_figure_reason. */
#define INDICARE_NOT_AVAILABLE ((indicare_status)7)
/* Memory ran out. The session, or the state, can only be destroyed. */
#define INDICARE_OUT_OF_MEMORY ((indicare_status)8)
/* A fault of the library, worth reporting. The session, or the state, can only be destroyed. */
#define INDICARE_INTERNAL ((indicare_status)9)

/* A callback of the caller's asked to end the call. */
#define INDICARE_CANCELLED ((indicare_status)10)
/* What is given contradicts what is there: partial states that do not go together. */
#define INDICARE_CONFLICT ((indicare_status)11)

/* The name of a status as it is written above, "INDICARE_OK"; "unknown status" for other numbers. */
INDICARE_API const char *indicare_status_name(indicare_status status);

/* In place of a number of bytes: the text ends with a NUL. */
#define INDICARE_NUL_TERMINATED ((size_t)-1)

/* ---- The catalogue of indicators --------------------------------------------------------------
 *
 * It is the same for every session. An indicator is named by its index, from 0 to
 * indicare_indicator_count() - 1. The functions cost next to nothing.
 */

/* How many indicators there are. */
INDICARE_API int64_t indicare_indicator_count(void);

/* The index of the indicator with an id, as "looked_after"; -1 when there is none or `id` is NULL. */
INDICARE_API int64_t indicare_find_indicator(const char *id, size_t id_length);

/* What an indicator is; NULL for an index that does not exist.
 *
 * id        its name in programs and files, for ever: "three_or_more_placements"
 * title     its name in reports: "Three or more placements in the year"
 * family    the heading under which reports show it: "Stability"
 * unit      "children" (a count), "percent", "per_10000" (of the population aged 0-17), or, for a
 *           mean over children, "days", "score" or "incidents"
 * polarity  "high" when a high value is good, "low" when a low one is, "none" when neither
 * sentence  what is counted, among whom
 * source    the document that it follows
 */
INDICARE_API const char *indicare_indicator_id(int64_t indicator);
INDICARE_API const char *indicare_indicator_title(int64_t indicator);
INDICARE_API const char *indicare_indicator_family(int64_t indicator);
INDICARE_API const char *indicare_indicator_unit(int64_t indicator);
INDICARE_API const char *indicare_indicator_polarity(int64_t indicator);
INDICARE_API const char *indicare_indicator_sentence(int64_t indicator);
INDICARE_API const char *indicare_indicator_source(int64_t indicator);

/* ---- A session --------------------------------------------------------------------------------
 *
 * A session holds the returns of one authority or of many, and what was last computed from them. In
 * this order: set options, give postcodes, read tables, give populations, compute, ask for results.
 * More tables and populations may follow, and another indicare_compute: results are always those of
 * all that was given.
 */

typedef struct indicare_session indicare_session;

/* Makes a session. Errors: INDICARE_INVALID_ARGUMENT when `session` is NULL,
 * INDICARE_OUT_OF_MEMORY; `*session` is then NULL. */
INDICARE_API indicare_status indicare_create(indicare_session **session);

/* Ends a session and frees all it holds. NULL is allowed, and nothing happens. */
INDICARE_API void indicare_destroy(indicare_session *session);

/* The sentence about the last call that failed on this session; empty when none has. It lasts until
 * the next that fails; this function does not change it. It has at most INDICARE_ERROR_TEXT_SIZE - 1
 * bytes. Errors: INDICARE_BUFFER_TOO_SMALL; INDICARE_INVALID_ARGUMENT when `session` is NULL. */
#define INDICARE_ERROR_TEXT_SIZE ((size_t)512)
INDICARE_API indicare_status indicare_error_text(indicare_session *session, char *buffer,
                                                 size_t capacity, size_t *length);

/* Sets an option, by its name and value as text.
 *
 * Before anything is read, that is before the first table, list of postcodes or populations:
 *   authority      whose returns they are, where tables have no LA column; at first empty
 *   area           which `la` of the list of postcodes is the authority's own; at first empty, which
 *                  means that its name is taken for it
 *   longitudinal   1: the tables are one extract that holds the histories of many years;
 *                  0, at first: they are annual returns
 *   checks         1: the returns are to be checked (indicare_make_check), so that rows are kept
 *                  which no indicator reads; 0, at first: they are not
 *   findings_kept  how many findings of each code can be asked for, 0 to 1000000000; at first 1000.
 *                  All are counted.
 *   row_bytes      the longest row of a table in bytes, 1000 to 1000000000; at first 1048576
 *   columns        the most columns of a table, 100 to 1000000; at first 4096
 *
 * At any time:
 *   children       named, at first: findings, checks and explanations call children by their
 *                  identifiers, and findings quote what stands in a row; numbered: children go by a
 *                  number, that of the order in which they were first named, and nothing is quoted,
 *                  nor in a sentence a child that was given
 *
 * At any time between tables, a policy: a point that DfE's guidance leaves open. The first value of
 * each is the one at first. What was computed is discarded.
 *   leaver_on_date         has_ceased, still_looked_after: a child who leaves on the date itself
 *   placement_run          same_carer, same_place: what keeps a placement the same
 *   temporary_placements   passed_over, counted: temporary episodes (PLACE T0-T4)
 *   leap_day_birthday      first_of_march, last_of_february: in common years
 *   independent_providers  private_and_voluntary, private_only: of foster placements
 *   starts_and_ceases      children, periods: what started, ceased and their rates count
 *   unaccompanied_status   in_the_year, open_on_date: when a UASC row must be open
 *
 * Errors: INDICARE_NOT_FOUND when no option has the name; INDICARE_INVALID_ARGUMENT when it does not
 * have the value; INDICARE_OUT_OF_RANGE; INDICARE_WRONG_ORDER. */
INDICARE_API indicare_status indicare_set_option(indicare_session *session, const char *name,
                                                 size_t name_length, const char *value,
                                                 size_t value_length);

/* ---- What the returns do not tell ------------------------------------------------------------- */

/* Gives a list of postcodes, CSV `postcode,easting,northing,la`, in metres of the British National
 * Grid, with columns in any order; before any table. For the indicators of distance from home and of
 * placement inside the authority's area, which have no figure without it. May be called again: of a
 * postcode that comes twice the later row stands. `file` names the list in findings.
 * Errors: INDICARE_NOT_RECOGNISED; INDICARE_WRONG_ORDER after a table was begun. Rows that cannot be
 * used are findings. Cost: linear in the text. */
INDICARE_API indicare_status indicare_give_postcodes(indicare_session *session, const char *file,
                                                     size_t file_length, const char *text,
                                                     size_t text_length);

/* Gives the population aged 0-17, for the rates, as CSV `authority,year,population`, or as the file
 * of mid-year estimates of the Office for National Statistics that DfE publishes. An authority goes
 * by what the returns call it (LA, or the option `authority`); a file of estimates knows each by
 * old code, new code and name. `year` is the reporting year, which divides by the mid-year estimate
 * before. Of an authority and year that come twice the first of a text stands, and the later of two
 * calls. What was computed is discarded. Errors: INDICARE_NOT_RECOGNISED; INDICARE_WRONG_ORDER while a
 * table is open. Rows that cannot be used are findings. Cost: linear in the text. */
INDICARE_API indicare_status indicare_give_populations(indicare_session *session, const char *file,
                                                       size_t file_length, const char *text,
                                                       size_t text_length);

/* Gives one of them: the people aged 0-17, 0 to 999999999, of an authority in a reporting year, 1953
 * to 2080. The name is empty where returns and options name none. What was computed is discarded.
 * Errors: INDICARE_OUT_OF_RANGE, INDICARE_WRONG_ORDER while a table is open. */
INDICARE_API indicare_status indicare_give_population(indicare_session *session,
                                                      const char *authority,
                                                      size_t authority_length, int32_t year,
                                                      int64_t people);

/* ---- Reading tables ---------------------------------------------------------------------------
 *
 * A return is up to twelve tables. Each is begun, fed in pieces of any size, and ended. It is
 * recognised by its columns, in any order and case. A column LA names the authority of each row; a
 * column YEAR the return that the row is of. Returns of several years may be read in any order; of
 * a child who is in several, each return corrects those before.
 */

/* Begins the text of a table. `file` names it in findings. `year` is that of the return, 1953 to
 * 2079; 0 when the option `longitudinal` is 1. What was computed is discarded.
 * Errors: INDICARE_OUT_OF_RANGE; INDICARE_WRONG_ORDER when a table is open. */
INDICARE_API indicare_status indicare_begin_table(indicare_session *session, const char *file,
                                                  size_t file_length, int32_t year);

/* Feeds the next piece of the text, from no bytes to all of it; pieces may end within a row or a
 * character. Larger ones are faster, 256 KiB and more fast enough. Errors: INDICARE_WRONG_ORDER when
 * no table is open. Cost: linear in the text; 16 bytes an episode and about 72 a child are kept. */
INDICARE_API indicare_status indicare_feed(indicare_session *session, const char *text,
                                           size_t text_length);

/* Ends the table. Sets `*table`, unless `table` is NULL, to the name of the table as DfE's guide
 * writes it: Header, Episodes, UASC, Reviews, OC2, OC3, AD1, PlacedAdoption, PrevPerm, Missing,
 * SWEpisodes or DoLo; or to NULL when it could not be read as any of them, which a finding explains
 * and which is not an error. Errors: INDICARE_WRONG_ORDER when no table is open. */
INDICARE_API indicare_status indicare_end_table(indicare_session *session, const char **table);

/* Begins a table of which the rows are given one by one, without any CSV: `columns` are `count` names,
 * as the first row of a file would have them, each with its number of bytes in `lengths`;
 * INDICARE_NUL_TERMINATED there, or NULL in place of `lengths`, where they end with a NUL. It is ended
 * with indicare_end_table. Findings give the number of a row as its line, the names being line 1.
 * Errors: INDICARE_OUT_OF_RANGE for a year, or less than 1 column or more than the option `columns`;
 * INDICARE_WRONG_ORDER when a table is open. */
INDICARE_API indicare_status indicare_begin_rows(indicare_session *session, const char *file,
                                                 size_t file_length, int32_t year,
                                                 const char *const *columns, const size_t *lengths,
                                                 int64_t count);

/* Adds a row: the values in the order of the columns, written as in a file (dates as 31/03/2023 or
 * 2023-03-31). A NULL is blank. Fewer or more than there are columns is a finding. A table of many rows
 * is read fastest as text or from Arrow, which costs one call.
 * Errors: INDICARE_OUT_OF_RANGE as for columns; INDICARE_WRONG_ORDER when the table that is open was
 * not begun by indicare_begin_rows. */
INDICARE_API indicare_status indicare_add_row(indicare_session *session,
                                              const char *const *values, const size_t *lengths,
                                              int64_t count);

/* Reads a whole table from a stream in the Arrow C Stream Interface, whose structs <arrow/c/abi.h> and
 * many others define: batches whose columns are those of the table. Columns are text (utf8,
 * large_utf8, utf8_view, and dictionaries), dates (date32, date64, timestamps without a zone, of which
 * the day counts), whole numbers, booleans (as 1 and 0), floating-point numbers that are whole, and
 * null. Missing values, and NaN, are blank. `table` as for indicare_end_table, lines as for
 * indicare_begin_rows. The stream is the library's from the call on, and is released in any case.
 * Errors: INDICARE_OUT_OF_RANGE, INDICARE_WRONG_ORDER as for indicare_begin_table;
 * INDICARE_NOT_RECOGNISED for columns of other types, rows that are null, values that are malformed, a
 * stream that gives an error: what was read of it stays, as of a file that breaks off.
 * Cost: linear, some ten nanoseconds a value. */
struct ArrowArrayStream;
INDICARE_API indicare_status indicare_read_arrow(indicare_session *session, const char *file,
                                                 size_t file_length, int32_t year,
                                                 struct ArrowArrayStream *stream,
                                                 const char **table);

/* The same of one batch: a struct with an array for each column. Both are released in any case. */
struct ArrowSchema;
struct ArrowArray;
INDICARE_API indicare_status indicare_read_arrow_array(indicare_session *session,
                                                       const char *file, size_t file_length,
                                                       int32_t year, struct ArrowSchema *schema,
                                                       struct ArrowArray *array,
                                                       const char **table);

/* Begins the text of a whole return in its XML form, as indicare_begin_table does that of one table.
 * It is fed with indicare_feed, and ended with indicare_end_xml, which sets `*read`, unless NULL, to 1
 * when it was a return, else 0, which a finding explains: also where the library was built without
 * expat. Errors: as for indicare_begin_table and indicare_end_table. */
INDICARE_API indicare_status indicare_begin_xml(indicare_session *session, const char *file,
                                                size_t file_length, int32_t year);
INDICARE_API indicare_status indicare_end_xml(indicare_session *session, int32_t *read);

/* ---- Computing -------------------------------------------------------------------------------- */

/* Computes every indicator for every authority as at a date: over the year, and for some indicators
 * the two years, that end on it. For a series of years, compute and read the results of one date
 * after the other. Two computations of the same date give the same.
 * Errors: INDICARE_INVALID_ARGUMENT when `as_at` is not a day; INDICARE_OUT_OF_RANGE outside
 * 1 January 1900 to 5 June 2079; INDICARE_WRONG_ORDER when no table was read or one is open. When all
 * tables that were read could not be recognised there are no authorities, and no error.
 * Cost: linear in rows. */
INDICARE_API indicare_status indicare_compute(indicare_session *session, int32_t as_at);

/* ---- Results ----------------------------------------------------------------------------------
 *
 * Those of the last indicare_compute; INDICARE_WRONG_ORDER when there is none, or when something was
 * given to the session since. `authority` is an index in order of the authorities' names,
 * `indicator` one of the catalogue; INDICARE_OUT_OF_RANGE for others.
 */

/* How many authorities the returns hold. */
INDICARE_API indicare_status indicare_authority_count(indicare_session *session, int64_t *count);

/* What the returns call an authority; empty where neither they nor the option name it. */
INDICARE_API indicare_status indicare_authority_name(indicare_session *session, int64_t authority,
                                                     char *buffer, size_t capacity,
                                                     size_t *length);

/* Whether there is a figure: 1, or 0 when something that it needs was not given. */
INDICARE_API indicare_status indicare_figure_is_available(indicare_session *session,
                                                          int64_t authority, int64_t indicator,
                                                          int32_t *available);

/* Why there is no figure, "no OC2 table in the return of 2022 ..."; empty where there is one. */
INDICARE_API indicare_status indicare_figure_reason(indicare_session *session, int64_t authority,
                                                    int64_t indicator, char *buffer,
                                                    size_t capacity, size_t *length);

/* The whole numbers that a figure is made of. Any of the pointers may be NULL.
 *
 * numerator        the children who are counted; for a mean, the sum over them
 * has_denominator  0 for a count, else 1
 * denominator      the children counted among, or the population of a rate; 0 when has_denominator
 *                  is 0
 * undetermined     children of whom the returns do not tell whether they are counted; in neither of
 *                  the other two
 *
 * Errors: INDICARE_NOT_AVAILABLE when there is no figure, and no number is set. */
INDICARE_API indicare_status indicare_figure_numbers(indicare_session *session, int64_t authority,
                                                     int64_t indicator, int64_t *numerator,
                                                     int32_t *has_denominator,
                                                     int64_t *denominator, int64_t *undetermined);

/* The exact value in the indicator's unit, in lowest terms: "15400/249" for 154 of 249 percent, "50"
 * when it is whole. Empty when there is no figure or the denominator is 0. */
INDICARE_API indicare_status indicare_figure_exact(indicare_session *session, int64_t authority,
                                                   int64_t indicator, char *buffer,
                                                   size_t capacity, size_t *length);

/* The figure as a report prints it, rounded once, half up: "62". Counts, percentages and rates to
 * whole numbers, means to one decimal; without a sign of the unit. DfE's symbols in place of it: "x"
 * when there is no figure, "z" when the denominator is 0, "k" when it would print as 0 but is not. */
INDICARE_API indicare_status indicare_figure_printed(indicare_session *session, int64_t authority,
                                                     int64_t indicator, char *buffer,
                                                     size_t capacity, size_t *length);

/* The least and the most that the value can be, whatever is true of the undetermined children, as
 * printed. Empty when there are none, and for a mean to which a child can add any number. */
INDICARE_API indicare_status indicare_figure_low(indicare_session *session, int64_t authority,
                                                 int64_t indicator, char *buffer, size_t capacity,
                                                 size_t *length);
INDICARE_API indicare_status indicare_figure_high(indicare_session *session, int64_t authority,
                                                  int64_t indicator, char *buffer, size_t capacity,
                                                  size_t *length);

/* The limits within which a figure lies but for chance: of a share Wilson's, of a rate the exact
 * Poisson limits, of a mean Student's t. `confidence` is a percentage above 1 and below 100, "99.8",
 * or a part of 1, "0.998"; empty for 95. In the unit of the indicator, with one decimal. Where children
 * are undetermined, those of the least and of the most that the figure can be. Empty where there are
 * none: of a count, where there is no figure. Errors: INDICARE_INVALID_ARGUMENT for a confidence that
 * is none. Cost: microseconds for a share, up to a millisecond for others; some hundred microseconds
 * more for a confidence other than 95 and 99.8. */
INDICARE_API indicare_status indicare_figure_limit_low(indicare_session *session,
                                                       int64_t authority, int64_t indicator,
                                                       const char *confidence,
                                                       size_t confidence_length, char *buffer,
                                                       size_t capacity, size_t *length);
INDICARE_API indicare_status indicare_figure_limit_high(indicare_session *session,
                                                        int64_t authority, int64_t indicator,
                                                        const char *confidence,
                                                        size_t confidence_length, char *buffer,
                                                        size_t capacity, size_t *length);

/* Whether a figure differs by more than chance explains from a number in its unit, "62.5", taken as it
 * stands: sets `*significance` to "much better", "better", "much worse", "worse", "much higher",
 * "higher", "much lower", "lower" (those without a polarity), "similar", or "cannot be told" where there
 * are no limits. Errors: INDICARE_INVALID_ARGUMENT for a number that is none. */
INDICARE_API indicare_status indicare_figure_significance(indicare_session *session,
                                                          int64_t authority, int64_t indicator,
                                                          const char *number,
                                                          size_t number_length,
                                                          const char **significance);

/* What a reader should know of an authority's figures: the number of notes, and each, a sentence. */
INDICARE_API indicare_status indicare_note_count(indicare_session *session, int64_t authority,
                                                 int64_t *count);
INDICARE_API indicare_status indicare_note(indicare_session *session, int64_t authority,
                                           int64_t note, char *buffer, size_t capacity,
                                           size_t *length);

/* All results as CSV, a row for each authority and indicator: `authority, as_at, indicator, unit,
 * numerator, denominator, undetermined, value, low, high, squares`, the last for a mean the sum of
 * the squares of what its children add; and as JSON, an array of authorities with their figures,
 * exact ratios, reasons and notes, where bytes that are no UTF-8 become U+FFFD. Each call makes the
 * text anew. */
INDICARE_API indicare_status indicare_results_as_csv(indicare_session *session, char *buffer,
                                                     size_t capacity, size_t *length);
INDICARE_API indicare_status indicare_results_as_json(indicare_session *session, char *buffer,
                                                      size_t capacity, size_t *length);

/* The same as a stream in the Arrow C Stream Interface: one batch with a row for each authority and
 * indicator. Columns: authority, indicator, unit (utf8); as_at (date32); numerator, denominator,
 * undetermined (int64); exact, printed, low, high, reason (utf8). Null where there is none: in all
 * but the first four and `printed`. Bytes that are no UTF-8 are replaced. `*stream` is written over and
 * is the caller's to release; it lives on when the session is destroyed. */
INDICARE_API indicare_status indicare_results_as_arrow(indicare_session *session,
                                                       struct ArrowArrayStream *stream);

/* ---- Documents --------------------------------------------------------------------------------
 *
 * Longer answers are documents: made by a function whose name begins with indicare_make_, in the format
 * that its last argument but the pointers names ("text" for a person to read, "csv", "json" and so on;
 * INDICARE_INVALID_ARGUMENT for one that it does not have), kept in the session until the next is made
 * or the session ends, and read by these functions as often as needed.
 * A document that could not be made leaves the one before.
 * In JSON, bytes that are no UTF-8 become U+FFFD.
 */

/* The document's bytes. Errors: INDICARE_WRONG_ORDER when none was made. */
INDICARE_API indicare_status indicare_document(indicare_session *session, char *buffer,
                                               size_t capacity, size_t *length);

/* Takes a piece of a document. 0 to go on; anything else ends the call with INDICARE_CANCELLED. It
 * must not use the session, nor throw. */
typedef int32_t (*indicare_writer)(void *context, const char *bytes, size_t length);

/* Hands the document over in pieces of up to 64 KiB, to be written to a file or a socket.
 * Errors: INDICARE_WRONG_ORDER when none was made; INDICARE_CANCELLED. */
INDICARE_API indicare_status indicare_write_document(indicare_session *session,
                                                     indicare_writer writer, void *context);

/* Is asked now and then during an audit or a disclosure whether to go on: 0 for yes. With anything
 * else the call ends soon, and says what it knows by then: a verdict INDICARE_UNDECIDED. It must not
 * use the session, nor throw. */
typedef int32_t (*indicare_patience)(void *context);

/* Sets whom to ask; NULL for nobody, as at first: then it takes as long as it takes. */
INDICARE_API indicare_status indicare_set_patience(indicare_session *session,
                                                   indicare_patience patience, void *context);

/* ---- The children behind a figure --------------------------------------------------------------
 *
 * From the results of the last indicare_compute, with INDICARE_WRONG_ORDER and INDICARE_OUT_OF_RANGE as
 * there; INDICARE_NOT_AVAILABLE when the results are those of a partial state, which knows no children,
 * or there is no figure. They are personal data; see the option `children`.
 */

/* Where a child stands in an indicator. */
#define INDICARE_OUTSIDE ((int32_t)0)
/* Counted among, and not counted. */
#define INDICARE_DENOMINATOR ((int32_t)1)
/* Counted. */
#define INDICARE_NUMERATOR ((int32_t)2)
/* The returns do not tell. */
#define INDICARE_UNDETERMINED ((int32_t)3)

/* Explains a figure child by child, for the functions below, until the next call or the next
 * indicare_compute. Cost: as of counting, and a few microseconds a child. */
INDICARE_API indicare_status indicare_explain(indicare_session *session, int64_t authority,
                                              int64_t indicator);

/* How many children are in the numerator, the denominator or undetermined: those are first, in this
 * order, and those outside are not among them. Errors: INDICARE_WRONG_ORDER when nothing is explained. */
INDICARE_API indicare_status indicare_explained_count(indicare_session *session, int64_t *count);

/* Of one of them, by its place: where it stands, and what it adds to the numerator. Either pointer may
 * be NULL. */
INDICARE_API indicare_status indicare_explained(indicare_session *session, int64_t place,
                                                int32_t *membership, int64_t *amount);

/* Its identifier, or number; why it stands there; and of one undetermined what would decide. */
INDICARE_API indicare_status indicare_explained_child(indicare_session *session, int64_t place,
                                                      char *buffer, size_t capacity,
                                                      size_t *length);
INDICARE_API indicare_status indicare_explained_reason(indicare_session *session, int64_t place,
                                                       char *buffer, size_t capacity,
                                                       size_t *length);
INDICARE_API indicare_status indicare_explained_decided_by(indicare_session *session,
                                                           int64_t place, char *buffer,
                                                           size_t capacity, size_t *length);

/* Makes a document of the same, and of how far the figure is from a target in its unit, "62.5", with
 * the children nearest to making the difference; no target when it is empty. Formats: text, csv, json.
 * Errors: INDICARE_INVALID_ARGUMENT for a target that is no number. */
INDICARE_API indicare_status indicare_make_explanation(indicare_session *session,
                                                       int64_t authority, int64_t indicator,
                                                       const char *target, size_t target_length,
                                                       const char *format, size_t format_length);

/* Makes a document of how a figure moved from a day before to that of the results, child by child.
 * Formats: text, csv, json. Errors: INDICARE_INVALID_ARGUMENT for a day that is none,
 * INDICARE_OUT_OF_RANGE for one that is not before, or before 1900; INDICARE_NOT_AVAILABLE when there
 * is no figure on one of the two days. */
INDICARE_API indicare_status indicare_make_movement(indicare_session *session, int64_t authority,
                                                    int64_t indicator, int32_t since,
                                                    const char *format, size_t format_length);

/* Makes a document of one child's life in care and of the indicators in which it counts. `child` is the
 * identifier of the returns. Formats: text, csv, json. Errors: INDICARE_NOT_FOUND. */
INDICARE_API indicare_status indicare_make_life(indicare_session *session, int64_t authority,
                                                const char *child, size_t child_length,
                                                const char *format, size_t format_length);

/* Makes a document of what is wrong in the returns, which figures as at a day that moves and by how
 * many children, and which figures can be relied upon. It asks for the option `checks`; of what was
 * found while reading, the findings that are kept are told. Formats: text (the first three findings of
 * each kind), csv, json. Results and findings stay as they are. Cost: a few times that of
 * indicare_compute.
 * Errors: INDICARE_WRONG_ORDER without the option, before a table was read or while one is open;
 * dates as for indicare_compute. */
INDICARE_API indicare_status indicare_make_check(indicare_session *session, int32_t as_at,
                                                 const char *format, size_t format_length);

/* ---- One child after the other ------------------------------------------------------------------
 *
 * A case-management system changes one record at a time, and the figures follow: after indicare_compute
 * a child is begun, its rows are given as those of any table, with the year of the return that they
 * would be in, and it is ended. The results are then those of now, as if all had been read anew, and
 * indicare_compute need not be called. Which returns and tables were given stays what it was.
 */

/* Begins to replace all that is said of a child, who may be new. `authority` as the returns name it. As
 * in rows, blanks round names do not count. Errors: INDICARE_WRONG_ORDER before indicare_compute, while
 * a table or a child is open, or when the results are of a partial state; INDICARE_OUT_OF_RANGE for no
 * name, or one of more than 256 bytes; INDICARE_NOT_FOUND for an authority of which no return was read.
 * Findings about histories leave, as when more is given; those about rows that are replaced stay. Cost:
 * microseconds; the first after indicare_compute as that itself. The rows that are replaced stay in
 * memory, some 50 bytes each, as long as the session lives. */
INDICARE_API indicare_status indicare_begin_child(indicare_session *session,
                                                  const char *authority, size_t authority_length,
                                                  const char *child, size_t child_length);

/* Ends it: one of whom no rows were given is not in the returns any more. Rows of other children that
 * came meanwhile count too, and make the call as slow as indicare_compute.
 * Errors: INDICARE_WRONG_ORDER when no child was begun, or a table is open. */
INDICARE_API indicare_status indicare_end_child(indicare_session *session);

/* ---- Partial states ---------------------------------------------------------------------------
 *
 * What was counted of some children or authorities, without their records: it travels as bytes, is
 * merged with what was counted elsewhere, and gives the figures of the whole. The marks of children in
 * it tell whether one was counted twice; they are personal data until they are forgotten.
 */

typedef struct indicare_state indicare_state;

/* Makes a state of nothing. Errors: INDICARE_INVALID_ARGUMENT, INDICARE_OUT_OF_MEMORY. */
INDICARE_API indicare_status indicare_create_state(indicare_state **state);

/* Frees a state. NULL is allowed, and nothing happens. */
INDICARE_API void indicare_destroy_state(indicare_state *state);

/* The sentence about the last call that failed on this state, as indicare_error_text of a session. */
INDICARE_API indicare_status indicare_state_error_text(indicare_state *state, char *buffer,
                                                       size_t capacity, size_t *length);

/* Makes the state that of all that the session has read, as at the day of its last indicare_compute.
 * What goes wrong is said by the session. Errors: INDICARE_WRONG_ORDER as for results, and when these
 * are of a state. Cost: as of indicare_compute. */
INDICARE_API indicare_status indicare_take_state(indicare_session *session, indicare_state *state);

/* Makes the results of a session those of a state, with the populations of the session: a state has
 * none. Errors: INDICARE_WRONG_ORDER while a table or a child is open; INDICARE_INVALID_ARGUMENT for a
 * state as at several days, which other programs make. */
INDICARE_API indicare_status indicare_compute_state(indicare_session *session,
                                                    indicare_state *state);

/* Takes in what another state counted; takes it out again. Errors: INDICARE_CONFLICT, and nothing is
 * changed: other rules or days, a child in both or, taken out, not in it, parts of an authority that
 * know of different returns. A session that has no children in a table is told of it by reading its
 * first row alone, beside a table of that return in which it has some, before indicare_compute. Cost:
 * linear in the children. */
INDICARE_API indicare_status indicare_merge_state(indicare_state *state, indicare_state *other);
INDICARE_API indicare_status indicare_subtract_state(indicare_state *state, indicare_state *other);

/* Forgets the marks of children, when all parts of each authority have been merged: it can then be
 * merged with other authorities alone. */
INDICARE_API indicare_status indicare_forget_children(indicare_state *state);

/* The state as bytes, the same on every machine: about 2 for each number and 8 for each child; and the
 * state that such bytes are, in place of the one before. Errors: INDICARE_BUFFER_TOO_SMALL;
 * INDICARE_NOT_RECOGNISED for bytes that are cut off, changed or of another version. */
INDICARE_API indicare_status indicare_state_bytes(indicare_state *state, char *buffer,
                                                  size_t capacity, size_t *length);
INDICARE_API indicare_status indicare_read_state(indicare_state *state, const char *bytes,
                                                 size_t length);

/* ---- Comparators and reports --------------------------------------------------------------------
 *
 * England, the region and statistical neighbours, from the statistics that DfE published. `authority`
 * in these functions is an old code, a new code or a name by which they are published, "831",
 * "E06000015", "Derby"; the session's returns of it are those whose name is one of these, or that have
 * none.
 */

/* Gives the session the statistics that come with the library, of 2018 to 2025. Again, nothing happens.
 * Errors: INDICARE_WRONG_ORDER after indicare_give_benchmarks alone. Cost: some tenths of a second, and
 * some tens of megabytes as long as the session lives. */
INDICARE_API indicare_status indicare_use_bundled_benchmarks(indicare_session *session);

/* Gives one more published file, as it is downloaded: statistics, populations (by old code), or a list
 * of neighbours, whose edition is the last year in the name `file`. What cannot be placed is a finding.
 * Results stay. Errors: INDICARE_NOT_RECOGNISED for other files, and for statistics of which nothing is
 * an indicator's. Cost: linear in the text. */
INDICARE_API indicare_status indicare_give_benchmarks(indicare_session *session, const char *file,
                                                      size_t file_length, const char *text,
                                                      size_t text_length);

/* Lays the figures of an authority as at 31 March of a year, and of the year before, beside the
 * benchmarks, for the functions below, until the next call or until more is given. It counts them
 * itself and leaves results as they are. Where no populations were given, rates divide by those of the
 * benchmarks. Errors: INDICARE_NOT_FOUND when nothing is published of the authority, or the name is that
 * of several; INDICARE_NOT_AVAILABLE when the returns hold no such authority; INDICARE_OUT_OF_RANGE
 * for a year outside 1953 to 2079; INDICARE_WRONG_ORDER before benchmarks were given, a table was read,
 * or while one is open. Cost: as of indicare_compute, and some tenths of a second after benchmarks were
 * given. */
INDICARE_API indicare_status indicare_compare(indicare_session *session, const char *authority,
                                              size_t authority_length, int32_t year);

/* How many benchmarks an indicator is laid beside; counts have none. This and the functions below give
 * INDICARE_WRONG_ORDER when nothing is compared, INDICARE_OUT_OF_RANGE for other indices. */
INDICARE_API indicare_status indicare_benchmark_count(indicare_session *session,
                                                      int64_t indicator, int64_t *count);

/* One of them. Any of the pointers may be NULL.
 *
 * kind          "england", "region", "neighbours_mean", "neighbours_median", "neighbours_pooled"
 * year          of which it is
 * answer        "better", "worse", "higher", "lower", "the same" or "cannot be told": of the exact figure
 * significance  whether by more than chance explains, as for indicare_figure_significance */
INDICARE_API indicare_status indicare_benchmark(indicare_session *session, int64_t indicator,
                                                int64_t benchmark, const char **kind,
                                                int32_t *year, const char **answer,
                                                const char **significance);

/* Its name, "London"; and its figure as printed. */
INDICARE_API indicare_status indicare_benchmark_name(indicare_session *session, int64_t indicator,
                                                     int64_t benchmark, char *buffer,
                                                     size_t capacity, size_t *length);
INDICARE_API indicare_status indicare_benchmark_printed(indicare_session *session,
                                                        int64_t indicator, int64_t benchmark,
                                                        char *buffer, size_t capacity,
                                                        size_t *length);

/* Makes a document of the comparison: text, csv, json. Errors as of indicare_compare. */
INDICARE_API indicare_status indicare_make_comparison(indicare_session *session,
                                                      const char *authority,
                                                      size_t authority_length, int32_t year,
                                                      const char *format, size_t format_length);

/* Makes the report for a committee, with the trend over `years` years, 2 to 20, up to `year`. Formats:
 * html (one file, with its charts), markdown, json, ees (the data file of Explore Education
 * Statistics), ees_meta (the file that describes it). Errors as of indicare_compare, and
 * INDICARE_OUT_OF_RANGE. */
INDICARE_API indicare_status indicare_make_report(indicare_session *session,
                                                  const char *authority, size_t authority_length,
                                                  int32_t year, int32_t years, const char *format,
                                                  size_t format_length);

/* ---- Audit and disclosure -----------------------------------------------------------------------
 *
 * Whether all that a report prints can be true, and what it gives away: docs/audit.md teaches both.
 * They need no returns; what cannot be read of their texts is a finding.
 */

/* All can be true; it is safe. */
#define INDICARE_POSSIBLE ((int32_t)0)
/* It cannot; it is not. */
#define INDICARE_IMPOSSIBLE ((int32_t)1)
/* Not decided: it was cancelled, nothing was claimed, or something could not be read. */
#define INDICARE_UNDECIDED ((int32_t)2)

/* Adds a text that the next audit or disclosure takes into account: claims, in their language or as
 * JSON, scorecards as CSV, or a file as DfE publishes it, told apart by their first row. `file` names it
 * in findings. Results stay. Errors: INDICARE_NOT_RECOGNISED for scorecards or published files without
 * their columns. */
INDICARE_API indicare_status indicare_give_claims(indicare_session *session, const char *file,
                                                  size_t file_length, const char *text,
                                                  size_t text_length);

/* Forgets them all. */
INDICARE_API indicare_status indicare_forget_claims(indicare_session *session);

/* Makes a document of whether all claims that were given can be true: ranges, minimal conflicts with
 * their proofs, what must be withdrawn, what each figure could read. `rounding` is half_up, half_even,
 * half_down, truncate, up, down, or any: each figure by half_up, half_even or truncate. Sets `*verdict`,
 * unless NULL. Formats: text, json, and claims: those that were read, in their language, with nothing
 * decided. Errors: INDICARE_WRONG_ORDER when none were given. */
INDICARE_API indicare_status indicare_make_audit(indicare_session *session, const char *rounding,
                                                 size_t rounding_length, const char *format,
                                                 size_t format_length, int32_t *verdict);

/* Hides the numbers from 1 to `small` of a scorecard (CSV) or claims, and others, so that at least
 * `values` whole numbers remain possible for each, whatever a reader makes of the rest, of the claims
 * that were given, and of the rule. `small` from 1 to 1000000, `values` from 2 to 1000000. Formats: text
 * and json, of what was hidden and why; csv, the scorecard with c in place of it, only when it is safe:
 * else INDICARE_NOT_AVAILABLE, and `*verdict` is set all the same.
 * Errors: INDICARE_NOT_RECOGNISED, also for a published file; INDICARE_OUT_OF_RANGE; INDICARE_CONFLICT
 * when what is printed cannot be true, or does not say what a number of it is. */
INDICARE_API indicare_status indicare_make_disclosure(indicare_session *session, const char *file,
                                                      size_t file_length, const char *text,
                                                      size_t text_length, int64_t small,
                                                      int64_t values, const char *format,
                                                      size_t format_length, int32_t *verdict);

/* Makes a document of what can be recovered of the numbers that a scorecard, claims or a published file
 * hide, and from which of its lines. `*verdict` is INDICARE_IMPOSSIBLE when fewer than `values` are left
 * for one of them. Formats: text, json. Of figures that contradict each other the document says so, and
 * nothing is decided. Errors: INDICARE_NOT_RECOGNISED, INDICARE_OUT_OF_RANGE. */
INDICARE_API indicare_status indicare_make_recovery(indicare_session *session, const char *file,
                                                    size_t file_length, const char *text,
                                                    size_t text_length, int64_t values,
                                                    const char *format, size_t format_length,
                                                    int32_t *verdict);

/* ---- Findings ---------------------------------------------------------------------------------
 *
 * What is wrong, or worth saying, about the text that was given. They can be asked for at any time.
 * Those that tell how a child's episodes were joined over the years come with indicare_compute, and
 * leave with its results when more is given; computing again does not double them. All are counted,
 * the first `findings_kept` of each code kept, in the order in which they were found; those of
 * published files come last.
 */

/* Nothing was changed. */
#define INDICARE_NOTE ((int32_t)0)
/* A stated rule decided how something is read. */
#define INDICARE_WARNING ((int32_t)1)
/* A row, a field or a file was left out. */
#define INDICARE_ERROR ((int32_t)2)

/* "note", "warning" or "error"; NULL for other numbers. */
INDICARE_API const char *indicare_severity_name(int32_t severity);

/* How many findings of a severity there are, kept or not. Errors: INDICARE_OUT_OF_RANGE for a
 * severity that does not exist. */
INDICARE_API indicare_status indicare_finding_total(indicare_session *session, int32_t severity,
                                                    int64_t *total);

/* How many findings are kept. The functions below take an index below this, and give
 * INDICARE_OUT_OF_RANGE for others. */
INDICARE_API indicare_status indicare_finding_count(indicare_session *session, int64_t *count);

/* What kind of finding it is: the name of the kind, "date_malformed"; its severity; and the line of
 * the file, 0 where it is about no line. Any of the pointers may be NULL. */
INDICARE_API indicare_status indicare_finding(indicare_session *session, int64_t finding,
                                              const char **code, int32_t *severity, int64_t *line);

/* The texts of a finding, empty where they do not apply: the file as it was named; the column; the
 * value as it stands there, made printable and cut to 40 bytes; the child's identifier, likewise;
 * what was expected and what was done; and all of it as one line. The child and the value are
 * personal data: with the option `children` at `numbered` they are the child's number and empty. */
INDICARE_API indicare_status indicare_finding_file(indicare_session *session, int64_t finding,
                                                   char *buffer, size_t capacity, size_t *length);
INDICARE_API indicare_status indicare_finding_column(indicare_session *session, int64_t finding,
                                                     char *buffer, size_t capacity,
                                                     size_t *length);
INDICARE_API indicare_status indicare_finding_value(indicare_session *session, int64_t finding,
                                                    char *buffer, size_t capacity, size_t *length);
INDICARE_API indicare_status indicare_finding_child(indicare_session *session, int64_t finding,
                                                    char *buffer, size_t capacity, size_t *length);
INDICARE_API indicare_status indicare_finding_message(indicare_session *session, int64_t finding,
                                                      char *buffer, size_t capacity,
                                                      size_t *length);
INDICARE_API indicare_status indicare_finding_as_text(indicare_session *session, int64_t finding,
                                                      char *buffer, size_t capacity,
                                                      size_t *length);

#ifdef __cplusplus
} /* extern "C" */
#endif

/* NOLINTEND(modernize-*) */

#endif /* INDICARE_H */
