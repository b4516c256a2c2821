// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/readers/archives.h"
#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::HasSubstr;

const std::string kWordProperties =
    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'><dc:title>Untitled</dc:title>"
    "<dc:creator>Ana Reyes</dc:creator><cp:lastModifiedBy>B</cp:lastModifiedBy>"
    "<dcterms:created>2023-12-22T09:00:00Z</dcterms:created></cp:coreProperties>";

std::string word_paragraph(const std::string& runs, const std::string& style = "") {
    const std::string named =
        style.empty() ? "" : "<w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>";
    return "<w:p>" + named + "<w:r>" + runs + "</w:r></w:p>";
}

std::string word_file(const std::string& body, const std::string& properties = kWordProperties) {
    return zipped({{"[Content_Types].xml", "<Types/>"},
                   {"word/document.xml", "<w:document xmlns:w='w' xmlns:mc='m'><w:body>" + body +
                                             "</w:body></w:document>"},
                   {"docProps/core.xml", properties}});
}

TEST(Word, ReadsParagraphsTablesAndProperties) {
    const std::string table = "<w:tbl><w:tr><w:tc>" + word_paragraph("<w:t>Firm</w:t>") +
                              "</w:tc><w:tc>" + word_paragraph("<w:t>Fine</w:t>") +
                              "</w:tc></w:tr><w:tr><w:tc>" + word_paragraph("<w:t>Didi</w:t>") +
                              "</w:tc><w:tc>" + word_paragraph("<w:t>8bn</w:t>") +
                              "</w:tc></w:tr></w:tbl>";
    const Article article =
        read(Format::word,
             word_file(word_paragraph("<w:t>Curbs on games</w:t>", "Title") +
                       word_paragraph("<w:t xml:space='preserve'>Tencent </w:t></w:r><w:r><w:t>fell"
                                      "</w:t><w:tab/><w:t>in Hong Kong.</w:t><w:br/><w:t>So did "
                                      "NetEase.</w:t>") +
                       table +
                       word_paragraph("<w:instrText>PAGE</w:instrText><w:delText>gone</w:delText>"
                                      "<w:t>R&amp;D.</w:t>")));
    EXPECT_EQ(article.text,
              "Curbs on games\n\nTencent fell in Hong Kong.\nSo did NetEase.\n\nFirm\tFine\n"
              "Didi\t8bn\n\nR&D.");
    EXPECT_EQ(article.title, "Curbs on games");
    EXPECT_EQ(titled_part(article), "Curbs on games");
    EXPECT_EQ(article.author, "Ana Reyes");
    EXPECT_EQ(article.date, "2023-12-22");
}

TEST(Word, ReadsTextBoxesOnce) {
    const std::string box = "<mc:AlternateContent><mc:Choice><w:txbxContent>" +
                            word_paragraph("<w:t>Boxed.</w:t>") +
                            "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
                            word_paragraph("<w:t>Boxed.</w:t>") +
                            "</w:txbxContent></mc:Fallback></mc:AlternateContent>";
    EXPECT_EQ(read(Format::word, word_file("<w:p><w:r>" + box + "</w:r></w:p>")).text, "Boxed.");
}

TEST(OpenDocument, ReadsParagraphsTablesAndProperties) {
    const std::string content =
        "<office:document-content xmlns:office='o' xmlns:text='x' xmlns:table='b'><office:body>"
        "<office:text><text:h text:outline-level='1'>稀土管制</text:h>"
        "<text:p>商务部<text:span>周四</text:span>宣布。<office:annotation><text:p>no</text:p>"
        "</office:annotation></text:p><text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d"
        "</text:p><table:table><table:table-row><table:table-cell><text:p>x</text:p>"
        "</table:table-cell><table:table-cell><text:p>y</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text></office:body></office:document-content>";
    const std::string meta =
        "<office:document-meta xmlns:office='o' xmlns:meta='m' xmlns:dc='d'><office:meta>"
        "<meta:initial-creator>王芳</meta:initial-creator><dc:date>2025-05-01T00:00:00</dc:date>"
        "<meta:creation-date>2025-04-04T08:00:00</meta:creation-date><dc:language>zh-CN"
        "</dc:language></office:meta></office:document-meta>";
    const Article article =
        read(Format::open_document, zipped({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                            {"content.xml", content},
                                            {"meta.xml", meta}}));
    EXPECT_EQ(article.text, "稀土管制\n\n商务部周四宣布。\n\na b c\nd\n\nx\ty");
    EXPECT_EQ(article.title, "稀土管制");
    EXPECT_EQ(article.author, "王芳");
    EXPECT_EQ(article.date, "2025-04-04");
    EXPECT_EQ(article.lang, "zh-CN");
}

