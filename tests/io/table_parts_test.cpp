#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "indicare/io/counting.hpp"
#include "indicare/io/return_folder.hpp"
#include "indicare/io/scorecard_writer.hpp"

// Large files are read by several threads: everything must be as by one.

using namespace indicare;

namespace {

/// Everything that comes of reading a folder and counting: scorecards, and every finding.
struct Outcome {
    std::string scorecards;
    std::vector<std::string> findings;
    std::vector<std::string> rows; ///< of findings: child, kind and place of the row

    bool operator==(const Outcome&) const = default;
};

Outcome read(const std::filesystem::path& folder, unsigned threads, bool longitudinal) {
    io::ReadingOptions options;
    options.threads = threads;
    options.longitudinal = longitudinal;
    io::ReturnReader reader(options);
    const auto folder_read = io::read_return(reader, folder, {});
    REQUIRE(folder_read);
    scorecard::Request request;
    request.as_at = scorecard::series_up_to(care::Date::of(2024, 3, 31), 3);
    Outcome outcome;
    outcome.scorecards = io::to_csv(io::scorecards(reader, request));
    for (const quality::Finding& finding : reader.findings().kept()) {
        outcome.findings.push_back(quality::to_text(finding));
        std::string row = std::to_string(finding.child_number);
        if (finding.child_number != quality::Finding::no_child)
            row = reader.records().name_of_child(finding.child_number);
        if (!finding.row.is_none())
            row += " " + std::string(reader.source_of(finding.row).file) + ":" +
                   std::to_string(reader.source_of(finding.row).line);
        outcome.rows.push_back(row);
    }
    outcome.findings.push_back(std::to_string(reader.findings().count()));
    return outcome;
}

/// A folder of tables that are large enough to be read in parts.
class LargeReturn {
  public:
    explicit LargeReturn(const std::string& name)
        : folder_(std::filesystem::temp_directory_path() / ("indicare_parts_" + name) / "2024") {
        std::filesystem::remove_all(folder_.parent_path());
        std::filesystem::create_directories(folder_);
    }
    ~LargeReturn() {
        std::error_code error;
        std::filesystem::remove_all(folder_.parent_path(), error);
    }
    LargeReturn(const LargeReturn&) = delete;
    LargeReturn& operator=(const LargeReturn&) = delete;

    void write(const std::string& file, const std::string& text) const {
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }

    /// By any number of threads everything is as by one; `longest` is how long the longest of the
    /// files must be at least, so that they are read in parts at all.
    void check_that_threads_do_not_matter(bool longitudinal = false) const {
        std::uintmax_t most = 0;
        for (const auto& file : std::filesystem::directory_iterator(folder_))
            most = std::max(most, file.file_size());
        REQUIRE(most > std::uintmax_t{3} << 20);
        const Outcome by_one = read(folder_, 1, longitudinal);
        CHECK(by_one.scorecards.find("looked_after,") != std::string::npos);
        for (const unsigned threads : {2U, 3U, 7U})
            CHECK(read(folder_, threads, longitudinal) == by_one);
    }

