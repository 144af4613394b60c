#pragma once
// The items of work programmes as they stand on a day.

#include "review/counted_by_parts.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace mandate {

enum class item_state : std::uint8_t { planned, postponed, withdrawn, considered, done, overdue };
std::string_view name_of(item_state s) noexcept;

struct planned_item {
    row_number row;
    const version<item_record::statement>* told;
    const version<programme_record::statement>* programme;
    const item_record::plan* first;
    const item_record::plan* current;
    const item_record::withdrawal* withdrawn = nullptr;
    const version<item_record::consideration>* considered = nullptr;
    std::optional<civil_day> papers_on{};
    std::optional<bool> papers_in_time{};  ///< nothing: not due yet, or no day was stated
    item_state state{};
    /// On which its task was handed in, where its time has passed since, and the answer is awaited.
    std::optional<civil_day> waits_since{};
    bool added = false;  ///< after the day of the programme
    int times_postponed = 0;
    /// Who is to do it now, as named or handed over; empty: whose programme it is in.
    std::vector<row_number> leads{};

    std::vector<row_number> doers() const {
        return leads.empty() ? std::vector{programme->value.agency} : leads;
    }

    /// Without a time of its own an item is planned for the time of its programme.
    const period& time_of(const item_record::plan& plan) const {
        return plan.span ? *plan.span : programme->value.span;
    }
    civil_day due() const { return time_of(*current).last(); }
    /// The one rule for what an answer about a period lists: what is, or first was, planned for a
    /// time that ends in it, and what was due by its end and is not over. @pre of
    /// items_of_programmes, which tells the state
    bool is_of(const period& p) const {
        return p.contains(due()) || p.contains(time_of(*first).last()) ||
               ((state == item_state::overdue || waits_since) && due() <= p.last());
    }
};

/// Every item that the viewer may see, in order of programmes, then of record. `wholes`: of the
/// lens's day.
std::vector<planned_item> items_of_programmes(const lens& through, const counted_by_parts& wholes);

/// What an item that is not withdrawn plans; nothing: there is none. Whether the viewer may see it
/// is for the caller to ask.
struct item_plan {
    row_number task;  ///< no_row: none yet
    period span;
    period programme;

    bool is_in_programme_of(const period& of) const {
        return programme.first() <= of.last() && of.first() <= programme.last();
    }
};
std::optional<item_plan> plan_of_item(const lens& through, row_number item);

/// By task, what the items that the viewer may see plan of it.
struct plans_by_items {
    std::vector<bool> in_period, in_next;
    std::vector<bool> in_programme;  ///< of a programme of days of the period, for whatever time
    bool any_in_period = false;      ///< also of an item that has no task yet
};
plans_by_items planned_by_items(const lens& through, const period& of,
                                const std::optional<period>& next);

}  // namespace mandate
