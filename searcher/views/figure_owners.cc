// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/figure_owners.h"

#include <algorithm>
#include <set>

namespace sinodex {
namespace {

using Kind = SentencePart::Kind;
using Parts = std::vector<SentencePart>;

constexpr std::string_view kPrepositions =
    "of in on at for to by with from off against into than behind under over between among like "
    "unlike beside via through about after before during since as per within without";
constexpr std::string_view kFineVerbs = "fined penalised penalized fining fines";
constexpr std::string_view kFirmNouns =
    "company firm group unit developer carmaker automaker chipmaker retailer operator platform "
    "giant "
    "maker startup business parent subsidiary affiliate lender insurer bank brand publisher";
constexpr std::string_view kPronouns = "it its they their 公司 该公司 其 集团 该集团";
// Words that a metric begins with: their owner stands behind a preposition.
constexpr std::string_view kMetrics =
    "revenue revenues sales profit profits earnings income loss losses debt debts fine fines "
    "penalty "
    "penalties shares share stock valuation value capitalisation capitalization users turnover "
    "target exports imports spending investment";
// Those that a text may leave without an owner.
constexpr std::string_view kOwnMetrics =
    "revenue revenues sales profit profits earnings income loss losses debt debts fine penalty "
    "turnover capitalisation capitalization valuation";
constexpr std::string_view kVerbs =
    "is was were are has had have will would must may might could can should did does do lost rose "
    "fell paid pays pay sold sells bought buys cut cuts won made makes earned earns owns own owes "
    "owe "
    "holds hold lets put puts spent spends spend hit shed swung grew slid sank met stood came got "
    "needs took gave saw drew worth wiping";
constexpr std::string_view kRelatives = "which who whose where worth valued that";
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

bool is_firm(const SentencePart& part) {
    return part.is(Kind::names) && part.rank == OwnerRank::firm;
}

bool is_verb(const SentencePart& part) {
    if (!part.is(Kind::word)) return false;
    return is_one_of(part.folded, kVerbs) ||
           (part.folded.size() > 4 &&
            (part.folded.ends_with("ed") || part.folded.ends_with("ing")));
}

bool is_preposition(const SentencePart& part) {
    return part.is(Kind::word) && is_one_of(part.folded, kPrepositions);
}

// What a clause is about.
struct Subject {
    enum class Kind {
        names,     // `part`
        anaphor,   // "it", "the company"; `sure`: nothing more is said of it
        generic,   // something else
        relative,  // which, whose, worth: what stands before the clause
        none,      // it goes on with a verb
    };
    Kind kind = Kind::none;
    std::size_t part = 0;
    bool sure = true;
};

class SubjectFinder {
 public:
    SubjectFinder(const Parts& parts, FigureClause clause) : parts_(parts), clause_(clause) {}

    Subject find() const {
        std::size_t at = skip_lead(clause_.begin);
        // Nothing but a number: "(about $2bn)".
        if (at >= clause_.end || parts_[at].is(Kind::mark)) return {Subject::Kind::none, 0, true};
        const SentencePart& first = parts_[at];
        if (is_one_of(first.folded, kRelatives)) return of_relative(at);
        if (is_one_of(first.folded, kPronouns)) return {Subject::Kind::anaphor, at, true};
        if (is_verb(first) || first.is(Kind::amount) || is_preposition(first)) {
            return later_names(at, {Subject::Kind::none, 0, true});
        }
        if (first.is(Kind::names)) return of_name(at);
        return of_phrase(at);
    }

 private:
    // Conjunctions, times and places that a clause may begin with.
    std::size_t skip_lead(std::size_t at) const {
        constexpr std::string_view kSkipped =
            "and or but while whereas though although because so then also meanwhile however "
            "unlike "
            "than when where after before together last this early late yesterday today now";
        while (at < clause_.end) {
            if (is_one_of(parts_[at].folded, kSkipped) || parts_[at].is(Kind::date)) {
                ++at;
            } else if (is_preposition(parts_[at]) && at + 1 < clause_.end &&
                       (parts_[at + 1].is(Kind::date) || is_place(parts_[at + 1]) ||
                        parts_[at + 1].is(Kind::amount))) {
                at += 2;
            } else if (at > clause_.begin && at + 1 < clause_.end &&
                       is_one_of(parts_[at].folded, "quarter year month week")) {
                ++at;
            } else {
                break;
            }
        }
        return at;
    }

