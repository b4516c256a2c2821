#include "searcher/searcher.h"

#include <xapian.h>

#include <mutex>

#include "corpus/error.h"
#include "corpus/schema/generation.h"
#include "searcher/session.h"

namespace sinodex {

// Sessions that no search is using wait in `idle`. Those of an older generation are dropped.
struct Searcher::State {
    State(std::string database_path, const Weights& chosen)
        : database(std::move(database_path)), weights(chosen) {}

    std::string database;
    Weights weights;
    mutable std::mutex mutex;
    std::string generation;  // path
    std::vector<std::unique_ptr<Session>> idle;

    std::unique_ptr<Session> take() {
        std::string path;
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                auto session = std::move(idle.back());
                idle.pop_back();
                return session;
            }
            path = generation;
        }
        return open(path);
    }

    void give_back(std::unique_ptr<Session> session, const std::string& path) {
        const std::lock_guard lock(mutex);
        if (path == generation) idle.push_back(std::move(session));
    }

    // The writer may remove a generation between a look at the pointer and the opening of what it
    // names: then there is a newer one.
    std::unique_ptr<Session> open(const std::string& path) {
        constexpr int kTries = 3;
        for (int i = 1;; ++i) {
            const std::string wanted = i == 1 && !path.empty() ? path : current_generation_path(database);
            try {
                auto session = std::make_unique<Session>(wanted, weights);
                const std::lock_guard lock(mutex);
                if (generation != wanted) idle.clear();
                generation = wanted;
                return session;
            } catch (const Xapian::Error& error) {
                if (i < kTries) continue;
                throw Error(ErrorKind::database, wanted + ": " + error.get_description(),
                            "build it anew: sinodex-index --rebuild");
            }
        }
    }
};

Searcher::Searcher(const std::string& database, const Weights& weights)
    : state_(std::make_unique<State>(database, weights)) {
    auto session = state_->open("");
    state_->idle.push_back(std::move(session));
}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResult Searcher::search(const SearchRequest& request) const {
    auto session = state_->take();
    std::string path;
    {
        const std::lock_guard lock(state_->mutex);
        path = state_->generation;
    }
    try {
        SearchResult result = session->search(request);
        state_->give_back(std::move(session), path);
        return result;
    } catch (const Xapian::Error& error) {
        throw Error(ErrorKind::database, state_->database + ": " + error.get_description(),
                    "check it: sinodex-index --check");
    }
}

bool Searcher::refresh() {
    const std::string now = current_generation_path(state_->database);
    const std::lock_guard lock(state_->mutex);
    if (now == state_->generation) return false;
    state_->generation = now;
    state_->idle.clear();
    return true;
}

std::uint64_t Searcher::article_count() const {
    auto session = state_->take();
    const std::uint64_t count = session->article_count();
    const std::lock_guard lock(state_->mutex);
    state_->idle.push_back(std::move(session));
    return count;
}

}  // namespace sinodex
