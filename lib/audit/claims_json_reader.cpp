#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "audit/claim_tokens.hpp"
#include "audit/claims_taker.hpp"
#include "fields.hpp"

namespace indicare::io {

namespace {

constexpr std::size_t deepest = 4; ///< root, list, claim, and what a member of it should not be

/// Looks at JSON before it is built: that it is JSON, nested no deeper than claims go, and which
/// members stand twice in one object.
class JsonCheck : public nlohmann::json_sax<nlohmann::json> {
  public:
    /// Why the text is not to be read, and where; empty where it is.
    std::string refusal;
    std::size_t byte = 0;
    std::vector<std::string> twice;

    bool start_object(std::size_t /*size*/) override { return start(); }
    bool start_array(std::size_t /*size*/) override { return start(); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t& name) override {
        if (!members_.back().insert(name).second)
            twice.push_back(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::json::exception& /*error*/) override {
        byte = position;
        refusal = "expected JSON; the file was not read";
        return false;
    }
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }

  private:
    bool start() {
        members_.emplace_back();
        if (members_.size() > deepest)
            refusal = "expected lists and objects no deeper than those of claims; the file was not "
                      "read";
        return refusal.empty();
    }
    bool end() {
        members_.pop_back();
        return true;
    }

    std::vector<std::set<std::string>> members_; ///< of what is open
};

class JsonClaims {
  public:
    explicit JsonClaims(ClaimsTaker& taker) : taker_(taker) {}

    void read(const nlohmann::json& root) {
        for (const auto& [name, value] : root.items())
            if (name != "claims" && name != "shared" && name != "apart")
                taker_.refuse({0, name}, text_of(value),
                              "expected claims, shared or apart; the member was passed over");
        for (const nlohmann::json& name : list(root, "apart"))
            read_name(name, "apart");
        std::uint64_t number = 0;
        for (const nlohmann::json& claim : list(root, "claims"))
            read_claim(claim, ++number);
        for (const nlohmann::json& name : list(root, "shared"))
            read_name(name, "shared");
    }

  private:
    /// What a list holds; nothing where it is none, which is a finding, or is not there.
    const nlohmann::json& list(const nlohmann::json& root, const char* name) {
        static const nlohmann::json nothing = nlohmann::json::array();
        const auto at = root.find(name);
        if (at != root.end() && at->is_array())
            return *at;
        if (at != root.end())
            taker_.refuse({0, name}, text_of(*at), "expected a list; it was not read");
        return nothing;
    }

    void read_name(const nlohmann::json& value, const std::string& member) {
        const auto* name = value.get_ptr<const std::string*>();
        if (name == nullptr || !is_claim_name(*name))
            taker_.refuse({0, member}, text_of(value), "expected a name; it was left out");
        else if (member == "apart")
            taker_.set_apart(*name, {0, member});
        else
            taker_.share(*name, {0, member});
    }

    void read_claim(const nlohmann::json& value, std::uint64_t number) {
        audit::ClaimPlace place;
        place.line = number;
        if (const auto* text = value.get_ptr<const std::string*>())
            return taker_.take_line(*text, place, 0);
        const auto* const text = text_in(value);
        if (text == nullptr)
            return taker_.refuse({number, "claim"}, text_of(value),
                                 "expected a claim as text; it was left out");
        bool is_confirmed = true;
        for (const auto& [name, member] : value.items())
            read_member(name, member, place, is_confirmed);
        if (is_confirmed)
            taker_.take_line(*text, place, 0);
        else
            taker_.leave_out({number, "confirmed"}, *text);
    }

    static const std::string* text_in(const nlohmann::json& claim) {
        const auto at = claim.is_object() ? claim.find("claim") : claim.end();
        return at == claim.end() ? nullptr : at->get_ptr<const std::string*>();
    }

    void read_member(const std::string& name, const nlohmann::json& value, audit::ClaimPlace& place,
                     bool& is_confirmed) {
        if (name == "claim")
            return;
        if (name == "confirmed") {
            is_confirmed = value.is_boolean() && value.get<bool>();
            if (!value.is_boolean())
                taker_.refuse({place.line, name}, text_of(value),
                              "expected true or false; it was read as false");
            return;
        }
        std::string* const part = name == "label"       ? &place.label
                                  : name == "page"      ? &place.page
                                  : name == "paragraph" ? &place.paragraph
                                                        : nullptr;
        const auto* text = value.get_ptr<const std::string*>();
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

    static std::string text_of(const nlohmann::json& value) {
        const auto* text = value.get_ptr<const std::string*>();
        return text != nullptr ? *text : value.dump();
    }

    ClaimsTaker& taker_;
};

} // namespace

void read_json_claims(std::string_view text, ClaimsTaker& taker) {
    JsonCheck check;
    nlohmann::json::sax_parse(text.begin(), text.end(), &check);
    if (!check.refusal.empty()) {
        const std::string column = check.byte == 0 ? "" : "byte " + std::to_string(check.byte);
        return taker.refuse({0, column}, {}, check.refusal);
    }
    for (const std::string& name : check.twice)
        taker.refuse({0, name}, {}, "the member stands twice; the last one was read");
    JsonClaims(taker).read(nlohmann::json::parse(text.begin(), text.end()));
}

} // namespace indicare::io
