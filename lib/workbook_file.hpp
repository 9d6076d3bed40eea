#pragma once

#include <xlsxwriter.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "workbook_cells.hpp"

namespace indicare::io {

/// How a cell looks.
enum class Look : std::uint8_t {
    title,
    subtitle,
    header,
    number_header,
    bold,
    text,
    symbol,
    plain
};

/// What libxlsxwriter made; throws where it had no memory for it.
template <class Made>
Made* there(Made* made) {
    if (made == nullptr)
        throw std::bad_alloc();
    return made;
}

/// Throws where libxlsxwriter had no memory for what it was to take.
inline void expect_taken(lxw_error error) {
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED || error == LXW_ERROR_SHARED_STRING_INDEX_NOT_FOUND)
        throw std::bad_alloc();
}

/// A workbook while it is written.
class WorkbookFile {
  public:
    explicit WorkbookFile(const std::filesystem::path& path)
        : book_(workbook_new(path.string().c_str())) {}
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;
    ~WorkbookFile() {
        if (book_ != nullptr)
            lxw_workbook_free(book_);
    }

    bool is_open() const { return book_ != nullptr; }

    lxw_chart* add_chart() { return there(workbook_add_chart(book_, LXW_CHART_LINE)); }

    /// A sheet for A4 landscape, as wide as the page.
    lxw_worksheet* add_sheet(std::string_view name, const std::string& footer);

    /// Title, subject and date of the whole; nobody's name.
    void set_properties(const std::string& title, const std::string& subject, std::int64_t seconds);

    lxw_format* look(Look look);
    /// A format for numbers.
    lxw_format* numbers(const std::string& format);

    /// Writes it to its file. What went wrong; empty for nothing.
    std::string close();

  private:
    lxw_workbook* book_;
    std::map<Look, lxw_format*> looks_;
    std::map<std::string, lxw_format*> numbers_;
};

/// A sheet that is written row by row.
class SheetWriter {
  public:
    SheetWriter(WorkbookFile& file, lxw_worksheet* sheet) : file_(&file), sheet_(sheet) {}

    std::uint32_t row() const { return row_; }
    void next_row(std::uint32_t rows = 1) { row_ += rows; }
    lxw_worksheet* sheet() const { return sheet_; }

    void text(std::uint16_t column, std::string_view text, Look look = Look::text) {
        if (!text.empty())
            expect_taken(worksheet_write_string(sheet_, row_, column, std::string(text).c_str(),
                                                file_->look(look)));
    }

    void number(std::uint16_t column, std::int64_t number, const std::string& format = "#,##0") {
        expect_taken(worksheet_write_number(sheet_, row_, column, static_cast<double>(number),
                                            file_->numbers(format)));
    }

    void value(std::uint16_t column, const ShownValue& value, indicators::Unit unit) {
        if (value.number)
            expect_taken(worksheet_write_number(sheet_, row_, column, nearest_number(*value.number),
                                                file_->numbers(number_format(unit, value.places))));
        else
            text(column, value.text, Look::symbol);
    }

    /// The row that names the columns, which stays in sight and is printed on every page.
    void header(std::initializer_list<std::string_view> names) {
        std::uint16_t column = 0;
        for (const std::string_view name : names)
            text(column++, name, Look::header);
        hold_header();
    }

    void hold_header() {
        expect_taken(worksheet_repeat_rows(sheet_, row_, row_));
        worksheet_freeze_panes(sheet_, row_ + 1, 1);
        next_row();
    }

    /// Makes the row as high as so many lines of text.
    void set_height(std::size_t lines) {
        constexpr double line = 15; // points
        expect_taken(worksheet_set_row(sheet_, row_, line * static_cast<double>(lines), nullptr));
    }

    /// Makes the row as high as texts need in columns of given widths, in characters: no program
    /// that reads the workbook need do it.
    void fit_row(std::initializer_list<std::pair<std::string_view, double>> texts) {
        std::size_t lines = 1;
        for (const auto& [text, width] : texts)
            lines = std::max(
                lines,
                static_cast<std::size_t>(static_cast<double>(text.size()) * 1.05 / width) + 1);
        if (lines > 1)
            set_height(lines);
    }

    void widths(std::initializer_list<double> widths) {
        std::uint16_t column = 0;
        for (const double width : widths) {
            expect_taken(worksheet_set_column(sheet_, column, column, width, nullptr));
            ++column;
        }
    }

  private:
    WorkbookFile* file_;
    lxw_worksheet* sheet_;
    std::uint32_t row_ = 0;
};

} // namespace indicare::io
