// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/inspection_text.h"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <string_view>

#include "indexer/cli/printable.h"

namespace sinodex {
namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kEntity = "\033[36m";
constexpr std::string_view kAmount = "\033[33m";
constexpr std::string_view kDate = "\033[32m";
constexpr std::string_view kEnd = "\033[0m";

// So much is quoted in a list; more is cut off.
constexpr std::size_t kQuoted = 60;

std::string range_text(ByteRange range) {
    return std::to_string(range.begin) + "-" + std::to_string(range.end);
}

// 33.33, but 1.8228e10.
std::string number_text(Decimal value) {
    constexpr double kLarge = 1e6;
    if (value.to_double() >= kLarge) return value.text();
    std::ostringstream out;
    out << std::setprecision(12) << value.to_double();
    return out.str();
}

std::string value_text(const Amount& amount) {
    std::string text = number_text(amount.low);
    if (amount.high != amount.low) text += ".." + number_text(amount.high);
    return text.append(" ").append(unit_name(amount.unit));
}

std::string days_text(const DateMention& date) {
    if (!date.days) return "?";
    const std::string from = day_text(date.days->from);
    return date.days->from == date.days->to ? from : from + ".." + day_text(date.days->to);
}

// The beginning of a text, on one line.
std::string quoted(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) line.push_back(c);
        if (space && !line.empty() && line.back() != ' ') line.push_back(' ');
    }
    std::size_t end = std::min(kQuoted, line.size());
    const bool cut = end < line.size();
    while (cut && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80) --end;
    return printable(line.substr(0, end)) + (cut ? "..." : "");
}

struct Mark {
    ByteRange range;
    std::string meaning;
    std::string_view color;
};

// Sorted and disjoint.
class Marks {
 public:
    Marks(const Inspection& inspection, const std::vector<Mention>& mentions,
          const std::vector<Amount>& amounts, const std::vector<DateMention>& dates) {
        for (const Mention& mention : mentions) {
            marks_.push_back({mention.range, inspection.entities[mention.entity].id, kEntity});
        }
        for (const Amount& amount : amounts) {
            marks_.push_back({amount.range, value_text(amount), kAmount});
        }
        for (const DateMention& date : dates) {
            marks_.push_back({date.range, days_text(date), kDate});
        }
    }

    void add_boilerplate(ByteRange range) { marks_.push_back({range, "boilerplate", kDim}); }

    std::vector<Mark> take() {
        std::sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
            return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                                  : a.range.end > b.range.end;
        });
        std::uint32_t end = 0;
        std::erase_if(marks_, [&end](const Mark& mark) {
            const bool overlaps = mark.range.begin < end;
            if (!overlaps) end = mark.range.end;
            return overlaps;
        });
        return std::move(marks_);
    }

 private:
    std::vector<Mark> marks_;
};

// A stretch of a text with its marks.
std::string marked(std::string_view text, ByteRange range, const std::vector<Mark>& marks,
                   bool color) {
    std::string out;
    std::uint32_t at = range.begin;
    for (const Mark& mark : marks) {
        const ByteRange inside{std::max(mark.range.begin, at), std::min(mark.range.end, range.end)};
        if (inside.begin >= inside.end) continue;
        out += slice(text, {at, inside.begin});
        out.append(color ? mark.color : "[").append(slice(text, inside));
        out.append(color ? std::string(kEnd) : "|" + mark.meaning + "]");
        at = inside.end;
    }
    return out.append(slice(text, {at, range.end}));
}

// Prints what `marked` made; the document's own control characters are gone by then.
void print_lines(std::ostream& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (text.find_first_not_of(" \t\r") < end) out << "    " << text.substr(0, end) << '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

using Row = std::vector<std::string>;

// Columns as wide as they need be; all but the last one are ASCII.
void print_list(std::ostream& out, std::string_view name, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    out << "\n  " << name << '\n';
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    for (const Row& row : rows) {
        out << "   ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool last = i + 1 == row.size();
            out << ' ' << row[i] << std::string(last ? 0 : widths[i] - row[i].size() + 1, ' ');
        }
        out << '\n';
    }
}

void print_fact(std::ostream& out, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    out << "  " << name << std::string(name.size() < 11 ? 11 - name.size() : 1, ' ') << value
        << '\n';
}

std::string published_text(const Inspection& inspection) {
    const auto& published = inspection.found.published;
    if (!published) return printable(inspection.article.date);
    return published->text()
        .append(" (")
        .append(to_string(published->origin))
        .append(", ")
        .append(to_string(published->trust))
        .append(")");
}

std::string encoding_text(const Article& article) {
    if (article.replaced_bytes == 0) return printable(article.encoding);
    return printable(article.encoding) + ", " + std::to_string(article.replaced_bytes) +
           " invalid bytes replaced";
}

