#!/usr/bin/env python3
"""Writes what is derived from mandate.h and from the library's table of commands and questions:

    mandate/names.h, mandate.map, symbols-in-versions.txt,
    python/mandate/_abi.py, commands.py and questions.py

    generate.py --library build/dev/capi/libmandate.so            writes them
    generate.py --library build/dev/capi/libmandate.so --check    exit code 1 if one differs

The library is any build whose table is the wanted one: it may still carry the older names.
Needs pycparser (Debian: python3-pycparser).
"""

import argparse
import ctypes
import json
import pathlib
import sys

from generator import c_names, header, linker, python_abi, python_commands, python_questions

HERE = pathlib.Path(__file__).resolve().parent


def table_of(path):
    """The table of commands, fields and questions that a built library describes."""
    library = ctypes.CDLL(str(pathlib.Path(path).resolve()))
    handle = ctypes.c_void_p()
    library.mandate_bytes_data.restype = ctypes.c_void_p
    library.mandate_bytes_data.argtypes = [ctypes.c_void_p]
    library.mandate_bytes_size.restype = ctypes.c_size_t
    library.mandate_bytes_size.argtypes = [ctypes.c_void_p]
    library.mandate_bytes_free.restype = None
    library.mandate_bytes_free.argtypes = [ctypes.c_void_p]
    if library.mandate_describe(ctypes.byref(handle), None) != 0:
        sys.exit(f"{path}: the library cannot describe itself")
    text = ctypes.string_at(library.mandate_bytes_data(handle), library.mandate_bytes_size(handle))
    library.mandate_bytes_free(handle)
    return json.loads(text)


def outputs(api, table):
    return {
        "mandate/names.h": c_names.text(table),
        "mandate.map": linker.map_text(api),
        "symbols-in-versions.txt": linker.symbols_text(api),
        "python/mandate/_abi.py": python_abi.text(api),
        "python/mandate/commands.py": python_commands.text(table),
        "python/mandate/questions.py": python_questions.text(table),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--library", required=True, help="a built libmandate.so")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    options = parser.parse_args()

    api = header.parse((HERE / "mandate.h").read_text(encoding="utf-8"))
    different = []
    for name, text in outputs(api, table_of(options.library)).items():
        path = HERE / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        different.append(name)
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in different:
        print(f"{name}: {'differs' if options.check else 'written'}")
    return 1 if options.check and different else 0


if __name__ == "__main__":
    sys.exit(main())
