#pragma once
// The days of tasks in columns, so that classing and counting all of them costs little more than
// reading four numbers a task, whatever the day that is asked for; and which tasks an agency has.

#include "mandate/model/task_class.hpp"
#include "model/state.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace mandate {

/// Of most tasks four days and one lead say in which class they are on any day. The others (a
/// deadline that was revised, work that was returned or suspended, parts and wholes, corrections,
/// several leads ...) are listed, and read from their records. By all that a revision knows.
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
    /// The tasks that some of the agencies ever led or coordinated, ascending. Cost: these.
    std::vector<row_number> of_agencies(std::span<const row_number> agencies) const;

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

private:
    void read(row_number task);
    void list_others();

    std::shared_ptr<const state> record_;
    std::vector<std::int32_t> assigned_;   // never: one of the others
    std::vector<std::int32_t> due_;        // never: none
    std::vector<std::int32_t> handed_in_;  // or completed; never: not yet
    std::vector<std::int32_t> accepted_;   // from when it is known to be done; never: not answered
    std::vector<std::uint16_t> lead_;      // row; as many as there are agencies: nobody
    std::vector<bool> whole_;              // it ever had a part
    std::vector<row_number> others_, parts_;          // ascending
    std::vector<std::vector<row_number>> of_agency_;  // ascending
};

}  // namespace mandate
