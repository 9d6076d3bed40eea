#include <indicare/exact/decimal.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace indicare::exact;

TEST_CASE("whole numbers are read as decimal digits", "[exact][decimal]") {
    CHECK(parse_integer("620") == integer(620));
    CHECK(parse_integer("0620") == integer(620));
    CHECK(parse_integer("-7") == integer(-7));
    CHECK(parse_integer("+7") == integer(7));
    CHECK(parse_integer("-0") == integer(0));
    CHECK(parse_integer("000") == integer(0));
    CHECK(parse_integer("008") == integer(8));
    CHECK(parse_integer("9223372036854775807") == integer(9223372036854775807));
    CHECK(parse_integer("123456789012345678") == integer(123456789012345678));
    CHECK(to_text(*parse_integer("-123456789012345678901234567890123456789012")) ==
          "-123456789012345678901234567890123456789012");
    CHECK(parse_integer("1000000000000000000000000000000000000") == power_of_ten(36));
}

TEST_CASE("anything else is no whole number", "[exact][decimal]") {
    const std::string_view text =
        GENERATE(as<std::string_view>{}, "", "-", "+", "--1", "+-1", "-+1", " 1", "1 ", "1 000",
                 "0x10", "0b1", "1e3", "1.0", "1.", "12a", "a", "1/2", "1,000", "\t1", "1\n",
                 "\xC2\xA0", "\xD9\xA1", "inf", "nan", "1_000", "1'000", "-,1");
    CAPTURE(text);
    CHECK_FALSE(parse_integer(text));
    CHECK_FALSE(parse_integer(std::string_view("1\0", 2)));
}

TEST_CASE("figures are read with the places they are written with", "[exact][decimal]") {
    CHECK(parse_decimal("73.1") == Decimal{731, 1});
    CHECK(parse_decimal("73.10") == Decimal{7310, 2});
    CHECK(parse_decimal("73") == Decimal{73, 0});
    CHECK(parse_decimal("0.5") == Decimal{5, 1});
    CHECK(parse_decimal("-0.05") == Decimal{-5, 2});
    CHECK(parse_decimal("+1.5") == Decimal{15, 1});
    CHECK(parse_decimal("-0.0") == Decimal{0, 1});
    CHECK(parse_decimal("007.50") == Decimal{750, 2});
    CHECK(parse_decimal("0.000000000000000000001") == Decimal{1, 21});
    CHECK(parse_decimal("12345678901234567890.5")->units ==
          *parse_integer("123456789012345678905"));
}

TEST_CASE("anything else is no figure", "[exact][decimal]") {
    const std::string_view text = GENERATE(as<std::string_view>{}, "", ".", "-.", ".5", "5.", "-.5",
                                           "1.2.3", "1..2", "1.-2", "1.+2", "1. 2", "1,5", "1.5e1",
                                           "1.5%", " 1.5", "1.5 ", "0x1.8", "1.2,3", "-", "1.a");
    CAPTURE(text);
    CHECK_FALSE(parse_decimal(text));
}

TEST_CASE("thousands may be set apart by commas where that is asked for", "[exact][decimal]") {
    const auto read = [](std::string_view text) { return parse_integer(text, Thousands::commas); };
    CHECK(read("31,010") == integer(31010));
    CHECK(read("31010") == integer(31010));
    CHECK(read("-1,000,000") == integer(-1000000));
    CHECK(read("101,000") == integer(101000));
    CHECK(read("1,234,567,890,123,456,789,012") == *parse_integer("1234567890123456789012"));
    CHECK(parse_decimal("59,411.5", Thousands::commas) == Decimal{594115, 1});

    const std::string_view wrong =
        GENERATE(as<std::string_view>{}, ",", ",010", "31,01", "31,0100", "3101,010", "31,,010",
                 "31,010,", "1,0000,000", "1,00,000", "31,01a", "31, 10", "-,100", "1,000000");
    CAPTURE(wrong);
    CHECK_FALSE(read(wrong));
    CHECK_FALSE(parse_decimal(wrong, Thousands::commas));
    CHECK_FALSE(parse_decimal("1.000,000", Thousands::commas));
}

TEST_CASE("a text beyond the limit is refused", "[exact][decimal]") {
    CHECK(parse_integer("999", Thousands::plain, 3) == integer(999));
    CHECK(parse_integer("-999", Thousands::plain, 3) == integer(-999));
    CHECK_FALSE(parse_integer("0999", Thousands::plain, 3));
    CHECK_FALSE(parse_decimal("99.9", Thousands::plain, 3));
    CHECK(parse_integer(std::string(digit_limit, '9')) == power_of_ten(digit_limit) - 1);
    CHECK_FALSE(parse_integer(std::string(digit_limit + 1, '9')));
    CHECK_FALSE(parse_decimal(std::string(1'000'000, '9')));
}

TEST_CASE("a figure has a value", "[exact][decimal]") {
    CHECK(Decimal{731, 1}.value() == make_ratio(731, 10));
    CHECK(Decimal{7310, 2}.value() == Decimal{731, 1}.value());
    CHECK_FALSE(Decimal{7310, 2} == Decimal{731, 1});
    CHECK(Decimal{-5, 3}.value() == make_ratio(-1, 200));
}

TEST_CASE("a number whose digits end is a figure", "[exact][decimal]") {
    CHECK(as_decimal(make_ratio(139, 2)) == Decimal{695, 1});
    CHECK(as_decimal(make_ratio(1, 8)) == Decimal{125, 3});
    CHECK(as_decimal(make_ratio(-1, 25)) == Decimal{-4, 2});
    CHECK(as_decimal(make_ratio(3, 40)) == Decimal{75, 3});
    CHECK(as_decimal(ratio(70)) == Decimal{70, 0});
    CHECK(as_decimal(ratio(0)) == Decimal{0, 0});
    CHECK_FALSE(as_decimal(make_ratio(1, 3)));
    CHECK_FALSE(as_decimal(make_ratio(1, 70)));
}
