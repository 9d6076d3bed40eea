/* Computes the scorecard of annual returns, over the C API alone.
 *
 *     scorecard 2023-03-31 authority=999 population=population.csv postcodes=postcodes.csv \
 *               2022=2022/episodes.csv 2023=2023/episodes.csv 2023=2023/oc2.csv
 *
 * The first argument is the date. Each further one is done in its turn: YEAR=FILE reads a table of
 * the return of a year, population=FILE and postcodes=FILE give lists, and any other NAME=VALUE sets
 * an option of indicare.h.
 */
#include <indicare.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { piece_size = 1 << 18 };

/* A file's text in memory; NULL when it cannot be read. */
static char *text_of(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t room = 0;

    *length = 0;
    if (file == NULL)
        return NULL;
    for (;;) {
        size_t count;
        char *longer = realloc(text, room += piece_size);
        if (longer == NULL)
            break;
        text = longer;
        count = fread(text + *length, 1, room - *length, file);
        *length += count;
        if (count == 0 && !ferror(file)) {
            fclose(file);
            return text;
        }
        if (count == 0)
            break;
    }
    free(text);
    fclose(file);
    return NULL;
}

/* Reads a table piece by piece: a file need not fit into memory. */
static indicare_status read_table(indicare_session *session, const char *path, int32_t year)
{
    static char piece[piece_size];
    indicare_status status = INDICARE_OK;
    const char *table = NULL;
    size_t count;
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return INDICARE_NOT_FOUND;
    }
    status = indicare_begin_table(session, path, INDICARE_NUL_TERMINATED, year);
    while (status == INDICARE_OK && (count = fread(piece, 1, sizeof piece, file)) > 0)
        status = indicare_feed(session, piece, count);
    if (status == INDICARE_OK && ferror(file)) {
        fprintf(stderr, "%s: cannot be read to its end\n", path);
        status = INDICARE_NOT_FOUND;
    }
    fclose(file);
    if (status == INDICARE_OK)
        status = indicare_end_table(session, &table);
    if (status == INDICARE_OK && table == NULL)
        fprintf(stderr, "%s: not a table of the return\n", path);
    return status;
}

/* Does what one argument NAME=VALUE asks for. */
static indicare_status take(indicare_session *session, const char *argument)
{
    const char *value = strchr(argument, '=');
    size_t name_length = value == NULL ? 0 : (size_t)(value - argument);
    int is_populations = strncmp(argument, "population=", 11) == 0;
    int is_postcodes = strncmp(argument, "postcodes=", 10) == 0;
    size_t length;
    char *text;
    indicare_status status;

    if (value == NULL) {
        fprintf(stderr, "%s: expected NAME=VALUE\n", argument);
        return INDICARE_INVALID_ARGUMENT;
    }
    ++value;
    if (name_length == 4 && strspn(argument, "0123456789") == 4)
        return read_table(session, value, (int32_t)strtol(argument, NULL, 10));
    if (!is_populations && !is_postcodes)
        return indicare_set_option(session, argument, name_length, value, INDICARE_NUL_TERMINATED);

    text = text_of(value, &length);
    if (text == NULL) {
        fprintf(stderr, "%s: cannot be read\n", value);
        return INDICARE_NOT_FOUND;
    }
    if (is_populations)
        status = indicare_give_populations(session, value, INDICARE_NUL_TERMINATED, text, length);
    else
        status = indicare_give_postcodes(session, value, INDICARE_NUL_TERMINATED, text, length);
    free(text);
    return status;
}

static indicare_status print_figure(indicare_session *session, int64_t authority, int64_t indicator)
{
    char printed[32];
    int64_t numerator, denominator, undetermined;
    int32_t has_denominator;
    indicare_status status =
        indicare_figure_printed(session, authority, indicator, printed, sizeof printed, NULL);

    if (status != INDICARE_OK)
        return status;
    printf("  %-34s %6s", indicare_indicator_id(indicator), printed);
    status = indicare_figure_numbers(session, authority, indicator, &numerator, &has_denominator,
                                     &denominator, &undetermined);
    if (status == INDICARE_OK && has_denominator)
        printf("  %" PRId64 " of %" PRId64, numerator, denominator);
    if (status == INDICARE_OK && undetermined > 0)
        printf("  %" PRId64 " undetermined", undetermined);
    printf("\n");
    return status == INDICARE_NOT_AVAILABLE ? INDICARE_OK : status;
}

static indicare_status print_scorecard(indicare_session *session, int64_t authority)
{
    int64_t indicator;
    char name[300];
    indicare_status status =
        indicare_authority_name(session, authority, name, sizeof name, NULL);

    if (status == INDICARE_OK)
        printf("Authority %s\n", name);
    for (indicator = 0; status == INDICARE_OK && indicator < indicare_indicator_count(); ++indicator)
        status = print_figure(session, authority, indicator);
    return status;
}

/* The findings that are errors, as the library words them. */
static indicare_status print_errors(indicare_session *session)
{
    int64_t finding, count = 0;
    indicare_status status = indicare_finding_count(session, &count);

    for (finding = 0; status == INDICARE_OK && finding < count; ++finding) {
        char text[1000];
        int32_t severity;
        status = indicare_finding(session, finding, NULL, &severity, NULL);
        if (status != INDICARE_OK || severity != INDICARE_ERROR)
            continue;
        status = indicare_finding_as_text(session, finding, text, sizeof text, NULL);
        if (status == INDICARE_BUFFER_TOO_SMALL)
            status = INDICARE_OK; /* too long to be shown here */
        else if (status == INDICARE_OK)
            fprintf(stderr, "%s\n", text);
    }
    return status;
}

/* 20230331 for "2023-03-31"; 0, which is no day, for other text. */
static int32_t date_of(const char *text)
{
    int year, month, day;
    char more;

    if (sscanf(text, "%4d-%2d-%2d%c", &year, &month, &day, &more) != 3)
        return 0;
    return (int32_t)(year * 10000 + month * 100 + day);
}

int main(int argc, char **argv)
{
    indicare_session *session = NULL;
    indicare_status status;
    int64_t authority, authorities = 0;
    int i;

    if (argc < 3) {
        fprintf(stderr, "usage: scorecard YYYY-MM-DD [NAME=VALUE...] YEAR=FILE...\n");
        return 2;
    }
    status = indicare_create(&session);
    for (i = 2; status == INDICARE_OK && i < argc; ++i)
        status = take(session, argv[i]);
    if (status == INDICARE_OK)
        status = indicare_compute(session, date_of(argv[1]));
    if (status == INDICARE_OK)
        status = print_errors(session);
    if (status == INDICARE_OK)
        status = indicare_authority_count(session, &authorities);
    for (authority = 0; status == INDICARE_OK && authority < authorities; ++authority)
        status = print_scorecard(session, authority);

    if (status != INDICARE_OK) {
        char error[INDICARE_ERROR_TEXT_SIZE] = "";
        indicare_error_text(session, error, sizeof error, NULL);
        fprintf(stderr, "%s: %s\n", indicare_status_name(status), error);
    }
    indicare_destroy(session);
    return status == INDICARE_OK ? 0 : 2;
}
