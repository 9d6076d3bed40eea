#include "indicare/io/postcodes.hpp"

#include <optional>

#include "fields.hpp"
#include "indicare/care/location.hpp"
#include "list_reader.hpp"

namespace indicare::io {

namespace {

/// Whether a straight line is over 20.0 miles once its length is rounded half up to one decimal:
/// whether it has at least 20.05 miles of 1609.3 metres, which is 32266.465 metres.
bool is_far(std::int64_t easting, std::int64_t northing) {
    constexpr std::int64_t millimetres = 32'266'465;
    return (easting * easting + northing * northing) * 1'000'000 >= millimetres * millimetres;
}

constexpr std::int32_t furthest_metre = 1'500'000; // beyond the grid in both directions

} // namespace

bool PostcodeList::read(std::string_view text, const std::string& file,
                        quality::Findings& findings) {
    ListReader list(file, findings, {"POSTCODE", "EASTING", "NORTHING", "LA"});
    return list.read(text, [this, &list](const ListRow& row) {
        if (row[0].empty())
            return list.refuse(quality::FindingCode::key_missing, 0,
                               "expected a postcode; the row was left out", row[0]);
        const auto easting = list.number(row, 1, furthest_metre);
        const auto northing = list.number(row, 2, furthest_metre);
        if (!easting || !northing)
            return;
        const std::string authority = in_capitals(row[3]);
        const Place place{static_cast<std::int32_t>(*easting), static_cast<std::int32_t>(*northing),
                          authority.empty() ? 0 : authorities_.number_of(authority) + 1};
        const std::string_view postcode = care::plain(row[0], buffer_);
        if (const Place* first = find(postcode); first != nullptr && *first != place) {
            const std::string area =
                first->authority == 0 ? "no area"
                                      : "area " + std::string(authorities_[first->authority - 1]);
            return list.refuse(quality::FindingCode::postcode_contradicted, 0,
                               "expected easting " + std::to_string(first->easting) +
                                   ", northing " + std::to_string(first->northing) + " and " +
                                   area + ", which an earlier row states and which stand",
                               row[0]);
        }
        places_.resize(postcodes_.size()); // as it is, unless memory ran out before
        places_.push_back(place);
        if (postcodes_.number_of(postcode) + 1 != places_.size())
            places_.pop_back();
    });
}

const PostcodeList::Place* PostcodeList::find(std::string_view postcode) {
    const auto number = postcodes_.find(care::plain(postcode, buffer_));
    return number ? &places_[*number] : nullptr;
}

care::Whereabouts PostcodeList::look_up(std::string_view home, std::string_view placement,
                                        std::string_view area) {
    using enum care::Whereabouts;
    const Place* placed = placement.empty() ? nullptr : find(placement);
    if (placed == nullptr)
        return placement_unknown;
    if (area != area_text_) {
        area_text_ = area;
        area_ = area.empty() ? 0 : authorities_.number_of(in_capitals(area)) + 1;
    }
    const bool in_area = area_ != 0 && placed->authority == area_;
    const Place* at_home = home.empty() ? nullptr : find(home);
    if (at_home == nullptr)
        return in_area ? in_area_distance_unknown : outside_distance_unknown;
    const bool far =
        is_far(placed->easting - at_home->easting, placed->northing - at_home->northing);
    if (in_area)
        return far ? in_area_far : in_area_near;
    return far ? outside_far : outside_near;
}

} // namespace indicare::io
