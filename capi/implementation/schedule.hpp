#pragma once
// Plans and schedules behind their handles.

#include "call.hpp"
#include "mandate/graph/forecast.hpp"
#include "mandate/graph/live_schedule.hpp"
#include "mandate/graph/schedule.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <span>
#include <string_view>
#include <vector>

namespace mandate::capi {

/// A plan with the calendars that it points to.
struct owned_plan {
    owned_plan() = default;
    owned_plan(const owned_plan& other)
        : columns{other.columns},
          policy{other.policy},
          lots{other.lots},
          calendars{other.calendars} {
        point();
    }
    void point() {
        columns.calendars.clear();
        for (const work_calendar& c : calendars) columns.calendars.push_back(&c);
    }
    plan columns;
    schedule_policy policy;
    forecast_options lots;
    std::deque<work_calendar> calendars;
};

}  // namespace mandate::capi

struct mandate_plan {
    static constexpr std::uint32_t tag_of_open = 0x4D504C4E;  // MPLN
    std::uint32_t tag = tag_of_open;
    mutable std::atomic<bool> in_use = false;
    // shared with the schedules made from it; copied before it is changed
    std::shared_ptr<mandate::capi::owned_plan> value;
};

/// Made in bulk from a plan; from its first change on, live. What only a whole plan answers is then
/// computed when it is asked for.
struct mandate_schedule {
    static constexpr std::uint32_t tag_of_open = 0x4D534348;  // MSCH
    std::uint32_t tag = tag_of_open;
    mutable std::shared_mutex changing;
    std::optional<mandate::live_schedule> live;
    mandate::forecast_options lots;
    // of the plan as it is now; null: it was changed since. shared_ptr: copies share them
    mutable std::shared_ptr<const mandate::capi::owned_plan> of;
    mutable std::shared_ptr<const mandate::schedule> value;
    mutable std::vector<std::uint32_t> link_numbers;  // of the links of `of`, if it is live
};

namespace mandate::capi {

/// What a number of the caller stands for. `name`: the parameter; `row`, `place`: which of its
/// rows.
/// @throws error{errc::invalid_argument} naming all of them and the number.
link_kind type_of_link(const call& in, std::int32_t number, std::string_view name,
                       std::string_view row, std::size_t place);
lag_unit unit_of_lag(const call& in, std::int32_t number, std::string_view name,
                     std::string_view row, std::size_t place);

/// Holds a plan during a call, so that a second thread is told instead of tearing it.
class plan_in_use {
public:
    plan_in_use(const call& in, const mandate_plan* handle) : handle_{handle} {
        in.required(handle, "plan");
        if (handle->tag != mandate_plan::tag_of_open) in.refuse("plan", "is not a plan");
        if (handle->in_use.exchange(true, std::memory_order_acquire))
            throw error{errc::busy, "the plan is in use by another thread"};
    }
    ~plan_in_use() { handle_->in_use.store(false, std::memory_order_release); }
    plan_in_use(const plan_in_use&) = delete;
    plan_in_use& operator=(const plan_in_use&) = delete;

    const owned_plan& get() const noexcept { return *handle_->value; }
    const std::shared_ptr<owned_plan>& shared() const noexcept { return handle_->value; }

private:
    const mandate_plan* handle_;
};

template <class Handle>
Handle& opened_schedule(const call& in, Handle* handle) {
    in.required(handle, "schedule");
    if (handle->tag != mandate_schedule::tag_of_open) in.refuse("schedule", "is not a schedule");
    return *handle;
}

/// Reads a schedule while nobody changes it.
class schedule_read {
public:
    schedule_read(const call& in, const mandate_schedule* handle)
        : of_{opened_schedule(in, handle)}, reading_{of_.changing} {}

    const mandate_schedule* operator->() const noexcept { return &of_; }
    std::uint32_t tasks() const { return of_.live ? of_.live->tasks() : of_.value->tasks(); }
    /// @throws error{errc::invalid_argument} if there is no such task.
    std::uint32_t task(const call& in, std::int32_t number, std::string_view name) const;
    /// The plan as it is and its schedule in bulk: made now, if they are not there. Then nobody
    /// else reads until this call is over.
    const mandate_schedule& whole();
    /// The number of a link of that plan.
    std::uint32_t link(std::uint32_t of_plan) const {
        return of_.live && of_plan != no_task ? of_.link_numbers[of_plan] : of_plan;
    }

private:
    const mandate_schedule& of_;
    std::shared_lock<std::shared_mutex> reading_;
    std::unique_lock<std::shared_mutex> alone_;
};

std::shared_ptr<owned_plan> plan_now(const mandate_schedule& of,
                                     std::vector<std::uint32_t>* link_numbers);

std::span<const std::int32_t> given(const call& in, const std::int32_t* start, std::size_t size,
                                    std::string_view name);

}  // namespace mandate::capi
