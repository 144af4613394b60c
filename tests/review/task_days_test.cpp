// Figures counted over columns of days, and reviews of the tasks that agencies have, against the
// same read task by task.

#include "review/task_days.hpp"

#include "model/state_under_test.hpp"
#include "review/answers.hpp"
#include "review/build_review.hpp"
#include "review/schedule_keeper.hpp"
#include "table_lines.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace mandate {
namespace {

using tests::state_under_test;

// A record in which all happens to tasks that can: a few simple ones, and each exception.
class growing {
public:
    explicit growing(std::uint64_t seed) : random_{seed} {
        for (const char* agency : {"A", "B", "C"})
            made_.add(std::string{"2023-01-01 add_agency name_vi=x agency="} + agency);
        made_.add("2023-01-01 add_document document=D number=1-KH/TU document_kind=plan issuer=A");
        made_.add("2023-01-01 add_clause clause=K document=D clause_number=1");
    }

    const state& record() const { return made_.record; }
    void grow(int events) {
        for (int n = 0; n < events; ++n) happen();
    }

private:
    bool yes(int in) { return random_.below(in) == 0; }
    // Often one on which a period or a cut-off ends: what counts from that day on must be right.
    civil_day day() {
        constexpr const char* ends[] = {"2023-05-15", "2023-06-30", "2024-01-31", "2024-02-10"};
        return yes(4) ? parse_day(ends[random_.below(4)])
                      : parse_day("2023-01-02") + random_.below(540);
    }
    std::string task() { return " task=T" + std::to_string(random_.below(tasks_)); }

    void happen() {
        if (tasks_ == 0 || yes(3)) return assign();
        const std::string on = to_text(day()) + ' ';
        switch (random_.below(26)) {
            case 0:
            case 1: {
                const std::string it = task();
                say(on + "complete_task" + it);
                if (yes(3)) say(on + "verify_result agency=A verdict=not_confirmed" + it);
                return;
            }
            case 2:
            case 3:
                return say(on + "submit_task" + task());
            case 4:
            case 5:
                return say(on + "accept_task" + task());
            case 6:
                return say(on + "return_task reason=x" + task());
            case 7:
                return say(on + "revise_deadline deadline=" + to_text(day()) + task());
            case 8:
                return say(on + (yes(2) ? "suspend_task reason=x" : "resume_task") + task());
            case 9:
                return yes(3) ? say(on + "cancel_task reason=x" + task())
                              : say(on + "expect_document document=D" + task());
            case 10:
                return say(on + "reassign_task lead=" + agency() + task());
            case 11:
                return say(on + "link_tasks link=L" + std::to_string(made_.record.links.size()) +
                           task() + " after=T" + std::to_string(random_.below(tasks_)));
            case 12:
            case 13:
            case 14:
                return withdraw();
            case 15:
            case 16:
                return yes(30) ? say(on + "set_finishing_day finishing_day=" +
                                     (yes(2) ? "acceptance" : "submission"))
                               : say(on + "verify_result agency=A verdict=" +
                                     (yes(2)   ? "confirmed"
                                      : yes(2) ? "not_confirmed"
                                               : "partly_confirmed") +
                                     task());
            default:
                return say(on + happens_beside());
        }
    }

