#include "csv_writer.hpp"
#include "indicare/io/scorecard_writer.hpp"
#include "json_writer.hpp"
#include "text_table.hpp"

namespace indicare::io {

using indicators::catalogue;
using indicators::Definition;

namespace {

std::string tables_of(const Definition& definition) {
    std::string names;
    for (std::size_t i = 0; i < care::table_count; ++i)
        if (definition.reads.holds(static_cast<care::Table>(i)))
            names += (names.empty() ? "" : ", ") +
                     std::string(care::name_of(static_cast<care::Table>(i)));
    if (definition.needs.population)
        names += ", population";
    if (definition.needs.postcodes)
        names += ", postcodes";
    return names;
}

bool begins_family(std::size_t number) {
    return number == 0 || catalogue[number - 1].family != catalogue[number].family;
}

} // namespace

std::string catalogue_as_csv() {
    std::string out = "indicator,title,family,unit,polarity,sentence,reads,source\n";
    for (const Definition& each : catalogue)
        append_csv_row(out, {std::string(each.id), std::string(each.title),
                             std::string(name_of(each.family)), std::string(name_of(each.unit)),
                             std::string(name_of(each.polarity)), std::string(each.sentence),
                             tables_of(each), std::string(each.source)});
    return out;
}

std::string catalogue_as_json() {
    JsonWriter json(2);
    json.list_of(catalogue, [&](const Definition& each) {
        json.object([&] {
            json.member("indicator", each.id);
            json.member("title", each.title);
            json.member("family", name_of(each.family));
            json.member("unit", name_of(each.unit));
            json.member("polarity", name_of(each.polarity));
            json.member("sentence", each.sentence);
            json.member("reads", tables_of(each));
            json.member("source", each.source);
            if (each.first_year != 0)
                json.member("first_year", each.first_year);
        });
    });
    return std::move(json).document();
}

std::string catalogue_as_table() {
    std::string out;
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const Definition& each = catalogue[i];
        if (begins_family(i))
            out += (i == 0 ? "" : "\n") + std::string(name_of(each.family)) + "\n";
        out += "\n  " + std::string(each.id) + "  (" + std::string(name_of(each.unit)) +
               (each.polarity == indicators::Polarity::none
                    ? ""
                    : ", " + std::string(name_of(each.polarity)) + " is good") +
               ")\n    " + std::string(each.sentence) + "\n    Reads " + tables_of(each) +
               ". Source: " + std::string(each.source) + ".\n";
    }
    return out;
}

std::string catalogue_as_markdown() {
    std::string out = "# The indicators\n\n"
                      "Written by `indicare catalogue --format markdown` from the definitions in "
                      "`include/indicare/indicators`; not edited by hand.\n";
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const Definition& each = catalogue[i];
        if (begins_family(i))
            out += "\n## " + std::string(name_of(each.family)) +
                   "\n\n| indicator | unit | good is | what it counts | reads | source |\n"
                   "|---|---|---|---|---|---|\n";
        out += "| `" + std::string(each.id) + "` | " + std::string(name_of(each.unit)) + " | " +
               (each.polarity == indicators::Polarity::none ? "-"
                                                            : std::string(name_of(each.polarity))) +
               " | " + std::string(each.sentence) + " | " + tables_of(each) + " | " +
               std::string(each.source) + " |\n";
    }
    return out;
}

} // namespace indicare::io
