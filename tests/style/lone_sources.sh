#!/bin/bash
# Each source of the library compiles alone, as in the build of examples/run.sh: that of the tests
# takes many at once, and one of them may lean on what another includes.
set -euo pipefail
cd "$(dirname "$0")/../.."
flags=(-std=c++20 -fsyntax-only -Iinclude -Ilib -Icapi -DMANDATE_LIBRARY_VERSION='""'
  -I"$(pg_config --includedir 2>/dev/null || echo /usr/include/postgresql)")
find lib capi/implementation -name '*.cpp' -print0 |
  xargs -0 -n1 -P"$(nproc)" "${CXX:-c++}" "${flags[@]}"
echo "lone sources: all in order"
