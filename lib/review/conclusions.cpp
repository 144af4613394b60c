// What became of what meetings concluded, and which conclusions the meeting on a period goes
// through.

#include "model/handed_over.hpp"
#include "model/task_facts.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/matters.hpp"
#include "review/population.hpp"
#include "review/warnings.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mandate {
namespace {

/// The meetings before the one on a period, of the body that holds it (lib/README.md, decision
/// 151); where that one is not recorded, those of all bodies before the cut-off.
class meetings_before {
public:
    meetings_before(const lens& through, const period& of)
        : through_{through}, before_{through.times.as_of} {
        if (const auto own = row_of_meeting(through, of)) {
            const auto* meeting = statement_of(through.record.meetings[*own], through.times);
            before_ = std::min(before_, meeting->effective_on);
            body_ = goes_on(meeting->value.body);
        }
        std::optional<civil_day> last, last_alike;
        for (row_number m = 0; m < through.record.meetings.size(); ++m) {
            if (!has(m) || !through.may_see(entity_kind::meeting, m)) continue;
            const civil_day on = told(m)->effective_on;
            last = std::max(last.value_or(on), on);
            const auto& reviewed = told(m)->value.reviews;
            if (reviewed && reviewed->kind() == of.kind() && reviewed->first() < of.first())
                last_alike = std::max(last_alike.value_or(on), on);
        }
        since_ = last_alike ? last_alike : last;
    }

    bool has(row_number meeting) const {
        return told(meeting) != nullptr && told(meeting)->effective_on < before_ &&
               (body_ == no_row || goes_on(told(meeting)->value.body) == body_);
    }
    /// Held since the last one on such a period, that one included; else the last of all.
    bool is_recent(row_number meeting) const {
        return has(meeting) && told(meeting)->effective_on >= *since_;
    }

private:
    const version<meeting_record::statement>* told(row_number meeting) const {
        return through_.record.meetings[meeting].stated.at(through_.times);
    }
    row_number goes_on(row_number body) const {
        const row_number now = going_on(through_, body);
        return now == no_row ? body : now;
    }

    const lens& through_;
    civil_day before_;
    row_number body_ = no_row;  // no_row: all
    std::optional<civil_day> since_;
};

struct tasks_of_conclusion {
    std::vector<row_number> tasks;
    class_counts classes;
    std::int64_t not_shown = 0;
    bool concerns = false;  ///< one of them is led or coordinated by who is asked for

    bool goes_on() const {
        return classes[task_class::open_overdue] + classes[task_class::open_in_time] +
                   classes[task_class::open_without_deadline] + classes[task_class::suspended] >
               0;
    }
};

// By conclusion. Cost: the tasks.
std::vector<tasks_of_conclusion> tasks_that_grew(const lens& through,
                                                 const std::vector<row_number>& agencies) {
    const state& s = through.record;
    std::vector<tasks_of_conclusion> grew(s.conclusions.size());
    const counted_by_parts wholes{through, through.times.as_of};
    const auto grew_from = [&](row_number task) {
        const auto* told = s.tasks[task].stated.at(through.times);
        return told == nullptr || told->value.instance ? no_row : told->value.more().conclusion;
    };
    const auto any = [&](const auto& rows) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](row_number a) { return contains(agencies, a); });
    };
    std::map<row_number, bool> from;  // whether the viewer may see the way to it
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        from.clear();
        const row_number own = grew_from(t);
        const bool shown = through.may_see(entity_kind::task, t);
        if (own != no_row) from.emplace(own, shown);
        bool way_shown = shown;
        each_whole(through, t, [&](row_number whole) {
            way_shown = way_shown && through.may_see(entity_kind::task, whole);
            if (const row_number one = grew_from(whole); one != no_row)
                from.emplace(one, way_shown);
        });
        if (from.empty()) continue;
        const task_facts facts = facts_of(s, s.tasks[t], through.times.as_of, through.times);
        if (facts.stated == nullptr) continue;
        if (shown && own != no_row) grew[own].tasks.push_back(t);
        const bool concerns = any(*facts.leads) || any(*facts.coordinating);
        for (const auto& [one, is_shown] : from) {
            grew[one].concerns |= is_shown && concerns;
            if (wholes.has(t)) continue;  // it is done or open by its parts
            if (is_shown)
                grew[one].classes.add(facts.its_class);
            else
                ++grew[one].not_shown;
        }
    }
    for (tasks_of_conclusion& one : grew)
        std::sort(one.tasks.begin(), one.tasks.end(),
                  [&](row_number a, row_number b) { return s.tasks[a].code < s.tasks[b].code; });
    return grew;
}

bool is_addressed_to(const lens& through, const std::vector<row_number>& addressed,
                     const std::vector<row_number>& agencies) {
    return std::any_of(addressed.begin(), addressed.end(), [&](row_number a) {
        return contains(agencies, a) || contains(agencies, going_on(through, a));
    });
}

}  // namespace

table answer_conclusions(const lens& through, const arguments& args) {
    using f = field;
    const state& s = through.record;
    const row_number meeting = asked_row(through, args, f::meeting);
    const std::vector<row_number> agencies = asked_rows(through, args, f::agency);
    const auto wanted = args.integer(f::conclusion_kind);
    std::optional<meetings_before> before;
    if (args.has(f::period)) before.emplace(through, begun_period(through, args));
    const auto told_of = [&](row_number row) -> const conclusion_record::statement& {
        return s.conclusions[row].stated.at(through.times)->value;
    };
    std::vector<row_number> rows = rows_by_code(through, entity_kind::conclusion, s.conclusions);
    std::erase_if(rows, [&](row_number row) {
        const auto& told = told_of(row);
        return (meeting != no_row && told.meeting != meeting) ||
               (wanted && static_cast<std::int64_t>(told.kind) != *wanted) ||
               (before && !before->has(told.meeting));
    });
    answer_rows out{question_kind::conclusions};
    if (rows.empty()) return out.finish(args);
    const std::vector<tasks_of_conclusion> grew = tasks_that_grew(through, agencies);
    for (const row_number row : rows) {
        const auto& told = told_of(row);
        const tasks_of_conclusion& its = grew[row];
        const std::vector<row_number> addressed_to =
            owers_of(s, {entity_kind::conclusion, row}, told.addressed_to, through.times);
        if (before && !before->is_recent(told.meeting) && !its.goes_on()) continue;
        if (!agencies.empty() && !its.concerns && !is_addressed_to(through, addressed_to, agencies))
            continue;
        out.put(s.conclusions[row].code);
        out.put(code_of(s.meetings, told.meeting));
        out.put(choice_name(f::conclusion_kind, static_cast<std::int64_t>(told.kind)));
        out.put(told.text.vi);
        out.put(codes_of(s.agencies, addressed_to));
        out.put(codes_of(s.tasks, its.tasks));
        const class_counts& n = its.classes;
        out.put(n.done());
        out.put(n[task_class::open_overdue] + n[task_class::open_in_time] +
                n[task_class::open_without_deadline]);
        out.put(n[task_class::open_overdue]);
        out.put(its.not_shown);
        out.put(n[task_class::done_in_time]);
        out.put(n[task_class::done_late]);
        out.put(n.total());
        const auto* held = s.meetings[told.meeting].stated.at(through.times);
        const multilingual name = held == nullptr ? multilingual{} : through.text(held->value.name);
        out.put(held == nullptr ? std::nullopt : std::optional{held->effective_on});
        for (const std::string* text : {&name.vi, &name.en, &name.tr}) out.put(*text);
        out.put(told.text.en);
        out.put(told.text.tr);
    }
    return out.finish(args);
}

}  // namespace mandate
