// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/evaluation/measures.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "bench/evaluation/formulas.h"
#include "bench/evaluation/line_reader.h"
#include "corpus/error.h"

namespace sinodex {

namespace {

using lines::fields;
using lines::trimmed;

constexpr auto kNone = CutoffRule::none;
constexpr auto kOptional = CutoffRule::optional;
constexpr auto kRequired = CutoffRule::required;

constexpr auto kLevel = CutoffRule::recall_level;

constexpr std::array<MeasureFamily, 18> kFamilies = {{
    {"AP", formulas::average_precision, kOptional, "rel", "average precision"},
    {"nDCG", formulas::normalised_dcg, kOptional, "dcg",
     "normalised discounted cumulative gain; dcg='exp-log2' for gains of 2^g - 1"},
    {"P", formulas::precision, kRequired, "rel", "precision"},
    {"R", formulas::recall, kRequired, "rel", "recall"},
    {"RR", formulas::reciprocal_rank, kOptional, "rel", "reciprocal rank of the first relevant"},
    {"Success", formulas::success, kRequired, "rel", "1 where something relevant was found"},
    {"Bpref", formulas::binary_preference, kNone, "rel", "binary preference"},
    {"RBP", formulas::rank_biased_precision, kOptional, "p rel", "rank-biased precision"},
    {"ERR", formulas::expected_reciprocal_rank, kOptional, "", "expected reciprocal rank"},
    {"Judged", formulas::judged, kRequired, "", "share of the documents that was judged"},
    {"Rprec", formulas::r_precision, kNone, "rel", "precision at the number of relevant"},
    {"IPrec", formulas::interpolated_precision, kLevel, "rel",
     "highest precision from a recall on, as IPrec@0.1"},
    {"SetP", formulas::set_precision, kNone, "rel", "precision of all that was returned"},
    {"SetR", formulas::recall, kNone, "rel", "recall of all that was returned"},
    {"SetF", formulas::set_f, kNone, "beta rel",
     "harmonic mean of both, recall counting beta times as much"},
    {"NumRet", formulas::num_ret, kNone, "", "documents returned, summed up", true},
    {"NumRel", formulas::num_rel, kNone, "rel", "relevant documents, summed up", true},
    {"NumRelRet", formulas::num_rel_ret, kNone, "rel", "relevant ones returned, summed up", true},
}};

// trec_eval's names; one that ends in _ or . takes a cut-off there, as ndcg_cut_10 or ndcg_cut.10.
struct TrecEvalName {
    std::string_view theirs;
    std::string_view ours;
    bool parameter = false;
};

constexpr std::array<TrecEvalName, 17> kTrecEvalNames = {{
    {"map", "AP"},
    {"map_cut", "AP", true},
    {"ndcg", "nDCG"},
    {"ndcg_cut", "nDCG", true},
    {"P", "P", true},
    {"recall", "R", true},
    {"recip_rank", "RR"},
    {"success", "Success", true},
    {"bpref", "Bpref"},
    {"iprec_at_recall", "IPrec", true},
    {"set_P", "SetP"},
    {"set_recall", "SetR"},
    {"set_F", "SetF"},
    {"num_ret", "NumRet"},
    {"num_rel", "NumRel"},
    {"num_rel_ret", "NumRelRet"},
    // Other programs' names for the same.
    {"MRR", "RR"},
}};

// A name of trec_eval's as one of ours; every other name as it is.
std::string in_our_words(std::string_view name) {
    for (const TrecEvalName& each : kTrecEvalNames) {
        if (!name.starts_with(each.theirs)) continue;
        const std::string_view rest = name.substr(each.theirs.size());
        if (rest.empty() && !each.parameter) return std::string(each.ours);
        if (each.parameter && rest.size() > 1 && (rest[0] == '_' || rest[0] == '.') &&
            std::isdigit(static_cast<unsigned char>(rest[1])) != 0) {
            return std::string(each.ours).append("@").append(rest.substr(1));
        }
    }
    return std::string(name);
}

std::string syntax(const MeasureFamily& family) {
    std::string text(family.name);
    if (family.cutoff == CutoffRule::required) text += "@k";
    if (family.cutoff == CutoffRule::optional) text += "[@k]";
    if (family.cutoff == CutoffRule::recall_level) text += "@recall";
    return text;
}

std::string known_measures() {
    std::string names;
    for (const MeasureFamily& family : kFamilies) {
        if (!names.empty()) names += ", ";
        names += syntax(family);
    }
    return "known are " + names +
           "; options as in AP(rel=2), nDCG(dcg='exp-log2')@10, RBP(p=0.9); and trec_eval's names, "
           "as "
           "map, ndcg_cut_10, recall_100";
}

// The name of one measure on its way to parameters; what is still to be parsed is `rest`.
class MeasureParser {
 public:
    explicit MeasureParser(std::string_view name) : name_(trimmed(name)) {}

