// Lists of populations, of postcodes and of statistical neighbours: each row is used, and then a
// look-up gives what it states, or a finding says that it is not; line ends make no difference.

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "fuzz.hpp"
#include "indicare/io/csv.hpp"
#include "indicare/io/neighbours_file.hpp"
#include "indicare/io/population_file.hpp"
#include "indicare/io/postcodes.hpp"

using namespace indicare;

namespace {

std::string without(std::string_view characters, std::string_view text) {
    std::string out;
    for (const char character : text)
        if (characters.find(character) == std::string_view::npos)
            out += character;
    return out;
}

std::string in_capitals(std::string_view text) {
    std::string out(text);
    for (char& character : out)
        if (character >= 'a' && character <= 'z')
            character = static_cast<char>(character - 'a' + 'A');
    return out;
}

/// A field without blanks and tabs at both ends.
std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

/// A number from 0 to `most`, of up to 18 digits; nothing for any other text.
std::optional<std::int64_t> number(const std::string& text, std::int64_t most) {
    const bool is_one = !text.empty() && text.size() <= 18 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    const std::optional value = is_one ? std::optional(std::stoll(text)) : std::nullopt;
    return value && *value <= most ? std::optional<std::int64_t>(*value) : std::nullopt;
}

/// The rows of a text, and the lines on which those begin that are no CSV.
struct Table {
    struct Row {
        std::uint64_t line;
        std::vector<std::string> fields;
    };

    explicit Table(std::string_view text) {
        io::CsvScanner scanner;
        const auto take = [this](const io::CsvRow& row) {
            spans_lines = spans_lines || row.last_line() > row.line();
            Row& added = rows.emplace_back(Row{row.line(), {}});
            for (const std::string_view field : row.fields())
                added.fields.push_back(trimmed(field));
        };
        const auto take_fault = [this](io::CsvFault, std::uint64_t line, auto&&...) {
            broken.insert(line);
        };
        scanner.feed(text, take, take_fault);
        scanner.finish(take, take_fault);
    }

    /// The columns' places by their names; nothing where one is missing.
    std::optional<std::vector<std::size_t>> columns(const std::vector<std::string>& names) const {
        std::vector<std::size_t> places;
        for (const std::string& name : names) {
            std::size_t at = 0;
            while (!rows.empty() && at < rows[0].fields.size() &&
                   in_capitals(rows[0].fields[at]) != name)
                ++at;
            if (rows.empty() || at == rows[0].fields.size())
                return std::nullopt;
            places.push_back(at);
        }
        return places;
    }

    std::vector<Row> rows; ///< the first of which names the columns
    std::multiset<std::uint64_t> broken;
    bool spans_lines = false; ///< a row has a line end in it
};

/// What a list is read as, row by row.
class Reading {
  public:
    Reading(std::string_view text, const quality::Findings& findings, bool is_read,
            const std::vector<std::string>& columns)
        : table_(text) {
        const auto places = table_.columns(columns);
        fuzz::expect(is_read == places.has_value(),
                     "what has the columns is read, and nothing else");
        std::multiset<std::uint64_t> lines;
        for (const quality::Finding& finding : findings.kept()) {
            fuzz::expect(finding.file == "list.csv", "a finding names the file");
            told += quality::to_text(finding) + "\n";
            lines.insert(finding.line);
        }
        fuzz::expect(findings.count() == lines.size(), "all findings are kept");
        for (const std::uint64_t line : table_.broken)
            take(lines, line, "what is no row is a finding");
        if (!is_read)
            take(lines, 1, "what is not read is a finding");
        else
            places_ = *places;
        refused_ = std::move(lines);
    }

    /// Hands each row that can be read as one to `take(row, is_refused)`: its fields in the order
    /// of the columns.
    template <class Take>
    void each_row(Take&& take) {
        for (std::size_t at = 1; at < table_.rows.size() && !places_.empty(); ++at) {
            const Table::Row& row = table_.rows[at];
            const bool is_refused = refused_.count(row.line) > 0;
            if (const auto fields = fields_of(row))
                take(*fields, is_refused);
            else
                fuzz::expect(is_refused, "a row of more or fewer fields is a finding");
            refused_.erase(row.line);
        }
        fuzz::expect(refused_.empty(), "every finding is about a line of the text");
    }

    std::string told; ///< what was read, and the findings

  private:
    static void take(std::multiset<std::uint64_t>& lines, std::uint64_t line,
                     std::string_view law) {
        const auto at = lines.find(line);
        fuzz::expect(at != lines.end(), law);
        lines.erase(at);
    }

