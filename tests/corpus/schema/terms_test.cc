// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/terms.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace sinodex {
namespace {

// Xapian stores a NUL as two bytes, and takes terms of up to 245.
std::size_t stored_size(const std::string& term) {
    std::size_t size = term.size();
    for (const char c : term) size += c == '\0' ? 1 : 0;
    return size;
}

TEST(IdTerm, OfAShortIdIsTheIdItself) {
    for (const std::string id :
         {"a", "001.txt", "wire/2021-04 fine.txt", "阿里巴巴.txt", "Q", "#"}) {
        EXPECT_EQ(id_term(id), "Q" + id);
    }
    EXPECT_EQ(id_term(std::string(200, 'x')), "Q" + std::string(200, 'x'));
}

TEST(IdTerm, FitsIntoXapianWhateverTheId) {
    const std::string nul(1, '\0');
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{100}, std::size_t{199}, std::size_t{200}, std::size_t{201},
          std::size_t{500}, std::size_t{1} << 20U}) {
        for (const char c : {'x', '\0', '\xFF'}) {
            EXPECT_LE(stored_size(id_term(std::string(size, c))), 245U) << size << ' ' << int{c};
        }
    }
}

TEST(IdTerm, DiffersWhereverIdsDiffer) {
    std::set<std::string> terms;
    std::size_t ids = 0;
    const std::string base(500, 'p');
    for (std::size_t at = 0; at < base.size(); ++at) {
        std::string id = base;
        id[at] = 'q';
        terms.insert(id_term(id));
        terms.insert(id_term(base.substr(0, at)));
        ids += 2;
    }
    for (std::size_t count = 1; count < 300; ++count, ++ids) {
        terms.insert(id_term(std::string(count, '\0')));
    }
    EXPECT_EQ(terms.size(), ids);
}

TEST(DateValue, CompletesWhatIsMissing) {
    struct Case {
        const char* date;
        char fill;
        const char* value;
    };
    for (const Case& c : std::vector<Case>{{"", '0', ""},
                                           {"", '9', ""},
                                           {"2021", '0', "20210000"},
                                           {"2021", '9', "20219999"},
                                           {"2021-04", '0', "20210400"},
                                           {"2021-04", '9', "20210499"},
                                           {"2021-04-10", '0', "20210410"},
                                           {"2021-04-10", '9', "20210410"},
                                           {"2021-04-10T23:59:59Z", '0', "20210410"}}) {
        EXPECT_EQ(date_value(c.date, c.fill), c.value) << c.date << ' ' << c.fill;
    }
}

TEST(DateValue, OrdersAsDatesDo) {
    const std::vector<std::string> dates{"1999", "1999-01",    "1999-01-01", "1999-12-31",
                                         "2000", "2000-02-29", "2021-04",    "2021-04-10"};
    for (std::size_t i = 1; i < dates.size(); ++i) {
        EXPECT_LT(date_value(dates[i - 1]), date_value(dates[i])) << dates[i];
    }
}

std::string mentioned(const char* from, const char* to) {
    std::string all;
    for (const std::string& term : mentioned_terms({days_of(from)->from, days_of(to)->to})) {
        all += (all.empty() ? "" : " ") + term;
    }
    return all;
}

TEST(MentionedTerms, AreDaysMonthsAndYears) {
    EXPECT_EQ(mentioned("2021-04-10", "2021-04-10"), "XD20210410 XD202104 XD2021");
    EXPECT_EQ(mentioned("2021-04-10", "2021-04-11"), "XD202104 XD2021") << "no single day";
    EXPECT_EQ(mentioned("2021-02", "2021-02"), "XD202102 XD2021");
    EXPECT_EQ(mentioned("2020-12-31", "2021-01-01"), "XD202012 XD202101 XD2020 XD2021");
    EXPECT_EQ(mentioned("1969-12", "1969-12"), "XD196912 XD1969");
}

TEST(MentionedTerms, OfLongTimesAreFewer) {
    struct Case {
        const char* from;
        const char* to;
        std::size_t terms;
    };
    for (const Case& c : std::vector<Case>{{"2021", "2021", 12 + 1},
                                           {"2020", "2021", 24 + 2},
                                           {"2020-01", "2022-01", 3},
                                           {"1990", "2019", 30},
                                           {"1900", "2099", 30}}) {
        const auto terms = mentioned_terms({days_of(c.from)->from, days_of(c.to)->to});
        EXPECT_EQ(terms.size(), c.terms) << c.from << ' ' << c.to;
    }
}

TEST(TermMaker, StemsEnglishWordsOnly) {
    TermMaker terms;
    const auto term = [&](TokenKind kind, std::string_view text) {
        return std::string(terms.term({{}, 0, kind, false, text}));
    };
    EXPECT_EQ(term(TokenKind::word, "regulators"), "regul");
    EXPECT_EQ(term(TokenKind::word, "regulators"), "regul") << "from the cache";
    EXPECT_EQ(term(TokenKind::word, "5gs"), "5gs");
    EXPECT_EQ(term(TokenKind::number, "5.5"), "5.5");
    EXPECT_EQ(term(TokenKind::han_word, "反垄断"), "反垄断");
    EXPECT_EQ(term(TokenKind::word, "s"), "s");
}

TEST(ContentHash, TellsTextsApart) {
    EXPECT_EQ(content_hash("a"), content_hash("a"));
    EXPECT_NE(content_hash(""), content_hash(std::string_view("\0", 1)));
    EXPECT_NE(content_hash("ab"), content_hash("ba"));
}

}  // namespace
}  // namespace sinodex
