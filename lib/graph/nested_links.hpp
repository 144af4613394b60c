#pragma once
// Links between tasks with parts bind the parts: those of the one before those of the other. For
// questions about cycles that is said by more links instead of many: a task with parts is two
// places, one before each of its parts begins, and one after all of them are done.
//
//     whole        part 1        whole
//     (begins)  <  part 2   <    (done)

#include "mandate/graph/dependency.hpp"
#include "mandate/graph/plan.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mandate {

class nested_links {
public:
    /// `parent`: by task, no_task for none. Cost: linear.
    nested_links(std::span<const std::uint32_t> parent, std::span<const dependency> links)
        : done_(parent.size()) {
        const auto tasks = static_cast<std::uint32_t>(parent.size());
        task_.reserve(tasks);
        all_.reserve(links.size());
        for (std::uint32_t t = 0; t < tasks; ++t) task_.push_back(done_[t] = t);
        for (std::uint32_t t = 0; t < tasks; ++t) {
            const std::uint32_t whole = parent[t];
            if (whole == no_task || done_[whole] != whole) continue;
            done_[whole] = static_cast<std::uint32_t>(task_.size());
            task_.push_back(whole);
        }
        for (std::uint32_t t = 0; t < tasks; ++t)
            if (parent[t] != no_task) {
                all_.push_back({parent[t], t});
                all_.push_back({done_[t], done_[parent[t]]});
            }
        of_parts_ = all_.size();
        for (const dependency& l : links) all_.push_back(between(l));
    }

    std::size_t places() const noexcept { return task_.size(); }
    std::uint32_t task(std::uint32_t place) const noexcept { return task_[place]; }
    /// Has it no parts?
    bool does_work(std::uint32_t task) const noexcept { return done_[task] == task; }
    /// First those of the parts, so many of them; then the links given, in their order.
    std::span<const dependency> all() const noexcept { return all_; }
    std::size_t of_parts() const noexcept { return of_parts_; }
    /// From where the one is done to where the other begins.
    dependency between(const dependency& link) const noexcept {
        return {done_[link.before], link.after};
    }

private:
    std::vector<std::uint32_t> done_, task_;
    std::vector<dependency> all_;
    std::size_t of_parts_ = 0;
};

}  // namespace mandate
