// Classes and rates of a period by agency, document, field or priority, beside those of the period
// before and of the same period a year ago. One pass over the tasks, without a word of any of them;
// by agency over their days in columns.

#include "review/review_figures.hpp"

#include "mandate/model/descriptor.hpp"
#include "model/pending.hpp"
#include "review/answers.hpp"
#include "review/periods_beside.hpp"
#include "review/population.hpp"
#include "review/question_parts.hpp"
#include "review/schedule_keeper.hpp"
#include "review/task_days.hpp"
#include "review/task_links.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace mandate {
namespace {

using f = field;

constexpr std::size_t span_count = 3;  // the period, the one before, the same a year ago
using figures = std::array<class_counts, span_count>;

void add(figures& to, const figures& more) {
    for (std::size_t i = 0; i < span_count; ++i)
        for (std::size_t c = 0; c < task_class_count; ++c) to[i].of[c] += more[i].of[c];
}
bool is_empty(const figures& all) {
    return std::all_of(all.begin(), all.end(), [](const auto& c) { return c.total() == 0; });
}

// A period that lies in the past of the cut-off, with the eyes of its last day.
struct looked_at {
    period span;
    lens through;
    population tasks;

    looked_at(const lens& from, const period& of, const std::vector<row_number>* parts)
        : span{of},
          through{from.on(std::min(of.last(), from.times.as_of))},
          tasks{from, of, parts} {}
};

// The period, and the one before it and the same a year ago where there are such.
std::array<std::optional<looked_at>, span_count> look(const lens& through, const period& of,
                                                      const std::vector<row_number>* parts) {
    std::array<std::optional<looked_at>, span_count> all;
    all[0].emplace(through, of, parts);
    const periods_beside beside = periods_beside_of(through, of);
    if (beside.before) all[1].emplace(through, *beside.before, parts);
    if (beside.year_ago) all[2].emplace(through, *beside.year_ago, parts);
    return all;
}

// Counts by row or number of a key; its words are read for the answer only.
class counting {
public:
    counting(const lens& through, grouping_kind by, const period& of,
             const std::vector<row_number>& only)
        : through_{through},
          s_{through.record},
          by_{by},
          only_{only},
          days_{by == grouping_kind::agency || !only.empty() ? days_of(through) : nullptr},
          spans_{look(through, of, days_ ? &days_->parts() : nullptr)} {
        if (by == grouping_kind::document) links_.emplace(through);
        const bool columns = by == grouping_kind::agency && days_ && in_columns(through);
        if (columns && only.empty()) {
            take_columns([&](const auto& windows) { days_->count(windows, groups_); });
            for (const row_number t : days_->others()) take(t);
        } else if (columns) {
            const std::vector<row_number> rows = days_->of_agencies(only);
            take_columns([&](const auto& windows) {
                for (const row_number t : rows)
                    if (days_->holds(t) && days_->is_led_by(t, only))
                        days_->count(windows, t, groups_);
            });
            for (const row_number t : rows)
                if (!days_->holds(t)) take(t);
        } else if (days_ && !only.empty()) {
            for (const row_number t : days_->of_agencies(only)) take_shown(t);
        } else {
            for (row_number t = 0; t < s_.tasks.size(); ++t) take_shown(t);
        }
    }

    const figures& all() const { return all_; }
    /// By row of the key.
    const std::vector<figures>& groups() const { return groups_; }
    std::map<std::string, figures> by_key() const {
        std::map<std::string, figures> rows;
        for (std::size_t k = 0; k < groups_.size(); ++k)
            if (!is_empty(groups_[k])) rows.emplace(name_of_key(k), groups_[k]);
        if (!is_empty(without_)) rows.emplace("(none)", without_);
        return rows;
    }

private:
    static std::shared_ptr<const task_days> days_of(const lens& through) {
        if (through.schedules == nullptr) return nullptr;
        return through.schedules->keeper->days(*through.schedules);
    }
    // Where all is seen that the revision knows.
    static bool in_columns(const lens& through) {
        return through.viewer == no_row && through.times.known == through.record.revision();
    }

    void take_shown(row_number t) {
        if (through_.may_see(entity_kind::task, t)) take(t);
    }

    template <class Count>
    void take_columns(Count&& count) {
        // A span that is not covered begins after its end: nothing is in it.
        std::array<task_days::window, span_count> windows;
        windows.fill({last_day, first_day, through_.times.as_of});
        for (std::size_t i = 0; i < span_count; ++i)
            if (spans_[i])
                windows[i] = {spans_[i]->span.first(), spans_[i]->tasks.class_day(),
                              through_.times.as_of};
        groups_.resize(s_.agencies.size() + 1);
        count(windows);
        for (const figures& one : groups_) add(all_, one);
        without_ = groups_.back();
        groups_.pop_back();
    }

    void take(row_number t) {
        bool counts = false;
        figures one{};
        const task_facts now = facts_of(s_, s_.tasks[t], through_.times.as_of, through_.times);
        if (by_ != grouping_kind::coordinating && now.stated != nullptr && !is_led_by(now, only_))
            return;
        for (std::size_t i = 0; i < span_count; ++i) {
            if (!spans_[i]) continue;
            const task_in_period read = spans_[i]->tasks.read(t, now);
            const bool by_parts = read.part == review_part::counted_by_parts;
            if (by_ == grouping_kind::coordinating &&
                (by_parts || read.part == review_part::population))
                take_parts(t, i, read);
            if (by_ == grouping_kind::coordinating || read.part != review_part::population)
                continue;
            one[i].add(read.at_end.its_class);
            counts = true;
        }
        if (!counts) return;
        add(all_, one);
        bool grouped = false;
        each_key(t, now, [&](std::size_t key) {
            grouped = true;
            add(group(key), one);
        });
        if (!grouped) add(without_, one);
    }

