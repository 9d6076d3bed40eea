#include <string>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/scorecard_writer.hpp"

namespace indicare::cli {

void add_catalogue(CLI::App& app, int& status) {
    struct Options {
        std::string format = "text";
        std::string output;
        bool breakdowns = false;
    };
    auto* command = app.add_subcommand("catalogue", "Lists every indicator and what it counts.");
    auto options = std::make_shared<Options>();
    command->add_option("--format", options->format, "text, csv, json or markdown")
        ->check(CLI::IsMember({"text", "csv", "json", "markdown"}));
    command->add_flag("--breakdowns", options->breakdowns,
                      "Lists what --by of scorecard breaks down by, as a page in Markdown");
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->callback([options, &status] {
        const std::string& format = options->format;
        const std::string text = options->breakdowns    ? io::breakdowns_as_markdown()
                                 : format == "csv"      ? io::catalogue_as_csv()
                                 : format == "json"     ? io::catalogue_as_json()
                                 : format == "markdown" ? io::catalogue_as_markdown()
                                                        : io::catalogue_as_table();
        status = write_text(options->output, text) ? done : could_not_be_done;
    });
}

} // namespace indicare::cli
