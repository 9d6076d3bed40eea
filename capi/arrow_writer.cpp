// Results as an Arrow stream of one batch.

#include <cerrno>
#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "arrow.hpp"
#include "boundary.hpp"
#include "indicare/exact/ratio.hpp"
#include "indicare/io/utf8.hpp"

namespace indicare::capi {

namespace {

constexpr const char* text_format = "u";
constexpr const char* number_format = "l";
constexpr const char* day_format = "tdD";
constexpr const char* batch_format = "+s";

enum class Nulls : bool { never, where_there_is_none };

/// A column of the batch, in the layout of Arrow's buffers.
class Column {
  public:
    Column(const char* name, const char* format, Nulls nulls)
        : name(name), format(format), is_nullable(nulls == Nulls::where_there_is_none) {}

    /// A text is null where it is empty and the column has nulls. All texts of a column are shorter
    /// than the 2 GiB that its offsets can tell: there are 65,535 authorities at most.
    void add(std::string_view text) {
        const std::string sound = io::in_sound_utf8(text);
        values.insert(values.end(), sound.begin(), sound.end());
        ends.push_back(static_cast<std::int32_t>(values.size()));
        add_validity(!is_nullable || !text.empty());
    }

    template <std::integral Number>
    void add(std::optional<Number> number) {
        const Number value = number.value_or(0);
        const auto* const bytes = reinterpret_cast<const char*>(&value);
        values.insert(values.end(), bytes, bytes + sizeof value);
        add_validity(number.has_value());
    }

    const char* name;
    const char* format;
    bool is_nullable;
    std::int64_t length = 0;
    std::int64_t nulls = 0;
    std::vector<std::uint8_t> validity; ///< a bit a row, the lowest first
    std::vector<std::int32_t> ends{0};  ///< of texts, after a 0
    std::vector<char> values;

  private:
    void add_validity(bool is_valid) {
        const auto bit = static_cast<unsigned>(length % 8);
        if (bit == 0)
            validity.push_back(0);
        if (is_valid)
            validity.back() = static_cast<std::uint8_t>(validity.back() | (1U << bit));
        nulls += is_valid ? 0 : 1;
        ++length;
    }
};

using Columns = std::vector<Column>;

void add_row(Columns& columns, const scorecard::Scorecard& scorecard,
             const scorecard::Figure& figure) {
    constexpr care::Date day_0 = care::Date::of(1970, 1, 1);
    const auto number = [&figure](std::optional<std::int64_t> value) {
        return figure.is_available() ? value : std::nullopt;
    };
    const auto value = figure.value();
    const auto bounds = figure.bounds();
    auto column = columns.begin();
    column++->add(scorecard.authority);
    column++->add(figure.definition().id);
    column++->add(name_of(figure.definition().unit));
    column++->add(std::optional(static_cast<std::int32_t>(scorecard.as_at - day_0)));
    column++->add(number(figure.numerator()));
    column++->add(number(figure.denominator()));
    column++->add(number(figure.undetermined()));
    column++->add(value ? exact::to_text(*value) : std::string());
    column++->add(figure.printed());
    column++->add(bounds ? bounds->first : std::string());
    column++->add(bounds ? bounds->second : std::string());
    column++->add(figure.unavailable_because());
}

Columns columns_of(const std::vector<scorecard::Scorecard>& results) {
    Columns columns = {
        {"authority", text_format, Nulls::never},
        {"indicator", text_format, Nulls::never},
        {"unit", text_format, Nulls::never},
        {"as_at", day_format, Nulls::never},
        {"numerator", number_format, Nulls::where_there_is_none},
        {"denominator", number_format, Nulls::where_there_is_none},
        {"undetermined", number_format, Nulls::where_there_is_none},
        {"exact", text_format, Nulls::where_there_is_none},
        {"printed", text_format, Nulls::never},
        {"low", text_format, Nulls::where_there_is_none},
        {"high", text_format, Nulls::where_there_is_none},
        {"reason", text_format, Nulls::where_there_is_none},
    };
    for (const scorecard::Scorecard& scorecard : results)
        for (const scorecard::Figure& figure : scorecard.figures)
            add_row(columns, scorecard, figure);
    return columns;
}

/// The children of a schema or of an array, which keeps them. One that was moved elsewhere is
/// released there.
template <class Node>
struct Family {
    explicit Family(std::size_t size) : members(size) {
        pointers.reserve(size);
        for (Node& member : members)
            pointers.push_back(&member);
    }
    Family(const Family&) = delete;
    Family& operator=(const Family&) = delete;
    ~Family() {
        for (Node& member : members)
            if (member.release != nullptr)
                member.release(&member);
    }

