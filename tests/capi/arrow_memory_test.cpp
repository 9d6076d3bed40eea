// What happens when memory runs out while Arrow columns are read, or results are made them.

#include <catch2/catch.hpp>
#include <cerrno>

#include "arrow_batch.hpp"
#include "failing_job.hpp"

using indicare::tests::Batch;
using indicare::tests::Column;
using indicare::tests::fail_each;
using indicare::tests::Failure;
using indicare::tests::Job;
using indicare::tests::numbers;
using indicare::tests::Outcome;
using indicare::tests::Released;
using indicare::tests::text;

namespace {

/// 1 June 2022, a day of which the number is beyond all dates, and the name of a child that is
/// long.
std::vector<Column> episodes() {
    std::vector<Column> columns;
    columns.push_back(numbers<std::int8_t>("CHILD", "c", {1, 0}));
    columns[0].dictionary =
        std::make_unique<Column>(text("", {"B", "a child that goes by a name that is not short"}));
    columns.push_back(numbers<std::int32_t>("DECOM", "tdD", {19'144, 2'000'000'000}));
    columns.push_back(text<std::int64_t>("RNE", {"S", "S"}));
    columns.push_back(text("LS", {"C2", "V2"}));
    columns.push_back(text("PLACE", {"U4", "U4"}));
    columns.push_back(text("DEC", {"", "01/02/2023"}));
    columns.push_back(text("REC", {"", "E4A"}));
    return columns;
}

std::vector<Column> of_another_type() {
    std::vector<Column> columns = episodes();
    columns[2].format = "z";
    return columns;
}

class ReadingAndWritingArrow : public Job {
  public:
    void make() {
        constexpr std::size_t nul = INDICARE_NUL_TERMINATED;
        constexpr const char* file = "columns of a name that is not short";
        go(indicare_create(&session));
        go(indicare_read_arrow_array(session, file, nul, 2023, &whole_.schema, &whole_.array,
                                     nullptr));
        go(indicare_read_arrow_array(session, file, nul, 2023, &refused_.schema, &refused_.array,
                                     nullptr),
           INDICARE_NOT_RECOGNISED);
        go(indicare_read_arrow(session, file, nul, 2022, &in_, nullptr));
        go(indicare_read_arrow(session, file, nul, 2021, &broken_off_, nullptr),
           INDICARE_NOT_RECOGNISED);
        go(indicare_compute(session, 20230331));
        go(indicare_results_as_arrow(session, &out_));
        if (status() == INDICARE_OK)
            take_results();
    }

    /// Where results were taken, these alone are missing.
    bool has_ended(indicare_status expected) const {
        if (out_.release == nullptr)
            return Job::has_ended(expected);
        return (schema_.release == nullptr || batch_.release == nullptr) &&
               indicare_compute(session, 20230331) == INDICARE_OK;
    }

    bool is_released() const {
        return whole_.released == 2 && refused_.released == 2 &&
               in_two_.released == in_two_.handed_over &&
               breaks_off_.released == breaks_off_.handed_over;
    }

  private:
    void take_results() {
        const auto status_of = [](int error) {
            return error == 0        ? INDICARE_OK
                   : error == ENOMEM ? INDICARE_OUT_OF_MEMORY
                                     : INDICARE_INTERNAL;
        };
        go(status_of(out_.get_schema(&out_, &schema_)));
        go(status_of(out_.get_next(&out_, &batch_)));
    }

    Batch whole_{episodes()};
    Batch refused_{of_another_type()};
    Batch in_two_{episodes()};
    Batch breaks_off_{episodes()};
    ArrowArrayStream in_ = in_two_.stream(2);
    ArrowArrayStream broken_off_ = breaks_off_.stream(-1);
    Released<ArrowArrayStream> out_;
    Released<ArrowSchema> schema_;
    Released<ArrowArray> batch_;
};

} // namespace

TEST_CASE("memory that runs out while Arrow columns are read or made ends what asked for it") {
    const Outcome outcome =
        fail_each<ReadingAndWritingArrow>(Failure::no_memory, INDICARE_OUT_OF_MEMORY);
    CHECK(outcome.allocations > 200);
    CHECK(outcome.only_expected);
    CHECK(outcome.session_ended);
    CHECK(outcome.all_given_back);
}
