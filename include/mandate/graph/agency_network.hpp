#pragma once
// Which agency waits for which: the network of tasks with all tasks of an agency made one.

#include "mandate/graph/plan.hpp"
#include "mandate/graph/schedule.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace mandate {

/// All links from tasks of one agency to tasks of another one. Links within an agency, and those of
/// tasks without agency, are in no pair.
struct agency_pair {
    std::uint32_t before;      ///< its tasks go first
    std::uint32_t after;       ///< its tasks wait
    std::uint32_t hand_offs;   ///< links, let go or not
    std::uint32_t open_waits;  ///< those that have not let go of a task that is not done
    std::uint32_t binding;     ///< open waits that decide when the waiting task starts
    std::int64_t days_waited;  ///< working days from the status day (without one: from the scope's
                               ///< start) until the link lets go, of all open waits together;
                               ///< in the waiting tasks' calendars
};

/// Which links make one agency wait for another. The network of all links of a large plan is nearly
/// complete and says little.
struct wait_selection {
    enum class counted : std::uint8_t {
        open_waits,
        binding,
        hand_offs
    } which = counted::open_waits;
    std::uint32_t at_least = 1;  ///< pairs with fewer of them are left out

    /// Whether the pair is among those selected: one without such a link never is.
    bool takes(const agency_pair& p) const noexcept;
};

/// Agencies each of which waits for every other one, directly or through others, and what makes
/// them wait: the links counted between two of them.
struct mutual_waiting {
    std::vector<std::uint32_t> agencies;  ///< ascending; two or more
    std::vector<std::uint32_t> tasks;     ///< at either end of the links; ascending
    std::vector<std::uint32_t> links;     ///< indices in plan::links; ascending
};

/// How much of the others' work goes through one agency.
struct bottleneck {
    std::uint32_t agency;
    std::uint32_t open_waits;  ///< of other agencies, for it
    std::uint32_t tasks;  ///< of other agencies that wait for its open tasks, also through others
    std::int64_t days;    ///< working days left to do in those tasks
    /// Shortest chains of waiting between two other agencies that go through it, shared out where
    /// there are several (betweenness, directed, without weights or norm: Brandes, 2001).
    double betweenness;
};
/// The betweenness in thousandths, rounded half up: for tables of whole numbers.
std::int64_t in_thousandths(const bottleneck& b);
/// Whether more goes through a than through b, else whether more days hang on it. Sums of fractions
/// differ in their last bits where they should not: a millionth is no rank.
bool ranks_before(const bottleneck& a, const bottleneck& b) noexcept;

/// Which agency waits for which in a schedule. Immutable; any thread. Borrows both: the plan, which
/// must be the schedule's, and the schedule must outlive it.
class agency_network {
public:
    /// plan::agency says whose each task is. A link of a task with parts counts once: open or
    /// binding if it is for any of its parts, with the most days that one of them waits. Cost:
    /// O(tasks + links, those between parts included), about 60 ns a link.
    /// `awaited`: by task, 1 where the day on which a finished task is released is only forecast,
    /// so that it has not let go on that day; or empty: it is known of all.
    agency_network(const plan& p, const schedule& s, std::span<const std::uint8_t> awaited = {});

    /// The numbers of the agencies that have a task; ascending.
    const std::vector<std::uint32_t>& agencies() const noexcept { return number_; }
    /// By (before, after).
    const std::vector<agency_pair>& pairs() const noexcept { return pairs_; }
    /// The links behind the figures of each pair, in the order of pairs(); ascending.
    /// Cost: O(links log pairs).
    std::vector<std::vector<std::uint32_t>> links_of_pairs(wait_selection::counted which) const;

    /// By their smallest agency. Cost: O(pairs + links).
    std::vector<mutual_waiting> mutual_waits(const wait_selection& selection = {}) const;

    /// One for each agency that has a task: the greatest betweenness first, then the most days that
    /// hang on it. The same at any number of threads.
    /// Cost: O(agencies x pairs) / threads, and O(tasks + links) for every 64 agencies.
    std::vector<bottleneck> bottlenecks(const wait_selection& selection = {},
                                        unsigned threads = 1) const;

private:
    enum class link_state : std::uint8_t { none, handed_off, open, binding };
    bool counts(link_state state, wait_selection::counted which) const noexcept;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arrows(
        const wait_selection& selection) const;

    const plan& plan_;
    const schedule& schedule_;
    // Inside, agencies are counted from 0 without gaps.
    std::vector<std::uint32_t> number_;                            // of each, as the plan says
    std::vector<std::uint32_t> agency_;                            // of each task; no_task: none
    std::vector<agency_pair> pairs_;                               // with the plan's numbers
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // of pairs_, with own ones
    std::vector<link_state> link_state_;
};

/// What starts later if a task takes so many working days longer (of a task with parts: each part
/// that finishes last): a what-if on a copy of the plan, computed in bulk. Ascending; without the
/// task itself. A finished task moves nothing. For many such questions about one plan see
/// editable_schedule::moved_by.
/// @pre `s` was made from `p` with `policy`; task < s.tasks().
/// @throws error{errc::invalid_argument} for less than 0 days or more than 60,000;
/// errc::out_of_range as the constructor of schedule.
std::vector<moved_task> moved_by_delay(const plan& p, const schedule_policy& policy,
                                       const schedule& s, std::uint32_t task, std::int32_t days);

}  // namespace mandate
