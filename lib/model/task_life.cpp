#include "model/task_life.hpp"

#include "mandate/base/error.hpp"
#include "model/agency_life.hpp"
#include "model/pending.hpp"
#include "model/place.hpp"
#include "model/task_rules.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace mandate {
namespace {

using activity = task_record::activity;

// One move that stands, in the order of the record.
struct move {
    seq_number place;
    seq_number seq;
    civil_day on;
    enum class what { other, completed, submitted, answered, accepted } did;
    seq_number submission = 0;  // that it answers
};

std::vector<move> moves_of(const task_record& t, const view& head) {
    using what = enum move::what;
    std::vector<move> all;
    const auto take = [&](const auto& list) {
        list.each(head, [&](const auto& v) {
            all.push_back({v.place, v.seq, v.effective_on, what::other});
        });
    };
    take(t.life().reports), take(t.life().explanations);
    take(t.life().obligations), take(t.life().answers), take(t.life().verifications);
    take(t.life().extension_requests), take(t.life().reminders), take(t.life().waivers);
    take(t.life().blocks), take(t.life().unblocks), take(t.life().ratings);
    take(t.life().found_causes), take(t.life().rejoinders), take(t.life().priorities);
    take(t.life().charges);
    take(t.life().work_plans);
    take(t.life().explanation_decisions), take(t.life().extension_refusals);
    take(t.life().expected), take(t.life().issued), take(t.life().fan_outs);
    take(t.life().conditions);
    const auto assigned = t.stated.at(head)->seq;
    const auto take_later = [&](const auto& list) {
        list.each(head, [&](const auto& v) {
            if (v.seq != assigned) all.push_back({v.place, v.seq, v.effective_on, what::other});
        });
    };
    take_later(t.held), take_later(t.deadline);
    t.life().completions.each(head, [&](const auto& v) {
        all.push_back({v.place, v.seq, v.effective_on, what::completed});
    });
    t.life().submissions.each(head, [&](const auto& v) {
        all.push_back({v.place, v.seq, v.effective_on, what::submitted});
    });
    t.life().decisions.each(head, [&](const auto& v) {
        all.push_back({v.place, v.seq, v.effective_on,
                       v.value.accepted ? what::accepted : what::answered, v.value.submission});
    });
    std::sort(all.begin(), all.end(),
              [](const move& a, const move& b) { return a.place < b.place; });
    return all;
}

}  // namespace

