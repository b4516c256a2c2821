// SPDX-License-Identifier: GPL-2.0-or-later

// The manifest of a generation, as it is and with the last line that makes it whole; what stands
// before the first line end is the stub of the database.

#include <xxhash.h>

#include <filesystem>
#include <fstream>
#include <iomanip>
#include <sstream>

#include "corpus/schema/generation.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/temporary_folder.h"

namespace sinodex {
namespace {

using namespace fuzz;
namespace fs = std::filesystem;

std::string with_last_line(std::string_view lines) {
    std::ostringstream whole;
    whole << lines << "MANIFEST " << lines.size() << ' ' << std::hex
          << XXH3_64bits(lines.data(), lines.size()) << '\n';
    return whole.str();
}

// Whatever a manifest says, nobody's files are removed.
void read(const testing::TemporaryFolder& folder, std::string_view manifest) {
    const std::string generation = folder / "gen-000001";
    folder.write("gen-000001/MANIFEST", manifest);
    accepts([&] { read_manifest(generation).segments(); });
    accepts([&] { verify_generation(generation); });
    accepts([&] { current_generation_path(folder.path()); });
    accepts([&] { remove_other_generations(folder.path(), "gen-000001"); });
    require(fs::exists(folder / "gen-000002/mine"), "what is somebody's stays");
}

}  // namespace
}  // namespace sinodex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sinodex;
    std::string_view bytes = fuzz::bytes_of(data, size);
    static const testing::TemporaryFolder folder;
    static const std::string mine = folder.write("gen-000002/mine", "mine");
    folder.write("XAPIANDB", std::string(fuzz::take_line(bytes)) + "\n");
    read(folder, bytes);
    read(folder, with_last_line(bytes));
    return 0;
}
