// One wrong line for each name; CMakeLists.txt defines one of them at a time and expects the
// compiler to refuse that line. With none defined the file is correct, and each wrong line has its
// right twin in `control`.

#include <indicare/exact/interval.hpp>
#include <indicare/exact/quantity.hpp>

#include <optional>
#include <string>

namespace {

using namespace indicare::exact;

[[maybe_unused]] void control() {
    const Count boys{12};
    const Count girls{9};
    const Share a_third = Share::of(1, 3);
    const Share a_half = Share::of(1, 2);
    const auto per_1000 = Rate<1'000>::of(3, 4'000);
    const auto more_per_1000 = Rate<1'000>::of(4, 4'000);
    const auto per_10000 = Rate<10'000>::of(620, 59'411);
    const auto days = Mean<Days>::of(755, 100);
    const auto more_days = Mean<Days>::of(800, 100);
    const auto score = Mean<Score>::of(140, 10);

    const Count children = boys + girls;
    const Change<Count> change = girls - boys;
    const PercentagePoints points = a_half - a_third;
    const Change<Rate<1'000>> rate_change = more_per_1000 - per_1000;
    const Change<Mean<Days>> longer = more_days - days;
    const std::optional<PercentChange> relative = percent_change(boys, girls);
    const bool levels = boys < children && boys == Count{12} && a_third < a_half &&
                        per_1000 < more_per_1000 && days < more_days &&
                        score < Mean<Score>::of(15, 1) && per_10000 < Rate<10'000>::of(1, 2);
    const bool changes = change < Change<Count>{1} && points == PercentagePoints{5} &&
                         points < PercentagePoints{7} && rate_change < more_per_1000 - per_1000 &&
                         longer < days - more_days && *relative < PercentChange{0};
    const Share from_ratio{make_ratio(100, 3)};
    const Decimal rounded = round(make_ratio(1, 2), places(0), Rounding::half_up);
    const std::string printed = print(make_ratio(1, 2), places(1));
    const Interval interval(make_ratio(1, 2), End::closed, ratio(1), End::open);
    static_cast<void>(levels && changes && interval.contains(rounded.value()) &&
                      from_ratio < a_half && printed.empty());

#if defined(SHARE_PLUS_SHARE)
    static_cast<void>(a_half + a_third);
#elif defined(RATE_PLUS_RATE)
    static_cast<void>(per_1000 + more_per_1000);
#elif defined(MEAN_PLUS_MEAN)
    static_cast<void>(days + more_days);
#elif defined(COUNT_PLUS_INT)
    static_cast<void>(boys + 1);
#elif defined(COUNT_MINUS_SHARE)
    static_cast<void>(boys - a_half);
#elif defined(COUNT_BELOW_SHARE)
    static_cast<void>(boys < a_half);
#elif defined(COUNT_EQUALS_SHARE)
    static_cast<void>(boys == a_half);
#elif defined(COUNT_BELOW_INT)
    static_cast<void>(boys < 12);
#elif defined(SHARE_BELOW_DOUBLE)
    static_cast<void>(a_half < 0.5);
#elif defined(RATE_PER_1000_BELOW_PER_10000)
    static_cast<void>(per_1000 < per_10000);
#elif defined(RATE_PER_1000_MINUS_PER_10000)
    static_cast<void>(per_1000 - per_10000);
#elif defined(RATE_BELOW_SHARE)
    static_cast<void>(per_1000 < a_half);
#elif defined(MEAN_DAYS_BELOW_SCORE)
    static_cast<void>(days < score);
#elif defined(MEAN_DAYS_MINUS_SCORE)
    static_cast<void>(days - score);
#elif defined(CHANGE_BELOW_COUNT)
    static_cast<void>(change < boys);
#elif defined(POINTS_EQUAL_SHARE)
    static_cast<void>(points == a_half);
#elif defined(POINTS_BELOW_PERCENT_CHANGE)
    static_cast<void>(points < *relative);
#elif defined(POINTS_BELOW_RATE_CHANGE)
    static_cast<void>(points < rate_change);
#elif defined(PERCENT_CHANGE_OF_COUNT_TO_SHARE)
    static_cast<void>(percent_change(boys, a_half));
#elif defined(PERCENT_CHANGE_OF_CHANGES)
    static_cast<void>(percent_change(change, change));
#elif defined(CHANGE_OF_A_CHANGE)
    static_cast<void>(Change<Change<Count>>(1));
#elif defined(SHARE_FROM_INT)
    const Share share = 50;
#elif defined(SHARE_FROM_RATIO)
    const Share share = make_ratio(100, 3);
#elif defined(SHARE_FROM_DOUBLE)
    const Share share{50.0};
#elif defined(SHARE_OF_DOUBLES)
    static_cast<void>(Share::of(1.0, 2.0));
#elif defined(COUNT_FROM_INT)
    const Count count = 12;
#elif defined(COUNT_FROM_DOUBLE)
    const Count count{12.0};
#elif defined(RATE_FROM_DOUBLE)
    const Rate<1'000> rate{0.75};
#elif defined(MEAN_FROM_DOUBLE)
    const Mean<Days> mean{7.55};
#elif defined(CHANGE_FROM_DOUBLE)
    const Change<Count> minus{-7.0};
#elif defined(POINTS_FROM_DOUBLE)
    const PercentagePoints more{1.5};
#elif defined(PERCENT_CHANGE_FROM_DOUBLE)
    const PercentChange less{-1.1};
#elif defined(RATE_PER_NOTHING)
    using Nothing = Rate<0>;
#elif defined(RATIO_OF_DOUBLES)
    static_cast<void>(make_ratio(0.5, 2));
#elif defined(ROUND_DOUBLE)
    static_cast<void>(round(57.5, places(0), Rounding::half_up));
#elif defined(ROUND_QUOTIENT_OF_DOUBLES)
    static_cast<void>(round(23.0, 40.0, places(0), Rounding::half_up));
#elif defined(PRINT_DOUBLE)
    static_cast<void>(print(57.5, places(0)));
#elif defined(INTERVAL_OF_DOUBLES)
    static_cast<void>(Interval(69.5, End::closed, 70.5, End::open));
#elif defined(INTERVAL_CONTAINS_DOUBLE)
    static_cast<void>(interval.contains(0.75));
#endif
}

} // namespace