    // "which Alibaba has" has a subject of its own.
    Subject of_relative(std::size_t at) const {
        const bool own = at + 2 < clause_.end && parts_[at + 1].is(Kind::names) &&
                         !parts_[at + 1].possessive && is_verb(parts_[at + 2]);
        if (own) return {Subject::Kind::names, at + 1, true};
        return {Subject::Kind::relative, at, true};
    }

    static bool is_place(const SentencePart& part) {
        return part.is(Kind::names) && part.rank == OwnerRank::place && !part.possessive;
    }

    // "Huawei's rival Xiaomi", "China's Huawei": the name that ends the phrase.
    Subject of_name(std::size_t at) const {
        std::size_t subject = at;
        for (std::size_t i = at + 1; i < std::min(at + 4, clause_.end); ++i) {
            if (is_verb(parts_[i]) || is_preposition(parts_[i])) break;
            if (parts_[subject].possessive && is_firm(parts_[i])) subject = i;
        }
        const SentencePart& part = parts_[subject];
        if (part.possessive && part.rank == OwnerRank::place && !metric_follows(subject)) {
            return {Subject::Kind::generic, 0, true};
        }
        return {Subject::Kind::names, subject, true};
    }

    bool metric_follows(std::size_t at) const {
        for (std::size_t i = at + 1; i < std::min(at + 4, clause_.end); ++i) {
            if (is_one_of(parts_[i].folded, kMetrics)) return true;
        }
        return false;
    }

    // "The company", "shares of Bilibili", "the ride-hailing giant"; else somebody unnamed.
    Subject of_phrase(std::size_t at) const {
        const bool indefinite = is_one_of(parts_[at].folded, "a an one some several");
        bool metric = false;
        for (std::size_t i = at; i < clause_.end; ++i) {
            const SentencePart& part = parts_[i];
            if (is_one_of(part.folded, kMetrics)) metric = true;
            if (is_one_of(part.folded, kFirmNouns) && !indefinite && i > at) {
                return after_firm_noun(at, i);
            }
            // "Revenue rose to 10bn", "the fine was 10bn": of whom the text is about.
            if (is_verb(part) && i > at && i <= at + 3 && !indefinite &&
                is_one_of(parts_[i - 1].folded, kOwnMetrics)) {
                return {Subject::Kind::anaphor, at, true};
            }
            if (is_verb(part) || is_one_of(part.folded, kRelatives)) break;
            if (is_preposition(part)) {
                const std::size_t next = after_articles(i + 1);
                const bool owned = metric && next < clause_.end && parts_[next].is(Kind::names) &&
                                   parts_[next].rank != OwnerRank::place;
                if (owned) return {Subject::Kind::names, next, true};
                // "expects revenue of 10bn": the clause goes on from the one before.
                const bool goes_on =
                    metric && i == at + 1 && next < clause_.end && parts_[next].is(Kind::amount);
                if (goes_on) return {Subject::Kind::none, 0, true};
                break;
            }
            if (part.is(Kind::names) && !indefinite && part.rank != OwnerRank::place) {
                return of_name(i);
            }
        }
        const Subject generic{Subject::Kind::generic, 0, true};
        return indefinite ? generic : later_names(at, generic);
    }

    // "the company", "the unit", but also "the developer Evergrande".
    Subject after_firm_noun(std::size_t at, std::size_t noun) const {
        if (noun + 1 < clause_.end && is_firm(parts_[noun + 1])) return of_name(noun + 1);
        const bool definite = is_one_of(parts_[at].folded, "the this that its");
        if (!definite) return {Subject::Kind::generic, 0, true};
        return {Subject::Kind::anaphor, at, noun == at + 1};
    }

    std::size_t after_articles(std::size_t at) const {
        while (at < clause_.end && is_one_of(parts_[at].folded, "the its a an")) ++at;
        return at;
    }

    // A name further on that is plainly a subject: no preposition before it, a verb behind it.
    Subject later_names(std::size_t at, Subject otherwise) const {
        for (std::size_t i = at + 1; i + 1 < clause_.end; ++i) {
            if (!is_firm(parts_[i]) || parts_[i].possessive) continue;
            const bool free = !is_preposition(parts_[i - 1]) && !is_verb(parts_[i - 1]) &&
                              !parts_[i - 1].folded.ends_with("s");
            if (free && is_verb(parts_[i + 1])) return {Subject::Kind::names, i, true};
        }
        return otherwise;
    }

