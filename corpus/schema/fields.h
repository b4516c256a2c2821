// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "corpus/schema/record.h"

namespace sinodex {

// Raise with every change that makes databases of before unreadable, or differently ranked.
inline constexpr int kFormatVersion = 8;

// This is what an article's Xapian document holds, in one table: reader, writer, parser,
// conditions, completion and documentation go by it. Terms are PREFIX + value; prefixes follow
// Omega's where it has one. A fact that articles bring along is added as a row here, a member of
// Article and Record, and what reads it in corpus/readers/.
enum class Field : std::uint8_t {
    text,
    title,
    source,
    author,
    lang,
    date,
    id,
    content,
    section,
    passages,
    entity,
    type,
    amount,
    mentions,
    story,
    revision,
    record,
    url
};

// How the values of a field are indexed, and so how a query's value is read.
enum class FieldKind : std::uint8_t {
    stems,     // the stemmed words of a text; all of them must be there
    words,     // its words as they are written; all of them must be there
    keyword,   // the whole value in lower case, and what stands before its first - or _
    date,      // a range of days
    id,        // the value as it is
    entity,    // an entity's id, or one of its names
    amount,    // a range of amounts
    times,     // a range of days that the text mentions
    internal,  // not for queries
};

// A fact that an article brings along: where a reader puts it, where the database keeps it, and the
// place of that in a record's bytes, from 0.
struct ArticleFact {
    std::string Article::*read = nullptr;
    std::string Record::*stored = nullptr;
    int place = -1;
};

struct FieldInfo {
    Field field;
    FieldKind kind;
    std::string_view name;    // in queries (`title:antitrust`) and in explanations
    std::string_view prefix;  // of its terms
    int slot;                 // of its value; -1: none
    bool in_queries;          // whether users may name it
    bool single;              // an article has one: several values are alternatives
    bool completes;           // its terms complete what a user types
    std::string_view meaning;
    std::string_view example;  // term, or value
    ArticleFact fact = {};

