#pragma once

#include "child.hpp"
#include "places.hpp"
#include "random.hpp"

namespace generate {

struct LegalStep {
    Day from;
    std::string_view legal;
};

struct Stay {
    Day from;
    Placement placement;
    /// Why the child moved here.
    std::string_view why;
    /// Only the placement's type, or the carers' address, is new.
    bool same_carer = false;
};

/// A period of care while it is being made up: its two strands, each in order of time.
struct Course {
    Day start;
    Day end = never;
    std::string_view need;
    std::string home;
    std::string_view reason_ended;
    std::vector<LegalStep> legal;
    std::vector<Stay> stays;
    std::optional<AdoptionPlan> adoption;
};

/// What every step of making up a life needs.
struct Setting {
    const Places& places;
    Random& random;
    const Person& person;

    [[nodiscard]] int age(Day on) const { return age_on(person.born, on); }
};

/// Adds stays from a day on as most children have them; the last one lasts as long as the course.
void ordinary_care(const Setting& setting, Course& course, Day from, Day until);

/// Carers are approved for long term or move house; children are in hospital or on holiday.
void everyday_changes(const Setting& setting, Course& course);

/// A stay with foster carers.
Placement with_foster_carers(const Setting& setting, std::string_view code);

/// Joins the two strands into episodes, with the reason for each as the return codes it.
PeriodOfCare episodes_of(const Course& course);

} // namespace generate
