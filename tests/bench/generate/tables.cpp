#include "tables.hpp"

#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace bench {
namespace {

struct Form {
    std::string_view file;
    std::string_view columns;
};

constexpr std::array<Form, table_count> forms{{
    {"header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,LA\n"},
    {"episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                     "HOME_POST,PL_POST,URN,LA\n"},
    {"uasc.csv", "CHILD,SEX,DOB,DUC,LA\n"},
    {"oc2.csv", "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
                "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED,"
                "YEAR,LA\n"},
    {"oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM,YEAR,LA\n"},
    {"ad1.csv", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR,LA\n"},
    {"missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END,LA\n"},
    {"reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE,LA\n"},
    {"sw_episodes.csv", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON,LA\n"},
}};

} // namespace

Tables::Tables(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (std::size_t i = 0; i < table_count; ++i) {
        files_[i].open(folder / forms[i].file, std::ios::binary);
        if (!files_[i])
            throw std::runtime_error("cannot write into " + folder.string());
        write(i, forms[i].columns);
    }
}

void Tables::row(Table table, std::initializer_list<std::string_view> fields) {
    Pending& pending = pending_[static_cast<std::size_t>(table)];
    bool first = true;
    for (const std::string_view field : fields) {
        if (!std::exchange(first, false))
            pending.text += ',';
        pending.text += field;
    }
    pending.text += '\n';
    pending.ends.push_back(static_cast<std::uint32_t>(pending.text.size()));
    ++rows_;
}

void Tables::end_authority() {
    for (std::size_t i = 0; i < table_count; ++i) {
        write(i, pending_[i].text);
        pending_[i].text.clear();
        pending_[i].ends.clear();
    }
}

void Tables::shuffle(Random& order) {
    for (Pending& pending : pending_)
        pending.text = shuffled(pending, order);
}

void Tables::write(std::size_t table, std::string_view text) {
    if (!files_[table].write(text.data(), static_cast<std::streamsize>(text.size())))
        throw std::runtime_error("the extract cannot be written in full");
    bytes_ += text.size();
}

std::string Tables::shuffled(const Pending& pending, Random& order) {
    std::vector<std::uint32_t> rows(pending.ends.size());
    std::iota(rows.begin(), rows.end(), 0U);
    for (std::size_t left = rows.size(); left > 1; --left)
        std::swap(rows[left - 1],
                  rows[static_cast<std::size_t>(order.below(static_cast<int>(left)))]);
    std::string text;
    text.reserve(pending.text.size());
    for (const std::uint32_t row : rows) {
        const std::size_t begin = row == 0 ? 0 : pending.ends[row - 1];
        text.append(pending.text, begin, pending.ends[row] - begin);
    }
    return text;
}

} // namespace bench
