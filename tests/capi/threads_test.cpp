// Sessions share nothing: eight of them do at once what one does alone. .ci/check-threads runs this
// under the thread sanitizer.

#include <array>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

constexpr std::string_view header = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                                    "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

/// A status other than INDICARE_OK ends the job: assertions of Catch are for one thread alone.
void expect(indicare_status status) {
    if (status != INDICARE_OK)
        throw std::runtime_error(indicare_status_name(status));
}

/// Whatever the library does, once, and all that it said.
std::string whole_job() {
    Session session;
    expect(session.set("authority", "831"));
    expect(session.set("checks", "1"));
    session.read(four_children, 2023, 7);
    expect(session.compute(20230331));
    std::string said = session.csv() + session.json();

    const std::int64_t looked_after = Session::indicator("looked_after");
    expect(indicare_explain(session, 0, looked_after));
    said += text(indicare_explained_reason, handle(session), std::int64_t{0});
    said += text(indicare_figure_limit_low, handle(session), std::int64_t{0},
                 Session::indicator("in_foster_care"), "99", std::size_t{2});

    expect(indicare_begin_child(session, "831", 3, "E", 1));
    session.read(std::string(header) + "E,31/03/2023,S,V2,N1,U4,PR1,,,,,,\n", 2023);
    expect(indicare_end_child(session));
    said += session.csv();

    expect(indicare_make_check(session, 20230331, "text", 4));
    said += text(indicare_document, handle(session));
    expect(indicare_use_bundled_benchmarks(session));
    expect(indicare_make_comparison(session, "831", 3, 2023, "csv", 3));
    said += text(indicare_document, handle(session));

    constexpr std::string_view claims = "a = 31\nchange b -> a = 45%\nb in 0..1000\n";
    expect(indicare_give_claims(session, "claims", 6, claims.data(), claims.size()));
    expect(indicare_make_audit(session, "half_up", 7, "text", 4, nullptr));
    return said + text(indicare_document, handle(session));
}

/// The same, or why it could not be done.
std::string said_by_whole_job() {
    try {
        return whole_job();
    } catch (const std::exception& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("capi: eight threads do at once what one does alone", "[capi]") {
    const std::string alone = whole_job();
    CHECK(alone.find("831") != std::string::npos);
    std::array<std::string, 8> said;
    std::vector<std::thread> threads;
    threads.reserve(said.size());
    for (std::string& each : said)
        threads.emplace_back([&each] { each = said_by_whole_job(); });
    for (std::thread& thread : threads)
        thread.join();
    for (const std::string& each : said)
        CHECK(each == alone);
}
