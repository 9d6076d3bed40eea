#include "breakdown_option.hpp"

#include <algorithm>
#include <iostream>

namespace indicare::cli {

void add_by(CLI::App& command, std::vector<std::string>& by) {
    command
        .add_option("--by", by,
                    "Adds breakdowns of the looked after, the started and the ceased: sex, age, "
                    "ethnicity, legal_status, need, placement, or all")
        ->delimiter(',');
}

bool choose_breakdowns(const std::vector<std::string>& names, scorecard::Request& request) {
    std::string known;
    for (std::size_t each = 0; each < indicators::characteristic_count; ++each) {
        const auto characteristic = static_cast<indicators::Characteristic>(each);
        known += std::string(name_of(characteristic)) + ", ";
        if (std::find(names.begin(), names.end(), "all") != names.end())
            request.by.push_back(characteristic);
    }
    for (const std::string& name : names) {
        const auto characteristic = indicators::characteristic_named(name);
        if (!characteristic && name != "all") {
            std::cerr << "indicare: --by " << name << ": expected " << known << "or all\n";
            return false;
        }
        if (characteristic)
            request.by.push_back(*characteristic);
    }
    return true;
}

} // namespace indicare::cli
