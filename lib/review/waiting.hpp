#pragma once
// Which tasks wait for which: the network of the tasks that are open on the cut-off day. What waits
// for a whole waits for each of its parts, and of a whole that waits each part does (lib/README.md,
// decision 129).

#include "mandate/graph/task_network.hpp"
#include "review/counted_by_parts.hpp"
#include "review/lens.hpp"

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace mandate {

class waiting_tasks {
public:
    /// `is_open`: whether a task is open on the cut-off day, a whole by its parts; asked of tasks
    /// with links, and their parts. `wholes`: of that day. Cost: the links, and these parts.
    waiting_tasks(const lens& through, const counted_by_parts& wholes,
                  const std::function<bool(row_number)>& is_open);

    /// Open tasks that still wait for it, or for what it is a part of, directly and that the viewer
    /// may see, with the kind of dependency.
    const std::vector<dependent_task>& on(row_number task) const;
    /// All open tasks that wait for it, directly or through other open tasks. Cost: these and their
    /// links.
    struct found_waiting {
        /// Rows of those that the viewer may see, as each link on a way there.
        std::vector<row_number> shown;
        int not_shown = 0;  ///< how many others there are
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
    class builder;

    // The vertices: tasks with open links, and for each whole with such links one that waits for
    // its parts (its row) and one for which its parts wait (no_row). A link that may not be shown
    // goes through one more, neither shown nor counted.
    std::vector<row_number> rows_;
    std::vector<bool> shown_;    // to the viewer, of each
    std::vector<bool> counted_;  // no whole is
    bool hides_some_ = false;
    std::unordered_map<row_number, std::uint32_t> vertex_;  // that waits for all of the task
    std::unordered_map<row_number, std::vector<dependent_task>> direct_;
    task_network network_{0, {}};
};

}  // namespace mandate
