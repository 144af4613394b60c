#pragma once
// Why tasks slip, and who held them (lib/README.md, decision 37). Slip is against the baseline, in
// working days of the ledger's calendar; delay is against the deadline: another number.

#include "model/task_facts.hpp"
#include "review/counted_by_parts.hpp"
#include "review/holder_of_days.hpp"
#include "review/ledger_schedule.hpp"
#include "review/lens.hpp"
#include "review/task_days.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace mandate {

struct task_slip {
    std::optional<civil_day> baseline_finish;  ///< absent: it has no slip
    std::optional<civil_day> finish;           ///< actual, else forecast; absent: no forecast
    bool actual = false;
    std::optional<int> slip;
    /// The task whose link demanded the latest day and was waited for, of a whole the part by which
    /// it did; of a whole itself the part it is finished with. no_row: its chain begins here.
    row_number driver = no_row;
    bool has_parts = false;  ///< its dates are those of its parts
};

/// Slips of all tasks, and who held them. Cost: one schedule of the ledger (two with a baseline
/// that is named), linear in tasks and links; where the ledger keeps that schedule and the days of
/// its tasks, a few numbers for each task and link.
class attribution {
public:
    /// `baseline`: the plan as of this event; absent: each task's own, of when it was recorded.
    /// @throws error{errc::out_of_range} for an event that is not known in the view.
    attribution(const lens& through, std::optional<std::int64_t> baseline);

    task_slip of(row_number task) const;
    std::optional<int> slip(row_number task) const {
        return slip_[task] == none ? std::nullopt : std::optional<int>{slip_[task]};
    }
    /// False: each chain is one task.
    bool has_drivers() const noexcept { return !driver_.empty(); }
    row_number driver(row_number task) const { return driver_.empty() ? no_row : driver_[task]; }
    /// Whether the viewer may not see that it waits for its driver: the task there may be shown,
    /// but a link of a whole above one of them is not (lib/README.md, decision 121).
    bool is_driver_hidden(row_number task) const {
        return !hidden_links_.empty() && hidden_links_[task];
    }
    /// A whole is done with its parts. Cost: the versions of the task.
    task_facts facts(row_number task) const;

    /// From the task where it begins to this one. Empty: it has no slip.
    std::vector<row_number> chain_to(row_number task) const;
    /// By which its slip differs from that of its driver. @pre it has a slip.
    int share(row_number task) const;
    /// Who held the days of its share; their sum is the share. Ordered by how, then as they came.
    /// What was owed to its wholes, or waived of them, holds for it, too.
    std::vector<held_days> holders(row_number task) const;
    /// Whether holders() is the only lead or nobody, and the columns say who (`lead`).
    bool is_held_by_lead(row_number task) const;
    row_number lead(row_number task) const { return days_->lead(task); }

    /// The tasks that slipped and have no parts: what sums are made of.
    bool is_summed(row_number task) const {
        return slip_[task] != none && slip_[task] > 0 && !has_parts(task);
    }

private:
    static constexpr std::int32_t none = INT32_MIN;

    struct days_held {
        civil_day first, last;
    };

    bool has_parts(row_number task) const;
    /// When what waits for its finish may go on. By number in the plan, as the next.
    civil_day let_go(std::uint32_t number) const;
    /// The task itself, or that of its parts which lets go last.
    std::uint32_t last_of(std::uint32_t number) const;
    /// The task itself, or that of its parts which begins first.
    std::uint32_t first_of(std::uint32_t number) const;
    /// The innermost task from the part up to the whole, itself included, that has a slip; no_row:
    /// none has.
    row_number innermost_slipped(std::uint32_t part, std::uint32_t whole) const;
    /// For the acceptance of a task before it, which was done and let it start only then.
    struct wait {
        row_number before = no_row;  ///< no_row: it waited for none; of a whole the part
        civil_day first{}, last{};   ///< the days on which it waited
        bool shown = true;           ///< the link is
    };
    /// A link from a task that let go only when it was accepted.
    struct awaited_link {
        std::uint32_t after, link;
        civil_day start;  ///< on which it lets it start

        bool operator<(const awaited_link& other) const noexcept {
            return after != other.after ? after < other.after : link < other.link;
        }
    };
    wait wait_of(row_number task) const { return waits_.empty() ? wait{} : waits_[task]; }
    /// The acceptance for which `waiting` waited behind `driver`, which let it start on `start`.
    wait wait_behind(std::uint32_t waiting, std::uint32_t driver, civil_day start) const;
    /// A whole that a task is a part of, and since when: it and all between.
    struct whole_above {
        std::uint32_t number = no_task;
        civil_day since = first_day;
    };
    /// The end where no such link leads to the task.
    std::vector<awaited_link>::const_iterator first_awaited(std::uint32_t after) const;
    void find_awaiting_wholes(const std::vector<std::uint32_t>& wholes_first);
    civil_day bound_since(std::uint32_t link) const;
    /// Ascending; together as many working days as the share. @pre share > 0.
    std::vector<days_held> days_of_share(row_number task, int share) const;
    void find_baselines(std::optional<std::int64_t> baseline);
    void find_slips();
    void find_drivers();
    void find_parts_that_bind();

    const lens& through_;
    const std::shared_ptr<const task_days> days_;  // null: they do not say what this view sees
    const ledger_schedule now_;
    const bulk_schedule::dates& dates_;
    std::optional<counted_by_parts> wholes_;  ///< absent: no task has parts
    std::vector<civil_day> baseline_;         ///< by row, as all below; no_day: it has none
    std::vector<std::int32_t> slip_;          ///< none: it has none
    std::vector<row_number> driver_;  ///< empty: there are neither links nor parts; as waits_
    std::vector<wait> waits_;
    std::vector<bool> hidden_links_;             ///< empty: all are shown
    std::vector<std::uint32_t> last_to_let_go_;  ///< by number; empty: no task has parts
    std::vector<std::uint32_t> first_to_begin_, last_to_finish_;  ///< the same
    std::vector<awaited_link> awaited_;        ///< in order; while drivers are looked for
    std::vector<whole_above> awaiting_whole_;  ///< by number; empty: as awaited_, or as wholes_
    std::vector<std::vector<row_number>> consultations_;  ///< empty: there are none
};

}  // namespace mandate
