// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/views/figure_labels.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "searcher/understanding/scoring_tokens.h"
#include "searcher/verification/quote_units.h"

namespace sinodex {
namespace {

// Words that tell only where an amount went are vague, and a payment may be for anything: others
// that are near count more.
enum Vagueness { kClear = 0, kVague = 3, kVaguest = 9 };

struct Row {
    std::string_view label;
    bool varies;
    Vagueness vague;
    std::string_view words;  // parted by commas
};

constexpr std::array kRows{
    Row{"fine", false, kClear,
        "fine,fines,fined,fining,penalty,penalties,penalised,penalized,罚款,罚单,处罚,罚没,罚"},
    Row{"stake", false, kClear,
        "stake,stakes,shareholding,equity stake,equity stakes,golden share,golden shares,股份,持股,"
        "股权,金股"},
    Row{"stake", false, kVague, "own,owns,owned,owning"},
    Row{"voting rights", false, kClear, "voting rights,voting power,votes,表决权,投票权"},
    Row{"valuation", true, kClear, "valuation,valuations,valued,valuing,估值"},
    Row{"valuation", true, kVague, "worth"},
    Row{"market value", true, kClear,
        "market value,market values,market cap,market capitalisation,market capitalization,"
        "capitalisation,capitalization,市值"},
    Row{"market share", true, kClear, "market share,市场份额,市占率"},
    Row{"loss", false, kClear,
        "loss,losses,lost,lose,losing,wiped,wiping,wipe,erased,erasing,evaporated,shed,亏损,蒸发,"
        "损失"},
    Row{"IPO", false, kClear,
        "ipo,ipos,listing,float,flotation,offering,public offering,上市,首次公开"},
    Row{"raised", false, kClear,
        "raise,raised,raises,raising,fundraising,funding round,募资,融资,募集"},
    Row{"investment", false, kClear,
        "invest,invests,invested,investing,investment,investments,投资,注资"},
    Row{"acquisition", false, kClear,
        "acquire,acquired,acquires,acquiring,acquisition,acquisitions,takeover,buyout,bought,buy,"
        "buys,buying,purchase,purchased,purchasing,收购,并购"},
    Row{"deal", false, kClear, "deal,deals,merger,mergers,合并,交易"},
    Row{"revenue", true, kClear, "revenue,revenues,sales,turnover,营收,营业收入,收入,销售额"},
    Row{"profit", true, kClear,
        "profit,profits,earnings,income,net income,net profit,净利润,净利,利润,盈利"},
    Row{"profit", true, kVague, "earn,earns,earned,earning"},
    Row{"price", true, kClear, "price,priced,prices,发行价,价格,股价"},
    Row{"cost", false, kClear, "cost,costs,成本"},
    Row{"spending", true, kClear, "spend,spent,spending,budget,支出,开支"},
    Row{"fund", false, kClear, "fund,funds,基金"},
    Row{"debt", true, kClear,
        "debt,debts,owe,owes,owed,owing,repay,borrowed,bond,bonds,loan,loans,债务,贷款,债券"},
    Row{"capital", true, kClear, "capital,registered capital,注册资本,资本金"},
    Row{"donation", false, kClear,
        "pledge,pledged,donate,donated,donation,donations,捐赠,捐款,捐出"},
    Row{"subsidy", false, kClear, "subsidy,subsidies,补贴"},
    Row{"compensation", false, kClear, "compensation,damages,settlement,sued,lawsuit,赔偿,和解"},
    Row{"payment", false, kVaguest, "pay,pays,paid,paying,payment,payments,支付"},
    Row{"refund", false, kClear, "refund,refunds,refunded,退款"},
    Row{"buyback", false, kClear,
        "buyback,buybacks,buy back,bought back,buying back,repurchase,repurchased,回购"},
    Row{"tax", true, kClear, "tax,taxes,taxed,税"},
    Row{"tariff", false, kClear, "tariff,tariffs,duty,duties,关税"},
    Row{"exports", true, kClear, "export,exports,exported,出口"},
    Row{"imports", true, kClear, "import,imports,imported,进口"},
    Row{"users", true, kClear, "user,users,subscribers,用户"},
    Row{"job cuts", false, kClear,
        "layoffs,job cuts,laid off,lay off,laying off,redundancies,裁员"},
    Row{"employees", true, kClear, "employees,staff,workers,workforce,员工"},
    Row{"fall", true, kVague,
        "fall,fell,falls,fallen,falling,drop,dropped,drops,plunge,plunged,slump,slumped,tumbled,"
        "slid,sank,shrank,shrunk,dipped,decline,declined,下跌,跌,下降,缩水"},
    Row{"rise", true, kVague,
        "rise,rose,rises,risen,rising,jumped,gained,surged,climbed,soared,grew,growth,increase,"
        "increased,added,上涨,涨,增长,上升"},
};

constexpr int kFarthest = 12;
constexpr int kTaken = 6;
constexpr std::size_t kMaxParts = 4;  // words or characters of a table's entry

using Table = std::unordered_map<std::string, const Row*>;

const Table& table() {
    static const Table made = [] {
        Table rows;
        for (const Row& row : kRows) {
            for (std::size_t begin = 0; begin < row.words.size();) {
                const std::size_t end = std::min(row.words.find(',', begin), row.words.size());
                rows.emplace(row.words.substr(begin, end - begin), &row);
                begin = end + 1;
            }
        }
        return rows;
    }();
    return made;
}

struct Word {
    ByteRange range;
    UnitKind kind;
    std::string folded;
    bool capital = false;  // most likely of a name
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    QuoteScanner scanner(text);
    for (QuoteUnit unit; scanner.next(unit);) {
        const char first = text[unit.range.begin];
        words.push_back({unit.range, unit.kind, "", first >= 'A' && first <= 'Z'});
        fold_unit(unit, words.back().folded);
    }
    return words;
}

struct Found {
    const Row* row = nullptr;
    std::size_t parts = 0;
};

// The longest entry of the table that begins with a word.
Found find_entry(const std::vector<Word>& words, std::size_t at) {
    Found longest;
    std::string key;
    for (std::size_t i = at; i < words.size() && i - at < kMaxParts && is_word(words[i].kind);
         ++i) {
        if (i > at && words[i].kind == UnitKind::word) key.push_back(' ');
        key += words[i].folded;
        const auto found = table().find(key);
        if (found != table().end()) longest = {found->second, i + 1 - at};
    }
    return longest;
}

int steps_over(const Word& word) {
    if (word.folded == "," || word.folded == ";" || word.folded == ":" || word.folded == "、") {
        return 4;
    }
    if (word.folded == "and" || word.folded == "but" || word.folded == "while") return 3;
    return is_word(word.kind) ? 1 : 0;
}

bool meets(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

class Labeller {
 public:
    Labeller(std::string_view sentence, ByteRange amount, const std::vector<ByteRange>& others)
        : words_(words_of(sentence)), amount_(amount), others_(others) {
        while (begin_ < words_.size() && words_[begin_].range.end <= amount.begin) ++begin_;
        end_ = begin_;
        while (end_ < words_.size() && words_[end_].range.begin < amount.end) ++end_;
    }

    struct Nearest {
        const Row* row = nullptr;
        ByteRange word;
    };

    Nearest nearest() const {
        Nearest best;
        int least = kFarthest + 1;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const Found found = find_entry(words_, at);
            if (found.row == nullptr || is_amount(words_[at].range)) continue;
            const int steps = distance(at, at + found.parts);
            const int far = steps + (moved_by(at, steps) ? 0 : found.row->vague);
            if (far < least) {
                least = far;
                best = {found.row, words_[at].range};
            }
            at += found.parts - 1;
        }
        return best;
    }

    // "5 percent of its sales".
    bool is_part_of(ByteRange word) const {
        return word.begin >= amount_.end && end_ < words_.size() && words_[end_].folded == "of";
    }

    // The word behind the amount, or before it, that is no function word.
    std::string near_word() const {
        for (std::size_t i = end_; i < std::min(end_ + 3, words_.size()); ++i) {
            if (words_[i].kind != UnitKind::word) break;
            if (is_telling(words_[i])) return words_[i].folded;
        }
        for (std::size_t i = begin_; i > 0 && i + 3 > begin_; --i) {
            if (is_telling(words_[i - 1])) return words_[i - 1].folded;
        }
        return "amount";
    }

 private:
    bool is_amount(ByteRange range) const {
        return meets(range, amount_) ||
               std::any_of(others_.begin(), others_.end(),
                           [&](ByteRange other) { return meets(range, other); });
    }
    bool is_telling(const Word& word) const {
        return word.kind == UnitKind::word && word.folded.size() > 2 && !is_amount(word.range) &&
               !is_common_word(word.folded);
    }

    // "rose 9 percent", "fell by $5bn": there a vague word is the right one.
    bool moved_by(std::size_t at, int steps) const {
        const Found found = find_entry(words_, at);
        const bool moves = found.row->label == "rise" || found.row->label == "fall";
        if (!moves || at >= begin_ || steps > 1) return false;
        return steps == 0 || (begin_ > 0 && words_[begin_ - 1].folded == "by");
    }

    // Names, and what stands between those of a list, part nothing: "fined Alibaba and JD.com 1bn".
    bool is_of_names(std::size_t i) const {
        if (i > 0 && words_[i].capital) return true;
        const bool joins = words_[i].folded == "," || words_[i].folded == "and";
        return joins && i > 1 && i + 1 < words_.size() && words_[i - 1].capital &&
               words_[i + 1].capital;
    }

    int distance(std::size_t begin, std::size_t end) const {
        int steps = 0;
        bool amount = false;
        bool comma = false;
        const bool before = end <= begin_;
        const std::size_t from = before ? end : end_;
        const std::size_t to = before ? begin_ : begin;
        for (std::size_t i = from; i < to; ++i) {
            if (is_amount(words_[i].range)) {
                amount = true;
            } else if (!is_of_names(i)) {
                steps += steps_over(words_[i]);
                comma = comma || words_[i].folded == ",";
            }
        }
        // Behind another amount and a comma, a word has most likely been that amount's.
        return amount && comma ? steps + kTaken : steps;
    }

    std::vector<Word> words_;
    ByteRange amount_;
    const std::vector<ByteRange>& others_;
    std::size_t begin_ = 0;  // of the amount, among the words
    std::size_t end_ = 0;
};

}  // namespace

namespace {

// A word of the table may mean something more special of this unit.
std::string label_in(const Row& row, Unit unit, std::string_view sentence) {
    if (unit == Unit::percent && row.label == "acquisition") return "stake";
    const bool cut = sentence.find(" cut") != std::string_view::npos;
    if (unit == Unit::jobs && cut) return "job cuts";
    return std::string(row.label);
}

}  // namespace

FigureLabel label_of(std::string_view sentence, ByteRange amount,
                     const std::vector<ByteRange>& other_amounts, Unit unit) {
    const Labeller labeller(sentence, amount, other_amounts);
    const auto [row, word] = labeller.nearest();
    const bool counted = is_count(unit) && unit != Unit::count;
    if (row != nullptr && !(counted && row->vague != kClear)) {
        std::string label = label_in(*row, unit, sentence);
        if (unit == Unit::percent && labeller.is_part_of(word)) label.insert(0, "share of ");
        return {std::move(label), true, word, false, row->varies};
    }
    if (unit == Unit::jobs && sentence.find(" cut") != std::string_view::npos) {
        return {"job cuts", true, {}, false, false};
    }
    if (counted) return {std::string(unit_name(unit)), true, {}, true, true};
    return {labeller.near_word(), false, {}, false, true};
}

std::vector<std::string> labels_in(std::string_view text) {
    std::vector<std::string> labels;
    const std::vector<Word> words = words_of(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const Found found = find_entry(words, at);
        if (found.row == nullptr) continue;
        labels.emplace_back(found.row->label);
        at += found.parts - 1;
    }
    return labels;
}

}  // namespace sinodex
