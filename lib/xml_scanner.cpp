#include "xml_scanner.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "xml_child.hpp"
#include "xml_form.hpp"
#include "xml_parser.hpp"

namespace indicare::io {

using quality::FindingCode;

namespace {

constexpr std::size_t longest_possible = std::size_t{1} << 30; ///< record of a child
constexpr std::size_t most_strange = 10'000;                   ///< names

/// Without the white space of XML at both ends.
std::string_view without_space(std::string_view text) {
    constexpr std::string_view space = " \t\n\r";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// What the element at hand is.
enum class Place : std::uint8_t { nothing, root, child, header, row, field };

constexpr std::size_t places_of_child = 3; ///< nothing, root, child

} // namespace

class XmlScanner::Machine final : private XmlParser::Listener {
  public:
    Machine(std::string file, const CsvLimits& limits, quality::Findings& findings,
            TakeRow take_row)
        : file_(std::move(file)), longest_(std::min(limits.row_bytes, longest_possible)),
          findings_(findings), take_row_(std::move(take_row)), parser_(*this, longest_) {}

    void feed(std::string_view piece) { parser_.feed(piece); }
    bool finish() {
        parser_.finish();
        return is_return_ && (is_whole_ || children_ > 0);
    }

  private:
    void start(std::string_view element, const char* const* attributes) override;
    void end() override;
    void text(std::string_view stretch) override;
    void fault(XmlFault fault, std::string_view reason) override;

    void begin_return(std::string_view element);
    void begin_child();
    void begin_header();
    void begin_row(const xml_form::RowElement& element);
    void begin_field(std::string_view element, XmlChild::Field& field);
    void begin_unread(std::string_view element);
    const xml_form::RowElement* row_element(std::string_view element) const;
    XmlChild::Field* field(std::string_view element);
    void end_field();
    void end_child();

    bool is_in_child() const { return places_.size() >= places_of_child; }
    bool fits();
    void note_attributes(const char* const* attributes);
    bool note_strange(std::string name);
    std::string_view place_name() const;

    void report(FindingCode code, std::string_view element, std::string_view value,
                const std::string& message) {
        report_at(parser_.line(), code, element, value, message);
    }
    void report_at(std::uint64_t line, FindingCode code, std::string_view element,
                   std::string_view value, const std::string& message);
    void report_end(FindingCode code, const std::string& what);

    std::string file_;
    std::size_t longest_; ///< record of a child, in bytes
    quality::Findings& findings_;
    TakeRow take_row_;
    XmlParser parser_;

    std::vector<Place> places_{Place::nothing}; ///< from the outside in
    std::size_t unread_ = 0;                    ///< how many of the open elements are not read
    bool has_stray_text_ = false;               ///< since the last tag
    bool is_return_ = false;
    bool is_whole_ = true;
    std::uint64_t children_ = 0; ///< that have come to their end

    XmlChild child_;
    std::uint64_t child_byte_ = 0; ///< where it begins
    bool child_is_too_long_ = false;
    std::string_view row_name_;
    XmlChild::Field* field_ = nullptr; ///< that is being read
    std::string field_name_;
    XmlChild::Field again_; ///< a field that was there before

