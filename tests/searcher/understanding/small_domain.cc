// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/searcher/understanding/small_domain.h"

#include "searcher/query/parser.h"
#include "searcher/understanding/understand.h"

namespace sinodex::testing {
namespace {

constexpr const char* kKnowledge = R"(
id: alibaba
type: company
name: Alibaba Group
en: Alibaba; Alibaba Group
zh: 阿里巴巴

id: alibaba-probe
type: event
name: Alibaba probe
en: Alibaba probe

id: samr
type: regulator
name: SAMR
acronym: SAMR
en: State Administration for Market Regulation

id: li-auto
type: company
name: Li Auto
ambiguous: Li
context: alibaba

id: li-qiang
type: person
name: Li Qiang
en: Li Qiang
ambiguous: Li
context: samr
)";

// A database of two articles' amounts and times.
Xapian::WritableDatabase amounts_and_times() {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::Document document;
    for (const char* term :
         {"XMcny:30:18228", "XMcny#30:1", "XMcny:29:5", "XMcny#29:5", "XMcny:30:3", "XMcny#30:3",
          "XMusd:32:11", "XMusd#32:1", "XMjpy:29:6", "XMjpy#29:6", "XMyen_or_yuan:29:7",
          "XMyen_or_yuan#29:7", "XD2021", "XD202104", "XD20210410", "XD2022", "XD202203"}) {
        document.add_boolean_term(term);
    }
    database.add_document(document);
    return database;
}

}  // namespace

UnderstoodQuery understand_query(const std::string& query, const Expansions& expand,
                                 const StepWatcher& watch) {
    static Analyzer analyzer;
    static TermMaker terms;
    static AmountFinder amounts;
    static DateFinder dates;
    static const Knowledge knowledge = Knowledge::parse(kKnowledge, "test");
    static const Domain domain{
        knowledge,
        EntityFinder(knowledge),
        {},
        SynonymTable(Synonyms::parse("tutoring; edtech = .9; 补习 = .5", "test"), analyzer, terms),
        MappedFile(""),
        Dictionary()};
    static const IndexReader index(amounts_and_times());
    return understand(parse_query(query), {analyzer, terms, amounts, dates, domain, index}, expand,
                      watch);
}

}  // namespace sinodex::testing
