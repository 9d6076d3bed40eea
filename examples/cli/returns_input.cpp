#include "returns_input.hpp"

#include <iostream>
#include <limits>
#include <utility>

#include "commands.hpp"
#include "indicare/io/population_file.hpp"
#include "indicare/io/postcodes.hpp"
#include "indicare/quality/anonymous.hpp"

namespace indicare::cli {

namespace {

bool could_be_read(bool read, const std::string& file) {
    if (!read)
        std::cerr << "indicare: " << file << " cannot be read\n";
    return read;
}

io::ReadingOptions reading_options(const ReturnsOptions& options, Reading purpose) {
    io::ReadingOptions reading;
    if (purpose == Reading::to_be_checked) {
        reading.findings_kept = std::numeric_limits<std::size_t>::max();
        reading.checks = true;
    }
    reading.longitudinal = options.longitudinal;
    reading.authority = options.authority;
    reading.area = options.area;
    reading.threads = options.threads;
    return reading;
}

std::string_view how_told(io::YearToldBy told_by) {
    switch (told_by) {
    case io::YearToldBy::dates:
        return "the year told from its dates";
    case io::YearToldBy::year_column:
        return "the latest of its YEAR columns";
    case io::YearToldBy::file_name:
        return "its file's name";
    default:
        return "its folder's name";
    }
}

} // namespace

void ReturnsOptions::add_to(CLI::App& command) {
    command
        .add_option("returns", returns,
                    "Folders of CSV or XML files, one a return; or single XML files")
        ->required();
    command.add_option("--as-at", as_at,
                       "The date, YYYY-MM-DD; else 31 March of the latest return");
    auto* people = command
                       .add_option("--population", population,
                                   "Population aged 0-17 for the rates as at the date")
                       ->check(CLI::PositiveNumber);
    command
        .add_option("--population-file", population_file,
                    "CSV authority,year,population, or the ONS mid-year estimates")
        ->excludes(people);
    command.add_option("--authority", authority,
                       "Whose returns they are, where there is no LA column");
    command.add_option("--postcodes", postcodes, "CSV postcode,easting,northing,la");
    command.add_option("--area", area,
                       "The la of the postcodes that is the authority's own; else its name");
    command.add_flag("--longitudinal", longitudinal,
                     "The folder is an extract that holds the histories of many years");
    command.add_option("--threads", threads, "By how many threads to read and count (1)")
        ->check(CLI::Range(1, 256));
    command.add_option("--policy", policies,
                       "NAME=VALUE: decides a point that the guidance leaves open");
    command.add_option("--findings", findings, "How many findings to show on standard error (20)");
    command.add_flag("--anonymous", anonymous,
                     "Children go by number, in the order in which they come, and no value of "
                     "their rows is shown in findings");
}

void ProgressLine::reading(const std::string& file, std::uint64_t bytes) {
    const auto now = std::chrono::steady_clock::now();
    if (now - begun_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(200))
        return;
    last_ = now;
    shown_ = true;
    std::cerr << "\r\033[Kreading " << file << ": " << bytes / 1'000'000 << " MB" << std::flush;
}

void ProgressLine::say(const std::string& what) {
    if (shown_)
        std::cerr << "\r\033[K" << what << std::flush;
}

void ProgressLine::clear() {
    if (shown_)
        std::cerr << "\r\033[K" << std::flush;
    shown_ = false;
}

ReturnsInput::ReturnsInput(const ReturnsOptions& options, Reading reading)
    : options_(options), reader_(reading_options(options, reading)) {}

bool ReturnsInput::read() {
    return choose_policies() && read_postcodes() && read_returns() && choose_date() &&
           read_populations();
}

bool ReturnsInput::choose_policies() {
    for (const std::string& choice : options_.policies) {
        const std::size_t equals = choice.find('=');
        if (equals != std::string::npos &&
            care::choose(request_.policies, choice.substr(0, equals), choice.substr(equals + 1)))
            continue;
        std::cerr << "indicare: there is no policy " << choice << "; expected one of";
        for (const care::PolicyValue& each : care::policy_values)
            std::cerr << " " << each.policy << "=" << each.value;
        std::cerr << "\n";
        return false;
    }
    return true;
}

bool ReturnsInput::read_postcodes() {
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

bool ReturnsInput::read_returns() {
    for (const std::string& path : options_.returns) {
        const auto read =
            io::read_return(reader_, path, [this](const std::string& file, std::uint64_t bytes) {
                progress_.reading(file, bytes);
            });
        if (read && read->in_part) {
            report_findings();
            std::cerr << "indicare: " << path << " can be read only in part\n";
            return false;
        }
        if (read && read->year >= latest_.year)
            latest_ = *read;
    }
    if (latest_.year != 0)
        return true;
    report_findings();
    std::cerr << "indicare: no return could be read\n";
    return false;
}

bool ReturnsInput::choose_date() {
    care::Date date;
    if (options_.as_at.empty()) {
        date = care::Date::end_of_reporting_year(latest_.year);
        std::cerr << "As at " << date.text() << ", the end of the latest return ("
                  << how_told(latest_.told_by) << ").\n";
    } else {
        date = date_of("--as-at", options_.as_at);
    }
    if (date.is_none())
        return false;
    request_.as_at = {date};
    return true;
}

care::Date ReturnsInput::date_of(const std::string& option, const std::string& text) {
    const care::Date date = io::date_of(text);
    if (!date.is_none() && care::first_recordable <= date && date <= care::last_recordable)
        return date;
    std::cerr << "indicare: " << option << " " << text << " is not a day; expected YYYY-MM-DD\n";
    return {};
}

bool ReturnsInput::read_populations() {
    const care::Date date = as_at();
    if (options_.population > 0)
        for (care::Records::AuthorityNumber each = 0; each < reader_.records().authority_count();
             ++each)
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

void ReturnsInput::report_findings() {
    progress_.clear();
    const quality::Findings& findings = reader_.findings();
    std::size_t shown = 0;
    for (const quality::Severity severity :
         {quality::Severity::error, quality::Severity::warning, quality::Severity::note})
        for (const quality::Finding& finding : findings.kept()) {
            if (quality::severity_of(finding.code) != severity || shown == options_.findings)
                continue;
            ++shown;
            std::cerr << quality::name_of(severity) << ": "
                      << quality::to_text(options_.anonymous ? quality::anonymous(finding)
                                                             : finding)
                      << "\n";
        }
    if (findings.count() == 0)
        return;
    std::cerr << "Findings:";
    for (std::size_t i = 0; i < quality::finding_code_count; ++i) {
        const auto code = static_cast<quality::FindingCode>(i);
        if (findings.count_of(code) > 0)
            std::cerr << " " << quality::name_of(code) << " " << findings.count_of(code) << ";";
    }
    for (const quality::Severity severity :
         {quality::Severity::error, quality::Severity::warning, quality::Severity::note}) {
        const std::uint64_t count = findings.count_of(severity);
        std::cerr << (severity == quality::Severity::error ? " " : ", ") << count << " "
                  << quality::name_of(severity) << (count == 1 ? "" : "s");
    }
    if (shown < findings.count())
        std::cerr << " (" << shown << " shown; --findings N shows more)";
    std::cerr << ".\n";
}

int ReturnsInput::status() const {
    return reader_.findings().count_of(quality::Severity::error) > 0 ? done_with_errors : done;
}

} // namespace indicare::cli
