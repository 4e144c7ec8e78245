"""Paths between people by networkx or igraph, as one would use them: ids in, a path of ids out.

    python3 peers.py FOLDER networkx|igraph coauthors|papers PAIRS

The graph is that of coauthors, or has authors and papers as its nodes. Prints one line of JSON: the hops between people
for each pair, and microseconds, the least of two rounds.
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


folder, library, nodes, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
offsets, authors, pairs = (words(f"{folder}/{name}.bin") for name in ("offsets", "authors", "pairs"))
people = max(authors) + 1


def coauthors():
    edges = set()
    for paper in range(len(offsets) - 1):
        own = authors[offsets[paper] : offsets[paper + 1]]
        for at, one in enumerate(own):
            for other in own[at + 1 :]:
                edges.add((one, other) if one < other else (other, one))
    return edges


def seats():
    for paper in range(len(offsets) - 1):
        for author in authors[offsets[paper] : offsets[paper + 1]]:
            yield author, people + paper


def name(number):
    return f"A{number}" if number < people else f"P{number - people}"


edges = coauthors() if nodes == "coauthors" else seats()

if library == "networkx":
    import networkx

    graph = networkx.Graph()
    names = [name(number) for number in range(people + len(offsets) - 1)]
    graph.add_edges_from((names[one], names[other]) for one, other in edges)

    def path(one, other):
        return networkx.bidirectional_shortest_path(graph, one, other)

else:
    import igraph

    graph = igraph.Graph(n=people + (0 if nodes == "coauthors" else len(offsets) - 1), edges=list(edges))
    numbers = {name(author): author for author in range(people)}

    def path(one, other):
        found = graph.get_shortest_paths(numbers[one], to=numbers[other], output="vpath")[0]
        return [name(number) for number in found]


# Other pairs first, for a second, as peers.ts does it.
end = perf_counter() + 1
for at in range(count, len(pairs) // 2):
    if perf_counter() > end:
        break
    path(f"A{pairs[2 * at]}", f"A{pairs[2 * at + 1]}")

microseconds, hops = [], []
for at in range(count):
    one, other = f"A{pairs[2 * at]}", f"A{pairs[2 * at + 1]}"
    least = float("inf")
    for _ in range(2):
        begin = perf_counter()
        found = path(one, other)
        least = min(least, 1e6 * (perf_counter() - begin))
    microseconds.append(least)
    hops.append((len(found) - 1) // (1 if nodes == "coauthors" else 2))
print(json.dumps({"hops": hops, "microseconds": microseconds}))
