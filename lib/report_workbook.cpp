#include "indicare/io/report_workbook.hpp"

#include <chrono>

#include "indicare/io/whole_file.hpp"
#include "workbook_sheets.hpp"

namespace indicare::io {

using scorecard::Report;

namespace {

std::string title_of(const Report& report) {
    return "Children in care and care leavers: " + report.compared.authority.name;
}

std::string subject_of(const Report& report) {
    return "Year ending 31 March " + std::to_string(report.compared.year);
}

/// 31 March of the year, in seconds since 1970: a workbook bears a date, and the library knows no
/// clock.
std::int64_t date_of(const Report& report) {
    using namespace std::chrono;
    const sys_days date = year(report.compared.year) / March / 31;
    return duration_cast<seconds>(date.time_since_epoch()).count();
}

void write_sheets(WorkbookFile& file, const Report& report) {
    const std::string footer = title_of(report) + ", " + subject_of(report);
    const auto add = [&](std::string_view name) { return file.add_sheet(name, footer); };
    lxw_worksheet* summary = add("Summary");
    const auto families = families_shown(report);
    std::vector<lxw_worksheet*> sheets;
    sheets.reserve(families.size());
    for (const indicators::Family family : families)
        sheets.push_back(add(name_of(family)));
    write_chance(file, add("Limits and chance"), report);
    if (!report.charts.empty())
        write_months(file, add(months_sheet), report);
    if (!report.breakdowns.empty())
        write_breakdowns(file, add("Who the children are"), report);
    write_notes(file, add(notes_sheet), report);
    SheetWriter chart_data(file, add(chart_sheet));
    begin_chart_data(chart_data, report);
    write_summary(file, summary, report);
    for (std::size_t i = 0; i < families.size(); ++i)
        write_family(file, sheets[i], report, families[i], chart_data);
}

std::string write(const Report& report, const std::filesystem::path& path) {
    WorkbookFile file(path);
    if (!file.is_open())
        return "there is not enough memory";
    file.set_properties(title_of(report), subject_of(report), date_of(report));
    write_sheets(file, report);
    return file.close();
}

} // namespace

std::optional<std::string> write_workbook(const Report& report, const std::filesystem::path& path) {
    WholeFile file(path);
    // libxlsxwriter says on standard error that it cannot open a file: it is not let come to that.
    std::string failure = file.is_open() ? write(report, file.beside()) : file.failure();
    if (failure.empty() && !file.take_place())
        failure = file.failure();
    if (failure.empty())
        return std::nullopt;
    return path.string() + ": " + failure;
}

} // namespace indicare::io