    // Whether the last word of a value may be the beginning of one: title:regulat*.
    constexpr bool star() const { return kind == FieldKind::stems || kind == FieldKind::words; }
};

inline constexpr std::array<FieldInfo, 18> kFields{{
    {Field::text, FieldKind::stems, "text", "", -1, false, false, false,
     "stems of the title and the passages; Han characters and pairs", "regul"},
    {Field::title,
     FieldKind::stems,
     "title",
     "S",
     -1,
     true,
     false,
     false,
     "stems of the title",
     "Sregul",
     {&Article::title, &Record::title, 1}},
    {Field::source,
     FieldKind::words,
     "source",
     "H",
     -1,
     true,
     true,
     true,
     "words of the medium's name or host",
     "Hreuters",
     {&Article::source, &Record::source, 3}},
    {Field::author,
     FieldKind::words,
     "author",
     "A",
     -1,
     true,
     true,
     true,
     "words of the author's name",
     "Ali",
     {&Article::author, &Record::author, 4}},
    {Field::lang,
     FieldKind::keyword,
     "lang",
     "L",
     -1,
     true,
     true,
     true,
     "language, whole and its first part",
     "Lzh-hans",
     {&Article::lang, &Record::lang, 6}},
    {Field::date,
     FieldKind::date,
     "date",
     "",
     0,
     true,
     false,
     false,
     "date of publication as YYYYMMDD, 00 where not known",
     "20210410",
     {&Article::date, &Record::date, 5}},
    {Field::id,
     FieldKind::id,
     "id",
     "Q",
     4,
     true,
     true,
     false,
     "article id; a hash of it where it is long",
     "Q001.txt",
     {&Article::id, &Record::id, 0}},
    {Field::content, FieldKind::internal, "content", "", 1, false, false, false,
     "hash of the article as it was read, 8 bytes", "..."},
    {Field::section, FieldKind::internal, "section", "XSECTION", -1, false, false, false,
     "marks the later sections of a long article", "XSECTION"},
    {Field::passages, FieldKind::internal, "passages", "XPASSAGES", -1, false, false, false,
     "its frequency is the number of passages; the collection's gives their average length",
     "XPASSAGES"},
    {Field::entity, FieldKind::entity, "entity", "XE", -1, true, false, false,
     "ids of entities; the frequency tells where and how often each is mentioned", "XEalibaba"},
    {Field::type, FieldKind::keyword, "type", "XT", -1, true, false, true,
     "types of the entities mentioned", "XTregulator"},
    {Field::amount, FieldKind::amount, "amount", "XM", -1, true, false, false,
     "amounts: unit, exponent, digits, in the order of their values; and the first digit alone",
     "XMcny:30:18228"},
    {Field::mentions, FieldKind::times, "mentions", "XD", -1, true, false, false,
     "times mentioned: days, and the months and years that hold them", "XD202104"},
    {Field::story, FieldKind::internal, "story", "", 2, false, false, false,
     "signature by which other versions of it are known", "..."},
    {Field::revision, FieldKind::internal, "revision", "", 3, false, false, false,
     "the newest revision of one of its passages, serialised so that it sorts", "..."},
    {Field::record, FieldKind::internal, "record", "", 5, false, false, false,
     "all that is stored of the article, packed", "..."},
    {Field::url,
     FieldKind::internal,
     "url",
     "",
     -1,
     false,
     false,
     false,
     "address of the article; it is stored only",
     "...",
     {&Article::url, &Record::url, 2}},
}};

constexpr const FieldInfo& info(Field field) { return kFields[static_cast<std::size_t>(field)]; }

// The term of Chinese articles, of whatever region and script.
inline std::string chinese_articles_term() { return std::string(info(Field::lang).prefix) + "zh"; }

namespace detail {
constexpr bool fields_are_sound() {
    for (std::size_t i = 0; i < kFields.size(); ++i) {
        if (static_cast<std::size_t>(kFields[i].field) != i) return false;
        for (std::size_t j = 0; j < i; ++j) {
            if (kFields[i].name == kFields[j].name) return false;
            if (!kFields[i].prefix.empty() && kFields[i].prefix == kFields[j].prefix) return false;
            if (kFields[i].slot >= 0 && kFields[i].slot == kFields[j].slot) return false;
        }
    }
    return true;
}

// Rows by the place of their fact.
constexpr std::size_t fact_count() {
    std::size_t count = 0;
    for (const FieldInfo& row : kFields) count += row.fact.place >= 0 ? 1 : 0;
    return count;
}

constexpr auto facts_in_order() {
    std::array<const FieldInfo*, fact_count()> facts{};
    for (const FieldInfo& row : kFields) {
        if (row.fact.place >= 0) facts.at(static_cast<std::size_t>(row.fact.place)) = &row;
    }
    return facts;
}

// The marks decide, not the pointers above, which g++ does not take for constants under a
// sanitizer.
constexpr bool places_are_taken_once() {
    std::array<bool, fact_count()> taken{};
    for (const FieldInfo& row : kFields) {
        if (row.fact.place < 0) continue;
        bool& mark = taken.at(static_cast<std::size_t>(row.fact.place));
        if (mark) return false;
        mark = true;
    }
    return true;
}
}  // namespace detail
static_assert(detail::fields_are_sound(), "one row a field, in order, no prefix or slot twice");

// The fields that are facts of an article, in the order in which a record has them.
inline constexpr auto kArticleFacts = detail::facts_in_order();
static_assert(detail::places_are_taken_once(), "each place in a record is taken once");

// Keys of the metadata of each segment.
inline constexpr std::string_view kMetaVersion = "sinodex.version";
inline constexpr std::string_view kMetaAnalyzer = "sinodex.analyzer";
inline constexpr std::string_view kMetaCreated = "sinodex.created";
inline constexpr std::string_view kMetaSegment = "sinodex.segment";  // the name of its folder

// Names of the files that hold what is known of an index as a whole; each may be missing.
inline constexpr std::string_view kStateKnowledge = "knowledge";      // its block()
inline constexpr std::string_view kStateRepetitions = "repetitions";  // its encode()
inline constexpr std::string_view kStateRevisions = "revisions";      // see revisions.h
inline constexpr std::string_view kStateStories = "stories";          // see stories.h
inline constexpr std::string_view kStateDeleted = "deleted";          // see deleted.h
inline constexpr std::string_view kStateRecords = "records";          // see record_packing.h
inline constexpr const char* kDictionaryName = "dictionary.sdx";      // see corpus/dictionary

}  // namespace sinodex
