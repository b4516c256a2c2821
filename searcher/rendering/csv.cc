// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rendering/csv.h"

#include <array>
#include <charconv>
#include <concepts>
#include <string_view>
#include <vector>

#include "corpus/text/utf8.h"
#include "searcher/rendering/saved_work.h"
#include "searcher/rendering/value_names.h"

namespace sinodex {
namespace {

std::string neutral(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    const bool formula =
        first != std::string_view::npos && std::string_view("=+-@").find(text[first]) < 4;
    return formula ? "'" + std::string(text) : std::string(text);
}

std::string quoted(const std::string& text) {
    const bool plain = text.find_first_of(",;\"") == std::string::npos && !text.starts_with(' ') &&
                       !text.ends_with(' ');
    if (plain) return text;
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out.append("\"");
}

// A table that is written row by row.
class CsvTable {
 public:
    CsvTable(const std::string& qid, std::ostream& out) : qid_(qid), out_(out) {}

    void head(CsvHeader header, const std::vector<std::string_view>& names) {
        if (header == CsvHeader::without) return;
        if (!qid_.empty()) cell("qid");
        for (const std::string_view name : names) cell(name);
        end_row();
    }

    template <typename... Cells>
    void row(const Cells&... cells) {
        if (!qid_.empty()) cell(qid_);
        (cell(cells), ...);
        end_row();
    }

 private:
    void put(std::string_view bytes) {
        if (!first_) out_ << ',';
        first_ = false;
        out_ << bytes;
    }
    void cell(std::string_view text) { put(quoted(neutral(valid_utf8(text)))); }
    void cell(const char* text) { cell(std::string_view(text)); }
    void cell(bool value) { put(value ? "true" : "false"); }
    template <std::integral Number>
    void cell(Number number) {
        put(std::to_string(number));
    }
    // In as few digits as say it exactly, without an exponent.
    void cell(double number) {
        std::array<char, 400> digits{};
        const auto fixed = std::chars_format::fixed;
        const char* end = std::to_chars(digits.begin(), digits.end(), number, fixed).ptr;
        put({digits.data(), static_cast<std::size_t>(end - digits.data())});
    }
    void end_row() {
        out_ << '\n';
        first_ = true;
    }

    const std::string& qid_;
    std::ostream& out_;
    bool first_ = true;
};

void add_figure(const Figure& figure, const FigureGroup& group, std::size_t number, bool differs,
                CsvTable& table) {
    const ArticleInfo& article = figure.article;
    const std::string_view origin = figure.date.empty()     ? ""
                                    : figure.date_mentioned ? "mentioned"
                                                            : "published";
    table.row(number, group.entity, group.entity_name, group.what, figure.value, figure.low,
              figure.high, figure.unit, figure.qualifier, name_of(figure.tie), figure.date,
              figure.date_to, origin, name_of(group.agreement), differs, figure.id, figure.begin,
              figure.end, figure.sentence, article.title, article.source, article.date,
              article.url);
}

}  // namespace

void render_csv(const SearchResult& result, const std::string& qid, CsvHeader header,
                std::ostream& out) {
    CsvTable table(qid, out);
    table.head(header, {"rank", "score", "id", "title", "source", "author", "date", "url", "lang",
                        "text", "start", "end"});
    for (const SearchHit& hit : result.hits) {
        const ArticleInfo& article = hit.article;
        table.row(hit.rank, hit.score, hit.id, article.title, article.source, article.author,
                  article.date, article.url, article.lang, hit.text, hit.begin, hit.end);
    }
}

void render_csv(const Facets& view, const std::string& qid, CsvHeader header, std::ostream& out) {
    CsvTable table(qid, out);
    table.head(header, {"facet", "value", "name", "filter", "articles"});
    for (const Facet& facet : view.facets) {
        for (const FacetValue& value : facet.values) {
            table.row(facet.name, value.value, value.name, value.filter, value.articles);
        }
    }
}

void render_csv(const Timeline& view, const std::string& qid, CsvHeader header, std::ostream& out) {
    CsvTable table(qid, out);
    table.head(header, {"month", "articles"});
    for (const TimelineMonth& month : view.months) table.row(month_text(month), month.articles);
}

void render_csv(const RelatedEntities& view, const std::string& qid, CsvHeader header,
                std::ostream& out) {
    CsvTable table(qid, out);
    table.head(header, {"id", "type", "name", "filter", "articles", "share", "share_elsewhere",
                        "score", "example"});
    for (const RelatedEntity& entity : view.entities) {
        table.row(entity.id, entity.type, entity.name, entity.filter, entity.articles, entity.share,
                  entity.share_elsewhere, entity.score, entity.example);
    }
}

void render_csv(const Figures& view, const std::string& qid, CsvHeader header, std::ostream& out) {
    CsvTable table(qid, out);
    table.head(header, {"group",    "entity",    "entity_name", "what",         "value", "low",
                        "high",     "unit",      "qualifier",   "tie",          "date",  "date_to",
                        "date_of",  "agreement", "differs",     "id",           "start", "end",
                        "sentence", "title",     "source",      "article_date", "url"});
    for (std::size_t i = 0; i < view.groups.size(); ++i) {
        for (const FigureValue& value : view.groups[i].values) {
            for (const Figure& figure : value.figures) {
                add_figure(figure, view.groups[i], i + 1, value.differs, table);
            }
        }
    }
}

void render_csv(const SavedWork& work, std::ostream& out) {
    const std::string no_qid;
    CsvTable table(no_qid, out);
    table.head(CsvHeader::with, {"id", "tags", "note", "text", "at"});
    for (const auto& [id, mark] : work.marks) {
        std::string tags;
        for (const std::string& tag : mark.tags) tags.append(tags.empty() ? "" : "; ").append(tag);
        table.row(id, tags, mark.note, mark.text, mark.at);
    }
}

}  // namespace sinodex
