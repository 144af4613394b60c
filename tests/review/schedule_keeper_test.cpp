// The schedule that follows the record says what one made anew from the record would say.
#include "review/schedule_keeper.hpp"

#include "base/random_numbers.hpp"
#include "mandate/base/error.hpp"
#include "mandate/graph/agency_network.hpp"
#include "model/state_under_test.hpp"
#include "review/ledger_schedule.hpp"
#include "review/question_parts.hpp"
#include "review/questions.hpp"
#include "table_lines.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <tuple>

namespace mandate {
namespace {

using tests::state_under_test;

constexpr const char* world = R"(
2023-01-01 add_agency agency=A name_vi=a
2023-01-01 add_agency agency=B name_vi=b
2023-01-01 add_agency agency=C name_vi=c
2023-01-01 set_work_calendar agency=B weekday=monday,tuesday,wednesday,thursday,friday,saturday
2024-01-02 assign_task task=T0 title_vi=first lead=A duration=3
)";
const civil_day today = parse_day("2024-03-04");

std::string text_of(const scheduled_task& t) {
    const auto day = [](civil_day d) { return d == no_day ? std::string{"-"} : to_text(d); };
    return std::to_string(static_cast<int>(t.state)) + " " + day(t.start) + " " + day(t.finish) +
           " " + day(t.late_start) + " " + day(t.late_finish) + " slack " +
           std::to_string(t.slack_to_end) + " " +
           (t.slack_to_deadline ? std::to_string(*t.slack_to_deadline) : "-") +
           (t.critical ? " critical" : "");
}

// What happens in a ledger, at random; half of it is refused, as in life.
class history {
public:
    explicit history(std::uint64_t seed) : random_{seed}, s_{world} {}

    const state& record() const { return s_.record; }
    const std::string& last() const { return last_; }

    void go_on() {
        switch (random_.between(0, 17)) {
            case 0:
            case 1:
            case 2:
                return assign();
            case 3:
            case 4:
            case 5:
                return link();
            case 6:
            case 7:
                return say("report_progress task=" + any() + " percent=" + number(0, 100));
            case 8:
                return say("submit_task task=" + any());
            case 9:
                return say((one_in(2) ? "accept_task task=" : "return_task task=") + any());
            case 10:
                return say((one_in(2) ? "suspend_task task=" : "resume_task task=") + any() +
                           " reason=x");
            case 11:
                return say("cancel_task task=" + any() + " reason=x", 4);
            case 12:
                return say("revise_deadline task=" + any() + " deadline=" + day(60));
            case 13:
                return say("reassign_task task=" + any() + " lead=" + agency());
            case 14:
                return undo();
            case 15:
            case 16:
                return plan_work();
            default:
                return seldom();
        }
    }

private:
    bool one_in(int n) { return random_.between(1, n) == 1; }
    std::string number(int low, int high) { return std::to_string(random_.between(low, high)); }
    std::string day(int beyond) { return to_text(today + random_.between(-40, beyond)); }
    std::string any() { return "T" + number(0, static_cast<int>(s_.record.tasks.size()) - 1); }
    std::string agency() { return std::string(1, "ABC"[random_.between(0, 2)]); }

    void say(const std::string& what, int seldom = 1) {
        if (seldom > 1 && !one_in(seldom)) return;
        try {
            last_ = day(0) + " " + what;
            s_.add(last_);
        } catch (const error&) {  // against a rule
        }
    }
    void assign() {
        if (s_.record.tasks.size() > 45) return;
        std::string what = "assign_task task=T" + std::to_string(s_.record.tasks.size()) +
                           " title_vi=x lead=" + agency();
        if (one_in(2)) what += " duration=" + number(1, 12);
        if (one_in(2)) what += " deadline=" + day(60);
        if (one_in(4)) what += " parent_task=" + any();
        say(what);
    }
    void link() {
        const int n = static_cast<int>(s_.record.tasks.size());
        int before = random_.between(0, n - 1), after = random_.between(0, n - 1);
        if (before > after) std::swap(before, after);
        if (before == after) return;
        const bool related = has_among_wholes(after, before) || has_among_wholes(before, after);
        if (related) return;
        constexpr const char* types[] = {"finish_start", "start_start", "finish_finish",
                                         "start_finish"};
        std::string what = "link_tasks link=L" + std::to_string(s_.record.links.size()) +
                           " task=T" + std::to_string(after) + " after=T" + std::to_string(before);
        if (one_in(3)) what += std::string{" link_type="} + types[random_.between(0, 3)];
        if (one_in(3)) what += " lag=" + number(-3, 6);
        if (one_in(4)) what += " lag_unit=calendar_days";
        say(what);
    }
    bool has_among_wholes(int task, int whole) const {
        const view all = head_view(s_.record);
        row_number t = static_cast<row_number>(task);
        for (int steps = 0; t != no_row && steps < 100; ++steps) {
            if (t == static_cast<row_number>(whole)) return true;
            const auto* told = s_.record.tasks[t].stated.at(all);
            t = told == nullptr ? no_row : told->value.parent;
        }
        return false;
    }
    void plan_work() {
        std::string what = "schedule_task task=" + any();
        if (one_in(4))
            what += " milestone=yes";
        else if (one_in(2))
            what += " duration=" + number(1, 12);
        if (one_in(2)) what += " not_before=" + day(40);
        if (one_in(4)) what += " must_start=" + day(40);
        if (one_in(3)) what += " not_after=" + day(60);
        say(what);
    }
    // An event is withdrawn, or an assignment put right.
    void undo() {
        const auto events = static_cast<int>(s_.record.events.size());
        if (events > 5) say("void_event corrects=" + number(6, events) + " reason=x", 2);
    }
    void seldom() {
        if (!one_in(4)) return;
        if (one_in(2)) return say("except_day day=" + day(20) + " day_kind=off name_vi=x");
        if (one_in(2))
            return say("except_day day=" + day(20) + " day_kind=worked name_vi=x agency=C");
        say("complete_task task=" + any());
    }

