#!/usr/bin/env python3
"""The critical path by NetworkX, beside ours: network_networkx.py PROGRAM [TASKS]

PROGRAM is build/release/bench/network_bench, which writes the plan and says how long it takes
itself. Prints the ratios of goals F3 and F4; exit code 1 if one is short.
"""

import array
import subprocess
import sys
import tempfile
import time

try:
    import networkx
except ImportError:
    print("F3  NetworkX is not installed: not compared")
    sys.exit(0)


def main():
    tasks = sys.argv[2] if len(sys.argv) > 2 else "100000"
    with tempfile.NamedTemporaryFile() as file:
        said = subprocess.run([sys.argv[1], "--tasks", tasks, "--dump", file.name], check=True,
                              capture_output=True, text=True).stdout.split()
        ours, ours_cold, end = float(said[0]), float(said[1]), int(said[2])
        numbers = array.array("i", file.read())
    count, links = numbers[0], numbers[1]
    durations = numbers[2:2 + count]
    rest = numbers[2 + count:]

    begin = time.process_time()
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(count))
    # Between two tasks one edge only: of several links the one that asks most.
    heaviest = {}
    for i in range(links):
        key = (rest[3 * i], rest[3 * i + 1])
        heaviest[key] = max(rest[3 * i + 2], heaviest.get(key, rest[3 * i + 2]))
    graph.add_weighted_edges_from((a, b, w) for (a, b), w in heaviest.items())
    built = time.process_time()
    order = list(networkx.topological_sort(graph))
    early = [0] * count
    for u in order:
        start = early[u]
        for v, data in graph.adj[u].items():
            early[v] = max(early[v], start + data["weight"])
    last = max(early[u] + durations[u] for u in range(count))
    late = [last - d for d in durations]
    for u in reversed(order):
        for v, data in graph.adj[u].items():
            late[u] = min(late[u], late[v] - data["weight"])
    done = time.process_time()
    if last != end:
        print(f"NetworkX ends on day {last}, we on {end}")
        return 1
    short = False
    for goal, what, ratio, least in (
            ("F3", f"NetworkX {done - built:.3g} s / full pass", (done - built) / ours, 1500),
            ("F4", f"NetworkX cold {done - begin:.3g} s / ours cold", (done - begin) / ours_cold, 100)):
        short = short or ratio < least
        print(f"{goal}  {what}, {count} tasks: {ratio:.4g}  at least {least}  "
              f"{'ok' if ratio >= least else 'short'}")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
