#!/bin/bash
# From a fresh machine to a tested build: installs the packages that are missing, builds the preset
# `dev` (warnings are errors, each public header compiled alone) and runs every test.
#
#     tests/run.sh [options of ctest, such as -L model or -R Period]
#
# With CI=true whatever was skipped counts as a failure.
set -euo pipefail
arguments=("$@")
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$root/examples/setup.sh"
start=$SECONDS

packages=test
[ "${CI:-}" != true ] || packages=check
need $packages

cd "$root" # presets are found from here
# shellcheck disable=SC2046 # several options
quietly build/dev-configure.log cmake --preset dev $(configure_options)
[ -e build/dev/.ninja_log ] || echo "building (a few minutes, once) ..."
quietly build/dev-build.log cmake --build build/dev -j "$(nproc)" \
    --target all all_verify_interface_header_sets
built=$((SECONDS - start))

rc=0
ctest --preset dev "$@" >build/dev-test.log 2>&1 || rc=$?
if [ $rc = 0 ]; then
    sed -n '/% tests passed/,/^Total Test time/p' build/dev-test.log
else
    grep -vE '   Passed  |^ +Start +[0-9]+:' build/dev-test.log || true
fi

# A whole test, or (a line that begins with SKIP) a part of one.
skipped=$(sed -n '/^The following tests did not run:/,/^$/s/^\t//p' build/dev-test.log
    grep '^SKIP' build/dev/Testing/Temporary/LastTest.log) || true
[ -z "$skipped" ] || printf 'skipped:\n%s\n' "$skipped"
if [ "${CI:-}" = true ] && [ -n "$skipped" ]; then
    echo "what is skipped is a failure here (CI=true)"
    rc=1
fi
verdict=passed
[ $rc = 0 ] || verdict=FAILED
echo "tests: $verdict; ready after $built s, tested in $((SECONDS - start - built)) s"
exit $rc
