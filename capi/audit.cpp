// Whether all that a report prints can be true, and what it gives away.

#include "indicare/audit/audit.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "boundary.hpp"
#include "indicare/audit/disclosure.hpp"
#include "indicare/io/audit_writer.hpp"
#include "indicare/io/claim_texts.hpp"
#include "indicare/io/disclosure_writer.hpp"
#include "indicare/quality/finding.hpp"

namespace audit = indicare::audit;
namespace capi = indicare::capi;
namespace io = indicare::io;
namespace quality = indicare::quality;
using audit::Verdict;
using capi::Refusal;
using capi::text_of;

static_assert(static_cast<int32_t>(Verdict::possible) == INDICARE_POSSIBLE);
static_assert(static_cast<int32_t>(Verdict::impossible) == INDICARE_IMPOSSIBLE);
static_assert(static_cast<int32_t>(Verdict::undecided) == INDICARE_UNDECIDED);

namespace {

constexpr int64_t most_numbers = 1'000'000; ///< of a range that is small, or that is required

bool all_was_read(const quality::Findings& findings) {
    return findings.count_of(quality::Severity::error) == 0;
}

/// Nothing is said to be possible or safe unless there was something, and all of it was read.
Verdict verdict_on(Verdict found, bool is_whole) {
    return found == Verdict::possible && !is_whole ? Verdict::undecided : found;
}

audit::Roundings roundings_of(std::string_view name) {
    auto roundings = audit::roundings_named(name);
    if (!roundings)
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      "rounding: expected half_up, half_even, half_down, truncate, up, down or "
                      "any, not \"" +
                          quality::printable(name) + "\"");
    return std::move(*roundings);
}

/// All texts that were given; findings about them were added then.
struct Given {
    explicit Given(const capi::Session& work) {
        quality::Findings findings(0);
        for (const capi::NamedText& given : work.claims()) {
            texts.read(given.text, given.file, findings);
            title += (title.empty() ? "" : ", ") + given.file;
        }
        constexpr bool places_add_up = false;
        texts.finish(places_add_up);
        is_whole = all_was_read(findings) && texts.claims().size() > 0;
    }

    io::ClaimTexts texts;
    std::string title;
    bool is_whole;
};

} // namespace

indicare_status indicare_give_claims(indicare_session* session, const char* file,
                                     size_t file_length, const char* text, size_t text_length) {
    return capi::call(session, [=](capi::Session& work) {
        std::string name(text_of("file", file, file_length));
        work.give_claims(std::move(name), text_of("text", text, text_length));
        return INDICARE_OK;
    });
}

indicare_status indicare_forget_claims(indicare_session* session) {
    return capi::call(session, [](capi::Session& work) {
        work.forget_claims();
        return INDICARE_OK;
    });
}

indicare_status indicare_set_patience(indicare_session* session, indicare_patience patience,
                                      void* context) {
    return capi::call(session, [=](capi::Session& work) {
        if (patience == nullptr)
            work.set_patience({});
        else
            work.set_patience([patience, context] { return patience(context) != 0; });
        return INDICARE_OK;
    });
}

indicare_status indicare_make_audit(indicare_session* session, const char* rounding,
                                    size_t rounding_length, const char* format,
                                    size_t format_length, int32_t* verdict) {
    return capi::call(session, [=](capi::Session& work) {
        audit::AuditOptions asked;
        asked.roundings = roundings_of(text_of("rounding", rounding, rounding_length));
        asked.give_up = work.patience();
        const auto form = capi::format_of(format, format_length, {"text", "json", "claims"});
        if (work.claims().empty())
            throw Refusal(INDICARE_WRONG_ORDER,
                          "nothing was claimed; expected indicare_give_claims first");
        const Given given(work);
        const audit::Claims& claims = given.texts.claims();
        if (form == "claims") {
            work.keep(io::to_text(claims));
            capi::set(verdict, INDICARE_UNDECIDED);
            return INDICARE_OK;
        }
        const audit::Audit found = audit::audit(claims, asked);
        work.keep(form == "json" ? io::to_json(found, claims, asked.roundings)
                                 : io::to_text(found, claims, asked.roundings, given.title));
        capi::set(verdict, verdict_on(found.verdict, given.is_whole && found.is_complete));
        return INDICARE_OK;
    });
}

namespace {

/// What is printed, with all that is known besides.
class Printed {
  public:
    Printed(capi::Session& work, const std::string& file, std::string_view text)
        : kind_(io::kind_of(text)) {
        quality::Findings findings = work.new_findings();
        quality::Findings again(0);
        const bool is_recognised = kind_ == io::ClaimText::scorecards
                                       ? read_scorecards(work, file, text, findings, again)
                                       : read_claims(work, file, text, findings, again);
        const bool is_empty = kind_ == io::ClaimText::claims ? own_ == 0 : claims().names().empty();
        is_whole_ = all_was_read(findings) && all_was_read(again) && !is_empty;
        work.add_findings(std::move(findings));
        if (!is_recognised)
            throw Refusal(INDICARE_NOT_RECOGNISED,
                          "text: expected the columns of a scorecard or of a published file; a "
                          "finding says which is missing");
    }

    io::ClaimText kind() const { return kind_; }
    /// There is something, and all of it was read.
    bool is_whole() const { return is_whole_; }

