#include "network_peers.hpp"

#include "stopwatch.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>

#ifdef MANDATE_BENCH_LEMON
#include "network_lemon.hpp"
#endif
#ifdef MANDATE_BENCH_IGRAPH
#include <igraph/igraph.h>
#endif
#ifdef MANDATE_BENCH_ABSEIL
#include <absl/synchronization/internal/graphcycles.h>
#endif

namespace mandate::bench {
namespace {

using index = std::uint32_t;

// One peer's work: build(), run() -> start_days, and kept() where an order can be kept.
template <class Peer>
peer_result measure(const char* name, const network_plan& plan, const start_days& expected,
                    int repetitions) {
    peer_result r{name};
    std::optional<Peer> peer;
    r.build_seconds = median_seconds(std::min(repetitions, 3), [&] {
        peer.reset();
        peer.emplace(plan);
    });
    start_days days;
    r.run_seconds = median_seconds(repetitions, [&] {
        peer->sort();
        peer->pass(days);
    });
    r.kept_seconds = median_seconds(repetitions, [&] { peer->pass(days); });
    r.equal = days == expected;
    return r;
}

struct weighted {
    std::int32_t days;
};

template <class Graph, bool InRows>
class boost_peer {
public:
    explicit boost_peer(const network_plan& p) : plan_{p}, graph_{made(p)} {}

    void sort() {
        order_.clear();
        order_.reserve(plan_.duration.size());
        boost::topological_sort(graph_, std::back_inserter(order_));  // last task first
    }
    void pass(start_days& days) const {
        const std::size_t n = plan_.duration.size();
        days.early.assign(n, 0);
        days.late.resize(n);
        days.end = 0;
        for (auto u = order_.rbegin(); u != order_.rend(); ++u) {
            const std::int32_t start = days.early[*u];
            days.end = std::max(days.end, start + plan_.duration[*u]);
            for (const auto e : boost::make_iterator_range(out_edges(*u, graph_))) {
                std::int32_t& of = days.early[target(e, graph_)];
                of = std::max(of, start + graph_[e].days);
            }
        }
        for (const auto u : order_) {
            std::int32_t late = days.end - plan_.duration[u];
            for (const auto e : boost::make_iterator_range(out_edges(u, graph_)))
                late = std::min(late, days.late[target(e, graph_)] - graph_[e].days);
            days.late[u] = late;
        }
    }

private:
    static Graph made(const network_plan& p) {
        std::vector<std::pair<index, index>> ends;
        std::vector<weighted> weights;
        for (const dependency& d : p.links) {
            ends.emplace_back(d.before, d.after);
            weights.push_back({weight_of(p, d)});
        }
        const auto n = static_cast<index>(p.duration.size());
        if constexpr (InRows)
            return Graph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
                         weights.begin(), n);
        else
            return Graph(ends.begin(), ends.end(), weights.begin(), n);
    }

    const network_plan& plan_;
    Graph graph_;
    std::vector<index> order_;
};

using boost_rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                      weighted, boost::no_property, index, index>;
using boost_lists =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, weighted>;

#ifdef MANDATE_BENCH_IGRAPH
class igraph_peer {
public:
    explicit igraph_peer(const network_plan& p) : plan_{p} {
        igraph_vector_int_t ends;
        igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * p.links.size()));
        for (std::size_t i = 0; i < p.links.size(); ++i) {
            VECTOR(ends)[2 * i] = p.links[i].before;
            VECTOR(ends)[2 * i + 1] = p.links[i].after;
            weight_.push_back(weight_of(p, p.links[i]));
        }
        igraph_create(&graph_, &ends, static_cast<igraph_integer_t>(p.duration.size()),
                      IGRAPH_DIRECTED);
        igraph_vector_int_destroy(&ends);
        igraph_inclist_init(&graph_, &incident_, IGRAPH_OUT, IGRAPH_LOOPS);
        igraph_vector_int_init(&order_, 0);
    }
    igraph_peer(const igraph_peer&) = delete;
    igraph_peer& operator=(const igraph_peer&) = delete;
    ~igraph_peer() {
        igraph_vector_int_destroy(&order_);
        igraph_inclist_destroy(&incident_);
        igraph_destroy(&graph_);
    }
    void sort() { igraph_topological_sorting(&graph_, &order_, IGRAPH_OUT); }
    void pass(start_days& days) const {
        const std::size_t n = plan_.duration.size();
        days.early.assign(n, 0);
        days.late.resize(n);
        days.end = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const igraph_integer_t u = VECTOR(order_)[i];
            const std::int32_t start = days.early[static_cast<std::size_t>(u)];
            days.end = std::max(days.end, start + plan_.duration[static_cast<std::size_t>(u)]);
            const igraph_vector_int_t* edges = igraph_inclist_get(&incident_, u);
            for (igraph_integer_t k = 0; k < igraph_vector_int_size(edges); ++k) {
                const igraph_integer_t e = VECTOR(*edges)[k];
                std::int32_t& of = days.early[static_cast<std::size_t>(IGRAPH_TO(&graph_, e))];
                of = std::max(of, start + weight_[static_cast<std::size_t>(e)]);
            }
        }
        for (std::size_t i = n; i-- > 0;) {
            const igraph_integer_t u = VECTOR(order_)[i];
            std::int32_t late = days.end - plan_.duration[static_cast<std::size_t>(u)];
            const igraph_vector_int_t* edges = igraph_inclist_get(&incident_, u);
            for (igraph_integer_t k = 0; k < igraph_vector_int_size(edges); ++k) {
                const igraph_integer_t e = VECTOR(*edges)[k];
                late = std::min(late, days.late[static_cast<std::size_t>(IGRAPH_TO(&graph_, e))] -
                                          weight_[static_cast<std::size_t>(e)]);
            }
            days.late[static_cast<std::size_t>(u)] = late;
        }
    }

