// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "corpus/bytes.h"
#include "corpus/schema/amount_terms.h"
#include "corpus/text/language.h"
#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

// Longer articles are cut into sections, so that no document is too large for Xapian, and so that
// a search reads only the part of a long report that it needs.
constexpr std::uint32_t kSectionBytes = 128 * 1024;

// A longer title, URL and so on is cut: no real one is.
constexpr std::size_t kMaxFieldBytes = 2000;

constexpr std::uint32_t kNone = UINT32_MAX;

// A longer language or the like is none.
constexpr std::size_t kMaxKeywordBytes = 64;

// Frequencies that mentions of an entity count as. They are written into the index, so that another
// value takes a rebuild: the table of weights is for what a search can vary.
constexpr Xapian::termcount kMention = 2;
constexpr Xapian::termcount kWeakMention = 1;
constexpr Xapian::termcount kLead = 2;   // times, in the first passage
constexpr Xapian::termcount kTitle = 4;  // times, in the title

std::string capped(const std::string& text) {
    if (text.size() <= kMaxFieldBytes) return text;
    std::size_t end = kMaxFieldBytes;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return text.substr(0, end) + "…";
}

void append_field(std::string& out, std::string_view text) {
    out.append(std::to_string(text.size())).append(":").append(text);
}

void append_ranges(std::string& out, const std::vector<ByteRange>& ranges) {
    for (const ByteRange range : ranges) {
        out.append(std::to_string(range.begin)).append("-").append(std::to_string(range.end));
        out.push_back(' ');
    }
    out.push_back(';');
}

// An article that is nothing but a title is as new as its document.
void add_revision(const std::vector<Revision>& passages, const PassageHistory& history,
                  BuiltDocument& document) {
    const Revision newest =
        passages.empty() ? history.now() : *std::max_element(passages.begin(), passages.end());
    document.value(Field::revision) = Xapian::sortable_serialise(newest);
}

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return text;
}

// An id is what finds an article again, and is never cut; a date is short.
Record record_of_facts(const Article& article) {
    Record record;
    for (const FieldInfo* field : kArticleFacts) {
        const std::string& value = article.*field->fact.read;
        const bool whole = field->kind == FieldKind::id || field->kind == FieldKind::date;
        record.*field->fact.stored = whole ? value : capped(value);
    }
    return record;
}

}  // namespace

DocumentBuilder::DocumentBuilder(const Knowledge* knowledge, const EntityFinder* finder,
                                 std::uint64_t words)
    : knowledge_(knowledge),
      knowledge_fingerprint_(knowledge == nullptr ? "" : knowledge->fingerprint()),
      article_analyzer_(finder),
      most_words_(words) {}

std::uint64_t DocumentBuilder::hash(const Article& article) const {
    std::string all = knowledge_fingerprint_;
    all.reserve(article.text.size() + 512);
    for (const FieldInfo* field : kArticleFacts) {
        append_field(all, article.*field->fact.read);
        if (field->field == Field::title) append_field(all, article.text);
    }
    append_ranges(all, {article.title_range});
    append_ranges(all, article.debris);
    append_ranges(all, article.own_passages);
    if (!article.repeated.empty()) append_ranges(all, article.repeated);
    return content_hash(all);
}

void DocumentBuilder::start_batch() {
    if (!terms_.is_full() && terms_.size() < most_words_) return;
    terms_ = TermIds();
    title_numbers_ = {};
    counts_ = {};
}

std::vector<BuiltDocument> DocumentBuilder::build(const Article& article, std::uint64_t hash,
                                                  PassageHistory& history) {
    const AnalysedArticle& analysed = article_analyzer_.analyze(article);
    std::vector<BuiltDocument> documents;
    for (const Section& section : sections(article, analysed.layout)) {
        documents.push_back(build_section(article, analysed, section, history));
        put_bytes(documents.back().value(Field::content), hash);
    }
    documents.front().value(Field::story) = signature(analysed).encode();
    return documents;
}

// Sections hold whole passages and share the text between them.
std::vector<DocumentBuilder::Section> DocumentBuilder::sections(const Article& article,
                                                                const Layout& layout) {
    const auto text_end = static_cast<std::uint32_t>(article.text.size());
    std::vector<Section> found{{0, 0, {0, text_end}}};
    for (std::size_t i = 0; i < layout.passages.size(); ++i) {
        const ByteRange passage = layout.passages[i];
        if (i > found.back().first_passage &&
            passage.end - found.back().text.begin > kSectionBytes) {
            found.back().text.end = passage.begin;
            found.push_back({i, i, {passage.begin, text_end}});
        }
        found.back().last_passage = i + 1;
    }
    return found;
}

