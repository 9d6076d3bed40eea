// The main job in C++, for programs that have included the headers of the library.
#pragma once

#include <string>

/// What is printed of the children who started to be looked after in the year.
inline std::string started() {
    indicare::io::ReturnReader reader;
    reader.begin_table("episodes.csv", 2023);
    reader.feed("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
                "D,03/05/2022,S,C2,U4,,\n"
                "E,09/09/2022,S,V2,K2,01/03/2023,E4A\n");
    reader.end_table();
    reader.end_returns();
    indicare::scorecard::Request request;
    request.as_at = {indicare::care::Date::of(2023, 3, 31)};
    return indicare::io::scorecards(reader, request).at(0)["started"].printed();
}
