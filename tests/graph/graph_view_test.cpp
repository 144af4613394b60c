#include "graph/graph_view.hpp"

#include "graph/slow_schedule.hpp"
#include "mandate/graph/cycles.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace mandate {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<compact_view>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<compact_view>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<slack_view>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<slack_view>));

using itself = boost::typed_identity_property_map<std::uint32_t>;  // a vertex is its own index

slack_blocks blocks_of(std::uint32_t tasks, const std::vector<dependency>& links) {
    slack_blocks out;
    out.add_tasks(tasks);
    for (const dependency& d : links) out.add(d.before, {d.after, packed(d)});
    return out;
}

TEST(GraphView, StrongComponentsOfBoostRunOnSlackBlocks) {
    random_numbers random{8};
    for (int round = 0; round < 100; ++round) {
        const auto n = static_cast<std::uint32_t>(random.within(1, 20));
        std::vector<dependency> links;
        for (int m = random.within(0, 40); m > 0; --m)
            links.push_back(
                {static_cast<std::uint32_t>(random.within(0, static_cast<int>(n) - 1)),
                 static_cast<std::uint32_t>(random.within(0, static_cast<int>(n) - 1))});
        const slack_blocks blocks = blocks_of(n, links);
        std::vector<std::uint32_t> component(n);
        const auto map = boost::make_iterator_property_map(component.begin(), itself{});
        boost::strong_components(slack_view{blocks}, map, boost::vertex_index_map(itself{}));
        const std::vector<std::uint32_t> ours = strong_components(n, links);
        for (std::uint32_t a = 0; a < n; ++a)
            for (std::uint32_t b = 0; b < n; ++b)
                EXPECT_EQ(component[a] == component[b], ours[a] == ours[b]);
    }
}

TEST(GraphView, ASearchOfBoostFindsAllPredecessorsInTheCompactStore) {
    const std::vector<dependency> links{{0, 1}, {1, 2}, {3, 2}, {2, 4}, {5, 4}, {0, 2}};
    const std::vector<std::int32_t> durations(6, 1);
    for (const auto form : {compact_network::form::uniform, compact_network::form::mixed}) {
        const auto network = compact_network::build(form, durations, {}, links);
        ASSERT_TRUE(network);
        const compact_view view{*network};
        std::vector<std::uint32_t> reached;
        struct collect : boost::default_bfs_visitor {
            std::vector<std::uint32_t>* into;
            void discover_vertex(std::uint32_t v, const compact_view& g) const {
                into->push_back(g.network().task_at(v));
            }
        } visitor;
        visitor.into = &reached;
        boost::breadth_first_search(view, network->position_of(2),
                                    boost::visitor(visitor).vertex_index_map(itself{}));
        std::sort(reached.begin(), reached.end());
        EXPECT_EQ(reached, (std::vector<std::uint32_t>{0, 1, 2, 3}));
    }
}

}  // namespace
}  // namespace mandate
