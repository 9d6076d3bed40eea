#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "benchmarks.hpp"
#include "indicare/care/date.hpp"
#include "indicare/explain/explanation.hpp"
#include "indicare/io/check.hpp"
#include "indicare/io/child_names.hpp"
#include "indicare/io/postcodes.hpp"
#include "indicare/io/return_reader.hpp"
#include "indicare/scorecard/compared_scorecard.hpp"
#include "indicare/scorecard/live.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::capi {

/// Refuses a number beyond its bounds.
void expect_within(std::string_view what, std::int64_t value, std::int64_t least,
                   std::int64_t most);

/// What a session holds, and the order in which it is used. Throws `Refusal` where a call cannot be
/// done, and before anything is changed.
class Session {
  public:
    void set_option(std::string_view name, std::string_view value);

    void give_postcodes(const std::string& file, std::string_view text);
    void give_populations(const std::string& file, std::string_view text);
    void give_population(std::string_view authority, std::int32_t year, std::int64_t people);

    void begin_table(std::string file, std::int32_t year);
    void begin_xml(std::string file, std::int32_t year);
    void feed(std::string_view piece);
    std::optional<care::Table> end_table();
    bool end_xml();

    /// A table whose rows are given, the first being that of the column names.
    void begin_rows(std::string file, std::int32_t year, std::span<const std::string_view> columns);
    void add_row(std::span<const std::string_view> values, bool may_hold_nul = true);
    /// Where the `count` values of a row can be laid out, refused when they are none or too many.
    std::vector<std::string_view>& empty_row(std::int64_t count);

    void compute(care::Date as_at);

    /// Begins to replace a child, whose rows then are given as those of any table; ends it, after
    /// which the results are those of now.
    void begin_child(std::string_view authority, std::string_view child);
    void end_child();

    /// The scorecards of the last computation, one an authority.
    const std::vector<scorecard::Scorecard>& results() const;
    /// What they were counted from.
    const care::Records& records_of_results() const;
    /// Those of the returns and the lists, then those of the benchmarks.
    std::array<const quality::Findings*, 2> findings() const;

    /// Refuses when no table was read, or one is open.
    void expect_returns() const;
    /// The returns, all of those that were read having ended. `expect_returns` comes first.
    io::ReturnReader& returns();
    const scorecard::Request& request() const { return request_; }
    bool children_are_numbered() const { return children_are_numbered_; }
    io::ChildNames child_names() const { return {reader_->records(), children_are_numbered_}; }

    /// Keeps the children behind a figure of the results, in place of those before.
    void keep(std::vector<explain::ExplainedChild> explained) { explained_ = std::move(explained); }
    const std::vector<explain::ExplainedChild>& explained() const;

    /// Checks the returns as at a day; gives the text that `write(reader, check)` makes of it.
    using CheckWriter = std::string (*)(const io::ReturnReader&, const quality::Check&,
                                        const io::CheckWriting&);
    std::string checked(care::Date as_at, CheckWriter write);

    void use_bundled_benchmarks();
    void give_benchmarks(const std::string& file, std::string_view text);
    GivenBenchmarks& benchmarks() { return benchmarks_; }
    /// Keeps figures laid beside benchmarks, in place of those before.
    void keep(scorecard::ComparedScorecard compared) { compared_ = std::move(compared); }
    const scorecard::ComparedScorecard& compared() const;

    /// Keeps a document, in place of the one before.
    void keep(std::string document) { document_ = std::move(document); }
    const std::string& document() const;

  private:
    enum class Open : std::uint8_t { nothing, table, rows, xml };

    bool set_reading_option(std::string_view name, std::string_view value);
    void expect_no_open_table() const;
    void expect_no_open_child() const;
    void expect_open(Open open) const;
    void expect_columns(std::int64_t count) const;
    /// Begins one of these, by what the reader does.
    template <class Begin>
    void begin(Open open, std::int32_t year, Begin&& begin);
    /// The reader, to give it more: what was computed no longer holds.
    io::ReturnReader& changing_reader();
    /// What is told of histories leaves the findings until these are computed anew.
    void discard_findings_of_histories();
    /// Something more was given: nothing that was made of the rest holds.
    void discard_results();
    std::optional<care::Records::AuthorityNumber> authority_read(std::string_view name) const;

    io::ReadingOptions options_;
    scorecard::Request request_;
    io::PostcodeList postcodes_;             ///< the reader's, once the first table has begun
    std::optional<io::ReturnReader> reader_; ///< made when reading begins, options being settled
    bool any_table_ = false;                 ///< was begun
    Open open_ = Open::nothing;
    std::vector<std::string_view> values_; ///< of a row that is being given
    std::uint64_t row_ = 0;                ///< that was given last, the column names being row 1
    std::optional<std::vector<scorecard::Scorecard>> results_;
    std::unique_ptr<scorecard::Live> live_; ///< once a child was begun after the computation
    std::optional<care::Records::ChildNumber> child_; ///< that is open
    /// The findings as they were before those about histories came, once these have come.
    std::optional<quality::Findings> findings_of_reading_;
    std::optional<std::vector<explain::ExplainedChild>> explained_;
    bool children_are_numbered_ = false;
    GivenBenchmarks benchmarks_;
    std::optional<quality::Findings> findings_of_benchmarks_; ///< once any were given
    std::optional<scorecard::ComparedScorecard> compared_;
    std::optional<std::string> document_;
};

} // namespace indicare::capi
