#include <charconv>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit_input.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "indicare/audit/disclosure.hpp"
#include "indicare/audit/reading.hpp"
#include "indicare/exact/decimal.hpp"
#include "indicare/io/disclosure_writer.hpp"
#include "indicare/io/published_statistics.hpp"
#include "indicare/io/scorecard_claims.hpp"

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

/// A claims file as a publication: what it states of names are cells, how they add up is known.
audit::Publication publication_of(audit::Claims claims) {
    audit::Publication publication;
    for (audit::ClaimNumber claim = 0; claim < claims.size(); ++claim)
        if (audit::has_reading(claims[claim]))
            publication.cells.insert(claim);
    publication.claims = std::move(claims);
    return publication;
}

class Run {
  public:
    explicit Run(const Options& options) : options_(options) {}

    int protect() {
        const auto small = range_of(options_.small);
        const auto text = small ? text_of(options_.scorecard) : std::nullopt;
        if (!text)
            return could_not_be_done;
        audit::DisclosureOptions asked{*small, recovery()};
        if (!io::ScorecardClaims::is_of_scorecards(*text))
            return protect_claims(*text, asked);
        auto scorecards = io::ScorecardClaims::read(*text, options_.scorecard, findings_);
        const bool read = scorecards && add_known(*scorecards);
        show(findings_, options_.findings);
        if (!read)
            return could_not_be_done;
        const audit::Disclosure disclosure = audit::protect(scorecards->publication(), asked);
        const std::string out = options_.format == "csv"
                                    ? scorecards->hiding(disclosure)
                                    : answer(disclosure, scorecards->publication(), asked);
        return write_text(options_.output, out) ? status_of(disclosure.verdict) : could_not_be_done;
    }

    int prove() {
        const auto text = text_of(options_.prove);
        if (!text)
            return could_not_be_done;
        if (io::ScorecardClaims::is_of_scorecards(*text)) {
            auto scorecards = io::ScorecardClaims::read(*text, options_.prove, findings_);
            const bool read = scorecards && add_known(*scorecards);
            show(findings_, options_.findings);
            return read ? recover(scorecards->publication().claims, scorecards->hidden())
                        : could_not_be_done;
        }
        return PublishedFiles::is_one(*text) ? prove_published(*text) : prove_claims(*text);
    }

  private:
    int prove_claims(const std::string& text) {
        io::ClaimsRead read;
        io::read_claims(text, options_.prove, findings_, read);
        for (const std::string& file : options_.also) {
            const auto known = text_of(file);
            if (!known)
                return could_not_be_done;
            io::read_claims(*known, file, findings_, read);
        }
        show(findings_, options_.findings);
        return recover(read.claims, not_stated(read.claims));
    }

    int prove_published(const std::string& text) {
        PublishedFiles published;
        published.add(text, options_.prove, findings_);
        for (const std::string& file : options_.also) {
            const auto known = text_of(file);
            if (!known)
                return could_not_be_done;
            published.add(*known, file, findings_);
        }
        show(findings_, options_.findings);
        const audit::Claims claims = published.finish(options_.places);
        return recover(claims, published.hidden());
    }

    audit::RecoveryOptions recovery() const {
        return {options_.values, {exact::Rounding::half_up}, give_up_after(options_.seconds)};
    }

    std::string answer(const audit::Disclosure& disclosure, const audit::Publication& publication,
                       const audit::DisclosureOptions& asked) const {
        if (options_.format == "json")
            return io::to_json(disclosure, publication, asked);
        return io::to_text(disclosure, publication, asked, options_.scorecard);
    }

    int protect_claims(const std::string& text, const audit::DisclosureOptions& asked) {
        io::ClaimsRead read;
        io::read_claims(text, options_.scorecard, findings_, read);
        const std::size_t own = read.claims.size();
        for (const std::string& file : options_.also) {
            const auto known = text_of(file);
            if (!known)
                return could_not_be_done;
            io::read_claims(*known, file, findings_, read);
        }
        show(findings_, options_.findings);
        if (options_.format == "csv") {
            std::cerr << "indicare: claims are no scorecard; --format text or json was expected\n";
            return could_not_be_done;
        }
        audit::Publication publication = publication_of(std::move(read.claims));
        std::erase_if(publication.cells, [own](audit::ClaimNumber cell) { return cell >= own; });
        const audit::Disclosure disclosure = audit::protect(publication, asked);
        return write_text(options_.output, answer(disclosure, publication, asked))
                   ? status_of(disclosure.verdict)
                   : could_not_be_done;
    }

    /// Adds what else is known: scorecards, published files, claims.
    bool add_known(io::ScorecardClaims& scorecards) {
        const io::PublishedMapping mapping = io::known_releases();
        for (const std::string& file : options_.also) {
            const auto text = text_of(file);
            if (!text)
                return false;
            std::optional<std::size_t> passed_over;
            if (io::ScorecardClaims::is_of_scorecards(*text)) {
                if (auto other = io::ScorecardClaims::read(*text, file, findings_))
                    passed_over = scorecards.add_known(other->publication().claims);
            } else if (PublishedFiles::is_one(*text)) {
                scorecard::PublishedStatistics published;
                io::PublishedReader reader(mapping, published, findings_);
                reader.begin_file(file);
                reader.feed(*text);
                reader.end_file();
                passed_over = scorecards.add_known(published);
                if (!passed_over)
                    std::cerr << "indicare: " << file
                              << " has nothing of the authority of the scorecard\n";
            } else {
                io::ClaimsRead read;
                io::read_claims(*text, file, findings_, read);
                passed_over = scorecards.add_known(read.claims);
            }
            if (passed_over.value_or(0) > 0)
                std::cerr << "indicare: " << *passed_over << " figures of " << file
                          << " differ from those of the scorecard, and were taken for other "
                             "numbers\n";
        }
        return true;
    }

    static std::vector<audit::Unknown> not_stated(const audit::Claims& claims) {
        std::vector<bool> stated(claims.names().size());
        for (const audit::Claim& claim : claims.all()) {
            const auto* relation = std::get_if<audit::Relation>(&claim.statement);
            if (relation != nullptr && relation->comparison == audit::Comparison::equal &&
                relation->left.terms().size() == 1 && relation->right.is_constant())
                stated[relation->left.terms().front().unknown] = true;
        }
        std::vector<audit::Unknown> hidden;
        for (audit::Unknown unknown = 0; unknown < stated.size(); ++unknown)
            if (!stated[unknown])
                hidden.push_back(unknown);
        return hidden;
    }

    int recover(const audit::Claims& claims, const std::vector<audit::Unknown>& hidden) {
        const audit::RecoveryOptions asked = recovery();
        const auto recovered = audit::recover(claims, hidden, asked);
        const std::string out = options_.format == "json"
                                    ? io::to_json(recovered, claims, asked)
                                    : io::to_text(recovered, claims, asked, options_.prove);
        if (!write_text(options_.output, out))
            return could_not_be_done;
        int status = safe;
        for (const audit::Recovered& one : recovered) {
            if (one.verdict == audit::Verdict::possible && one.values < options_.values)
                return not_safe;
            if (one.values < options_.values)
                status = not_decided;
        }
        return status;
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
                    "decided in the time given.");
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
