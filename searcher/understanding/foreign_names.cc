// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/understanding/foreign_names.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace sinodex {
namespace {

constexpr std::size_t kMostLetters = 6;  // of a syllable
constexpr std::size_t kMostLookups = 600;
constexpr std::size_t kMostSpellings = 24;
constexpr std::size_t kHanBytes = 3;

// A syllable may end in these, as English spells it; the first is of consonants alone.
constexpr std::array<std::string_view, 12> kSyllableEndings{
    "",
    "a ah aa ar u",
    "e a ai ay ei ey ea ae er",
    "i y e ee ie ea ey ui",
    "o oa ow au aw oe ou or oh",
    "u oo ou ew ue eu ur",
    "ai i y ay ie ei igh",
    "ao ou ow au",
    "an am ann un um",
    "en em an on in un ern enn",
    "in im ine en een ean yn ing inn",
    "on om un um ong own oon one orn",
};

struct SyllablesOfOneBeginning {
    std::string_view beginnings;
    std::array<std::string_view, kSyllableEndings.size()>
        characters;  // by ending, the usual ones first
};

// The characters that newspapers write the sounds of foreign names with.
constexpr std::array<SyllablesOfOneBeginning, 21> kSounds{{
    {"", {"", "阿亚", "埃艾", "伊", "奥欧", "乌", "艾", "奥", "安", "恩", "因英", "翁昂"}},
    {"b bb", {"布", "巴", "贝", "比", "博波", "布", "拜", "鲍", "班", "本", "宾", "邦"}},
    {"p pp", {"普", "帕", "佩培", "皮", "波", "普", "派", "保", "潘", "彭", "平", "庞"}},
    {"d dd th", {"德", "达", "德黛", "迪蒂", "多", "杜", "戴代", "道", "丹", "登", "丁", "东顿"}},
    {"t tt th", {"特", "塔", "特泰", "蒂", "托", "图", "泰", "陶", "坦", "滕", "廷", "顿通"}},
    {"g gh gu gg", {"格", "加", "格盖", "吉", "戈", "古", "盖", "高", "甘", "根", "金", "贡"}},
    {"k c ck ch q qu cc x",
     {"克", "卡", "凯克", "基", "科柯", "库", "凯", "考", "坎", "肯", "金", "孔康"}},
    {"v", {"夫", "瓦", "韦维", "维威", "沃", "武", "怀", "沃", "万", "文", "温", "翁"}},
    {"w wh", {"夫", "瓦沃", "韦威维", "威维", "沃", "伍", "怀", "沃", "万", "文", "温", "翁"}},
    {"f ph ff", {"夫弗", "法", "费", "菲", "福", "富", "法", "福", "凡范", "芬", "芬", "丰"}},
    {"z zz s", {"兹", "扎", "泽", "齐", "佐", "祖", "宰", "藻", "赞", "曾", "津", "宗"}},
    {"s ss c sc st", {"斯", "萨", "塞", "西", "索", "苏", "赛", "绍", "桑", "森", "辛", "松"}},
    {"sh sch ch", {"什", "沙", "谢", "希", "肖", "舒", "夏", "肖", "尚", "申", "欣", "雄"}},
    {"j g dj", {"奇", "贾", "杰", "吉", "乔", "朱", "贾", "焦", "詹简", "真", "金", "琼"}},
    {"ch tch", {"奇", "查", "切", "奇", "乔", "丘", "柴", "乔", "钱昌", "琴", "钦", "琼"}},
    {"h j", {"赫", "哈", "赫海", "希", "霍", "胡休", "海", "豪", "汉", "亨", "欣", "洪"}},
    {"m mm", {"姆", "马玛", "梅", "米", "莫", "穆", "迈", "毛", "曼", "门", "明", "蒙"}},
    {"n nn kn gn", {"恩", "纳娜", "内", "尼妮", "诺", "努", "奈", "瑙", "南", "嫩", "宁", "农"}},
    {"l ll", {"尔", "拉", "莱", "利莉", "洛罗", "卢路", "莱赖", "劳", "兰", "伦", "林琳", "隆朗"}},
    {"r rr rh wr", {"尔", "拉", "雷", "里丽瑞", "罗", "鲁", "赖", "劳", "兰", "伦", "林", "龙朗"}},
    {"y", {"伊", "亚", "耶", "伊", "约", "尤", "耶", "尧", "扬", "延", "因", "永"}},
}};

// Characters also stand for these sounds in two names at least that CC-CEDICT gives with their
// English, as both were aligned by their sounds.
constexpr std::array kFurtherSounds = std::to_array<std::string_view>({
    "爱 e i a",
    "安 al",
    "奥 ot",
    "巴 bac",
    "柏 ber",
    "堡 burg berg",
    "鲍 bo",
    "包 bau",
    "俾 ba",
    "毕 bi",
    "伯 ber bu be beth bur bel",
    "布 buc",
    "察 ca",
    "茨 ts tz z",
    "达 dhar dad",
    "大 da",
    "戴 da",
    "丹 den",
    "当 dam",
    "德 del",
    "邓 dun",
    "迪 dia di",
    "狄 di",
    "底 di de",
    "都 du",
    "杜 do",
    "顿 den",
    "厄 ec",
    "俄 o",
    "尔 le ir el err re ar rt",
    "耳 r ur",
    "法 fer va",
    "伐 va",
    "腓 phi",
    "佛 fer ver",
    "夫 ve",
    "弗 fer ver",
    "高 go",
    "格 geo",
    "哥 go co",
    "哈 ha",
    "罕 ham",
    "翰 hn han",
    "赫 hu hert",
    "黑 he",
    "基 ge gi",
    "伽 ga",
    "喀 ka ca kha",
    "开 ca cai",
    "堪 can",
    "考 co",
    "克 cks ks cho",
    "可 co",
    "拉 ran",
    "来 re lay",
    "莱 ra ry lyw",
    "兰 land rain",
    "朗 ran rand",
    "劳 law",
    "勒 le re ler lle l",
    "雷 le lui",
    "利 ri ry",
    "里 li ly le lia",
    "立 li ri",
    "力 re",
    "丽 li rei",
    "黎 ri",
    "莉 l",
    "列 le re",
    "烈 re",
    "林 lym",
    "琳 rin",
    "隆 run",
    "路 lo ru",
    "卢 ru",
    "鲁 lu",
    "伦 lom lum",
    "罗 ra lu la ru rus",
    "洛 ro rlo lot",
    "马 me mer",
    "迈 me",
    "麦 ma me",
    "曼 ma men",
    "美 me mi",
    "密 mi",
    "弥 mi",
    "摩 mo mor",
    "默 me mer",
    "慕 mu",
    "那 na",
    "纳 ne ner",
    "娜 ne",
    "奈 ne",
    "南 nand",
    "涅 ne",
    "纽 nu niu",
    "欧 eu",
    "坡 po",
    "珀 per",
    "普 pho",
    "若 jo",
    "萨 za",
    "撒 sa sar zar",
    "赛 se",
    "塞 ze",
    "桑 zo",
    "瑟 sep",
    "莎 sa sha sh",
    "珊 san",
    "圣 san",
    "史 s",
    "朔 scho sho",
    "沙 su",
    "斯 ce z sch",
    "思 s",
    "所 so",
    "塔 tad",
    "他 ta",
    "坦 dam",
    "汤 ton",
    "陶 th",
    "特 tic",
    "忒 te",
    "腾 ten",
    "提 ti te",
    "田 ten",
    "汀 tin tian",
    "土 tou tur",
    "旺 wan",
    "威 wil",
    "温 van",
    "文 ve",
    "务 u",
    "希 sh ch",
    "锡 si",
    "夏 sha cia",
    "仙 sen",
    "谢 se",
    "雪 she",
    "逊 son",
    "亚 i e ia y",
    "雅 ya a ja",
    "牙 ia",
    "娅 ia",
    "叶 ye",
    "耶 je e",
    "以 e i",
    "伊 ae eu",
    "依 i",
    "约 jo",
    "佐 sa",
});

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

// The characters for each syllable, by how it is spelt.
class Syllables {
 public:
    Syllables() {
        for (const SyllablesOfOneBeginning& sounds : kSounds) add(sounds);
        for (const std::string_view line : kFurtherSounds) {
            for (const std::string& spelling : parts_of(line.substr(kHanBytes + 1))) {
                add(spelling, line.substr(0, kHanBytes));
            }
        }
    }