    std::vector<Node> members;
    std::vector<Node*> pointers;
    const void* no_validity = nullptr; ///< the one buffer of a batch
};

/// Makes a node the parent of a family.
template <class Node>
void adopt(Node& parent, std::unique_ptr<Family<Node>> family) {
    parent.n_children = static_cast<std::int64_t>(family->members.size());
    parent.children = family->pointers.data();
    parent.release = [](Node* node) {
        delete static_cast<Family<Node>*>(node->private_data);
        node->release = nullptr;
    };
    parent.private_data = family.release();
}

ArrowSchema schema_of(const Columns& columns) {
    auto family = std::make_unique<Family<ArrowSchema>>(columns.size());
    for (std::size_t at = 0; at < columns.size(); ++at) {
        ArrowSchema& schema = family->members[at];
        schema.format = columns[at].format;
        schema.name = columns[at].name;
        schema.flags = columns[at].is_nullable ? ARROW_FLAG_NULLABLE : 0;
        schema.release = [](ArrowSchema* node) { node->release = nullptr; };
    }
    ArrowSchema batch{};
    batch.format = batch_format;
    batch.name = "";
    adopt(batch, std::move(family));
    return batch;
}

/// What an array of a column holds on to.
struct Values {
    std::shared_ptr<const Columns> columns;
    const void* buffers[3];
};

ArrowArray array_of(const std::shared_ptr<const Columns>& columns, const Column& column) {
    const bool is_text = column.format == text_format;
    const void* const validity = column.nulls > 0 ? column.validity.data() : nullptr;
    const void* const values = column.values.data();
    ArrowArray array{};
    array.length = column.length;
    array.null_count = column.nulls;
    auto held =
        is_text ? std::make_unique<Values>(Values{columns, {validity, column.ends.data(), values}})
                : std::make_unique<Values>(Values{columns, {validity, values, nullptr}});
    array.n_buffers = is_text ? 3 : 2;
    array.buffers = held->buffers;
    array.release = [](ArrowArray* node) {
        delete static_cast<Values*>(node->private_data);
        node->release = nullptr;
    };
    array.private_data = held.release();
    return array;
}

ArrowArray batch_of(const std::shared_ptr<const Columns>& columns) {
    auto family = std::make_unique<Family<ArrowArray>>(columns->size());
    for (std::size_t at = 0; at < columns->size(); ++at)
        family->members[at] = array_of(columns, (*columns)[at]);
    ArrowArray batch{};
    batch.length = columns->front().length;
    batch.n_buffers = 1;
    batch.buffers = &family->no_validity;
    adopt(batch, std::move(family));
    return batch;
}

/// What a stream holds on to.
struct Stream {
    std::shared_ptr<const Columns> columns;
    bool is_at_end = false;
};

Stream& held_by(const ArrowArrayStream* stream) {
    return *static_cast<Stream*>(stream->private_data);
}

/// Sets `*out` to what `make` gives; an `errno` when it cannot be made.
template <class Node, class Make>
int give(Node* out, Make&& make) noexcept {
    try {
        *out = make();
        return 0;
    } catch (const std::bad_alloc&) {
        return ENOMEM;
    } catch (...) {
        return EIO;
    }
}

int give_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    return give(out, [stream] { return schema_of(*held_by(stream).columns); });
}

int give_next(ArrowArrayStream* stream, ArrowArray* out) {
    return give(out, [&held = held_by(stream)] {
        ArrowArray next = held.is_at_end ? ArrowArray{} : batch_of(held.columns);
        held.is_at_end = true;
        return next;
    });
}

ArrowArrayStream stream_of(Columns columns) {
    auto held = std::make_unique<Stream>();
    held->columns = std::make_shared<const Columns>(std::move(columns));
    ArrowArrayStream stream{};
    stream.get_schema = give_schema;
    stream.get_next = give_next;
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream.release = [](ArrowArrayStream* self) {
        delete &held_by(self);
        self->release = nullptr;
    };
    stream.private_data = held.release();
    return stream;
}

} // namespace

} // namespace indicare::capi

namespace capi = indicare::capi;

indicare_status indicare_results_as_arrow(indicare_session* session, ArrowArrayStream* stream) {
    return capi::call(session, [=](const capi::Session& work) {
        capi::expect_pointer("stream", stream);
        *stream = capi::stream_of(capi::columns_of(work.results()));
        return INDICARE_OK;
    });
}