private:
    const network_plan& plan_;
    igraph_t graph_;
    igraph_inclist_t incident_;
    igraph_vector_int_t order_;
    std::vector<std::int32_t> weight_;
};
#endif

#ifdef MANDATE_BENCH_LEMON
peer_result measure_lemon(const network_plan& plan, const start_days& expected, int repetitions) {
    lemon_task in{plan.duration, {}};
    for (const dependency& d : plan.links)
        in.links.push_back({d.before, d.after, weight_of(plan, d)});
    peer_result r{"LEMON StaticDigraph"};
    std::unique_ptr<lemon_peer> peer;
    r.build_seconds = median_seconds(std::min(repetitions, 3), [&] { peer = make_lemon_peer(in); });
    start_days days;
    r.run_seconds = median_seconds(repetitions, [&] {
        peer->sort();
        peer->pass(days.early, days.late, days.end);
    });
    r.kept_seconds =
        median_seconds(repetitions, [&] { peer->pass(days.early, days.late, days.end); });
    r.equal = days == expected;
    return r;
}
#endif

}  // namespace

std::vector<peer_result> run_peers(const network_plan& plan, const start_days& expected,
                                   int repetitions) {
    std::vector<peer_result> all;
    all.push_back(measure<boost_peer<boost_rows, true>>("BGL csr", plan, expected, repetitions));
    all.push_back(
        measure<boost_peer<boost_lists, false>>("BGL adjacency_list", plan, expected, repetitions));
#ifdef MANDATE_BENCH_LEMON
    all.push_back(measure_lemon(plan, expected, repetitions));
#else
    all.push_back({"LEMON StaticDigraph", false});
#endif
#ifdef MANDATE_BENCH_IGRAPH
    all.push_back(measure<igraph_peer>("igraph", plan, expected, repetitions));
#else
    all.push_back({"igraph", false});
#endif
    return all;
}

cycle_check_times run_abseil([[maybe_unused]] const network_plan& plan,
                             [[maybe_unused]] const std::vector<dependency>& added) {
    cycle_check_times times;
#ifdef MANDATE_BENCH_ABSEIL
    using graph = absl::synchronization_internal::GraphCycles;
    graph g;
    // Nodes made in topological order: its best case.
    const std::size_t n = plan.duration.size();
    std::vector<index> order = topological_order(plan);
    std::vector<char> identity(n);
    std::vector<absl::synchronization_internal::GraphId> id(n);
    for (const index t : order) id[t] = g.GetId(&identity[t]);
    for (const dependency& d : plan.links) g.InsertEdge(id[d.before], id[d.after]);
    for (const dependency& d : added) {
        if (d.before == d.after) continue;
        bool accepted = false;
        const double seconds =
            seconds_of([&] { accepted = g.InsertEdge(id[d.before], id[d.after]); });
        (accepted ? times.accepted : times.refused).push_back(seconds);
    }
#endif
    return times;
}

}  // namespace mandate::bench
