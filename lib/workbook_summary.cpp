#include <algorithm>
#include <string>

#include "comparison_words.hpp"
#include "workbook_sheets.hpp"

namespace indicare::io {

using scorecard::AssessedFigure;
using scorecard::Assessment;
using scorecard::BenchmarkKind;
using scorecard::Report;

namespace {

std::string joined(const std::vector<std::string>& texts, const char* between) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : between) + text;
    return out;
}

void write_assessed(SheetWriter& out, const AssessedFigure& each) {
    const scorecard::ComparedFigure& figure = *each.figure;
    const indicators::Definition& definition = figure.own.definition();
    out.text(0, each.assessment == Assessment::strength ? "Strength" : "Area for development",
             Look::bold);
    out.text(1, std::string(definition.title) + std::string(hint_of(definition.unit)));
    out.value(2, shown_of(figure.own), definition.unit);
    if (figure.direction)
        out.value(3, shown_of(figure.direction->before), definition.unit);
    std::uint16_t column = 4;
    for (const BenchmarkKind kind :
         {BenchmarkKind::england, BenchmarkKind::region, BenchmarkKind::neighbours_mean}) {
        if (const scorecard::Comparison* comparison = figure.beside(kind))
            out.value(column, shown_of(comparison->benchmark), definition.unit);
        ++column;
    }
    const std::string why = joined(each.reasons, " ");
    out.text(column, why);
    out.fit_row({{why, 78}, {definition.title, 40}});
    out.next_row();
}

void write_places(SheetWriter& out, const Report& report) {
    const scorecard::PublishedAuthority& authority = report.compared.authority;
    std::string codes = authority.old_code;
    for (const std::string& part : {authority.code, authority.region})
        if (!part.empty())
            codes += ", " + part;
    out.text(0, "Children in care and care leavers: " + authority.name, Look::title);
    out.set_height(2);
    out.next_row();
    out.text(0, "Year ending 31 March " + std::to_string(report.compared.year), Look::subtitle);
    out.next_row();
    out.text(0, codes, Look::plain);
    out.next_row();
}

} // namespace

void write_summary(WorkbookFile& file, lxw_worksheet* sheet, const Report& report) {
    SheetWriter out(file, sheet);
    out.widths({22, 40, 12, 12, 12, 16, 16, 78});
    write_places(out, report);
    out.text(0,
             "What stands out by a stated rule (see " + std::string(notes_sheet) +
                 "); every figure: see the sheets behind.",
             Look::plain);
    out.next_row(2);
    const std::string region = report.compared.authority.region;
    const std::string year = std::to_string(report.compared.year);
    const std::string before = std::to_string(report.compared.year - 1);
    out.set_height(3);
    out.header({"Assessment", "Indicator", year, before, "England",
                region.empty() ? std::string_view("Region") : std::string_view(region),
                "Statistical neighbours (mean)", "Why"});
    for (const AssessedFigure& each : report.assessed)
        write_assessed(out, each);
    if (report.assessed.empty()) {
        out.text(0, "Nothing stands out by the rule.", Look::plain);
        out.next_row();
    }
}

namespace {

/// Writes a heading, then what stands under it, one row each.
class Notes {
  public:
    explicit Notes(SheetWriter& out) : out_(out) {}

    void heading(std::string_view text) { heading_ = text; }

    void add(std::string_view what, std::string_view text) {
        out_.text(0, heading_, Look::bold);
        heading_ = {};
        out_.text(1, what);
        out_.text(2, text);
        out_.fit_row({{text, 110}, {what, 52}});
        out_.next_row();
    }

