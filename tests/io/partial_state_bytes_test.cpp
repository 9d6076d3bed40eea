#include "indicare/io/partial_state_bytes.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace indicare;
using Catch::Contains;
using scorecard::CountedAuthority;
using scorecard::PartialState;
using scorecard::Rules;

namespace {

const std::size_t looked_after = indicators::indicator_named("looked_after").value();
const std::size_t in_foster_care = indicators::indicator_named("in_foster_care").value();
const std::size_t sdq_mean = indicators::indicator_named("sdq_mean").value();

/// Three children of North, two of them looked after, with scores of 3 and 10, and one of these
/// fostered.
CountedAuthority north() {
    CountedAuthority made;
    made.given.add_table(2023, care::Table::episodes);
    made.given.add_table(0, care::Table::header);
    made.given.add_missing_column(2023, care::Table::episodes, "URN");
    made.counts.resize(1);
    made.counts[0].tallies.at(looked_after) = {2, 0, 0};
    made.counts[0].tallies.at(in_foster_care) = {1, 2, 1};
    made.counts[0].tallies.at(sdq_mean) = {13, 2, 0, 109};
    made.counts[0].asides = {1, 3};
    made.children = {{1, 2, 0xffffffffffffffffULL}};
    return made;
}

Rules rules() {
    Rules made;
    made.as_at = {care::Date::of(2023, 3, 31)};
    made.policies.placement_run = care::PlacementRun::same_place;
    made.postcodes_given = true;
    return made;
}

PartialState state_with(const CountedAuthority& authority) {
    auto whole = authority;
    whole.children.reset();
    return PartialState::of_parts(rules(), {{"North", authority}, {"South", whole}}).value();
}

PartialState small_state() {
    return state_with(north());
}

/// The bytes with the checksum that they must have.
std::string sealed(std::string bytes) {
    std::uint64_t checksum = care::fingerprint_of(bytes);
    for (int each = 0; each < 8; ++each, checksum >>= 8U)
        bytes += static_cast<char>(checksum & 0xffU);
    return bytes;
}

std::string without_checksum(const PartialState& state) {
    const std::string bytes = io::to_bytes(state);
    return bytes.substr(0, bytes.size() - 8);
}

std::string refusal_of(const std::string& bytes) {
    const auto read = io::state_of_bytes(bytes);
    CHECK(read.state.has_value() == read.refusal.empty());
    return read.refusal;
}

std::string hexadecimal(const std::string& bytes) {
    std::string text;
    for (const char byte : bytes)
        for (const unsigned shift : {4U, 0U})
            text += "0123456789abcdef"[static_cast<unsigned char>(byte) >> shift & 15U];
    return text;
}

} // namespace

TEST_CASE("a state comes back from its bytes") {
    const auto read = io::state_of_bytes(io::to_bytes(small_state()));
    CHECK(read.refusal.empty());
    REQUIRE(read.state);
    CHECK(*read.state == small_state());
    CHECK(io::state_of_bytes(io::to_bytes(PartialState())).state == PartialState());
    const auto no_authority = PartialState::of_parts(rules(), {}).value();
    CHECK(io::state_of_bytes(io::to_bytes(no_authority)).state == no_authority);
}

TEST_CASE("states as at days that no return holds are refused") {
    for (const auto& [day, refused] :
         {std::pair(care::first_recordable, false), std::pair(care::first_recordable - 1, true),
          std::pair(care::last_recordable, false), std::pair(care::last_recordable + 1, true)}) {
        Rules at_day = rules();
        at_day.as_at = {day};
        const auto state = PartialState::of_parts(at_day, {});
        REQUIRE(state);
        CHECK(refusal_of(io::to_bytes(*state)).empty() != refused);
    }
}

TEST_CASE("bytes that are cut off are refused, wherever that is") {
    const std::string bytes = io::to_bytes(small_state());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(refusal_of(bytes.substr(0, size)).empty());
    CHECK_FALSE(refusal_of(bytes + "x").empty());
    CHECK_THAT(refusal_of("child,decom"), Contains("this is not a state"));
    CHECK_THAT(refusal_of("INDICARE"), Contains("cut off"));
}

TEST_CASE("bytes of which one was changed are refused, whichever it is") {
    const std::string bytes = io::to_bytes(small_state());
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const unsigned change : {1U, 2U, 16U, 128U, 255U}) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ change);
            CHECK_FALSE(refusal_of(changed).empty());
        }
}

TEST_CASE("bytes of another version of the form, or of other rules, are refused") {
    std::string bytes = without_checksum(small_state());
    bytes[8] = 3;
    CHECK_THAT(refusal_of(sealed(bytes)), Contains("version 3 ") && Contains("reads version 2"));
    bytes[8] = 1; // before there were squares
    CHECK_THAT(refusal_of(sealed(bytes)), Contains("version 1 ") && Contains("reads version 2"));
    bytes[8] = 2;
    CHECK(refusal_of(sealed(bytes)).empty());
    bytes[16] = static_cast<char>(bytes[16] + 1);
    CHECK_THAT(refusal_of(sealed(bytes)), Contains("other rules"));
}

