#pragma once
// The days of tasks in columns, so that classing and counting all of them costs little more than
// reading four numbers a task, whatever the day that is asked for; beside them who coordinates, on
// which documents a task stands, of which tasks more must be read, and which tasks an agency has.

#include "mandate/model/task_class.hpp"
#include "model/state.hpp"
#include "review/class_by_days.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace mandate {

/// What was ever said of a task beyond its days: where a bit is missing, nobody need look into the
/// record for that. Of any view of the revision.
enum class beyond_days : std::uint16_t {
    put_off = 1 << 0,         ///< its deadline was revised
    said = 1 << 1,            ///< reported, submitted, completed or explained
    said_by_others = 1 << 2,  ///< ... by an agency that neither leads nor coordinates it
    explained = 1 << 3,
    planned = 1 << 4,    ///< for a period, or as a key task of one
    own_parts = 1 << 5,  ///< obligations, or answers to them
    waived = 1 << 6,
    rated = 1 << 7,  ///< the result, when it was accepted or later
    /// Its length or how it is planned was stated, or its assignment corrected: what was planned at
    /// first is more than its columns say.
    planned_apart = 1 << 8,
    submitted = 1 << 9,
    blocked = 1 << 10,   ///< another body owed it a condition
    expected = 1 << 11,  ///< documents that it is to bring forth
    said_by_coordinating = 1 << 12,
    asked_for_time = 1 << 13,  ///< an extension
    verified = 1 << 14,        ///< its result
};

/// Of most tasks a few days and one lead say in which class they are on any day. The others (work
/// that was returned or suspended, parts and wholes, another lead, several leads ...) are listed,
/// and read from their records. Days are by all that the revision knows. About 50 bytes a task.
class task_days {
public:
    /// Cost: the tasks.
    explicit task_days(std::shared_ptr<const state> record);
    /// Brought up to a later revision of the same ledger. Cost: a copy of the columns, and the rows
    /// that the two do not share.
    task_days(const task_days& earlier, std::shared_ptr<const state> record);

    const state& record() const noexcept { return *record_; }
    /// The tasks that are read from their records, all that are parts of others among them.
    const std::vector<row_number>& others() const noexcept { return others_; }

    // Of any view of the revision, because what was ever said is listed.
    /// The tasks that were ever parts of others.
    const std::vector<row_number>& parts() const noexcept { return parts_; }
    /// The tasks that some of the agencies ever led or coordinated, or said something on,
    /// ascending. Cost: these.
    std::vector<row_number> of_agencies(std::span<const row_number> agencies) const;
    bool has(row_number task, beyond_days what) const noexcept {
        return (beyond_[task] & static_cast<std::uint16_t>(what)) != 0;
    }

    // By all that the revision knows. Days are numbers, as in civil_day::since_epoch().
    static constexpr std::int32_t never = INT32_MAX;
    /// Whether the columns have it. @pre it is so, for all below.
    bool holds(row_number task) const noexcept { return assigned_[task] != never; }
    std::int32_t assigned(row_number task) const noexcept { return assigned_[task]; }
    /// As it was first stated; never: no deadline.
    std::int32_t first_due(row_number task) const noexcept { return due_[task]; }
    /// As in force on the day.
    std::int32_t due(row_number task, std::int32_t on) const noexcept {
        return has(task, beyond_days::put_off) ? revised_due(task, on) : due_[task];
    }
    /// Submitted or completed; never: not yet.
    std::int32_t handed_in(row_number task) const noexcept { return handed_in_[task]; }
    /// From when it is known to be done; never: not answered.
    std::int32_t accepted(row_number task) const noexcept { return accepted_[task]; }
    /// no_row: nobody.
    row_number lead(row_number task) const noexcept {
        return lead_[task] == nobody ? no_row : row_number{lead_[task]};
    }
    std::span<const row_number> coordinating(row_number task) const noexcept {
        const run r = run_of(task);
        return {r.rows, r.coordinating()};
    }
    bool is_led_by(row_number task, std::span<const row_number> agencies) const noexcept;
    /// Its own, not those of its clauses.
    std::span<const row_number> documents(row_number task) const noexcept {
        const run r = run_of(task);
        return {r.rows + r.coordinating(), r.documents()};
    }