BuiltDocument DocumentBuilder::build_section(const Article& article,
                                             const AnalysedArticle& analysed, Section section,
                                             PassageHistory& history) {
    const Layout& layout = analysed.layout;
    BuiltDocument document;
    Record record = record_of_facts(article);
    if (analysed.published) record.date = analysed.published->text();
    if (record.lang.empty()) record.lang = detect_language(article.text);
    record.first_passage = static_cast<std::uint32_t>(section.first_passage);
    record.text_begin = section.text.begin;
    record.code_points_before =
        count_code_points(std::string_view(article.text).substr(0, section.text.begin));
    record.title_range = layout.title;
    for (const ByteRange range : layout.boilerplate) {
        if (section.text.contains(range)) record.boilerplate.push_back(range);
    }
    record.text = slice(article.text, section.text);
    record.findings = findings_in(analysed, section.text);

    collect(record.title, {}, 0);
    add_title_terms();
    for (std::size_t i = section.first_passage; i < section.last_passage; ++i) {
        const ByteRange passage = layout.passages[i];
        record.passages.push_back(passage);
        collect(slice(article.text, passage), record.boilerplate, passage.begin);
    }
    add_facts(record, document);
    document.value(Field::id) = article.id;
    add(info(Field::passages).prefix, static_cast<Xapian::termcount>(record.passages.size()));
    if (section.first_passage > 0) add(info(Field::section).prefix, 0);
    add_findings(analysed, record, section.first_passage == 0);
    document.terms = take_terms();
    record.revisions = history.revisions_of(record);
    add_revision(record.revisions, history, document);
    document.record = encode(record);
    return document;
}

// Adds the terms of `text` to those at hand, but for tokens in `muted` ranges; `offset` is where
// the text begins in the article.
void DocumentBuilder::collect(std::string_view text, const std::vector<ByteRange>& muted,
                              std::uint32_t offset) {
    auto next = muted.begin();
    for (const Token& token : analyzer_.analyze(text)) {
        const std::uint32_t begin = token.range.begin + offset;
        while (next != muted.end() && next->end <= begin) ++next;
        if (next != muted.end() && next->begin <= begin) continue;
        if (token.kind != TokenKind::han_pair && token.kind != TokenKind::han_word) {
            signature_.add_word(token.text);
        }
        add(terms_.number(token), 1);
    }
}

// The words of the title are terms of the title, too.
void DocumentBuilder::add_title_terms() {
    const std::size_t words = numbers_.size();
    for (std::size_t i = 0; i < words; ++i) {
        const std::uint32_t number = numbers_[i];
        if (number >= title_numbers_.size()) title_numbers_.resize(number + 1, kNone);
        if (title_numbers_[number] == kNone) {
            title_numbers_[number] = terms_.number_of_term(
                std::string(info(Field::title).prefix).append(terms_.term(number)));
        }
        add(title_numbers_[number], counts_[number] - 1);
    }
}

void DocumentBuilder::add(std::uint32_t number, Xapian::termcount frequency) {
    if (number >= counts_.size()) counts_.resize(number + 1, 0);
    if (counts_[number] == 0) {
        numbers_.push_back(number);
        counts_[number] = 1;
    }
    counts_[number] += frequency;
}

void DocumentBuilder::add(std::string_view term, Xapian::termcount frequency) {
    add(terms_.number_of_term(term), frequency);
}

// The terms at hand, of which none are left.
std::vector<BuiltDocument::Term> DocumentBuilder::take_terms() {
    std::vector<BuiltDocument::Term> terms;
    terms.reserve(numbers_.size());
    for (const std::uint32_t number : numbers_) {
        terms.push_back({number, std::exchange(counts_[number], 0) - 1});
    }
    numbers_.clear();
    return terms;
}

Findings DocumentBuilder::findings_in(const AnalysedArticle& analysed, ByteRange section) {
    Findings findings;
    if (analysed.published) {
        findings.date_origin = analysed.published->origin;
        findings.date_trust = analysed.published->trust;
    }
    std::unordered_map<EntityNumber, EntityNumber> numbers;
    for (Mention mention : analysed.mentions.text) {
        if (!section.contains(mention.range)) continue;
        const auto next = static_cast<EntityNumber>(findings.entities.size());
        const auto [at, fresh] = numbers.try_emplace(mention.entity, next);
        if (fresh) findings.entities.push_back(knowledge_->entity(mention.entity).id);
        mention.entity = at->second;
        findings.mentions.push_back(mention);
    }
    for (const Amount& amount : analysed.amounts) {
        if (section.contains(amount.range)) findings.amounts.push_back(amount);
    }
    for (const DateMention& date : analysed.dates) {
        if (section.contains(date.range)) findings.dates.push_back(date);
    }
    return findings;
}

