#include <string_view>

#include "indicare/io/report_writer.hpp"
#include "report_document.hpp"
#include "report_text.hpp"

namespace indicare::io {

namespace {

std::string html_escaped(std::string_view text) {
    std::string out;
    for (const char character : text) {
        switch (character) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += character;
        }
    }
    return out;
}

/// JSON within a script, which no `<` may end.
std::string within_script(std::string_view json) {
    std::string out;
    for (const char character : json)
        out += character == '<' ? std::string("\\u003c") : std::string(1, character);
    return out;
}

std::string element(std::string_view name, std::string_view text) {
    const std::string tag(name);
    return "<" + tag + ">" + html_escaped(text) + "</" + tag + ">\n";
}

/// Writes the blocks of a section.
class HtmlBlockWriter {
  public:
    explicit HtmlBlockWriter(std::string& out) : out_(out) {}

    void operator()(const DocumentParagraph& paragraph) { out_ += element("p", paragraph.text); }
    void operator()(const DocumentHeading& heading) { out_ += element("h3", heading.text); }

    void operator()(const DocumentList& list) {
        out_ += "<ul>\n";
        for (const std::string& item : list.items)
            out_ += element("li", item);
        out_ += "</ul>\n";
    }

    void operator()(const DocumentTerms& terms) {
        out_ += "<dl>\n";
        for (const auto& [term, meaning] : terms.terms)
            out_ += element("dt", term) + element("dd", meaning);
        out_ += "</dl>\n";
    }

    void operator()(const DocumentTable& table) {
        const std::string_view number = table.holds_numbers ? R"( class="number")" : "";
        out_ += R"(<div class="scroll" tabindex="0" role="group" aria-label="Table: )" +
                html_escaped(table.caption) + "\">\n<table>\n" + element("caption", table.caption) +
                "<thead><tr>";
        for (std::size_t i = 0; i < table.head.size(); ++i)
            cell(R"(th scope="col")", i == 0 ? "" : number, table.head[i]);
        out_ += "</tr></thead>\n<tbody>\n";
        for (const auto& row : table.rows) {
            out_ += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i)
                cell(i == 0 ? R"(th scope="row")" : "td", i == 0 ? "" : number, row[i]);
            out_ += "</tr>\n";
        }
        out_ += "</tbody>\n</table>\n</div>\n";
    }

    void operator()(const DocumentChart& chart) {
        const std::string id = html_escaped(chart.id);
        out_ += "<figure>\n" + element("figcaption", chart.title) + R"(<div class="chart" id=")" +
                id + "\"></div>\n<p class=\"alternative\" id=\"" + id + R"(-text">)" +
                html_escaped(chart.alternative) +
                "</p>\n<details open>\n<summary>Data: " + html_escaped(chart.title) +
                "</summary>\n";
        (*this)(DocumentTable{chart.title + " (data)", chart.data.head, chart.data.rows,
                              chart.data.holds_numbers});
        out_ += "</details>\n<script type=\"application/json\" class=\"specification\" "
                "data-chart=\"" +
                id + "\">" + within_script(chart.specification) + "</script>\n</figure>\n";
    }

  private:
    void cell(std::string_view tag, std::string_view attributes, std::string_view text) {
        out_.append("<").append(tag).append(attributes).append(">").append(html_escaped(text));
        out_.append(tag.starts_with("th") ? "</th>" : "</td>");
    }

    std::string& out_;
};

void add_head(const Document& document, std::string& out) {
    out += "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval'; img-src "
           "data:\">\n" +
           element("title", document.title) + "<style>\n";
    out += report_style();
    out += "</style>\n</head>\n";
}

void add_contents(const Document& document, std::string& out) {
    out += "<nav aria-label=\"Contents\">\n<ul>\n";
    for (const DocumentSection& section : document.sections)
        out += "<li><a href=\"#" + section.id + "\">" + html_escaped(section.title) + "</a></li>\n";
    out += "</ul>\n</nav>\n";
}

void add_section(const DocumentSection& section, std::string& out) {
    out += "<section id=\"" + section.id + "\" aria-labelledby=\"" + section.id + "-title\"" +
           (section.is_wide ? " class=\"wide\"" : "") + ">\n<h2 id=\"" + section.id + "-title\">" +
           html_escaped(section.title) + "</h2>\n";
    for (const DocumentBlock& block : section.blocks)
        std::visit(HtmlBlockWriter(out), block);
    out += "</section>\n";
}

void add_script(std::string_view script, std::string& out) {
    out.append("<script>").append(script).append("</script>\n");
}

} // namespace

std::string to_html(const scorecard::Report& report) {
    const Document document = document_of(report);
    std::string out;
    add_head(document, out);
    out += "<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n" +
           element("h1", document.title) + element("p", document.subtitle + ".") + "</header>\n";
    add_contents(document, out);
    out += "<main id=\"main\" tabindex=\"-1\">\n";
    for (const DocumentSection& section : document.sections)
        add_section(section, out);
    out += "</main>\n<footer>\n<p>Made with indicare. Charts by Vega-Lite.</p>\n</footer>\n";
    add_script("/*\n" + std::string(vega_licences()) + "*/\n", out);
    for (const std::string_view script : {vega_script(), vega_lite_script(), report_script()})
        add_script(script, out);
    out += "</body>\n</html>\n";
    return out;
}

} // namespace indicare::io