    std::optional<std::vector<std::string>> fields_of(const Table::Row& row) const {
        std::vector<std::string> fields;
        for (std::size_t at = table_.rows[0].fields.size(); at < row.fields.size(); ++at)
            if (!row.fields[at].empty())
                return std::nullopt;
        for (const std::size_t place : places_) {
            if (place >= row.fields.size())
                return std::nullopt;
            fields.push_back(row.fields[place]);
        }
        return fields;
    }

    Table table_;
    std::vector<std::size_t> places_;
    std::multiset<std::uint64_t> refused_; ///< lines of findings about rows
};

using Columns = std::vector<std::string>;

/// Of an authority and year the population that the file states first, and which stands.
class Populations {
  public:
    explicit Populations(const scorecard::Populations& read) : read_(read) {}

    bool contradict(const std::string& authority, std::int64_t year, std::int64_t people) const {
        const auto at = first_.find({authority, year});
        return at != first_.end() && at->second != people;
    }

    void state(const std::string& authority, std::int64_t year, std::int64_t people) {
        first_.try_emplace({authority, year}, people);
        const auto all = read_.all_of(authority);
        const auto at = all.find(static_cast<int>(year));
        fuzz::expect(at != all.end() && at->second == people, "the population stated first stands");
    }

    std::string told() const {
        std::string text;
        for (const auto& [of, people] : first_)
            text +=
                of.first + "|" + std::to_string(of.second) + "|" + std::to_string(people) + "\n";
        return text;
    }

