#pragma once
// Who held a task on a day (lib/README.md, decisions 37 and 114): each day has one holder, the
// first that fits by what was so on that day.

#include "model/days_at_rest.hpp"
#include "model/task_facts.hpp"
#include "review/lens.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {

/// As what somebody held a task on a day: the first that fits. The day on which a condition is
/// fulfilled is no longer of who owed it: the work can go on that day. That of an answer, of an
/// opinion or to what was handed in, is still of who answers.
enum class held_as : std::uint8_t {
    condition,     ///< it owed a condition to the task: lack of means
    acceptance,    ///< it had to accept or return what was handed in
    coordinating,  ///< its opinion or its own part was overdue
    lead,
    objective,  ///< the delay was waived
};
inline constexpr std::size_t held_as_count = 5;
std::string_view name_of(held_as how) noexcept;

/// Working days of one share that one agency held.
struct held_days {
    row_number agency = no_row;  ///< no_row: nobody is named
    held_as how{};
    int days = 0;                          ///< negative: won back
    std::optional<civil_day> from, until;  ///< absent where they were won back
    /// The condition, or the code: of the consultation; of the task before it that waited for its
    /// acceptance.
    std::string because;
};

struct owed_thing;

/// Who held one task on a day. What nobody did by the view's day is owed on all later ones.
class holder_of_days {
public:
    /// `consultations`: about the task; null: none. Cost: the versions of the task, for each day on
    /// which something about an own part of an agency changed.
    holder_of_days(const lens& through, row_number task, const task_facts& facts,
                   const std::vector<row_number>* consultations);

    /// What was handed in of it waited for its acceptance: not of a whole, for whose own nobody
    /// waits (decision 130).
    void wait_for_decisions() { submissions_ = handed_in(row_, facts_); }
    /// A condition that is owed to the whole holds up its parts; of one that may not be shown
    /// neither it nor who owes it is told. `since`: when the task became a part; `cancelled`: when
    /// the whole was. That it is done ends nothing here: then its parts are.
    void wait_for_conditions_of(row_number whole, civil_day since,
                                const std::optional<civil_day>& cancelled) {
        read_conditions(through_.record.tasks[whole], through_.may_see(entity_kind::task, whole),
                        since, cancelled);
    }
    /// Days in which it waited for the acceptance of the task before it, from the first to the
    /// last: they are of who had to accept that one. `shown`: the viewer may see that it waited for
    /// that task.
    void wait_for(row_number before, const task_facts& facts, civil_day first, civil_day last,
                  bool shown);

    /// Without days and length. The leads are told by `leads_on`.
    held_days on(civil_day day) const;
    /// The days after `day` on which another may begin to hold it. Ascending.
    std::vector<civil_day> changes_after(civil_day day) const;
    /// Whoever led it on that day; before it was assigned, whoever led it first.
    std::vector<row_number> leads_on(civil_day day) const;

private:
    /// The days from the first to the last are the agency's.
    struct turn {
        row_number agency;
        civil_day first;
        std::optional<civil_day> last;  ///< absent: it goes on
        std::string because;
        civil_day since;  ///< its own first day, or that of who owed it before

        bool holds(civil_day day) const noexcept { return first <= day && (!last || day <= *last); }
    };
    using turns = std::vector<turn>;

    view seen_on(civil_day day) const {
        return {std::min(day, through_.times.as_of), through_.times.known};
    }
    /// Of a task that rests nobody owes an opinion or a part.
    void put_overdue(turn whole, const owed_thing* thing);
    void put_by_turns(turns& all, held_as how, const turn& whole, const owed_thing* thing) const;
    void read_conditions(const task_record& of, bool shown, civil_day since,
                         const std::optional<civil_day>& cancelled);
    turns handed_in(row_number task, const task_facts& facts) const;
    void read_opinions(const std::vector<row_number>& consultations);
    void read_own_parts();
    std::vector<civil_day> changes_of_parts() const;

    const lens& through_;
    const row_number row_;
    const task_record& task_;
    const task_facts& facts_;
    const std::vector<days_at_rest> rests_;
    turns conditions_, submissions_, overdue_;
};

}  // namespace mandate
