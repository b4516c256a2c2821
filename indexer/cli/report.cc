// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/report.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>
#include <utility>
#include <vector>

#include "corpus/schema/revisions.h"
#include "indexer/cli/printable.h"

namespace sinodex {
namespace {

// Things that are named where there are many.
constexpr std::size_t kFew = 10;

std::string megabytes(std::uint64_t bytes) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(bytes < 10'000'000 ? 2 : 1)
        << static_cast<double>(bytes) / 1e6 << " MB";
    return out.str();
}

std::string count(std::uint64_t number, const std::string& one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

std::string rate(double bytes, double seconds) {
    return megabytes(static_cast<std::uint64_t>(bytes / std::max(seconds, 0.001))) + "/s";
}

std::string duration(double seconds) {
    if (seconds >= 99.95) {
        const long whole = std::lround(seconds);
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    }
    std::ostringstream out;
    out << std::fixed << std::setprecision(1) << seconds << " s";
    return out.str();
}

void print_knowledge(std::ostream& out, const IndexReport& report) {
    out << "What is known of entities has changed, so articles were read anew.\n";
    const std::uint64_t of_this_run = report.added + report.replaced + report.unchanged;
    if (report.articles <= of_this_run) return;
    out << "Of " << count(report.articles - of_this_run, "article")
        << " that no PATH held, what was found is as before; name their paths, too.\n";
}

// The commonest kinds, with how often each was met.
std::string list_of(const std::map<std::string, std::uint64_t>& kinds) {
    std::vector<std::pair<std::string, std::uint64_t>> sorted(kinds.begin(), kinds.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string list;
    for (std::size_t i = 0; i < std::min(kFew, sorted.size()); ++i) {
        list += (i == 0 ? "" : ", ") + std::to_string(sorted[i].second) + ' ' +
                printable(sorted[i].first);
    }
    return sorted.size() > kFew ? list + ", ..." : list;
}

void print_kinds(std::ostream& out, const char* one, const char* several,
                 const PassedOver& passed_over, bool kinds, bool names) {
    const std::uint64_t number = passed_over.count();
    if (number == 0) return;
    out << "Passed over " << number << ' ' << (number == 1 ? one : several);
    if (kinds) out << ": " << list_of(passed_over.kinds);
    out << ".\n";
    if (!names) return;
    for (const std::string& name : passed_over.named) out << "  " << printable(name) << '\n';
    if (number > passed_over.named.size()) {
        out << "  and " << number - passed_over.named.size() << " more\n";
    }
}

}  // namespace

ProgressLine::ProgressLine(std::ostream& out, bool enabled)
    : out_(out), enabled_(enabled), start_(std::chrono::steady_clock::now()) {}

void ProgressLine::show(const IndexProgress& progress) {
    if (!enabled_) return;
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    out_ << "\r\033[K";
    if (progress.merging) {
        out_ << count(progress.documents, "document") << " read, merging";
    } else {
        const auto read = static_cast<double>(progress.bytes_read);
        out_ << count(progress.documents, "document") << ", " << rate(read, seconds);
        if (progress.bytes_total > progress.bytes_read && progress.bytes_read > 0) {
            const auto left = static_cast<double>(progress.bytes_total - progress.bytes_read);
            out_ << ", " << 100 * progress.bytes_read / progress.bytes_total << "%, "
                 << duration(left / read * seconds) << " left";
        }
    }
    out_ << std::flush;
    shown_ = true;
}

void ProgressLine::clear() {
    if (shown_) out_ << "\r\033[K" << std::flush;
    shown_ = false;
}

void print_skipped(std::ostream& out, const IndexReport& report, bool all) {
    if (report.skipped == 0) return;
    out << "Skipped " << count(report.skipped, "document") << ":\n";
    const std::size_t named = report.skipped_documents.size();
    const std::size_t shown = all ? named : std::min(kFew, named);
    for (std::size_t i = 0; i < shown; ++i) {
        const SkippedDocument& skipped = report.skipped_documents[i];
        out << "  " << printable(skipped.origin) << ": " << printable(skipped.reason) << '\n';
    }
    if (report.skipped > shown) out << "  and " << report.skipped - shown << " more\n";
}

void print_passed_over(std::ostream& out, const IndexReport& report, bool all) {
    print_kinds(out, "link to folders or out of the folder given",
                "links to folders or out of the folder given", report.ignored_links, false, all);
    print_kinds(out, "file of other kinds", "files of other kinds", report.ignored_files, true,
                all);
    print_kinds(out, "part of files that hold several documents",
                "parts of files that hold several documents", report.ignored_parts, true, all);
}

void print_report(std::ostream& out, const IndexReport& report, bool everything) {
    out << "Read " << count(report.read, "document") << " (" << megabytes(report.bytes) << ") in "
        << duration(report.seconds) << ", "
        << rate(static_cast<double>(report.bytes), report.seconds) << ": " << report.added
        << " added, " << report.replaced << " replaced, " << report.unchanged << " unchanged";
    if (report.pruned > 0) out << ", " << report.pruned << " pruned";
    if (report.of_other_shards > 0) out << ", " << report.of_other_shards << " of other shards";
    out << ".\n";
    if (report.duplicates > 0) {
        out << count(report.duplicates, "document")
            << " had an id that came again; the last one stands:";
        for (std::size_t i = 0; i < std::min(kFew, report.duplicate_ids.size()); ++i) {
            out << ' ' << printable(report.duplicate_ids[i]);
        }
        out << (report.duplicate_ids.size() > kFew ? " ...\n" : "\n");
    }
    if (report.replaced_bytes > 0) {
        out << count(report.replaced_bytes, "invalid byte") << " replaced while reading.\n";
    }
    print_skipped(out, report, everything);
    if (report.prune_refused) {
        out << "Nothing was pruned: an input was cut short, so what it no longer holds is not "
               "known.\n";
    }
    if (report.knowledge_changed) print_knowledge(out, report);
    print_passed_over(out, report, everything);
}

void print_database(std::ostream& out, const IndexReport& report, const std::string& database) {
    out << database << ": " << count(report.articles, "article") << ", "
        << megabytes(report.database_bytes);
    if (report.segments > 1) out << " in " << count(report.segments, "segment");
    out << ", revision " << revision_text(report.revision)
        << (report.wrote ? ".\n" : ", as it was.\n");
    if (report.other_versions > 0) {
        out << count(report.other_versions, "article")
            << (report.other_versions == 1 ? " tells" : " tell")
            << " a story that another article tells better: searches show that one, and with\n"
               "--all-versions each of them.\n";
    }
}

}  // namespace sinodex
