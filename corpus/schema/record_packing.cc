// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/record_packing.h"

// Debian's shared library has what this declares.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <new>
#include <utility>

#include "corpus/schema/record.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/text_learning.h"
#include "corpus/schema/text_packer.h"

namespace sinodex {
namespace {

// Higher levels take several times as long for some hundredths of the size.
constexpr int kLevel = 3;

// Fewer bytes of records teach what does not come again.
constexpr std::size_t kFewBytes = 96 * 1024;

// A dictionary of zstd is best made of some twenty times its size.
constexpr std::size_t kSampleRatio = 24;

// Dictionaries are learned anew from so many times as much.
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
    std::vector<std::string_view> texts;
    std::string numbers;
    std::vector<std::size_t> sizes;  // of the numbers of each
    std::size_t bytes = 0;           // of all
};

// What is packed beside the texts.
std::string without_texts(const RecordParts& parts) {
    return std::string(parts.head).append(parts.numbers);
}

Samples samples_of(const std::vector<std::string>& records) {
    Samples samples;
    for (const std::string& record : records) {
        const auto parts = parts_of(record);
        if (!parts) continue;
        samples.texts.push_back(parts->texts.substr(0, kSampleBytes));
        const std::string numbers = without_texts(*parts).substr(0, kSampleBytes);
        samples.numbers.append(numbers);
        samples.sizes.push_back(numbers.size());
        samples.bytes += samples.texts.back().size() + numbers.size();
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

// Empty where the samples have nothing in common.
std::string learn_numbers(const Samples& samples) {
    std::string dictionary(samples.numbers.size() / kSampleRatio, '\0');
    const std::size_t learned = ZDICT_trainFromBuffer_fastCover(
        dictionary.data(), dictionary.size(), samples.numbers.data(), samples.sizes.data(),
        static_cast<unsigned>(samples.sizes.size()), training());
    dictionary.resize(ZDICT_isError(learned) != 0 ? 0 : learned);
    return dictionary;
}

}  // namespace

bool RecordDictionaries::could_learn(std::size_t bytes) const {
    const std::size_t known = learned_.empty() ? 0 : learned_.back().from;
    return std::min(bytes, kEnoughBytes) >= std::max(kFewBytes, known * kGrowth);
}

void RecordDictionaries::learn(const std::vector<std::string>& records) {
    const Samples samples = samples_of(records);
    if (!could_learn(samples.bytes)) return;
    learned_.push_back({std::min(samples.bytes, kEnoughBytes), learn_texts(samples.texts).encode(),
                        learn_numbers(samples)});
}

TextDictionary RecordDictionaries::texts(std::uint32_t number) const {
    return TextDictionary::decode(learned_[number - 1].texts);
}

std::string RecordDictionaries::encode() const {
    RecordWriter out;
    for (const Learned& one : learned_) {
        out.number(one.from);
        out.string(one.texts);
        out.string(one.numbers);
    }
    return std::move(out.bytes());
}

RecordDictionaries RecordDictionaries::decode(std::string_view bytes) {
    RecordDictionaries read;
    RecordReader in(bytes);
    while (!in.rest().empty()) {
        Learned one;
        one.from = in.number();
        one.texts = in.string();
        one.numbers = in.string();
        read.learned_.push_back(std::move(one));
    }
    return read;
}

struct RecordPacker::State {
    // By the newest pair of dictionaries.
    struct Learned {
        Learned(const RecordDictionaries& dictionaries, std::uint32_t newest)
            : number(newest), texts(dictionaries.texts(newest)) {
            const std::string& bytes = dictionaries.numbers(newest);
            if (bytes.empty()) return;
            done(ZSTD_CCtx_loadDictionary(compression.get(), bytes.data(), bytes.size()));
        }
        std::uint32_t number;
        TextDictionary texts;
        TextPacker packer{texts};
        Compression compression = new_compression();
    };
    Compression plain = new_compression();
    std::unique_ptr<Learned> learned;
    std::string frame;

    static Compression new_compression() {
        Compression compression = made(Compression(ZSTD_createCCtx()));
        done(ZSTD_CCtx_setParameter(compression.get(), ZSTD_c_compressionLevel, kLevel));
        done(ZSTD_CCtx_setParameter(compression.get(), ZSTD_c_dictIDFlag, 0));
        return compression;
    }

    std::string_view compressed(const Compression& compression, std::string_view bytes) {
        frame.resize(ZSTD_compressBound(bytes.size()));
        const std::size_t size = done(ZSTD_compress2(compression.get(), frame.data(), frame.size(),
                                                     bytes.data(), bytes.size()));
        return std::string_view(frame).substr(kMagic.size(), size - kMagic.size());
    }

    std::string by_none(std::string_view record) {
        RecordWriter out;
        out.number(0);
        out.bytes().append(compressed(plain, record));
        return std::move(out.bytes());
    }

    std::string by_learned(const RecordParts& parts, std::string_view codes) {
        RecordWriter out;
        out.number(learned->number);
        out.number(parts.texts.size());
        out.string(codes);
        out.bytes().append(compressed(learned->compression, without_texts(parts)));
        return std::move(out.bytes());
    }
};

RecordPacker::RecordPacker(const RecordDictionaries& dictionaries) : state_(new State) {
    const std::uint32_t newest = dictionaries.newest();
    if (newest > 0) state_->learned = std::make_unique<State::Learned>(dictionaries, newest);
}

RecordPacker::~RecordPacker() = default;

std::string RecordPacker::pack(std::string_view record) {
    const auto parts = state_->learned ? parts_of(record) : std::nullopt;
    if (!parts) return state_->by_none(record);
    const std::string codes = state_->learned->packer.pack(parts->texts);
    std::string packed = state_->by_learned(*parts, codes);
    // Longer codes have texts in other letters than the dictionary was learned from.
    if (codes.size() <= parts->texts.size() * 2 / 3) return packed;
    std::string plain = state_->by_none(record);
    return packed.size() <= plain.size() ? packed : plain;
}

struct RecordUnpacker::State {
    struct Learned {
        Learned(const RecordDictionaries& dictionaries, std::uint32_t number)
            : texts(dictionaries.texts(number)) {
            const std::string& bytes = dictionaries.numbers(number);
            if (!bytes.empty()) numbers.reset(made(ZSTD_createDDict(bytes.data(), bytes.size())));
        }
        TextDictionary texts;
        ExpansionDictionary numbers;
    };
    explicit State(RecordDictionaries all) : dictionaries(std::move(all)) {}
    RecordDictionaries dictionaries;
    std::vector<std::unique_ptr<Learned>> ready{
        dictionaries.newest()};  // by number from 0, or null
    Expansion expansion{made(ZSTD_createDCtx())};
    std::string frame;
    std::string whole;
    std::string texts;

    const Learned& learned(std::uint32_t number) {
        if (number > ready.size()) damaged_record("a document's dictionary is not there");
        std::unique_ptr<Learned>& one = ready[number - 1];
        if (!one) one = std::make_unique<Learned>(dictionaries, number);
        return *one;
    }

    std::string expanded(std::string_view packed, const ZSTD_DDict* dictionary) {
        frame.assign(kMagic).append(packed);
        const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
        if (size > kMaxRecord) damaged_record("a document cannot be unpacked");
        std::string bytes(size, '\0');
        const std::size_t unpacked = ZSTD_decompress_usingDDict(
            expansion.get(), bytes.data(), bytes.size(), frame.data(), frame.size(), dictionary);
        if (unpacked != bytes.size()) damaged_record("a document cannot be unpacked");
        return bytes;
    }

    // Unpacks the texts, and leaves what stands behind them.
    void expand_texts(const Learned& by, RecordReader& in) {
        const std::uint64_t size = in.number();
        by.texts.unpack(in.view(), size, texts);
    }
};

RecordUnpacker::RecordUnpacker(RecordDictionaries dictionaries)
    : state_(new State(std::move(dictionaries))) {}

RecordUnpacker::~RecordUnpacker() = default;

std::string RecordUnpacker::unpack(std::string_view packed) {
    RecordReader in(packed);
    const std::uint32_t number = in.number32();
    if (number == 0) return state_->expanded(in.rest(), nullptr);
    const State::Learned& by = state_->learned(number);
    state_->expand_texts(by, in);
    const std::string rest = state_->expanded(in.rest(), by.numbers.get());
    const std::string_view head = std::string_view(rest).substr(0, kRecordHeadBytes);
    if (head.size() < kRecordHeadBytes) damaged_record("a document ends early");
    return joined({head, state_->texts, std::string_view(rest).substr(kRecordHeadBytes)});
}

std::string_view RecordUnpacker::unpack_texts(std::string_view packed) {
    RecordReader in(packed);
    const std::uint32_t number = in.number32();
    if (number > 0) {
        state_->expand_texts(state_->learned(number), in);
        return state_->texts;
    }
    state_->whole = state_->expanded(in.rest(), nullptr);
    const auto parts = parts_of(state_->whole);
    if (!parts) damaged_record("a document ends early");
    return parts->texts;
}

void RecordUnpacker::read_texts(std::string_view packed, TextNumbers& texts) {
    RecordReader in(packed);
    const std::uint32_t number = in.number32();
    texts.dictionary = number > 0 ? &state_->learned(number).texts : nullptr;
    if (number == 0) return;
    in.number();  // their size
    texts.dictionary->read_numbers(in.view(), texts.numbers);
}

}  // namespace sinodex
