// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/dump_file.h"

#include <string_view>
#include <utility>

#include "corpus/error.h"

namespace sinodex {
namespace {

void write_field(std::string_view name, std::string_view value, std::ostream& out) {
    if (value.empty()) return;
    out << name << '=';
    for (const char c : value) {
        if (c == '\n') {
            out << "\n=";
        } else {
            out << c;
        }
    }
    out << '\n';
}

std::string* field(Article& article, std::string_view name) {
    if (name == "id") return &article.id;
    if (name == "title") return &article.title;
    if (name == "text") return &article.text;
    if (name == "date") return &article.date;
    return name == "source" ? &article.source : nullptr;
}

}  // namespace

void write_dump(const Article& article, std::ostream& out) {
    write_field("id", article.id, out);
    write_field("title", article.title, out);
    write_field("text", article.text, out);
    write_field("date", article.date, out);
    write_field("source", article.source, out);
    out << '\n';
}

DumpReader::DumpReader(const std::string& path) : in_(path, std::ios::binary) {
    if (!in_) throw Error(ErrorKind::input, path + ": cannot be opened");
}

bool DumpReader::next(Article& article) {
    article = {};
    std::string* current = nullptr;
    for (std::string line; std::getline(in_, line) && !line.empty();) {
        const std::size_t equals = line.find('=');
        if (equals == 0) {
            if (current != nullptr) current->append("\n").append(line, 1);
            continue;
        }
        current = field(article, std::string_view(line).substr(0, equals));
        if (current != nullptr) *current = line.substr(equals + 1);
    }
    return !article.id.empty();
}

}  // namespace sinodex
