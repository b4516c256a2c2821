// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/knowledge.h"

#include <xxhash.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <utility>

#include "corpus/entities/entity_codec.h"
#include "corpus/entities/key_table.h"
#include "corpus/entities/knowledge_block.h"
#include "corpus/entities/knowledge_builder.h"
#include "corpus/entities/knowledge_compiler.h"
#include "corpus/entities/name_tree.h"
#include "corpus/entities/text_units.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

std::string_view behind_magic(std::string_view block) {
    std::uint64_t magic = 0;
    if (!take_bytes(block, magic) || magic != kKnowledgeMagic) damaged_knowledge();
    return block;
}

std::string_view text_of(std::span<const char> bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace

void damaged_knowledge() {
    throw Error(ErrorKind::database, "its knowledge is not laid out as this program does it",
                "build the database anew: sinodex-index --rebuild");
}

// Views of the bytes, and the entities that were asked for so far.
class Knowledge::Block {
 public:
    Block(std::string_view bytes, std::shared_ptr<const void> keeper)
        : Block(bytes, std::move(keeper), BlockReader(behind_magic(bytes))) {}
    ~Block() {
        for (std::size_t i = 0; i < records_.size(); ++i) delete entities_[i].load();
    }
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;

    std::string_view bytes() const { return bytes_; }
    std::size_t size() const { return records_.size(); }
    const NameTree& names() const { return names_; }
    Entity made(EntityNumber number) const { return decode_entity(text_of(records_[number])); }
    std::span<const EntityNumber> parts_of(EntityNumber number) const { return parts_[number]; }

    // Where two threads make one at a time, the first one's stays.
    const Entity& entity(EntityNumber number) const {
        std::atomic<const Entity*>& place = entities_[number];
        const Entity* known = place.load(std::memory_order_acquire);
        if (known != nullptr) return *known;
        auto entity = std::make_unique<const Entity>(made(number));
        if (!place.compare_exchange_strong(known, entity.get())) return *known;
        return *entity.release();
    }

    std::optional<EntityNumber> find(std::string_view id) const {
        const std::uint32_t found = ids_.find(word_key(id));
        if (found == 0 || entity(found - 1).id != id) return std::nullopt;
        return found - 1;
    }

    RulesByType rules() const {
        RulesByType rules;
        for (std::size_t type = 0; type < rules.size(); ++type) {
            rules[type] = decode_rules(text_of(rules_[type]));
        }
        return rules;
    }

 private:
    Block(std::string_view bytes, std::shared_ptr<const void> keeper, BlockReader arrays)
        : bytes_(bytes),
          keeper_(std::move(keeper)),
          records_(arrays.lists<char>()),
          ids_(arrays),
          rules_(arrays.lists<char>()),
          parts_(arrays.lists<EntityNumber>()),
          names_(arrays),
          entities_(std::make_unique<std::atomic<const Entity*>[]>(records_.size())) {
        if (!arrays.at_end() || rules_.size() != kEntityTypes) damaged_knowledge();
    }

    std::string_view bytes_;
    std::shared_ptr<const void> keeper_;
    BlockLists<char> records_;
    KeyTable ids_;
    BlockLists<char> rules_;
    BlockLists<EntityNumber> parts_;
    NameTree names_;
    std::unique_ptr<std::atomic<const Entity*>[]> entities_;  // by number; null: not made yet
};

Knowledge Knowledge::of_block(std::string_view block, std::shared_ptr<const void> keeper) {
    return Knowledge(std::make_shared<const Block>(block, std::move(keeper)));
}

namespace {

Knowledge built(KnowledgeBuilder& builder) {
    std::vector<Entity> entities = builder.build();
    const KnowledgeSource source(std::move(entities), builder.rules());
    const auto block = std::make_shared<const std::string>(compile_knowledge(source));
    return Knowledge::of_block(*block, block);
}

}  // namespace

Knowledge::Knowledge() {
    KnowledgeBuilder nothing;
    *this = built(nothing);
}

Knowledge Knowledge::parse(std::string_view text, const std::string& origin) {
    KnowledgeBuilder builder;
    builder.add(text, origin);
    return built(builder);
}

Knowledge Knowledge::extended(std::string_view text, const std::string& origin) const {
    KnowledgeBuilder builder(entities(), block_->rules());
    builder.add(text, origin);
    return built(builder);
}

Knowledge Knowledge::extended_by_file(const std::string& path) const {
    std::ifstream in(path, std::ios::binary);
    in.peek();  // a folder can be opened, but not read
    if (!in.is_open() || in.bad()) {
        throw Error(ErrorKind::input, "cannot read the knowledge file " + path);
    }
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return extended(text, path);
}

std::vector<Entity> Knowledge::entities() const {
    std::vector<Entity> entities;
    entities.reserve(size());
    for (EntityNumber number = 0; number < size(); ++number) {
        entities.push_back(block_->made(number));
    }
    return entities;
}

std::size_t Knowledge::size() const { return block_->size(); }

const Entity& Knowledge::entity(EntityNumber number) const { return block_->entity(number); }

std::optional<EntityNumber> Knowledge::find(std::string_view id) const { return block_->find(id); }

std::span<const EntityNumber> Knowledge::parts_of(EntityNumber number) const {
    return block_->parts_of(number);
}

std::string_view Knowledge::block() const { return block_->bytes(); }

const NameTree& Knowledge::names() const { return block_->names(); }

std::string Knowledge::fingerprint() const {
    XXH64_hash_t hash = XXH3_64bits(block().data(), block().size());
    std::string digits(16, '0');
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, hash >>= 4U) {
        *digit = "0123456789abcdef"[hash & 15U];
    }
    return digits;
}

}  // namespace sinodex
