// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/entities/transliteration.h"

#include <algorithm>
#include <array>

namespace sinodex {

bool spells_foreign_names(std::string_view character) {
    constexpr std::string_view kCharacters =
        "阿埃艾爱愛奥奧巴贝貝本比彼宾賓波伯布查达達戴丹德登蒂迪丁杜顿頓多厄尔爾恩法菲费費芬弗福富"
        "戈格古哈汉漢豪赫亨霍基吉加简簡杰傑卡凯凱坎康柯科克肯库庫奎拉莱萊兰蘭劳勞雷里裡利丽麗莉琳列"
        "隆卢盧鲁魯路伦倫罗羅洛马馬玛瑪麦麥曼梅门門蒙米密莫默穆姆纳納娜内內妮尼涅诺諾帕佩彭皮普奇"
        "齐齊乔喬切琴让讓热熱容瑞若萨薩塞桑瑟森沙莎斯思苏蘇索塔泰坦汤湯特提廷图圖托瓦万萬威韦韋维"
        "維温溫沃乌烏希夏谢謝辛休雅亚亞扬揚耶叶葉伊因约約泽澤扎詹珍朱兹茲";
    return character.size() > 1 && kCharacters.find(character) != kCharacters.npos;
}

bool is_japanese_surname(std::string_view characters) {
    static constexpr std::array<std::string_view, 44> kSurnames{
        "植田", "黑田", "黒田", "岸田", "石破", "高市", "小泉", "麻生", "铃木", "鈴木", "佐藤",
        "高桥", "高橋", "田中", "渡边", "渡邊", "伊藤", "山本", "中村", "小林", "加藤", "吉田",
        "山田", "河野", "茂木", "岩屋", "木原", "片山", "赤泽", "赤澤", "武藤", "中谷", "白川",
        "福田", "松野", "西村", "斋藤", "齋藤", "安倍", "野田", "森山", "上川", "玉木", "城内"};
    return std::find(kSurnames.begin(), kSurnames.end(), characters) != kSurnames.end();
}

}  // namespace sinodex
