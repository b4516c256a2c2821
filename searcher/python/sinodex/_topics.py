# SPDX-License-Identifier: GPL-2.0-or-later
"""Many queries, one after the other or on several threads."""

from __future__ import annotations

import collections
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar, Union

Run = dict[str, dict[str, float]]
Topics = Union[Mapping[str, str], Iterable[Any]]
Found = TypeVar("Found")


def pairs_of(topics: Topics) -> Iterator[tuple[str, str]]:
    """Ids and queries, of a mapping, of pairs, or of what ir_datasets calls queries."""
    several: Iterable[Any] = topics.items() if isinstance(topics, Mapping) else topics
    for topic in several:
        if not hasattr(topic, "query_id"):
            yield topic
        elif hasattr(topic, "default_text"):
            yield topic.query_id, topic.default_text()
        else:
            yield topic.query_id, topic.text


def in_order(
    pairs: Iterable[tuple[str, str]], ask: Callable[[str], Found], threads: int
) -> Iterator[tuple[str, Found]]:
    """What `ask` says of each query, in their order; a few of them ahead on other threads."""
    if threads <= 1:
        for qid, query in pairs:
            yield qid, ask(query)
        return
    waiting: collections.deque[tuple[str, Future[Found]]] = collections.deque()
    with ThreadPoolExecutor(threads) as pool:
        for qid, query in pairs:
            waiting.append((qid, pool.submit(ask, query)))
            if len(waiting) > 4 * threads:
                first, future = waiting.popleft()
                yield first, future.result()
        for qid, future in waiting:
            yield qid, future.result()
