#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "indicare/care/checked_rows.hpp"
#include "indicare/care/location.hpp"
#include "indicare/care/outcome_rows.hpp"
#include "indicare/care/returns_given.hpp"
#include "indicare/care/row_place.hpp"
#include "indicare/care/rows.hpp"
#include "indicare/care/stored_episode.hpp"
#include "indicare/care/texts.hpp"

namespace indicare::care {

/// How much a statement of a child's date of birth or sex counts: Header before any other table,
/// then the later return, then the order of the tables.
class Standing {
  public:
    constexpr Standing() = default;
    constexpr Standing(Table table, int year)
        : value_(static_cast<std::uint16_t>((table == Table::header ? 1U << 15 : 0U) |
                                            unsigned{PackedYear(year).bits()} << 4 |
                                            (15U - static_cast<unsigned>(table)))) {}
    constexpr auto operator<=>(const Standing&) const = default;

  private:
    std::uint16_t value_ = 0;
};

/// What returns say of children: the rows of all tables in few bytes, found by child.
///
/// A child is one child within an authority. Rows keep the order in which they came. Where memory
/// runs out what is being added is not known, and all else is. Cost: 16 bytes an episode, about 72
/// a child, less than 12 for any other row that indicators read.
class Records {
  public:
    using ChildNumber = std::uint32_t;
    using AuthorityNumber = std::uint16_t;

    struct Child {
        std::uint32_t runs = none; ///< the newest run of the child's rows
        AuthorityNumber authority = 0;
        PackedDate birth;
        Standing birth_standing;
        Standing sex_standing;
        Sex sex = Sex::unknown;
    };

    /// The number of an authority, by its name or code as the returns write it; nothing when
    /// `most_authorities` are known already.
    std::optional<AuthorityNumber> authority(std::string_view name) {
        const auto known = authority_numbers_.find(name);
        if (known != authority_numbers_.end())
            return known->second;
        if (authorities_.size() == most_authorities)
            return std::nullopt;
        const auto added = authority_numbers_.emplace(name, authority_count()).first;
        try {
            authorities_.emplace_back(name);
        } catch (...) {
            authority_numbers_.erase(added);
            throw;
        }
        return added->second;
    }
    static constexpr std::size_t most_authorities = 10'000;

    const std::string& name_of(AuthorityNumber authority) const { return authorities_[authority]; }
    AuthorityNumber authority_count() const {
        return static_cast<AuthorityNumber>(authorities_.size());
    }

    /// The number of a child of an authority, who is added when not yet known. The identifier is at
    /// most `longest_name` long.
    ChildNumber child(AuthorityNumber authority, std::string_view name) {
        children_.make_room();
        const ChildNumber number = names_.number_of(name, authority);
        if (number == children_.size())
            add_child();
        return number;
    }
    /// The same, where it is likely to be child number `likely` or one of the next few: the rows of
    /// a table mostly come in the order of the children, of whom some have none.
    ChildNumber child(AuthorityNumber authority, std::string_view name, ChildNumber likely) {
        constexpr ChildNumber few = 16;
        const ChildNumber end = std::min(children_.size(), likely + few);
        for (ChildNumber number = likely; number < end; ++number)
            if (names_.is(number, name, authority))
                return number;
        return child(authority, name);
    }
    static constexpr std::size_t longest_name = 256;

    ChildNumber child_count() const { return children_.size(); }
    const Child& operator[](ChildNumber child) const { return children_[child]; }
    /// Valid until the children are forgotten.
    std::string_view name_of_child(ChildNumber child) const { return names_[child]; }

    /// What a row says of a child's date of birth or sex; the statement of higher standing stays,
    /// of two of the same the later.
    void state_birth(ChildNumber child, Date birth, Standing standing) {
        Child& at = changed(child);
        if (standing >= at.birth_standing) {
            at.birth = birth;
            at.birth_standing = standing;
        }
    }
    void state_sex(ChildNumber child, Sex sex, Standing standing) {
        Child& at = changed(child);
        if (standing >= at.sex_standing) {
            at.sex = sex;
            at.sex_standing = standing;
        }
    }

    /// Adds a row to a child; gives its place among the rows of its kind.
    template <class Row>
    std::uint32_t add(ChildNumber child, const Row& row) {
        rows<Row>().make_room();
        runs_.make_room();
        const std::uint32_t index = rows<Row>().add(row);
        std::uint32_t& newest = changed(child).runs;
        if (newest != none) {
            Run& run = runs_[newest];
            if (run.kind == kind<Row>() && run.first + run.count == index &&
                run.count < longest_run) {
                ++run.count;
                return index;
            }
        }
        newest = runs_.add({newest, index, 1, kind<Row>()});
        return index;
    }

