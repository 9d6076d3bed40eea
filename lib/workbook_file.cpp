#include "workbook_file.hpp"

namespace indicare::io {

namespace {

constexpr std::uint8_t a4 = 9;
constexpr lxw_color_t dark_blue = 0x12436D;

void set(lxw_format* format, Look look) {
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    switch (look) {
    case Look::title:
        format_set_bold(format);
        format_set_font_size(format, 16);
        format_set_font_color(format, dark_blue);
        break;
    case Look::subtitle:
        format_set_bold(format);
        format_set_font_size(format, 12);
        break;
    case Look::header:
        format_set_bold(format);
        format_set_font_color(format, LXW_COLOR_WHITE);
        format_set_bg_color(format, dark_blue);
        format_set_indent(format, 1);
        format_set_text_wrap(format);
        break;
    case Look::bold:
        format_set_bold(format);
        format_set_text_wrap(format);
        break;
    case Look::number_header:
        set(format, Look::header);
        format_set_indent(format, 0);
        format_set_align(format, LXW_ALIGN_RIGHT);
        break;
    case Look::symbol:
        format_set_align(format, LXW_ALIGN_RIGHT);
        break;
    case Look::text:
        format_set_text_wrap(format);
        format_set_indent(format, 1); // away from a number beside it
        break;
    case Look::plain:
        break;
    }
}

} // namespace

lxw_worksheet* WorkbookFile::add_sheet(std::string_view name, const std::string& footer) {
    lxw_worksheet* sheet = there(workbook_add_worksheet(book_, std::string(name).c_str()));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, a4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6);
    expect_taken(worksheet_set_footer(sheet, ("&L" + footer + "&C&A&RPage &P of &N").c_str()));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    return sheet;
}

void WorkbookFile::set_properties(const std::string& title, const std::string& subject,
                                  std::int64_t seconds) {
    std::string properties_title = title;
    std::string properties_subject = subject;
    lxw_doc_properties properties{};
    properties.title = properties_title.data();
    properties.subject = properties_subject.data();
    properties.created = static_cast<time_t>(seconds);
    expect_taken(workbook_set_properties(book_, &properties));
}

lxw_format* WorkbookFile::look(Look look) {
    lxw_format*& format = looks_[look];
    if (format == nullptr) {
        format = there(workbook_add_format(book_));
        set(format, look);
    }
    return format;
}

lxw_format* WorkbookFile::numbers(const std::string& text) {
    lxw_format*& format = numbers_[text];
    if (format == nullptr) {
        format = there(workbook_add_format(book_));
        format_set_num_format(format, text.c_str());
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    return format;
}

std::string WorkbookFile::close() {
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;
    return error == LXW_NO_ERROR ? std::string() : std::string(lxw_strerror(error));
}

} // namespace indicare::io
