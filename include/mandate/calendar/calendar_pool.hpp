#pragma once
// Calendars of equal content share one set of tables, and only so many have tables as caches hold.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace mandate {

struct working_day_store;

/// Up to 8 distinct calendars have tables (532 KB each); further ones answer from bits with
/// popcount (23 KB each). The pool keeps the 8 used last alive; one that nobody else uses any more
/// gives its place to the next. Any thread.
class calendar_pool {
public:
    static constexpr std::size_t most_tables = 8;

    calendar_pool();
    ~calendar_pool();
    calendar_pool(const calendar_pool&) = delete;
    calendar_pool& operator=(const calendar_pool&) = delete;

    /// The store of this content: one that is alive, or a new one. For work_calendar.
    std::shared_ptr<const working_day_store> share(std::vector<std::uint64_t> words);

    /// How many distinct calendars have tables now.
    std::size_t tables() const;

private:
    void drop_unused_table();

    mutable std::mutex mutex_;
    // shared_ptr: a calendar in use outlives its place here
    std::vector<std::shared_ptr<const working_day_store>> kept_;  // used last at the end
    std::vector<std::weak_ptr<const working_day_store>> others_;  // without tables
};

}  // namespace mandate
