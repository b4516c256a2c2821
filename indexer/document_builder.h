// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/analysis/article_analyzer.h"
#include "corpus/article.h"
#include "corpus/schema/record.h"
#include "corpus/schema/term_ids.h"
#include "corpus/stories/signature.h"
#include "corpus/text/analyzer.h"
#include "indexer/built_document.h"
#include "indexer/passage_history.h"

namespace sinodex {

// Makes the documents of an article, as corpus/schema/ says: one, or one for each section
// of a long article. Not thread-safe.
class DocumentBuilder {
 public:
    // Without knowledge only words are indexed. It must outlive this, as must the finder, which is
    // one of it. `words`: how many it may know from one batch to the next.
    DocumentBuilder(const Knowledge* knowledge, const EntityFinder* finder, std::uint64_t words);

    // Hash of the article and of what is known, by which an unchanged article is recognised.
    std::uint64_t hash(const Article& article) const;

    // `history`: of the article.
    std::vector<BuiltDocument> build(const Article& article, std::uint64_t hash,
                                     PassageHistory& history);

    // Tells what the numbers of terms mean. They stay valid until start_batch(), which is to be
    // called now and then: what is known of terms grows with each article.
    const TermIds& terms() const { return terms_; }
    void start_batch();

 private:
    struct Section {
        std::size_t first_passage;
        std::size_t last_passage;  // one past
        ByteRange text;
    };
    static std::vector<Section> sections(const Article& article, const Layout& layout);
    BuiltDocument build_section(const Article& article, const AnalysedArticle& analysed,
                                Section section, PassageHistory& history);
    void collect(std::string_view text, const std::vector<ByteRange>& muted, std::uint32_t offset);
    Findings findings_in(const AnalysedArticle& analysed, ByteRange section);
    void add_findings(const AnalysedArticle& analysed, const Record& record, bool first_section);
    void add_entities(const AnalysedArticle& analysed, const Record& record, bool first_section);
    void add_dates(const std::vector<DateMention>& dates);
    StorySignature signature(const AnalysedArticle& analysed);
    void add_title_terms();
    void add_facts(const Record& record, BuiltDocument& document);
    void add_keyword(const std::string& value, std::string_view prefix);
    void add_words(std::string_view text, std::string_view prefix);
    void add(std::uint32_t number, Xapian::termcount frequency);
    void add(std::string_view term, Xapian::termcount frequency);
    std::vector<BuiltDocument::Term> take_terms();

    const Knowledge* knowledge_;
    std::string knowledge_fingerprint_;
    ArticleAnalyzer article_analyzer_;
    Analyzer analyzer_;
    TermIds terms_;
    std::uint64_t most_words_;
    SignatureMaker signature_;
    std::vector<std::uint32_t> title_numbers_;  // by number: that of the title's term, or kNone
    std::vector<Xapian::termcount> counts_;     // by number: 1 + frequency in the section at hand
    std::vector<std::uint32_t> numbers_;        // of its terms
};

}  // namespace sinodex
