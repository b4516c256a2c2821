// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/readers/decoding.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/html_text.h"
#include "corpus/readers/office_text.h"
#include "corpus/readers/read_article.h"
#include "corpus/readers/xml_reader.h"
#include "corpus/readers/zip_package.h"

namespace sinodex {
namespace {

bool is_needed(std::string_view name) {
    constexpr std::array<std::string_view, 5> kEndings = {".xhtml", ".html", ".htm", ".xml",
                                                          ".opf"};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

const std::string& file_of(const PackageFiles& files, std::string_view name) {
    const auto found = files.find(name);
    if (found != files.end()) return found->second;
    throw UnreadableDocument(SkipReason::malformed, "there is no " + std::string(name) + " in it");
}

// The name of the file that describes the book.
std::string description_of(const PackageFiles& files) {
    XmlReader xml(file_of(files, "META-INF/container.xml"));
    for (auto event = xml.next(); event != XmlReader::Event::done; event = xml.next()) {
        if (event == XmlReader::Event::begin && xml.name() == "rootfile") {
            return xml.attribute("full-path");
        }
    }
    return "";
}

std::string without_percents(std::string_view reference) {
    constexpr int kHex = 16;
    std::string name;
    for (std::size_t at = 0; at < reference.size(); ++at) {
        unsigned char byte = 0;
        const std::string_view digits = reference.substr(at + 1).substr(0, 2);
        const bool escaped =
            reference[at] == '%' && digits.size() == 2 &&
            std::from_chars(digits.data(), digits.data() + 2, byte, kHex).ptr == digits.data() + 2;
        name += escaped ? static_cast<char>(byte) : reference[at];
        if (escaped) at += 2;
    }
    return name;
}

// The names of the chapters' files, in their order; `folder` is that of the description.
std::vector<std::string> chapters_of(const std::string& description, const std::string& folder) {
    std::map<std::string, std::string> names;  // by id
    std::vector<std::string> chapters;
    XmlReader xml(description);
    for (auto event = xml.next(); event != XmlReader::Event::done; event = xml.next()) {
        if (event != XmlReader::Event::begin) continue;
        const bool contents = xml.attribute("properties") == "nav";
        if (xml.name() == "item" && !contents) {
            names[xml.attribute("id")] = folder + without_percents(xml.attribute("href"));
        } else if (xml.name() == "itemref" && xml.attribute("linear") != "no") {
            chapters.push_back(names[xml.attribute("idref")]);
        }
    }
    return chapters;
}

std::string text_of_chapter(const std::string& bytes, std::size_t& replaced) {
    Decoded decoded = decode(bytes);
    replaced += decoded.replaced + clean(decoded.text);
    return whole_text(HtmlPage(decoded.text));
}

}  // namespace

void read_epub(Article& article, std::string package) {
    const PackageFiles files = unpack(package, is_needed);
    const std::string name = description_of(files);
    const std::string& description = file_of(files, name);
    read_office_properties(description, article);
    const std::string folder = name.substr(0, name.rfind('/') + 1);
    const auto locks = files.find("META-INF/encryption.xml");
    for (const std::string& chapter : chapters_of(description, folder)) {
        if (locks != files.end() && locks->second.find('"' + chapter + '"') != std::string::npos) {
            throw UnreadableDocument(SkipReason::unreadable, "encrypted by its seller");
        }
        const auto file = files.find(chapter);
        if (file == files.end()) continue;
        const std::string text = text_of_chapter(file->second, article.replaced_bytes);
        if (text.empty()) continue;
        article.text += (article.text.empty() ? "" : "\n\n") + text;
    }
    place_title(article);
    article.encoding = "UTF-8";
}

}  // namespace sinodex
