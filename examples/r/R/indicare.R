# Exact performance indicators for children in care; README.md begins with an example. What gives
# something to a session gives the session back, so that calls can be piped.

# ---- Sessions -----------------------------------------------------------------------------------

#' A session: returns of one authority or of many, and what was computed from them. Options are given
#' by name, `indicare_session(authority = "999")`; see `indicare_set_option` in indicare.h.
indicare_session <- function(...) {
  session <- structure(list(pointer = checked(.Call(C_create))), class = "indicare_session")
  options <- list(...)
  for (name in names(options)) set_option(session, name, options[[name]])
  session
}

print.indicare_session <- function(x, ...) {
  cat("<indicare session>\n")
  invisible(x)
}

set_option <- function(session, name, value) {
  checked(.Call(C_set_option, pointer_of(session), text(name), text(value)))
  invisible(session)
}

pointer_of <- function(session) {
  if (!inherits(session, "indicare_session")) stop("session: expected one made by indicare_session()")
  session$pointer
}

# The answer of a call; a refusal becomes a condition of the class of its status, as
# `indicare_not_found`, and of `indicare_error`.
checked <- function(answer) {
  if (inherits(answer, "indicare_refusal")) refuse(answer$status, answer$sentence, sys.call(-1))
  answer
}

refuse <- function(status, sentence, call) {
  stop(structure(
    class = c(tolower(status), "indicare_error", "error", "condition"),
    list(message = sentence, call = call)
  ))
}

text <- function(value) enc2utf8(as.character(value))

# ---- What is given ------------------------------------------------------------------------------

#' Gives a list of postcodes, CSV `postcode,easting,northing,la`, before any table.
give_postcodes <- function(session, data, name = NULL) {
  checked(.Call(C_give_postcodes, pointer_of(session), name_of(data, name), bytes_of(data)))
  invisible(session)
}

#' Gives populations aged 0-17, CSV `authority,year,population`.
give_populations <- function(session, data, name = NULL) {
  checked(.Call(C_give_populations, pointer_of(session), name_of(data, name), bytes_of(data)))
  invisible(session)
}

give_population <- function(session, authority, year, people) {
  checked(.Call(C_give_population, pointer_of(session), text(authority), as.integer(year), as.numeric(people)))
  invisible(session)
}

#' Reads a table of the return of a year: a data frame, or CSV: a file, its text (with a line break,
#' or several lines), or raw bytes. Warns when it is no table of a return; findings() say why. `name`
#' is how findings call it.
read_table <- function(session, data, year = 0, name = NULL) {
  table <- if (is.data.frame(data)) {
    checked(.Call(
      C_read_rows, pointer_of(session), text(if (is.null(name)) "" else name), as.integer(year),
      text(names(data)), lapply(unname(as.list(data)), cells)
    ))
  } else {
    checked(.Call(C_read_text, pointer_of(session), name_of(data, name), as.integer(year), bytes_of(data)))
  }
  if (is.na(table)) warning("not a table of a return: ", name_of(data, name), call. = FALSE)
  invisible(session)
}

#' Reads the CSV files of a folder.
read_folder <- function(session, folder, year = 0) {
  for (file in sort(list.files(folder, "[.]csv$", full.names = TRUE))) read_table(session, file, year)
  invisible(session)
}

is_path <- function(data) is.character(data) && length(data) == 1 && !grepl("\n", data, fixed = TRUE)

# How findings call a text: a file by its folder and name, unless it is named.
name_of <- function(data, name) {
  if (!is.null(name)) return(text(name))
  if (!is_path(data)) return("")
  text(paste(basename(dirname(data)), basename(data), sep = "/"))
}

bytes_of <- function(data) {
  if (is.raw(data)) return(data)
  if (is_path(data)) return(readBin(data, "raw", file.size(data)))
  charToRaw(text(paste(data, collapse = "\n")))
}

# A column as a file has it: days in ISO form, TRUE as 1, numbers in full.
cells <- function(column) {
  written <- if (inherits(column, c("Date", "POSIXt"))) {
    format(column, "%Y-%m-%d")
  } else if (is.logical(column)) {
    as.character(as.integer(column))
  } else if (is.numeric(column)) {
    sprintf("%.15g", column)
  } else {
    as.character(column)
  }
  written[is.na(column)] <- NA_character_
  enc2utf8(written)
}

# ---- What comes of it ---------------------------------------------------------------------------

day <- function(date) as.integer(format(as.Date(date), "%Y%m%d"))

#' Computes every indicator for every authority, over the year that ends on a date.
compute <- function(session, as_at) {
  checked(.Call(C_compute, pointer_of(session), day(as_at)))
  invisible(session)
}

#' What the returns call their authorities, in order.
authorities <- function(session) checked(.Call(C_authorities, pointer_of(session)))

#' A data frame with a row for each authority and indicator. Where there is no figure, the numbers are
#' NA and `reason` says why; the denominator of a count is NA too. `exact` is a fraction in lowest
#' terms, "200/3", `printed` the figure as a report prints it, `low` and `high` the least and the most
#' that it can be, where children are undetermined.
scorecard <- function(session) frame(checked(.Call(C_figures, pointer_of(session))))

#' A data frame of what is wrong in the text that was given, or worth saying. Children and values are
#' personal data.
findings <- function(session) frame(checked(.Call(C_findings, pointer_of(session))))

#' A data frame of the children in a figure: numerator, denominator, undetermined, in this order.
#' `authority` need not be named where there is only one.
explain <- function(session, indicator, authority = NULL) {
  names <- authorities(session)
  place <- if (is.null(authority) && length(names) == 1) 1L else match(text(authority), names)
  if (length(place) != 1 || is.na(place)) {
    refuse("INDICARE_NOT_FOUND", paste("authority: expected one of", toString(dQuote(names, FALSE))), sys.call())
  }
  if (!text(indicator) %in% indicators()$id) {
    refuse("INDICARE_NOT_FOUND", paste("indicator: there is no", dQuote(indicator, FALSE)), sys.call())
  }
  told <- frame(checked(.Call(C_explain, pointer_of(session), place - 1L, text(indicator))))
  told[c("child", "membership", "amount", "reason", "decided_by")]
}

#' The catalogue of indicators, a data frame.
indicators <- function() frame(.Call(C_indicators))

# What comes from a return need not be sound UTF-8.
frame <- function(columns) {
  lenient <- function(column) if (is.character(column)) iconv(column, "UTF-8", "UTF-8", sub = "byte") else column
  as.data.frame(lapply(columns, lenient), stringsAsFactors = FALSE)
}
