// The tables of the return: records, findings and figures do not depend on the pieces in which a
// table comes, nor on whether it comes as text or as rows.

#include "fuzz.hpp"
#include "indicare/io/counting.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "io/reading.hpp"
#include "table_columns.hpp"

using namespace indicare;
using tests::Reading;

namespace {

/// The first row; none where the input's own text begins with it.
std::string_view columns_of(std::size_t table) {
    const std::size_t number = table % (1 + fuzz::table_columns.size());
    return number == 0 ? std::string_view() : fuzz::table_columns[number - 1];
}

io::ReadingOptions options_of(std::uint8_t choice) {
    io::ReadingOptions options;
    options.longitudinal = (choice & 1U) != 0;
    options.checks = (choice & 2U) != 0;
    options.authority = (choice & 4U) != 0 ? "831" : "";
    options.limits.row_bytes = (choice & 8U) != 0 ? 1000 : options.limits.row_bytes;
    options.findings_kept = (choice & 16U) != 0 ? 2 : options.findings_kept;
    return options;
}

/// The scorecards of what was read, for which its returns are ended.
std::string figures_of(Reading& reading) {
    reading.reader().end_returns();
    scorecard::Request request;
    request.as_at = {care::Date::of(2022, 3, 31), care::Date::of(2023, 3, 31)};
    const auto all = io::scorecards(reading.reader(), request);
    for (const scorecard::Scorecard& one : all)
        for (const scorecard::Figure& figure : one.figures)
            if (figure.is_available() && figure.definition().unit == indicators::Unit::percent)
                fuzz::expect(figure.numerator() >= 0 && figure.numerator() <= figure.denominator(),
                             "who is counted is among whom is counted among");
    return io::to_csv(all);
}

std::string all_of(Reading& reading, std::optional<care::Table> table) {
    const std::string read =
        (table ? std::string(care::name_of(*table)) : "none") + "\n" + reading.all_as_text();
    return read + figures_of(reading) + reading.findings_as_text();
}

/// The same from the rows of a scanner; nothing where the text has faults, which rows cannot have.
std::optional<std::string> all_by_rows(std::string_view text, const io::ReadingOptions& options) {
    Reading reading(options);
    reading.reader().begin_table("table.csv", 2023);
    io::CsvScanner scanner(options.limits);
    bool is_faulty = false;
    const auto row = [&](const io::CsvRow& taken) { reading.reader().take(taken); };
    const auto fault = [&](auto&&...) { is_faulty = true; };
    scanner.feed(text, row, fault);
    scanner.finish(row, fault);
    const auto table = reading.reader().end_table();
    return is_faulty ? std::nullopt : std::optional(all_of(reading, table));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const std::string_view columns = columns_of(input.byte());
    const io::ReadingOptions options = options_of(input.byte());
    const std::size_t longest = 1 + input.below(100);
    const std::string text = std::string(columns) + std::string(input.rest());

    Reading whole(options);
    const auto table = whole.table(text);
    const std::string all = all_of(whole, table);

    Reading in_pieces(options);
    const auto again = in_pieces.pieces(fuzz::pieces_of(text, longest));
    fuzz::expect_equal(all, all_of(in_pieces, again), "where the pieces are cut never matters");

    if (const auto by_rows = all_by_rows(text, options))
        fuzz::expect_equal(all, *by_rows, "rows are read as their text is");
    return 0;
}
