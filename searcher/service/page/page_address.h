// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/service/http/http_message.h"

namespace sinodex {

// Holds what the address of a page says: the question, its filters, what is shown. The scripts read
// and write the same addresses in page/assets/state.js.
struct PageAddress {
    std::string path = "/";
    std::vector<std::pair<std::string, std::string>> values;  // but for the filters, in their order
    std::vector<std::string> filters;                         // each in the language of queries

    // The value of a name, or what is given where the address has none.
    std::string value(std::string_view name, std::string_view otherwise = "") const;

    // The same page with another value; an empty one takes the name out.
    PageAddress with(std::string_view name, std::string_view value) const;
    // Another page about the same question.
    PageAddress at(std::string_view path) const;

    // Adds the filter, or takes it away where it is there.
    PageAddress turned(const std::string& filter) const;

    bool asks() const;          // whether there is a question, or a filter
    std::string query() const;  // both, in the language of queries
    std::string href() const;
};

// Throws Error (usage) for a query string that is none, or has too many filters. Names that mean
// nothing are dropped.
PageAddress page_address(const HttpRequest& request);

// The id of an article and the number of a passage, "a" and "3", of the passage's id "a#3".
std::pair<std::string, std::string> article_and_passage(const std::string& id);

}  // namespace sinodex
