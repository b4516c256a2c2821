// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/packed_texts.h"

#include <algorithm>

#include "corpus/schema/fields.h"
#include "corpus/schema/record_codec.h"
#include "searcher/ranking/phrases.h"

namespace sinodex {
namespace {

// Of "://" and "www" one of three strings is this, or one of two holds this.
bool may_be_of_address(std::string_view string) {
    const auto is_w = [](char c) { return to_lower_ascii(c) == 'w'; };
    if (string.size() == 1) return string == "/" || is_w(string.front());
    for (std::size_t i = 0; i + 1 < string.size(); ++i) {
        const bool slash = string[i + 1] == '/' && (string[i] == '/' || string[i] == ':');
        if (slash || (is_w(string[i]) && is_w(string[i + 1]))) return true;
    }
    return false;
}

}  // namespace

StringSigns::StringSigns(const TextDictionary& dictionary)
    : dictionary_(dictionary), signs_(dictionary.size()) {
    for (std::size_t number = 0; number < signs_.size(); ++number) {
        const std::string_view string = dictionary.string(number);
        Signs& signs = signs_[number];
        std::uint32_t begun = 0;  // a bit for each letter
        for (std::size_t i = 0; i < string.size(); ++i) {
            const char c = to_lower_ascii(string[i]);
            if (!is_ascii_alphanumeric(c)) continue;
            if (signs.letters++ == 0) signs.first = c;
            const bool begins = i == 0 || !is_ascii_letter(string[i - 1]);
            if (begins && is_ascii_letter(c)) begun |= 1U << static_cast<unsigned>(c - 'a');
        }
        for (std::size_t letter = 0; letter < beginnings_.size(); ++letter) {
            if ((begun >> letter & 1U) == 0) continue;
            beginnings_[letter].push_back(static_cast<std::uint16_t>(number));
        }
        signs.folded = has_folded_letters(string);
        signs.of_address = may_be_of_address(string);
        if (signs.folded || signs.of_address) odd_.push_back(static_cast<std::uint16_t>(number));
    }
}

bool PackedTexts::read(const IndexReader& index, Xapian::docid document) {
    index.read_texts(document, texts_);
    if (texts_.dictionary == nullptr) return false;
    if (signs_ == nullptr || &signs_->dictionary() != texts_.dictionary) {
        auto& known = known_[texts_.dictionary];
        if (!known) known = std::make_unique<StringSigns>(*texts_.dictionary);
        signs_ = known.get();
    }
    read_facts();
    return true;
}

// What stands before the text is unpacked: strings, each behind its size.
void PackedTexts::read_facts() {
    facts_.clear();
    std::size_t facts = 0;
    std::size_t end = 0;  // of those that are known
    std::size_t title = 0;
    std::size_t title_size = 0;
    const std::size_t count = texts_.numbers.size();
    for (first_ = 0; first_ < count; ++first_) {
        if (facts == kArticleFacts.size() && facts_.view().size() >= end) break;
        facts_.append(*signs_, texts_.numbers[first_]);
        const std::string_view known = facts_.view();
        while (facts < kArticleFacts.size() && end < known.size()) {
            std::size_t at = end;
            while (at < known.size() && static_cast<unsigned char>(known[at]) >= 0x80) ++at;
            if (at++ == known.size()) break;
            const std::uint64_t size = RecordReader(known.substr(end, at - end)).number();
            if (kArticleFacts[facts]->field == Field::title) {
                title = at;
                title_size = size;
            }
            end = at + size;
            ++facts;
        }
    }
    const std::string_view known = facts_.view();
    if (facts < kArticleFacts.size() || known.size() < end || end < title + title_size) {
        damaged_record("a document ends early");
    }
    title_ = known.substr(title, title_size);
    beginning_ = known.substr(end);
}

}  // namespace sinodex
