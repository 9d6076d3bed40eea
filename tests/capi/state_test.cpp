// Partial states: what was counted apart gives the figures of the whole.

#include <catch2/catch.hpp>
#include <memory>

#include "session.hpp"

using indicare::tests::four_children;
using indicare::tests::handle;
using indicare::tests::Session;
using indicare::tests::text;

namespace {

/// A state that destroys itself.
class State {
  public:
    State() {
        indicare_state* made = nullptr;
        if (indicare_create_state(&made) != INDICARE_OK)
            throw std::runtime_error("no state");
        state_.reset(made);
    }
    /// That of all that a session has read.
    explicit State(Session& session) : State() {
        if (indicare_take_state(session, *this) != INDICARE_OK)
            throw std::runtime_error(session.error());
    }

    operator indicare_state*() const { return state_.get(); }

    std::string bytes() const { return text(indicare_state_bytes, state_.get()); }
    std::string error() const { return text(indicare_state_error_text, state_.get()); }
    indicare_status read(std::string_view bytes) {
        return indicare_read_state(*this, bytes.data(), bytes.size());
    }

  private:
    struct Destroy {
        void operator()(indicare_state* state) const { indicare_destroy_state(state); }
    };
    std::unique_ptr<indicare_state, Destroy> state_;
};

/// The first row of the four children with those rows that are of the children named.
std::string rows_of(std::string_view children) {
    std::string rows;
    for (std::string_view rest = four_children; !rest.empty();) {
        const std::string_view row = rest.substr(0, rest.find('\n') + 1);
        if (rows.empty() || children.find(row.front()) != std::string_view::npos)
            rows += row;
        rest.remove_prefix(row.size());
    }
    return rows;
}

/// A session of some of the four children, computed.
Session session_of(std::string_view children, std::string_view authority = "Eastmere",
                   std::int32_t as_at = 20230331) {
    Session session;
    if (session.set("authority", authority) != INDICARE_OK)
        throw std::runtime_error(session.error());
    session.read(rows_of(children), 2023);
    if (session.compute(as_at) != INDICARE_OK)
        throw std::runtime_error(session.error());
    return session;
}

State state_of(std::string_view children, std::string_view authority = "Eastmere",
               std::int32_t as_at = 20230331) {
    Session session = session_of(children, authority, as_at);
    return State(session);
}

} // namespace

TEST_CASE("the halves of an authority's children give the figures of all") {
    State state = state_of("AB");
    CHECK(indicare_merge_state(state, state_of("CD")) == INDICARE_OK);

    Session session;
    CHECK(session.population("Eastmere", 2023, 1000) == INDICARE_OK);
    REQUIRE(indicare_compute_state(session, state) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "3");
    CHECK(session.printed("started") == "3");
    CHECK(session.printed("ceased") == "1");
    CHECK(session.exact("in_foster_care") == "200/3");
    CHECK(session.printed("looked_after_rate") == "30"); // 3 of 1,000
    CHECK(text(indicare_authority_name, handle(session), std::int64_t{0}) == "Eastmere");

    Session whole;
    CHECK(whole.set("authority", "Eastmere") == INDICARE_OK);
    CHECK(whole.population("Eastmere", 2023, 1000) == INDICARE_OK);
    whole.read(four_children, 2023);
    CHECK(whole.compute(20230331) == INDICARE_OK);
    CHECK(session.csv() == whole.csv());
    CHECK(State(whole).bytes() == state.bytes());
}

TEST_CASE("authorities that were counted apart stand side by side") {
    State state = state_of("AB", "Northmoor");
    CHECK(indicare_merge_state(state, state_of("CD", "Eastmere")) == INDICARE_OK);
    Session session;
    REQUIRE(indicare_compute_state(session, state) == INDICARE_OK);
    std::int64_t count = 0;
    CHECK(indicare_authority_count(session, &count) == INDICARE_OK);
    CHECK(count == 2);
    CHECK(text(indicare_authority_name, handle(session), std::int64_t{0}) == "Eastmere");
    CHECK(text(indicare_authority_name, handle(session), std::int64_t{1}) == "Northmoor");
    CHECK(session.printed("looked_after", 0) == "2");
    CHECK(session.printed("looked_after", 1) == "1");
    CHECK(session.reason("looked_after_rate", 1) == "no population given for 2023");
}