std::string book(const std::string& extra_name = "unused", const std::string& extra = "") {
    return zipped(
        {{"mimetype", "application/epub+zip"},
         {"META-INF/container.xml",
          "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>"},
         {"OEBPS/two.xhtml", "<html><body><h1>Two</h1><p>Second chapter.</p></body></html>"},
         {"OEBPS/one 1.xhtml",
          "<html><head><title>x</title></head><body><p>First chapter, with "
          "<i>words</i>.</p></body></html>"},
         {"OEBPS/nav.xhtml", "<html><body><nav>Contents</nav></body></html>"},
         {"OEBPS/book.opf",
          "<package xmlns:dc='d'><metadata><dc:title>A book</dc:title><dc:creator>Ana Reyes"
          "</dc:creator><dc:publisher>Harbour</dc:publisher><dc:date>2021</dc:date>"
          "<dc:language>en</dc:language></metadata><manifest>"
          "<item id='b' href='two.xhtml'/><item id='a' href='one%201.xhtml'/>"
          "<item id='n' href='nav.xhtml' properties='nav'/></manifest>"
          "<spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>"},
         {extra_name, extra}});
}

TEST(Epub, ReadsChaptersInTheirOrder) {
    const Article article = read(Format::epub, book());
    EXPECT_EQ(article.text, "First chapter, with words.\n\nTwo\n\nSecond chapter.");
    EXPECT_EQ(article.title, "A book");
    EXPECT_EQ(article.author, "Ana Reyes");
    EXPECT_EQ(article.source, "Harbour");
    EXPECT_EQ(article.date, "2021");
    EXPECT_EQ(article.lang, "en");
}

TEST(Epub, SaysWhatIsEncrypted) {
    const std::string locked =
        book("META-INF/encryption.xml",
             "<encryption><CipherReference URI=\"OEBPS/two.xhtml\"/></encryption>");
    EXPECT_THAT(refusal_detail(Format::epub, locked), HasSubstr("encrypted"));
}

TEST(Packages, RefuseWhatCannotBeRead) {
    const std::string fine = word_file(word_paragraph("<w:t>Text.</w:t>"));
    for (const Format format : {Format::word, Format::open_document, Format::epub}) {
        EXPECT_EQ(refusal(format, "no package"), SkipReason::malformed);
        EXPECT_EQ(refusal(format, ""), SkipReason::malformed);
        EXPECT_EQ(refusal(format, zipped({{"a.txt", "a"}})), SkipReason::malformed);
        EXPECT_EQ(refusal(format, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), SkipReason::unreadable);
    }
    EXPECT_EQ(refusal(Format::word, fine.substr(0, fine.size() / 2)), SkipReason::malformed);
    EXPECT_EQ(refusal(Format::word, word_file("")), SkipReason::empty);
    EXPECT_THAT(refusal_detail(Format::word, zipped({{"word/document.xml", "<w/>"}}, "secret")),
                HasSubstr("password"));
}

TEST(Packages, UnpackNoBombs) {
    const std::string bomb =
        word_file(word_paragraph("<w:t>" + std::string(std::size_t{70} << 20, 'x') + "</w:t>"));
    ASSERT_LT(bomb.size(), std::size_t{1} << 20);
    EXPECT_EQ(refusal(Format::word, bomb), SkipReason::too_large);
}

}  // namespace
}  // namespace sinodex::testing
