#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "audit/claim_tokens.hpp"
#include "audit/claims_taker.hpp"
#include "audit/json_value.hpp"
#include "fields.hpp"

namespace indicare::io {

namespace {

class JsonClaims {
  public:
    explicit JsonClaims(ClaimsTaker& taker) : taker_(taker) {}

    void read(const JsonValue& root) {
        for (std::size_t i = 0; i < root.names.size(); ++i)
            if (const std::string& name = root.names[i];
                name != "claims" && name != "shared" && name != "apart")
                taker_.refuse({0, name}, text_of(root.values[i]),
                              "expected claims, shared or apart; the member was passed over");
        for (const JsonValue& name : list(root, "apart"))
            read_name(name, "apart");
        std::uint64_t number = 0;
        for (const JsonValue& claim : list(root, "claims"))
            read_claim(claim, ++number);
        for (const JsonValue& name : list(root, "shared"))
            read_name(name, "shared");
    }

  private:
    /// What a list holds; nothing where it is none, which is a finding, or is not there.
    std::span<const JsonValue> list(const JsonValue& root, const char* name) {
        const JsonValue* const member = root.find(name);
        if (member == nullptr)
            return {};
        if (member->kind == JsonValue::Kind::list)
            return member->values;
        taker_.refuse({0, name}, text_of(*member), "expected a list; it was not read");
        return {};
    }

    void read_name(const JsonValue& value, const std::string& member) {
        const std::string* const name = value.as_text();
        if (name == nullptr || !is_claim_name(*name))
            taker_.refuse({0, member}, text_of(value), "expected a name; it was left out");
        else if (member == "apart")
            taker_.set_apart(*name, {0, member});
        else
            taker_.share(*name, {0, member});
    }

    void read_claim(const JsonValue& value, std::uint64_t number) {
        audit::ClaimPlace place;
        place.line = number;
        if (const std::string* const text = value.as_text())
            return taker_.take_line(*text, place, 0);
        const JsonValue* const claim = value.find("claim");
        const std::string* const text = claim == nullptr ? nullptr : claim->as_text();
        if (text == nullptr)
            return taker_.refuse({number, "claim"}, text_of(value),
                                 "expected a claim as text; it was left out");
        bool is_confirmed = true;
        for (std::size_t i = 0; i < value.names.size(); ++i)
            read_member(value.names[i], value.values[i], place, is_confirmed);
        if (is_confirmed)
            taker_.take_line(*text, place, 0);
        else
            taker_.leave_out({number, "confirmed"}, *text);
    }

    void read_member(const std::string& name, const JsonValue& value, audit::ClaimPlace& place,
                     bool& is_confirmed) {
        if (name == "claim")
            return;
        if (name == "confirmed") {
            is_confirmed = value.is_other("true");
            if (!is_confirmed && !value.is_other("false"))
                taker_.refuse({place.line, name}, text_of(value),
                              "expected true or false; it was read as false");
            return;
        }
        std::string* const part = name == "label"       ? &place.label
                                  : name == "page"      ? &place.page
                                  : name == "paragraph" ? &place.paragraph
                                                        : nullptr;
        const std::string* const text = value.as_text();
        if (part == nullptr)
            taker_.refuse(
                {place.line, name}, text_of(value),
                "expected claim, label, page, paragraph or confirmed; the member was passed over");
        else if (text == nullptr || text->find_first_of("\r\n") != std::string::npos)
            taker_.refuse({place.line, name}, text_of(value),
                          "expected one line of text; the member was passed over");
        else
            *part = trimmed(*text);
    }

    static std::string text_of(const JsonValue& value) {
        const std::string* const text = value.as_text();
        return text != nullptr ? *text : json_of(value);
    }

    ClaimsTaker& taker_;
};

} // namespace

void read_json_claims(std::string_view text, ClaimsTaker& taker) {
    constexpr std::size_t deepest = 4; // root, list, claim, and what a member of it should not be
    const JsonRead json = read_json(text, deepest);
    if (!json.refusal.empty()) {
        const std::string column = json.byte == 0 ? "" : "byte " + std::to_string(json.byte);
        return taker.refuse({0, column}, {}, json.refusal);
    }
    for (const std::string& name : json.twice)
        taker.refuse({0, name}, {}, "the member stands twice; the last one was read");
    JsonClaims(taker).read(json.root);
}

} // namespace indicare::io
