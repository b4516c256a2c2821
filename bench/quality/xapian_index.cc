#include "bench/quality/xapian_index.h"

#include <xapian.h>

#include "corpus/error.h"

namespace sinodex {
namespace {

class XapianIndex : public TextIndex {
 public:
    explicit XapianIndex(const std::string& folder)
        : database_(folder, Xapian::DB_CREATE | Xapian::DB_NO_SYNC) {
        generator_.set_stemmer(Xapian::Stem("english"));
        generator_.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
        generator_.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
    }

    void add(std::uint32_t number, std::string_view text) override {
        database_.replace_document(number + 1, analysed(text));
        pending_ = true;
    }

    std::vector<ScoredText> search(const std::string& query, std::size_t limit) override {
        if (pending_) database_.commit();
        pending_ = false;
        Xapian::Enquire enquire(database_);
        enquire.set_query(any_of(analysed(query)));
        const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
        std::vector<ScoredText> texts;
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            texts.push_back({*hit - 1, hit.get_weight()});
        }
        return texts;
    }

 private:
    Xapian::Document analysed(std::string_view text) {
        Xapian::Document document;
        generator_.set_document(document);
        generator_.index_text_without_positions(std::string(text));
        return document;
    }

    // A query is analysed as a text is. (Xapian's own query parser throws on queries that mix
    // Chinese and English when it makes n-grams.)
    static Xapian::Query any_of(const Xapian::Document& query) {
        std::vector<Xapian::Query> terms;
        for (auto term = query.termlist_begin(); term != query.termlist_end(); ++term) {
            terms.emplace_back(*term, term.get_wdf());
        }
        return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
    }

    Xapian::WritableDatabase database_;
    Xapian::TermGenerator generator_;
    bool pending_ = false;
};

// The same with Xapian's exceptions as ours.
class GuardedXapianIndex : public TextIndex {
 public:
    explicit GuardedXapianIndex(const std::string& folder)
        : index_(guarded([&] { return std::make_unique<XapianIndex>(folder); })) {}

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

std::unique_ptr<TextIndex> make_xapian_index(const std::string& folder) {
    return std::make_unique<GuardedXapianIndex>(folder);
}

std::string xapian_version() { return Xapian::version_string(); }

}  // namespace sinodex