  private:
    const scorecard::Populations& read_;
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> first_;
};

constexpr std::int64_t last_year = 9998;
constexpr std::int64_t most_people = 999'999'999;

std::string populations(std::string_view text) {
    scorecard::Populations read;
    quality::Findings findings(text.size() + 1);
    const bool is_read = io::read_populations(text, "list.csv", read, findings);
    const bool of_estimates = Table(text).columns({"POPULATION_ESTIMATE"}).has_value();
    const Columns plain = {"YEAR", "POPULATION", "AUTHORITY"};
    const Columns estimates = {"TIME_PERIOD", "POPULATION_ESTIMATE", "OLD_LA_CODE", "NEW_LA_CODE",
                               "LA_NAME"};
    Reading reading(text, findings, is_read, of_estimates ? estimates : plain);
    Populations stated(read);
    reading.each_row([&](const std::vector<std::string>& row, bool is_refused) {
        if (of_estimates && ((row[2].empty() && row[3].empty()) || row[1] == "x" || row[1] == "-"))
            return fuzz::expect(!is_refused, "what is of no authority is passed over");
        const auto year = number(row[0], last_year);
        const auto people = number(row[1], most_people);
        if (!year || !people)
            return fuzz::expect(is_refused, "a row without its numbers is a finding");
        const std::int64_t of = *year + (of_estimates ? 1 : 0);
        std::vector<std::string> names(row.begin() + 2, row.end());
        if (of_estimates)
            std::erase(names, "");
        const bool contradicts = std::any_of(names.begin(), names.end(), [&](const auto& name) {
            return stated.contradict(name, of, *people);
        });
        fuzz::expect(is_refused == contradicts, "what contradicts an earlier row is a finding");
        for (const std::string& name : names)
            if (!contradicts)
                stated.state(name, of, *people);
    });
    fuzz::expect(read.is_empty() == stated.told().empty(), "nothing else is read");
    return reading.told + stated.told();
}

struct Place {
    std::string as_written;
    std::int64_t easting;
    std::int64_t northing;
    std::string authority;
};

/// 20.05 miles of 1609.3 metres, which would be printed as 20.1 miles.
bool is_far(const Place& one, const Place& other) {
    return std::hypot(one.easting - other.easting, one.northing - other.northing) > 32'266.465;
}

void expect_found(io::PostcodeList& list, const Place& home, const Place& placed) {
    using enum care::Whereabouts;
    const bool far = is_far(home, placed);
    fuzz::expect(list.look_up(home.as_written, placed.as_written, "") ==
                     (far ? outside_far : outside_near),
                 "a distance is that of the places");
    if (placed.authority.empty())
        return;
    fuzz::expect(list.look_up(home.as_written, placed.as_written, placed.authority) ==
                     (far ? in_area_far : in_area_near),
                 "a place is in its authority");
    fuzz::expect(list.look_up("", placed.as_written, placed.authority + "!") ==
                     outside_distance_unknown,
                 "and outside of any other");
}

/// Whether no row before says that the postcode is elsewhere.
bool states_first(std::map<std::string, Place>& places, const std::string& postcode,
                  const Place& place) {
    const Place& first = places.try_emplace(postcode, place).first->second;
    return first.easting == place.easting && first.northing == place.northing &&
           in_capitals(first.authority) == in_capitals(place.authority);
}

std::string postcodes(std::string_view text) {
    constexpr std::int64_t furthest = 1'500'000;
    io::PostcodeList list;
    quality::Findings findings(text.size() + 1);
    const bool is_read = list.read(text, "list.csv", findings);
    Reading reading(text, findings, is_read, {"POSTCODE", "EASTING", "NORTHING", "LA"});
    std::map<std::string, Place> places;
    reading.each_row([&](const std::vector<std::string>& row, bool is_refused) {
        const auto easting = number(row[1], furthest);
        const auto northing = number(row[2], furthest);
        const std::string postcode = in_capitals(without(" ", row[0]));
        const bool is_place = !postcode.empty() && easting && northing;
        const bool stands =
            is_place && states_first(places, postcode, {row[0], *easting, *northing, row[3]});
        fuzz::expect(is_refused == !stands, "a row is used, or a finding");
    });
    fuzz::expect(list.is_empty() == places.empty(), "nothing else is read");
    const Place* before = nullptr;
    for (const auto& [postcode, place] : places) {
        expect_found(list, before == nullptr ? place : *before, place);
        before = &place;
        reading.told += postcode + " of " + place.authority + "\n";
    }
    fuzz::expect(list.look_up("", " ", "") == care::Whereabouts::placement_unknown,
                 "a blank postcode is nowhere");
    return reading.told;
}

/// The neighbours that a row states; nothing where it cannot be used.
std::optional<std::vector<std::string>> neighbours_in(const std::vector<std::string>& row) {
    const auto is_code = [](const std::string& text) {
        return text.size() == 3 && number(text, 999).has_value();
    };
    if (!is_code(row[0]))
        return std::nullopt;
    std::vector<std::string> neighbours;
    for (std::size_t at = 1; at < row.size(); ++at) {
        if (row[at].empty() || row[at] == "-")
            continue;
        if (!is_code(row[at]) || row[at] == row[0])
            return std::nullopt;
        neighbours.push_back(row[at]);
    }
    return neighbours;
}

Columns neighbours_columns(bool newer) {
    Columns columns = {newer ? "OLD_LA_CODE" : "LA NUMBER"};
    for (int nth = 1; nth <= 10; ++nth)
        columns.push_back((newer ? "SN_" : "SN") + std::to_string(nth));
    return columns;
}

std::string neighbours(std::string_view text) {
    quality::Findings findings(text.size() + 1);
    const auto list = io::read_neighbours(text, "list.csv", 2025, findings);
    fuzz::expect(!list || (io::is_of_neighbours(text) && list->edition() == 2025),
                 "what is read is told to be a list");
    const bool newer = Table(text).columns({"SN_10"}).has_value();
    Reading reading(text, findings, list.has_value(), neighbours_columns(newer));
    std::set<std::string> authorities;
    reading.each_row([&](const std::vector<std::string>& row, bool is_refused) {
        if (row[0].empty())
            return fuzz::expect(!is_refused, "a heading is passed over");
        const auto stated = neighbours_in(row);
        const bool is_used = stated && authorities.insert(row[0]).second;
        fuzz::expect(is_refused == !is_used, "a row is used, or a finding");
        if (!is_used)
            return;
        const auto read = list->of(row[0]);
        fuzz::expect(std::equal(read.begin(), read.end(), stated->begin(), stated->end()),
                     "neighbours are those that the row states, in their order");
    });
    fuzz::expect(!list || list->size() == authorities.size(), "nothing else is read");
    return reading.told;
}

std::string with_line_ends(std::string_view text, std::string_view end) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = text[at] == '\n' || text[at] == '\r';
        if (text.substr(at, 2) == "\r\n")
            ++at;
        out += ends ? end : text.substr(at, 1);
    }
    return out;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    constexpr std::string (*lists[])(std::string_view) = {populations, postcodes, neighbours};
    const auto told = lists[input.below(3)];
    const std::string text(input.rest());
    const std::string read = told(text);
    if (Table(text).spans_lines)
        return 0;
    for (const std::string_view end : {"\n", "\r\n", "\r"})
        fuzz::expect_equal(read, told(with_line_ends(text, end)), "line ends make no difference");
    return 0;
}
