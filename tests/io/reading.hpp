#pragma once

#include "indicare/io/return_reader.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// What the tests of reading share.

namespace indicare::tests {

/// Reads tables, and tells all that came of it as text.
class Reading {
  public:
    explicit Reading(io::ReadingOptions options = {}) : reader_(std::move(options)) {}

    std::optional<care::Table> table(std::string_view text, std::string file = "table.csv",
                                     int year = 2023) {
        return pieces({std::string(text)}, std::move(file), year);
    }

    std::optional<care::Table> pieces(const std::vector<std::string>& pieces,
                                      std::string file = "table.csv", int year = 2023) {
        reader_.begin_table(std::move(file), year);
        for (const std::string& piece : pieces)
            reader_.feed(piece);
        return reader_.end_table();
    }

    /// Reads the XML form of a return; says whether it was one.
    bool xml(std::string_view text, std::string file = "return.xml", int year = 2023) {
        return xml_pieces({std::string(text)}, std::move(file), year);
    }

    bool xml_pieces(const std::vector<std::string>& pieces, std::string file = "return.xml",
                    int year = 2023) {
        reader_.begin_xml(std::move(file), year);
        for (const std::string& piece : pieces)
            reader_.feed(piece);
        return reader_.end_xml();
    }

    io::ReturnReader& reader() { return reader_; }
    const care::Records& records() const { return reader_.records(); }
    const quality::Findings& findings() const { return reader_.findings(); }

    std::vector<quality::Finding> found(quality::FindingCode code) const {
        std::vector<quality::Finding> all;
        for (const quality::Finding& finding : findings().kept())
            if (finding.code == code)
                all.push_back(finding);
        return all;
    }
    /// The only finding of a kind.
    quality::Finding only(quality::FindingCode code) const {
        const auto all = found(code);
        if (all.size() != 1)
            throw std::runtime_error(std::to_string(all.size()) + " findings of " +
                                     std::string(quality::name_of(code)) + "\n" +
                                     findings_as_text());
        return all.front();
    }

    std::string findings_as_text() const {
        std::string text;
        for (const quality::Finding& finding : findings().kept())
            text += std::string(quality::name_of(finding.code)) + " " + quality::to_text(finding) +
                    "\n";
        return text;
    }

    /// The children and all their rows, one a line, with where each came from unless told not to.
    std::string records_as_text(bool with_sources = true) const {
        std::string text;
        for (care::Records::ChildNumber child = 0; child < records().child_count(); ++child) {
            const auto& at = records()[child];
            text += records().name_of(at.authority) + "/" +
                    std::string(records().name_of_child(child)) + " born " +
                    care::Date(at.birth).iso() + " sex " +
                    std::to_string(static_cast<int>(at.sex)) + "\n";
            std::vector<std::string> rows;
            const auto add = [&]<class Row>(const Row& row, std::uint32_t index) {
                const auto source = reader_.source_of<Row>(index);
                rows.push_back((with_sources ? "  " + std::string(source.file) + ":" +
                                                   std::to_string(source.line)
                                             : " ") +
                               " " + told(row));
            };
            records().for_each<care::StoredEpisode>(child, add);
            records().for_each<care::HeaderRow>(child, add);
            records().for_each<care::Oc2Row>(child, add);
            records().for_each<care::Oc3Row>(child, add);
            records().for_each<care::Ad1Row>(child, add);
            records().for_each<care::UascRow>(child, add);
            records().for_each<care::MissingRow>(child, add);
            records().for_each<care::SocialWorkerRow>(child, add);
            std::sort(rows.begin(), rows.end());
            for (const std::string& row : rows)
                text += row + "\n";
        }
        return text;
    }

    std::string all_as_text() const { return records_as_text() + "\n" + findings_as_text(); }

    /// The only child there is.
    const care::Records::Child& child() const { return records()[0]; }
    care::Episode episode(std::uint32_t row = 0) const {
        return records().row<care::StoredEpisode>(row).unpacked(row);
    }

  private:
    template <class E>
    static std::string number(E value) {
        return std::to_string(static_cast<int>(value));
    }