    const audit::Claims& claims() const {
        return scorecards_ ? scorecards_->publication().claims : texts_.claims();
    }
    audit::Publication publication() const {
        return scorecards_ ? scorecards_->publication()
                           : audit::publication_of(texts_.claims(), own_);
    }
    std::vector<audit::Unknown> hidden() const {
        if (scorecards_)
            return scorecards_->hidden();
        return kind_ == io::ClaimText::published ? texts_.hidden() : audit::not_stated(claims());
    }
    /// The scorecard without what is hidden.
    std::string hiding(const audit::Disclosure& disclosure) const {
        return scorecards_->hiding(disclosure);
    }

  private:
    bool read_scorecards(const capi::Session& work, const std::string& file, std::string_view text,
                         quality::Findings& findings, quality::Findings& again) {
        scorecards_ = io::ScorecardClaims::read(text, file, findings);
        if (!scorecards_)
            return false;
        for (const capi::NamedText& given : work.claims()) {
            // A published file is looked through for one authority now, and was for claims then.
            const bool is_published = io::kind_of(given.text) == io::ClaimText::published;
            io::add_known(*scorecards_, given.text, given.file, is_published ? findings : again);
        }
        return true;
    }

    /// A published file too, what it claims being known when all has been read.
    bool read_claims(const capi::Session& work, const std::string& file, std::string_view text,
                     quality::Findings& findings, quality::Findings& again) {
        if (!texts_.read(text, file, findings))
            return false;
        own_ = texts_.claims().size();
        for (const capi::NamedText& given : work.claims())
            texts_.read(given.text, given.file, again);
        constexpr bool places_add_up = false;
        texts_.finish(places_add_up);
        return true;
    }

    io::ClaimText kind_;
    std::optional<io::ScorecardClaims> scorecards_;
    io::ClaimTexts texts_;
    std::size_t own_ = 0; ///< so many claims are of the text itself
    bool is_whole_ = false;
};

audit::RecoveryOptions recovery_of(const capi::Session& work, int64_t values) {
    capi::expect_within("values", values, 2, most_numbers);
    audit::RecoveryOptions asked;
    asked.values = static_cast<std::size_t>(values);
    asked.give_up = work.patience();
    return asked;
}

void expect_can_be_hidden_in(io::ClaimText kind, std::string_view form) {
    if (kind == io::ClaimText::published)
        throw Refusal(INDICARE_NOT_RECOGNISED,
                      "text: expected a scorecard or claims, not a published file; what that gives "
                      "away indicare_make_recovery tells");
    if (kind == io::ClaimText::claims && form == "csv")
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      "format: expected text or json, not \"csv\", which is for scorecards");
}

audit::Disclosure disclosure_of(const audit::Publication& publication,
                                const audit::DisclosureOptions& asked) {
    try {
        return audit::protect(publication, asked);
    } catch (const std::domain_error& error) {
        throw Refusal(INDICARE_CONFLICT, std::string("text: ") + error.what());
    }
}

} // namespace

indicare_status indicare_make_disclosure(indicare_session* session, const char* file,
                                         size_t file_length, const char* text, size_t text_length,
                                         int64_t small, int64_t values, const char* format,
                                         size_t format_length, int32_t* verdict) {
    return capi::call(session, [=](capi::Session& work) {
        capi::expect_within("small", small, 1, most_numbers);
        const audit::DisclosureOptions asked{{1, small}, recovery_of(work, values)};
        const auto form = capi::format_of(format, format_length, {"text", "json", "csv"});
        const std::string name(text_of("file", file, file_length));
        const std::string_view given = text_of("text", text, text_length);
        expect_can_be_hidden_in(io::kind_of(given), form);
        const Printed printed(work, name, given);
        const audit::Publication publication = printed.publication();
        const audit::Disclosure found = disclosure_of(publication, asked);
        const bool is_whole = printed.is_whole() && !publication.cells.empty();
        const Verdict all = verdict_on(found.verdict, is_whole);
        if (form == "csv" && all != Verdict::possible) {
            capi::set(verdict, all);
            throw Refusal(INDICARE_NOT_AVAILABLE,
                          "the scorecard is not safe, and was not made; the formats text and json "
                          "say why");
        }
        work.keep(form == "csv"    ? printed.hiding(found)
                  : form == "json" ? io::to_json(found, publication, asked)
                                   : io::to_text(found, publication, asked, name));
        capi::set(verdict, all);
        return INDICARE_OK;
    });
}

indicare_status indicare_make_recovery(indicare_session* session, const char* file,
                                       size_t file_length, const char* text, size_t text_length,
                                       int64_t values, const char* format, size_t format_length,
                                       int32_t* verdict) {
    return capi::call(session, [=](capi::Session& work) {
        const audit::RecoveryOptions asked = recovery_of(work, values);
        const auto form = capi::format_of(format, format_length, {"text", "json"});
        const std::string name(text_of("file", file, file_length));
        const Printed printed(work, name, text_of("text", text, text_length));
        const auto found = audit::recover(printed.claims(), printed.hidden(), asked);
        work.keep(form == "json" ? io::to_json(found, printed.claims(), asked)
                                 : io::to_text(found, printed.claims(), asked, name));
        capi::set(verdict, verdict_on(audit::verdict_of(found, asked.values), printed.is_whole()));
        return INDICARE_OK;
    });
}
