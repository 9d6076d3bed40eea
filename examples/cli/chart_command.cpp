#include <iostream>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/chart_writer.hpp"
#include "indicare/io/counting.hpp"
#include "returns_input.hpp"

namespace indicare::cli {

namespace {

struct Options {
    ReturnsOptions input;
    std::string every = "month";
    std::string indicator;
    std::string since;
    std::string format = "text";
    std::string output;
};

/// The indicators asked for: one, or else both.
std::vector<scorecard::Occasion> occasions_of(const Options& options) {
    std::vector<scorecard::Occasion> all;
    for (const auto occasion : {scorecard::Occasion::started, scorecard::Occasion::ceased})
        if (options.indicator.empty() || options.indicator == name_of(occasion))
            all.push_back(occasion);
    return all;
}

/// What every series is asked for; `since` is known to be a day where it is given.
scorecard::PeriodicRequest request_of(const Options& options, care::Date since,
                                      ReturnsInput& input) {
    scorecard::PeriodicRequest request;
    request.every = options.every == "month" ? scorecard::Every::month : scorecard::Every::quarter;
    request.since = since;
    request.up_to = input.as_at();
    request.policies = input.request().policies;
    return request;
}

/// The charts, authority by authority for each indicator.
std::vector<scorecard::PeriodicChart> charts_of(const Options& options, care::Date since,
                                                ReturnsInput& input) {
    scorecard::PeriodicRequest request = request_of(options, since, input);
    std::vector<scorecard::PeriodicChart> all;
    io::Histories histories = io::Histories::reported;
    for (const scorecard::Occasion occasion : occasions_of(options)) {
        request.occasion = occasion;
        for (auto& chart :
             scorecard::charts_of(io::periodic_numbers(input.reader(), request, histories)))
            all.push_back(std::move(chart));
        histories = io::Histories::passed_over;
    }
    return all;
}

int run(const Options& options) {
    if (options.input.longitudinal && (options.since.empty() || options.input.as_at.empty())) {
        std::cerr << "indicare: an extract does not say of which days it holds everything; with "
                     "--longitudinal give --since and --as-at\n";
        return could_not_be_done;
    }
    care::Date since;
    if (!options.since.empty()) {
        since = ReturnsInput::date_of("--since", options.since);
        if (since.is_none())
            return could_not_be_done;
    }
    ReturnsInput input(options.input);
    if (!input.read())
        return could_not_be_done;
    input.progress().say("counting");
    const std::vector<scorecard::PeriodicChart> charts = charts_of(options, since, input);
    input.progress().clear();
    input.report_findings();
    const std::span<const scorecard::PeriodicChart> all(charts);
    const std::string text = options.format == "csv"    ? io::to_csv(all)
                             : options.format == "json" ? io::to_json(all)
                                                        : io::to_table(all);
    return write_text(options.output, text) ? input.status() : could_not_be_done;
}

} // namespace

void add_chart(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "chart", "Charts how many children started to be looked after and ceased month by month, "
                 "and says which months differ by more than chance.");
    auto options = std::make_shared<Options>();
    options->input.add_to(*command);
    command->add_option("--every", options->every, "month or quarter")
        ->check(CLI::IsMember({"month", "quarter"}));
    command->add_option("--indicator", options->indicator, "started or ceased; else both")
        ->check(CLI::IsMember({"started", "ceased"}));
    command->add_option("--since", options->since,
                        "A day, YYYY-MM-DD, before which nothing is charted");
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
