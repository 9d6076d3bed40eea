#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "indicare/io/benchmarks.hpp"
#include "indicare/io/ees_writer.hpp"
#include "indicare/io/report_workbook.hpp"

// Writes the files of the report of an authority, from published figures, for tests from outside:
// write_report_files AUTHORITY YEAR PATH-WITHOUT-ENDING.

namespace {

using namespace indicare;

void write(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

void write_all(const std::string& code, int year, const std::string& path) {
    const auto benchmarks = io::bundled_benchmarks();
    const scorecard::Comparators comparators(benchmarks);
    const auto authority = comparators.authorities_called(code).at(0);
    const auto report = scorecard::report_of(
        comparators, authority, year, scorecard::published_by_year(comparators, authority, year));
    const io::EesFiles ees = io::to_ees(report);
    write(path + ".csv", ees.data);
    write(path + ".meta.csv", ees.meta);
    if (const auto failure = io::write_workbook(report, path + ".xlsx"))
        std::cerr << *failure << "\n";
}

} // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "write_report_files AUTHORITY YEAR PATH\n";
        return 2;
    }
    write_all(arguments[1], std::atoi(arguments[2]), arguments[3]);
}