    const Parts& parts_;
    FigureClause clause_;
};

std::vector<EntityNumber> firms_of(const FigureSentence& sentence) {
    std::set<EntityNumber> firms;
    for (const SentencePart& part : sentence.parts) {
        if (is_firm(part)) firms.insert(part.entities.begin(), part.entities.end());
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
        if (SubjectFinder(parts_, clause_).find().kind == Subject::Kind::names) return std::nullopt;
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
        const Subject subject = SubjectFinder(parts_, sentence_.clauses[number]).find();
        switch (subject.kind) {
            case Subject::Kind::names:
                if (worth_of_other(subject.part)) return {};
                return given_to(subject.part, FigureTie::before);
            case Subject::Kind::anaphor:
                return by_anaphor(number, subject.sure);
            case Subject::Kind::relative:
                return by_relative(number);
            case Subject::Kind::none:
                return is_total() ? std::vector<FigureOwner>{} : by_clause_before(number);
            case Subject::Kind::generic:
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
            const Subject before = SubjectFinder(parts_, sentence_.clauses[i - 1]).find();
            if (before.kind != Subject::Kind::names || !is_firm(parts_[before.part])) continue;
            return given_to(before.part, FigureTie::before);
        }
        const std::vector<EntityNumber> here = firms_before();
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
        const std::vector<EntityNumber> firms = firms_before();
        if (firms.size() == 1) return {{firms.front(), FigureTie::before}};
        const bool names_none = std::none_of(parts_.begin(), parts_.end(), is_firm);
        const auto meant = names_none ? context_.antecedent(true) : std::nullopt;
        if (!meant) return {};
        return {{*meant, FigureTie::passage}};
    }

    // The clause before that has a subject, relative ones passed over.
    std::vector<FigureOwner> by_clause_before(std::size_t number) const {
        for (std::size_t i = number; i > 0; --i) {
            const Subject before = SubjectFinder(parts_, sentence_.clauses[i - 1]).find();
            const bool goes_on = before.kind == Subject::Kind::none ||
                                 before.kind == Subject::Kind::relative || is_aside(i - 1);
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

    std::vector<EntityNumber> firms_before() const {
        std::set<EntityNumber> firms;
        for (std::size_t i = 0; i < amount_; ++i) {
            if (is_firm(parts_[i]))
                firms.insert(parts_[i].entities.begin(), parts_[i].entities.end());
        }
        return {firms.begin(), firms.end()};
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
        // What is listed may not all be known: a sum of several is nobody's.
        if (is_total(clause) && says(clause, "、 和 与 及 等")) return {};
        if (const auto name = last_firm(clause.begin, amount_)) return given_to(*name);
        if (is_total(clause) || is_of_market(clause)) return {};
        if (const auto place = place_subject(clause)) return given_to(*place);
        const auto firms = firms_before();
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

    std::vector<EntityNumber> firms_before() const {
        std::set<EntityNumber> firms;
        for (std::size_t i = 0; i < amount_; ++i) {
            if (is_firm(parts_[i]))
                firms.insert(parts_[i].entities.begin(), parts_[i].entities.end());
        }
        return {firms.begin(), firms.end()};
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
        for (const EntityNumber firm : firms_of(*sentence)) all.insert(firm);
    }
    if (all.size() == 1) return *all.begin();
    if (!sure) return std::nullopt;
    for (auto at = before.rbegin(); at != before.rend(); ++at) {
        const std::vector<EntityNumber> firms = firms_of(**at);
        if (firms.empty()) continue;
        if (firms.size() == 1) return firms.front();
        const Subject subject = SubjectFinder((*at)->parts, (*at)->clauses.front()).find();
        if (subject.kind != Subject::Kind::names) return std::nullopt;
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
        // What a clause before may do is its own; what it expects is what follows.
        const bool modal = is_one_of(word, "may might could likely possible potential");
        if (modal && i < sentence.clauses[clause].begin) continue;
        if (is_one_of(word, kWords)) return true;
        if (i + 1 < sentence.parts.size()) word += sentence.parts[i + 1].folded;
        if (is_one_of(word, kWords)) return true;
    }
    return false;
}

}  // namespace sinodex
