#include "indicare/audit/sum.hpp"

#include <map>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace indicare;
using audit::Sum;
using audit::Term;
using audit::Unknown;

namespace {

Sum sum_of(std::vector<Term> terms, int constant = 0) {
    return Sum::of(std::move(terms), constant);
}

} // namespace

TEST_CASE("a sum is added so many times") {
    Sum sum = sum_of({{1, 2}, {4, -3}, {6, 1}}, 5);
    sum.add(sum_of({{0, 1}, {4, 1}, {5, 2}, {7, 1}}, -1), 3);
    CHECK(sum == sum_of({{0, 3}, {1, 2}, {5, 6}, {6, 1}, {7, 3}}, 2));
    sum.add(sum, -1);
    CHECK(sum == Sum(0));
    CHECK(sum.is_constant());
    sum.add(sum_of({{3, 1}}, 4), 0);
    CHECK(sum == Sum(0));
    CHECK(sum_of({{2, 1}}) - sum_of({{2, 1}}, 7) == Sum(-7));
    CHECK(sum_of({{2, 1}}) + sum_of({{2, 1}}, 7) == sum_of({{2, 2}}, 7));
}

TEST_CASE("sums add up as their values do") {
    CHECK(rc::check("sums", [] {
        const auto any_sum = [] {
            std::vector<Term> terms;
            for (const auto& [unknown, coefficient] :
                 *rc::gen::container<std::vector<std::pair<unsigned, int>>>(
                     rc::gen::pair(rc::gen::inRange(0U, 12U), rc::gen::inRange(-3, 4))))
                terms.push_back({Unknown{unknown}, coefficient});
            return Sum::of(terms, *rc::gen::inRange(-9, 9));
        };
        const Sum left = any_sum();
        const Sum right = any_sum();
        const int times = *rc::gen::inRange(-3, 4);
        std::vector<exact::integer> numbers;
        for (int each = 0; each < 12; ++each)
            numbers.emplace_back(*rc::gen::inRange(0, 1'000'000));
        Sum sum = left;
        sum.add(right, times);
        RC_ASSERT(sum.value(numbers) == left.value(numbers) + right.value(numbers) * times);
        for (const Term& term : sum.terms())
            RC_ASSERT(term.coefficient != 0);
        for (std::size_t at = 1; at < sum.terms().size(); ++at)
            RC_ASSERT(sum.terms()[at - 1].unknown < sum.terms()[at].unknown);
    }));
}