    static std::string told(const care::StoredEpisode& stored) {
        const care::Episode row = stored.unpacked(0);
        std::string text = "episode of " + std::to_string(row.return_year) + ": " +
                           row.decom.iso() + " to " + row.dec.iso();
        for (const std::string_view code :
             {care::text_of(row.rne), care::text_of(row.legal_status), care::text_of(row.need),
              care::text_of(row.place), care::text_of(row.provider), care::text_of(row.rec)})
            text += " " + std::string(code);
        return text + " at " + std::to_string(row.location.postcode) + " " +
               std::to_string(row.location.reference) + " " + number(row.whereabouts);
    }
    static std::string told(const care::HeaderRow& row) {
        return "header of " + std::to_string(int{row.year}) + ": " + number(row.mother);
    }
    static std::string told(const care::Oc2Row& row) {
        std::string text = "oc2 of " + std::to_string(int{row.year}) + ": " +
                           std::to_string(row.score().value_or(-1));
        for (int question = 0; question < 7; ++question)
            text += " " + number(row.answer(static_cast<care::Oc2Question>(question)));
        return text;
    }
    static std::string told(const care::Oc3Row& row) {
        return "oc3 of " + std::to_string(int{row.year}) + ": " +
               std::string(care::text_of(row.in_touch)) + " " +
               std::string(care::text_of(row.activity)) + " " +
               std::to_string(row.accommodation_first) + std::to_string(row.accommodation_last);
    }
    static std::string told(const care::Ad1Row& row) {
        return "ad1 of " + std::to_string(int{row.year}) + ": " + care::Date(row.decision).iso() +
               " " + care::Date(row.match).iso();
    }
    static std::string told(const care::UascRow& row) {
        return "uasc of " + std::to_string(int{row.year}) + ": " + care::Date(row.ceased).iso();
    }
    static std::string told(const care::MissingRow& row) {
        return "missing of " + std::to_string(int{row.year}) + ": " +
               std::string(care::text_of(row.kind)) + " " + care::Date(row.start).iso() + " " +
               care::Date(row.end).iso();
    }
    static std::string told(const care::SocialWorkerRow& row) {
        return "worker of " + std::to_string(int{row.year}) + ": " + std::to_string(row.worker) +
               " " + care::Date(row.start).iso() + " " + care::Date(row.end).iso();
    }

    io::ReturnReader reader_;
};

/// A folder that is there for the time of a test.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        static std::atomic<unsigned> count{0};
        std::random_device random;
        path_ = std::filesystem::temp_directory_path() /
                ("indicare-test-" + std::to_string(random()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }

    /// Writes a file, and the folders that it lies in.
    TemporaryFolder& file(const std::string& name, std::string_view text) {
        const std::filesystem::path file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream out(file, std::ios::binary);
        out << text;
        return *this;
    }

  private:
    std::filesystem::path path_;
};

/// The columns of the tables, in the order of DfE's guide.
inline constexpr std::string_view header_columns = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
inline constexpr std::string_view episodes_columns =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\n";
inline constexpr std::string_view uasc_columns = "CHILD,SEX,DOB,DUC\n";
inline constexpr std::string_view reviews_columns = "CHILD,DOB,REVIEW,REVIEW_CODE\n";
inline constexpr std::string_view oc2_columns =
    "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
    "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n";
inline constexpr std::string_view oc3_columns = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n";
inline constexpr std::string_view ad1_columns =
    "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n";
inline constexpr std::string_view placed_columns =
    "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n";
inline constexpr std::string_view permanence_columns = "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n";
inline constexpr std::string_view missing_columns = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";
inline constexpr std::string_view workers_columns = "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n";
inline constexpr std::string_view liberty_columns = "CHILD,DOB,DOLO_START,DOLO_END\n";

/// The names of the children that were read, in order: `A B C`.
inline std::string children_of(const Reading& reading) {
    std::string names;
    for (care::Records::ChildNumber child = 0; child < reading.records().child_count(); ++child)
        names += (child == 0 ? "" : " ") + std::string(reading.records().name_of_child(child));
    return names;
}

/// The most memory that the process has taken so far, in bytes.
inline std::size_t peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

/// An episode of a child that began on 1 June 2022 and is open.
inline std::string open_episode(const std::string& child) {
    return child + ",01/06/2022,S,V2,N1,U4,PR1,,,,,,\n";
}

inline std::string operator+(std::string_view columns, const std::string& rows) {
    return std::string(columns) + rows;
}

} // namespace indicare::tests
