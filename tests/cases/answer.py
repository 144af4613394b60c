#!/usr/bin/env python3
"""Answers cases that others wrote, through the C interface, and compares with their answers.

    answer.py TOPIC FOLDER [--library libmandate.so.1]

TOPIC names a file beside this one, with or without a number in front: 03_lunar_holidays is
lunar_holidays.py. FOLDER holds the cases. The library is the one named, else $MANDATE_LIBRARY, else
the newest under build/*/capi; where there is none, build/examples is made by examples/run.sh's own
steps. Each failure is a line; the last line says `N passed, N failed`. Exit code 1 if one failed.

To add a topic, add a file with

    def answer(folder, verdict):       folder: pathlib.Path
        verdict.expect(where, expected, actual)
"""

import argparse
import importlib
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


class Verdict:
    """Counts what agrees, prints what does not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, where, expected, actual):
        """One answer. where: the file, and the line or name in it."""
        if expected == actual:
            self.passed += 1
            return
        self.fail(f"{where}: expected {expected}, got {actual}")

    def fail(self, line):
        self.failed += 1
        print(f"FAILED {line}")

    def note(self, line):
        """Something to know that is no failure."""
        print(f"note: {line}")


def topics():
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem != "answer")


def find_library(named):
    """The path to hand to the Python package."""
    if named or os.environ.get("MANDATE_LIBRARY"):
        path = pathlib.Path(named or os.environ["MANDATE_LIBRARY"]).resolve()
        if not path.exists():
            sys.exit(f"answer.py: there is no library {path}")
        return path
    built = list(ROOT.glob("build/*/capi/libmandate.so.1"))
    if not built:
        steps = ('set -euo pipefail; root=$1; arguments=(); . "$root/examples/setup.sh"; need build; '
                 'cd "$root"; quietly build/examples-configure.log cmake -S . -B build/examples '
                 '-G Ninja -DCMAKE_BUILD_TYPE=Release -DMANDATE_BUILD_TESTS=OFF '
                 '-DMANDATE_BUILD_EXAMPLES=OFF $(configure_options); quietly build/examples-build.log '
                 'cmake --build build/examples --target mandate -j "$(nproc)"')
        if subprocess.run(["bash", "-c", steps, "bash", str(ROOT)], check=False).returncode != 0:
            sys.exit("answer.py: the library could not be built")
        built = list(ROOT.glob("build/*/capi/libmandate.so.1"))
    return max(built, key=lambda path: path.stat().st_mtime)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("topic")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--library", help="libmandate.so.1")
    options = parser.parse_args()

    name = re.sub(r"^\d+_", "", options.topic)
    if name not in topics():
        sys.exit(f"answer.py: there is no topic {options.topic}; known: {', '.join(topics())}")
    if not options.folder.is_dir():
        sys.exit(f"answer.py: there is no folder {options.folder}")
    os.environ["MANDATE_LIBRARY"] = str(find_library(options.library))
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(HERE), str(ROOT / "capi" / "python")]

    verdict = Verdict()
    importlib.import_module(name).answer(options.folder, verdict)
    if verdict.passed + verdict.failed == 0:
        verdict.fail(f"{options.folder} holds no case of {name}")
    print(f"{verdict.passed} passed, {verdict.failed} failed")
    return 1 if verdict.failed else 0


if __name__ == "__main__":
    sys.exit(main())
