// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/queries.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>

#include "corpus/error.h"

namespace sinodex {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
        if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

// Runs of English words that only single blanks part.
std::vector<std::vector<std::string_view>> runs_of(std::string_view text) {
    std::vector<std::vector<std::string_view>> runs(1);
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (end == i) {
            const bool blank = text[i] == ' ' && i > 0 && is_letter(text[i - 1]);
            if (!blank && !runs.back().empty()) runs.emplace_back();
            ++i;
            continue;
        }
        runs.back().push_back(text.substr(i, end - i));
        i = end;
    }
    if (runs.back().empty()) runs.pop_back();
    return runs;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin,
                   std::size_t count) {
    std::string text;
    for (std::size_t i = begin; i < std::min(words.size(), begin + count); ++i) {
        text.append(text.empty() ? "" : " ").append(lower(words[i]));
    }
    return text;
}

std::vector<std::string> names_of(std::string_view text) {
    std::vector<std::string> names;
    for (const auto& run : runs_of(text)) {
        for (std::size_t i = 0; i < run.size();) {
            std::size_t end = i;
            while (end < run.size() && is_capital(run[end].front())) ++end;
            if (end - i >= 2) names.push_back(joined(run, i, std::min<std::size_t>(end - i, 4)));
            i = std::max(end, i + 1);
        }
    }
    return names;
}

// `count` words that follow each other, from anywhere in the text; fewer where no run is so long.
std::string run_from(std::string_view text, std::size_t count, Random& random) {
    const auto runs = runs_of(text);
    if (runs.empty()) return "";
    std::vector<const std::vector<std::string_view>*> long_enough;
    for (const auto& run : runs) {
        if (run.size() >= count) long_enough.push_back(&run);
    }
    if (!long_enough.empty()) {
        const auto& run = *long_enough[random.below(long_enough.size())];
        return joined(run, random.below(run.size() - count + 1), count);
    }
    return joined(
        *std::max_element(runs.begin(), runs.end(),
                          [](const auto& a, const auto& b) { return a.size() < b.size(); }),
        0, count);
}

// As run_from, over punctuation.
std::string words_from(std::string_view text, std::size_t count, Random& random) {
    std::vector<std::string_view> all;
    for (const auto& run : runs_of(text)) all.insert(all.end(), run.begin(), run.end());
    return joined(all, all.size() > count ? random.below(all.size() - count) : 0, count);
}

}  // namespace

std::string query_line(const SpeedQuery& query) {
    return query.text + "\t" + query.from + "\t" + query.to + "\t" + query.source;
}

SpeedQuery parse_query_line(const std::string& line) {
    std::array<std::string, 4> columns;
    std::istringstream in(line);
    for (std::string& column : columns) std::getline(in, column, '\t');
    return {columns[0], columns[1], columns[2], columns[3]};
}

void write_queries(const std::string& path, const std::vector<SpeedQuery>& queries) {
    std::ofstream out(path, std::ios::binary);
    for (const SpeedQuery& query : queries) out << query_line(query) << '\n';
    out.flush();
    if (!out) throw Error(ErrorKind::output, path + ": cannot be written");
}

std::vector<SpeedQuery> read_queries(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(ErrorKind::input, path + ": cannot be opened");
    std::vector<SpeedQuery> queries;
    for (std::string line; std::getline(in, line);) queries.push_back(parse_query_line(line));
    return queries;
}

void QueryDrawer::add(const Article& article) {
    std::set<std::string> words;
    for (const auto& run : runs_of(article.text)) {
        for (const std::string_view word : run) words.insert(lower(word));
    }
    if (words.empty()) return;
    for (const std::string& word : words) ++frequencies_[word];
    ++articles_;
    Sampled sampled{article.title, article.text, article.date, article.source};
    if (sampled.source.find_first_of("\"\t\n") != std::string::npos) sampled.source.clear();
    if (sample_.size() < kSample) {
        sample_.push_back(std::move(sampled));
    } else if (const std::size_t place = sampling_.below(articles_); place < kSample) {
        sample_[place] = std::move(sampled);
    }
}

std::vector<std::vector<std::string>> QueryDrawer::bands() const {
    constexpr std::array<double, 3> kShares{0.1, 0.01, 0.001};
    std::vector<std::vector<std::string>> bands(kShares.size());
    for (std::size_t i = 0; i < kShares.size(); ++i) {
        const double middle = std::max(1.0, kShares[i] * static_cast<double>(articles_));
        for (const auto& [word, frequency] : frequencies_) {
            const double ratio = frequency / middle;
            if (word.size() > 2 && ratio > 0.5 && ratio < 2) bands[i].push_back(word);
        }
        std::sort(bands[i].begin(), bands[i].end());
    }
    std::erase_if(bands, [](const auto& band) { return band.empty(); });
    if (bands.empty()) {
        bands.emplace_back();
        for (const auto& entry : frequencies_) bands.back().push_back(entry.first);
        std::sort(bands.back().begin(), bands.back().end());
    }
    return bands;
}

SpeedQuery QueryDrawer::draw_one(QueryKind kind, std::size_t turn, Random& random,
                                 const std::vector<std::vector<std::string>>& bands) const {
    const Sampled& from = sample_[random.below(sample_.size())];
    const auto word = [&](std::size_t band) {
        return bands[band % bands.size()][random.below(bands[band % bands.size()].size())];
    };
    SpeedQuery query;
    if (kind == QueryKind::long_words) {
        query.text = words_from(from.text, random.between(8, 15), random);
    } else if (kind == QueryKind::phrase) {
        query.text = "\"" + run_from(from.text, random.between(2, 3), random) + "\"";
    } else if (kind == QueryKind::entity) {
        const std::vector<std::string> names = names_of(from.text);
        query.text = names.empty() ? words_from(from.title + " " + from.text, 2, random)
                                   : names[random.below(names.size())];
    } else {
        query.text = word(turn);
        if (random.chance(0.5)) query.text.append(" ").append(word(turn + 1));
    }
    if (kind != QueryKind::filter) return query;
    if (turn % 2 == 1 && !from.source.empty()) {
        query.source = from.source;
    } else {
        const std::string year = from.date.size() >= 4 ? from.date.substr(0, 4) : "2021";
        const bool early = random.chance(0.5);
        query.from = year + (early ? "-01-01" : "-07-01");
        query.to = year + (early ? "-06-30" : "-12-31");
    }
    return query;
}

std::vector<SpeedQuery> QueryDrawer::draw(QueryKind kind, std::size_t count) const {
    if (sample_.empty()) {
        throw Error(ErrorKind::input, "no article holds English words to draw queries from");
    }
    constexpr auto kKinds = static_cast<std::size_t>(QueryKind::mixed);
    const auto words = bands();
    Random random(seed_ * 31 + static_cast<std::uint64_t>(kind));
    std::vector<SpeedQuery> queries;
    for (std::size_t i = 0; i < count; ++i) {
        const QueryKind one = kind == QueryKind::mixed ? static_cast<QueryKind>(i % kKinds) : kind;
        queries.push_back(draw_one(one, kind == QueryKind::mixed ? i / kKinds : i, random, words));
    }
    return queries;
}

}  // namespace sinodex
