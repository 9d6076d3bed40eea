#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "indicare.h"
#include "indicare/indicators/catalogue.hpp"

using indicare::indicators::catalogue;
using indicare::indicators::Definition;

namespace {

/// Whether a text is a literal's whole, so that a NUL stands behind it.
constexpr bool is_terminated(std::string_view text) {
    return *(text.data() + text.size()) == '\0';
}

static_assert(std::all_of(catalogue.begin(), catalogue.end(), [](const Definition& definition) {
    return is_terminated(definition.id) && is_terminated(definition.title) &&
           is_terminated(name_of(definition.family)) && is_terminated(name_of(definition.unit)) &&
           is_terminated(name_of(definition.polarity)) && is_terminated(definition.sentence) &&
           is_terminated(definition.source);
}));

/// What `tell` says of an indicator; NULL when there is no such indicator.
template <class Tell>
const char* told_of(int64_t indicator, Tell&& tell) {
    if (indicator < 0 || indicator >= indicare_indicator_count())
        return nullptr;
    return std::string_view(tell(catalogue[static_cast<std::size_t>(indicator)])).data();
}

} // namespace

int64_t indicare_indicator_count(void) {
    return static_cast<int64_t>(catalogue.size());
}

int64_t indicare_find_indicator(const char* id, size_t id_length) {
    if (id == nullptr)
        return -1;
    const std::size_t length = id_length == INDICARE_NUL_TERMINATED ? std::strlen(id) : id_length;
    const auto indicator = indicare::indicators::indicator_named({id, length});
    return indicator ? static_cast<int64_t>(*indicator) : -1;
}

const char* indicare_indicator_id(int64_t indicator) {
    return told_of(indicator, [](const Definition& definition) { return definition.id; });
}

const char* indicare_indicator_title(int64_t indicator) {
    return told_of(indicator, [](const Definition& definition) { return definition.title; });
}

const char* indicare_indicator_family(int64_t indicator) {
    return told_of(indicator,
                   [](const Definition& definition) { return name_of(definition.family); });
}

const char* indicare_indicator_unit(int64_t indicator) {
    return told_of(indicator,
                   [](const Definition& definition) { return name_of(definition.unit); });
}

const char* indicare_indicator_polarity(int64_t indicator) {
    return told_of(indicator,
                   [](const Definition& definition) { return name_of(definition.polarity); });
}

const char* indicare_indicator_sentence(int64_t indicator) {
    return told_of(indicator, [](const Definition& definition) { return definition.sentence; });
}

const char* indicare_indicator_source(int64_t indicator) {
    return told_of(indicator, [](const Definition& definition) { return definition.source; });
}
