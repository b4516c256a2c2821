// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "corpus/readers/byte_source.h"

namespace sinodex {

// Goes through XML, element by element, in bounded memory. Nothing else is ever opened for it, and
// entities that it defines itself are blanks; those of HTML are known. What is not well-formed is
// read as far as it makes sense. Not thread-safe: one per thread.
class XmlReader {
 public:
    enum class Event { begin, end, text, done };

    // Both must outlive the reader.
    explicit XmlReader(const std::string& xml);
    explicit XmlReader(ByteSource& source);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    // Goes on; an empty element begins and ends. What no markup divides is one text, but for texts
    // of more than 1 MiB. Throws ReadError when the source does.
    Event next();
    // Passes over all that is in the element that has just begun, and its end.
    void skip();

    // These are of the element that has begun or ended, valid UTF-8 as all that follows:
    std::string_view name() const;                         // without its prefix
    std::string_view prefix() const;                       // before its name, or empty
    std::string attribute(std::string_view wanted) const;  // without regard to prefixes; or empty
    // Returns the text.
    std::string_view text() const;
    int line() const;  // from 1, of what has been looked at
    // At the end: whether it came before that of the first element.
    bool ended_early() const;

 private:
    class Parser;

    std::unique_ptr<Parser> parser_;
};

}  // namespace sinodex
