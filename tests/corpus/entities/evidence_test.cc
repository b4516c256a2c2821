// SPDX-License-Identifier: GPL-2.0-or-later

// Names that say too little alone: what must stand around them.

#include <gtest/gtest.h>

#include "tests/corpus/entities/found_entities.h"

namespace sinodex {
namespace {

constexpr std::string_view kWorld = R"(
for: person
unless: singer; 歌手
calling: nurse; 护士

for: place
longer: Daily; 晚报

id: ruria
type: place
name: Ruria
en: Ruria
zh: 鲁国
adjective: Rurian; Rurians

id: rurov
type: place
name: Rurov
en: Rurov
located-in: ruria

id: wendland
type: place
name: Wendland
en: Wendland
zh: 文国
adjective: Wendish

id: salt-office
type: regulator
name: Salt Office
en: Salt Office
zh: 盐政总局
generic: salt regulator; 盐业监管机构
home: ruria

id: salt-works
type: company
name: Salinex
en: Salinex
zh: 盐科集团
ticker: HKEX:700; SSE:688001
located-in: rurov
founded-by: bo-lin
led-by: bo-lin | chief executive; eva-roth | president

id: bo-lin
type: person
name: Bo Lin
en: Bo Lin
surname: Lin

id: eva-roth
type: person
name: Eva Roth
en: Eva Roth
surname: Roth

id: salt-fine
type: event
name: fine on Salinex
en: Salinex fine
told: salt-works + 3 million|4 million + fined|paid
unless: refund
home: ruria

id: anvil
type: company
name: Anvil Group
en: Anvil Group
ambiguous: Anvil; 铁砧
context: smithing
ticker: NYSE:ANVL; HKEX:7711

id: s100
type: product
name: S100
en: S100
parent: salt-works

id: board
type: regulator
name: Salt Commerce Board
en: Salt Commerce Board; Salt Inspection Board; Board of Borders
home: ruria

id: salt-law
type: law
name: Salt Law
en: Salt Law
issued-by: salt-office

id: open-gates
type: policy
name: open gates
en: policy of open gates
idiom: open gates; 2% * toll
context: salt-office; trade; 贸易
unless: garden
home: ruria

id: salt-bureau
type: regulator
name: Salt Bureau of Ruria
en: Salt Bureau of Ruria
acronym: SBR
unless: swimming
home: ruria

id: ada-tem
type: person
name: Ada Tem
en: Ada Tem
zh: 谭阿达
ambiguous: Tem
context: salt-office
)";

struct EvidenceCase {
    const char* text;
    const char* found;
};

void expect_evidence(std::initializer_list<EvidenceCase> cases) {
    const Knowledge world = Knowledge::parse(kWorld, "world");
    for (const EvidenceCase& one : cases)
        EXPECT_EQ(found(world, "", one.text), one.found) << one.text;
}

TEST(Evidence, GenericNamesNeedTheirCountry) {
    expect_evidence({
        {"The salt regulator met.", ""},
        {"Ruria's salt regulator met.", "ruria:Ruria salt-office:salt regulator"},
        {"The Rurian salt regulator met.", "salt-office:salt regulator"},
        {"The salt regulator of Ruria met.", "salt-office:salt regulator ruria:Ruria"},
        {"The salt regulator fined Salinex.", "salt-office:salt regulator salt-works:Salinex"},
        {"The Salt Office met. A salt regulator errs.",
         "salt-office:Salt Office salt-office:salt regulator"},
        {"It rained in Rurov. The salt regulator met.", "rurov:Rurov salt-office:salt regulator"},
        {"鲁国盐业监管机构开会。", "ruria:鲁国 salt-office:盐业监管机构"},
    });
}

TEST(Evidence, GenericNamesYieldToOtherCountries) {
    expect_evidence({
        {"Wendland's salt regulator met.", "wendland:Wendland"},
        {"Wendland's mighty salt regulator fined Salinex.", "wendland:Wendland salt-works:Salinex"},
        {"The salt regulator in Wendland met.", "wendland:Wendland"},
        {"Wendish ships came. The salt regulator met.", ""},
        {"In Wendland the salt regulator spoke of Salinex.",
         "wendland:Wendland salt-works:Salinex"},
        {"The Salt Office met the Wendish salt regulator.", "salt-office:Salt Office"},
        {"文国的盐业监管机构开会，鲁国没有。", "wendland:文国 ruria:鲁国"},
        {"Wendland's Salt Office met.", "wendland:Wendland"},
        {"Wendland has a Salt Law; the Wendish Salt Law is old.",
         "wendland:Wendland salt-law:Salt Law"},
    });
}

TEST(Evidence, IdiomsNeedTheirContextInTheSentence) {
    expect_evidence({
        {"The sheep ran through open gates.", ""},
        {"The Salt Office is for open gates.", "salt-office:Salt Office open-gates:open gates"},
        {"The Salt Office met. Sheep ran through open gates.", "salt-office:Salt Office"},
        {"For trade, open gates help.", "open-gates:open gates"},
        {"For trade, Wendland has open gates.", "wendland:Wendland"},
        {"For trade, a garden has open gates.", ""},
        {"A policy of open gates. It means open gates.",
         "open-gates:policy of open gates open-gates:open gates"},
        {"On trade stands a 2% bridge toll.", "open-gates:2% bridge toll"},
        {"On trade stands a 2% toll.", ""},
    });
}

TEST(Evidence, BusinessWordsSpeakForCompanies) {
    expect_evidence({
        {"They fined Anvil.", "anvil:Anvil"},
        {"An Anvil lay there.", ""},
        {"Anvil shares fell.", ""},
        {"It sold Anvil shares.", "anvil:Anvil"},
        {"It sold Salinex and Anvil.", "salt-works:Salinex anvil:Anvil"},
        {"It sold anvil shares.", ""},
    });
}

TEST(Evidence, CodesAreMarkedAsSuch) {
    expect_evidence({
        {"$ANVL rose, ANVL fell", "anvil/ticker:ANVL"},
        {"Salinex (700) sold 700 tons", "salt-works:Salinex salt-works/ticker:700"},
        {"Salinex（00700）", "salt-works:Salinex salt-works/ticker:00700"},
        {"Rurov (700)", "rurov:Rurov"},
        {"An Anvil (5) rose", ""},
        {"An Anvil (7711) rose", "anvil:Anvil anvil/ticker:7711"},
        {"SH688001 and 688001.SH", "salt-works/ticker:SH688001 salt-works/ticker:688001.SH"},
        {"NYSE: ANVL, US: ANVL", "anvil/ticker:NYSE: ANVL anvil/ticker:US: ANVL"},
        {"证券代码：688001 is listed", "salt-works/ticker:688001"},
        {"股份代號（7711）", "anvil/ticker:7711"},
        {"its stock code 688001", "salt-works/ticker:688001"},
        {"公告编号：688001", ""},
        {"卖了688001，", ""},
    });
}

TEST(Evidence, NeighboursInAListSpeakForCompanies) {
    expect_evidence({
        {"Salinex, Anvil and others fell.", "salt-works:Salinex anvil:Anvil"},
        {"Anvil, Salinex and others fell.", "anvil:Anvil salt-works:Salinex"},
        {"Salinex fell. Anvil, too.", "salt-works:Salinex"},
        {"Rurov, Anvil and others", "rurov:Rurov"},
        {"盐科集团、铁砧都跌了。", "salt-works:盐科集团 anvil:铁砧"},
        {"铁砧和盐科集团都跌了。", "anvil:铁砧 salt-works:盐科集团"},
        {"盐科集团跌了，铁砧坏了。", "salt-works:盐科集团"},
        {"盐科集团，铁砧", "salt-works:盐科集团"},
    });
}

TEST(Evidence, PlacesInNamesOfCompaniesAreNone) {
    expect_evidence({
        {"鲁国细盐技术有限公司开业。", ""},
        {"细盐（鲁国）有限公司开业。", ""},
        {"鲁国的细盐有限公司", "ruria:鲁国"},
        {"鲁国对细盐有限公司罚款", "ruria:鲁国"},
        {"鲁国，细盐有限公司", "ruria:鲁国"},
        {"鲁国盐科集团有限公司", "salt-works:盐科集团"},
    });
}

TEST(Evidence, CodesOfProductsHaveAPlural) {
    expect_evidence({
        {"Forty S100s left.", "s100:S100s"},
        {"Forty S100x left, s100s too.", ""},
    });
}

TEST(Evidence, MisreadLettersAreMended) {
    expect_evidence({
        {"The 5alt Office met.", "salt-office/fuzzy:5alt Office"},
        {"The Salt lnspection Board met.", "board/fuzzy:Salt lnspection Board"},
        {"The Salt Cornmerce Board met.", "board/fuzzy:Salt Cornmerce Board"},
        {"Board of 8orders", "board/fuzzy:Board of 8orders"},
        {"Salt lotion Board, Salt Cornets Board, 5alted Office", ""},
    });
}

TEST(Evidence, SurnamesThatNeedAContextStandAlone) {
    expect_evidence({
        {"The Salt Office met Tem.", "salt-office:Salt Office ada-tem:Tem"},
        {"The Salt Office met Bob Tem.", "salt-office:Salt Office"},
        {"We met Tem.", ""},
    });
}

TEST(Evidence, NamesBesideStrangersAreOthers) {
    expect_evidence({
        {"BTX Rurov closed.", ""},
        {"in Rurov BTX closed.", "rurov:Rurov"},
        {"Wendland's Salt Office and Salt Law.", "wendland:Wendland"},
        {"Wendland's Salt Office. Salt Law.", "wendland:Wendland salt-law:Salt Law"},
    });
}

TEST(Evidence, AbbreviationsStandForWhatTheArticleSpellsOut) {
    expect_evidence({
        {"SBR met.", "salt-bureau/acronym:SBR"},
        {"The Salt Bureau of Ruria (SBR) met.",
         "salt-bureau:Salt Bureau of Ruria salt-bureau/acronym:SBR"},
        {"The Spice Board of Rhodes (SBR) met. SBR will meet.", ""},
        {"The Spice Board of Rhodes, or SBR, met.", ""},
        {"SBR, the Spice Board of Rhodes, met.", ""},
        {"SBR, Wendland's salt office, met.", "wendland:Wendland"},
        {"SBR, Wendland's Salt Office and others met.",
         "salt-bureau/acronym:SBR wendland:Wendland"},
        {"SBR, Ruria's salt office, met.", "salt-bureau/acronym:SBR ruria:Ruria"},
        {"The SBR swimming cup. SBR met.", "salt-bureau/acronym:SBR"},
    });
}

TEST(Evidence, LawsThatAnotherCountryMakesAreItsOwn) {
    expect_evidence({
        {"Wendland's parliament passed the Salt Law.", "wendland:Wendland"},
        {"Wendish traders fear the Salt Law.", "salt-law:Salt Law"},
        {"Wendland's parliament passed what Ruria calls the Salt Law.",
         "wendland:Wendland ruria:Ruria salt-law:Salt Law"},
    });
}

TEST(Evidence, RolesBesideACompanyLeadToItsPeople) {
    expect_evidence({
        {"Salinex CEO Lin spoke.", "salt-works:Salinex bo-lin/surname:Lin"},
        {"Salinex's Roth spoke.", "salt-works:Salinex eva-roth/surname:Roth"},
        {"Salinex CEO Lin Wu spoke.", "salt-works:Salinex"},
        {"Salinex founder and CEO Lin spoke.", "salt-works:Salinex bo-lin/surname:Lin"},
        {"Salinex's founder spoke.", "salt-works:Salinex bo-lin/role:founder"},
        {"Salinex's chief executive spoke.", "salt-works:Salinex bo-lin/role:chief executive"},
        {"Salinex's chief executive of sales spoke.", "salt-works:Salinex"},
        {"Salinex's president spoke.", "salt-works:Salinex"},
        {"盐科集团创始人表示", "salt-works:盐科集团 bo-lin/role:创始人"},
        {"盐科集团创始人大会", "salt-works:盐科集团"},
    });
}

TEST(Evidence, SentencesTellOfEvents) {
    expect_evidence({
        {"Salinex was fined 3 million.", "salt-works:Salinex salt-fine/told:fined"},
        {"Salinex was fined 5 million.", "salt-works:Salinex"},
        {"Salinex was fined. It sold 3 million.", "salt-works:Salinex"},
        {"Salinex slept while others paid 3 million.", "salt-works:Salinex"},
        {"Salinex paid 4 million as a refund.", "salt-works:Salinex"},
        {"The Salinex fine: it paid 4 million.", "salt-fine:Salinex fine"},
    });
}

TEST(Evidence, DescribedNamesakesAreOthers) {
    expect_evidence({
        {"Ada Tem, a retired nurse from Rurov, spoke.", "rurov:Rurov"},
        {"Ada Tem, a nurse at Salinex, spoke.", "ada-tem:Ada Tem salt-works:Salinex"},
        {"Ada Tem, a former nurse, spoke.", "ada-tem:Ada Tem"},
        {"Ada Tem, a 19-year-old, spoke.", ""},
        {"Ada Tem, a 59-year-old, spoke.", "ada-tem:Ada Tem"},
        {"谭阿达是一名护士。", ""},
        {"十岁的谭阿达来了。", ""},
        {"五十岁的谭阿达来了。", "ada-tem:谭阿达"},
    });
}

TEST(Evidence, PartsOfTitlesAndForeignNamesAreNone) {
    expect_evidence({
        {"《盐政总局服务协议》已更新。", ""},
        {"《盐政总局关于销售的规定》已更新。", "salt-office:盐政总局"},
        {"《盐政总局》", "salt-office:盐政总局"},
        {"尼古拉·盐科集团的故事", ""},
        {"新闻·盐科集团的故事", "salt-works:盐科集团"},
    });
}

TEST(Evidence, NamesakesAndLongerNamesAreOthers) {
    expect_evidence({
        {"Ada Tem spoke.", "ada-tem:Ada Tem"},
        {"The singer Ada Tem spoke.", ""},
        {"Ada Tem, a singer, spoke.", ""},
        {"Ada Tem met a singer.", "ada-tem:Ada Tem"},
        {"歌手谭阿达来了。", ""},
        {"谭阿达和歌手来了。", "ada-tem:谭阿达"},
        {"the Ruria Daily", ""},
        {"Ruria daily.", "ruria:Ruria"},
        {"鲁国晚报报道", ""},
        {"RURIA.XY, XY.RURIA", "ruria:RURIA"},
    });
}

}  // namespace
}  // namespace sinodex
