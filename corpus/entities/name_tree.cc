#include "corpus/entities/name_tree.h"

#include <algorithm>

#include "corpus/entities/spun_names.h"
#include "corpus/text/fold.h"

namespace sinodex {
namespace {

// The letters that a misspelling is measured in.
std::size_t count_letters(std::string_view name) {
    return static_cast<std::size_t>(
        std::count_if(name.begin(), name.end(), [](char c) { return c != ' ' && c != '-'; }));
}

bool is_correctable(const EntityName& name, EntityType type) {
    return name.kind == NameKind::plain && type != EntityType::place &&
           count_letters(name.text) >= Spellings::kLeastLetters;
}

}  // namespace

NameTree::NameTree(const Knowledge& knowledge) {
    for (EntityNumber number = 0; number < knowledge.entities().size(); ++number) {
        const Entity& entity = knowledge.entity(number);
        for (const EntityName& name : entity.names) add_name(number, entity, name);
    }
    for (const Entity& entity : knowledge.entities()) add_evidence(knowledge, entity);
}

std::uint32_t NameTree::insert(const std::vector<std::uint64_t>& keys) {
    std::uint32_t at = 0;
    for (const std::uint64_t key : keys) {
        const auto next = static_cast<std::uint32_t>(nodes_.size());
        at = at == 0 ? roots_.add(key, next) : edges_.add(edge_key(at, key), next);
        if (at == next) nodes_.emplace_back();
    }
    return at;
}

void NameTree::add_name(EntityNumber number, const Entity& entity, const EntityName& name) {
    const NameKind kind = matched_kind(name);
    for (const NameForm& form : name_forms(name, entity.type)) {
        std::vector<NameEntry>& entries = nodes_[insert(form.keys)].entries;
        const auto known = std::find_if(
            entries.begin(), entries.end(),
            [&](const NameEntry& entry) { return entry.entity == number && entry.kind == kind; });
        if (known != entries.end()) {
            known->min_uppers = std::min(known->min_uppers, form.min_uppers);
            continue;
        }
        entries.push_back({number, kind, form.min_uppers, is_correctable(name, entity.type)});
    }
    add_words(name);
    if (name.kind == NameKind::plain) add_spun_name(number, name);
}

void NameTree::add_words(const EntityName& name) {
    std::vector<TextUnit> units;
    append_units(name.text, units);
    for (const TextUnit& unit : units) {
        if (unit.han || words_.find(unit.key) != 0) continue;
        words_.add(unit.key, 1);
        std::string folded;
        fold_word(slice(name.text, unit.range), folded);
        if (name.kind == NameKind::plain) spellings_.add(folded);
    }
}

void NameTree::add_spun_name(EntityNumber number, const EntityName& name) {
    std::vector<TextUnit> units;
    append_units(name.text, units);
    SpunName spun{number, {}};
    for (const TextUnit& unit : units) {
        if (unit.han || (unit.gap != Gap::none && !spun.words.empty())) return;
        spun.words.push_back(unit.key);
    }
    if (!may_be_spun(spun.words)) return;
    nodes_[insert({spun.words[0], spun.words[1]})].spun.push_back(std::move(spun));
}

void NameTree::add_evidence(const Knowledge& knowledge, const Entity& entity) {
    std::vector<Evidence>& evidence = evidence_.emplace_back();
    for (const std::string& item : entity.context) {
        if (const auto other = knowledge.find(item)) {
            evidence.push_back({false, *other});
            continue;
        }
        for (const NameForm& form : name_forms({item, NameKind::role}, entity.type)) {
            std::uint32_t& word = nodes_[insert(form.keys)].context_word;
            if (word == kNoWord) word = context_words_++;
            evidence.push_back({true, word});
        }
    }
}

}  // namespace sinodex
