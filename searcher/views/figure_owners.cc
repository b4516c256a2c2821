// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/figure_owners.h"

#include <algorithm>
#include <set>

#include "searcher/views/figure_subjects.h"

namespace sinodex {
namespace {

using Kind = SentencePart::Kind;
using Parts = std::vector<SentencePart>;

constexpr std::string_view kFineVerbs = "fined penalised penalized fining fines";
constexpr std::string_view kTwoSided = "stake acquisition investment deal";

bool is_chinese(const Parts& parts) {
    std::size_t han = 0;
    std::size_t words = 0;
    for (const SentencePart& part : parts) {
        if (!part.is(Kind::word)) continue;
        ++words;
        if (!part.folded.empty() && (static_cast<unsigned char>(part.folded[0]) & 0xF0U) == 0xE0U) {
            ++han;
        }
    }
    return han * 2 > words;
}

// The firms that the first `end` parts of a sentence name.
std::vector<EntityNumber> firms_of(const Parts& parts, std::size_t end) {
    std::set<EntityNumber> firms;
    for (std::size_t i = 0; i < end; ++i) {
        if (is_firm(parts[i])) firms.insert(parts[i].entities.begin(), parts[i].entities.end());
    }
    return {firms.begin(), firms.end()};
}

class OwnerFinder {
 public:
    OwnerFinder(const FigureSentence& sentence, std::size_t amount, const FigureLabel& label,
                const FigureContext& context)
        : sentence_(sentence),
          parts_(sentence.parts),
          amount_(amount),
          clause_number_(sentence.clause_of(amount)),
          clause_(sentence.clauses[clause_number_]),
          label_(label),
          context_(context) {}

    std::vector<FigureOwner> find() const {
        if (is_audience()) return {};
        if (const auto after = named_behind()) return given_to(*after, FigureTie::after);
        if (const auto object = fined_object()) return given_to(*object, FigureTie::before);
        if (const auto with = with_label()) return given_to(*with, FigureTie::before);
        return by_subject(clause_number_);
    }

 private:
    // "according to two people", "bought by three firms".
    bool is_audience() const {
        return label_.counted && amount_ > 0 &&
               is_one_of(parts_[amount_ - 1].folded, "to by with from among between that");
    }

    // "each" gives a list's amount to all of its members; otherwise it may be their total.
    std::vector<FigureOwner> given_to(std::size_t part, FigureTie tie) const {
        const SentencePart& names = parts_[part];
        if (names.is_list() && !said_of_each()) return {};
        if (names.rank == OwnerRank::medium) return {};
        if (names.rank == OwnerRank::person && label_.what == "fine") return {};
        std::vector<FigureOwner> owners;
        for (const EntityNumber entity : names.entities) owners.push_back({entity, tie});
        return owners;
    }

    bool said_of_each() const {
        return std::any_of(parts_.begin(), parts_.end(), [](const SentencePart& part) {
            return is_one_of(part.folded, "each apiece 各 各自 分");
        });
    }

    bool is_total() const {
        for (std::size_t i = clause_.begin; i < clause_.end; ++i) {
            if (is_one_of(parts_[i].folded, "combined together altogether cumulative")) return true;
            if (i + 1 >= clause_.end) break;
            const std::string& next = parts_[i + 1].folded;
            if (parts_[i].folded == "in" && is_one_of(next, "all total")) return true;
            if (is_one_of(parts_[i].folded, "add adds added") && next == "up") return true;
        }
        return false;
    }

    // 10bn that Alibaba paid; 10bn paid by Alibaba; a fine of 10bn on (fell on, for) Alibaba;
    // 10bn off its value; a 1% stake in Alibaba, where nobody is told to have it.
    std::optional<std::size_t> named_behind() const {
        const std::size_t next = amount_ + 1;
        if (next >= parts_.size()) return std::nullopt;
        if (is_one_of(parts_[next].folded, "that which")) return first_name(next + 1, 9);
        const bool paid = is_one_of(parts_[next].folded, "paid imposed levied taken");
        if (paid && next + 1 < parts_.size() && is_preposition(parts_[next + 1])) {
            return first_name(next + 2, 3);
        }
        if (subject_of(parts_, clause_).kind == FigureSubject::Kind::names) return std::nullopt;
        const std::string_view prepositions = label_.what == "fine"    ? "on for against from"
                                              : label_.what == "stake" ? "in"
                                              : label_.what == "loss"  ? "off from"
                                                                       : "";
        for (std::size_t i = next; i < std::min(next + 3, clause_.end); ++i) {
            if (is_one_of(parts_[i].folded, prepositions)) return first_name(i + 1, 5);
        }
        return std::nullopt;
    }

