#include "xml_scanner.hpp"

#include <utility>

// What stands in for xml_scanner.cpp in a build without expat.

namespace indicare::io {

class XmlScanner::Machine {
  public:
    std::string file;
    quality::Findings& findings;
};

bool XmlScanner::is_built() {
    return false;
}

XmlScanner::XmlScanner(std::string file, const CsvLimits& /*limits*/, quality::Findings& findings,
                       TakeRow /*take_row*/) // NOLINT(performance-unnecessary-value-param)
    : machine_(new Machine{std::move(file), findings}) {}
XmlScanner::~XmlScanner() = default;

void XmlScanner::feed(std::string_view /*piece*/) {}

bool XmlScanner::finish() {
    machine_->findings.add({quality::FindingCode::xml_not_built,
                            machine_->file,
                            0,
                            {},
                            {},
                            {},
                            "this build does not read XML (it was made without expat); not read"});
    return false;
}

} // namespace indicare::io
