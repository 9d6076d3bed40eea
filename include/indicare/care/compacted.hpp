#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "indicare/care/records.hpp"

namespace indicare::care {

namespace detail {

template <class Row>
void copy_rows(const Records& from, Records::ChildNumber child, Records& to,
               std::vector<std::uint32_t>& order) {
    order.clear();
    from.for_each<Row>(child,
                       [&order](const Row&, std::uint32_t index) { order.push_back(index); });
    std::sort(order.begin(), order.end());
    for (const std::uint32_t index : order)
        to.add(child, from.row<Row>(index));
}

template <class... Kinds>
void copy_all_rows(const Records& from, Records::ChildNumber child, Records& to,
                   std::vector<std::uint32_t>& order) {
    (copy_rows<Kinds>(from, child, to, order), ...);
}

} // namespace detail

/// The same records without the rows that were forgotten, each child's together. Authorities and
/// children keep their numbers; rows get others, so that a `ReturnReader` that reads into the
/// records can no longer tell where they came from. Cost: one copy.
inline Records compacted(const Records& records) {
    Records made;
    for (Records::AuthorityNumber each = 0; each < records.authority_count(); ++each)
        made.authority(records.name_of(each));
    std::vector<std::uint32_t> order;
    for (Records::ChildNumber number = 0; number < records.child_count(); ++number) {
        const Records::Child& child = records[number];
        made.child(child.authority, records.name_of_child(number));
        made.state_birth(number, child.birth, child.birth_standing);
        made.state_sex(number, child.sex, child.sex_standing);
        detail::copy_all_rows<StoredEpisode, HeaderRow, Oc2Row, Oc3Row, Ad1Row, UascRow, MissingRow,
                              SocialWorkerRow, StatedPerson, DatedRow>(records, number, made,
                                                                       order);
    }
    made.postcodes = records.postcodes;
    made.references = records.references;
    made.social_workers = records.social_workers;
    made.given = records.given;
    return made;
}

} // namespace indicare::care
