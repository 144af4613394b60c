// Corrections and late entries: a question reads kept versions and replays nothing. Its slow twin
// keeps a log, and for each question filters it (recorded by then, not corrected by then), orders
// it (by day, then by place) and plays it from the beginning, one plain variable per attribute.

#include "mandate/base/error.hpp"
#include "model/pending.hpp"
#include "model/state_under_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace mandate {
namespace {

using tests::random_numbers;
using tests::state_under_test;
using k = command_kind;
using f = field;

struct logged {
    command what;
    seq_number seq = 0, place = 0;
    seq_number corrected_by = 0;
    seq_number answers = 0;  // of a decision: the place of the submission that waited
};

// What the twin knows of one task after playing its log.
struct played {
    bool exists = false;
    std::string title;
    std::vector<std::string> leads, coordinating;
    std::optional<civil_day> due, finished;
    bool asked = true, suspended = false, cancelled = false;
    std::int64_t priority = 1;
    std::int64_t percent = -1;
    int reminders = 0, returned = 0;
    std::optional<civil_day> submitted;
    bool waits = false;
    std::map<std::string, civil_day> owed;  // condition -> since
};

class slow_twin {
public:
    void add(const command& c) {
        logged one;
        one.what = c;
        one.seq = static_cast<seq_number>(log_.size()) + 1;
        one.place = one.seq;
        if (c.corrects != 0) {
            logged& old = log_[static_cast<std::size_t>(c.corrects - 1)];
            old.corrected_by = one.seq;
            one.place = old.place;
            one.answers = old.answers;
        } else if (is_decision(c.kind)) {
            one.answers = waiting(*c.text(f::task));
        }
        log_.push_back(std::move(one));
    }

    played play(std::string_view task, civil_day as_of, seq_number known) const {
        std::vector<const logged*> seen;  // of this task, known, not corrected, up to the day
        for (const logged& one : log_) {
            if (one.seq > known) break;
            if (one.corrected_by != 0 && one.corrected_by <= known) continue;
            if (one.what.kind == k::void_event || one.what.text(f::task) != task) continue;
            if (*one.what.effective_on <= as_of) seen.push_back(&one);
        }
        std::stable_sort(seen.begin(), seen.end(), [](const logged* a, const logged* b) {
            return std::pair{*a->what.effective_on, a->place} <
                   std::pair{*b->what.effective_on, b->place};
        });
        played p;
        for (const logged* one : seen) {
            step(p, one->what);
            if (one->what.kind != k::submit_task) continue;
            const logged* answer = nullptr;
            for (const logged* other : seen)
                if (is_decision(other->what.kind) && other->answers == one->place) answer = other;
            if (answer != nullptr && answer->what.kind == k::return_task) {
                ++p.returned;
                continue;
            }
            p.submitted = *one->what.effective_on;
            p.waits = answer == nullptr;
            if (answer != nullptr) p.finished = p.submitted;
        }
        return p;
    }

