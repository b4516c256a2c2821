// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/xapian_index.h"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "corpus/error.h"
#include "searcher/understanding/scoring_tokens.h"

namespace sinodex {
namespace {

constexpr double kK1 = 0.9;
constexpr double kB = 0.6;
constexpr double kLeastLength = 0.5;  // Xapian's default
constexpr Xapian::doccount kFeedbackTexts = 10;
constexpr std::size_t kFeedbackTerms = 20;
constexpr double kFeedbackShare = 0.5;

class FunctionWords : public Xapian::Stopper {
 public:
    bool operator()(const std::string& word) const override { return is_common_word(word); }
};

// Terms and what they weigh.
using WeightedTerms = std::map<std::string, double>;

double sum_of(const WeightedTerms& terms) {
    double sum = 0;
    for (const auto& [term, weight] : terms) sum += weight;
    return sum;
}

void add_scaled(WeightedTerms& terms, const WeightedTerms& more, double factor) {
    for (const auto& [term, weight] : more) terms[term] += weight * factor;
}

// The heaviest ones, with 1 as their sum.
WeightedTerms heaviest(const WeightedTerms& terms, std::size_t most) {
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [term, weight] : terms) order.emplace_back(-weight, term);
    std::sort(order.begin(), order.end());
    if (order.size() > most) order.resize(most);
    WeightedTerms kept;
    for (const auto& [weight, term] : order) kept[term] = -weight;
    const double sum = sum_of(kept);
    for (auto& [term, weight] : kept) weight /= sum;
    return kept;
}

Xapian::Query any_of(const WeightedTerms& terms) {
    std::vector<Xapian::Query> parts;
    for (const auto& [term, weight] : terms) {
        parts.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), weight);
    }
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

WeightedTerms terms_of(const Xapian::Document& document) {
    WeightedTerms terms;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        terms[*term] = term.get_wdf();
    }
    return terms;
}

class XapianIndex : public TextIndex {
 public:
    XapianIndex(const std::string& folder, XapianQuery query)
        : query_(query), database_(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC) {
        prepare(generator_);
        prepare(query_generator_);
        query_generator_.set_stopper(&stopper_);
        query_generator_.set_stopper_strategy(Xapian::TermGenerator::STOP_ALL);
    }

    void add(std::uint32_t number, std::string_view text) override {
        database_.replace_document(number + 1, analysed(text, generator_));
        pending_ = true;
    }

    std::vector<ScoredText> search(const std::string& query, std::size_t limit) override {
        if (pending_) database_.commit();
        pending_ = false;
        WeightedTerms terms = terms_of(analysed(query, query_generator_));
        // Nothing but function words.
        if (terms.empty()) terms = terms_of(analysed(query, generator_));
        if (query_ == XapianQuery::feedback) terms = expanded(terms);
        std::vector<ScoredText> texts;
        const Xapian::MSet found = best(terms, static_cast<Xapian::doccount>(limit));
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            texts.push_back({*hit - 1, hit.get_weight()});
        }
        return texts;
    }

 private:
    static void prepare(Xapian::TermGenerator& generator) {
        generator.set_stemmer(Xapian::Stem("english"));
        generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
        generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
    }

    // A query is analysed as a text is. (Xapian's own query parser throws on queries that mix
    // Chinese and English when it makes n-grams.)
    static Xapian::Document analysed(std::string_view text, Xapian::TermGenerator& generator) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text_without_positions(std::string(text));
        return document;
    }

    Xapian::MSet best(const WeightedTerms& terms, Xapian::doccount limit) {
        Xapian::Enquire enquire(database_);
        enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, kLeastLength));
        enquire.set_query(any_of(terms));
        return enquire.get_mset(0, limit);
    }

    // The relevance model of the best texts, each with its share of their scores, interpolated with
    // the query.
    WeightedTerms expanded(const WeightedTerms& query) {
        WeightedTerms model;
        const Xapian::MSet found = best(query, kFeedbackTexts);
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            const WeightedTerms text = terms_of(hit.get_document());
            add_scaled(model, text, hit.get_weight() / sum_of(text));
        }
        WeightedTerms terms;
        add_scaled(terms, query, (1 - kFeedbackShare) / sum_of(query));
        if (!model.empty()) add_scaled(terms, heaviest(model, kFeedbackTerms), kFeedbackShare);
        return terms;
    }

    XapianQuery query_;
    FunctionWords stopper_;
    Xapian::WritableDatabase database_;
    Xapian::TermGenerator generator_;
    Xapian::TermGenerator query_generator_;
    bool pending_ = false;
};

// The same with Xapian's exceptions as ours.
class GuardedXapianIndex : public TextIndex {
 public:
    GuardedXapianIndex(const std::string& folder, XapianQuery query)
        : index_(guarded([&] { return std::make_unique<XapianIndex>(folder, query); })) {}

    void add(std::uint32_t number, std::string_view text) override {
        guarded([&] { index_->add(number, text); });
    }

    std::vector<ScoredText> search(const std::string& query, std::size_t limit) override {
        return guarded([&] { return index_->search(query, limit); });
    }

 private:
    template <typename Action>
    static auto guarded(const Action& action) -> decltype(action()) {
        try {
            return action();
        } catch (const Xapian::Error& error) {
            throw Error(ErrorKind::output, "Xapian as baseline: " + error.get_description());
        }
    }

    std::unique_ptr<XapianIndex> index_;
};

}  // namespace

std::unique_ptr<TextIndex> make_xapian_index(const std::string& folder, XapianQuery query) {
    return std::make_unique<GuardedXapianIndex>(folder, query);
}

std::string xapian_version() { return Xapian::version_string(); }

}  // namespace sinodex
