// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/figure_finder.h"

#include <algorithm>

#include "corpus/schema/finding_names.h"
#include "searcher/hits/hits.h"
#include "searcher/understanding/scoring_tokens.h"
#include "searcher/verification/quote_units.h"

namespace sinodex {
namespace {

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

FoundFigure FigureFinder::figure_of(const Record& record, const Amount& amount,
                                    const FigureSentence& parts) const {
    const ByteRange sentence = parts.range;
    FoundFigure found;
    found.amount = amount;
    Figure& figure = found.figure;
    figure.tie = FigureTie::none;
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
    if (found.label.known && is_expected(parts, parts.part_at(amount.range.begin))) {
        figure.what = "expected " + figure.what;
    }

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

void FigureFinder::give_to(FoundFigure& found, const FigureOwner& owner) const {
    const Entity& entity = knowledge_.entity(owner.entity);
    found.figure.entity = entity.id;
    found.figure.entity_name = entity.name;
    found.figure.tie = owner.tie;
}

void FigureFinder::add_sentences(const Record& record, ByteRange range) {
    for (const ByteRange part : splitter_.split(record.at(range))) {
        const ByteRange sentence{part.begin + range.begin, part.end + range.begin};
        sentences_.push_back(read_figure_sentence(knowledge_, record, sentence));
    }
}

// The last sentences of what stands before the passage.
void FigureFinder::read_before(const Record& record, std::uint32_t passage) {
    sentences_.clear();
    if (passage > 0) add_sentences(record, record.passages[passage - 1]);
    if (sentences_.size() > kSentencesBefore) {
        sentences_.erase(sentences_.begin(), sentences_.end() - kSentencesBefore);
    }
}

std::vector<EntityNumber> FigureFinder::title_firms(const Record& record) const {
    std::vector<EntityNumber> firms;
    for (const Mention& mention : finder_.find_in_query(record.title)) {
        const EntityNumber entity = whom_it_is_about(knowledge_, mention.entity);
        const bool firm = owner_rank(knowledge_.entity(entity)) == OwnerRank::firm;
        if (firm && std::find(firms.begin(), firms.end(), entity) == firms.end()) {
            firms.push_back(entity);
        }
    }
    return firms;
}

void FigureFinder::find_in(const Record& record, std::size_t number, const ScoredPassage& passage,
                           std::vector<FoundFigure>& found) {
    const FigureSentence& sentence = sentences_[number];
    for (const Amount& amount : record.findings.amounts) {
        if (!sentence.range.contains(amount.range) || is_time(amount.unit)) continue;
        FoundFigure figure = figure_of(record, amount, sentence);
        figure.figure.id = passage_id(record, passage.number);
        figure.figure.article = article_info(record);
        figure.figure.score = passage.score;
        std::vector<FigureOwner> owners;
        // An amount whose meaning nothing tells is not said of anybody.
        if (figure.label.known) {
            owners = figure_owners(sentence, sentence.part_at(amount.range.begin), figure.label,
                                   context_);
        }
        if (owners.empty()) found.push_back(figure);
        for (const FigureOwner& owner : owners) {
            give_to(figure, owner);
            found.push_back(figure);
        }
    }
}

void FigureFinder::find(const Record& record, const ScoredPassage& passage,
                        std::vector<FoundFigure>& found) {
    read_before(record, passage.number);
    const std::size_t first = sentences_.size();
    add_sentences(record, record.passages[passage.number]);
    context_ = {};
    context_.title = title_firms(record);
    for (std::size_t i = 0; i < first; ++i) context_.before.push_back(&sentences_[i]);
    for (std::size_t i = first; i < sentences_.size(); ++i) {
        find_in(record, i, passage, found);
        context_.before.push_back(&sentences_[i]);
    }
}

}  // namespace sinodex
