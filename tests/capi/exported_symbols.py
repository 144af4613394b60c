#!/usr/bin/env python3
"""What the library exports is exactly what mandate.map lists: functions only, each at its node, and
each one used by a C test.

    exported_symbols.py LIBRARY CAPI_FOLDER TESTS_FOLDER
"""

import pathlib
import re
import subprocess
import sys


def in_map(text):
    """{"mandate_ask@@MANDATE_1.0", ...}"""
    found = set()
    for node, body in re.findall(r"^(MANDATE_\S+) \{(.*?)^\}", text, flags=re.M | re.S):
        for name in re.findall(r"^ +(\w+);", body.split("local:")[0], flags=re.M):
            found.add(f"{name}@@{node}")
    return found


def main():
    library, capi, tests = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    output = subprocess.run(["nm", "-D", "--defined-only", "--with-symbol-versions", library],
                            check=True, capture_output=True, text=True).stdout
    listed = in_map((capi / "mandate.map").read_text())
    exported = set()
    problems = []
    for line in output.splitlines():
        _, kind, name = line.split()
        if kind == "A" and name.startswith("MANDATE_"):  # the node itself
            continue
        if kind != "T":
            problems.append(f"{name} is of kind {kind}, not a function")
        exported.add(name)
    problems += [f"{name} is exported but not in mandate.map" for name in exported - listed]
    problems += [f"{name} is in mandate.map but not exported" for name in listed - exported]
    if not listed:
        problems.append("mandate.map lists nothing")

    used = "\n".join(path.read_text() for path in tests.glob("*_test.c"))
    for name in sorted(symbol.split("@")[0] for symbol in listed):
        if not re.search(rf"\b{name}\(", used):
            problems.append(f"{name} is used by no C test")

    for problem in sorted(problems):
        print(problem)
    print(f"{len(exported)} symbols")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
