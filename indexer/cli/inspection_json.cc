// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/inspection_json.h"

#include "corpus/json.h"

namespace sinodex {
namespace {

constexpr int kVersion = 1;

Json range_json(ByteRange range) { return {{"start", range.begin}, {"end", range.end}}; }

Json ranges_json(const std::vector<ByteRange>& ranges) {
    Json list = Json::array();
    for (const ByteRange range : ranges) list.push_back(range_json(range));
    return list;
}

// A range with what stands there.
Json place_json(ByteRange range, const std::string& text) {
    Json object = range_json(range);
    object["text"] = slice(text, range);
    return object;
}

Json passages_json(const std::vector<ByteRange>& passages) {
    Json list = Json::array();
    for (std::size_t i = 0; i < passages.size(); ++i) {
        list.push_back({{"n", i}, {"start", passages[i].begin}, {"end", passages[i].end}});
    }
    return list;
}

Json entities_json(const std::vector<InspectedEntity>& entities) {
    Json list = Json::array();
    for (const InspectedEntity& entity : entities) {
        Json mentions = Json::object();
        for (std::size_t kind = 0; kind < kMentionKinds; ++kind) {
            if (entity.mentions[kind] == 0) continue;
            mentions[std::string(to_string(static_cast<MentionKind>(kind)))] =
                entity.mentions[kind];
        }
        list.push_back({{"id", entity.id},
                        {"type", to_string(entity.type)},
                        {"name", entity.name},
                        {"weight", entity.weight},
                        {"mentions", std::move(mentions)}});
    }
    return list;
}

Json mentions_json(const std::vector<Mention>& mentions, const Inspection& inspection,
                   const std::string& text) {
    Json list = Json::array();
    for (const Mention& mention : mentions) {
        Json object = place_json(mention.range, text);
        object["entity"] = inspection.entities[mention.entity].id;
        object["kind"] = to_string(mention.kind);
        list.push_back(std::move(object));
    }
    return list;
}

Json amounts_json(const std::vector<Amount>& amounts, const std::string& text) {
    Json list = Json::array();
    for (const Amount& amount : amounts) {
        Json object = place_json(amount.range, text);
        object["low"] = amount.low.to_double();
        object["high"] = amount.high.to_double();
        object["unit"] = unit_name(amount.unit);
        object["qualifier"] = to_string(amount.qualifier);
        list.push_back(std::move(object));
    }
    return list;
}

Json dates_json(const std::vector<DateMention>& dates, const std::string& text) {
    Json list = Json::array();
    for (const DateMention& date : dates) {
        Json object = place_json(date.range, text);
        if (date.days) {
            object["from"] = day_text(date.days->from);
            object["to"] = day_text(date.days->to);
        }
        object["precision"] = to_string(date.precision);
        object["kind"] = to_string(date.kind);
        list.push_back(std::move(object));
    }
    return list;
}

Json versions_json(const std::vector<StoryVersion>& versions) {
    Json list = Json::array();
    for (const StoryVersion& version : versions) {
        Json object{{"id", version.id}};
        put_if_known(object, "likeness", version.likeness);
        list.push_back(std::move(object));
    }
    return list;
}

void put_facts(const Inspection& inspection, Json& object) {
    const Article& article = inspection.article;
    object["id"] = article.id;
    object["origin"] = inspection.origin;
    put_if_known(object, "title", article.title);
    put_if_known(object, "url", article.url);
    put_if_known(object, "source", article.source);
    put_if_known(object, "author", article.author);
    if (const auto& published = inspection.found.published) {
        object["published"] = {{"date", published->text()},
                               {"origin", to_string(published->origin)},
                               {"trust", to_string(published->trust)}};
    }
    put_if_known(object, "lang", inspection.lang);
    object["encoding"] = article.encoding;
    object["replaced_bytes"] = article.replaced_bytes;
    object["words"] = inspection.words;
}

void put_findings(const Inspection& inspection, Json& object) {
    const AnalysedArticle& found = inspection.found;
    const Article& article = inspection.article;
    object["entities"] = entities_json(inspection.entities);
    object["title_mentions"] = mentions_json(found.mentions.title, inspection, article.title);
    object["mentions"] = mentions_json(found.mentions.text, inspection, article.text);
    object["title_amounts"] = amounts_json(found.title_amounts, article.title);
    object["amounts"] = amounts_json(found.amounts, article.text);
    object["title_dates"] = dates_json(found.title_dates, article.title);
    object["dates"] = dates_json(found.dates, article.text);
}

}  // namespace

void print_inspection_json(std::ostream& out, const Inspection& inspection) {
    const Layout& layout = inspection.found.layout;
    Json object{{"version", kVersion}};
    put_facts(inspection, object);
    object["text"] = inspection.article.text;
    if (!layout.title.empty()) object["title_range"] = range_json(layout.title);
    object["passages"] = passages_json(layout.passages);
    object["boilerplate"] = ranges_json(layout.boilerplate);
    object["debris"] = ranges_json(inspection.article.debris);
    put_findings(inspection, object);
    object["versions"] = versions_json(inspection.versions);
    if (!inspection.stored_versions.empty()) {
        object["stored_versions"] = versions_json(inspection.stored_versions);
    }
    out << dump(object, -1) << '\n';
}

}  // namespace sinodex
