// What plain C++ needs for the same questions over the same arrays: breadth-first search over the author-paper arrays,
// as one writes it, without tricks. Built with g++ -O3 -march=native; prints one line of JSON.
//
//     limit FOLDER ROUNDS path|path-told|path-filtered|all|histogram|build
//
// FOLDER holds offsets.bin and authors.bin (paper -> authors), years.bin (16 bits each) and pairs.bin, little-endian.
// Authors and papers are renumbered as freezing does, but for path-told, which walks the numbers as they are in the files.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using u16 = uint16_t;
using u32 = uint32_t;
using u64 = uint64_t;
using Clock = std::chrono::steady_clock;

// The filter that is measured: years from 2000 on, at most 25 authors.
constexpr u16 FROM_YEAR = 2000;
constexpr u32 MOST_AUTHORS = 25;

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
  std::vector<u16> years;
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
  for (u32 author = 1; author < graph.authors; author++)
    if (degree(author) > degree(busiest)) busiest = author;
  search(busiest);
  for (u32 author = 0; author < graph.authors; author++)
    if (!seen_author[author]) search(author);
  for (u32 paper = 0; paper < graph.papers; paper++)
    if (!seen_paper[paper]) papers.push_back(paper);
  new_author.resize(graph.authors);
  for (u32 at = 0; at < graph.authors; at++) new_author[authors[at]] = at;
  Graph fresh;
  fresh.authors = graph.authors;
  fresh.papers = graph.papers;
  fresh.paper_offsets.reserve(graph.papers + 1);
  fresh.paper_offsets.push_back(0);
  fresh.paper_authors.reserve(graph.paper_authors.size());
  fresh.years.reserve(graph.papers);
  for (u32 paper : papers) {
    fresh.years.push_back(graph.years[paper]);
    for (u32 at = graph.paper_offsets[paper]; at < graph.paper_offsets[paper + 1]; at++)
      fresh.paper_authors.push_back(new_author[graph.paper_authors[at]]);
    fresh.paper_offsets.push_back(fresh.paper_authors.size());
  }
  reverse(fresh);
  return fresh;
}

template <bool FILTERED> static bool passes(const Graph &graph, u32 paper) {
  return !FILTERED || (graph.years[paper] >= FROM_YEAR &&
                       graph.paper_offsets[paper + 1] - graph.paper_offsets[paper] <= MOST_AUTHORS);
}

