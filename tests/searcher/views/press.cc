// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/views/press.h"

namespace sinodex::testing {
namespace {

const std::string kFine =
    "China’s State Administration for Market Regulation fined Alibaba 18.228 billion yuan on "
    "10 April 2021 for abuse of its dominance.\n\n"
    "The company had made merchants choose between its platforms and those of its rivals since "
    "2015, the regulator found after an investigation that took four months and reached into the "
    "warehouses, the contracts and the algorithms of the shopping sites.\n\n"
    "It accepted the penalty with sincerity, it said, and would lower the fees of small sellers. "
    "Analysts called the sum bearable: it is four percent of the sales of 2019.\n";

std::string long_text() {
    std::string text;
    for (int i = 0; i < 2500; ++i) {
        text += "Chapter " + std::to_string(i) +
                " of the chronicle says that Alibaba sold many things to many people again.\n\n";
    }
    return text + "In the end Huawei bought a pheasant.\n";
}

}  // namespace

const std::vector<NewsArticle>& press() {
    static const std::vector<NewsArticle> articles{
        {"fine", "Alibaba fined", kFine, "Pearl River Wire", "Li Na", "2021-04-10", "en"},
        {"fine-copy", "Alibaba fined", kFine + "\nTencent did not comment.\n", "Copy House", "",
         "2021-05", "en"},
        {"didi", "Didi app removed",
         "The Cyberspace Administration of China told app stores to remove Didi in June 2021. It "
         "was founded before 2016, and Alibaba holds a stake.\n\nThe weather was fair.\n",
         "Delta Daily", "", "2021-07-04", "en"},
        {"year", "", "Jack Ma came home, says Alibaba.\n", "Delta Daily", "Wang Fang", "2023",
         "en"},
        {"bare", "", "Alibaba, 阿里巴巴.\n", "", "", "", ""},
        {"long", "A chronicle", long_text(), "", "", "2019-12-31", "en"},
        {"quantum", "", "Quantum chips of Huawei are cooled.\n", "Delta Daily", "", "2021-07-10",
         "en"},
    };
    return articles;
}

const Searcher& press_searcher() {
    static const TemporaryFolder folder;
    static const Searcher searcher = [] {
        index_articles(folder / "db", press());
        return Searcher(folder / "db");
    }();
    return searcher;
}

SearchRequest request_for(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return request;
}

}  // namespace sinodex::testing
