#include "network_lemon.hpp"

#include <lemon/connectivity.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace mandate::bench {
namespace {

class peer final : public lemon_peer {
public:
    explicit peer(const lemon_task& of) : of_{of}, weight_{graph_} {
        // Arcs must come sorted by their first end.
        std::vector<std::uint32_t> by_source(of.links.size());
        std::iota(by_source.begin(), by_source.end(), 0);
        std::stable_sort(by_source.begin(), by_source.end(), [&](std::uint32_t a, std::uint32_t b) {
            return of.links[a].before < of.links[b].before;
        });
        std::vector<std::pair<int, int>> arcs;
        arcs.reserve(by_source.size());
        for (const std::uint32_t i : by_source)
            arcs.emplace_back(static_cast<int>(of.links[i].before),
                              static_cast<int>(of.links[i].after));
        graph_.build(static_cast<int>(of.duration.size()), arcs.begin(), arcs.end());
        for (std::size_t i = 0; i < by_source.size(); ++i)
            weight_[graph_.arc(static_cast<int>(i))] = of.links[by_source[i]].weight;
    }

    void sort() override {
        lemon::StaticDigraph::NodeMap<int> place{graph_};
        lemon::topologicalSort(graph_, place);
        order_.resize(of_.duration.size());
        for (int u = 0; u < graph_.nodeNum(); ++u)
            order_[static_cast<std::size_t>(place[graph_.node(u)])] = u;
    }

    void pass(std::vector<std::int32_t>& early, std::vector<std::int32_t>& late,
              std::int32_t& end) const override {
        using out_arcs = lemon::StaticDigraph::OutArcIt;
        const auto head = [&](const out_arcs& a) {
            return static_cast<std::size_t>(lemon::StaticDigraph::index(graph_.target(a)));
        };
        early.assign(of_.duration.size(), 0);
        late.resize(of_.duration.size());
        end = 0;
        for (const int u : order_) {
            const auto at = static_cast<std::size_t>(u);
            end = std::max(end, early[at] + of_.duration[at]);
            for (out_arcs a{graph_, graph_.node(u)}; a != lemon::INVALID; ++a)
                early[head(a)] = std::max(early[head(a)], early[at] + weight_[a]);
        }
        for (auto u = order_.rbegin(); u != order_.rend(); ++u) {
            const auto at = static_cast<std::size_t>(*u);
            std::int32_t latest = end - of_.duration[at];
            for (out_arcs a{graph_, graph_.node(*u)}; a != lemon::INVALID; ++a)
                latest = std::min(latest, late[head(a)] - weight_[a]);
            late[at] = latest;
        }
    }

private:
    const lemon_task& of_;
    lemon::StaticDigraph graph_;
    lemon::StaticDigraph::ArcMap<std::int32_t> weight_;
    std::vector<int> order_;
};

}  // namespace

std::unique_ptr<lemon_peer> make_lemon_peer(const lemon_task& of) {
    return std::make_unique<peer>(of);
}

}  // namespace mandate::bench
