// How much each person has to do.

#include "mandate/base/text.hpp"
#include "model/agency_life.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/question_parts.hpp"
#include "review/responsibilities.hpp"
#include "review/task_links.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace mandate {
namespace {

using f = field;

struct load {
    struct one {
        std::optional<civil_day> due;
        row_number task;
    };
    std::vector<one> tasks;
    std::int64_t overdue = 0, due_soon = 0, without_deadline = 0;
};

using person = std::pair<row_number, row_number>;  // agency, official; no_row: nobody is named

// Who does an agency's part in a task on the day: the one charged with it, else who holds the post
// that is charged with the task's field.
class persons {
public:
    explicit persons(const lens& through) : through_{through} {
        for (const responsibility& r : responsibilities_on(through))
            if (r.charge->value.post != no_row && !r.folded.empty())
                posts_[{r.agency, r.folded}] = r.charge->value.post;
    }

    std::vector<row_number> of(row_number task, const task_facts& facts, row_number agency) const {
        const state& s = through_.record;
        row_number charged = no_row;
        s.tasks[task].life().charges.each(through_.times, [&](const auto& c) {
            if (c.value.agency == agency) charged = c.value.official;
        });
        if (charged != no_row) return {charged};
        const auto post = posts_.find({agency, fold(field_of_work_of(facts.stated->value))});
        std::vector<row_number> found;
        if (post != posts_.end())
            for (const post_holder& one : holders_of(s, post->second, through_.times))
                found.push_back(one.official);
        if (found.empty()) found.push_back(no_row);
        return found;
    }

private:
    const lens& through_;
    std::map<std::pair<row_number, std::string>, row_number> posts_;  // by agency and field
};

}  // namespace

table answer_workload(const lens& through, const arguments& args) {
    const state& s = through.record;
    const row_number agency = asked_row(through, args, f::agency);
    const row_number official = asked_row(through, args, f::official);
    const std::int64_t within = args.integer(f::due_within).value_or(5);
    const civil_day today = through.times.as_of;
    const persons who{through};
    const counted_by_parts wholes{through, through.times.as_of};
    std::map<person, load> loads;
    for (row_number t = 0; t < s.tasks.size(); ++t) {
        const task_facts facts = facts_of(s, s.tasks[t], today, through.times);
        if (facts.stated == nullptr || !is_open(facts.its_class) || wholes.has(t) ||
            !through.may_see(entity_kind::task, t))
            continue;
        const auto& due = facts.current->day;
        for (const row_number lead : *facts.leads) {
            if (agency != no_row && lead != agency) continue;
            for (const row_number one : who.of(t, facts, lead)) {
                if (official != no_row && one != official) continue;
                load& l = loads[{lead, one}];
                l.tasks.push_back({due, t});
                const bool overdue = facts.its_class == task_class::open_overdue;
                l.overdue += overdue;
                l.due_soon +=
                    due && *due >= today && through.calendar().count(today, *due) <= within;
                l.without_deadline += !due;
            }
        }
    }
    std::vector<decltype(loads)::value_type*> rows;
    for (auto& row : loads) rows.push_back(&row);
    const auto code = [&](const auto& all, row_number row) { return code_of(all, row); };
    // Those with most to do first; what nobody is named for last of its size.
    std::sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
        const auto key = [&](const auto* one) {
            return std::tuple{-static_cast<std::int64_t>(one->second.tasks.size()),
                              one->first.second == no_row, code(s.officials, one->first.second),
                              code(s.agencies, one->first.first)};
        };
        return key(a) < key(b);
    });
    answer_rows out{question_kind::workload};
    for (auto* row : rows) {
        const auto [lead, one] = row->first;
        load& l = row->second;
        std::sort(l.tasks.begin(), l.tasks.end(), [&](const load::one& a, const load::one& b) {
            return std::tuple{!a.due, a.due, std::string_view{s.tasks[a.task].code}} <
                   std::tuple{!b.due, b.due, std::string_view{s.tasks[b.task].code}};
        });
        std::string posts;
        const auto* told = one == no_row ? nullptr : statement_of(s.officials[one], through.times);
        if (one != no_row)
            each_post_held(s, s.officials[one], through.times, [&](row_number post) {
                const auto* stated = s.posts[post].stated.at(through.times);
                if (stated == nullptr || stated->value.agency != lead) return;
                posts += (posts.empty() ? "" : " ") + s.posts[post].code;
            });
        std::optional<civil_day> next;
        std::vector<row_number> tasks;
        for (const load::one& each : l.tasks) {
            tasks.push_back(each.task);
            if (!next && each.due && *each.due >= today) next = each.due;
        }
        out.put(code(s.officials, one));
        out.put(told != nullptr ? std::string_view{told->value.name} : std::string_view{});
        out.put(code(s.agencies, lead));
        out.put(posts);
        out.put(static_cast<std::int64_t>(tasks.size()));
        out.put(l.overdue);
        out.put(l.due_soon);
        out.put(l.without_deadline);
        out.put(next);
        out.put(codes_of(s.tasks, tasks));
    }
    return out.finish(args);
}

}  // namespace mandate
