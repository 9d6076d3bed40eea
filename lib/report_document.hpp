#pragma once

#include <string>
#include <variant>
#include <vector>

#include "indicare/scorecard/report.hpp"

// A report as a document: what stands where, in plain text. The writers of HTML and Markdown say
// how.

namespace indicare::io {

/// A table whose first column names the rows.
struct DocumentTable {
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
    bool holds_numbers = true; ///< in all columns but the first
};

/// A chart with what says the same without it.
struct DocumentChart {
    std::string id;
    std::string title;
    std::string alternative;   ///< in sentences
    std::string specification; ///< Vega-Lite, as JSON
    DocumentTable data;
};

/// Sentences, one an item.
struct DocumentList {
    std::vector<std::string> items;
};

struct DocumentParagraph {
    std::string text;
};

/// A heading within a section.
struct DocumentHeading {
    std::string text;
};

/// Terms with what they mean.
struct DocumentTerms {
    std::vector<std::pair<std::string, std::string>> terms;
};

using DocumentBlock = std::variant<DocumentParagraph, DocumentHeading, DocumentList, DocumentTable,
                                   DocumentChart, DocumentTerms>;

struct DocumentSection {
    std::string id;
    std::string title;
    std::vector<DocumentBlock> blocks;
    bool is_wide = false; ///< to be printed across
};

struct Document {
    std::string title;
    std::string subtitle;
    std::vector<DocumentSection> sections;
};

Document document_of(const scorecard::Report& report);

} // namespace indicare::io
