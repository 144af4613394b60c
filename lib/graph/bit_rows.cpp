// Components after Kosaraju (Aho, Hopcroft & Ullman, 1983): the order in which a search in depth
// leaves the vertices, then searches against the arrows from the last one left. What has been seen
// is masked out of each word, so arrows to it cost nothing.
//
// Betweenness after Brandes (2001): from each source, the number of shortest ways to each vertex,
// wave by wave; then, backwards, how much each vertex owes to those behind it. Of the arrows of a
// wave only those to the next one count; again one mask leaves all others out, which in a dense
// network are nearly all.
#include "graph/bit_rows.hpp"

#include "graph/on_threads.hpp"

#include <algorithm>
#include <atomic>

namespace mandate {
namespace {

using index = std::uint32_t;

std::uint64_t bit_of(index vertex) { return std::uint64_t{1} << (vertex % 64); }

// Searches in depth among the vertices that are left; calls leave(v) when done with one.
class depth_search {
public:
    explicit depth_search(const bit_rows& network)
        : network_{network}, left_(network.words_in_a_row(), ~std::uint64_t{0}) {}

    bool is_left(index v) const { return (left_[v / 64] & bit_of(v)) != 0; }

    template <class Leave>
    void from(index root, Leave&& leave) {
        take(root);
        while (!calls_.empty()) {
            auto& [v, next] = calls_.back();
            const std::span<const bit_rows::word> row = network_[v];
            while (next < row.size() && (row[next].bits & left_[row[next].at]) == 0) ++next;
            if (next < row.size()) {
                const std::uint64_t bits = row[next].bits & left_[row[next].at];
                take(row[next].at * 64 + static_cast<index>(std::countr_zero(bits)));
            } else {
                leave(v);
                calls_.pop_back();
            }
        }
    }

private:
    void take(index v) {
        left_[v / 64] &= ~bit_of(v);
        calls_.emplace_back(v, 0);
    }
    const bit_rows& network_;
    std::vector<std::uint64_t> left_;
    std::vector<std::pair<index, std::size_t>> calls_;  // vertex, its next word
};

class brandes {
public:
    explicit brandes(const bit_rows& network)
        : network_{network},
          unseen_(network.words_in_a_row()),
          next_(network.words_in_a_row()),
          ways_(network.vertices()),
          owes_(network.vertices()) {}

    void reserve() {
        reached_.reserve(network_.vertices());
        wave_.reserve(network_.vertices() + std::size_t{2});
    }

    void add(index source, std::vector<double>& into) {
        count_ways(source);
        share_out(source, into);
    }

private:
    void count_ways(index source) {
        std::fill(unseen_.begin(), unseen_.end(), ~std::uint64_t{0});
        unseen_[source / 64] &= ~bit_of(source);
        reached_.assign(1, source);
        wave_.assign(1, 0);
        ways_[source] = 1;
        for (std::size_t begin = 0, end = 1; begin < end;) {
            // Seen are the waves up to this one: what lies in the next one may be reached again.
            for (std::size_t i = begin; i < end; ++i) {
                const index v = reached_[i];
                const double ways = ways_[v];
                for (const bit_rows::word& w : network_[v])
                    each_vertex(w.at, w.bits & unseen_[w.at], [&](index to) {
                        if ((next_[w.at] & bit_of(to)) == 0) {
                            next_[w.at] |= bit_of(to);
                            ways_[to] = 0;
                            reached_.push_back(to);
                        }
                        ways_[to] += ways;
                    });
            }
            begin = end;
            end = reached_.size();
            wave_.push_back(begin);
            for (std::size_t i = begin; i < end; ++i) {
                unseen_[reached_[i] / 64] &= ~bit_of(reached_[i]);
                next_[reached_[i] / 64] = 0;
            }
        }
    }

    // wave_: where each wave begins in reached_; the last one is empty.
    void share_out(index source, std::vector<double>& into) {
        for (const index v : reached_) owes_[v] = 0;
        for (std::size_t w = wave_.size() - 1; w-- > 0;) {
            const std::size_t begin = wave_[w], end = wave_[w + 1];
            for (std::size_t i = begin; i < end; ++i) {
                const index v = reached_[i];
                double owes = 0;
                for (const bit_rows::word& word : network_[v])
                    each_vertex(word.at, word.bits & next_[word.at],
                                [&](index to) { owes += owes_[to]; });
                owes *= ways_[v];
                if (v != source) into[v] += owes;
                owes_[v] = (1 + owes) / ways_[v];  // what each way to it is worth
            }
            for (std::size_t i = end; i < (w + 2 < wave_.size() ? wave_[w + 2] : end); ++i)
                next_[reached_[i] / 64] = 0;
            for (std::size_t i = begin; i < end; ++i)
                next_[reached_[i] / 64] |= bit_of(reached_[i]);
        }
        next_[source / 64] = 0;
    }

