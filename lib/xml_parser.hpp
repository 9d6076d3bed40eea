#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string_view>
#include <type_traits>

#include <expat.h>

namespace indicare::io {

/// Why the text of an XML file was not read to its end.
enum class XmlFault : std::uint8_t {
    no_element,      ///< there is nothing in it
    malformed,       ///< it is not well-formed, or in an encoding that is not read
    document_type,   ///< it declares a document type, and with it perhaps entities
    markup_too_long, ///< a tag, a comment or the like has no end within the limit
    too_deep         ///< elements within elements, beyond `XmlParser::deepest`
};

/// Takes XML text in pieces of any size and tells of its elements in order: expat, kept from what
/// a hostile text could make of it.
///
/// UTF-8, UTF-16, ISO-8859-1 and US-ASCII are read; texts are told in UTF-8. The first fault, and
/// `stop()`, end the reading. No document type is accepted, so that there are no entities but those
/// of XML itself. Cost: linear in the text; memory for one block, the markup at hand and the names
/// of elements.
class XmlParser {
  public:
    class Listener {
      public:
        virtual void start(std::string_view element, const char* const* attributes) = 0;
        virtual void end() = 0;
        /// The next stretch of text in the element at hand.
        virtual void text(std::string_view stretch) = 0;
        virtual void fault(XmlFault fault, std::string_view reason) = 0;

      protected:
        ~Listener() = default;
    };

    static constexpr std::size_t deepest = 100;

    XmlParser(Listener& listener, std::size_t longest_markup);

    void feed(std::string_view piece);
    void finish();
    /// Called by the listener: it is told of nothing more.
    void stop();

    /// Where the element, the text or the fault at hand stands: the line, from 1, the character of
    /// the line, from 1, and the byte of the text, from 0.
    std::uint64_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }
    std::uint64_t character() const { return XML_GetCurrentColumnNumber(parser_.get()) + 1; }
    std::uint64_t byte() const;

  private:
    static void XMLCALL take_start(void* self, const char* name, const char** attributes);
    static void XMLCALL take_end(void* self, const char* name);
    static void XMLCALL take_text(void* self, const char* text, int size);
    static void XMLCALL take_document_type(void* self, const char* name, const char* system,
                                           const char* publicly, int has_internal_subset);

    template <class Tell>
    void guarded(Tell&& tell) noexcept;
    void fail(XmlFault fault, std::string_view reason = {});
    char* block();
    void parse(bool is_last);

    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
    Listener& listener_;
    std::size_t longest_markup_;
    char* block_ = nullptr; ///< that is being filled; expat's
    std::size_t filled_ = 0;
    std::uint64_t bytes_ = 0; ///< given to expat
    std::size_t depth_ = 0;
    bool ended_ = false;
    std::exception_ptr thrown_; ///< by the listener, held back while expat is at work
};

} // namespace indicare::io