    // What moves no class.
    std::string happens_beside() {
        const std::string of = task(), by = yes(3) ? " agency=C" : yes(2) ? " agency=B" : "";
        switch (random_.below(12)) {
            case 0:
            case 1:
                return "report_progress percent=" + std::to_string(random_.below(100)) + of + by;
            case 2:
                return "explain_delay cause=other text=x" + of + by +
                       (yes(2) ? " blamed=C remedy=y proposed_deadline=" + to_text(day()) : "");
            case 3:
                return (yes(2) ? "plan_task period=2024-0" : "mark_key_task period=2024-0") +
                       std::to_string(1 + random_.below(6)) + of;
            case 4:
            case 5:
                return "state_obligation agency=C assignment_role=coordinating obligation=x" + of +
                       (yes(2) ? " deadline=" + to_text(day()) : "");
            case 6:
                return "answer_obligation agency=C" + of;
            case 7:
                return "waive_delay decided_by=A cause=objective.force_majeure reason=x" + of;
            case 8:
                return yes(2) ? "block_task condition=x owed_by=B" + of : "unblock_task" + of;
            case 9:
                return yes(2) ? "rate_task agency=A quality=meets" + of
                              : "schedule_task duration=" + std::to_string(random_.below(30)) + of;
            case 10:
                return "consult consultation=N" +
                       std::to_string(made_.record.consultations.size()) +
                       " agency=B addressed_to=C answer_due=" + to_text(day()) + of;
            default:
                return yes(12) ? "dissolve_agency agency=B reason=x"
                               : "accept_task quality=meets" + of;
        }
    }
    std::string agency() { return yes(3) ? "A,B" : yes(2) ? "B" : "C"; }

    void assign() {
        std::string text =
            to_text(day()) + " assign_task title_vi=x task=T" + std::to_string(tasks_);
        if (!yes(6)) text += " lead=" + agency();
        if (yes(3)) text += " coordinating=C";
        if (!yes(4)) text += " deadline=" + to_text(day());
        if (yes(12)) text += " standing_from=" + to_text(day());
        if (yes(2)) text += " acceptance=not_asked";
        if (yes(2)) text += " document=D";
        if (yes(4)) text += " duration=" + std::to_string(1 + random_.below(40));
        if (tasks_ > 0 && yes(6)) text += " parent_task=T" + std::to_string(random_.below(tasks_));
        const std::size_t before = made_.record.tasks.size();
        say(text);
        tasks_ += made_.record.tasks.size() != before;
    }
    void withdraw() {
        say("2024-06-30 void_event reason=x corrects=" +
            std::to_string(1 + random_.below(static_cast<int>(made_.record.revision()))));
    }
    // What the rules refuse does not happen.
    void say(const std::string& text) {
        try {
            made_.add(text);
        } catch (const error&) {
        }
    }

    state_under_test made_;
    tests::random_numbers random_;
    int tasks_ = 0;
};

std::vector<std::string> lines_of(const table& all) {
    std::vector<std::string> columns;
    for (const column& c : all.columns()) columns.push_back(c.name);
    return tests::lines_of(all, columns);
}

// All that is read from columns where they are kept.
struct said_of_a_period {
    std::vector<std::string> figures, of_an_agency, sums, sums_of_documents, pairs, joint, cases,
        list;
    std::string review, review_of_agencies;

