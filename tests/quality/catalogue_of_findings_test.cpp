#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "indicare/io/check.hpp"
#include "support/folders.hpp"

using namespace indicare;

TEST_CASE("the page of the findings is what the catalogue writes", "[finding kinds]") {
    std::ifstream file(tests::project_file("docs/data-quality.md"), std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    CHECK(page == io::finding_kinds_as_markdown());
}

TEST_CASE("every kind of finding says what it is", "[finding kinds]") {
    std::set<std::string_view> names;
    for (const quality::FindingKind& each : quality::finding_kinds()) {
        CAPTURE(each.name);
        CHECK(names.insert(each.name).second);
        CHECK(each.meaning.size() > 20);
        CHECK(each.meaning.back() == '.');
        CHECK_FALSE(each.expects.empty());
        CHECK(each.expects.back() != '.');
        CHECK(&quality::kind_of(each.code) == &each);
    }
    CHECK(area_of(quality::FindingCode::file_unreadable) == quality::Area::files);
    CHECK(area_of(quality::FindingCode::row_ragged) == quality::Area::rows);
    CHECK(area_of(quality::FindingCode::need_changes) == quality::Area::histories);
    CHECK(area_of(quality::FindingCode::date_in_future) == quality::Area::dates);
    CHECK(area_of(quality::FindingCode::episode_changed) == quality::Area::returns);
}
