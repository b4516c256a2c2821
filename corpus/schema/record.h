// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/entities/mention.h"
#include "corpus/quantities/amounts.h"
#include "corpus/quantities/publication.h"
#include "corpus/schema/revisions.h"

namespace sinodex {

// Entities, amounts and dates that an article, or a section of it, mentions, in their order.
struct Findings {
    std::vector<std::string> entities;  // ids, each once
    std::vector<Mention> mentions;      // their `entity` is an index into `entities`
    std::vector<Amount> amounts;
    std::vector<DateMention> dates;
    std::optional<DateOrigin> date_origin;  // of the article's date
    DateTrust date_trust = DateTrust::certain;
};

// The database stores this of an article, or of one section of a long one, packed, in a value:
// all that a searcher needs to score, quote and cite its passages.
//
//   4 bytes   hash of all that follows
//   varint    format version
//   4 bytes   size of the texts, which follow:
//     strings   kArticleFacts of fields.h: id, title, url, source, author, date, lang
//               (varint length, bytes)
//     the rest  text
//   varint    number of the first passage here; 0 but in later sections
//   varint    offset in the article's text where `text` begins, and the code points before it
//   ranges    title, boilerplate, passages                   (varint count; gap, size each)
//   varints   revisions of the passages; see record_codec.h
//   findings  entities, mentions, amounts, dates; see record_codec.h
//
// Offsets of ranges count from the beginning of the *article's* text.
struct Record {
    std::string id, title, url, source, author, date, lang;
    std::uint32_t first_passage = 0;
    std::uint32_t text_begin = 0;
    std::uint32_t code_points_before = 0;  // of the article's text, before `text`
    ByteRange title_range;
    std::vector<ByteRange> boilerplate;
    std::vector<ByteRange> passages;
    std::vector<Revision> revisions;  // in which the text of each passage came
    Findings findings;
    std::string text;

    // The bytes of a range of the article that this section holds.
    std::string_view at(ByteRange range) const {
        return std::string_view(text).substr(range.begin - text_begin, range.size());
    }
};

std::string encode(const Record& record);

// Hash and version.
inline constexpr std::size_t kRecordHeadBytes = 5;

// The bytes of an encoded record: its texts, what stands before the size of these, and what stands
// behind them, which is numbers mostly. Refers to the record. Nothing where the bytes are none.
struct RecordParts {
    std::string_view head;
    std::string_view texts;
    std::string_view numbers;
};
std::optional<RecordParts> parts_of(std::string_view record);
std::string joined(const RecordParts& parts);

// What can be searched of the texts of a record, which it refers to. Throws Error (database).
struct SearchedTexts {
    std::string_view title;
    std::string_view text;
};
SearchedTexts searched_texts(std::string_view texts);

// Throws Error (database) when the data is damaged or of another version.
Record decode_record(std::string_view data);

}  // namespace sinodex
