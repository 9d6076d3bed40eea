// Arrow columns: a table that comes in them is read as its rows are that come one by one; values
// that are malformed are refused.

#include <chrono>
#include <cmath>
#include <limits>
#include <optional>

#include "capi/arrow_batch.hpp"
#include "fuzz.hpp"
#include "io/reading.hpp"

using namespace indicare;
using fuzz::Input;
using tests::Batch;
using tests::Column;

namespace {

/// A column, and its values as a file would have them.
struct Made {
    Column column;
    std::vector<std::string> values;
};

/// The bytes of values and no more, so that what is read beyond them is found.
template <class T>
std::vector<char> exact_bytes(const std::vector<T>& values) {
    std::vector<char> bytes = tests::bytes_of(values);
    bytes.resize(values.size() * sizeof(T));
    return bytes;
}

std::string value_of(Input& input) {
    constexpr std::string_view usual[] = {
        "",   "A",  "B",   "C",          "01/06/2022", "2022-07-01", "31/03/2023", "S",
        "C2", "N1", "U4",  "PR1",        "E4A",        "X1",         "1",          "0",
        "12", "M",  "YES", "15/01/2010", "F1",         "B1",         "SW1",        "ASSIGN"};
    const std::size_t choice = input.below(32);
    return choice < std::size(usual) ? std::string(usual[choice])
                                     : std::string(input.text_of(input.below(40)));
}

std::vector<std::string> values_of(Input& input, std::size_t rows) {
    std::vector<std::string> values(rows);
    for (std::string& value : values)
        value = value_of(input);
    return values;
}

/// Text with ends of 32 or 64 bits. Some of the ends are broken, if asked for: they stay within the
/// text or before its beginning, since what is beyond it nobody can see.
template <class End>
Column text_column(Input& input, const std::vector<std::string>& values, bool is_broken) {
    Column column = tests::text<End>("", values);
    std::vector<End> ends(values.size() + 1);
    std::memcpy(ends.data(), column.buffers[1].data(), ends.size() * sizeof(End));
    const End size = ends.back();
    if (is_broken)
        for (End& end : ends)
            if (input.flag())
                end = static_cast<End>(static_cast<std::int64_t>(input.byte()) % (size + 3) - 2);
    column.buffers[1] = exact_bytes(ends);
    column.buffers[2].pop_back();
    return column;
}

Column view_column(Input& input, const std::vector<std::string>& values, bool is_broken) {
    constexpr std::size_t longest_in_place = 12;
    std::vector<std::int32_t> views;
    std::string apart;
    for (const std::string& value : values) {
        std::int32_t view[4] = {static_cast<std::int32_t>(value.size()), 0, 0, 0};
        if (value.size() <= longest_in_place) {
            std::memcpy(&view[1], value.data(), value.size());
        } else {
            view[3] = static_cast<std::int32_t>(apart.size());
            apart += value;
        }
        if (is_broken && input.flag())
            view[input.below(4)] = static_cast<std::int8_t>(input.byte());
        views.insert(views.end(), std::begin(view), std::end(view));
    }
    const std::vector<std::int64_t> sizes{static_cast<std::int64_t>(apart.size())};
    return {"",
            "vu",
            {{}, exact_bytes(views), {apart.begin(), apart.end()}, exact_bytes(sizes)},
            static_cast<std::int64_t>(values.size())};
}

Made dictionary_column(Input& input, std::size_t rows, bool is_broken) {
    const std::vector<std::string> all = values_of(input, 1 + input.below(5));
    Made made{{}, {}};
    std::vector<std::int16_t> indices;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t index = input.below(all.size());
        indices.push_back(static_cast<std::int16_t>(index));
        made.values.push_back(all[index]);
        if (is_broken && input.flag())
            indices.back() = static_cast<std::int8_t>(input.byte());
    }
    made.column = {"", "s", {{}, exact_bytes(indices)}, static_cast<std::int64_t>(rows)};
    made.column.dictionary = std::make_unique<Column>(text_column<std::int32_t>(input, all, false));
    return made;
}

template <class T>
Made whole_column(Input& input, const char* format, std::size_t rows) {
    Made made{{}, {}};
    std::vector<T> numbers;
    for (std::size_t row = 0; row < rows; ++row) {
        numbers.push_back(static_cast<T>(input.flag() ? input.number() : input.byte() % 50));
        made.values.push_back(std::to_string(numbers.back()));
    }
    made.column = {"", format, {{}, exact_bytes(numbers)}, static_cast<std::int64_t>(rows)};
    return made;
}

