# The R package: its figures are those of the command line, and small returns give what their rows say.
# Usage: Rscript package_test.R PACKAGE_LIBRARY COMMAND_LINE_PROGRAM RETURNS

arguments <- commandArgs(trailingOnly = TRUE)
library(indicare, lib.loc = arguments[1])
program <- arguments[2]
returns <- arguments[3]

expect <- function(found, expected) {
  if (!isTRUE(all.equal(found, expected, check.attributes = FALSE))) {
    stop(deparse(sys.call()), ": found ", deparse(found), call. = FALSE)
  }
}

raises <- function(class, code, words) {
  condition <- tryCatch({
    code
    NULL
  }, indicare_error = identity)
  if (!inherits(condition, class) || !grepl(words, conditionMessage(condition), fixed = TRUE)) {
    stop("expected ", class, " with ", words, ", found ", deparse(condition), call. = FALSE)
  }
}

of <- function(session, indicator) {
  card <- scorecard(session)
  card[card$indicator == indicator, ]
}

# Looked after on 31 March 2023 are A, C and D; A and D are in foster placements, C in a children's home.
# A, B and C started in the year, and B ceased. D's row does not tell how many placements were before.
lines <- c(
  "CHILD,DECOM,RNE,LS,PLACE,DEC,REC",
  "A,01/06/2022,S,C2,U4,,",
  "B,01/07/2022,S,C2,U4,01/02/2023,E4A",
  "C,15/01/2023,S,V2,K2,,",
  "D,01/05/2022,P,C2,U4,,"
)
session_of_four <- function() compute(read_table(indicare_session(), lines, 2023), "2023-03-31")

cat("The main job\n")
as_at <- "2023-03-31"
session <- indicare_session(authority = "999")
give_postcodes(session, file.path(returns, "postcodes.csv"))
read_folder(session, file.path(returns, "2023"), 2023)
give_populations(session, file.path(returns, "population.csv"))
compute(session, as.Date(as_at))
found <- scorecard(session)
expected <- read.csv(
  text = system2(program, c(
    "scorecard", file.path(returns, "2023"), "--as-at", as_at, "--authority", "999", "--population-file",
    file.path(returns, "population.csv"), "--postcodes", file.path(returns, "postcodes.csv"), "--format", "csv"
  ), stdout = TRUE),
  colClasses = "character", na.strings = character()
)
plain <- function(number) ifelse(is.na(number), "", sprintf("%.0f", number))
expect(found$indicator, expected$indicator)
expect(found$authority, expected$authority)
expect(found$printed, expected$value)
expect(found$low, expected$low)
expect(found$high, expected$high)
expect(plain(found$numerator), expected$numerator)
expect(plain(found$denominator), expected$denominator)
available <- found$printed != "x"
expect(sum(available) > 40, TRUE)
expect(found$reason[available], rep("", sum(available)))

cat("A small return\n")
session <- session_of_four()
share <- of(session, "in_foster_care")
expect(c(share$numerator, share$denominator, share$undetermined), c(2, 3, 0))
expect(c(share$exact, share$printed, share$unit), c("200/3", "67", "percent"))
expect(of(session, "three_or_more_placements")$high, "33")
expect(is.na(of(session, "looked_after")$denominator), TRUE)
expect(of(session, "unaccompanied")$reason, "no UASC table in the return of 2023 (columns CHILD, DUC)")
give_population(session, "", 2023, 30000)
expect(of(compute(session, "2023-03-31"), "looked_after_rate")$exact, "1")

cat("The same as a data frame\n")
frame <- read.csv(text = lines, colClasses = "character", na.strings = "")
for (column in c("DECOM", "DEC")) frame[[column]] <- as.Date(frame[[column]], "%d/%m/%Y")
frame$PLACE <- factor(frame$PLACE)
session <- compute(read_table(indicare_session(), frame, 2023), "2023-03-31")
expect(scorecard(session), scorecard(session_of_four()))
numbered <- data.frame(CHILD = c(100000, 2), DOB = as.Date("2010-05-05"), SDQ_SCORE = c(7, NA), CONVICTED = c(TRUE, NA))
numbered <- findings(read_table(indicare_session(), numbered, 2023))
expect(any(grepl("e+05|TRUE|NA", numbered$text)), FALSE)

cat("Findings\n")
session <- read_table(indicare_session(), c(lines[1], "A,31/02/2022,S,C2,U4,,"), 2023, name = "mine.csv")
wrong <- findings(session)
wrong <- wrong[wrong$code == "date_malformed", ]
expect(c(wrong$severity, wrong$file, wrong$column, wrong$value, wrong$child),
       c("error", "mine.csv", "DECOM", "31/02/2022", "A"))
expect(wrong$line, 2)
warned <- tryCatch(read_table(session, c("a,b", "1,2"), 2023), warning = conditionMessage)
expect(grepl("not a table", warned), TRUE)

cat("Explanations\n")
told <- explain(session_of_four(), "in_foster_care")
expect(told$child, c("A", "D", "C"))
expect(told$membership, c("numerator", "numerator", "denominator"))
expect(all(nzchar(told$reason)), TRUE)

cat("Failures\n")
raises("indicare_not_found", indicare_session(nothing = 1), "nothing")
raises("indicare_wrong_order", compute(indicare_session(), "2023-03-31"), "no table")
raises("indicare_out_of_range", read_table(indicare_session(), lines, 1900), "year")
raises("indicare_not_found", explain(session_of_four(), "nothing"), "nothing")
raises("indicare_not_found", explain(session_of_four(), "started", "Nowhere"), "authority")
raises("indicare_not_recognised", give_populations(indicare_session(), "a,b\n1,2\n"), "population")
closed <- unserialize(serialize(indicare_session(), NULL)) # a pointer does not outlive its process
raises("indicare_invalid_argument", compute(closed, "2023-03-31"), "closed")

cat("The catalogue\n")
catalogue <- indicators()
expect(catalogue$title[catalogue$id == "three_or_more_placements"], "Three or more placements in the year")
