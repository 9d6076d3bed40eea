#include "indicare/io/csv.hpp"

#include "csv_separators.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace indicare::io {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t small_piece = 4096;
constexpr std::size_t excerpt_bytes = 40;
constexpr std::size_t usual_columns = 63; ///< that there is room for from the start

/// What the end of the bytes at hand means for a record that reaches it.
enum class Ending { more_to_come, end_of_text, cut_short };

/// What stands before the next record and has to be passed over.
enum class Before { nothing, byte_order_mark, line_feed, rest_of_line };

/// What became of an attempt to read a record.
enum class Step { row, fault, blank_line, out_of_text };

/// The bytes in which a record may lie.
struct Extent {
    const char* end;
    Ending ending;
    const char* reach; // no separator from here on is worth looking for
};

/// A record as far as it has been read.
struct RowProgress {
    const char* field;      // where the text of the field begins
    std::uint64_t line;     // on which it ends
    std::size_t fields = 0; // before it
};

/// A quoted field.
struct Quotes {
    const char* open;
    std::uint64_t line;          // on which the field is opened
    std::uint64_t last_line;     // on which it is closed
    Separators separators;       // after it
    const char* close = nullptr; // if there is one
    bool doubled = false;        // whether there are doubled ones in between
};

std::size_t bytes_between(const char* begin, const char* end) {
    return static_cast<std::size_t>(end - begin);
}

bool ends_line(char byte) {
    return byte == '\n' || byte == '\r';
}

bool separates(char byte) {
    return byte == ',' || ends_line(byte);
}

bool is_ascii(char byte) {
    return static_cast<signed char>(byte) >= 0;
}

bool is_inside_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

CsvLimits within_reason(CsvLimits limits) {
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max() / 4;
    const std::size_t row_bytes = std::min(limits.row_bytes, most);
    return {row_bytes, std::min(limits.columns, row_bytes + 1)};
}

/// Finds the closing quote of the field that was just opened, counting the lines on the way.
Quotes find_close(const char* open, std::uint64_t line, Separators separators, Extent extent) {
    Quotes quotes{open, line, line, separators};
    while (const char* const at = quotes.separators.next(extent.reach)) {
        if (*at != '"') {
            if (*at == '\r' || (*at == '\n' && at[-1] != '\r'))
                ++quotes.last_line;
        } else if (at + 1 != extent.end && at[1] == '"') {
            quotes.separators.next(extent.end);
            quotes.doubled = true;
        } else {
            const bool undecided = at + 1 == extent.end && extent.ending == Ending::more_to_come;
            if (!undecided)
                quotes.close = at;
            break;
        }
    }
    return quotes;
}

} // namespace

/// The text at hand is [at_, end_): the piece itself or, until a record that began in an earlier
/// piece is complete, `carry_`, to which the piece is added bit by bit.
///
/// Why going back after a quote fault stays linear: between that quote and the place where its
/// fault was noticed there is no odd run of quotes (it would have closed the field). Read afresh, a
/// field there can open only with an even run, which closes it again at once. So the next quote
/// that can stay open stands beyond that place, and no stretch is gone back over for two quotes.
class CsvScanner::Machine {
  public:
    Machine(CsvLimits limits, CsvCode code)
        : limits_(within_reason(limits)), separators_(find_separators_by(code), places_),
          fields_(std::min(limits_.columns, usual_columns) + 1) {}
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    bool begin(std::string_view piece);
    void end();
    void reset();
    Found next();
    [[nodiscard]] bool is_between_records() const {
        return carry_.empty() && before_ == Before::nothing;
    }
    [[nodiscard]] std::uint64_t line() const { return line_; }
    void pass_lines(std::uint64_t count) { line_ += count; }
    [[nodiscard]] const CsvRow& row() const { return row_; }
    [[nodiscard]] const Broken& fault() const { return broken_; }

  private:
    void look_at(std::string_view text);
    bool more_text();
    bool top_up();

    bool pass_over();
    void pass_line_end(const char* where);
    bool pass_rest_of_line();

    void keep(std::size_t field, std::string_view text);
    [[nodiscard]] Extent extent(const char* end, Ending ending) const;
    [[nodiscard]] bool overlong(const char* stop) const;
    bool plain_record();
    Step record(Extent extent);
    Step ran_out(Extent extent, RowProgress progress, const char* stop);
    Step whole_record(RowProgress progress, const char* stop);
    Step overlong_record();
    Step unclosed(Extent extent, RowProgress progress, const Quotes& quotes);
    Step text_after(RowProgress progress, const Quotes& quotes);
    Step broken(const Broken& broken, const char* go_on_after, std::uint64_t line);