    random_numbers random_;
    state_under_test s_;
    std::string last_;
};

// By rows: what a schedule made in bulk says.
void expect_as_in_bulk(const head_schedule& kept, const lens& through, const ledger_schedule& bulk,
                       random_numbers& random, const std::string& what) {
    const auto tasks = static_cast<row_number>(through.record.tasks.size());
    std::vector<row_number> planned;
    for (row_number t = 0; t < tasks; ++t) {
        ASSERT_EQ(kept.is_planned(t), bulk.made.number_of[t] != no_task) << what << " T" << t;
        if (!kept.is_planned(t)) continue;
        planned.push_back(t);
        const std::uint32_t number = bulk.made.number_of[t];
        const scheduled_task at = bulk.result.at(number);
        ASSERT_EQ(text_of(kept.at(t)), text_of(at)) << what << " T" << t;
        ASSERT_EQ(bulk.all->days().start[number], at.start) << what << " T" << t;
        ASSERT_EQ(bulk.all->days().finish[number], at.finish) << what << " T" << t;
    }
    if (planned.empty()) return;
    const row_number asked =
        planned[static_cast<std::size_t>(random.between(0, static_cast<int>(planned.size()) - 1))];
    const std::uint32_t number = bulk.made.number_of[asked];
    const auto row_if = [&](std::uint32_t t) { return t == no_task ? no_row : bulk.made.task[t]; };
    std::vector<std::tuple<row_number, int, row_number, row_number>> chain, expected;
    for (const head_schedule::step& s : kept.driving_chain(asked))
        chain.emplace_back(s.task, static_cast<int>(s.by), s.predecessor, s.link);
    for (const driving_step& s : bulk.result.driving_chain(bulk.made.columns, number))
        expected.emplace_back(bulk.made.task[s.task], static_cast<int>(s.by), row_if(s.predecessor),
                              s.link == no_task ? no_row : bulk.made.link[s.link]);
    ASSERT_EQ(chain, expected) << what << ": why T" << asked;
    const int days = random.between(0, 15);
    std::vector<moved_task> moved =
        moved_by_delay(bulk.made.columns, bulk.policy, bulk.result, number, days);
    for (moved_task& m : moved) m.task = bulk.made.task[m.task];
    ASSERT_EQ(kept.moved_by_delay(asked, days), moved) << what << ": T" << asked << " is late";
}

TEST(HeadSchedule, AWholeThatMustStartPassesItsDelayOnToWhatItWaitsFor) {
    state_under_test s{world};
    for (const char* said : {"2024-01-02 assign_task task=W title_vi=w lead=A",
                             "2024-01-02 assign_task task=P title_vi=p lead=A duration=3 "
                             "parent_task=W",
                             "2024-01-02 assign_task task=Q title_vi=q lead=A duration=5",
                             "2024-01-02 link_tasks link=L task=P after=Q",
                             "2024-01-02 schedule_task task=W must_start=2024-03-05"})
        s.add(said);
    const row_number w = 1, q = 3;
    std::shared_ptr<head_schedule> kept;
    const auto expect = [&](int slack) {
        const auto now = std::make_shared<const state>(s.record);
        const lens through{*now, {today, now->revision()}, last_day};
        if (kept)
            ASSERT_TRUE(kept->follow(now, through));
        else
            kept = std::make_shared<head_schedule>(now, through);
        const ledger_schedule bulk{through, {}};
        for (const row_number t : {w, q}) {
            EXPECT_EQ(kept->at(t).slack_to_deadline, slack) << "row " << t;
            EXPECT_EQ(bulk.result.at(bulk.made.number_of[t]).slack_to_deadline, slack);
        }
    };
    expect(-4);  // Q takes 4 to 8 March, P begins on the 11th
    s.add("2024-01-03 schedule_task task=W must_start=2024-03-07");
    expect(-2);
}

TEST(HeadSchedule, FollowsAnyHistory) {
    int followed = 0, made = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        history h{seed};
        random_numbers random{seed};
        std::shared_ptr<head_schedule> kept;
        for (int batch = 0; batch < 40; ++batch) {
            for (int i = random.between(1, 4); i > 0; --i) h.go_on();
            const auto now = std::make_shared<const state>(h.record());
            const lens through{*now, {today, now->revision()}, last_day};
            const ledger_schedule bulk{through, {}};
            const bool cycles = !bulk.result.left_out_links().empty();
            try {
                if (kept) {
                    kept = std::make_shared<head_schedule>(*kept);
                    if (kept->follow(now, through))
                        ++followed;
                    else
                        kept.reset();
                }
                if (!kept) {
                    kept = std::make_shared<head_schedule>(now, through);
                    ++made;
                }
                ASSERT_FALSE(cycles);
            } catch (const error& e) {
                ASSERT_TRUE(cycles) << e.what() << " after " << h.last();
                break;  // for ever after
            }
            expect_as_in_bulk(*kept, through, bulk, random,
                              "seed " + std::to_string(seed) + " batch " + std::to_string(batch) +
                                  " after " + h.last());
            if (HasFatalFailure()) return;
        }
    }
    EXPECT_GT(followed, 4 * made) << "or else it does not follow";
}