TEST_CASE("states that do not go together stay as they were") {
    State state = state_of("AB");
    const std::string before = state.bytes();
    const auto refused = [&](indicare_state* other, const std::string& sentence) {
        CHECK(indicare_merge_state(state, other) == INDICARE_CONFLICT);
        CHECK(state.error() == sentence);
        CHECK(state.bytes() == before);
    };
    refused(state_of("BC"), "other: 1 child of Eastmere is in both");
    refused(state, "other: 2 children of Eastmere are in both");
    refused(state_of("CD", "Eastmere", 20221231),
            "other: one is as at 2023-03-31, the other as at 2022-12-31");

    Session counted_otherwise;
    CHECK(counted_otherwise.set("placement_run", "same_place") == INDICARE_OK);
    counted_otherwise.read(four_children, 2023);
    CHECK(counted_otherwise.compute(20230331) == INDICARE_OK);
    refused(State(counted_otherwise),
            "other: the policy placement_run is same_carer in one and same_place in the other");
}

TEST_CASE("parts of an authority are told of the same returns, if by the names of columns alone") {
    constexpr std::string_view uasc = "CHILD,SEX,DOB,DUC\nC,1,01/02/2007,\n";
    Session with_uasc;
    CHECK(with_uasc.set("authority", "Eastmere") == INDICARE_OK);
    with_uasc.read(rows_of("CD"), 2023);
    with_uasc.read(uasc, 2023);
    CHECK(with_uasc.compute(20230331) == INDICARE_OK);

    State state = state_of("AB");
    CHECK(indicare_merge_state(state, State(with_uasc)) == INDICARE_CONFLICT);
    CHECK(state.error() == "other: the parts of Eastmere were counted knowing of different "
                           "returns: tell each of all the returns that were given, and count "
                           "again");

    Session knowing;
    CHECK(knowing.set("authority", "Eastmere") == INDICARE_OK);
    knowing.read(rows_of("AB"), 2023);
    knowing.read(uasc.substr(0, uasc.find('\n') + 1), 2023);
    CHECK(knowing.compute(20230331) == INDICARE_OK);
    State told(knowing);
    REQUIRE(indicare_merge_state(told, State(with_uasc)) == INDICARE_OK);
    Session session;
    CHECK(indicare_compute_state(session, told) == INDICARE_OK);
    CHECK(session.printed("unaccompanied") == "1");
}

TEST_CASE("what was taken in is taken out again") {
    State state = state_of("AB");
    const std::string before = state.bytes();
    CHECK(indicare_merge_state(state, state_of("CD")) == INDICARE_OK);
    CHECK(indicare_subtract_state(state, state_of("CD")) == INDICARE_OK);
    CHECK(state.bytes() == before);

    CHECK(indicare_subtract_state(state, state_of("BC")) == INDICARE_CONFLICT);
    CHECK(state.error() == "other: 1 child of Eastmere is not in the state");
    CHECK(indicare_subtract_state(state, state_of("A", "Northmoor")) == INDICARE_CONFLICT);
    CHECK(state.error() == "other: Northmoor is not in the state");
    CHECK(state.bytes() == before);

    CHECK(indicare_subtract_state(state, state) == INDICARE_OK);
    Session session;
    CHECK(indicare_compute_state(session, state) == INDICARE_OK);
    std::int64_t count = -1;
    CHECK(indicare_authority_count(session, &count) == INDICARE_OK);
    CHECK(count == 0);
}

TEST_CASE("a state without the marks of children merges with other authorities alone") {
    State state = state_of("ABCD");
    const std::size_t with_marks = state.bytes().size();
    CHECK(indicare_forget_children(state) == INDICARE_OK);
    CHECK(with_marks - state.bytes().size() >= 4 * 8);
    CHECK(indicare_merge_state(state, state_of("E")) == INDICARE_OK); // of whom there is no row
    CHECK(indicare_merge_state(state, state_of("A")) == INDICARE_CONFLICT);
    CHECK(state.error() == "other: the whole of Eastmere is in one, and some of its children in "
                           "the other: they would count twice");
    CHECK(indicare_merge_state(state, state_of("A", "Northmoor")) == INDICARE_OK);
    Session session;
    CHECK(indicare_compute_state(session, state) == INDICARE_OK);
    CHECK(session.printed("looked_after", 0) == "3");
    CHECK(session.printed("looked_after", 1) == "1");
}