    void undouble_quotes(std::size_t record_bytes);
    [[nodiscard]] std::string_view excerpt(const char* from, const char* to) const;

    CsvLimits limits_;
    Ending ending_ = Ending::more_to_come;
    Before before_ = Before::byte_order_mark;
    std::uint64_t line_ = 1;
    const char* at_ = nullptr; // start of the next record
    const char* end_ = nullptr;
    std::string_view piece_;  // what of the piece is not in carry_
    std::size_t carried_ = 0; // bytes of carry_ that are from earlier pieces
    std::size_t enough_ = 0;  // bytes carry_ must have before it is worth reading again
    std::string carry_;

    SeparatorPlaces places_;
    Separators separators_;
    std::vector<std::string_view> fields_; // as many as were needed so far, and one beyond a limit
    std::vector<std::size_t> doubled_;     // fields with doubled quotes
    std::string undoubled_;                // their text
    CsvRow row_;
    Broken broken_;
};

// ---- pieces ----

bool CsvScanner::Machine::begin(std::string_view piece) {
    piece_ = piece;
    carried_ = carry_.size();
    if (!carry_.empty())
        return top_up();
    look_at(piece);
    return !piece.empty();
}

void CsvScanner::Machine::end() {
    piece_ = {};
    ending_ = Ending::end_of_text;
    look_at(carry_);
}

void CsvScanner::Machine::reset() {
    carry_.clear();
    line_ = 1;
    ending_ = Ending::more_to_come;
    before_ = Before::byte_order_mark;
}

void CsvScanner::Machine::look_at(std::string_view text) {
    at_ = text.data();
    end_ = text.data() + text.size();
    separators_.start(at_, end_);
}

/// Looks at more of the piece together with the record that is not complete, or else keeps that
/// record for the next piece.
bool CsvScanner::Machine::more_text() {
    if (ending_ == Ending::end_of_text)
        return false;
    const std::size_t left = bytes_between(at_, end_);
    enough_ = left <= small_piece ? 0 : std::min(2 * left, limits_.row_bytes + 1);
    if (carry_.empty()) {
        carry_.assign(at_, left);
        return false;
    }
    const std::size_t done = carry_.size() - left;
    if (done < carried_) {
        carried_ -= done;
        carry_.erase(0, done);
        return top_up();
    }
    carry_.clear();
    look_at({piece_.data() - left, piece_.size() + left});
    return at_ != end_;
}

/// Adds as much of the piece to the carry as the carry has already, but no more than it takes to
/// know what the record is.
bool CsvScanner::Machine::top_up() {
    const std::size_t missing = limits_.row_bytes + 1 - std::min(carry_.size(), limits_.row_bytes);
    const std::size_t wanted = std::max(small_piece, std::min(carry_.size(), missing));
    const std::string_view added = piece_.substr(0, wanted);
    carry_.append(added);
    piece_.remove_prefix(added.size());
    look_at(carry_);
    return !added.empty() && carry_.size() >= enough_;
}

// ---- between records ----

/// False if the text at hand ends before the next record is reached.
bool CsvScanner::Machine::pass_over() {
    const std::string_view text(at_, bytes_between(at_, end_));
    if (text.empty())
        return false;
    if (before_ == Before::rest_of_line)
        return pass_rest_of_line();
    if (before_ == Before::byte_order_mark) {
        const bool undecided = text.size() < byte_order_mark.size() &&
                               byte_order_mark.starts_with(text) && ending_ == Ending::more_to_come;
        if (undecided)
            return false;
        if (text.starts_with(byte_order_mark))
            at_ += byte_order_mark.size();
    } else if (text.front() == '\n') {
        ++at_;
    }
    before_ = Before::nothing;
    separators_.start(at_, end_);
    return true;
}

bool CsvScanner::Machine::pass_rest_of_line() {
    at_ = std::find_if(at_, end_, ends_line);
    if (at_ == end_)
        return false;
    before_ = Before::nothing;
    pass_line_end(at_);
    separators_.start(at_, end_);
    return true;
}

