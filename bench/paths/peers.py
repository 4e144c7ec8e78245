"""Paths between people by networkx or igraph, as one would use them: the graph of coauthors, ids in, a path of ids out.

    python3 peers.py FOLDER networkx|igraph PAIRS

Prints one line of JSON: microseconds of each pair, the least of two rounds, and the sum of hops.
"""

import json
import sys
from array import array
from time import perf_counter


def words(path):
    numbers = array("I")
    with open(path, "rb") as file:
        numbers.frombytes(file.read())
    return numbers


folder, library, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
offsets, authors, pairs = (words(f"{folder}/{name}.bin") for name in ("offsets", "authors", "pairs"))
edges = set()
for paper in range(len(offsets) - 1):
    own = authors[offsets[paper] : offsets[paper + 1]]
    for at, one in enumerate(own):
        for other in own[at + 1 :]:
            edges.add((one, other) if one < other else (other, one))
people = max(authors) + 1

if library == "networkx":
    import networkx

    graph = networkx.Graph()
    graph.add_edges_from((f"A{one}", f"A{other}") for one, other in edges)

    def path(one, other):
        return networkx.bidirectional_shortest_path(graph, one, other)

else:
    import igraph

    graph = igraph.Graph(n=people, edges=list(edges))
    numbers = {f"A{author}": author for author in range(people)}

    def path(one, other):
        found = graph.get_shortest_paths(numbers[one], to=numbers[other], output="vpath")[0]
        return [f"A{author}" for author in found]


microseconds, hops = [], 0
for at in range(count):
    one, other = f"A{pairs[2 * at]}", f"A{pairs[2 * at + 1]}"
    least = float("inf")
    for _ in range(2):
        begin = perf_counter()
        found = path(one, other)
        least = min(least, 1e6 * (perf_counter() - begin))
    microseconds.append(least)
    hops += len(found) - 1
print(json.dumps({"hops": hops, "microseconds": microseconds}))
