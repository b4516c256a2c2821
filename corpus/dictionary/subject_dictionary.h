// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "corpus/dictionary/dictionary.h"

namespace sinodex {

// The terms of the subject that come with the program (corpus/knowledge/terms.txt), which need no
// file. Thread-safe.
const Dictionary& subject_dictionary();

}  // namespace sinodex