    /// Before a look at tasks that lie far from each other: what the columns hold of it is fetched
    /// meanwhile. First all but the lists, then, when that has come, the lists.
    void fetch(row_number task) const noexcept {
        for (const auto* column : {&assigned_, &due_, &handed_in_, &accepted_})
            __builtin_prefetch(&(*column)[task]);
        __builtin_prefetch(&lead_[task]);
        __builtin_prefetch(&beyond_[task]);
        __builtin_prefetch(&lists_at_[task]);
    }
    void fetch_lists(row_number task) const noexcept {
        __builtin_prefetch(&lists_[lists_at_[task]]);
    }

    /// A period that is counted (decision 8): tasks assigned from `first` to `end`, or open the day
    /// before `first`; classes are those of `end`, by what is known on `cut_off`.
    struct window {
        civil_day first, end, cut_off;
    };
    /// Adds to rows[lead] for each window; to the last row where nobody leads. `rows` has one more
    /// than there are agencies. Cost: the columns, once.
    template <std::size_t Windows>
    void count(const std::array<window, Windows>& windows,
               std::vector<std::array<class_counts, Windows>>& rows) const;
    /// The same of one task. @pre the columns hold it.
    template <std::size_t Windows>
    void count(const std::array<window, Windows>& windows, row_number task,
               std::vector<std::array<class_counts, Windows>>& rows) const;
    /// The class on a day by what is known on `cut_off`. @pre it was assigned by then.
    task_class class_on(row_number task, std::int32_t day, std::int32_t cut_off) const noexcept {
        return static_cast<task_class>(
            class_by_days(day, cut_off, due(task, day), handed_in_[task], accepted_[task]));
    }

private:
    static constexpr std::uint16_t nobody = 0xFFFF;

    static constexpr std::size_t most_listed = 0x3FF;

    // The lists of a task: its coordinating agencies, its documents, and pairs of the day of a
    // revision and the deadline that it set.
    struct run {
        const row_number* rows;
        std::uint32_t lengths;

        std::uint32_t coordinating() const noexcept { return lengths & most_listed; }
        std::uint32_t documents() const noexcept { return lengths >> 10 & most_listed; }
        std::uint32_t revisions() const noexcept { return lengths >> 20; }
        std::size_t size() const noexcept {
            return std::size_t{coordinating()} + documents() + std::size_t{2} * revisions();
        }
    };
    run run_of(row_number task) const noexcept {
        const row_number* const lengths = &lists_[lists_at_[task]];
        return {lengths + 1, *lengths};
    }
    std::int32_t revised_due(row_number task, std::int32_t on) const noexcept;
    void read(row_number task);
    void make_room();
    void close_up();
    void list_others();

    std::shared_ptr<const state> record_;
    std::vector<std::int32_t> assigned_;      // never: one of the others
    std::vector<std::int32_t> due_;           // the first; never: none
    std::vector<std::int32_t> handed_in_;     // never: not yet
    std::vector<std::int32_t> accepted_;      // never: not answered
    std::vector<std::uint16_t> lead_;         // row
    std::vector<std::uint16_t> beyond_;       // bits of beyond_days
    std::vector<bool> whole_;                 // it ever had a part
    std::vector<std::uint32_t> lists_at_;     // where its lists begin; 0: it has none
    std::vector<row_number> lists_{0};        // runs, each behind the lengths of its lists
    std::size_t unused_ = 0;                  // of lists_: runs of tasks that were read again
    std::vector<row_number> others_, parts_;  // ascending
    std::vector<row_number> put_off_;         // those in columns, ascending
    std::vector<std::vector<row_number>> of_agency_;  // ascending
};

}  // namespace mandate
