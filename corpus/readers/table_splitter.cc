// SPDX-License-Identifier: GPL-2.0-or-later
#include <csv.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/readers/decoding.h"
#include "corpus/readers/member_names.h"
#include "corpus/readers/splitter.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

constexpr std::size_t kTableChunk = 64 << 10;

struct Row {
    std::vector<std::string> cells;
    std::size_t size = 0;    // bytes of all cells
    std::uint64_t line = 1;  // of the file, where it begins
};

// The rows of what is fed, as they are complete.
class RowParser {
 public:
    explicit RowParser(char delimiter) {
        csv_init(&parser_, CSV_REPALL_NL);
        csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
    }
    ~RowParser() { csv_free(&parser_); }
    RowParser(const RowParser&) = delete;
    RowParser& operator=(const RowParser&) = delete;

    void feed(std::string_view bytes) {
        csv_parse(&parser_, bytes.data(), bytes.size(), add_cell, end_row, this);
    }
    void finish() { csv_fini(&parser_, add_cell, end_row, this); }
    // Bytes of the row that is not complete.
    std::size_t pending() const { return row_.size + parser_.entry_pos; }

    std::deque<Row> rows;

 private:
    static void add_cell(void* cell, std::size_t size, void* self) {
        auto& parser = *static_cast<RowParser*>(self);
        parser.row_.size += size;
        parser.row_.cells.emplace_back(static_cast<const char*>(cell), size);
    }
    static void end_row(int end, void* self) { static_cast<RowParser*>(self)->end_row(end); }
    void end_row(int end);

    csv_parser parser_{};
    Row row_;
    std::uint64_t line_ = 1;
};

// Called for each CR and LF that is not quoted, and, with another value, at the end.
void RowParser::end_row(int end) {
    row_.line = line_;
    for (const std::string& cell : row_.cells) {
        line_ += static_cast<std::uint64_t>(std::count(cell.begin(), cell.end(), '\n'));
    }
    if (!row_.cells.empty()) rows.push_back(std::move(row_));
    row_ = {};
    if (end == '\n') ++line_;
}

// The separator that the first line has most of, outside of quotes.
char delimiter_of(std::string_view text) {
    constexpr std::string_view kDelimiters = ",;\t|";
    std::array<std::size_t, kDelimiters.size()> counts{};
    bool quoted = false;
    for (const char c : text.substr(0, text.find('\n'))) {
        if (c == '"') quoted = !quoted;
        const std::size_t at = kDelimiters.find(c);
        if (!quoted && at != std::string_view::npos) ++counts.at(at);
    }
    const auto* const most = std::max_element(counts.begin(), counts.end());
    return kDelimiters[static_cast<std::size_t>(most - counts.begin())];
}

// "Publish Date" as publish_date.
std::string column_name(std::string_view cell) {
    std::string name = ascii_lower(one_line(decode(cell).text));
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

class TableSplitter : public Splitter {
 public:
    TableSplitter(ByteSource& source, std::uint64_t max_bytes)
        : source_(source), max_bytes_(max_bytes) {}

    bool next(RawDocument& document) override;

 private:
    bool start(RawDocument& document);
    bool fill();
    void take(const Row& row, RawDocument& document);
    std::string object_of(const Row& row) const;

    ByteSource& source_;
    std::uint64_t max_bytes_;
    std::unique_ptr<RowParser> parser_;
    std::vector<std::string> columns_;
    bool ended_ = false;
};

bool TableSplitter::next(RawDocument& document) {
    if (!parser_ && !start(document)) return document.skip.has_value();
    while (fill()) {
        const Row row = std::move(parser_->rows.front());
        parser_->rows.pop_front();
        if (row.size == 0) continue;
        take(row, document);
        return true;
    }
    if (parser_->pending() <= max_bytes_) return false;
    mark_skipped(document, SkipReason::too_large,
                 "a row of more than " + std::to_string(max_bytes_) +
                     " bytes; perhaps a quotation mark is never closed");
    parser_ = std::make_unique<RowParser>(',');
    ended_ = true;
    return true;
}

// Reads the names of the columns. False when the file has no documents; then it may be skipped.
bool TableSplitter::start(RawDocument& document) {
    std::string first(kTableChunk, '\0');
    first.resize(source_.read(first.data(), first.size()));
    if (first.starts_with("\xFF\xFE") || first.starts_with("\xFE\xFF")) {
        mark_skipped(document, SkipReason::malformed,
                     "tables must be UTF-8 or of an encoding like it; this is UTF-16");
    }
    std::string_view rows = first;
    if (rows.starts_with(kByteOrderMark)) rows.remove_prefix(kByteOrderMark.size());
    parser_ = std::make_unique<RowParser>(delimiter_of(rows));
    ended_ = document.skip.has_value();
    if (ended_) return false;
    parser_->feed(rows);
    if (!fill()) return false;
    for (const std::string& cell : parser_->rows.front().cells) {
        columns_.push_back(column_name(cell));
    }
    parser_->rows.pop_front();
    if (std::any_of(columns_.begin(), columns_.end(), member_names::is_text)) return true;
    pass_over("table without a column of text", document.origin);
    return false;
}

// Makes sure that a row is complete; false at the end.
bool TableSplitter::fill() {
    while (parser_->rows.empty()) {
        if (ended_ || parser_->pending() > max_bytes_) return false;
        std::string chunk(kTableChunk, '\0');
        chunk.resize(source_.read(chunk.data(), chunk.size()));
        parser_->feed(chunk);
        ended_ = chunk.empty();
        if (ended_) parser_->finish();
    }
    return true;
}

void TableSplitter::take(const Row& row, RawDocument& document) {
    document.format = Format::json_line;
    document.origin += ':' + std::to_string(row.line);
    document.id = document.origin;
    if (row.size > max_bytes_) {
        mark_too_large(document, row.size, max_bytes_);
    } else if (row.cells.size() > columns_.size() && !blank(row.cells[columns_.size()])) {
        mark_skipped(document, SkipReason::malformed,
                     std::to_string(row.cells.size()) + " cells, but " +
                         std::to_string(columns_.size()) + " columns");
    } else {
        document.bytes = object_of(row);
    }
}

// The row as an object of JSON. Its cells together tell the encoding better than each alone.
std::string TableSplitter::object_of(const Row& row) const {
    std::string all;
    for (const std::string& cell : row.cells) all += cell + '\n';
    const std::string encoding = decode(all).encoding;
    nlohmann::json object;
    for (std::size_t i = 0; i < std::min(columns_.size(), row.cells.size()); ++i) {
        const std::string& cell = row.cells[i];
        const bool given = !blank(cell) && !object.contains(columns_[i]);
        if (given) object[columns_[i]] = decode(cell, encoding).text;
    }
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::unique_ptr<Splitter> split_table(ByteSource& source, std::uint64_t max_bytes) {
    return std::make_unique<TableSplitter>(source, max_bytes);
}

}  // namespace sinodex