// One side after the other, the one with fewer at its edge, until somebody is found from both. A mark tells the search,
// the side and who found the author; nothing is cleared between two searches.
template <bool FILTERED> struct Search {
  struct Mark {
    u32 epoch, from;
  };

  const Graph &graph;
  std::vector<Mark> marks;
  std::vector<u32> paper_marks, queue[2], path;
  u32 epoch = 0;

  explicit Search(const Graph &graph) : graph(graph), marks(graph.authors), paper_marks(graph.papers) {}

  // Hops, and the authors in `path`; -1 where nothing connects the two.
  int length(u32 from, u32 to) {
    epoch += 2;
    queue[0].assign(1, from);
    queue[1].assign(1, to);
    marks[from] = {epoch, from};
    marks[to] = {epoch + 1, to};
    size_t begin[2] = {0, 0};
    for (;;) {
      size_t near = queue[0].size() - begin[0], far = queue[1].size() - begin[1];
      if (near == 0 || far == 0) return -1;
      int side = near <= far ? 0 : 1;
      u32 own = epoch + side, other = epoch + 1 - side;
      size_t end = queue[side].size();
      for (size_t at = begin[side]; at < end; at++) {
        u32 author = queue[side][at];
        for (u32 entry = graph.author_offsets[author]; entry < graph.author_offsets[author + 1]; entry++) {
          u32 paper = graph.author_papers[entry];
          if (paper_marks[paper] == epoch || !passes<FILTERED>(graph, paper)) continue;
          paper_marks[paper] = epoch;
          for (u32 seat = graph.paper_offsets[paper]; seat < graph.paper_offsets[paper + 1]; seat++) {
            u32 found = graph.paper_authors[seat];
            if (marks[found].epoch == own) continue;
            if (marks[found].epoch == other) return through(side == 0 ? author : found, side == 0 ? found : author);
            marks[found] = {own, author};
            queue[side].push_back(found);
          }
        }
      }
      begin[side] = end;
    }
  }

  int through(u32 near, u32 far) {
    path.assign(1, near);
    while (marks[path.back()].from != path.back()) path.push_back(marks[path.back()].from);
    std::reverse(path.begin(), path.end());
    path.push_back(far);
    while (marks[path.back()].from != path.back()) path.push_back(marks[path.back()].from);
    return path.size() - 1;
  }

  std::vector<u32> histogram(u32 from) {
    epoch += 2;
    queue[0].assign(1, from);
    marks[from] = {epoch, from};
    std::vector<u32> counts{1};
    for (size_t begin = 0;;) {
      size_t end = queue[0].size();
      for (size_t at = begin; at < end; at++) {
        u32 author = queue[0][at];
        for (u32 entry = graph.author_offsets[author]; entry < graph.author_offsets[author + 1]; entry++) {
          u32 paper = graph.author_papers[entry];
          if (paper_marks[paper] == epoch || !passes<FILTERED>(graph, paper)) continue;
          paper_marks[paper] = epoch;
          for (u32 seat = graph.paper_offsets[paper]; seat < graph.paper_offsets[paper + 1]; seat++) {
            u32 found = graph.paper_authors[seat];
            if (marks[found].epoch == epoch) continue;
            marks[found] = {epoch, author};
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

// How many paths of fewest hops there are, as sequences of authors: the level of the first meeting is found whole, then
// everybody met is asked in how many ways either end is reached.
struct Counting {
  static constexpr u32 LEVELS = 256;

  const Graph &graph;
  // By side: the search and the level at which it found the author; the search in which the ways were counted, and these.
  std::vector<u32> levels[2], counted[2], paper_marks, stamps, queue[2], met;
  std::vector<u64> ways[2];
  u32 search = 0, stamp = 0;

  explicit Counting(const Graph &graph) : graph(graph), paper_marks(graph.papers), stamps(graph.authors) {
    for (int side : {0, 1}) {
      levels[side].resize(graph.authors);
      counted[side].resize(graph.authors);
      ways[side].resize(graph.authors);
    }
  }

  int length(u32 from, u32 to, u64 &paths) {
    search++;
    met.clear();
    u32 ends[2] = {from, to}, level[2] = {0, 0};
    size_t begin[2] = {0, 0};
    for (int side : {0, 1}) {
      queue[side].assign(1, ends[side]);
      levels[side][ends[side]] = search * LEVELS;
      counted[side][ends[side]] = search;
      ways[side][ends[side]] = 1;
    }
    paths = 0;
    while (met.empty()) {
      size_t near = queue[0].size() - begin[0], far = queue[1].size() - begin[1];
      if (near == 0 || far == 0) return -1;
      int side = near <= far ? 0 : 1;
      size_t end = queue[side].size();
      level[side]++;
      for (size_t at = begin[side]; at < end; at++) {
        u32 author = queue[side][at];
        for (u32 entry = graph.author_offsets[author]; entry < graph.author_offsets[author + 1]; entry++) {
          u32 paper = graph.author_papers[entry];
          if (paper_marks[paper] == search) continue;
          paper_marks[paper] = search;
          for (u32 seat = graph.paper_offsets[paper]; seat < graph.paper_offsets[paper + 1]; seat++) {
            u32 found = graph.paper_authors[seat];
            if (levels[side][found] / LEVELS == search) continue;
            levels[side][found] = search * LEVELS + level[side];
            if (levels[1 - side][found] / LEVELS == search) met.push_back(found);
            else queue[side].push_back(found);
          }
        }
      }
      begin[side] = end;
    }
    for (u32 author : met) paths += ways_to(author, 0) * ways_to(author, 1);
    return level[0] + level[1];
  }

  u64 ways_to(u32 author, int side) {
    if (counted[side][author] == search) return ways[side][author];
    u32 below = levels[side][author] - 1;
    std::vector<u32> nearer;
    stamp++;
    for (u32 entry = graph.author_offsets[author]; entry < graph.author_offsets[author + 1]; entry++) {
      u32 paper = graph.author_papers[entry];
      for (u32 seat = graph.paper_offsets[paper]; seat < graph.paper_offsets[paper + 1]; seat++) {
        u32 found = graph.paper_authors[seat];
        if (levels[side][found] != below || stamps[found] == stamp) continue;
        stamps[found] = stamp;
        nearer.push_back(found);
      }
    }
    u64 sum = 0;
    for (u32 found : nearer) sum += ways_to(found, side);
    counted[side][author] = search;
    return ways[side][author] = sum;
  }
};

template <class T> static void print(const char *name, const std::vector<T> &numbers, const char *form) {
  printf("\"%s\":[", name);
  for (size_t at = 0; at < numbers.size(); at++) {
    if (at > 0) printf(",");
    printf(form, numbers[at]);
  }
  printf("]");
}

// Of each pair the least of all rounds.
template <class Ask> static std::vector<double> ask_all(size_t pairs, int rounds, Ask ask) {
  std::vector<double> least(pairs, 1e18);
  for (int round = 0; round < rounds; round++)
    for (size_t at = 0; at < pairs; at++) {
      auto begin = Clock::now();
      ask(at);
      least[at] = std::min(least[at], microseconds(begin));
    }
  return least;
}

template <bool FILTERED> static void paths(const Graph &graph, const std::vector<u32> &ends, int rounds) {
  Search<FILTERED> search(graph);
  std::vector<int> hops(ends.size() / 2);
  auto least = ask_all(hops.size(), rounds, [&](size_t at) { hops[at] = search.length(ends[2 * at], ends[2 * at + 1]); });
  printf("{");
  print("microseconds", least, "%.1f");
  printf(",");
  print("hops", hops, "%d");
  printf("}\n");
}

static void all_paths(const Graph &graph, const std::vector<u32> &ends, int rounds) {
  Counting counting(graph);
  std::vector<int> hops(ends.size() / 2);
  std::vector<u64> counts(hops.size());
  auto least = ask_all(hops.size(), rounds, [&](size_t at) {
    hops[at] = counting.length(ends[2 * at], ends[2 * at + 1], counts[at]);
  });
  printf("{");
  print("microseconds", least, "%.1f");
  printf(",");
  print("hops", hops, "%d");
  printf(",");
  print("counts", counts, "%lu");
  printf("}\n");
}

static void histograms(const Graph &graph, u32 from, int rounds) {
  Search<false> search(graph);
  std::vector<u32> counts;
  std::vector<double> each;
  for (int round = 0; round < rounds; round++) {
    auto begin = Clock::now();
    counts = search.histogram(from);
    each.push_back(microseconds(begin));
  }
  printf("{");
  print("microseconds", each, "%.1f");
  printf(",");
  print("counts", counts, "%u");
  printf("}\n");
}

int main(int count, char **arguments) {
  if (count < 4) return 1;
  std::string folder = arguments[1], part = arguments[3];
  int rounds = atoi(arguments[2]);
  Graph told;
  told.paper_offsets = read<u32>(folder + "/offsets.bin");
  told.paper_authors = read<u32>(folder + "/authors.bin");
  told.years = read<u16>(folder + "/years.bin");
  auto ends = read<u32>(folder + "/pairs.bin");
  told.papers = told.paper_offsets.size() - 1;
  for (u32 author : told.paper_authors) told.authors = std::max(told.authors, author + 1);
  std::vector<u32> new_author;
  auto begin = Clock::now();
  reverse(told);
  if (part == "path-told") {
    paths<false>(told, ends, rounds);
    return 0;
  }
  Graph graph = renumbered(told, new_author);
  double built = microseconds(begin);
  for (u32 &author : ends) author = new_author[author];
  if (part == "build") printf("{\"microseconds\":[%.1f]}\n", built);
  else if (part == "path") paths<false>(graph, ends, rounds);
  else if (part == "path-filtered") paths<true>(graph, ends, rounds);
  else if (part == "all") all_paths(graph, ends, rounds);
  else if (part == "histogram") histograms(graph, ends[0], rounds);
  else return 1;
}
