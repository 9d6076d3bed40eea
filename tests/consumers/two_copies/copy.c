/* Uses one of the copies: compiled once for each, with COPY defined as the name of the function. */
#include <indicare.h>

#include <string.h>

int COPY(void);

/* Whether the copy does a main job of its own, and says its errors itself. */
int COPY(void)
{
    static const char episodes[] = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/06/2022,S,C2,U4,,\n";
    char text[64] = "";
    int64_t started = indicare_find_indicator("started", INDICARE_NUL_TERMINATED);
    indicare_session *session = NULL;
    int works = indicare_create(&session) == INDICARE_OK &&
                indicare_begin_table(session, "", 0, 2023) == INDICARE_OK &&
                indicare_feed(session, episodes, sizeof episodes - 1) == INDICARE_OK &&
                indicare_compute(session, 20230331) == INDICARE_WRONG_ORDER &&
                indicare_end_table(session, NULL) == INDICARE_OK &&
                indicare_compute(session, 20230331) == INDICARE_OK &&
                indicare_figure_printed(session, 0, started, text, sizeof text, NULL) ==
                    INDICARE_OK &&
                strcmp(text, "1") == 0;
    indicare_destroy(session);
    return works;
}
