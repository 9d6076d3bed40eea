// Tables that come as Arrow columns.

#include <algorithm>
#include <limits>
#include <span>
#include <stdexcept>
#include <vector>

#include "arrow_columns.hpp"
#include "boundary.hpp"

namespace capi = indicare::capi;
namespace care = indicare::care;
namespace quality = indicare::quality;
using capi::ArrowColumn;
using capi::Refusal;

namespace {

/// Releases what a producer handed over, however the call ends.
template <class Struct>
class Owned {
  public:
    explicit Owned(Struct* given) : given_(given) {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    Owned(Owned&&) = delete;
    Owned& operator=(Owned&&) = delete;
    ~Owned() {
        if (is_there())
            given_->release(given_);
    }

    bool is_there() const { return given_ != nullptr && given_->release != nullptr; }
    Struct* operator->() const { return given_; }
    Struct& operator*() const { return *given_; }

  private:
    Struct* given_;
};

template <class Struct>
void expect_there(const char* argument, const Owned<Struct>& given) {
    if (!given.is_there())
        throw Refusal(INDICARE_INVALID_ARGUMENT,
                      std::string(argument) + ": expected one that was not released, not NULL");
}

Refusal not_recognised(const std::string& sentence) {
    return {INDICARE_NOT_RECOGNISED, sentence};
}

std::vector<ArrowColumn> columns_of(const ArrowSchema& schema) {
    const std::string_view format = schema.format == nullptr ? "" : schema.format;
    constexpr std::int64_t most_columns = 1'000'000; // that the option allows
    if (format != "+s" || schema.n_children < 1 || schema.n_children > most_columns ||
        schema.children == nullptr)
        throw not_recognised(R"(stream: expected batches of columns, the Arrow type "+s", not ")" +
                             quality::printable(format) + "\"");
    std::vector<ArrowColumn> columns;
    columns.reserve(static_cast<std::size_t>(schema.n_children));
    for (std::int64_t at = 0; at < schema.n_children; ++at) {
        if (schema.children[at] == nullptr)
            throw not_recognised("stream: expected the type of each column, not NULL");
        columns.emplace_back(*schema.children[at]);
    }
    return columns;
}

/// Reads batches of the same columns as rows of one table.
class Batches {
  public:
    Batches(capi::Session& session, const ArrowSchema& schema)
        : session_(session), columns_(columns_of(schema)),
          rows_together_(std::max(values_together / columns_.size(), std::size_t{1})),
          values_(rows_together_ * columns_.size()) {}

    void begin(const std::string& file, std::int32_t year) {
        std::vector<std::string_view> names;
        names.reserve(columns_.size());
        for (const ArrowColumn& column : columns_)
            names.emplace_back(column.name());
        session_.begin_rows(file, year, names);
    }

    void read(const ArrowArray& batch) {
        turn_to(batch);
        bool may_hold_nul = false;
        for (const ArrowColumn& column : columns_)
            may_hold_nul = may_hold_nul || column.may_hold_nul();
        const auto together = static_cast<std::int64_t>(rows_together_);
        for (std::int64_t done = 0; done < batch.length; done += together)
            read(batch.offset + done, std::min(batch.length - done, together), may_hold_nul);
    }

  private:
    static constexpr std::size_t values_together = 2048; ///< that a processor keeps at hand

    void read(std::int64_t first, std::int64_t count, bool may_hold_nul) {
        const std::size_t width = columns_.size();
        try {
            for (std::size_t at = 0; at < width; ++at)
                columns_[at].read(first, count, values_.data() + at, width);
        } catch (const std::invalid_argument&) {
            for (std::int64_t row = 0; count > 1 && row < count; ++row)
                read(first + row, 1, may_hold_nul); // up to the one that is malformed
            throw;
        }
        const std::span<const std::string_view> values(values_);
        for (std::size_t row = 0; row < static_cast<std::size_t>(count); ++row)
            session_.add_row(values.subspan(row * width, width), may_hold_nul);
    }

