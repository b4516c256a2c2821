// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/entity_codec.h"

#include "corpus/bytes.h"
#include "corpus/entities/knowledge_block.h"

namespace sinodex {
namespace {

// The parts of a value in their order; a coder writes or reads them.
template <typename Coder, typename Name>
void name_parts(Coder& coder, Name& name) {
    coder.part(name.text);
    coder.part(name.kind);
}

template <typename Coder, typename Held>
void relation_parts(Coder& coder, Held& relation) {
    coder.part(relation.kind);
    coder.part(relation.target);
    coder.part(relation.from);
    coder.part(relation.to);
    coder.part(relation.words);
}

template <typename Coder, typename Coded>
void entity_parts(Coder& coder, Coded& entity) {
    coder.part(entity.id);
    coder.part(entity.type);
    coder.part(entity.name);
    coder.part(entity.note);
    coder.part(entity.names);
    coder.part(entity.context);
    coder.part(entity.unless);
    coder.part(entity.told);
    coder.part(entity.home);
    coder.part(entity.relations);
}

template <typename Coder, typename Rules>
void rules_parts(Coder& coder, Rules& rules) {
    coder.part(rules.unless);
    coder.part(rules.callings);
    coder.part(rules.longer);
    coder.part(rules.common);
    coder.part(rules.subject);
}

class Writer {
 public:
    template <Packable Value>
    void part(Value value) {
        put_bytes(bytes_, value);
    }
    void part(const std::string& text) {
        part(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    template <typename Item>
    void part(const std::vector<Item>& items) {
        part(static_cast<std::uint32_t>(items.size()));
        for (const Item& item : items) part(item);
    }
    void part(const EntityName& name) { name_parts(*this, name); }
    void part(const Relation& relation) { relation_parts(*this, relation); }

    std::string& bytes() { return bytes_; }

 private:
    std::string bytes_;
};

class Reader {
 public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    template <Packable Value>
    void part(Value& value) {
        if (!take_bytes(rest_, value)) damaged_knowledge();
    }
    void part(std::string& text) {
        const std::uint32_t size = count();
        text = rest_.substr(0, size);
        rest_.remove_prefix(size);
    }
    template <typename Item>
    void part(std::vector<Item>& items) {
        items.resize(count());
        for (Item& item : items) part(item);
    }
    void part(EntityName& name) { name_parts(*this, name); }
    void part(Relation& relation) { relation_parts(*this, relation); }

 private:
    // Whatever is counted takes a byte at least, so a larger count is damage.
    std::uint32_t count() {
        std::uint32_t value = 0;
        part(value);
        if (value > rest_.size()) damaged_knowledge();
        return value;
    }

    std::string_view rest_;
};

}  // namespace

std::string encode_entity(const Entity& entity) {
    Writer writer;
    entity_parts(writer, entity);
    return std::move(writer.bytes());
}

Entity decode_entity(std::string_view bytes) {
    Entity entity;
    Reader reader(bytes);
    entity_parts(reader, entity);
    return entity;
}

std::string encode_rules(const TypeRules& rules) {
    Writer writer;
    rules_parts(writer, rules);
    return std::move(writer.bytes());
}

TypeRules decode_rules(std::string_view bytes) {
    TypeRules rules;
    Reader reader(bytes);
    rules_parts(reader, rules);
    return rules;
}

}  // namespace sinodex
