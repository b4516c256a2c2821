// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/searcher.h"

#include <xapian.h>

#include <chrono>
#include <mutex>

#include "corpus/error.h"
#include "corpus/schema/generation.h"
#include "searcher/completion/complete.h"
#include "searcher/completion/entities.h"
#include "searcher/retrieval/damage_watch.h"
#include "searcher/retrieval/session.h"
#include "searcher/retrieval/since.h"
#include "searcher/verification/verify.h"
#include "searcher/views/build.h"
#include "searcher/weighing.h"

namespace sinodex {

namespace {

// Sessions that no search is using wait in `idle`, all of the generation in force here; one that a
// search gives back after that has changed is dropped. Searchers of other weights share them, and
// so what they know of the articles.
struct Pool {
    struct Lease {
        std::string generation;  // path
        std::unique_ptr<Session> session;
    };

    explicit Pool(std::string database_path) : database(std::move(database_path)) {}

    std::string database;
    std::mutex mutex;
    std::string generation;  // path
    std::vector<std::unique_ptr<Session>> idle;
    std::pair<std::string, std::shared_ptr<const Domain>> domain;      // of a generation's path
    std::pair<std::string, std::shared_ptr<const DamageWatch>> watch;  // likewise
    std::pair<std::shared_ptr<const Domain>, std::shared_ptr<const NameTable>> names;  // of it

    Lease take() {
        std::string path;
        {
            const std::lock_guard lock(mutex);
            if (watch.second && watch.first == generation) watch.second->check();
            if (!idle.empty()) {
                Lease lease{generation, std::move(idle.back())};
                idle.pop_back();
                return lease;
            }
            path = generation;
        }
        return open(path);
    }

    void give_back(Lease lease) {
        const std::lock_guard lock(mutex);
        if (lease.generation == generation) idle.push_back(std::move(lease.session));
    }

    // Turns to the newest generation; true when it was another one before. Reads the pointer under
    // the lock, so that of two threads none turns back.
    bool refresh() {
        const std::lock_guard lock(mutex);
        return turn(generation, current_generation_path(database));
    }

    // Unless another thread has turned on already.
    bool turn(const std::string& from, const std::string& to) {
        if (generation != from || from == to) return false;
        generation = to;
        idle.clear();
        return true;
    }

    // Opens a generation, or the newest one when the writer has put that in its place: the other
    // one's tables may be going while they are opened.
    Lease open(const std::string& known) {
        std::string wanted = known;
        constexpr int kTries = 10;
        for (int i = 1;; ++i) {
            try {
                if (wanted.empty()) wanted = current_generation_path(database);
                auto watched = watch_of(wanted);
                Lease lease{wanted, std::make_unique<Session>(wanted, domain_of(wanted))};
                const std::string now = current_generation_path(database);
                if (now == wanted || i == kTries) {
                    const std::lock_guard lock(mutex);
                    turn(known, wanted);
                    domain = {wanted, lease.session->domain()};
                    watch = {wanted, std::move(watched)};
                    return lease;
                }
            } catch (const Xapian::Error& error) {
                if (i == kTries) fail(wanted, error);
            } catch (const Error&) {
                if (i == kTries || current_generation_path(database) == wanted) throw;
            }
            wanted.clear();
        }
    }

    // Returns what is known of a generation, if a session has read it already.
    std::shared_ptr<const Domain> domain_of(const std::string& path) {
        const std::lock_guard lock(mutex);
        return domain.first == path ? domain.second : nullptr;
    }

    std::shared_ptr<const DamageWatch> watch_of(const std::string& path) {
        SoundFiles sound;
        {
            const std::lock_guard lock(mutex);
            if (watch.first == path) return watch.second;
            if (watch.second) sound = watch.second->sound();
        }
        return std::make_shared<const DamageWatch>(path, std::move(sound));
    }

    // Made when somebody wants to complete a name; a search does without.
    std::shared_ptr<const NameTable> names_of(const std::shared_ptr<const Domain>& known) {
        {
            const std::lock_guard lock(mutex);
            if (names.first == known) return names.second;
        }
        auto table = std::make_shared<const NameTable>(known->knowledge);
        const std::lock_guard lock(mutex);
        names = {known, table};
        return table;
    }

    [[noreturn]] static void fail(const std::string& path, const Xapian::Error& error) {
        throw Error(ErrorKind::database, path + ": " + error.get_description(),
                    "check it with sinodex-index --check; build it anew with --rebuild");
    }
};

}  // namespace

struct Searcher::State {
    std::shared_ptr<Pool> pool;
    Weights weights;

