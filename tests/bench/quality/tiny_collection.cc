// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/quality/tiny_collection.h"

namespace sinodex::testing {
namespace {

constexpr const char* kDocuments =
    R"({"id": "ant", "title": "Ant listing halted", "passages": ["The Shanghai exchange halted the listing of Ant.", "Regulators had met Jack Ma.", "Shares of Alibaba fell."]}
{"id": "didi", "title": "Didi fined", "passages": ["The regulator fined Didi 8 billion yuan.", "Didi said that it accepts the fine.", "Its app had been removed a year before."]}
{"id": "games", "title": "Game hours", "passages": ["Minors may play games three hours a week.", "Tencent said that it will comply."]}
{"id": "zh", "title": "蚂蚁集团", "passages": ["上海证券交易所暂缓蚂蚁集团上市。", "滴滴被罚80亿元。"]}
)";

constexpr const char* kTopics =
    "1\tShanghai exchange halted listing\n"
    "2\tDidi fine billion yuan\n"
    "3\thow long may minors play games\n"
    "4\t蚂蚁集团上市\n";

constexpr const char* kQrels =
    "1 0 ant#0 2\n1 0 ant#1 1\n1 0 didi#0 0\n"
    "2 0 didi#0 2\n2 0 didi#1 1\n"
    "3 0 games#0 1\n"
    "4 0 zh#0 1\n";

}  // namespace

TinyCollection::TinyCollection(const std::string& name) : name_(name) {
    write("docs.jsonl", kDocuments);
    write("topics.tsv", kTopics);
    write("qrels.txt", kQrels);
}

void TinyCollection::write(const std::string& file, const std::string& content) const {
    folder_.write(name_ + "/" + file, content);
}

}  // namespace sinodex::testing
