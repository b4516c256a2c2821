// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/html_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "corpus/readers/whitespace.h"
#include "corpus/text/ascii.h"

namespace sinodex {
namespace {

template <std::size_t Size>
using Words = std::array<std::string_view, Size>;

constexpr Words<28> kParagraphs = {
    "p",          "div",  "h1",      "h2",         "h3",      "h4",     "h5",
    "h6",         "body", "article", "section",    "main",    "header", "footer",
    "aside",      "nav",  "form",    "ul",         "ol",      "dl",     "table",
    "blockquote", "pre",  "figure",  "figcaption", "address", "hr",     "fieldset"};
constexpr Words<6> kLines = {"li", "tr", "dt", "dd", "caption", "option"};
constexpr Words<17> kNeverText = {"script", "style",  "template", "svg",   "iframe",  "head",
                                  "button", "select", "textarea", "input", "object",  "embed",
                                  "canvas", "audio",  "video",    "map",   "noframes"};
constexpr Words<6> kBeside = {"nav", "footer", "aside", "dialog", "menu", "form"};

// A page's own names are taken for their words: "PostShare-bar" is post, share, bar.
constexpr Words<79> kBesideWords = {"share",
                                    "sharing",
                                    "sharedaddy",
                                    "sharethis",
                                    "sharebar",
                                    "addthis",
                                    "social",
                                    "socials",
                                    "cookie",
                                    "cookies",
                                    "consent",
                                    "gdpr",
                                    "newsletter",
                                    "subscribe",
                                    "subscription",
                                    "signup",
                                    "related",
                                    "relatedposts",
                                    "recommend",
                                    "recommended",
                                    "recommends",
                                    "recommendation",
                                    "recommendations",
                                    "recirc",
                                    "breadcrumb",
                                    "breadcrumbs",
                                    "crumbs",
                                    "crumb",
                                    "advert",
                                    "advertisement",
                                    "ads",
                                    "ad",
                                    "adv",
                                    "advertising",
                                    "promo",
                                    "promotion",
                                    "sponsored",
                                    "sponsor",
                                    "sidebar",
                                    "popup",
                                    "modal",
                                    "pagination",
                                    "pager",
                                    "nav",
                                    "navbar",
                                    "navigation",
                                    "menu",
                                    "footer",
                                    "toolbar",
                                    "outbrain",
                                    "taboola",
                                    "trending",
                                    "popular",
                                    "mostread",
                                    "morefrom",
                                    "readmore",
                                    "teaser",
                                    "teasers",
                                    "ticker",
                                    "copyright",
                                    "jiathis",
                                    "bdshare",
                                    "qrcode",
                                    "paywall",
                                    "login",
                                    "tooltip",
                                    "overlay",
                                    "banner",
                                    "masthead",
                                    "rail",
                                    "gallery",
                                    "slideshow",
                                    "cta",
                                    "affiliate",
                                    "disclaimer",
                                    "donate",
                                    "donation",
                                    "werbung",
                                    "anzeige"};
constexpr Words<10> kCommentWords = {"comment",   "comments",  "commentlist", "disqus",
                                     "respond",   "responses", "pinglun",     "commentary",
                                     "kommentar", "kommentare"};
constexpr Words<33> kPerhapsWords = {
    "meta",    "metadata",  "byline",  "author",  "authors",     "bio",     "tags",
    "tag",     "taglist",   "widget",  "widgets", "tools",       "toolbox", "credit",
    "credits", "info",      "caption", "rating",  "vote",        "print",   "date",
    "time",    "timestamp", "posted",  "links",   "link",        "more",    "next",
    "prev",    "header",    "topics",  "ratings", "postmetadata"};
// Words that, behind "author", say that it is about who wrote the article.
constexpr Words<6> kOfAuthors = {"bio", "box", "info", "description", "card", "about"};
// Words that turn what follows: has-sidebar, contentWithSidebar, no-ads, category-ads, and the
// CtxtMenu_Attached of formulas.
constexpr Words<13> kTurning = {"has", "with", "no",      "is",     "js",    "not", "category",
                                "tag", "non",  "without", "single", "theme", "ctxt"};
// Words for what readers have paid for: paywall-body.
constexpr Words<4> kContent = {"body", "content", "article", "text"};
// Words of what is quoted from elsewhere: social-media-embed.
constexpr Words<4> kEmbedded = {"embed", "embedded", "tweet", "quote"};
constexpr Words<34> kClaims = {
    "article-body",  "articlebody",      "article-content",    "articlecontent",
    "article__body", "article__content", "article-text",       "articletext",
    "entry-content", "post-content",     "postcontent",        "post-body",
    "post_content",  "story-body",       "storybody",          "story-content",
    "story-text",    "article_body",     "article_content",    "trs_editor",
    "artibody",      "article-inner",    "content-article",    "news-content",
    "newscontent",   "news_content",     "rich_media_content", "entry__content",
    "entrycontent",  "single-content",   "article_text",       "pages_content",
    "main-text",     "text-content"};

template <std::size_t Size>
bool contains(const Words<Size>& words, std::string_view word) {
    // Nearly all words differ in their first letter or their length.
    return std::any_of(words.begin(), words.end(), [word](std::string_view known) {
        return known.size() == word.size() && known.front() == word.front() && known == word;
    });
}

// Calls visit(word, name) for each word of each name in a class or id attribute, in lower case.
template <typename Visit>
void for_each_word(std::string_view names, Visit visit) {
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (!is_ascii_letter(names[at])) continue;
        std::string word;
        const std::size_t begin = at;
        for (; at < names.size() && is_ascii_letter(names[at]); ++at) {
            const bool hump =
                at > begin && is_ascii_upper(names[at]) && !is_ascii_upper(names[at - 1]);
            if (hump) break;
            word += static_cast<char>(names[at] | 0x20);
        }
        visit(std::string_view(word), begin == 0 || space_at(names, begin - 1) > 0);
        --at;
    }
}

Beside beside_by_word(std::string_view word) {
    if (contains(kBesideWords, word)) return Beside::yes;
    if (contains(kCommentWords, word)) return Beside::comments;
    return contains(kPerhapsWords, word) ? Beside::perhaps : Beside::no;
}

// A name of many words was made from a heading, and says nothing of what the element is for.
constexpr int kMostWords = 4;

Beside beside_by_names(std::string_view names) {
    Beside all = Beside::no;
    Beside of_name = Beside::no;
    int words = 0;
    bool turned = false;
    bool paywall = false;
    bool author = false;
    const auto end_name = [&] {
        if (words <= kMostWords) all = std::max(all, of_name);
        of_name = Beside::no;
        words = 0;
        turned = paywall = author = false;
    };
    for_each_word(names, [&](std::string_view word, bool first) {
        if (first) end_name();
        ++words;
        const bool behind_paywall = paywall && contains(kContent, word);
        paywall = word == "paywall";
        if (behind_paywall) of_name = Beside::no;
        if (contains(kTurning, word) || behind_paywall) turned = true;
        if (contains(kEmbedded, word)) {
            turned = true;
            of_name = Beside::no;
        }
        if (!turned) of_name = std::max(of_name, beside_by_word(word));
        if (!turned && author && contains(kOfAuthors, word)) of_name = Beside::yes;
        author = author || word == "author";
    });
    end_name();
    return all;
}

bool claims(std::string_view names) {
    const std::string lower = ascii_lower(names);
    std::string_view rest = trimmed(lower);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(" \t\n\f"), rest.size());
        if (contains(kClaims, rest.substr(0, end))) return true;
        rest = trimmed(rest.substr(end));
    }
    return false;
}

}  // namespace

