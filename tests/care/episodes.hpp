#pragma once

#include "indicare/care/records.hpp"

#include <cstdint>
#include <ostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// Episodes by hand, for tests that read like the child's life they are about.

namespace indicare::tests {

/// `2023-03-31`; none for `-`.
inline care::Date day(std::string_view iso) {
    if (iso == "-")
        return {};
    const auto number = [iso](std::size_t first, std::size_t count) {
        return std::stoi(std::string(iso.substr(first, count)));
    };
    return care::Date::of(number(0, 4), number(5, 2), number(8, 2));
}

template <class E>
E code(std::string_view text) {
    const E found = care::code_named<E>(text == "-" ? std::string_view() : text);
    if (found == E::unlisted)
        throw std::invalid_argument("no such code: " + std::string(text));
    return found;
}

/// An episode from the words `DECOM RNE LS PLACE DEC REC`, and perhaps `PLACE_PROVIDER` and the
/// numbers of `PL_POST` and `URN`; `-` for a blank.
inline care::Episode episode(const std::string& words, int year = 2023) {
    std::istringstream in(words);
    std::string decom;
    std::string rne;
    std::string legal_status;
    std::string place;
    std::string dec = "-";
    std::string rec = "-";
    std::string provider = "-";
    care::Episode made;
    in >> decom >> rne >> legal_status >> place >> dec >> rec >> provider;
    in >> made.location.postcode >> made.location.reference;
    made.decom = day(decom);
    made.dec = day(dec);
    made.rne = code<care::ReasonNewEpisode>(rne);
    made.legal_status = code<care::LegalStatus>(legal_status);
    made.place = code<care::PlacementType>(place);
    made.rec = code<care::ReasonEpisodeCeased>(rec);
    made.provider = code<care::PlacementProvider>(provider);
    made.return_year = year;
    made.dec_stands = true;
    return made;
}

inline std::vector<care::Episode> episodes(const std::vector<std::string>& lines) {
    std::vector<care::Episode> made;
    for (const std::string& line : lines)
        made.push_back(episode(line));
    return made;
}

/// A date within a stretch of text: `-` for none.
inline std::string text_of(care::Date date) {
    return date.is_none() ? "-" : date.iso();
}

} // namespace indicare::tests

namespace indicare::care {

/// For messages of failed tests.
inline std::ostream& operator<<(std::ostream& out, Date date) {
    return out << tests::text_of(date);
}

} // namespace indicare::care
