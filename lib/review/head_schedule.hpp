#pragma once
// The schedule of the whole ledger that follows the record: what a batch changed is changed in it,
// too, instead of computing everything anew.

#include "graph/shared_column.hpp"
#include "graph/slack_blocks.hpp"
#include "mandate/graph/editable_schedule.hpp"
#include "review/lens.hpp"
#include "review/planned_task.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace mandate {

/// Dates of every task as of one day, by everything recorded up to one revision, with the default
/// scope and policy: those of schedule{plan_of(through, {})}. Tasks and links are known by their
/// rows. Tasks with parts are no tasks of the editable schedule inside: links to and from them
/// stand between their parts.
///
/// A copy shares its memory. Of one object that nobody changes, any thread may read. About 250
/// bytes a task with three links.
class head_schedule {
public:
    /// @throws error where it cannot be kept, so that a schedule made in bulk has to say what is
    /// wrong: errc::cycle, errc::out_of_range; errc::invalid_argument where the links of tasks with
    /// parts stand for very many.
    head_schedule(std::shared_ptr<const state> record, const lens& through);
    head_schedule(const head_schedule& other);

    civil_day as_of() const noexcept { return times_.as_of; }
    seq_number revision() const noexcept { return times_.known; }

    /// Follows the record to a later revision, seen through a lens of the same day. False: it must
    /// be made anew, because too much has changed, a calendar has, or the first day of all; or, if
    /// it throws, as the constructor. Then it is of no use any more.
    /// Cost: the chunks of rows that changed, and what the changes move.
    bool follow(std::shared_ptr<const state> record, const lens& through);

    /// The first day of all.
    civil_day start() const noexcept { return start_; }
    bool is_planned(row_number task) const { return tree_[task].planned; }
    /// @pre is_planned(task)
    scheduled_task at(row_number task) const;
    const work_calendar& own_calendar(row_number task) const;

    struct step {
        row_number task;
        driver by;
        row_number predecessor = no_row, link = no_row;
    };
    /// As schedule::driving_chain. Cost: the tasks in the chain and their links.
    std::vector<step> driving_chain(row_number task) const;
    /// As moved_by_delay; by row. @throws as editable_schedule::moved_by.
    std::vector<moved_task> moved_by_delay(row_number task, std::int32_t days) const;

private:
    // Parts of a task stand in a list. Of all tasks, also those that are not planned.
    struct place {
        row_number parent = no_row, first_part = no_row, next_part = no_row;
        bool planned = false;
    };
    struct changed_task {
        row_number row;
        planned_task was, is;
    };

    // What the record says.
    planned_task read(const lens& through, row_number task);
    const link_record::statement* told(const state& s, row_number link, const view& at) const;
    std::vector<changed_task> changed_tasks(const lens& before, const lens& now);
    bool follow_start(const std::vector<changed_task>& changed);

    // The tree of parts.
    bool is_whole(row_number task) const;
    row_number whole_of(row_number task) const;
    std::vector<row_number> leaves_of(row_number task) const;
    void move(row_number task, row_number parent, bool planned);
    void require_tree() const;
    void require_top_above(row_number task) const;
    template <class Take>
    void each_below(row_number task, Take&& take) const;

    // The editable schedule inside.
    struct inherited {
        civil_day not_before, must_start, not_after;
        bool suspended;
        explicit inherited(const planned_task& own);
        void add(const planned_task& whole);
    };
    inherited inherited_by(const lens& through, row_number leaf, const planned_task& own);
    plan first_plan(const lens& through);
    void set(const lens& through, row_number task);
    void begin_wholes(const lens& through);
    template <class Take>
    void each_link_between_leaves(const link_record::statement& l, Take&& take) const;
    void index_link(row_number link, const link_record::statement& l);
    void forget_link(row_number link, const link_record::statement& l);

    std::shared_ptr<const state> record_;  // shared_ptr: the ledger goes on meanwhile
    view times_;
    civil_day start_;
    std::size_t starting_ = 0;  // planned tasks that were assigned on the first day
    plan_calendars calendars_;
    shared_column<place> tree_;
    slack_blocks links_of_;  // of each task: rows of links, told now, that name it
    std::optional<editable_schedule> dates_;
    std::map<row_number, civil_day> must_begin_;  // wholes that must start on a day
    std::set<row_number> beginning_;  // the parts that must, because such a whole begins with them
    mutable std::mutex copying_;      // to copy a schedule is a write to it
};

}  // namespace mandate
