#include "indicare/io/claims_reader.hpp"

#include <algorithm>
#include <utility>

#include "audit/claim_place_text.hpp"
#include "audit/claim_tokens.hpp"
#include "audit/claims_taker.hpp"
#include "fields.hpp"

namespace indicare::io {

namespace {

/// Reads the lines of the text form, of which some are places of those after them.
class ClaimLines {
  public:
    explicit ClaimLines(ClaimsTaker& taker) : taker_(taker) {}

    void read(std::string_view text) {
        for (std::uint64_t number = 1; !text.empty(); ++number) {
            const std::size_t end = std::min(text.find('\n'), text.size() - 1);
            read_line(without_end(text.substr(0, end + 1)), number);
            text.remove_prefix(end + 1);
        }
    }

  private:
    static std::string_view without_end(std::string_view line) {
        for (const char end : {'\n', '\r'})
            if (line.ends_with(end))
                line.remove_suffix(1);
        return line;
    }

    void read_line(std::string_view line, std::uint64_t number) {
        const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
        const std::string_view text = line.substr(begin);
        standing_.line = number;
        if (!text.starts_with('['))
            return taker_.take_line(text, standing_, begin);
        const std::size_t end = end_of_place(text);
        if (end == std::string_view::npos)
            return taker_.refuse({number, character(begin)}, text,
                                 "expected a ] where the place ends; the line was left out");
        audit::ClaimPlace place = place_in(text.substr(1, end - 1));
        place.line = number;
        const std::string_view rest = text.substr(end + 1);
        if (trimmed(rest.substr(0, rest.find('#'))).empty())
            standing_ = std::move(place);
        else
            taker_.take_line(rest, place, begin + characters(text.substr(0, end + 1)));
    }

    ClaimsTaker& taker_;
    audit::ClaimPlace standing_;
};

} // namespace

void read_claims(std::string_view text, const std::string& file, quality::Findings& findings,
                 ClaimsRead& into) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    ClaimsTaker taker(file, findings, into);
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    if (text.substr(begin).starts_with('{'))
        read_json_claims(text, taker);
    else
        ClaimLines(taker).read(text);
    taker.finish();
}

ClaimsRead read_claims(std::string_view text, const std::string& file,
                       quality::Findings& findings) {
    ClaimsRead read;
    read_claims(text, file, findings, read);
    return read;
}

} // namespace indicare::io
