#include <string_view>

#include "indicare/io/report_writer.hpp"
#include "report_document.hpp"

namespace indicare::io {

namespace {

/// A text as Markdown shows it, whatever stands in it.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char character : text) {
        if (std::string_view("\\`*_[]<>|#").find(character) != std::string_view::npos)
            out += '\\';
        out += character;
    }
    return out;
}

/// Writes the blocks of a section.
class BlockWriter {
  public:
    explicit BlockWriter(std::string& out) : out_(out) {}

    void operator()(const DocumentParagraph& paragraph) {
        out_ += escaped(paragraph.text) + "\n\n";
    }

    void operator()(const DocumentHeading& heading) {
        out_ += "### " + escaped(heading.text) + "\n\n";
    }

    void operator()(const DocumentList& list) {
        for (const std::string& item : list.items)
            out_ += "- " + escaped(item) + "\n";
        out_ += "\n";
    }

    void operator()(const DocumentTerms& terms) {
        for (const auto& [term, meaning] : terms.terms)
            out_ += "- **" + escaped(term) + "**: " + escaped(meaning) + "\n";
        out_ += "\n";
    }

    void operator()(const DocumentTable& table) {
        out_ += "**" + escaped(table.caption) + "**\n\n";
        row(table.head);
        for (std::size_t i = 0; i < table.head.size(); ++i)
            out_ += i > 0 && table.holds_numbers ? "|--:" : "|---";
        out_ += "|\n";
        for (const auto& each : table.rows)
            row(each);
        out_ += "\n";
    }

    void operator()(const DocumentChart& chart) {
        out_ += "**" + escaped(chart.title) + "**\n\n" + escaped(chart.alternative) + "\n\n";
    }

  private:
    void row(const std::vector<std::string>& cells) {
        for (const std::string& cell : cells)
            out_ += "| " + escaped(cell) + " ";
        out_ += "|\n";
    }

    std::string& out_;
};

} // namespace

std::string to_markdown(const scorecard::Report& report) {
    const Document document = document_of(report);
    std::string out =
        "# " + escaped(document.title) + "\n\n" + escaped(document.subtitle) + ".\n\n";
    for (const DocumentSection& section : document.sections) {
        out += "## " + escaped(section.title) + "\n\n";
        for (const DocumentBlock& block : section.blocks)
            std::visit(BlockWriter(out), block);
    }
    out.pop_back();
    return out;
}

} // namespace indicare::io
