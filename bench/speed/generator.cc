// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/generator.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <span>
#include <string_view>

#include "bench/speed/random.h"
#include "bench/speed/word_process.h"

namespace sinodex {
namespace {

constexpr std::array<std::string_view, 30> kFunctionWords{
    "the", "of",   "to",  "and", "in",   "a",    "for",  "that", "on",    "said",
    "is",  "with", "was", "its", "by",   "at",   "as",   "from", "has",   "it",
    "be",  "have", "are", "not", "will", "this", "were", "but",  "which", "an"};
constexpr double kFunctionShare = 0.4;

constexpr std::array<std::string_view, 8> kCompanyKinds{
    "Group", "Holdings", "Technology", "Capital", "Bank", "Motors", "Media", "Networks"};
constexpr std::size_t kCompanies = 2000;
constexpr std::size_t kSources = 12;

constexpr double kMedianWords = 300;
constexpr double kLengthDeviation = 0.6;  // of the logarithm
constexpr double kRepeat = 0.25;          // of content words: one that the article had already

// The place of a value drawn by Zipf's law among n, from sums of 1 / (rank + shift).
class Zipf {
 public:
    Zipf(std::size_t n, double shift) {
        double sum = 0;
        for (std::size_t i = 1; i <= n; ++i) {
            sums_.push_back(sum += 1 / (static_cast<double>(i) + shift));
        }
    }

    std::size_t draw(Random& random) const {
        const double at = random.uniform() * sums_.back();
        return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), at) -
                                        sums_.begin());
    }

 private:
    std::vector<double> sums_;
};

std::string capitalised(std::string word) {
    word.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
    return word;
}

std::vector<std::string> make_companies(const Spelling& spelling, Random& random) {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < kCompanies; ++i) {
        std::string name = capitalised(spelling.word(i * 7));
        if (random.chance(0.3)) name.append(" ").append(capitalised(spelling.word(i * 11 + 5)));
        names.push_back(name.append(" ").append(kCompanyKinds[random.below(kCompanyKinds.size())]));
    }
    return names;
}

std::vector<std::string> make_sources(const Spelling& spelling) {
    constexpr std::array<std::string_view, 3> kKinds{" Wire", " Daily", " Ledger"};
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < kSources; ++i) {
        names.push_back(capitalised(spelling.word(i)).append(kKinds[i % kKinds.size()]));
    }
    return names;
}

std::string amount(Random& random) {
    constexpr std::array<const char*, 4> kFormats{"$%.1f billion", "%.1fbn yuan", "%.1f%%",
                                                  "RMB %.1f million"};
    std::array<char, 32> text{};
    const double value = std::exp(1.5 + 1.2 * random.normal());
    std::snprintf(text.data(), text.size(), "%.1f", value);
    std::string format = kFormats[random.below(kFormats.size())];
    format.replace(format.find("%.1f"), 4, text.data());
    if (format.ends_with("%%")) format.pop_back();
    return format;
}

std::string date(Random& random) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04zu-%02zu-%02zu", random.between(2020, 2023),
                  random.between(1, 12), random.between(1, 28));
    return text.data();
}

}  // namespace

struct ArticleGenerator::State {
    explicit State(std::uint64_t seed)
        : random(seed),
          spelling(seed),
          function_words(kFunctionWords.size(), 1),
          company_ranks(kCompanies, 2),
          source_ranks(kSources, 1),
          companies(make_companies(spelling, random)),
          sources(make_sources(spelling)) {}

    std::string content_word() {
        std::uint32_t word = 0;
        if (!own.empty() && random.chance(kRepeat)) {
            word = own[random.below(own.size())];
            process.repeat(word);
        } else {
            word = process.next(random);
        }
        own.push_back(word);
        std::string text = spelling.word(word);
        const double form = random.uniform();
        return text.append(form < 0.12 ? "s" : form < 0.18 ? "ed" : form < 0.22 ? "ing" : "");
    }

    std::string word() {
        if (!random.chance(kFunctionShare)) return content_word();
        return std::string(kFunctionWords[function_words.draw(random)]);
    }

    const std::string& company() {
        return random.chance(0.6) ? subject : companies[company_ranks.draw(random)];
    }

    std::string sentence(std::size_t words) {
        std::string text;
        if (random.chance(0.35)) text = company();
        for (std::size_t i = 0; i < words; ++i) {
            const std::string next = word();
            text.append(text.empty() ? "" : " ").append(text.empty() ? capitalised(next) : next);
            if (i + 1 < words && random.chance(0.04)) text.append(",");
        }
        if (random.chance(0.15)) text.append(" ").append(amount(random));
        return text.append(".");
    }

    std::string body() {
        const double length = kMedianWords * std::exp(kLengthDeviation * random.normal());
        auto words = static_cast<std::size_t>(std::clamp(length, 40.0, 5000.0));
        std::string text;
        while (words > 0) {
            if (!text.empty()) text.append("\n\n");
            for (std::size_t i = random.between(2, 4); i > 0 && words > 0; --i) {
                const std::size_t taken = std::min(words, random.between(8, 30));
                words -= taken;
                text.append(sentence(taken)).append(" ");
            }
            text.pop_back();
        }
        return text;
    }

    Random random;
    Spelling spelling;
    WordProcess process;
    Zipf function_words;
    Zipf company_ranks;
    Zipf source_ranks;
    std::vector<std::string> companies;
    std::vector<std::string> sources;
    std::vector<std::uint32_t> own;  // content words of this article
    std::string subject;
    std::size_t count = 0;
};

ArticleGenerator::ArticleGenerator(std::uint64_t seed) : state_(std::make_unique<State>(seed)) {}
ArticleGenerator::~ArticleGenerator() = default;

Article ArticleGenerator::next() {
    State& s = *state_;
    s.own.clear();
    s.subject = s.companies[s.company_ranks.draw(s.random)];
    Article article;
    article.id = "generated-" + std::to_string(++s.count);
    article.source = s.sources[s.source_ranks.draw(s.random)];
    article.date = date(s.random);
    article.lang = "en";
    article.title = s.subject;
    for (std::size_t i = s.random.between(4, 8); i > 0; --i)
        article.title.append(" ").append(s.word());
    article.text = s.body();
    return article;
}

}  // namespace sinodex