    void turn_to(const ArrowArray& batch) {
        constexpr std::int64_t most_rows = std::numeric_limits<std::int64_t>::max();
        if (batch.length < 0 || batch.offset < 0 || batch.length > most_rows - batch.offset ||
            batch.children == nullptr ||
            batch.n_children != static_cast<std::int64_t>(columns_.size()))
            throw not_recognised("stream: expected a batch with an array for each column");
        if (!capi::has_all_rows(batch))
            throw not_recognised("stream: expected a batch without rows that are null");
        for (std::size_t at = 0; at < columns_.size(); ++at) {
            if (batch.children[at] == nullptr)
                throw not_recognised("stream: expected a batch with an array for each column");
            columns_[at].turn_to(*batch.children[at], batch.offset + batch.length);
        }
    }

    capi::Session& session_;
    std::vector<ArrowColumn> columns_;
    std::size_t rows_together_;
    std::vector<std::string_view> values_; ///< of rows that are read together, row by row
};

/// Throws where a stream says that it failed.
void expect_done(int error, ArrowArrayStream& stream) {
    if (error == 0)
        return;
    const char* const told =
        stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
    throw not_recognised("stream: it gave the error " + std::to_string(error) +
                         (told == nullptr ? "" : ", \"" + quality::printable(told) + "\""));
}

void read_all(Batches& batches, ArrowArrayStream& stream) {
    for (;;) {
        ArrowArray given{};
        expect_done(stream.get_next(&stream, &given), stream);
        const Owned<ArrowArray> batch(&given);
        if (!batch.is_there())
            return;
        batches.read(*batch);
    }
}

/// Reads a table whose batches `read` reads, and ends it whatever happens.
template <class Read>
void read_table(capi::Session& session, const ArrowSchema& schema, const std::string& file,
                std::int32_t year, const char** table, Read&& read) {
    const auto end = [&session, table] {
        const std::optional<care::Table> ended = session.end_table();
        if (table != nullptr)
            *table = ended ? name_of(*ended).data() : nullptr;
    };
    try {
        Batches batches(session, schema);
        batches.begin(file, year);
        try {
            read(batches);
        } catch (const Refusal&) {
            end();
            throw;
        } catch (const std::invalid_argument&) {
            end();
            throw;
        }
        end();
    } catch (const std::invalid_argument& malformed) {
        throw not_recognised(malformed.what());
    }
}

} // namespace

indicare_status indicare_read_arrow(indicare_session* session, const char* file, size_t file_length,
                                    int32_t year, struct ArrowArrayStream* stream,
                                    const char** table) {
    const Owned<ArrowArrayStream> given(stream);
    return capi::call(session, [&](capi::Session& work) {
        expect_there("stream", given);
        const std::string name(capi::text_of("file", file, file_length));
        if (given->get_schema == nullptr || given->get_next == nullptr)
            throw not_recognised("stream: expected one with get_schema and get_next, not NULL");
        ArrowSchema told{};
        expect_done(given->get_schema(stream, &told), *given);
        const Owned<ArrowSchema> schema(&told);
        expect_there("stream", schema);
        read_table(work, *schema, name, year, table,
                   [&](Batches& batches) { read_all(batches, *given); });
        return INDICARE_OK;
    });
}

indicare_status indicare_read_arrow_array(indicare_session* session, const char* file,
                                          size_t file_length, int32_t year,
                                          struct ArrowSchema* schema, struct ArrowArray* array,
                                          const char** table) {
    const Owned<ArrowSchema> columns(schema);
    const Owned<ArrowArray> batch(array);
    return capi::call(session, [&](capi::Session& work) {
        expect_there("schema", columns);
        expect_there("array", batch);
        const std::string name(capi::text_of("file", file, file_length));
        read_table(work, *columns, name, year, table,
                   [&](Batches& batches) { batches.read(*batch); });
        return INDICARE_OK;
    });
}
