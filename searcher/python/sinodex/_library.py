# SPDX-License-Identifier: GPL-2.0-or-later
"""The two C libraries, and what every call to them needs."""

from __future__ import annotations

import ctypes
import functools
import json
import os
import pathlib
from typing import Any

from ._errors import BY_STATUS, Error

ABI = 1

_ERROR = ctypes.POINTER(ctypes.c_void_p)


class Bounds(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("timeout_ms", ctypes.c_uint64),
        ("cancel", ctypes.c_void_p),
    ]


class Progress(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("documents", ctypes.c_uint64),
        ("bytes_read", ctypes.c_uint64),
        ("bytes_total", ctypes.c_uint64),
        ("merging", ctypes.c_int),
    ]


PROGRESS = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Progress), ctypes.c_void_p)

_SHARED: dict[str, tuple[Any, list[Any]]] = {
    "sinodex_abi": (ctypes.c_uint32, []),
    "sinodex_version": (ctypes.c_char_p, []),
    "sinodex_error_status": (ctypes.c_int, [ctypes.c_void_p]),
    "sinodex_error_message": (ctypes.c_char_p, [ctypes.c_void_p]),
    "sinodex_error_hint": (ctypes.c_char_p, [ctypes.c_void_p]),
    "sinodex_error_free": (None, [ctypes.c_void_p]),
    "sinodex_free": (None, [ctypes.c_void_p]),
}
_OF_LIBRARY: dict[str, dict[str, tuple[Any, list[Any]]]] = {
    "sinodex-searcher": {
        "sinodex_open": (ctypes.c_void_p, [ctypes.c_char_p, _ERROR]),
        "sinodex_close": (None, [ctypes.c_void_p]),
        "sinodex_refresh": (ctypes.c_int, [ctypes.c_void_p, _ERROR]),
        "sinodex_article_count": (ctypes.c_uint64, [ctypes.c_void_p]),
        "sinodex_revision": (ctypes.c_uint32, [ctypes.c_void_p]),
        "sinodex_cancel_new": (ctypes.c_void_p, []),
        "sinodex_cancel_set": (None, [ctypes.c_void_p]),
        "sinodex_cancel_free": (None, [ctypes.c_void_p]),
        "sinodex_answer": (
            ctypes.c_void_p,
            [ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(Bounds), _ERROR],
        ),
        "sinodex_verify": (
            ctypes.c_void_p,
            [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, _ERROR],
        ),
        "sinodex_complete": (
            ctypes.c_void_p,
            [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_size_t, _ERROR],
        ),
    },
    "sinodex-indexer": {
        "sinodex_index": (
            ctypes.c_void_p,
            [ctypes.c_char_p, PROGRESS, ctypes.c_void_p, _ERROR],
        ),
        "sinodex_check": (ctypes.c_void_p, [ctypes.c_char_p, _ERROR]),
    },
}


def _places(name: str) -> list[str]:
    file = f"lib{name}.so.0"
    folder = os.environ.get("SINODEX_LIBRARY_PATH")
    if folder:
        return [os.path.join(folder, file)]
    lib = pathlib.Path(__file__).resolve().parents[3]
    beside = [str(path) for path in sorted(lib.glob(file)) + sorted(lib.glob(f"*/{file}"))]
    return [*beside, file]


@functools.lru_cache(maxsize=None)
def library(name: str) -> ctypes.CDLL:
    """The library with this name; raises ImportError where it is not found or too old."""
    failures = []
    for place in _places(name):
        try:
            found = ctypes.CDLL(place)
        except OSError as error:
            failures.append(str(error))
            continue
        for function, (result, arguments) in {**_SHARED, **_OF_LIBRARY[name]}.items():
            getattr(found, function).restype = result
            getattr(found, function).argtypes = arguments
        if found.sinodex_abi() != ABI:
            raise ImportError(f"{place}: has ABI {found.sinodex_abi()}, this package wants {ABI}")
        return found
    raise ImportError(
        f"lib{name}.so.0 was not found; SINODEX_LIBRARY_PATH may name its folder: "
        + "; ".join(failures)
    )


def version() -> str:
    """The version of the library, as "0.2.0"."""
    return str(library("sinodex-searcher").sinodex_version().decode())


def raise_error(lib: ctypes.CDLL, error: ctypes.c_void_p) -> None:
    """Raises what a call left in `error`, if anything, and frees it."""
    if not error:
        return
    status = lib.sinodex_error_status(error)
    message = lib.sinodex_error_message(error).decode("utf-8", "replace")
    hint = lib.sinodex_error_hint(error).decode("utf-8", "replace")
    lib.sinodex_error_free(error)
    if status == 8:
        raise MemoryError(message)
    raise BY_STATUS.get(status, Error)(message, hint)


def take_json(lib: ctypes.CDLL, function: str, *arguments: Any) -> Any:
    """Calls a function that returns JSON, and decodes it."""
    error = ctypes.c_void_p()
    text = getattr(lib, function)(*arguments, ctypes.byref(error))
    raise_error(lib, error)
    try:
        return json.loads(ctypes.string_at(text).decode("utf-8"))
    finally:
        lib.sinodex_free(text)


def c_text(text: str | os.PathLike[str]) -> bytes:
    """UTF-8 without a NUL, which would end it early."""
    encoded = os.fsencode(text) if isinstance(text, os.PathLike) else text.encode("utf-8")
    if b"\0" in encoded:
        raise ValueError("a text holds the character U+0000")
    return encoded
