// Questions about tasks: what each agency owes, what was reported, asked and explained.

#include "mandate/model/descriptor.hpp"
#include "model/agency_life.hpp"
#include "model/destroyed_words.hpp"
#include "model/handed_over.hpp"
#include "model/instances.hpp"
#include "model/part_in_task.hpp"
#include "model/pending.hpp"
#include "model/task_rules.hpp"
#include "review/answers.hpp"
#include "review/counted_by_parts.hpp"
#include "review/population.hpp"

#include <algorithm>
#include <vector>

namespace mandate {
namespace {

using f = field;

template <class Choice>
std::string_view name_of_choice(f id, Choice c) {
    return choice_name(id, static_cast<std::int64_t>(c));
}

// What came late, or was asked for, after the task was done is as if it had not been: nobody
// waited.
task_class class_of_part(const lens& through, const part_of_task& part, const task_facts& facts) {
    const auto& due = part.due;
    const auto& done = facts.finished_on;
    if (part.answer != nullptr) {
        if (!due) return task_class::done_without_deadline;
        const civil_day on = part.answer->effective_on;
        if (on <= *due) return task_class::done_in_time;
        if (!done || on <= *done) return task_class::done_late;
    }
    if (!due) return task_class::open_without_deadline;
    const bool asked_in_vain = done && part.asked != nullptr && part.asked->effective_on > *done;
    const civil_day until = std::min(through.times.as_of, done.value_or(through.times.as_of));
    return until <= *due || asked_in_vain ? task_class::open_in_time : task_class::open_overdue;
}

// Whether `agency` alone goes on for `stated` and took its place in the task.
bool took_place_of(const lens& through, row_number stated, row_number agency,
                   const task_facts& facts) {
    return stated != agency && !contains(*facts.leads, stated) &&
           !contains(*facts.coordinating, stated) &&
           speaks_for(through.record, agency, stated, through.times);
}

// The ended agencies whose part the agency has beside one of its own: they were in the task on
// their last day, and by then something was stated of the agency itself, or answered by it.
std::vector<row_number> parts_beside(const lens& through, const task_record& t, row_number agency,
                                     const task_facts& facts) {
    std::vector<row_number> all;
    const auto take = [&](const auto& one) {
        const row_number by = one.value.agency;
        if (contains(all, by) || !took_place_of(through, by, agency, facts)) return;
        const civil_day end = end_of(through.record.agencies[by], through.times)->on;
        if (!contains(t.coordinating({end - 1, through.times.known}), by)) return;
        bool has_own = false;
        const auto look = [&](const auto& own) {
            has_own |= own.value.agency == agency && own.effective_on < end;
        };
        t.life().obligations.each(through.times, look);
        t.life().answers.each(through.times, look);
        if (has_own) all.push_back(by);
    };
    t.life().obligations.each(through.times, take);
    t.life().answers.each(through.times, take);
    return all;
}

// By day, and by place within the day.
template <class One, class Other>
bool comes_after(const version<One>& one, const version<Other>& other) {
    return one.effective_on != other.effective_on ? one.effective_on > other.effective_on
                                                  : one.place > other.place;
}

// `first`: whose part it was to begin with, the agency's own or one of `beside`.
part_of_task part_of(const lens& through, const task_record& t, const task_facts& facts,
                     row_number agency, row_number first, const std::vector<row_number>& beside,
                     assignment_role role, const version<task_record::answer>* until) {
    part_of_task part{agency, role, {}, {}, {}, nullptr, nullptr};
    // What is said after the part was taken over is of that as well.
    const auto is_said_of_it = [&](const auto& one) {
        const row_number by = one.value.agency;
        return by == first ||
               speaks_for(through.record, by, first, {one.effective_on, through.times.known});
    };
    const auto is_own = [&](row_number by) {
        return by == agency || (took_place_of(through, by, agency, facts) && !contains(beside, by));
    };
    std::vector<const version<task_record::answer>*> answers;
    t.life().answers.each(through.times, [&](const auto& a) {
        if (is_said_of_it(a) || (first == agency && is_own(a.value.agency))) answers.push_back(&a);
    });
    // The first since it was asked.
    const auto answer_to_that = [&] {
        const auto found = std::find_if(answers.begin(), answers.end(), [&](const auto* a) {
            return part.asked == nullptr || comes_after(*a, *part.asked);
        });
        return found == answers.end() ? nullptr : *found;
    };
    std::optional<civil_day> own_day;
    t.life().obligations.each(through.times, [&](const auto& o) {
        if (first == agency ? !is_own(o.value.agency) : !is_said_of_it(o)) return;
        if (until != nullptr && comes_after(o, *until)) return;
        const auto* answered = answer_to_that();
        if (part.asked == nullptr || (answered != nullptr && comes_after(o, *answered)))
            part.asked = &o, own_day.reset();
        part.obligation = o.value.text;
        if (o.value.day) own_day = o.value.day;
    });
    part.answer = answer_to_that();
    part.due = own_day ? own_day : facts.current->day;
    if (role == assignment_role::coordinating) {
        if (part.answer != nullptr && !own_day)
            t.deadline.each(through.times, [&](const auto& d) {
                if (!comes_after(d, *part.answer)) part.due = d.value.day;
            });
        part.due = owed_by(
            through, t, part.due,
            part.answer == nullptr ? std::nullopt : std::optional{part.answer->effective_on});
    }
    const task_class whole = facts.its_class;
    const bool stopped = whole == task_class::cancelled || whole == task_class::suspended ||
                         whole == task_class::standing;
    if (role == assignment_role::lead)
        part.its_class = whole;
    else if (part.asked != nullptr || part.answer != nullptr)
        part.its_class = stopped ? whole : class_of_part(through, part, facts);
    return part;
}

}  // namespace

std::optional<civil_day> lifted_on(const task_record& t, const version<task_record::block>& block,
                                   const view& v) {
    std::optional<civil_day> day;
    t.life().unblocks.each(v, [&](const auto& u) {
        if (!day && is_meant_for(t, u, block)) day = u.effective_on;
    });
    return day;
}

std::vector<part_of_task> parts_of(const lens& through, const task_record& t,
                                   const task_facts& facts,
                                   const version<task_record::answer>* until) {
    std::vector<part_of_task> all;
    for (const row_number lead : *facts.leads)
        all.push_back(part_of(through, t, facts, lead, lead, {}, assignment_role::lead, until));
    for (const row_number other : *facts.coordinating) {  // who came to lead it has one part
        if (contains(*facts.leads, other)) continue;
        const std::vector<row_number> beside = parts_beside(through, t, other, facts);
        const auto part = [&](row_number first) {
            return part_of(through, t, facts, other, first, beside, assignment_role::coordinating,
                           until);
        };
        all.push_back(part(other));
        const auto* own = all.back().asked;
        for (const row_number first : beside)
            if (part_of_task taken = part(first); taken.asked != own)  // else it is of both
                all.push_back(std::move(taken));
    }
    return all;
}

table answer_obligations(const lens& through, const arguments& args) {
    const row_number agency = asked_row(through, args, f::agency);
    const auto wanted = args.integer(f::task_class);
    const counted_by_parts wholes{through, through.times.as_of};
    answer_rows out{question_kind::obligations};
    for (const asked_task& t : tasks_asked(through, args))
        for (const part_of_task& part :
             parts_of(through, *t.record, wholes.judged(t.row, t.facts))) {
            if (agency != no_row && part.agency != agency) continue;
            if (wanted &&
                (!part.its_class || static_cast<std::int64_t>(*part.its_class) != *wanted))
                continue;
            out.put(t.record->code);
            out.put(through.record.agencies[part.agency].code);
            out.put(name_of_choice(f::assignment_role, part.role));
            out.put(part.obligation);
            out.put(part.due);
            out.put(part.its_class ? name_of(*part.its_class) : std::string_view{});
            out.put(part.answer == nullptr ? std::nullopt
                                           : std::optional{part.answer->effective_on});
            out.put(part.answer == nullptr ? std::string_view{}
                                           : std::string_view{part.answer->value.text});
        }
    return out.finish(args);
}

namespace {

/// What was said of a task, in a period or at any time: the last word of each kind.
struct told_result {
    const version<task_record::report>* reported = nullptr;
    const version<task_record::verification>* verified = nullptr;  ///< null too: reported since
    std::optional<std::int64_t> percent;
    quality_kind quality{};  ///< as rated, else as accepted
    std::int64_t times_returned = 0;
    bool is_empty = true;
};

told_result result_of(const lens& through, const task_record& t, const std::optional<period>& in) {
    told_result out;
    const auto is_asked = [&](const auto& one) {
        if (in && !in->contains(one.effective_on)) return false;
        out.is_empty = false;
        return true;
    };
    const auto each = [&](const auto& said, auto&& take) {
        said.each(through.times, [&](const auto& one) {
            if (is_asked(one)) take(one);
        });
    };
    each_report_of_task(t, through.times, [&](const auto& r) {
        if (!is_asked(r)) return;
        out.reported = &r;
        if (r.value.percent) out.percent = *r.value.percent;
    });
    each(t.life().verifications, [&](const auto& v) { out.verified = &v; });
    if (out.verified != nullptr && out.reported != nullptr &&
        out.verified->effective_on < out.reported->effective_on)
        out.verified = nullptr;
    each(t.life().submissions, [](const auto&) {});
    each(t.life().completions, [](const auto&) {});
    each(t.life().decisions, [&](const auto& d) {
        out.times_returned += d.value.accepted ? 0 : 1;
        if (d.value.accepted) out.quality = d.value.quality;
    });
    each(t.life().ratings, [&](const auto& r) { out.quality = r.value.quality; });
    return out;
}

}  // namespace

table answer_results(const lens& through, const arguments& args) {
    const state& s = through.record;
    const auto in = args.has(f::period) ? std::optional{begun_period(through, args)} : std::nullopt;
    answer_rows out{question_kind::results};
    for (const asked_task& t : tasks_asked(through, args)) {
        const told_result told = result_of(through, *t.record, in);
        if (in && told.is_empty) continue;
        const auto* reported = told.reported;
        const auto* verified = told.verified;
        out.put(t.record->code);
        out.put(codes_of(s.agencies, *t.facts.leads));
        out.put(reported == nullptr ? std::nullopt : std::optional{reported->effective_on});
        out.put(told.percent);
        out.put(reported == nullptr ? "" : std::string_view{reported->value.text});
        out.put(verified == nullptr ? std::nullopt : std::optional{verified->effective_on});
        out.put(verified == nullptr ? "" : code_of(s.agencies, verified->value.agency));
        out.put(verified == nullptr ? "" : name_of_choice(f::verdict, verified->value.verdict));
        out.put(verified == nullptr || !verified->value.percent
                    ? std::nullopt
                    : std::optional<std::int64_t>{*verified->value.percent});
        out.put(verified == nullptr ? "" : std::string_view{verified->value.text});
        out.put(name_of_choice(f::quality, told.quality));
        out.put(told.times_returned);
    }
    return out.finish(args);
}

namespace {

struct result_line {
    civil_day on;
    std::string_view text;
};

// What was last said of the work itself in the period, or of an instance of that period, on
// whatever day.
std::optional<result_line> line_of_standing(const lens& through, const task_record& t,
                                            const period& span) {
    std::optional<result_line> last;
    const auto hear = [&](const auto& said) {
        if (!last || said.effective_on >= last->on) last = {said.effective_on, said.value.text};
    };
    each_report_of_task(t, through.times, [&](const auto& r) {
        if (span.contains(r.effective_on)) hear(r);
    });
    t.life().fan_outs.each(through.times, [&](const auto& made) {
        for (const row_number row : made.value.instances) {
            if (!through.shows(entity_kind::task, row)) continue;
            const task_record& instance = through.record.tasks[row];
            const auto& of = instance.stated.at(through.times)->value.more().instance_of_period;
            if (!of || !span.contains(of->last())) continue;
            each_report_of_task(instance, through.times, hear);
            instance.life().submissions.each(through.times, hear);
            instance.life().completions.each(through.times, hear);
        }
    });
    return last;
}

}  // namespace

table answer_standing_results(const lens& through, const arguments& args) {
    const period span = begun_period(through, args);
    const state& s = through.record;
    answer_rows out{question_kind::standing_results};
    for (const asked_task& t : tasks_asked(through, args)) {
        const civil_day end = std::min(span.last(), through.times.as_of);
        const task_facts then = facts_of(s, *t.record, end, through.times);
        if (then.stated == nullptr || then.its_class != task_class::standing) continue;
        const auto said = line_of_standing(through, *t.record, span);
        out.put(t.record->code);
        out.put(codes_of(s.agencies, *then.leads));
        out.put(to_text(span));
        out.put_flag(said.has_value());
        out.put(said ? std::optional{said->on} : std::nullopt);
        out.put(said ? said->text : std::string_view{});
    }
    return out.finish(args);
}

table answer_reminders(const lens& through, const arguments& args) {
    const state& s = through.record;
    answer_rows out{question_kind::reminders};
    for (const asked_task& t : tasks_asked(through, args)) {
        std::int64_t times = 0;
        t.record->life().reminders.each(through.times, [&](const auto& r) {
            out.put(t.record->code);
            out.put(r.effective_on);
            out.put(++times);
            out.put(r.value.number);
            out.put(code_of(s.agencies, r.value.agency));
            // Those who led it then.
            const view then{r.effective_on, through.times.known};
            out.put(r.value.addressed_to.empty()
                        ? codes_of(s.agencies, t.record->held.at(then)->value.leads)
                        : codes_of(s.agencies, r.value.addressed_to));
            out.put(r.value.text);
        });
    }
    return out.finish(args);
}

table answer_extensions(const lens& through, const arguments& args) {
    const state& s = through.record;
    answer_rows out{question_kind::extensions};
    for (const asked_task& t : tasks_asked(through, args)) {
        struct step {
            civil_day on;
            std::string_view what;
            std::optional<civil_day> before, after;
            row_number by, document;
            std::string_view reason;
        };
        std::vector<step> steps;
        const auto put = [&](civil_day on, std::string_view what, std::optional<civil_day> before,
                             std::optional<civil_day> after, row_number by, row_number document,
                             std::string_view reason) {
            steps.push_back({on, what, before, after, by, document, reason});
        };
        std::optional<civil_day> before;
        t.record->deadline.each(through.times, [&](const auto& d) {
            if (!d.value.original) {
                put(d.effective_on, puts_off(before, d.value.day) ? "granted" : "changed", before,
                    d.value.day, who_revised(s, t.row, d, through.times.known),
                    d.value.said().document, d.value.said().reason);
            }
            before = d.value.day;
        });
        const auto& life = t.record->life();
        const auto due_on = [&](civil_day on) {
            const auto* due = t.record->deadline.at({on, through.times.known});
            return due == nullptr ? std::nullopt : due->value.day;
        };
        const seq_number waits = pending_request(*t.record, through.times);
        life.extension_requests.each(through.times, [&](const auto& r) {
            if (r.place == waits)
                put(r.effective_on, "requested", due_on(r.effective_on), r.value.proposed,
                    r.value.agency, no_row, r.value.reason);
            life.extension_refusals.each(through.times, [&](const auto& refused) {
                if (refused.value.request != r.place) return;
                const row_number named = refused.value.decided_by;
                const view then{refused.effective_on, through.times.known};
                put(refused.effective_on, "refused", due_on(refused.effective_on), r.value.proposed,
                    named != no_row ? named : who_decided(s, t.row, then), refused.value.document,
                    refused.value.reason);
            });
        });
        std::stable_sort(steps.begin(), steps.end(),
                         [](const step& a, const step& b) { return a.on < b.on; });
        for (const step& one : steps) {
            out.put(t.record->code);
            out.put(one.on);
            out.put(one.what);
            out.put(one.before);
            out.put(one.after);
            out.put(code_of(s.agencies, one.by));
            out.put(through.code(entity_kind::document, one.document));
            out.put(one.reason);
            out.put_flag(one.before && *one.before < one.on);
        }
    }
    return out.finish(args);
}

namespace {

// All that the task is asked for; the agency is asked for otherwise.
arguments of_any_agency(const arguments& args) {
    arguments all;
    for (const field_value& v : args.values)
        if (v.name == f::task) all.values.push_back(v);
    return all;
}

bool takes_part(const asked_task& t, row_number agency) {
    return contains(*t.facts.leads, agency) || contains(*t.facts.coordinating, agency);
}

}  // namespace

table answer_explanations(const lens& through, const arguments& args) {
    const state& s = through.record;
    answer_rows out{question_kind::explanations};
    // Here `agency` asks for who is blamed, or answers for that, too.
    const row_number agency = asked_row(through, args, f::agency);
    for (const asked_task& t : tasks_asked(through, of_any_agency(args))) {
        const auto& life = t.record->life();
        life.explanations.each(through.times, [&](const auto& e) {
            std::string_view decision, rejoinder;
            life.explanation_decisions.each(through.times, [&](const auto& d) {
                if (d.value.explanation == e.place)
                    decision = d.value.accepted ? "accepted" : "returned";
            });
            const std::vector<row_number> owers = answerers_of(s, *t.record, e, through.times);
            row_number by = owers.empty() ? no_row : owers.back();
            std::optional<civil_day> rejoinder_on;
            if (const auto* r = rejoinder_to(s, *t.record, e, through.times)) {
                rejoinder = r->value.text, by = r->value.agency;
                rejoinder_on = r->effective_on;
            }
            if (agency != no_row && !takes_part(t, agency) && e.value.blamed != agency &&
                by != agency && !contains(owers, agency))
                return;
            const auto* found = life.found_causes.at(through.times);
            out.put(t.record->code);
            out.put(e.effective_on);
            out.put(code_of(s.agencies, e.value.agency));
            out.put(e.value.cause);
            out.put(e.value.text);
            out.put(code_of(s.agencies, e.value.responsible));
            out.put(code_of(s.officials, e.value.responsible_official));
            out.put(e.value.measures);
            out.put(e.value.remedy);
            out.put(e.value.proposed);
            out.put(decision);
            out.put(found == nullptr ? "" : std::string_view{found->value.cause});
            out.put(code_of(s.agencies, e.value.blamed));
            out.put(rejoinder);
            out.put(code_of(s.agencies, by));
            out.put(rejoinder_on);
        });
    }
    return out.finish(args);
}

table answer_conditions(const lens& through, const arguments& args) {
    const state& s = through.record;
    const counted_by_parts wholes{through, through.times.as_of};
    answer_rows out{question_kind::conditions};
    // Here `agency` asks for the body that owes as well as for who waits.
    const row_number agency = asked_row(through, args, f::agency);
    for (const asked_task& t : tasks_asked(through, of_any_agency(args))) {
        const bool waits = takes_part(t, agency);
        const auto ended = ended_on(wholes.judged(t.row, t.facts));
        t.record->life().blocks.each(through.times, [&](const auto& b) {
            if (agency != no_row && !waits && b.value.owed_by != agency) return;
            auto until = lifted_on(*t.record, b, through.times);
            if (ended && (!until || *ended < *until)) until = std::max(*ended, b.effective_on);
            out.put(t.record->code);
            out.put(words_in(b.value.condition));
            out.put(code_of(s.agencies, b.value.owed_by));
            out.put(b.effective_on);
            out.put(b.value.due);
            out.put(until);
            out.put(std::int64_t{
                through.calendar().count(b.effective_on, until.value_or(through.times.as_of))});
        });
    }
    return out.finish(args);
}

table answer_expected_documents(const lens& through, const arguments& args) {
    const state& s = through.record;
    answer_rows out{question_kind::expected_documents};
    for (const asked_task& t : tasks_asked(through, args))
        t.record->life().expected.each(through.times, [&](const auto& e) {
            const auto* issued = issued_as(*t.record, e.value.key, through.times);
            std::optional<civil_day> day;
            if (issued != nullptr) {
                const auto* told =
                    s.documents[issued->value.document].stated.at({last_day, through.times.known});
                day = told != nullptr && told->value.dated ? *told->value.dated
                                                           : issued->effective_on;
            }
            out.put(t.record->code);
            out.put(e.value.key);
            const std::vector<row_number> issuers =
                expected_issuers_of(s, *t.record, e, through.times);
            out.put(code_of(s.agencies, issuers.empty() ? no_row : issuers.back()));
            out.put(e.value.title.vi);
            out.put(issued == nullptr
                        ? std::string{}
                        : through.code(entity_kind::document, issued->value.document));
            out.put(day);
        });
    return out.finish(args);
}

table answer_instances(const lens& through, const arguments& args) {
    const state& s = through.record;
    const counted_by_parts wholes{through, through.times.as_of};
    answer_rows out{question_kind::instances};
    for (const asked_task& t : tasks_asked(through, args)) {
        std::vector<period> made;
        const auto task = static_cast<row_number>(*s.find(entity_kind::task, t.record->code));
        const auto behind = instances_left_behind(s, task, through.times);
        t.record->life().fan_outs.each(through.times, [&](const auto& all) {
            for (const row_number row : all.value.instances) {
                const task_facts facts = wholes.judged(row);
                if (facts.stated == nullptr || !through.may_see(entity_kind::task, row)) continue;
                const auto& rare = facts.stated->value.more();
                if (rare.instance_of_period) made.push_back(*rare.instance_of_period);
                out.put(t.record->code);
                out.put(s.tasks[row].code);
                out.put(code_of(s.agencies, rare.instance_for));
                out.put(rare.instance_of_period ? to_text(*rare.instance_of_period) : "");
                out.put(name_of(facts.its_class));
                out.put(facts.current->day);
                out.put(facts.finished_on);
                const auto one = std::find_if(behind.begin(), behind.end(),
                                              [&](const auto& b) { return b.instance == row; });
                out.put(one == behind.end() ? std::string{} : one->differs_in);
                out.put(std::int64_t{all.seq});
            }
        });
        // The periods from its assignment on that have begun and have no instance yet.
        const recurrence_kind recurs = t.facts.stated->value.more().recurs;
        const auto kind = period_of(recurs);
        if (!kind || !is_open(t.facts.its_class)) continue;
        const civil_day end =
            std::min(through.times.as_of, t.facts.current->day.value_or(through.times.as_of));
        for (period p = period::of(*kind, t.facts.stated->effective_on); p.first() <= end;
             p = p.next()) {
            if (std::find(made.begin(), made.end(), p) == made.end()) {
                out.put(t.record->code);
                out.put("");
                out.put("");
                out.put(to_text(p));
                out.put("");
                out.put(p.last());
                out.put(std::optional<civil_day>{});
                out.put("");
                out.put(std::optional<std::int64_t>{});
            }
            if (p.last() >= last_day) break;
        }
    }
    return out.finish(args);
}

}  // namespace mandate
