#include "corpus/schema/index_reader.h"

#include <utility>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/text/analyzer.h"

namespace sinodex {
namespace {

std::string made_by(const std::string& version, const std::string& analyzer) {
    return "format " + version + ", analysis " + analyzer;
}

}  // namespace

IndexReader::IndexReader(std::string generation_path)
    : path_(std::move(generation_path)), database_(path_) {
    const std::string made = made_by(metadata(kMetaVersion), metadata(kMetaAnalyzer));
    const std::string ours = made_by(std::to_string(kFormatVersion), analyzer_fingerprint());
    if (made == ours) return;
    throw Error(
        ErrorKind::database,
        path_ + ": was made by another version of Sinodex (" + made + "; this one: " + ours + ")",
        "build it anew: sinodex-index --rebuild");
}

std::string IndexReader::metadata(std::string_view key) const {
    return database_.get_metadata(std::string(key));
}

Revisions IndexReader::revisions() const { return Revisions::decode(metadata(kMetaRevisions)); }

std::uint64_t IndexReader::articles() const {
    return database_.get_doccount() -
           database_.get_termfreq(std::string(info(Field::section).prefix));
}

Revisions revisions_of(const std::string& generation_path) {
    try {
        return Revisions::decode(
            Xapian::Database(generation_path).get_metadata(std::string(kMetaRevisions)));
    } catch (const Xapian::Error& error) {
        throw Error(ErrorKind::database, generation_path + ": " + error.get_description(),
                    "build it anew: sinodex-index --rebuild");
    }
}

}  // namespace sinodex
