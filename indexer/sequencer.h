// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>
#include <set>

namespace sinodex {

// Lets the batches of a run do one part of their work in the order of reading, one at a time,
// whichever workers have them. Batches must be started in their order. Thread-safe.
class Sequencer {
 public:
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
    std::set<int> over_;  // of those behind next_
};

}  // namespace sinodex
