// What is known of children, authorities and texts after memory ran out while they came.

#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "care/episodes.hpp"
#include "indicare/care/records.hpp"
#include "indicare/care/texts.hpp"
#include "memory/each_allocation_fails.hpp"
#include "support/colliding_texts.hpp"

using indicare::care::Records;
using indicare::care::StoredEpisode;
using indicare::care::Texts;
using indicare::tests::episode;
using indicare::tests::let_each_allocation_fail;
using indicare::tests::made_to_collide;

namespace {

constexpr Texts::Owner owner = 1;

/// More texts than there is room for in the first table, of which some are crowded out of it.
std::vector<std::string> many_texts() {
    std::vector<std::string> all;
    for (std::uint64_t each = 0; each < 700; ++each) {
        all.push_back("a text that is not short, number " + std::to_string(each));
        if (each % 7 == 0)
            all.push_back(made_to_collide(each, owner));
    }
    return all;
}

} // namespace

TEST_CASE("a text for which there is no memory is not known, and the others are") {
    const std::vector<std::string> texts = many_texts();
    std::size_t learned = 0;
    let_each_allocation_fail<Texts>(
        [&](Texts& known) {
            learned = 0;
            for (const std::string& text : texts) {
                static_cast<void>(known.number_of(text, owner));
                ++learned;
            }
        },
        [&](Texts& known, bool failed) {
            REQUIRE((failed || learned == texts.size()));
            REQUIRE(known.size() == learned);
            for (std::size_t each = 0; each != texts.size(); ++each) {
                const auto number = known.find(texts[each], owner);
                REQUIRE(number.has_value() == (each < learned));
                REQUIRE((!number || *number == each));
            }
            for (std::size_t each = 0; each != texts.size(); ++each)
                REQUIRE(known.number_of(texts[each], owner) == each);
            REQUIRE(known.size() == texts.size());
        });
}

namespace {

constexpr std::uint64_t children = 150;
constexpr std::uint64_t authorities = 5;

std::string name_of_authority(std::uint64_t number) {
    return "an authority with a long name, number " + std::to_string(number);
}

/// The n-th child has n % 3 episodes.
void add_children(Records& records, const StoredEpisode& row, std::uint64_t& rows) {
    for (std::uint64_t each = 0; each != children; ++each) {
        const auto authority = records.authority(name_of_authority(each % authorities)).value();
        const auto child = records.child(authority, made_to_collide(each / authorities, authority));
        for (std::uint64_t row_of_child = 0; row_of_child != each % 3; ++row_of_child) {
            records.add(child, row);
            ++rows;
        }
    }
}

} // namespace

TEST_CASE("what is known of children holds together after memory ran out, and can go on") {
    const StoredEpisode row{episode("2022-06-01 S C2 U4")};
    std::uint64_t added = 0;
    let_each_allocation_fail<Records>(
        [&](Records& records) {
            added = 0;
            add_children(records, row, added);
        },
        [&](Records& records, bool) {
            std::uint64_t of_children = 0;
            for (Records::ChildNumber child = 0; child != records.child_count(); ++child) {
                REQUIRE(records.rows_of(child) <= 2);
                REQUIRE(records[child].authority < records.authority_count());
                of_children += records.rows_of(child);
            }
            REQUIRE(of_children == added);
            REQUIRE(records.row_count() == added);

            add_children(records, row, added);
            REQUIRE(records.authority_count() == authorities);
            REQUIRE(records.child_count() == children);
            for (std::uint64_t each = 0; each != authorities; ++each)
                REQUIRE(records.name_of(static_cast<Records::AuthorityNumber>(each)) ==
                        name_of_authority(each));
        });
}
