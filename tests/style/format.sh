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
rc=0
for file in "${files[@]}"; do
    clang-format-14 --dry-run -Werror "$file" 2>/dev/null || { echo "$file: not formatted" && rc=1; }
done
[ $rc = 0 ] && echo "format: ${#files[@]} files, all in order" || echo "tests/style/format.sh --fix does it"
exit $rc
