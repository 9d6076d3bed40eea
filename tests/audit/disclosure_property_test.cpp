#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "audit/claims_of.hpp"
#include "indicare/audit/disclosure.hpp"

// What is said to be safe, beside every table that a reader must think possible.

using namespace indicare;
using audit::Disclosure;
using audit::Publication;
using audit::Verdict;

namespace {

constexpr int least_small = 1;
constexpr int most_small = 5;
constexpr int greatest_tried = 24; ///< of a part; true ones are at most 14

bool is_small(int number) {
    return least_small <= number && number <= most_small;
}

/// A total, the parts that add up to it, and for some parts what percentage of it is printed.
struct Table {
    std::vector<int> parts;
    std::vector<bool> with_percentage;

    int total() const {
        int sum = 0;
        for (const int part : parts)
            sum += part;
        return sum;
    }
};

/// Half up: twice a percentage and a half is rounded down.
int percentage(int part, int total) {
    return (200 * part + total) / (2 * total);
}

int below(int end) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end));
}

/// Two to four parts, of which one in four is small, and one in six is none.
Table any_table() {
    Table table;
    for (int left = 2 + below(3); left > 0; --left) {
        const int kind = below(12);
        table.parts.push_back(kind < 2 ? 0 : kind < 5 ? 1 + below(most_small) : 6 + below(9));
        table.with_percentage.push_back(below(3) == 0);
    }
    return table;
}

std::string name_of(std::size_t part) {
    return "part_" + std::to_string(part);
}

Publication publication_of(const Table& table) {
    std::string text = "total = " + std::to_string(table.total()) + "\n";
    std::string sum;
    for (std::size_t i = 0; i < table.parts.size(); ++i) {
        text += name_of(i) + " = " + std::to_string(table.parts[i]) + "\n";
        sum += (i == 0 ? "" : " + ") + name_of(i);
        if (table.with_percentage[i] && table.total() > 0)
            text += "percent " + name_of(i) +
                    " of total = " + std::to_string(percentage(table.parts[i], table.total())) +
                    "%\n";
    }
    audit::Claims claims = tests::claims_of(text + sum + " = total\n");
    const audit::ClaimNumber all = claims.size();
    return audit::publication_of(std::move(claims), all);
}

/// What each number that is hidden can be, by trying all tables: who reads knows the sum, all that
/// is printed, which numbers are small, and that zeros are always printed.
class AllTables {
  public:
    AllTables(const Table& table, const std::set<std::string>& hidden)
        : table_(table), hidden_(hidden), tried_(table.parts) {
        try_part(0);
    }

    std::size_t possible(const std::string& name) const {
        const auto at = values_.find(name);
        return at == values_.end() ? 0 : at->second.size();
    }

  private:
    static bool may_be(int number, int truth) {
        return is_small(truth) ? is_small(number) : number > most_small;
    }

    bool is_hidden(std::size_t part) const { return hidden_.contains(name_of(part)); }

    void try_part(std::size_t part) {
        if (part == table_.parts.size())
            return try_total();
        if (!is_hidden(part))
            return try_part(part + 1);
        for (int number = 0; number <= greatest_tried; ++number)
            if (may_be(number, table_.parts[part])) {
                tried_[part] = number;
                try_part(part + 1);
            }
        tried_[part] = table_.parts[part];
    }

    void try_total() {
        const bool total_is_hidden = hidden_.contains("total");
        const int total = Table{tried_, {}}.total();
        if (total_is_hidden ? !may_be(total, table_.total()) : total != table_.total())
            return;
        for (std::size_t i = 0; i < tried_.size(); ++i) {
            const bool is_printed = table_.with_percentage[i] && !is_hidden(i) && !total_is_hidden;
            if (is_printed && total > 0 &&
                percentage(tried_[i], total) != percentage(table_.parts[i], table_.total()))
                return;
        }
        if (total_is_hidden)
            values_["total"].insert(total);
        for (std::size_t i = 0; i < tried_.size(); ++i)
            if (is_hidden(i))
                values_[name_of(i)].insert(tried_[i]);
    }

    const Table& table_;
    const std::set<std::string>& hidden_;
    std::vector<int> tried_;
    std::map<std::string, std::set<int>> values_;
};

} // namespace

TEST_CASE("of each hidden number as many values are possible as are promised, by trying all") {
    int protected_tables = 0;
    CHECK(rc::check("all tables", [&protected_tables] {
        const Table table = any_table();
        const auto values = static_cast<std::size_t>(2 + below(2));
        const Publication publication = publication_of(table);
        audit::DisclosureOptions options{{least_small, most_small}, {}};
        options.recovery.values = values;
        const Disclosure disclosure = audit::protect(publication, options);
        std::set<std::string> hidden;
        for (const audit::Suppressed& each : disclosure.hidden)
            hidden.insert(publication.claims.name_of(each.unknown));
        const auto is_right = [&](const std::string& name, int truth) {
            RC_ASSERT(!is_small(truth) || hidden.contains(name));
            RC_ASSERT(truth != 0 || !hidden.contains(name));
        };
        is_right("total", table.total());
        for (std::size_t i = 0; i < table.parts.size(); ++i)
            is_right(name_of(i), table.parts[i]);
        const AllTables all(table, hidden);
        bool all_are_safe = true;
        for (const std::string& name : hidden)
            all_are_safe = all_are_safe && all.possible(name) >= values;
        RC_ASSERT(disclosure.verdict == (all_are_safe ? Verdict::possible : Verdict::impossible));
        const bool has_protectors =
            std::any_of(disclosure.hidden.begin(), disclosure.hidden.end(),
                        [](const audit::Suppressed& each) { return !each.is_small; });
        protected_tables += has_protectors && all_are_safe ? 1 : 0;
    }));
    CHECK(protected_tables > 15);
}
