#include "report_document.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "chance_section.hpp"
#include "figure_words.hpp"
#include "indicare/scorecard/report_sentences.hpp"
#include "report_charts.hpp"
#include "report_months.hpp"
#include "report_tables.hpp"
#include "wording.hpp"

namespace indicare::io {

using indicators::catalogue;
using indicators::Family;
using scorecard::Assessment;
using scorecard::Caveat;
using scorecard::ComparedFigure;
using scorecard::Report;

namespace {

/// What the summary says, and what the charts show.
constexpr std::array<std::string_view, 10> headlines = {"looked_after",
                                                        "started",
                                                        "ceased",
                                                        "unaccompanied",
                                                        "in_foster_care",
                                                        "adopted",
                                                        "three_or_more_placements",
                                                        "long_term_stability",
                                                        "missing_children",
                                                        "leavers_19_21_in_education_or_work"};

constexpr std::array<std::string_view, 14> charted = {"looked_after_rate",
                                                      "started_rate",
                                                      "in_foster_care",
                                                      "placed_over_20_miles",
                                                      "three_or_more_placements",
                                                      "long_term_stability",
                                                      "adopted",
                                                      "days_care_to_placement",
                                                      "health_assessment",
                                                      "sdq_mean",
                                                      "convicted",
                                                      "missing_children",
                                                      "leavers_19_21_in_education_or_work",
                                                      "leavers_19_21_in_suitable_accommodation"};

bool is_charted(std::size_t indicator) {
    return std::find(charted.begin(), charted.end(), catalogue[indicator].id) != charted.end();
}

bool is_rate(std::size_t indicator) {
    return catalogue[indicator].unit == indicators::Unit::per_10000;
}

bool has_value(const Report& report, std::size_t indicator) {
    return report.compared.figures[indicator].own.value.has_value();
}

DocumentSection summary_of(const Report& report) {
    DocumentSection section{"summary", "Summary", {}, false};
    DocumentList list;
    for (const std::string_view id : headlines) {
        const std::size_t indicator = *indicators::indicator_named(id);
        if (has_value(report, indicator))
            list.items.push_back(sentence_of(report.compared, indicator));
    }
    const auto count = [&report](Assessment assessment) {
        return std::count_if(report.assessed.begin(), report.assessed.end(),
                             [=](const auto& each) { return each.assessment == assessment; });
    };
    const auto strengths = count(Assessment::strength);
    const auto areas = count(Assessment::area_for_development);
    list.items.push_back("The rule stated below finds " + std::to_string(strengths) +
                         (strengths == 1 ? " strength and " : " strengths and ") +
                         std::to_string(areas) +
                         (areas == 1 ? " area for development." : " areas for development."));
    section.blocks.emplace_back(std::move(list));
    return section;
}

void add_assessed(const Report& report, Assessment assessment, DocumentSection& section) {
    DocumentTable table = assessed_table(report, assessment);
    if (table.rows.empty())
        section.blocks.emplace_back(
            DocumentParagraph{assessment == Assessment::strength
                                  ? "No indicator is a strength by this rule."
                                  : "No indicator is an area for development by this rule."});
    else
        section.blocks.emplace_back(std::move(table));
}

DocumentSection assessment_section_of(const Report& report) {
    DocumentSection section{"assessment", "Strengths and areas for development", {}, false};
    section.blocks.emplace_back(DocumentParagraph{
        "A stated rule picks them, and nobody's judgement. A strength is certainly better than "
        "England and than the mean of the statistical neighbours, by at least " +
        std::to_string(report.rule.least_children) + " children (of an average, " +
        std::to_string(report.rule.least_percent) +
        " percent), and does not worsen by as much; an area for "
        "development is certainly worse than both, or than one of them while it worsens by as "
        "much. Rounding and suppression could not change what is said. Whether chance explains "
        "it is told with each reason, and is not part of the rule."});
    add_assessed(report, Assessment::strength, section);
    add_assessed(report, Assessment::area_for_development, section);
    return section;
}

void add_charts(const Report& report, std::size_t indicator, DocumentSection& section) {
    auto trend = trend_chart(report, indicator);
    if (!trend)
        return;
    section.blocks.emplace_back(std::move(*trend));
    for (const Caveat& change : report.trends[indicator].changes)
        section.blocks.emplace_back(DocumentParagraph{"Note: " + change.text});
    if (auto peers = peers_chart(report, indicator))
        section.blocks.emplace_back(std::move(*peers));
}

std::string id_of(Family family) {
    std::string id(name_of(family));
    for (char& character : id)
        character = character == ' ' ? '-' : static_cast<char>(character | 0x20);
    return id;
}

/// A family's figures in sentences, in charts and over the years; no blocks where it has none.
DocumentSection family_of(const Report& report, Family family) {
    DocumentSection section{id_of(family), std::string(name_of(family)), {}, false};
    DocumentList list;
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        if (catalogue[i].family == family && has_value(report, i) && !is_rate(i))
            list.items.push_back(sentence_of(report.compared, i));
    if (list.items.empty())
        return section;
    section.blocks.emplace_back(std::move(list));
    DocumentTable years = years_table(report, family);
    if (!years.rows.empty())
        section.blocks.emplace_back(std::move(years));
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        if (catalogue[i].family == family && is_charted(i))
            add_charts(report, i, section);
    return section;
}

template <class Use>
void for_each_family(Use&& use) {
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        if (i == 0 || catalogue[i].family != catalogue[i - 1].family)
            use(catalogue[i].family);
}

/// No blocks where nothing was broken down.
DocumentSection breakdowns_of(const Report& report) {
    DocumentSection section{"breakdowns", "Who the children are", {}, false};
    if (report.breakdowns.empty())
        return section;
    section.blocks.emplace_back(DocumentParagraph{
        "The children looked after on 31 March, those who started to be looked after in the year "
        "and those who ceased, by group in percent of all, those not known among them; and how "
        "many they were in the last year."});
    for (std::size_t i = 0; i < report.breakdowns.rbegin()->second.size(); ++i)
        section.blocks.emplace_back(breakdown_table(report, i));
    return section;
}

DocumentSection figures_of(const Report& report) {
    DocumentSection section{"figures", "All figures", {}, true};
    section.blocks.emplace_back(DocumentParagraph{
        "The figures of the year to 31 March " + std::to_string(report.compared.year) +
        ". Of a rate the denominator is the population aged 0-17; of an average the numerator is a "
        "sum, and the denominator children. A benchmark of another year says which. Rank 1 is the "
        "best of the authorities, band A their best quarter. Symbols: c suppressed, x not "
        "available, z nobody to count among, k rounds to 0 but is not, - nothing to show; * some "
        "children are undetermined."});
    for_each_family(
        [&](Family family) { section.blocks.emplace_back(figures_table(report, family)); });
    return section;
}

DocumentSection definitions_of() {
    DocumentSection section{"definitions", "Definitions", {}, false};
    DocumentTerms terms;
    for (const indicators::Definition& definition : catalogue)
        terms.terms.emplace_back(std::string(definition.title), std::string(definition.sentence));
    section.blocks.emplace_back(std::move(terms));
    return section;
}

std::vector<std::string> sources_of(const Report& report) {
    const scorecard::ReportSources& sources = report.sources;
    std::vector<std::string> releases;
    releases.reserve(sources.releases.size());
    for (const int release : sources.releases)
        releases.push_back(std::to_string(release));
    std::vector<std::string> items = {
        sources.own_is_published
            ? "Figures of " + report.compared.authority.name +
                  ": as published by the Department for Education."
            : "Figures of " + report.compared.authority.name +
                  ": computed from the authority's own records. They are not official statistics."};
    if (!releases.empty())
        items.push_back("Benchmarks: Department for Education, Children looked after in England "
                        "including adoptions, releases for the years ending March " +
                        listed(releases) + ".");
    if (!report.neighbours.empty())
        items.push_back("Statistical neighbours: Department for Education and NFER, list of " +
                        std::to_string(sources.neighbours_edition) + ": " +
                        listed(report.neighbours) +
                        ". Their mean is of their published figures, each counting once.");
    if (sources.population_edition != 0 && !sources.own_is_published)
        items.push_back("Population aged 0-17, where none was given: Office for National "
                        "Statistics, mid-year estimates, mid-" +
                        std::to_string(sources.population_edition) + " edition.");
    items.emplace_back(
        "Contains public sector information licensed under the Open Government Licence "
        "v3.0 (Department for Education, Office for National Statistics).");
    return items;
}

/// Each caveat once, behind the indicators that it is of.
std::vector<std::string> caveat_sentences_of(const Report& report) {
    std::vector<std::string> in_order;
    std::map<std::string, std::vector<std::string>> titles;
    const auto add = [&](const std::vector<Caveat>& caveats, std::string_view title) {
        for (const Caveat& caveat : caveats) {
            auto& of_text = titles[caveat.text];
            if (of_text.empty())
                in_order.push_back(caveat.text);
            if (of_text.empty() || of_text.back() != title)
                of_text.emplace_back(title);
        }
    };
    for (const ComparedFigure& figure : report.compared.figures) {
        const std::string_view title = figure.own.definition().title;
        add(figure.caveats, title);
        for (const auto kind : {scorecard::BenchmarkKind::england, scorecard::BenchmarkKind::region,
                                scorecard::BenchmarkKind::neighbours_mean})
            if (const auto* comparison = figure.beside(kind); comparison && figure.own.value)
                add(comparison->caveats, title);
        if (figure.direction)
            add(figure.direction->caveats, title);
    }
    std::vector<std::string> items;
    items.reserve(in_order.size());
    for (const std::string& text : in_order)
        items.push_back(listed(titles[text]) + ": " + text);
    return items;
}

DocumentSection sources_and_caveats_of(const Report& report) {
    DocumentSection section{"sources", "Sources and caveats", {}, false};
    section.blocks.emplace_back(DocumentList{sources_of(report)});
    section.blocks.emplace_back(DocumentHeading{"What must be known of these figures"});
    DocumentList caveats{caveat_sentences_of(report)};
    if (caveats.items.empty())
        section.blocks.emplace_back(DocumentParagraph{"Nothing beyond the above."});
    else
        section.blocks.emplace_back(std::move(caveats));
    return section;
}

} // namespace

Document document_of(const Report& report) {
    const std::string& name = report.compared.authority.name;
    Document document{"Children in care and care leavers: " + name,
                      "Performance in the year to 31 March " +
                          std::to_string(report.compared.year) +
                          (report.sources.own_is_published ? ", from published figures"
                                                           : ", from the authority's own records") +
                          ", beside England, the region and statistical neighbours",
                      {}};
    document.sections.push_back(summary_of(report));
    document.sections.push_back(assessment_section_of(report));
    for_each_family([&](Family family) {
        if (DocumentSection section = family_of(report, family); !section.blocks.empty())
            document.sections.push_back(std::move(section));
    });
    if (DocumentSection section = months_section(report); !section.blocks.empty())
        document.sections.push_back(std::move(section));
    if (DocumentSection section = breakdowns_of(report); !section.blocks.empty())
        document.sections.push_back(std::move(section));
    document.sections.push_back(figures_of(report));
    document.sections.push_back(chance_section(report));
    document.sections.push_back(definitions_of());
    document.sections.push_back(sources_and_caveats_of(report));
    return document;
}

} // namespace indicare::io
