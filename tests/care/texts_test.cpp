#include "indicare/care/texts.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "support/colliding_texts.hpp"

using indicare::care::Texts;
using indicare::tests::made_to_collide;

TEST_CASE("texts have one number exactly when they are the same", "[texts]") {
    Texts texts;
    CHECK(texts.is_empty());
    CHECK_FALSE(texts.find("SW1"));
    CHECK(texts.number_of("SW1") == 0);
    CHECK(texts.number_of("SW2") == 1);
    CHECK(texts.number_of("sw1") == 2);
    CHECK(texts.number_of("") == 3);
    CHECK(texts.number_of("SW1") == 0);
    CHECK(texts.find("SW2") == 1U);
    CHECK(texts.find("") == 3U);
    CHECK_FALSE(texts.find("SW3"));
    CHECK(texts.size() == 4);
    CHECK(texts[2] == "sw1");
    CHECK(texts[3].empty());
}

TEST_CASE("a text of another owner is another", "[texts]") {
    Texts texts;
    CHECK(texts.number_of("A", 7) == 0);
    CHECK_FALSE(texts.find("A", 8));
    CHECK(texts.number_of("A", 8) == 1);
    CHECK(texts.owner_of(1) == 8);
    CHECK(texts.is(1, "A", 8));
    CHECK_FALSE(texts.is(1, "A", 7));
    CHECK_FALSE(texts.is(1, "B", 8));
}

TEST_CASE("texts of any length", "[texts]") {
    const std::vector<std::size_t> sizes{70'000, 0, 65'536, 65'535, 1, 0, 65'537, 200'000, 3};
    Texts texts;
    std::vector<std::string> all;
    for (const std::size_t size : sizes) {
        all.emplace_back(size, static_cast<char>('a' + all.size()));
        texts.number_of(all.back());
    }
    CHECK(texts.size() == 8); // one of the two that are empty
    for (const std::string& text : all) {
        CAPTURE(text.size());
        const auto number = texts.find(text);
        REQUIRE(number);
        CHECK(texts[*number] == text);
    }
}

TEST_CASE("texts that are made to collide have numbers like any others", "[texts]") {
    Texts texts;
    for (std::uint64_t each = 0; each < 5'000; ++each)
        REQUIRE(texts.number_of(made_to_collide(each, 3), 3) == each);
    for (std::uint64_t each = 0; each < 5'000; ++each) {
        REQUIRE(texts.number_of(made_to_collide(each, 3), 3) == each);
        REQUIRE(texts.find(made_to_collide(each, 3), 3) == each);
    }
    CHECK_FALSE(texts.find(made_to_collide(5'000, 3), 3));
    const Texts copy = texts;
    CHECK(copy.find(made_to_collide(4'999, 3), 3) == 4'999U);
    Texts other;
    other.number_of("first");
    const std::vector<Texts::Number> numbers = texts.numbers_in(other);
    REQUIRE(numbers.size() == 5'000);
    CHECK(numbers[4'999] == 5'000);
    CHECK(other.find(made_to_collide(4'999, 3), 3) == 5'000U);
}

TEST_CASE("texts are numbered as they come", "[texts]") {
    CHECK(rc::check("texts", [] {
        Texts texts;
        std::map<std::pair<Texts::Owner, std::string>, Texts::Number> known;
        const auto any_text = rc::gen::oneOf(
            rc::gen::map(rc::gen::inRange(0, 2'000), [](int n) { return std::to_string(n); }),
            rc::gen::map(rc::gen::inRange(0, 300),
                         [](int n) { return made_to_collide(static_cast<std::uint64_t>(n), 1); }),
            rc::gen::string<std::string>());
        const int count = *rc::gen::inRange(0, 3'000);
        for (int each = 0; each < count; ++each) {
            const auto owner = static_cast<Texts::Owner>(*rc::gen::inRange(0, 3));
            const std::string text = *any_text;
            const auto at = known.find({owner, text});
            const auto found = texts.find(text, owner);
            RC_ASSERT(found.has_value() == (at != known.end()));
            const Texts::Number number = texts.number_of(text, owner);
            RC_ASSERT(number == known.try_emplace({owner, text}, texts.size() - 1).first->second);
            RC_ASSERT(texts[number] == text);
        }
        RC_ASSERT(texts.size() == known.size());
    }));
}
