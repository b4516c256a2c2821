// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include "bench/speed/engines.h"
#include "corpus/error.h"

namespace sinodex {
namespace {

constexpr Xapian::valueno kDateSlot = 0;  // as in systems.cc

class XapianEngine : public Engine {
 public:
    explicit XapianEngine(const std::string& folder) : database_(folder) {
        parser_.set_database(database_);
        parser_.set_stemmer(Xapian::Stem("english"));
        parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    }

    std::size_t search(const SpeedQuery& query) override {
        try {
            Xapian::Enquire enquire(database_);
            enquire.set_query(parsed(query));
            const Xapian::MSet found = enquire.get_mset(0, kHits);
            for (auto hit = found.begin(); hit != found.end(); ++hit) {
                bytes_ += hit.get_document().get_data().size();
            }
            return found.size();
        } catch (const Xapian::Error& error) {
            throw Error(ErrorKind::output, "Xapian: " + error.get_description());
        }
    }

 private:
    Xapian::Query parsed(const SpeedQuery& query) {
        Xapian::Query all = parser_.parse_query(query.text);
        if (!query.from.empty()) {
            const Xapian::Query dates(Xapian::Query::OP_VALUE_RANGE, kDateSlot, query.from,
                                      query.to);
            all = Xapian::Query(Xapian::Query::OP_FILTER, all, dates);
        }
        if (!query.source.empty()) {
            all = Xapian::Query(Xapian::Query::OP_FILTER, all,
                                Xapian::Query("XSOURCE:" + query.source));
        }
        return all;
    }

    Xapian::Database database_;
    Xapian::QueryParser parser_;
    std::size_t bytes_ = 0;
};

}  // namespace

std::unique_ptr<Engine> open_xapian(const std::string& database) {
    try {
        return std::make_unique<XapianEngine>(database);
    } catch (const Xapian::Error& error) {
        throw Error(ErrorKind::database, database + ": " + error.get_description());
    }
}

}  // namespace sinodex
