// SPDX-License-Identifier: GPL-2.0-or-later

// Compiles the terms that come with the program: make_subject_dictionary OUT FILE writes their
// dictionary as a source.

#include <fstream>
#include <iostream>
#include <iterator>

#include "corpus/bytes.h"
#include "corpus/dictionary/compile.h"
#include "corpus/dictionary/subject_terms.h"
#include "corpus/error.h"

namespace {

std::string compile_terms(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw sinodex::Error(sinodex::ErrorKind::input, "cannot read " + file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    return sinodex::compile_dictionary(sinodex::parse_subject_terms(text, file));
}

// What a dictionary is followed by does not matter.
void write_words(std::ostream& out, std::string block) {
    block.resize((block.size() + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t) *
                 sizeof(std::uint64_t));
    std::string_view rest = block;
    out << "#include \"corpus/dictionary/subject_block.h\"\n\nnamespace sinodex {\n\n"
        << "const std::uint64_t kSubjectBlock[] = {" << std::hex;
    std::size_t words = 0;
    for (std::uint64_t word = 0; sinodex::take_bytes(rest, word); ++words) {
        out << (words % 8 == 0 ? "\n    0x" : " 0x") << word << ",";
    }
    out << "\n};\nconst std::size_t kSubjectBlockWords = " << std::dec << words
        << ";\n\n}  // namespace sinodex\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        std::ofstream out(argv[1]);
        write_words(out, compile_terms(argv[2]));
        return out.flush() ? 0 : 1;
    } catch (const sinodex::Error& error) {
        std::cerr << error.what() << "\n" << error.hint() << "\n";
        return 1;
    }
}
