#include "returns.hpp"

#include "cohorts.hpp"
#include "health.hpp"
#include "leavers.hpp"
#include "person.hpp"
#include "random.hpp"
#include "table.hpp"

#include <algorithm>
#include <utility>

namespace generate {
namespace {

/// A day that the return for the year can know of; blank when it is still to come.
std::string known(Day on, const ReportingYear& year) {
    return on > year.last ? "" : text(on);
}

/// The fields of the previous permanence table for a period and the one before it.
std::vector<std::string> permanence(const Child& child, const PeriodOfCare* before,
                                    const PeriodOfCare& latest) {
    const std::string_view why = before == nullptr ? std::string_view{} : before->reason();
    if (why == "E41")
        return {"P3", "999", text(before->end())};
    if (why.starts_with("E4") && why.size() == 3 && why != "E4A" && why != "E4B")
        return {"P2", "999", text(before->end())};
    Random own{static_cast<std::uint64_t>(child.person.id) * 11 + 6};
    const int days = latest.start() - child.person.born;
    const auto kind = own.pick<std::string_view>({{"Z1", 930}, {"P1", 18}, {"P2", 36}, {"P3", 16}});
    if (kind == "Z1" || days < 900 || before != nullptr || child.person.unaccompanied)
        return {"Z1", "", ""};
    const auto where =
        own.pick<std::string_view>({{"999", 80}, {"993", 10}, {"SCO", 4}, {"985", 6}});
    std::string when = text(child.person.born + own.between(200, days - 400));
    if (own.chance(250))
        when.replace(0, 2, "zz");
    return {std::string{kind}, std::string{where}, when};
}

std::vector<std::string> row_of(const Child& child) {
    return {std::to_string(child.person.id), text(child.person.born)};
}

/// The tables of one return, written child by child.
class Return {
  public:
    Return(const std::filesystem::path& folder, const ReportingYear& year, std::uint64_t seed)
        : year_{year}, seed_{seed}, header_{folder / "header.csv",
                                            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"},
          episodes_{folder / "episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                                             "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"},
          uasc_{folder / "uasc.csv", "CHILD,SEX,DOB,DUC"}, reviews_{folder / "reviews.csv",
                                                                    "CHILD,DOB,REVIEW,REVIEW_CODE"},
          oc2_{folder / "oc2.csv",
               "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
               "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED"},
          oc3_{folder / "oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"},
          ad1_{folder / "ad1.csv",
               "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR"},
          placed_{folder / "placed_for_adoption.csv",
                  "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED"},
          permanence_{folder / "previous_permanence.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM"},
          missing_{folder / "missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END"} {}

    void add(const Child& child) {
        const auto leaver = care_leaver(random(child, 3), child, year_);
        const bool here = in_return(child, year_);
        if (!here && !leaver)
            return;
        add_header(child);
        if (leaver) {
            add_row(oc3_, child,
                    {std::string{leaver->in_touch}, std::string{leaver->activity},
                     std::string{leaver->accommodation}});
        }
        if (!here)
            return;
        add_episodes(child);
        add_unaccompanied(child);
        add_reviews(child);
        if (looked_after_all_year(child, year_))
            add_row(oc2_, child, health_of_the_year(random(child, 2), child, year_));
        add_adoptions(child);
        add_previous_permanence(child);
        add_incidents(child);
    }

  private:
    /// A sequence for a child, a year and a topic.
    [[nodiscard]] Random random(const Child& child, std::uint64_t topic) const {
        return Random{seed_}
            .branch(static_cast<std::uint64_t>(child.person.id))
            .branch(static_cast<std::uint64_t>(year_.year))
            .branch(topic);
    }

    static void add_row(Table& table, const Child& child, const std::vector<std::string>& fields) {
        std::vector<std::string> row = row_of(child);
        row.insert(row.end(), fields.begin(), fields.end());
        table.row(row);
    }

    void add_header(const Child& child) {
        const Person& person = child.person;
        const bool asked = person.female && looked_after_in_year(child, year_);
        const Day seen = std::min(year_.last, child.periods.back().end());
        const bool mother = asked && person.first_child_born <= seen;
        header_.row({std::to_string(person.id), person.female ? "2" : "1", text(person.born),
                     std::string{person.ethnicity}, pupil_number(child, year_),
                     !asked   ? ""
                     : mother ? "1"
                              : "0",
                     mother ? text(person.first_child_born) : ""});
    }

    void add_episodes(const Child& child) {
        for (const PeriodOfCare& period : child.periods) {
            for (const Episode& episode : period.episodes) {
                if (overlaps(episode.start, episode.end, year_))
                    add_episode(child, period, episode);
            }
        }
    }

    void add_episode(const Child& child, const PeriodOfCare& period, const Episode& episode) {
        const bool open = episode.end > year_.last;
        const auto if_over = [open](std::string_view reason) {
            return std::string{open ? "" : reason};
        };
        const Placement& at = episode.placement;
        episodes_.row({std::to_string(child.person.id), text(episode.start),
                       std::string{episode.reason_started}, std::string{episode.legal},
                       std::string{period.need}, std::string{at.place}, std::string{at.provider},
                       known(episode.end, year_), if_over(episode.reason_ended),
                       if_over(episode.reason_changed), episode.short_break() ? "" : period.home,
                       at.postcode, at.urn});
    }

    void add_unaccompanied(const Child& child) {
        const Person& person = child.person;
        const Day ended = std::min(person.status_ended, birthday(person.born, 18));
        if (person.unaccompanied && ended >= year_.first) {
            uasc_.row({std::to_string(person.id), person.female ? "2" : "1", text(person.born),
                       known(ended, year_)});
        }
    }

    void add_reviews(const Child& child) {
        for (const Review& review : child.reviews) {
            if (overlaps(review.held, review.held, year_))
                add_row(reviews_, child, {text(review.held), std::string{review.participation}});
        }
    }

    void add_adoptions(const Child& child) {
        for (const PeriodOfCare& period : child.periods) {
            if (!period.adoption || !overlaps(period.start(), period.end(), year_))
                continue;
            const AdoptionPlan& plan = *period.adoption;
            if (overlaps(plan.decided, plan.given_up, year_)) {
                const std::string given_up = known(plan.given_up, year_);
                add_row(placed_, child,
                        {text(plan.decided), given_up,
                         given_up.empty() ? "" : std::string{plan.why_given_up}});
            }
            const bool adopted = period.reason() == "E11" || period.reason() == "E12";
            if (adopted && period.end() <= year_.last)
                add_adoption(child, period);
        }
    }

    void add_adoption(const Child& child, const PeriodOfCare& period) {
        Random draw = random(child, 4);
        struct Family {
            std::string_view number;
            std::string_view sexes;
            std::string_view status;
        };
        const auto family = draw.pick<Family>({{{"2", "MF", "L11"}, 66},
                                               {{"2", "MF", "L3"}, 9},
                                               {{"2", "MM", "L12"}, 7},
                                               {{"2", "FF", "L12"}, 4},
                                               {{"2", "MM", "L2"}, 2},
                                               {{"1", "F1", "L0"}, 11},
                                               {{"1", "M1", "L0"}, 1}});
        const bool carers = period.episodes.back().placement.place == "A5";
        add_row(ad1_, child,
                {text(period.adoption->decided), text(period.adoption->matched), carers ? "1" : "0",
                 std::string{family.number}, std::string{family.sexes},
                 std::string{family.status}});
    }

    /// Of the latest period of care that has begun; asked for since 1 April 2016.
    void add_previous_permanence(const Child& child) {
        const PeriodOfCare* before = nullptr;
        const PeriodOfCare* latest = nullptr;
        for (const PeriodOfCare& period : child.periods) {
            if (period.start() <= year_.last && !period.short_breaks())
                before = std::exchange(latest, &period);
        }
        if (latest == nullptr || latest->start() < day(2016, 4, 1) || latest->end() < year_.first)
            return;
        add_row(permanence_, child, permanence(child, before, *latest));
    }

    void add_incidents(const Child& child) {
        for (const Incident& incident : child.incidents) {
            if (overlaps(incident.start, incident.end, year_)) {
                add_row(missing_, child,
                        {std::string(1, incident.type), text(incident.start),
                         known(incident.end, year_)});
            }
        }
    }

    ReportingYear year_;
    std::uint64_t seed_;
    Table header_;
    Table episodes_;
    Table uasc_;
    Table reviews_;
    Table oc2_;
    Table oc3_;
    Table ad1_;
    Table placed_;
    Table permanence_;
    Table missing_;
};

void write_social_workers(const std::filesystem::path& file, const std::vector<Child>& children,
                          const ReportingYear& year) {
    Table table{file, "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON"};
    for (const Child& child : children) {
        if (period_at_end(child, year) == nullptr)
            continue;
        for (const SocialWorker& worker : child.social_workers) {
            if (overlaps(worker.start, worker.end, year)) {
                table.row({std::to_string(child.person.id), text(child.person.born), worker.id,
                           text(worker.start), known(worker.end, year),
                           std::string{worker.reason}});
            }
        }
    }
}

} // namespace

void write_return(const std::filesystem::path& folder, const std::vector<Child>& children,
                  const ReportingYear& year, std::uint64_t seed, bool social_workers) {
    std::filesystem::create_directories(folder);
    Return tables{folder, year, seed};
    for (const Child& child : children)
        tables.add(child);
    if (social_workers)
        write_social_workers(folder / "sw_episodes.csv", children, year);
}

void write_postcodes(const std::filesystem::path& file, const Places& places) {
    Table table{file, "postcode,easting,northing,la"};
    for (const Postcode& postcode : places.postcodes()) {
        table.row({postcode.code, std::to_string(postcode.easting),
                   std::to_string(postcode.northing), postcode.authority});
    }
}

} // namespace generate