    const bit_rows& network_;
    std::vector<std::uint64_t> unseen_, next_;
    std::vector<double> ways_, owes_;
    std::vector<index> reached_;
    std::vector<std::size_t> wave_;
};

}  // namespace

bit_rows::bit_rows(index vertices, std::span<const arrow> arrows)
    : first_(vertices + std::size_t{1}, 0) {
    std::size_t i = 0;
    for (index v = 0; v < vertices; ++v) {
        first_[v] = static_cast<index>(words_.size());
        for (; i < arrows.size() && arrows[i].first == v; ++i) {
            const index to = arrows[i].second;
            if (words_.size() == first_[v] || words_.back().at != to / 64)
                words_.push_back({to / 64, 0});
            words_.back().bits |= bit_of(to);
        }
    }
    first_[vertices] = static_cast<index>(words_.size());
}

// Rows of the result are filled from the left, because the vertices come in order.
bit_rows bit_rows::turned() const {
    constexpr index none = 0xFFFF'FFFF;
    const index n = vertices();
    std::vector<index> last(n, none);
    bit_rows made;
    made.first_.assign(n + std::size_t{1}, 0);
    const auto each_arrow = [&](auto&& take) {
        for (index v = 0; v < n; ++v)
            for (const word& w : (*this)[v])
                each_vertex(w.at, w.bits, [&](index to) { take(v, to); });
    };
    each_arrow([&](index from, index to) {
        if (last[to] == from / 64) return;
        last[to] = from / 64;
        ++made.first_[to + 1];
    });
    for (index v = 0; v < n; ++v) made.first_[v + 1] += made.first_[v];
    made.words_.resize(made.first_[n]);
    std::vector<index> end(made.first_.begin(), made.first_.end() - 1);
    each_arrow([&](index from, index to) {
        if (end[to] == made.first_[to] || made.words_[end[to] - 1].at != from / 64)
            made.words_[end[to]++] = {from / 64, 0};
        made.words_[end[to] - 1].bits |= bit_of(from);
    });
    return made;
}

std::vector<index> strong_components(const bit_rows& along, const bit_rows& against) {
    const index vertices = along.vertices();
    std::vector<index> leaving;
    leaving.reserve(vertices);
    depth_search first{along};
    for (index v = 0; v < vertices; ++v)
        if (first.is_left(v)) first.from(v, [&](index done) { leaving.push_back(done); });
    std::vector<index> component(vertices, 0);
    depth_search second{against};
    index found = 0;
    for (std::size_t i = leaving.size(); i-- > 0;)
        if (second.is_left(leaving[i])) {
            second.from(leaving[i], [&](index v) { component[v] = found; });
            ++found;
        }
    std::vector<index> renamed(found, vertices);  // by smallest vertex
    index next = 0;
    for (index& c : component) {
        if (renamed[c] == vertices) renamed[c] = next++;
        c = renamed[c];
    }
    return component;
}

// Sources are dealt to a fixed number of heaps, whatever the number of threads, and the heaps are
// added in order: so every sum has the same order of its terms.
std::vector<double> betweenness(const bit_rows& network, unsigned threads) {
    const index n = network.vertices();
    constexpr index heaps = 16;
    std::vector<std::vector<double>> sums(heaps, std::vector<double>(n, 0));
    // All memory is taken here: a thread could tell nobody that there is none.
    std::vector<brandes> workers(std::clamp(threads, 1U, heaps), brandes{network});
    for (brandes& worker : workers) worker.reserve();
    std::atomic<index> next{0};
    on_threads(static_cast<unsigned>(workers.size()), [&](unsigned number) {
        for (index heap; (heap = next.fetch_add(1)) < heaps;)
            for (index source = heap; source < n; source += heaps)
                workers[number].add(source, sums[heap]);
    });
    std::vector<double> all(n, 0);
    for (const std::vector<double>& sum : sums)
        for (index v = 0; v < n; ++v) all[v] += sum[v];
    return all;
}

}  // namespace mandate
