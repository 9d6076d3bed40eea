#pragma once

#include <array>
#include <cstdint>
#include <optional>
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
    void feed(std::string_view piece);
    std::optional<care::Table> end_table();

    void compute(care::Date as_at);

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
    enum class Reading : std::uint8_t { nothing_yet, between_tables, in_table };

    bool set_reading_option(std::string_view name, std::string_view value);
    void expect_no_open_table() const;
    /// The reader, to give it more: what was computed no longer holds.
    io::ReturnReader& changing_reader();
    /// Something more was given: nothing that was made of the rest holds.
    void discard_results();

    io::ReadingOptions options_;
    scorecard::Request request_;
    io::PostcodeList postcodes_;             ///< the reader's, once the first table has begun
    std::optional<io::ReturnReader> reader_; ///< made when reading begins, options being settled
    Reading reading_ = Reading::nothing_yet;
    std::optional<std::vector<scorecard::Scorecard>> results_;
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
