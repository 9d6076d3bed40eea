#pragma once

#include "../../capi/arrow.hpp"

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "session.hpp"

// What tests that hand over Arrow columns share.

namespace indicare::tests {

/// A struct of Arrow's that releases itself.
template <class Node>
struct Released : Node {
    Released() : Node{} {}
    Released(const Released&) = delete;
    Released& operator=(const Released&) = delete;
    ~Released() {
        if (this->release != nullptr)
            this->release(this);
    }
};

/// An array of Arrow values that owns its buffers, and counts what was released.
struct Column {
    std::string name;
    std::string format;
    std::vector<std::vector<char>> buffers; ///< the first is of validity; empty: none
    std::int64_t length = 0;
    std::int64_t null_count = 0;
    std::int64_t offset = 0;
    std::unique_ptr<Column> dictionary{};

    ArrowSchema schema{};
    ArrowArray array{};
    std::vector<const void*> pointers{};

    void lay_out() {
        pointers.clear();
        for (const auto& buffer : buffers)
            pointers.push_back(buffer.empty() ? nullptr : buffer.data());
        schema = {format.c_str(), name.c_str(), nullptr, 2, 0, nullptr, nullptr, nullptr, nullptr};
        array = {length,  null_count,      offset,  static_cast<std::int64_t>(pointers.size()),
                 0,       pointers.data(), nullptr, nullptr,
                 nullptr, nullptr};
        if (dictionary) {
            dictionary->lay_out();
            schema.dictionary = &dictionary->schema;
            array.dictionary = &dictionary->array;
        }
    }
};

template <class T>
std::vector<char> bytes_of(const std::vector<T>& values) {
    std::vector<char> bytes(values.size() * sizeof(T) + 1); // never empty
    if (!values.empty())
        std::memcpy(bytes.data(), values.data(), values.size() * sizeof(T));
    return bytes;
}

template <class End = std::int32_t>
Column text(std::string name, const std::vector<std::string>& values) {
    std::vector<End> ends{0};
    std::string all;
    for (const std::string& value : values) {
        all += value;
        ends.push_back(static_cast<End>(all.size()));
    }
    return {std::move(name),
            sizeof(End) == 4 ? "u" : "U",
            {{}, bytes_of(ends), bytes_of(std::vector<char>(all.begin(), all.end()))},
            static_cast<std::int64_t>(values.size())};
}

template <class T>
Column numbers(std::string name, std::string format, const std::vector<T>& values) {
    return {std::move(name),
            std::move(format),
            {{}, bytes_of(values)},
            static_cast<std::int64_t>(values.size())};
}

/// A batch of columns, or a stream of one batch, as a producer hands them over.
class Batch {
  public:
    explicit Batch(std::vector<Column> columns) : columns_(std::move(columns)) {
        for (Column& column : columns_) {
            column.lay_out();
            schemas_.push_back(&column.schema);
            arrays_.push_back(&column.array);
        }
        lay_out(schema, array);
    }

    void lay_out(ArrowSchema& to_schema, ArrowArray& to_array) {
        const auto count = static_cast<std::int64_t>(columns_.size());
        to_schema = {"+s",
                     "",
                     nullptr,
                     0,
                     count,
                     schemas_.data(),
                     nullptr,
                     [](ArrowSchema* released) {
                         ++static_cast<Batch*>(released->private_data)->released;
                         released->release = nullptr;
                     },
                     this};
        to_array = {columns_.empty() ? 0 : columns_.front().length,
                    0,
                    0,
                    1,
                    count,
                    nullptr,
                    arrays_.data(),
                    nullptr,
                    [](ArrowArray* done) {
                        ++static_cast<Batch*>(done->private_data)->released;
                        done->release = nullptr;
                    },
                    this};
    }

    ArrowArrayStream stream(int batches) {
        left_ = batches;
        ++handed_over;
        return {[](ArrowArrayStream* of, ArrowSchema* out) {
                    ArrowArray none{};
                    auto& batch = *static_cast<Batch*>(of->private_data);
                    batch.lay_out(*out, none);
                    ++batch.handed_over;
                    return 0;
                },
                [](ArrowArrayStream* of, ArrowArray* out) {
                    auto& batch = *static_cast<Batch*>(of->private_data);
                    ArrowSchema none{};
                    *out = {};
                    if (batch.left_ < 0)
                        return 5;
                    if (batch.left_-- > 0) {
                        batch.lay_out(none, *out);
                        ++batch.handed_over;
                    }
                    return 0;
                },
                [](ArrowArrayStream*) { return "the cable was cut"; },
                [](ArrowArrayStream* of) {
                    ++static_cast<Batch*>(of->private_data)->released;
                    of->release = nullptr;
                },
                this};
    }

    indicare_status read(Session& session, const char** table = nullptr) {
        return indicare_read_arrow_array(session, "arrow", 5, 2023, &schema, &array, table);
    }

    ArrowSchema schema{};
    ArrowArray array{};
    int released = 0;
    int handed_over = 0; ///< by a stream, itself included

  private:
    std::vector<Column> columns_;
    std::vector<ArrowSchema*> schemas_;
    std::vector<ArrowArray*> arrays_;
    int left_ = 0;
};

} // namespace indicare::tests
