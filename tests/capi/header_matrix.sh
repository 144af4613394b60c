#!/bin/bash
# mandate.h alone, twice and under awkward macros, in every language version its users may have.
#   header_matrix.sh FOLDER_OF_MANDATE_H
set -u
include=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/host.c" <<'SOURCE'
#define interface struct
#include "mandate.h"
#include "mandate.h"
#include "mandate/names.h"
extern int32_t use(mandate_act *act);
int32_t use(mandate_act *act) { return act->today + MANDATE_QUESTION_TASKS + MANDATE_E_CYCLE; }
SOURCE
cp "$work/host.c" "$work/host.cpp"
printf '#include "mandate/names.h"\nextern int use;\nint use = MANDATE_FIELD_TASK;\n' >"$work/names.c"

common="-pedantic-errors -Wall -Wextra -Wpadded -Wundef -Werror -fsyntax-only -I$include"
failed=0
tried=0
try() {
    tried=$((tried + 1))
    if ! "$@" $common; then
        echo "FAILED: $*"
        failed=1
    fi
}

for compiler in gcc clang; do
    command -v $compiler >/dev/null || { echo "SKIP: $compiler is not installed"; continue; }
    for standard in c99 c11 c17 c2x; do
        try $compiler -std=$standard -Wstrict-prototypes -Wc++-compat "$work/host.c"
        try $compiler -std=$standard -Wstrict-prototypes "$work/names.c"
    done
done
for compiler in g++ clang++; do
    command -v $compiler >/dev/null || { echo "SKIP: $compiler is not installed"; continue; }
    for standard in c++98 c++11 c++17 c++20; do
        try $compiler -std=$standard -Wold-style-cast "$work/host.cpp"
    done
done
echo "$tried compilations"
[ "$tried" -gt 0 ] && exit $failed
exit 1
