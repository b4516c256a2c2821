# SPDX-License-Identifier: GPL-2.0-or-later
"""The shapes of what views return, for type checkers; docs/json-output.md describes the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from typing_extensions import NotRequired


class QueryWarning(TypedDict):
    start: int  # bytes of the query
    end: int
    message: str


class View(TypedDict):
    version: int
    view: str
    query: str
    interpretation: str
    articles: int
    counted: str  # which articles match: matching, most_words, half_words or any_word
    complete: bool
    took_ms: float
    warnings: list[QueryWarning]


class FacetValue(TypedDict):
    value: str
    name: str
    filter: str  # to be added to the query
    articles: int


class Facet(TypedDict):
    facet: str
    distinct: int
    without: int
    values: list[FacetValue]


class Facets(View):
    facets: list[Facet]


class Month(TypedDict):
    month: str  # as "2021-04"
    articles: int


class Timeline(View):
    by: str
    months: list[Month]
    longer_only: int
    undated: int


class RelatedEntity(TypedDict):
    id: str
    type: str
    name: str
    filter: str
    articles: int
    share: float
    share_elsewhere: float
    score: float
    example: NotRequired[str]


class Related(View):
    others: int
    asked: list[str]
    entities: list[RelatedEntity]


class Figure(TypedDict):
    value: str  # as written; low and high are its number, in `unit`
    low: float
    high: float
    unit: str
    qualifier: str
    tie: str  # before, after, passage or none
    date: NotRequired[str]
    date_to: NotRequired[str]
    date_origin: NotRequired[str]
    id: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    article: dict[str, str]
    score: float


class FigureValue(TypedDict):
    sources: int
    differs: bool
    figures: list[Figure]


class FigureGroup(TypedDict):
    entity: str  # empty, with its name, for what is nobody's
    entity_name: str
    what: str
    unit: str
    agreement: str  # single, agree, differ or several
    sources: int
    score: float
    values: list[FigureValue]


class Figures(View):
    found: int
    groups: list[FigureGroup]


class Verification(TypedDict):
    version: int
    quotation: str
    verdict: str  # exactly, nearly or absent
    found: int
    articles: int
    took_ms: float
    places: list[dict[str, Any]]


class Completion(TypedDict):
    text: str
    name: str
    articles: int
    begin: int
    end: int
    whole: bool
