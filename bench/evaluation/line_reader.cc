// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/line_reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "corpus/error.h"

namespace sinodex::lines {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";

std::string read_whole(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(ErrorKind::input, path + ": cannot be opened");
    std::string content;
    try {
        content.assign(std::istreambuf_iterator<char>(in), {});
    } catch (const std::ios_base::failure&) {  // what libstdc++ throws for a folder
        throw Error(ErrorKind::input, path + ": cannot be read");
    }
    if (in.bad()) throw Error(ErrorKind::input, path + ": cannot be read");
    return content;
}

}  // namespace

LineReader::LineReader(std::string path)
    : path_(std::move(path)), content_(read_whole(path_)), text_(content_) {
    if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
    rest_ = text_;
}

bool LineReader::next() {
    while (!rest_.empty()) {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        line_ = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        ++number_;
        if (!trimmed(line_).empty()) return true;
    }
    return false;
}

void LineReader::fail(const std::string& what, const std::string& hint) const {
    throw Error(ErrorKind::input, place() + ": " + what, hint);
}

void LineReader::fail_at(std::size_t offset, const std::string& what,
                         const std::string& hint) const {
    const std::string_view before = text_.substr(0, offset);
    const auto number = std::count(before.begin(), before.end(), '\n') + 1;
    throw Error(ErrorKind::input, path_ + ":" + std::to_string(number) + ": " + what, hint);
}

void LineReader::fail_file(const std::string& what, const std::string& hint) const {
    throw Error(ErrorKind::input, path_ + ": " + what, hint);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::vector<std::string_view> fields(std::string_view line) {
    std::vector<std::string_view> found;
    std::size_t begin = line.find_first_not_of(kBlanks);
    while (begin != std::string_view::npos) {
        const std::size_t end = std::min(line.find_first_of(kBlanks, begin), line.size());
        found.push_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(kBlanks, end);
    }
    return found;
}

std::vector<std::string_view> columns(std::string_view line) {
    std::vector<std::string_view> found;
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
        found.push_back(trimmed(line.substr(0, tab)));
        line.remove_prefix(tab + 1);
    }
    found.push_back(trimmed(line));
    return found;
}

}  // namespace sinodex::lines
