#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sinodex {

// Raise with every change that makes databases of before unreadable, or differently ranked.
inline constexpr int kFormatVersion = 3;

// What an article's Xapian document holds, in one table: writer, reader, help and documentation
// take it from here. Terms are PREFIX + value; prefixes follow Omega's where it has one.
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
    revision
};

struct FieldInfo {
    Field field;
    std::string_view name;    // in queries (`title:antitrust`) and in explanations
    std::string_view prefix;  // of its terms
    int slot;                 // of its value; -1: none
    bool in_queries;          // whether users may name it
    std::string_view meaning;
    std::string_view example;  // term, or value
};

inline constexpr std::array<FieldInfo, 16> kFields{{
    {Field::text, "text", "", -1, false,
     "stems of the title and the passages; Han characters and pairs", "regul"},
    {Field::title, "title", "S", -1, true, "stems of the title", "Sregul"},
    {Field::source, "source", "H", -1, true, "words of the medium's name or host", "Hreuters"},
    {Field::author, "author", "A", -1, true, "words of the author's name", "Ali"},
    {Field::lang, "lang", "L", -1, true, "language, whole and its first part", "Lzh-hans"},
    {Field::date, "date", "", 0, true, "date of publication as YYYYMMDD, 00 where not known",
     "20210410"},
    {Field::id, "id", "Q", -1, true, "article id; a hash of it where it is long", "Q001.txt"},
    {Field::content, "content", "", 1, false, "hash of the article as it was read, 8 bytes", "..."},
    {Field::section, "section", "XSECTION", -1, false, "marks the later sections of a long article",
     "XSECTION"},
    {Field::passages, "passages", "XPASSAGES", -1, false,
     "its frequency is the number of passages; the collection's gives their average length",
     "XPASSAGES"},
    {Field::entity, "entity", "XE", -1, true,
     "ids of entities; the frequency tells where and how often each is mentioned", "XEalibaba"},
    {Field::type, "type", "XT", -1, true, "types of the entities mentioned", "XTregulator"},
    {Field::amount, "amount", "XM", -1, true,
     "amounts: unit, exponent, digits, in the order of their values; and the first digit alone",
     "XMcny:30:18228"},
    {Field::mentions, "mentions", "XD", -1, true,
     "times mentioned: days, and the months and years that hold them", "XD202104"},
    {Field::story, "story", "", 2, false, "signature by which other versions of it are known",
     "..."},
    {Field::revision, "revision", "", 3, false,
     "the newest revision of one of its passages, serialised so that it sorts", "..."},
}};

constexpr const FieldInfo& info(Field field) { return kFields[static_cast<std::size_t>(field)]; }

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
}  // namespace detail
static_assert(detail::fields_are_sound(), "one row a field, in order, no prefix or slot twice");

// Keys of the database's metadata.
inline constexpr std::string_view kMetaVersion = "sinodex.version";
inline constexpr std::string_view kMetaAnalyzer = "sinodex.analyzer";
inline constexpr std::string_view kMetaCreated = "sinodex.created";
inline constexpr std::string_view kMetaKnowledge = "sinodex.knowledge";      // as its to_text()
inline constexpr std::string_view kMetaRepetitions = "sinodex.repetitions";  // its encode()
inline constexpr std::string_view kMetaRevisions = "sinodex.revisions";      // see revisions.h
inline constexpr std::string_view kMetaStories = "sinodex.stories";          // see stories.h

}  // namespace sinodex
