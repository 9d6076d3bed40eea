/* Reads the return from the tables and views of a database. */
#ifndef RETURNS_IN_DATABASE_H
#define RETURNS_IN_DATABASE_H

#include <indicare.h>
#include <sqlite3ext.h>

/* Gives a session all that a database holds for it: first the settings, then postcodes, the tables
 * of the return, populations. What is not there is not given. Rows without a column YEAR are of the
 * return of the year that `as_at` lies in. Gives a result code of SQLite. Where that is an error,
 * `*error`, NULL before, becomes a sentence about it, to be freed with sqlite3_free, or stays NULL
 * when there was no memory. Cost: linear in the rows. */
int read_returns(sqlite3 *database, int32_t as_at, indicare_session *session, char **error);

/* The code of SQLite for a call that failed on a session, and in `*error` why, as above. */
int refused(indicare_session *session, indicare_status status, char **error);

#endif
