"""A database, open for searching."""

from __future__ import annotations

import ctypes
import json
import os
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from ._hits import Result
from ._library import Bounds, c_text, library, raise_error, take_json


class Searcher:
    """A database, open for searching; any number of threads may use it at once.

    Parameters of the methods have the names of the options of sinodex-search, with _ for -:
    limit, unit ("passage" or "article"), since, per_article, all_versions, expand, context,
    explain. `timeout`, in seconds, ends a call with InterruptedSearch.
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
        return self._library.sinodex_article_count(self._open())

    @property
    def revision(self) -> int:
        """How many runs of the indexer have changed the database."""
        return self._library.sinodex_revision(self._open())

    def refresh(self) -> bool:
        """Turns to the newest version of the database; true if there was a newer one."""
        error = ctypes.c_void_p()
        newer = self._library.sinodex_refresh(self._open(), ctypes.byref(error))
        raise_error(self._library, error)
        return bool(newer)

    def search(self, query: str, *, timeout: float | None = None, **parameters: Any) -> Result:
        """The best passages, or articles, for a query."""
        return Result.of_json(self._answer({"query": query, **parameters}, timeout))

    def like(
        self, id: str, query: str = "", *, timeout: float | None = None, **parameters: Any
    ) -> Result:
        """More on the subject of the article or passage with this id."""
        return Result.of_json(self._answer({"like": id, "query": query, **parameters}, timeout))

    def facets(self, query: str, **parameters: Any) -> dict[str, Any]:
        """Counts of entities, sources, authors, years and languages; see docs/views.md."""
        return self._view("facets", query, parameters)

    def timeline(self, query: str, **parameters: Any) -> dict[str, Any]:
        """Articles by month; by="mentioned": by the months that their texts speak of."""
        return self._view("timeline", query, parameters)

    def related(self, query: str, **parameters: Any) -> dict[str, Any]:
        """Entities that the matching articles mention more often than others do."""
        return self._view("related", query, parameters)

    def figures(self, query: str, **parameters: Any) -> dict[str, Any]:
        """The amounts that passages give, whose they are, and how far sources agree."""
        return self._view("figures", query, parameters)

    def verify(self, quotation: str, limit: int = 10) -> dict[str, Any]:
        """Whether a quotation stands in the collection: exactly, nearly or not, and where."""
        return take_json(
            self._library, "sinodex_verify", self._open(), c_text(quotation), limit
        )

    def complete(self, line: str, limit: int = 10) -> list[dict[str, Any]]:
        """How a query may go on behind its end."""
        text = c_text(line)
        found = take_json(
            self._library, "sinodex_complete", self._open(), text, len(text), limit
        )
        return found["completions"]

    def run(
        self,
        topics: Mapping[str, str] | Iterable[tuple[str, str]],
        limit: int = 1000,
        unit: str = "article",
        **parameters: Any,
    ) -> dict[str, dict[str, float]]:
        """A run, {topic: {document: score}}, as pytrec_eval and ir-measures take it."""
        pairs = topics.items() if isinstance(topics, Mapping) else topics
        asked = {"limit": limit, "unit": unit, "format": "trec", **parameters}
        return {
            qid: {
                hit["id"]: hit["score"]
                for hit in self._answer({"query": query, **asked}, None)["hits"]
            }
            for qid, query in pairs
        }

    def _view(self, view: str, query: str, parameters: dict[str, Any]) -> dict[str, Any]:
        timeout = parameters.pop("timeout", None)
        return self._answer({"query": query, "view": view, **parameters}, timeout)

    def _answer(self, request: dict[str, Any], timeout: float | None) -> dict[str, Any]:
        text = c_text(json.dumps(request, ensure_ascii=False))
        bounds = Bounds(ctypes.sizeof(Bounds), 0, None)
        if timeout is not None:
            bounds.timeout_ms = max(1, int(timeout * 1000))
        return take_json(
            self._library, "sinodex_answer", self._open(), text, ctypes.byref(bounds)
        )

    def _open(self) -> int:
        if self._handle is None:
            raise ValueError("the searcher is closed")
        return self._handle


def write_run(run: Mapping[str, Mapping[str, float]], out: TextIO, name: str = "sinodex") -> None:
    """Writes a run in the format of TREC."""
    for qid, documents in run.items():
        for rank, (document, score) in enumerate(documents.items(), 1):
            out.write(f"{qid} Q0 {document} {rank} {score} {name}\n")
