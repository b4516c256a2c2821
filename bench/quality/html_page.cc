// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/html_page.h"

#include "corpus/text/utf8.h"

namespace sinodex {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark; --paper: #fff; --ink: #1c2329; --muted: #5d6a75;
  --line: #d5dbe0; --reference: #1f6fb2; --own: #86b6dc; --other: #b9a27c; --gain: #2c8a57;
  --loss: #c0503c; }
@media (prefers-color-scheme: dark) { :root { --paper: #14181c; --ink: #e4e8eb; --muted: #9aa6b0;
  --line: #37414a; --reference: #5aa9e6; --own: #33618a; --other: #857352; --gain: #4fb27d;
  --loss: #de7a66; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 3rem; }
h3 { font-size: 1rem; margin-top: 2rem; }
p, li { max-width: 46rem; } .muted, caption, figcaption { color: var(--muted); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .2rem .6rem; text-align: right; border-bottom: 1px solid var(--line);
  white-space: nowrap; }
th { font-weight: 600; vertical-align: bottom; }
th:first-child, td:first-child, .left th, .left td { text-align: left; }
tr.reference td { font-weight: 600; }
.left td { white-space: normal; overflow-wrap: anywhere; vertical-align: top; }
code { font-size: .85rem; overflow-wrap: anywhere; }
svg { display: block; max-width: 100%; height: auto; }
svg text { fill: var(--ink); font: 12px system-ui, "Noto Sans", sans-serif; }
svg text.muted { fill: var(--muted); } svg .axis { stroke: var(--line); }
svg .whisker { stroke: var(--ink); stroke-width: 1.5; fill: none; }
svg .reference { fill: var(--reference); } svg .own { fill: var(--own); }
svg .other { fill: var(--other); } svg .gain { fill: var(--gain); } svg .loss { fill: var(--loss); }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem; }
figure { margin: 0 0 1.2rem; } figcaption { font-size: .85rem; }
summary { cursor: pointer; margin: .4rem 0; }
)css";

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : valid_utf8(text)) {
        switch (c) {
            case '<':
                out.append("&lt;");
                break;
            case '>':
                out.append("&gt;");
                break;
            case '&':
                out.append("&amp;");
                break;
            case '"':
                out.append("&quot;");
                break;
            case '\'':
                out.append("&#39;");
                break;
            default:
                out.push_back(c);
        }
    }
    return out;
}

std::string page_top(const std::string& title) {
    std::string top = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n";
    top.append("<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>");
    top.append(escaped(title)).append("</title>\n<style>").append(kStyle);
    return top.append("</style>\n</head>\n<body>\n<main>\n");
}

std::string page_bottom() { return "</main>\n</body>\n</html>\n"; }

}  // namespace sinodex