    const std::vector<logged>& log() const { return log_; }

private:
    static bool is_decision(k kind) { return kind == k::accept_task || kind == k::return_task; }
    // The last submission of the task, by day and place, that nothing answers.
    seq_number waiting(std::string_view task) const {
        const logged* last = nullptr;
        for (const logged& one : log_) {
            if (one.corrected_by != 0 || one.what.kind != k::submit_task) continue;
            if (*one.what.text(f::task) != task) continue;
            bool answered = false;
            for (const logged& other : log_)
                answered |= other.corrected_by == 0 && is_decision(other.what.kind) &&
                            other.answers == one.place;
            if (answered) continue;
            if (last == nullptr || std::pair{*last->what.effective_on, last->place} <
                                       std::pair{*one.what.effective_on, one.place})
                last = &one;
        }
        return last == nullptr ? 0 : last->place;
    }
    static void step(played& p, const command& c) {
        switch (c.kind) {
            case k::assign_task:
                p.exists = true;
                p.title = *c.text(f::title_vi);
                p.leads.clear();
                for (const auto lead : c.texts(f::lead)) p.leads.emplace_back(lead);
                p.coordinating.clear();
                for (const auto one : c.texts(f::coordinating)) p.coordinating.emplace_back(one);
                p.due = c.day(f::deadline);
                p.asked = c.integer(f::acceptance) != 2;
                if (!c.has(f::priority)) break;
                p.priority = *c.integer(f::priority);
                break;
            case k::reassign_task:
                p.leads.clear();
                for (const auto lead : c.texts(f::lead)) p.leads.emplace_back(lead);
                if (!c.has(f::coordinating)) break;
                p.coordinating.clear();
                for (const auto one : c.texts(f::coordinating)) p.coordinating.emplace_back(one);
                break;
            case k::revise_deadline:
                p.due = c.day(f::deadline);
                break;
            case k::report_progress:
                p.percent = *c.integer(f::percent);
                break;
            case k::complete_task:
                p.finished = *c.effective_on;
                break;
            case k::suspend_task:
                p.suspended = true;
                break;
            case k::resume_task:
                p.suspended = false;
                break;
            case k::cancel_task:
                p.cancelled = true;
                break;
            case k::set_priority:
                p.priority = *c.integer(f::priority);
                break;
            case k::remind_task:
                ++p.reminders;
                break;
            case k::block_task:
                p.owed.emplace(*c.text(f::condition), *c.effective_on);
                break;
            case k::unblock_task:
                if (c.has(f::condition))
                    p.owed.erase(std::string{*c.text(f::condition)});
                else
                    p.owed.clear();
                break;
            default:
                break;
        }
    }

    std::vector<logged> log_;
};

task_class class_of(const played& p, civil_day on) {
    if (p.cancelled) return task_class::cancelled;
    if (p.suspended) return task_class::suspended;
    if (p.finished)
        return !p.due                  ? task_class::done_without_deadline
               : *p.finished <= *p.due ? task_class::done_in_time
                                       : task_class::done_late;
    if (!p.due) return task_class::open_without_deadline;
    if (p.waits && *p.submitted <= *p.due) return task_class::open_in_time;
    return on <= *p.due ? task_class::open_in_time : task_class::open_overdue;
}

class history_maker {
public:
    explicit history_maker(std::uint64_t seed) : random_{seed} {
        say("2024-01-01 add_agency agency=A name_vi=A");
        say("2024-01-01 add_agency agency=B name_vi=B");
    }

    // One random command; refused ones are not taken, as the ledger would not.
    void step() {
        const int dice = random_.below(20);
        const std::string task = "T" + std::to_string(random_.below(4));
        const std::string day =
            to_text(civil_day{parse_day("2024-01-05").since_epoch() + random_.below(200)});
        const std::string due =
            to_text(civil_day{parse_day("2024-02-01").since_epoch() + random_.below(200)});
        if (dice < 4 && twin.log().size() > 2) {  // a correction or a withdrawal of something
            const auto& log = twin.log();
            const logged& old =
                log[static_cast<std::size_t>(random_.below(static_cast<int>(log.size()) - 2) + 2)];
            if (dice == 0) {
                say(day + " void_event reason=x corrects=" + std::to_string(old.seq));
                return;
            }
            command c = old.what;
            if (c.kind == k::void_event)  // what it withdrew is stated again
                c = log[static_cast<std::size_t>(old.what.corrects - 1)].what;
            c.corrects = old.seq;
            c.effective_on = parse_day(day);
            if (c.kind == k::report_progress)
                c.values.back().content = std::int64_t{random_.below(101)};
            take(c);
            return;
        }
        const std::string words[] = {
            " assign_task acceptance=not_asked task=" + task + " title_vi=" + day +
                " lead=A deadline=" + due,
            " assign_task acceptance=not_asked task=" + task +
                " title_vi=x lead=A,B coordinating=A",
            " assign_task task=" + task + " title_vi=y lead=B deadline=" + due,
            " submit_task task=" + task,
            " accept_task task=" + task,
            " return_task reason=x task=" + task,
            " reassign_task task=" + task + " lead=B",
            " reassign_task task=" + task + " lead=A coordinating=B",
            " revise_deadline task=" + task + " deadline=" + due,
            " report_progress task=" + task + " percent=" + std::to_string(random_.below(101)),
            " complete_task task=" + task,
            " suspend_task reason=x task=" + task,
            " resume_task task=" + task,
            random_.below(6) == 0 ? " cancel_task reason=x task=" + task
                                  : " remind_task task=" + task,
            " set_priority task=" + task +
                " priority=" + (random_.below(2) == 0 ? "urgent" : "normal"),
            " block_task task=" + task + " condition=c" + std::to_string(random_.below(3)),
            " unblock_task task=" + task +
                (random_.below(2) == 0 ? "" : " condition=c" + std::to_string(random_.below(3))),
        };
        say(day + words[random_.below(17)]);
    }

