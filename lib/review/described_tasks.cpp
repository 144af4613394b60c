#include "review/described_tasks.hpp"

#include "mandate/review/review.hpp"
#include "model/review_life.hpp"
#include "model/task_facts.hpp"
#include "review/counted_by_parts.hpp"
#include "review/describe_task.hpp"
#include "review/waiting.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace mandate {
namespace {

class describing final : public task_source {
public:
    describing(const lens& through, std::shared_ptr<const state> record,
               const describing_request& how, review_lines lines)
        : record_{std::move(record)},
          through_{through.alone()},
          how_{how},
          lines_{std::move(lines)} {}

    std::size_t size() const override { return lines_.all.size(); }

    review_task describe(std::size_t position) override {
        make_what_all_share();
        const review_line& line = lines_.all[position];
        const reviewed_task read{line.row, facts(*wholes_at_end_, line.row, how_.class_day),
                                 facts_now(line.row)};
        review_task task = describe_task(through_, read, asked_);
        task.placeholder = line.placeholder;
        const row_number c = through_.access().class_of(entity_kind::task, line.row);
        if (c != no_row) task.access_class = through_.record.access_classes[c].code;
        task.times_carried_late = carried_->of(line.row);
        task.planned_for_period = line.planned_for_period;
        task.planned_for_next = line.planned_for_next;
        task.key_task_of_next = line.key_task_of_next;
        task.waiting = waiting_->on(line.row);
        count_waiting_on(line.row, task);
        return task;
    }

    std::size_t find(std::string_view code) const override {
        const auto row = through_.record.find(entity_kind::task, code);
        if (!row) return size();
        for (std::size_t run = 0; run < lines_.runs.size(); ++run) {
            const auto begin = lines_.all.begin() + static_cast<std::ptrdiff_t>(lines_.runs[run]);
            const auto end =
                run + 1 < lines_.runs.size()
                    ? lines_.all.begin() + static_cast<std::ptrdiff_t>(lines_.runs[run + 1])
                    : lines_.all.end();
            const auto found = std::lower_bound(
                begin, end, *row,
                [](const review_line& line, row_number wanted) { return line.row < wanted; });
            if (found != end && found->row == *row)
                return static_cast<std::size_t>(found - lines_.all.begin());
        }
        return size();
    }

private:
    task_facts facts(const counted_by_parts& wholes, row_number task, civil_day on) const {
        return wholes.judged(
            task, facts_of(through_.record, through_.record.tasks[task], on, through_.times));
    }
    task_facts facts_now(row_number task) const {
        return facts(*wholes_now_, task, through_.times.as_of);
    }

    void make_what_all_share() {
        if (waiting_) return;
        wholes_at_end_.emplace(through_, how_.class_day, &how_.parts);
        wholes_now_.emplace(through_, through_.times.as_of, &how_.parts);
        asked_ = consultations_of(through_);
        // What was closed counts from then on, on whichever day it was closed.
        carried_.emplace(through_.record, view{last_day, through_.times.known}, how_.of.first());
        waiting_.emplace(through_, *wholes_now_, [this](row_number task) {
            const task_facts now = facts_now(task);
            return now.stated != nullptr && is_open(now.its_class);
        });
        cost_of_counts_ = waiting_->cost_of_counts();
    }

    // Counted one by one until that has cost as much as counting all at once; then all at once. So
    // few tasks cost little, and many no more than twice what is best.
    void count_waiting_on(row_number task, review_task& told) {
        if (!counts_ && (how_.of_some_agencies || met_ <= cost_of_counts_)) {
            const auto [shown, not_shown] = waiting_->all_on(task);
            met_ += shown.size();
            told.waiting_in_all = static_cast<int>(shown.size());
            told.waiting_not_shown = not_shown;
            return;
        }
        if (!counts_) counts_ = waiting_->counts();
        const auto found = counts_->find(task);
        told.waiting_in_all = found == counts_->end() ? 0 : found->second;
    }

    const std::shared_ptr<const state> record_;  // kept alive; null: somebody else does
    const lens through_;
    const describing_request how_;
    const review_lines lines_;
    // Made with the first task that is read.
    std::optional<counted_by_parts> wholes_at_end_, wholes_now_;
    consultations_by_task asked_;
    std::optional<times_carried_late> carried_;
    std::optional<waiting_tasks> waiting_;
    std::size_t met_ = 0, cost_of_counts_ = 0;
    std::optional<std::unordered_map<row_number, int>> counts_;
};

}  // namespace

std::unique_ptr<task_source> tasks_as_asked(const lens& through,
                                            std::shared_ptr<const state> record,
                                            const describing_request& how, review_lines lines) {
    return std::make_unique<describing>(through, std::move(record), how, std::move(lines));
}

}  // namespace mandate
