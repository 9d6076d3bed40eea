#pragma once

#include "life.hpp"
#include "random.hpp"
#include "tables.hpp"

#include <cstdint>
#include <string>

namespace bench {

/// The reporting years that an extract tells of.
struct Years {
    int first = 0;
    int last = 0;
};

/// What was written, as the budget of memory counts it.
struct Size {
    std::uint64_t children = 0;
    std::uint64_t episodes = 0;
    /// Children on 31 March of a year, in care then or with a row in OC3.
    std::uint64_t child_years = 0;
};

/// Writes the rows of children.
class RowWriter {
  public:
    RowWriter(Tables& tables, Random& random, Years years)
        : tables_(tables), random_(random), years_(years) {}

    /// All rows of one child; none of a child whose care ended before the first year.
    void write(const Child& child, std::string name, std::string_view authority);

    const Size& size() const { return size_; }

  private:
    void header();
    void episodes();
    void unaccompanied();
    void adopted();
    void of_year(int year);
    void health(int year);
    void care_leaver(int year);
    void missing(Day from, Day to);
    void reviews(Day from, Day to);
    void social_workers();

    std::string_view born() const { return text_of(child_->born); }
    std::string_view flag(int in_hundred) { return random_.in_hundred(in_hundred) ? "1" : "0"; }

    Tables& tables_;
    Random& random_;
    Years years_;
    Size size_;

    const Child* child_ = nullptr;
    std::string name_;
    std::string_view authority_;
    bool goes_missing_ = false;
    Day last_incident_ = 0;
};

} // namespace bench
