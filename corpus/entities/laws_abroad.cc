// SPDX-License-Identifier: GPL-2.0-or-later

// Laws that another country makes or applies under the same name: 日本国会通过《个人信息保护法》.

#include <algorithm>
#include <array>

#include "corpus/entities/surroundings.h"

namespace sinodex {
namespace {

template <std::size_t N>
bool holds_one(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool tells_lawmaker(std::string_view text) {
    static constexpr std::array<std::string_view, 42> kBodies{
        "国会",       "國會",        "议会",       "議會",     "政府",     "内阁",
        "內閣",       "参议院",      "參議院",     "众议院",   "眾議院",   "参院",
        "众院",       "下院",        "上院",       "法院",     "警方",     "检方",
        "檢方",       "检察",        "檢察",       "委员会",   "委員會",   "立法院",
        "parliament", "legislature", "duma",       "congress", "lawmaker", "senate",
        "assembly",   "cabinet",     "government", "court",    "police",   "prosecutor",
        "president",  "Parliament",  "Congress",   "Senate",   "Assembly", "bundestag"};
    return holds_one(text, kBodies);
}

bool tells_lawmaking(std::string_view text) {
    static constexpr std::array<std::string_view, 45> kVerbs{
        "搁置",     "擱置",      "推迟",     "推遲",     "否决",     "起草",     "提出",
        "通过",     "通過",      "修订",     "修訂",     "修改",     "修正",     "审议",
        "審議",     "批准",      "颁布",     "頒布",     "制定",     "依据",     "依據",
        "依",       "援引",      "引用",     "根据",     "根據",     "实施",     "實施",
        "三读",     "三讀",      "表决",     "表決",     " passed",  " amended", " enacted",
        " changed", " approved", " adopted", " debated", " revised", " invoked", " under the",
        " signed",  " drafted",  " backed"};
    return holds_one(text, kVerbs);
}

}  // namespace

bool Surroundings::is_made_abroad(EntityNumber home, const Candidate& place) const {
    const Mark* lawmaker = nullptr;
    const Units sentence = sentence_around(place);
    for (const Mark& mark : marks_) {
        if (mark.end <= sentence.begin || mark.begin >= sentence.end) continue;
        if (mark.begin < place.end && place.begin < mark.end) continue;
        if (tree_->homes().lies_in(home, mark.country) || mark.country == home) return false;
        if (mark.official && mark.end <= place.begin) lawmaker = &mark;
    }
    if (lawmaker == nullptr ||
        article_->units[lawmaker->begin].range.begin > article_->units[place.begin].range.begin) {
        return false;
    }
    const std::string_view text =
        place.begin < article_->title_units ? article_->title : article_->text;
    const std::uint32_t from = article_->units[lawmaker->begin].range.begin;
    const std::uint32_t behind = article_->units[lawmaker->end - 1].range.end;
    const std::uint32_t to = article_->units[place.begin].range.begin;
    return tells_lawmaker(text.substr(from, to - from)) &&
           tells_lawmaking(text.substr(behind, to - behind));
}

}  // namespace sinodex
