// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/figure_sentence.h"

#include <algorithm>

#include "searcher/verification/quote_units.h"

namespace sinodex {
namespace {

using Kind = SentencePart::Kind;

constexpr std::string_view kConjunctions = "and & 和 及 与 與 、 跟 以及";
// A clause begins with these, and behind the words of the second list.
constexpr std::string_view kOpeners =
    "while whereas but although though because after before when which who whose where unlike "
    "compared against versus";
constexpr std::string_view kReporting =
    "said says say saying expects expected expect expecting forecast forecasts predicts predicted "
    "predict estimates estimated calculated reckons reckon believes believe announced confirmed "
    "denied wrote";

bool overlaps(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

// The parts of a sentence before lists and clauses are known.
class PartReader {
 public:
    PartReader(const Knowledge& knowledge, const Record& record, ByteRange sentence)
        : knowledge_(knowledge), record_(record), sentence_(sentence) {}

    std::vector<SentencePart> read() {
        QuoteScanner scanner(record_.at(sentence_));
        for (QuoteUnit unit; scanner.next(unit);) {
            const ByteRange range{unit.range.begin + sentence_.begin,
                                  unit.range.end + sentence_.begin};
            if (!inside_last(range)) add(unit, range);
        }
        return std::move(parts_);
    }

 private:
    // Whether a unit belongs to the amount, name or date that was read last.
    bool inside_last(ByteRange range) {
        if (parts_.empty() || parts_.back().is(Kind::word) || parts_.back().is(Kind::mark)) {
            return false;
        }
        SentencePart& last = parts_.back();
        if (!overlaps(last.range, range)) return false;
        mark_possessive(last, range);
        return true;
    }

    // The unit goes on behind the name: 's, or an apostrophe.
    void mark_possessive(SentencePart& part, ByteRange unit) const {
        if (part.is(Kind::names) && unit.end > part.range.end) part.possessive = true;
    }

    void add(const QuoteUnit& unit, ByteRange range) {
        SentencePart part;
        part.range = range;
        if (const Amount* amount = found_at(record_.findings.amounts, range)) {
            part.kind = Kind::amount;
            part.range = amount->range;
        } else if (const Mention* mention = found_at(record_.findings.mentions, range)) {
            name(part, *mention);
            mark_possessive(part, range);
        } else if (const DateMention* date = found_at(record_.findings.dates, range)) {
            part.kind = Kind::date;
            part.range = date->range;
        } else {
            part.kind =
                is_word(unit.kind) || unit.kind == UnitKind::symbol ? Kind::word : Kind::mark;
            fold_unit(unit, part.folded);
        }
        parts_.push_back(std::move(part));
    }

    // An entity that the knowledge no longer has is passed over as words are.
    void name(SentencePart& part, const Mention& mention) const {
        part.range = mention.range;
        const auto known = knowledge_.find(record_.findings.entities[mention.entity]);
        if (!known) return;
        part.kind = Kind::names;
        part.entities = {whom_it_is_about(knowledge_, *known)};
        part.rank = owner_rank(knowledge_.entity(part.entities.front()));
    }

    template <typename Found>
    static const Found* found_at(const std::vector<Found>& all, ByteRange range) {
        const auto at = std::find_if(all.begin(), all.end(), [&](const Found& found) {
            return overlaps(found.range, range);
        });
        return at == all.end() ? nullptr : &*at;
    }

    const Knowledge& knowledge_;
    const Record& record_;
    ByteRange sentence_;
    std::vector<SentencePart> parts_;
};

bool is_conjunction(const SentencePart& part) {
    return !part.is(Kind::names) && is_one_of(part.folded, kConjunctions);
}

bool is_comma(const SentencePart& part) { return part.folded == ","; }

// Makes one part of the names that stand in a list: it ends with a conjunction and a name, or with
// a conjunction and what else there is (and six others, 等).
class ListJoiner {
 public:
    explicit ListJoiner(std::vector<SentencePart> parts) : parts_(std::move(parts)) {}

    std::vector<SentencePart> join() {
        std::vector<SentencePart> joined;
        for (std::size_t i = 0; i < parts_.size();) {
            const std::size_t end = parts_[i].is(Kind::names) ? list_end(i) : i + 1;
            joined.push_back(parts_[i]);
            for (std::size_t j = i + 1; j < end; ++j) add(joined.back(), parts_[j]);
            i = end;
        }
        return joined;
    }

 private:
    static void add(SentencePart& list, const SentencePart& more) {
        list.range.end = more.range.end;
        list.possessive = more.is(Kind::names) && more.possessive;
        for (const EntityNumber entity : more.entities) {
            if (std::find(list.entities.begin(), list.entities.end(), entity) ==
                list.entities.end()) {
                list.entities.push_back(entity);
            }
        }
        if (!more.is(Kind::names) && !is_comma(more) && !is_conjunction(more)) list.open = true;
    }

    bool names_at(std::size_t i, OwnerRank rank) const {
        return i < parts_.size() && parts_[i].is(Kind::names) && parts_[i].rank == rank;
    }

    // How many parts "and six others", "and its rivals" or 等 are.
    std::size_t others(std::size_t at) const {
        if (at < parts_.size() && parts_[at].folded == "等") return 1;
        if (at + 1 >= parts_.size() || !is_conjunction(parts_[at])) return 0;
        constexpr std::string_view kMore =
            "others other two three four five six seven eight nine ten several its rivals peers "
            "dozens some many";
        return is_one_of(parts_[at + 1].folded, kMore) ? 2 : 0;
    }

    std::size_t list_end(std::size_t begin) const {
        const OwnerRank rank = parts_[begin].rank;
        std::size_t end = begin + 1;
        std::size_t at = end;
        while (at < parts_.size() && !parts_[at - 1].possessive) {
            if (const std::size_t more = others(at)) return at + more;
            const bool comma = is_comma(parts_[at]);
            std::size_t next = at + 1;
            if (comma && next < parts_.size() && is_conjunction(parts_[next])) ++next;
            const bool closes = is_conjunction(parts_[at]) || next > at + 1;
            if ((!comma && !closes) || !names_at(next, rank)) break;
            if (closes) end = next + 1;
            at = next + 1;
        }
        return end;
    }

    std::vector<SentencePart> parts_;
};

// A hyphen inside a word ends nothing.
bool ends_clause(const std::vector<SentencePart>& parts, std::size_t i) {
    if (!parts[i].is(Kind::mark)) return false;
    if (parts[i].folded != "-") return is_one_of(parts[i].folded, ", ; : ( )");
    return i > 0 && parts[i - 1].range.end < parts[i].range.begin;
}

bool begins_clause(const std::vector<SentencePart>& parts, std::size_t i) {
    const SentencePart& part = parts[i];
    const SentencePart& before = parts[i - 1];
    if (ends_clause(parts, i - 1)) return true;
    if (is_one_of(before.folded, kReporting)) return true;
    if (is_one_of(part.folded, kOpeners)) return true;
    // "Alibaba paid 1bn and Tencent 2bn", but not "A and B", which is one part.
    if (part.folded == "and" && i + 1 < parts.size() && parts[i + 1].is(Kind::names)) return true;
    // "ordered Evergrande to repay", "expect Pinduoduo to report".
    const bool told = part.is(Kind::names) && i + 1 < parts.size() && parts[i + 1].folded == "to";
    return told && is_one_of(before.folded, "ordered told asked forced allowed required wants");
}

std::vector<FigureClause> clauses_of(const std::vector<SentencePart>& parts) {
    std::vector<FigureClause> clauses;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (!begins_clause(parts, i)) continue;
        clauses.push_back({begin, i});
        begin = i;
    }
    if (begin < parts.size()) clauses.push_back({begin, parts.size()});
    return clauses;
}

}  // namespace

bool is_one_of(std::string_view word, std::string_view list) {
    if (word.empty() || word.find(' ') != std::string_view::npos) return false;
    for (std::size_t at = list.find(word); at != std::string_view::npos;
         at = list.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) {
            return true;
        }
    }
    return false;
}

