// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/export.h"

#include <xapian.h>

#include <cmath>
#include <optional>
#include <ostream>
#include <set>
#include <vector>

#include "corpus/entities/knowledge.h"
#include "corpus/error.h"
#include "corpus/json.h"
#include "corpus/quantities/units.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/finding_names.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"
#include "corpus/schema/record.h"
#include "corpus/schema/shard_list.h"
#include "corpus/schema/stored_knowledge.h"
#include "corpus/schema/stories.h"
#include "corpus/schema/story_finder.h"
#include "corpus/schema/terms.h"

namespace sinodex {
namespace {

IndexReader opened(const std::string& database) {
    std::vector<IndexReader> indexes;
    for (const IndexPlace& place : places_of(database)) {
        indexes.emplace_back(current_generation_path(place.path));
    }
    return indexes.size() > 1 ? IndexReader(std::move(indexes)) : std::move(indexes.front());
}

// A place in the article's text that a section holds.
Json place(const Record& section, ByteRange range) {
    return {{"start", range.begin}, {"end", range.end}, {"text", section.at(range)}};
}

void put_number(Json& object, const char* key, double value) {
    if (std::isfinite(value)) object[key] = value;
}

Json amount_json(const Record& section, const Amount& amount) {
    Json object = place(section, amount.range);
    put_number(object, "low", amount.low.to_double());
    put_number(object, "high", amount.high.to_double());
    object["unit"] = unit_name(amount.unit);
    object["qualifier"] = to_string(amount.qualifier);
    return object;
}

Json date_json(const Record& section, const DateMention& date) {
    Json object = place(section, date.range);
    if (date.days) {
        object["days"] = {{"gte", day_text(date.days->from)}, {"lte", day_text(date.days->to)}};
    }
    object["precision"] = to_string(date.precision);
    object["kind"] = to_string(date.kind);
    return object;
}

// Puts the sections of an article together.
class ExportedArticle {
 public:
    ExportedArticle(const IndexReader& index, const Knowledge& knowledge, const Stories& stories)
        : index_(index), knowledge_(knowledge), stories_(stories) {}

    bool empty() const { return id_.empty(); }
    const std::string& id() const { return id_; }

    void add(Xapian::docid document, const Record& section) {
        if (id_.empty()) begin(section);
        text_ += section.text;
        for (const ByteRange range : section.boilerplate) {
            object_["boilerplate"].push_back({{"gte", range.begin}, {"lt", range.end}});
        }
        add_passages(document, section);
        add_findings(section);
    }

    void write(std::ostream& out) {
        object_["text"] = std::move(text_);
        const Json action{{"index", {{"_id", id_term(id_).substr(info(Field::id).prefix.size())}}}};
        out << dump(action, -1) << '\n' << dump(object_, -1) << '\n';
    }

 private:
    void begin(const Record& first) {
        id_ = first.id;
        for (const FieldInfo* fact : kArticleFacts) {
            put_if_known(object_, std::string(fact->name).c_str(), first.*(fact->fact.stored));
        }
        const auto [story, place] = stories_.place_of(id_);
        if (story == nullptr) return;
        object_["story"] = story->front().id;
        object_["best_version"] = place == 0;
        put_if_known(object_, "likeness", std::string((*story)[place].likeness));
    }

    void add_passages(Xapian::docid document, const Record& section) {
        for (std::size_t i = 0; i < section.passages.size(); ++i) {
            const auto number = section.first_passage + i;
            Json passage = place(section, section.passages[i]);
            passage["id"] = id_ + "#" + std::to_string(number);
            passage["number"] = number;
            passage["revision"] = index_.revision_of(document, section.revisions[i]);
            object_["passages"].push_back(std::move(passage));
        }
    }

    void add_findings(const Record& section) {
        const Findings& found = section.findings;
        for (const std::string& entity : found.entities) add_entity(entity);
        for (const Mention& mention : found.mentions) {
            Json object = place(section, mention.range);
            object["entity"] = found.entities[mention.entity];
            object["kind"] = to_string(mention.kind);
            object_["mentions"].push_back(std::move(object));
        }
        for (const Amount& amount : found.amounts) {
            object_["amounts"].push_back(amount_json(section, amount));
        }
        for (const DateMention& date : found.dates) {
            object_["dates"].push_back(date_json(section, date));
        }
    }