  private:
    std::filesystem::path folder_;
};

constexpr int children = 30'000;

std::string child(int number) {
    return "child " + std::to_string(number * 7919 % children);
}

/// Two episodes a child; every so often what a return can hold that is out of the ordinary.
std::string episodes(const std::string& line_end, bool odd) {
    std::string text = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                       "HOME_POST,PL_POST,URN" +
                       line_end;
    for (int each = 0; each < children; ++each) {
        const std::string day = std::to_string(10 + each % 19);
        const std::string postcode = odd && each % 5 == 0 ? "near " + child(each) : "DE1 1AA";
        const std::string urn =
            odd && each % 7 == 0 ? "home " + std::to_string(each % 99) : "SC123456";
        const std::string place = odd && each % 11 == 0 ? "\"U4\"" : "U4";
        text += child(each) + "," + day + "/04/2021,S,C2,N1," + place + ",PR1," + day +
                "/05/2023,X1,CARPL,DE1 1AA," + postcode + "," + urn + line_end;
        text += child(each) + "," + day + "/05/2023,P,C2,N1,U6,PR4,,,,DE1 1AA,DE2 2BB,XXXXXXX" +
                line_end;
        if (odd && each % 1000 == 999)
            text += child(each) + ",31/02/2023,P,C2,N1,U6,PR4,,,,,," + line_end + // no such day
                    child(each) + ",ragged" + line_end +                          // few fields
                    child(each) + "," + day + "/05/2023,P,Q7,N1,U6,PR4,,,,,," + line_end; // twice
    }
    return text;
}

std::string header() {
    std::string text = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    for (int each = 0; each < children; ++each)
        text += child(each) + "," + std::to_string(1 + each % 2) + ",0" +
                std::to_string(1 + each % 9) + "/07/2012,WBRI,X12345678901,,\n";
    return text;
}

std::string social_workers() {
    std::string text = "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n";
    for (int each = children; each-- > 0;)
        for (const char* const worker : {"SW1", "SW2", "SW3"})
            text += child(each) + ",01/07/2012," + worker + std::to_string(each % 50) +
                    ",01/05/2023,,MANAGE\n";
    return text;
}

/// A longitudinal extract, each of whose rows is of the authority of some number.
template <class Authority>
std::string extract(Authority authority) {
    std::string text = "LA,CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                       "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
    for (int row = 0; row < 2 * children; ++row)
        text += "authority " + std::to_string(authority(row)) + "," + child(row % children) +
                ",01/0" + std::to_string(1 + row % 9) + "/2022,S,C2,N1,U4,PR1,,,,,DE1 1AA,\n";
    return text;
}

} // namespace

TEST_CASE("large tables are read alike by any number of threads", "[threads]") {
    const LargeReturn large("plain");
    large.write("episodes.csv", episodes("\n", false));
    large.write("header.csv", header());
    large.write("sw_episodes.csv", social_workers());
    large.check_that_threads_do_not_matter();
}

TEST_CASE("what is out of the ordinary is found alike by any number of threads", "[threads]") {
    const LargeReturn large("odd");
    large.write("episodes.csv", episodes("\r\n", true));
    large.write("header.csv", header());
    large.check_that_threads_do_not_matter();
}

TEST_CASE("a longitudinal extract of several authorities is read alike by any number of threads",
          "[threads]") {
    const LargeReturn large("authorities");
    large.write("episodes.csv", extract([](int row) { return row * 31 % 7; }));
    large.check_that_threads_do_not_matter(true);
}

TEST_CASE("more authorities than there can be are told alike by any number of threads",
          "[threads]") {
    const LargeReturn large("too many authorities");
    large.write("episodes.csv", extract([](int row) { return row / 4; }));
    large.check_that_threads_do_not_matter(true);
}

TEST_CASE("a last row without a line end is not lost by a part", "[threads]") {
    const LargeReturn large("end");
    std::string text = episodes("\n", false);
    text.pop_back();
    large.write("episodes.csv", text);
    large.check_that_threads_do_not_matter();
}

TEST_CASE("a quoted field may lie across the parts of a file", "[threads]") {
    // Every other line is within a quoted field, wherever the parts begin.
    const LargeReturn large("quoted");
    std::string text = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                       "HOME_POST,PL_POST,URN\n";
    const std::string lines(60, '\n');
    for (int each = 0; each < children; ++each)
        text += child(each) + ",01/04/2021,S,C2,N1,U4,PR1,,,,,\"x" + lines + "y\",\n";
    large.write("episodes.csv", text);
    large.check_that_threads_do_not_matter();
}

TEST_CASE("a quote that is never closed is told alike by any number of threads", "[threads]") {
    const LargeReturn large("unclosed");
    std::string text = episodes("\n", false);
    text.insert(text.find('\n', text.size() / 3) + 1, "child x,\"01/04/2021,S,C2\n");
    text.insert(text.find('\n', text.size() / 3 * 2) + 1, "child y,01/04/2021,\"S,C2\n");
    large.write("episodes.csv", text);
    large.check_that_threads_do_not_matter();
}

TEST_CASE("a first line that is no row of column names leaves the file to one thread",
          "[threads]") {
    const LargeReturn large("blank");
    large.write("episodes.csv", "\n\n" + episodes("\n", true));
    large.check_that_threads_do_not_matter();
}