    // A firm within so many parts, before a mark or another amount.
    std::optional<std::size_t> first_name(std::size_t from, std::size_t most) const {
        for (std::size_t i = from; i < std::min(from + most, parts_.size()); ++i) {
            if (parts_[i].is(Kind::mark) || parts_[i].is(Kind::amount)) break;
            if (is_firm(parts_[i])) return i;
        }
        return std::nullopt;
    }

    // fined Alibaba 10bn; fined its rival Lalamove 10bn: the name nearest to the amount.
    std::optional<std::size_t> fined_object() const {
        if (label_.what != "fine") return std::nullopt;
        std::optional<std::size_t> object;
        for (std::size_t i = clause_.begin; i + 1 < amount_; ++i) {
            if (!is_one_of(parts_[i].folded, kFineVerbs)) continue;
            if (i > 0 && is_one_of(parts_[i - 1].folded, "was were been be is are and")) continue;
            for (std::size_t j = i + 1; j < amount_; ++j) {
                if (is_preposition(parts_[j]) || parts_[j].is(Kind::mark)) break;
                if (is_firm(parts_[j])) object = j;
            }
        }
        return object;
    }

    // The fine on Alibaba, revenue at Huawei, Alibaba's sales: what stands with the label's word.
    std::optional<std::size_t> with_label() const {
        if (label_.word.size() == 0) return std::nullopt;
        const std::size_t word = sentence_.part_at(label_.word.begin + sentence_.range.begin);
        if (word < clause_.begin || word >= amount_) return std::nullopt;
        for (std::size_t i = word; i > clause_.begin && i + 4 > word; --i) {
            if (is_firm(parts_[i - 1]) && parts_[i - 1].possessive) return i - 1;
            if (is_verb(parts_[i - 1]) || is_preposition(parts_[i - 1])) break;
        }
        if (is_one_of(label_.what, kTwoSided)) return std::nullopt;
        for (std::size_t i = word + 1; i + 1 < amount_ && i < word + 4; ++i) {
            if (is_verb(parts_[i])) break;
            if (!is_preposition(parts_[i])) continue;
            const std::size_t name = is_one_of(parts_[i + 1].folded, "the its") ? i + 2 : i + 1;
            if (name < amount_ && is_firm(parts_[name])) return name;
            break;
        }
        return std::nullopt;
    }

    std::vector<FigureOwner> by_subject(std::size_t number) const {
        const FigureSubject subject = subject_of(parts_, sentence_.clauses[number]);
        switch (subject.kind) {
            case FigureSubject::Kind::names:
                if (worth_of_other(subject.part)) return {};
                return given_to(subject.part, FigureTie::before);
            case FigureSubject::Kind::anaphor:
                return by_anaphor(number, subject.sure);
            case FigureSubject::Kind::relative:
                return by_relative(number);
            case FigureSubject::Kind::none:
                return is_total() ? std::vector<FigureOwner>{} : by_clause_before(number);
            case FigureSubject::Kind::generic:
                return {};
        }
        return {};
    }

    // "shares of Meituan worth 20bn" are nobody's 20bn.
    bool worth_of_other(std::size_t subject) const {
        return amount_ >= 2 && is_one_of(parts_[amount_ - 1].folded, "worth") &&
               parts_[amount_ - 2].is(Kind::names) && amount_ - 2 != subject;
    }

    std::vector<FigureOwner> by_anaphor(std::size_t number, bool sure) const {
        for (std::size_t i = number; i > 0; --i) {
            const FigureSubject before = subject_of(parts_, sentence_.clauses[i - 1]);
            if (before.kind != FigureSubject::Kind::names || !is_firm(parts_[before.part]))
                continue;
            return given_to(before.part, FigureTie::before);
        }
        const std::vector<EntityNumber> here = firms_of(parts_, amount_);
        if (here.size() == 1) return {{here.front(), FigureTie::before}};
        if (!here.empty()) return {};
        const auto meant = context_.antecedent(sure);
        if (!meant) return {};
        return {{*meant, FigureTie::passage}};
    }