template <class T>
Made floating_column(Input& input, const char* format, std::size_t rows) {
    Made made{{}, {}};
    std::vector<T> numbers;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t whole = input.below(60);
        const std::size_t kind = input.below(3);
        numbers.push_back(kind == 0   ? std::numeric_limits<T>::quiet_NaN()
                          : kind == 1 ? static_cast<T>(whole)
                                      : static_cast<T>(whole) + T(0.5));
        made.values.push_back(kind == 0   ? ""
                              : kind == 1 ? std::to_string(whole)
                                          : std::to_string(whole) + ".5");
    }
    made.column = {"", format, {{}, exact_bytes(numbers)}, static_cast<std::int64_t>(rows)};
    return made;
}

Made boolean_column(Input& input, std::size_t rows) {
    Made made{{}, {}};
    std::vector<std::uint8_t> bits((rows + 7) / 8);
    for (std::size_t row = 0; row < rows; ++row) {
        const bool is_set = input.flag();
        made.values.emplace_back(is_set ? "1" : "0");
        if (is_set)
            bits[row / 8] = static_cast<std::uint8_t>(bits[row / 8] | 1U << row % 8);
    }
    made.column = {"", "b", {{}, exact_bytes(bits)}, static_cast<std::int64_t>(rows)};
    return made;
}

