#include "places.hpp"

#include <cstdlib>
#include <unordered_set>
#include <utility>

namespace generate {
namespace {

constexpr int inside = 420;
constexpr int near = 320;
constexpr int far = 320;
constexpr int centre_easting = 450'000;
constexpr int centre_northing = 400'000;

/// The own fostering and adoption service.
constexpr std::string_view own_service = "SC999001";

std::string registration(Random& random) {
    return std::to_string(random.between(1'200'000, 2'699'999));
}

std::string invented_postcode(Random& random, int district) {
    constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";
    const auto letter = [&] {
        return letters[static_cast<std::size_t>(random.below(static_cast<int>(letters.size())))];
    };
    std::string code = "ZZ" + std::to_string(district) + ' ' + std::to_string(random.between(1, 9));
    code += letter();
    code += letter();
    return code;
}

/// One of eight invented neighbours, by direction; further off, one of sixteen others.
std::string authority_of(int east, int north, bool far_away) {
    const int half = (east > 0 ? 1 : 0) + (north > 0 ? 2 : 0);
    const int steep = std::abs(north) > std::abs(east) ? 4 : 0;
    return std::to_string((far_away ? 980 : 990) + half + steep);
}

} // namespace

Places::Places(Random random, std::string authority) : authority_{std::move(authority)} {
    add_postcodes(random, inside, 1, 9, 0, 9'000);
    add_postcodes(random, near, 10, 12, 10'000, 25'000);
    add_postcodes(random, far, 30, 20, 42'000, 190'000);

    for (int i = 0; i < 14; ++i)
        fostering_agencies_.push_back({registration(random), i < 10 ? "PR4" : "PR5", ""});
    for (int i = 0; i < 4; ++i)
        adoption_agencies_.push_back({registration(random), "PR5", ""});
    for (int i = 0; i < 45; ++i) {
        const bool own = i < 5;
        const Reach reach = own ? Reach{1000, 0} : Reach{190, 330};
        const std::string_view sector = own ? "PR1" : random.chance(880) ? "PR4" : "PR5";
        homes_.push_back({registration(random), sector, somewhere(random, reach)});
    }
    for (int i = 0; i < 3; ++i)
        secure_homes_.push_back({registration(random), "PR2", somewhere(random, {0, 0})});
    for (int i = 0; i < 5; ++i)
        schools_.push_back({registration(random), "PR4", somewhere(random, {0, 300})});
}

void Places::add_postcodes(Random& random, int count, int first_district, int districts, int from,
                           int to) {
    std::unordered_set<std::string> taken;
    while (static_cast<int>(taken.size()) < count) {
        const int east = random.between(-to, to);
        const int north = random.between(-to, to);
        const auto squared = [](std::int64_t length) { return length * length; };
        const std::int64_t distance = squared(east) + squared(north);
        if (distance > squared(to) || distance < squared(from))
            continue;
        const int district = first_district + random.below(districts);
        std::string code = invented_postcode(random, district);
        if (!taken.insert(code).second)
            continue;
        const bool own = from == 0;
        postcodes_.push_back({std::move(code), centre_easting + east, centre_northing + north,
                              own ? authority_ : authority_of(east, north, from > 30'000)});
    }
}

std::string Places::somewhere(Random& random, Reach reach) const {
    if (random.chance(8))
        return invented_postcode(random, 60);
    const int draw = random.below(1000);
    int index = inside + near + random.below(far);
    if (draw < reach.inside) {
        index = random.below(inside);
    } else if (draw < reach.inside + reach.near) {
        index = inside + random.below(near);
    }
    return postcodes_[static_cast<std::size_t>(index)].code;
}

std::string Places::home(Random& random) const {
    return somewhere(random, {945, 40});
}

std::string Places::elsewhere(Random& random) const {
    return somewhere(random, {600, 400});
}

Placement Places::foster(Random& random, std::string_view code, bool agency) const {
    if (!agency)
        return {code, "PR1", somewhere(random, {670, 290}), std::string{own_service}};
    const auto index = static_cast<std::size_t>(random.below(14));
    return {code, fostering_agencies_[index].sector, somewhere(random, {330, 410}),
            fostering_agencies_[index].urn};
}

Placement Places::relatives(Random& random) const {
    return {"U3", "PR1", somewhere(random, {560, 270}), std::string{own_service}};
}

Placement Places::adopters(Random& random, std::string_view code) const {
    if (random.chance(650))
        return {code, "PR1", somewhere(random, {180, 470}), "XXXXXXX"};
    const auto index = static_cast<std::size_t>(random.below(4));
    return {code, "PR5", somewhere(random, {60, 300}), adoption_agencies_[index].urn};
}

Placement Places::parents(Random& random, const std::string& home) const {
    return {"P1", "PR0", random.chance(700) ? home : somewhere(random, {780, 160}), ""};
}

Placement Places::childrens_home(Random& random) const {
    const Provider& home = homes_[static_cast<std::size_t>(random.below(45))];
    return {"K2", home.sector, home.postcode, home.urn};
}

Placement Places::secure_home(Random& random) const {
    const Provider& home = secure_homes_[static_cast<std::size_t>(random.below(3))];
    return {"K1", home.sector, home.postcode, home.urn};
}

Placement Places::supported(Random& random) const {
    const std::string_view code = random.chance(700) ? "H5" : "P2";
    const auto sector = random.pick<std::string_view>({{"PR4", 68}, {"PR5", 22}, {"PR1", 10}});
    return {code, sector, somewhere(random, {620, 240}), ""};
}

Placement Places::residential(Random& random, int age) const {
    if (age < 2)
        return {"R3", "PR4", somewhere(random, {200, 500}), registration(random)};
    if (age >= 5 && random.chance(350)) {
        const Provider& school = schools_[static_cast<std::size_t>(random.below(5))];
        return {"S1", school.sector, school.postcode, school.urn};
    }
    if (random.chance(250))
        return {"R2", "PR3", somewhere(random, {300, 400}), ""};
    if (random.chance(250))
        return {"Z1", "", somewhere(random, {500, 300}), ""};
    return {"R1", "PR4", somewhere(random, {150, 400}), ""};
}

Placement Places::custody(Random& random) const {
    return {"R5", "PR3", somewhere(random, {0, 100}), ""};
}

Placement Places::temporary(Random& random, std::string_view code) const {
    return {code, "", somewhere(random, {700, 250}), ""};
}

} // namespace generate
