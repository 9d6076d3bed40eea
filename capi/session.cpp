#include "session.hpp"

#include <algorithm>
#include <utility>

#include "indicare/io/claim_texts.hpp"
#include "indicare/io/counting.hpp"
#include "indicare/io/population_file.hpp"
#include "indicare/quality/finding.hpp"
#include "refusal.hpp"

namespace indicare::capi {

namespace {

constexpr std::int64_t most_people = 999'999'999;

/// Refuses a day that no record could hold.
void expect_recordable(care::Date as_at) {
    if (as_at < care::first_recordable || as_at > care::last_recordable)
        throw Refusal(INDICARE_OUT_OF_RANGE, "as_at: expected a day from 19000101 to 20790605");
}

} // namespace

void Session::expect_no_open_table() const {
    if (open_ == Open::xml)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "a return in XML is open; expected indicare_end_xml before this call");
    if (open_ != Open::nothing)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "a table is open; expected indicare_end_table before this call");
}

void Session::expect_no_open_child() const {
    expect_no_open_table();
    if (child_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "a child is open; expected indicare_end_child before this call");
}

void Session::expect_open(Open open) const {
    constexpr std::string_view expected[] = {
        "", "no table is open; expected indicare_begin_table first",
        "no table of rows is open; expected indicare_begin_rows first",
        "no return in XML is open; expected indicare_begin_xml first"};
    if (open_ != open)
        throw Refusal(INDICARE_WRONG_ORDER, std::string(expected[static_cast<std::size_t>(open)]));
}

void Session::expect_returns() const {
    expect_no_open_child();
    if (!any_table_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "no table was read; expected indicare_begin_table, indicare_feed and "
                      "indicare_end_table first");
}

io::ReturnReader& Session::returns() {
    reader_->end_returns();
    return *reader_;
}

io::ReturnReader& Session::changing_reader() {
    discard_results();
    if (!reader_)
        reader_.emplace(options_);
    discard_findings_of_histories();
    return *reader_;
}

void Session::discard_findings_of_histories() {
    if (findings_of_reading_)
        reader_->findings() = *std::exchange(findings_of_reading_, std::nullopt);
}

void Session::discard_results() {
    results_.reset();
    live_.reset();
    explained_.reset();
    compared_.reset();
}

void Session::add_findings(quality::Findings found) {
    if (!findings_besides_)
        findings_besides_.emplace(new_findings());
    findings_besides_->take(std::move(found), [](const quality::Finding&) {});
}

void Session::give_postcodes(const std::string& file, std::string_view text) {
    if (any_table_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "a table was begun; postcodes are expected before the first table");
    if (!postcodes_.read(text, file, changing_reader().findings()))
        throw Refusal(INDICARE_NOT_RECOGNISED,
                      "text: expected CSV with the columns postcode, easting, northing, la");
    request_.postcodes_given = true;
    request_.area_named = !options_.area.empty();
}

void Session::give_populations(const std::string& file, std::string_view text) {
    expect_no_open_child();
    if (!io::read_populations(text, file, request_.populations, changing_reader().findings()))
        throw Refusal(INDICARE_NOT_RECOGNISED,
                      "text: expected CSV with the columns authority, year, population, or the ONS "
                      "mid-year estimates");
}

void Session::give_population(std::string_view authority, std::int32_t year, std::int64_t people) {
    expect_no_open_child();
    expect_within("year", year, care::PackedYear::first, care::last_recordable.reporting_year());
    expect_within("people", people, 0, most_people);
    discard_results();
    request_.populations.add(authority, year, people);
}

template <class Begin>
void Session::begin(Open open, std::int32_t year, Begin&& begin) {
    expect_no_open_table();
    if (!options_.longitudinal)
        expect_within("year", year, care::PackedYear::first, care::PackedYear::last);
    else if (year != 0)
        throw Refusal(INDICARE_OUT_OF_RANGE, "year: expected 0, the option longitudinal being 1");
    io::ReturnReader& reader = child_ ? *reader_ : changing_reader();
    if (!std::exchange(any_table_, true) && request_.postcodes_given)
        reader.use(std::move(postcodes_));
    begin(reader);
    open_ = open;
}

