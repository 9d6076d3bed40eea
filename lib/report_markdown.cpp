#include <string_view>

#include "indicare/io/report_writer.hpp"
#include "report_document.hpp"

namespace indicare::io {

namespace {

/// A text as Markdown shows it, whatever stands in it.
std::string markdown_escaped(std::string_view text) {
    std::string out;
    for (const char character : text) {
        if (std::string_view("\\`*_[]<>|#").find(character) != std::string_view::npos)
            out += '\\';
        out += character;
    }
    return out;
}

/// Writes the blocks of a section.
class MarkdownBlockWriter {
  public:
    explicit MarkdownBlockWriter(std::string& out) : out_(out) {}

    void operator()(const DocumentParagraph& paragraph) {
        out_ += markdown_escaped(paragraph.text) + "\n\n";
    }

    void operator()(const DocumentHeading& heading) {
        out_ += "### " + markdown_escaped(heading.text) + "\n\n";
    }

    void operator()(const DocumentList& list) {
        for (const std::string& item : list.items)
            out_ += "- " + markdown_escaped(item) + "\n";
        out_ += "\n";
    }

    void operator()(const DocumentTerms& terms) {
        for (const auto& [term, meaning] : terms.terms)
            out_ += "- **" + markdown_escaped(term) + "**: " + markdown_escaped(meaning) + "\n";
        out_ += "\n";
    }

    void operator()(const DocumentTable& table) {
        out_ += "**" + markdown_escaped(table.caption) + "**\n\n";
        row(table.head);
        for (std::size_t i = 0; i < table.head.size(); ++i)
            out_ += i > 0 && table.holds_numbers ? "|--:" : "|---";
        out_ += "|\n";
        for (const auto& each : table.rows)
            row(each);
        out_ += "\n";
    }

    void operator()(const DocumentChart& chart) {
        out_ += "**" + markdown_escaped(chart.title) + "**\n\n" +
                markdown_escaped(chart.alternative) + "\n\n";
    }

  private:
    void row(const std::vector<std::string>& cells) {
        for (const std::string& cell : cells)
            out_ += "| " + markdown_escaped(cell) + " ";
        out_ += "|\n";
    }

    std::string& out_;
};

} // namespace

std::string to_markdown(const scorecard::Report& report) {
    const Document document = document_of(report);
    std::string out = "# " + markdown_escaped(document.title) + "\n\n" +
                      markdown_escaped(document.subtitle) + ".\n\n";
    for (const DocumentSection& section : document.sections) {
        out += "## " + markdown_escaped(section.title) + "\n\n";
        for (const DocumentBlock& block : section.blocks)
            std::visit(MarkdownBlockWriter(out), block);
    }
    out.pop_back();
    return out;
}

} // namespace indicare::io
