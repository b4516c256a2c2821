#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/raw_document.h"

namespace sinodex {

// Takes the documents out of a file that holds several, one after another, in bounded memory.
class Splitter {
 public:
    Splitter() = default;
    virtual ~Splitter() = default;
    Splitter(const Splitter&) = delete;
    Splitter& operator=(const Splitter&) = delete;

    // Completes `document`, which comes with the id and origin of its file and without bytes. False
    // at the end. Throws ReadError; what came before the damage has been delivered.
    virtual bool next(RawDocument& document) = 0;
};

// The lines of `source` that are not blank, each a Format::json_line. Longer ones than `max_bytes`
// are delivered as skipped. `source` must outlive the splitter.
std::unique_ptr<Splitter> split_lines(ByteSource& source, std::uint64_t max_bytes);

}  // namespace sinodex
