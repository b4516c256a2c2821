// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/name_tree_builder.h"

#include <algorithm>

#include "corpus/entities/heads.h"
#include "corpus/entities/spun_names.h"
#include "corpus/text/fold.h"

namespace sinodex {
namespace {

// The letters that a misspelling is measured in.
std::size_t count_letters(std::string_view name) {
    return static_cast<std::size_t>(
        std::count_if(name.begin(), name.end(), [](char c) { return c != ' ' && c != '-'; }));
}

// A word that is long enough to be nothing else by chance; short ones are words of some language.
bool may_lack_capital(std::string_view word) {
    constexpr std::size_t kLeastLetters = 6;
    return count_letters(word) >= kLeastLetters;
}

bool is_correctable(const EntityName& name, EntityType type) {
    return name.kind == NameKind::plain && type != EntityType::place &&
           count_letters(name.text) >= Spellings::kLeastLetters;
}

bool has_ambiguous_name(const Entity& entity) {
    return std::any_of(entity.names.begin(), entity.names.end(),
                       [](const EntityName& name) { return name.kind == NameKind::ambiguous; });
}

void drop_doubles(std::vector<NameEvidence>& evidence) {
    const auto order = [](const NameEvidence& one) { return std::pair{one.is_word, one.number}; };
    std::sort(evidence.begin(), evidence.end(),
              [&](const auto& a, const auto& b) { return order(a) < order(b); });
    evidence.erase(std::unique(evidence.begin(), evidence.end(),
                               [&](const auto& a, const auto& b) { return order(a) == order(b); }),
                   evidence.end());
}

std::vector<std::string> split(const std::string& text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    return parts;
}

}  // namespace

NameTreeBuilder::NameTreeBuilder(const KnowledgeSource& knowledge)
    : homes_(knowledge), doubtful_(knowledge) {
    for (std::size_t type = 0; type < kEntityTypes; ++type) {
        add_rules(knowledge, static_cast<EntityType>(type));
    }
    for (EntityNumber number = 0; number < knowledge.entities().size(); ++number) {
        const Entity& entity = knowledge.entity(number);
        types_.push_back(entity.type);
        for (const EntityName& name : entity.names) add_name(number, entity, name);
    }
    for (const Entity& entity : knowledge.entities()) {
        evidence_.push_back(evidence_of(knowledge, entity.context));
        against_.push_back(evidence_of(knowledge, entity.unless));
    }
    add_related(knowledge);
    add_told(knowledge);
}

// Whom a company's roles lead to; and that what belongs together speaks for each other.
void NameTreeBuilder::add_related(const KnowledgeSource& knowledge) {
    heads_ = heads_of(knowledge);
    const auto needs_evidence = [&](const Entity& entity) {
        return has_ambiguous_name(entity) ||
               std::any_of(entity.names.begin(), entity.names.end(),
                           [&](const EntityName& name) { return doubtful_.holds(name, entity); });
    };
    const auto speaks = [&](EntityNumber entity, EntityNumber other) {
        if (needs_evidence(knowledge.entity(entity))) evidence_[entity].push_back({0, other});
    };
    for (EntityNumber number = 0; number < heads_.size(); ++number) {
        for (const NameHead& head : heads_[number]) {
            speaks(number, head.entity);
            speaks(head.entity, number);
        }
    }
    for (std::vector<NameEvidence>& evidence : evidence_) drop_doubles(evidence);
}

void NameTreeBuilder::add_told(const KnowledgeSource& knowledge) {
    for (EntityNumber number = 0; number < knowledge.entities().size(); ++number) {
        for (const std::string& item : knowledge.entity(number).told) {
            std::vector<ToldPart> parts;
            std::uint32_t count = 0;
            for (const std::string& part : split(item, " + ")) {
                for (const NameEvidence& one : evidence_of(knowledge, split(part, "|")))
                    parts.push_back({count, one});
                ++count;
            }
            told_.push_back(std::move(parts));
            told_of_.push_back(number);
        }
    }
}

void NameTreeBuilder::write_told(BlockWriter& block) const {
    std::vector<std::vector<std::uint32_t>> told_by(context_words_);
    for (std::uint32_t pattern = 0; pattern < told_.size(); ++pattern) {
        const std::vector<ToldPart>& parts = told_[pattern];
        for (const ToldPart& part : parts) {
            if (part.part == parts.back().part && part.evidence.is_word != 0)
                told_by[part.evidence.number].push_back(pattern);
        }
    }
    block.lists(told_);
    block.array(told_of_);
    block.lists(told_by);
}

void NameTreeBuilder::add_rules(const KnowledgeSource& knowledge, EntityType type) {
    const TypeRules& rules = knowledge.rules(type);
    against_types_.push_back(evidence_of(knowledge, rules.unless));
    callings_.push_back(evidence_of(knowledge, rules.callings));
    subjects_.push_back(evidence_of(knowledge, rules.subject));
    for (const std::string& word : rules.longer) {
        for (const NameForm& form : name_forms({word, NameKind::not_this}, type)) {
            nodes_[insert(form.keys)].longer |=
                static_cast<std::uint16_t>(1U << static_cast<unsigned>(type));
        }
    }
    for (const std::string& word : rules.common) {
        for (const NameForm& form : name_forms({word, NameKind::not_this}, type)) {
            common_.add(form.keys.front(), 1);
        }
    }
}

std::uint32_t NameTreeBuilder::insert(const std::vector<std::uint64_t>& keys) {
    std::uint32_t at = 0;
    for (const std::uint64_t key : keys) {
        const auto next = static_cast<std::uint32_t>(nodes_.size());
        if (key == kAnyUnit) nodes_[at].any_next = true;
        at = at == 0 ? roots_.add(key, next) : edges_.add(NameTree::edge_key(at, key), next);
        if (at == next) nodes_.emplace_back();
    }
    return at;
}

void NameTreeBuilder::add_name(EntityNumber number, const Entity& entity, const EntityName& name) {
    const NameKind kind = matched_kind(name);
    const auto traits =
        static_cast<std::uint8_t>((is_correctable(name, entity.type) ? NameTrait::correctable : 0) |
                                  (doubtful_.holds(name, entity) ? NameTrait::doubtful : 0) |
                                  (doubtful_.is_homeless(name, entity) ? NameTrait::homeless : 0));
    for (const NameForm& form : name_forms(name, entity.type)) {
        std::vector<NameEntry>& entries = nodes_[insert(form.keys)].entries;
        const auto known = std::find_if(
            entries.begin(), entries.end(),
            [&](const NameEntry& entry) { return entry.entity == number && entry.kind == kind; });
        if (known != entries.end()) {
            known->min_uppers = std::min(known->min_uppers, form.min_uppers);
            continue;
        }
        const bool in_lower_case = kind == NameKind::plain && form.keys.size() == 1 &&
                                   form.min_uppers == 1 && may_lack_capital(name.text) &&
                                   common_.find(form.keys.front()) == 0;
        entries.push_back({number, kind, form.min_uppers, traits, in_lower_case});
    }
    add_words(name);
    if (name.kind == NameKind::plain) add_spun_name(number, name);
}

void NameTreeBuilder::add_words(const EntityName& name) {
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

void NameTreeBuilder::add_spun_name(EntityNumber number, const EntityName& name) {
    std::vector<TextUnit> units;
    append_units(name.text, units);
    Spun spun{number, {}};
    for (const TextUnit& unit : units) {
        if (unit.han || (unit.gap != Gap::none && !spun.words.empty())) return;
        spun.words.push_back(unit.key);
    }
    if (!may_be_spun(spun.words)) return;
    nodes_[insert({spun.words[0], spun.words[1]})].spun.push_back(std::move(spun));
}

std::vector<NameEvidence> NameTreeBuilder::evidence_of(const KnowledgeSource& knowledge,
                                                       const std::vector<std::string>& items) {
    std::vector<NameEvidence> evidence;
    for (const std::string& item : items) {
        if (const auto other = knowledge.find(item)) {
            evidence.push_back({0, *other});
            continue;
        }
        for (const NameForm& form : name_forms({item, NameKind::role}, EntityType::company)) {
            std::uint32_t& word = nodes_[insert(form.keys)].context_word;
            if (word == kNoWord) word = context_words_++;
            evidence.push_back({1, word});
        }
    }
    return evidence;
}

void NameTreeBuilder::write(BlockWriter& block) const {
    roots_.write(block);
    edges_.write(block);
    words_.write(block);
    common_.write(block);
    write_nodes(block);
    block.array(types_);
    block.lists(evidence_);
    block.lists(against_);
    block.lists(against_types_);
    std::vector<std::vector<NameEvidence>> words = callings_;
    words.insert(words.end(), subjects_.begin(), subjects_.end());
    block.lists(words);
    block.lists(heads_);
    write_told(block);
    block.array(std::vector{context_words_});
    spellings_.write(block);
    homes_.write(block);
}

void NameTreeBuilder::write_nodes(BlockWriter& block) const {
    std::vector<StoredNode> nodes;
    std::vector<NameEntry> entries;
    std::vector<EntityNumber> spun_entities;
    std::vector<std::vector<std::uint64_t>> spun_words;
    const auto add = [&](const Node& node) {
        nodes.push_back({static_cast<std::uint32_t>(entries.size()),
                         static_cast<std::uint32_t>(spun_entities.size()), node.context_word,
                         node.longer, static_cast<std::uint16_t>(node.any_next)});
    };
    for (const Node& node : nodes_) {
        add(node);
        entries.insert(entries.end(), node.entries.begin(), node.entries.end());
        for (const Spun& spun : node.spun) {
            spun_entities.push_back(spun.entity);
            spun_words.push_back(spun.words);
        }
    }
    add({});
    block.array(nodes);
    block.array(entries);
    block.array(spun_entities);
    block.lists(spun_words);
}

}  // namespace sinodex
