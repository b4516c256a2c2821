// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/corpus/entities/found_entities.h"

namespace sinodex {
namespace {

constexpr std::string_view kSmallWorld = R"(
for: company
common: apple; gap

id: alibaba
type: company
name: Alibaba Group
en: Alibaba; Alibaba Group; Alibaba Group Holding Ltd
zh: 阿里巴巴; 阿里巴巴集团
ticker: NYSE:BABA; HKEX:9988
misnomer: Ali Baba
ambiguous: Ali; 阿里
context: taobao; jack-ma; e-commerce; 电商
not: Ali Baba and the Forty Thieves
role: the e-commerce giant; 这家电商巨头

id: taobao
type: product
name: Taobao
en: Taobao
zh: 淘宝
parent: alibaba

id: ant
type: company
name: Ant Group
en: Ant Group; Ant Financial
zh: 蚂蚁集团; 蚂蚁金服
ambiguous: Ant; 蚂蚁
context: alibaba; jack-ma; fintech
role: the fintech giant

id: jack-ma
type: person
name: Jack Ma
en: Jack Ma; Ma Yun
zh: 马云
surname: Ma, 马
role: the Alibaba founder; Alibaba's founder; 阿里巴巴创始人

id: pony-ma
type: person
name: Pony Ma
en: Pony Ma; Ma Huateng
zh: 马化腾
surname: Ma

id: li-qiang
type: person
name: Li Qiang
en: Li Qiang
zh: 李强
surname: Li
role: the premier

id: li-keqiang
type: person
name: Li Keqiang
en: Li Keqiang
surname: Li
role: the premier

id: theresa-may
type: person
name: Theresa May
en: Theresa May
ambiguous: May
context: britain; prime minister

id: jd
type: company
name: JD.com
en: JD.com; Jingdong
zh: 京东
ambiguous: JD
context: alibaba; e-commerce
not: JD Vance
role: the e-commerce giant

id: tiger-brokers
type: company
name: Tiger Brokers
en: Tiger Brokers; UP Fintech
ambiguous: Tiger
context: brokerage; futu

id: tiger-global
type: company
name: Tiger Global
en: Tiger Global
ambiguous: Tiger
context: hedge fund

id: momo
type: company
name: Momo
ambiguous: Momo
context: dating app

id: sina
type: company
name: Sina
ambiguous: Sina; 新浪
context: weibo; 微博

id: weibo
type: product
name: Weibo
en: Weibo; Sina Weibo
zh: 微博; 新浪微博

id: apple
type: company
name: Apple
en: Apple

id: bytedance
type: company
name: ByteDance
en: ByteDance
zh: 字节跳动

id: xiaohongshu
type: product
name: Xiaohongshu
en: Xiaohongshu
zh: 小红书

id: zhejiang
type: place
name: Zhejiang
en: Zhejiang

id: qihoo
type: company
name: Qihoo 360
en: Qihoo 360
zh: 奇虎360; 360集团
ambiguous: 360
context: qihoo; 网络安全

id: scmp
type: media
name: South China Morning Post
en: South China Morning Post
acronym: SCMP

id: nyse
type: organisation
name: New York Stock Exchange
en: New York Stock Exchange
acronym: NYSE

id: samr
type: regulator
name: State Administration for Market Regulation
en: State Administration for Market Regulation; the market regulator
acronym: SAMR

id: cac
type: regulator
name: Cyberspace Administration of China
en: Cyberspace Administration of China
acronym: CAC
zh: 国家互联网信息办公室; 网信办; 国家网信办

id: most
type: state
name: Ministry of Science and Technology
en: Ministry of Science and Technology; MoST
acronym: MOST

id: pboc
type: regulator
name: People's Bank of China
en: People's Bank of China
acronym: PBOC; PBoC

id: mct
type: state
name: Ministry of Culture
en: Ministry of Culture

id: dsl
type: law
name: Data Security Law
en: Data Security Law
zh: 数据安全法

id: e-commerce-law
type: law
name: E-Commerce Law
en: E-Commerce Law

id: loreal
type: company
name: L'Oréal
en: L'Oréal; Société Générale
)";

std::string_view kind_of(MentionKind kind) {
    switch (kind) {
        case MentionKind::name:
            return "";
        case MentionKind::acronym:
            return "/acronym";
        case MentionKind::ticker:
            return "/ticker";
        case MentionKind::misnomer:
            return "/misnomer";
        case MentionKind::fuzzy:
            return "/fuzzy";
        case MentionKind::surname:
            return "/surname";
        case MentionKind::role:
            return "/role";
        case MentionKind::told:
            return "/told";
    }
    return "/?";
}

}  // namespace

const Knowledge& small_world() {
    static const Knowledge knowledge = Knowledge::parse(kSmallWorld, "small world");
    return knowledge;
}

std::string described(const Knowledge& knowledge, std::string_view text,
                      const std::vector<Mention>& mentions) {
    std::string result;
    for (const Mention& mention : mentions) {
        if (!result.empty()) result += " ";
        result += knowledge.entity(mention.entity).id;
        if (mention.ambiguous) result += "?";
        result.append(kind_of(mention.kind)).append(":").append(slice(text, mention.range));
    }
    return result;
}

std::string found(const Knowledge& knowledge, std::string_view title, std::string_view text) {
    EntityFinder::Scratch scratch;
    const EntityFinder finder(knowledge);
    const ArticleMentions& mentions = finder.find_mentions(title, text, scratch);
    const std::string in_title = described(knowledge, title, mentions.title);
    const std::string in_text = described(knowledge, text, mentions.text);
    return title.empty() ? in_text : in_title + " | " + in_text;
}

std::string found(std::string_view text) { return found(small_world(), "", text); }

std::string found_in_query(std::string_view query) {
    static const EntityFinder finder(small_world());
    return described(small_world(), query, finder.find_in_query(query));
}

}  // namespace sinodex
