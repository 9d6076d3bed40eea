#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "indicare/io/return_folder.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::cli {

/// What every command that reads returns is told on the command line.
struct ReturnsOptions {
    std::vector<std::string> returns;
    std::string as_at;
    std::int64_t population = 0;
    std::string population_file;
    std::string authority;
    std::string postcodes;
    std::string area;
    bool longitudinal = false;
    std::vector<std::string> policies;
    unsigned threads = 1;
    std::size_t findings = 20; ///< how many are shown
    bool anonymous = false;

    void add_to(CLI::App& command);
};

/// Says on standard error what is being done, once the work has taken a second.
class ProgressLine {
  public:
    void reading(const std::string& file, std::uint64_t bytes);
    void say(const std::string& what);
    void clear();

  private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_ = begun_;
    bool shown_ = false;
};

/// What returns are read for: to be checked, more is kept of them, and every finding.
enum class Reading : std::uint8_t { to_be_counted, to_be_checked };

/// Reads the returns and what goes with them, and says on standard error what could not be used.
class ReturnsInput {
  public:
    explicit ReturnsInput(const ReturnsOptions& options, Reading reading = Reading::to_be_counted);

    /// Reads everything; the request is then as at the date asked for, or 31 March of the latest
    /// return. False, with the reason said, when there is nothing to work on.
    bool read();

    io::ReturnReader& reader() { return reader_; }
    scorecard::Request& request() { return request_; }
    /// The date asked for.
    care::Date as_at() const { return request_.as_at.back(); }
    /// A date as the command line gives it; none, with the reason said, when it is not one.
    static care::Date date_of(const std::string& option, const std::string& text);
    ProgressLine& progress() { return progress_; }

    /// Shows the first findings, errors first, and how many of each kind there are.
    void report_findings();
    /// The exit status for what was found.
    int status() const;

  private:
    bool choose_policies();
    bool read_postcodes();
    bool read_returns();
    bool choose_date();
    bool read_populations();

    const ReturnsOptions& options_;
    ProgressLine progress_;
    io::ReturnReader reader_;
    scorecard::Request request_;
    io::FolderRead latest_;
};

} // namespace indicare::cli
