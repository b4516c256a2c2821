// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/schema/record_packing.h"

namespace sinodex {

// Packs records in several threads, and hands them on in the order in which they came. Not
// thread-safe.
class RecordQueue {
 public:
    using Visit = std::function<void(Xapian::docid, std::string_view)>;

    // `visit` is called by the thread that calls the others, with packed records.
    RecordQueue(const RecordDictionaries& dictionaries, unsigned threads, Visit visit);

    // Some that are packed already may be among them.
    void add(Xapian::docid document, std::string_view record, bool is_packed);
    // Hands on what is left.
    void finish();

 private:
    struct WaitingRecord {
        Xapian::docid document;
        std::string bytes;
        bool is_packed;
    };
    void pack_share(std::size_t first);

    Visit visit_;
    std::vector<std::unique_ptr<RecordPacker>> packers_;  // one for each thread
    std::vector<WaitingRecord> waiting_;
    std::size_t bytes_ = 0;  // of them
};

}  // namespace sinodex
