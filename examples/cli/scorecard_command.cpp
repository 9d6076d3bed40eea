#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/history_findings.hpp"
#include "indicare/io/population_file.hpp"
#include "indicare/io/return_folder.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "indicare/scorecard/scorecard.hpp"

namespace indicare::cli {

namespace {

struct Options {
    std::vector<std::string> returns;
    std::string as_at;
    std::int64_t population = 0;
    std::string population_file;
    std::string authority;
    std::string postcodes;
    std::string area;
    int trend = 1;
    bool longitudinal = false;
    std::string format = "text";
    std::string output;
    std::size_t findings = 20;
    std::vector<std::string> policies;
};

/// Says on standard error what is being read, once the work has taken a second.
class ProgressLine {
  public:
    void operator()(const std::string& file, std::uint64_t bytes) {
        const auto now = std::chrono::steady_clock::now();
        if (now - begun_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(200))
            return;
        last_ = now;
        shown_ = true;
        std::cerr << "\r\033[Kreading " << file << ": " << bytes / 1'000'000 << " MB" << std::flush;
    }
    void say(const std::string& what) {
        if (shown_)
            std::cerr << "\r\033[K" << what << std::flush;
    }
    void clear() {
        if (shown_)
            std::cerr << "\r\033[K" << std::flush;
        shown_ = false;
    }

  private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_ = begun_;
    bool shown_ = false;
};

bool could_be_read(bool read, const std::string& file) {
    if (!read)
        std::cerr << "indicare: " << file << " cannot be read\n";
    return read;
}

/// One run of the command: what it reads, and what it makes of it.
class Run {
  public:
    explicit Run(const Options& options) : options_(options), reader_(reading_options(options)) {}

    int operator()() {
        if (!choose_policies() || !read_postcodes() || !read_returns() || !choose_dates() ||
            !read_populations())
            return could_not_be_done;
        progress_.say("counting");
        const auto scorecards = scorecard::scorecards(
            reader_.records(), request_,
            [this](care::Records::ChildNumber child, const care::Joining& joining) {
                io::report_history(reader_, child, joining);
            });
        progress_.clear();
        report_findings();
        const std::string text = options_.format == "csv"    ? io::to_csv(scorecards)
                                 : options_.format == "json" ? io::to_json(scorecards)
                                                             : io::to_table(scorecards);
        if (!write_text(options_.output, text))
            return could_not_be_done;
        return reader_.findings().count_of(io::Severity::error) > 0 ? done_with_errors : done;
    }

  private:
    static io::ReadingOptions reading_options(const Options& options) {
        io::ReadingOptions reading;
        reading.longitudinal = options.longitudinal;
        reading.authority = options.authority;
        reading.area = options.area;
        return reading;
    }

    bool choose_policies() {
        for (const std::string& choice : options_.policies) {
            const std::size_t equals = choice.find('=');
            if (equals != std::string::npos &&
                care::choose(request_.policies, choice.substr(0, equals),
                             choice.substr(equals + 1)))
                continue;
            std::cerr << "indicare: there is no policy " << choice << "; expected one of";
            for (const care::PolicyValue& each : care::policy_values)
                std::cerr << " " << each.policy << "=" << each.value;
            std::cerr << "\n";
            return false;
        }
        return true;
    }

    bool read_postcodes() {
        if (options_.postcodes.empty())
            return true;
        const auto text = io::text_of_file(options_.postcodes);
        if (!could_be_read(text.has_value(), options_.postcodes))
            return false;
        io::PostcodeList list;
        if (!list.read(*text, options_.postcodes, reader_.findings())) {
            report_findings();
            return false;
        }
        reader_.use(std::move(list));
        request_.postcodes_given = true;
        request_.area_named = !options_.area.empty();
        return true;
    }

    bool read_returns() {
        for (const std::string& folder : options_.returns) {
            const auto read = io::read_folder(
                reader_, folder,
                [this](const std::string& file, std::uint64_t bytes) { progress_(file, bytes); });
            if (read && read->year >= latest_.year)
                latest_ = *read;
        }
        if (latest_.year != 0)
            return true;
        report_findings();
        std::cerr << "indicare: no return could be read\n";
        return false;
    }

