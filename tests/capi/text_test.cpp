#include <array>
#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

/// A session whose only authority has a name of eight bytes.
Session named() {
    Session session;
    session.read("LA,CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nEastmere,A,01/06/2022,S,C2,U4,,\n", 2023);
    if (session.compute(20230331) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

} // namespace

TEST_CASE("a buffer that is too small learns the length and nothing else") {
    Session session = named();
    std::array<char, 10> buffer{};
    buffer.fill('#');
    const auto untouched = buffer;
    for (const std::size_t capacity : {0U, 1U, 8U}) {
        std::size_t length = 0;
        CHECK(indicare_authority_name(session, 0, buffer.data(), capacity, &length) ==
              INDICARE_BUFFER_TOO_SMALL);
        CHECK(length == 8);
        CHECK(buffer == untouched);
    }
    CHECK(session.error() ==
          "buffer: too small; length tells how long the text is, and its NUL comes on top");
    CHECK(indicare_authority_name(session, 0, nullptr, 0, nullptr) == INDICARE_BUFFER_TOO_SMALL);

    std::size_t length = 0;
    CHECK(indicare_authority_name(session, 0, buffer.data(), 9, &length) == INDICARE_OK);
    CHECK(length == 8);
    CHECK(std::string(buffer.data()) == "Eastmere");
    CHECK(buffer[9] == '#');
}

TEST_CASE("an empty text needs room for its NUL") {
    Session session = named();
    std::size_t length = 77;
    CHECK(indicare_figure_reason(session, 0, 0, nullptr, 0, &length) == INDICARE_BUFFER_TOO_SMALL);
    CHECK(length == 0);
    char only = '#';
    CHECK(indicare_figure_reason(session, 0, 0, &only, 1, &length) == INDICARE_OK);
    CHECK(only == '\0');
}

TEST_CASE("the error's text fits into the size that is promised") {
    Session session;
    const std::string long_name(5000, 'n');
    CHECK(session.set(long_name, "") == INDICARE_NOT_FOUND);
    std::array<char, INDICARE_ERROR_TEXT_SIZE> buffer{};
    CHECK(indicare_error_text(session, buffer.data(), buffer.size(), nullptr) == INDICARE_OK);
    std::size_t length = 0;
    CHECK(indicare_error_text(session, buffer.data(), 3, &length) == INDICARE_BUFFER_TOO_SMALL);
    CHECK(length == session.error().size());
}

TEST_CASE("text in goes by its length or by its NUL") {
    Session session;
    CHECK(indicare_set_option(session, "authority, and more", 9, "Eastmere",
                              INDICARE_NUL_TERMINATED) == INDICARE_OK);
    CHECK(indicare_begin_table(session, nullptr, 0, 2023) == INDICARE_OK);
    CHECK(indicare_feed(session, nullptr, 0) == INDICARE_OK);
    CHECK(indicare_feed(session, "CHILD,DUC\nA,\n", INDICARE_NUL_TERMINATED) == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(text(indicare_authority_name, handle(session), std::int64_t{0}) == "Eastmere");
}

TEST_CASE("what was given may go at once") {
    Session session;
    {
        std::string file = "a name that is too long to be kept inside a string.csv";
        CHECK(session.begin(file, 2023) == INDICARE_OK);
        file.assign(file.size(), '#');
    }
    {
        std::string piece = "CHILD,DUC\nA,31/02/2023";
        CHECK(session.feed(piece) == INDICARE_OK);
        piece.assign(piece.size(), '#');
    }
    CHECK(session.feed("\n") == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);
    CHECK(session.total(INDICARE_ERROR) == 1);
    std::int64_t count = 0;
    CHECK(indicare_finding_count(session, &count) == INDICARE_OK);
    bool found = false;
    for (std::int64_t i = 0; i < count; ++i)
        found = found || text(indicare_finding_value, handle(session), i) == "31/02/2023";
    CHECK(found);
    CHECK(text(indicare_finding_file, handle(session), std::int64_t{0}) ==
          "a name that is too long to be kept inside a string.csv");
}
