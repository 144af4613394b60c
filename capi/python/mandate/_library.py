"""Finds and loads libmandate.so, and calls it: codes become exceptions, handles get an owner."""

import ctypes
import json
import os
import pathlib
import weakref

from . import _abi
from .errors import class_of

NAME = "libmandate.so.1"
VARIABLE = "MANDATE_LIBRARY"


def _find():
    """The absolute path: next to this package, else what MANDATE_LIBRARY says, else the newest
    build of the source tree that holds this package. Never a search through the system."""
    here = pathlib.Path(__file__).resolve().parent
    beside = here / NAME
    if beside.exists():
        return beside
    if named := os.environ.get(VARIABLE):
        return pathlib.Path(named).resolve()
    built = [path for root in here.parents[2:3] for path in root.glob(f"build/*/capi/{NAME}")]
    if built:
        return max(built, key=lambda path: path.stat().st_mtime)
    raise ImportError(f"{NAME} is neither next to {here} nor built; {VARIABLE} can name it")


def _load(path):
    try:
        library = _abi.bind(ctypes.CDLL(str(path), mode=ctypes.RTLD_LOCAL))
    except OSError as problem:
        raise ImportError(f"{path} cannot be loaded: {problem}") from problem
    found, wanted = library.mandate_version(), _abi.HEADER_VERSION
    if found // 1_000_000 != wanted // 1_000_000 or found // 1000 < wanted // 1000:
        raise ImportError(f"{path} has version {version_text(found)}, "
                          f"this package needs {version_text(wanted)} or a later minor version")
    return library


def version_text(number):
    return f"{number // 1_000_000}.{number // 1000 % 1000}.{number % 1000}"


PATH = _find()
LIBRARY = _load(PATH)


def call(function, *arguments):
    """Calls a function that ends in err. @raises Error"""
    err = ctypes.c_void_p()
    if function(*arguments, ctypes.byref(err)) == _abi.OK:
        return
    try:
        code = LIBRARY.mandate_error_code(err)
        text = _borrowed(LIBRARY.mandate_error_text(err))
        details = json.loads(_borrowed(LIBRARY.mandate_error_json(err)))
    finally:
        LIBRARY.mandate_error_free(err)
    raise class_of(code)(code, details["name"], text, details)


def _borrowed(pointer):
    return ctypes.string_at(pointer).decode("utf-8", "replace")


class Handle:
    """Owns a handle of the library: it is freed when the last user of this object lets go, so a
    thread that is inside a call keeps its ledger although another one closes it."""

    def __init__(self, value, free):
        self.value = value
        weakref.finalize(self, free, value)


def made(function, free, *arguments):
    """A new handle from a function whose last parameters are out and err."""
    out = ctypes.c_void_p()
    call(function, *arguments, ctypes.byref(out))
    return Handle(out.value, free)


def taken_bytes(function, *arguments):
    """The content of the bytes that a function gives."""
    handle = made(function, LIBRARY.mandate_bytes_free, *arguments)
    return ctypes.string_at(LIBRARY.mandate_bytes_data(handle.value),
                            LIBRARY.mandate_bytes_size(handle.value))


def int32(value, what):
    """ctypes would cut a number that is too large without a word."""
    return _within(value, what, 31)


def int64(value, what):
    return _within(value, what, 63)


def _within(value, what, bits):
    if not isinstance(value, int):
        raise TypeError(f"{what} is not a whole number: {value!r}")
    if not -(2**bits) <= value < 2**bits:
        raise OverflowError(f"{what} does not fit into {bits + 1} bits: {value}")
    return value


def utf8(text, what):
    """The bytes of a text. A lone surrogate goes through as it is: the library refuses it and says
    where."""
    if not isinstance(text, str):
        raise TypeError(f"{what} is not a text: {text!r}")
    return text.encode("utf-8", "surrogatepass")
