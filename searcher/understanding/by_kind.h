// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <utility>
#include <variant>

namespace sinodex {

// Several lambdas as one function.
template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

// Calls the one of the cases that takes what a condition or a concept is. A kind that none of them
// takes does not compile.
template <typename Value, typename... Cases>
decltype(auto) by_kind(Value&& value, Cases&&... cases) {
    return std::visit(Overloaded{std::forward<Cases>(cases)...}, std::forward<Value>(value).is);
}

}  // namespace sinodex