    bool choose_dates() {
        care::Date date;
        if (options_.as_at.empty()) {
            date = care::Date::end_of_reporting_year(latest_.year);
            std::cerr << "As at " << date.text() << ", the end of the latest return ("
                      << (latest_.year_from_dates ? "the year told from its dates"
                                                  : "its folder's name")
                      << ").\n";
        } else {
            date = io::date_of(options_.as_at);
            if (date.is_none() || date < care::first_recordable || date > care::last_recordable) {
                std::cerr << "indicare: --as-at " << options_.as_at
                          << " is not a day; expected YYYY-MM-DD\n";
                return false;
            }
        }
        request_.as_at = scorecard::series_up_to(date, options_.trend);
        return true;
    }

    bool read_populations() {
        const care::Date date = request_.as_at.back();
        if (options_.population > 0)
            for (care::Records::AuthorityNumber each = 0;
                 each < reader_.records().authority_count(); ++each)
                request_.populations.add(reader_.records().name_of(each), date.reporting_year(),
                                         options_.population);
        if (options_.population_file.empty())
            return true;
        const auto text = io::text_of_file(options_.population_file);
        if (!could_be_read(text.has_value(), options_.population_file))
            return false;
        if (io::read_populations(*text, options_.population_file, request_.populations,
                                 reader_.findings()))
            return true;
        report_findings();
        return false;
    }

    void report_findings() {
        progress_.clear();
        const io::Findings& findings = reader_.findings();
        std::size_t shown = 0;
        for (const io::Severity severity :
             {io::Severity::error, io::Severity::warning, io::Severity::note})
            for (const io::Finding& finding : findings.kept()) {
                if (io::severity_of(finding.code) != severity || shown == options_.findings)
                    continue;
                ++shown;
                std::cerr << io::name_of(severity) << ": " << io::to_text(finding) << "\n";
            }
        if (findings.count() == 0)
            return;
        std::cerr << "Findings:";
        for (std::size_t i = 0; i < io::finding_code_count; ++i) {
            const auto code = static_cast<io::FindingCode>(i);
            if (findings.count_of(code) > 0)
                std::cerr << " " << io::name_of(code) << " " << findings.count_of(code) << ";";
        }
        for (const io::Severity severity :
             {io::Severity::error, io::Severity::warning, io::Severity::note}) {
            const std::uint64_t count = findings.count_of(severity);
            std::cerr << (severity == io::Severity::error ? " " : ", ") << count << " "
                      << io::name_of(severity) << (count == 1 ? "" : "s");
        }
        if (shown < findings.count())
            std::cerr << " (" << shown << " shown; --findings N shows more)";
        std::cerr << ".\n";
    }

    const Options& options_;
    ProgressLine progress_;
    io::ReturnReader reader_;
    scorecard::Request request_;
    io::FolderRead latest_;
};

} // namespace

void add_scorecard(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "scorecard", "Computes every indicator from the annual returns of one or several years.");
    auto options = std::make_shared<Options>();
    command->add_option("returns", options->returns, "Folders of CSV files, one a return")
        ->required();
    command->add_option("--as-at", options->as_at,
                        "The date, YYYY-MM-DD; else 31 March of the latest return");
    auto* population = command
                           ->add_option("--population", options->population,
                                        "Population aged 0-17 for the rates as at the date")
                           ->check(CLI::PositiveNumber);
    command
        ->add_option("--population-file", options->population_file,
                     "CSV authority,year,population, or the ONS mid-year estimates")
        ->excludes(population);
    command->add_option("--authority", options->authority,
                        "Whose returns they are, where there is no LA column");
    command->add_option("--postcodes", options->postcodes, "CSV postcode,easting,northing,la");
    command->add_option("--area", options->area,
                        "The la of the postcodes that is the authority's own; else its name");
    command->add_option("--trend", options->trend, "How many years, up to the date")
        ->check(CLI::Range(1, 100));
    command->add_flag("--longitudinal", options->longitudinal,
                      "The folder is an extract that holds the histories of many years");
    command->add_option("--policy", options->policies,
                        "NAME=VALUE: decides a point that the guidance leaves open");
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output", options->output, "File to write instead of standard output");
    command->add_option("--findings", options->findings,
                        "How many findings to show on standard error (20)");
    command->callback([options, &status] { status = Run(*options)(); });
}

} // namespace indicare::cli