    // The name right before the clause; else the only one of the sentence.
    std::vector<FigureOwner> by_relative(std::size_t number) const {
        std::size_t at = sentence_.clauses[number].begin;
        while (at > 0 && parts_[at - 1].is(Kind::mark)) --at;
        if (at > 0 && is_firm(parts_[at - 1]) && !parts_[at - 1].possessive) {
            return given_to(at - 1, FigureTie::before);
        }
        return only_one();
    }

    // The only firm of the sentence, or of whom the text was before it.
    std::vector<FigureOwner> only_one() const {
        const std::vector<EntityNumber> firms = firms_of(parts_, amount_);
        if (firms.size() == 1) return {{firms.front(), FigureTie::before}};
        const bool names_none = std::none_of(parts_.begin(), parts_.end(), is_firm);
        const auto meant = names_none ? context_.antecedent(true) : std::nullopt;
        if (!meant) return {};
        return {{*meant, FigureTie::passage}};
    }

    // The clause before that has a subject, relative ones passed over.
    std::vector<FigureOwner> by_clause_before(std::size_t number) const {
        for (std::size_t i = number; i > 0; --i) {
            const FigureSubject before = subject_of(parts_, sentence_.clauses[i - 1]);
            const bool goes_on = before.kind == FigureSubject::Kind::none ||
                                 before.kind == FigureSubject::Kind::relative || is_aside(i - 1);
            if (!goes_on) return by_subject(i - 1);
        }
        return only_one();
    }

    // ", Huawei's rival,": no verb.
    bool is_aside(std::size_t number) const {
        const FigureClause clause = sentence_.clauses[number];
        if (number == 0) return false;
        return std::none_of(parts_.begin() + static_cast<std::ptrdiff_t>(clause.begin),
                            parts_.begin() + static_cast<std::ptrdiff_t>(clause.end), is_verb);
    }

    const FigureSentence& sentence_;
    const Parts& parts_;
    std::size_t amount_;
    std::size_t clause_number_;
    FigureClause clause_;
    const FigureLabel& label_;
    const FigureContext& context_;
};

// Chinese clauses name whom they are about, or go on about whom the clause before was.
class ChineseOwnerFinder {
 public:
    ChineseOwnerFinder(const FigureSentence& sentence, std::size_t amount,
                       const FigureContext& context)
        : sentence_(sentence), parts_(sentence.parts), amount_(amount), context_(context) {}

    std::vector<FigureOwner> find() const {
        const FigureClause clause = sentence_.clauses[sentence_.clause_of(amount_)];
        // Not all that is listed may be known: a sum of several is nobody's.
        if (is_total(clause) && says(clause, "、 和 与 及 等")) return {};
        if (const auto name = last_firm(clause.begin, amount_)) return given_to(*name);
        if (is_total(clause) || is_of_market(clause)) return {};
        if (const auto place = place_subject(clause)) return given_to(*place);
        const auto firms = firms_of(parts_, amount_);
        if (firms.size() == 1) return {{firms.front(), FigureTie::before}};
        if (!firms.empty() || !is_anaphor(clause)) return {};
        const auto meant = context_.antecedent(true);
        if (!meant) return {};
        return {{*meant, FigureTie::passage}};
    }

 private:
    std::optional<std::size_t> last_firm(std::size_t from, std::size_t to) const {
        for (std::size_t i = to; i > from; --i) {
            // 自蚂蚁上市告吹以来: that is a time.
            const bool since = i > 1 && is_one_of(parts_[i - 2].folded, "自 从");
            if (is_firm(parts_[i - 1]) && !since) return i - 1;
        }
        return std::nullopt;
    }

