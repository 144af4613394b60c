#pragma once
// What the passes over a network are measured against: the shortest code that computes the same
// from the same arrays, without the library.

#include "network_plan.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace mandate::bench {

/// Earliest and latest starts in days, by task of the plan.
struct start_days {
    std::vector<std::int32_t> early, late;
    std::int32_t end = 0;
    friend bool operator==(const start_days&, const start_days&) = default;
};

/// Days from the start of the first task to the start of the second.
inline std::int32_t weight_of(const network_plan& p, const dependency& d) {
    return d.lag + (from_finish(d.type) ? p.duration[d.before] : 0) -
           (to_finish(d.type) ? p.duration[d.after] : 0);
}

/// Every task after those it waits for.
std::vector<std::uint32_t> topological_order(const network_plan& p);

/// Predecessors in rows, tasks renumbered by level: what one writes by hand.
class plain_rows {
public:
    explicit plain_rows(const network_plan& p);
    void run();
    start_days result() const;

protected:
    struct row_link {
        std::uint32_t before;
        std::int32_t weight;
    };
    void renumber(const network_plan& p, bool by_degree);

    std::vector<std::uint32_t> task_at_, position_, level_;
    std::vector<std::uint32_t> first_;
    std::vector<row_link> links_;
    std::vector<std::int32_t> duration_, early_, late_, slack_;
    std::vector<std::uint8_t> critical_;
    std::int32_t end_ = 0;

    plain_rows() = default;
};

/// Predecessors in columns, tasks renumbered by (level, in-degree, number): the floor.
class column_floor : private plain_rows {
public:
    explicit column_floor(const network_plan& p);
    void run();
    /// The four civil days of every task, too, by one table look-up each.
    void run_with_days(std::span<const std::int32_t> day_of_rank);
    /// Forwards only.
    void run_forward();
    start_days result() const { return plain_rows::result(); }

private:
    struct block {
        std::uint32_t first_task, tasks, degree, first_link;
    };
    std::vector<block> blocks_;
    std::vector<std::uint32_t> before_;
    std::vector<std::int32_t> weight_;
    std::vector<std::int32_t> days_[4];
};

}  // namespace mandate::bench
