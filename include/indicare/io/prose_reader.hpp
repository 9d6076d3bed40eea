#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indicare::io {

/// A claim that a report's text seems to make, for a person to confirm or to mend.
struct ProposedClaim {
    /// In the language of claims, without the `?`: `stock per 10000 population = 104`.
    std::string claim;
    /// The sentence, its blanks joined; of a very long one the beginning.
    std::string sentence;
    /// Where the first of its numbers stands, from 1; columns are characters.
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    /// The number of the paragraph where the text numbers them (`4.2`).
    std::string paragraph;
    /// The number of the page where form feeds tell it.
    std::string page;
    /// The numbers of the text that it is made of, as they are printed there.
    std::vector<std::string> numbers;
};

/// A number of the text that is in no proposal, and why.
struct MissedNumber {
    std::string number;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string sentence;
    std::string why;
};

/// What was found in a report's text. Each of its numbers is in one claim, or missed, or no figure.
struct Proposals {
    std::vector<ProposedClaim> claims;
    /// Numbers that may be figures and were not understood.
    std::vector<MissedNumber> missed;
    /// Numbers that are no figures: dates, ages, paragraphs, the 10,000 of a rate.
    std::vector<MissedNumber> no_figures;
    /// The year that names without a year are of: the latest whose 31 March or financial year the
    /// text speaks of, unless far less often than of another. 0 where it speaks of none.
    int year = 0;

    /// How many numbers of the text are in claims.
    std::size_t used() const {
        std::size_t count = 0;
        for (const ProposedClaim& claim : claims)
            count += claim.numbers.size();
        return count;
    }
    /// How many numbers the text has.
    std::size_t numbers() const { return used() + missed.size() + no_figures.size(); }
};

/// Proposes the claims that the text of a report makes about children in care: counts, rates,
/// percentages, means and changes, of the subjects that the field has words for. It guesses, from
/// words near a number, and means to propose little and right; whatever it proposes is for a person
/// to read beside the sentence. Any bytes are text. Numbers are runs of digits, and number words in
/// front of a word for people (`seven children`) or after a change (`a reduction of four`).
/// Time grows with the length of the text.
Proposals propose_claims(std::string_view report);

/// A file of claims to be edited: every proposal behind a `?`, with its place, under a comment with
/// its line and sentence; then, as comments, every number that is in no proposal, with its line,
/// and how many of how many were understood. `file` is the name of the report.
std::string to_claims_text(const Proposals& proposals, const std::string& file);

} // namespace indicare::io
