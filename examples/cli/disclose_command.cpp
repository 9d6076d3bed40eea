#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit_input.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "indicare/audit/disclosure.hpp"
#include "indicare/exact/decimal.hpp"
#include "indicare/io/claim_texts.hpp"
#include "indicare/io/disclosure_writer.hpp"
#include "indicare/io/scorecard_claims.hpp"
#include "said_findings.hpp"

namespace indicare::cli {

namespace {

constexpr int safe = 0;
constexpr int not_safe = 1;
constexpr int not_decided = 2;

struct Options {
    std::string scorecard;
    std::string small = "1..5";
    std::size_t values = 2;
    std::vector<std::string> also;
    std::string prove;
    bool places = false;
    double seconds = 60;
    std::size_t findings = 20;
    std::string format = "text";
    std::string output;
};

/// `1..5`; nothing, with the reason said, for anything else.
std::optional<audit::Range> range_of(const std::string& text) {
    const std::size_t dots = text.find("..");
    if (dots != std::string::npos) {
        const auto least = exact::parse_integer(text.substr(0, dots));
        const auto most = exact::parse_integer(text.substr(dots + 2));
        if (least && most && *least >= 0 && *least <= *most)
            return audit::Range{*least, *most};
    }
    std::cerr << "indicare: --rule " << text << " is not a range of small numbers, as 1..5\n";
    return std::nullopt;
}

int status_of(audit::Verdict verdict) {
    if (verdict == audit::Verdict::possible)
        return safe;
    return verdict == audit::Verdict::impossible ? not_safe : not_decided;
}

int refuse(const std::string& message) {
    std::cerr << "indicare: " << message << "\n";
    return could_not_be_done;
}

class Run {
  public:
    explicit Run(const Options& options) : options_(options) {}

    int protect() {
        const auto small = range_of(options_.small);
        const auto text = small ? text_of(options_.scorecard) : std::nullopt;
        if (!text)
            return could_not_be_done;
        const audit::DisclosureOptions asked{*small, recovery()};
        const io::ClaimText kind = io::kind_of(*text);
        if (kind == io::ClaimText::scorecards)
            return protect_scorecards(*text, asked);
        if (kind == io::ClaimText::published)
            return refuse("this hides nothing in published files; --prove " + options_.scorecard +
                          " says what it gives away");
        if (options_.format == "csv")
            return refuse("claims are no scorecard; --format text or json was expected");
        return protect_claims(asked);
    }

    int prove() {
        const auto text = text_of(options_.prove);
        if (!text)
            return could_not_be_done;
        return io::kind_of(*text) == io::ClaimText::scorecards ? prove_scorecards(*text)
                                                               : prove_files(*text);
    }

  private:
    int protect_scorecards(const std::string& text, const audit::DisclosureOptions& asked) {
        const auto scorecards = read_scorecards(text, options_.scorecard);
        if (!scorecards)
            return could_not_be_done;
        const audit::Disclosure disclosure = audit::protect(scorecards->publication(), asked);
        if (options_.format != "csv")
            return answer(disclosure, scorecards->publication(), asked, all_was_read());
        if (disclosure.verdict != audit::Verdict::possible) {
            std::cerr << "indicare: the scorecard is not safe, and was not written; --format text "
                         "says why\n";
            return status_of(disclosure.verdict);
        }
        if (!write_text(options_.output, scorecards->hiding(disclosure)))
            return could_not_be_done;
        return all_was_read() ? safe : not_decided;
    }

    int protect_claims(const audit::DisclosureOptions& asked) const {
        ClaimFiles files;
        if (!files.add(options_.scorecard))
            return could_not_be_done;
        const std::size_t own = files.size();
        if (!add_also(files))
            return could_not_be_done;
        const audit::Claims& claims = files.finish(options_.places, options_.findings);
        if (own == 0)
            return refuse("nothing is claimed in " + options_.scorecard);
        const audit::Publication publication = audit::publication_of(claims, own);
        return answer(audit::protect(publication, asked), publication, asked, files.all_was_read());
    }

    int prove_scorecards(const std::string& text) {
        const auto scorecards = read_scorecards(text, options_.prove);
        return scorecards
                   ? recover(scorecards->publication().claims, scorecards->hidden(), all_was_read())
                   : could_not_be_done;
    }

    int prove_files(const std::string& text) const {
        ClaimFiles files;
        if (!files.add(options_.prove) || !add_also(files))
            return could_not_be_done;
        const audit::Claims& claims = files.finish(options_.places, options_.findings);
        if (claims.size() == 0)
            return refuse("nothing is claimed in " + options_.prove);
        return recover(claims,
                       io::kind_of(text) == io::ClaimText::published ? files.hidden()
                                                                     : audit::not_stated(claims),
                       files.all_was_read());
    }

    bool add_also(ClaimFiles& files) const {
        return std::all_of(options_.also.begin(), options_.also.end(),
                           [&files](const std::string& file) { return files.add(file); });
    }

