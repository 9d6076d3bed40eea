#include "audit/claim_parser.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "audit/claim_limits.hpp"
#include "audit/claim_tokens.hpp"
#include "indicare/exact/decimal.hpp"

namespace indicare::io {

using audit::FigureKind;
using audit::PrintedFigure;
using audit::Relation;
using audit::Sum;
using exact::integer;

namespace {

/// What is read, and how it is written in the text of a claim.
struct SpeltSum {
    Sum sum;
    std::string text;
};
struct SpeltFigure {
    exact::Decimal figure;
    std::string text;
};

Sum difference(const Sum& after, const Sum& before) {
    std::vector<audit::Term> terms(after.terms().begin(), after.terms().end());
    for (const audit::Term& term : before.terms())
        terms.push_back({term.unknown, -term.coefficient});
    return Sum::of(std::move(terms), after.constant() - before.constant());
}

exact::Precision precision_of(const exact::Decimal& printed, std::int64_t step) {
    return step == 0 ? exact::places(printed.places) : exact::nearest(step);
}

/// The grammar, a function for each of its rules. The first misreading is kept and ends the tokens:
/// what is read after it is empty, and nobody needs to ask.
class ClaimParser {
  public:
    ClaimParser(std::string_view statement, const NameMeant& name_meant)
        : tokens_(statement), name_meant_(name_meant) {}

    ParsedStatement parse() {
        statement();
        if (token_.kind != TokenKind::end)
            misread("the end of the claim");
        return std::move(parsed_);
    }

  private:
    void statement() {
        if (accept("shared"))
            parsed_.shared = name();
        else if (accept("apart"))
            parsed_.apart = name();
        else if (accept("percent"))
            share();
        else if (accept("mean"))
            mean();
        else if (accept("change"))
            change();
        else
            relation_rate_or_number();
    }

    void share() {
        const SpeltSum above = sum();
        expect("of");
        const SpeltSum below = divisor();
        figure({FigureKind::share, above.sum, below.sum, 100},
               "percent " + above.text + " of " + below.text);
    }

    void mean() {
        const SpeltSum above = sum();
        expect("/");
        const SpeltSum below = divisor();
        figure({FigureKind::mean, above.sum, below.sum, 1},
               "mean " + above.text + " / " + below.text);
    }

    void rate(const SpeltSum& above) {
        const std::string per(token_.text);
        const std::int64_t number = positive_number();
        const SpeltSum below = divisor();
        figure({FigureKind::rate, above.sum, below.sum, number},
               above.text + " per " + per + " " + below.text);
    }

    void change() {
        const Token first = token_;
        const SpeltSum before = sum();
        expect("->");
        const SpeltSum after = sum();
        const PrintedFigure change{FigureKind::change, difference(after.sum, before.sum),
                                   before.sum, 100};
        std::string text = "change " + before.text + " -> " + after.text;
        const std::int64_t step = step_before_equals(text);
        const Token printed_at = token_;
        const SpeltFigure printed = printed_figure(step);
        if (accept("%")) {
            check_divisor(before.sum, first);
            return add(change, text, printed, step, "%");
        }
        if (printed.figure.places != 0)
            misread("a whole number, or a percentage with its % sign", printed_at);
        if (step == 0)
            add(Relation{change.above, audit::Comparison::equal, Sum(printed.figure.units)},
                text + " = " + printed.text);
        else
            add({FigureKind::number, change.above}, text, printed, step, "");
        if (accept("(")) {
            check_divisor(before.sum, first);
            percentage_beside(change, "change " + before.text + " -> " + after.text,
                              printed.figure.units < 0);
        }
    }

    /// The percentage in brackets after a difference.
    void percentage_beside(const PrintedFigure& change, const std::string& text, bool is_decrease) {
        const bool has_sign = is("-") || is("+");
        SpeltFigure printed = printed_figure(0);
        if (!has_sign && is_decrease) {
            printed.figure.units = -printed.figure.units;
            printed.text = "-" + printed.text;
        }
        expect("%");
        expect(")");
        add(change, text, printed, 0, "%");
    }

    void relation_rate_or_number() {
        const SpeltSum left = sum();
        if (accept("per"))
            return rate(left);
        if (accept("in"))
            return range(left);
        if (is("~"))
            return figure({FigureKind::number, left.sum}, left.text);
        constexpr std::pair<std::string_view, audit::Comparison> comparisons[] = {
            {"=", audit::Comparison::equal},
            {"<=", audit::Comparison::at_most},
            {"<", audit::Comparison::below},
            {">=", audit::Comparison::at_least},
            {">", audit::Comparison::above}};
        for (const auto& [sign, comparison] : comparisons)
            if (accept(sign)) {
                const SpeltSum right = sum();
                return add(Relation{left.sum, comparison, right.sum},
                           left.text + " " + std::string(sign) + " " + right.text);
            }
        misread("one of = <= < >= > ~ per in");
    }

    void range(const SpeltSum& of) {
        const SpeltFigure least = signed_number(0);
        expect("..");
        const Token second = token_;
        const SpeltFigure greatest = signed_number(0);
        if (greatest.figure.units < least.figure.units)
            misread("a number that is not below the first", second);
        add(Relation{of.sum, audit::Comparison::at_least, Sum(least.figure.units)},
            of.text + " >= " + least.text);
        add(Relation{of.sum, audit::Comparison::at_most, Sum(greatest.figure.units)},
            of.text + " <= " + greatest.text);
    }

