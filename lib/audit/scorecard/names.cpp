#include "names.hpp"

#include <algorithm>
#include <iterator>

#include "audit/published/words.hpp"
#include "laws.hpp"

namespace indicare::io {

using indicators::Definition;
using indicators::Unit;

namespace {

bool is_of_name(char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
           character == '_' || character == '.';
}

/// A label as a part of a name: `Under 1 year` is `under_1_year`.
std::string as_name(std::string_view label) {
    constexpr std::size_t longest = 120; // longer than any
    return words_of(label, longest);
}

std::string_view without_ending(std::string_view text, std::string_view ending) {
    return text.ends_with(ending) ? text.substr(0, text.size() - ending.size()) : text;
}

} // namespace

ScorecardNames::ScorecardNames(std::string_view authority, care::Date as_at) {
    if (!authority.empty())
        prefix_ = "a" + as_name(authority) + ".";
    suffix_ = "_" + std::to_string(as_at.year());
    if (as_at.month() != 3 || as_at.day() != 31) {
        std::string date = as_at.iso();
        std::erase(date, '-');
        suffix_ = "_" + date;
    }
}

std::string ScorecardNames::operator()(std::string_view name) const {
    return prefix_ + std::string(name) + suffix_;
}

std::string ScorecardNames::numerator(const Definition& definition) const {
    if (definition.unit == Unit::per_10000)
        return (*this)(without_ending(definition.id, "_rate"));
    if (indicators::is_mean(definition.unit))
        return (*this)(std::string(definition.id) + ".sum");
    return (*this)(without_ending(definition.id, "_share"));
}

std::string ScorecardNames::denominator(const Definition& definition) const {
    if (definition.unit == Unit::per_10000)
        return (*this)("population");
    return (*this)(std::string(definition.id) + ".among");
}

std::string ScorecardNames::usual_denominator(const Definition& definition) const {
    const auto* const at =
        std::find_if(std::begin(counted_among), std::end(counted_among),
                     [&](const auto& pair) { return pair.first == definition.id; });
    return at == std::end(counted_among) ? denominator(definition) : (*this)(at->second);
}

std::string ScorecardNames::group(std::string_view indicator, std::string_view breakdown,
                                  std::string_view label) const {
    return (*this)(std::string(indicator) + "." + as_name(breakdown) + "." + as_name(label));
}

std::string ScorecardNames::named(std::string_view text) const {
    std::string out;
    while (!text.empty()) {
        std::size_t size = 0;
        while (size < text.size() && is_of_name(text[size]))
            ++size;
        const bool is_name = size > 0 && (text[0] < '0' || text[0] > '9');
        out += is_name ? (*this)(text.substr(0, size)) : std::string(text.substr(0, size));
        text.remove_prefix(size);
        if (!text.empty()) {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

} // namespace indicare::io
