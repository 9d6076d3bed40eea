#include "indicare/io/check.hpp"

namespace indicare::io {

quality::Check check(const ReturnReader& reader, const scorecard::Request& request) {
    return quality::check(reader.records(), reader.findings(), request);
}

} // namespace indicare::io