void Session::begin_table(std::string file, std::int32_t year) {
    begin(Open::table, year,
          [&](io::ReturnReader& reader) { reader.begin_table(std::move(file), year); });
}

void Session::begin_xml(std::string file, std::int32_t year) {
    begin(Open::xml, year,
          [&](io::ReturnReader& reader) { reader.begin_xml(std::move(file), year); });
}

void Session::feed(std::string_view piece) {
    if (open_ != Open::xml)
        expect_open(Open::table);
    reader_->feed(piece);
}

std::optional<care::Table> Session::end_table() {
    if (open_ != Open::rows)
        expect_open(Open::table);
    open_ = Open::nothing;
    return reader_->end_table();
}

bool Session::end_xml() {
    expect_open(Open::xml);
    open_ = Open::nothing;
    return reader_->end_xml();
}

void Session::expect_columns(std::int64_t count) const {
    expect_within("count", count, 1, static_cast<std::int64_t>(options_.limits.columns));
}

std::vector<std::string_view>& Session::empty_row(std::int64_t count) {
    expect_columns(count);
    values_.clear();
    values_.reserve(static_cast<std::size_t>(count));
    return values_;
}

void Session::begin_rows(std::string file, std::int32_t year,
                         std::span<const std::string_view> columns) {
    expect_columns(static_cast<std::int64_t>(columns.size()));
    begin(Open::rows, year,
          [&](io::ReturnReader& reader) { reader.begin_table(std::move(file), year); });
    row_ = 0;
    constexpr bool may_hold_nul = false; // names are looked at whatever is said here
    add_row(columns, may_hold_nul);
}

void Session::add_row(std::span<const std::string_view> values, bool may_hold_nul) {
    expect_open(Open::rows);
    ++row_;
    reader_->take({values, row_, row_}, may_hold_nul);
}

void Session::compute(care::Date as_at) {
    expect_returns();
    expect_recordable(as_at);
    results_.reset();
    live_.reset();
    explained_.reset();
    const bool histories_reported = findings_of_reading_.has_value();
    if (!histories_reported)
        findings_of_reading_ = returns().findings();
    request_.as_at = {as_at};
    results_ =
        io::scorecards(*reader_, request_,
                       histories_reported ? io::Histories::passed_over : io::Histories::reported);
    results_are_of_a_state_ = false;
}

void Session::compute(const scorecard::PartialState& state) {
    expect_no_open_child();
    const std::size_t days = state.rules() ? state.rules()->as_at.size() : 1;
    if (days != 1)
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      "state: expected one as at one day, not at " + std::to_string(days));
    auto results = scorecards_of(state, request_.populations);
    live_.reset();
    explained_.reset();
    results_ = std::move(results);
    results_are_of_a_state_ = true;
}

void Session::expect_results_of_returns() const {
    results();
    if (results_are_of_a_state_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "the results are those of a partial state; expected indicare_compute");
}

scorecard::PartialState Session::take_state() {
    expect_results_of_returns();
    const auto counts = io::count(*reader_, request_, io::Histories::passed_over);
    return scorecard::PartialState::of(reader_->records(), counts, request_);
}

namespace {

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

} // namespace

