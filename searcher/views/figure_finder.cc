#include "searcher/views/figure_finder.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "corpus/schema/finding_names.h"
#include "searcher/hits/hits.h"
#include "searcher/understanding/scoring_tokens.h"
#include "searcher/verification/quote_units.h"

namespace sinodex {
namespace {

constexpr int kRanks = 3;

int rank_of(EntityType type) {
    switch (type) {
        case EntityType::company:
        case EntityType::product:
        case EntityType::organisation:
            return 0;
        case EntityType::place:
        case EntityType::media:
            return 2;
        default:
            return 1;
    }
}

// What parts the members of a list.
bool is_list_mark(std::string_view between) {
    while (between.starts_with(' ')) between.remove_prefix(1);
    while (between.ends_with(' ')) between.remove_suffix(1);
    constexpr std::array<std::string_view, 10> kMarks{",",  "and", ", and", "&",  "、",
                                                      "和", "及",  "与",    "與", "以及"};
    return std::find(kMarks.begin(), kMarks.end(), between) != kMarks.end();
}

// Of an event (滴滴被罚款) the company or product that it is about.
const Entity& whom_it_is_about(const Knowledge& knowledge, const Entity& entity) {
    if (entity.type != EntityType::event) return entity;
    for (const Relation& relation : entity.relations) {
        const Entity& target = knowledge.entity(relation.target);
        if (relation.kind == RelationKind::about && rank_of(target.type) == 0) return target;
    }
    return entity;
}

// The part between semicolons that holds a range.
ByteRange clause_around(const Record& record, ByteRange sentence, ByteRange range) {
    const std::string_view text = record.at(sentence);
    const auto is_end = [&](std::size_t i) { return text[i] == ';' || text.substr(i, 3) == "；"; };
    std::uint32_t begin = range.begin - sentence.begin;
    while (begin > 0 && !is_end(begin - 1) && !(begin >= 3 && is_end(begin - 3))) --begin;
    std::uint32_t end = range.end - sentence.begin;
    while (end < text.size() && !is_end(end)) ++end;
    return {sentence.begin + begin, sentence.begin + end};
}

// The nearest date of a sentence whose days are known.
const DateMention* date_in(const Record& record, ByteRange sentence, ByteRange amount) {
    const DateMention* best = nullptr;
    std::uint32_t least = UINT32_MAX;
    for (const DateMention& date : record.findings.dates) {
        if (!date.days || !sentence.contains(date.range)) continue;
        const std::uint32_t far = date.range.begin < amount.begin ? amount.begin - date.range.begin
                                                                  : date.range.begin - amount.begin;
        if (far < least) {
            least = far;
            best = &date;
        }
    }
    return best;
}

// The words of a sentence, without numbers, function words, and what the ranges hold.
std::vector<std::string> context_of(std::string_view sentence,
                                    const std::vector<ByteRange>& without) {
    std::vector<std::string> words;
    QuoteScanner scanner(sentence);
    std::string folded;
    std::string before;  // the Chinese character before: pairs tell more
    for (QuoteUnit unit; scanner.next(unit);) {
        const bool left_out = std::any_of(without.begin(), without.end(), [&](ByteRange range) {
            return range.begin < unit.range.end && unit.range.begin < range.end;
        });
        fold_unit(unit, folded);
        if (unit.kind == UnitKind::han && !left_out) {
            if (!before.empty()) words.push_back(before + folded);
            before = folded;
            continue;
        }
        before.clear();
        const bool number = folded.find_first_of("0123456789") != std::string::npos;
        if (unit.kind == UnitKind::word && !left_out && !number && folded.size() > 2 &&
            !is_common_word(folded)) {
            words.push_back(folded.substr(0, 5));  // near enough to a stem
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

int FigureFinder::rank_of(const Record& record, EntityNumber entity) const {
    const auto known = knowledge_.find(record.findings.entities[entity]);
    if (!known) return kRanks - 1;
    return sinodex::rank_of(whom_it_is_about(knowledge_, knowledge_.entity(*known)).type);
}

std::optional<FigureFinder::Owner> FigureFinder::owner_in(const Record& record, ByteRange range,
                                                          ByteRange amount) const {
    std::optional<Owner> best;
    int least = 2 * kRanks;
    for (const Mention& mention : record.findings.mentions) {
        const bool overlaps = mention.range.begin < amount.end && amount.begin < mention.range.end;
        if (!range.contains(mention.range) || overlaps) continue;
        const bool before = mention.range.begin < amount.begin;
        const int rank = 2 * rank_of(record, mention.entity) + (before ? 0 : 1);
        // Of those before, the last one; of those behind, the first one.
        if (rank < least || (before && rank == least)) {
            least = rank;
            best = {mention.entity, before ? FigureTie::before : FigureTie::after};
        }
    }
    return best;
}

std::optional<FigureFinder::Owner> FigureFinder::main_of(const Record& record, ByteRange passage,
                                                         ByteRange amount) const {
    struct Mentioned {
        int count = 0;
        std::uint32_t behind = 0;  // the last one before the amount begins here
    };
    std::map<EntityNumber, Mentioned> all;
    for (const Mention& mention : record.findings.mentions) {
        if (!passage.contains(mention.range)) continue;
        Mentioned& one = all[mention.entity];
        ++one.count;
        if (mention.range.begin < amount.begin) one.behind = mention.range.begin + 1;
    }
    std::optional<Owner> best;
    std::tuple<int, int, std::uint32_t> most;
    for (const auto& [entity, one] : all) {
        const std::tuple key{kRanks - rank_of(record, entity), one.count, one.behind};
        if (best && key <= most) continue;
        most = key;
        best = {entity, FigureTie::passage};
    }
    return best;
}

// The owner, and what is listed directly before it.
std::vector<FigureFinder::Owner> FigureFinder::listed_with(const Record& record, Owner owner,
                                                           ByteRange sentence,
                                                           ByteRange amount) const {
    std::vector<Owner> owners{owner};
    if (owner.tie != FigureTie::before) return owners;
    const auto& mentions = record.findings.mentions;
    const Mention* next = nullptr;
    for (auto at = mentions.rbegin(); at != mentions.rend(); ++at) {
        if (!sentence.contains(at->range) || at->range.begin >= amount.begin) continue;
        if (next == nullptr) {
            if (at->entity == owner.entity) next = &*at;
            continue;
        }
        const std::string_view between = record.at({at->range.end, next->range.begin});
        const bool listed =
            is_list_mark(between) && rank_of(record, at->entity) == rank_of(record, owner.entity);
        if (!listed) break;
        owners.push_back({at->entity, owner.tie});
        next = &*at;
    }
    return owners;
}

FoundFigure FigureFinder::figure_of(const Record& record, const Amount& amount, ByteRange sentence,
                                    Owner owner) const {
    FoundFigure found;
    found.amount = amount;
    Figure& figure = found.figure;
    figure.entity = record.findings.entities[owner.entity];
    figure.entity_name = figure.entity;
    if (const auto known = knowledge_.find(figure.entity)) {
        const Entity& entity = whom_it_is_about(knowledge_, knowledge_.entity(*known));
        figure.entity = entity.id;
        figure.entity_name = entity.name;
    }
    figure.tie = owner.tie;
    figure.value = record.at(amount.range);
    figure.low = amount.low.to_double();
    figure.high = amount.high.to_double();
    figure.unit = unit_name(amount.unit);
    figure.qualifier = to_string(amount.qualifier);
    figure.sentence = record.at(sentence);
    figure.sentence_begin = sentence.begin;
    figure.begin = amount.range.begin;
    figure.end = amount.range.end;

    std::vector<ByteRange> amounts;
    std::vector<ByteRange> without;
    const auto within = [&](ByteRange range) {
        return ByteRange{range.begin - sentence.begin, range.end - sentence.begin};
    };
    for (const Amount& other : record.findings.amounts) {
        if (sentence.contains(other.range)) amounts.push_back(within(other.range));
    }
    without = amounts;
    for (const Mention& mention : record.findings.mentions) {
        if (sentence.contains(mention.range)) without.push_back(within(mention.range));
    }
    found.label = label_of(figure.sentence, within(amount.range), amounts, amount.unit);
    found.context = context_of(figure.sentence, without);
    figure.what = found.label.what;

    if (const DateMention* date = date_in(record, sentence, amount.range)) {
        found.mentioned = date->days;
        figure.date = day_text(date->days->from);
        if (date->days->to != date->days->from) figure.date_to = day_text(date->days->to);
        figure.date_mentioned = true;
    } else {
        figure.date = record.date;
    }
    return found;
}

void FigureFinder::find(const Record& record, const ScoredPassage& passage,
                        std::vector<FoundFigure>& found) {
    const ByteRange range = record.passages[passage.number];
    for (const ByteRange part : splitter_.split(record.at(range))) {
        const ByteRange sentence{part.begin + range.begin, part.end + range.begin};
        for (const Amount& amount : record.findings.amounts) {
            if (!sentence.contains(amount.range) || is_time(amount.unit)) continue;
            auto owner =
                owner_in(record, clause_around(record, sentence, amount.range), amount.range);
            if (!owner) owner = owner_in(record, sentence, amount.range);
            if (!owner) owner = main_of(record, range, amount.range);
            if (!owner) continue;
            for (const Owner& one : listed_with(record, *owner, sentence, amount.range)) {
                found.push_back(figure_of(record, amount, sentence, one));
                Figure& figure = found.back().figure;
                figure.id = passage_id(record, passage.number);
                figure.article = article_info(record);
                figure.score = passage.score;
            }
        }
    }
}

}  // namespace sinodex
