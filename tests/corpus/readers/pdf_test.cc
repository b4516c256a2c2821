// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "tests/corpus/readers/archives.h"
#include "tests/corpus/readers/reading.h"

namespace sinodex::testing {
namespace {

using ::testing::HasSubstr;

const std::string kInfo =
    "/Title (Curbs on game spending) /Author (Ana Reyes) /CreationDate (D:20231222093000+08'00')";

std::vector<PdfWords> column(double x, double y, const std::vector<std::string>& lines,
                             double size = 10) {
    std::vector<PdfWords> words;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        words.push_back({x, y - 12 * static_cast<double>(i), size, lines[i]});
    }
    return words;
}

std::vector<PdfWords> page_of(const std::vector<std::vector<PdfWords>>& parts) {
    std::vector<PdfWords> page;
    for (const auto& part : parts) page.insert(page.end(), part.begin(), part.end());
    return page;
}

std::string deflated(const std::string& text) {
    std::string packed(compressBound(text.size()), '\0');
    uLongf size = packed.size();
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
              reinterpret_cast<const Bytef*>(text.data()), text.size(), 9);
    packed.resize(size);
    return packed;
}

TEST(Pdf, ReadsParagraphsAndWhatIsStated) {
    const Article article =
        read(Format::pdf,
             pdf_of({column(60, 700,
                            {"The regulator set new limits on daily spend-",
                             "ing in online games on Friday, and gave", "firms a month.",
                             "It fell 5 percent in Hong Kong, while other", "shares rose."})},
                    kInfo));
    EXPECT_EQ(article.text,
              "The regulator set new limits on daily spending in online games on Friday, and gave "
              "firms a month.\n\nIt fell 5 percent in Hong Kong, while other shares rose.");
    EXPECT_EQ(article.title, "Curbs on game spending");
    EXPECT_EQ(article.author, "Ana Reyes");
    EXPECT_EQ(article.date, "2023-12-22");
}

TEST(Pdf, ReadsColumnsOneAfterTheOther) {
    const Article article =
        read(Format::pdf, pdf_of({page_of({column(60, 700,
                                                  {"The left column has lines of text that",
                                                   "go on for a "
                                                   "while, and it does not end"}),
                                           column(320, 700,
                                                  {"here but goes on at the top of the other",
                                                   "column, "
                                                   "where it ends."})})},
                                 ""));
    EXPECT_EQ(article.text,
              "The left column has lines of text that go on for a while, and it does not end here "
              "but goes on at the top of the other column, where it ends.");
}

TEST(Pdf, LeavesRunningHeadersOutAndMarksPages) {
    std::vector<std::vector<PdfWords>> pages;
    for (const std::string number : {"1", "2", "3", "4"}) {
        pages.push_back(page_of({{{60, 770, 9, "Harbour Research Notes"}, {500, 770, 9, number}},
                                 column(60, 600, {"This is what page " + number + " says of it."}),
                                 {{60, 30, 9, "Page " + number + " of 4"}}}));
    }
    EXPECT_EQ(read(Format::pdf, pdf_of(pages, "")).text,
              "This is what page 1 says of it.\n\f\nThis is what page 2 says of it.\n\f\n"
              "This is what page 3 says of it.\n\f\nThis is what page 4 says of it.");
}

TEST(Pdf, JoinsParagraphsAcrossPages) {
    const std::string file =
        pdf_of({column(60, 600, {"A paragraph that begins on this page and"}),
                column(60, 700, {"ends on the next one."}), column(60, 700, {"Another."})},
               "");
    EXPECT_EQ(read(Format::pdf, file).text,
              "A paragraph that begins on this page and ends on the next one.\n\f\f\nAnother.");
}

TEST(Pdf, TakesLargeLettersForTheTitle) {
    const std::vector<PdfWords> page =
        page_of({{{60, 740, 20, "Gallium and the limits"}, {60, 716, 20, "of export permits"}},
                 column(60, 600,
                        {"Four permits were listed on Thursday, and none",
                         "was for "
                         "germanium."})});
    for (const char* info : {"", "/Title (Microsoft Word - final_v3.doc)", "/Title (Template)"}) {
        const Article article = read(Format::pdf, pdf_of({page}, info));
        EXPECT_EQ(article.title, "Gallium and the limits of export permits") << info;
        EXPECT_EQ(titled_part(article), article.title);
    }
}

TEST(Pdf, RefusesWhatCannotBeRead) {
    EXPECT_EQ(refusal(Format::pdf, ""), SkipReason::malformed);
    EXPECT_EQ(refusal(Format::pdf, "%PDF-1.4\nrubbish"), SkipReason::malformed);
    EXPECT_EQ(refusal(Format::pdf, "no PDF"), SkipReason::malformed);
    EXPECT_THAT(refusal_detail(Format::pdf, pdf_of({{}, {}}, kInfo)), HasSubstr("OCR"));
    const std::string locked = pdf_of({column(60, 700, {"Secret."})}, "");
    std::string encrypted = locked;
    encrypted.insert(encrypted.find("/Root"), "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" +
                                                  std::string(32, 'o') + ") /U (" +
                                                  std::string(32, 'u') + ") >> /ID [(a) (b)] ");
    EXPECT_THAT(refusal_detail(Format::pdf, encrypted), HasSubstr("password"));
}

TEST(Pdf, UnpacksNoBombs) {
    std::string words = "BT /F1 9 Tf 50 700 Td (Fine.) Tj ET ";
    const std::string packed = pdf_drawn_by(deflated(words), "/Filter /FlateDecode");
    EXPECT_EQ(read(Format::pdf, packed).text, "Fine.");
    words.resize(std::size_t{40} << 20, ' ');
    const std::string bomb = deflated(words);
    EXPECT_EQ(refusal(Format::pdf, pdf_drawn_by(bomb, "/Filter /FlateDecode")),
              SkipReason::too_large);
    EXPECT_EQ(
        refusal(Format::pdf, pdf_drawn_by(deflated(bomb), "/Filter [/FlateDecode /FlateDecode]")),
        SkipReason::too_large);
}

}  // namespace
}  // namespace sinodex::testing