OwnerRank owner_rank(const Entity& entity) {
    switch (entity.type) {
        case EntityType::company:
        case EntityType::product:
        case EntityType::organisation:
            return OwnerRank::firm;
        case EntityType::place:
            return OwnerRank::place;
        case EntityType::media:
            return OwnerRank::medium;
        default:
            return OwnerRank::person;
    }
}

EntityNumber whom_it_is_about(const Knowledge& knowledge, EntityNumber entity) {
    if (knowledge.entity(entity).type != EntityType::event) return entity;
    for (const Relation& relation : knowledge.entity(entity).relations) {
        const bool firm = owner_rank(knowledge.entity(relation.target)) == OwnerRank::firm;
        if (relation.kind == RelationKind::about && firm) return relation.target;
    }
    return entity;
}

std::size_t FigureSentence::clause_of(std::size_t part) const {
    std::size_t clause = 0;
    while (clause + 1 < clauses.size() && clauses[clause].end <= part) ++clause;
    return clause;
}

std::size_t FigureSentence::part_at(std::uint32_t byte) const {
    const auto at = std::find_if(parts.begin(), parts.end(), [&](const SentencePart& part) {
        return part.range.begin <= byte && byte < part.range.end;
    });
    return static_cast<std::size_t>(at - parts.begin());
}

FigureSentence read_figure_sentence(const Knowledge& knowledge, const Record& record,
                                    ByteRange sentence) {
    FigureSentence result;
    result.range = sentence;
    result.parts = ListJoiner(PartReader(knowledge, record, sentence).read()).join();
    result.clauses = clauses_of(result.parts);
    return result;
}

}  // namespace sinodex
