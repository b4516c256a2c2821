// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/record_packing.h"

// Debian's shared library has what this declares.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <new>
#include <utility>

#include "corpus/schema/record_codec.h"

namespace sinodex {
namespace {

// Higher levels take several times as long for some hundredths of the size.
constexpr int kLevel = 3;

// A dictionary of zstd is best made of some twenty times its size: less teaches it what does not
// come again.
constexpr std::size_t kSampleRatio = 24;
constexpr std::size_t kLargest = RecordDictionaries::kEnoughBytes / kSampleRatio;
constexpr std::size_t kSmallest = 4 * 1024;

// A dictionary is learned anew when it may become as much larger.
constexpr std::size_t kGrowth = 2;

// No sample is longer: a long article does not speak for the others.
constexpr std::size_t kSampleBytes = 16 * 1024;

constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

// No record is larger: sections hold 128 KiB of text, or one passage.
constexpr unsigned long long kMaxRecord = 1ULL << 30U;

template <auto Free>
struct Freeing {
    template <typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Compression = std::unique_ptr<ZSTD_CCtx, Freeing<&ZSTD_freeCCtx>>;
using Expansion = std::unique_ptr<ZSTD_DCtx, Freeing<&ZSTD_freeDCtx>>;
using ExpansionDictionary = std::unique_ptr<ZSTD_DDict, Freeing<&ZSTD_freeDDict>>;

template <typename Pointer>
Pointer made(Pointer pointer) {
    if (!pointer) throw std::bad_alloc();
    return pointer;
}

// Only want of memory makes zstd fail where it is used rightly.
std::size_t done(std::size_t result) {
    if (ZSTD_isError(result) != 0) throw std::bad_alloc();
    return result;
}

struct Samples {
    std::string bytes;
    std::vector<std::size_t> sizes;
};

Samples samples_of(const std::vector<std::string>& records) {
    Samples samples;
    for (const std::string& record : records) {
        samples.bytes.append(record, 0, kSampleBytes);
        samples.sizes.push_back(std::min(record.size(), kSampleBytes));
    }
    return samples;
}

// The cover algorithm, in one round: more rounds, with other numbers, cost as much each and gain
// less than a hundredth.
ZDICT_fastCover_params_t training() {
    ZDICT_fastCover_params_t training{};
    training.k = 200;
    training.d = 8;
    training.f = 20;
    training.accel = 1;
    training.splitPoint = 1;
    training.zParams.compressionLevel = kLevel;
    return training;
}

}  // namespace

bool RecordDictionaries::could_learn(std::size_t bytes) const {
    const std::size_t known = learned_.empty() ? 0 : learned_.back().room;
    return std::min(bytes / kSampleRatio, kLargest) >= std::max(kSmallest, known * kGrowth);
}

void RecordDictionaries::learn(const std::vector<std::string>& records) {
    const Samples samples = samples_of(records);
    if (!could_learn(samples.bytes.size())) return;
    const std::size_t room = std::min(samples.bytes.size() / kSampleRatio, kLargest);
    std::string dictionary(room, '\0');
    const std::size_t learned = ZDICT_trainFromBuffer_fastCover(
        dictionary.data(), dictionary.size(), samples.bytes.data(), samples.sizes.data(),
        static_cast<unsigned>(samples.sizes.size()), training());
    if (ZDICT_isError(learned) != 0) return;  // records that have nothing in common
    dictionary.resize(learned);
    learned_.push_back({room, std::move(dictionary)});
}

std::string RecordDictionaries::encode() const {
    RecordWriter out;
    for (const Learned& one : learned_) {
        out.number(one.room);
        out.string(one.bytes);
    }
    return std::move(out.bytes());
}

RecordDictionaries RecordDictionaries::decode(std::string_view bytes) {
    RecordDictionaries read;
    RecordReader in(bytes);
    while (!in.rest().empty()) {
        const std::uint64_t room = in.number();
        read.learned_.push_back({room, in.string()});
    }
    return read;
}

struct RecordPacker::State {
    explicit State(std::uint32_t newest) : number(newest) {}
    std::uint32_t number;
    Compression compression{made(ZSTD_createCCtx())};
    std::string frame;
};

RecordPacker::RecordPacker(const RecordDictionaries& dictionaries)
    : state_(new State(dictionaries.newest())) {
    ZSTD_CCtx* compression = state_->compression.get();
    done(ZSTD_CCtx_setParameter(compression, ZSTD_c_compressionLevel, kLevel));
    done(ZSTD_CCtx_setParameter(compression, ZSTD_c_dictIDFlag, 0));
    if (state_->number == 0) return;
    const std::string& dictionary = dictionaries.bytes(state_->number);
    done(ZSTD_CCtx_loadDictionary(compression, dictionary.data(), dictionary.size()));
}

RecordPacker::~RecordPacker() = default;

std::string RecordPacker::pack(std::string_view record) {
    std::string& frame = state_->frame;
    frame.resize(ZSTD_compressBound(record.size()));
    const std::size_t size = done(ZSTD_compress2(state_->compression.get(), frame.data(),
                                                 frame.size(), record.data(), record.size()));
    RecordWriter out;
    out.number(state_->number);
    out.bytes().append(frame, kMagic.size(), size - kMagic.size());
    return std::move(out.bytes());
}

struct RecordUnpacker::State {
    explicit State(RecordDictionaries all) : dictionaries(std::move(all)) {}
    RecordDictionaries dictionaries;
    std::vector<ExpansionDictionary> ready{dictionaries.newest()};  // by number from 0, or null
    Expansion expansion{made(ZSTD_createDCtx())};
    std::string frame;

    const ZSTD_DDict* dictionary(std::uint32_t number) {
        if (number == 0) return nullptr;
        if (number > ready.size()) damaged_record("a document's dictionary is not there");
        ExpansionDictionary& one = ready[number - 1];
        const std::string& bytes = dictionaries.bytes(number);
        if (!one) one.reset(made(ZSTD_createDDict(bytes.data(), bytes.size())));
        return one.get();
    }
};

RecordUnpacker::RecordUnpacker(RecordDictionaries dictionaries)
    : state_(new State(std::move(dictionaries))) {}

RecordUnpacker::~RecordUnpacker() = default;

std::string RecordUnpacker::unpack(std::string_view packed) {
    RecordReader in(packed);
    const ZSTD_DDict* dictionary = state_->dictionary(in.number32());
    std::string& frame = state_->frame;
    frame.assign(kMagic).append(in.rest());
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size > kMaxRecord) damaged_record("a document cannot be unpacked");
    std::string record(size, '\0');
    const std::size_t unpacked =
        ZSTD_decompress_usingDDict(state_->expansion.get(), record.data(), record.size(),
                                   frame.data(), frame.size(), dictionary);
    if (unpacked != record.size()) damaged_record("a document cannot be unpacked");
    return record;
}

}  // namespace sinodex
