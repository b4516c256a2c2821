// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bitset>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace sinodex {

// Lets the batches of a run do one part of their work in the order of reading, one at a time,
// whichever workers have them. Batches must be started in their order, and no more than kMost of
// them be under way at once. Thread-safe.
class Sequencer {
 public:
    static constexpr std::size_t kMost = 4096;

    // A batch that is being worked on. Its turn is over when this goes out of scope, also by an
    // exception, or with end().
    class Turn {
     public:
        Turn(Sequencer& turns, int batch) : turns_(turns), batch_(batch) {}
        ~Turn() { end(); }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

        // Until all batches before this one have had their turn.
        void wait();
        void end();

     private:
        Sequencer& turns_;
        int batch_;
        bool over_ = false;
    };

 private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int next_ = 0;
    // Tells turns behind next_ that are over, by number modulo kMost: some end for want of memory.
    std::bitset<kMost> over_;
};

}  // namespace sinodex
