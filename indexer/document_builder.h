#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "corpus/passages/layout.h"
#include "corpus/schema/term_numbers.h"
#include "corpus/text/analyzer.h"

namespace sinodex {

// Makes the Xapian documents of an article, as corpus/schema/ says: one, or one for each section
// of a long article. Not thread-safe.
class DocumentBuilder {
 public:
    DocumentBuilder();

    // The article's content hash, by which an unchanged article is known.
    static std::uint64_t hash(const Article& article);

    std::vector<Xapian::Document> build(const Article& article, std::uint64_t hash);

 private:
    struct Section {
        std::size_t first_passage;
        std::size_t last_passage;  // one past
        ByteRange text;
    };
    static std::vector<Section> sections(const Article& article, const Layout& layout);
    Xapian::Document build_section(const Article& article, const Layout& layout, Section section);
    void collect(std::string_view text, const std::vector<ByteRange>& muted, std::uint32_t offset);
    void add_terms(std::string_view prefix, Xapian::Document& document);
    void add_words(std::string_view text, std::string_view prefix, Xapian::Document& document);

    Analyzer analyzer_;
    TermNumbers terms_;
    LayoutMaker layout_;
    std::vector<Xapian::termcount> counts_;  // by number, of the section at hand
    std::vector<std::uint32_t> numbers_;     // of its terms
};

}  // namespace sinodex
