#!/usr/bin/env Rscript
# Prints the scorecard of annual returns as CSV, which spreadsheets read:
#
#   scorecard.R returns/2022 returns/2023 authority=999 populations=population.csv postcodes=postcodes.csv
#
# A folder named by its year is the return of that year; its CSV files are its tables.

library(indicare)

given <- commandArgs(trailingOnly = TRUE)
named <- grepl("=", given, fixed = TRUE)
options <- setNames(sub("^[^=]*=", "", given[named]), sub("=.*", "", given[named]))
folders <- given[!named]
years <- as.integer(basename(normalizePath(folders)))

session <- indicare_session()
if ("authority" %in% names(options)) set_option(session, "authority", options[["authority"]])
if ("postcodes" %in% names(options)) give_postcodes(session, options[["postcodes"]])
for (place in seq_along(folders)) read_folder(session, folders[place], years[place])
if ("populations" %in% names(options)) give_populations(session, options[["populations"]])
compute(session, sprintf("%d-03-31", max(years)))
write.csv(scorecard(session), row.names = FALSE, na = "")
