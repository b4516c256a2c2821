// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/figure_subjects.h"

#include <algorithm>

namespace sinodex {
namespace {

using Kind = SentencePart::Kind;
using Parts = std::vector<SentencePart>;

constexpr std::string_view kPrepositions =
    "of in on at for to by with from off against into than behind under over between among like "
    "unlike beside via through about after before during since as per within without";
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
// A text may leave these without an owner.
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

class SubjectFinder {
 public:
    SubjectFinder(const Parts& parts, FigureClause clause) : parts_(parts), clause_(clause) {}

    FigureSubject find() const {
        std::size_t at = skip_lead(clause_.begin);
        // Nothing but a number: "(about $2bn)".
        if (at >= clause_.end || parts_[at].is(Kind::mark))
            return {FigureSubject::Kind::none, 0, true};
        const SentencePart& first = parts_[at];
        if (is_one_of(first.folded, kRelatives)) return of_relative(at);
        if (is_one_of(first.folded, kPronouns)) return {FigureSubject::Kind::anaphor, at, true};
        if (is_verb(first) || first.is(Kind::amount) || is_preposition(first)) {
            return later_names(at, {FigureSubject::Kind::none, 0, true});
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
    FigureSubject of_relative(std::size_t at) const {
        const bool own = at + 2 < clause_.end && parts_[at + 1].is(Kind::names) &&
                         !parts_[at + 1].possessive && is_verb(parts_[at + 2]);
        if (own) return {FigureSubject::Kind::names, at + 1, true};
        return {FigureSubject::Kind::relative, at, true};
    }

    static bool is_place(const SentencePart& part) {
        return part.is(Kind::names) && part.rank == OwnerRank::place && !part.possessive;
    }

    // "Huawei's rival Xiaomi", "China's Huawei": the name that ends the phrase.
    FigureSubject of_name(std::size_t at) const {
        std::size_t subject = at;
        for (std::size_t i = at + 1; i < std::min(at + 4, clause_.end); ++i) {
            if (is_verb(parts_[i]) || is_preposition(parts_[i])) break;
            if (parts_[subject].possessive && is_firm(parts_[i])) subject = i;
        }
        const SentencePart& part = parts_[subject];
        if (part.possessive && part.rank == OwnerRank::place && !metric_follows(subject)) {
            return {FigureSubject::Kind::generic, 0, true};
        }
        return {FigureSubject::Kind::names, subject, true};
    }

    bool metric_follows(std::size_t at) const {
        for (std::size_t i = at + 1; i < std::min(at + 4, clause_.end); ++i) {
            if (is_one_of(parts_[i].folded, kMetrics)) return true;
        }
        return false;
    }

    // "The company", "shares of Bilibili", "the ride-hailing giant"; else somebody unnamed.
    FigureSubject of_phrase(std::size_t at) const {
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
                return {FigureSubject::Kind::anaphor, at, true};
            }
            if (is_verb(part) || is_one_of(part.folded, kRelatives)) break;
            if (is_preposition(part)) {
                const std::size_t next = after_articles(i + 1);
                const bool owned = metric && next < clause_.end && parts_[next].is(Kind::names) &&
                                   parts_[next].rank != OwnerRank::place;
                if (owned) return {FigureSubject::Kind::names, next, true};
                // "expects revenue of 10bn": the clause goes on from the one before.
                const bool goes_on =
                    metric && i == at + 1 && next < clause_.end && parts_[next].is(Kind::amount);
                if (goes_on) return {FigureSubject::Kind::none, 0, true};
                break;
            }
            if (part.is(Kind::names) && !indefinite && part.rank != OwnerRank::place) {
                return of_name(i);
            }
        }
        const FigureSubject generic{FigureSubject::Kind::generic, 0, true};
        return indefinite ? generic : later_names(at, generic);
    }

    // "the company", "the unit", but also "the developer Evergrande".
    FigureSubject after_firm_noun(std::size_t at, std::size_t noun) const {
        if (noun + 1 < clause_.end && is_firm(parts_[noun + 1])) return of_name(noun + 1);
        const bool definite = is_one_of(parts_[at].folded, "the this that its");
        if (!definite) return {FigureSubject::Kind::generic, 0, true};
        return {FigureSubject::Kind::anaphor, at, noun == at + 1};
    }

    std::size_t after_articles(std::size_t at) const {
        while (at < clause_.end && is_one_of(parts_[at].folded, "the its a an")) ++at;
        return at;
    }

    // A name further on that is plainly a subject: no preposition before it, a verb behind it.
    FigureSubject later_names(std::size_t at, FigureSubject otherwise) const {
        for (std::size_t i = at + 1; i + 1 < clause_.end; ++i) {
            if (!is_firm(parts_[i]) || parts_[i].possessive) continue;
            const bool free = !is_preposition(parts_[i - 1]) && !is_verb(parts_[i - 1]) &&
                              !parts_[i - 1].folded.ends_with("s");
            if (free && is_verb(parts_[i + 1])) return {FigureSubject::Kind::names, i, true};
        }
        return otherwise;
    }

    const Parts& parts_;
    FigureClause clause_;
};

}  // namespace

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

FigureSubject subject_of(const std::vector<SentencePart>& parts, FigureClause clause) {
    return SubjectFinder(parts, clause).find();
}

}  // namespace sinodex
