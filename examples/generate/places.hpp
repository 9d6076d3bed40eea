#pragma once

#include "child.hpp"
#include "random.hpp"

#include <string>
#include <vector>

namespace generate {

/// A fictional postcode, on the grid in metres.
struct Postcode {
    std::string code;
    int easting;
    int northing;
    std::string authority;
};

/// How likely, in a thousand, a placement is inside the area, and near it; the rest is far away.
struct Reach {
    int inside;
    int near;
};

/// The map and the register of providers: every placement is made here.
class Places {
  public:
    Places(Random random, std::string authority);

    [[nodiscard]] const std::vector<Postcode>& postcodes() const { return postcodes_; }

    [[nodiscard]] std::string home(Random& random) const;
    [[nodiscard]] Placement foster(Random& random, std::string_view code, bool agency) const;
    [[nodiscard]] Placement relatives(Random& random) const;
    [[nodiscard]] Placement adopters(Random& random, std::string_view code) const;
    [[nodiscard]] Placement parents(Random& random, const std::string& home) const;
    [[nodiscard]] Placement childrens_home(Random& random) const;
    [[nodiscard]] Placement secure_home(Random& random) const;
    [[nodiscard]] Placement supported(Random& random) const;
    [[nodiscard]] Placement residential(Random& random, int age) const;
    [[nodiscard]] Placement custody(Random& random) const;
    [[nodiscard]] Placement temporary(Random& random, std::string_view code) const;
    /// A postcode for carers who move house.
    [[nodiscard]] std::string elsewhere(Random& random) const;

  private:
    struct Provider {
        std::string urn;
        std::string_view sector;
        std::string postcode;
    };

    [[nodiscard]] std::string somewhere(Random& random, Reach reach) const;
    void add_postcodes(Random& random, int count, int first_district, int districts, int from,
                       int to);

    std::string authority_;
    std::vector<Postcode> postcodes_;
    std::vector<Provider> fostering_agencies_;
    std::vector<Provider> adoption_agencies_;
    std::vector<Provider> homes_;
    std::vector<Provider> secure_homes_;
    std::vector<Provider> schools_;
};

} // namespace generate