/// A day since 1970 as returns write it, where the calendar has it.
std::string day_text(std::int64_t days) {
    using namespace std::chrono;
    constexpr std::int64_t first = sys_days(year{1} / 1 / 1).time_since_epoch().count();
    constexpr std::int64_t last = sys_days(year{9999} / 12 / 31).time_since_epoch().count();
    if (days < first || days > last)
        return std::to_string(days);
    const year_month_day day{sys_days{std::chrono::days(days)}};
    char text[16];
    std::snprintf(text, sizeof text, "%02u/%02u/%04d", static_cast<unsigned>(day.day()),
                  static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
    return text;
}

/// A day around the years of the returns, or any.
std::int64_t day_of(Input& input) {
    return input.flag() ? 19'000 + std::int64_t{input.byte()}
                        : static_cast<std::int32_t>(input.number());
}

Made day_column(Input& input, std::size_t rows) {
    Made made{{}, {}};
    std::vector<std::int32_t> days;
    for (std::size_t row = 0; row < rows; ++row) {
        days.push_back(static_cast<std::int32_t>(day_of(input)));
        made.values.push_back(day_text(days.back()));
    }
    made.column = {"", "tdD", {{}, exact_bytes(days)}, static_cast<std::int64_t>(rows)};
    return made;
}

Made time_column(Input& input, std::size_t rows) {
    struct Unit {
        const char* format;
        std::int64_t a_day;
    };
    constexpr Unit units[] = {{"tdm", 86'400'000},
                              {"tss:", 86'400},
                              {"tsm:", 86'400'000},
                              {"tsu:", 86'400'000'000},
                              {"tsn:", 86'400'000'000'000}};
    const Unit& unit = units[input.below(std::size(units))];
    Made made{{}, {}};
    std::vector<std::int64_t> times;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t most = std::numeric_limits<std::int64_t>::max() / unit.a_day - 1;
        const std::int64_t day = std::clamp(day_of(input), -most, most);
        const std::int64_t later = input.byte() * (unit.a_day / 256);
        times.push_back(day * unit.a_day + later);
        made.values.push_back(day_text(day));
    }
    made.column = {"", unit.format, {{}, exact_bytes(times)}, static_cast<std::int64_t>(rows)};
    return made;
}

Made typed_column(Input& input, std::size_t rows, bool is_broken) {
    switch (input.below(20)) {
    case 0:
        return dictionary_column(input, rows, is_broken);
    case 1:
        return whole_column<std::int8_t>(input, "c", rows);
    case 2:
        return whole_column<std::uint8_t>(input, "C", rows);
    case 3:
        return whole_column<std::int16_t>(input, "s", rows);
    case 4:
        return whole_column<std::uint16_t>(input, "S", rows);
    case 5:
        return whole_column<std::int32_t>(input, "i", rows);
    case 6:
        return whole_column<std::uint32_t>(input, "I", rows);
    case 7:
        return whole_column<std::int64_t>(input, "l", rows);
    case 8:
        return whole_column<std::uint64_t>(input, "L", rows);
    case 9:
        return floating_column<float>(input, "f", rows);
    case 10:
        return floating_column<double>(input, "g", rows);
    case 11:
        return boolean_column(input, rows);
    case 12:
        return day_column(input, rows);
    case 13:
        return time_column(input, rows);
    case 14:
        return {{"", "n", {}, static_cast<std::int64_t>(rows)}, std::vector<std::string>(rows)};
    default:
        break;
    }
    const std::vector<std::string> values = values_of(input, rows);
    const std::size_t kind = input.below(4);
    return {kind == 0   ? text_column<std::int64_t>(input, values, is_broken)
            : kind == 1 ? view_column(input, values, is_broken)
                        : text_column<std::int32_t>(input, values, is_broken),
            values};
}

/// Makes some values missing, and the first of them no part of the column.
void narrow(Input& input, Made& made, std::size_t skipped) {
    const std::size_t rows = made.values.size();
    if (input.flag() && made.column.buffers.size() > 1) {
        std::vector<std::uint8_t> validity((rows + 7) / 8);
        for (std::size_t row = 0; row < rows; ++row) {
            const bool is_there = input.below(4) != 0;
            if (is_there)
                validity[row / 8] = static_cast<std::uint8_t>(validity[row / 8] | 1U << row % 8);
            else
                made.values[row].clear();
        }
        made.column.buffers[0] = exact_bytes(validity);
        made.column.null_count = -1; // not counted
    }
    made.values.erase(made.values.begin(),
                      made.values.begin() + static_cast<std::ptrdiff_t>(skipped));
    made.column.offset = static_cast<std::int64_t>(skipped);
    made.column.length = static_cast<std::int64_t>(rows - skipped);
}

std::vector<std::string> names_of(std::string_view header) {
    std::vector<std::string> names(1);
    for (const char character : header)
        if (character == ',')
            names.emplace_back();
        else if (character != '\n')
            names.back() += character;
    return names;
}

/// All that a session tells of what was read.
std::string told(const tests::Session& session, const char* table) {
    std::string all = std::string(table == nullptr ? "none" : table) + "\n";
    std::int64_t count = 0;
    fuzz::expect(indicare_finding_count(session, &count) == INDICARE_OK, "findings are counted");
    for (std::int64_t at = 0; at < count; ++at)
        all += tests::text(indicare_finding_as_text, tests::handle(session), at) + "\n";
    fuzz::expect(indicare_compute(session, 20230331) == INDICARE_OK, "no table is open");
    return all + tests::text(indicare_results_as_csv, tests::handle(session));
}

std::string told_of_rows(const std::vector<Made>& columns) {
    tests::Session session;
    std::vector<const char*> texts;
    std::vector<std::size_t> lengths;
    const auto add = [&](const std::string& text) {
        texts.push_back(text.data());
        lengths.push_back(text.size());
    };
    const auto count = static_cast<std::int64_t>(columns.size());
    for (const Made& made : columns)
        add(made.column.name);
    indicare_begin_rows(session, "arrow", 5, 2023, texts.data(), lengths.data(), count);
    for (std::size_t row = 0; row < columns.front().values.size(); ++row) {
        texts.clear();
        lengths.clear();
        for (const Made& made : columns)
            add(made.values[row]);
        indicare_add_row(session, texts.data(), lengths.data(), count);
    }
    const char* table = nullptr;
    indicare_end_table(session, &table);
    return told(session, table);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::string_view headers[] = {
        tests::header_columns,     tests::episodes_columns, tests::uasc_columns,
        tests::reviews_columns,    tests::oc2_columns,      tests::oc3_columns,
        tests::ad1_columns,        tests::placed_columns,   tests::missing_columns,
        tests::permanence_columns, tests::liberty_columns,  tests::workers_columns};
    Input input(data, size);
    const std::vector<std::string> names = names_of(headers[input.below(std::size(headers))]);
    const std::size_t rows = input.below(10);
    const std::size_t skipped = input.below(rows + 1);
    const bool is_broken = input.below(4) == 0;
    std::vector<Made> all;
    for (const std::string& name : names) {
        all.push_back(typed_column(input, rows, is_broken));
        all.back().column.name = name;
        narrow(input, all.back(), skipped);
    }
    const std::string by_rows = told_of_rows(all);

    std::vector<Column> columns;
    for (Made& made : all)
        columns.push_back(std::move(made.column));
    Batch batch(std::move(columns));
    tests::Session session;
    const char* table = nullptr;
    const indicare_status status = batch.read(session, &table);
    fuzz::expect(batch.released == 2, "what was given is released");
    fuzz::expect(status == INDICARE_OK || (is_broken && status == INDICARE_NOT_RECOGNISED),
                 "what is sound is read, and what is not refused");
    const std::string by_columns = told(session, table);
    if (!is_broken)
        fuzz::expect_equal(by_rows, by_columns, "columns are read as their rows are");
    return 0;
}
