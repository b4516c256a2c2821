// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/verification/quotation.h"

#include <algorithm>

#include "corpus/error.h"
#include "corpus/text/utf8.h"
#include "searcher/api/verification.h"

namespace sinodex {
namespace {

bool is_final_mark(const QuoteUnit& unit) {
    return unit.kind == UnitKind::mark &&
           (unit.normal == "." || unit.normal == "," || unit.normal == ";" || unit.normal == ":");
}

// Valid UTF-8, with its line ends and tabs.
std::string valid_text(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find_first_of("\n\r\t"), text.size());
        out.append(valid_utf8(text.substr(0, size)));
        text.remove_prefix(size);
        if (text.empty()) break;
        out.push_back(text.front());
        text.remove_prefix(1);
    }
    return out;
}

bool is_gap(const QuoteUnit& unit) { return unit.kind == UnitKind::ellipsis; }

// [...] and (...) as one ellipsis.
void join_brackets(std::vector<QuoteUnit>& units) {
    for (std::size_t i = 1; i + 1 < units.size(); ++i) {
        const std::string& before = units[i - 1].normal;
        const std::string& after = units[i + 1].normal;
        const bool joined = is_gap(units[i]) &&
                            ((before == "[" && after == "]") || (before == "(" && after == ")"));
        if (!joined) continue;
        units[i].range = {units[i - 1].range.begin, units[i + 1].range.end};
        units.erase(units.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        units.erase(units.begin() + static_cast<std::ptrdiff_t>(i) - 1);
    }
}

std::string with_other_case(std::string form) {
    const char c = form.empty() ? '\0' : form[0];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) return {};
    form[0] = static_cast<char>(c ^ 0x20);
    return form;
}

void check_size(std::size_t words) {
    if (words >= kMinQuotedWords && words <= kMaxQuotedWords) return;
    throw Error(ErrorKind::query,
                "the quotation has " + std::to_string(words) + (words == 1 ? " word" : " words"),
                "it must have " + std::to_string(kMinQuotedWords) + " to " +
                    std::to_string(kMaxQuotedWords) +
                    "; a Chinese character counts as one. Verify longer texts in parts");
}

}  // namespace

Quotation::Quotation(std::string_view text) : text_(valid_text(text)) {
    const std::vector<QuoteUnit> units = trimmed_units();
    for (std::size_t i = 0; i < units.size(); ++i) {
        // A mark before an ellipsis may be any: what is omitted begins there.
        const bool loose = i + 1 < units.size() && is_gap(units[i + 1]) && is_final_mark(units[i]);
        if (!loose) add(units[i], units_.empty() || units_.back().gap);
    }
    check_size(
        static_cast<std::size_t>(std::count_if(units_.begin(), units_.end(), [](const Unit& unit) {
            return !unit.gap && is_word(unit.kind);
        })));
}

std::vector<QuoteUnit> Quotation::trimmed_units() {
    std::vector<QuoteUnit> units;
    QuoteScanner scanner(text_);
    for (QuoteUnit unit; scanner.next(unit);) units.push_back(unit);
    const auto quoted = [](const QuoteUnit& unit) { return unit.kind == UnitKind::quote; };
    if (units.size() > 2 && quoted(units.front()) && quoted(units.back())) {
        units.erase(units.begin());
        units.pop_back();
    }
    join_brackets(units);
    while (!units.empty() && is_gap(units.front())) units.erase(units.begin());
    while (!units.empty() && is_gap(units.back())) units.pop_back();
    if (!units.empty() && is_final_mark(units.back())) {
        final_ = units.back();
        units.pop_back();
    }
    return units;
}

void Quotation::add(const QuoteUnit& unit, bool begins) {
    Unit added;
    added.range = unit.range;
    added.kind = unit.kind;
    added.gap = is_gap(unit);
    if (added.gap) {
        if (units_.back().gap) return;  // one behind another
        ++gaps_;
    } else {
        std::string folded;
        fold_unit(unit, folded);
        added.normal = number(unit.normal, normal_);
        added.folded = number(folded, folded_);
        const std::string other = begins ? with_other_case(unit.normal) : "";
        if (!other.empty()) added.other_case = number(other, normal_);
    }
    units_.push_back(added);
}

int Quotation::number(const std::string& form, Numbers& numbers) {
    return numbers.try_emplace(form, static_cast<int>(numbers.size())).first->second;
}

int Quotation::find(const std::string& form, const Numbers& numbers) {
    const auto at = numbers.find(form);
    return at == numbers.end() ? -1 : at->second;
}

void Quotation::read(std::string_view text, std::vector<SourceUnit>& units) const {
    units.clear();
    QuoteScanner scanner(text);
    std::string folded;
    for (QuoteUnit unit; scanner.next(unit);) {
        fold_unit(unit, folded);
        units.push_back({unit.range, unit.kind, find(unit.normal, normal_), find(folded, folded_)});
    }
}

}  // namespace sinodex
