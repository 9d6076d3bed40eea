#include "audit/published/claims_maker.hpp"

#include <array>

#include "indicare/exact/printing.hpp"

namespace indicare::io {

using audit::FigureKind;
using audit::LawKind;
using audit::PrintedFigure;
using audit::Relation;
using audit::Sum;
using scorecard::CellKind;

namespace {

const TableCells& figures_of(const LearntLaw& learnt, const TableLine& line) {
    return learnt.law.kind == LawKind::share_of  ? line.percentages
           : learnt.law.kind == LawKind::rate_of ? line.rates
                                                 : line.counts;
}

exact::Decimal decimal_of(const TableCell& cell) {
    return {cell.units, cell.places};
}

std::string cell_text(const TableCell& cell) {
    return exact::print(decimal_of(cell));
}

} // namespace

void PublishedClaimsMaker::claim_numbers() {
    for (TableLine& line : table_.lines)
        if (!line.is_figure)
            claim_counts(line);
    for (TableFile& file : table_.files)
        claim_populations(file);
}

void PublishedClaimsMaker::claim_counts(TableLine& line) {
    const std::string& file = table_.files[line.file].name;
    for (TableCell& cell : line.counts.all()) {
        if (cell.is_nothing() || cell.kind == CellKind::blank)
            continue;
        cell.unknown = named(cell.slot, line.words);
        if (cell.kind == CellKind::confidential)
            hidden_.push_back(
                {cell.unknown, file, cell.line, line.column, table_.told(line, cell.slot)});
        stand_at(file, cell.line);
        claim_count(line, cell);
    }
}

void PublishedClaimsMaker::claim_count(const TableLine& line, const TableCell& cell) {
    const Told one = told(cell);
    const auto number = [](std::int64_t value) { return Told{Sum(value), std::to_string(value)}; };
    const bool rounded = table_.is_rounded(line, cell.slot);
    if (cell.kind == CellKind::near_zero) {
        relate(one, audit::Comparison::above, number(0));
        if (rounded)
            relate(one, audit::Comparison::below, number(5));
    } else if (cell.is_shown() && rounded) {
        print({FigureKind::number, one.sum, Sum(1), 1, decimal_of(cell), exact::nearest(10)},
              one.text + " ~10 = " + cell_text(cell));
    } else if (cell.is_shown()) {
        relate(one, audit::Comparison::equal, number(cell.units));
    }
}

void PublishedClaimsMaker::claim_populations(TableFile& file) {
    for (TableCell& cell : file.populations.all()) {
        if (!cell.is_shown() || cell.places > 0 || cell.units < 0)
            continue;
        cell.least = cell.most = cell.units;
        cell.unknown = named(cell.slot, file.population_words);
        stand_at(file.name, cell.line);
        relate(told(cell), audit::Comparison::equal, {Sum(cell.units), std::to_string(cell.units)});
    }
}

void PublishedClaimsMaker::claim(LearntLaw& learnt) {
    if (!learnt.law.is_used)
        return;
    learnt.law.first_claim = claims_.size();
    switch (learnt.law.kind) {
    case LawKind::rows_add_up:
        claim_sum(learnt);
        break;
    case LawKind::one_number:
        claim_same(learnt);
        break;
    case LawKind::places_add_up:
        claim_places(learnt);
        break;
    default:
        claim_figures(learnt);
        break;
    }
    learnt.law.claims = claims_.size() - learnt.law.first_claim;
}

void PublishedClaimsMaker::claim_sum(const LearntLaw& learnt) {
    const TableLine& line = table_.lines[learnt.line];
    for (const TableCell& whole : line.counts.all()) {
        if (whole.unknown == TableCell::no_unknown)
            continue;
        Told sum;
        bool is_told = true;
        bool is_exact = whole.is_exact();
        for (std::size_t i = 0; i < learnt.others.size() && is_told; ++i) {
            const TableCell* const part = table_.lines[learnt.others[i]].counts.find(whole.slot);
            is_told = add(sum, part);
            is_exact = is_exact && is_told && part->is_exact();
        }
        // Where all is shown exactly the law was seen to hold.
        if (!is_told || is_exact)
            continue;
        stand_at(table_.files[line.file].name, whole.line, "rows add up");
        relate(sum, audit::Comparison::equal, told(whole));
    }
}

void PublishedClaimsMaker::claim_same(const LearntLaw& learnt) {
    const TableLine& second = table_.lines[learnt.line];
    const TableLine& first = table_.lines[learnt.others.front()];
    for (const TableCell& cell : second.counts.all()) {
        const TableCell* const other = first.counts.find(cell.slot);
        if (cell.unknown == TableCell::no_unknown || other == nullptr ||
            other->unknown == TableCell::no_unknown || (cell.is_exact() && other->is_exact()))
            continue;
        stand_at(table_.files[second.file].name, cell.line, "one number");
        relate(told(*other), audit::Comparison::equal, told(cell));
    }
}

void PublishedClaimsMaker::claim_places(const LearntLaw& learnt) {
    const TableFile& file = table_.files[table_.lines[learnt.line].file];
    for (const PlaceParts& place : parts_of_places(table_, file)) {
        if (table_.place_of(place.whole).level != learnt.parent)
            continue;
        for (const std::size_t number : learnt.others) {
            const TableLine& line = table_.lines[number];
            const TableCell* const whole = line.counts.find(place.whole);
            if (whole == nullptr || whole->unknown == TableCell::no_unknown)
                continue;
            Told sum;
            bool is_told = true;
            for (std::size_t i = 0; i < place.parts.size() && is_told; ++i)
                is_told = add(sum, line.counts.find(place.parts[i]));
            if (!is_told)
                continue;
            stand_at(file.name, whole->line, "places add up");
            relate(sum, audit::Comparison::equal, told(*whole));
        }
    }
}

void PublishedClaimsMaker::claim_figures(const LearntLaw& learnt) {
    const TableLine& line = table_.lines[learnt.line];
    const TableFile& file = table_.files[line.file];
    const bool is_quotient = learnt.law.kind == LawKind::quotient_of;
    const TableCells& above = is_quotient ? table_.lines[learnt.others[0]].counts : line.counts;
    const TableCells& below = is_quotient ? table_.lines[learnt.others[1]].counts
                              : learnt.law.kind == LawKind::share_of
                                  ? table_.lines[learnt.others[0]].counts
                                  : file.populations;
    for (const TableCell& figure : figures_of(learnt, line).all()) {
        const TableCell* const first = above.find(figure.slot);
        const TableCell* const second = below.find(figure.slot);
        if (!is_figure(figure) || first == nullptr || second == nullptr ||
            first->unknown == TableCell::no_unknown || second->unknown == TableCell::no_unknown)
            continue;
        // 0 of what is hidden is printed as 0 even where that is 0, too.
        if (learnt.law.kind != LawKind::rate_of && figure.units == 0 && figure.is_shown() &&
            first->is_exact() && first->most == 0 && learnt.quotient != Quotient::difference)
            continue;
        stand_at(file.name, figure.line);
        claim_figure(learnt, figure, *first, *second);
    }
}

void PublishedClaimsMaker::claim_figure(const LearntLaw& learnt, const TableCell& figure,
                                        const TableCell& above, const TableCell& below) {
    const bool is_rate = learnt.law.kind == LawKind::rate_of;
    const std::int64_t per = is_rate ? table_.files[table_.lines[learnt.line].file].per : 100;
    const std::int64_t scale = scale_of(figure);
    const Told first = told(above);
    const Told second = told(below);
    if (learnt.quotient == Quotient::mean) {
        if (figure.units > 0)
            relate(told(above, 2 * scale), audit::Comparison::at_least,
                   told(below, 2 * figure.units - 1));
        relate(told(above, 2 * scale), audit::Comparison::at_most,
               told(below, 2 * figure.units + 1));
    } else if (learnt.quotient == Quotient::difference) {
        const bool rounded = table_.is_rounded(table_.lines[learnt.others[0]], figure.slot);
        const Told difference{first.sum - second.sum, first.text + " - " + second.text};
        if (rounded)
            print({FigureKind::number, difference.sum, Sum(1), 1, decimal_of(figure),
                   exact::nearest(10)},
                  difference.text + " ~10 = " + cell_text(figure));
        else
            relate(difference, audit::Comparison::equal, {Sum(figure.units), cell_text(figure)});
    } else if (figure.kind == CellKind::near_zero) {
        relate(first, audit::Comparison::above, {Sum(0), "0"});
        relate(told(above, 2 * per * scale), audit::Comparison::below, second);
    } else {
        const std::string text =
            is_rate ? first.text + " per " + std::to_string(per) + " " + second.text
                    : "percent " + first.text + " of " + second.text;
        print({is_rate ? FigureKind::rate : FigureKind::share, first.sum, second.sum, per,
               decimal_of(figure), exact::places(figure.places)},
              text + " = " + cell_text(figure) + (is_rate ? "" : "%"));
    }
}

void PublishedClaimsMaker::count_passed_over(const std::vector<LearntLaw>& laws) {
    const auto count = [](const TableCells& cells) {
        return static_cast<std::size_t>(
            std::count_if(cells.all().begin(), cells.all().end(), is_figure));
    };
    std::size_t all = 0;
    for (const TableLine& line : table_.lines) {
        for (const TableCells* cells : {&line.percentages, &line.rates})
            for (const TableCell& cell : cells->all())
                counts_.withheld_figures += cell.kind == CellKind::confidential ? 1U : 0U;
        all +=
            count(line.percentages) + count(line.rates) + (line.is_figure ? count(line.counts) : 0);
    }
    for (const LearntLaw& learnt : laws)
        if (learnt.law.is_used &&
            (learnt.law.kind == LawKind::share_of || learnt.law.kind == LawKind::rate_of ||
             learnt.law.kind == LawKind::quotient_of))
            all -= count(figures_of(learnt, table_.lines[learnt.line]));
    counts_.figures_passed_over += all;
}

audit::Unknown PublishedClaimsMaker::named(std::uint32_t slot, const std::string& words) {
    return claims_.unknown(table_.place_of(slot).words + "." +
                           std::to_string(table_.slots[slot].year) + "." + words);
}

bool PublishedClaimsMaker::add(Told& sum, const TableCell* cell) const {
    if (cell == nullptr)
        return false;
    if (cell->is_nothing())
        return true;
    if (cell->unknown == TableCell::no_unknown)
        return false;
    sum.sum.add(cell->unknown, 1);
    sum.text.append(sum.text.empty() ? "" : " + ").append(claims_.name_of(cell->unknown));
    return true;
}

PublishedClaimsMaker::Told PublishedClaimsMaker::told(const TableCell& cell,
                                                      std::int64_t times) const {
    Told told;
    told.sum.add(cell.unknown, times);
    const std::string& name = claims_.name_of(cell.unknown);
    told.text = times == 1 ? name : std::to_string(times) + " " + name;
    return told;
}

void PublishedClaimsMaker::relate(const Told& left, audit::Comparison comparison,
                                  const Told& right) {
    constexpr std::array signs = {" = ", " <= ", " < ", " >= ", " > "};
    const auto text = [](const Told& told) { return told.text.empty() ? "0" : told.text; };
    add_claim(Relation{left.sum, comparison, right.sum},
              text(left) + signs[static_cast<std::size_t>(comparison)] + text(right));
}

void PublishedClaimsMaker::print(PrintedFigure figure, std::string text) {
    add_claim(std::move(figure), std::move(text));
}

void PublishedClaimsMaker::add_claim(audit::Statement statement, std::string text) {
    claims_.add({std::move(statement), std::move(text), place_});
}

void PublishedClaimsMaker::stand_at(const std::string& file, std::uint64_t line,
                                    std::string label) {
    place_.file = file;
    place_.line = line;
    place_.label = std::move(label);
}

} // namespace indicare::io
