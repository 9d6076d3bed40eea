#pragma once

#include <string>
#include <string_view>

#include "session.hpp"

namespace indicare::tests {

/// What was published of 2023 of a small country, children looked after per 10,000: England 70,
/// London 80, Bexford 100 and Colne 50; two authorities have the name Twin.
inline std::string published_rates() {
    constexpr std::string_view what = "Children looked after at 31 March each year,";
    std::string text = "time_period,geographic_level,country_code,country_name,region_code,"
                       "region_name,old_la_code,la_name,new_la_code,population_count,"
                       "population_estimate,number,rate_per_10000\n";
    const auto add = [&](std::string_view place, std::string_view numbers) {
        text.append("2023,").append(place).append(",").append(what).append(numbers).append("\n");
    };
    add("National,E92000001,England,,,,,", "12000000,84000,70");
    add("Regional,E92000001,England,E12000007,London,,,", "1000000,8000,80");
    const std::string authority = "Local authority,E92000001,England,E12000007,London,";
    add(authority + "801,Aston,E06000001", "10000,20,20");
    add(authority + "802,Bexford,E06000002", "10000,100,100");
    add(authority + "803,Colne,E06000003", "40000,200,50");
    add(authority + "804,Twin,E06000004", "10000,10,10");
    add(authority + "805,Twin,E06000005", "10000,10,10");
    return text;
}

/// Aston's neighbours are Bexford and Colne.
inline constexpr std::string_view neighbours =
    "old_la_code,SN_1,SN_2,SN_3,SN_4,SN_5,SN_6,SN_7,SN_8,SN_9,SN_10\n"
    "801,802,803,,,,,,,,\n";

/// Aston's returns of 2023, by its name, with a population of 10,000; and all of the above.
inline Session aston_beside_others() {
    Session session;
    if (session.set("authority", "Aston") != INDICARE_OK ||
        session.benchmarks("rates.csv", published_rates()) != INDICARE_OK ||
        session.benchmarks("neighbours_2021.csv", neighbours) != INDICARE_OK ||
        session.population("Aston", 2023, 10'000) != INDICARE_OK)
        throw std::runtime_error(session.error());
    session.read(four_children, 2023);
    return session;
}

} // namespace indicare::tests
