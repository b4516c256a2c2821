// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/speed/prepared_corpus.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unordered_set>

#include "bench/speed/dump_file.h"
#include "bench/speed/generator.h"
#include "bench/speed/measured_process.h"
#include "corpus/error.h"
#include "corpus/readers/document_stream.h"
#include "corpus/readers/read_article.h"

namespace sinodex {
namespace {

constexpr std::uint64_t kChangedOneIn = 100;

void read_articles(const CorpusOptions& options, const std::function<void(const Article&)>& visit) {
    DocumentStream stream(options.paths);
    std::unordered_set<std::string> seen;
    RawDocument raw;
    while (stream.next(raw)) {
        try {
            const Article article = read_article(raw);
            if (seen.insert(article.id).second) visit(article);
        } catch (const UnreadableDocument&) {
            // Sinodex would report it; the others never see it.
        }
    }
    if (seen.empty()) throw Error(ErrorKind::input, options.paths.front() + ": holds no article");
}

void generate_articles(const CorpusOptions& options,
                       const std::function<void(const Article&)>& visit) {
    ArticleGenerator generator(options.seed);
    for (std::uint64_t bytes = 0; bytes < options.generate;) {
        const Article article = generator.next();
        bytes += article.title.size() + article.text.size();
        visit(article);
    }
}

void write_json_line(const Article& article, std::ostream& out) {
    nlohmann::ordered_json json{
        {"id", article.id}, {"title", article.title}, {"text", article.text}};
    if (!article.source.empty()) json["source"] = article.source;
    if (!article.date.empty()) json["date"] = article.date;
    if (!article.lang.empty()) json["lang"] = article.lang;
    out << json.dump() << '\n';
}

// The files that hold articles.
class ArticleFiles {
 public:
    explicit ArticleFiles(PreparedCorpus& corpus)
        : corpus_(corpus),
          lines_(corpus / "articles.jsonl", std::ios::binary),
          dump_(corpus / "articles.dump", std::ios::binary),
          changed_lines_(corpus / "changed.jsonl", std::ios::binary),
          changed_dump_(corpus / "changed.dump", std::ios::binary) {}

    void add(Article article) {
        write_json_line(article, lines_);
        write_dump(article, dump_);
        corpus_.bytes += article.title.size() + article.text.size();
        if (corpus_.articles++ % kChangedOneIn == 0) {
            article.text.append("\n\nThis article has been corrected.");
            write_dump(article, changed_dump_);
            ++corpus_.changed;
        }
        write_json_line(article, changed_lines_);
    }

    void finish() {
        for (std::ofstream* out : {&lines_, &dump_, &changed_lines_, &changed_dump_}) {
            out->flush();
            if (!*out) throw Error(ErrorKind::output, corpus_.folder + ": cannot be written");
        }
    }

 private:
    PreparedCorpus& corpus_;
    std::ofstream lines_, dump_, changed_lines_, changed_dump_;
};

}  // namespace

void for_each_article(const CorpusOptions& options,
                      const std::function<void(const Article&)>& visit) {
    options.paths.empty() ? generate_articles(options, visit) : read_articles(options, visit);
}

PreparedCorpus prepare_corpus(const CorpusOptions& options, std::span<const Workload> workloads,
                              const std::string& folder) {
    PreparedCorpus corpus;
    corpus.folder = folder;
    ArticleFiles files(corpus);
    QueryDrawer drawer(options.seed);
    for_each_article(options, [&](const Article& article) {
        files.add(article);
        drawer.add(article);
    });
    files.finish();
    for (const Workload& each : workloads) {
        if (!each.has_queries()) continue;
        write_queries(corpus / std::string(each.name) + ".queries",
                      drawer.draw(each.draws, each.queries));
    }
    return corpus;
}

PreparedCorpus prepare_corpus_apart(const CorpusOptions& options,
                                    std::span<const Workload> workloads,
                                    const std::string& folder) {
    const std::string line = in_other_process([&] {
        const PreparedCorpus corpus = prepare_corpus(options, workloads, folder);
        return std::to_string(corpus.articles) + " " + std::to_string(corpus.changed) + " " +
               std::to_string(corpus.bytes);
    });
    PreparedCorpus corpus;
    corpus.folder = folder;
    std::istringstream(line) >> corpus.articles >> corpus.changed >> corpus.bytes;
    return corpus;
}

}  // namespace sinodex
