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
# What the network is compared with; where it cannot be had, the output says so.
(need peers) || true
cd "$root"
# shellcheck disable=SC2046 # several options
quietly build/release-configure.log cmake --preset release $(configure_options)
quietly build/release-build.log cmake --build build/release -j "$(nproc)" \
    --target mandate_bench calendar_bench model_bench network_bench agency_bench ledger_bench \
    head_bench figures_bench mandate_command
rc=0
for program in mandate_bench calendar_bench model_bench; do
    build/release/bench/$program --benchmark_repetitions=$repetitions \
        --benchmark_min_time=0.1 --benchmark_report_aggregates_only=true || rc=$?
done
tasks=1000000
[ $repetitions = 3 ] && tasks=100000
build/release/bench/network_bench --tasks $tasks --repetitions $repetitions \
    --plot build/network.svg || rc=$?
build/release/bench/ledger_bench --tasks $tasks --repetitions $repetitions build || rc=$?
# A Python that has the module; there may be several.
python_with() {
    local python
    for python in python3 /usr/bin/python3; do
        "$python" -c "import $1" 2>/dev/null && break
    done
    echo "$python"
}
"$(python_with numpy)" -W ignore bench/calendar_python.py build/release/bench/calendar_bench || rc=$?
"$(python_with networkx)" bench/network_networkx.py build/release/bench/network_bench 100000 || rc=$?
build/release/bench/agency_bench --tasks $tasks --repetitions $repetitions || rc=$?
"$(python_with networkx)" bench/agency_networkx.py build/release/bench/agency_bench $tasks || rc=$?
build/release/bench/head_bench --tasks 100000 || rc=$?
build/release/bench/figures_bench --tasks $tasks || rc=$?
python3 bench/whole_tools.py build/release/capi/mandate || rc=$?
exit $rc