void print_facts(std::ostream& out, const Inspection& inspection, bool color) {
    const Article& article = inspection.article;
    const std::vector<Mark> marks =
        Marks(inspection, inspection.found.mentions.title, inspection.found.title_amounts,
              inspection.found.title_dates)
            .take();
    const ByteRange whole{0, static_cast<std::uint32_t>(article.title.size())};
    out << (color ? kBold : "") << printable(article.id) << (color ? kEnd : "") << '\n';
    print_fact(out, "title", marked(printable(article.title), whole, marks, color));
    print_fact(out, "file", printable(inspection.origin));
    print_fact(out, "url", printable(article.url));
    print_fact(out, "source", printable(article.source));
    print_fact(out, "author", printable(article.author));
    print_fact(out, "published", published_text(inspection));
    print_fact(out, "language", printable(inspection.lang));
    print_fact(out, "encoding", encoding_text(article));
    print_fact(out, "words", std::to_string(inspection.words));
}

std::vector<Mark> text_marks(const Inspection& inspection) {
    const AnalysedArticle& found = inspection.found;
    Marks marks(inspection, found.mentions.text, found.amounts, found.dates);
    for (const ByteRange range : found.layout.boilerplate) marks.add_boilerplate(range);
    return marks.take();
}

// Passages, and what stands between them, in the order of the text.
void print_text(std::ostream& out, const Inspection& inspection, bool color) {
    const Layout& layout = inspection.found.layout;
    const std::vector<Mark> marks = text_marks(inspection);
    const std::string text = printable(inspection.article.text, "\n\t");
    auto boilerplate = layout.boilerplate.begin();
    const auto print_before = [&](std::uint32_t position) {
        for (; boilerplate != layout.boilerplate.end() && boilerplate->begin < position;
             ++boilerplate) {
            out << '\n';
            print_lines(out, marked(text, *boilerplate, marks, color));
        }
    };
    for (std::size_t i = 0; i < layout.passages.size(); ++i) {
        const ByteRange passage = layout.passages[i];
        print_before(passage.begin);
        while (boilerplate != layout.boilerplate.end() && boilerplate->begin < passage.end) {
            ++boilerplate;
        }
        out << "\n  #" << i << "  " << (color ? kDim : "") << "bytes " << range_text(passage)
            << (color ? kEnd : "") << '\n';
        print_lines(out, marked(text, passage, marks, color));
    }
    print_before(static_cast<std::uint32_t>(text.size()) + 1);
}

std::string mentions_text(const InspectedEntity& entity) {
    std::string text;
    for (std::size_t kind = 0; kind < kMentionKinds; ++kind) {
        if (entity.mentions[kind] == 0) continue;
        if (!text.empty()) text += ", ";
        text += std::to_string(entity.mentions[kind]) + " ";
        text += to_string(static_cast<MentionKind>(kind));
    }
    return text;
}

void add_amounts(std::vector<Row>& rows, const std::vector<Amount>& amounts, std::string_view text,
                 bool title) {
    for (const Amount& amount : amounts) {
        rows.push_back({title ? "title" : range_text(amount.range), value_text(amount),
                        std::string(to_string(amount.qualifier)),
                        quoted(slice(text, amount.range))});
    }
}

void add_dates(std::vector<Row>& rows, const std::vector<DateMention>& dates, std::string_view text,
               bool title) {
    for (const DateMention& date : dates) {
        rows.push_back({title ? "title" : range_text(date.range), days_text(date),
                        std::string(to_string(date.precision)), std::string(to_string(date.kind)),
                        quoted(slice(text, date.range))});
    }
}

void print_findings(std::ostream& out, const Inspection& inspection) {
    const AnalysedArticle& found = inspection.found;
    const Article& article = inspection.article;
    std::vector<Row> rows;
    for (const InspectedEntity& entity : inspection.entities) {
        rows.push_back({std::to_string(entity.weight), std::string(to_string(entity.type)),
                        entity.id, mentions_text(entity), printable(entity.name)});
    }
    print_list(out, "entities, by weight", rows);
    rows.clear();
    add_amounts(rows, found.title_amounts, article.title, true);
    add_amounts(rows, found.amounts, article.text, false);
    print_list(out, "amounts", rows);
    rows.clear();
    add_dates(rows, found.title_dates, article.title, true);
    add_dates(rows, found.dates, article.text, false);
    print_list(out, "dates", rows);
}

void print_ranges(std::ostream& out, std::string_view name, const std::vector<ByteRange>& ranges,
                  std::string_view text) {
    std::vector<Row> rows;
    rows.reserve(ranges.size());
    for (const ByteRange range : ranges) {
        rows.push_back({range_text(range), quoted(slice(text, range))});
    }
    print_list(out, name, rows);
}

void print_versions(std::ostream& out, std::string_view name,
                    const std::vector<StoryVersion>& versions) {
    std::vector<Row> rows;
    rows.reserve(versions.size());
    for (const StoryVersion& version : versions) {
        rows.push_back({version.likeness.empty() ? "-" : version.likeness, printable(version.id)});
    }
    print_list(out, name, rows);
}

}  // namespace

void print_inspection_text(std::ostream& out, const Inspection& inspection, bool color) {
    print_facts(out, inspection, color);
    print_text(out, inspection, color);
    print_findings(out, inspection);
    const std::string& text = inspection.article.text;
    print_ranges(out, "boilerplate", inspection.found.layout.boilerplate, text);
    print_ranges(out, "of it debris that the reader found", inspection.article.debris, text);
    print_versions(out, "other versions of the story", inspection.versions);
    print_versions(out, "versions in the database, the best one first", inspection.stored_versions);
    out << '\n';
}

}  // namespace sinodex