    /// The end of a claim of a printed figure, from `~` or `=` on.
    void figure(const PrintedFigure& figure, std::string text) {
        const std::int64_t step = step_before_equals(text);
        const SpeltFigure printed = printed_figure(step);
        const bool is_share = figure.kind == FigureKind::share;
        if (is_share)
            accept("%");
        add(figure, text, printed, step, is_share ? "%" : "");
    }

    /// `~10 =` or `=`: the step, 0 where there is none.
    std::int64_t step_before_equals(std::string& text) {
        std::int64_t step = 0;
        if (accept("~")) {
            text += " ~" + std::string(token_.text);
            step = positive_number();
        }
        expect("=");
        return step;
    }

    SpeltFigure printed_figure(std::int64_t step) {
        const Token first = token_;
        SpeltFigure printed = signed_number(most_places_claimed);
        if (step != 0 && printed.figure.places != 0)
            misread("a whole number, since it is rounded to the nearest " + std::to_string(step),
                    first);
        return printed;
    }

    SpeltSum sum() {
        std::vector<audit::Term> terms;
        integer constant = 0;
        std::string text;
        bool is_minus = accept("-");
        if (is_minus)
            text = "-";
        for (;;) {
            term(is_minus, terms, constant, text);
            is_minus = is("-");
            if (!is_minus && !is("+"))
                return {Sum::of(std::move(terms), constant), std::move(text)};
            next();
            text += is_minus ? " - " : " + ";
        }
    }

    void term(bool is_minus, std::vector<audit::Term>& terms, integer& constant,
              std::string& text) {
        integer number = 1;
        const bool has_number = token_.kind == TokenKind::number;
        if (has_number) {
            text += token_.text;
            number = unsigned_number(0).units;
        }
        if (is_minus)
            number = -number;
        const bool is_times = has_number && accept("*");
        if (has_number && !is_times && token_.kind != TokenKind::name) {
            constant += number;
            return;
        }
        if (token_.kind != TokenKind::name)
            return misread(is_times ? "a name" : "a name or a number");
        const std::string meant = name_meant_(token_.text);
        text += (has_number ? " " : "") + meant;
        terms.push_back({parsed_.claims.unknown(meant), number});
        next();
    }

    /// A sum by which something is divided.
    SpeltSum divisor() {
        const Token first = token_;
        SpeltSum below = sum();
        check_divisor(below.sum, first);
        return below;
    }

    void check_divisor(const Sum& below, const Token& first) {
        if (below.is_constant() && below.constant() < 1)
            misread("something that can be above 0", first);
    }

    std::string_view name() {
        const std::string_view text = token_.text;
        if (token_.kind == TokenKind::name)
            next();
        else
            misread("a name");
        return text;
    }

    std::int64_t positive_number() {
        const Token first = token_;
        const auto number = static_cast<std::int64_t>(unsigned_number(0).units);
        if (number < 1)
            misread("a whole number above 0", first);
        return number;
    }

    SpeltFigure signed_number(unsigned places) {
        const bool is_minus = is("-");
        std::string text;
        if (is_minus || is("+")) {
            text = token_.text;
            next();
        }
        text += token_.text;
        exact::Decimal number = unsigned_number(places);
        if (is_minus)
            number.units = -number.units;
        return {std::move(number), std::move(text)};
    }

    exact::Decimal unsigned_number(unsigned places) {
        auto number = token_.kind == TokenKind::number
                          ? exact::parse_decimal(token_.text, exact::Thousands::commas)
                          : std::nullopt;
        if (!number)
            misread("a number such as 620, 31,010 or 15.3");
        else if (number->places > places)
            misread(places == 0 ? "a whole number, as numbers of children are"
                                : "no more than 12 decimal places");
        else if (number->units > most_claimed * exact::power_of_ten(number->places))
            misread("a number of at most 1,000,000,000");
        else {
            next();
            return *std::move(number);
        }
        return {};
    }

    void add(audit::Statement statement, std::string text) {
        parsed_.claims.add({std::move(statement), std::move(text)});
    }
    void add(PrintedFigure figure, const std::string& text, const SpeltFigure& printed,
             std::int64_t step, std::string_view sign) {
        figure.printed = printed.figure;
        figure.precision = precision_of(printed.figure, step);
        add(std::move(figure), (text + " = " + printed.text).append(sign));
    }

    bool is(std::string_view text) const { return token_.text == text; }
    void next() { token_ = tokens_.next(); }
    bool accept(std::string_view text) {
        const bool is_there = is(text);
        if (is_there)
            next();
        return is_there;
    }
    void expect(std::string_view text) {
        if (!accept(text))
            misread(std::string(text));
    }
    void misread(std::string expected) { misread(std::move(expected), token_); }
    void misread(std::string expected, const Token& at) {
        if (!parsed_.misreading)
            parsed_.misreading = {at.at, at.text, std::move(expected)};
        tokens_.stop();
        next();
    }

    ClaimTokens tokens_;
    const NameMeant& name_meant_;
    Token token_ = tokens_.next();
    ParsedStatement parsed_;
};

} // namespace

ParsedStatement parse_statement(std::string_view statement, const NameMeant& name_meant) {
    return ClaimParser(statement, name_meant).parse();
}

} // namespace indicare::io
