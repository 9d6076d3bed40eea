#include <charconv>
#include <cstddef>
#include <system_error>

#include "indicare/care/policy.hpp"
#include "indicare/quality/finding.hpp"
#include "refusal.hpp"
#include "session.hpp"

namespace indicare::capi {

namespace {

/// An option of reading that is a number, and its bounds.
struct NumberOption {
    std::string_view name;
    std::size_t least;
    std::size_t most;
    std::size_t& (*in)(io::ReadingOptions&);
};

constexpr NumberOption number_options[] = {
    {"findings_kept", 0, 1'000'000'000,
     [](io::ReadingOptions& options) -> std::size_t& { return options.findings_kept; }},
    {"row_bytes", 1'000, 1'000'000'000,
     [](io::ReadingOptions& options) -> std::size_t& { return options.limits.row_bytes; }},
    {"columns", 100, 1'000'000,
     [](io::ReadingOptions& options) -> std::size_t& { return options.limits.columns; }},
};

/// The sentence for a value that an option does not have.
std::string not_the_value(std::string_view value, const std::string& expected) {
    return "value: expected " + expected + ", not \"" + quality::printable(value) + "\"";
}

void set_number(io::ReadingOptions& options, const NumberOption& option, std::string_view value) {
    std::size_t number = 0;
    const char* const end = value.data() + value.size();
    const auto [at, error] = std::from_chars(value.data(), end, number);
    const bool too_big = error == std::errc::result_out_of_range;
    const bool is_number = !value.empty() && at == end && (too_big || error == std::errc());
    if (is_number && !too_big && number >= option.least && number <= option.most) {
        option.in(options) = number;
        return;
    }
    throw Refusal(is_number ? INDICARE_OUT_OF_RANGE : INDICARE_INVALID_ARGUMENT,
                  not_the_value(value, "a whole number from " + std::to_string(option.least) +
                                           " to " + std::to_string(option.most)));
}

/// The values of a policy as a sentence names them; empty when there is no such policy.
std::string values_of(std::string_view policy) {
    std::string values;
    for (const care::PolicyValue& each : care::policy_values)
        if (each.policy == policy)
            values += (values.empty() ? "" : " or ") + std::string(each.value);
    return values;
}

/// Whether a value is `yes`; refuses one that is neither.
bool is_yes(std::string_view value, std::string_view no, std::string_view yes) {
    if (value != no && value != yes)
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      not_the_value(value, std::string(no) + " or " + std::string(yes)));
    return value == yes;
}

} // namespace

bool Session::set_reading_option(std::string_view name, std::string_view value) {
    io::ReadingOptions options = options_;
    bool found = true;
    if (name == "authority")
        options.authority = value;
    else if (name == "area")
        options.area = value;
    else if (name == "longitudinal")
        options.longitudinal = is_yes(value, "0", "1");
    else if (name == "checks")
        options.checks = is_yes(value, "0", "1");
    else
        found = false;
    for (const NumberOption& option : number_options)
        if (option.name == name) {
            set_number(options, option, value);
            found = true;
        }
    if (found && reader_)
        throw Refusal(INDICARE_WRONG_ORDER, "reading has begun; the option " + std::string(name) +
                                                " is expected before anything is read");
    if (found)
        options_ = std::move(options);
    return found;
}

void Session::set_option(std::string_view name, std::string_view value) {
    if (set_reading_option(name, value))
        return;
    if (name == "children") {
        children_are_numbered_ = is_yes(value, "named", "numbered");
        return;
    }
    const std::string values = values_of(name);
    if (values.empty())
        throw Refusal(INDICARE_NOT_FOUND, "name: there is no option \"" + quality::printable(name) +
                                              "\"; indicare.h lists them");
    expect_no_open_child();
    if (!care::choose(request_.policies, name, value))
        throw Refusal(INDICARE_INVALID_ARGUMENT, not_the_value(value, values));
    discard_results();
}

} // namespace indicare::capi
