#include <limits>
#include <string>

#include "indicare/indicators/breakdowns.hpp"
#include "indicare/indicators/catalogue.hpp"
#include "indicare/io/scorecard_writer.hpp"

namespace indicare::io {

using indicators::Breakdown;
using indicators::Group;

namespace {

std::string share_made_of(const Group& group) {
    if (!group.codes.empty())
        return "`" + std::string(group.codes) + "`";
    if (group.oldest == indicators::Child::oldest)
        return "aged " + std::to_string(group.youngest) + " or over";
    if (group.oldest == group.youngest)
        return "aged " + std::to_string(group.youngest);
    return "aged " + std::to_string(group.youngest) + " to " + std::to_string(group.oldest);
}

std::string section_on(const Breakdown& breakdown) {
    std::string out = "\n### " + std::string(breakdown.title) + " (`--by " +
                      std::string(name_of(breakdown.by)) + "`)\n\n" +
                      std::string(breakdown.sentence) + "\n\n| group | made of |\n|---|---|\n";
    for (const Group& group : breakdown.groups)
        out += "| " + std::string(group.label) + " | " + share_made_of(group) + " |\n";
    return out;
}

} // namespace

std::string breakdowns_as_markdown() {
    std::string out =
        "# The breakdowns\n\n"
        "Written by `indicare catalogue --breakdowns` from the definitions in "
        "`include/indicare/indicators/breakdowns.hpp`; not edited by hand.\n\n"
        "`indicare scorecard RETURN... --by sex,age` (or `--by all`) shares out the children "
        "looked after on the date, those who started to be looked after in the year, and those who "
        "ceased. What is asked is asked as it was on the date, on the first start of the year, or "
        "on its last leaving: the day and the episode that the indicators `looked_after`, "
        "`started` "
        "and `ceased` count. Every child is in one group or in `Not known`, so that a breakdown "
        "adds up to its indicator; shares are of all, as DfE prints them, those not known among "
        "them. Labels are those of DfE's national files for the reporting year 2024; readings that "
        "they leave open are in [decision 5](decisions/0005-breakdowns.md).\n";
    indicators::Population population{};
    for (std::size_t i = 0; i < indicators::breakdowns.size(); ++i) {
        const Breakdown& breakdown = indicators::breakdowns[i];
        if (i == 0 || breakdown.population != population) {
            population = breakdown.population;
            const auto number = indicators::indicator_named(indicator_of(breakdown)).value();
            out += "\n## " + std::string(indicators::catalogue[number].title) + " (`" +
                   std::string(indicator_of(breakdown)) + "`)\n";
        }
        out += section_on(breakdown);
    }
    return out;
}

} // namespace indicare::io