    state_under_test fast{"", parse_day("2025-12-31")};
    slow_twin twin;

private:
    void say(const std::string& line) { take(tests::command_of(line)); }
    void take(const command& c) {
        try {
            fast.add(c);
        } catch (const error&) {
            return;
        }
        twin.add(c);
    }

    random_numbers random_;
};

TEST(SlowTwin, AgreesOnRandomHistoriesWithLateEntriesAndCorrections) {
    int compared = 0, corrected = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        history_maker history{seed};
        for (int i = 0; i < 160; ++i) history.step();
        random_numbers random{seed + 1000};
        const state& s = history.fast.record;
        for (const logged& one : history.twin.log()) corrected += one.what.corrects != 0 ? 1 : 0;
        for (int question = 0; question < 60; ++question) {
            const std::string code = "T" + std::to_string(random.below(4));
            const civil_day on{parse_day("2024-01-01").since_epoch() + random.below(260)};
            const auto known =
                static_cast<seq_number>(random.below(static_cast<int>(s.revision()) + 1));
            const auto row = s.find(entity_kind::task, code);
            const played slow = history.twin.play(code, on, known);
            if (!row) {
                EXPECT_FALSE(slow.exists);
                continue;
            }
            SCOPED_TRACE("seed " + std::to_string(seed) + ", " + code + " on " + to_text(on) +
                         ", known " + std::to_string(known));
            const task_record& t = s.tasks[*row];
            const view then{on, known};
            const task_facts facts = facts_of(s, t, on, then);
            ASSERT_EQ(facts.stated != nullptr, slow.exists);
            if (!slow.exists) continue;
            ++compared;
            EXPECT_EQ(facts.stated->value.title_vi, slow.title);
            std::vector<std::string> leads;
            for (const row_number lead : *facts.leads) leads.push_back(s.agencies[lead].code);
            EXPECT_EQ(leads, slow.leads);
            std::vector<std::string> coordinating;
            for (const row_number one : *facts.coordinating)
                coordinating.push_back(s.agencies[one].code);
            EXPECT_EQ(coordinating, slow.coordinating);
            EXPECT_EQ(facts.current->day, slow.due);
            EXPECT_EQ(facts.finished_on, slow.finished);
            EXPECT_EQ(facts.awaiting_acceptance, slow.waits);
            EXPECT_EQ(facts.times_returned, slow.returned);
            EXPECT_EQ(name_of(facts.its_class), name_of(class_of(slow, on)));
            EXPECT_EQ(static_cast<std::int64_t>(priority_of(t, then)), slow.priority);
            const auto* report = t.life().reports.at(then);
            EXPECT_EQ(report == nullptr ? -1 : *report->value.percent, slow.percent);
            int reminders = 0;
            t.life().reminders.each(then, [&](const auto&) { ++reminders; });
            EXPECT_EQ(reminders, slow.reminders);
            std::map<std::string, civil_day> owed;
            for (const auto* b : standing_blocks(t, then))
                owed.emplace(b->value.condition, b->effective_on);
            EXPECT_EQ(owed, slow.owed);
        }
    }
    EXPECT_GT(compared, 1500) << "the histories say enough";
    EXPECT_GT(corrected, 300) << "and correct enough";
}

}  // namespace
}  // namespace mandate
