#pragma once
// Which tasks wait for which: the network of the tasks that are open on the cut-off day.

#include "mandate/graph/task_network.hpp"
#include "review/lens.hpp"

#include <cstdint>
#include <vector>

namespace mandate {

class waiting_tasks {
public:
    /// `open`: by row of the task, whether it is open on the cut-off day.
    waiting_tasks(const lens& through, const std::vector<bool>& open);

    /// Open tasks that still wait for it directly, with the kind of dependency.
    const std::vector<dependent_task>& on(row_number task) const { return direct_[task]; }
    /// How many open tasks wait for it, directly or through other open tasks.
    int in_all(row_number task) const { return static_cast<int>(in_all_[task]); }

private:
    std::vector<std::vector<dependent_task>> direct_;
    std::vector<std::uint32_t> in_all_;
};

}  // namespace mandate
