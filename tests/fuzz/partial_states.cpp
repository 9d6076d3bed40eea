// Partial states: bytes that are read are written the same; what is merged can be taken out again.

#include "fuzz.hpp"
#include "indicare/care/fingerprint.hpp"
#include "indicare/io/partial_state_bytes.hpp"

using namespace indicare;
using scorecard::PartialState;

namespace {

constexpr std::size_t head_size = 24;
constexpr std::size_t checksum_size = 8;

/// The bytes of a state with what it tells in place: its head is that of every state, its checksum
/// the one that it must have.
std::string sealed(std::string_view told) {
    std::string bytes = io::to_bytes({}).substr(0, head_size) + std::string(told);
    std::uint64_t checksum = care::fingerprint_of(bytes);
    for (std::size_t at = 0; at < checksum_size; ++at, checksum >>= 8U)
        bytes += static_cast<char>(checksum & 0xffU);
    return bytes;
}

std::optional<PartialState> state_of(const std::string& bytes) {
    io::StateRead read = io::state_of_bytes(bytes);
    fuzz::expect(read.state.has_value() == read.refusal.empty(), "there is a state or a refusal");
    if (read.state)
        fuzz::expect(io::to_bytes(*read.state) == bytes, "a state is written as it was read");
    return std::move(read.state);
}

void expect_read_again(const PartialState& state) {
    const auto again = state_of(io::to_bytes(state));
    fuzz::expect(again && *again == state, "a state is read as it was written");
}

void expect_merges(const PartialState& one, const PartialState& other) {
    PartialState both = one;
    PartialState turned = other;
    const bool is_merged = both.merge(other).empty();
    fuzz::expect(is_merged == turned.merge(one).empty(), "both ways merge, or neither does");
    if (!is_merged) {
        fuzz::expect(both == one && turned == other, "what is refused changes nothing");
        return;
    }
    fuzz::expect(both == turned, "both ways merge to the same");
    expect_read_again(both);
    if (!one.rules())
        return;
    fuzz::expect(both.subtract(other).empty(), "what was merged can be taken out");
    fuzz::expect(both == one, "and then is out");
}

void expect_subtracts(const PartialState& one, const PartialState& other) {
    PartialState left = one;
    if (!left.subtract(other).empty()) {
        fuzz::expect(left == one, "what is refused changes nothing");
        return;
    }
    expect_read_again(left);
    if (!one.rules() || !other.rules())
        return;
    fuzz::expect(left.merge(other).empty(), "what was taken out can be merged");
    fuzz::expect(left == one, "and then is in");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    state_of(std::string(input.text()));
    const auto one = state_of(sealed(input.text()));
    const auto other = state_of(sealed(input.rest()));
    if (!one || !other)
        return 0;
    expect_merges(*one, *other);
    expect_subtracts(*one, *other);
    const PartialState whole = one->without_children();
    expect_read_again(whole);
    scorecard::scorecards_of(whole, {});
    return 0;
}
