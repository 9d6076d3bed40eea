#pragma once

// First values in double precision, which say where to look for a limit and prove nothing: a value
// that is wrong costs time, never a digit. Boost.Math is seen behind these alone.

namespace indicare::exact::first_value {

/// The normal quantile with this much above it.
double normal_quantile(double tail);

/// The mean of a Poisson distribution of which `events` or more have the probability of the tail
/// (0 of none), and that of which `events` or fewer have it.
double poisson_lower(double events, double tail);
double poisson_upper(double events, double tail);

/// The share with which `counted` or more of `among` have the probability of the tail (0 of none),
/// and that with which so many or fewer have it (1 of all).
double binomial_lower(double counted, double among, double tail);
double binomial_upper(double counted, double among, double tail);

/// Student's t of so many degrees of freedom with this much above it.
double student_t_quantile(double degrees, double tail);

} // namespace indicare::exact::first_value
