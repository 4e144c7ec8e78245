// What plain C++ needs for the same questions over the same arrays: breadth-first search over the author-paper arrays,
// as one writes it, without tricks. Built with g++ -O3; prints one line of JSON a part.
//
//     limit FOLDER ROUNDS path|all|histogram|build
//
// FOLDER holds offsets.bin and authors.bin (paper -> authors), years.bin (16 bits each) and pairs.bin, little-endian.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using u32 = uint32_t;
using Clock = std::chrono::steady_clock;

static double microseconds(Clock::time_point begin) {
  return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

template <class T> std::vector<T> read(const std::string &path) {
  FILE *file = fopen(path.c_str(), "rb");
  if (file == nullptr) exit(1);
  fseek(file, 0, SEEK_END);
  std::vector<T> items(ftell(file) / sizeof(T));
  rewind(file);
  if (fread(items.data(), sizeof(T), items.size(), file) != items.size()) exit(1);
  fclose(file);
  return items;
}

struct Graph {
  u32 authors = 0, papers = 0;
  std::vector<u32> author_offsets, author_papers, paper_offsets, paper_authors;
};

static void reverse(Graph &graph) {
  graph.author_offsets.assign(graph.authors + 1, 0);
  graph.author_papers.resize(graph.paper_authors.size());
  for (u32 author : graph.paper_authors) graph.author_offsets[author + 1]++;
  for (u32 author = 0; author < graph.authors; author++) graph.author_offsets[author + 1] += graph.author_offsets[author];
  std::vector<u32> next(graph.author_offsets.begin(), graph.author_offsets.end() - 1);
  for (u32 paper = 0; paper < graph.papers; paper++)
    for (u32 at = graph.paper_offsets[paper]; at < graph.paper_offsets[paper + 1]; at++)
      graph.author_papers[next[graph.paper_authors[at]]++] = paper;
}

// Authors and papers in the order of a breadth-first search: what freezing does.
static Graph renumbered(const Graph &graph, std::vector<u32> &new_author) {
  std::vector<u32> authors, papers;
  std::vector<uint8_t> seen_author(graph.authors), seen_paper(graph.papers);
  authors.reserve(graph.authors);
  papers.reserve(graph.papers);
  size_t head = 0;
  auto search = [&](u32 start) {
    seen_author[start] = 1;
    authors.push_back(start);
    for (; head < authors.size(); head++) {
      u32 author = authors[head];
      for (u32 entry = graph.author_offsets[author]; entry < graph.author_offsets[author + 1]; entry++) {
        u32 paper = graph.author_papers[entry];
        if (seen_paper[paper]) continue;
        seen_paper[paper] = 1;
        papers.push_back(paper);
        for (u32 at = graph.paper_offsets[paper]; at < graph.paper_offsets[paper + 1]; at++) {
          u32 found = graph.paper_authors[at];
          if (seen_author[found]) continue;
          seen_author[found] = 1;
          authors.push_back(found);
        }
      }
    }
  };
  u32 busiest = 0;
  auto degree = [&](u32 author) { return graph.author_offsets[author + 1] - graph.author_offsets[author]; };
  for (u32 author = 1; author < graph.authors; author++) if (degree(author) > degree(busiest)) busiest = author;
  search(busiest);
  for (u32 author = 0; author < graph.authors; author++) if (!seen_author[author]) search(author);
  for (u32 paper = 0; paper < graph.papers; paper++) if (!seen_paper[paper]) papers.push_back(paper);
  new_author.resize(graph.authors);
  for (u32 at = 0; at < graph.authors; at++) new_author[authors[at]] = at;
  Graph fresh;
  fresh.authors = graph.authors;
  fresh.papers = graph.papers;
  fresh.paper_offsets.push_back(0);
  fresh.paper_authors.reserve(graph.paper_authors.size());
  for (u32 paper : papers) {
    for (u32 at = graph.paper_offsets[paper]; at < graph.paper_offsets[paper + 1]; at++)
      fresh.paper_authors.push_back(new_author[graph.paper_authors[at]]);
    fresh.paper_offsets.push_back(fresh.paper_authors.size());
  }
  reverse(fresh);
  return fresh;
}

// One side after the other, the one with fewer at its edge: until somebody is found from both.
struct Search {
  const Graph &graph;
  std::vector<u32> mark, paper_mark, queue[2];
  u32 epoch = 0;

  explicit Search(const Graph &graph) : graph(graph), mark(graph.authors), paper_mark(graph.papers) {}

  int length(u32 from, u32 to) {
    epoch += 2;
    queue[0].assign(1, from);
    queue[1].assign(1, to);
    mark[from] = epoch;
    mark[to] = epoch + 1;
    size_t begin[2] = {0, 0};
    int levels = 0;
    for (;;) {
      size_t near = queue[0].size() - begin[0], far = queue[1].size() - begin[1];
      if (near == 0 || far == 0) return -1;
      int side = near <= far ? 0 : 1;
      u32 own = epoch + side;
      size_t end = queue[side].size();
      for (size_t at = begin[side]; at < end; at++) {
        u32 author = queue[side][at];
        for (u32 entry = graph.author_offsets[author]; entry < graph.author_offsets[author + 1]; entry++) {
          u32 paper = graph.author_papers[entry];
          if (paper_mark[paper] == epoch) continue;
          paper_mark[paper] = epoch;
          for (u32 seat = graph.paper_offsets[paper]; seat < graph.paper_offsets[paper + 1]; seat++) {
            u32 found = graph.paper_authors[seat];
            if (mark[found] == own) continue;
            if (mark[found] == epoch + 1 - side) return levels + 1;
            mark[found] = own;
            queue[side].push_back(found);
          }
        }
      }
      begin[side] = end;
      levels++;
    }
  }

  std::vector<u32> histogram(u32 from) {
    epoch += 2;
    queue[0].assign(1, from);
    mark[from] = epoch;
    std::vector<u32> counts{1};
    for (size_t begin = 0;;) {
      size_t end = queue[0].size();
      for (size_t at = begin; at < end; at++) {
        u32 author = queue[0][at];
        for (u32 entry = graph.author_offsets[author]; entry < graph.author_offsets[author + 1]; entry++) {
          u32 paper = graph.author_papers[entry];
          if (paper_mark[paper] == epoch) continue;
          paper_mark[paper] = epoch;
          for (u32 seat = graph.paper_offsets[paper]; seat < graph.paper_offsets[paper + 1]; seat++) {
            u32 found = graph.paper_authors[seat];
            if (mark[found] == epoch) continue;
            mark[found] = epoch;
            queue[0].push_back(found);
          }
        }
      }
      if (queue[0].size() == end) return counts;
      counts.push_back(queue[0].size() - end);
      begin = end;
    }
  }
};

int main(int count, char **arguments) {
  if (count < 4) return 1;
  std::string folder = arguments[1], part = arguments[3];
  int rounds = atoi(arguments[2]);
  Graph told;
  told.paper_offsets = read<u32>(folder + "/offsets.bin");
  told.paper_authors = read<u32>(folder + "/authors.bin");
  auto pairs = read<u32>(folder + "/pairs.bin");
  told.papers = told.paper_offsets.size() - 1;
  for (u32 author : told.paper_authors) told.authors = std::max(told.authors, author + 1);
  std::vector<u32> new_author;
  auto begin = Clock::now();
  reverse(told);
  Graph graph = renumbered(told, new_author);
  double built = microseconds(begin);
  if (part == "build") {
    printf("{\"microseconds\":[%.1f]}\n", built);
    return 0;
  }
  Search search(graph);
  if (part == "histogram") {
    printf("{\"microseconds\":[");
    std::vector<u32> counts;
    for (int round = 0; round < rounds; round++) {
      begin = Clock::now();
      counts = search.histogram(new_author[pairs[0]]);
      printf(round == 0 ? "%.1f" : ",%.1f", microseconds(begin));
    }
    printf("],\"counts\":[");
    for (size_t at = 0; at < counts.size(); at++) printf(at == 0 ? "%u" : ",%u", counts[at]);
    printf("]}\n");
    return 0;
  }
  std::vector<double> best(pairs.size() / 2, 1e18);
  long hops = 0;
  for (int round = 0; round < rounds; round++) {
    hops = 0;
    for (size_t at = 0; at < best.size(); at++) {
      begin = Clock::now();
      hops += search.length(new_author[pairs[2 * at]], new_author[pairs[2 * at + 1]]);
      best[at] = std::min(best[at], microseconds(begin));
    }
  }
  printf("{\"hops\":%ld,\"microseconds\":[", hops);
  for (size_t at = 0; at < best.size(); at++) printf(at == 0 ? "%.1f" : ",%.1f", best[at]);
  printf("]}\n");
}
