#pragma once
// Which tasks wait for which: the network of the tasks that are open on the cut-off day.

#include "mandate/graph/task_network.hpp"
#include "review/lens.hpp"

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace mandate {

class waiting_tasks {
public:
    /// `is_open`: whether a task is open on the cut-off day; asked of tasks with links only.
    /// Cost: the links.
    waiting_tasks(const lens& through, const std::function<bool(row_number)>& is_open);

    /// Open tasks that still wait for it directly and that the viewer may see, with the kind of
    /// dependency.
    const std::vector<dependent_task>& on(row_number task) const;
    /// All open tasks that wait for it, directly or through other open tasks. Cost: these and their
    /// links.
    struct found_waiting {
        std::vector<row_number> shown;  ///< rows of those that the viewer may see
        int not_shown = 0;              ///< how many others there are
    };
    found_waiting all_on(row_number task) const;
    /// How many they are, of every task: by row, none where it is absent. Cost: the open tasks with
    /// links, for every 64 of them.
    std::unordered_map<row_number, int> counts() const;
    /// Of counts(), in tasks met; where links close a circle, or a task is hidden, there are no
    /// such counts, and nothing that costs as much.
    std::size_t cost_of_counts() const {
        return hides_some_ || network_.has_cycle() ? SIZE_MAX
                                                   : rows_.size() * (rows_.size() / 64 + 1);
    }

private:
    std::vector<row_number> rows_;  // of the tasks with open links: the vertices
    std::vector<bool> shown_;       // to the viewer, of each
    bool hides_some_ = false;
    std::unordered_map<row_number, std::uint32_t> vertex_;
    std::unordered_map<row_number, std::vector<dependent_task>> direct_;
    task_network network_{0, {}};
};

}  // namespace mandate
