// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/findings/labelled_passages.h"

#include <gtest/gtest.h>

#include "tests/support/expect_error.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using testing::expect_error;
using testing::TemporaryFolder;

TEST(MarkedText, GivesTheTextAndItsLabels) {
    const MarkedText marked = read_marked_text(
        "[阿里巴巴|E alibaba] paid [18.2bn yuan|A cny 18200000000] on [Saturday|D 2021-04-10], "
        "[the group|R ?] said");
    EXPECT_EQ(marked.text, "阿里巴巴 paid 18.2bn yuan on Saturday, the group said");
    EXPECT_EQ(marked.labels, (std::vector<Finding>{{{0, 12}, FindingKind::entity, "alibaba"},
                                                   {{18, 29}, FindingKind::amount, "cny 1.82e10"},
                                                   {{33, 41}, FindingKind::date, "2021-04-10"},
                                                   {{43, 52}, FindingKind::role, "?"}}));
}

TEST(MarkedText, WritesEqualMeaningsAlike) {
    const auto meaning = [](const std::string& label) {
        return read_marked_text("[x|" + label + "]").labels.at(0).meaning;
    };
    EXPECT_EQ(meaning("A usd 2.50"), "usd 2.5e0");
    EXPECT_EQ(meaning("A usd 5..5"), "usd 5e0");
    EXPECT_EQ(meaning("A usd 10..15"), "usd 1e1..1.5e1");
    EXPECT_EQ(meaning("D 2021-04-10..2021-04-10"), "2021-04-10");
    EXPECT_EQ(meaning("D 2021-04-01..2021-04-30"), "2021-04-01..2021-04-30");
    EXPECT_EQ(meaning("D ?"), "?");
}

TEST(LabelledPassages, AreReadFromJsonLines) {
    const TemporaryFolder folder;
    const std::string path = folder.write(
        "a.jsonl",
        "{\"id\":\"a\",\"kind\":\"wire\",\"published\":\"2021-04-12\",\"title\":\"[SAMR|E samr]\","
        "\"text\":\"x\"}\n\n{\"id\":\"b\",\"text\":\"y\",\"more\":1}\n");
    const auto passages = read_labelled_passages(path, Knowledge::built_in());
    ASSERT_EQ(passages.size(), 2U);
    EXPECT_EQ(passages[0].kind, "wire");
    EXPECT_EQ(passages[0].published, "2021-04-12");
    EXPECT_EQ(passages[0].title.text, "SAMR");
    EXPECT_EQ(passages[1].text.text, "y");
    EXPECT_EQ(passages[1].kind, "");
}

TEST(LabelledPassages, NameFileAndLineOfWhatIsWrong) {
    struct Row {
        std::string text;
        std::string error;
    };
    for (const Row& row : {Row{"[SAMR|E samr", "a mark without end"},
                           Row{"[SAMR [x|E samr]", "a mark without end"},
                           Row{"[SAMR]", "a mark without label"},
                           Row{"[|E samr]", "a mark of nothing"},
                           Row{"SAMR]", "outside a mark"},
                           Row{"[SAMR|samr]", "not a label"},
                           Row{"[SAMR|X samr]", "not a label"},
                           Row{"[SAMR|E ]", "not a label"},
                           Row{"[SAMR|E semr]", "no entity has the id semr"},
                           Row{"[x|A 5]", "a unit and a value"},
                           Row{"[x|A gold 5]", "no such unit: gold"},
                           Row{"[x|A usd 5bn]", "not a plain number: 5bn"},
                           Row{"[x|A usd 5..]", "plain number"},
                           Row{"[x|A usd .5]", "plain number"},
                           Row{"[x|A usd 5.]", "plain number"},
                           Row{"[x|A usd -5]", "plain number"},
                           Row{"[x|D 2021-04]", "not a day"},
                           Row{"[x|D 2021-04-31]", "not a day"},
                           Row{"[x|D 2021-04-10..]", "not a day"},
                           Row{"[x|D 2021-04-10..2021-04-09]", "end before they begin"}}) {
        const TemporaryFolder folder;
        const std::string path =
            folder.write("bad.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\"" +
                                          row.text + "\"}\n");
        const auto read = [&] { read_labelled_passages(path, Knowledge::built_in()); };
        expect_error(ErrorKind::input, row.error, read);
        expect_error(ErrorKind::input, "bad.jsonl:2: ", read);
    }
}

TEST(LabelledPassages, MustBePassages) {
    struct Row {
        std::string line;
        std::string error;
    };
    for (const Row& row :
         {Row{"", "holds no passages"}, Row{"[1]", "bad.jsonl:1: not a JSON object"},
          Row{"{\"text\":\"x\"}", "bad.jsonl:1: the passage has no id"},
          Row{"{\"id\":\"a\"}", "bad.jsonl:1: the passage has no text"},
          Row{"{\"id\":1,\"text\":\"x\"}", "\"id\" is not a string"},
          Row{"{\"id\":\"a\",\"text\":\"x\",\"published\":\"soon\"}", "not a date: soon"},
          Row{"{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"y\"}",
              "bad.jsonl:2: passage a comes twice"}}) {
        const TemporaryFolder folder;
        const std::string path = folder.write("bad.jsonl", row.line);
        expect_error(ErrorKind::input, row.error,
                     [&] { read_labelled_passages(path, Knowledge::built_in()); });
    }
    expect_error(ErrorKind::input, "nowhere.jsonl",
                 [] { read_labelled_passages("/nowhere.jsonl", Knowledge::built_in()); });
}

}  // namespace
}  // namespace sinodex
