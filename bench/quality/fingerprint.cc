// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/fingerprint.h"

#include <xapian.h>
#include <xxhash.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "corpus/error.h"
#include "corpus/schema/fields.h"
#include "corpus/schema/generation.h"
#include "corpus/schema/index_reader.h"

namespace sinodex {

std::string fingerprint(std::string_view bytes) {
    std::array<char, 17> digits{};
    const unsigned long long hash = XXH3_64bits(bytes.data(), bytes.size());
    std::snprintf(digits.data(), digits.size(), "%016llx", hash);
    return digits.data();
}

std::string file_fingerprint(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad()) throw Error(ErrorKind::input, path + ": cannot be read");
    return fingerprint(bytes);
}

std::string database_fingerprint(const std::string& database) {
    const std::string path = current_generation_path(database) + "/" + kManifestName;
    std::ifstream manifest(path);
    std::string held;
    for (std::string line; std::getline(manifest, line);) {
        const bool dated = line.starts_with("iamglass ") || line.starts_with("postlist.glass ") ||
                           line.starts_with("revisions ") || line.starts_with("MANIFEST ");
        if (!dated) held.append(line).append("\n");
    }
    const IndexReader index(current_generation_path(database));
    const auto records = static_cast<Xapian::valueno>(info(Field::record).slot);
    for (auto at = index.database().valuestream_begin(records);
         at != index.database().valuestream_end(records); ++at) {
        held.append(fingerprint(*at));
    }
    return fingerprint(held);
}

}  // namespace sinodex
