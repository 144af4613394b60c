#!/usr/bin/env python3
"""Who may include whom, and what may appear nowhere: the absences that lib/README.md states.

    layering.py [ROOT]      prints each violation as path:line: what, and ends with 1 if there is one
"""

import pathlib
import re
import sys

# A layer sees itself and those of a lower number; equal numbers do not see each other.
LAYERS = {"base": 0, "calendar": 1, "model": 2, "store": 3, "graph": 3, "review": 4, "ledger": 5,
          "exchange": 6, "report": 6}

# (foreign header, where it is allowed, why)
HEADERS = [
    (r"sqlite3\.h", ("lib/store/",), "SQLite stays in lib/store"),
    (r"boost/graph/.*", ("lib/graph/",), "Boost.Graph stays in lib/graph"),
    (r"boost/json.*", ("lib/", "capi/"), "public headers do not show Boost.JSON"),
    (r"sodium.*", ("lib/",), "public headers do not show libsodium"),
    (r"openssl/.*", ("lib/",), "public headers do not show OpenSSL"),
    (r"utf8proc\.h", ("lib/",), "public headers do not show utf8proc"),
    (r"(unistd|fcntl|pthread|dlfcn|poll|dirent)\.h|sys/.*", ("lib/base/os",),
     "POSIX stays in lib/base/os"),
    (r"cctype|cwctype|ctype\.h|c?locale|locale\.h|codecvt", (), "depends on the locale"),
    (r"ctime|time\.h", (), "reads clocks and time zones"),
    (r"iostream", (), "a library does not write to its host's terminal"),
]

# (in code, why)
WORDS = [
    (r"\bset ?locale\b|\bstd::locale\b|\bimbue\b", "depends on the locale"),
    (r"\bstd::(tolower|toupper|isalpha|isdigit|isspace|isalnum|isupper|islower|ispunct)\b",
     "depends on the locale"),
    (r"printf\s*\([^;]*%[-+ #0-9.*]*[aefgAEFG]", "the decimal point depends on the locale"),
    (r"\b(strto[dfl]d?|ato[fil]|std::sto[dfil]+)\s*\(", "depends on the locale; use from_chars"),
    (r"\b(system_clock|steady_clock|utc_clock)::now\b|\bstd::time\s*\(|\bgettimeofday\b",
     "the host passes today and now"),
    (r"\bstd::(cout|cerr|clog)\b|\b(abort|exit)\s*\(", "a library neither prints nor ends its host"),
]
# The library proper. The command line is a program of its own and may read the clock.
LIBRARY = ("include/", "lib/", "capi/implementation/")

TOKEN = re.compile(
    r'''//[^\n]*|/\*.*?\*/|R"(?P<mark>[^()\s\\]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'''
    r"""|(?<![0-9A-Za-z])'(?:\\.|[^'\\\n])*'""", re.S)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def without_comments(text):
    def blank(match):
        token = match.group()
        return "\n" * token.count("\n") if token.startswith(("//", "/*")) else token
    return TOKEN.sub(blank, text)


def layer_of(path):
    """The layer of a file of the tree, or None."""
    parts = path.split("/")
    if parts[:2] == ["include", "mandate"]:
        parts = parts[1:]
    elif parts[0] != "lib":
        return None
    return parts[1] if len(parts) > 2 and parts[1] in LAYERS else None


def layer_included(root, path, header):
    """The layer of a header that this file includes in quotes; None: it is in none."""
    if "/" not in header:  # beside the file that includes it
        return layer_of(path) if (root / path).with_name(header).exists() else None
    layer = header.removeprefix("mandate/").split("/")[0]
    return layer if layer in LAYERS else None


def judge_include(root, path, quote, header):
    """What is wrong with this include in this file; yields sentences."""
    own = layer_of(path)
    if quote == "<":
        if header.startswith("mandate"):
            yield f"own header <{header}> in angle brackets"
        if path.startswith(LIBRARY):
            for foreign, allowed, why in HEADERS:
                if re.fullmatch(foreign, header) and not path.startswith(allowed):
                    yield f"<{header}>: {why}"
        return
    if path.startswith("include/") and not header.startswith("mandate/"):
        yield f'a public header includes the private "{header}"'
    if path.startswith(("capi/command_line/", "examples/c/")) and layer_included(root, path, header):
        yield f'"{header}": the command line and the C examples use the C header only'
    if own:
        seen = layer_included(root, path, header)
        if seen is None:
            yield f'"{header}" is no header of a layer'
        elif seen != own and LAYERS[seen] >= LAYERS[own]:
            yield f'{own} includes "{header}", but {own} does not see {seen}'


def judge_file(root, path):
    text = without_comments((root / path).read_text(encoding="utf-8"))

    def at(match):
        return f"{path}:{text.count(chr(10), 0, match.start()) + 1}"

    for include in INCLUDE.finditer(text):
        for what in judge_include(root, path, *include.groups()):
            yield f"{at(include)}: {what}"
    if path.startswith(LIBRARY):
        for pattern, why in WORDS:
            for word in re.finditer(pattern, text):
                yield f"{at(word)}: {' '.join(word.group().split())}: {why}"
    if path.endswith(".hpp") and "#pragma once" not in text:
        yield f"{path}:1: a header without #pragma once"


def judge_lists(root):
    """A file that no CMakeLists.txt names is not built, not installed, not tested."""
    for layer in LAYERS:
        for folder, kind, where in ((f"lib/{layer}", "*.cpp", f"lib/{layer}"),
                                    (f"include/mandate/{layer}", "*.hpp", f"lib/{layer}"),
                                    (f"tests/{layer}", "*_test.cpp", f"tests/{layer}")):
            names = root / where / "CMakeLists.txt"
            listed = names.read_text(encoding="utf-8") if names.exists() else ""
            for file in sorted((root / folder).glob(kind)):
                if not re.search(rf"(?<![\w.-]){re.escape(file.name)}(?![\w.-])", listed):
                    yield f"{folder}/{file.name}:1: not named in {where}/CMakeLists.txt"


def files_of(root):
    for folder in ("include", "lib", "capi", "examples"):
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".c", ".h", ".cpp", ".hpp"):
                yield file.relative_to(root).as_posix()


def violations(root):
    root = pathlib.Path(root)
    found = [what for path in files_of(root) for what in judge_file(root, path)]
    json = [path for path in files_of(root)
            if "<boost/json/src.hpp>" in without_comments((root / path).read_text(encoding="utf-8"))]
    if len(json) > 1:
        found.append(f"{json[1]}:1: <boost/json/src.hpp> is already in {json[0]}")
    return found + list(judge_lists(root))


def main():
    default = pathlib.Path(__file__).resolve().parents[2]
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    found = violations(root)
    print("\n".join(found) if found else f"layering: {len(list(files_of(root)))} files, all in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
