// The children behind a figure.

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "boundary.hpp"
#include "figures.hpp"
#include "indicare/io/explanation_writer.hpp"
#include "indicare/io/life_writer.hpp"
#include "indicare/io/movement_writer.hpp"
#include "refusal.hpp"

namespace capi = indicare::capi;
namespace care = indicare::care;
namespace exact = indicare::exact;
namespace explain = indicare::explain;
namespace io = indicare::io;
namespace scorecard = indicare::scorecard;
using capi::Buffer;
using capi::text_of;
using explain::ExplainedChild;
using explain::Membership;

namespace {

/// An authority of the results, and where the records have it.
struct Authority {
    const scorecard::Scorecard& scorecard;
    care::Records::AuthorityNumber number;
};

Authority authority_of(const capi::Session& work, int64_t authority) {
    const scorecard::Scorecard& scorecard = capi::scorecard_of(work, authority);
    const care::Records& records = work.records_of_results();
    // There may be more authorities by now than when the results were computed.
    for (const auto number : scorecard::detail::authorities_by_name(records))
        if (records.name_of(number) == scorecard.authority)
            return {scorecard, number};
    throw capi::Refusal(INDICARE_NOT_AVAILABLE, "authority: its records are no longer there");
}

/// The definition of an indicator of which the authority has a figure.
const indicare::indicators::Definition& definition_of(const Authority& authority,
                                                      int64_t indicator) {
    return capi::available(capi::element(authority.scorecard.figures, "indicator", indicator))
        .definition();
}

std::vector<ExplainedChild> rows_of(const capi::Session& work, const Authority& authority,
                                    const indicare::indicators::Definition& definition) {
    return explain::explain(work.records_of_results(), work.request().policies,
                            care::Window(authority.scorecard.as_at), definition, authority.number);
}

int32_t number_of(Membership membership) {
    switch (membership) {
    case Membership::numerator:
        return INDICARE_NUMERATOR;
    case Membership::denominator:
        return INDICARE_DENOMINATOR;
    case Membership::undetermined:
        return INDICARE_UNDETERMINED;
    default:
        return INDICARE_OUTSIDE;
    }
}

/// Those who are not outside: the numerator, the denominator, the undetermined.
std::vector<ExplainedChild> in_order(std::vector<ExplainedChild> rows) {
    const auto membership = [](const ExplainedChild& row) {
        return row.explanation.standing.membership;
    };
    std::erase_if(
        rows, [&](const ExplainedChild& row) { return membership(row) == Membership::outside; });
    static_assert(Membership::numerator > Membership::denominator &&
                  Membership::denominator > Membership::undetermined);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const ExplainedChild& left, const ExplainedChild& right) {
                         return membership(left) > membership(right);
                     });
    return rows;
}

const ExplainedChild& explained_at(const capi::Session& work, int64_t place) {
    return capi::element(work.explained(), "place", place);
}

/// What one of the writers makes of it, in a format that `format_of` has let pass.
template <class... What>
std::string in_format(std::string_view format, const What&... what) {
    return format == "csv"    ? io::to_csv(what...)
           : format == "json" ? io::to_json(what...)
                              : io::to_table(what...);
}

std::string_view format_of(const char* format, size_t length) {
    return capi::format_of(format, length, {"text", "csv", "json"});
}

/// A target, or nothing where it is empty.
std::optional<exact::Decimal> target_of(std::string_view text) {
    if (text.empty())
        return std::nullopt;
    return capi::decimal_of("target", text);
}

void expect_before(care::Date since, care::Date as_at) {
    if (since < care::first_recordable || since >= as_at)
        throw capi::Refusal(
            INDICARE_OUT_OF_RANGE,
            "since: expected a day from 01/01/1900 and before that of the results, " +
                as_at.text() + ", not " + since.text());
}

io::MovedFigure moved(const capi::Session& work, const Authority& authority,
                      const indicare::indicators::Definition& definition, care::Date since) {
    const care::Records& records = work.records_of_results();
    const scorecard::Request& request = work.request();
    const std::string reason = scorecard::why_unavailable(definition, authority.scorecard.authority,
                                                          records.given.of(authority.number),
                                                          care::Window(since), request);
    if (!reason.empty())
        throw capi::Refusal(INDICARE_NOT_AVAILABLE,
                            "there is no figure on " + since.text() + ": " + reason);
    const auto moment = [&](care::Date day) {
        return explain::Moment{care::Window(day),
                               request.populations.of(authority.scorecard.authority, day)};
    };
    const care::Date as_at = authority.scorecard.as_at;
    return {authority.scorecard.authority, since, as_at,
            explain::movement(records, request.policies, authority.number, moment(since),
                              moment(as_at), definition)};
}

