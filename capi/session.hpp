#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indicare/care/date.hpp"
#include "indicare/io/postcodes.hpp"
#include "indicare/io/return_reader.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::capi {

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
    const quality::Findings& findings() const;

    /// Keeps a document, in place of the one before.
    void keep(std::string document) { document_ = std::move(document); }
    const std::string& document() const;

  private:
    enum class Reading : std::uint8_t { nothing_yet, between_tables, in_table };

    bool set_reading_option(std::string_view name, std::string_view value);
    void expect_no_open_table() const;
    /// The reader, to give it more: what was computed no longer holds.
    io::ReturnReader& changing_reader();
    void discard_results();

    io::ReadingOptions options_;
    scorecard::Request request_;
    io::PostcodeList postcodes_;             ///< the reader's, once the first table has begun
    std::optional<io::ReturnReader> reader_; ///< made when reading begins, options being settled
    Reading reading_ = Reading::nothing_yet;
    std::optional<std::vector<scorecard::Scorecard>> results_;
    /// The findings as they were before those about histories came, once these have come.
    std::optional<quality::Findings> findings_of_reading_;
    std::optional<std::string> document_;
};

} // namespace indicare::capi
