#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "indicare/indicators/catalogue.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "support/folders.hpp"

using namespace indicare;
using indicators::catalogue;

namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("the page of the indicators is what the catalogue writes") {
    CHECK(text_of(tests::project_file("docs/indicators.md")) == io::catalogue_as_markdown());
}

TEST_CASE("every indicator says what it is") {
    std::set<std::string_view> ids;
    for (const indicators::Definition& each : catalogue) {
        INFO(each.id);
        CHECK(ids.insert(each.id).second);
        CHECK_FALSE(each.title.empty());
        CHECK(each.sentence.size() > 20);
        CHECK(each.sentence.back() == '.');
        CHECK_FALSE(each.source.empty());
        CHECK_FALSE(each.reads.is_empty());
        if (is_mean(each.unit))
            CHECK(each.amount != nullptr);
        if (each.unit == indicators::Unit::percent)
            CHECK(each.amount == nullptr);
        CHECK(indicators::indicator_named(each.id).has_value());
    }
    CHECK(ids.size() == 67);
    CHECK_FALSE(indicators::indicator_named("looked after").has_value());
}

TEST_CASE("the catalogue as CSV has a row an indicator, in order") {
    std::istringstream lines(io::catalogue_as_csv());
    std::string line;
    std::getline(lines, line);
    CHECK(line == "indicator,title,family,unit,polarity,sentence,reads,source");
    for (const indicators::Definition& each : catalogue) {
        std::getline(lines, line);
        CHECK(line.substr(0, line.find(',')) == each.id);
    }
    CHECK_FALSE(std::getline(lines, line));
}
