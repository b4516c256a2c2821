# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing a database."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Union

from ._library import PROGRESS, c_text, library, take_json

Path = Union[str, "os.PathLike[str]"]


@dataclasses.dataclass(frozen=True)
class Report:
    """What a run did; `raw` has all of it."""

    read: int
    added: int
    replaced: int
    unchanged: int
    pruned: int
    skipped: tuple[tuple[str, str], ...]  # where, why
    articles: int
    revision: int
    wrote: bool
    raw: dict[str, Any] = dataclasses.field(repr=False, compare=False)


def index(
    database: Path,
    articles: Path | Iterable[Path | Mapping[str, Any]],
    *,
    progress: Callable[[int, int, int], bool | None] | None = None,
    **options: Any,
) -> Report:
    """Brings a database up to date with files, folders, and articles.

    An article is a dictionary with "id", "title", "text" and the other fields of a line of JSON;
    see docs/how-to/index-your-articles.md. Those of an iterator are not held in memory.

    `progress` is called with documents, bytes read and bytes in all, and ends the run when it
    returns False; the database then stays as it was. Options: rebuild, prune, words_only,
    prune_empty, entities, dictionary, shard, threads, wait_seconds, max_document_bytes.
    """
    several = [articles] if isinstance(articles, (str, os.PathLike)) else articles
    failure: list[BaseException] = []

    def told(now: Any, _: Any) -> int:
        try:
            state = now.contents
            done = progress and progress(state.documents, state.bytes_read, state.bytes_total)
            return 1 if done is False else 0
        except BaseException as error:  # no exception may pass through C
            failure.append(error)
            return 1

    nothing: Any = PROGRESS
    callback = PROGRESS(told) if progress else nothing()
    indexer = library("sinodex-indexer")
    with _paths(several) as paths:
        request = {"database": os.fspath(database), "paths": paths, **options}
        try:
            raw = take_json(indexer, "sinodex_index", c_text(json.dumps(request)), callback, None)
        except Exception:
            if failure:
                raise failure[0] from None
            raise
    return Report(
        raw["read"],
        raw["added"],
        raw["replaced"],
        raw["unchanged"],
        raw["pruned"],
        tuple((one["origin"], one["reason"]) for one in raw["skipped_documents"]),
        raw["articles"],
        raw["revision"],
        raw["wrote"],
        raw,
    )


def check(database: Path) -> dict[str, Any]:
    """Compares a database with its checksums; raises DatabaseError when it is damaged."""
    found: dict[str, Any] = take_json(
        library("sinodex-indexer"), "sinodex_check", c_text(database)
    )
    return found


@contextlib.contextmanager
def _paths(articles: Iterable[Path | Mapping[str, Any]]) -> Iterator[list[str]]:
    """The paths among them, and that of a file with the others."""
    paths: list[str] = []
    with tempfile.TemporaryDirectory(prefix="sinodex-") as folder:
        name = os.path.join(folder, "articles.jsonl")
        with open(name, "w", encoding="utf-8") as out:
            for article in articles:
                if isinstance(article, Mapping):
                    out.write(json.dumps(dict(article), ensure_ascii=False) + "\n")
                else:
                    paths.append(os.fspath(article))
            if out.tell():
                paths.append(name)
        yield paths
