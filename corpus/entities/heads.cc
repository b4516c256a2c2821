// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/heads.h"

#include <algorithm>
#include <string_view>

namespace sinodex {
namespace {

bool is_business(EntityType type) {
    return type == EntityType::company || type == EntityType::product;
}

bool names_chief(std::string_view words) {
    return words.find("chief executive") != words.npos || words.find("CEO") != words.npos;
}

// Whether it is said when somebody left: of two, one may be meant at any time.
bool leads_still(const Relation& relation) { return relation.to.empty(); }

class HeadsBuilder {
 public:
    explicit HeadsBuilder(const KnowledgeSource& knowledge)
        : knowledge_(knowledge), heads_(knowledge.entities().size()) {
        for (EntityNumber number = 0; number < heads_.size(); ++number) read(number);
        for (std::vector<NameHead>& heads : heads_) drop_shared_chiefs(heads);
    }
    std::vector<std::vector<NameHead>> take() { return std::move(heads_); }

 private:
    void read(EntityNumber number) {
        const Entity& entity = knowledge_.entity(number);
        bool has_founder = false;
        for (const Relation& relation : entity.relations) {
            const EntityType target = knowledge_.entity(relation.target).type;
            if (is_business(entity.type) && target == EntityType::person) {
                const bool founded = relation.kind == RelationKind::founded_by;
                if (founded || relation.kind == RelationKind::led_by)
                    add(number, relation, relation.target, founded && !has_founder);
                has_founder |= founded;
            } else if (is_business(entity.type) && relation.kind == RelationKind::parent &&
                       is_business(target) && leads_still(relation)) {
                put(number, {relation.target, HeadRole::owner});
            } else if (entity.type == EntityType::person && is_business(target) &&
                       relation.kind == RelationKind::member_of) {
                add(relation.target, relation, number, false);
            }
        }
    }

    void add(EntityNumber company, const Relation& relation, EntityNumber person, bool founder) {
        std::uint32_t roles = HeadRole::some;
        if (founder) roles |= HeadRole::founder;
        if (names_chief(relation.words)) roles |= HeadRole::chief;
        put(company, {person, roles});
    }

    void put(EntityNumber company, NameHead head) {
        for (NameHead& known : heads_[company]) {
            if (known.entity != head.entity) continue;
            known.roles |= head.roles;
            return;
        }
        heads_[company].push_back(head);
    }

    static void drop_shared_chiefs(std::vector<NameHead>& heads) {
        const auto is_chief = [](const NameHead& head) {
            return (head.roles & HeadRole::chief) != 0;
        };
        if (std::count_if(heads.begin(), heads.end(), is_chief) < 2) return;
        for (NameHead& head : heads) head.roles &= ~HeadRole::chief;
    }

    const KnowledgeSource& knowledge_;
    std::vector<std::vector<NameHead>> heads_;
};

}  // namespace

std::vector<std::vector<NameHead>> heads_of(const KnowledgeSource& knowledge) {
    return HeadsBuilder(knowledge).take();
}

}  // namespace sinodex
