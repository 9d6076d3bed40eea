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
/* Memory ran out. The session can only be destroyed. */
#define INDICARE_OUT_OF_MEMORY ((indicare_status)8)
/* A fault of the library, worth reporting. The session can only be destroyed. */
#define INDICARE_INTERNAL ((indicare_status)9)

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
 *   findings_kept  how many findings of each code can be asked for, 0 to 1000000000; at first 1000.
 *                  All are counted.
 *   row_bytes      the longest row of a table in bytes, 1000 to 1000000000; at first 1048576
 *   columns        the most columns of a table, 100 to 1000000; at first 4096
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
 * before. Of an authority and year that come twice the later stands. What was computed is discarded.
 * Errors: INDICARE_NOT_RECOGNISED; INDICARE_WRONG_ORDER while a table is open. Rows that cannot be
 * used are findings. Cost: linear in the text. */
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
 * no table is open. Cost: linear in the text; 16 bytes an episode and about 64 a child are kept. */
INDICARE_API indicare_status indicare_feed(indicare_session *session, const char *text,
                                           size_t text_length);

/* Ends the table. Sets `*table`, unless `table` is NULL, to the name of the table as DfE's guide
 * writes it: Header, Episodes, UASC, Reviews, OC2, OC3, AD1, PlacedAdoption, PrevPerm, Missing,
 * SWEpisodes or DoLo; or to NULL when it could not be read as any of them, which a finding explains
 * and which is not an error. Errors: INDICARE_WRONG_ORDER when no table is open. */
INDICARE_API indicare_status indicare_end_table(indicare_session *session, const char **table);

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

/* What a reader should know of an authority's figures: the number of notes, and each, a sentence. */
INDICARE_API indicare_status indicare_note_count(indicare_session *session, int64_t authority,
                                                 int64_t *count);
INDICARE_API indicare_status indicare_note(indicare_session *session, int64_t authority,
                                           int64_t note, char *buffer, size_t capacity,
                                           size_t *length);

/* All results as CSV, a row for each authority and indicator: `authority, as_at, indicator, unit,
 * numerator, denominator, undetermined, value, low, high, squares`, the last for a mean the sum of
 * the squares of what its children add; and as JSON, an array of authorities with their figures,
 * exact ratios, reasons and notes. Each call makes the text anew. JSON is the one call
 * of all in which memory that runs out ends the process: the library that writes it does so. */
INDICARE_API indicare_status indicare_results_as_csv(indicare_session *session, char *buffer,
                                                     size_t capacity, size_t *length);
INDICARE_API indicare_status indicare_results_as_json(indicare_session *session, char *buffer,
                                                      size_t capacity, size_t *length);

/* ---- Findings ---------------------------------------------------------------------------------
 *
 * What is wrong, or worth saying, about the text that was given. They can be asked for at any time.
 * Those that tell how a child's episodes were joined over the years come with indicare_compute, and
 * leave with its results when more is given; computing again does not double them. All are counted,
 * the first `findings_kept` of each code kept, in the order in which they were found.
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
 * personal data. */
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
