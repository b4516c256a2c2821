// SPDX-License-Identifier: GPL-2.0-or-later

// Whether quotations are found, what is told of them, and what is refused.

#include <gtest/gtest.h>

#include <sstream>

#include "searcher/api/verification.h"
#include "searcher/rendering/verification.h"
#include "tests/searcher/news.h"
#include "tests/support/expect_error.h"
#include "tests/support/matchers.h"

namespace sinodex {
namespace {

using namespace testing;
using ::testing::ElementsAreArray;
using Kind = DiffPart::Kind;

const std::string kSpeech =
    "The ministry spoke. “We will protect small sellers – and their data,” Wang Wei said,\n"
    "citing Article 17. It gave no date... Platforms paid $1.1tn, i.e. 3,000 yuan a head.\n\n"
    "Nobody knows why the e-commerce firms’ shares fell. The end.\n";

const Searcher& speeches() {
    static const TemporaryFolder folder;
    static const Searcher searcher = [] {
        index_articles(
            folder / "db",
            {{"speech", "Ministry speaks", kSpeech, "Delta Daily", "", "2021-05-01", "en"},
             {"earlier", "", "Wang Wei said so. Nobody knows why the e-commerce shares fell.\n", "",
              "", "2020-05-01", "en"},
             {"zh", "部长讲话", "王伟表示，“我们将保护中小商家”，并将于明年公布细则。\n",
              "维港财经", "", "2021-05-02", "zh-Hans"},
             {"filler", "", "Gold fell. Silver rose by a little and then some.\n", "", "", "",
              "en"}});
        return Searcher(folder / "db");
    }();
    return searcher;
}

struct Quoted {
    std::string quotation;
    std::string text;  // as it stands there
    std::vector<std::string> differences;
};

class QuotedExactly : public ::testing::TestWithParam<Quoted> {};

TEST_P(QuotedExactly, TellsWhatDiffers) {
    const Verification result = speeches().verify(GetParam().quotation);
    ASSERT_EQ(result.verdict, Verdict::exactly) << GetParam().quotation;
    const QuotedPlace& place = result.places.front();
    EXPECT_EQ(place.text, GetParam().text);
    EXPECT_THAT(place.differences, ElementsAreArray(GetParam().differences));
    EXPECT_EQ(place.likeness, 1);
    EXPECT_THAT(place.diff, IsEmpty());
    if (place.hit.article.id == "speech") {
        EXPECT_EQ(kSpeech.substr(place.begin, place.end - place.begin), place.text);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Harmless, QuotedExactly,
    ::testing::Values(
        Quoted{"We will protect small sellers", "We will protect small sellers", {}},
        Quoted{"\"We will protect small sellers\"", "We will protect small sellers", {}},
        Quoted{"we will protect small sellers",
               "We will protect small sellers",
               {"case at the start"}},
        Quoted{"small sellers - and their data", "small sellers – and their data", {"dashes"}},
        Quoted{"their data,\" Wang Wei said, citing",
               "their data,” Wang Wei said,\nciting",
               {"quotation marks", "white space"}},
        Quoted{"e-commerce firms' shares fell.",
               "e-commerce firms’ shares fell.",
               {"quotation marks"}},
        Quoted{"citing Article 17,", "citing Article 17", {"final punctuation"}},
        Quoted{"citing Article 17.", "citing Article 17.", {}},
        Quoted{
            "It gave no date… Platforms paid", "It gave no date... Platforms paid", {"ellipsis"}},
        Quoted{"It gave no date... Platforms paid", "It gave no date... Platforms paid", {}},
        Quoted{"We will protect [...] their data",
               "We will protect small sellers – and their data",
               {"omission"}},
        Quoted{"The ministry spoke … nobody knows why … The end",
               kSpeech.substr(0, kSpeech.size() - 2),
               {"omission", "case at the start"}},
        Quoted{
            "Platforms paid $1.1tn, i.e. 3,000 yuan", "Platforms paid $1.1tn, i.e. 3,000 yuan", {}},
        Quoted{"我们将保护中小商家", "我们将保护中小商家", {}},
        Quoted{"王伟表示,\"我们将保护中小商家\",并将",
               "王伟表示，“我们将保护中小商家”，并将",
               {"width", "quotation marks"}}));

std::string diff_of(const QuotedPlace& place) {
    std::string out;
    for (const DiffPart& part : place.diff) {
        const bool dropped = part.kind == Kind::dropped;
        const bool added = part.kind == Kind::added;
        out += dropped ? "[-" : added ? "{+" : part.kind == Kind::omitted ? "<" : "";
        out += part.text;
        out += dropped ? "-]" : added ? "+}" : part.kind == Kind::omitted ? ">" : "";
    }
    return out;
}

TEST(Verify, ShowsWhatWasChanged) {
    for (const auto& [quotation, diff] : std::vector<std::pair<std::string, std::string>>{
             {"We must protect small sellers", "We[- will-]{+ must+} protect small sellers"},
             {"We will protect sellers and their data",
              "We will protect[- small-] sellers[- –-] and their data"},
             {"We will always protect small sellers", "We will{+ always+} protect small sellers"},
             {"Platforms paid €1.1tn, i.e. 3,000 yuan",
              "Platforms paid[- $-]{+ €+}1.1tn, i.e. 3,000 yuan"},
             {"Platforms paid $1.2tn, i.e. 3,000 yuan",
              "Platforms paid $[-1.1tn-]{+1.2tn+}, i.e. 3,000 yuan"},
             {"The ministry talked … Nobody knows why the e-commerce firms’ shares then fell",
              "The ministry[- spoke-]{+ talked+}<. “We will protect small sellers – and their "
              "data,” "
              "Wang Wei said, citing Article 17. It gave no date... Platforms paid $1.1tn, i.e. "
              "3,000 yuan a head.> Nobody knows why the e-commerce firms’ shares{+ then+} fell"},
             {"我们将保护大商家", "我们将保护[-中小-]{+大+}商家"},
             {"我們將保護中小商家", "我[-们将-]{+們將+}保[-护-]{+護+}中小商家"}}) {
        const Verification result = speeches().verify(quotation);
        ASSERT_EQ(result.verdict, Verdict::nearly) << quotation;
        EXPECT_EQ(diff_of(result.places.front()), diff);
        EXPECT_LT(result.places.front().likeness, 1);
        EXPECT_GE(result.places.front().likeness, kNearLikeness);
    }
}

TEST(Verify, SaysNotOfWhatIsNot) {
    for (const char* quotation :
         {"sellers small protect will We", "We shall never harm the sellers of anything",
          "unicorns graze on quantum meadows", "明年他们不会公布任何东西", "the the the"}) {
        const Verification result = speeches().verify(quotation);
        EXPECT_EQ(result.verdict, Verdict::absent) << quotation;
        EXPECT_THAT(result.places, IsEmpty());
    }
}

TEST(Verify, CitesThePassage) {
    const Verification result = speeches().verify("nobody knows why the e-commerce firms");
    ASSERT_EQ(result.verdict, Verdict::exactly);
    const QuotedPlace& place = result.places.front();
    EXPECT_THAT(place.hit.id, ::testing::StartsWith("speech#"));
    EXPECT_EQ(place.hit.article.source, "Delta Daily");
    EXPECT_EQ(place.hit.text, kSpeech.substr(place.hit.begin, place.hit.end - place.hit.begin));
    ASSERT_EQ(place.hit.highlights.size(), 1U);
    EXPECT_EQ(place.hit.highlights[0].begin, place.begin);
    EXPECT_EQ(place.begin, kSpeech.find("Nobody"));
    // Two curly quotes and a dash before it: fewer code points than bytes.
    EXPECT_EQ(place.begin_code_point, place.begin - 3 * 2);
}

TEST(Verify, ListsThePlacesBestFirstUpToTheLimit) {
    const Verification all = speeches().verify("knows why the e-commerce shares fell");
    ASSERT_EQ(all.found, 2U);
    EXPECT_EQ(all.places[0].hit.article.id, "earlier");
    EXPECT_EQ(all.places[0].verdict, Verdict::exactly);
    EXPECT_EQ(all.places[1].hit.article.id, "speech");
    EXPECT_EQ(all.places[1].verdict, Verdict::nearly);
    EXPECT_EQ(all.places[1].hit.rank, 2U);
    const Verification one = speeches().verify("knows why the e-commerce shares fell", 1);
    EXPECT_EQ(one.places.size(), 1U);
    EXPECT_EQ(one.found, 2U);
}

TEST(Verify, LooksAtTitlesThatStandBesideTheText) {
    const Verification result = speeches().verify("部长讲话");
    ASSERT_EQ(result.verdict, Verdict::exactly);
    EXPECT_TRUE(result.places.front().in_title);
    EXPECT_EQ(result.places.front().hit.id, "zh");
}

TEST(Verify, FindsWhatStandsInALaterSection) {
    const Searcher searcher(news_database().path());
    const Verification result = searcher.verify("A golden pheasant was seen.");
    ASSERT_EQ(result.verdict, Verdict::exactly);
    const QuotedPlace& place = result.places.front();
    EXPECT_GT(place.begin, 128U * 1024);
    EXPECT_EQ(news_database().text_of("long").substr(place.begin, place.end - place.begin),
              "A golden pheasant was seen.");
}

TEST(Verify, RefusesWhatIsTooShortOrTooLong) {
    for (const char* quotation : {"", "  ", "two words", "...", "\"\"", "蚂蚁", "a ... b"}) {
        expect_error(ErrorKind::query, "it must have 3 to 300",
                     [&] { speeches().verify(quotation); });
    }
    std::string words;
    for (int i = 0; i < 301; ++i) words += "word ";
    expect_error(ErrorKind::query, "the quotation has 301 words",
                 [&] { speeches().verify(words); });
}

TEST(Verify, SurvivesWhatIsNoQuotation) {
    for (const std::string& quotation :
         {std::string("a\xFF b\xC3 c\x00 d", 10), std::string("a … b … c … d … e … f … g"),
          std::string("[ ( ) ] one two three [...] [...] four"),
          std::string("𝕏 🙂 🙂 a b c"), std::string("\"one\" \"two\" 'three'")}) {
        EXPECT_NO_THROW(speeches().verify(quotation)) << quotation;
    }
}

TEST(RenderVerification, SaysTheVerdictFirst) {
    const auto text = [](const std::string& quotation) {
        std::ostringstream out;
        render_text(speeches().verify(quotation), {}, out);
        return out.str();
    };
    EXPECT_THAT(text("We will protect small sellers"),
                ::testing::StartsWith("exactly, in 1 place\n"));
    EXPECT_THAT(text("We must protect small sellers"), HasSubstr("We [-will-] {+must+} protect"));
    EXPECT_EQ(text("unicorns graze on meadows"), "not found, neither exactly nor nearly\n");
}

}  // namespace
}  // namespace sinodex