    bool says(FigureClause clause, std::string_view words) const {
        for (std::size_t i = clause.begin; i < amount_; ++i) {
            std::string pair = parts_[i].folded;
            if (is_one_of(pair, words)) return true;
            if (i + 1 < amount_) pair += parts_[i + 1].folded;
            if (is_one_of(pair, words)) return true;
        }
        return false;
    }
    bool is_total(FigureClause clause) const { return says(clause, "合计 总计 累计 共计 总共"); }
    bool is_of_market(FigureClause clause) const {
        return says(clause, "市场 行业 全国 我国 全球");
    }
    bool is_anaphor(FigureClause clause) const {
        if (clause.begin + 1 >= amount_) return false;
        const std::string& first = parts_[clause.begin].folded;
        return first == "其" ||
               is_one_of(first + parts_[clause.begin + 1].folded, "公司 该公 集团 该集");
    }

    std::optional<std::size_t> place_subject(FigureClause clause) const {
        const SentencePart& first = parts_[clause.begin];
        const bool place = first.is(Kind::names) && first.rank == OwnerRank::place;
        return place ? std::optional(clause.begin) : std::nullopt;
    }

    std::vector<FigureOwner> given_to(std::size_t part) const {
        const SentencePart& names = parts_[part];
        const bool each = std::any_of(parts_.begin(), parts_.end(), [](const SentencePart& one) {
            return is_one_of(one.folded, "各");
        });
        if (names.is_list() && !each) return {};
        std::vector<FigureOwner> owners;
        for (const EntityNumber entity : names.entities) {
            owners.push_back({entity, FigureTie::before});
        }
        return owners;
    }

    const FigureSentence& sentence_;
    const Parts& parts_;
    std::size_t amount_;
    const FigureContext& context_;
};

}  // namespace

std::optional<EntityNumber> FigureContext::antecedent(bool sure) const {
    std::set<EntityNumber> all(title.begin(), title.end());
    for (const FigureSentence* sentence : before) {
        for (const EntityNumber firm : firms_of(sentence->parts, sentence->parts.size()))
            all.insert(firm);
    }
    if (all.size() == 1) return *all.begin();
    if (!sure) return std::nullopt;
    for (auto at = before.rbegin(); at != before.rend(); ++at) {
        const std::vector<EntityNumber> firms = firms_of((*at)->parts, (*at)->parts.size());
        if (firms.empty()) continue;
        if (firms.size() == 1) return firms.front();
        const FigureSubject subject = subject_of((*at)->parts, (*at)->clauses.front());
        if (subject.kind != FigureSubject::Kind::names) return std::nullopt;
        const SentencePart& part = (*at)->parts[subject.part];
        if (!is_firm(part) || part.is_list() || part.possessive) return std::nullopt;
        return part.entities.front();
    }
    return title.size() == 1 ? std::optional(title.front()) : std::nullopt;
}

std::vector<FigureOwner> figure_owners(const FigureSentence& sentence, std::size_t amount,
                                       const FigureLabel& label, const FigureContext& context) {
    if (amount >= sentence.parts.size() || !sentence.parts[amount].is(Kind::amount)) return {};
    if (is_chinese(sentence.parts)) return ChineseOwnerFinder(sentence, amount, context).find();
    return OwnerFinder(sentence, amount, label, context).find();
}

bool is_expected(const FigureSentence& sentence, std::size_t amount) {
    constexpr std::string_view kWords =
        "expect expects expected expecting forecast forecasts predict predicts predicted estimate "
        "may might could considering considers consider aims aim aiming hopes seeks likely "
        "possible "
        "potential 预计 预测 预期 有望 可能 或将 料将";
    const std::size_t clause = sentence.clause_of(std::min(amount, sentence.parts.size() - 1));
    const std::size_t from = sentence.clauses[clause > 0 ? clause - 1 : 0].begin;
    for (std::size_t i = from; i < amount && i < sentence.parts.size(); ++i) {
        std::string word = sentence.parts[i].folded;
        // A modal verb of a clause before is its own; an expectation there is of what follows.
        const bool modal = is_one_of(word, "may might could likely possible potential");
        if (modal && i < sentence.clauses[clause].begin) continue;
        if (is_one_of(word, kWords)) return true;
        if (i + 1 < sentence.parts.size()) word += sentence.parts[i + 1].folded;
        if (is_one_of(word, kWords)) return true;
    }
    return false;
}

}  // namespace sinodex