void judge_life(const state& s, const task_record& t) {
    using what = enum move::what;
    const view head = head_view(s);
    const auto* assigned = t.stated.at(head);
    if (assigned == nullptr) return;  // withdrawn altogether
    std::string wrong, events;
    std::vector<fact> about;
    const auto blame = [&](const move& m, const std::string& why) {
        if (wrong.empty()) wrong = why;
        events += (events.empty() ? "" : ", ") + std::to_string(m.seq);
    };
    civil_day last_answer = first_day;  // to a submission
    const std::vector<move> moves = moves_of(t, head);
    for (const move& m : moves) {
        if (m.on < assigned->effective_on) blame(m, "it would stand before the assignment");
        switch (m.did) {
            case what::answered:
            case what::accepted: {
                bool found = false;
                t.life().submissions.each(head, [&](const auto& v) {
                    found |= v.place == m.submission && v.effective_on <= m.on;
                });
                if (!found) blame(m, "it would answer no submission before it");
                for (const move& other : moves)
                    if (other.submission == m.submission && other.place < m.place)
                        blame(m, "it would answer a submission that is answered");
                last_answer = std::max(last_answer, m.on);
                break;
            }
            case what::completed:
                if (assigned->value.acceptance_asked)
                    blame(m, "it would stand done though its acceptance is asked");
                break;
            case what::submitted:
                if (!assigned->value.acceptance_asked)
                    blame(m, "it would be submitted though no acceptance is asked");
                if (m.on < last_answer)
                    blame(m, "it would stand before the return that it answers");
                break;
            case what::other:
                break;
        }
    }
    bool completed = false;
    t.life().completions.each(head, [&](const auto& v) {
        if (completed)
            blame({v.place, v.seq, v.effective_on, what::completed}, "it would be done twice");
        completed |= stands(t, v, head);
    });
    activity condition = activity::active;
    t.life().conditions.each(head, [&](const auto& v) {
        if (v.value.now == condition || condition == activity::cancelled)
            blame({v.place, v.seq, v.effective_on, what::other},
                  "suspensions and resumptions would not be in turns");
        condition = v.value.now;
    });
    // What was asked once is decided once, and one request waits at a time.
    const auto blame_twice = [&](const auto& answers, auto&& named, const char* why) {
        std::vector<seq_number> answered;
        answers.each(head, [&](const auto& a) {
            const seq_number asked = named(a.value);
            if (std::find(answered.begin(), answered.end(), asked) != answered.end())
                blame({a.place, a.seq, a.effective_on, what::other}, why);
            answered.push_back(asked);
        });
    };
    blame_twice(
        t.life().explanation_decisions, [](const auto& d) { return d.explanation; },
        "it would decide on an explanation that is decided on");
    blame_twice(
        t.life().extension_refusals, [](const auto& d) { return d.request; },
        "it would refuse a request that is refused");
    const version<task_record::extension_request>* request = nullptr;  // that waits
    t.life().extension_requests.each(head, [&](const auto& r) {
        bool decided = false;
        t.life().extension_refusals.each(
            head, [&](const auto& d) { decided |= d.value.request == r.place; });
        t.deadline.each(head,
                        [&](const auto& d) { decided |= !d.value.original && is_after(d, r); });
        if (decided) return;
        if (request != nullptr)
            blame({r.place, r.seq, r.effective_on, what::other}, "two requests would wait");
        request = &r;
    });
    const auto blame_strays = [&](const auto& answers, const auto& asked, auto&& named,
                                  const char* why) {
        answers.each(head, [&](const auto& a) {
            bool found = false;
            asked.each(head, [&](const auto& q) {
                found |= q.place == named(a.value) && q.effective_on <= a.effective_on;
            });
            if (!found) blame({a.place, a.seq, a.effective_on, what::other}, why);
        });
    };
    blame_strays(
        t.life().explanation_decisions, t.life().explanations,
        [](const auto& d) { return d.explanation; }, "it would answer no explanation before it");
    blame_strays(
        t.life().extension_refusals, t.life().extension_requests,
        [](const auto& d) { return d.request; }, "it would refuse no request before it");
    t.life().issued.each(head, [&](const auto& i) {
        bool found = false;
        t.life().expected.each(head, [&](const auto& e) { found |= e.value.key == i.value.key; });
        if (!found)
            blame({i.place, i.seq, i.effective_on, what::other},
                  "it would issue what is not expected");
    });
    // What an agency was to do and answered is of one that took part by then.
    const auto blame_strangers = [&](const auto& parts) {
        parts.each(head, [&](const auto& p) {
            bool takes_part = false;
            t.held.each(head, [&](const auto& h) {
                if (is_after(h, p)) return;
                const auto names = [&](const small_list<row_number>& list) {
                    return std::any_of(list.begin(), list.end(), [&](row_number one) {
                        return speaks_for(s, p.value.agency, one, {p.effective_on, s.revision()});
                    });
                };
                takes_part |=
                    names(h.value.leads) || (h.value.coordinating && names(*h.value.coordinating));
            });
            if (takes_part) return;
            const std::string& agency = s.agencies[p.value.agency].code;
            blame({p.place, p.seq, p.effective_on, what::other},
                  "it would be of agency " + agency + ", which would have no part in the task");
            if (about.empty()) about.emplace_back("agency", agency);
        });
    };
    blame_strangers(t.life().obligations), blame_strangers(t.life().answers);
    // Only the last submission waits, and none where one was accepted.
    std::vector<move> waiting;
    bool accepted = false;
    seq_number last = 0;
    for (const move& m : moves) {
        accepted |= m.did == what::accepted;
        if (m.did != what::submitted) continue;
        last = m.place;
        bool answered = false;
        t.life().decisions.each(head,
                                [&](const auto& d) { answered |= d.value.submission == m.place; });
        if (!answered) waiting.push_back(m);
    }
    if (!waiting.empty() && (accepted || waiting.front().place != last))
        for (const move& m : waiting) blame(m, "a submission would be left without an answer");
    if (wrong.empty()) return;
    about.insert(about.begin(), {{"rule", "others_stand_on_it"},
                                 {"field", "corrects"},
                                 {"task", t.code},
                                 {"events", events}});
    throw error{errc::refused,
                "the moves on task " + t.code + " would be left out of order: " + wrong +
                    " (events " + events + ")",
                std::move(about)};
}