TEST_CASE("a state travels as bytes") {
    const std::string bytes = state_of("ABCD").bytes();
    State state;
    CHECK(state.read(bytes) == INDICARE_OK);
    CHECK(state.bytes() == bytes);
    Session session;
    CHECK(indicare_compute_state(session, state) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "3");

    SECTION("the state before is replaced") {
        CHECK(state.read(state_of("A").bytes()) == INDICARE_OK);
        CHECK(state.bytes() == state_of("A").bytes());
    }
    SECTION("bytes that are cut off or changed are none, and the state stays") {
        std::string changed = bytes;
        changed[bytes.size() / 2] = static_cast<char>(changed[bytes.size() / 2] ^ 1);
        for (const std::string& none :
             {changed, bytes.substr(0, bytes.size() - 1), bytes + "x", std::string("state")}) {
            CHECK(state.read(none) == INDICARE_NOT_RECOGNISED);
            CHECK(state.error().starts_with("bytes: "));
        }
        CHECK(indicare_read_state(state, nullptr, 0) == INDICARE_NOT_RECOGNISED);
        CHECK(indicare_read_state(state, nullptr, 1) == INDICARE_INVALID_ARGUMENT);
        CHECK(state.bytes() == bytes);
    }
    SECTION("a buffer may be too small") {
        std::string buffer(bytes.size(), '#');
        std::size_t length = 0;
        CHECK(indicare_state_bytes(state, buffer.data(), buffer.size(), &length) ==
              INDICARE_BUFFER_TOO_SMALL);
        CHECK(length == bytes.size());
        CHECK(state.error() ==
              "buffer: too small; length tells how long the text is, and its NUL comes on top");
    }
}

TEST_CASE("a state of nothing") {
    State state;
    Session session;
    CHECK(indicare_compute_state(session, state) == INDICARE_OK);
    std::int64_t count = -1;
    CHECK(indicare_authority_count(session, &count) == INDICARE_OK);
    CHECK(count == 0);
    CHECK(state.error().empty());
    const State of_a = state_of("A");
    CHECK(indicare_merge_state(state, of_a) == INDICARE_OK);
    CHECK(state.bytes() == of_a.bytes());
    CHECK(indicare_merge_state(state, State()) == INDICARE_OK);
    CHECK(indicare_subtract_state(state, State()) == INDICARE_OK);
    CHECK(state.bytes() == of_a.bytes());
}

TEST_CASE("a state has its time") {
    State state;
    Session session;
    CHECK(indicare_take_state(session, state) == INDICARE_WRONG_ORDER);
    CHECK(session.error() ==
          "there are no results; expected indicare_compute after all that was given");
    CHECK(indicare_compute_state(session, state) == INDICARE_OK);
    CHECK(indicare_take_state(session, state) == INDICARE_WRONG_ORDER);
    CHECK(session.error() == "the results are those of a partial state; expected indicare_compute");

    CHECK(session.begin("episodes.csv", 2023) == INDICARE_OK);
    CHECK(indicare_take_state(session, state) == INDICARE_WRONG_ORDER);
    CHECK(indicare_compute_state(session, state) == INDICARE_WRONG_ORDER);
    CHECK(session.feed(four_children) == INDICARE_OK);
    CHECK(indicare_end_table(session, nullptr) == INDICARE_OK);
    CHECK(indicare_take_state(session, state) == INDICARE_WRONG_ORDER);
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(indicare_take_state(session, state) == INDICARE_OK);

    CHECK(indicare_compute_state(session, state_of("A")) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "1");
    CHECK(session.compute(20230331) == INDICARE_OK);
    CHECK(session.printed("looked_after") == "3");
}

TEST_CASE("findings about histories come once, whatever states are taken") {
    Session session = session_of("ABCD");
    std::int64_t before = -1;
    CHECK(indicare_finding_count(session, &before) == INDICARE_OK);
    const State state(session);
    std::int64_t after = -1;
    CHECK(indicare_finding_count(session, &after) == INDICARE_OK);
    CHECK(after == before);
}

TEST_CASE("a state that is NULL") {
    CHECK(indicare_create_state(nullptr) == INDICARE_INVALID_ARGUMENT);
    indicare_destroy_state(nullptr);
    char buffer[8];
    State state;
    Session session = session_of("A");
    for (const indicare_status status : {
             indicare_state_error_text(nullptr, buffer, 8, nullptr),
             indicare_state_error_text(state, nullptr, 8, nullptr),
             indicare_take_state(nullptr, state),
             indicare_take_state(session, nullptr),
             indicare_compute_state(nullptr, state),
             indicare_compute_state(session, nullptr),
             indicare_merge_state(nullptr, state),
             indicare_merge_state(state, nullptr),
             indicare_subtract_state(nullptr, state),
             indicare_subtract_state(state, nullptr),
             indicare_forget_children(nullptr),
             indicare_state_bytes(nullptr, buffer, 8, nullptr),
             indicare_read_state(nullptr, "", 0),
         })
        CHECK(status == INDICARE_INVALID_ARGUMENT);
    CHECK(session.error() == "state: expected a pointer, not NULL");
    CHECK(state.error() == "other: expected a pointer, not NULL");
    CHECK(session.printed("looked_after") == "1");
}
