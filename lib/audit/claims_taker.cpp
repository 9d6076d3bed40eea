#include "audit/claims_taker.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "audit/claim_tokens.hpp"
#include "fields.hpp"
#include "indicare/audit/claimed_system.hpp"

namespace indicare::io {

std::string character(std::size_t before) {
    return "character " + std::to_string(before + 1);
}

void ClaimsTaker::take_line(std::string_view text, const audit::ClaimPlace& place,
                            std::size_t before) {
    text = text.substr(0, text.find('#'));
    for (;;) {
        const std::size_t end = std::min(text.find(';'), text.size());
        take_statement(text.substr(0, end), place, before);
        if (end == text.size())
            return;
        before += characters(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
}

void ClaimsTaker::take_statement(std::string_view text, const audit::ClaimPlace& place,
                                 std::size_t before) {
    const std::string_view statement = trimmed(text);
    if (statement.empty())
        return;
    const auto at = [&](std::string_view part) {
        const auto bytes = static_cast<std::size_t>(part.data() - text.data());
        return ReadingPlace{place.line, character(before + characters(text.substr(0, bytes)))};
    };
    if (statement.starts_with('?'))
        return leave_out(at(statement), trimmed(statement.substr(1)));
    const ParsedStatement parsed = parse_statement(
        statement, [&](std::string_view name) { return meant_by(name, place.line); });
    if (parsed.misreading)
        refuse(at(statement.substr(parsed.misreading->at)), parsed.misreading->text,
               "expected " + parsed.misreading->expected + "; the claim was left out");
    else if (!parsed.shared.empty())
        share(parsed.shared, at(parsed.shared));
    else if (!parsed.apart.empty())
        set_apart(parsed.apart, at(parsed.apart));
    else
        take(parsed.claims, place);
}

void ClaimsTaker::take(const audit::Claims& claims, const audit::ClaimPlace& place) {
    std::vector<audit::Unknown> numbers;
    for (const std::string& name : claims.names())
        numbers.push_back(into_.claims.unknown(name));
    const auto renumber = [&numbers](audit::Unknown unknown) { return numbers[unknown]; };
    for (const audit::Claim& claim : claims.all()) {
        audit::ClaimPlace own = place;
        own.file = file_;
        into_.claims.add(
            {audit::renumbered(claim.statement, renumber), claim.text, std::move(own)});
    }
}

void ClaimsTaker::set_apart(std::string_view name, const ReadingPlace& at) {
    const auto known = into_.claims.find(name);
    if (shared_.contains(name) || (known && into_.claims.is_declared_shared(*known)))
        refuse(at, name, "the name is said to be shared; that it is apart was left out");
    else
        apart_.emplace(name, at.line);
}

void ClaimsTaker::share(std::string_view name, const ReadingPlace& at) {
    if (apart_.contains(name))
        refuse(at, name, "the name is said to be apart; that it is shared was left out");
    else
        shared_.emplace(name);
}

void ClaimsTaker::finish() {
    for (const std::string& name : shared_)
        into_.claims.declare_shared(into_.claims.unknown(name));
}

/// `population@7` on line 7 where the name is apart. Should a file before have used that,
/// `population@7.2`.
std::string ClaimsTaker::meant_by(std::string_view name, std::uint64_t line) const {
    const auto since = apart_.find(name);
    if (since == apart_.end() || since->second >= line)
        return std::string(name);
    const std::string of_line = std::string(name) + "@" + std::to_string(line);
    std::string meant = of_line;
    for (unsigned number = 2;; ++number) {
        const auto known = into_.claims.find(meant);
        if (!known || *known >= names_before_)
            return meant;
        meant = of_line + "." + std::to_string(number);
    }
}

void ClaimsTaker::refuse(const ReadingPlace& at, std::string_view value,
                         const std::string& message) {
    ++into_.unreadable;
    report(quality::FindingCode::claim_unreadable, at, value, message);
}

void ClaimsTaker::leave_out(const ReadingPlace& at, std::string_view value) {
    ++into_.not_confirmed;
    report(quality::FindingCode::claim_not_confirmed, at, value,
           "it was proposed and is not confirmed; it was left out");
}

void ClaimsTaker::report(quality::FindingCode code, const ReadingPlace& at, std::string_view value,
                         const std::string& message) {
    if (findings_.count(code))
        findings_.keep({code, file_, at.line, at.column, quality::printable(value), {}, message});
}

} // namespace indicare::io
