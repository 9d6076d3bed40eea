#pragma once

#include "dates.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace generate {

/// Where a child lives: what an episode says of it.
struct Placement {
    std::string_view place;
    std::string_view provider;
    std::string postcode;
    std::string urn;

    bool operator==(const Placement&) const = default;
    [[nodiscard]] bool temporary() const { return place.starts_with('T'); }
    [[nodiscard]] bool foster() const { return place.starts_with('U'); }
};

/// Half-open `[start, end)`.
struct Episode {
    Day start;
    std::string_view reason_started;
    std::string_view legal;
    Placement placement;
    Day end;
    std::string_view reason_ended;
    std::string_view reason_changed;

    [[nodiscard]] bool short_break() const { return legal == "V3" || legal == "V4"; }
    [[nodiscard]] bool leaves() const { return reason_ended != "X1"; }
};

/// The decision that a child should be placed for adoption, and what became of it.
struct AdoptionPlan {
    Day decided;
    Day matched = never;
    Day placed = never;
    Day given_up = never;
    std::string_view why_given_up;
};

/// From starting to be looked after to leaving.
struct PeriodOfCare {
    std::string_view need;
    std::string home;
    std::vector<Episode> episodes;
    std::optional<AdoptionPlan> adoption;

    [[nodiscard]] Day start() const { return episodes.front().start; }
    [[nodiscard]] Day end() const { return episodes.back().end; }
    [[nodiscard]] std::string_view reason() const { return episodes.back().reason_ended; }
    [[nodiscard]] bool short_breaks() const { return episodes.back().short_break(); }
};

struct Review {
    Day held;
    std::string_view participation;
};

/// `M` missing or `A` away; both days included.
struct Incident {
    char type;
    Day start;
    Day end;
};

struct SocialWorker {
    std::string id;
    Day start;
    Day end;
    std::string_view reason;
};

/// What is true of a child through all its life.
struct Person {
    int id = 0;
    bool female = false;
    Day born = 0;
    std::string_view ethnicity;
    std::string upn;
    bool unaccompanied = false;
    /// When the status of an unaccompanied child ended.
    Day status_ended = never;
    Day first_child_born = never;
};

struct Child {
    Person person;
    std::vector<PeriodOfCare> periods;
    std::vector<Review> reviews;
    std::vector<Incident> incidents;
    std::vector<SocialWorker> social_workers;
};

} // namespace generate
