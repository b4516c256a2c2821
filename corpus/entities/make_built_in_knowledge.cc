// SPDX-License-Identifier: GPL-2.0-or-later

// Compiles the files of entities that come with the program: make_built_in_knowledge OUT FILE...
// writes the block as a source.

#include <fstream>
#include <iostream>
#include <iterator>
#include <span>

#include "corpus/bytes.h"
#include "corpus/entities/knowledge_builder.h"
#include "corpus/entities/knowledge_compiler.h"
#include "corpus/error.h"

namespace {

std::string compile(std::span<char*> files) {
    sinodex::KnowledgeBuilder builder;
    for (const char* const file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!in)
            throw sinodex::Error(sinodex::ErrorKind::input, std::string("cannot read ") + file);
        builder.add(std::string{std::istreambuf_iterator<char>(in), {}}, file);
    }
    std::vector<sinodex::Entity> entities = builder.build();
    return sinodex::compile_knowledge({std::move(entities), builder.rules()});
}

// A block is a whole number of words of 8 bytes.
void write_source(std::ostream& out, std::string_view block) {
    out << "#include \"corpus/entities/built_in_block.h\"\n\nnamespace sinodex {\n\n"
        << "const std::uint64_t kBuiltInBlock[] = {" << std::hex;
    std::size_t words = 0;
    for (std::uint64_t word = 0; sinodex::take_bytes(block, word); ++words) {
        out << (words % 8 == 0 ? "\n    0x" : " 0x") << word << ",";
    }
    out << "\n};\nconst std::size_t kBuiltInBlockWords = " << std::dec << words
        << ";\n\n}  // namespace sinodex\n";
}

}  // namespace

int main(int argc, char** argv) {
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() < 2) return 2;
    try {
        std::ofstream out(arguments[1]);
        write_source(out, compile(arguments.subspan(2)));
        return out.flush() ? 0 : 1;
    } catch (const sinodex::Error& error) {
        std::cerr << error.what() << "\n" << error.hint() << "\n";
        return 1;
    }
}
