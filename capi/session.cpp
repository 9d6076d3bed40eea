#include "session.hpp"

#include <utility>

#include "indicare/io/claim_texts.hpp"
#include "indicare/io/counting.hpp"
#include "indicare/io/population_file.hpp"
#include "refusal.hpp"

namespace indicare::capi {

namespace {

constexpr std::int64_t most_people = 999'999'999;

} // namespace

void Session::expect_no_open_table() const {
    if (reading_ == Reading::in_table)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "a table is open; expected indicare_end_table before this call");
}

io::ReturnReader& Session::changing_reader() {
    discard_results();
    if (!reader_)
        reader_.emplace(options_);
    if (findings_of_reading_)
        reader_->findings() = *std::exchange(findings_of_reading_, std::nullopt);
    return *reader_;
}

void Session::discard_results() {
    results_.reset();
}

void Session::add_findings(quality::Findings found) {
    if (!reader_)
        reader_.emplace(options_);
    const auto as_they_are = [](const quality::Finding&) {};
    if (findings_of_reading_)
        findings_of_reading_->take(found, as_they_are);
    reader_->findings().take(std::move(found), as_they_are);
}

void Session::give_postcodes(const std::string& file, std::string_view text) {
    if (reading_ != Reading::nothing_yet)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "a table was begun; postcodes are expected before the first table");
    if (!postcodes_.read(text, file, changing_reader().findings()))
        throw Refusal(INDICARE_NOT_RECOGNISED,
                      "text: expected CSV with the columns postcode, easting, northing, la");
    request_.postcodes_given = true;
    request_.area_named = !options_.area.empty();
}

void Session::give_populations(const std::string& file, std::string_view text) {
    expect_no_open_table();
    if (!io::read_populations(text, file, request_.populations, changing_reader().findings()))
        throw Refusal(INDICARE_NOT_RECOGNISED,
                      "text: expected CSV with the columns authority, year, population, or the ONS "
                      "mid-year estimates");
}

void Session::give_population(std::string_view authority, std::int32_t year, std::int64_t people) {
    expect_no_open_table();
    expect_within("year", year, care::PackedYear::first, care::last_recordable.reporting_year());
    expect_within("people", people, 0, most_people);
    discard_results();
    request_.populations.add(authority, year, people);
}

void Session::begin_table(std::string file, std::int32_t year) {
    expect_no_open_table();
    if (!options_.longitudinal)
        expect_within("year", year, care::PackedYear::first, care::PackedYear::last);
    else if (year != 0)
        throw Refusal(INDICARE_OUT_OF_RANGE, "year: expected 0, the option longitudinal being 1");
    io::ReturnReader& reader = changing_reader();
    if (reading_ == Reading::nothing_yet && request_.postcodes_given)
        reader.use(std::move(postcodes_));
    reader.begin_table(std::move(file), year);
    reading_ = Reading::in_table;
}

void Session::feed(std::string_view piece) {
    if (reading_ != Reading::in_table)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "no table is open; expected indicare_begin_table first");
    reader_->feed(piece);
}

std::optional<care::Table> Session::end_table() {
    if (reading_ != Reading::in_table)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "no table is open; expected indicare_begin_table first");
    const std::optional<care::Table> table = reader_->end_table();
    reading_ = Reading::between_tables;
    return table;
}

void Session::compute(care::Date as_at) {
    expect_no_open_table();
    if (reading_ == Reading::nothing_yet)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "no table was read; expected indicare_begin_table, indicare_feed and "
                      "indicare_end_table first");
    if (as_at < care::first_recordable || as_at > care::last_recordable)
        throw Refusal(INDICARE_OUT_OF_RANGE, "as_at: expected a day from 19000101 to 20790605");
    discard_results();
    const bool histories_reported = findings_of_reading_.has_value();
    if (!histories_reported) {
        reader_->end_returns();
        findings_of_reading_ = reader_->findings();
    }
    request_.as_at = {as_at};
    results_ =
        io::scorecards(*reader_, request_,
                       histories_reported ? io::Histories::passed_over : io::Histories::reported);
    results_are_of_a_state_ = false;
}

void Session::compute(const scorecard::PartialState& state) {
    expect_no_open_table();
    const std::size_t days = state.rules() ? state.rules()->as_at.size() : 1;
    if (days != 1)
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      "state: expected one as at one day, not at " + std::to_string(days));
    results_ = scorecards_of(state, request_.populations);
    results_are_of_a_state_ = true;
}

scorecard::PartialState Session::take_state() {
    results();
    if (results_are_of_a_state_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "the results are those of a partial state; expected indicare_compute");
    const auto counts = io::count(*reader_, request_, io::Histories::passed_over);
    return scorecard::PartialState::of(reader_->records(), counts, request_);
}

const std::vector<scorecard::Scorecard>& Session::results() const {
    if (!results_)
        throw Refusal(INDICARE_WRONG_ORDER,
                      "there are no results; expected indicare_compute after all that was given");
    return *results_;
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

const quality::Findings& Session::findings() const {
    static const quality::Findings none;
    return reader_ ? reader_->findings() : none;
}

} // namespace indicare::capi