table ask(question_kind question, const lens& through, const std::string& given) {
    arguments args;
    args.values = tests::command_of("2024-01-01 add_agency " + given).values;
    return answer(through, question, args);
}

std::string told(const table& t) {
    std::vector<std::string> names;
    for (const column& c : t.columns()) names.push_back(c.name);
    std::string all;
    for (const std::string& line : tests::lines_of(t, names)) all += line + "\n";
    return all;
}

TEST(ScheduleKeeper, ReadersOfEveryRevisionGetItsOwnAnswersWhileTheRecordGrows) {
    schedule_keeper keeper;
    history h{77};
    for (int i = 0; i < 150; ++i) h.go_on();
    std::vector<std::shared_ptr<const state>> revisions;
    for (int batch = 0; batch < 40; ++batch) {
        for (int i = 0; i < 3; ++i) h.go_on();
        revisions.push_back(std::make_shared<const state>(h.record()));
    }
    const auto all_answers = [&](const std::shared_ptr<const state>& s, schedule_keeper* by) {
        const schedule_place place{by, s, 0};
        const lens through{*s,      {today, s->revision()},          last_day, no_row,
                           nullptr, by != nullptr ? &place : nullptr};
        std::string all;
        for (const char* task : {"T1", "T7", "T20"}) try {
                const std::string about = std::string{"task="} + task;
                all += told(ask(question_kind::why_this_date, through, about));
                all += told(ask(question_kind::delay_impact, through, about + " delay=4"));
                all += told(ask(question_kind::bottlenecks, through, ""));
            } catch (const error& e) {
                all += std::string{e.what()} + "\n";
            }
        return all;
    };
    std::vector<std::string> expected;
    for (const auto& s : revisions) expected.push_back(all_answers(s, nullptr));
    std::vector<std::jthread> readers;
    std::atomic<int> wrong{0};
    for (unsigned reader = 0; reader < 3; ++reader)
        readers.emplace_back([&, reader] {
            for (std::size_t i = 0; i < revisions.size(); ++i) {
                const std::size_t at = reader == 0 ? i : (i * 7 + reader) % revisions.size();
                if (all_answers(revisions[at], &keeper) != expected[at]) ++wrong;
            }
        });
    readers.clear();
    EXPECT_EQ(wrong, 0);
}

TEST(ScheduleKeeper, KeepsWhatItMadeForTheSameQuestionOnly) {
    schedule_keeper keeper;
    state_under_test s{world};
    const auto now = std::make_shared<const state>(s.record);
    const schedule_place place{&keeper, now, 0};
    const auto seen = [&](civil_day day) {
        return lens{*now, {day, now->revision()}, last_day, no_row, nullptr, &place};
    };
    const auto first = keeper.in_bulk(place, seen(today), {});
    EXPECT_EQ(keeper.in_bulk(place, seen(today), {}), first);
    EXPECT_NE(keeper.in_bulk(place, seen(today + 1), {}), first) << "of another day";
    const auto head = keeper.at_head(place, seen(today), {});
    ASSERT_NE(head, nullptr);
    EXPECT_EQ(keeper.at_head(place, seen(today), {}), head);
    arguments late_start;
    late_start.values = {{field::scope_start, std::int64_t{today.since_epoch()}}};
    EXPECT_EQ(keeper.at_head(place, seen(today), late_start), nullptr) << "of another scope";

    s.add("2024-03-01 report_progress task=T0 percent=50");
    const auto later = std::make_shared<const state>(s.record);
    const schedule_place later_place{&keeper, later, 0};
    const lens through{*later, {today, later->revision()}, last_day, no_row, nullptr, &later_place};
    EXPECT_NE(keeper.at_head(later_place, through, {}), head);
    EXPECT_EQ(keeper.at_head(place, seen(today), {}), nullptr) << "the record has left it behind";
    keeper.forget();
    EXPECT_EQ(keeper.at_head(later_place, through, {}), nullptr)
        << "a reader of before words were destroyed brings nothing back";
}

}  // namespace
}  // namespace mandate