void DocumentBuilder::add_findings(const AnalysedArticle& analysed, const Record& record,
                                   bool first_section) {
    add_entities(analysed, record, first_section);
    for (const Amount& amount : record.findings.amounts) {
        for (const std::string& term : index_terms(amount)) add(term, 0);
    }
    if (first_section) {
        for (const Amount& amount : analysed.title_amounts) {
            for (const std::string& term : index_terms(amount)) add(term, 0);
        }
        add_dates(analysed.title_dates);
    }
    add_dates(record.findings.dates);
}

void DocumentBuilder::add_dates(const std::vector<DateMention>& dates) {
    for (const DateMention& date : dates) {
        if (!date.days) continue;
        for (const std::string& term : mentioned_terms(*date.days)) add(term, 0);
    }
}

// An entity that the title and the first passage name, and that comes often, is what an article is
// about; one that is only described may be another.
void DocumentBuilder::add_entities(const AnalysedArticle& analysed, const Record& record,
                                   bool first_section) {
    std::map<std::string, Xapian::termcount> weights;
    const auto strength = [](const Mention& mention) -> Xapian::termcount {
        return is_named(mention.kind) ? kMention : kWeakMention;
    };
    const std::uint32_t lead =
        first_section && !record.passages.empty() ? record.passages.front().end : 0;
    for (const Mention& mention : record.findings.mentions) {
        weights[record.findings.entities[mention.entity]] +=
            strength(mention) * (mention.range.begin < lead ? kLead : 1);
    }
    for (const Mention& mention : analysed.mentions.title) {
        weights[knowledge_->entity(mention.entity).id] += strength(mention) * kTitle;
    }
    for (const auto& [id, weight] : weights) {
        add(std::string(info(Field::entity).prefix) + id, weight);
        const auto number = knowledge_->find(id);
        if (!number) continue;
        add(std::string(info(Field::type).prefix)
                .append(to_string(knowledge_->entity(*number).type)),
            0);
    }
}

// Words were added while they were collected; the facts follow in their order.
StorySignature DocumentBuilder::signature(const AnalysedArticle& analysed) {
    std::vector<std::pair<std::uint32_t, std::string>> facts;
    for (const Mention& mention : analysed.mentions.text) {
        facts.emplace_back(mention.range.begin, knowledge_->entity(mention.entity).id);
    }
    for (const Amount& amount : analysed.amounts) {
        facts.emplace_back(amount.range.begin, sortable(amount.low) + '/' + sortable(amount.high));
    }
    for (const DateMention& date : analysed.dates) {
        if (date.days) facts.emplace_back(date.range.begin, day_text(date.days->from));
    }
    std::sort(facts.begin(), facts.end());
    for (const auto& [position, fact] : facts) signature_.add_fact(fact);
    return signature_.finish();
}

// Adds what an article's facts are found by, but for the title, whose words are the text's as well.
void DocumentBuilder::add_facts(const Record& record, BuiltDocument& document) {
    for (const FieldInfo* field : kArticleFacts) {
        const std::string& value = record.*field->fact.stored;
        if (field->kind == FieldKind::words) {
            add_words(value, field->prefix);
        } else if (field->kind == FieldKind::keyword) {
            add_keyword(value, field->prefix);
        } else if (field->kind == FieldKind::id) {
            add(id_term(value), 0);
        } else if (field->kind == FieldKind::date) {
            document.value(field->field) = date_value(value);
        }
    }
}

void DocumentBuilder::add_keyword(const std::string& value, std::string_view prefix) {
    if (value.empty() || value.size() > kMaxKeywordBytes) return;
    const std::string term = std::string(prefix) + lower(value);
    add(term, 0);
    add(term.substr(0, term.find_first_of("-_")), 0);
}

void DocumentBuilder::add_words(std::string_view text, std::string_view prefix) {
    for (const Token& token : analyzer_.analyze(text)) {
        add(std::string(prefix).append(token.text), 0);
    }
}

}  // namespace sinodex