    void add_entity(const std::string& entity) {
        if (!entities_.insert(entity).second) return;
        Json object{{"id", entity}};
        if (const auto number = knowledge_.find(entity)) {
            const Entity& known = knowledge_.entity(*number);
            object["type"] = to_string(known.type);
            object["name"] = known.name;
        }
        object_["entities"].push_back(std::move(object));
    }

    const IndexReader& index_;
    const Knowledge& knowledge_;
    const Stories& stories_;
    std::string id_;
    std::string text_;
    std::set<std::string> entities_;
    Json object_ = Json::object();
};

// Calls visit(document), by its number in the whole index, with those of a segment that are not
// deleted.
template <typename Visit>
void for_each_document(const IndexReader& index, std::size_t segment, Visit visit) {
    const auto count = static_cast<Xapian::docid>(index.segments().size());
    const Segment& one = index.segments()[segment];
    for (const std::uint32_t number : documents_with(one, "")) {
        visit((number - 1) * count + static_cast<Xapian::docid>(segment) + 1);
    }
}

std::uint64_t write_all(const IndexReader& index, std::ostream& out) {
    const Knowledge knowledge = stored_knowledge(index.manifest());
    const Stories stories = stories_of(index);
    std::optional<ExportedArticle> article;
    std::uint64_t written = 0;
    const auto finish = [&] {
        if (!article || article->empty()) return;
        article->write(out);
        ++written;
        if (!out) throw Error(ErrorKind::output, "standard output: cannot be written");
    };
    for (std::size_t i = 0; i < index.segments().size(); ++i) {
        for_each_document(index, i, [&](Xapian::docid number) {
            const Record section = index.record(number);
            if (!article || article->id() != section.id) {
                finish();
                article.emplace(index, knowledge, stories);
            }
            article->add(number, section);
        });
    }
    finish();
    return written;
}

// Kinds of fields.
Json keyword() { return {{"type", "keyword"}, {"ignore_above", 8191}}; }
Json whole_number() { return {{"type", "long"}}; }

// Every place in a text has these properties.
Json nested(Json properties) {
    properties["start"] = whole_number();
    properties["end"] = whole_number();
    properties["text"] = {{"type", "text"}};
    return {{"type", "nested"}, {"dynamic", "strict"}, {"properties", std::move(properties)}};
}

void put_facts(Json& fields) {
    for (const FieldInfo* fact : kArticleFacts) fields[std::string(fact->name)] = keyword();
    fields["title"] = {{"type", "text"}, {"fields", {{"keyword", keyword()}}}};
    fields["date"] = {{"type", "date"}, {"format", "yyyy-MM-dd||yyyy-MM||yyyy"}};
    fields["text"] = {{"type", "text"}};
    fields["boilerplate"] = {{"type", "long_range"}};
    fields["story"] = keyword();
    fields["best_version"] = {{"type", "boolean"}};
    fields["likeness"] = keyword();
}

void put_found(Json& fields) {
    fields["passages"] =
        nested({{"id", keyword()}, {"number", whole_number()}, {"revision", whole_number()}});
    fields["entities"] = {
        {"dynamic", "strict"},
        {"properties", {{"id", keyword()}, {"type", keyword()}, {"name", keyword()}}}};
    fields["mentions"] = nested({{"entity", keyword()}, {"kind", keyword()}});
    const Json number{{"type", "double"}};
    fields["amounts"] =
        nested({{"low", number}, {"high", number}, {"unit", keyword()}, {"qualifier", keyword()}});
    const Json days{{"type", "date_range"}, {"format", "yyyy-MM-dd"}};
    fields["dates"] = nested({{"days", days}, {"precision", keyword()}, {"kind", keyword()}});
}

}  // namespace

std::uint64_t export_bulk(const std::string& database, std::ostream& out) {
    try {
        const std::uint64_t written = write_all(opened(database), out);
        if (!out.flush()) throw Error(ErrorKind::output, "standard output: cannot be written");
        return written;
    } catch (const Xapian::Error& error) {
        throw Error(ErrorKind::database, database + ": " + error.get_description(),
                    "check it with sinodex-index --check");
    }
}

std::string export_mapping() {
    Json fields = Json::object();
    put_facts(fields);
    put_found(fields);
    Json mapping = Json::object();
    mapping["settings"]["index.mapping.nested_objects.limit"] = 100000;
    mapping["mappings"]["dynamic"] = "strict";
    mapping["mappings"]["properties"] = std::move(fields);
    return dump(mapping, 2) + "\n";
}

}  // namespace sinodex
