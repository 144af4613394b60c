#pragma once
// The bare quotient of a plan: how many links there are from each agency to each other one.

#include "mandate/graph/agency_network.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace mandate {

/// Pairs with a link, by (before, after); their other figures are 0. `agency`: of each task, below
/// `agencies`, or no_task.
/// Cost: O(links + agencies^2) up to 2048 agencies, else O(links log links).
std::vector<agency_pair> count_hand_offs(std::span<const dependency> links,
                                         std::span<const std::uint32_t> agency,
                                         std::uint32_t agencies);

}  // namespace mandate
