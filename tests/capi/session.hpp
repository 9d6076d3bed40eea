#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <indicare.h>

namespace indicare::tests {

/// The text that a function of the API gives, by asking for its length first.
template <class Function, class... Arguments>
std::string text(Function* function, Arguments... arguments) {
    std::size_t length = 0;
    const indicare_status asked = function(arguments..., nullptr, 0, &length);
    if (asked != INDICARE_BUFFER_TOO_SMALL)
        throw std::runtime_error(indicare_status_name(asked));
    std::string buffer(length + 1, '#');
    const indicare_status given = function(arguments..., buffer.data(), buffer.size(), nullptr);
    if (given != INDICARE_OK || buffer.back() != '\0')
        throw std::runtime_error(indicare_status_name(given));
    buffer.pop_back();
    return buffer;
}

/// A session that destroys itself, for tests that read like the case they are about.
class Session {
  public:
    Session() {
        indicare_session* made = nullptr;
        if (indicare_create(&made) != INDICARE_OK)
            throw std::runtime_error("no session");
        session_.reset(made);
    }

    operator indicare_session*() const { return session_.get(); }

    indicare_status set(std::string_view name, std::string_view value) {
        return indicare_set_option(*this, name.data(), name.size(), value.data(), value.size());
    }

    indicare_status begin(std::string_view file, std::int32_t year) {
        return indicare_begin_table(*this, file.data(), file.size(), year);
    }

    indicare_status feed(std::string_view piece) {
        return indicare_feed(*this, piece.data(), piece.size());
    }

    /// Reads a whole table in pieces; its name, or nothing.
    const char* read(std::string_view csv, std::int32_t year, std::size_t piece = 1U << 20) {
        const char* table = "not told";
        expect_ok(begin("table.csv", year));
        for (; !csv.empty(); csv.remove_prefix(std::min(piece, csv.size())))
            expect_ok(feed(csv.substr(0, piece)));
        expect_ok(indicare_end_table(*this, &table));
        return table;
    }

    indicare_status postcodes(std::string_view csv) {
        return indicare_give_postcodes(*this, "postcodes.csv", INDICARE_NUL_TERMINATED, csv.data(),
                                       csv.size());
    }

    indicare_status populations(std::string_view csv) {
        return indicare_give_populations(*this, "population.csv", INDICARE_NUL_TERMINATED,
                                         csv.data(), csv.size());
    }

    indicare_status population(std::string_view authority, std::int32_t year, std::int64_t people) {
        return indicare_give_population(*this, authority.data(), authority.size(), year, people);
    }

    indicare_status benchmarks(std::string_view file, std::string_view csv) {
        return indicare_give_benchmarks(*this, file.data(), file.size(), csv.data(), csv.size());
    }

    indicare_status compute(std::int32_t as_at) { return indicare_compute(*this, as_at); }

    std::string error() { return text(indicare_error_text, session_.get()); }
    std::string document() { return text(indicare_document, session_.get()); }
    std::string csv() { return text(indicare_results_as_csv, session_.get()); }
    std::string json() { return text(indicare_results_as_json, session_.get()); }

    std::string printed(std::string_view id, std::int64_t authority = 0) {
        return text(indicare_figure_printed, session_.get(), authority, indicator(id));
    }
    std::string exact(std::string_view id, std::int64_t authority = 0) {
        return text(indicare_figure_exact, session_.get(), authority, indicator(id));
    }
    std::string reason(std::string_view id, std::int64_t authority = 0) {
        return text(indicare_figure_reason, session_.get(), authority, indicator(id));
    }

    std::int64_t total(std::int32_t severity) {
        std::int64_t total = -1;
        expect_ok(indicare_finding_total(*this, severity, &total));
        return total;
    }

    static std::int64_t indicator(std::string_view id) {
        return indicare_find_indicator(id.data(), id.size());
    }

  private:
    struct Destroy {
        void operator()(indicare_session* session) const { indicare_destroy(session); }
    };

    void expect_ok(indicare_status status) {
        if (status != INDICARE_OK)
            throw std::runtime_error(error());
    }

    std::unique_ptr<indicare_session, Destroy> session_;
};

/// For `text`, whose arguments must have the very types of the function's.
inline indicare_session* handle(const Session& session) {
    return session;
}

/// Looked after on 31 March 2023 are A, C and D; A and D are in foster placements, C in a
/// children's home. A, B and C started in the year, and B ceased. D's row does not tell when D's
/// care began, nor how many placements were before.
inline constexpr std::string_view four_children = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,"
                                                  "REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                                                  "A,01/06/2022,S,C2,N1,U4,PR1,,,,,,\n"
                                                  "B,01/07/2022,S,C2,N1,U4,PR1,01/02/2023,E4A,,,,\n"
                                                  "C,15/01/2023,S,V2,N1,K2,PR4,,,,,,\n"
                                                  "D,01/05/2022,P,C2,N1,U4,PR1,,,,,,\n";

} // namespace indicare::tests
