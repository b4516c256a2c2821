// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/retrieval/since.h"

#include <algorithm>
#include <charconv>

#include "corpus/error.h"
#include "corpus/quantities/calendar.h"

namespace sinodex {
namespace {

[[noreturn]] void malformed(const std::string& when) {
    throw Error(ErrorKind::usage, "since " + when + ": is neither a revision nor a time",
                "write r12, 2021, 2021-04, 2021-04-10 or 2021-04-10T08:00; times are UTC");
}

// Whether `text` looks like `pattern`, in which 0 is any digit.
bool looks_like(std::string_view text, std::string_view pattern) {
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                      [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

// A time of day, completed: "T08:00" -> "T08:00:00Z"; empty when it is none.
std::string whole_time(std::string_view time) {
    if (time.ends_with('Z')) time.remove_suffix(1);
    if (!looks_like(time, "T00:00") && !looks_like(time, "T00:00:00")) return {};
    std::string whole(time);
    if (whole.size() == 6) whole += ":00";
    const bool possible =
        whole.substr(1, 2) < "24" && whole.substr(4, 2) < "60" && whole.substr(7, 2) < "60";
    return possible ? whole + "Z" : std::string();
}

Revision named_by_number(const std::string& when, const Revisions& revisions) {
    Revision revision = 0;
    const char* end = when.data() + when.size();
    const auto parsed = std::from_chars(when.data() + 1, end, revision);
    if (parsed.ptr != end || when.size() == 1) malformed(when);
    if (parsed.ec == std::errc() && revision <= revisions.newest()) return revision;
    throw Error(
        ErrorKind::usage,
        when + ": the database is only at revision " + revision_text(revisions.newest()),
        "it may be another one, or was made anew; sinodex-index --check tells its revision");
}

}  // namespace

Revision revision_named(const std::string& when, const Revisions& revisions) {
    if (when.starts_with('r')) return named_by_number(when, revisions);
    const std::string_view all(when);
    const std::string_view date = all.substr(0, all.find('T'));
    if (!looks_like(date, "0000") && !looks_like(date, "0000-00") &&
        !looks_like(date, "0000-00-00")) {
        malformed(when);
    }
    const auto days = days_of(date);
    std::string time = "T00:00:00Z";
    if (date.size() < all.size()) {
        if (date.size() != std::string_view("0000-00-00").size()) malformed(when);
        time = whole_time(all.substr(date.size()));
    }
    if (!days || time.empty()) malformed(when);
    return revisions.before(day_text(days->from) + time);
}

}  // namespace sinodex
