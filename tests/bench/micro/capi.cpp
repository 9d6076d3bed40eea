// The C API: what it adds to the native path. One item is one episode, one child or one session.

#include "../../../capi/arrow.hpp"
#include "sample.hpp"

#include "indicare/io/csv.hpp"
#include "indicare/io/return_reader.hpp"

#include <benchmark/benchmark.h>
#include <indicare.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

void expect(indicare_status status) {
    if (status != INDICARE_OK)
        throw std::runtime_error(indicare_status_name(status));
}

struct Destroy {
    void operator()(indicare_session* session) const { indicare_destroy(session); }
};
using Session = std::unique_ptr<indicare_session, Destroy>;

Session make() {
    indicare_session* session = nullptr;
    expect(indicare_create(&session));
    return Session(session);
}

void set(const Session& session, const char* name, const char* value) {
    expect(indicare_set_option(session.get(), name, INDICARE_NUL_TERMINATED, value,
                               INDICARE_NUL_TERMINATED));
}

void capi_create(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(make());
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(capi_create);

/// The Episodes table of the extract, cut into its fields.
struct Episodes {
    std::vector<std::vector<std::string_view>> rows;
    static const Episodes& get() {
        static const Episodes episodes;
        return episodes;
    }

  private:
    Episodes() {
        // The sample has no quotes and no line ends in fields, so that fields stay where they are.
        std::string_view rest = bench::Sample::get().episodes();
        while (!rest.empty()) {
            std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            if (!line.empty() && line.back() == '\r')
                line.remove_suffix(1);
            std::vector<std::string_view>& fields = rows.emplace_back();
            for (std::size_t comma = 0; comma != std::string_view::npos;) {
                comma = line.find(',');
                fields.push_back(line.substr(0, comma));
                line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
            }
        }
    }
};

void told(benchmark::State& state) {
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(Episodes::get().rows.size() - 1));
}

void feed_native(benchmark::State& state) {
    const std::string& text = bench::Sample::get().episodes();
    for (auto _ : state) {
        indicare::io::ReadingOptions options;
        options.longitudinal = true;
        indicare::io::ReturnReader reader(options);
        reader.begin_table("episodes.csv", 0);
        reader.feed(text);
        benchmark::DoNotOptimize(reader.end_table());
    }
    told(state);
}
BENCHMARK(feed_native);

void feed_capi(benchmark::State& state) {
    const std::string& text = bench::Sample::get().episodes();
    for (auto _ : state) {
        const Session session = make();
        set(session, "longitudinal", "1");
        expect(indicare_begin_table(session.get(), "episodes.csv", INDICARE_NUL_TERMINATED, 0));
        expect(indicare_feed(session.get(), text.data(), text.size()));
        expect(indicare_end_table(session.get(), nullptr));
    }
    told(state);
}
BENCHMARK(feed_capi);

void rows_capi(benchmark::State& state) {
    const Episodes& episodes = Episodes::get();
    const auto width = static_cast<std::int64_t>(episodes.rows.front().size());
    std::vector<const char*> texts(episodes.rows.front().size());
    std::vector<std::size_t> lengths(texts.size());
    for (auto _ : state) {
        const Session session = make();
        set(session, "longitudinal", "1");
        for (const auto& row : episodes.rows) {
            for (std::size_t at = 0; at < texts.size(); ++at) {
                texts[at] = row[at].data();
                lengths[at] = row[at].size();
            }
            if (&row == &episodes.rows.front())
                expect(indicare_begin_rows(session.get(), "episodes", INDICARE_NUL_TERMINATED, 0,
                                           texts.data(), lengths.data(), width));
            else
                expect(indicare_add_row(session.get(), texts.data(), lengths.data(), width));
        }
        expect(indicare_end_table(session.get(), nullptr));
    }
    told(state);
}
BENCHMARK(rows_capi);

