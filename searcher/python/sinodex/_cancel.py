# SPDX-License-Identifier: GPL-2.0-or-later
"""A flag that ends searches."""

from __future__ import annotations

from ._library import library


class Cancel:
    """Given to searches, it ends them with InterruptedSearch when a thread calls set()."""

    def __init__(self) -> None:
        self._library = library("sinodex-searcher")
        self.handle: int | None = self._library.sinodex_cancel_new()
        if self.handle is None:
            raise MemoryError("there is too little memory")

    def set(self) -> None:
        self._library.sinodex_cancel_set(self.handle)

    def __del__(self) -> None:
        if getattr(self, "handle", None) is not None:
            self._library.sinodex_cancel_free(self.handle)
