// SPDX-License-Identifier: GPL-2.0-or-later
#include "bench/quality/plots.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "bench/quality/figures.h"
#include "bench/quality/html_page.h"

namespace sinodex {
namespace {

// Lengths in SVG's units; the page scales them.
constexpr double kRow = 22;
constexpr double kLetter = 7;  // a generous width of one
constexpr double kBars = 520;
constexpr double kValues = 60;
constexpr double kHead = 8;
constexpr double kFoot = 24;

std::string number(double value) { return fixed(value, 1); }

std::string line(double x1, double y1, double x2, double y2, const char* kind) {
    return "<line class=\"" + std::string(kind) + "\" x1=\"" + number(x1) + "\" y1=\"" +
           number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\"/>\n";
}

std::string text(double x, double y, const char* anchor, const std::string& content,
                 const char* kind = "") {
    return "<text class=\"" + std::string(kind) + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
           "\" text-anchor=\"" + anchor + "\">" + escaped(content) + "</text>\n";
}

std::string open_svg(double width, double height, const std::string& title) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"" + escaped(title) +
           "\" width=\"" + number(width) + "\" height=\"" + number(height) + "\" viewBox=\"0 0 " +
           number(width) + " " + number(height) + "\">\n";
}

// The axis ends at the first of 0.1, 0.2, ... that holds everything.
double axis_end(std::span<const Bar> bars) {
    double most = 0;
    for (const Bar& bar : bars) most = std::max({most, bar.value, bar.high});
    return std::max(0.1, std::ceil(most * 10 - 1e-9) / 10);
}

double label_width(std::span<const Bar> bars) {
    std::size_t most = 0;
    for (const Bar& bar : bars) most = std::max(most, bar.label.size());
    return kLetter * static_cast<double>(most) + 12;
}

// Where bars begin, and how long one of 1 is.
struct Scale {
    double begin;
    double one;
};

std::string bar_axis(Scale scale, double end, double height) {
    std::string svg;
    const int steps = static_cast<int>(std::lround(end * 10));
    for (int i = 0; i <= steps; i += (steps + 4) / 5) {
        const double x = scale.begin + scale.one * i / 10;
        svg += line(x, kHead, x, height - kFoot, "axis");
        svg += text(x, height - kFoot + 16, "middle", fixed(i / 10.0, 1), "muted");
    }
    return svg;
}

std::string bar_row(const Bar& bar, double y, Scale scale) {
    const double middle = y + kRow / 2;
    const double low = scale.begin + bar.low * scale.one;
    const double high = scale.begin + bar.high * scale.one;
    std::string svg = text(scale.begin - 8, middle + 4, "end", bar.label);
    svg += "<rect class=\"" + bar.kind + "\" x=\"" + number(scale.begin) + "\" y=\"" +
           number(y + 4) + "\" width=\"" + number(bar.value * scale.one) + "\" height=\"" +
           number(kRow - 8) + "\"/>\n";
    svg += line(low, middle, high, middle, "whisker");
    svg += line(low, middle - 4, low, middle + 4, "whisker");
    svg += line(high, middle - 4, high, middle + 4, "whisker");
    return svg + text(scale.begin + kBars + kValues - 4, middle + 4, "end", fixed(bar.value, 4));
}

// The outline of adjacent columns that start at the line `zero`.
std::string columns(std::span<const double> values, double begin, double step, double zero,
                    double scale, const char* kind) {
    if (values.empty()) return "";
    std::string path = "M" + number(begin) + " " + number(zero);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = begin + step * static_cast<double>(i);
        path += "V" + number(zero - values[i] * scale) + "H" + number(x + step);
    }
    return "<path class=\"" + std::string(kind) + "\" d=\"" + path + "V" + number(zero) + "Z\"/>\n";
}

}  // namespace

std::string bar_plot(std::span<const Bar> bars, const std::string& title) {
    const double height = kHead + kRow * static_cast<double>(bars.size()) + kFoot;
    const double end = axis_end(bars);
    const Scale scale{label_width(bars), kBars / end};
    std::string svg = open_svg(scale.begin + kBars + kValues, height, title);
    svg += bar_axis(scale, end, height);
    double y = kHead;
    for (const Bar& bar : bars) {
        svg += bar_row(bar, y, scale);
        y += kRow;
    }
    return svg + "</svg>\n";
}

std::string difference_plot(std::span<const double> differences, const std::string& title) {
    constexpr double kWidth = 280;
    constexpr double kHeight = 120;
    constexpr double kLeft = 28;
    constexpr double kZero = kHeight / 2;
    constexpr double kScale = kHeight / 2 - 8;  // of a difference of 1
    std::vector<double> sorted(differences.begin(), differences.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    const auto split =
        std::partition_point(sorted.begin(), sorted.end(), [](double value) { return value > 0; });
    const auto gains = static_cast<std::size_t>(split - sorted.begin());
    const double step = (kWidth - kLeft) / std::max(1.0, static_cast<double>(sorted.size()));
    const std::span<const double> all(sorted);
    std::string svg = open_svg(kWidth, kHeight, title);
    for (const int value : {1, 0, -1}) {
        const double y = kZero - value * kScale;
        svg += line(kLeft, y, kWidth, y, "axis");
        svg += text(kLeft - 6, y + 4, "end", value > 0 ? "+1" : std::to_string(value), "muted");
    }
    svg += columns(all.first(gains), kLeft, step, kZero, kScale, "gain");
    svg += columns(all.subspan(gains), kLeft + step * static_cast<double>(gains), step, kZero,
                   kScale, "loss");
    return svg + "</svg>\n";
}

}  // namespace sinodex
