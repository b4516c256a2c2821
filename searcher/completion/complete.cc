// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/completion/complete.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "corpus/schema/fields.h"
#include "searcher/completion/place.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/quoting.h"
#include "searcher/ranking/search_bounds.h"

namespace sinodex {
namespace {

constexpr std::size_t kMaxLine = 4096;

// So many terms of the index are looked at.
constexpr std::size_t kMaxScanned = 5'000;

class Completer {
 public:
    Completer(const Session& session, const NameTable& names, std::string_view before,
              const SearchRequest& request)
        : session_(session),
          knowledge_(session.domain()->knowledge),
          names_(names),
          before_(before),
          place_(completion_place(before)),
          bounds_(request),
          tags_(request.tags) {}

    std::vector<Completion> run(std::size_t limit) {
        for (const std::uint32_t begin : place_.begins) {
            from(begin);
            if (!found_.empty()) break;
        }
        std::sort(found_.begin(), found_.end(), [](const Completion& a, const Completion& b) {
            return std::tie(b.articles, a.text, a.name) < std::tie(a.articles, b.text, b.name);
        });
        if (found_.size() > limit) found_.resize(limit);
        return std::move(found_);
    }

 private:
    void from(std::uint32_t begin) {
        begin_ = begin;
        const std::string_view typed = before_.substr(begin);
        if (typed.size() > kMaxTyped) return;
        if (!place_.field.empty()) return value(typed);
        if (!place_.quoted) fields(typed);
        if (found_.empty() && !typed.empty()) entities(typed);
    }

    void value(std::string_view typed) {
        const std::string& field = place_.field;
        if (field == "cluster" && std::string_view("all").starts_with(typed)) return add("all");
        if (field == kTagName) return tags(typed);
        if (query_field(field) == Field::entity) return entities(typed);
        for (const FieldInfo& one : kFields) {
            if (one.completes && one.name == field) return terms(one);
        }
    }

    // Names of entities have capitals, or do not begin as a field does.
    void fields(std::string_view typed) {
        const auto offer = [&](std::string_view name) {
            if (name.starts_with(typed)) add(std::string(name) + ":", false);
        };
        for (const FieldInfo& field : kFields) {
            if (field.in_queries) offer(field.name);
        }
        for (const std::string_view type : kEntityTypeNames) offer(type);
        offer("cluster");
        if (tags_ && !tags_->empty()) offer(kTagName);
    }

    void tags(std::string_view typed) {
        if (!tags_) return;
        for (const auto& [name, ids] : *tags_) {
            if (!name.starts_with(typed)) continue;
            add(place_.quoted ? name + '"' : quoted_value(name));
            found_.back().articles = ids.size();
        }
    }

    // The last word of those typed: the terms are words.
    void terms(const FieldInfo& field) {
        const std::size_t space = before_.rfind(' ');
        if (space != std::string_view::npos && space >= begin_) {
            begin_ = static_cast<std::uint32_t>(space + 1);
        }
        std::string typed = name_key(before_.substr(begin_));
        if (field.kind == FieldKind::keyword) {
            std::replace(typed.begin(), typed.end(), ' ', '-');
        }
        if (typed.empty() && begin_ < before_.size()) return;
        const std::string prefix(field.prefix);
        const std::string start = prefix + typed;
        const IndexReader& index = session_.index();
        const Xapian::Database& database = index.database();
        std::size_t scanned = 0;
        for (auto at = database.allterms_begin(start);
             at != database.allterms_end(start) && scanned < kMaxScanned; ++at, ++scanned) {
            bounds_.check();
            const auto articles = index.has_deleted() ? index.frequency(*at) : at.get_termfreq();
            if (articles == 0) continue;
            add((*at).substr(prefix.size()));
            found_.back().articles = articles;
        }
    }

    // Offers the entities that articles mention, under the best of their names that begin so.
    void entities(std::string_view typed) {
        const std::string key = name_key(typed);
        if (key.empty() && !typed.empty()) return;
        std::map<EntityNumber, std::uint32_t> best;
        for (const BegunName& name : names_.beginning_with(key)) {
            if (!is_wanted(name)) continue;
            const auto [at, is_new] = best.emplace(name.entity, name.name);
            if (!is_new && is_better(name.name, at->second, knowledge_.entity(name.entity))) {
                at->second = name.name;
            }
        }
        for (const auto& [number, name] : best) {
            bounds_.check();
            const Entity& entity = knowledge_.entity(number);
            const std::string term = std::string(info(Field::entity).prefix) + entity.id;
            const auto articles = session_.index().frequency(term);
            if (articles == 0) continue;
            add(entity_text(entity, name));
            found_.back().name = entity.name;
            found_.back().articles = articles;
        }
    }

    bool is_wanted(const BegunName& name) const {
        if (place_.field.empty()) return name.name != BegunName::kIdName;
        const std::string_view type = to_string(knowledge_.entity(name.entity).type);
        return place_.field == info(Field::entity).name || place_.field == type;
    }

    // A value gives the id, unless it is quoted; else the name that is shown; else the one that the
    // knowledge has first. A name that may mean something else comes last.
    bool is_better(std::uint32_t a, std::uint32_t b, const Entity& entity) const {
        const auto rank = [&](std::uint32_t name) {
            if (name == BegunName::kIdName) return place_.quoted ? 2 : -1;
            const EntityName& one = entity.names[name];
            if (!is_clear(one)) return 3;
            return one.text == entity.name ? 0 : 1;
        };
        return std::pair{rank(a), a} < std::pair{rank(b), b};
    }

    static bool is_clear(const EntityName& name) {
        return name.kind != NameKind::ambiguous && name.kind != NameKind::misnomer &&
               name.kind != NameKind::generic && name.kind != NameKind::idiom;
    }

    std::string entity_text(const Entity& entity, std::uint32_t number) const {
        const bool is_id = number == BegunName::kIdName;
        std::string text = is_id ? entity.id : entity.names[number].text;
        if (!is_id && !is_clear(entity.names[number])) {
            text = place_.field.empty() ? entity.name : entity.id;
        }
        if (place_.quoted) return text + '"';
        return place_.field.empty() || text == entity.id ? text : quoted_value(text);
    }

    void add(std::string text, bool whole = true) {
        found_.push_back(
            {std::move(text), "", 0, begin_, static_cast<std::uint32_t>(before_.size()), whole});
    }

    const Session& session_;
    const Knowledge& knowledge_;
    const NameTable& names_;
    std::string_view before_;
    CompletionPlace place_;
    SearchBounds bounds_;
    std::shared_ptr<const TaggedIds> tags_;
    std::uint32_t begin_ = 0;
    std::vector<Completion> found_;
};

}  // namespace

std::vector<Completion> complete_line(const Session& session, const NameTable& names,
                                      const LineToComplete& asked) {
    const std::string_view before = asked.line.substr(0, asked.cursor);
    if (before.size() > kMaxLine) return {};
    return Completer(session, names, before, asked.request).run(asked.limit);
}

}  // namespace sinodex