    // None: it is no syllable.
    const std::vector<std::string>* find(std::string_view spelling) const {
        const auto known = characters_.find(std::string(spelling));
        return known == characters_.end() ? nullptr : &known->second;
    }

 private:
    void add(const SyllablesOfOneBeginning& sounds) {
        for (const std::string& beginning : parts_of(sounds.beginnings)) {
            for (std::size_t i = 0; i < kSyllableEndings.size(); ++i) {
                for (const std::string& ending : parts_of(kSyllableEndings[i])) {
                    add(beginning + ending, sounds.characters[i]);
                }
            }
        }
    }

    void add(const std::string& spelling, std::string_view characters) {
        if (characters.empty()) return;
        std::vector<std::string>& known = characters_[spelling];
        for (std::size_t at = 0; at < characters.size(); at += kHanBytes) {
            const std::string character(characters.substr(at, kHanBytes));
            if (std::find(known.begin(), known.end(), character) == known.end()) {
                known.push_back(character);
            }
        }
    }

    std::unordered_map<std::string, std::vector<std::string>> characters_;
};

// Goes through the ways to cut a name into syllables, and through their characters.
class NameSpeller {
 public:
    NameSpeller(std::string_view name, const HoldsPair& holds) : name_(name), holds_(holds) {}

    std::vector<ChineseName> spell() && {
        go_on(0);
        return std::move(found_);
    }

