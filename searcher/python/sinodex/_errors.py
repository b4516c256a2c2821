# SPDX-License-Identifier: GPL-2.0-or-later
"""One exception for each kind of error that the libraries report."""

from __future__ import annotations


class Error(Exception):
    """What went wrong, with `hint`: what to do about it, which may be empty."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message} ({self.hint})" if self.hint else message


class UsageError(Error, ValueError):
    """A parameter or option that cannot be used."""


class QueryError(Error, ValueError):
    """A query, an id or a quotation that cannot be used."""


class DatabaseError(Error):
    """A database that is missing, of another version, or damaged."""


class LockedError(Error):
    """Another process is writing to the database."""


class InputError(Error, OSError):
    """An input that cannot be read."""


class OutputError(Error, OSError):
    """An output that cannot be written."""


class InterruptedSearch(Error, TimeoutError):
    """A call that was cancelled, or not done in time."""


# By the numbers of sinodex_status in sinodex.h.
BY_STATUS: dict[int, type[Error]] = {
    1: UsageError,
    2: QueryError,
    3: DatabaseError,
    4: LockedError,
    5: InputError,
    6: OutputError,
    7: InterruptedSearch,
}
