// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/api/related.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "corpus/schema/fields.h"
#include "searcher/views/build.h"
#include "searcher/views/example_passages.h"
#include "searcher/views/matches.h"

namespace sinodex {
namespace {

const std::string& entity_prefix() {
    static const std::string prefix(info(Field::entity).prefix);
    return prefix;
}

void add_entities(const Condition& condition, std::set<std::string>& ids) {
    const std::string& prefix = entity_prefix();
    const auto add = [&](const HasTerm& has) {
        if (has.term.starts_with(prefix)) ids.insert(has.term.substr(prefix.size()));
    };
    const auto add_words = [&](const HasPhrase& has) {
        for (const Condition& word : has.wanted.children) add_entities(word, ids);
    };
    visit_asked(condition, Overloaded{add, add_words, [](const auto&) {}});
}

// Ids of the entities that a query names, be it in a phrase or without expansion.
std::set<std::string> asked_for(const Matches& matches, const Domain& domain) {
    std::set<std::string> ids;
    for (const Mention& mention : domain.finder.find_in_query(matches.summary.query)) {
        ids.insert(domain.knowledge.entity(mention.entity).id);
    }
    if (matches.query.condition) add_entities(*matches.query.condition, ids);
    return ids;
}

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

// Terms of a probability of 0 or 1 vanish: then k or n - k is 0.
double log_likelihood(double p, double k, double n) {
    return (k > 0 ? k * std::log(p) : 0) + (n > k ? (n - k) * std::log(1 - p) : 0);
}

double log_likelihood_ratio(double k1, double n1, double k2, double n2) {
    const double both = share(k1 + k2, n1 + n2);
    const double ratio = log_likelihood(share(k1, n1), k1, n1) +
                         log_likelihood(share(k2, n2), k2, n2) - log_likelihood(both, k1, n1) -
                         log_likelihood(both, k2, n2);
    return std::max(0.0, 2 * ratio);
}

class Comparison {
 public:
    Comparison(const Matches& matches, const Session& session)
        : matches_(matches),
          index_(session.index()),
          knowledge_(session.domain()->knowledge),
          articles_(knowledge_.size()),
          others_(index_.documents() - matches.documents) {
        for (const MatchedArticle& article : matches.articles) {
            for (const EntityNumber number : article.entities) ++articles_[number];
        }
    }

    std::uint64_t others() const { return others_; }

    // The entities that the matching articles mention more often than the others do.
    std::vector<RelatedEntity> entities(const std::set<std::string>& left_out) const {
        std::vector<RelatedEntity> found;
        for (EntityNumber number = 0; number < articles_.size(); ++number) {
            if (articles_[number] == 0 || left_out.contains(knowledge_.entity(number).id)) continue;
            RelatedEntity one = compared(number);
            if (others_ == 0 || one.share > one.share_elsewhere) found.push_back(std::move(one));
        }
        return found;
    }

 private:
    RelatedEntity compared(EntityNumber number) const {
        const Entity& entity = knowledge_.entity(number);
        const std::uint64_t all = index_.frequency(entity_prefix() + entity.id);
        const auto here = static_cast<double>(articles_[number]);
        const auto matching = static_cast<double>(matches_.articles.size());
        const auto elsewhere = static_cast<double>(all - matches_.entity_documents[number]);
        const auto others = static_cast<double>(others_);
        RelatedEntity one;
        one.id = entity.id;
        one.type = to_string(entity.type);
        one.name = entity.name;
        one.filter = entity_filter(entity);
        one.articles = articles_[number];
        one.share = share(here, matching);
        one.share_elsewhere = share(elsewhere, others);
        one.score = log_likelihood_ratio(here, matching, elsewhere, others);
        return one;
    }

    const Matches& matches_;
    const IndexReader& index_;
    const Knowledge& knowledge_;
    std::vector<std::uint64_t> articles_;  // by entity
    std::uint64_t others_;
};

}  // namespace

RelatedEntities build_related(Session& session, const SearchRequest& request, std::size_t top) {
    Matches matches = matches_of(session, request, true);
    const std::set<std::string> asked = asked_for(matches, *session.domain());
    const Comparison comparison(matches, session);
    RelatedEntities view;
    view.asked.assign(asked.begin(), asked.end());
    view.others = comparison.others();
    view.entities = comparison.entities(asked);
    std::sort(view.entities.begin(), view.entities.end(), [](const auto& a, const auto& b) {
        return std::tie(b.score, b.articles, a.name, a.id) <
               std::tie(a.score, a.articles, b.name, b.id);
    });
    if (view.entities.size() > top) view.entities.resize(top);
    std::set<std::string> shown;
    for (const RelatedEntity& entity : view.entities) shown.insert(entity.id);
    auto examples = example_passages(session, request, matches.query, shown);
    for (RelatedEntity& entity : view.entities) entity.example = std::move(examples[entity.id]);
    view.matches = std::move(matches.summary);
    return view;
}

}  // namespace sinodex
