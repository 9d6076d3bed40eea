#include "audit/prose/subjects.hpp"

#include <array>
#include <map>

namespace indicare::io::prose {

namespace {

constexpr Subject stock{"stock", {}};
constexpr Subject started{"started", {}};
constexpr Subject ceased{"ceased", {}};
constexpr Subject in_year{"in_year", {}};
constexpr Subject care_leavers{"care_leavers", {}};
constexpr Subject adopted{"adopted", "ceased"};
constexpr Subject guardianship{"special_guardianship", "ceased"};
constexpr Subject returned_home{"returned_home", "ceased"};
constexpr Subject unaccompanied{"unaccompanied", "stock"};
constexpr Subject foster{"foster", "stock"};
constexpr Subject foster_agency{"foster_agency", "foster"};
constexpr Subject residential{"residential", "stock"};
constexpr Subject with_parents{"with_parents", "stock"};
constexpr Subject placed_for_adoption{"placed_for_adoption", "stock"};
constexpr Subject three_placements{"three_placements", "stock"};
constexpr Subject three_in_two_years{"three_placements_in_two_years", "in_care_two_years"};
constexpr Subject stable_cohort{"stable_cohort", {}};
constexpr Subject cared_12_months{"cared_12_months", {}};
constexpr Subject short_breaks{"short_breaks", {}};
constexpr Subject arrangements{"child_arrangements", "ceased"};
constexpr Subject development_assessed{"development_assessed", "cared_12_months_under_5"};
constexpr Subject stable{"stable", "stable_cohort"};
constexpr Subject within_20_miles{"within_20_miles", "stock"};
constexpr Subject over_20_miles{"over_20_miles", "stock"};
constexpr Subject missing{"missing", "stock"};
constexpr Subject convicted{"convicted", "aged_10_to_17"};
constexpr Subject sdq{score, {}};
constexpr Subject health_assessed{"health_assessed", "cared_12_months"};
constexpr Subject immunised{"immunised", "cared_12_months"};
constexpr Subject teeth_checked{"teeth_checked", "cared_12_months"};
constexpr Subject substance_misuse{"substance_misuse", "cared_12_months"};
constexpr Subject in_eet{"in_eet", "care_leavers"};
constexpr Subject not_in_eet{"not_in_eet", "care_leavers"};
constexpr Subject suitable{"suitable_accommodation", "care_leavers"};
constexpr Subject in_touch{"in_touch", "care_leavers"};

template <class Meaning>
struct Phrase {
    std::string_view words;
    Meaning meaning;
};

/// The words of the field. A hyphen is a blank here, and a mark is a word of its own.
constexpr auto subjects = std::to_array<Phrase<const Subject*>>({
    {"children in care", &stock},
    {"children in our care", &stock},
    {"children in local authority care", &stock},
    {"children looked after", &stock},
    {"looked after children", &stock},
    {"children and young people in care", &stock},
    {"children and young people looked after", &stock},
    {"young people in care", &stock},
    {"cared for children", &stock},
    {"in care", &stock},
    {"in our care", &stock},
    {"looked after", &stock},
    {"being looked after", &stock},
    {"cla", &stock},
    {"cic", &stock},
    {"lac", &stock},
    {"in care at any time", &in_year},
    {"children in care at any time", &in_year},
    {"looked after at any time", &in_year},
    {"started to be looked after", &started},
    {"start to be looked after", &started},
    {"starting to be looked after", &started},
    {"started being looked after", &started},
    {"became looked after", &started},
    {"become looked after", &started},
    {"becoming looked after", &started},
    {"entered care", &started},
    {"entering care", &started},
    {"enter care", &started},
    {"entered our care", &started},
    {"entering our care", &started},
    {"came into care", &started},
    {"come into care", &started},
    {"coming into care", &started},
    {"came into our care", &started},
    {"coming into our care", &started},
    {"taken into care", &started},
    {"admitted to care", &started},
    {"admissions", &started},
    {"admissions to care", &started},
    {"admissions into care", &started},
    {"entries to care", &started},
    {"entries into care", &started},
    {"new entrants", &started},
    {"new to care", &started},
    {"ceased to be looked after", &ceased},
    {"cease to be looked after", &ceased},
    {"ceasing to be looked after", &ceased},
    {"ceased being looked after", &ceased},
    {"stopped being looked after", &ceased},
    {"left care", &ceased},
    {"left our care", &ceased},
    {"leave care", &ceased},
    {"leaving care", &ceased},
    {"leaving our care", &ceased},
    {"exited care", &ceased},
    {"exits from care", &ceased},
    {"discharges from care", &ceased},
    {"leavers", &ceased},
    {"care leavers", &care_leavers},
    {"adopted", &adopted},
    {"adoptions", &adopted},
    {"adoption orders", &adopted},
    {"through adoption", &adopted},
    {"adoption", &adopted},
    {"placed for adoption", &placed_for_adoption},
    {"special guardianship", &guardianship},
    {"special guardianship order", &guardianship},
    {"special guardianship orders", &guardianship},
    {"sgo", &guardianship},
    {"sgos", &guardianship},
    {"returned home", &returned_home},
    {"unaccompanied", &unaccompanied},
    {"unaccompanied children", &unaccompanied},
    {"unaccompanied asylum seeking children", &unaccompanied},
    {"unaccompanied asylum seeking young people", &unaccompanied},
    {"unaccompanied asylum seekers", &unaccompanied},
    {"asylum seeking children", &unaccompanied},
    {"uasc", &unaccompanied},
    {"foster", &foster},
    {"fostered", &foster},
    {"fostering", &foster},
    {"foster care", &foster},
    {"foster placement", &foster},
    {"foster placements", &foster},
    {"foster carers", &foster},
    {"foster homes", &foster},
    {"independent fostering agency", &foster_agency},
    {"independent fostering agencies", &foster_agency},
    {"independent fostering", &foster_agency},
    {"ifa", &foster_agency},
    {"ifas", &foster_agency},
    {"children homes", &residential},
    {"residential", &residential},
    {"residential care", &residential},
    {"residential placements", &residential},
    {"placed with parents", &with_parents},
    {"placed with their parents", &with_parents},
    {"three or more placements", &three_placements},
    {"3 or more placements", &three_placements},
    {"three or more placements in two years", &three_in_two_years},
    {"in care for two and a half years", &stable_cohort},
    {"in care for at least two and a half years", &stable_cohort},
    {"looked after for two and a half years", &stable_cohort},
    {"looked after for at least two and a half years", &stable_cohort},
    {"looked after for 12 months", &cared_12_months},
    {"looked after for at least 12 months", &cared_12_months},
    {"looked after for twelve months", &cared_12_months},
    {"in care for 12 months", &cared_12_months},
    {"in care for at least 12 months", &cared_12_months},
    {"children looked after for 12 months", &cared_12_months},
    {"children looked after for at least 12 months", &cared_12_months},
    {"children looked after for twelve months", &cared_12_months},
    {"children in care for at least 12 months", &cared_12_months},
    {"short breaks", &short_breaks},
    {"child arrangements order", &arrangements},
    {"child arrangements orders", &arrangements},
    {"development assessment", &development_assessed},
    {"development assessments", &development_assessed},
    {"health assessed", &health_assessed},
    {"long term stability", &stable},
    {"long term placement stability", &stable},
    {"placement stability", &stable},
    {"in the same placement", &stable},
    {"within 20 miles", &within_20_miles},
    {"more than 20 miles", &over_20_miles},
    {"over 20 miles", &over_20_miles},
    {"missing", &missing},
    {"missing from care", &missing},
    {"missing incident", &missing},
    {"missing incidents", &missing},
    {"went missing", &missing},
    {"convicted", &convicted},
    {"convictions", &convicted},
    {"offended", &convicted},
    {"offending", &convicted},
    {"sdq", &sdq},
    {"strengths and difficulties", &sdq},
    {"strengths and difficulties questionnaire", &sdq},
    {"health assessment", &health_assessed},
    {"health assessments", &health_assessed},
    {"immunised", &immunised},
    {"immunisation", &immunised},
    {"immunisations", &immunised},
    {"teeth checked", &teeth_checked},
    {"dental check", &teeth_checked},
    {"dental checks", &teeth_checked},
    {"seen a dentist", &teeth_checked},
    {"substance misuse", &substance_misuse},
    {"education , employment", &in_eet},
    {"in education , employment", &in_eet},
    {"eet", &in_eet},
    {"not in education , employment", &not_in_eet},
    {"neet", &not_in_eet},
    {"suitable accommodation", &suitable},
    {"in touch", &in_touch},
});

constexpr auto places = std::to_array<Phrase<std::string_view>>({
    {"england", "_england"},
    {"national", "_england"},
    {"nationally", "_england"},
    {"east midlands", "_region"},
    {"west midlands", "_region"},
    {"north east", "_region"},
    {"north west", "_region"},
    {"south east", "_region"},
    {"south west", "_region"},
    {"east of england", "_region"},
    {"yorkshire and the humber", "_region"},
    {"yorkshire and humber", "_region"},
    {"london", "_region"},
    {"london borough", ""},
    {"national transfer scheme", ""},
    {"region", "_region"},
    {"regional", "_region"},
    {"regionally", "_region"},
    {"comparator", "_neighbours"},
    {"comparators", "_neighbours"},
    {"comparator authorities", "_neighbours"},
    {"statistical neighbour", "_neighbours"},
    {"statistical neighbours", "_neighbours"},
    {"statistical neighbour average", "_neighbours"},
    {"neighbours", "_neighbours"},
});

/// Phrases by their first word.
template <class Meaning>
using Dictionary = std::map<std::string_view, std::vector<const Phrase<Meaning>*>>;

template <class Meaning, std::size_t size>
Dictionary<Meaning> by_first_word(const std::array<Phrase<Meaning>, size>& phrases) {
    Dictionary<Meaning> dictionary;
    for (const Phrase<Meaning>& phrase : phrases)
        dictionary[phrase.words.substr(0, phrase.words.find(' '))].push_back(&phrase);
    return dictionary;
}

/// Calls back with the longest phrase wherever one stands; none overlap.
template <class Meaning, class Take>
void find(const Document& document, std::size_t first, std::size_t last,
          const Dictionary<Meaning>& dictionary, const Take& take) {
    for (std::size_t at = first; at < last;) {
        std::size_t longest = 0;
        const Phrase<Meaning>* found = nullptr;
        if (const auto phrases = dictionary.find(document.at(at)); phrases != dictionary.end())
            for (const Phrase<Meaning>* phrase : phrases->second)
                if (const std::size_t length = document.phrase(at, phrase->words);
                    length > longest && at + length <= last) {
                    longest = length;
                    found = phrase;
                }
        if (found != nullptr)
            take(at, at + longest, found->meaning);
        at += found != nullptr ? longest : 1;
    }
}

} // namespace

std::vector<Mention> find_subjects(const Document& document, std::size_t first, std::size_t last) {
    static const auto dictionary = by_first_word(subjects);
    std::vector<Mention> mentions;
    find(document, first, last, dictionary,
         [&](std::size_t from, std::size_t to, const Subject* subject) {
             mentions.push_back({from, to, subject});
         });
    return mentions;
}

std::vector<PlaceMention> find_places(const Document& document, std::size_t first,
                                      std::size_t last) {
    static const auto dictionary = by_first_word(places);
    std::vector<PlaceMention> mentions;
    find(document, first, last, dictionary,
         [&](std::size_t from, std::size_t to, std::string_view suffix) {
             if (!suffix.empty()) // else part of a name
                 mentions.push_back({from, to, suffix});
         });
    return mentions;
}

} // namespace indicare::io::prose
