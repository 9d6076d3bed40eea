#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indicare/care/episode.hpp"
#include "indicare/care/texts.hpp"
#include "indicare/quality/finding.hpp"

namespace indicare::io {

/// Where postcodes are: eastings and northings of the British National Grid in metres, and the
/// upper-tier authority that each lies in.
class PostcodeList {
  public:
    /// Reads CSV `postcode,easting,northing,la`, in any order, case and number of columns. `false`
    /// when a column is missing; rows that cannot be used are findings, and so are rows that say
    /// otherwise of a postcode than one before, which stands.
    bool read(std::string_view text, const std::string& file, quality::Findings& findings);

    /// What the home and the placement postcode of an episode say for an authority whose area goes
    /// by this name (compared without case); an empty name: the area is not known.
    ///
    /// The distance is DfE's: in a straight line, 1.6093 km a mile, rounded half up to one decimal,
    /// then compared with 20.0. Decided on whole numbers, without a root. Source: `docs/rules.md`,
    /// section 3.5.
    care::Whereabouts look_up(std::string_view home, std::string_view placement,
                              std::string_view area);

    bool is_empty() const { return places_.empty(); }

  private:
    struct Place {
        std::int32_t easting;
        std::int32_t northing;
        std::uint32_t authority; ///< 0: not said

        bool operator==(const Place&) const = default;
    };

    const Place* find(std::string_view postcode);

    std::string buffer_;
    care::Texts authorities_;
    std::string area_text_; ///< as last asked for, and its number
    std::uint32_t area_ = 0;
    care::Texts postcodes_;     ///< without blanks, in capitals
    std::vector<Place> places_; ///< of each of them
};

} // namespace indicare::io
