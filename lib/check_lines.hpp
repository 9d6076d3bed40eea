#pragma once

#include <string>
#include <string_view>

#include "flaw_words.hpp"
#include "indicare/io/check.hpp"
#include "indicare/io/child_names.hpp"

// One finding of a check as its writers show it.

namespace indicare::io {

/// What is shown of one finding. The texts are valid until the next one is visited.
struct CheckLine {
    const quality::FindingKind* kind = nullptr;
    std::string_view authority;
    std::string_view file;
    std::uint64_t line = 0;
    std::string_view column;
    std::string_view value;
    std::string_view child;
    std::string_view message;
    quality::IndicatorSet moves;
};

/// Puts the findings of a check into lines. Keeps its memory from line to line.
class CheckLines {
  public:
    CheckLines(const ReturnReader& reader, bool anonymous)
        : reader_(reader), names_(reader.records(), anonymous), shows_values_(!anonymous) {}

    /// Visits the findings of a group that move children first, then the others; at most `most`.
    template <class Visit>
    void for_each(const quality::Group& group, std::size_t most, Visit&& visit) {
        for (const bool moves : {true, false}) {
            for (const quality::FoundInReading& each : group.in_reading)
                if (each.moves.is_empty() != moves && most > 0) {
                    --most;
                    visit(line_of(each));
                }
            for (const quality::FoundFlaw& each : group.flaws)
                if (each.moves.is_empty() != moves && most > 0) {
                    --most;
                    visit(line_of(each));
                }
        }
    }

  private:
    CheckLine line_of(const quality::FoundInReading& found) {
        const quality::Finding& finding = reader_.findings().kept()[found.finding];
        CheckLine line;
        line.kind = &quality::kind_of(finding.code);
        line.file = finding.file;
        line.line = finding.line;
        line.column = finding.column;
        line.value = shows_values_ ? std::string_view(finding.value) : std::string_view();
        if (finding.child_number != quality::Finding::no_child)
            tell_child(line, finding.child_number);
        line.message = finding.message;
        line.moves = found.moves;
        return line;
    }

    CheckLine line_of(const quality::FoundFlaw& found) {
        const quality::Flaw& flaw = found.flaw;
        const auto source = reader_.source_of(flaw.row);
        CheckLine line;
        line.kind = &quality::kind_of(flaw.code);
        line.file = source.file;
        line.line = source.line;
        line.column = name_of(flaw.field);
        value_.clear();
        if (flaw.field != quality::Field::none && shows_values_)
            value_ = value_of(reader_.records(), flaw.row, flaw.field);
        line.value = value_;
        tell_child(line, found.child);
        message_.clear();
        append_message(message_, reader_, flaw);
        line.message = message_;
        line.moves = found.moves;
        return line;
    }

    void tell_child(CheckLine& line, care::Records::ChildNumber child) {
        line.authority = names_.authority_of(child);
        child_ = quality::printable(names_.child(child));
        line.child = child_;
    }

    const ReturnReader& reader_;
    ChildNames names_;
    bool shows_values_; ///< as `quality::anonymous` does not
    std::string value_;
    std::string child_;
    std::string message_;
};

} // namespace indicare::io
