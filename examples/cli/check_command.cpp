#include <iostream>
#include <limits>
#include <memory>
#include <string>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/check.hpp"
#include "returns_input.hpp"

namespace indicare::cli {

namespace {

struct Options {
    ReturnsOptions input;
    std::string format = "text";
    std::string output;
    std::size_t examples = io::CheckWriting().examples;
    bool list = false;
};

int list_kinds(const Options& options) {
    const std::string& format = options.format;
    const std::string text = format == "csv"        ? io::finding_kinds_as_csv()
                             : format == "json"     ? io::finding_kinds_as_json()
                             : format == "markdown" ? io::finding_kinds_as_markdown()
                                                    : io::finding_kinds_as_table();
    return write_text(options.output, text) ? done : could_not_be_done;
}

int run(const Options& options) {
    if (options.list)
        return list_kinds(options);
    if (options.input.returns.empty() || options.format == "markdown") {
        std::cerr << "indicare: check needs "
                  << (options.input.returns.empty() ? "folders of returns"
                                                    : "text, csv or json as its format")
                  << "\n";
        return could_not_be_done;
    }
    ReturnsInput input(options.input, Reading::to_be_checked);
    if (!input.read())
        return could_not_be_done;
    input.progress().say("checking");
    const quality::Check check = io::check(input.reader(), input.request());
    input.progress().clear();
    const io::CheckWriting writing{options.input.anonymous, options.examples};
    const std::string text =
        options.format == "csv"    ? io::check_as_csv(input.reader(), check, writing)
        : options.format == "json" ? io::check_as_json(input.reader(), check, writing)
                                   : io::check_as_table(input.reader(), check, writing);
    if (!write_text(options.output, text))
        return could_not_be_done;
    return check.count_of(quality::Severity::error) > 0 ? done_with_errors : done;
}

} // namespace

void add_check(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "check", "Says what is wrong in returns, which figures that moves, and by how much.");
    auto options = std::make_shared<Options>();
    options->input.add_to(*command);
    command->get_option("returns")->required(false);
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json", "markdown"}));
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->add_option("--examples", options->examples,
                        "How many findings of each kind text shows (3)");
    command->add_flag("--list", options->list,
                      "Lists what is looked for, also as --format markdown");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