    std::set<std::string> strange_; ///< names that the form does not have
    std::size_t strange_bytes_ = 0;
};

void XmlScanner::Machine::start(std::string_view element, const char* const* attributes) {
    has_stray_text_ = false;
    if (unread_ > 0 || !fits()) {
        ++unread_;
        if (!xml_form::has(element))
            note_strange(std::string(element));
        for (; *attributes != nullptr; attributes += 2)
            note_strange("unread attribute " + std::string(*attributes));
        return;
    }
    const Place place = places_.back();
    if (place == Place::nothing)
        return begin_return(element);
    note_attributes(attributes);
    if (place == Place::root && element == xml_form::child)
        begin_child();
    else if (place == Place::child && element == xml_form::header && !child_.has_header())
        begin_header();
    else if (const xml_form::RowElement* row = row_element(element))
        begin_row(*row);
    else if (XmlChild::Field* at = field(element))
        begin_field(element, *at);
    else
        begin_unread(element);
}

void XmlScanner::Machine::begin_return(std::string_view element) {
    if (element == xml_form::root) {
        is_return_ = true;
        places_.push_back(Place::root);
        return;
    }
    report(FindingCode::table_not_recognised, {}, element,
           "the outermost element is not that of a return; expected " +
               std::string(xml_form::root) + "; the file was not read");
    parser_.stop();
}

void XmlScanner::Machine::begin_child() {
    places_.push_back(Place::child);
    child_.begin();
    child_byte_ = parser_.byte();
    child_is_too_long_ = false;
}

void XmlScanner::Machine::begin_header() {
    places_.push_back(Place::header);
    child_.begin_header(parser_.line());
}

/// The row that an element is where it stands; none when it is none there.
const xml_form::RowElement* XmlScanner::Machine::row_element(std::string_view element) const {
    const Place place = places_.back();
    if (place != Place::child && place != Place::header)
        return nullptr;
    const std::string_view parent = place == Place::child ? xml_form::child : xml_form::header;
    for (const xml_form::RowElement& row : xml_form::row_elements)
        if (row.name == element && row.parent == parent)
            return &row;
    return nullptr;
}

void XmlScanner::Machine::begin_row(const xml_form::RowElement& element) {
    places_.push_back(Place::row);
    row_name_ = element.name;
    child_.begin_row(element.table, parser_.line());
}

/// The field that an element is where it stands; none when it is none there.
XmlChild::Field* XmlScanner::Machine::field(std::string_view element) {
    switch (places_.back()) {
    case Place::header:
        return child_.field_of_header(element);
    case Place::row:
        return child_.field_of_row(element);
    default:
        return nullptr;
    }
}

void XmlScanner::Machine::begin_field(std::string_view element, XmlChild::Field& field) {
    places_.push_back(Place::field);
    field_ = field.is_given ? &again_ : &field;
    field_name_ = element;
    child_.begin_text(*field_);
}

void XmlScanner::Machine::begin_unread(std::string_view element) {
    unread_ = 1;
    const std::string where = " in " + std::string(place_name());
    if (places_.back() == Place::child && element == xml_form::header)
        report(FindingCode::element_twice, element, {},
               "the element is there twice; the first one is read");
    else if (xml_form::has(element))
        report(FindingCode::element_out_of_place, element, {},
               "the form has no such element" + where + "; it was not read");
    else if (note_strange(std::string(element)))
        report(FindingCode::element_not_read, element, {},
               "the form has no such element; it is not read, first" + where);
}

void XmlScanner::Machine::end() {
    has_stray_text_ = false;
    if (unread_ > 0) {
        --unread_;
        return;
    }
    const Place place = places_.back();
    if (place == Place::field)
        end_field();
    else if (place == Place::child)
        end_child();
    places_.pop_back();
}

void XmlScanner::Machine::end_field() {
    const std::string_view text = child_.text(*field_);
    const std::string_view bare = without_space(text);
    if (!bare.empty())
        field_->first += static_cast<std::uint32_t>(bare.data() - text.data());
    field_->size = static_cast<std::uint32_t>(bare.size());
    if (field_ == &again_)
        report(FindingCode::element_twice, field_name_, bare,
               "the element is there twice; the first one is read");
}

void XmlScanner::Machine::end_child() {
    ++children_;
    if (child_is_too_long_)
        return;
    const std::string_view flag = child_.unaccompanied();
    if (!flag.empty() && flag != "0" && flag != "1")
        report_at(child_.header_line(), FindingCode::flag_malformed, xml_form::unaccompanied, flag,
                  "expected 0 or 1; read as blank");
    const std::string_view until = child_.text_in_header(xml_form::unaccompanied_until);
    if (!until.empty() && flag != "1")
        report_at(child_.header_line(), FindingCode::element_out_of_place,
                  xml_form::unaccompanied_until, until,
                  "expected of a child whose UASC is 1; it was not read");
    child_.hand_over(take_row_);
}

void XmlScanner::Machine::text(std::string_view stretch) {
    if (unread_ > 0 || !fits())
        return;
    if (places_.back() == Place::field) {
        child_.add_text(*field_, stretch);
    } else if (!has_stray_text_ && !without_space(stretch).empty()) {
        has_stray_text_ = true;
        report(FindingCode::element_out_of_place, {}, without_space(stretch),
               "text in " + std::string(place_name()) +
                   ", where elements were expected; it was not read");
    }
}

/// Whether the record of the child at hand, if there is one, is within the limit so far; where it
/// no longer is, the rest of it is not read.
bool XmlScanner::Machine::fits() {
    if (!is_in_child())
        return true;
    if (!child_is_too_long_ && parser_.byte() - child_byte_ > longest_) {
        report(FindingCode::row_too_long, xml_form::child, {},
               "the child's record has more than " + std::to_string(longest_) +
                   " bytes; it was left out");
        child_is_too_long_ = true;
        unread_ = places_.size() - places_of_child;
        places_.resize(places_of_child);
    }
    return !child_is_too_long_;
}

/// The form has no attributes; those that belong to XML itself say nothing of a child.
void XmlScanner::Machine::note_attributes(const char* const* attributes) {
    for (; *attributes != nullptr; attributes += 2) {
        const std::string_view name(*attributes);
        if (name.substr(0, 3) != "xml" && note_strange("attribute " + std::string(name)))
            report(FindingCode::element_not_read, name, attributes[1],
                   "the form has no attributes; it is not read, first in " +
                       std::string(place_name()));
    }
}

/// Whether a name that the form does not have is met for the first time. The parser keeps every
/// name that it meets: a file with no end of them is not read to its end.
bool XmlScanner::Machine::note_strange(std::string name) {
    const std::size_t bytes = name.size();
    if (!strange_.insert(std::move(name)).second)
        return false;
    strange_bytes_ += bytes;
    if (strange_bytes_ > longest_ || strange_.size() > most_strange) {
        is_whole_ = false;
        report_end(FindingCode::xml_refused, "too many names that the form does not have");
        parser_.stop();
    }
    return true;
}

std::string_view XmlScanner::Machine::place_name() const {
    switch (places_.back()) {
    case Place::nothing:
        return "the file";
    case Place::root:
        return xml_form::root;
    case Place::child:
        return xml_form::child;
    case Place::header:
        return xml_form::header;
    case Place::row:
        return row_name_;
    case Place::field:
        return field_name_;
    }
    return {};
}

void XmlScanner::Machine::fault(XmlFault fault, std::string_view reason) {
    is_whole_ = false;
    switch (fault) {
    case XmlFault::no_element:
        return report(FindingCode::file_empty, {}, {},
                      "the file is empty; the XML form of a return was expected");
    case XmlFault::malformed:
        return report_end(FindingCode::xml_malformed,
                          "not well-formed XML: " + std::string(reason));
    case XmlFault::document_type:
        return report_end(FindingCode::xml_refused,
                          "a document type is declared, which a return has no need of");
    case XmlFault::markup_too_long:
        return report_end(FindingCode::xml_refused, "a tag or a comment has more than " +
                                                        std::to_string(longest_) + " bytes");
    case XmlFault::too_deep:
        return report_end(FindingCode::xml_refused, "elements lie within more than " +
                                                        std::to_string(XmlParser::deepest) +
                                                        " others");
    }
}

/// What ended the reading before the end of the file.
void XmlScanner::Machine::report_end(FindingCode code, const std::string& what) {
    const std::string rest = children_ == 0   ? "; the file was not read"
                             : children_ == 1 ? ", after 1 child; the rest was not read"
                                              : ", after " + std::to_string(children_) +
                                                    " children; the rest was not read";
    report(code, {}, {},
           what + ", at character " + std::to_string(parser_.character()) + " of the line" + rest);
}

void XmlScanner::Machine::report_at(std::uint64_t line, FindingCode code, std::string_view element,
                                    std::string_view value, const std::string& message) {
    if (!findings_.count(code))
        return;
    std::string child;
    if (is_in_child())
        child = quality::printable(child_.identifier());
    findings_.keep({code, file_, line, std::string(element), quality::printable(value),
                    std::move(child), message});
}

bool XmlScanner::is_built() {
    return true;
}

XmlScanner::XmlScanner(std::string file, const CsvLimits& limits, quality::Findings& findings,
                       TakeRow take_row)
    : machine_(std::make_unique<Machine>(std::move(file), limits, findings, std::move(take_row))) {}
XmlScanner::~XmlScanner() = default;

void XmlScanner::feed(std::string_view piece) {
    machine_->feed(piece);
}

bool XmlScanner::finish() {
    return machine_->finish();
}

} // namespace indicare::io
