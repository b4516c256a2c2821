# SPDX-License-Identifier: GPL-2.0-or-later
"""What a search returns."""

from __future__ import annotations

import dataclasses
import html
from collections.abc import Iterator
from typing import Any


@dataclasses.dataclass(frozen=True)
class Article:
    """The article that a passage stands in; what is not known is empty."""

    id: str
    title: str = ""
    url: str = ""
    source: str = ""
    author: str = ""
    date: str = ""
    lang: str = ""


@dataclasses.dataclass(frozen=True)
class Highlight:
    """A stretch of Hit.text that matches: text[begin:end], and the rule by which it does."""

    begin: int
    end: int
    why: str


@dataclasses.dataclass(frozen=True)
class Hit:
    """A passage, or with unit="article" an article with its best passage."""

    rank: int
    score: float
    id: str
    article: Article
    text: str
    start: int  # bytes of the article's stored text
    end: int
    highlights: tuple[Highlight, ...] = ()
    tags: tuple[str, ...] = ()  # that the user has given it or its article, and the note
    note: str = ""
    raw: dict[str, Any] = dataclasses.field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of_json(cls, json: dict[str, Any]) -> Hit:
        known = {field.name for field in dataclasses.fields(Article)}
        article = Article(**{k: v or "" for k, v in json["article"].items() if k in known})
        first = json.get("start_codepoint", 0)
        marks = tuple(
            Highlight(m["start_codepoint"] - first, m["end_codepoint"] - first, m["why"])
            for m in json.get("highlights", [])
        )
        return cls(
            json["rank"],
            json["score"],
            json["id"],
            article,
            json.get("text", ""),
            json.get("start", 0),
            json.get("end", 0),
            marks,
            tuple(json.get("tags", [])),
            json.get("note", ""),
            json,
        )

    def citation(self) -> str:
        """Source, title, date and place in one line."""
        known = [self.article.source, f"“{self.article.title}”", self.article.date]
        return f"{', '.join(k for k in known if k)} [{self.id}, bytes {self.start}-{self.end}]"

    def marked(self, before: str = "*", after: str = "*") -> str:
        """The text with what matched between `before` and `after`."""
        return "".join(before + part + after if hit else part for part, hit in self._parts())

    def _parts(self) -> Iterator[tuple[str, bool]]:
        at = 0
        for mark in self.highlights:
            yield self.text[at : mark.begin], False
            yield self.text[mark.begin : mark.end], True
            at = mark.end
        yield self.text[at:], False

    def _repr_html_(self) -> str:
        text = "".join(
            f"<mark>{html.escape(part)}</mark>" if hit else html.escape(part)
            for part, hit in self._parts()
        )
        return (
            f"<div><b>{html.escape(self.article.title)}</b><br>"
            f"<small>{html.escape(self.citation())}</small>"
            f"<blockquote>{text}</blockquote></div>"
        )


@dataclasses.dataclass(frozen=True)
class Result:
    """The hits of a search in their order, and what is to be said of it."""

    query: str
    interpretation: str
    articles: int  # that match; an estimate when they are many
    revision: int
    hits: tuple[Hit, ...]
    warnings: tuple[str, ...]
    suggestion: str
    raw: dict[str, Any] = dataclasses.field(repr=False, compare=False)

    @classmethod
    def of_json(cls, json: dict[str, Any]) -> Result:
        return cls(
            json["query"],
            json["interpretation"],
            json["articles"],
            json["revision"],
            tuple(Hit.of_json(hit) for hit in json["hits"]),
            tuple(warning["message"] for warning in json["warnings"]),
            json.get("suggestion", ""),
            json,
        )

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def __getitem__(self, index: int) -> Hit:
        return self.hits[index]

    def _repr_html_(self) -> str:
        return "".join(hit._repr_html_() for hit in self.hits)
