#include "limits/first_values.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace indicare::exact::first_value {

namespace {

namespace policies = boost::math::policies;

/// What cannot be reckoned is given as it comes, without exceptions and without a word.
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>, policies::promote_double<false>>;

constexpr double root_of_two = 1.4142135623730951;

} // namespace

double normal_quantile(double tail) {
    return root_of_two * boost::math::erfc_inv(2 * tail, Quiet());
}

double poisson_lower(double events, double tail) {
    return events > 0 ? boost::math::gamma_p_inv(events, tail, Quiet()) : 0;
}

double poisson_upper(double events, double tail) {
    return boost::math::gamma_q_inv(events + 1, tail, Quiet());
}

double binomial_lower(double counted, double among, double tail) {
    return counted > 0 ? boost::math::ibeta_inv(counted, among - counted + 1, tail, Quiet()) : 0;
}

double binomial_upper(double counted, double among, double tail) {
    return counted < among ? boost::math::ibetac_inv(counted + 1, among - counted, tail, Quiet())
                           : 1;
}

double student_t_quantile(double degrees, double tail) {
    const boost::math::students_t_distribution<double, Quiet> distribution(degrees);
    return boost::math::quantile(boost::math::complement(distribution, tail));
}

} // namespace indicare::exact::first_value
