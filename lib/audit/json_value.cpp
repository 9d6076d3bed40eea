#include "audit/json_value.hpp"

#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "json_writer.hpp"

namespace indicare::io {

namespace {

void write(JsonWriter& json, const JsonValue& value) {
    switch (value.kind) {
    case JsonValue::Kind::text:
        return json.value(value.text);
    case JsonValue::Kind::other:
        return json.ready(value.text);
    case JsonValue::Kind::list:
        return json.list_of(value.values, [&](const JsonValue& each) { write(json, each); });
    case JsonValue::Kind::object:
        return json.object([&] {
            for (std::size_t i = 0; i < value.names.size(); ++i) {
                json.name(value.names[i]);
                write(json, value.values[i]);
            }
        });
    }
}

class JsonTaker : public nlohmann::json_sax<nlohmann::json> {
  public:
    JsonTaker(JsonRead& read, std::size_t deepest) : read_(read), deepest_(deepest) {}

    bool start_object(std::size_t /*size*/) override { return start(JsonValue::Kind::object); }
    bool start_array(std::size_t /*size*/) override { return start(JsonValue::Kind::list); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t& name) override {
        Open& open = open_.back();
        const auto [at, is_new] = open.places.try_emplace(name, open.value.names.size());
        open.next = at->second;
        if (is_new) {
            open.value.names.push_back(name);
            open.value.values.emplace_back();
        } else {
            read_.twice.push_back(name);
        }
        return true;
    }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::json::exception& /*error*/) override {
        read_.byte = position;
        read_.refusal = "expected JSON; the file was not read";
        return false;
    }
    bool null() override { return other("null"); }
    bool boolean(bool value) override { return other(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return other(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return other(std::to_string(value)); }
    bool number_float(number_float_t /*value*/, const string_t& text) override {
        return other(text);
    }
    bool string(string_t& value) override { return take({JsonValue::Kind::text, value}); }
    bool binary(binary_t& /*value*/) override { return other("null"); }

  private:
    /// A list or an object that has not ended.
    struct Open {
        JsonValue& value;
        std::map<std::string, std::size_t> places{}; ///< of an object's members
        std::size_t next = 0;                        ///< the member whose value comes next
    };

    bool other(std::string json) { return take({JsonValue::Kind::other, std::move(json)}); }

    bool take(JsonValue value) {
        place() = std::move(value);
        return true;
    }

    /// Where the next value goes.
    JsonValue& place() {
        if (open_.empty())
            return read_.root;
        const Open& open = open_.back();
        if (open.value.kind == JsonValue::Kind::object)
            return open.value.values[open.next];
        return open.value.values.emplace_back();
    }

    bool start(JsonValue::Kind kind) {
        if (open_.size() == deepest_) {
            read_.refusal =
                "expected lists and objects no deeper than those of claims; the file was not "
                "read";
            return false;
        }
        JsonValue& value = place();
        value = {kind};
        open_.push_back({value});
        return true;
    }
    bool end() {
        open_.pop_back();
        return true;
    }

    JsonRead& read_;
    std::size_t deepest_;
    std::vector<Open> open_;
};

} // namespace

std::string json_of(const JsonValue& value) {
    JsonWriter json(0);
    write(json, value);
    return std::move(json).text();
}

JsonRead read_json(std::string_view text, std::size_t deepest) {
    JsonRead read;
    JsonTaker taker(read, deepest);
    nlohmann::json::sax_parse(text.begin(), text.end(), &taker);
    return read;
}

} // namespace indicare::io
