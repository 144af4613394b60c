#pragma once
// Who waits for each other: the knots of a network that no schedule can begin with.

#include "mandate/graph/dependency.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mandate {

/// A cycle in order: link i goes from task i to task i + 1, the last one back to the first task.
struct cycle {
    std::vector<std::uint32_t> tasks;
    std::vector<std::uint32_t> links;  ///< indices among the links given
};

/// Tasks each of which waits, directly or through others, for every other one: a strong component
/// of more than one task, or a task that waits for itself.
struct knot {
    std::vector<std::uint32_t> tasks;  ///< ascending
    cycle shortest;                    ///< one of the shortest; begins with its smallest task
    /// Links whose removal leaves no cycle in this knot. A small set, not a minimal one: to find a
    /// minimal one is NP-hard. Ascending.
    std::vector<std::uint32_t> opening_links;
    /// The work allowed ran out before the shortest cycle was proved: `shortest` is a cycle, but a
    /// shorter one may exist.
    bool truncated = false;
};

/// Every knot, by its smallest task.
/// Cost: O(tasks + links) for the knots and the opening links (Tarjan, 1972; Eades, Lin and Smyth,
/// 1993), plus at most `work` visits of links for the shortest cycles (breadth first from every
/// task of a knot). Not recursive.
/// `steps`: so many links at the beginning are steps between a whole and its parts; they make no
/// cycle longer, are never among the opening links, and close no cycle among themselves. Where they
/// stand in the way, each link of the knot may cost a search of its own, of the work allowed.
/// @pre every end is below `tasks`.
std::vector<knot> find_knots(std::size_t tasks, std::span<const dependency> links,
                             std::uint64_t work = 100'000'000, std::size_t steps = 0);

/// The knot of each task (strong components in the sense of graph theory, each task alone being one
/// too), numbered from 0 in the order of their smallest task.
std::vector<std::uint32_t> strong_components(std::size_t tasks, std::span<const dependency> links);

}  // namespace mandate