    /// Scorecards and what is known besides; nothing, with the reason said, where that cannot be
    /// read or there is no number in them.
    std::optional<io::ScorecardClaims> read_scorecards(const std::string& text,
                                                       const std::string& file) {
        auto scorecards = io::ScorecardClaims::read(text, file, findings_);
        const bool read = scorecards && add_known(*scorecards);
        say(findings_, {.most = options_.findings});
        say_what_was_left_out(findings_);
        if (!read)
            return std::nullopt;
        if (scorecards->publication().claims.names().empty()) {
            refuse("there is no number in " + file);
            return std::nullopt;
        }
        return scorecards;
    }

    bool all_was_read() const { return findings_.count_of(quality::Severity::error) == 0; }

    audit::RecoveryOptions recovery() const {
        return {options_.values, {exact::Rounding::half_up}, give_up_after(options_.seconds)};
    }

    int answer(const audit::Disclosure& disclosure, const audit::Publication& publication,
               const audit::DisclosureOptions& asked, bool all_was_read) const {
        const std::string text =
            options_.format == "json"
                ? io::to_json(disclosure, publication, asked)
                : io::to_text(disclosure, publication, asked, options_.scorecard);
        if (!write_text(options_.output, text))
            return could_not_be_done;
        const int status = status_of(disclosure.verdict);
        return status == safe && !all_was_read ? not_decided : status;
    }

    /// Adds what else is known: scorecards, published files, claims. False when one cannot be read.
    bool add_known(io::ScorecardClaims& scorecards) {
        return std::all_of(options_.also.begin(), options_.also.end(),
                           [&](const std::string& file) { return add_known(file, scorecards); });
    }

    bool add_known(const std::string& file, io::ScorecardClaims& scorecards) {
        const auto text = text_of(file);
        if (!text)
            return false;
        const io::KnownBesides known = io::add_known(scorecards, *text, file, findings_);
        if (!known.has_its_columns)
            return false;
        if (!known.passed_over)
            std::cerr << "indicare: " << file << " has nothing of the authority of the scorecard\n";
        else if (*known.passed_over > 0)
            std::cerr << "indicare: " << *known.passed_over << " figures of " << file
                      << " differ from those of the scorecard, and were taken for other numbers\n";
        return true;
    }

    int recover(const audit::Claims& claims, const std::vector<audit::Unknown>& hidden,
                bool all_was_read) const {
        const audit::RecoveryOptions asked = recovery();
        const auto recovered = audit::recover(claims, hidden, asked);
        const std::string out = options_.format == "json"
                                    ? io::to_json(recovered, claims, asked)
                                    : io::to_text(recovered, claims, asked, options_.prove);
        if (!write_text(options_.output, out))
            return could_not_be_done;
        const int status = status_of(audit::verdict_of(recovered, options_.values));
        return status == safe && !all_was_read ? not_decided : status;
    }

    const Options& options_;
    quality::Findings findings_;
};

int run(const Options& options) {
    if (options.scorecard.empty() == options.prove.empty()) {
        std::cerr << "indicare: a scorecard was expected, or --prove and what was published\n";
        return could_not_be_done;
    }
    Run run(options);
    return options.prove.empty() ? run.protect() : run.prove();
}

} // namespace

void add_disclose(CLI::App& app, int& status) {
    auto* command = app.add_subcommand(
        "disclose", "Hides small numbers of a scorecard, and what else would tell them, and proves "
                    "that they cannot be told; or says what a publication gives away.");
    command->footer("With --format csv the scorecard is written with c in place of what is hidden. "
                    "docs/audit.md says what is proved.\nExit status: 0 safe, 1 not safe, 2 not "
                    "decided in the time given, or not all could be read.");
    auto options = std::make_shared<Options>();
    command->add_option("scorecard", options->scorecard,
                        "The scorecard, as indicare scorecard --format csv writes it; or claims");
    command->add_option("--rule", options->small, "Which numbers are too small to print (1..5)");
    command
        ->add_option("--values", options->values,
                     "How many numbers must be possible for each that is hidden (2)")
        ->check(CLI::Range(2, 1000));
    command->add_option("--also", options->also,
                        "What is known besides: last year's scorecard, published files, claims");
    command->add_option("--prove", options->prove,
                        "Say what a publication gives away of what it hides: a scorecard with c in "
                        "it, a published file, or claims");
    command->add_flag("--places", options->places,
                      "With --prove of published files: take it, too, that authorities add up to "
                      "regions");
    command->add_option("--time", options->seconds, "Seconds after which to give up (60)")
        ->check(CLI::PositiveNumber);
    command->add_option("--findings", options->findings, "How many findings are shown (20)");
    command->add_option("--format", options->format, "text, json; csv: the scorecard itself")
        ->check(CLI::IsMember({"text", "csv", "json"}));
    command->add_option("--output,-o", options->output, "File to write instead of standard output");
    command->callback([options, &status] { status = run(*options); });
}

} // namespace indicare::cli
