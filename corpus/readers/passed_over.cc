// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/readers/passed_over.h"

namespace sinodex {

void PassedOver::add(const std::string& kind, const std::string& name) {
    ++kinds[kind];
    if (named.size() < kMaxNamed) named.push_back(name);
}

void PassedOver::add(const PassedOver& other) {
    for (const auto& [kind, count] : other.kinds) kinds[kind] += count;
    for (const std::string& name : other.named) {
        if (named.size() < kMaxNamed) named.push_back(name);
    }
}

}  // namespace sinodex