void CsvScanner::Machine::pass_line_end(const char* where) {
    ++line_;
    at_ = where + 1;
    if (*where == '\n')
        return;
    if (at_ == end_) {
        before_ = Before::line_feed;
    } else if (*at_ == '\n') {
        ++at_;
    }
}

// ---- records ----

CsvScanner::Found CsvScanner::Machine::next() {
    for (;;) {
        const bool ready = at_ != end_ && (before_ == Before::nothing || pass_over());
        if (ready && plain_record())
            return Found::row;
        switch (ready ? record(extent(end_, ending_)) : Step::out_of_text) {
        case Step::row:
            return Found::row;
        case Step::fault:
            return Found::fault;
        case Step::blank_line:
            break;
        case Step::out_of_text:
            if (!more_text())
                return Found::nothing;
        }
    }
}

/// Keeps the text of a field; those beyond the limit share one place.
void CsvScanner::Machine::keep(std::size_t field, std::string_view text) {
    field = std::min(field, limits_.columns);
    if (field >= fields_.size())
        fields_.resize(std::min(2 * fields_.size(), limits_.columns + 1));
    fields_[field] = text;
}

Extent CsvScanner::Machine::extent(const char* end, Ending ending) const {
    return {end, ending, overlong(end) ? at_ + limits_.row_bytes + 1 : end};
}

bool CsvScanner::Machine::overlong(const char* stop) const {
    return bytes_between(at_, stop) > limits_.row_bytes;
}

/// Reads a record without quotes whose separators are all known already, as nearly every one is.
/// False, with nothing done, for any other.
bool CsvScanner::Machine::plain_record() {
    const std::span<const std::uint16_t> known = separators_.known();
    const char* const stretch = separators_.stretch();
    const std::size_t most = std::min(known.size(), fields_.size() - 1);
    std::string_view* const fields = fields_.data();
    const char* field = at_;
    const char* stop = nullptr;
    std::size_t count = 0;
    do {
        if (count == most)
            return false;
        stop = stretch + known[count];
        fields[count++] = {field, bytes_between(field, stop)};
        field = stop + 1;
    } while (*stop == ',');
    const bool by_two = *stop == '\r' && count != known.size() && *field == '\n';
    if (!(by_two || *stop == '\n') || stop == at_ || overlong(stop))
        return false;
    row_ = CsvRow({fields, count}, line_, line_);
    separators_.pass(count + (by_two ? 1 : 0));
    at_ = field + (by_two ? 1 : 0);
    ++line_;
    return true;
}

Step CsvScanner::Machine::record(Extent extent) {
    Separators separators = separators_;
    RowProgress progress{at_, line_};
    doubled_.clear();
    for (;;) {
        const char* at = separators.next(extent.reach);
        if (at == nullptr)
            return ran_out(extent, progress, extent.end);
        const char* stop = at;
        if (*at == '"') {
            if (at != progress.field)
                continue;
            const Quotes quotes = find_close(at, progress.line, separators, extent);
            if (quotes.close == nullptr)
                return unclosed(extent, progress, quotes);
            if (quotes.doubled && progress.fields < limits_.columns)
                doubled_.push_back(progress.fields);
            progress.field = quotes.open + 1;
            progress.line = quotes.last_line;
            separators = quotes.separators;
            stop = quotes.close;
            at = stop + 1;
            if (at == extent.end)
                return ran_out(extent, progress, stop);
            if (!separates(*at))
                return text_after(progress, quotes);
            separators.next(extent.end);
        }
        keep(progress.fields++, {progress.field, bytes_between(progress.field, stop)});
        progress.field = at + 1;
        if (*at == ',')
            continue;
        if (*at == '\r' && at + 1 != extent.end && at[1] == '\n')
            separators.next(extent.end);
        separators_ = separators;
        return whole_record(progress, at);
    }
}

/// There is no separator after the field that ends at `stop`.
Step CsvScanner::Machine::ran_out(Extent extent, RowProgress progress, const char* stop) {
    if (extent.ending == Ending::cut_short) {
        return broken(
            {CsvFault::row_too_long, line_, progress.fields + 1, excerpt(at_, extent.end)},
            extent.end, progress.line);
    }
    if (overlong(extent.end))
        return overlong_record();
    if (extent.ending == Ending::more_to_come || at_ == extent.end)
        return Step::out_of_text;
    keep(progress.fields++, {progress.field, bytes_between(progress.field, stop)});
    return whole_record(progress, extent.end);
}

