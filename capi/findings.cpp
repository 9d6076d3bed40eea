#include "boundary.hpp"
#include "indicare/quality/anonymous.hpp"

namespace capi = indicare::capi;
namespace quality = indicare::quality;
using capi::Buffer;
using quality::Finding;

static_assert(static_cast<int32_t>(quality::Severity::note) == INDICARE_NOTE);
static_assert(static_cast<int32_t>(quality::Severity::warning) == INDICARE_WARNING);
static_assert(static_cast<int32_t>(quality::Severity::error) == INDICARE_ERROR);

namespace {

bool is_severity(int32_t severity) {
    return severity >= INDICARE_NOTE && severity <= INDICARE_ERROR;
}

int64_t count_of_kept(const capi::Session& work) {
    int64_t count = 0;
    for (const quality::Findings* findings : work.findings())
        count += static_cast<int64_t>(findings->kept().size());
    return count;
}

const Finding& kept_finding(const capi::Session& work, int64_t finding) {
    capi::expect_index("finding", finding, static_cast<std::size_t>(count_of_kept(work)));
    auto at = static_cast<std::size_t>(finding);
    const auto [of_returns, besides] = work.findings();
    const std::vector<Finding>& first = of_returns->kept();
    return at < first.size() ? first[at] : besides->kept()[at - first.size()];
}

/// A finding as the session shows it.
Finding finding_of(const capi::Session& work, int64_t finding) {
    const Finding& kept = kept_finding(work, finding);
    return work.children_are_numbered() ? anonymous(kept) : kept;
}

/// Gives the text that `tell` makes of a finding.
template <class Tell>
indicare_status give_text(indicare_session* session, int64_t finding, const Buffer& buffer,
                          Tell&& tell) {
    return capi::call(session, [&](const capi::Session& work) {
        const Finding shown = finding_of(work, finding);
        return buffer.take(tell(shown));
    });
}

} // namespace

const char* indicare_severity_name(int32_t severity) {
    return is_severity(severity) ? quality::name_of(static_cast<quality::Severity>(severity)).data()
                                 : nullptr;
}

indicare_status indicare_finding_total(indicare_session* session, int32_t severity,
                                       int64_t* total) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("total", total);
        if (!is_severity(severity))
            throw capi::Refusal(INDICARE_OUT_OF_RANGE,
                                "severity: expected 0 to 2, not " + std::to_string(severity));
        *total = 0;
        for (const quality::Findings* findings : work.findings())
            *total +=
                static_cast<int64_t>(findings->count_of(static_cast<quality::Severity>(severity)));
        return INDICARE_OK;
    });
}

indicare_status indicare_finding_count(indicare_session* session, int64_t* count) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("count", count);
        *count = count_of_kept(work);
        return INDICARE_OK;
    });
}

indicare_status indicare_finding(indicare_session* session, int64_t finding, const char** code,
                                 int32_t* severity, int64_t* line) {
    return capi::call(session, [=](const capi::Session& work) {
        const Finding& found = kept_finding(work, finding);
        if (code != nullptr)
            *code = quality::name_of(found.code).data();
        if (severity != nullptr)
            *severity = static_cast<int32_t>(quality::severity_of(found.code));
        if (line != nullptr)
            *line = static_cast<int64_t>(found.line);
        return INDICARE_OK;
    });
}

indicare_status indicare_finding_file(indicare_session* session, int64_t finding, char* buffer,
                                      size_t capacity, size_t* length) {
    return give_text(session, finding, {buffer, capacity, length},
                     [](const Finding& found) { return std::string_view(found.file); });
}

indicare_status indicare_finding_column(indicare_session* session, int64_t finding, char* buffer,
                                        size_t capacity, size_t* length) {
    return give_text(session, finding, {buffer, capacity, length},
                     [](const Finding& found) { return std::string_view(found.column); });
}

indicare_status indicare_finding_value(indicare_session* session, int64_t finding, char* buffer,
                                       size_t capacity, size_t* length) {
    return give_text(session, finding, {buffer, capacity, length},
                     [](const Finding& found) { return std::string_view(found.value); });
}

indicare_status indicare_finding_child(indicare_session* session, int64_t finding, char* buffer,
                                       size_t capacity, size_t* length) {
    return give_text(session, finding, {buffer, capacity, length},
                     [](const Finding& found) { return std::string_view(found.child); });
}

indicare_status indicare_finding_message(indicare_session* session, int64_t finding, char* buffer,
                                         size_t capacity, size_t* length) {
    return give_text(session, finding, {buffer, capacity, length},
                     [](const Finding& found) { return std::string_view(found.message); });
}

indicare_status indicare_finding_as_text(indicare_session* session, int64_t finding, char* buffer,
                                         size_t capacity, size_t* length) {
    return give_text(session, finding, {buffer, capacity, length},
                     [](const Finding& found) { return quality::to_text(found); });
}
