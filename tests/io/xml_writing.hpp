#pragma once

#include "indicare/io/csv.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// The XML form of a return, written from its tables: apart from the code that reads it.

namespace indicare::tests {

class XmlWriting {
  public:
    /// Adds a table: CSV text whose first row names the columns.
    void add(std::string_view csv) {
        std::vector<std::string> columns;
        io::CsvScanner scanner;
        const auto take = [&](const io::CsvRow& row) {
            const std::vector<std::string> fields(row.fields().begin(), row.fields().end());
            if (columns.empty())
                columns = fields;
            else
                add_row(columns, fields);
        };
        const auto fail = [](auto&&...) { throw std::runtime_error("a broken row"); };
        scanner.feed(csv, take, fail);
        scanner.finish(take, fail);
    }

    std::string text() const {
        std::string text = "<EXPSSDA903>\n";
        for (const std::string& name : names_) {
            const Child& child = children_.at(name);
            text += "<CHILD>\n<HEADER>\n<CHILDID>" + name + "</CHILDID>\n" + child.fields +
                    child.header_rows + "</HEADER>\n" + child.episodes + "</CHILD>\n";
        }
        return text + "</EXPSSDA903>\n";
    }

  private:
    struct Child {
        std::string fields;
        std::string header_rows;
        std::string episodes;
    };

    static bool holds(const std::vector<std::string>& columns, std::string_view name) {
        return std::find(columns.begin(), columns.end(), name) != columns.end();
    }

    void add_row(const std::vector<std::string>& columns, const std::vector<std::string>& fields) {
        if (children_.count(fields[0]) == 0)
            names_.push_back(fields[0]);
        Child& child = children_[fields[0]];
        const bool is_header = holds(columns, "MOTHER");
        std::string elements = holds(columns, "DUC") ? "<UASC>1</UASC>\n" : "";
        for (std::size_t at = 1; at < columns.size(); ++at) {
            const std::string& name = columns[at] == "PLACE" ? place_ : columns[at];
            if (is_header || (name != "DOB" && name != "SEX"))
                elements += "<" + name + ">" + escaped(fields[at]) + "</" + name + ">\n";
        }
        const auto row = [&elements](const std::string& name) {
            return "<" + name + ">\n" + elements + "</" + name + ">\n";
        };
        if (holds(columns, "DECOM"))
            child.episodes += row("EPISODE");
        else if (holds(columns, "REVIEW"))
            child.header_rows += row("AREVIEW");
        else if (holds(columns, "MISSING"))
            child.header_rows += row("AMISSING");
        else if (holds(columns, "SDQ_SCORE"))
            child.header_rows += row("OC2");
        else if (holds(columns, "PREV_PERM"))
            child.header_rows += row("PERMANENCE");
        else if (holds(columns, "DATE_PLACED"))
            child.header_rows += row("AD_PLACED");
        else
            child.fields += elements;
    }

    static std::string escaped(const std::string& text) {
        std::string out;
        for (const char character : text)
            out += character == '&'   ? "&amp;"
                   : character == '<' ? "&lt;"
                                      : std::string(1, character);
        return out;
    }

    const std::string place_ = "PL";
    std::vector<std::string> names_; ///< in order
    std::map<std::string, Child> children_;
};

} // namespace indicare::tests
