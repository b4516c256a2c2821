// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <map>

#include "corpus/quantities/calendar.h"
#include "corpus/quantities/units.h"
#include "corpus/schema/finding_names.h"
#include "searcher/hits/hits.h"
#include "searcher/hits/neighbours.h"
#include "searcher/retrieval/stored_records.h"
#include "searcher/views/build.h"

namespace sinodex {
namespace {

// Puts the sections of an article together.
class ArticleWriter {
 public:
    ArticleWriter(const Knowledge& knowledge, StoredArticle& article)
        : knowledge_(knowledge), article_(article) {}

    void add(const Record& record) {
        record_ = &record;
        add_passages();
        put(record.boilerplate, article_.boilerplate, [](ByteRange range) { return range; });
        add_mentions();
        add_amounts();
        add_dates();
        article_.text += record.text;
    }

 private:
    SpanMaker spans() const {
        return {record_->text, record_->text_begin, record_->code_points_before};
    }

    // Nothing for what stands in another section, or beside the text.
    bool is_here(ByteRange range) const {
        return range.begin >= record_->text_begin && range.end >= range.begin &&
               range.end - record_->text_begin <= record_->text.size();
    }

    // Adds a place for each finding of this section; those that overlap the one before are left
    // out. Calls `fill(place, finding)` where it is given.
    template <typename Findings, typename Places, typename RangeOf, typename Fill>
    void put(const Findings& findings, Places& places, RangeOf range_of, Fill fill) {
        SpanMaker maker = spans();
        std::uint32_t free = record_->text_begin;
        for (const auto& finding : findings) {
            const ByteRange range = range_of(finding);
            if (!is_here(range) || range.begin < free) continue;
            const std::uint32_t begin = record_->text_begin;
            places.emplace_back();
            static_cast<TextSpan&>(places.back()) =
                maker.span({range.begin - begin, range.end - begin});
            free = range.end;
            fill(places.back(), finding);
        }
    }
    template <typename Findings, typename Places, typename RangeOf>
    void put(const Findings& findings, Places& places, RangeOf range_of) {
        put(findings, places, range_of, [](auto&, const auto&) {});
    }

    void add_passages() {
        std::uint32_t number = 0;
        put(
            record_->passages, article_.passages, [](ByteRange range) { return range; },
            [&](ArticlePassage& passage, ByteRange) {
                passage.revision =
                    number < record_->revisions.size() ? record_->revisions[number] : kNoRevision;
                passage.number = record_->first_passage + number;
                ++number;
            });
    }

    std::size_t entity_of(const std::string& id) {
        const auto [at, is_new] = entities_.emplace(id, article_.entities.size());
        if (!is_new) return at->second;
        ArticleEntity entity{id, "", id, ""};
        if (const auto number = knowledge_.find(id)) {
            const Entity& known = knowledge_.entity(*number);
            entity = {id, std::string(to_string(known.type)), known.name, entity_filter(known)};
        }
        article_.entities.push_back(std::move(entity));
        return at->second;
    }

    void add_mentions() {
        put(
            record_->findings.mentions, article_.mentions,
            [](const Mention& mention) { return mention.range; },
            [&](NamedPlace& place, const Mention& mention) {
                place.entity = entity_of(record_->findings.entities[mention.entity]);
                place.kind = to_string(mention.kind);
            });
    }

    void add_amounts() {
        put(
            record_->findings.amounts, article_.amounts,
            [](const Amount& amount) { return amount.range; },
            [](AmountPlace& place, const Amount& amount) {
                place.low = amount.low.to_double();
                place.high = amount.high.to_double();
                place.unit = unit_name(amount.unit);
                place.qualifier = to_string(amount.qualifier);
            });
    }

    void add_dates() {
        put(
            record_->findings.dates, article_.dates,
            [](const DateMention& date) { return date.range; },
            [](DatePlace& place, const DateMention& date) {
                if (date.days) {
                    place.from = day_text(date.days->from);
                    place.to = day_text(date.days->to);
                }
                place.precision = to_string(date.precision);
                place.kind = to_string(date.kind);
            });
    }

    const Knowledge& knowledge_;
    StoredArticle& article_;
    const Record* record_ = nullptr;
    std::map<std::string, std::size_t> entities_;
};

void put_title(const Record& first, StoredArticle& article) {
    const ByteRange title = first.title_range;
    if (title.empty() || title.end > first.text.size()) return;
    article.title = SpanMaker(first.text, 0, 0).span(title);
}

}  // namespace

StoredArticle build_article(Session& session, const std::string& id, const SearchBounds& bounds) {
    bounds.check();
    const std::vector<StoredRecord> records = records_of(id, session.index());
    if (records.empty()) refuse_unknown_id(id);
    const Record& first = records.front().record;
    StoredArticle article;
    article.article = article_info(first);
    article.versions = other_versions(first, session.domain()->stories);
    article.revision = session.revisions().newest();
    put_title(first, article);
    ArticleWriter writer(session.domain()->knowledge, article);
    for (const StoredRecord& one : records) {
        bounds.check();
        writer.add(one.record);
    }
    return article;
}

SearchHit build_passage(Session& session, const std::string& id, std::uint32_t context,
                        const SearchBounds& bounds) {
    bounds.check();
    const std::optional<PassageName> name = passage_name(id);
    if (!name) refuse_unknown_id(id);
    for (const auto& [document, record] : records_of(name->article, session.index())) {
        if (!holds_passage(record, name->number)) continue;
        const std::uint32_t number = name->number - record.first_passage;
        SearchHit hit;
        hit.id = passage_id(record, number);
        hit.passage = name->number;
        hit.article = article_info(record);
        name_versions(record, session.domain()->stories, hit);
        quote(record, number, hit);
        add_neighbours(session.index(), document, record, number, context, hit);
        return hit;
    }
    refuse_unknown_id(id);
}

}  // namespace sinodex
