// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/micro/samples.h"

#include <array>
#include <string_view>

#include "bench/speed/generator.h"
#include "bench/speed/random.h"

namespace sinodex {

const std::vector<Article>& english_articles() {
    static const std::vector<Article> articles = [] {
        ArticleGenerator generator(1);
        std::vector<Article> all(200);
        for (Article& article : all) article = generator.next();
        return all;
    }();
    return articles;
}

std::string chinese_text() {
    constexpr std::array<std::string_view, 20> kWords{
        "监管", "平台", "公司", "罚款", "数据", "安全", "市场", "总局", "反垄断", "互联网",
        "的",   "在",   "和",   "了",   "企业", "阿里", "滴滴", "上市", "人民币", "亿元"};
    Random random(1);
    std::string text;
    for (int sentence = 0; sentence < 800; ++sentence) {
        for (std::size_t i = random.between(6, 16); i > 0; --i) {
            text.append(kWords[random.below(kWords.size())]);
        }
        text.append(sentence % 4 == 3 ? "。\n\n" : "。");
    }
    return text;
}

}  // namespace sinodex