 private:
    void go_on(std::size_t at) {
        if (ends_at(at)) keep();
        const std::size_t most = std::min(kMostLetters, name_.size() - at);
        for (std::size_t length = most; length > 0; --length) {
            const auto* characters = syllables().find(name_.substr(at, length));
            if (characters == nullptr) continue;
            for (const std::string& character : *characters) {
                if (found_.size() == kMostSpellings) return;
                if (!so_far_.empty() && !holds(so_far_.back() + character)) continue;
                so_far_.push_back(character);
                go_on(at + length);
                so_far_.pop_back();
            }
        }
    }

    // Whether only silent letters are left.
    bool ends_at(std::size_t at) const {
        const std::string_view rest = name_.substr(at);
        return rest.empty() || rest == "e" || rest == "h" || rest == "es";
    }

    void keep() {
        const bool fresh = std::find(found_.begin(), found_.end(), so_far_) == found_.end();
        if (so_far_.size() > 1 && fresh && found_.size() < kMostSpellings) {
            found_.push_back(so_far_);
        }
    }

    bool holds(const std::string& pair) {
        if (asked_.size() == kMostLookups && !asked_.contains(pair)) return false;
        const auto [known, fresh] = asked_.try_emplace(pair, false);
        if (fresh) known->second = holds_(pair);
        return known->second;
    }

    static const Syllables& syllables() {
        static const Syllables all;
        return all;
    }

    std::string_view name_;
    const HoldsPair& holds_;
    std::unordered_map<std::string, bool> asked_;
    ChineseName so_far_;
    std::vector<ChineseName> found_;
};

}  // namespace

std::vector<ChineseName> chinese_spellings(std::string_view name, const HoldsPair& holds) {
    return NameSpeller(name, holds).spell();
}

}  // namespace sinodex