    // A coordinating agency by its own day and answer, where something of its own is stated.
    void take_parts(row_number t, std::size_t span, const task_in_period& read) {
        for (const part_of_task& part : parts_of(spans_[span]->through, s_.tasks[t], read.at_end)) {
            if (part.role != assignment_role::coordinating || !part.its_class ||
                !is_asked(part.agency) || !contains(*read.now.coordinating, part.agency) ||
                contains(*read.now.leads, part.agency))
                continue;
            all_[span].add(*part.its_class);
            group(part.agency)[span].add(*part.its_class);
        }
    }

    bool is_asked(row_number agency) const { return only_.empty() || contains(only_, agency); }

    template <class Take>
    void each_key(row_number t, const task_facts& now, Take&& take) {
        switch (by_) {
            case grouping_kind::agency:
                for (const row_number lead : *now.leads)
                    if (is_asked(lead)) take(lead);
                break;
            case grouping_kind::document:
                for (const row_number d : basis_of(through_, *links_, t))
                    if (through_.may_see(entity_kind::document, d)) take(d);
                break;
            case grouping_kind::field_of_work: {
                const std::string& field = field_of_work_of(now.stated->value);
                if (!field.empty()) take(fields_.try_emplace(field, fields_.size()).first->second);
                break;
            }
            case grouping_kind::priority:
                take(static_cast<std::size_t>(priority_of(s_.tasks[t], through_.times)));
                break;
            case grouping_kind::coordinating:
            case grouping_kind::task:
                break;
        }
    }

    std::string name_of_key(std::size_t key) const {
        if (by_ == grouping_kind::document) return s_.documents[key].code;
        if (by_ == grouping_kind::priority)
            return std::string{choice_name(field::priority, static_cast<std::int64_t>(key))};
        if (by_ != grouping_kind::field_of_work) return s_.agencies[key].code;
        return std::find_if(fields_.begin(), fields_.end(),
                            [&](const auto& one) { return one.second == key; })
            ->first;
    }

    figures& group(std::size_t key) {
        if (groups_.size() <= key) groups_.resize(key + 1);
        return groups_[key];
    }

    const lens& through_;
    const state& s_;
    const grouping_kind by_;
    const std::vector<row_number> only_;           // empty: all
    const std::shared_ptr<const task_days> days_;  // null: every task is read from its record
    const std::array<std::optional<looked_at>, span_count> spans_;
    std::optional<clause_links> links_;
    std::unordered_map<std::string, std::size_t> fields_;
    figures all_{}, without_{};
    std::vector<figures> groups_;
};

void put_shortly(answer_rows& out, const class_counts& c) {
    const rates r = rates_of(c);
    out.put(c.total());
    out.put(r.completion_due.denominator);
    out.put(c[task_class::done_in_time]);
    out.put(r.completion_due.numerator);
}

}  // namespace

std::map<std::string, class_counts> classes_by_lead(const lens& through, const period& of) {
    std::map<std::string, class_counts> leads;
    const counting counted{through, grouping_kind::agency, begun_period(through, of), {}};
    for (row_number a = 0; a < counted.groups().size(); ++a)
        if (counted.groups()[a][0].total() > 0)
            leads.emplace(through.record.agencies[a].code, counted.groups()[a][0]);
    return leads;
}

table answer_review_figures(const lens& through, const arguments& args) {
    const period of = begun_period(through, args);
    const auto by = static_cast<grouping_kind>(args.integer(f::grouped_by).value_or(1));
    const counting counted{through, by, of, asked_rows(through, args, f::agency)};

    const auto how = static_cast<rounding>(args.integer(f::rounding).value_or(1) - 1);
    answer_rows out{question_kind::review_figures};
    const auto put = [&](std::string_view key, const figures& counts) {
        const class_counts& c = counts[0];
        const rates r = rates_of(c);
        out.put(key);
        out.put(c.total());
        for (const std::int64_t n : c.of) out.put(n);
        out.put(r.completion_due.denominator);
        for (const rate& one : {r.completion_due, r.on_time, r.overdue, r.late_of_done,
                                r.completion_all, r.rating_behind})
            out.put(share(one, how));
        out.put_flag(r.completion_due.for_reference_only());
        put_shortly(out, counts[1]);
        put_shortly(out, counts[2]);
        const rate then = rates_of(counts[1]).on_time;
        const std::optional<std::int64_t> on_time = share(r.on_time, how);
        const std::optional<std::int64_t> before = share(then, how);
        const bool changes = on_time && before;
        out.put(changes ? std::optional{*on_time - *before} : std::nullopt);
        const bool few = r.on_time.for_reference_only() || then.for_reference_only();
        out.put(changes ? std::optional<std::int64_t>{few} : std::nullopt);
    };
    put("", counted.all());
    figures sum{};
    for (const auto& [key, counts] : counted.by_key()) {
        put(key, counts);
        add(sum, counts);
    }
    put("(sum)", sum);
    return out.finish(args);
}

}  // namespace mandate
