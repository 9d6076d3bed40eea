#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::Session;

namespace {

/// A session with the life of A as its document.
Session with_document() {
    Session session;
    session.read(four_children, 2023);
    if (session.compute(20230331) != INDICARE_OK ||
        indicare_make_life(session, 0, "A", 1, "csv", 3) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

int32_t append(void* context, const char* bytes, size_t length) {
    static_cast<std::string*>(context)->append(bytes, length);
    return 0;
}

int32_t refuse(void* context, const char* /*bytes*/, size_t /*length*/) {
    ++*static_cast<int*>(context);
    return 1;
}

} // namespace

TEST_CASE("a document is read as often as needed, at once or in pieces") {
    Session session = with_document();
    const std::string document = session.document();
    CHECK(document.find("authority,child,as_at,indicator,membership,") == 0);
    CHECK(session.document() == document);
    std::string written;
    CHECK(indicare_write_document(session, append, &written) == INDICARE_OK);
    CHECK(written == document);
}

TEST_CASE("a writer can end the call") {
    Session session = with_document();
    int calls = 0;
    CHECK(indicare_write_document(session, refuse, &calls) == INDICARE_CANCELLED);
    CHECK(calls == 1);
    CHECK(session.error() == "writer: it ended the call");
    CHECK(indicare_write_document(session, nullptr, &calls) == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "writer: expected a function, not NULL");
}

TEST_CASE("a document stays when another could not be made, and when results go") {
    Session session = with_document();
    const std::string document = session.document();
    CHECK(indicare_make_life(session, 0, "Z", 1, "csv", 3) == INDICARE_NOT_FOUND);
    CHECK(indicare_make_life(session, 0, "A", 1, "html", 4) == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "format: expected text or csv or json, not \"html\"");
    CHECK(session.population("", 2023, 30'000) == INDICARE_OK);
    CHECK(session.document() == document);
}

TEST_CASE("without a document") {
    Session session;
    CHECK(indicare_document(session, nullptr, 0, nullptr) == INDICARE_WRONG_ORDER);
    std::string written;
    CHECK(indicare_write_document(session, append, &written) == INDICARE_WRONG_ORDER);
    CHECK(session.error() ==
          "there is no document; expected a call that makes one, indicare_make_...");
    CHECK(indicare_document(nullptr, nullptr, 0, nullptr) == INDICARE_INVALID_ARGUMENT);
    CHECK(indicare_write_document(nullptr, append, &written) == INDICARE_INVALID_ARGUMENT);
    CHECK(written.empty());
}
