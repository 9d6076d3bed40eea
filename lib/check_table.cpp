#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "check_lines.hpp"
#include "figure_words.hpp"
#include "text_table.hpp"

namespace indicare::io {

using indicators::catalogue;
using quality::AuthorityCheck;
using quality::Check;
using quality::Severity;

namespace {

constexpr std::size_t most_indicators = 4; ///< named of those that a kind moves

template <class Number>
std::string number_of(Number number, std::string_view one, std::string_view many) {
    return with_commas(static_cast<std::int64_t>(number)) + " " +
           std::string(number == 1 ? one : many);
}

void add_verdicts(std::string& out, const AuthorityCheck& authority) {
    std::array<int, 4> counts{};
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        ++counts.at(
            static_cast<std::size_t>(authority.fitness[i].verdict(authority.scorecard.figures[i])));
    out += "Are the figures fit to be used? ";
    for (std::size_t i = 0; i < counts.size(); ++i)
        out += (i == 0 ? "" : ", ") + std::to_string(counts.at(i)) + " " +
               std::string(name_of(static_cast<quality::Verdict>(i)));
    out += ".\n\n";
}

void add_fitness(std::string& out, const AuthorityCheck& authority) {
    TextTable table(true);
    table.add({"", "figure", "verdict", "undetermined", "moved at most", ""});
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        if (i == 0 || catalogue[i - 1].family != catalogue[i].family)
            table.add({std::string(name_of(catalogue[i].family))});
        const scorecard::Figure& figure = authority.scorecard.figures[i];
        const quality::Fitness& fitness = authority.fitness[i];
        const bool there = figure.is_available();
        table.add({"  " + std::string(catalogue[i].title) + std::string(hint_of(catalogue[i].unit)),
                   with_unit(figure.printed(), catalogue[i].unit),
                   std::string(name_of(fitness.verdict(figure))),
                   there ? with_commas(fitness.undetermined) : "",
                   there ? with_commas(fitness.moved) : "", figure.unavailable_because()});
    }
    out += table.text();
    out += "\nfit: nothing moves it and nobody is undetermined; usable: at most one child in a "
           "hundred;\ndoubtful: more; absent: no figure\n\n";
}

void add_flow(std::string& out, const quality::Flow& flow) {
    TextTable table(false);
    const auto add = [&table](std::string what, std::int64_t number) {
        table.add({"  " + std::move(what), with_commas(number)});
    };
    out += "How the children of the year add up\n";
    add("looked after on the day before the year", flow.at_start);
    add("+ started to be looked after", flow.started);
    add("- both: there before, left and started again", flow.both);
    add("+ from short breaks that became a period of care", flow.from_short_breaks);
    add("+ appeared: none of these", flow.appeared);
    add("- lost: there before or started, not in the year", flow.lost);
    add("= looked after in the year", flow.in_year);
    add("- ceased to be looked after", flow.ceased);
    add("+ back: ceased and there at the end", flow.back);
    add("- into short breaks", flow.into_short_breaks);
    add("- vanished: neither ceased nor there at the end", flow.vanished);
    add("= looked after at the end of the year", flow.at_end);
    out += table.text() + "\n";
}

/// `started 3, ceased 2 and 5 more`, those moved most first.
std::string moves_of(const quality::Group& group) {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        if (group.moved[i] > 0)
            numbers.push_back(i);
    std::stable_sort(numbers.begin(), numbers.end(), [&group](std::size_t a, std::size_t b) {
        return group.moved[a] > group.moved[b];
    });
    std::string text;
    for (std::size_t i = 0; i < std::min(numbers.size(), most_indicators); ++i)
        text += (i == 0 ? "" : ", ") + std::string(catalogue[numbers[i]].id) + " " +
                with_commas(group.moved[numbers[i]]);
    if (numbers.size() > most_indicators)
        text += " and " + std::to_string(numbers.size() - most_indicators) + " more";
    return text;
}

void add_example(std::string& out, const CheckLine& line) {
    out += "    " + std::string(line.file);
    if (line.line != 0)
        out += ":" + std::to_string(line.line);
    if (!line.child.empty())
        out += " child " + std::string(line.child);
    if (!line.column.empty())
        out += " " + std::string(line.column);
    if (!line.value.empty())
        out += " \"" + std::string(line.value) + "\"";
    out += ": " + std::string(line.message) + "\n";
}

void add_group(std::string& out, const quality::Group& group, CheckLines& lines,
               std::size_t examples) {
    const quality::FindingKind& kind = quality::kind_of(group.code);
    out += std::string(name_of(kind.severity)) + "  " + std::string(kind.name) + ": " +
           number_of(group.count, "finding", "findings");
    if (kind.moves == quality::Moves::figures)
        out += ", whole figures rest on them";
    else
        out += group.children == 0
                   ? ", no figure moves"
                   : ", at most " + number_of(group.children, "child", "children") + " moved";
    out += "\n  " + std::string(kind.meaning) + " Expected: " + std::string(kind.expects) + ".\n";
    if (group.children > 0)
        out += "  Moves " + moves_of(group) + ".\n";
    std::size_t shown = 0;
    lines.for_each(group, examples, [&](const CheckLine& line) {
        add_example(out, line);
        ++shown;
    });
    if (shown < group.count)
        out += "    and " + with_commas(static_cast<std::int64_t>(group.count - shown)) + " more\n";
    out += "\n";
}

} // namespace

std::string check_as_table(const ReturnReader& reader, const Check& check,
                           const CheckWriting& writing) {
    std::string out;
    for (const AuthorityCheck& authority : check.authorities) {
        const std::string& name = authority.scorecard.authority;
        out += (name.empty() ? "" : name + ", ") + "as at " + long_date(check.as_at) + "\n\n";
        add_verdicts(out, authority);
        add_fitness(out, authority);
        if (authority.covered)
            add_flow(out, authority.flow);
    }
    const std::uint64_t errors = check.count_of(Severity::error);
    const std::uint64_t warnings = check.count_of(Severity::warning);
    const std::uint64_t notes = check.count_of(Severity::note);
    out += number_of(errors, "error", "errors") + ", " +
           number_of(warnings, "warning", "warnings") + ", " + number_of(notes, "note", "notes");
    out += check.groups.empty() ? ".\n" : "; those that move most children first.\n\n";
    CheckLines lines(reader, writing.anonymous);
    for (const quality::Group& group : check.groups)
        add_group(out, group, lines, writing.examples);
    return out;
}

} // namespace indicare::io
