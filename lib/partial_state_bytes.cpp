#include "indicare/io/partial_state_bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "bytes.hpp"

namespace indicare::io {

using care::PackedYear;
using scorecard::Counted;
using scorecard::CountedAuthority;
using scorecard::PartialState;
using scorecard::Rules;

// The form, version 2: the eight letters; the version, the fingerprint of the rules (8 bytes each);
// 0, or 1 and what the state holds; the fingerprint of all bytes before (8 bytes). Other numbers
// are LEB128.

namespace {

constexpr std::string_view letters = "INDICARE";
constexpr std::uint64_t form_version = 2;
constexpr std::size_t head_size = 24;
constexpr std::size_t checksum_size = 8;
constexpr std::uint64_t year_limit = PackedYear::last - PackedYear::first + 1;

/// 0 for year 0, which stands for every year.
std::uint64_t number_of_year(int year) {
    return year == 0 ? 0 : static_cast<std::uint64_t>(year - PackedYear::first + 1);
}
int take_year(ByteReader& in) {
    const auto number = static_cast<int>(in.take_below(year_limit + 1));
    return number == 0 ? 0 : number + PackedYear::first - 1;
}

void put(ByteWriter& out, const Rules& rules) {
    out.put(rules.as_at.size());
    for (const care::Date date : rules.as_at)
        out.put_signed(date.number());
    for (const std::size_t value : scorecard::chosen_values(rules.policies))
        out.put(value);
    out.put_byte(rules.longitudinal ? 1 : 0);
    out.put_byte(rules.postcodes_given ? 1 : 0);
    out.put_byte(rules.area_named ? 1 : 0);
}

Rules take_rules(ByteReader& in) {
    Rules rules;
    for (std::size_t left = in.take_count(1); left > 0; --left) {
        const std::int64_t number = in.take_signed();
        if (number < care::first_recordable.number() || number > care::last_recordable.number())
            in.fail();
        else
            rules.as_at.push_back(care::Date::from_number(static_cast<std::int32_t>(number)));
    }
    for (std::size_t left = scorecard::chosen_values({}).size(); left > 0; --left)
        care::policy_values.at(in.take_below(care::policy_values.size())).choose(rules.policies);
    rules.longitudinal = in.take_below(2) == 1;
    rules.postcodes_given = in.take_below(2) == 1;
    rules.area_named = in.take_below(2) == 1;
    return rules;
}

void put(ByteWriter& out, const care::Years& years) {
    std::vector<std::uint64_t> numbers;
    for (int year = PackedYear::first; year <= PackedYear::last; ++year)
        if (years.holds(year))
            numbers.push_back(number_of_year(year));
    out.put(numbers.size());
    for (const std::uint64_t number : numbers)
        out.put(number);
}

care::Years take_years(ByteReader& in) {
    care::Years years;
    for (std::size_t left = in.take_count(1); left > 0; --left)
        years.add(take_year(in));
    return years;
}

void put(ByteWriter& out, const care::AuthorityReturns& given) {
    put(out, given.years);
    put(out, given.with_episodes);
    out.put(given.tables().size());
    for (const auto& [year, tables] : given.tables()) {
        out.put(number_of_year(year));
        std::uint64_t bits = 0;
        for (std::size_t table = 0; table < care::table_count; ++table)
            if (tables.holds(static_cast<care::Table>(table)))
                bits |= std::uint64_t{1} << table;
        out.put(bits);
    }
    out.put(given.missing_columns().size());
    for (const auto& [year, table, column] : given.missing_columns()) {
        out.put(number_of_year(year));
        out.put(static_cast<std::uint64_t>(table));
        out.put_text(column);
    }
}

care::AuthorityReturns take_returns(ByteReader& in) {
    care::AuthorityReturns given;
    const care::Years years = take_years(in);
    const care::Years with_episodes = take_years(in);
    for (std::size_t left = in.take_count(2); left > 0; --left) {
        const int year = take_year(in);
        const std::uint64_t bits = in.take_below(std::uint64_t{1} << care::table_count);
        for (std::size_t table = 0; table < care::table_count; ++table)
            if ((bits >> table & 1U) != 0)
                given.add_table(year, static_cast<care::Table>(table));
    }
    for (std::size_t left = in.take_count(3); left > 0; --left) {
        const int year = take_year(in);
        const auto table = static_cast<care::Table>(in.take_below(care::table_count));
        given.add_missing_column(year, table, in.take_text());
    }
    given.years = years;
    given.with_episodes = with_episodes;
    return given;
}

void put(ByteWriter& out, const Counted& counted) {
    for (const indicators::Tally& tally : counted.tallies) {
        out.put_signed(tally.numerator);
        out.put_signed(tally.denominator);
        out.put_signed(tally.undetermined);
        out.put_signed(tally.squares);
    }
    out.put_signed(counted.asides.placement_not_known);
    out.put_signed(counted.asides.distance_not_known);
}

Counted take_counted(ByteReader& in) {
    Counted counted;
    for (indicators::Tally& tally : counted.tallies) {
        tally.numerator = in.take_signed();
        tally.denominator = in.take_signed();
        tally.undetermined = in.take_signed();
        tally.squares = in.take_signed();
    }
    counted.asides.placement_not_known = in.take_signed();
    counted.asides.distance_not_known = in.take_signed();
    return counted;
}

void put(ByteWriter& out, const CountedAuthority& authority) {
    put(out, authority.given);
    for (const Counted& counted : authority.counts)
        put(out, counted);
    out.put_byte(authority.is_whole() ? 1 : 0);
    if (authority.is_whole())
        return;
    out.put(authority.children->size());
    for (const scorecard::ChildMark mark : *authority.children)
        out.put_fixed(mark);
}

CountedAuthority take_authority(ByteReader& in, std::size_t dates) {
    CountedAuthority authority;
    authority.given = take_returns(in);
    for (std::size_t left = dates; left > 0 && !in.has_failed(); --left)
        authority.counts.push_back(take_counted(in));
    const bool is_whole = in.take_below(2) == 1;
    if (is_whole || in.has_failed())
        return authority;
    auto& marks = authority.children.emplace(in.take_count(sizeof(scorecard::ChildMark)));
    for (scorecard::ChildMark& mark : marks)
        mark = in.take_fixed();
    return authority;
}

/// The state that the bytes between head and checksum tell of; nothing when they tell of none.
std::optional<PartialState> take_state(ByteReader& in) {
    if (in.take_below(2) == 0)
        return in.has_failed() || in.left() > 0 ? std::nullopt : std::optional(PartialState());
    Rules rules = take_rules(in);
    std::map<std::string, CountedAuthority> authorities;
    for (std::size_t left = in.take_count(1); left > 0 && !in.has_failed(); --left) {
        std::string name = in.take_text();
        authorities.emplace_hint(authorities.end(), std::move(name),
                                 take_authority(in, rules.as_at.size()));
    }
    if (in.has_failed() || in.left() > 0)
        return std::nullopt;
    return PartialState::of_parts(std::move(rules), std::move(authorities));
}

} // namespace

std::string to_bytes(const PartialState& state) {
    ByteWriter out;
    out.put_raw(letters);
    out.put_fixed(form_version);
    out.put_fixed(scorecard::rules_fingerprint());
    out.put_byte(state.rules() ? 1 : 0);
    if (state.rules()) {
        put(out, *state.rules());
        out.put(state.authorities().size());
        for (const auto& [name, authority] : state.authorities()) {
            out.put_text(name);
            put(out, authority);
        }
    }
    out.put_fixed(care::fingerprint_of(out.bytes()));
    return out.bytes();
}

StateRead state_of_bytes(std::string_view bytes) {
    if (bytes.substr(0, letters.size()) != letters)
        return {{}, "this is not a state: it does not begin with INDICARE"};
    if (bytes.size() < head_size + checksum_size)
        return {{}, "the state is cut off"};
    ByteReader in(bytes.substr(letters.size(), bytes.size() - letters.size() - checksum_size));
    const std::uint64_t version = in.take_fixed();
    const std::uint64_t rules = in.take_fixed();
    ByteReader checksum(bytes.substr(bytes.size() - checksum_size));
    if (version != form_version)
        return {{},
                "the state is of version " + std::to_string(version) +
                    " of its form; this library reads version " + std::to_string(form_version)};
    if (checksum.take_fixed() !=
        care::fingerprint_of(bytes.substr(0, bytes.size() - checksum_size)))
        return {{}, "the state was changed or cut off since it was written"};
    if (rules != scorecard::rules_fingerprint())
        return {{},
                "the state was counted by a library with other rules: count again with the same "
                "version on both sides"};
    auto state = take_state(in);
    if (!state || to_bytes(*state) != bytes)
        return {{}, "the state tells of counts that cannot be, or not in the one form"};
    return {std::move(state), {}};
}

} // namespace indicare::io
