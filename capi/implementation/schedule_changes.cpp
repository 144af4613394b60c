// Changes of a schedule of the host's own columns.

#include "calendar.hpp"
#include "call.hpp"
#include "mandate/base/text.hpp"
#include "results.hpp"
#include "schedule.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace mandate::capi {
namespace {

constexpr std::size_t change_size_1_0 = offsetof(mandate_change, unit) + sizeof(std::int32_t);

plan_change read(const call& in, const mandate_change& c, std::size_t place) {
    plan_change made;
    made.what = static_cast<plan_change::kind>(c.what > 0 && c.what < 100 ? c.what : 0);
    made.number = static_cast<std::uint32_t>(c.number);
    made.column = static_cast<plan_column>(c.column > 0 && c.column < 100 ? c.column : 0);
    made.value = c.value;
    made.link = {static_cast<std::uint32_t>(c.before), static_cast<std::uint32_t>(c.after), c.lag};
    if (made.what != plan_change::kind::add_link && made.what != plan_change::kind::set_link)
        return made;
    if (c.type != 0) made.link.type = type_of_link(in, c.type, "changes", "change", place);
    if (c.unit != 0) made.link.unit = unit_of_lag(in, c.unit, "changes", "change", place);
    return made;
}

// Structs of the size that the caller knows, one behind the other.
std::vector<plan_change> read(const call& in, const mandate_change* changes, std::size_t count) {
    std::vector<plan_change> all;
    if (count == 0) return all;
    in.required(changes, "changes");
    const std::size_t size = changes->struct_size;
    if (size < change_size_1_0) in.refuse("changes", "have a struct_size that is too small");
    if (count > PTRDIFF_MAX / size) in.refuse("count", "is more than memory");
    all.reserve(count);
    const auto* bytes = reinterpret_cast<const unsigned char*>(changes);
    for (std::size_t i = 0; i < count; ++i, bytes += size) {
        mandate_change known{};
        std::memcpy(&known, bytes, std::min(size, sizeof known));
        if (known.struct_size != size) in.refuse("changes", "differ in struct_size");
        for (std::size_t b = sizeof known; b < size; ++b)
            if (bytes[b] != 0) in.refuse("changes", "use a member that this library does not know");
        all.push_back(read(in, known, i));
    }
    return all;
}

table moved_of(const live_schedule& now, const live_schedule& was) {
    constexpr std::string_view states[] = {"not_started", "started", "finished", "no_forecast"};
    table out{{{"task", column_type::int64},
               {"state", column_type::text},
               {"start", column_type::day},
               {"finish", column_type::day},
               {"was_start", column_type::day},
               {"was_finish", column_type::day}}};
    for (const moved_dates& m : now.moved_since(was)) {
        out.put(std::optional{std::int64_t{m.task}});
        out.put(std::optional{now.is_removed(m.task)
                                  ? std::string_view{"removed"}
                                  : states[static_cast<std::size_t>(m.is.state)]});
        for (const civil_day day : {m.is.start, m.is.finish, m.was.start, m.was.finish})
            out.put(day == no_day ? std::nullopt : std::optional{std::int64_t{day.since_epoch()}});
    }
    return out;
}

// Makes a schedule live, lets `change` change it, and forgets what was computed for all of it.
template <class Change>
void change_live(mandate_schedule& schedule, Change&& change) {
    if (!schedule.live) {
        live_schedule made{schedule.of->columns, schedule.of->policy};
        change(made);
        schedule.live = std::move(made);
    } else {
        change(*schedule.live);
    }
    schedule.value = nullptr;
    schedule.of = nullptr;
    schedule.link_numbers.clear();
}

}  // namespace
}  // namespace mandate::capi

using mandate::capi::call;
using mandate::capi::guard;

mandate_status mandate_schedule_change(mandate_schedule* schedule, const mandate_change* changes,
                                       size_t count, mandate_table** moved,
                                       mandate_error** err) noexcept {
    if (moved != nullptr) *moved = nullptr;
    return guard("mandate_schedule_change", err, [&](const call& in) {
        mandate_schedule& of = mandate::capi::opened_schedule(in, schedule);
        const auto all = mandate::capi::read(in, changes, count);
        const std::unique_lock alone{of.changing};
        std::unique_ptr<mandate_table> told;
        mandate::capi::change_live(of, [&](mandate::live_schedule& live) {
            if (moved == nullptr) return live.change(all);
            mandate::live_schedule now{live};
            now.change(all);
            told.reset(new mandate_table{mandate::capi::moved_of(now, live)});
            live = std::move(now);
        });
        if (moved != nullptr) *moved = told.release();
    });
}

mandate_status mandate_schedule_calendar(mandate_schedule* schedule, int32_t number,
                                         const mandate_calendar* calendar,
                                         mandate_error** err) noexcept {
    return guard("mandate_schedule_calendar", err, [&](const call& in) {
        mandate_schedule& of = mandate::capi::opened_schedule(in, schedule);
        const mandate::work_calendar& days = mandate::capi::opened(in, calendar);
        const std::unique_lock alone{of.changing};
        mandate::capi::change_live(of, [&](mandate::live_schedule& live) {
            live.set_calendar(static_cast<std::uint32_t>(number), days);
        });
    });
}

mandate_status mandate_schedule_copy(const mandate_schedule* schedule, mandate_schedule** out,
                                     mandate_error** err) noexcept {
    return guard("mandate_schedule_copy", err, [&](const call& in) {
        mandate_schedule*& answer = in.output(out, "out");
        const mandate_schedule& of = mandate::capi::opened_schedule(in, schedule);
        const std::unique_lock alone{of.changing};  // for what is shared, a copy is a write
        auto made = std::make_unique<mandate_schedule>();
        if (of.live) made->live.emplace(*of.live);
        made->lots = of.lots;
        made->of = of.of;
        made->value = of.value;
        made->link_numbers = of.link_numbers;
        answer = made.release();
    });
}

mandate_status mandate_schedule_plan(const mandate_schedule* schedule, mandate_plan** out,
                                     mandate_error** err) noexcept {
    return guard("mandate_schedule_plan", err, [&](const call& in) {
        mandate_plan*& answer = in.output(out, "out");
        const mandate::capi::schedule_read s{in, schedule};
        auto made = std::make_unique<mandate_plan>();
        made->value = mandate::capi::plan_now(*schedule, nullptr);
        answer = made.release();
    });
}