/// The same as Arrow columns of text.
class ArrowEpisodes {
  public:
    ArrowEpisodes() {
        const auto& rows = Episodes::get().rows;
        columns_.resize(rows.front().size());
        for (std::size_t at = 0; at < columns_.size(); ++at) {
            Column& column = columns_[at];
            column.name = rows.front()[at];
            column.ends.push_back(0);
            for (std::size_t row = 1; row < rows.size(); ++row) {
                column.text += rows[row][at];
                column.ends.push_back(static_cast<std::int32_t>(column.text.size()));
            }
            column.buffers = {nullptr, column.ends.data(), column.text.data()};
            column.schema = {"u",    column.name.c_str(), nullptr, 0, 0, nullptr, nullptr, nullptr,
                             nullptr};
            column.array = {length(), 0,       0,       3,      0, column.buffers.data(),
                            nullptr,  nullptr, nullptr, nullptr};
            schemas_.push_back(&column.schema);
            arrays_.push_back(&column.array);
        }
    }

    void lay_out(ArrowSchema& schema, ArrowArray& array) {
        const auto count = static_cast<std::int64_t>(columns_.size());
        schema = {"+s",    "",
                  nullptr, 0,
                  count,   schemas_.data(),
                  nullptr, [](ArrowSchema* done) { done->release = nullptr; },
                  nullptr};
        array = {length(),
                 0,
                 0,
                 0,
                 count,
                 nullptr,
                 arrays_.data(),
                 nullptr,
                 [](ArrowArray* done) { done->release = nullptr; },
                 nullptr};
    }

  private:
    static std::int64_t length() {
        return static_cast<std::int64_t>(Episodes::get().rows.size() - 1);
    }

    struct Column {
        std::string name;
        std::string text;
        std::vector<std::int32_t> ends;
        std::vector<const void*> buffers;
        ArrowSchema schema{};
        ArrowArray array{};
    };
    std::vector<Column> columns_;
    std::vector<ArrowSchema*> schemas_;
    std::vector<ArrowArray*> arrays_;
};

void arrow_capi(benchmark::State& state) {
    ArrowEpisodes episodes;
    ArrowSchema schema{};
    ArrowArray array{};
    for (auto _ : state) {
        const Session session = make();
        set(session, "longitudinal", "1");
        episodes.lay_out(schema, array);
        expect(indicare_read_arrow_array(session.get(), "episodes", INDICARE_NUL_TERMINATED, 0,
                                         &schema, &array, nullptr));
    }
    told(state);
}
BENCHMARK(arrow_capi);

constexpr std::string_view header = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                                    "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";

std::string episode_of(const std::string& child, int turn) {
    return child + ",0" + std::to_string(1 + turn % 9) + "/06/2022,S,C2,N1,U4,PR1,,,,,,\n";
}

void feed(const Session& session, std::string_view text) {
    expect(indicare_begin_table(session.get(), "episodes", INDICARE_NUL_TERMINATED, 2023));
    expect(indicare_feed(session.get(), text.data(), text.size()));
    expect(indicare_end_table(session.get(), nullptr));
}

/// A child of a thousand replaced, and all figures' numbers read again.
void child_capi(benchmark::State& state) {
    const Session session = make();
    std::string text(header);
    for (int child = 0; child < 1000; ++child)
        text += episode_of("C" + std::to_string(child), child);
    feed(session, text);
    expect(indicare_compute(session.get(), 20230331));
    int turn = 0;
    for (auto _ : state) {
        ++turn;
        const std::string child = "C" + std::to_string(turn % 1000);
        expect(indicare_begin_child(session.get(), "", 0, child.data(), child.size()));
        feed(session, std::string(header) + episode_of(child, turn));
        expect(indicare_end_child(session.get()));
        for (std::int64_t indicator = 0; indicator < indicare_indicator_count(); ++indicator) {
            std::int32_t is_available = 0;
            std::int64_t number = 0;
            expect(indicare_figure_is_available(session.get(), 0, indicator, &is_available));
            if (is_available != 0)
                expect(indicare_figure_numbers(session.get(), 0, indicator, &number, nullptr,
                                               &number, &number));
            benchmark::DoNotOptimize(number);
        }
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(child_capi);

} // namespace
