#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "commands.hpp"
#include "files.hpp"
#include "indicare/io/counting.hpp"
#include "indicare/io/explanation_writer.hpp"
#include "indicare/io/life_writer.hpp"
#include "indicare/io/movement_writer.hpp"
#include "returns_input.hpp"

namespace indicare::cli {

namespace {

struct Options {
    ReturnsOptions input;
    std::string indicator;
    std::string child;
    std::string target;
    std::string since;
    std::string format = "text";
    std::string output;
};

/// What one of the writers makes of it, in the format asked for.
template <class... What>
std::string in_format(const std::string& format, const What&... what) {
    return format == "csv"    ? io::to_csv(what...)
           : format == "json" ? io::to_json(what...)
                              : io::to_table(what...);
}

bool refuse(const std::string& why) {
    std::cerr << "indicare: " << why << "\n";
    return false;
}

/// One run of the command.
class Run {
  public:
    explicit Run(const Options& options) : options_(options), input_(options.input) {}

    int operator()() {
        if (!understand() || !input_.read() || !find_child())
            return could_not_be_done;
        input_.progress().say("explaining");
        const std::string text = definition_ == nullptr   ? lives()
                                 : options_.since.empty() ? explanations()
                                                          : movements();
        input_.progress().clear();
        input_.report_findings();
        if (text.empty() || !write_text(options_.output, text))
            return could_not_be_done;
        return input_.status();
    }

  private:
    /// Checks what the command line says before anything is read.
    bool understand() {
        if (options_.indicator.empty())
            return options_.child.empty() ? refuse("expected --indicator ID, --child ID or both")
                                          : (options_.target.empty() && options_.since.empty()) ||
                                                refuse("--target and --since need --indicator ID");
        const auto number = indicators::indicator_named(options_.indicator);
        if (!number)
            return refuse("there is no indicator " + options_.indicator +
                          "; indicare catalogue lists them");
        definition_ = &indicators::catalogue[*number];
        if (!options_.target.empty()) {
            target_ = exact::parse_decimal(options_.target, exact::Thousands::commas);
            if (!target_)
                return refuse("--target " + options_.target +
                              " is not a number; expected one as 71 or 15.3");
        }
        if (!options_.since.empty())
            since_ = ReturnsInput::date_of("--since", options_.since);
        return options_.since.empty() || !since_.is_none();
    }

    /// The children of the name asked for: at most one an authority.
    bool find_child() {
        if (options_.child.empty())
            return true;
        for (care::Records::ChildNumber number = 0; number < records().child_count(); ++number)
            if (records().name_of_child(number) == options_.child)
                children_.push_back(number);
        return !children_.empty() ||
               refuse("no return given holds " + (options_.input.anonymous
                                                      ? std::string("that child")
                                                      : "a child " + options_.child));
    }

    bool is_asked_for(care::Records::ChildNumber number) const {
        return options_.child.empty() ||
               std::find(children_.begin(), children_.end(), number) != children_.end();
    }

    std::string lives() {
        std::vector<explain::Life> all;
        all.reserve(children_.size());
        for (const care::Records::ChildNumber number : children_)
            all.push_back(explain::life_of(records(), input_.request(), input_.as_at(), number));
        return in_format(options_.format, std::span<const explain::Life>(all), input_.as_at(),
                         names());
    }

    std::string explanations() {
        const auto scorecards = io::scorecards(input_.reader(), input_.request());
        const auto authorities = scorecard::detail::authorities_by_name(records());
        std::vector<io::ExplainedFigure> figures;
        figures.reserve(scorecards.size());
        for (std::size_t i = 0; i < scorecards.size(); ++i)
            figures.push_back(explained(scorecards[i], authorities[i]));
        return in_format(options_.format, std::span<const io::ExplainedFigure>(figures), names());
    }

    io::ExplainedFigure explained(const scorecard::Scorecard& scorecard,
                                  care::Records::AuthorityNumber authority) {
        auto figure =
            io::explained(scorecard, *definition_,
                          explain::explain(records(), policies(), care::Window(scorecard.as_at),
                                           *definition_, authority),
                          target_);
        if (!target_)
            std::erase_if(figure.rows, [this](const explain::ExplainedChild& row) {
                return !is_asked_for(row.child);
            });
        return figure;
    }

    std::string movements() {
        const care::Window before(since_);
        const care::Window after(input_.as_at());
        const scorecard::Populations& populations = input_.request().populations;
        std::vector<io::MovedFigure> figures;
        for (care::Records::AuthorityNumber each = 0; each < records().authority_count(); ++each) {
            const std::string& name = records().name_of(each);
            const care::AuthorityReturns& given = records().given.of(each);
            if (!given.cover(before) || !given.cover(after)) {
                refuse("not all returns of both years were given" +
                       (name.empty() ? std::string() : " by " + name));
                continue;
            }
            figures.push_back(
                {name, since_, input_.as_at(),
                 explain::movement(records(), policies(), each,
                                   {before, populations.of(name, since_)},
                                   {after, populations.of(name, input_.as_at())}, *definition_)});
        }
        return figures.empty()
                   ? std::string()
                   : in_format(options_.format, std::span<const io::MovedFigure>(figures), names());
    }

    const care::Records& records() { return input_.reader().records(); }
    const care::Policies& policies() { return input_.request().policies; }
    io::ChildNames names() { return {records(), options_.input.anonymous}; }

    const Options& options_;
    ReturnsInput input_;
    const indicators::Definition* definition_ = nullptr;
    std::optional<exact::Decimal> target_;
    care::Date since_;
    std::vector<care::Records::ChildNumber> children_;
};

} // namespace

void add_explain(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "explain", "Tells for each child whether and why it counts in an indicator.");
    auto options = std::make_shared<Options>();
    options->input.add_to(*command);
    command->add_option("--indicator", options->indicator, "The indicator's id");
    command->add_option("--child", options->child,
                        "One child; without --indicator its life in care and where it counts");
    command->add_option("--target", options->target,
                        "A value to reach: how many children, and which, would have to change");
    command->add_option("--since", options->since,
                        "An earlier date, YYYY-MM-DD: who joined and left since, and what each "
                        "part did to the value");
    command->add_option("--format", options->format, "text, csv or json")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = Run(*options)(); });
}

} // namespace indicare::cli
