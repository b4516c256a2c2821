"""Writing a database."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Callable, Iterable
from typing import Any

from ._library import PROGRESS, c_text, library, take_json


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
    database: str | os.PathLike[str],
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    progress: Callable[[int, int, int], bool | None] | None = None,
    **options: Any,
) -> Report:
    """Brings a database up to date with files and folders.

    `progress` is called with documents, bytes read and bytes in all, and ends the run when it
    returns False; the database then stays as it was. Options: rebuild, prune, words_only,
    entities, threads, wait_seconds, max_document_bytes.
    """
    several = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    failure: list[BaseException] = []

    def told(now: Any, _: Any) -> int:
        try:
            state = now.contents
            done = progress and progress(state.documents, state.bytes_read, state.bytes_total)
            return 1 if done is False else 0
        except BaseException as error:  # no exception may pass through C
            failure.append(error)
            return 1

    request = {
        "database": os.fspath(database),
        "paths": [os.fspath(path) for path in several],
        **options,
    }
    callback = PROGRESS(told) if progress else PROGRESS()
    try:
        raw = take_json(
            library("sinodex-indexer"), "sinodex_index", c_text(json.dumps(request)), callback, None
        )
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


def check(database: str | os.PathLike[str]) -> dict[str, Any]:
    """Compares a database with its checksums; raises DatabaseError when it is damaged."""
    return take_json(library("sinodex-indexer"), "sinodex_check", c_text(database))
