#pragma once
// A made-up plan of any size, the same on every machine: as JSON commands for the library, and as
// bare columns of days for the floor that it is measured against.

#include <cstdint>
#include <string>
#include <vector>

namespace mandate::bench {

inline constexpr std::int32_t never = INT32_MAX;

/// Days since 1970-01-01; `never`: no deadline, not finished.
struct task_days {
    std::int32_t assigned;
    std::int32_t deadline;
    std::int32_t finished;
};

struct made_up_plan {
    std::string json;  ///< one command a line: agencies, tasks, then what became of them
    std::int64_t commands = 0;
    std::vector<task_days> tasks;
};

/// 200 agencies; tasks assigned from July 2023 to April 2024, one in ten without a deadline, six in
/// ten finished, of these one in four after its deadline. About 330 bytes of JSON a task.
made_up_plan make_plan(std::int64_t tasks);

}  // namespace mandate::bench