    // Calls `use` with a session of its own.
    template <typename Use>
    auto with_session(Use use) {
        Pool::Lease lease = pool->take();
        try {
            lease.session->set_weights(weights);
            auto result = use(*lease.session);
            pool->give_back(std::move(lease));
            return result;
        } catch (const Xapian::Error& error) {
            Pool::fail(lease.generation, error);
        } catch (const Error& error) {
            const bool usable = error.kind() != ErrorKind::database;
            if (usable) pool->give_back(std::move(lease));
            throw;
        }
    }

    // The same for a view, whose time is taken.
    template <typename Build>
    auto view(Build build) {
        const auto start = std::chrono::steady_clock::now();
        auto view = with_session(build);
        view.matches.took_ms =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count();
        return view;
    }
};

Searcher::Searcher(const std::string& database) : Searcher(Weighing::open(database, {})) {}
Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResult Searcher::search(const SearchRequest& request) const {
    return state_->with_session([&](Session& session) { return session.search(request); });
}

Facets Searcher::facets(const SearchRequest& request, std::size_t top) const {
    return state_->view([&](Session& session) { return build_facets(session, request, top); });
}

Timeline Searcher::timeline(const SearchRequest& request, TimelineBy by) const {
    return state_->view([&](Session& session) { return build_timeline(session, request, by); });
}

RelatedEntities Searcher::related(const SearchRequest& request, std::size_t top) const {
    return state_->view([&](Session& session) { return build_related(session, request, top); });
}

Figures Searcher::figures(const SearchRequest& request, std::size_t limit) const {
    return state_->view([&](Session& session) { return build_figures(session, request, limit); });
}

SearchResult Searcher::more_like(const std::string& id, const SearchRequest& request) const {
    return state_->with_session(
        [&](Session& session) { return build_more_like(session, id, request); });
}

StoredArticle Searcher::article(const std::string& id, const SearchRequest& request) const {
    return state_->with_session(
        [&](Session& session) { return build_article(session, id, SearchBounds(request)); });
}

SearchHit Searcher::passage(const std::string& id, std::uint32_t context,
                            const SearchRequest& request) const {
    return state_->with_session([&](Session& session) {
        return build_passage(session, id, context, SearchBounds(request));
    });
}

Verification Searcher::verify(std::string_view quotation, std::size_t limit,
                              const SearchRequest& request) const {
    return state_->with_session([&](Session& session) {
        return build_verification(session, quotation, limit, SearchBounds(request));
    });
}

std::vector<Completion> Searcher::complete(std::string_view line, std::size_t cursor,
                                           std::size_t limit, const SearchRequest& request) const {
    return state_->with_session([&](Session& session) {
        const std::shared_ptr<const NameTable> names = state_->pool->names_of(session.domain());
        return complete_line(session, *names, {line, cursor, limit, request});
    });
}

std::vector<KnownEntity> Searcher::entities(std::string_view beginning, std::size_t limit,
                                            const SearchRequest& request) const {
    return state_->with_session([&](Session& session) {
        const std::shared_ptr<const NameTable> names = state_->pool->names_of(session.domain());
        return entities_beginning(session, *names, beginning, limit, SearchBounds(request));
    });
}

EntityDetails Searcher::entity(const std::string& id) const {
    return state_->with_session([&](Session& session) { return entity_details(session, id); });
}

bool Searcher::refresh() { return state_->pool->refresh(); }

std::uint64_t Searcher::article_count() const {
    return state_->with_session([](Session& session) { return session.article_count(); });
}

std::uint32_t Searcher::revision() const {
    return state_->with_session([](Session& session) { return session.revisions().newest(); });
}

std::string Searcher::revision_time() const {
    return state_->with_session([](Session& session) { return session.revisions().newest_time(); });
}

std::uint32_t Searcher::revision_named(const std::string& when) const {
    return state_->with_session(
        [&](Session& session) { return sinodex::revision_named(when, session.revisions()); });
}

Searcher Weighing::open(const std::string& database, const Weights& weights) {
    auto pool = std::make_shared<Pool>(database);
    pool->give_back(pool->open(""));
    return Searcher(std::make_unique<Searcher::State>(std::move(pool), weights));
}

Searcher Weighing::of(const Searcher& searcher, const Weights& weights) {
    return Searcher(std::make_unique<Searcher::State>(searcher.state_->pool, weights));
}

}  // namespace sinodex
