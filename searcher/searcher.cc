// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/searcher.h"

#include <xapian.h>

#include <chrono>
#include <set>

#include "corpus/error.h"
#include "corpus/remote/shard_link.h"
#include "searcher/completion/complete.h"
#include "searcher/completion/entities.h"
#include "searcher/retrieval/since.h"
#include "searcher/session_pool.h"
#include "searcher/verification/verify.h"
#include "searcher/views/build.h"
#include "searcher/weighing.h"

namespace sinodex {

namespace {

[[noreturn]] void refuse_news(const MissingShard& missing) {
    throw Error(
        ErrorKind::database,
        missing.name + ": is missing, so that what is new cannot be told: " + missing.reason,
        "search without --since and --state, or bring it back");
}

std::vector<SearchWarning> warnings_about(const std::vector<MissingShard>& missing) {
    std::vector<SearchWarning> warnings;
    for (const MissingShard& shard : missing) {
        warnings.push_back({0, 0,
                            "only part of the database was searched: " + shard.name +
                                " is missing: " + shard.reason});
    }
    return warnings;
}

void tell(const std::vector<MissingShard>& missing, SearchResult& result) {
    const auto warnings = warnings_about(missing);
    result.warnings.insert(result.warnings.end(), warnings.begin(), warnings.end());
    result.missing_shards = missing;
}

void tell(const std::vector<MissingShard>& missing, Verification& verification) {
    verification.missing_shards = missing;
}

template <typename View>
void tell(const std::vector<MissingShard>& missing, View& view) {
    const auto warnings = warnings_about(missing);
    auto& told = view.matches.warnings;
    told.insert(told.end(), warnings.begin(), warnings.end());
    view.matches.missing_shards = missing;
}

}  // namespace

struct Searcher::State {
    std::shared_ptr<SessionPool> pool;
    Weights weights;

    State(std::shared_ptr<SessionPool> sessions, const Weights& chosen)
        : pool(std::move(sessions)), weights(chosen) {}

    static std::unique_ptr<State> open(const std::vector<std::string>& databases, bool require_all,
                                       const Weights& weights) {
        auto pool = std::make_shared<SessionPool>(places_of(databases), require_all);
        pool->give_back(pool->take());
        return std::make_unique<State>(std::move(pool), weights);
    }

    // Calls `use` with a session of its own.
    template <typename Use>
    auto with_session(Use use) {
        return with_shards({}, [&](Session& session, const ShardStates&) { return use(session); });
    }

    // The same, of which the answer tells what of the database it lacks. What is new is known of a
    // whole database only: revisions are counted over all shards.
    template <typename Use>
    auto answer(const SearchRequest& request, Use use) {
        return with_shards(request.deadline, [&](Session& session, const ShardStates& shards) {
            const std::vector<MissingShard> missing = pool->missing(shards);
            if (request.since && !missing.empty()) refuse_news(missing.front());
            auto answer = use(session);
            tell(missing, answer);
            return answer;
        });
    }

    using Deadline = std::optional<std::chrono::steady_clock::time_point>;

    // A shard on another machine that is lost meanwhile is looked for once more; then the others
    // answer without it.
    template <typename Use>
    auto with_shards(Deadline deadline, Use use) {
        for (std::set<std::string> lost_before;;) {
            try {
                return with_those_there(deadline, use);
            } catch (const LostShard& lost) {
                pool->lose(lost, !lost_before.insert(lost.place()).second);
            }
        }
    }

    template <typename Use>
    auto with_those_there(Deadline deadline, Use use) {
        SessionPool::Lease lease = pool->take();
        try {
            lease.session->set_weights(weights);
            lease.session->index().begin_request(deadline);
            auto result = use(*lease.session, *lease.shards);
            pool->give_back(std::move(lease));
            return result;
        } catch (const Xapian::Error& error) {
            pool->fail(*lease.shards, error);
        } catch (const Error& error) {
            const bool usable = error.kind() != ErrorKind::database;
            if (usable) pool->give_back(std::move(lease));
            throw;
        }
    }

    // The same for a view, whose time is taken.
    template <typename Build>
    auto view(const SearchRequest& request, Build build) {
        const auto start = std::chrono::steady_clock::now();
        auto view = answer(request, build);
        view.matches.took_ms =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count();
        return view;
    }
};

Searcher::Searcher(const std::string& database) : Searcher(Weighing::open(database, {})) {}
Searcher::Searcher(const std::vector<std::string>& databases, bool require_all)
    : Searcher(State::open(databases, require_all, {})) {}
Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResult Searcher::search(const SearchRequest& request) const {
    return state_->answer(request, [&](Session& session) { return session.search(request); });
}

Facets Searcher::facets(const SearchRequest& request, std::size_t top) const {
    return state_->view(request,
                        [&](Session& session) { return build_facets(session, request, top); });
}

Timeline Searcher::timeline(const SearchRequest& request, TimelineBy by) const {
    return state_->view(request,
                        [&](Session& session) { return build_timeline(session, request, by); });
}

RelatedEntities Searcher::related(const SearchRequest& request, std::size_t top) const {
    return state_->view(request,
                        [&](Session& session) { return build_related(session, request, top); });
}

Figures Searcher::figures(const SearchRequest& request, std::size_t limit) const {
    return state_->view(request,
                        [&](Session& session) { return build_figures(session, request, limit); });
}

SearchResult Searcher::more_like(const std::string& id, const SearchRequest& request) const {
    return state_->answer(request,
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
    return state_->answer(request, [&](Session& session) {
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

std::vector<MissingShard> Searcher::missing_shards() const { return state_->pool->missing(); }

Searcher Weighing::open(const std::string& database, const Weights& weights) {
    return Searcher(Searcher::State::open({database}, false, weights));
}

Searcher Weighing::of(const Searcher& searcher, const Weights& weights) {
    return Searcher(std::make_unique<Searcher::State>(searcher.state_->pool, weights));
}

}  // namespace sinodex
