#!/bin/bash
# Names each C and C++ file that clang-format 14 would write otherwise; with --fix it writes them.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
mapfile -d '' files < <(find include lib capi examples tests bench -type f \
    \( -name '*.c' -o -name '*.h' -o -name '*.cpp' -o -name '*.hpp' \) -print0)
if [ "${1:-}" = --fix ]; then
    clang-format-14 -i "${files[@]}"
    exit
fi
if ! told=$(printf '%s\0' "${files[@]}" |
    xargs -0 -n 40 -P "$(nproc)" clang-format-14 --dry-run -Werror 2>&1); then
    sed -n 's/:[0-9]*:[0-9]*: error: .*/: not formatted/p' <<<"$told" | sort -u
    grep -q ': error: ' <<<"$told" || echo "$told"
    echo "tests/style/format.sh --fix does it"
    exit 1
fi
echo "format: ${#files[@]} files, all in order"
