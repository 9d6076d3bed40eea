#include "csv_writer.hpp"
#include "indicare/io/check.hpp"
#include "json_writer.hpp"

namespace indicare::io {

using quality::FindingKind;

namespace {

constexpr std::string_view page_begins =
    R"(# What is wrong in a return, and what it moves

Written by `indicare check --list --format markdown` from the catalogue of findings; not edited by
hand.

    indicare check returns/2022 returns/2023 --postcodes postcodes.csv
    indicare check returns/2023 --format csv --output findings.csv --anonymous

`check` says first whether each figure can be relied upon, then how the children of the year add up,
then what is wrong, kind by kind, those that move most children first. Give the returns of the years
before too: what does not fit between them is found as well. `--format csv` and `json` hold every
finding. With `--anonymous` children go by number, in the order in which they come, instead of by
their id, and no value is quoted: file, line and column say where to look. The exit status is 0
without errors, 1 with errors, 2 where nothing could be checked.

**Severity.** *Error*: it cannot be true, or a row, a field or a file was left out. *Warning*: a
stated rule decided how it is read, or it is very likely wrong. *Note*: nothing was changed.

**Effect.** How many children a finding moves *at most*, and in which indicators, is found by counting
the child again without the row (or the field) in doubt: an indicator in which the child then stands
otherwise is moved by that child. Where a row is absent, it is what reads the table and has the child
undetermined; where a row could not be read, one child in all that reads its table. A kind of finding
moves as many children as have one that does. Of one child 200 doubts are tried; each
further one is taken to move every indicator.

**Fit?** *fit*: nobody is undetermined, and no error or warning can move the figure. *usable*: this is
so of at most one child in a hundred of the denominator (of the children counted, for counts and
rates). *doubtful*: of more. *absent*: there is no figure, and the reason is said.

**How the year adds up.** Each number is of children:

    in the year = there at the start + started - both + from short breaks + appeared - lost
                = there at the end + ceased - back + into short breaks + vanished

*Both* were there at the start, left and started again; *back* ceased and are there at the end.
*Appeared* are in the year, and neither were there at the start, nor started, nor came from short
breaks that became a period of care; *vanished* neither ceased, nor are there at the end, nor went
into short breaks; *lost* were there at the start or started, and are not in the year. In sound
returns these three are 0; where they are not, findings say why. (A child whose first known episode
begins on 1 April and goes on from one that only the return before holds appears without a finding
where that return is not given.)
)";

bool begins_area(std::size_t number) {
    const auto kinds = quality::finding_kinds();
    return number == 0 || area_of(kinds[number - 1].code) != area_of(kinds[number].code);
}

} // namespace

std::string finding_kinds_as_markdown() {
    std::string out(page_begins);
    const auto kinds = quality::finding_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const FindingKind& each = kinds[i];
        if (begins_area(i))
            out += "\n## " + std::string(name_of(area_of(each.code))) +
                   "\n\n| code | severity | what it means | expected | moves |\n"
                   "|---|---|---|---|---|\n";
        out += "| `" + std::string(each.name) + "` | " + std::string(name_of(each.severity)) +
               " | " + std::string(each.meaning) + " | " + std::string(each.expects) + " | " +
               std::string(name_of(each.moves)) + " |\n";
    }
    return out;
}

std::string finding_kinds_as_csv() {
    std::string out = "code,severity,area,meaning,expected,moves\n";
    for (const FindingKind& each : quality::finding_kinds())
        append_csv_row(out, {std::string(each.name), std::string(name_of(each.severity)),
                             std::string(name_of(area_of(each.code))), std::string(each.meaning),
                             std::string(each.expects), std::string(name_of(each.moves))});
    return out;
}

std::string finding_kinds_as_json() {
    JsonWriter json(2);
    json.list_of(quality::finding_kinds(), [&](const FindingKind& each) {
        json.object([&] {
            json.member("code", each.name);
            json.member("severity", name_of(each.severity));
            json.member("area", name_of(area_of(each.code)));
            json.member("meaning", each.meaning);
            json.member("expected", each.expects);
            json.member("moves", name_of(each.moves));
        });
    });
    return std::move(json).document();
}

std::string finding_kinds_as_table() {
    std::string out;
    const auto kinds = quality::finding_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const FindingKind& each = kinds[i];
        if (begins_area(i))
            out += (i == 0 ? "" : "\n") + std::string(name_of(area_of(each.code))) + "\n";
        out += "\n  " + std::string(each.name) + "  (" + std::string(name_of(each.severity)) +
               ")\n    " + std::string(each.meaning) +
               "\n    Expected: " + std::string(each.expects) +
               ". Moves: " + std::string(name_of(each.moves)) + ".\n";
    }
    return out;
}

} // namespace indicare::io
