#!/usr/bin/env python3
"""Compares the reviews of the example records with the files kept beside this script.

    golden.py COMMAND EXAMPLES [--accept]

COMMAND is the built `mandate`, EXAMPLES the folder of that name. A folder here is a case: its file
`commands` tells how the ledger is filled and which reviews are printed. --accept writes what came
out as what is expected from now on: read the difference before you commit it.
"""

import difflib
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def run(words):
    done = subprocess.run(words, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(words)}: exit code {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def readable(name, content):
    """One value a line, so that a difference shows where it is."""
    if not name.endswith(".json"):
        return content.decode()
    parsed = json.loads(content)
    canonical = json.dumps(parsed, ensure_ascii=False, separators=(",", ":")).encode()
    if canonical != content.rstrip(b"\n"):
        sys.exit(f"{name}: the JSON is not in its canonical form")
    return json.dumps(parsed, ensure_ascii=False, indent=1) + "\n"


def difference(expected, actual, name):
    lines = difflib.unified_diff(expected.splitlines(), actual.splitlines(),
                                 f"expected {name}", f"actual {name}", n=2, lineterm="")
    return "\n".join(list(lines)[:60])


def check(case, command, examples, accept):
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(pathlib.Path(folder) / "golden.mandate")
        for line in (case / "commands").read_text().splitlines():
            words = shlex.split(line, comments=True)
            if not words:
                continue
            words = [w.replace("EXAMPLES", str(examples)).replace("LEDGER", ledger) for w in words]
            if words[0] == "import":
                run([command, *words])
                continue
            name, expected = words[0], case / words[0]
            actual = readable(name, run([command, *words[1:]]))
            if accept:
                expected.write_text(actual)
            elif not expected.exists() or expected.read_text() != actual:
                wrong += 1
                before = expected.read_text() if expected.exists() else ""
                print(difference(before, actual, f"{case.name}/{name}"))
    return wrong


def main():
    accept = "--accept" in sys.argv
    words = [w for w in sys.argv[1:] if w != "--accept"]
    if len(words) != 2:
        sys.exit(__doc__)
    cases = sorted(p.parent for p in HERE.glob("*/commands"))
    wrong = sum(check(case, words[0], words[1], accept) for case in cases)
    if wrong:
        print(f"{wrong} differ; if each difference is right, accept them:\n"
              f"    {shlex.join([sys.argv[0], *words, '--accept'])}")
        sys.exit(1)
    print(f"{len(cases)} records as expected")


if __name__ == "__main__":
    main()
