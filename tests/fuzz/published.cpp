// Published files: what is read of them does not depend on the pieces, and is told about.

#include "fuzz.hpp"
#include "indicare/io/published_statistics.hpp"
#include "indicare/scorecard/known_figure.hpp"

using namespace indicare;

namespace {

std::string told(const scorecard::PublishedStatistics& statistics) {
    std::string text;
    for (const scorecard::Place& place : statistics.places())
        text += std::to_string(static_cast<int>(place.level)) + "|" + place.name + "|" +
                place.code + "|" + place.old_code + "|" + place.region + "\n";
    for (const scorecard::PublishedFigure& figure : statistics.figures()) {
        const auto& place = statistics.places()[figure.place];
        const scorecard::KnownFigure known = scorecard::known(figure, place.level);
        fuzz::expect(known.value.has_value() == known.unknown_because.empty(),
                     "there is a value, or a reason why there is none");
        fuzz::expect(!known.value || !known.value->empty(), "some number is possible of a value");
        text += std::to_string(figure.indicator) + "|" + std::to_string(figure.place) + "|" +
                std::to_string(figure.year) + "|" + std::to_string(figure.release) + "|" +
                figure.numerator.text() + "|" + figure.denominator.text() + "|" +
                figure.figure.text() + "|" + known.printed + "\n";
    }
    return text;
}

std::string read(const std::vector<std::string>& pieces) {
    static const io::PublishedMapping mapping = io::known_releases();
    scorecard::PublishedStatistics statistics;
    quality::Findings findings;
    io::PublishedReader reader(mapping, statistics, findings);
    reader.begin_file("published.csv");
    for (const std::string& piece : pieces)
        reader.feed(piece);
    const std::size_t figures = reader.end_file();
    fuzz::expect(figures > 0 || findings.count() > 0, "a file that gives nothing is a finding");
    std::string text = std::to_string(figures) + " figures\n" + told(statistics);
    for (const quality::Finding& finding : findings.kept())
        text += quality::to_text(finding) + "\n";
    return text;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    const std::size_t longest = 1 + input.below(100);
    const std::string text(input.rest());
    fuzz::expect_equal(read({text}), read(fuzz::pieces_of(text, longest)),
                       "where the pieces are cut never matters");
    return 0;
}
