"""Runs pytest on the files given, after loading what MANDATE_PRELOAD names: a sanitizer must be
in the process before the library that wants it."""

import os
import sys

preload = os.environ.pop("MANDATE_PRELOAD", None)
if preload and "LD_PRELOAD" not in os.environ:
    os.environ["LD_PRELOAD"] = preload
    os.execv(sys.executable, [sys.executable, *sys.argv])

import pytest  # noqa: E402

sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "-rs", *sys.argv[1:]]))
