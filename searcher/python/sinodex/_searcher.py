# SPDX-License-Identifier: GPL-2.0-or-later
"""A database, open for searching."""

from __future__ import annotations

import ctypes
import json
import os
from collections.abc import Iterable, Iterator
from typing import Any, TextIO, cast

from . import _views as views
from ._cancel import Cancel
from ._errors import InterruptedSearch
from ._hits import Result
from ._library import Bounds, c_text, library, raise_error, take_json
from ._topics import Run, Topics, in_order, pairs_of


class Searcher:
    """A database, open for searching; any number of threads may use it at once.

    Parameters of the methods have the names of the options of sinodex-search, with _ for -:
    limit, unit ("passage" or "article"), since, per_article, all_versions, expand, context,
    explain, and saved: the name of a saved search, which is asked instead of a query. `timeout`, in seconds, and `cancel`, a Cancel that another thread sets, end a call with
    InterruptedSearch.
    """

    def __init__(self, database: str | os.PathLike[str]) -> None:
        self._handle: int | None = None
        self._library = library("sinodex-searcher")
        error = ctypes.c_void_p()
        handle = self._library.sinodex_open(c_text(database), ctypes.byref(error))
        raise_error(self._library, error)
        self._handle = handle

    def close(self) -> None:
        """Frees the database; no other call may be under way."""
        if self._handle is not None:
            self._library.sinodex_close(self._handle)
            self._handle = None

    def __enter__(self) -> Searcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_handle", None) is not None:
            self.close()

    def __len__(self) -> int:
        """How many articles the database has."""
        return int(self._library.sinodex_article_count(self._open()))

    @property
    def revision(self) -> int:
        """How many runs of the indexer have changed the database."""
        return int(self._library.sinodex_revision(self._open()))

    def refresh(self) -> bool:
        """Turns to the newest version of the database; true if there was a newer one."""
        error = ctypes.c_void_p()
        newer = self._library.sinodex_refresh(self._open(), ctypes.byref(error))
        raise_error(self._library, error)
        return bool(newer)

    def search(self, query: str = "", **parameters: Any) -> Result:
        """The best passages, or articles, for a query."""
        return Result.of_json(self._answer({"query": query, **parameters}))

    def answers(
        self, topics: Topics, *, threads: int = 1, **parameters: Any
    ) -> Iterator[tuple[str, Result]]:
        """The results of many queries, in their order, while they are asked.

        `topics` are a mapping or pairs of ids and queries, or the queries of an ir_datasets
        dataset. Any number of threads may search; a few results are kept ahead at most.
        """
        return in_order(pairs_of(topics), lambda q: self.search(q, **parameters), threads)

    def like(self, id: str, query: str = "", **parameters: Any) -> Result:
        """More on the subject of the article or passage with this id."""
        return Result.of_json(self._answer({"like": id, "query": query, **parameters}))

    def facets(self, query: str = "", **parameters: Any) -> views.Facets:
        """Counts of entities, sources, authors, years and languages; see docs/views.md."""
        return cast(views.Facets, self._view("facets", query, parameters))

    def timeline(self, query: str = "", **parameters: Any) -> views.Timeline:
        """Articles by month; by="mentioned": by the months that their texts speak of."""
        return cast(views.Timeline, self._view("timeline", query, parameters))

    def related(self, query: str = "", **parameters: Any) -> views.Related:
        """Entities that the matching articles mention more often than others do."""
        return cast(views.Related, self._view("related", query, parameters))

    def figures(self, query: str = "", **parameters: Any) -> views.Figures:
        """The amounts that passages give, whose they are, and how far sources agree."""
        return cast(views.Figures, self._view("figures", query, parameters))

    def verify(self, quotation: str, limit: int = 10) -> views.Verification:
        """Whether a quotation stands in the collection: exactly, nearly or not, and where."""
        text = c_text(quotation)
        found = take_json(self._library, "sinodex_verify", self._open(), text, limit)
        return cast(views.Verification, found)

    def complete(self, line: str, limit: int = 10) -> list[views.Completion]:
        """How a query may go on behind its end."""
        text = c_text(line)
        found = take_json(self._library, "sinodex_complete", self._open(), text, len(text), limit)
        return cast("list[views.Completion]", found["completions"])

    def run(
        self,
        topics: Topics,
        limit: int = 1000,
        unit: str = "article",
        *,
        threads: int = 1,
        **parameters: Any,
    ) -> Run:
        """A run, {topic: {document: score}}, as pytrec_eval and ir-measures take it.

        `topics` and `threads` as for answers().
        """
        asked = {"limit": limit, "unit": unit, "format": "trec", **parameters}

        def scores(query: str) -> dict[str, float]:
            hits = self._answer({"query": query, **asked})["hits"]
            return {hit["id"]: hit["score"] for hit in hits}

        return dict(in_order(pairs_of(topics), scores, threads))

    def _view(self, view: str, query: str, parameters: dict[str, Any]) -> dict[str, Any]:
        return self._answer({"query": query, "view": view, **parameters})

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        timeout: float | None = request.pop("timeout", None)
        cancel: Cancel | None = request.pop("cancel", None)
        if "saved" in request and not request.get("query"):
            request.pop("query", None)
        text = c_text(json.dumps(request, ensure_ascii=False))
        bounds = Bounds(ctypes.sizeof(Bounds), 0, cancel.handle if cancel else None)
        if timeout is not None:
            if timeout <= 0:
                raise InterruptedSearch("there is no time left")
            bounds.timeout_ms = max(1, int(timeout * 1000))
        found = take_json(
            self._library, "sinodex_answer", self._open(), text, ctypes.byref(bounds)
        )
        return cast("dict[str, Any]", found)

    def _open(self) -> int:
        if self._handle is None:
            raise ValueError("the searcher is closed")
        return self._handle


def write_run(run: Run, out: TextIO, name: str = "sinodex") -> None:
    """Writes a run in the format of TREC."""
    for qid, documents in run.items():
        for rank, (document, score) in enumerate(documents.items(), 1):
            out.write(f"{qid} Q0 {document} {rank} {score} {name}\n")
