#include "indicare/care/location.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <set>
#include <string>

using namespace indicare::care;
using namespace std::string_literals;

namespace {

/// Without blanks, in capitals.
std::string plain(const std::string& text) {
    std::string out;
    for (const char character : text)
        if (character != ' ')
            out += character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A')
                                                        : character;
    return out;
}

/// Short texts of few characters, so that many are the same but for blanks and case; the others
/// touch what is next to letters and digits.
rc::Gen<std::string> any_text() {
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, 11), [](std::size_t length) {
        return rc::gen::container<std::string>(
            length, rc::gen::elementOf("  aAaAbBzZ019-@[`{/:\xc3\xa9\xc1\x00"s));
    });
}

} // namespace

TEST_CASE("postcodes have one number when they differ in blanks and case alone", "[location]") {
    Postcodes postcodes;
    const auto derby = postcodes.number_of("DE1 2FS");
    CHECK(postcodes.number_of("de12fs") == derby);
    CHECK(postcodes.number_of(" De 1 2Fs ") == derby);
    CHECK(postcodes.number_of("DE1 2FT") != derby);
    CHECK(postcodes.number_of("DE12 FS") == derby);
    CHECK(postcodes.number_of("DE1 2F") != derby);
    CHECK(postcodes.number_of("DE1 2FSS") != derby);
    CHECK(postcodes.number_of("") == 0);
    CHECK(postcodes.number_of("   ") == 0);
    CHECK(postcodes.number_of("0") != 0);
    CHECK(postcodes.number_of("00") != postcodes.number_of("0"));
    // Not like a postcode at all.
    CHECK(postcodes.number_of("not known") == postcodes.number_of("NOT KNOWN"));
    CHECK(postcodes.number_of("notknown") == postcodes.number_of("NOT KNOWN"));
    CHECK(postcodes.number_of("XX-XX") != postcodes.number_of("XXXX"));
    CHECK(postcodes.number_of("ZZZZZZZ") < Postcodes::limit);
    CHECK(postcodes.number_of("ZZZZZZZZ") < Postcodes::limit);
}

TEST_CASE("postcodes have one number exactly when they are the same", "[location]") {
    CHECK(rc::check("postcodes", [] {
        Postcodes postcodes;
        const auto a = *any_text();
        const auto b = *any_text();
        const auto number = postcodes.number_of(a);
        RC_ASSERT((postcodes.number_of(b) == number) == (plain(a) == plain(b)));
        RC_ASSERT((number == 0) == plain(a).empty());
        RC_ASSERT(number < Postcodes::limit);
        RC_ASSERT(postcodes.number_of(a) == number);
    }));
}

TEST_CASE("postcodes of the same length do not meet", "[location]") {
    Postcodes postcodes;
    std::set<std::uint64_t> numbers;
    const std::string characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const char first : characters)
        for (const char second : characters)
            for (const char third : characters)
                numbers.insert(postcodes.number_of(std::string{first, second, third}));
    CHECK(numbers.size() == 36 * 36 * 36);
}

TEST_CASE("references of providers are told apart", "[location]") {
    ProviderReferences references;
    CHECK(references.number_of("") == 0);
    const std::set<std::uint32_t> numbers = {
        references.number_of(""),         references.number_of("0000000"),
        references.number_of("9999999"),  references.number_of("SC000000"),
        references.number_of("SC999999"), references.number_of("XXXXXXX"),
        references.number_of("CON"),      references.number_of("SCO"),
        references.number_of("123456"),   references.number_of("12345678"),
        references.number_of("SC12345"),  references.number_of("SC1234567")};
    CHECK(numbers.size() == 12);
    CHECK(*numbers.rbegin() < ProviderReferences::limit);
    CHECK(references.number_of("XXXXXXX") == references.number_of("XXXXXXX"));
    CHECK(references.number_of("SC012345") == references.number_of("SC012345"));
}

TEST_CASE("references have one number when they differ in blanks and case alone", "[location]") {
    ProviderReferences references;
    CHECK(references.number_of("sc012345") == references.number_of("SC012345"));
    CHECK(references.number_of("xxxxxxx") == references.number_of("XXXXXXX"));
    CHECK(references.number_of("SC 012345") == references.number_of("SC012345"));
    CHECK(references.number_of(" 1234567 ") == references.number_of("1234567"));
    CHECK(references.number_of(" ") == 0);
}

TEST_CASE("references have one number exactly when they are the same", "[location]") {
    CHECK(rc::check("references", [] {
        ProviderReferences references;
        const auto digits = [](std::size_t count) {
            return rc::gen::container<std::string>(count, rc::gen::elementOf("019"s));
        };
        const auto any_reference = rc::gen::oneOf(
            digits(7), digits(6), digits(8),
            rc::gen::map(digits(6), [](const std::string& text) { return "SC" + text; }),
            rc::gen::map(digits(5), [](const std::string& text) { return "SC" + text; }),
            rc::gen::element("CON"s, "NIR"s, "XXXXXXX"s, ""s));
        const auto a = *any_reference;
        const auto b = *any_reference;
        const auto number = references.number_of(a);
        RC_ASSERT((references.number_of(b) == number) == (a == b));
        RC_ASSERT(number < ProviderReferences::limit);
        RC_ASSERT(references.number_of(a) == number);
    }));
}
