// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/word_forms.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace sinodex {
namespace {

// A word and its irregular forms, up to each semicolon.
constexpr std::string_view kIrregular =
    "arise arose arisen;awake awoke awoken;become became;befall befell befallen;begin began begun;"
    "bend bent;bite bitten;bleed bled;blow blew blown;break broke broken;breed bred;bring brought;"
    "build built;burn burnt;buy bought;catch caught;choose chose chosen;cling clung;come "
    "came;creep crept;"
    "dig dug;do did done;draw drew drawn;dream dreamt;drink drank drunk;drive drove driven;eat ate "
    "eaten;"
    "fall fell fallen;feel felt;fight fought;find found;flee fled;fling flung;fly flew flown;"
    "forbid forbade forbidden;foresee foresaw foreseen;forget forgot forgotten;forgive forgave "
    "forgiven;"
    "freeze froze frozen;get got gotten;give gave given;go went gone;grow grew grown;hang "
    "hung;hear heard;"
    "hide hid hidden;hold held;keep kept;kneel knelt;know knew known;lay laid;lead led;lean leant;"
    "learn learnt;lend lent;lose lost;make made;mean meant;meet met;mislead misled;mistake mistook "
    "mistaken;"
    "misunderstand misunderstood;outdo outdid outdone;outgrow outgrew outgrown;overcome overcame;"
    "overhear overheard;oversee oversaw overseen;overtake overtook overtaken;"
    "overthrow overthrew overthrown;pay paid;prove proven;rebuild rebuilt;repay repaid;resell "
    "resold;"
    "retake retook retaken;rethink rethought;ride rode ridden;ring rang rung;rise rose risen;run "
    "ran;"
    "say said;see saw seen;seek sought;sell sold;send sent;shake shook shaken;shine shone;shoot "
    "shot;"
    "show shown;shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat;sleep slept;slide slid;"
    "speak spoke spoken;spell spelt;spend spent;spin spun;spoil spoilt;spring sprang sprung;stand "
    "stood;"
    "steal stole stolen;stick stuck;sting stung;strike struck stricken;strive strove striven;"
    "sue sued suing sues;swear swore sworn;sweep swept;swell swollen;swim swam swum;swing swung;"
    "take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;"
    "undergo underwent undergone;understand understood;undertake undertook undertaken;undo undid "
    "undone;"
    "uphold upheld;wake woke woken;wear wore worn;weave wove woven;weep wept;win won;"
    "withdraw withdrew withdrawn;withhold withheld;withstand withstood;write wrote written;"
    "analysis analyses;appendix appendices;bacterium bacteria;calf calves;child children;crisis "
    "crises;"
    "criterion criteria;curriculum curricula;diagnosis diagnoses;foot feet;formula formulae;fungus "
    "fungi;"
    "goose geese;half halves;hypothesis hypotheses;index indices;knife knives;larva larvae;loaf "
    "loaves;"
    "louse lice;man men;matrix matrices;memorandum memoranda;mouse mice;nucleus nuclei;"
    "parenthesis parentheses;phenomenon phenomena;referendum referenda;shelf shelves;stimulus "
    "stimuli;"
    "synthesis syntheses;thesis theses;thief thieves;tooth teeth;vertex vertices;wife wives;wolf "
    "wolves;"
    "woman women;";

// Words, and nouns and adjectives made of them by more than an ending that the stemmer takes off.
constexpr std::string_view kDerived =
    "decide decision decisions;divide division divisions;conclude conclusion conclusions;"
    "exclude exclusion exclusions;include inclusion;invade invasion invasions;evade "
    "evasion;persuade persuasion;collide collision collisions;expand expansion expansions;"
    "extend extension extensions;suspend suspension suspensions;comprehend comprehension;"
    "admit admission admissions;permit permission permissions;submit submission "
    "submissions;omit omission omissions;transmit transmission transmissions;emit emission "
    "emissions;acquire acquisition acquisitions;inquire inquiry inquiries;produce "
    "production;reduce reduction reductions;introduce introduction;induce induction;"
    "destroy destruction;receive reception;deceive deception;perceive perception "
    "perceptions;describe description descriptions;prescribe prescription prescriptions;"
    "subscribe subscription subscriptions;absorb absorption;sell sale sales;lose loss "
    "losses;grow growth;die death deaths;believe belief beliefs;prove proof;succeed "
    "success successes;exceed excess;concede concession concessions;intervene intervention "
    "interventions;retain retention;detain detention detentions;abstain abstention "
    "abstentions;maintain maintenance;explain explanation explanations;proclaim "
    "proclamation;repeat repetition;compete competition;define definition definitions;"
    "oppose opposition;propose proposal proposals;expose exposure exposures;dispose "
    "disposal disposals;compose composition;impose imposition;apply application "
    "applications;imply implication implications;multiply multiplication;comply "
    "compliance;rely reliance;defy defiance;vary variation variations;modify modification "
    "modifications;notify notification notifications;verify verification;classify "
    "classification;identify identification;justify justification;certify certification "
    "certifications;clarify clarification clarifications;qualify qualification "
    "qualifications;unify unification;ratify ratification;specify specification "
    "specifications;deny denial denials;satisfy satisfaction;emphasise emphasis;emphasize "
    "emphasis;criticise criticism criticisms;criticize criticism criticisms;apologise "
    "apology apologies;apologize apology apologies;merge merger mergers;lend loan loans;"
    "pursue pursuit;bankrupt bankruptcy bankruptcies;accurate accuracy;private privacy;"
    "secret secrecy;efficient efficiency;frequent frequency;deficient deficiency;"
    "candidate candidacy;strong strength;long length;wide width;deep depth;high height;"
    "poor poverty;young youth;angry anger;able ability;stable stability;possible "
    "possibility;responsible responsibility;liable liability liabilities;available "
    "availability;capable capability capabilities;feasible feasibility;flexible "
    "flexibility;visible visibility;eligible eligibility;profitable profitability;"
    "vulnerable vulnerability vulnerabilities;safe safety;certain certainty;loyal loyalty;"
    "cruel cruelty;free freedom freedoms;solve solution solutions;resolve resolution "
    "resolutions;evolve evolution;dissolve dissolution;redeem redemption redemptions;"
    "assume assumption assumptions;consume consumption;resume resumption;breathe breath;"
    "defend defence defense;offend offence offense offences offenses;respond response "
    "responses;suspect suspicion suspicions;argue argument arguments;judge judgment "
    "judgement judgments judgements;fail failure failures;depart departure departures;"
    "seize seizure seizures;close closure closures;please pleasure;press pressure;enter "
    "entry entries entrance;recover recovery recoveries;discover discovery discoveries;"
    "deliver delivery deliveries;injure injury injuries;treasure treasury;bribe bribery;"
    "forge forgery;rob robbery;arrive arrival arrivals;survive survival;refer referral "
    "referrals;betray betrayal;weigh weight weights;fly flight flights;complain complaint "
    "complaints;constrain constraint constraints;restrain restraint restraints;know "
    "knowledge;choose choice choices;speak speech speeches;advise advice;hate hatred;"
    "bear birth;marry marriage marriages;bury burial burials;try trial trials;invent "
    "invention;retaliate retaliation;europe european europeans;africa african africans;"
    "america american americans;asia asian asians;korea korean koreans;russia russian "
    "russians;india indian indians;australia australian australians;china chinese;japan "
    "japanese;taiwan taiwanese;vietnam vietnamese;britain british;france french;germany "
    "german germans;italy italian italians;canada canadian canadians;brazil brazilian "
    "brazilians;mexico mexican mexicans;malaysia malaysian malaysians;singapore "
    "singaporean singaporeans;ukraine ukrainian ukrainians;iran iranian iranians;iraq "
    "iraqi iraqis;israel israeli israelis;netherlands dutch;spain spanish;"
    "sweden swedish;switzerland swiss;ireland irish;poland polish;hungary hungarian hungarians;"
    "belgium belgian belgians;norway norwegian norwegians;denmark danish;greece greek greeks;"
    "turkey turkish;portugal portuguese;austria austrian austrians;indonesia indonesian "
    "indonesians;thailand thai thais;philippines philippine filipino filipinos;pakistan pakistani "
    "pakistanis;cambodia cambodian cambodians;mongolia mongolian mongolians;argentina argentine "
    "argentinian argentines;chile chilean chileans;peru peruvian peruvians;egypt egyptian "
    "egyptians;saudi saudis;";

// Words that the stemmer would take for a form of another one, which means something else:
// important of import, authority of author, evening of even. Each is a term of its own, with the
// forms behind it.
constexpr std::string_view kApart =
    "according accordingly;add adds added adding;apartment apartments;arms;authorise authorised "
    "authorises authorising authorize authorized authorizes authorizing authorisation "
    "authorization authorisations authorizations;authority authorities;business businesses;"
    "considerable considerably;conversation conversations;customs;department departments;"
    "emergency emergencies;evening evenings;executive executives;experience experiences "
    "experienced;futures;goods;important importance importantly;initiative initiatives;"
    "international internationally;minority minorities;objective objectives;organisation "
    "organisations organization organizations;organise organised organises organising organize "
    "organized organizes organizing;positive positively;publication publications;relative "
    "relatives relatively;respective respectively;securities;several;successive successively;"
    "transition transitions;united;university universities;";

struct Irregular {
    std::unordered_map<std::string_view, std::string_view> bases;  // by form
    std::unordered_map<std::string_view, std::vector<std::string_view>> inflections;
    std::unordered_set<std::string_view> apart;  // bases

