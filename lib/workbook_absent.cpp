#include "indicare/io/report_workbook.hpp"

// What stands in for report_workbook.cpp in a build without libxlsxwriter.

namespace indicare::io {

std::optional<std::string> write_workbook(const scorecard::Report& /*report*/,
                                          const std::filesystem::path& /*path*/) {
    return "this build does not write workbooks (it was made without libxlsxwriter)";
}

} // namespace indicare::io