/// The number of an authority of which a return was read.
std::optional<care::Records::AuthorityNumber> Session::authority_read(std::string_view name) const {
    const care::Records& records = reader_->records();
    for (care::Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
        if (records.name_of(each) == name && !records.given.of(each).years.is_empty())
            return each;
    return std::nullopt;
}

void Session::begin_child(std::string_view authority, std::string_view child) {
    expect_no_open_child();
    expect_results_of_returns();
    authority = without_blanks(authority); // as rows are read
    child = without_blanks(child);
    if (child.empty() || child.size() > care::Records::longest_name)
        throw Refusal(INDICARE_OUT_OF_RANGE, "child: expected 1 to " +
                                                 std::to_string(care::Records::longest_name) +
                                                 " bytes, not " + std::to_string(child.size()));
    if (!authority_read(authority))
        throw Refusal(INDICARE_NOT_FOUND,
                      "authority: no return was read of \"" + quality::printable(authority) + "\"");
    if (!live_)
        live_ = std::make_unique<scorecard::Live>(reader_->records(), request_);
    discard_findings_of_histories();
    child_ = live_->begin(authority, child);
}

void Session::end_child() {
    expect_no_open_table();
    if (!child_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "no child is open; expected indicare_begin_child first");
    const care::Records::ChildNumber child = *std::exchange(child_, std::nullopt);
    reader_->end_children();
    explained_.reset();
    compared_.reset();
    if (!live_->end(child)) {
        results_ = live_->scorecards();
        return;
    }
    const care::Records& records = reader_->records();
    const care::Records::AuthorityNumber authority = records[child].authority;
    const auto of_it =
        std::lower_bound(results_->begin(), results_->end(), records.name_of(authority),
                         [](const scorecard::Scorecard& card, const std::string& name) {
                             return card.authority < name;
                         });
    *of_it = std::move(live_->scorecards(authority).front());
}

const std::vector<scorecard::Scorecard>& Session::results() const {
    if (child_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "a child is open; expected indicare_end_child before results");
    if (!results_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "there are no results; expected indicare_compute after all that was given");
    return *results_;
}

const care::Records& Session::records_of_results() const {
    results();
    if (results_are_of_a_state_)
        throw Refusal(INDICARE_NOT_AVAILABLE,
                      "the results are those of a partial state, which knows no children");
    return reader_->records();
}

const std::vector<explain::ExplainedChild>& Session::explained() const {
    results();
    if (!explained_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "no figure is explained; expected indicare_explain first");
    return *explained_;
}

std::string Session::checked(care::Date as_at, CheckWriter write) {
    if (!options_.checks)
        throw Refusal(INDICARE_WRONG_ORDER, "the option checks is 0; expected it to be set to 1 "
                                            "before anything is read");
    expect_returns();
    expect_recordable(as_at);
    scorecard::Request request = request_;
    request.as_at = {as_at};
    io::ReturnReader& reader = returns();
    // The check finds by itself what is in the histories.
    const auto set_those_of_histories_apart = [&] {
        if (findings_of_reading_)
            std::swap(reader.findings(), *findings_of_reading_);
    };
    set_those_of_histories_apart();
    io::CheckWriting writing;
    writing.anonymous = children_are_numbered_;
    std::string text = write(reader, io::check(reader, request), writing);
    set_those_of_histories_apart();
    return text;
}

void Session::use_bundled_benchmarks() {
    benchmarks_.use_bundled();
    compared_.reset();
}

void Session::give_benchmarks(const std::string& file, std::string_view text) {
    compared_.reset();
    quality::Findings found = new_findings();
    const bool is_recognised = benchmarks_.add(text, file, found);
    add_findings(std::move(found));
    if (!is_recognised)
        throw Refusal(INDICARE_NOT_RECOGNISED,
                      "text: expected published statistics, populations or a list of neighbours, "
                      "as they are downloaded; a finding says what there is");
}

const scorecard::ComparedScorecard& Session::compared() const {
    if (!compared_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "nothing is laid beside benchmarks; expected indicare_compare after all "
                      "that was given");
    return *compared_;
}

void Session::give_claims(std::string file, std::string_view text) {
    quality::Findings found = new_findings();
    const bool is_recognised = io::ClaimTexts().read(text, file, found);
    add_findings(std::move(found));
    if (!is_recognised)
        throw Refusal(INDICARE_NOT_RECOGNISED, "text: expected the columns of a scorecard or of a "
                                               "published file; a finding says which is missing");
    claims_.push_back({std::move(file), std::string(text)});
}

const std::string& Session::document() const {
    if (!document_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "there is no document; expected a call that makes one, indicare_make_...");
    return *document_;
}

std::array<const quality::Findings*, 2> Session::findings() const {
    static const quality::Findings none;
    return {reader_ ? &reader_->findings() : &none,
            findings_besides_ ? &*findings_besides_ : &none};
}

} // namespace indicare::capi
