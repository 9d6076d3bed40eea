/* The main job over the C API: reads a table, computes, and prints what came of it. */
#include <indicare.h>

#include <stdio.h>

static const char episodes[] = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                               "D,03/05/2022,S,C2,U4,,\n"
                               "E,09/09/2022,S,V2,K2,01/03/2023,E4A\n";

int main(void)
{
    char printed[32];
    int64_t started = indicare_find_indicator("started", INDICARE_NUL_TERMINATED);
    indicare_session *session = NULL;
    indicare_status status = indicare_create(&session);

    if (status == INDICARE_OK)
        status = indicare_begin_table(session, "episodes.csv", INDICARE_NUL_TERMINATED, 2023);
    if (status == INDICARE_OK)
        status = indicare_feed(session, episodes, sizeof episodes - 1);
    if (status == INDICARE_OK)
        status = indicare_end_table(session, NULL);
    if (status == INDICARE_OK)
        status = indicare_compute(session, 20230331);
    if (status == INDICARE_OK)
        status = indicare_figure_printed(session, 0, started, printed, sizeof printed, NULL);
    if (status == INDICARE_OK)
        printf("started: %s\n", printed);
    else
        fprintf(stderr, "%s\n", indicare_status_name(status));
    indicare_destroy(session);
    return status == INDICARE_OK ? 0 : 1;
}
