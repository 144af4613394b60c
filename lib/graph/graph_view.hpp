#pragma once
// Both edge stores as models of the Boost.Graph concepts, so that its algorithms run on them where
// they are. Private: no public header shows Boost.Graph.
//
//     compact_network   vertices are positions; in-edges are the columns (bidirectional graphs need
//                       out-edges, too: as a directed graph its edges run from a task to those it
//                       waits for)
//     slack_blocks      vertices are tasks; edges run from a task to those that wait for it
//
// Concepts: VertexListGraph and IncidenceGraph, of both.

#include "graph/compact_network.hpp"
#include "graph/slack_blocks.hpp"

#include <boost/graph/graph_traits.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace mandate {

struct graph_traversal : boost::vertex_list_graph_tag, boost::incidence_graph_tag {};

/// The ends of an edge, in the direction of the view.
struct view_edge {
    std::uint32_t from, to;
    friend bool operator==(const view_edge&, const view_edge&) = default;
};

/// What both views have in common.
struct view_types {
    using vertex_descriptor = std::uint32_t;
    using edge_descriptor = view_edge;
    using directed_category = boost::directed_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = graph_traversal;
    using vertex_iterator = boost::counting_iterator<std::uint32_t>;
    using vertices_size_type = std::uint32_t;
    using degree_size_type = std::uint32_t;
    static constexpr std::uint32_t null_vertex() noexcept { return 0xFFFF'FFFF; }
};

/// A compacted network; edges run from the position of a task to those of its predecessors.
class compact_view : public view_types {
public:
    explicit compact_view(const compact_network& of) noexcept : of_{&of} {}
    const compact_network& network() const noexcept { return *of_; }

    class out_edge_iterator
        : public boost::iterator_facade<out_edge_iterator, view_edge,
                                        boost::random_access_traversal_tag, view_edge> {
    public:
        out_edge_iterator() = default;
        out_edge_iterator(const compact_network& of, std::uint32_t from, std::uint32_t line,
                          std::uint32_t step)
            : of_{&of}, from_{from}, line_{line}, step_{step} {}

    private:
        friend class boost::iterator_core_access;
        view_edge dereference() const { return {from_, of_->source()[line_] % of_->tasks()}; }
        bool equal(const out_edge_iterator& other) const { return line_ == other.line_; }
        void increment() { line_ += step_; }
        void decrement() { line_ -= step_; }
        void advance(std::ptrdiff_t n) {
            line_ = static_cast<std::uint32_t>(line_ + n * std::ptrdiff_t{step_});
        }
        std::ptrdiff_t distance_to(const out_edge_iterator& other) const {
            return (std::ptrdiff_t{other.line_} - std::ptrdiff_t{line_}) / std::ptrdiff_t{step_};
        }
        const compact_network* of_ = nullptr;
        std::uint32_t from_ = 0, line_ = 0, step_ = 1;
    };

private:
    const compact_network* of_;
};

/// Slack blocks of outgoing links; edges run from a task to those that wait for it.
class slack_view : public view_types {
public:
    explicit slack_view(const slack_blocks& of) noexcept : of_{&of} {}
    const slack_blocks& blocks() const noexcept { return *of_; }

    class out_edge_iterator
        : public boost::iterator_facade<out_edge_iterator, view_edge,
                                        boost::random_access_traversal_tag, view_edge> {
    public:
        out_edge_iterator() = default;
        out_edge_iterator(std::uint32_t from, const half_link* at) : from_{from}, at_{at} {}

    private:
        friend class boost::iterator_core_access;
        view_edge dereference() const { return {from_, at_->other}; }
        bool equal(const out_edge_iterator& other) const { return at_ == other.at_; }
        void increment() { ++at_; }
        void decrement() { --at_; }
        void advance(std::ptrdiff_t n) { at_ += n; }
        std::ptrdiff_t distance_to(const out_edge_iterator& other) const { return other.at_ - at_; }
        std::uint32_t from_ = 0;
        const half_link* at_ = nullptr;
    };

private:
    const slack_blocks* of_;
};

inline std::uint32_t num_vertices(const compact_view& g) { return g.network().tasks(); }
inline std::uint32_t num_vertices(const slack_view& g) { return g.blocks().tasks(); }

inline std::pair<view_types::vertex_iterator, view_types::vertex_iterator> vertices(
    const compact_view& g) {
    return {view_types::vertex_iterator{0}, view_types::vertex_iterator{num_vertices(g)}};
}
inline std::pair<view_types::vertex_iterator, view_types::vertex_iterator> vertices(
    const slack_view& g) {
    return {view_types::vertex_iterator{0}, view_types::vertex_iterator{num_vertices(g)}};
}

inline std::uint32_t source(view_edge e, const view_types&) { return e.from; }
inline std::uint32_t target(view_edge e, const view_types&) { return e.to; }

inline std::uint32_t out_degree(std::uint32_t v, const compact_view& g) {
    return g.network().block_of(v).degree;
}
inline std::uint32_t out_degree(std::uint32_t v, const slack_view& g) {
    return static_cast<std::uint32_t>(g.blocks()[v].size());
}

inline std::pair<compact_view::out_edge_iterator, compact_view::out_edge_iterator> out_edges(
    std::uint32_t v, const compact_view& g) {
    const compact_block& b = g.network().block_of(v);
    const std::uint32_t first = b.first_link + (v - b.first_task);
    return {compact_view::out_edge_iterator{g.network(), v, first, b.tasks},
            compact_view::out_edge_iterator{g.network(), v, first + b.degree * b.tasks, b.tasks}};
}
inline std::pair<slack_view::out_edge_iterator, slack_view::out_edge_iterator> out_edges(
    std::uint32_t v, const slack_view& g) {
    const std::span<const half_link> all = g.blocks()[v];
    return {slack_view::out_edge_iterator{v, all.data()},
            slack_view::out_edge_iterator{v, all.data() + all.size()}};
}

}  // namespace mandate