    Measure parse() {
        const std::size_t end = std::min(name_.find_first_of("(@"), name_.size());
        const auto* const family =
            std::find_if(kFamilies.begin(), kFamilies.end(),
                         [&](const auto& each) { return each.name == name_.substr(0, end); });
        if (family == kFamilies.end()) fail("is not a known measure");
        rest_ = name_.substr(end);
        parse_options(*family);
        parse_cutoff(*family);
        return {std::string(name_), parameters_, family->formula, family->summed};
    }

 private:
    [[noreturn]] void fail(const std::string& what) const {
        throw Error(ErrorKind::usage, "\"" + std::string(name_) + "\" " + what, known_measures());
    }

    template <typename Number>
    Number parse_number(std::string_view text, Number least) const {
        Number number{};
        const char* const end = text.data() + text.size();
        const auto [parsed_to, error] = std::from_chars(text.data(), end, number);
        if (error != std::errc{} || parsed_to != end || !(number >= least)) {
            fail("has an impossible number: \"" + std::string(text) + "\"");
        }
        return number;
    }

    void parse_options(const MeasureFamily& family) {
        if (!rest_.starts_with('(')) return;
        const std::size_t close = rest_.find(')');
        if (close == std::string_view::npos) fail("lacks its closing parenthesis");
        std::string_view options = rest_.substr(1, close - 1);
        rest_.remove_prefix(close + 1);
        while (!options.empty()) {
            const std::size_t comma = std::min(options.find(','), options.size());
            parse_option(family, trimmed(options.substr(0, comma)));
            options.remove_prefix(std::min(comma + 1, options.size()));
        }
    }

    void parse_option(const MeasureFamily& family, std::string_view option) {
        const std::size_t equals = std::min(option.find('='), option.size());
        const std::string_view key = trimmed(option.substr(0, equals));
        const auto known = fields(family.options);
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            fail("has no option \"" + std::string(key) + "\"");
        }
        set(key, trimmed(option.substr(std::min(equals + 1, option.size()))));
    }

    void set(std::string_view key, std::string_view value) {
        if (key == "rel") {
            parameters_.rel = parse_number<int>(value, 1);
        } else if (key == "p") {
            parameters_.p = parse_number<double>(value, std::numeric_limits<double>::min());
            if (parameters_.p >= 1) fail("needs a p between 0 and 1");
        } else if (key == "beta") {
            parameters_.beta = parse_number<double>(value, std::numeric_limits<double>::min());
        } else if (value == "'exp-log2'" || value == "\"exp-log2\"") {
            parameters_.dcg = GainScale::exponential;
        } else if (value != "'log2'" && value != "\"log2\"") {
            fail("needs dcg='log2' or dcg='exp-log2'");
        }
    }

    void parse_cutoff(const MeasureFamily& family) {
        if (rest_.empty()) {
            if (family.cutoff == CutoffRule::required) {
                fail("needs a cut-off: " + std::string(name_) + "@10");
            }
            if (family.cutoff == CutoffRule::recall_level) {
                fail("needs a recall: " + std::string(name_) + "@0.1");
            }
            return;
        }
        if (!rest_.starts_with('@')) fail("goes on after its closing parenthesis");
        if (family.cutoff == CutoffRule::none) fail("takes no cut-off");
        if (family.cutoff == CutoffRule::recall_level) {
            parameters_.level = parse_number<double>(rest_.substr(1), 0);
            if (parameters_.level > 1) fail("needs a recall of at most 1");
        } else {
            parameters_.cutoff = parse_number<std::size_t>(rest_.substr(1), 1);
        }
    }

    std::string_view name_;
    std::string_view rest_;
    MeasureParameters parameters_;
};

}  // namespace

std::span<const MeasureFamily> measure_families() { return kFamilies; }

Measure parse_measure(std::string_view name) {
    const std::string asked(trimmed(name));
    Measure measure = MeasureParser(in_our_words(asked)).parse();
    measure.name = asked;
    return measure;
}

}  // namespace sinodex
