# SPDX-License-Identifier: GPL-2.0-or-later
"""Passage search over news in English and Chinese.

    import sinodex

    report = sinodex.index("news.db", ["articles/"])
    with sinodex.Searcher("news.db") as searcher:
        for hit in searcher.search("Alibaba fine", limit=3):
            print(hit.article.title, hit.id, hit.text)

Everything is done by the libraries libsinodex-searcher and libsinodex-indexer; this package has
no step of building. Their folder is found beside the package or by the system; the environment
variable SINODEX_LIBRARY_PATH names another one.
"""

from ._cancel import Cancel
from ._errors import (
    DatabaseError,
    Error,
    InputError,
    InterruptedSearch,
    LockedError,
    OutputError,
    QueryError,
    UsageError,
)
from ._hits import Article, Highlight, Hit, Result
from ._index import Report, check, index
from ._library import version
from ._searcher import Searcher, write_run

__all__ = [
    "Article",
    "Cancel",
    "DatabaseError",
    "Error",
    "Highlight",
    "Hit",
    "InputError",
    "InterruptedSearch",
    "LockedError",
    "OutputError",
    "QueryError",
    "Report",
    "Result",
    "Searcher",
    "UsageError",
    "check",
    "index",
    "version",
    "write_run",
]
__version__ = version()
