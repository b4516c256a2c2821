// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/schema/word_forms.h"

#include <algorithm>
#include <unordered_map>

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

struct Irregular {
    std::unordered_map<std::string_view, std::string_view> bases;  // by form
    std::unordered_map<std::string_view, std::vector<std::string_view>> forms;

    Irregular() {
        for (std::string_view rest = kIrregular; !rest.empty();) {
            const std::size_t end = rest.find(';');
            add(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
    }

    void add(std::string_view line) {
        const std::string_view base = line.substr(0, line.find(' '));
        while (line.size() > base.size()) {
            const std::size_t space = line.rfind(' ');
            bases[line.substr(space + 1)] = base;
            forms[base].push_back(line.substr(space + 1));
            line = line.substr(0, space);
        }
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
    const auto& known = irregular().forms;
    const auto found = known.find(word);
    if (found == known.end()) return forms;
    forms.insert(forms.end(), found->second.begin(), found->second.end());
    return forms;
}

}  // namespace sinodex
