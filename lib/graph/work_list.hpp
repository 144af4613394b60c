#pragma once
// Tasks that wait to be computed, taken by their place in the order of the network.

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace mandate {

/// Each task stands in it once. A heap; the task with the smallest label comes first, or with the
/// greatest, if labels are handed over negated.
class work_list {
public:
    using entry = std::pair<std::int64_t, std::uint32_t>;  // minus the label, task

    void make_room(std::size_t tasks) {
        if (queued_.size() < tasks) queued_.resize(tasks, 0);
    }
    bool empty() const noexcept { return heap_.empty(); }
    /// @pre there is room for the task.
    void push(std::int64_t label, std::uint32_t task) {
        if (queued_[task] != 0) return;
        queued_[task] = 1;
        heap_.emplace_back(-label, task);
        std::push_heap(heap_.begin(), heap_.end());
    }
    std::uint32_t pop() {
        const std::uint32_t task = heap_.front().second;
        std::pop_heap(heap_.begin(), heap_.end());
        heap_.pop_back();
        queued_[task] = 0;
        return task;
    }
    void clear() noexcept {
        for (const auto& [label, task] : heap_) queued_[task] = 0;
        heap_.clear();
    }
    /// Bytes held for good: the heap is as long as the work.
    std::size_t memory() const noexcept { return queued_.capacity(); }

private:
    std::vector<entry> heap_;
    std::vector<std::uint8_t> queued_;
};

}  // namespace mandate