    /// Calls `visit(row, index)` for every row of one kind that a child has, in no stated order.
    template <class Row, class Visit>
    void for_each(ChildNumber child, Visit&& visit) const {
        for (std::uint32_t at = children_[child].runs; at != none; at = runs_[at].next) {
            const Run& run = runs_[at];
            if (run.kind == kind<Row>())
                for (std::uint32_t index = run.first; index < run.first + run.count; ++index)
                    visit(rows<Row>()[index], index);
        }
    }

    /// How many rows a child has, of every kind.
    std::uint64_t rows_of(ChildNumber child) const {
        std::uint64_t sum = 0;
        for (std::uint32_t at = children_[child].runs; at != none; at = runs_[at].next)
            sum += runs_[at].count;
        return sum;
    }

    /// Begins to look whether anything is said of other children than this one.
    void watch(ChildNumber child) {
        watched_ = child;
        others_changed_ = false;
    }
    /// Whether anything was, since `watch`.
    bool others_changed() const { return others_changed_; }

    /// Whether anything is said of a child: by a row, or of its date of birth or sex.
    bool know(ChildNumber child) const {
        const Child& at = children_[child];
        return at.runs != none || at.birth_standing != Standing() || at.sex_standing != Standing();
    }

    /// Forgets what was said of a child: its rows are found no more, its date of birth and sex are
    /// not known. The child keeps its number. The rows stay in memory: see `compacted`.
    void forget(ChildNumber child) {
        forgotten_rows_ += rows_of(child);
        Child& at = children_[child];
        at.runs = none;
        at.birth = {};
        at.birth_standing = {};
        at.sex = Sex::unknown;
        at.sex_standing = {};
    }

    /// Forgets all children and rows and gives their memory back. Authorities keep their names and
    /// numbers, and which returns were given stays known.
    void forget_children() {
        names_ = {};
        children_ = {};
        runs_ = {};
        rows_ = {};
        forgotten_rows_ = 0;
    }

    /// The rows in memory, those forgotten among them, and how many those are.
    std::uint64_t row_count() const {
        return std::apply(
            [](const auto&... kinds) { return (std::uint64_t{0} + ... + kinds.size()); }, rows_);
    }
    std::uint64_t forgotten_rows() const { return forgotten_rows_; }

    /// Which kind of rows these are.
    template <class Row>
    static constexpr RowKind kind_of() {
        return static_cast<RowKind>(kind<Row>());
    }

    template <class Row>
    std::uint32_t count() const {
        return rows<Row>().size();
    }
    template <class Row>
    const Row& row(std::uint32_t index) const {
        return rows<Row>()[index];
    }

    Postcodes postcodes;
    ProviderReferences references;
    Texts social_workers;
    ReturnsGiven given;

  private:
    static constexpr std::uint32_t none = 0xffffffff;
    static constexpr std::uint16_t longest_run = 0xffff;

    struct Run {
        std::uint32_t next = none;
        std::uint32_t first = 0;
        std::uint16_t count = 0;
        std::uint8_t kind = 0;
    };

    using AllRows = std::tuple<Rows<StoredEpisode>, Rows<HeaderRow>, Rows<Oc2Row>, Rows<Oc3Row>,
                               Rows<Ad1Row>, Rows<UascRow>, Rows<MissingRow>, Rows<SocialWorkerRow>,
                               Rows<StatedPerson>, Rows<DatedRow>>;

    template <class Row>
    Rows<Row>& rows() {
        return std::get<Rows<Row>>(rows_);
    }
    template <class Row>
    const Rows<Row>& rows() const {
        return std::get<Rows<Row>>(rows_);
    }

    template <class Row, std::size_t at = 0>
    static constexpr std::uint8_t kind() {
        if constexpr (std::is_same_v<std::tuple_element_t<at, AllRows>, Rows<Row>>)
            return at;
        else
            return kind<Row, at + 1>();
    }

    Child& changed(ChildNumber child) {
        others_changed_ |= child != watched_;
        return children_[child];
    }

    void add_child() {
        Child child;
        child.authority = names_.owner_of(children_.size());
        children_.add(child);
    }

    std::deque<std::string> authorities_;
    std::map<std::string, AuthorityNumber, std::less<>> authority_numbers_;
    Texts names_; ///< of the children, each within its authority
    Rows<Child> children_;
    Rows<Run> runs_;
    AllRows rows_;
    std::uint64_t forgotten_rows_ = 0;
    ChildNumber watched_ = none;
    bool others_changed_ = false;
};

} // namespace indicare::care
