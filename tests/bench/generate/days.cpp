#include "days.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace bench {
namespace {

constexpr Day earliest = day_of(1960, 1, 1);
constexpr Day latest = day_of(2059, 12, 31);

struct Written {
    std::array<char, 10> text;
    int reporting_year;
};

/// Every day that can occur, written once.
class Calendar {
  public:
    Calendar() {
        for (Day day = earliest; day <= latest; ++day)
            days_.push_back(written(day));
    }

    const Written& operator[](Day day) const {
        return days_[static_cast<std::size_t>(day - earliest)];
    }

  private:
    static Written written(Day day) {
        const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
        const int year = static_cast<int>(date.year());
        const auto month = static_cast<int>(static_cast<unsigned>(date.month()));
        const auto of_month = static_cast<int>(static_cast<unsigned>(date.day()));
        Written written{{}, month > 3 ? year + 1 : year};
        put(written.text, 0, 2, of_month);
        written.text[2] = '/';
        put(written.text, 3, 2, month);
        written.text[5] = '/';
        put(written.text, 6, 4, year);
        return written;
    }

    static void put(std::array<char, 10>& text, std::size_t at, std::size_t digits, int number) {
        for (std::size_t i = digits; i-- > 0; number /= 10)
            text[at + i] = static_cast<char>('0' + number % 10);
    }

    std::vector<Written> days_;
};

const Calendar& calendar() {
    static const Calendar all;
    return all;
}

} // namespace

int reporting_year_of(Day day) {
    return calendar()[day].reporting_year;
}

std::string_view text_of(Day day) {
    if (day == still)
        return {};
    const auto& text = calendar()[day].text;
    return {text.data(), text.size()};
}

} // namespace bench
