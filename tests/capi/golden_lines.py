#!/usr/bin/env python3
"""Numbers and layouts that programs have compiled in never change: every line of golden_lines.txt,
one a constant or a member of a struct, must still be true. What is new is added by --accept.

    golden_lines.py CAPI_FOLDER C_COMPILER [--accept]
"""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE / "golden_lines.txt"
KINDS = ("int32_t", "uint32_t", "int64_t", "uint64_t", "const char *")


def lines_now(capi, compiler):
    sys.path.insert(0, str(capi))
    from generator import header

    api = header.parse((capi / "mandate.h").read_text())
    constants = [*api.constants, *header.constants((capi / "mandate/names.h").read_text())]
    kinds = ", ".join(f'{kind}: "{kind}"' for kind in KINDS)
    source = ['#include "mandate.h"', "#include <inttypes.h>", "#include <stdio.h>",
              f"#define KIND(member) _Generic((member), {kinds})", "int main(void) {"]
    for name in constants:
        if name == "MANDATE_NTS":  # as wide as the machine
            continue
        source.append(f'    printf("{name} %" PRId64 "\\n", (int64_t){name});')
    for struct in api.structs:
        source.append(f"    {{ {struct.name} s = {{0}};")
        for member, _ in struct.members:
            source.append(f'    printf("{struct.name}.{member} %zu %zu %s\\n", '
                          f"offsetof({struct.name}, {member}), sizeof s.{member}, "
                          f"KIND(s.{member}));")
        source.append("    }")
    source += ["    return 0;", "}"]
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "lines"
        program.with_suffix(".c").write_text("\n".join(source) + "\n")
        subprocess.run([compiler, "-std=c11", f"-I{capi}", program.with_suffix(".c"), "-o",
                        program], check=True)
        ran = subprocess.run([program], check=True, capture_output=True, text=True)
        return ran.stdout.splitlines()


def main():
    now = lines_now(pathlib.Path(sys.argv[1]), sys.argv[2])
    golden = GOLDEN.read_text().splitlines() if GOLDEN.exists() else []
    lost = [line for line in golden if line not in set(now)]
    for line in lost:
        print(f"not true any more: {line}")
    new = [line for line in now if line not in set(golden)]
    if "--accept" in sys.argv and not lost:
        GOLDEN.write_text("\n".join(golden + new) + "\n")
    elif new:
        print(f"{len(new)} new lines, from {new[0]}: accept them with {sys.argv[0]} --accept")
    print(f"{len(golden)} lines")
    return 1 if lost or not golden or (new and "--accept" not in sys.argv) else 0


if __name__ == "__main__":
    sys.exit(main())