HtmlGap gap_around(std::string_view element) {
    if (contains(kParagraphs, element)) return HtmlGap::paragraph;
    return contains(kLines, element) ? HtmlGap::line : HtmlGap::none;
}

int heading_level(std::string_view element) {
    const bool heading =
        element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6';
    return heading ? element[1] - '0' : 0;
}

bool is_never_text(std::string_view element) { return contains(kNeverText, element); }

bool is_hidden(const HtmlNode& element) {
    if (element.has_attribute("hidden") || element.attribute("aria-hidden") == "true") return true;
    std::string style = ascii_lower(element.attribute("style"));
    std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
    return style.find("display:none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos;
}

Claim claim_of(const HtmlNode& element) {
    if (ascii_lower(element.attribute("itemprop")) == "articlebody") return Claim::body;
    if (element.name == "article" || element.name == "main" ||
        element.attribute("role") == "main") {
        return Claim::article;
    }
    const bool named = claims(element.attribute("class")) || claims(element.attribute("id"));
    return named ? Claim::name : Claim::none;
}

Beside beside_of(const HtmlNode& element) {
    if (contains(kBeside, element.name)) return Beside::yes;
    return std::max({beside_by_names(element.attribute("class")),
                     beside_by_names(element.attribute("id")),
                     element.name == "header" ? Beside::perhaps : Beside::no});
}

}  // namespace sinodex
