#!/bin/bash
# From a fresh machine to the review of the first quarter: installs the packages that are missing,
# builds the command `mandate`, imports the record of Nghe An into a new ledger, prints the review
# of 2024-Q1 as of 25 April 2024 and writes it as a page.
#
#     examples/run.sh [--lang vi|en|tr]
set -euo pipefail
arguments=("$@")
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$root/examples/setup.sh"

lang=vi
case ${1:-} in
    '') ;;
    --lang)
        lang=${2:-}
        [ $# -le 2 ] || fail "unknown argument '$3'; use: run.sh [--lang vi|en|tr]"
        ;;
    *) fail "unknown argument '$1'; use: run.sh [--lang vi|en|tr]" ;;
esac
case $lang in vi | en | tr) ;; *) fail "--lang is vi, en or tr, not '$lang'" ;; esac

need build

build=$root/build/examples
quietly "$root/build/examples-configure.log" cmake -S "$root" -B "$build" -G Ninja \
    -DCMAKE_BUILD_TYPE=Release -DMANDATE_BUILD_TESTS=OFF -DMANDATE_BUILD_EXAMPLES=OFF \
    $(configure_options)
[ -e "$build/capi/mandate" ] || echo "building (a few minutes, once) ..."
quietly "$root/build/examples-build.log" cmake --build "$build" --target mandate_command -j "$(nproc)"

mandate=$build/capi/mandate
ledger=$root/build/nghe-an.mandate
page=$root/build/nghe-an-2024-Q1.html
review=(review "$ledger" --period 2024-Q1 --as-of 2024-04-25 --lang "$lang")

rm -f "$ledger" "$ledger-wal" "$ledger-shm"
"$mandate" import "$ledger" "$root/examples/nghe-an/record.json" --actor office
"$mandate" "${review[@]}" --format text
"$mandate" "${review[@]}" --format html -o "$page"
echo "The same as a page: $page"
echo "The ledger: $ledger"