TEST_CASE("what cannot be counts of children is refused, though the checksum is right") {
    const auto check_impossible = [](auto change) {
        CountedAuthority changed = north();
        change(changed);
        CHECK_FALSE(PartialState::of_parts(rules(), {{"North", changed}}));
    };
    const auto tally = [](CountedAuthority& of, std::size_t indicator) -> indicators::Tally& {
        return of.counts[0].tallies.at(indicator);
    };
    check_impossible([](CountedAuthority& of) { of.counts.clear(); });
    check_impossible([](CountedAuthority& of) { of.children = {{2, 1, 3}}; });
    check_impossible([](CountedAuthority& of) { of.children = {{1, 1, 3}}; });
    check_impossible([](CountedAuthority& of) { of.children->pop_back(); }); // 2 of 2 and 1 more
    check_impossible([](CountedAuthority& of) { of = {of.given, {{}}, {{}}}; });
    check_impossible([&](CountedAuthority& of) { tally(of, in_foster_care).numerator = 3; });
    check_impossible([&](CountedAuthority& of) { tally(of, in_foster_care).numerator = -1; });
    check_impossible([&](CountedAuthority& of) { tally(of, in_foster_care).undetermined = -1; });
    check_impossible([&](CountedAuthority& of) { tally(of, looked_after).denominator = 1; });
    check_impossible([&](CountedAuthority& of) { tally(of, looked_after).numerator = -1; });
    check_impossible([&](CountedAuthority& of) { tally(of, in_foster_care).squares = 1; });
    check_impossible([&](CountedAuthority& of) { tally(of, looked_after).squares = 4; });
    check_impossible([&](CountedAuthority& of) { tally(of, sdq_mean).squares = 84; }); // below 84.5
    check_impossible([&](CountedAuthority& of) { tally(of, sdq_mean).squares = -1; });
    check_impossible([&](CountedAuthority& of) { tally(of, sdq_mean).squares = INT64_MAX; });
    check_impossible([&](CountedAuthority& of) { tally(of, sdq_mean) = {0, 0, 2, 1}; });
    check_impossible([&](CountedAuthority& of) { tally(of, sdq_mean) = {13, 0, 2, 0}; });
    check_impossible([](CountedAuthority& of) { of.counts[0].asides.distance_not_known = 4; });
    check_impossible([&](CountedAuthority& of) {
        of.children.reset();
        tally(of, looked_after).numerator = INT64_MAX;
    });

    std::string bytes = without_checksum(small_state());
    bytes[bytes.size() - 1] = 2; // South: neither whole nor not
    CHECK_THAT(refusal_of(sealed(bytes)), Contains("cannot be"));
    CHECK_THAT(refusal_of(sealed(without_checksum(small_state()) + '\0')), Contains("cannot be"));
}

TEST_CASE("bytes that nobody wrote are refused without harm") {
    CHECK(rc::check("changed anywhere, with the right checksum", [] {
        std::string bytes = without_checksum(small_state());
        const auto changes = *rc::gen::inRange(1, 5);
        for (int each = 0; each < changes; ++each)
            bytes.at(*rc::gen::inRange<std::size_t>(24, bytes.size())) =
                *rc::gen::arbitrary<char>();
        bytes.resize(*rc::gen::inRange<std::size_t>(24, bytes.size() + 1));
        const auto read = io::state_of_bytes(sealed(bytes));
        RC_ASSERT(read.state.has_value() == read.refusal.empty());
        if (read.state) // changed to another state, in the one form
            RC_ASSERT(io::to_bytes(*read.state) == sealed(bytes));
    }));
}

TEST_CASE("counts of billions are told in bytes that take no more memory than they are long") {
    // 24 bytes of head, a state, 1 date, 7 policies, 3 flags, and 2^63 authorities.
    std::string bytes = without_checksum(PartialState::of_parts(rules(), {}).value());
    bytes.pop_back();
    bytes += "\xff\xff\xff\xff\xff\xff\xff\xff\x7f";
    CHECK_THAT(refusal_of(sealed(bytes)), Contains("cannot be"));
}

TEST_CASE("the form of the bytes does not change unnoticed") {
    const auto state = PartialState::of_parts(rules(), {{"N", north()}}).value();
    std::string tallies; // twice what was counted, since it could be below 0
    for (std::size_t i = 0; i < indicators::catalogue.size(); ++i)
        tallies += i == looked_after     ? "04000000"
                   : i == in_foster_care ? "02040200"
                   : i == sdq_mean       ? "1a0400da01"
                                         : "00000000";
    const std::string bytes = io::to_bytes(state);
    CHECK(bytes.substr(0, 8) == "INDICARE");
    CHECK(hexadecimal(bytes.substr(8, 8)) == "0200000000000000");
    CHECK(hexadecimal(bytes.substr(24, bytes.size() - 24 - 8)) ==
          "01"                     // something was counted
          "01e4945a"               // as at one date, day 738,610 since the year 0, twice
          "00030406080a0c"         // by policies, the second one's second value
          "000100"                 // not longitudinal, with postcodes, no area named
          "01014e"                 // one authority, N
          "0147"                   // one return, the 71st year from 1953
          "0147"                   // which gives Episodes
          "0200014702"             // of every year Header, of 2023 Episodes
          "0147010355524e" +       // without the column URN
              tallies +            //
              "0206"               // asides 1 and 3
              "0003"               // not the whole, three children
              "0100000000000000"   //
              "0200000000000000"   //
              "ffffffffffffffff"); //
}

TEST_CASE("fingerprints are those of FNV-1a") {
    // The test vectors of its authors.
    CHECK(care::fingerprint_of("") == 0xcbf29ce484222325ULL);
    CHECK(care::fingerprint_of("a") == 0xaf63dc4c8601ec8cULL);
    CHECK(care::fingerprint_of("foobar") == 0x85944171f73967e8ULL);
    CHECK(care::fingerprint_of("bar", care::fingerprint_of("foo")) == 0x85944171f73967e8ULL);
    CHECK(scorecard::mark_of("1", "23") != scorecard::mark_of("12", "3"));
}