    Irregular() {
        for_each_form(kIrregular, [&](std::string_view base, std::string_view form) {
            bases[form] = base;
            inflections[base].push_back(form);
        });
        for_each_form(kDerived,
                      [&](std::string_view base, std::string_view form) { bases[form] = base; });
        for_each_form(kApart,
                      [&](std::string_view base, std::string_view form) { bases[form] = base; });
        for_each_line(kApart, [&](std::string_view line) { apart.insert(base_of(line)); });
    }

    static std::string_view base_of(std::string_view line) {
        return line.substr(0, line.find(' '));
    }

    template <typename Use>
    static void for_each_line(std::string_view table, const Use& use) {
        for (; !table.empty(); table.remove_prefix(table.find(';') + 1)) {
            use(table.substr(0, table.find(';')));
        }
    }

    // Calls use(base, form) for each form of each line of `table`.
    template <typename Use>
    static void for_each_form(std::string_view table, const Use& use) {
        for_each_line(table, [&](std::string_view line) {
            const std::string_view base = base_of(line);
            for (; line.size() > base.size(); line = line.substr(0, line.rfind(' '))) {
                use(base, line.substr(line.rfind(' ') + 1));
            }
        });
    }
};

const Irregular& irregular() {
    static const Irregular table;
    return table;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Plan but not reveal: one vowel before a last consonant that is doubled before an ending. Which
// longer words are stressed there (permit, but not limit) is not known; both forms are given.
bool may_double(std::string_view word) {
    const std::size_t size = word.size();
    return size >= 3 && !is_vowel(word[size - 1]) && is_vowel(word[size - 2]) &&
           !is_vowel(word[size - 3]) && std::string_view("wxy").find(word.back()) == word.npos;
}

void add_endings(const std::string& word, bool verb, std::vector<std::string>& forms) {
    const std::string most = word.substr(0, word.size() - 1);
    const bool consonant_y = word.back() == 'y' && word.size() > 1 && !is_vowel(most.back());
    forms.push_back(word + "s");
    forms.push_back(word.back() == 'e' ? word + "d" : word + "ed");
    if (consonant_y) {
        forms.push_back(most + "ies");
        forms.push_back(most + "ied");
    } else if (std::string_view("sxzh").find(word.back()) != std::string_view::npos) {
        forms.push_back(word + "es");
    }
    if (may_double(word)) forms.push_back(word + word.back() + "ed");
    if (!verb) return;
    forms.push_back(word.back() == 'e' ? most + "ing" : word + "ing");
    if (may_double(word)) forms.push_back(word + word.back() + "ing");
}

}  // namespace

std::string_view base_form(std::string_view word) {
    const auto& bases = irregular().bases;
    const auto found = bases.find(word);
    return found == bases.end() ? word : found->second;
}

bool stays_apart(std::string_view base) { return irregular().apart.contains(base); }

std::vector<std::string_view> irregular_forms(std::string_view beginning) {
    std::vector<std::string_view> forms;
    for (const auto& [form, base] : irregular().bases) {
        if (form.starts_with(beginning)) forms.push_back(form);
    }
    return forms;
}

std::vector<std::string> inflections_of(std::string_view word, bool verb) {
    std::vector<std::string> forms{std::string(word)};
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (word.size() < 2 || !std::all_of(word.begin(), word.end(), is_letter)) return forms;
    add_endings(std::string(word), verb, forms);
    const auto& known = irregular().inflections;
    const auto found = known.find(word);
    if (found == known.end()) return forms;
    forms.insert(forms.end(), found->second.begin(), found->second.end());
    return forms;
}

}  // namespace sinodex
