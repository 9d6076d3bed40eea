#include "xml_parser.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace indicare::io {

namespace {

/// Text is given to expat in blocks of this size, however it is fed: what expat does with it, and
/// what it costs, does not depend on the pieces.
constexpr std::size_t block_bytes = std::size_t{1} << 16;

} // namespace

XmlParser::XmlParser(Listener& listener, std::size_t longest_markup)
    : parser_(XML_ParserCreate(nullptr)), listener_(listener), longest_markup_(longest_markup) {
    if (!parser_)
        throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), take_start, take_end);
    XML_SetCharacterDataHandler(parser_.get(), take_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), take_document_type);
}

void XmlParser::feed(std::string_view piece) {
    while (!piece.empty() && !ended_) {
        const std::size_t count = std::min(piece.size(), block_bytes - filled_);
        std::memcpy(block() + filled_, piece.data(), count);
        filled_ += count;
        piece.remove_prefix(count);
        if (filled_ == block_bytes)
            parse(false);
    }
}

void XmlParser::finish() {
    if (!ended_) {
        block();
        parse(true);
    }
    ended_ = true;
}

void XmlParser::stop() {
    ended_ = true;
    static_cast<void>(XML_StopParser(parser_.get(), XML_FALSE));
}

std::uint64_t XmlParser::byte() const {
    const XML_Index index = XML_GetCurrentByteIndex(parser_.get());
    return index < 0 ? 0 : static_cast<std::uint64_t>(index);
}

char* XmlParser::block() {
    if (block_ == nullptr) {
        block_ = static_cast<char*>(XML_GetBuffer(parser_.get(), static_cast<int>(block_bytes)));
        if (block_ == nullptr)
            throw std::bad_alloc();
    }
    return block_;
}

void XmlParser::parse(bool is_last) {
    bytes_ += filled_;
    const XML_Status status =
        XML_ParseBuffer(parser_.get(), static_cast<int>(filled_), is_last ? XML_TRUE : XML_FALSE);
    block_ = nullptr;
    filled_ = 0;
    if (thrown_)
        std::rethrow_exception(std::exchange(thrown_, nullptr));
    if (ended_)
        return;
    if (status == XML_STATUS_OK) {
        // What was not yet told of is the beginning of one tag, comment or the like. Where it is
        // that the parser stands it does not know before it has looked at what it was given.
        if (!is_last && XML_GetCurrentByteIndex(parser_.get()) >= 0 &&
            bytes_ - byte() > longest_markup_)
            fail(XmlFault::markup_too_long);
        return;
    }
    const XML_Error error = XML_GetErrorCode(parser_.get());
    if (error == XML_ERROR_NO_MEMORY)
        throw std::bad_alloc();
    if (error != XML_ERROR_NO_ELEMENTS)
        fail(XmlFault::malformed, XML_ErrorString(error));
    else if (depth_ == 0)
        fail(XmlFault::no_element);
    else
        fail(XmlFault::malformed, "it ends within an element");
}

void XmlParser::fail(XmlFault fault, std::string_view reason) {
    listener_.fault(fault, reason);
    stop();
}

/// Lets the listener be told, and no exception into expat.
template <class Tell>
void XmlParser::guarded(Tell&& tell) noexcept {
    if (ended_)
        return;
    try {
        tell();
    } catch (...) {
        thrown_ = std::current_exception();
        stop();
    }
}

void XMLCALL XmlParser::take_start(void* self, const char* name, const char** attributes) {
    XmlParser& parser = *static_cast<XmlParser*>(self);
    parser.guarded([&] {
        if (++parser.depth_ > deepest)
            parser.fail(XmlFault::too_deep);
        else
            parser.listener_.start(name, attributes);
    });
}

void XMLCALL XmlParser::take_end(void* self, const char* /*name*/) {
    XmlParser& parser = *static_cast<XmlParser*>(self);
    parser.guarded([&] {
        --parser.depth_;
        parser.listener_.end();
    });
}

void XMLCALL XmlParser::take_text(void* self, const char* text, int size) {
    XmlParser& parser = *static_cast<XmlParser*>(self);
    parser.guarded([&] { parser.listener_.text({text, static_cast<std::size_t>(size)}); });
}

void XMLCALL XmlParser::take_document_type(void* self, const char* /*name*/, const char* /*system*/,
                                           const char* /*publicly*/, int /*has_internal_subset*/) {
    XmlParser& parser = *static_cast<XmlParser*>(self);
    parser.guarded([&] { parser.fail(XmlFault::document_type); });
}

} // namespace indicare::io
