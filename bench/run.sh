#!/bin/bash
# Builds the preset `release` and runs the benchmarks; prints each ratio beside its limit and ends
# with 1 if one is short. Run it on an idle machine.
#
#     bench/run.sh [--quick]      --quick: under a minute, for a first look
set -euo pipefail
arguments=("$@")
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$root/examples/setup.sh"
repetitions=9
case ${1:-} in
    '') ;;
    --quick) repetitions=3 ;;
    *) fail "unknown argument '$1'; use: run.sh [--quick]" ;;
esac

need test # Google Benchmark is in that set
cd "$root"
# shellcheck disable=SC2046 # several options
quietly build/release-configure.log cmake --preset release $(configure_options)
quietly build/release-build.log cmake --build build/release --target mandate_bench model_bench -j "$(nproc)"
rc=0
for each in mandate_bench model_bench; do
    "build/release/bench/$each" --benchmark_repetitions=$repetitions \
        --benchmark_min_time=0.1 --benchmark_report_aggregates_only=true || rc=1
done
exit $rc
