#include "corpus/readers/html_text.h"

#include <cstddef>
#include <unordered_set>
#include <vector>

#include "corpus/readers/html_layout.h"
#include "corpus/readers/html_rules.h"
#include "corpus/readers/whitespace.h"

namespace sinodex {
namespace {

// A stretch of the page's text that an element made.
struct Block {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
};

// An element that may be the home of running text, while we are in it.
struct Container {
    std::size_t begin = 0;
    std::size_t running = 0;  // bytes of running text
};

// Renders a whole page, and notes which elements could hold its article.
class Renderer {
 public:
    // Unless `strict`, even what does not look like part of an article is kept.
    Renderer(const xmlNode& root, bool strict) : strict_(strict), wrappers_(wrappers(root)) {
        walk(
            root, [this](const xmlNode& node) { return enter(node); },
            [this](const xmlNode& node) { leave(node); });
    }

    const std::string& text() const { return layout_.text(); }
    // Whether an element says of itself that it holds the article.
    bool declared() const { return article_.size() + main_.size() > 0; }
    Block article() const;

 private:
    bool enter(const xmlNode& node);
    void leave(const xmlNode& node);
    void add(std::string_view words);
    void close_container(const xmlNode& node);
    std::size_t position() const { return layout_.text().size(); }

    bool strict_;
    std::unordered_set<const xmlNode*> wrappers_;
    HtmlLayout layout_;
    std::vector<Container> containers_;
    std::size_t links_ = 0;         // how many <a> we are in
    std::size_t preformatted_ = 0;  // how many <pre>
    Block article_, main_, densest_;
    std::size_t most_running_ = 0;
};

void widen(Block& block, Block other) {
    if (other.size() > block.size()) block = other;
}

bool Renderer::enter(const xmlNode& node) {
    if (is_text(node)) {
        add(content(node));
        return false;
    }
    const std::string_view name = element_name(node);
    if (name.empty() || is_never_text(name)) return false;
    if (strict_ && is_beside_article(node, wrappers_.contains(&node))) return false;
    if (name == "br") layout_.break_line();
    if (name == "td" || name == "th") layout_.separate(HtmlGap::tab);
    layout_.separate(gap_around(name));
    if (name == "a") ++links_;
    if (name == "pre") ++preformatted_;
    if (is_container(name) || is_main(node)) containers_.push_back({position(), 0});
    return true;
}

void Renderer::leave(const xmlNode& node) {
    const std::string_view name = element_name(node);
    layout_.separate(gap_around(name));
    if (name == "a") --links_;
    if (name == "pre") --preformatted_;
    if (is_container(name) || is_main(node)) close_container(node);
}

// Running text counts for the container that it is in, and half for the one around that, which may
// hold each paragraph in a container of its own.
void Renderer::add(std::string_view words) {
    const std::size_t before = position();
    layout_.add(words, preformatted_ > 0);
    const std::size_t running = links_ > 0 ? 0 : position() - before;
    const std::size_t depth = containers_.size();
    if (depth > 0) containers_[depth - 1].running += running;
    if (depth > 1) containers_[depth - 2].running += running / 2;
}

void Renderer::close_container(const xmlNode& node) {
    const Container container = containers_.back();
    containers_.pop_back();
    const Block block{container.begin, position()};
    if (element_name(node) == "article") widen(article_, block);
    if (is_main(node)) widen(main_, block);
    if (container.running > most_running_) {
        most_running_ = container.running;
        densest_ = block;
    }
}

Block Renderer::article() const {
    if (article_.size() > 0 && article_.size() * 4 >= text().size()) return article_;
    if (main_.size() > 0) return main_;
    if (densest_.size() * 3 >= text().size()) return densest_;
    return {0, text().size()};
}

std::string cut(const Renderer& page) {
    const Block article = page.article();
    const std::string_view text = page.text();
    return std::string(trimmed(text.substr(article.begin, article.size())));
}

}  // namespace

std::string main_text(const xmlNode& root) {
    const Renderer strict(root, true);
    // Broken pages may have nearly all in an unclosed <nav> or in a form.
    constexpr std::size_t kLittle = 500;
    if (strict.declared() || strict.text().size() > kLittle) return cut(strict);
    const Renderer all(root, false);
    const bool lost = strict.text().size() * 20 < all.text().size();
    return cut(lost ? all : strict);
}

}  // namespace sinodex