namespace {

// Conditions that were owed already on their day, and documents that were issued before they were
// expected or dated.
std::vector<seq_number> parts_out_of_order(const state& s, const task_record& t) {
    const view head = head_view(s);
    std::vector<seq_number> all;
    t.life().blocks.each(head, [&](const auto& b) {
        for (const auto* other :
             owed_already(t, b.value.condition, b.value.owed_by, {b.effective_on, head.known}))
            if (is_before(*other, b)) all.push_back(b.seq);
    });
    t.life().issued.each(head, [&](const auto& i) {
        const auto* told = s.documents[i.value.document].stated.at(head);
        bool early = told != nullptr && told->value.dated && i.effective_on < *told->value.dated;
        t.life().expected.each(
            head, [&](const auto& e) { early |= e.value.key == i.value.key && is_after(e, i); });
        if (early) all.push_back(i.seq);
    });
    return all;
}

}  // namespace

// The events of the task in the order of their days, and before each what the task was in by then.
std::vector<seq_number> moves_out_of_order(const state& s, const task_record& t) {
    using k = command_kind;
    const view head = head_view(s);
    std::vector<seq_number> all;
    t.attributes([&](const auto& attribute) {
        attribute.each(head, [&](const auto& v) { all.push_back(v.seq); });
    });
    const auto place = [&](seq_number seq) {
        return std::pair{s.events[seq - 1].effective_on, s.events[seq - 1].place};
    };
    std::sort(all.begin(), all.end(),
              [&](seq_number a, seq_number b) { return place(a) < place(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());

    bool suspended = false, cancelled = false;
    std::optional<civil_day> submitted, done;
    const std::vector<seq_number> parts = parts_out_of_order(s, t);
    std::vector<seq_number> wrong;
    for (const seq_number seq : all) {
        const auto& [kind, on] = std::pair{s.events[seq - 1].kind, s.events[seq - 1].effective_on};
        const task_stage stage = cancelled   ? task_stage::cancelled
                                 : done      ? task_stage::done
                                 : suspended ? task_stage::suspended
                                 : submitted ? task_stage::submitted
                                             : task_stage::open;
        const bool is_of_that_day = kind == k::report_progress && done == on;
        bool fits = std::find(parts.begin(), parts.end(), seq) == parts.end();
        for (const move_row& row : move_table())
            fits &= row.move != kind || is_of_that_day ||
                    row.refused_by[static_cast<std::size_t>(stage)].empty();
        if (!fits) wrong.push_back(seq);
        if (kind == k::complete_task) done = on;
        if (kind == k::accept_task) done = submitted.value_or(on);
        if (kind == k::accept_task || kind == k::return_task) submitted.reset();
        if (kind == k::submit_task) submitted = on;
        if (kind == k::suspend_task || kind == k::resume_task) suspended = kind == k::suspend_task;
        cancelled |= kind == k::cancel_task;
    }
    return wrong;
}

}  // namespace mandate
