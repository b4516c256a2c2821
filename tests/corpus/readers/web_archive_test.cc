// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/readers/archives.h"
#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

const std::string kPage =
    "<html><head><title>Permits for gallium</title></head><body><article><p>The ministry listed "
    "four permits for gallium exports on Thursday, and none for germanium.</p></article></body>";

std::string record(const std::string& type, const std::string& url, const std::string& content_type,
                   const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
           "\r\nContent-Type: " + content_type +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& url, const std::string& head, const std::string& body) {
    return record("response", url, "application/http; msgtype=response",
                  "HTTP/1.1 " + head + "\r\n\r\n" + body);
}

std::string chunk(const std::string& part) {
    char size[20];
    std::snprintf(size, sizeof size, "%zx", part.size());
    return std::string(size) + ";x=1\r\n" + part + "\r\n";
}

const std::string kUrl = "https://example.org/news/2023/08/17/permits.html";

TEST(WebArchive, ReadsPagesUnderTheirUrls) {
    const std::string file =
        record("warcinfo", "", "application/warc-fields", "software: none\r\n") +
        record("request", kUrl, "application/http", "GET / HTTP/1.1\r\n\r\n") +
        response(kUrl, "200 OK\r\nContent-Type: text/html", kPage);
    const FileContent content = read_file_named("a.warc", file);
    ASSERT_THAT(content.ids(), ElementsAre(kUrl));
    const Article& article = content.articles[0];
    EXPECT_EQ(article.url, kUrl);
    EXPECT_EQ(article.source, "example.org");
    EXPECT_EQ(article.title, "Permits for gallium");
    EXPECT_THAT(article.text, HasSubstr("four permits"));
    EXPECT_THAT(content.parts.kinds, UnorderedElementsAre(Pair("warcinfo", 1), Pair("request", 1)));
}

TEST(WebArchive, ReadsMembersOfGzipOneByOne) {
    const std::string file =
        gzipped(response(kUrl, "200 OK\r\nContent-Type: text/html", kPage)) +
        gzipped(response(kUrl + "?2", "200 OK\r\nContent-Type: text/html", kPage));
    EXPECT_THAT(read_file_named("a.warc.gz", file).ids(), ElementsAre(kUrl, kUrl + "?2"));
    const FileContent cut = read_file_named("a.warc.gz", file.substr(0, file.size() - 30));
    EXPECT_THAT(cut.ids(), ElementsAre(kUrl));
    EXPECT_THAT(cut.skipped, ElementsAre(HasSubstr("unreadable")));
}

TEST(WebArchive, PutsBodiesTogether) {
    const std::string chunked = chunk(kPage.substr(0, 50)) + chunk(kPage.substr(50)) + "0\r\n\r\n";
    const std::string packed = gzipped(kPage);
    struct {
        const char* what;
        std::string head;
        std::string body;
    } const cases[] = {
        {"chunked", "Transfer-Encoding: chunked", chunked},
        {"chunked no more", "Transfer-Encoding: chunked", kPage},
        {"gzip", "Content-Encoding: gzip", packed},
        {"gzip no more", "Content-Encoding: gzip", kPage},
        {"both", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked",
         chunk(packed.substr(0, 40)) + chunk(packed.substr(40)) + "0\r\n\r\n"},
        {"cut", "Content-Encoding: gzip", packed.substr(0, packed.size() - 8)},
        {"brotli no more", "Content-Encoding: br", kPage},
    };
    for (const auto& [what, head, body] : cases) {
        const FileContent content = read_file_named(
            "a.warc", response(kUrl, "200 OK\r\nContent-Type: text/html\r\n" + head, body));
        ASSERT_THAT(content.articles, SizeIs(1)) << what;
        EXPECT_THAT(content.articles[0].text, HasSubstr("gallium exports")) << what;
    }
}

TEST(WebArchive, DecodesByTheHeader) {
    const std::string page = encoded("<p>商务部周四公布四项许可。</p>", "GB18030");
    const FileContent content = read_file_named(
        "a.warc", response(kUrl, "200 OK\r\nContent-Type: text/html; charset=\"gbk\"", page));
    ASSERT_THAT(content.articles, SizeIs(1));
    EXPECT_EQ(content.articles[0].text, "商务部周四公布四项许可。");
}

TEST(WebArchive, ReadsConversionsAndResources) {
    const std::string file =
        record("conversion", kUrl, "text/plain", "Permits\n\nFour permits were listed.\n") +
        record("resource", kUrl + "#2", "text/html", kPage);
    const FileContent content = read_file_named("a.warc.wet", file);
    ASSERT_THAT(content.ids(), ElementsAre(kUrl, kUrl + "#2"));
    EXPECT_EQ(content.articles[0].title, "Permits");
    EXPECT_EQ(content.articles[0].source, "example.org");
}

TEST(WebArchive, CountsWhatIsNoArticle) {
    const std::string file = response(kUrl, "404 Not Found\r\nContent-Type: text/html", "gone") +
                             response(kUrl, "200 OK\r\nContent-Type: image/png", "\x89PNG") +
                             record("revisit", kUrl, "application/http", "");
    const FileContent content = read_file_named("a.warc", file);
    EXPECT_THAT(content.articles, IsEmpty());
    EXPECT_THAT(content.skipped, IsEmpty());
    EXPECT_THAT(
        content.parts.kinds,
        UnorderedElementsAre(Pair("status 404", 1), Pair("image/png", 1), Pair("revisit", 1)));
    EXPECT_THAT(content.parts.named,
                ElementsAre(HasSubstr("a.warc:1 " + kUrl), HasSubstr(":2 "), HasSubstr(":3 ")));
}

TEST(WebArchive, GoesOnBehindBrokenRecords) {
    const std::string fine = response(kUrl, "200 OK\r\nContent-Type: text/html", kPage);
    std::string wrong = fine;
    wrong.replace(wrong.find("Content-Length: ") + 16, 3, "  7");
    const FileContent content = read_file_named("a.warc", wrong + fine);
    EXPECT_THAT(content.ids(), ElementsAre(kUrl));
    EXPECT_THAT(content.skipped, SizeIs(2));
    EXPECT_THAT(read_file_named("b.warc", "rubbish\n" + fine).skipped,
                ElementsAre(HasSubstr("belong to no record")));
    EXPECT_THAT(read_file_named("c.warc", "rubbish").skipped, ElementsAre(HasSubstr("no record")));
    EXPECT_THAT(read_file_named("d.warc", fine.substr(0, fine.size() - 40)).skipped,
                ElementsAre(HasSubstr("ends within")));
}

TEST(WebArchive, HoldsNoMoreThanADocumentMay) {
    const std::string fine = response(kUrl, "200 OK\r\nContent-Type: text/html", kPage);
    const std::string bomb = response("https://example.org/bomb",
                                      "200 OK\r\nContent-Type: text/html\r\n"
                                      "Content-Encoding: gzip",
                                      gzipped(std::string(3'000'000, 'x')));
    const std::string large =
        response("https://example.org/large", "200 OK\r\nContent-Type: text/html",
                 std::string(200'000, 'x'));
    const FileContent content =
        read_file_named("a.warc", bomb + large + fine, {.max_document_bytes = 100'000});
    EXPECT_THAT(content.ids(), ElementsAre(kUrl));
    EXPECT_THAT(content.skipped, ElementsAre(HasSubstr("too large"), HasSubstr("too large")));
}

}  // namespace
}  // namespace sinodex::testing
