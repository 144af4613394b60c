// What agencies coordinate in the tasks of a period: each by its own day and answer, whoever leads.

#include "review/answers.hpp"
#include "review/population.hpp"
#include "review/question_parts.hpp"
#include "review/schedule_keeper.hpp"
#include "review/task_days.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using f = field;

struct coordinated_task {
    row_number agency, task;
    part_of_task part;  ///< on the class day
    task_class of_task;
    std::vector<row_number> leads;
};

class parts_in_period {
public:
    parts_in_period(const lens& through, const period& of, std::vector<row_number> only)
        : through_{through},
          only_{std::move(only)},
          days_{through.schedules == nullptr ? nullptr
                                             : through.schedules->keeper->days(*through.schedules)},
          tasks_{through, of, days_ ? &days_->parts() : nullptr},
          at_end_{through.on(tasks_.class_day())} {
        if (days_ && !only_.empty()) {
            for (const row_number t : days_->of_agencies(only_)) take(t);
            return;
        }
        const bool in_columns = days_ && through.times.known == through.record.revision();
        for (row_number t = 0; t < through.record.tasks.size(); ++t)
            if (!in_columns || !days_->holds(t) || !days_->coordinating(t).empty()) take(t);
    }

    std::vector<coordinated_task> by_agency() && {
        const state& s = through_.record;
        const auto key = [&](const coordinated_task& one) {
            return std::tuple{std::string_view{s.agencies[one.agency].code},
                              std::string_view{s.tasks[one.task].code}};
        };
        std::sort(found_.begin(), found_.end(),
                  [&](const auto& a, const auto& b) { return key(a) < key(b); });
        return std::move(found_);
    }

private:
    void take(row_number t) {
        if (!through_.may_see(entity_kind::task, t)) return;
        const task_in_period read = tasks_.read(t);
        const bool by_parts = read.part == review_part::counted_by_parts;
        if ((read.part != review_part::population && !by_parts) || read.now.coordinating->empty())
            return;
        const std::vector<part_of_task> then =
            parts_of(at_end_, through_.record.tasks[t], read.at_end);
        for (const row_number agency : *read.now.coordinating) {
            if (contains(*read.now.leads, agency)) continue;
            if (!only_.empty() && !contains(only_, agency)) continue;
            coordinated_task one{agency,
                                 t,
                                 {},
                                 read.at_end.its_class,
                                 {read.now.leads->begin(), read.now.leads->end()}};
            bool is_told = false;
            for (const part_of_task& part : then) {
                if (part.agency != agency || part.role != assignment_role::coordinating) continue;
                is_told = true;
                one.part = part;
                // In a whole who only takes part does so in its parts.
                if (!by_parts || part.its_class) found_.push_back(one);
            }
            if (!is_told && !by_parts) found_.push_back(std::move(one));
        }
    }

    const lens& through_;
    const std::vector<row_number> only_;           // empty: all
    const std::shared_ptr<const task_days> days_;  // null: nobody keeps them
    const population tasks_;
    const lens at_end_;
    std::vector<coordinated_task> found_;
};

}  // namespace

table answer_own_parts(const lens& through, const arguments& args) {
    const state& s = through.record;
    const period of = begun_period(through, args);
    answer_rows out{question_kind::own_parts};
    for (const coordinated_task& one :
         parts_in_period{through, of, asked_rows(through, args, f::agency)}.by_agency()) {
        const part_of_task& part = one.part;
        out.put(s.agencies[one.agency].code);
        out.put(s.tasks[one.task].code);
        out.put(s.tasks[one.task].stated.at(through.times)->value.title_vi);
        out.put(codes_of(s.agencies, one.leads));
        out.put(part.obligation);
        out.put(part.its_class ? part.due : std::nullopt);
        out.put(part.answer == nullptr ? std::nullopt : std::optional{part.answer->effective_on});
        out.put(part.its_class ? name_of(*part.its_class) : std::string_view{});
        out.put(name_of(one.of_task));
    }
    return out.finish(args);
}

}  // namespace mandate
