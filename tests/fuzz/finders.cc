// SPDX-License-Identifier: GPL-2.0-or-later

// An article, its title in the first line: passages, entities, amounts, dates.

#include <algorithm>

#include "corpus/analysis/article_analyzer.h"
#include "corpus/entities/entity_finder.h"
#include "corpus/text/utf8.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;

template <typename Found>
void require_ranges(const std::vector<Found>& found, std::size_t size, const char* what) {
    std::vector<ByteRange> ranges;
    for (const Found& one : found) ranges.push_back(one.range);
    require_in_order(ranges, size, what);
}

void require_days(const std::vector<DateMention>& dates) {
    for (const DateMention& date : dates) {
        require(!date.days || date.days->from <= date.days->to, "days follow each other");
    }
}

// Amounts and dates may be looked for in any bytes.
void find_in_bytes(std::string_view bytes) {
    static AmountFinder amounts;
    static DateFinder dates;
    require_ranges(amounts.find(bytes), bytes.size(), "amounts lie in any bytes");
    for (const std::optional<Day> published : {std::optional<Day>(), day_of(2023, 7, 12)}) {
        const auto& found = dates.find(bytes, published);
        require_ranges(found, bytes.size(), "dates lie in any bytes");
        require_days(found);
    }
}

void analyze(const Article& article) {
    static const EntityFinder finder(Knowledge::built_in());
    static ArticleAnalyzer analyzer(&finder);
    const AnalysedArticle& result = analyzer.analyze(article);
    const std::size_t size = article.text.size();
    require_in_order(result.layout.passages, size, "passages lie in the text");
    require_in_order(result.layout.boilerplate, size, "boilerplate lies in the text");
    require_ranges(result.mentions.title, article.title.size(), "mentions lie in the title");
    require_ranges(result.mentions.text, size, "mentions lie in the text");
    require_ranges(result.title_amounts, article.title.size(), "amounts lie in the title");
    require_ranges(result.amounts, size, "amounts lie in the text");
    require_ranges(result.title_dates, article.title.size(), "dates lie in the title");
    require_ranges(result.dates, size, "dates lie in the text");
    require_days(result.dates);
    finder.find_in_query(article.title);
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    std::string_view bytes = fuzz::bytes_of(data, size);
    find_in_bytes(bytes);
    Article article;
    article.id = "2023-07-12-fuzz.txt";
    article.source = "fuzz";
    article.title = valid_utf8(fuzz::take_line(bytes));
    article.text = valid_utf8(bytes);
    analyze(article);
    return 0;
}
