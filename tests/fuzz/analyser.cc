// SPDX-License-Identifier: GPL-2.0-or-later

// A text: its tokens, sentences and language.

#include <algorithm>

#include "corpus/text/analyzer.h"
#include "corpus/text/language.h"
#include "corpus/text/sentences.h"
#include "corpus/text/utf8.h"
#include "tests/fuzz/fuzz.h"

namespace sinodex {
namespace {

using namespace fuzz;

bool same(const Token& a, const Token& b) {
    return a.range == b.range && a.position == b.position && a.kind == b.kind && a.text == b.text;
}

void analyze(const std::string& text) {
    static Analyzer usual;
    static Analyzer general({.ascii_fast_path = false});
    const std::vector<Token>& tokens = usual.analyze(text);
    const std::vector<Token>& others = general.analyze(text);
    require(std::equal(tokens.begin(), tokens.end(), others.begin(), others.end(), same),
            "the short way gives the tokens of the general one");
    std::uint32_t position = 0;
    for (const Token& token : tokens) {
        require(token.position >= position, "positions ascend");
        require(token.range.begin < token.range.end && token.range.end <= text.size(),
                "a token lies in the text");
        require(!token.text.empty() && valid_utf8(token.text) == token.text, "a token is UTF-8");
        position = token.position;
    }
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    const std::string text = valid_utf8(fuzz::bytes_of(data, size));
    analyze(text);
    static SentenceSplitter splitter;
    fuzz::require_in_order(splitter.split(text), text.size(), "sentences lie in the text");
    detect_language(text);
    return 0;
}
