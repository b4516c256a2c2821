#include "searcher/views/figure_labels.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "searcher/understanding/scoring_tokens.h"
#include "searcher/verification/quote_units.h"

namespace sinodex {
namespace {

// `vague` are words that tell only where an amount went: any other that is near counts more.
struct Row {
    std::string_view label;
    bool varies;
    bool vague;
    std::string_view words;  // parted by commas
};

constexpr std::array kRows{
    Row{"fine", false, false,
        "fine,fines,fined,fining,penalty,penalties,penalised,penalized,罚款,罚单,处罚,罚没,罚"},
    Row{"stake", false, false,
        "stake,stakes,shareholding,equity stake,equity stakes,golden share,golden shares,股份,持股,"
        "股权,金股"},
    Row{"voting rights", false, false, "voting rights,voting power,votes,表决权,投票权"},
    Row{"valuation", true, false, "valuation,valuations,valued,valuing,worth,估值"},
    Row{"market value", true, false,
        "market value,market values,market cap,market capitalisation,market capitalization,"
        "capitalisation,capitalization,市值"},
    Row{"market share", true, false, "market share,市场份额,市占率"},
    Row{"loss", false, false,
        "loss,losses,lost,lose,losing,wiped,erased,evaporated,shed,亏损,蒸发,损失"},
    Row{"IPO", false, false,
        "ipo,ipos,listing,float,flotation,offering,public offering,上市,首次公开"},
    Row{"raised", false, false,
        "raise,raised,raises,raising,fundraising,funding round,募资,融资,募集"},
    Row{"investment", false, false,
        "invest,invests,invested,investing,investment,investments,投资,注资"},
    Row{"acquisition", false, false,
        "acquire,acquired,acquires,acquisition,acquisitions,takeover,buyout,bought,buy,buys,"
        "purchase,purchased,收购,并购"},
    Row{"deal", false, false, "deal,deals,merger,mergers,合并,交易"},
    Row{"revenue", true, false, "revenue,revenues,sales,turnover,营收,营业收入,收入,销售额"},
    Row{"profit", true, false,
        "profit,profits,earnings,income,net income,net profit,净利润,净利,利润,盈利"},
    Row{"price", true, false, "price,priced,prices,发行价,价格,股价"},
    Row{"cost", false, false, "cost,costs,成本"},
    Row{"spending", true, false, "spend,spent,spending,budget,支出,开支"},
    Row{"fund", false, false, "fund,funds,基金"},
    Row{"debt", true, false, "debt,debts,bond,bonds,loan,loans,债务,贷款,债券"},
    Row{"capital", true, false, "capital,registered capital,注册资本,资本金"},
    Row{"donation", false, false,
        "pledge,pledged,donate,donated,donation,donations,捐赠,捐款,捐出"},
    Row{"subsidy", false, false, "subsidy,subsidies,补贴"},
    Row{"compensation", false, false, "compensation,damages,settlement,赔偿,和解"},
    Row{"refund", false, false, "refund,refunds,refunded,退款"},
    Row{"buyback", false, false, "buyback,buybacks,repurchase,repurchased,回购"},
    Row{"tax", true, false, "tax,taxes,taxed,税"},
    Row{"tariff", false, false, "tariff,tariffs,duty,duties,关税"},
    Row{"exports", true, false, "export,exports,exported,出口"},
    Row{"imports", true, false, "import,imports,imported,进口"},
    Row{"users", true, false, "user,users,subscribers,用户"},
    Row{"job cuts", false, false, "layoffs,job cuts,laid off,redundancies,裁员"},
    Row{"employees", true, false, "employees,staff,workers,workforce,员工"},
    Row{"fall", true, true,
        "fall,fell,falls,fallen,falling,drop,dropped,drops,plunge,plunged,slump,slumped,tumbled,"
        "slid,sank,decline,declined,下跌,跌,下降,缩水"},
    Row{"rise", true, true,
        "rise,rose,rises,risen,rising,jumped,gained,surged,climbed,soared,grew,growth,increase,"
        "increased,added,上涨,涨,增长,上升"},
};

constexpr int kFarthest = 12;
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
};

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    QuoteScanner scanner(text);
    for (QuoteUnit unit; scanner.next(unit);) {
        words.push_back({unit.range, unit.kind, ""});
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

bool overlaps(ByteRange a, ByteRange b) { return a.begin < b.end && b.begin < a.end; }

class Labeller {
 public:
    Labeller(std::string_view sentence, ByteRange amount, const std::vector<ByteRange>& others)
        : words_(words_of(sentence)), amount_(amount), others_(others) {
        while (begin_ < words_.size() && words_[begin_].range.end <= amount.begin) ++begin_;
        end_ = begin_;
        while (end_ < words_.size() && words_[end_].range.begin < amount.end) ++end_;
    }

    const Row* nearest() const {
        const Row* best = nullptr;
        int least = kFarthest + 1;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const Found found = find_entry(words_, at);
            if (found.row == nullptr || is_amount(words_[at].range)) continue;
            const int far = distance(at, at + found.parts) + (found.row->vague ? 3 : 0);
            if (far < least) {
                least = far;
                best = found.row;
            }
            at += found.parts - 1;
        }
        return best;
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
        return overlaps(range, amount_) ||
               std::any_of(others_.begin(), others_.end(),
                           [&](ByteRange other) { return overlaps(range, other); });
    }
    bool is_telling(const Word& word) const {
        return word.kind == UnitKind::word && word.folded.size() > 2 && !is_amount(word.range) &&
               !is_common_word(word.folded);
    }

    int distance(std::size_t begin, std::size_t end) const {
        int steps = 0;
        const bool before = end <= begin_;
        const std::size_t from = before ? end : end_;
        const std::size_t to = before ? begin_ : begin;
        for (std::size_t i = from; i < to; ++i) {
            if (!is_amount(words_[i].range)) steps += steps_over(words_[i]);
        }
        return steps;
    }

    std::vector<Word> words_;
    ByteRange amount_;
    const std::vector<ByteRange>& others_;
    std::size_t begin_ = 0;  // of the amount, among the words
    std::size_t end_ = 0;
};

}  // namespace

FigureLabel label_of(std::string_view sentence, ByteRange amount,
                     const std::vector<ByteRange>& other_amounts, Unit unit) {
    const Labeller labeller(sentence, amount, other_amounts);
    const Row* row = labeller.nearest();
    const bool counted = is_count(unit) && unit != Unit::count;
    if (row != nullptr && !(counted && row->vague)) {
        return {std::string(row->label), true, row->varies};
    }
    if (counted) return {std::string(unit_name(unit)), true, true};
    return {labeller.near_word(), false, true};
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
