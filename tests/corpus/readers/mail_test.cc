// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kHead =
    "From: Ana Reyes <ana@news.example.org>\r\nSubject: =?UTF-8?B?56iA5Zyf?= curbs\r\n"
    "Date: Fri, 22 Dec 2023 01:30:00 +0800\r\nMessage-ID: <m1@example.org>\r\n"
    "Archived-At: <https://example.org/m1>\r\nMIME-Version: 1.0\r\n";

TEST(Mail, ReadsHeadAndText) {
    const Article article = read(Format::mail, kHead +
                                                   "Content-Type: text/plain; charset=utf-8\r\n"
                                                   "Content-Transfer-Encoding: quoted-printable\r\n"
                                                   "\r\nThe fine is =E2=82=AC5 mil=\r\nlion.\r\n"
                                                   "-- \r\nAna\r\n");
    EXPECT_EQ(article.id, "the-id");
    EXPECT_EQ(article.title, "稀土 curbs");
    EXPECT_EQ(article.author, "Ana Reyes");
    EXPECT_EQ(article.source, "news.example.org");
    EXPECT_EQ(article.date, "2023-12-22");
    EXPECT_EQ(article.url, "https://example.org/m1");
    EXPECT_EQ(article.text, "The fine is €5 million.\n-- \nAna\n");
    EXPECT_THAT(debris_of(article), ElementsAre("-- \nAna\n"));
}

TEST(Mail, PrefersPlainTextAndLeavesAttachmentsOut) {
    const std::string parts =
        "Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n"
        "Content-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\n"
        "Content-Type: text/plain; charset=gbk\r\n\r\n" +
        encoded("商务部周四宣布实施出口管制。", "GB18030") +
        "\r\n--i\r\nContent-Type: text/html\r\n\r\n<p>not this</p>\r\n--i--\r\n--o\r\n"
        "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n"
        "nor this\r\n--o--\r\n";
    EXPECT_EQ(read(Format::mail, kHead + parts).text, "商务部周四宣布实施出口管制。");
}

TEST(Mail, ReadsHtmlWhereThereIsNoPlainText) {
    const std::string html =
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        "PHA+RGlkaSBwYWlkIHRoZSBmaW5lIG9uIEZyaWRheS48L3A+\r\n";
    EXPECT_EQ(read(Format::mail, kHead + html).text, "Didi paid the fine on Friday.");
}

TEST(Mail, SaysWhatIsEncrypted) {
    const std::string encrypted =
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\r\n"
        "\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\n"
        "Content-Type: application/octet-stream\r\n\r\nxxxx\r\n--b--\r\n";
    EXPECT_THAT(refusal_detail(Format::mail, kHead + encrypted), HasSubstr("encrypted"));
}

TEST(Mail, SurvivesWhatIsHostile) {
    std::string nested = kHead;
    for (int i = 0; i < 20'000; ++i) {
        const std::string boundary = "b" + std::to_string(i);
        nested += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary +
                  "\r\n";
    }
    refusal(Format::mail, nested + "Content-Type: text/plain\r\n\r\nText.\r\n");
    EXPECT_TRUE(refusal(Format::mail, "").has_value());
    EXPECT_TRUE(refusal(Format::mail, std::string("\0\1\2\n\n", 5)).has_value());
}

TEST(Mailbox, HoldsMessages) {
    const std::string box = "From a@example.org Fri Dec 22 01:30:00 2023\r\n" + kHead +
                            "\r\nOne.\r\n>From here on it rose.\r\n\r\n"
                            "From b@example.org Fri Dec 22 02:30:00 2023\n"
                            "Subject: Two\n\nTwo.\nFrom within a paragraph.\n";
    const FileContent content = read_file_named("a.mbox", box);
    ASSERT_THAT(content.articles, SizeIs(2));
    EXPECT_EQ(content.articles[0].id, "m1@example.org");
    EXPECT_EQ(content.articles[0].text, "One.\nFrom here on it rose.\n\n");
    EXPECT_EQ(content.articles[1].id.substr(content.articles[1].id.find("a.mbox")), "a.mbox:12");
    EXPECT_EQ(content.articles[1].text, "Two.\nFrom within a paragraph.\n");
}

TEST(Mailbox, HoldsNoMoreThanADocumentMay) {
    std::string box = "From a\nSubject: Large\n\n";
    for (int i = 0; i < 1000; ++i) box += "a line of some words\n";
    box += "\nFrom b\nSubject: Small\n\nFine.\n";
    const FileContent content = read_file_named("a.mbox", box, {.max_document_bytes = 1000});
    ASSERT_THAT(content.articles, SizeIs(1));
    EXPECT_EQ(content.articles[0].title, "Small");
    EXPECT_THAT(content.skipped, ElementsAre(HasSubstr("too large")));
}

TEST(Mailbox, SaysWhenItIsNone) {
    const FileContent content = read_file_named("a.mbox", "Subject: no\n\nbox\n");
    EXPECT_THAT(content.articles, IsEmpty());
    EXPECT_THAT(content.skipped, ElementsAre(HasSubstr("malformed")));
}

}  // namespace
}  // namespace sinodex::testing