  private:
    SheetWriter& out_;
    std::string_view heading_;
};

void add_sources(Notes& notes, const Report& report) {
    notes.heading("Sources");
    notes.add("The authority's figures", report.sources.own_is_published
                                             ? "As DfE published them."
                                             : "Of the authority's own data.");
    std::vector<std::string> releases;
    for (const int release : report.sources.releases)
        releases.push_back(std::to_string(release));
    if (!releases.empty())
        notes.add("Published figures",
                  "DfE, Children looked after in England including adoptions, releases of " +
                      joined(releases, ", ") + ". Open Government Licence v3.0.");
    if (!report.neighbours.empty())
        notes.add("Statistical neighbours, the nearest first",
                  joined(report.neighbours, ", ") + " (list of " +
                      std::to_string(report.sources.neighbours_edition) + ").");
}

void add_reading(Notes& notes, const Report& report) {
    notes.heading("Reading the sheets");
    notes.add("Numbers",
              "Where numerator and denominator are known, the cell holds the figure unrounded, in "
              "its unit, and shows it rounded; percentages of the authority to one decimal. "
              "Figures that are published rounded stand as published.");
    notes.add("The authority is",
              "In its own row: how it moved since the year before. In the others: how it stands to "
              "them; better or worse where high or low is good, else higher or lower; only what is "
              "so whatever rounding hides.");
    notes.add("Children above or below",
              "The fewest children, of the denominator of now, that make up the difference.");
    notes.add("Rank and band",
              "Among all authorities, by the rules of DfE's Local Authority Interactive Tool: 1 is "
              "the best, A the best quarter.");
    notes.add("Strength", "Certainly better than England and the neighbours' mean by at least " +
                              std::to_string(report.rule.least_children) +
                              " children (of an average " +
                              std::to_string(report.rule.least_percent) +
                              " percent), and not worsening by as many.");
    notes.add(
        "Area for development",
        "Certainly worse than both by as many, or than one of them while worsening by as many.");
    notes.add("c", "Suppressed by DfE");
    notes.add("k", "Rounds to 0, but is not 0");
    notes.add("x", "Not available");
    notes.add("z", "Not applicable: nobody to count among");
}

/// The caveats of an indicator, each sentence once.
std::vector<std::string> caveat_texts(const Report& report, std::size_t indicator) {
    const scorecard::ComparedFigure& figure = report.compared.figures[indicator];
    std::vector<std::string> texts;
    const auto add = [&](const std::vector<scorecard::Caveat>& caveats) {
        for (const scorecard::Caveat& caveat : caveats)
            if (std::find(texts.begin(), texts.end(), caveat.text) == texts.end())
                texts.push_back(caveat.text);
    };
    add(caveats_of(figure, nullptr));
    for (const scorecard::Comparison& comparison : figure.comparisons)
        if (comparison.benchmark.kind <= BenchmarkKind::neighbours_mean)
            add(comparison.caveats);
    add(report.trends[indicator].changes);
    return texts;
}

void add_indicators(Notes& notes, const Report& report) {
    notes.heading("What a reader must know of a figure");
    for (std::size_t i = 0; i < report.trends.size(); ++i)
        if (has_figure(report.trends[i]))
            for (const std::string& text : caveat_texts(report, i))
                notes.add(indicators::catalogue[i].title, text);
    notes.heading("Definitions");
    for (std::size_t i = 0; i < report.trends.size(); ++i)
        if (has_figure(report.trends[i]))
            notes.add(indicators::catalogue[i].title, indicators::catalogue[i].sentence);
    notes.heading("Of these nothing is known");
    for (std::size_t i = 0; i < report.trends.size(); ++i)
        if (!has_figure(report.trends[i]))
            notes.add(indicators::catalogue[i].title,
                      report.compared.figures[i].own.unknown_because);
}

} // namespace

void write_notes(WorkbookFile& file, lxw_worksheet* sheet, const Report& report) {
    SheetWriter out(file, sheet);
    out.widths({34, 52, 110});
    out.text(0, "Sources and notes", Look::title);
    out.set_height(2);
    out.next_row(2);
    out.header({"About", "What", "Note"});
    Notes notes(out);
    add_sources(notes, report);
    add_reading(notes, report);
    add_indicators(notes, report);
}

} // namespace indicare::io
