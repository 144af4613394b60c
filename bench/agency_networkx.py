#!/usr/bin/env python3
"""Betweenness of the agency network by NetworkX, beside ours: agency_networkx.py PROGRAM [TASKS]

PROGRAM is build/release/bench/agency_bench. Prints the ratio of goal A1; exit code 1 if it is short.
"""

import array
import subprocess
import sys
import tempfile
import time

try:
    import networkx
except ImportError:
    print("A1  NetworkX is not installed: not compared")
    sys.exit(0)


def main():
    tasks = sys.argv[2] if len(sys.argv) > 2 else "1000000"
    with tempfile.NamedTemporaryFile() as file:
        said = subprocess.run([sys.argv[1], "--tasks", tasks, "--dump", file.name], check=True,
                              capture_output=True, text=True).stdout.split()
        numbers = array.array("I", file.read())
    ours, total = float(said[0]), float(said[1])
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(numbers[0]))
    graph.add_edges_from(zip(numbers[1::2], numbers[2::2]))
    begin = time.process_time()
    between = networkx.betweenness_centrality(graph, normalized=False)
    seconds = time.process_time() - begin
    if abs(sum(between.values()) - total) > 1e-6 * max(1, total):
        print(f"NetworkX sums up to {sum(between.values())}, we to {total}")
        return 1
    reached = seconds / ours >= 35
    print(f"A1  NetworkX betweenness {seconds * 1e3:.3g} ms / ours: {seconds / ours:.4g}  "
          f"at least 35  {'ok' if reached else 'short'}")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