/// What was given in place of a child, where identifiers may be told.
std::string not_the_child(const capi::Session& work, std::string_view name) {
    return work.children_are_numbered() ? std::string()
                                        : ", not \"" + indicare::quality::printable(name) + "\"";
}

care::Records::ChildNumber child_of(const capi::Session& work, const Authority& authority,
                                    std::string_view name) {
    const care::Records& records = work.records_of_results();
    for (care::Records::ChildNumber number = 0; number < records.child_count(); ++number)
        if (records[number].authority == authority.number && records.know(number) &&
            records.name_of_child(number) == name)
            return number;
    throw capi::Refusal(INDICARE_NOT_FOUND, "child: expected one of the returns of the authority" +
                                                not_the_child(work, name));
}

} // namespace

indicare_status indicare_explain(indicare_session* session, int64_t authority, int64_t indicator) {
    return capi::call(session, [=](capi::Session& work) {
        const Authority whose = authority_of(work, authority);
        work.keep(in_order(rows_of(work, whose, definition_of(whose, indicator))));
        return INDICARE_OK;
    });
}

indicare_status indicare_explained_count(indicare_session* session, int64_t* count) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("count", count);
        *count = static_cast<int64_t>(work.explained().size());
        return INDICARE_OK;
    });
}

indicare_status indicare_explained(indicare_session* session, int64_t place, int32_t* membership,
                                   int64_t* amount) {
    return capi::call(session, [=](const capi::Session& work) {
        const explain::Standing& standing = explained_at(work, place).explanation.standing;
        capi::set(membership, number_of(standing.membership));
        capi::set(amount, standing.amount);
        return INDICARE_OK;
    });
}

indicare_status indicare_explained_child(indicare_session* session, int64_t place, char* buffer,
                                         size_t capacity, size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        const ExplainedChild& row = explained_at(work, place);
        return Buffer{buffer, capacity, length}.take(work.child_names().child(row.child));
    });
}

indicare_status indicare_explained_reason(indicare_session* session, int64_t place, char* buffer,
                                          size_t capacity, size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return Buffer{buffer, capacity, length}.take(explained_at(work, place).explanation.reason);
    });
}

indicare_status indicare_explained_decided_by(indicare_session* session, int64_t place,
                                              char* buffer, size_t capacity, size_t* length) {
    return capi::call(session, [=](const capi::Session& work) {
        return Buffer{buffer, capacity, length}.take(
            explained_at(work, place).explanation.decided_by);
    });
}

indicare_status indicare_make_explanation(indicare_session* session, int64_t authority,
                                          int64_t indicator, const char* target,
                                          size_t target_length, const char* format,
                                          size_t format_length) {
    return capi::call(session, [=](capi::Session& work) {
        const auto asked = format_of(format, format_length);
        const auto goal = target_of(text_of("target", target, target_length));
        const Authority whose = authority_of(work, authority);
        const auto& definition = definition_of(whose, indicator);
        const io::ExplainedFigure figure =
            io::explained(whose.scorecard, definition, rows_of(work, whose, definition), goal);
        work.keep(in_format(asked, std::span(&figure, 1), work.child_names()));
        return INDICARE_OK;
    });
}

indicare_status indicare_make_movement(indicare_session* session, int64_t authority,
                                       int64_t indicator, int32_t since, const char* format,
                                       size_t format_length) {
    return capi::call(session, [=](capi::Session& work) {
        const auto asked = format_of(format, format_length);
        const care::Date day = capi::day_of("since", since);
        const Authority whose = authority_of(work, authority);
        const auto& definition = definition_of(whose, indicator);
        expect_before(day, whose.scorecard.as_at);
        const io::MovedFigure figure = moved(work, whose, definition, day);
        work.keep(in_format(asked, std::span(&figure, 1), work.child_names()));
        return INDICARE_OK;
    });
}

indicare_status indicare_make_life(indicare_session* session, int64_t authority, const char* child,
                                   size_t child_length, const char* format, size_t format_length) {
    return capi::call(session, [=](capi::Session& work) {
        const auto asked = format_of(format, format_length);
        const auto name = text_of("child", child, child_length);
        const Authority whose = authority_of(work, authority);
        const care::Date as_at = whose.scorecard.as_at;
        const explain::Life life = explain::life_of(work.records_of_results(), work.request(),
                                                    as_at, child_of(work, whose, name));
        work.keep(in_format(asked, std::span(&life, 1), as_at, work.child_names()));
        return INDICARE_OK;
    });
}