/// The record ends at `stop`, with a line end or with the text.
Step CsvScanner::Machine::whole_record(RowProgress progress, const char* stop) {
    if (overlong(stop))
        return overlong_record();
    const char* const begin = at_;
    const std::uint64_t line = line_;
    at_ = stop;
    line_ = progress.line;
    if (stop != end_)
        pass_line_end(stop);
    if (begin == stop)
        return Step::blank_line;
    if (progress.fields > limits_.columns) {
        broken_ = {CsvFault::too_many_columns, line, limits_.columns + 1, excerpt(begin, stop)};
        return Step::fault;
    }
    if (!doubled_.empty())
        undouble_quotes(bytes_between(begin, stop));
    row_ = CsvRow({fields_.data(), progress.fields}, line, progress.line);
    return Step::row;
}

/// Reads the record again, but only as much of it as is allowed, to tell what is wrong with it.
Step CsvScanner::Machine::overlong_record() {
    const char* const end = at_ + limits_.row_bytes;
    separators_.start(at_, end);
    return record(extent(end, Ending::cut_short));
}

Step CsvScanner::Machine::unclosed(Extent extent, RowProgress progress, const Quotes& quotes) {
    if (overlong(extent.end))
        return overlong_record();
    if (extent.ending == Ending::more_to_come)
        return Step::out_of_text;
    return broken({CsvFault::unclosed_quote, quotes.line, progress.fields + 1,
                   excerpt(quotes.open, extent.end)},
                  quotes.open, quotes.line);
}

Step CsvScanner::Machine::text_after(RowProgress progress, const Quotes& quotes) {
    const char* const after = quotes.close + 1;
    if (overlong(after + 1))
        return overlong_record();
    return broken({CsvFault::text_after_quote, quotes.line, progress.fields + 1,
                   excerpt(quotes.open, after + (is_ascii(*after) ? 1 : 0))},
                  quotes.open, quotes.line);
}

Step CsvScanner::Machine::broken(const Broken& broken, const char* go_on_after,
                                 std::uint64_t line) {
    broken_ = broken;
    at_ = go_on_after;
    line_ = line;
    before_ = Before::rest_of_line;
    return Step::fault;
}

// ---- fields ----

void CsvScanner::Machine::undouble_quotes(std::size_t record_bytes) {
    undoubled_.clear();
    undoubled_.reserve(record_bytes);
    for (const std::size_t field : doubled_) {
        const std::size_t begin = undoubled_.size();
        for (std::string_view rest = fields_[field]; !rest.empty();) {
            const std::size_t piece = std::min(rest.find('"'), rest.size() - 1) + 1;
            undoubled_.append(rest, 0, piece);
            rest.remove_prefix(std::min(piece + 1, rest.size()));
        }
        fields_[field] = std::string_view(undoubled_).substr(begin);
    }
}

std::string_view CsvScanner::Machine::excerpt(const char* from, const char* to) const {
    const char* stop = std::find_if(from, std::min(to, from + excerpt_bytes), ends_line);
    while (stop != from && !is_ascii(stop[-1]) && stop != end_ && is_inside_character(*stop))
        --stop;
    return {from, bytes_between(from, stop)};
}

// ---- the scanner ----

CsvScanner::CsvScanner(CsvLimits limits, CsvCode code)
    : machine_(std::make_unique<Machine>(limits, code)) {}
CsvScanner::CsvScanner(CsvScanner&&) noexcept = default;
CsvScanner& CsvScanner::operator=(CsvScanner&&) noexcept = default;
CsvScanner::~CsvScanner() = default;

bool CsvScanner::begin(std::string_view piece) {
    return machine_->begin(piece);
}
void CsvScanner::end() {
    machine_->end();
}
void CsvScanner::reset() {
    machine_->reset();
}
bool CsvScanner::is_between_records() const {
    return machine_->is_between_records();
}
std::uint64_t CsvScanner::line() const {
    return machine_->line();
}
void CsvScanner::pass_lines(std::uint64_t count) {
    machine_->pass_lines(count);
}
CsvScanner::Found CsvScanner::next() {
    return machine_->next();
}
const CsvRow& CsvScanner::found_row() const {
    return machine_->row();
}
const CsvScanner::Broken& CsvScanner::found_fault() const {
    return machine_->fault();
}

} // namespace indicare::io