    friend bool operator==(const said_of_a_period&, const said_of_a_period&) = default;
};

said_of_a_period said(const lens& through, const std::string& of) {
    const auto args = [&](field_value more = {field::limit, std::int64_t{1'000'000}}) {
        arguments all;
        all.values = {{field::period, of}, std::move(more)};
        return all;
    };
    const auto without_period = [](field_value only) {
        arguments all;
        all.values = {std::move(only)};
        return all;
    };
    const std::int64_t by_document = 3;
    return {lines_of(answer_review_figures(through, args())),
            lines_of(answer_review_figures(through, args({field::agency, "C"}))),
            lines_of(answer_attribution_sums(
                through, without_period({field::limit, std::int64_t{1'000'000}}))),
            lines_of(
                answer_attribution_sums(through, without_period({field::grouped_by, by_document}))),
            lines_of(answer_coordination(through, args())),
            lines_of(answer_joint_tasks(through, args())),
            lines_of(answer_coordination_cases(through, args())),
            lines_of(answer_review_tasks(through, args({field::list, std::int64_t{6}}))),
            to_json(build_review(through, {parse_period(of)})),
            to_json(build_review(through, {parse_period(of), {"B", "C"}}))};
}

TEST(TaskDays, GiveTheFiguresAndReviewsThatTheRecordsGiveHoweverTheRecordGrew) {
    std::size_t in_columns = 0, others = 0, slipped = 0, paired = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        growing made{seed};
        schedule_keeper followed;
        for (int step = 0; step < 8; ++step) {
            made.grow(60);
            const auto now = std::make_shared<const state>(made.record());
            schedule_keeper anew;
            for (const char* cut_off : {"2023-05-15", "2024-02-10", "2024-06-30"})
                for (const char* of : {"2023-Q2", "2024-01", "2024-H1"}) {
                    const view at{parse_day(cut_off), now->revision()};
                    if (at.as_of < parse_period(of).first()) continue;
                    SCOPED_TRACE(std::to_string(seed) + " step " + std::to_string(step) + ", " +
                                 of + " on " + cut_off);
                    const said_of_a_period by_records = said({*now, at, last_day}, of);
                    for (schedule_keeper* keeper : {&followed, &anew}) {
                        const schedule_place kept{keeper, now, 0};
                        const lens through{*now, at, last_day, no_row, nullptr, &kept};
                        const said_of_a_period by_columns = said(through, of);
                        EXPECT_EQ(by_columns.figures, by_records.figures);
                        EXPECT_EQ(by_columns.of_an_agency, by_records.of_an_agency);
                        EXPECT_EQ(by_columns.sums, by_records.sums);
                        EXPECT_EQ(by_columns.sums_of_documents, by_records.sums_of_documents);
                        EXPECT_EQ(by_columns.pairs, by_records.pairs);
                        EXPECT_EQ(by_columns.joint, by_records.joint);
                        EXPECT_EQ(by_columns.cases, by_records.cases);
                        EXPECT_EQ(by_columns.list, by_records.list);
                        EXPECT_EQ(by_columns.review, by_records.review);
                        EXPECT_EQ(by_columns.review_of_agencies, by_records.review_of_agencies);
                        slipped += by_columns.sums.size();
                        paired += by_columns.pairs.size();
                    }
                }
            others += anew.days({&anew, now, 0})->others().size();
            in_columns += now->tasks.size();
        }
    }
    in_columns -= others;
    EXPECT_GT(in_columns, 300U) << "tasks that four days and a lead describe";
    EXPECT_GT(others, 300U);
    EXPECT_GT(slipped, 300U);
    EXPECT_GT(paired, 200U);
}

TEST(TaskDays, ARevisionThatARevisionFollowedIsDescribedAsItWas) {
    growing made{7};
    made.grow(200);
    schedule_keeper keeper;
    review lazily;
    std::string then;
    {
        const auto now = std::make_shared<const state>(made.record());
        const view at{parse_day("2024-06-30"), now->revision()};
        const schedule_place kept{&keeper, now, 0};
        lazily =
            build_review({*now, at, last_day, no_row, nullptr, &kept}, {parse_period("2024-Q2")});
        then = to_json(build_review({*now, at, last_day}, {parse_period("2024-Q2")}));
    }
    made.grow(200);
    const auto later = std::make_shared<const state>(made.record());
    keeper.days({&keeper, later, 0});
    ASSERT_GT(lazily.tasks.size(), 10U);
    const review_task& last = lazily.tasks[lazily.tasks.size() - 1];
    const review copy = lazily;
    EXPECT_EQ(&copy.tasks[copy.tasks.size() - 1], &last) << "copies share what was described";
    EXPECT_EQ(copy.tasks.find(last.code), copy.tasks.size() - 1);
    EXPECT_EQ(copy.tasks.find("NOBODY"), copy.tasks.size());
    EXPECT_EQ(to_json(lazily), then) << "after its revision was left behind";

    const std::string code = last.code;
    lazily.tasks.edit(lazily.tasks.size() - 1).code = "OTHER";
    EXPECT_EQ(copy.tasks[copy.tasks.size() - 1].code, code) << "a copy sees nothing of it";
    EXPECT_EQ(to_json(copy), then);
}

}  // namespace
}  // namespace mandate
