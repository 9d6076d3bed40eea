#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace indicare::io {

/// How much of one record a scanner is prepared to take; it never holds more than this.
struct CsvLimits {
    std::size_t row_bytes = std::size_t{1} << 20; ///< Bytes of a record, its line end apart.
    std::size_t columns = 4096;                   ///< Fields of a record.
};

/// Why a record is not handed over as a row.
enum class CsvFault {
    unclosed_quote,   ///< A quoted field has no end within the text or within `row_bytes`.
    text_after_quote, ///< A closing quote is followed by something other than a separator.
    row_too_long,     ///< The record has more than `row_bytes` bytes.
    too_many_columns, ///< The record has more than `columns` fields.
};

/// Which machine code looks for separators; the rows are the same. What a machine does not run
/// falls back on the next one in this order.
enum class CsvCode { fastest, avx2, sse2, portable };

/// One record of the text. Valid only during the call that hands it over.
class CsvRow {
  public:
    CsvRow() = default;
    CsvRow(std::span<const std::string_view> fields, std::uint64_t line, std::uint64_t last_line)
        : fields_(fields), line_(line), last_line_(last_line) {}

    /// Line of the text, from 1, on which the record begins.
    [[nodiscard]] std::uint64_t line() const { return line_; }

    /// Line on which the record ends: later than `line()` if a quoted field has line ends in it.
    [[nodiscard]] std::uint64_t last_line() const { return last_line_; }

    /// Number of fields, at least 1.
    [[nodiscard]] std::size_t size() const { return fields_.size(); }

    /// Text of a field, from 0, without its quotes and with `""` made `"`; never trimmed.
    [[nodiscard]] std::string_view operator[](std::size_t field) const { return fields_[field]; }

    /// All fields in order.
    [[nodiscard]] std::span<const std::string_view> fields() const { return fields_; }

  private:
    std::span<const std::string_view> fields_;
    std::uint64_t line_ = 0;
    std::uint64_t last_line_ = 0;
};

/// Takes comma-separated text in pieces of any size and hands over its records in order.
///
/// The text is that of RFC 4180, a little wider: a line ends with LF, CRLF or CR, in any mixture; a
/// byte order mark at the very start is passed over; lines of no bytes are counted but are no rows;
/// a quote matters only as the first byte of a field, anywhere else it is text, as is NUL. Where
/// the pieces are cut never matters.
///
/// A broken record is no row: `fault(CsvFault, line, column, excerpt)` is called in its place, with
/// - `line`: where the quote was opened, for the two quote faults; where the record begins, for the
///   others (`std::uint64_t`);
/// - `column`: the field at which it was noticed, from 1 (`std::size_t`);
/// - `excerpt`: at most 40 bytes of one line from that quote, or from the start of the record,
/// valid
///   during the call (`std::string_view`). It may hold a child's data.
///
/// Scanning goes on with the line after the one on which the quote was opened, or on which the
/// record outgrew `row_bytes`, so that a stray quote costs one record and not the rest of the file.
/// After `too_many_columns` it goes on with the next record.
///
/// Rows that lie whole in a piece are read where they are; only a last, partial record is copied.
/// A record of more than 4 KiB that arrives in several pieces may be handed over with a later
/// piece. Memory: 16 bytes a field of the longest record; for text as needed, of the order of
/// `row_bytes` at most, however long the pieces. Time: linear in the text whatever it holds.
/// Nothing is allocated for a row once the buffers have grown. Bad text throws nothing; after an
/// exception from a callback, or for want of memory, the scanner can only be destroyed or assigned
/// to.
class CsvScanner {
  public:
    explicit CsvScanner(CsvLimits limits = {}, CsvCode code = CsvCode::fastest);
    CsvScanner(const CsvScanner&) = delete;
    CsvScanner& operator=(const CsvScanner&) = delete;
    CsvScanner(CsvScanner&&) noexcept;
    CsvScanner& operator=(CsvScanner&&) noexcept;
    ~CsvScanner();

    /// Takes the next piece of the text, calling `row(const CsvRow&)` for each record completed by
    /// it and `fault` for each broken one. The piece may go away afterwards.
    template <class Row, class Fault>
    void feed(std::string_view piece, Row&& row, Fault&& fault) {
        if (begin(piece))
            hand_over(row, fault);
    }

    /// Takes the end of the text: a last record without a line end is handed over. The scanner is
    /// then ready for another text.
    template <class Row, class Fault>
    void finish(Row&& row, Fault&& fault) {
        end();
        hand_over(row, fault);
        reset();
    }

    /// Whether the text so far ends with a record, so that the next byte begins another.
    [[nodiscard]] bool is_between_records() const;

    /// The line on which the next record begins; when that is not known yet, the one on which the
    /// record that is being read began.
    [[nodiscard]] std::uint64_t line() const;

    /// Counts so many lines more: those of text that something else has read.
    void pass_lines(std::uint64_t count);

  private:
    class Machine;
    enum class Found { nothing, row, fault };
    struct Broken {
        CsvFault fault = CsvFault::unclosed_quote;
        std::uint64_t line = 0;
        std::size_t column = 0;
        std::string_view excerpt;
    };

    template <class Row, class Fault>
    void hand_over(Row& row, Fault& fault) {
        for (;;) {
            switch (next()) {
            case Found::row:
                row(found_row());
                break;
            case Found::fault:
                fault(found_fault().fault, found_fault().line, found_fault().column,
                      found_fault().excerpt);
                break;
            case Found::nothing:
                return;
            }
        }
    }

    bool begin(std::string_view piece);
    void end();
    void reset();
    Found next();
    [[nodiscard]] const CsvRow& found_row() const;
    [[nodiscard]] const Broken& found_fault() const;

    std::unique_ptr<Machine> machine_;
};

} // namespace indicare::io
