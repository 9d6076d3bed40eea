#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "indicare/care/records.hpp"
#include "indicare/care/window.hpp"

namespace indicare::care {

/// What the tables beside Episodes say of one child, and of them what the returns of a window's
/// year say: where two of those hold the same row the later return wins, within one the later row.
///
/// Source: `docs/rules.md`, section 5. Keeps its memory from child to child.
class Outcomes {
  public:
    /// Gathers all rows of a child. The row `without`, if any, is taken not to be there.
    void gather(const Records& records, Records::ChildNumber child, RowPlace without = {}) {
        gather(records, child, without, headers_);
        gather(records, child, without, oc2_);
        gather(records, child, without, oc3_);
        gather(records, child, without, ad1_);
        gather(records, child, without, uasc_);
        gather(records, child, without, incidents_);
        gather(records, child, without, social_workers_);
        sort_by_key(incidents_);
        sort_by_key(social_workers_);
    }

    /// Looks at what the returns of the window's year say.
    void look_at(const Window& window) {
        first_year_ = window.first_reporting_year;
        last_year_ = window.last_reporting_year;
        header = latest(headers_);
        oc2 = latest(oc2_);
        oc3 = latest(oc3_);
        ad1 = latest(ad1_);
        uasc = latest(uasc_);
        keep_latest(incidents_, incidents);
        keep_latest(social_workers_, social_workers);
    }

    /// Whether OC3 of a return of the window's year holds the child.
    bool has_oc3_of(const Window& window) const {
        return std::any_of(oc3_.begin(), oc3_.end(), [&window](const Placed<Oc3Row>& each) {
            return each.row.year == 0 || each.row.year == window.first_reporting_year ||
                   each.row.year == window.last_reporting_year;
        });
    }

    /// The row that stands; null where the year's returns have none of the child.
    const HeaderRow* header = nullptr;
    const Oc2Row* oc2 = nullptr;
    const Oc3Row* oc3 = nullptr;
    const Ad1Row* ad1 = nullptr;
    const UascRow* uasc = nullptr;
    std::vector<MissingRow> incidents;
    std::vector<SocialWorkerRow> social_workers;

  private:
    template <class Row>
    struct Placed {
        Row row;
        std::uint32_t index;

        auto standing() const { return std::tuple(int{row.year}, index); }
    };

    template <class Row>
    static void gather(const Records& records, Records::ChildNumber child, RowPlace without,
                       std::vector<Placed<Row>>& rows) {
        rows.clear();
        records.for_each<Row>(child, [&rows, without](const Row& row, std::uint32_t index) {
            if (without != RowPlace{Records::kind_of<Row>(), index})
                rows.push_back({row, index});
        });
    }

    bool is_of_the_year(int return_year) const {
        return return_year == 0 || return_year == first_year_ || return_year == last_year_;
    }

    template <class Row>
    const Row* latest(const std::vector<Placed<Row>>& rows) const {
        const Placed<Row>* found = nullptr;
        for (const Placed<Row>& each : rows)
            if (is_of_the_year(each.row.year) &&
                (found == nullptr || each.standing() > found->standing()))
                found = &each;
        return found == nullptr ? nullptr : &found->row;
    }

    /// What makes two rows the same.
    static auto key_of(const MissingRow& row) { return std::tuple(row.kind, Date(row.start)); }
    static auto key_of(const SocialWorkerRow& row) {
        return std::tuple(row.worker, Date(row.start));
    }

    template <class Row>
    static void sort_by_key(std::vector<Placed<Row>>& rows) {
        const auto before = [](const Placed<Row>& a, const Placed<Row>& b) {
            return std::tuple(key_of(a.row), a.standing()) <
                   std::tuple(key_of(b.row), b.standing());
        };
        if (!std::is_sorted(rows.begin(), rows.end(), before))
            std::sort(rows.begin(), rows.end(), before);
    }

    template <class Row>
    void keep_latest(const std::vector<Placed<Row>>& rows, std::vector<Row>& kept) const {
        kept.clear();
        for (const Placed<Row>& each : rows) {
            if (!is_of_the_year(each.row.year))
                continue;
            if (!kept.empty() && key_of(kept.back()) == key_of(each.row))
                kept.back() = each.row;
            else
                kept.push_back(each.row);
        }
    }

    int first_year_ = 0;
    int last_year_ = 0;
    std::vector<Placed<HeaderRow>> headers_;
    std::vector<Placed<Oc2Row>> oc2_;
    std::vector<Placed<Oc3Row>> oc3_;
    std::vector<Placed<Ad1Row>> ad1_;
    std::vector<Placed<UascRow>> uasc_;
    std::vector<Placed<MissingRow>> incidents_;
    std::vector<Placed<SocialWorkerRow>> social_workers_;
};

} // namespace indicare::care
