#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "arrow.hpp"

namespace indicare::capi {

/// Whether an array says of none of its rows that it is null.
bool has_all_rows(const ArrowArray& array);

/// A column of Arrow values, each as the text that a file would have: what is missing is blank.
class ArrowColumn {
  public:
    /// Throws `std::invalid_argument` with a sentence for a type that no column of a return has.
    explicit ArrowColumn(const ArrowSchema& schema);

    const std::string& name() const { return name_; }

    /// Turns to the values of a batch, of which rows below `length` are asked for. Throws
    /// `std::invalid_argument` where the array does not have the buffers of its type.
    void turn_to(const ArrowArray& array, std::int64_t length);

    /// Sets every `apart`-th of the texts to the value of a row, `count` of them from row `first`
    /// on. They are valid until the next call. Throws as `turn_to` where one is malformed.
    void read(std::int64_t first, std::int64_t count, std::string_view* texts, std::size_t apart);

    /// Whether a value of the batch can hold a NUL byte.
    bool may_hold_nul() const { return may_hold_nul_; }

  private:
    enum class Kind : std::uint8_t {
        nothing,
        text,       ///< 32-bit ends
        large_text, ///< 64-bit ends
        text_view,
        boolean,
        whole,   ///< a signed number
        natural, ///< an unsigned number
        floating,
        days,
        time, ///< since 1970, `units_a_day_` to a day
    };

    bool understand(std::string_view format);
    /// Room for the text of a number or a date.
    using Written = std::array<char, 32>;

    bool is_missing(std::int64_t at) const;
    std::string_view value(std::int64_t at, Written& written) const;
    /// Throws `std::invalid_argument` unless the values are what their type says.
    void expect(bool is_so, std::string_view fault) const {
        if (!is_so)
            refuse(fault);
    }
    [[noreturn]] void refuse(std::string_view fault) const;
    std::string_view text_between(std::int64_t begin, std::int64_t end) const;
    template <class End>
    void read_texts(std::int64_t first, std::int64_t count, std::string_view* texts,
                    std::size_t apart) const;
    std::string_view view(std::int64_t at) const;
    std::string_view number(std::int64_t at, Written& written) const;
    static std::string_view day(std::int64_t days, Written& written);
    std::int64_t whole(std::int64_t at) const;
    double floating(std::int64_t at) const;
    void look_for_nul(std::int64_t length);
    template <class End>
    bool texts_hold_nul(std::int64_t length) const;
    const void* buffer(std::int64_t number) const { return array_->buffers[number]; }

    std::string name_;
    Kind kind_ = Kind::nothing;
    std::size_t bytes_ = 0; ///< of a number
    std::int64_t units_a_day_ = 1;
    std::vector<ArrowColumn> dictionary_; ///< one, of an encoded column, or none
    const ArrowArray* array_ = nullptr;
    bool may_hold_nul_ = false;
    std::vector<Written> written_;
};

} // namespace indicare::capi
